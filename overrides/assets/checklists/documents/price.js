// A price as one number with its currency, unit and period; or that it cannot be read. Pure.
//
// Never a guess: «10-20», «fra 500» and «1,200» (a thousand, or one and a fifth?) are no numbers.

import { once } from "../answers/once.js";

/**
 * @typedef {{kind: "number", amount: number, currency: string, unit: string, period: string,
 *   tax: string}} Amount `currency`: ISO 4217; `unit`: «per» what, as it was written; `period`:
 *   «», «once», «month», «year» …; `tax`: «», «without», «with»
 * @typedef {Amount | {kind: "none" | "word" | "unread"}} Price `none`: nothing is said; `word`:
 *   that it costs nothing more
 */

// A number alone, its thousands parted by spaces, points or commas; what is ambiguous is not here.
const PLAIN = /^\d{1,12}(?:[.,]\d{1,2})?$/;
const SPACED = /^\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?$/;
const POINTED = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?$/;
/** True for «250.000»: points part its thousands. @param {string} text */
export const pointed = (text) => POINTED.test(text);
const ENGLISH = /^[1-9]\d{0,2}(?:,\d{3})+\.\d{1,2}$/;
const NUMBER = /\d(?:[\d., ]*\d)?/;

const FREE = RegExp(
  "^(?:inkludert|inkl\\.?|inngår|gratis|kostnadsfritt|(?:uten|ingen) (?:ekstra )?kostnad" +
    "|included|incl\\.?|free(?: of charge)?|(?:at )?no (?:extra )?(?:cost|charge))[.!]?$",
);
const NOTHING = /^(?:[-–—−]+|ikke aktuelt|[ni] ?\/a)$/;

/** @type {[period: string, words: string][]} */
const PERIODS = [
  ["once", "engangs(?:pris|sum|beløp|kostnad)?|en gang|éngangs(?:pris|sum)?|one-(?:off|time)"],
  ["hour", "(?:per|pr\\.?|an|/) ?(?:time|t|hour)|i timen|hourly"],
  ["day", "(?:per|pr\\.?|a|/) ?(?:dag|døgn|day)|om dagen|daily"],
  ["week", "(?:per|pr\\.?|a|/) ?(?:uke|veke|week)|i uken|weekly"],
  ["month", "(?:per|pr\\.?|a|/) ?(?:måne?a?d|mnd\\.?|md\\.?|month)|månedlig|i måneden|monthly"],
  ["quarter", "(?:per|pr\\.?|a|/) ?(?:kvartal|quarter)|i kvartalet|quarterly"],
  ["year", "(?:per|pr\\.?|a|/) ?(?:år|year)|årlig|årleg|i året|yearly|annually|per annum"],
];
const TAXES = [
  ["without", "(?:eks\\.?|eksl\\.?|ekskl\\.?|eksklusive|uten|excl\\.?|\\+) ?(?:mva\\.?|moms|vat)"],
  ["with", "(?:inkl\\.?|inklusive|med|incl\\.?) ?(?:mva\\.?|moms|vat)"],
];
/** What a price without a currency is in: the guide's own, as the page says. */
const home = { currency: "" };
/** @param {string} currency three letters */
export const priceIn = (currency) => Object.assign(home, { currency });
/** The guide's own money. */
export const homeCurrency = () => home.currency;

const CURRENCIES = [
  ["NOK", "kr\\.?|nok|kroner"],
  ["EUR", "eur|euro|€"],
  ["USD", "usd|us\\$"],
  ["SEK", "sek"],
  ["DKK", "dkk"],
  ["GBP", "gbp|£"],
];
const UNIT = /^(?:per|pr\.?|\/) ?(\p{L}{2,30})\.?$/u;

/** @param {string} words */
const alone = (words) => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, "u");
const compiled = (/** @type {string[][]} */ all) =>
  all.map(([name, words]) => ({ name, pattern: alone(words) }));
const KNOWN = { period: compiled(PERIODS), tax: compiled(TAXES), currency: compiled(CURRENCIES) };

const KNOWN_WORDS = Object.values(KNOWN).flatMap((all) => all.map(({ pattern }) => pattern));

/** What a price says. @param {string} text @returns {Price} */
export function priced(text) {
  const bare = text
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff\u2066-\u2069\u202a-\u202e]/g, "")
    .replace(/[\s\u00a0\u2009\u202f]+/g, " ")
    .replace(/ ?\//g, " /")
    .trim();
  if (!bare) return { kind: "none" };
  if (NOTHING.test(bare)) return { kind: "none" };
  if (FREE.test(bare)) return { kind: "word" };
  if (bare.length > 100) return { kind: "unread" };
  return number(bare) ?? { kind: "unread" };
}

/** A number by itself; null when it is none. @param {string} text */
export const amountOf = (text) => value(text.replace(/[\s\u00a0\u2009\u202f]+/g, " ").trim());

/**
 * A price as it is under its column's head: «90» under «Pris (EUR)» is 90 EUR, under «Pris (i 1000
 * kr)» something that cannot be read. Other words in a head say nothing of prices.
 * @param {string} text @param {string} beside what the head says after our word
 */
export function under(text, beside) {
  const words = beside.toLowerCase().replace(/[()[\]:;,*]/g, " ").replace(/^ *i /, "").trim();
  const says = /\d|tusen|thousand|mill|%/.test(words) || KNOWN_WORDS.some((one) => one.test(words));
  if (!says || !/\d/.test(text)) return text;
  const alone = priced(text);
  const own = alone.kind === "number" && amountOf(text) === null;
  // What a cell says itself is not said once more: «90 EUR» under «Pris (EUR)».
  return own && priced(`1 ${words}`).kind === "number" ? text : `${text} ${words}`;
}

/** @param {string} text @returns {Amount | null} */
function number(text) {
  const found = NUMBER.exec(text);
  const amount = found && value(found[0]);
  if (!found || amount === null) return null;
  // What stands round the number must all be understood: «fra», «ca.», «10-20» are not.
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length).replace(/^ ?[.,] ?[-–—−]+/, " ");
  let rest = ` ${before} \u0001 ${after} `.replace(/kr(?=\/)/, "kr ");
  /** @type {Record<string, string>} */
  const said = { period: "", tax: "", currency: "" };
  for (const [what, all] of Object.entries(KNOWN)) {
    for (const { name, pattern } of all) {
      if (!pattern.test(rest)) continue;
      if (said[what]) return null;
      said[what] = name;
      rest = rest.replace(pattern, " ");
    }
  }
  const [front, back] = rest.split("\u0001").map((part) => part.replace(/[,;]/g, " ").trim());
  const unit = UNIT.exec(back)?.[1] ?? "";
  if (front || (back && !unit)) return null;
  const { period, tax, currency } = said;
  return { kind: "number", amount, currency: currency || home.currency, unit, period, tax };
}

/** @param {string} text @returns {number | null} */
function value(text) {
  const [, bare] = /^([\d., ]*\d)$/.exec(text) ?? ["", ""];
  if (SPACED.test(bare) || PLAIN.test(bare)) {
    return Number(bare.replaceAll(" ", "").replace(",", "."));
  }
  if (pointed(bare)) return Number(bare.replaceAll(".", "").replace(",", "."));
  return ENGLISH.test(bare) ? Number(bare.replaceAll(",", "")) : null;
}

/**
 * @typedef {{of: Omit<Amount, "kind" | "amount">, sum: number, numbers: string[]}} Sum `numbers`:
 *   of the requirements that the prices stand at
 * @typedef {{sums: Sum[], unread: string[], given: number}} Sums `unread`: numbers of the
 *   requirements whose price cannot be read; `given`: how many have a price at all
 * @typedef {{number: string, price: string, doubted: boolean, found?: Price}} Given `found`: what
 *   the price was read as, where that is known
 */

/** @param {Given[]} all @returns {Sums} */
function added(all) {
  /** @type {Map<string, Sum>} */
  const sums = new Map();
  /** @type {string[]} */
  const unread = [];
  let given = 0;
  for (const { number: requirement, price, doubted, found = priced(price) } of all) {
    if (found.kind !== "none") given += 1;
    if (found.kind === "unread" || (doubted && found.kind !== "none")) unread.push(requirement);
    else if (found.kind === "number") {
      const { currency, unit, period, tax } = found;
      const of = { currency, unit, period, tax };
      const key = `${currency} ${unit} ${period} ${tax}`;
      const before = sums.get(key) ?? { of, sum: 0, numbers: [] };
      // In hundredths: 0.1 and 0.2 are 0.3.
      const sum = Math.round((before.sum + found.amount) * 100) / 100;
      sums.set(key, { of, sum, numbers: [...before.numbers, requirement] });
    }
  }
  return { sums: [...sums.values()], unread, given };
}

/**
 * Prices added up, those of one currency, unit, period and tax by themselves.
 * @param {Given[]} all never changed afterwards @returns {Sums}
 */
export const summed = once(added);

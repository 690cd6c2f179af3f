// The posts of the price form: which they are, and how many of each a contract needs. Pure.

import { isMap } from "../answers/local.js";

/**
 * @typedef {{price: string, amount?: string, sum?: string}} Priced as it was written; `amount` and
 *   `sum`: what the supplier has written there, which is told and never counted
 * @typedef {Record<string, Priced>} Form by post
 * @typedef {{years: number | null, amounts: Record<string, number>}} Assumed `amounts`: how many
 *   users, hours and visits in a year, and hours of help at the end
 */

/** In this order for ever, and new ones last: files know them by their places. */
export const POSTS = ["setup", "fixed", "user", "hour", "visit", "exit", "index"];
/** What is answered in words: nothing of it is summed. */
export const IN_WORDS = "index";
/** What a contract's length does not say: how many somebody has to say. */
export const COUNTED = ["user", "hour", "visit", "exit"];

const MONTHS = 12;
const USERS = /(\d{1,6})\s*(?:brukere|brukarar|ansatte|tilsette|users|employees)/giu;
// A number that is of something else: «25 brukere på 2 steder».
const PLACES = RegExp(
  "\\d+\\s*(?:sted|stad|kontor|butikk|lokasjon|avdeling|adresse|bygg|by(?:er|ar)?(?!\\p{L})|hus" +
    "|site|office|location|place|shop|store|branch)",
  "giu",
);

/** How many users a text speaks of; null when it says nothing, and when it says several numbers:
 * «12 brukere i Oslo og 8 i Bergen» and «mellom 15 og 20 brukere» are to be asked about.
 * @param {string} text */
export function usersOf(text) {
  const found = [...text.matchAll(USERS)];
  const rest = text.replace(USERS, "").replace(PLACES, "");
  return found.length === 1 && !/\d/.test(rest) ? Number(found[0][1]) || null : null;
}

/** «P1» of the first. @param {string} id */
export const postCode = (id) => `P${POSTS.indexOf(id) + 1}`;

/** The post that a cell names: «P2», also written «p 2.»; «» when it names none.
 * @param {string} text */
export function codeIn(text) {
  const found = /^p ?0*([1-9]\d?)[.:)]?$/i.exec(text);
  return found ? `P${found[1]}` : "";
}

/** The post of a code; undefined for one that nobody asks for. @param {string} code
 * @returns {string | undefined} */
export const postOf = (code) => POSTS[Number(code.slice(1)) - 1];

/** What a file says of how many; undefined where it says nothing. @param {unknown} made
 * @returns {Assumed | undefined} */
export function assumedOf(made) {
  if (!isMap(made)) return undefined;
  const said = isMap(made.amounts) ? made.amounts : {};
  /** @type {Record<string, number>} */
  const amounts = {};
  for (const name of COUNTED) {
    const found = said[name];
    if (typeof found === "number") amounts[name] = found;
  }
  return { years: typeof made.years === "number" ? made.years : null, amounts };
}

/**
 * How many of a post over the contract: null where nobody has said what it takes, and which of the
 * two is missing.
 * @param {string} id @param {Assumed} assumed
 * @returns {{amount: number | null, wants: "" | "amount" | "years"}}
 */
export function quantity(id, { years, amounts }) {
  if (id === "setup") return { amount: 1, wants: "" };
  const each = COUNTED.includes(id) ? (amounts[id] ?? null) : 1;
  if (each === null) return { amount: null, wants: "amount" };
  if (id === "exit" || each === 0) return { amount: each, wants: "" };
  if (!years) return { amount: null, wants: "years" };
  const often = id === "hour" || id === "visit" ? years : Math.round(years * MONTHS);
  return { amount: each * often, wants: "" };
}

// What a cell of a workbook shows: numbers, days by their format, texts with their signs. Pure.

import { elements, first, inner } from "./xml-read.js";

/**
 * @typedef {import("./xml-read.js").Element} Element
 * @typedef {{text: string, doubt: string}} Shown `doubt`: why it may not be what was written
 */

const DAY = 24 * 60 * 60 * 1000;
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
// What a format shows beside a number, where it is money of another country.
/** @type {[code: string, signs: RegExp][]} */
const MONEY = [
  ["EUR", /€|EUR/i],
  ["USD", /US\$|USD|\[\$\$|"\$"|\\\$/i],
  ["GBP", /£|GBP/i],
  // A sign and a country; a country alone is how a day is written.
  ["SEK", /SEK|\[\$[^\]-]+-41D\]/i],
  ["DKK", /DKK|\[\$[^\]-]+-406\]/i],
];
// Formats that Excel knows by number alone: days and times; powers of ten.
const DAYS = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57];
const POWERS = [11, 48];
const PERCENTS = [9, 10];
const MOST_PLAIN = 15; // digits that a number of Excel's is sure of

/** The text of a string: its runs, without how Chinese signs are read aloud.
 * @param {Element} made @returns {string} */
export function textOf(made) {
  const parts = elements(made).map((one) => {
    if (one.name === "x:t") return one.children.join("");
    return one.name === "x:r" ? textOf(one) : "";
  });
  return parts.join("");
}

/** Signs that XML cannot hold, written «_x000D_»; «_x005F_» stands for a line before such.
 * @param {string} text */
export const unescaped = (text) =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));

/**
 * How each style shows numbers: «day», «power», «percent», a currency («EUR») or «».
 * @param {Element | undefined} styles
 */
export function kinds(styles) {
  const formats = first(styles, "x:numFmts");
  /** @type {Map<string, string>} */
  const codes = new Map();
  for (const { attributes } of formats ? inner(formats, "x:numFmt") : []) {
    codes.set(attributes.numFmtId, attributes.formatCode ?? "");
  }
  const all = first(styles, "x:cellXfs");
  return (all ? inner(all, "x:xf") : []).map(({ attributes }) => {
    const id = attributes.numFmtId ?? "0";
    return kindOf(Number(id), codes.get(id));
  });
}

/** @param {number} id @param {string | undefined} code */
function kindOf(id, code) {
  if (code === undefined) return builtIn(id);
  const money = MONEY.find(([, signs]) => signs.test(code))?.[0];
  if (money) return money;
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "");
  if (/e[+-]/i.test(bare)) return "power";
  if (bare.includes("%")) return "percent";
  return /[dmyhs]/i.test(bare.replace(/general|standard/gi, "")) ? "day" : "";
}

/** What a format that has no code of its own shows. @param {number} id */
function builtIn(id) {
  if (DAYS.includes(id)) return "day";
  if (POWERS.includes(id)) return "power";
  return PERCENTS.includes(id) ? "percent" : "";
}

/**
 * A number as a cell shows it. Days and powers are told: «1-2» becomes a day, «1,2E+05» a power.
 * @param {string} raw @param {string} kind @param {boolean} late counts from 1904 @returns {Shown}
 */
export function shownNumber(raw, kind, late) {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return { text: raw, doubt: "unclear" };
  if (kind === "day") return { text: day(value, late), doubt: "day" };
  if (kind === "percent") return { text: percent(value), doubt: "" };
  const text = String(value).replace(".", ",");
  const sure = !/e/i.test(text) && text.replace(/\D/g, "").length <= MOST_PLAIN;
  // What is money of another country looks like a bare number without its format.
  const shown = MONEY.some(([code]) => code === kind) ? `${text} ${kind}` : text;
  return { text: shown, doubt: kind === "power" || !sure ? "power" : "" };
}

/** «10 %»: 0.1 in the file, and no tenth of a krone. @param {number} value */
const percent = (value) => `${String(Number((value * 100).toPrecision(12))).replace(".", ",")} %`;

/** @param {number} value @param {boolean} late */
function day(value, late) {
  const date = new Date((late ? EPOCH_1904 : EPOCH) + Math.round(value * DAY));
  if (Number.isNaN(date.getTime())) return String(value);
  const iso = date.toISOString();
  const time = value % 1 ? ` ${iso.slice(11, 16)}` : "";
  if (value > 0 && value < 1) return time.trim(); // a time of no day
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}${time}`;
}

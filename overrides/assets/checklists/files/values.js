// What people write in a cell, as what an answer holds: a status, a priority, a day. Pure.

import { isDay } from "../answers/fields.js";
import { seen } from "../formats/seen.js";

/** @typedef {import("../elements/words.js").Words} Words */

const STATUSES = ["done", "doing", "irrelevant"];
const PRIORITIES = ["must", "should", "could"];
const YES = ["x", "ja", "ok", "ferdig", "utført", "done", "yes", "☒", "☑", "✓", "✔"];
// By their first three letters, in Norwegian, English, Swedish, Danish and German.
const MONTHS = [
  ...["jan", "feb", "mar mär", "apr", "mai may maj", "jun", "jul", "aug", "sep", "okt oct", "nov"],
  "des dec dez",
];
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/** @param {string} text */
const bare = (text) => seen(text).toLowerCase().replace(/[.!]$/, "");

/** A status by its word: «» for none; undefined for what is no status.
 * @param {string} text @param {Words} t */
export function statusOf(text, t) {
  const word = bare(text);
  if (!word || word === t("status.none").toLowerCase()) return "";
  if (YES.includes(word)) return "done";
  return STATUSES.find((one) => t(`status.${one}`).toLowerCase() === word || one === word);
}

/** A priority by its word; undefined for what is none. @param {string} text @param {Words} t */
export function priorityOf(text, t) {
  const word = bare(text);
  if (!word) return "";
  return PRIORITIES.find((one) => t(`priority.${one}`).toLowerCase() === word || one === word);
}

/**
 * A day as ISO 8601: «» for none; undefined for what is none or could be two. Norwegians write the
 * day first; with strokes so do not all.
 * @param {string} text
 */
export function dayOf(text) {
  const word = bare(text).replace(/ kl\.? .*$| \d\d[:.]\d\d(?::\d\d)?$/, "");
  if (!word) return "";
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t.*)?$/.exec(word);
  if (iso) return made(iso[1], iso[2], iso[3]);
  const plain = /^(\d{1,2})([./-]) ?(\d{1,2})[./-] ?(\d{4}|\d\d)$/.exec(word);
  if (plain) {
    const [, one, sign, two, year] = plain;
    const unclear = sign === "/" && Number(one) <= 12 && Number(two) <= 12 && one !== two;
    if (unclear) return undefined;
    return Number(two) > 12 && sign === "/" ? made(year, one, two) : made(year, two, one);
  }
  const named = /^(\d{1,2})\.?[ -]([a-zä]{3})[a-z]*\.?[ -](\d{4}|\d\d)$/.exec(word);
  if (named) return made(named[3], monthOf(named[2]), named[1]);
  const english = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/.exec(word);
  return english ? made(english[3], monthOf(english[1]), english[2]) : undefined;
}

/** «1» to «12»; «0» for what is no month. @param {string} word */
const monthOf = (word) => String(MONTHS.findIndex((one) => one.split(" ").includes(word)) + 1);

/** @param {string} year @param {string} month @param {string} day */
function made(year, month, day) {
  const full = year.length === 2 ? `20${year}` : year;
  const iso = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const there = isDay(iso) && new Date(iso).toISOString().slice(0, 10) === iso;
  return there && Number(full) >= FIRST_YEAR && Number(full) <= LAST_YEAR ? iso : undefined;
}

// How a text stands in a PDF's field: which lines, in which size, and the strokes of it. Pure.

import { Raw } from "./pdf-objects.js";
import { written } from "./pdf-write.js";

/**
 * @typedef {{wide: number, high: number, rule: number}} Room in points; `rule`: from one line to
 *   write on to the next, 0 where there is one only
 * @typedef {import("./pdf-letters.js").Letters} Letters
 * @typedef {{size: number, leading: number, lines: string[], cut: boolean}} Laid `cut`: the field
 *   holds more than is seen
 * @typedef {{strokes: string, whole: boolean}} Drawn `whole`: the font has each letter of it
 */

const SIZES = [10, 9, 8, 7, 6];
const LEADING = 1.15;
const EDGE = 2;
const ABOVE_RULE = 6; // from a line's rule to its letters
const MORE = " …";
/** What the font of what is filled in is called (macros/exports/pdf_letters.py). */
export const FONT = "Letters";

/** A text in the size that has room for all of it, or as much of it as there is room for.
 * @param {string} text @param {Room} room @param {Letters} letters @returns {Laid} */
export function laidOut(text, { wide, high, rule }, letters) {
  const inner = wide - 2 * EDGE;
  const shown = visible(text);
  if (!rule) {
    const fits = (/** @type {number} */ one) => letters.widthOf(shown, one) <= inner;
    const size = SIZES.find(fits) ?? SIZES[SIZES.length - 1];
    const lines = parted(shown.replace(/\s+/g, " "), inner, size, letters);
    return { size, leading: high, ...least(lines, 1, inner, size, letters) };
  }
  const ruled = parted(shown, inner, SIZES[0], letters);
  const most = Math.round(high / rule);
  if (ruled.length <= most) return { size: SIZES[0], leading: rule, lines: ruled, cut: false };
  for (const size of SIZES) {
    const lines = parted(shown, inner, size, letters);
    const room = Math.floor((high - 2 * EDGE) / (size * LEADING));
    if (lines.length <= room || size === SIZES[SIZES.length - 1]) {
      return { size, leading: size * LEADING, ...least(lines, room, inner, size, letters) };
    }
  }
  throw new RangeError("sizes");
}

/** What can be drawn of a text: no signs that are not seen. @param {string} text */
const visible = (text) =>
  text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, "")
    .replaceAll("\t", "    ");

/** As many lines as there is room for. @param {string[]} lines @param {number} room
 * @param {number} wide @param {number} size @param {Letters} letters */
function least(lines, room, wide, size, letters) {
  if (lines.length <= room) return { lines, cut: false };
  const kept = lines.slice(0, room);
  let last = [...kept[room - 1]];
  const beyond = () => letters.widthOf(last.join("") + MORE, size) > wide;
  while (last.length && beyond()) last = last.slice(0, -1);
  return { lines: [...kept.slice(0, -1), last.join("") + MORE], cut: true };
}

/** A text in lines no wider than this, parted between words where it can be.
 * @param {string} text @param {number} wide @param {number} size @param {Letters} letters */
function parted(text, wide, size, letters) {
  const lines = [];
  for (const line of text.split("\n")) {
    let made = "";
    for (const word of line.split(/(?<= )/)) {
      if (made && letters.widthOf((made + word).trimEnd(), size) > wide) {
        lines.push(made);
        made = "";
      }
      made += word;
      while (letters.widthOf(made.trimEnd(), size) > wide) {
        const room = fitting(made, wide, size, letters);
        lines.push(room);
        made = made.slice(room.length);
      }
    }
    lines.push(made);
  }
  return lines;
}

/** As much of a word as has room, one letter at the least. @param {string} word
 * @param {number} wide @param {number} size @param {Letters} letters */
function fitting(word, wide, size, letters) {
  let made = "";
  for (const letter of word) {
    if (made && letters.widthOf(made + letter, size) > wide) return made;
    made += letter;
  }
  return made;
}

/**
 * The strokes of a field's look. No empty line to write on is seen through what is written.
 * @param {Laid} laid @param {Room} room @param {Letters} letters @returns {Drawn}
 */
export function drawn({ size, leading, lines }, { wide, high, rule }, letters) {
  const all = lines.map((line) => line.trimEnd());
  const onRules = !rule || leading === rule;
  const start = onRules ? high - leading + ABOVE_RULE : high - EDGE - size;
  const ground = onRules ? "" : `1 g 0 0.5 ${number(wide)} ${number(high - 1)} re f `;
  const words = all.map((line) => `${written(new Raw(letters.encoded(line)))} Tj`).join(" T* ");
  const place = `${EDGE} ${number(start)} Td ${number(leading)} TL`;
  const strokes = `/Tx BMC q ${ground}BT /${FONT} ${size} Tf 0 g ${place} ${words} ET Q EMC`;
  return { strokes, whole: all.every((line) => letters.hasAll(line)) };
}

/** @param {number} value */
const number = (value) => written(Math.round(value * 100) / 100);

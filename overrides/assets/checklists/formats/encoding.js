// Bytes to text when nobody says which letters they are: what is certain, what a guess. Pure.

const HIGH = /[\u0080-\uffff]/g;
const LETTERS = "æøåÆØÅéèêëóòôöüäÉÈÖÜÄçñáíúàß";
const SIGNS = "«»–—‘’“”…•§°±²³½¼¾×€\u00a0´·";
// Code page 850, what DOS and old Excel wrote, from 0x80 on.
const PAGE_850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤" +
  "ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

/** @type {[name: string, read: (bytes: Uint8Array) => string][]} */
const PAGES = [
  ["windows-1252", (bytes) => new TextDecoder("windows-1252").decode(bytes)],
  ["Mac Roman", (bytes) => new TextDecoder("macintosh").decode(bytes)],
  ["850", page850],
];

/** @param {Uint8Array} bytes */
function page850(bytes) {
  let made = "";
  for (const byte of bytes) made += byte < 0x80 ? String.fromCharCode(byte) : PAGE_850[byte - 0x80];
  return made;
}

/**
 * The text of a file, and the name of its letters when that is a guess.
 * @param {Uint8Array} bytes @returns {{text: string, doubtful: string}}
 */
export function decoded(bytes) {
  const wide = wideOf(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), doubtful: "" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), doubtful: "" };
  } catch {
    return guessed(bytes);
  }
}

/** UTF-16, with its mark or without. @param {Uint8Array} bytes */
function wideOf([a, b, c, d]) {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a && b === 0 && c && d === 0) return "utf-16le";
  return a === 0 && b && c === 0 && d ? "utf-16be" : "";
}

/** @param {Uint8Array} bytes */
function guessed(bytes) {
  const made = PAGES.map(([name, read]) => {
    const text = read(bytes);
    return { name, text, bad: strange(text) };
  });
  const [first, ...others] = made;
  const best = made.reduce((a, b) => (b.bad < a.bad ? b : a));
  const certain = best === first && !first.bad && others.every(({ bad }) => bad > 0);
  return { text: best.text, doubtful: certain ? "" : best.name };
}

/** How many letters are such as Norwegian is not written with. @param {string} text */
function strange(text) {
  let bad = 0;
  for (const { 0: letter, index } of text.matchAll(HIGH)) {
    const [before, after] = [text[index - 1] ?? " ", text[index + 1] ?? " "];
    const known = LETTERS.includes(letter);
    if (!known && !SIGNS.includes(letter)) bad += 1;
    // A capital letter after a small one, or a sign that nobody writes within a word.
    else if (known && letter !== letter.toLowerCase() && /[a-zæøå]/.test(before)) bad += 1;
    else if (!known && /[a-zæøå]/i.test(before) && /[a-zæøå]/i.test(after)) {
      bad += "’–—´·".includes(letter) ? 0 : 1;
    }
  }
  return bad;
}

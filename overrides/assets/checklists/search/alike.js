// What looks most like what was typed, for when little or nothing was found. Pure.

/**
 * @typedef {import("./pieces.js").Shown} Shown
 * @typedef {import("./ways.js").Corrected} Corrected
 * @typedef {import("./words.js").Words} Words
 */

const LIKE = 0.3; // how much a word must look like another to be offered for it

/**
 * The query with the words that were nowhere put right, as the best hits write them; «» when none
 * was.
 * @param {string} query @param {Corrected} corrected @param {Shown[]} texts @param {Words} words
 */
export function suggestion(query, corrected, texts, words) {
  let made = query;
  for (const [said, stems] of corrected) {
    const spelt = texts
      .map(({ title, where, text }) => `${title} ${where} ${text}`)
      .flatMap((all) => words.tokens(all).map((token) => ({ all, ...token })))
      .find(({ forms }) => stems.has(words.stem(forms[0])));
    if (!spelt) continue;
    const right = spelt.all.slice(spelt.at, spelt.end).toLowerCase();
    made = made.replace(said, () => right);
  }
  return made === query ? "" : made;
}

/**
 * The word of the lists' own titles and introductions that looks most like what was typed; «» when
 * none does.
 * @param {string} query @param {Shown[]} texts @param {Words} words
 */
export function closest(query, texts, words) {
  const asked = threes(words.fold(query));
  const said = texts.flatMap(({ title, text }) => `${title} ${text}`.match(/\p{L}{4,}/gu) ?? []);
  const [best] = said
    .map((word) => ({ word, like: alike(asked, threes(words.fold(word))) }))
    .sort((a, b) => b.like - a.like);
  return best && best.like > LIKE ? best.word.toLowerCase() : "";
}

/**
 * The texts that look most like what was typed, best first; none when nothing does.
 * @param {string} query @param {Shown[]} texts in the order of `numbers`
 * @param {number[]} numbers of the documents @param {Words} words
 */
export function nearest(query, texts, numbers, words) {
  const asked = threes(words.fold(query));
  /** @param {Shown} one */
  const like = ({ title, text }) => alike(asked, threes(words.fold(`${title} ${text}`)));
  const all = texts
    .map((text, i) => ({ text, number: numbers[i], like: like(text) }))
    .sort((a, b) => b.like - a.like || a.number - b.number);
  return all[0]?.like ? all : [];
}

/** Every three letters in a row. @param {string} text */
function threes(text) {
  const padded = ` ${text} `;
  const length = Math.max(0, padded.length - 2);
  return new Set(Array.from({ length }, (_, i) => padded.slice(i, i + 3)));
}

/** From 0 to 1. @param {Set<string>} a @param {Set<string>} b */
function alike(a, b) {
  const both = [...a].filter((three) => b.has(three)).length;
  return both / (Math.sqrt(a.size * b.size) || 1);
}

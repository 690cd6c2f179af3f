// The ways from what is typed to the stems of the index: the word itself, its parts, others.

import { nearest } from "./nearest.js";
import { WEIGHTS } from "./weights.js";

/**
 * @typedef {import("./pieces.js").Pieces} Pieces
 * @typedef {import("./pieces.js").Same} Same
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("./words.js").Token & {said: string, taken?: string}} Typed
 *   `said`: as it was typed; `taken`: the stem that was taken instead
 * @typedef {{parts: number[], worth: number, stems: string[], exact?: boolean,
 *   free?: boolean}} Way
 *   `parts`: numbers of stems; `free`: may be worth more than the word that was typed
 * @typedef {Map<string, Set<string>>} Corrected what was typed to what was taken instead
 */

const MOST_BEGUN = 8;
const MOST_CLOSE = 4;
const LONG = 8; // letters of a stem that may be another word's, though it is known in parts
const WORTH = WEIGHTS.worth;
/** @type {{whole: Way[], ends: Way[]}} */
const NONE = { whole: [], ends: [] };

export class Ways {
  #words;
  #pieces;
  #same;
  /** @type {Corrected} */
  corrected = new Map();

  /** @param {Words} words @param {Pieces} pieces @param {Same[]} same */
  constructor(words, pieces, same) {
    this.#words = words;
    this.#pieces = pieces;
    this.#same = same;
  }

  /**
   * The ways of each word that was asked for.
   * @param {Typed[]} typed @param {Typed[]} asked those of them that are looked for
   * @param {Typed | null} unfinished the one that may be half typed
   */
  async all(typed, asked, unfinished) {
    const found = asked.map((token) => this.#waysTo(token, token === unfinished));
    const ways = await Promise.all(found);
    await this.#join(asked, ways);
    await this.#others(typed, asked, ways);
    // Rather a guess than nothing: the reader sees what was taken instead.
    if (!ways.flat().length) {
      asked.forEach((token, i) => this.#close(token, ways[i], 1));
    }
    this.#weaken(asked, ways);
    return ways;
  }

  /** «Hvem» asks for something, and says little of what. @param {Typed[]} asked
   * @param {Way[][]} ways */
  #weaken(asked, ways) {
    for (const [i, token] of asked.entries()) {
      if (!this.#words.weak.has(this.#words.stem(token.forms[0]))) continue;
      for (const way of ways[i]) way.worth *= WEIGHTS.weak;
    }
  }

  /** @param {Typed} token @param {boolean} unfinished */
  async #waysTo(token, unfinished) {
    const [word, ...pieces] = token.forms;
    const stem = this.#words.stem(word);
    /** @type {Way[]} */
    const ways = [];
    const exact = await this.#pieces.number(stem);
    if (exact >= 0) ways.push({ parts: [exact], worth: WORTH.exact, stems: [stem], exact: true });
    else ways.push(...(await this.#near(this.#words.looser(word))));
    ways.push(...(await this.#near(this.#words.meant(word))));
    const forms = await this.#way(pieces.map((piece) => this.#words.stem(piece)), WORTH.parts);
    if (forms) ways.push(forms);
    if (unfinished && word.length > 2 && exact < 0) ways.push(...(await this.#begun(word, stem)));
    // Parts of a compound and misspelt words need every word: at hand on a small site, else worth
    // fetching only now.
    if (ways.length && !this.#pieces.allHere) return ways;
    const long = word.length > this.#words.rules.part + 1 && !/\d/.test(word);
    if (!long && (ways.length || word.length < 3)) return ways;
    await this.#pieces.everything();
    const { whole, ends } = long ? await this.#compound(word, stem, exact >= 0) : NONE;
    const enough = ways.length + whole.length > 0;
    ways.push(...whole, ...ends);
    // A slip may make a compound of a word: «indeksreglering» is in parts, and was another.
    if (!enough) this.#close(token, ways);
    else if (whole.length && exact < 0 && stem.length > LONG) this.#close(token, ways, -1);
    return ways;
  }

  /** The way to the first of some words that is there. @param {string[]} folded */
  async #near(folded) {
    const stems = folded.map((word) => this.#words.stem(word));
    const ways = await Promise.all(stems.map((stem) => this.#way([stem], WORTH.loose)));
    return ways.filter((way) => way !== null).slice(0, 1);
  }

  /**
   * The way to all parts of a compound; else to known words that it begins or ends with.
   * @param {string} word @param {string} stem @param {boolean} exact
   */
  async #compound(word, stem, exact) {
    const known = (/** @type {string} */ part) => this.#pieces.numberHere(part) >= 0;
    const split = [word, ...this.#words.looser(word)].map((one) => this.#words.split(one, known));
    const parts = (split.find((some) => some.length) ?? []).filter((part) => part !== stem);
    const whole = await this.#way(parts, exact ? WORTH.besides : WORTH.parts);
    if (whole) return { whole: [whole], ends: [] };
    if (exact) return NONE;
    const ends = this.#words.ends(word, known).filter((part) => part !== stem);
    const found = await Promise.all(ends.map((end) => this.#way([end], WORTH.ends)));
    return { whole: [], ends: found.filter((way) => way !== null) };
  }

  /**
   * @param {string[]} stems @param {number} worth
   * @returns {Promise<Way | null>} null when none of them is there
   */
  async #way(stems, worth) {
    const numbers = await Promise.all(stems.map((stem) => this.#pieces.number(stem)));
    const there = stems.filter((_, i) => numbers[i] >= 0);
    return there.length ? { parts: numbers.filter((n) => n >= 0), worth, stems: there } : null;
  }

  /** The word may be half typed: what begins so. @param {string} word @param {string} stem */
  async #begun(word, stem) {
    const { words, start, lower } = await this.#pieces.listOf(word);
    const begins = word.startsWith(stem) && stem.length > 2 ? stem : word;
    /** @type {Way[]} */
    const made = [];
    for (let i = lower(word); words[i]?.startsWith(begins) && made.length < MOST_BEGUN; i += 1) {
      const one = words[i];
      if (one === stem || !one.startsWith(word)) continue;
      const worth = WORTH.begun * (word.length / one.length);
      made.push({ parts: [start + i], worth, stems: [one] });
    }
    return made;
  }

  /**
   * The words that differ least from one that is nowhere.
   * @param {Typed} token @param {Way[]} ways @param {number} [more] letters that may differ
   */
  #close(token, ways, more = 0) {
    const word = token.forms[0];
    const stem = this.#words.stem(word);
    const most = (stem.length > 7 ? 2 : stem.length > 3 ? 1 : 0) + more;
    if (!most || stem.length < 3) return;
    const { endings } = this.#words.rules;
    const { best, found } = nearest(word, stem, most, this.#pieces.lists, endings);
    const worth = best === 1 ? WORTH.close : WORTH.far;
    for (const [number, one] of found.slice(0, MOST_CLOSE)) {
      ways.push({ parts: [number], worth, stems: [one] });
      token.taken ??= one;
      const taken = this.corrected.get(token.said) ?? new Set();
      this.corrected.set(token.said, taken.add(one));
    }
  }

  /** Words beside each other may be one compound: «sikkerhets kopi». @param {Typed[]} asked
   * @param {Way[][]} ways */
  async #join(asked, ways) {
    const words = this.#words;
    for (let from = 0; from < asked.length; from += 1) {
      for (let to = from + 1; to < Math.min(asked.length, from + 3); to += 1) {
        const parts = asked.slice(from, to + 1).map((token) => token.forms[0]);
        for (const joint of to === from + 1 ? words.rules.joints : [""]) {
          const stem = words.stem(parts.join(joint));
          const number = await this.#pieces.number(stem);
          if (number < 0) continue;
          const way = { parts: [number], worth: WORTH.joined, stems: [stem], free: true };
          for (let i = from; i <= to; i += 1) ways[i].push(way);
        }
      }
    }
  }

  /** Other words for the same: those of the glossary, the guide and the language.
   * @param {Typed[]} typed @param {Typed[]} asked @param {Way[][]} ways */
  async #others(typed, asked, ways) {
    for (const { at, other, free, guess } of this.#sayings(typed, asked)) {
      const way = await this.#way(other, WORTH.same * guess);
      if (!way || way.parts.length < other.length) continue;
      for (const i of at) ways[i].push({ ...way, free });
    }
  }

  /** What else means what stands somewhere in the query. @param {Typed[]} typed
   * @param {Typed[]} asked */
  #sayings(typed, asked) {
    const stems = typed.map((token) => token.taken ?? this.#words.stem(token.forms[0]));
    return this.#same.flatMap((group) =>
      group.flatMap(([phrase]) => {
        const at = stems.findIndex((_, i) => phrase.every((stem, n) => stems[i + n] === stem));
        if (at < 0) return [];
        const meant = typed.slice(at, at + phrase.length).map((token) => asked.indexOf(token));
        const others = group.filter(([other]) => other !== phrase);
        return others.map(([other, parts]) => ({
          at: meant.filter((i) => i >= 0),
          other: parts ?? other,
          // A phrase means more than its words: «si opp» is not «opp».
          free: phrase.length > 1,
          // What means the same as a guess is a guess.
          guess: typed.slice(at, at + phrase.length).some((token) => token.taken)
            ? WORTH.close
            : 1,
        }));
      }),
    );
  }
}

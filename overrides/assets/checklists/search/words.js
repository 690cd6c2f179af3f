// Words as the index has them: the same rules as macros/search/words.py, which made it. Pure.

const TOKEN = /[\p{L}\p{N}]+(?:[-./&'’][\p{L}\p{N}]+)*/gu;
const BETWEEN = /[-./&'’]/;
const DIGIT = /\p{N}/u;
const MOST_PARTS = 4;

/**
 * @typedef {{fold: [before: string, after: string][], apart: string[], endings: string[],
 *   joints: string[], part: number, short: string[], stop: string[], weak: string[],
 *   shortest: number, loose: string[],
 *   irregular: Record<string, string>}} Rules of the index's head
 * @typedef {{at: number, end: number, forms: string[]}} Token
 *   several forms are the joined one and its parts
 * @typedef {(stem: string) => boolean} Known tells a word
 */

export class Words {
  /** @param {Rules} rules */
  constructor(rules) {
    this.rules = rules;
    const befores = rules.fold.map(([before]) => `(${before})`).join("|");
    this.folding = new RegExp(befores || "(?!)", "g");
    this.short = new Set(rules.short);
    this.stop = new Set(rules.stop.map((word) => this.fold(word)));
    this.weak = new Set(rules.weak.map((word) => this.stem(this.fold(word))));
  }

  /** @param {string} word */
  fold(word) {
    const made = word.toLowerCase().normalize("NFC");
    const start = this.rules.apart.find((one) => made.startsWith(one)) ?? "";
    return start + this.#plain(made.slice(start.length));
  }

  /** @param {string} word in small letters */
  #plain(word) {
    const { fold } = this.rules;
    const folded = word.replace(
      this.folding,
      (...found) => fold[found.slice(1, fold.length + 1).findIndex(Boolean)][1],
    );
    return folded.normalize("NFKD").replace(/\p{M}/gu, "");
  }

  /** What a word may be that was typed without the letters that tell it apart («rad»: «råd»).
   * @param {string} folded */
  meant(folded) {
    const starts = this.rules.apart.map((start) => [start, this.#plain(start)]);
    const begun = starts.filter(([, plain]) => folded.startsWith(plain));
    return begun.map(([start, plain]) => start + folded.slice(plain.length));
  }

  /** @param {string} folded */
  stem(folded) {
    if (DIGIT.test(folded)) return folded;
    const { endings, shortest, irregular } = this.rules;
    if (Object.hasOwn(irregular, folded)) return irregular[folded];
    const ending = endings.find(
      (e) => folded.endsWith(e) && folded.length - e.length >= shortest,
    );
    const made = ending ? folded.slice(0, -ending.length) : folded;
    const last = made.at(-1) ?? "";
    const twice = made.length > 3 && last === made.at(-2) && !"aeiouy".includes(last);
    return twice ? made.slice(0, -1) : made;
  }

  /** A folded word without each ending that is only seldom one. @param {string} folded */
  looser(folded) {
    const { loose, part } = this.rules;
    return loose
      .filter((ending) => folded.endsWith(ending) && folded.length - ending.length >= part)
      .map((ending) => folded.slice(0, -ending.length));
  }

  /** Each word of a text, with its place. @param {string} text @returns {Token[]} */
  tokens(text) {
    return [...text.matchAll(TOKEN)].map((found) => {
      const parts = found[0].split(BETWEEN).map((part) => this.fold(part));
      const forms = parts.length === 1 ? parts : [parts.join(""), ...parts];
      return { at: found.index, end: found.index + found[0].length, forms };
    });
  }

  /** The parts of a folded compound as stems; [] when it is none. @param {string} word
   * @param {Known} known */
  split(word, known) {
    const own = this.stem(word);
    // A word and an ending that is a word too is no compound («overlever|ing»).
    const made = this.#splits(word, known, MOST_PARTS).filter((some) => !some.includes(own));
    const last = (/** @type {string[]} */ parts) => parts.at(-1)?.length ?? 0;
    made.sort((a, b) => a.length - b.length || last(b) - last(a));
    return made[0] ?? [];
  }

  /**
   * @param {string} word @param {Known} known @param {number} most parts
   * @returns {string[][]}
   */
  #splits(word, known, most) {
    /** @type {string[][]} */
    const made = [];
    for (let end = 2; end < word.length - 1; end += 1) {
      const head = word.slice(0, end);
      if (!this.#part(head, known)) continue;
      for (const joint of this.rules.joints) {
        const tail = word.slice(end + joint.length);
        if (!tail || !word.startsWith(joint, end)) continue;
        if (this.#part(tail, known)) made.push([this.stem(head), this.stem(tail)]);
        else if (most > 2 && tail.length >= 2 * this.rules.part - 1) {
          const tails = this.#splits(tail, known, most - 1);
          made.push(...tails.map((parts) => [this.stem(head), ...parts]));
        }
      }
    }
    return made;
  }

  /** @param {string} word @param {Known} known */
  #part(word, known) {
    if (word.length < this.rules.part) return this.short.has(word);
    return known(this.stem(word)) && !this.stop.has(word);
  }

  /** What is left of an ending says nothing («inte|ligens»).
   * @param {string} word @param {Known} known */
  #end(word, known) {
    return this.#part(word, known) && this.stem(word).length >= this.rules.part;
  }

  /** Known words that a folded word begins or ends with, when it does not split whole.
   * @param {string} word @param {Known} known */
  ends(word, known) {
    const least = this.rules.part;
    const found = [];
    for (let end = word.length - 3; end >= least; end -= 1) {
      if (this.#end(word.slice(0, end), known)) {
        found.push(this.stem(word.slice(0, end)));
        break;
      }
    }
    for (let start = 3; start <= word.length - least; start += 1) {
      if (this.#end(word.slice(start), known)) {
        found.push(this.stem(word.slice(start)));
        break;
      }
    }
    return found;
  }
}

// Words as the index has them: the same rules as macros/search/words.py, which made it. Pure.

const TOKEN = /[\p{L}\p{N}]+(?:[-./&'’][\p{L}\p{N}]+)*/gu;
const BETWEEN = /[-./&'’]/;
const DIGIT = /\p{N}/u;
const MOST_PARTS = 4;

export class Words {
  /** @param rules `rules` of the index's head */
  constructor(rules) {
    this.rules = rules;
    this.folding = new RegExp(rules.fold.map(([before]) => `(${before})`).join("|") || "(?!)", "g");
    this.short = new Set(rules.short);
    this.stop = new Set(rules.stop.map((word) => this.fold(word)));
  }

  fold(word) {
    const { fold } = this.rules;
    const made = word.toLowerCase().normalize("NFC");
    const folded = made.replace(this.folding, (...found) => fold[found.slice(1, fold.length + 1).findIndex(Boolean)][1]);
    return folded.normalize("NFKD").replace(/\p{M}/gu, "");
  }

  stem(folded) {
    if (DIGIT.test(folded)) return folded;
    const ending = this.rules.endings.find((e) => folded.endsWith(e) && folded.length - e.length >= this.rules.shortest);
    const made = ending ? folded.slice(0, -ending.length) : folded;
    const last = made.at(-1);
    return made.length > 3 && last === made.at(-2) && !"aeiouy".includes(last) ? made.slice(0, -1) : made;
  }

  /** Each word of a text, with its place: {at, end, forms}; several forms are the joined one and its parts. */
  tokens(text) {
    return [...text.matchAll(TOKEN)].map((found) => {
      const parts = found[0].split(BETWEEN).map((part) => this.fold(part));
      const forms = parts.length === 1 ? parts : [parts.join(""), ...parts];
      return { at: found.index, end: found.index + found[0].length, forms };
    });
  }

  /** The parts of a folded compound as stems; [] when it is none. `known(stem)` tells a word. */
  split(word, known) {
    const made = this.#splits(word, known, MOST_PARTS);
    made.sort((a, b) => a.length - b.length || b.at(-1).length - a.at(-1).length);
    return made[0] ?? [];
  }

  #splits(word, known, most) {
    const made = [];
    for (let end = 2; end < word.length - 1; end += 1) {
      const head = word.slice(0, end);
      if (!this.#part(head, known)) continue;
      for (const joint of this.rules.joints) {
        const tail = word.slice(end + joint.length);
        if (!tail || !word.startsWith(joint, end)) continue;
        if (this.#part(tail, known)) made.push([this.stem(head), this.stem(tail)]);
        else if (most > 2 && tail.length >= 2 * this.rules.part - 1) {
          made.push(...this.#splits(tail, known, most - 1).map((parts) => [this.stem(head), ...parts]));
        }
      }
    }
    return made;
  }

  #part(word, known) {
    if (word.length < this.rules.part) return this.short.has(word);
    return known(this.stem(word)) && !this.stop.has(word);
  }

  /** Known words that a folded word begins or ends with, when it does not split whole. */
  ends(word, known) {
    const least = this.rules.part;
    const found = [];
    for (let end = word.length - 3; end >= least; end -= 1) {
      if (this.#part(word.slice(0, end), known)) {
        found.push(this.stem(word.slice(0, end)));
        break;
      }
    }
    for (let start = 3; start <= word.length - least; start += 1) {
      if (this.#part(word.slice(start), known)) {
        found.push(this.stem(word.slice(start)));
        break;
      }
    }
    return found;
  }
}

/** How many letters two words differ by (swapped neighbours are one), or `most` + 1 when more. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}

// Finds documents in the index that macros/search made. Fetches only the pieces that a query needs.

import { Words, distance } from "./words.js";

const STEPS = 16;
/**
 * What weighs how much; set by trying on the tune half of tests/data/queries.csv.
 * worth: a way to a word beside the word itself; prior: a kind of document beside an item;
 * again: a page's next section when the page has been shown; last: the last part of a compound
 * beside the first (2 in all); whole and partly: a document with all parts of a compound, or some;
 * floor and power: what is left for a document that holds few of the words.
 */
export const WEIGHTS = {
  worth: { exact: 1, joined: 1, parts: 0.75, besides: 0.35, ends: 0.45, same: 0.75, begun: 0.7, close: 0.7, far: 0.45 },
  prior: { page: 1.3, list: 1.25, section: 0.9, item: 1, term: 1.1, file: 0.6 },
  again: 0.7,
  last: 1.25,
  whole: 1.15,
  partly: 0.6,
  floor: 0.25,
  power: 2,
};
const MOST_BEGUN = 8;
const MOST_CLOSE = 4;
const KEPT = 200;
const ENOUGH = 0.12; // of the best score: what is worth showing

export class Engine {
  #get;
  #head;
  #words;
  #starts;
  #pieces = new Map();
  #lists = new Map();

  /** @param {(name: string) => Promise<any>} get fetches a file of the index by its name */
  constructor(get) {
    this.#get = get;
  }

  /** The head: must be there before anything else is asked. */
  async open() {
    if (this.#head) return this;
    const head = await this.#get("hode");
    this.#words = new Words(head.rules);
    this.#starts = head.starts;
    this.kinds = head.kinds;
    this.phases = head.phases;
    this.size = head.kinds.reduce((sum, [, count]) => sum + count, 0);
    this.#head = head;
    return this;
  }

  get words() {
    return this.#words;
  }

  /**
   * The best documents for a query.
   * @param {{ kinds?: string[], phase?: string }} only
   * @returns {Promise<{ found: { number: number, kind: string, score: number }[], stems: Set<string>, corrected: Map<string, Set<string>> }>}
   *   `stems` are what was matched; `corrected` maps a typed word that is nowhere to what was taken instead
   */
  async find(query, only = {}) {
    const words = this.#words;
    const typed = words.tokens(query).map((token) => ({ ...token, said: query.slice(token.at, token.end) }));
    const meant = typed.filter((token) => token.forms.length > 1 || !words.stop.has(token.forms[0]));
    const asked = meant.length ? meant : typed;
    const unfinished = /[\p{L}\p{N}]$/u.test(query) ? typed.at(-1) : null;
    const corrected = new Map();
    const ways = await Promise.all(asked.map((token) => this.#waysTo(token, token === unfinished, corrected)));
    await this.#join(asked, ways);
    await this.#same(typed, asked, ways);
    // Rather a guess than nothing: the reader sees what was taken instead.
    if (!ways.flat().length) asked.forEach((token, i) => this.#close(token, words.stem(token.forms[0]), corrected, ways[i], 1));
    const rows = await this.#rows(new Set(ways.flat().flatMap((way) => way.parts)));
    const stems = new Set(ways.flat().flatMap((way) => way.stems));
    return { found: this.#best(this.#scores(ways, rows), only), stems, corrected };
  }

  /** Ways to a typed word: {parts: numbers of stems, worth, stems}. */
  async #waysTo(token, unfinished, corrected) {
    const words = this.#words;
    const [word, ...pieces] = token.forms;
    const stem = words.stem(word);
    const ways = [];
    const exact = await this.#number(stem);
    if (exact >= 0) ways.push({ parts: [exact], worth: WEIGHTS.worth.exact, stems: [stem], exact: true });
    const forms = await this.#way(pieces.map((piece) => words.stem(piece)), WEIGHTS.worth.parts);
    if (pieces.length && forms) ways.push(forms);
    if (unfinished && word.length > 2 && exact < 0) ways.push(...(await this.#begun(word, stem)));
    // Parts of a compound and misspelt words need every word: at hand on a small site, else worth fetching only now.
    if (ways.length && !this.#allHere) return ways;
    if (word.length > words.rules.part + 1 && !/\d/.test(word)) {
      await this.#everything();
      const known = (part) => this.#at(part) >= 0;
      const parts = words.split(word, known).filter((part) => part !== stem);
      const ends = parts.length ? [] : words.ends(word, known).filter((part) => part !== stem);
      if (parts.length) ways.push(await this.#way(parts, exact < 0 ? WEIGHTS.worth.parts : WEIGHTS.worth.besides));
      const enough = ways.length > 0;
      for (const end of ends) ways.push(await this.#way([end], WEIGHTS.worth.ends));
      if (!enough) this.#close(token, stem, corrected, ways);
    } else if (!ways.length && word.length > 2) {
      await this.#everything();
      this.#close(token, stem, corrected, ways);
    }
    return ways;
  }

  async #way(stems, worth) {
    const numbers = await Promise.all(stems.map((stem) => this.#number(stem)));
    const there = stems.filter((_, i) => numbers[i] >= 0);
    return there.length ? { parts: numbers.filter((n) => n >= 0), worth, stems: there } : null;
  }

  /** The word may be half typed: what begins so. */
  async #begun(word, stem) {
    const list = await this.#list(this.#pieceOf("ord", word));
    const begins = word.startsWith(stem) && stem.length > 2 ? stem : word;
    const first = list.lower(word);
    const made = [];
    for (let i = first; i < list.words.length && list.words[i].startsWith(begins) && made.length < MOST_BEGUN; i += 1) {
      if (list.words[i] !== stem && list.words[i].startsWith(word)) {
        made.push({ parts: [list.start + i], worth: WEIGHTS.worth.begun * (word.length / list.words[i].length), stems: [list.words[i]] });
      }
    }
    return made;
  }

  /** The words that differ least from one that is nowhere. */
  #close(token, stem, corrected, ways, more = 0) {
    const word = token.forms[0];
    const most = (stem.length > 7 ? 2 : stem.length > 3 ? 1 : 0) + more;
    if (!most || stem.length < 3) return;
    let best = most;
    let found = [];
    for (const list of this.#lists.values()) {
      for (let i = 0; i < list.words.length; i += 1) {
        const one = list.words[i];
        // Long words only for long ones; the first letter is seldom wrong when two are.
        const far = Math.min(distance(stem, one, best), this.#slipInEnding(word, one));
        if (far > best || (far > 1 && one[0] !== stem[0])) continue;
        if (far < best) found = [];
        best = far;
        found.push([list.start + i, one]);
      }
    }
    found.sort(([, a], [, b]) => Number(b[0] === stem[0]) - Number(a[0] === stem[0]) || b.length - a.length);
    for (const [number, one] of found.slice(0, MOST_CLOSE)) {
      ways.push({ parts: [number], worth: best === 1 ? WEIGHTS.worth.close : WEIGHTS.worth.far, stems: [one] });
      token.taken ??= one;
      corrected.set(token.said, (corrected.get(token.said) ?? new Set()).add(one));
    }
  }

  /** 1 when the slip is in the ending that the stem is without («innovasjn»), else many. */
  #slipInEnding(word, stem) {
    if (stem.length < 5 || !word.startsWith(stem)) return Infinity;
    const left = word.slice(stem.length);
    return this.#words.rules.endings.some((ending) => ending.length > 2 && distance(left, ending, 1) < 2) ? 1 : Infinity;
  }

  /** Words beside each other may be one compound: «sikkerhets kopi». */
  async #join(asked, ways) {
    const words = this.#words;
    for (let from = 0; from < asked.length; from += 1) {
      for (let to = from + 1; to < Math.min(asked.length, from + 3); to += 1) {
        const parts = asked.slice(from, to + 1).map((token) => token.forms[0]);
        for (const joint of to === from + 1 ? words.rules.joints : [""]) {
          const stem = words.stem(parts.join(joint));
          const number = await this.#number(stem);
          if (number < 0) continue;
          for (let i = from; i <= to; i += 1) ways[i].push({ parts: [number], worth: WEIGHTS.worth.joined, stems: [stem], free: true });
        }
      }
    }
  }

  /** Other words for the same: those of the glossary, the guide and the language. */
  async #same(typed, asked, ways) {
    const stems = typed.map((token) => token.taken ?? this.#words.stem(token.forms[0]));
    const more = [];
    for (const group of this.#head.same) {
      for (const [phrase] of group) {
        const at = stems.findIndex((_, i) => phrase.every((stem, n) => stems[i + n] === stem));
        if (at < 0) continue;
        const some = typed.slice(at, at + phrase.length).map((token) => asked.indexOf(token)).filter((i) => i >= 0);
        for (const [other, parts] of group) if (other !== phrase) more.push([some, parts ?? other, phrase.length > 1]);
      }
    }
    for (const [some, other, phrase] of more) {
      const way = await this.#way(other, WEIGHTS.worth.same);
      if (!way || !other.length || way.parts.length < other.length) continue;
      // A phrase means more than its words: «si opp» is not «opp».
      for (const i of some) ways[i].push({ ...way, free: phrase });
    }
  }

  #scores(ways, rows) {
    const total = new Float32Array(this.size);
    const covered = new Float32Array(this.size);
    let weight = 0;
    const rarity = (number) => Math.log(1 + this.size / (1 + rows.get(number).length));
    for (const some of ways) {
      const best = new Float32Array(this.size);
      // A rare word for the same is worth no more than the word that was typed.
      const own = Math.max(...some.filter((way) => way.exact).map((way) => rarity(way.parts[0])), 0) || Infinity;
      let most = 0;
      for (const way of some) {
        const sum = new Float32Array(way.parts.length > 1 ? this.size : 0);
        const seen = new Uint8Array(sum.length);
        const alone = way.parts.length === 1;
        for (const [place, part] of way.parts.entries()) {
          const rare = way.free ? rarity(part) : Math.min(rarity(part), own);
          // The last part of a compound says what it is; the others say of which sort.
          const share = alone ? 1 : place === way.parts.length - 1 ? WEIGHTS.last : 2 - WEIGHTS.last;
          const worth = (way.worth * rare * share) / (STEPS - 1);
          most = Math.max(most, way.worth * rare);
          let document = 0;
          for (const coded of rows.get(part)) {
            document += coded >> 4;
            const score = worth * (coded & 15);
            if (alone) best[document] = Math.max(best[document], score);
            else {
              sum[document] += score;
              seen[document] += 1;
            }
          }
        }
        for (let i = 0; i < sum.length; i += 1) {
          if (!seen[i]) continue;
          const all = seen[i] === way.parts.length;
          best[i] = Math.max(best[i], all ? (sum[i] / seen[i]) * WEIGHTS.whole : (sum[i] / way.parts.length) * WEIGHTS.partly);
        }
      }
      weight += most;
      for (let i = 0; i < best.length; i += 1) {
        if (!best[i]) continue;
        total[i] += best[i];
        covered[i] += most;
      }
    }
    for (let i = 0; i < total.length; i += 1) {
      if (total[i]) total[i] *= WEIGHTS.floor + (1 - WEIGHTS.floor) * (covered[i] / weight) ** WEIGHTS.power;
    }
    return total;
  }

  #best(scores, only) {
    const kinds = only.kinds?.length ? new Set(only.kinds) : null;
    const phase = this.phases.findIndex(([id]) => id === only.phase);
    const made = [];
    let run = 0;
    let left = this.#head.phase[0]?.[1] ?? 0;
    let number = 0;
    for (const [kind, count] of this.kinds) {
      const asked = !kinds || kinds.has(kind);
      for (let i = 0; i < count; i += 1, number += 1, left -= 1) {
        while (!left && run < this.#head.phase.length - 1) left = this.#head.phase[++run][1];
        if (!scores[number] || !asked) continue;
        if (phase >= 0 && !this.#head.phase[run][0].includes(phase)) continue;
        made.push({ number, kind, score: scores[number] * (WEIGHTS.prior[kind] ?? 1) });
      }
    }
    made.sort(better);
    const enough = made.length ? made[0].score * ENOUGH : 0;
    return this.#varied(made.slice(0, KEPT).filter((one) => one.score >= enough));
  }

  /** A page that has been shown once lets others come before its next sections. */
  #varied(found) {
    const times = new Map();
    for (const one of found) {
      const page = one.kind === "page" ? one.number : one.kind === "section" ? this.#pageOf(one.number) : -1;
      if (page < 0) continue;
      const before = times.get(page) ?? 0;
      times.set(page, before + 1);
      one.score *= WEIGHTS.again ** Math.min(before, 2);
    }
    return found.sort(better);
  }

  /** The page that a section stands in: pages come first, sections in their pages' order. */
  #pageOf(number) {
    let left = number - this.rangeOf("section")[0];
    return this.#head.sections.findIndex((count) => (left -= count) < 0);
  }

  /** What to show of documents, in the order asked: {title, url, where, text}. */
  async texts(numbers) {
    return Promise.all(
      numbers.map(async (number) => {
        const piece = this.#pieceOf("tekst", number);
        const [title, url, where, text] = (await this.#piece("tekst", piece))[number - this.#starts.tekst[piece]];
        return { title, url, where, text };
      }),
    );
  }

  /** The number of a kind's first document, and how many there are. */
  rangeOf(kind) {
    let start = 0;
    for (const [name, count] of this.kinds) {
      if (name === kind) return [start, count];
      start += count;
    }
    return [0, 0];
  }

  async #rows(numbers) {
    const made = new Map();
    await Promise.all(
      [...numbers].map(async (number) => {
        const piece = this.#pieceOf("treff", number);
        made.set(number, (await this.#piece("treff", piece))[number - this.#starts.treff[piece]]);
      }),
    );
    return made;
  }

  /** The number of a stem, or -1. */
  async #number(stem) {
    await this.#list(this.#pieceOf("ord", stem));
    return this.#at(stem);
  }

  #at(stem) {
    const list = this.#lists.get(this.#pieceOf("ord", stem));
    const place = list.lower(stem);
    return list.words[place] === stem ? list.start + place : -1;
  }

  get #allHere() {
    return this.#lists.size === this.#starts.ord.length || this.#starts.ord.length === 1;
  }

  #everything() {
    return Promise.all(this.#starts.ord.map((_, piece) => this.#list(piece)));
  }

  async #list(piece) {
    if (!this.#lists.has(piece)) {
      const rows = await this.#piece("ord", piece);
      if (!this.#lists.has(piece)) this.#lists.set(piece, unfolded(rows, this.#starts.ord[piece][0]));
    }
    return this.#lists.get(piece);
  }

  /** Which piece holds a row (by number) or a word (by the letters that pieces begin with). */
  #pieceOf(name, wanted) {
    const starts = this.#starts[name];
    const word = typeof wanted === "string";
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((word ? starts[middle][1] : starts[middle]) <= wanted) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #piece(name, number) {
    const key = `${name}-${number}`;
    if (!this.#pieces.has(key)) {
      const asked = this.#get(key, this.#head.version);
      asked.catch(() => this.#pieces.delete(key));
      this.#pieces.set(key, asked);
    }
    return this.#pieces.get(key);
  }
}

const better = (a, b) => b.score - a.score || a.number - b.number;

/** Words from a piece where each says how many letters it shares with the one before. */
function unfolded(rows, start) {
  let before = "";
  const words = rows.map((row) => {
    before = typeof row === "string" ? row : before.slice(0, row[0]) + row[1];
    return before;
  });
  const lower = (wanted) => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { words, start, lower };
}

// The pieces of the index that macros/search made, fetched when they are asked for.

/**
 * @typedef {import("./words.js").Rules} Rules
 * @typedef {[stems: string[], parts?: string[]][]} Same phrases that mean the same, each with the
 *   stems of its parts when it is a compound
 * @typedef {{version: string, rules: Rules, kinds: [kind: string, count: number][],
 *   phases: [id: string, title: string][], phase: [phases: number[], count: number][],
 *   sections: number[], items: number[], ways: number[], same: Same[],
 *   starts: {ord: [number, string][], treff: number[], tekst: number[]}}} Head
 *   `phase`: which phases documents belong to, in runs; `sections`: how many each page has
 * @typedef {{words: string[], start: number, lower: (wanted: string) => number}} List
 *   stems in order, the number of the first, and the place of the first that is not before a word
 * @typedef {{title: string, url: string, where: string, text: string}} Shown
 * @typedef {(name: string, version?: string) => Promise<any>} Get fetches a file by its name
 */

export class Pieces {
  #get;
  #head;
  /** @type {Map<string, Promise<any>>} */
  #pieces = new Map();
  /** @type {Map<number, List>} */
  #lists = new Map();

  /** @param {Get} get @param {Head} head */
  constructor(get, head) {
    this.#get = get;
    this.#head = head;
  }

  /** The lists of words that are here, in the order in which they came. */
  get lists() {
    return this.#lists.values();
  }

  /** True when every word is here, or comes with the first piece. */
  get allHere() {
    const all = this.#head.starts.ord.length;
    return all === 1 || this.#lists.size === all;
  }

  everything() {
    return Promise.all(this.#head.starts.ord.map((_, piece) => this.#list(piece)));
  }

  /** The list that a word would stand in. @param {string} word */
  listOf(word) {
    return this.#list(this.#wordPiece(word));
  }

  /** The number of a stem, or -1. @param {string} stem */
  async number(stem) {
    return placeIn(await this.listOf(stem), stem);
  }

  /** As `number`, of what is here already. @param {string} stem */
  numberHere(stem) {
    const list = this.#lists.get(this.#wordPiece(stem));
    return list ? placeIn(list, stem) : -1;
  }

  /**
   * Where each stem occurs: by its number, [document and weight in one number, …].
   * @param {Set<number>} numbers @returns {Promise<Map<number, number[]>>}
   */
  async rows(numbers) {
    const found = await Promise.all([...numbers].map((number) => this.#row("treff", number)));
    return new Map([...numbers].map((number, i) => [number, found[i]]));
  }

  /** What to show of documents, in the order asked. @param {number[]} numbers
   * @returns {Promise<Shown[]>} */
  async texts(numbers) {
    const found = await Promise.all(numbers.map((number) => this.#row("tekst", number)));
    return found.map(([title, url, where, text]) => ({ title, url, where, text }));
  }

  /** @param {"treff" | "tekst"} name @param {number} number */
  async #row(name, number) {
    const starts = this.#head.starts[name];
    const piece = lastWhere(starts.length, (at) => starts[at] <= number);
    return (await this.#piece(name, piece))[number - starts[piece]];
  }

  /** Which piece of the words holds one: by the letters that pieces begin with.
   * @param {string} word */
  #wordPiece(word) {
    const starts = this.#head.starts.ord;
    return lastWhere(starts.length, (at) => starts[at][1] <= word);
  }

  /** @param {number} piece */
  async #list(piece) {
    const before = this.#lists.get(piece);
    if (before) return before;
    const rows = await this.#piece("ord", piece);
    const made = this.#lists.get(piece) ?? unfolded(rows, this.#head.starts.ord[piece][0]);
    this.#lists.set(piece, made);
    return made;
  }

  /** @param {string} name @param {number} number */
  #piece(name, number) {
    const key = `${name}-${number}`;
    const asked = this.#pieces.get(key) ?? this.#get(key, this.#head.version);
    asked.catch(() => this.#pieces.delete(key));
    this.#pieces.set(key, asked);
    return asked;
  }
}

/** The last of so many places of which it is true, when it is true up to one and false after.
 * @param {number} length @param {(at: number) => boolean} fits */
function lastWhere(length, fits) {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** @param {List} list @param {string} stem */
function placeIn(list, stem) {
  const place = list.lower(stem);
  return list.words[place] === stem ? list.start + place : -1;
}

/**
 * Words from a piece where each says how many letters it shares with the one before.
 * @param {(string | [shared: number, rest: string])[]} rows @param {number} start
 * @returns {List}
 */
function unfolded(rows, start) {
  let before = "";
  const words = rows.map((row) => {
    before = typeof row === "string" ? row : before.slice(0, row[0]) + row[1];
    return before;
  });
  const lower = (/** @type {string} */ wanted) => {
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

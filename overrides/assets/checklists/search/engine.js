// Finds documents in the index that macros/search made. Fetches only the pieces that a query needs.

import { composed } from "../elements/composed.js";
import { rangeOf, ranked } from "./order.js";
import { Pieces } from "./pieces.js";
import { scores } from "./ranking.js";
import { Ways } from "./ways.js";
import { Words } from "./words.js";

/**
 * @typedef {import("./pieces.js").Get} Get
 * @typedef {import("./pieces.js").Head} Head
 * @typedef {import("./order.js").Found} Found
 * @typedef {import("./order.js").Only} Only
 * @typedef {import("./ways.js").Corrected} Corrected
 */

export class Engine {
  #get;
  /** @type {{head: Head, words: Words, pieces: Pieces} | undefined} */
  #index;

  /** @param {Get} get fetches a file of the index by its name */
  constructor(get) {
    this.#get = get;
  }

  /** Must be done before anything else is asked. */
  async open() {
    if (this.#index) return this;
    /** @type {Head} */
    const head = await this.#get("hode");
    // Asked for twice at once, it is the first that counts.
    const pieces = new Pieces(this.#get, head);
    this.#index ??= { head, words: new Words(head.rules), pieces };
    return this;
  }

  get #open() {
    if (!this.#index) throw new Error("the index is not open");
    return this.#index;
  }

  get words() {
    return this.#open.words;
  }

  /** [kind, how many], in the order of the documents' numbers. */
  get kinds() {
    return this.#open.head.kinds;
  }

  /** [id, title] of the phases that documents belong to. */
  get phases() {
    return this.#open.head.phases;
  }

  /** Documents to go to when nothing was found. */
  get ways() {
    return this.#open.head.ways;
  }

  /** The number of a kind's first document, and how many there are. @param {string} kind */
  rangeOf(kind) {
    return rangeOf(this.#open.head, kind);
  }

  /**
   * The best documents for a query.
   * @param {string} asked the query @param {Only} only
   * @returns {Promise<{found: Found[], stems: Set<string>, corrected: Corrected}>}
   *   `stems` are what was matched; `corrected` what was typed and is nowhere, with what was taken
   */
  async find(asked, only = {}) {
    const query = composed(asked);
    const { head, words, pieces } = this.#open;
    const typed = words
      .tokens(query)
      .map((token) => ({ ...token, said: query.slice(token.at, token.end) }));
    const meant = typed.filter(({ forms }) => forms.length > 1 || !words.stop.has(forms[0]));
    // Words that say nothing would lead anywhere.
    if (!meant.length) return { found: [], stems: new Set(), corrected: new Map() };
    const unfinished = /[\p{L}\p{N}]$/u.test(query) ? (typed.at(-1) ?? null) : null;
    const finder = new Ways(words, pieces, head.same);
    const ways = await finder.all(typed, meant, unfinished);
    const rows = await pieces.rows(new Set(ways.flat().flatMap((way) => way.parts)));
    const size = head.kinds.reduce((sum, [, count]) => sum + count, 0);
    return {
      found: ranked(scores(ways, rows, size), head, only, ways.length),
      stems: new Set(ways.flat().flatMap((way) => way.stems)),
      corrected: finder.corrected,
    };
  }

  /** What to show of documents, in the order asked. @param {number[]} numbers */
  texts(numbers) {
    return this.#open.pieces.texts(numbers);
  }
}

// What weighs how much when documents are ranked; set by trying on the halves to tune on of
// tests/data/queries.csv and tests/data/unseen/, and by leaving a quarter of them out at a time.

export const WEIGHTS = {
  /** A way to a word, beside the word itself. */
  worth: {
    exact: 1,
    joined: 0.7,
    loose: 0.9,
    parts: 0.8,
    besides: 0.35,
    ends: 0.45,
    same: 0.83,
    begun: 0.7,
    close: 0.7,
    far: 0.45,
  },
  /** A word that says little, beside one that says what is meant. */
  weak: 0.4,
  /** A kind of document, beside an item: for one word, and for many.
   * @type {Record<string, [one: number, many: number]>} */
  prior: {
    page: [1.2, 1.15],
    list: [1.1, 0.85],
    section: [0.75, 0.7],
    item: [1, 1],
    term: [1.1, 0.6],
    file: [0.6, 1.2],
  },
  /** Words beyond the first, until they are many. */
  words: 2,
  /** What a whole gets of what its best parts have. */
  up: 0.4,
  /** A page's next section when the page has been shown. */
  again: 0.5,
  /** A list's next item when one of it has been shown. */
  againItem: 0.85,
  /** The last part of a compound beside the first; 2 in all. */
  last: 1.26,
  /** A document with all parts of a compound, and with some of them. */
  whole: 1.15,
  partly: 0.65,
  /** How much more a rare word counts than one that is everywhere. */
  rare: 0.85,
  /** What is left for a document that holds few of the words. */
  floor: 0.23,
  power: 1.8,
  /** A word counts as held by how much it weighs there, not only because it is there. */
  soft: 0.8,
  /** A third answer for each of the first two that is of its kind. */
  alike: 0.9,
};

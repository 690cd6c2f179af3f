// What weighs how much when documents are ranked; set by trying on the tune half of
// tests/data/queries.csv.

export const WEIGHTS = {
  /** A way to a word, beside the word itself. */
  worth: {
    exact: 1,
    joined: 1,
    parts: 0.75,
    besides: 0.35,
    ends: 0.45,
    same: 0.75,
    begun: 0.7,
    close: 0.7,
    far: 0.45,
  },
  /** A kind of document, beside an item. @type {Record<string, number>} */
  prior: { page: 1.3, list: 1.25, section: 0.9, item: 1, term: 1.1, file: 0.6 },
  /** A page's next section when the page has been shown. */
  again: 0.7,
  /** The last part of a compound beside the first; 2 in all. */
  last: 1.25,
  /** A document with all parts of a compound, and with some of them. */
  whole: 1.15,
  partly: 0.6,
  /** What is left for a document that holds few of the words. */
  floor: 0.25,
  power: 2,
};

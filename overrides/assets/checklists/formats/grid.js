// Tables that came in a file, whatever its format: cells by the columns that they cover. Pure.

/**
 * @typedef {{from: number, to: number, text: string, links: [words: string, address: string][],
 *   notes: string[], doubts: string[], formula?: boolean, merged?: boolean}} Cell
 *   columns from `from` up to but not with `to`; `notes`: what stands beside it (comments,
 *   footnotes); `doubts`: why it may not be what its writer sees
 * @typedef {Cell[][]} Table
 * @typedef {{tables: Table[], text: string, notes: string[]}} Grid
 *   `text`: all of it; `notes`: those that stand by no cell
 */

/**
 * @param {number} from @param {string} text @param {Partial<Cell>} [more] @returns {Cell}
 */
export const cell = (from, text, more = {}) => ({
  ...{ from, to: from + 1, text, links: [], notes: [], doubts: [] },
  ...more,
});

/** Rows of texts as a table. @param {string[][]} rows @returns {Table} */
export const fromTexts = (rows) => rows.map((row) => row.map((text, n) => cell(n, text)));

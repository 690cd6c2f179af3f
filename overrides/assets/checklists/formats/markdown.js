// Markdown from texts: tables, and texts on one line. Pure.

/** A text on one line. @param {string} text */
export const flat = (text) => text.replace(/\s*\n\s*/g, " ");

/** @param {string[]} cells */
const row = (cells) => `| ${cells.map((text) => flat(text.replaceAll("|", "\\|"))).join(" | ")} |`;

/** The lines of a table. @param {string[]} head @param {string[][]} rows */
export const table = (head, rows) => [
  row(head),
  `|${" --- |".repeat(head.length)}`,
  ...rows.map(row),
];

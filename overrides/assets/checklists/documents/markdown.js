// A document as Markdown. Pure.

import { table } from "../formats/markdown.js";

/** @typedef {import("../formats/docx.js").Plain} Block */

/** @type {Record<string, string>} */
const SIGNS = { Title: "# ", Heading1: "## ", Heading2: "### ", ContentsHead: "### " };

/** @param {Block[]} blocks @param {string} edition said at the end */
export const markdown = (blocks, edition) =>
  `${blocks.flatMap(lines).join("\n")}\n${edition}\n`;

/** @param {Block} made @returns {string[]} */
function lines(made) {
  if ("link" in made) return [`${made.deep ? "  " : ""}- ${made.text}`];
  if (!("widths" in made)) return [`${SIGNS[made.style] ?? ""}${made.text}`, ""];
  if (!made.head.length) return [`**${made.rows[0][0]}:**`, ""];
  return [...table(made.head, made.rows), ""];
}

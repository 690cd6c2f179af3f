// What fills in the files of lists and reads them back, in one file after the build; fetched when
// one is asked for or opened.

import { filled as office } from "./files/fill.js";
import { opened as read } from "./files/opened.js";
import { undecided as undecidedIn } from "./files/undecided.js";

export const undecided = undecidedIn;

/**
 * A file of a kind («docx», «xlsx», «csv», «pdf») filled in; `long` and `absent`: how many texts it
 * lacks room for.
 * @param {string} kind @param {Uint8Array} bytes @param {import("./files/fill.js").Answers} answers
 * @param {import("./elements/words.js").Words} t
 */
export async function filled(kind, bytes, answers, t) {
  if (kind === "pdf") return (await import("./pdf-files.js")).intoPdf(bytes, answers, t);
  return { ...(await office(kind, bytes, answers, t)), absent: 0 };
}

/**
 * @param {File} file @param {import("./elements/catalog.js").Catalog} catalog
 * @param {import("./answers/state.js").State} mine @param {import("./elements/words.js").Words} t
 * @param {string} now ISO 8601
 */
export const opened = (file, catalog, mine, t, now) =>
  read(file, catalog, mine, t, now, {
    pdf: () => import("./pdf-files.js"),
    language: document.documentElement.lang,
  });

// What fills in the files of lists and reads them back, in one file after the build; fetched when
// one is asked for or opened.

import { filled as filledIn } from "./files/fill.js";
import { opened as read } from "./files/opened.js";

export const filled = filledIn;

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

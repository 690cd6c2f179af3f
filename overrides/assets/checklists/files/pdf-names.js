// What a PDF's field is of: <list>/<item>, or one thing of it, as macros/exports/pdf.py names them.
// Pure.

// What has taken the file into a form of its own may have put a name and a dot before.
const NAME = /(?:^|\.)([a-z0-9-]+)\/([a-z0-9-]+)(?:\/([a-z]+))?$/;

/** Empty texts for a field that is none of ours. @param {string} name */
export function partsOf(name) {
  const [, list = "", item = "", what = "done"] = NAME.exec(name) ?? [];
  return { list, item, what };
}

// The page's twin as text: the whole of it, or an item's lines with what is said of all sources.

/** @returns {Promise<string>} */
export async function twin() {
  const answer = await fetch(new URL("index.md", location.href.split("#")[0]));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

/** An item's lines, and what is law and as of when. @param {string} item */
export async function sourced(item) {
  const text = await twin();
  const mark = `<a id="${item}"></a>\n`;
  const start = text.indexOf(mark);
  if (start < 0) throw new Error(item);
  const [lines] = text.slice(start + mark.length).split("\n\n", 1);
  return `${lines}\n\n${text.trimEnd().split("\n").at(-1)}\n`;
}

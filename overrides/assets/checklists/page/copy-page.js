// Copying the page as text; where the browser does not let us, the text is shown instead.

import { node } from "../elements/node.js";
import { twin } from "../elements/twin.js";

/** @type {WeakMap<HTMLAnchorElement, HTMLElement>} */
const beside = new WeakMap();

/** @param {HTMLAnchorElement} link to the page's twin @param {URL} place of the word for it */
export async function copyPage(link, place) {
  const said = beside.get(link) ?? node("span", { role: "status" });
  if (!beside.has(link)) link.after(" ", said);
  beside.set(link, said);
  said.textContent = "";
  try {
    const word = fetch(place).then((answer) => answer.text());
    await navigator.clipboard.writeText(await twin());
    said.textContent = (await word).trim();
  } catch {
    location.assign(link.href);
  }
}

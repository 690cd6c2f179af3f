// Copying the page as text; where the browser does not let us, the text is shown instead.

import { twin } from "../elements/twin.js";

/** @param {HTMLAnchorElement} link to the page's twin */
export async function copyPage(link) {
  try {
    await navigator.clipboard.writeText(await twin());
    link.textContent = link.dataset.copied ?? "";
  } catch {
    location.assign(link.href);
  }
}

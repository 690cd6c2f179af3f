// Copying an item's permanent address.

import { find } from "../elements/find.js";
import { storeWords } from "./answer-words.js";

/** Says that it is copied, or why not, beside the button. @param {HTMLButtonElement} button */
export async function copyLink(button) {
  const holder = button.parentElement ?? document.body;
  const said = find(holder, ".checklist__copied", HTMLElement);
  const words = storeWords(button);
  try {
    await navigator.clipboard.writeText(find(holder, "a", HTMLAnchorElement).href);
    said.textContent = words.copied ?? "";
  } catch {
    said.textContent = words.failed ?? "";
  }
}

// Copying an item's permanent address, or all that it says with its sources.

import { find } from "../elements/find.js";
import { sourced } from "../elements/twin.js";
import { storeWords } from "./answer-words.js";

/** Says that it is copied, or why not, beside the button. @param {HTMLButtonElement} button */
export async function copyLink(button) {
  const holder = button.parentElement ?? document.body;
  const said = find(holder, ".checklist__copied", HTMLElement);
  const words = storeWords(button);
  const item = button.dataset.itemText;
  try {
    const text = item ? await sourced(item) : find(holder, "a", HTMLAnchorElement).href;
    await navigator.clipboard.writeText(text);
    said.textContent = (item ? words.copiedItem : words.copied) ?? "";
  } catch {
    said.textContent = words.failed ?? "";
  }
}

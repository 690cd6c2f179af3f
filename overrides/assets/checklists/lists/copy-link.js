// Copying an item's permanent address.

import { find } from "../elements/find.js";

/** Says that it is copied, or why not, beside the button. @param {HTMLButtonElement} button */
export async function copyLink(button) {
  const holder = button.parentElement ?? document.body;
  const said = find(holder, ".checklist__copied", HTMLElement);
  try {
    await navigator.clipboard.writeText(find(holder, "a", HTMLAnchorElement).href);
    said.textContent = button.dataset.copied ?? "";
  } catch {
    said.textContent = button.dataset.failed ?? "";
  }
}

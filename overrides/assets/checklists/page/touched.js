// The first touch of a term, until what explains terms is here: most pages are read without.

import { outer } from "../elements/find.js";

/** @typedef {(event: Event) => void} Explain */

/** @param {() => Promise<{explain: Explain}>} load what explains */
export function touchTerms(load) {
  const over = new AbortController();
  /** @param {Event} event */
  const touched = async (event) => {
    const link = outer(event.target, "a[data-term]", HTMLAnchorElement);
    if (!link) return;
    const tap = event instanceof PointerEvent && event.type + event.pointerType === "clicktouch";
    // The first tap explains; a mouse and a keyboard have seen it when they click.
    if (tap) event.preventDefault();
    if (tap) event.stopPropagation();
    try {
      (await load()).explain(event);
      over.abort();
    } catch {
      if (tap) location.assign(link.href); // no net just now
    }
  };
  for (const name of ["pointerover", "focusin", "click"])
    document.addEventListener(name, touched, { capture: true, signal: over.signal });
}

// The first touch of a term, until what explains terms is here: most pages are read without.

import { outer } from "../elements/find.js";

/** @typedef {(event?: Event) => void} Explain without one from the next on */

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
      const { explain } = await load();
      over.abort();
      explain(tap || link.matches(":hover, :focus") ? event : undefined);
    } catch {
      if (tap) location.assign(link.href); // no net just now
    }
  };
  for (const name of ["pointerover", "focusin", "click"])
    document.addEventListener(name, touched, { capture: true, signal: over.signal });
}

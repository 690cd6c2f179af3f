// At the head of the theme's script (trusted.py): it makes every address in the page whole as it
// starts, and a sheet whose address is written is read again and has the whole page styled anew.
// Our sheets have theirs already: asked, they say so, also when navigation compares two pages.

(() => {
  for (const sheet of document.querySelectorAll("link[rel=stylesheet]")) {
    const whole = /** @type {HTMLLinkElement} */ (sheet.cloneNode());
    whole.setAttribute("href", whole.href);
    const { href, outerHTML } = whole;
    Object.defineProperties(sheet, {
      href: { get: () => href, set: () => {} },
      outerHTML: { value: outerHTML },
    });
  }
})();

// What may become a script's address or a whole document here; written at the head of the theme's
// script by trusted.py, which fills in SCRIPTS and TEXTS. The policy (policy.py) lets nothing else
// through: a text that this does not know goes nowhere, whoever hands it on. On every first visit,
// so it is short.

(() => {
  const SCRIPTS = /** @type {string[]} */ ([]);
  const TEXTS = /** @type {string[]} */ ([]);
  const here = /** @type {HTMLScriptElement} */ (document.currentScript);
  const stamp = document.querySelector("meta[http-equiv]");
  // The theme's own script lies in assets/javascripts/.
  const known = [here.src, ...SCRIPTS.map((name) => new URL(`../../${name}`, here.src).href)];
  const head = /^\s*<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta charset="utf-8">/;
  const map = /^\s*<\?xml([^<]|<\/?(url(set)?|loc|lastmod|xhtml:link)\b)*$/;
  if (!stamp) return;
  /** @type {any} */ (self).trustedTypes?.createPolicy("default", {
    // Scripts of pages that navigation has fetched, and the worker: those of this site.
    createScriptURL: (/** @type {string} */ address) =>
      known.includes(new URL(address, document.baseURI).href) ? address : null,
    // What stands in such a page itself, letter by letter; only where an edition has such.
    createScript: (/** @type {string} */ text) => (TEXTS.includes(text) ? text : null),
    // Navigation parses pages and the sitemap. A page of ours bears the policy of this one, before
    // anything else that could run; the sitemap holds addresses and days.
    createHTML: (/** @type {string} */ text, /** @type {string} */ _, /** @type {string} */ sink) =>
      sink === "DOMParser parseFromString" &&
      (map.test(text) || text.replace(head, "").startsWith(stamp.outerHTML))
        ? text
        : null,
  });
})();

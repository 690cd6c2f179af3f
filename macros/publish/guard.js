// What may become a script's address or a whole document here; written at the head of the theme's
// script by trusted.py, which fills in SCRIPTS and TEXTS. The policy (policy.py) lets nothing else through:
// a text that this does not know goes nowhere, whoever hands it on.

(() => {
  const SCRIPTS = /** @type {string[]} */ ([]);
  const TEXTS = /** @type {string[]} */ ([]);
  const { trustedTypes } = /** @type {{trustedTypes?: {createPolicy: Function}}} */ (
    /** @type {unknown} */ (self)
  );
  const here = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (!trustedTypes || !here) return;
  const home = new URL("../../", here.src).href; // the bundle lies in assets/javascripts/
  // Each page asks for the theme's script too; it is this file, whatever it is called.
  const own = new Set([here.src, ...SCRIPTS.map((name) => new URL(name, home).href)]);
  const meta = /** @type {HTMLMetaElement | null} */ (
    document.querySelector("meta[http-equiv=Content-Security-Policy]")
  );
  const rules = meta ? meta.content.replaceAll("'", "&#x27;") : "";
  const stamp = `<meta http-equiv="Content-Security-Policy" content="${rules}">`;
  const before = /^\s*<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta charset="utf-8">$/;
  const sitemap = /^\s*<\?xml[^>]*>\s*<urlset\b/;
  const tags = /<(?!\/?(?:urlset|url|loc|lastmod|changefreq|priority|xhtml:link)\b|\?xml\b)/;

  trustedTypes.createPolicy("default", {
    // Scripts of pages that navigation has fetched: those that this site was built with.
    createScriptURL: (/** @type {string} */ address) =>
      own.has(new URL(address, document.baseURI).href.split(/[?#]/)[0]) ? address : null,
    // What stands in such a page itself: just that, letter by letter.
    createScript: (/** @type {string} */ text) => (TEXTS.includes(text) ? text : null),
    // Navigation parses pages and the sitemap. A page of ours bears the policy of this one, before
    // anything else that could run; the sitemap holds addresses and days.
    createHTML: (/** @type {string} */ text, /** @type {string} */ _, /** @type {string} */ sink) => {
      if (sink !== "DOMParser parseFromString") return null;
      if (sitemap.test(text)) return tags.test(text) ? null : text;
      return before.test(text.slice(0, Math.max(text.indexOf(stamp), 0))) ? text : null;
    },
  });
})();

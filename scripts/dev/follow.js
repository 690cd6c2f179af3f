// Put into each page that `dev.py serve` gives: what has changed comes in place, marked for two
// seconds, while the page stays where it is and open as it is.

const INNER = "[data-md-component=container]";
const MARKED = 2000;
const LOOK = "outline:3px solid #e8a33d;outline-offset:4px;transition:outline-color .4s";

let asking = new AbortController();

/** @param {number} epoch of the site that this page is of */
// eslint-disable-next-line no-unused-vars -- called from the page
async function livereload(epoch) {
  let [at, was, sheets] = [location.pathname, await written(), await looked()];
  theme()?.subscribe?.(() => asking.abort());
  while (was) {
    const now = await asked(epoch);
    if (at !== location.pathname) {
      // The theme has put another page in the place of this one.
      [at, was, sheets] = [location.pathname, await written(), await looked()];
      continue;
    }
    if (now <= epoch) continue;
    epoch = now;
    const [is, other] = await Promise.all([written(), differ(sheets)]);
    if (!is) return location.reload();
    if (other || frame(was) !== frame(is)) return again();
    if (inner(was) !== inner(is)) changed(was, is);
    fault(is);
    was = is;
  }
}

/** The newest site that is there, asked again when the server is away or another page has come in
 * the place of this one. The server is told which page this is, and makes it first.
 * @param {number} epoch */
async function asked(epoch) {
  asking = new AbortController();
  try {
    const place = `/livereload/${epoch}/${Date.now()}?${location.pathname}`;
    return Number(await (await fetch(place, { signal: asking.signal })).text());
  } catch {
    if (!asking.signal.aborted) await new Promise((ready) => setTimeout(ready, 1000));
    return epoch;
  }
}

/** This page as the server has it now. */
async function written() {
  const answer = await fetch(location.href, { cache: "no-store" });
  if (!answer.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** The page's own part. @param {Document} [page] @returns {HTMLElement} */
const part = (page = document) => page.querySelector(INNER) ?? page.body;

const inner = (/** @type {Document} */ page) => part(page).innerHTML;

/** What stands round the page's own part, without what tells of the server.
 * @param {Document} page */
function frame(page) {
  const copy = /** @type {HTMLElement} */ (page.documentElement.cloneNode(true));
  for (const one of copy.querySelectorAll(`${INNER}, body > script, body > pre[role=alert], title`))
    one.remove();
  return copy.innerHTML;
}

/** The sheets and scripts of the page, by their address. @returns {Promise<Map<string, string>>} */
async function looked() {
  const all = [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map(place);
  const ours = all.filter((address) => address.startsWith(location.origin));
  const found = ours.map(async (address) => [address, await text(address)]);
  return new Map(/** @type {[string, string][]} */ (await Promise.all(found)));
}

/** Where a sheet or script is, whole: the theme makes addresses so. @param {Element} one */
const place = (one) => {
  const address = one.getAttribute("href") ?? one.getAttribute("src") ?? "";
  const { origin, pathname } = new URL(address, location.href);
  return origin + pathname;
};

/** @param {string} address */
const text = async (address) => (await fetch(address, { cache: "no-store" })).text();

/** Sheets that are another come in place; true when a script is.
 * @param {Map<string, string>} sheets */
async function differ(sheets) {
  const known = [...sheets];
  const all = await Promise.all(known.map(([address]) => text(address)));
  const others = all.flatMap((now, at) => (now === known[at]?.[1] ? [] : [[known[at]?.[0], now]]));
  return others.some(([address, now]) => {
    sheets.set(address, now);
    const links = [...document.querySelectorAll("link[rel=stylesheet]")];
    const link = links.find((one) => place(one) === address);
    link?.setAttribute("href", `${address}?${Date.now()}`);
    return !link;
  });
}

/** The new page in the place of the old. @param {Document} was @param {Document} is */
function changed(was, is) {
  const marked = others(part(was), part(is));
  for (const one of marked) one.setAttribute("data-changed", "");
  const kept = open();
  const top = anchor();
  document.title = is.title;
  part().replaceWith(document.importNode(part(is), true));
  for (const one of marked) one.removeAttribute("data-changed");
  theme()?.next(document);
  opened(kept);
  for (const one of document.querySelectorAll("[data-changed]")) mark(one);
  stay(top);
}

/** Where the theme says that a page has come in the place of another.
 * @typedef {{next: (page: Document) => void, subscribe: (told: () => void) => void}} Pages */
const theme = () => /** @type {{document$?: Pages}} */ (/** @type {unknown} */ (window)).document$;

/** The smallest elements of the new page that the old one does not have so.
 * @param {Element} was @param {Element} is @returns {Element[]} */
function others(was, is) {
  if (was.outerHTML === is.outerHTML) return [];
  const [before, after] = [[...was.children], [...is.children]];
  const own = (/** @type {Element} */ one) =>
    [...one.childNodes].flatMap((text) => (text instanceof Text ? text.data.trim() : []));
  if (before.length !== after.length || `${own(was)}` !== `${own(is)}`) {
    const known = new Set(before.map(({ outerHTML }) => outerHTML));
    const fresh = after.filter(({ outerHTML }) => !known.has(outerHTML));
    return fresh.length && `${own(was)}` === `${own(is)}` ? fresh : [is];
  }
  const found = after.flatMap((one, at) => others(before[at], one));
  return found.length ? found : [is];
}

/** @param {Element} one */
function mark(one) {
  one.setAttribute("style", LOOK);
  setTimeout(() => {
    one.removeAttribute("style");
    one.removeAttribute("data-changed");
  }, MARKED);
}

/** Each fold by what stands on it, the second of a name apart. @returns {[string, Element][]} */
function folds() {
  const times = new Map();
  return [...document.querySelectorAll(`${INNER} details`)].map((fold) => {
    const name = fold.id || fold.querySelector("summary")?.textContent?.trim().slice(0, 80) || "";
    times.set(name, (times.get(name) ?? 0) + 1);
    return [`${name}\n${times.get(name)}`, fold];
  });
}

const open = () => new Map(folds().map(([name, fold]) => [name, fold.hasAttribute("open")]));

/** @param {Map<string, boolean>} kept */
function opened(kept) {
  for (const [name, fold] of folds())
    if (kept.has(name)) fold.toggleAttribute("open", kept.get(name));
}

/** The first element with an id that is seen, and how far down it is. */
function anchor() {
  const all = [...document.querySelectorAll(`${INNER} [id]`)];
  const seen = all.find((one) => one.getBoundingClientRect().top >= 0 && one.getClientRects().length);
  return { id: seen?.id, top: seen?.getBoundingClientRect().top ?? 0, y: scrollY };
}

/** @param {{id?: string, top: number, y: number}} where */
function stay({ id, top, y }) {
  const found = id ? document.getElementById(id) : null;
  const to = found ? scrollY + found.getBoundingClientRect().top - top : y;
  window.scrollTo({ top: to, behavior: "instant" });
}

/** What is wrong, over the page; nothing when all is well. @param {Document} is */
function fault(is) {
  for (const one of document.querySelectorAll("body > pre[role=alert]")) one.remove();
  const told = is.querySelector("body > pre[role=alert]");
  if (told) document.body.append(document.importNode(told, true));
}

/** Loads the page anew where it stands. */
function again() {
  sessionStorage.setItem("livereload", JSON.stringify({ open: [...open()], y: scrollY }));
  location.reload();
}

/** After such a loading: as open, and as far down, as it was. */
function asWas() {
  const kept = JSON.parse(sessionStorage.getItem("livereload") ?? "null");
  sessionStorage.removeItem("livereload");
  if (!kept) return;
  opened(new Map(kept.open));
  window.scrollTo({ top: kept.y, behavior: "instant" });
}

addEventListener("load", asWas);

// Where the focus is, and if a person sees it.

const drawn = (e) => {
  const { outlineStyle, boxShadow } = getComputedStyle(e);
  return outlineStyle !== "none" || boxShadow !== "none";
};

const inView = ({ top, bottom }) => bottom > 0 && top < innerHeight;

/** Marked, in view, and not covered. */
export function seen() {
  const e = document.activeElement;
  const r = e.getBoundingClientRect();
  if (e === document.body || r.width < 2) return true;
  if (e.type === "date") return inView(r); // its parts are the browser's
  const label = e.closest("label");
  const x = r.left + Math.min(r.width, 40) / 2;
  // What is larger than the screen is looked for in the middle of what is shown of it.
  const large = r.height > innerHeight;
  const middle = (Math.max(r.top, 0) + Math.min(r.bottom, innerHeight)) / 2;
  const y = large ? middle : r.top + Math.min(r.height, 24) / 2;
  const at = document.elementFromPoint(x, y);
  const marked = [e, label, e.parentElement].some((one) => one && drawn(one));
  const open = at && (e.contains(at) || at.contains(e) || label?.contains(at));
  return marked && inView(r) && Boolean(open);
}

/** What has the focus, where it is, and what lies there: to be read when it is not seen. */
export function where() {
  const e = document.activeElement;
  const { left, top, bottom } = e.getBoundingClientRect();
  const above = document.elementFromPoint(left + 5, top + 5)?.outerHTML.slice(0, 100);
  return [e.outerHTML.slice(0, 200), top, bottom, innerHeight, above];
}

/** In view, with an outline of its own or in a label. */
export function outlined() {
  const e = document.activeElement;
  if (e === document.body) return true;
  const marked = getComputedStyle(e).outlineStyle !== "none" || e.closest("label") !== null;
  return inView(e.getBoundingClientRect()) && (marked || e.matches("input"));
}

/** The outline of what has the focus: its style, and its width in pixels. */
export function outline() {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  return [outlineStyle, parseFloat(outlineWidth)];
}

const REACHED = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/** Where the next Tab goes back: up, or to the left on the same line, and not to a next column. What
 * is always on the screen is anywhere; and no number may say who comes first. */
export function turned() {
  // What is not drawn before it is looked at has no place yet.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const forced = [...document.querySelectorAll("[tabindex]")].filter((e) => e.tabIndex > 0);
  const reached = [...document.querySelectorAll("article *")]
    .filter((e) => e.matches(REACHED) && e.tabIndex >= 0 && !e.disabled)
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.offsetParent)
    .map((e) => [e, e.getClientRects()[0]])
    .filter(([, box]) => box?.width > 1);
  const back = reached.slice(1).filter(([, box], n) => {
    const [, { left, right, top, bottom }] = reached[n];
    const above = box.bottom <= top + 1 && box.left < right - 1;
    const beside = box.top < bottom - 4 && box.bottom > top + 4;
    return above || (beside && box.right <= left + 1);
  });
  return [...forced, ...back.map(([e]) => e)].map((e) => e.outerHTML.slice(0, 160));
}

// What a person sees and hits: sizes, spacing, contrast of what is no text, what lies over what.

const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`;

const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length;

/** Puts the distances of WCAG 1.4.12 on a page. */
export function space() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SPACED);
  document.adoptedStyleSheets = [sheet];
}

/** What has words that are cut off: larger within than it is, and not to be scrolled. */
export const cut = () =>
  [...document.querySelectorAll("article *, header *")]
    .filter((e) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(e);
      const hides = [overflowX, overflowY].some((one) => one === "hidden" || one === "clip");
      const over = e.scrollHeight > e.clientHeight + 4 || e.scrollWidth > e.clientWidth + 4;
      return hides && over && clipPath === "none" && shown(e) && e.textContent.trim();
    })
    .map((e) => e.className || e.tagName);

/** What is tapped and less high than `least` px, or less wide than 24: tag, class, height. A link
 * in running text is as high as its line (WCAG 2.5.8 leaves it out). */
export const small = (least) =>
  [...document.querySelectorAll("article :is(button, summary, select, input, label:has(> input))")]
    .filter((e) => shown(e) && !e.closest("label input, label select, [hidden]"))
    .map((e) => (e.matches("input") && e.closest("label")) || e)
    .map((e) => [e.tagName, e.className, Math.round(e.getBoundingClientRect().height)])
    .filter(([, , height]) => height && height < least)
    .map((found) => found.join(" "));

const light = (colour) => {
  const [r, g, b] = colour.match(/[\d.]+/g).map((one) => one / 255);
  const flat = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * flat(r) + 0.7152 * flat(g) + 0.0722 * flat(b);
};

const ratio = (one, other) => {
  const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
};

const ground = (e) => {
  for (let at = e; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
  }
  return "rgb(255, 255, 255)";
};

/** The contrast of an empty box's edge with what is round it, and of the ring round the focus. */
export function edges() {
  const box = document.querySelector("[data-item] input[type=checkbox]");
  const round = ground(box.parentElement);
  const edge = ratio(getComputedStyle(box).borderTopColor, round);
  box.focus({ focusVisible: true });
  const { outlineColor, boxShadow } = getComputedStyle(box);
  const ring = boxShadow.match(/rgba?\([^)]*\)/)?.[0];
  const rings = [outlineColor, ring].filter(Boolean).map((one) => ratio(one, round));
  return { edge, focus: Math.max(...rings) };
}

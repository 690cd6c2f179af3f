// What a look at a page takes: nothing on its way any more, and axe.

/**
 * Brings all that moves to its end: a colour on its way to another is no colour that anybody reads.
 * What one end sets going is brought to its end too; what never ends is a fault.
 */
export function still() {
  for (let round = 0; round < 10; round += 1) {
    const moving = document.getAnimations().filter((one) => one.playState === "running");
    if (!moving.length) return;
    for (const one of moving) one.finish();
  }
  throw new Error("something on the page never stops moving");
}

/**
 * What axe finds: each rule, with the elements that break it.
 *
 * From the page's top: what a reload has left half under the bar is small, and says nothing of it.
 * What axe would fetch first (`preload`) is for two rules that find nothing here: see `preloading`.
 * @param {{ tags: string[], rules: Record<string, { enabled: boolean }> }} how
 */
export async function broken({ tags, rules }) {
  window.scrollTo({ top: 0, behavior: "instant" });
  const asked = { runOnly: tags, rules, preload: false, resultTypes: ["violations"] };
  const { violations } = await window.axe.run(document, asked);
  return violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 5).map(({ target }) => JSON.stringify(target));
    return `${id}: ${places.join(", ")}`;
  });
}

/** The rules for which axe fetches something first: if `tags` ask for them, and if they ever find a
 * fault (one that only asks a person to look finds none). */
export async function preloading(tags) {
  const found = await window.axe.run(document, { runOnly: tags });
  const kinds = [found.passes, found.violations, found.incomplete, found.inapplicable];
  const ran = new Set(kinds.flat().map(({ id }) => id));
  const wanting = window.axe._audit.rules.filter((rule) => rule.preload);
  return Object.fromEntries(
    wanting.map(({ id, reviewOnFail }) => [id, { asked: ran.has(id), finds: !reviewOnFail }]),
  );
}

/** Takes away all but the first few of what is repeated, so that what is left is soon looked at. */
export function shorten([repeated, most]) {
  for (const one of [...document.querySelectorAll(repeated)].slice(most)) one.remove();
}

/** What is wider than the page and can only be seen by scrolling where nobody expects it. */
export const wide = () =>
  [...document.querySelectorAll("article *")]
    .filter(
      (e) =>
        e.offsetParent &&
        e.scrollWidth > e.clientWidth + 1 &&
        getComputedStyle(e).overflowX === "auto" &&
        !e.closest(".guide-scroll, .md-typeset__scrollwrap"),
    )
    .map((e) => e.className);

/** Controls that are seen and lie beyond the page's edges, `edge` pixels from the left. */
export function beyond(edge) {
  const controls = "article :is(button, input, select, summary, a.guide-start)";
  return [...document.querySelectorAll(controls)]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }))
    .filter((e) => {
      const box = e.getBoundingClientRect();
      return box.width > 0 && (box.left <= -1 || box.right > edge);
    })
    .map((e) => e.outerHTML.slice(0, 120));
}

/** What takes longer than a blink to change, or scrolls slowly: five at most. */
export function moving() {
  const slow = (times) => times.split(", ").some((time) => parseFloat(time) > 0.011);
  const found = [...document.querySelectorAll("*")].filter((e) => {
    const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(e);
    return slow(transitionDuration) || slow(animationDuration) || scrollBehavior === "smooth";
  });
  return found.slice(0, 5).map((e) => e.className || e.tagName);
}

/** How the box of each item is drawn: colour, edge, corners, square or not, large or not. */
export const boxes = () =>
  [...document.querySelectorAll("[data-item] input")].map((box) => {
    const { backgroundColor, borderTopStyle, borderRadius } = getComputedStyle(box);
    const { offsetWidth, offsetHeight } = box;
    const size = [offsetWidth === offsetHeight, offsetWidth > 15];
    return [backgroundColor, borderTopStyle, borderRadius, ...size].join();
  });

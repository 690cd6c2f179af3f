// A term's explanation where it stands: on hover, focus and tap; Escape takes it away.

let shown;

function hide() {
  shown?.tip.remove();
  shown?.link.removeAttribute("aria-describedby");
  shown = undefined;
}

function show(link) {
  if (shown?.link === link) return;
  hide();
  const tip = document.createElement("span");
  tip.id = "guide-term-tip";
  tip.className = "guide-tip";
  tip.setAttribute("role", "tooltip");
  tip.textContent = link.dataset.term;
  link.after(tip);
  link.setAttribute("aria-describedby", tip.id);
  // Kept inside the window: moved left by what would stick out.
  const over = tip.getBoundingClientRect().right - document.documentElement.clientWidth + 8;
  if (over > 0) tip.style.setProperty("translate", `-${over}px`);
  shown = { link, tip };
}

const termOf = (event) => event.target.closest?.("a[data-term]");

/** Follows every page; terms need no set-up of their own. */
export function explainTerms() {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") {
      const link = termOf(event);
      if (link) show(link);
      else if (shown && !shown.tip.contains(event.target)) hide();
    }
  });
  document.addEventListener("focusin", (event) => (termOf(event) ? show(termOf(event)) : hide()));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("click", (event) => {
    const link = termOf(event);
    // The first tap explains, the second follows the link; a mouse has seen it already.
    if (link && event.detail && event.pointerType === "touch" && link.dataset.tapped !== "yes") {
      event.preventDefault();
      event.stopPropagation();
      link.dataset.tapped = "yes";
      show(link);
    } else if (!link) {
      hide();
    }
  }, true);
}

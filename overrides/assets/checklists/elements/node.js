// Elements from data: text stays text, whatever it holds.

/** @param {string} tag @param {Record<string, string | boolean>} attributes false leaves one out */
export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** Says something where it is seen whatever the reader looks at, with a way to put it away. */
export function say(holder, close, ...children) {
  const shown = children.filter((child) => child !== "");
  if (!shown.length) holder.replaceChildren();
  else holder.replaceChildren(node("span", {}, ...shown), node("button", { type: "button", "data-act": "hush" }, close));
}

/** A link within the page leads there by itself: Material's navigation would fetch the page anew. */
export function jumped(event) {
  // Material writes out every address, so the attribute need not begin with «#» any more.
  const link = event.target.closest("a[href]");
  const here = link?.hash && link.origin === location.origin && link.pathname === location.pathname;
  const target = here && document.getElementById(link.hash.slice(1));
  if (!target) return false;
  event.preventDefault();
  event.stopPropagation();
  history.replaceState(history.state, "", link.hash);
  target.scrollIntoView();
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  return true;
}

/** Draws anew and gives the focus back to what had it: the control with the same marks. */
export function redrawn(root, draw) {
  const active = root.contains(document.activeElement) ? document.activeElement : null;
  const id = active?.closest("[data-id]")?.dataset.id;
  const marks = active && ["data-act", "data-take", "data-priority", "data-text", "data-own", "data-note", "data-number", "value"]
    .filter((name) => active.hasAttribute(name)).map((name) => `[${name}="${CSS.escape(active.getAttribute(name))}"]`).join("");
  draw();
  if (!active || active.isConnected || !marks) return;
  const within = id ? root.querySelector(`[data-id="${CSS.escape(id)}"]`) : root;
  within?.querySelector(marks)?.focus();
}

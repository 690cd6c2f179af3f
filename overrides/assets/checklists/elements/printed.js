// A section that is printed alone: it stands on the page while it is.

/** @param {HTMLElement} made */
export function printed(made) {
  document.body.append(made);
  window.addEventListener("afterprint", () => made.remove(), { once: true });
  window.print();
}

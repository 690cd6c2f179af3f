// Faults to plant in a page.

/** A script of nobody's. */
export function script() {
  const made = document.createElement("script");
  made.textContent = "window.broken = true";
  document.body.append(made);
}

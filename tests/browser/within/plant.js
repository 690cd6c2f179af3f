// Faults to plant in a page.

/** A script of nobody's: on a page of ours it does not get so far as to be one. */
export function script() {
  const made = document.createElement("script");
  try {
    made.textContent = "window.broken = true";
  } catch {
    return; // The browser has said why.
  }
  document.body.append(made);
}

/** A look of nobody's, which the policy stops whatever the browser knows of scripts. */
export function look() {
  document.body.setAttribute("style", "color: red");
}

// A field that must be filled in first: told at the field, until it is written in.

/**
 * Shows the line under a field that says what is wrong, or hides it; only a line that is shown is
 * heard with the field.
 * @param {HTMLElement | undefined} field @param {HTMLElement} line @param {boolean} wrong
 */
export function toldAt(field, line, wrong) {
  line.hidden = !wrong;
  field?.setAttribute("aria-invalid", String(wrong));
  if (wrong) field?.setAttribute("aria-describedby", line.id);
  else field?.removeAttribute("aria-describedby");
}

/**
 * Marks a field as wrong, with the line that says why, and takes the reader there.
 * @param {HTMLElement} field @param {HTMLElement} line
 */
export function invalid(field, line) {
  line.id ||= "guide-said";
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", line.id);
  const mended = () => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  };
  field.addEventListener("input", mended, { once: true });
  field.focus();
}

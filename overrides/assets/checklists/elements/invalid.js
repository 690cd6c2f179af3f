// A field that must be filled in first: told at the field, until it is written in.

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

// What is folded is opened round what must be seen.

/** Opens every fold that holds an element. @param {Element} inside */
export function openAround(inside) {
  for (let at = inside.parentElement; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
}

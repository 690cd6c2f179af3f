// Children in the order that is wanted.

/** Has an element hold these and no others, moving as little as may be: what is moved loses the
 * focus. @param {HTMLElement} holder @param {HTMLElement[]} wanted */
export function inOrder(holder, wanted) {
  const stays = new Set(/** @type {Element[]} */ (wanted));
  for (const child of [...holder.children]) if (!stays.has(child)) child.remove();
  let next = holder.firstElementChild;
  for (const element of wanted) {
    if (element === next) next = next.nextElementSibling;
    else holder.insertBefore(element, next);
  }
}

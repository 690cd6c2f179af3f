// Drawing a part anew: where it has the focus the reader keeps her place, elsewhere nobody is
// disturbed.

import { redrawn } from "./redrawn.js";

/** @param {HTMLElement} root @param {Node} part @param {() => void} draw */
export const drawnIn = (root, part, draw) =>
  part.contains(document.activeElement) ? redrawn(root, draw) : draw();

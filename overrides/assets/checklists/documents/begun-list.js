// The documents that were begun on this machine, as buttons; what cannot be read is put aside.

import { keptNames, setAside } from "../answers/stored.js";
import { node } from "../elements/node.js";

/**
 * @param {string} site @param {(name: string) => import("./begun.js").Begun | null} read
 * @returns {{buttons: HTMLElement[], broken: number}} `broken`: how many were put aside
 */
export function begunList(site, read) {
  let broken = 0;
  const buttons = keptNames(site, "svar:").flatMap((name) => {
    const made = read(name);
    if (made) {
      const again = { type: "button", "data-again": name };
      return [node("li", {}, node("button", again, node("bdi", {}, made.document.name)))];
    }
    broken += 1;
    setAside(site, name);
    return [];
  });
  return { buttons, broken };
}

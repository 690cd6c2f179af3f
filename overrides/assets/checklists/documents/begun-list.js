// The documents that were begun on this machine, as buttons; what cannot be read is put aside.

import { keptNames, setAside } from "../answers/stored.js";
import { node } from "../elements/node.js";

/** @typedef {import("../elements/words.js").Words} Words */

/** Whose document it is, and how far one is: most of them bear the same name.
 * @param {import("./begun.js").Begun} begun @param {Words} t @returns {(Node | string)[]} */
function titled({ document: { name, frame, requirements }, answer }, t) {
  const done = Object.values(answer.answers).filter(({ reply }) => reply).length;
  const own = [name, frame.company ?? ""].filter(Boolean).map((text) => node("bdi", {}, text));
  const said = t("answered", { done, total: requirements.length });
  return [...own.flatMap((text) => [text, " · "]), said];
}

/**
 * @param {string} site @param {(name: string) => import("./begun.js").Begun | null} read
 * @param {Words} t
 * @returns {{buttons: HTMLElement[], broken: number}} `broken`: how many were put aside
 */
export function begunList(site, read, t) {
  let broken = 0;
  const buttons = keptNames(site, "svar:").flatMap((name) => {
    const made = read(name);
    if (made) {
      const again = { type: "button", "data-again": name };
      return [node("li", {}, node("button", again, ...titled(made, t)))];
    }
    broken += 1;
    setAside(site, name);
    return [];
  });
  return { buttons, broken };
}

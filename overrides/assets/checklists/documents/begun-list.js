// The documents that were begun on this machine, as buttons; what cannot be read is put aside.

import { order } from "../answers/key.js";
import { drop, keep, kept, keptNames, setAside } from "../answers/stored.js";
import { day } from "../elements/day.js";
import { findAll } from "../elements/find.js";
import { button, node } from "../elements/node.js";
import { keyOf } from "./begun.js";

/** @typedef {import("../elements/words.js").Words} Words */

/** @typedef {import("./begun.js").Begun} Begun */

/** Whose document it is, when it came and how far one is: most of them bear the same name, and so
 * does the next edition. @param {Begun} begun @param {Words} t @returns {(Node | string)[]} */
function titled({ document: { name, frame, requirements }, answer, opened }, t) {
  const done = Object.values(answer.answers).filter(({ reply }) => reply).length;
  const own = [name, frame.company ?? ""].filter(Boolean).map((text) => node("bdi", {}, text));
  const came = opened ? [t("begun_opened", { day: day(opened) }), " · "] : [];
  const said = t("answered", { done, total: requirements.length });
  return [...own.flatMap((text) => [text, " · "]), ...came, said];
}

/** @param {Begun} begun */
const whoseOf = ({ document: { name, frame } }) =>
  [name, frame.company].filter(Boolean).join(", ");

export class BegunList {
  #tool;
  #said;
  #at;

  /** @param {import("../elements/tool.js").Tool} tool
   * @param {import("../elements/said.js").Said} said
   * @param {import("./answered.js").Answered} at */
  constructor(tool, said, at) {
    this.#tool = tool;
    this.#said = said;
    this.#at = at;
  }

  /** The last that came stands first. What cannot be read is put aside, and told. */
  show() {
    const { site, t } = this.#tool;
    const all = keptNames(site, "svar:").map((name) => ({ name, made: this.#at.kept(name) }));
    const broken = all.filter(({ made }) => !made);
    for (const { name } of broken) setAside(site, name);
    /** @param {typeof all[number]} one @returns {[opened: string, whose: string]} */
    const facts = ({ made }) => [made?.opened ?? "", made ? whoseOf(made) : ""];
    const lines = all
      .toSorted((a, b) => {
        const [[one, mine], [other, theirs]] = [facts(a), facts(b)];
        return other.localeCompare(one) || mine.localeCompare(theirs, order());
      })
      .flatMap(({ name, made }) => (made ? [line(name, made, t)] : []));
    this.#tool.part("kept").replaceChildren(...lines);
    this.#tool.part("begun").hidden = !lines.length;
    if (broken.length) this.#said.say(t("begun_aside", { n: broken.length }));
  }

  /** Keeps one no more, and a way back. @param {string} name */
  forget(name) {
    const { root, site, t } = this.#tool;
    const { document } = this.#at;
    if (document && keyOf(document) === name) {
      this.#at.close();
      for (const part of findAll(root, "[data-needs]", HTMLElement)) part.hidden = true;
    }
    const text = kept(site, name);
    drop(site, name);
    this.show();
    if (text) this.#offer(t("begun_gone"), name, text);
  }

  /** A way back to what was forgotten, until it is kept again; never over what another tab has kept
   * there meanwhile. @param {string} said @param {string} name @param {string} text */
  #offer(said, name, text) {
    const { site, t } = this.#tool;
    this.#said.offer(said, () => {
      const done = kept(site, name) !== null || keep(site, name, text);
      this.show();
      if (!done) this.#offer(t("begun_not_back"), name, text);
    });
  }
}

/** @param {string} name @param {Begun} made @param {Words} t */
function line(name, made, t) {
  const whose = whoseOf(made);
  return node(
    "li",
    {},
    node("button", { type: "button", "data-again": name }, ...titled(made, t)),
    " ",
    button("forget", t("remove"), { value: name, "aria-label": `${t("remove")}: ${whose}` }),
  );
}

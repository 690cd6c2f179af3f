// A part of a document that two have written differently, in words: what it is, and what it says.

import { PRIORITIES } from "../answers/fields.js";
import { value } from "../answers/register.js";
import { UNSEEN, jsonOf } from "../answers/torn.js";
import { isolated } from "../elements/isolated.js";
import { node } from "../elements/node.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/words.js").Words} Words
 */

// The letter behind a document's id: its name, its frame, a requirement, a supplier's replies, our
// own assessment of one, a question. Whatever else there is belongs to the evaluation.
const KINDS = ["name", "f", "r", "s", "a", "q"];
const NOT_SAID = ["id", ...UNSEEN];

/** @param {string} key */
const kindOf = (key) => {
  const [, letter = ""] = key.split("-");
  return KINDS.includes(letter) ? letter : "other";
};

/** What the part is: of which document, and a requirement by its text as it shows.
 * @param {Project} project @param {string} key @param {Words} t */
export function partTitle(project, key, t) {
  const [document] = key.split("-");
  const name = isolated(value(project.documents[`${document}-name`]));
  return [node("strong", { dir: "auto" }, t(`part.${kindOf(key)}`, { name }))];
}

/** What the part says. @param {string} key @param {string} text @param {Words} t */
export function partWords(key, text, t) {
  const made = jsonOf(text);
  if (!made) return text;
  if (kindOf(key) === "s") {
    const n = Object.keys(Object(made.answers)).length;
    return t("part.replies", { supplier: isolated(String(made.supplier ?? "")), n });
  }
  const rest = Object.entries(made).filter(([name]) => ![...NOT_SAID, "text"].includes(name));
  /** @type {[string, unknown][]} */
  const said = [["text", made.text], ...rest];
  const words = said.map(([name, one]) => word(name, one, t)).filter(Boolean);
  return words.join(" · ") || t("part.empty");
}

/** @param {string} name @param {unknown} one @param {Words} t */
function word(name, one, t) {
  if (name === "priority" && PRIORITIES.includes(String(one))) return t(`priority.${one}`);
  if (name === "reply" && one) return t(`doc.reply.${one}`);
  return typeof one === "string" || typeof one === "number" ? `${one}` : "";
}

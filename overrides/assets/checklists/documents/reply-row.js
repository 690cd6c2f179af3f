// A requirement that a supplier answers: the choices, and the fields for how.

import { node } from "../elements/node.js";
import { MOST, REPLIES } from "./document.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./files.js").Asked} Asked
 * @typedef {import("./files.js").Reply} Reply
 */

/** @param {Asked} asked @param {Partial<Reply>} found @param {Words} t */
export function replyRow({ number, text, priority }, found, t) {
  const choices = REPLIES.map((value) => {
    const about = { type: "radio", name: `svar-${number}`, value, "data-reply": number };
    const box = node("input", about);
    box.checked = found.reply === value;
    return node("label", {}, box, node("span", {}, t(`reply.${value}`)));
  });
  const mark = (/** @type {string} */ name) => ({ "data-field": name, "data-number": number });
  const long = { ...mark("text"), rows: "2", dir: "auto", maxlength: String(MOST.text) };
  const area = node("textarea", long);
  area.value = found.text ?? "";
  const link = node("input", { ...mark("link"), maxlength: "2000" });
  link.value = found.link ?? "";
  const price = node("input", { ...mark("price"), maxlength: "100", inputmode: "decimal" });
  price.value = found.price ?? "";
  const label = (/** @type {string} */ words, /** @type {HTMLElement} */ field) =>
    node("label", {}, node("span", {}, words), field);
  return node(
    "fieldset",
    { id: number, class: "guide-reply__row" },
    node("legend", {}, `${number} · ${t(`priority.${priority}`)}`),
    node("p", { dir: "auto" }, text),
    node("div", { class: "guide-reply__choices" }, ...choices),
    label(t("reply.text"), area),
    node(
      "div",
      { class: "checklist-answer__pair" },
      label(t("reply.link"), link),
      label(t("reply.price"), price),
    ),
  );
}

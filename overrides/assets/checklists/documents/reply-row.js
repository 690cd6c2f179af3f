// A requirement that a supplier answers: the choices, and the fields for how.

import { day } from "../elements/day.js";
import { isolated } from "../elements/isolated.js";
import { button, node } from "../elements/node.js";
import { REPLIES } from "./document.js";
import { LONGEST } from "./files.js";
import { brief, opener } from "./reply-fold.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./files.js").Asked} Asked
 * @typedef {import("./files.js").Reply} Reply
 */

/** @param {Asked} asked @param {Partial<Reply>} found
 * @param {import("./library.js").Remembered | null} before what was answered to the like
 * @param {Words} t */
export function replyRow({ number, text, priority }, found, before, t) {
  const mark = (/** @type {string} */ name) => ({ "data-field": name, "data-number": number });
  const long = { ...mark("text"), rows: "2", dir: "auto", maxlength: `${LONGEST.text}` };
  const area = node("textarea", long);
  area.value = found.text ?? "";
  const link = node("input", { ...mark("link"), maxlength: `${LONGEST.link}` });
  link.value = found.link ?? "";
  const price = node("input", {
    ...{ ...mark("price"), maxlength: `${LONGEST.price}`, inputmode: "decimal" },
  });
  price.value = found.price ?? "";
  const label = (/** @type {string} */ words, /** @type {HTMLElement} */ field) =>
    node("label", {}, node("span", {}, words), field);
  const gap = { id: `${number}-feil`, class: "checklist-answer__problem", "data-gap": number };
  const asked = `${number}-krav`;
  return node(
    "fieldset",
    { id: number, class: "guide-reply__row", "aria-describedby": `${asked} ${gap.id}` },
    node("legend", {}, `${number} · ${t(`priority.${priority}`)}`),
    node("p", { id: asked, dir: "auto", class: "guide-reply__asked" }, text),
    node("p", { ...gap, hidden: true }),
    choices(number, found.reply, t),
    opener(number, t),
    ...earlier(number, found, before, t),
    brief(found.text, found.link, found.price),
    node("p", { dir: "auto", class: "guide-reply__paper" }),
    label(t("reply.text"), area),
    node(
      "div",
      { class: "checklist-answer__pair" },
      label(t("reply.link"), link),
      label(t("reply.price"), price),
    ),
  );
}

/** What can be chosen, and a way to take it back. @param {string} number
 * @param {string | undefined} chosen @param {Words} t */
function choices(number, chosen, t) {
  const all = REPLIES.map((value) => {
    const about = { type: "radio", name: `svar-${number}`, value, "data-reply": number };
    const box = node("input", about);
    box.checked = chosen === value;
    return node("label", {}, box, node("span", {}, t(`reply.${value}`)));
  });
  const none = { value: number, "aria-label": `${t("unanswer")} ${number}` };
  const back = button("unanswer", t("unanswer"), none);
  return node("div", { class: "guide-reply__choices" }, ...all, back);
}

/** What was answered earlier, where nothing is written yet.
 * @param {string} number @param {Partial<Reply>} found
 * @param {import("./library.js").Remembered | null} before @param {Words} t */
function earlier(number, found, before, t) {
  if (!before || found.text || found.link) return [];
  const words = { day: day(before.when), name: isolated(before.from) };
  const label = { "aria-label": `${t("reuse")} ${number}` };
  const use = button("reuse", t("reuse"), { value: number, ...label });
  return [
    node(
      "details",
      { class: "guide-reply__before" },
      node("summary", {}, t("before", words)),
      node("p", { dir: "auto", class: "guide-reply__asked" }, before.text || before.link),
      node("p", { class: "guide-plan__buttons" }, use),
    ),
  ];
}

// A cell of the comparison: what one supplier said to one requirement, and what we think of it.

import { isolated } from "../elements/isolated.js";
import { node, options } from "../elements/node.js";
import { REPLIES } from "./document.js";
import { doubtsOf } from "./doubted.js";
import { MOST_NOTE } from "./supplied.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./compared.js").Compared} Compared
 */

/** What a person wrote, whichever way its letters go. @param {string[]} parts */
export const own = (...parts) => node("bdi", {}, ...parts);

/**
 * What one supplier said to one requirement, and what we think of it. What counts stands first;
 * what the supplier said stays beside it.
 * @param {string} number @param {Compared} one @param {Words} t
 */
export function cell(number, one, t) {
  const claim = one.answers[number];
  const ours = one.own(number);
  const shown = ours.reply || claim?.reply;
  const replyWord = (/** @type {string | undefined} */ reply) =>
    reply ? t(`reply.${reply}`) : t("no_answer");
  const claimed = t("claimed", { reply: replyWord(claim?.reply) });
  const link = claim?.link ? linked(claim.link, t("proof")) : "";
  const parts = [
    node("strong", { class: `guide-compare__reply--${shown || "none"}` }, replyWord(shown)),
    ours.reply ? node("p", {}, claimed) : "",
    ours.note ? node("p", { class: "guide-compare__print" }, `${t("note")}: `, own(ours.note)) : "",
    claim?.text ? node("p", {}, own(claim.text)) : "",
    link ? node("p", {}, link) : "",
    claim?.price ? node("p", {}, `${t("price")}: `, own(claim.price)) : "",
    claim?.notes ? warned(`${t("reserved")}: `, own(claim.notes)) : "",
    ...doubtsOf(one, number, t).map((words) => warned(own(words))),
  ];
  // Heard as one text, «Oppfylt» ran together with what follows.
  parts.splice(1, 0, node("span", { class: "checklist__sr" }, ". "));
  return node("td", { "data-label": one.supplier }, ...parts, ...view(number, one, t));
}

/** @param {(Node | string)[]} parts */
const warned = (...parts) => node("p", { class: "checklist__where--warn" }, ...parts);

/** A link only to where a browser may go; else the text. @param {string} link
 * @param {string} text */
function linked(link, text) {
  if (!/^https?:\/\/[^\s]+$/.test(link)) return own(link);
  return node("a", { href: link, rel: "noopener noreferrer" }, text);
}

/** The fields of our own view. @param {string} number @param {Compared} one @param {Words} t */
function view(number, one, t) {
  const ours = one.own(number);
  const about = { "data-number": number };
  const name = (/** @type {string} */ word) => ({
    "aria-label": `${word} ${number} ${isolated(one.supplier)}`,
  });
  const select = node(
    "select",
    { "data-own": one.id, ...about, ...name(t("own_view")) },
    ...options([["", t("as_claimed")]]),
    ...options(REPLIES.map((value) => [value, t(`reply.${value}`)])),
  );
  select.value = ours.reply ?? "";
  const long = { maxlength: String(MOST_NOTE), dir: "auto", placeholder: " " };
  const note = node("input", { "data-note": one.id, ...about, ...long, ...name(t("note")) });
  note.value = ours.note ?? "";
  return [
    node("label", {}, node("span", {}, t("own_view")), select),
    // In a row's name the words of the two would run together.
    node("span", { class: "checklist__sr" }, ", "),
    node("label", {}, node("span", {}, t("note")), note),
  ];
}

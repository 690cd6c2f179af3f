// The answers that were opened: a name for each, what is odd about it, and a way to take it out.

import { button, node } from "../elements/node.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./compared.js").Compared} Compared
 */

/**
 * @param {Compared[]} suppliers @param {{id: string, edition: string}} document what they answer
 * @param {Words} t
 */
export const openedList = (suppliers, document, t) =>
  suppliers.map((one) => {
    const about = { maxlength: "200", "aria-label": t("supplier") };
    const name = node("input", { "data-name": one.id, ...about });
    name.value = one.supplier;
    const more = { value: one.id, "aria-label": `${t("remove")} ${one.supplier}` };
    const notes = [otherWords(one, document, t), unreadWords(one, t)].filter(Boolean);
    const lines = notes.map((text) => node("p", { class: "checklist__where--warn" }, text));
    return node("li", {}, name, button("remove", t("remove"), more), ...lines);
  });

/** @param {Compared} one @param {{id: string, edition: string}} document @param {Words} t */
function otherWords(one, document, t) {
  if (one.document && one.document !== document.id) return t("other_document");
  return one.edition && one.edition !== document.edition ? t("other_edition") : "";
}

/** @param {Compared} one @param {Words} t */
function unreadWords({ unread = [] }, t) {
  const list = unread.map(([number, text]) => (text ? `${number} («${text}»)` : number));
  return list.length ? t("unread", { list: list.join(", ") }) : "";
}

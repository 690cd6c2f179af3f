// The answers that were opened: a name for each, what is odd about it, and a way to take it out.

import { few } from "../elements/few.js";
import { isolated } from "../elements/isolated.js";
import { button, node } from "../elements/node.js";
import { altered } from "./asked-text.js";
import { mark } from "./document.js";
import { doubtList } from "./doubted.js";
import { lateWords } from "./edition-lines.js";
import { editions, rowsOf } from "./editions.js";
import { cameFrom } from "./kept.js";
import { isWanting, typing } from "./typed-in.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./compared.js").Compared} Compared
 */

const MOST_NUMBERS = 40;

/** What answers to a document are held against.
 * @param {import("../answers/state.js").Project} project @param {string} id
 * @param {import("./document.js").Numbered[]} requirements */
export const answeredBy = (project, id, requirements) => ({
  id,
  edition: requirements.length ? mark(requirements) : "",
  numbers: requirements.map(({ number }) => number),
  from: cameFrom(project, id),
  editions: editions(project, id),
  rows: rowsOf(requirements),
  requirements,
});

/**
 * @param {Compared[]} suppliers
 * @param {{id: string, edition: string, numbers: string[], from?: string,
 *   editions?: import("./editions.js").Edition[], rows?: import("./editions.js").Row[],
 *   requirements?: import("./document.js").Numbered[]}} document
 *   what they answer; `from`: what it was opened beside
 * @param {Words} t
 */
export const openedList = (suppliers, document, t) =>
  suppliers.map((one) => {
    const about = { maxlength: "200", "aria-label": t("supplier"), dir: "auto" };
    const name = node("input", { "data-name": one.id, ...about });
    name.value = one.supplier;
    const more = { value: one.id, "aria-label": `${t("remove")} ${isolated(one.supplier)}` };
    const notes = [
      otherWords(one, document, t),
      unknownWords(one, document.numbers, t),
      unreadWords(one, t),
      alteredWords(one, document, t),
    ].filter(Boolean);
    const lines = notes.map((text) => node("p", { class: "checklist__where--warn" }, text));
    const doubts = doubtList(one, t);
    const { numbers } = document;
    const form = isWanting(one, numbers) ? [typing(one, numbers, t)] : [];
    const out = button("remove", t("remove"), more);
    return node("li", {}, name, out, ...lines, ...doubts, ...form);
  });

/** @param {Compared} one @param {{id: string, edition: string, from?: string,
 *   editions?: import("./editions.js").Edition[], rows?: import("./editions.js").Row[]}} document
 * @param {Words} t */
function otherWords(one, document, t) {
  const known = ["", document.id, document.from ?? ""];
  if (!known.includes(one.document ?? "")) return t("other_document");
  if (!one.edition || one.edition === document.edition) return "";
  return lateWords(document.editions ?? [], one.edition, document.rows ?? [], t);
}

/** Requirements that the file says in other words; of another edition that is told already.
 * @param {Compared} one
 * @param {{edition: string, requirements?: import("./document.js").Numbered[]}} document
 * @param {Words} t */
function alteredWords(one, { edition, requirements = [] }, t) {
  if (!one.asked || (one.edition && one.edition !== edition)) return "";
  const all = altered(one.asked, requirements);
  return all.length ? t("altered", { list: listed(all) }) : "";
}

/** @param {string[]} numbers */
const listed = (numbers) => few(numbers, MOST_NUMBERS);

/** Answers to what the document does not ask. @param {Compared} one @param {string[]} numbers
 * @param {Words} t */
function unknownWords({ answers }, numbers, t) {
  const known = new Set(numbers);
  const list = Object.keys(answers).filter((number) => !known.has(number));
  return list.length ? t("unknown", { list: listed(list) }) : "";
}

/** @param {Compared} one @param {Words} t */
function unreadWords({ unread = [] }, t) {
  const [said, silent] = [true, false].map((is) =>
    unread.filter(([, text]) => Boolean(text) === is),
  );
  const list = said.map(([number, text]) => `${number} («${isolated(text)}»)`).join(", ");
  const bare = silent.map(([number]) => number);
  return [
    list && t("unread", { list }),
    bare.length ? t("unanswered", { list: listed(bare) }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

// A reply that could not be placed, typed in by whoever has the file before them: the form for it,
// and the answer that it gives.

import { isolated } from "../elements/isolated.js";
import { button, node, options } from "../elements/node.js";
import { MOST, REPLIES } from "./document.js";
import { reply } from "./files.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./kept.js").Supplier} Supplier
 */

const MOST_PRICE = "200";

/** True when something in a supplier's file stands nowhere in the table.
 * @param {Supplier} made @param {string[]} numbers of the document's requirements */
export function isWanting({ answers, unread = [], doubts = [] }, numbers) {
  const known = new Set(numbers);
  return (
    unread.length > 0 ||
    doubts.some(([number, why]) => !number && why !== "extra") ||
    Object.keys(answers).some((number) => !known.has(number))
  );
}

/** The form, folded: which requirement, and what stands in the file.
 * @param {{id: string, supplier: string}} one @param {string[]} numbers @param {Words} t */
export function typing({ id, supplier }, numbers, t) {
  const replies = REPLIES.map((name) => [name, t(`reply.${name}`)]);
  const field = (/** @type {string} */ word, /** @type {HTMLElement} */ control) =>
    node("p", {}, node("label", {}, node("span", {}, word), " ", control));
  const select = (/** @type {string} */ part, /** @type {string[][]} */ all) =>
    node("select", { "data-typed": part }, ...options(/** @type {[string, string][]} */ (all)));
  const text = { "data-typed": "text", maxlength: `${MOST.text}`, dir: "auto" };
  const price = { "data-typed": "price", maxlength: MOST_PRICE, autocomplete: "off" };
  const about = { value: id, "aria-label": `${t("typing.put")} ${isolated(supplier)}` };
  return node(
    "details",
    { class: "guide-compare__typing", "data-typing": id },
    node("summary", {}, t("typing.title")),
    node("p", {}, t("typing.text")),
    field(t("typing.number"), select("number", numbers.map((one) => [one, one]))),
    field(t("reply"), select("reply", [["", t("no_answer")], ...replies])),
    field(t("reply.text"), node("textarea", { rows: "2", ...text })),
    field(t("reply.price"), node("input", price)),
    node("p", {}, button("put", t("typing.put"), about)),
  );
}

/**
 * What is typed in a form goes into the supplier's answer, with a way back.
 * @param {HTMLButtonElement | null} pressed @param {(id: string) => Supplier | undefined} supplier
 * @param {(id: string, made: Supplier) => void} keep
 * @param {import("../elements/said.js").Said} said @param {Words} t
 */
export function put(pressed, supplier, keep, said, t) {
  const form = pressed?.closest("details");
  const made = supplier(pressed?.value ?? "");
  if (!pressed || !form || !made) return;
  const id = pressed.value;
  const typed = typedIn(form);
  keep(id, withTyped(made, typed));
  const about = { number: typed.number, name: isolated(made.supplier) };
  said.offer(t("typing.done", about), () => {
    const now = supplier(id); // it may have another name by now
    if (now) keep(id, withoutTyped(now, made, typed.number));
  });
}

/** What is typed in a form. @param {HTMLElement} form */
function typedIn(form) {
  /** @type {Record<string, string>} */
  const made = { number: "", reply: "", text: "", price: "" };
  for (const field of form.querySelectorAll("[data-typed]")) {
    const { dataset, value } = /** @type {HTMLInputElement} */ (field);
    made[dataset.typed ?? ""] = value;
  }
  return made;
}

/**
 * A supplier's answer with one that was typed in: marked as such, and no longer among those that
 * could not be read.
 * @param {Supplier} made @param {Record<string, string>} typed @returns {Supplier}
 */
function withTyped(made, { number, ...said }) {
  const before = made.answers[number];
  const answers = { ...made.answers, [number]: reply({ ...before, ...said }) };
  /** @type {import("./rows.js").Doubt} */
  const mark = [number, "typed", "", ""];
  const doubts = [...others(made.doubts, number), mark];
  return { ...made, answers, unread: others(made.unread, number), doubts };
}

/**
 * What is told of one requirement as it was before, and all else as it is now.
 * @param {Supplier} now @param {Supplier} before @param {string} number @returns {Supplier}
 */
function withoutTyped(now, before, number) {
  const answers = { ...now.answers };
  delete answers[number];
  if (before.answers[number]) answers[number] = before.answers[number];
  /** @type {<T extends [string, ...unknown[]]>(is?: T[], was?: T[]) => T[]} */
  const back = (is, was = []) => [...others(is, number), ...was.filter(([of]) => of === number)];
  const doubts = back(now.doubts, before.doubts);
  return { ...now, answers, unread: back(now.unread, before.unread), doubts };
}

/** What is told of all requirements but one. @template {[string, ...unknown[]]} T
 * @param {T[] | undefined} all @param {string} number */
const others = (all, number) => (all ?? []).filter(([of]) => of !== number);

// The controls of a document's requirements: a row for each, under its topic.

import { PRIORITIES } from "../answers/fields.js";
import { button, node, options } from "../elements/node.js";
import { called, grouped } from "./document.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./document.js").Numbered} Numbered
 */

/**
 * The requirements under their topics; a topic can be folded, named anew and moved.
 * @param {Numbered[]} rows in the order in which they are read
 * @param {(topic: string) => boolean} isOpen @param {Words} t
 */
export function rowsOf(rows, isOpen, t) {
  const topics = grouped(rows);
  const [first, last] = [rows[0], rows.at(-1)];
  return topics.map(([name, some], at) => {
    const must = some.filter(({ priority }) => priority === "must").length;
    const n = some.length;
    const count = must ? t("topic_count", { n, must }) : t("topic_few", { n });
    const lines = some.map((made) => row(made, made === first, made === last, t));
    const title = node("h3", { dir: "auto" }, name);
    return node(
      "details",
      { class: "guide-document__topic", "data-topic-of": name, open: isOpen(name) },
      node("summary", {}, title, " ", node("span", {}, count)),
      ways(name, at === 0, at === topics.length - 1, t),
      node("ul", {}, ...lines),
    );
  });
}

/** @param {string} name @param {boolean} first @param {boolean} last @param {Words} t */
function ways(name, first, last, t) {
  const label = (/** @type {string} */ text) => ({ "aria-label": `${text}: ${name}` });
  const field = node("input", { maxlength: "200", "data-topic": "", dir: "auto",
    "aria-label": t("topic_name", { name }) });
  field.value = name;
  const act = (/** @type {string} */ what, /** @type {string} */ words, /** @type {string} */ text,
    /** @type {boolean} */ off) => button(what, words, { ...label(text), disabled: off });
  return node(
    "p",
    { class: "guide-document__head" },
    field,
    act("topic-up", "↑", t("up"), first),
    act("topic-down", "↓", t("down"), last),
  );
}

/** @param {Numbered} made @param {boolean} first @param {boolean} last @param {Words} t */
function row(made, first, last, t) {
  const label = (/** @type {string} */ text) => ({ "aria-label": `${text} ${made.number}` });
  /** @param {string} name @param {string} words @param {string} text */
  const act = (name, words, text) => button(name, words, label(text));
  const select = node(
    "select",
    { "data-priority": "", ...label(t("priority")) },
    ...options(PRIORITIES.map((p) => [p, t(`priority.${p}`)])),
  );
  select.value = made.priority;
  const about = { rows: "3", maxlength: "10000", "data-text": "", dir: "auto" };
  const area = node("textarea", { ...about, ...label(t("text")) });
  area.value = made.text;
  const [up, down] = [act("up", "↑", t("up")), act("down", "↓", t("down"))];
  [up.disabled, down.disabled] = [first, last];
  const was = made.was ? ` ${t("was_number", { number: called(made.was) })}` : "";
  const head = [node("strong", {}, made.number), was, select, up, down];
  return node(
    "li",
    { "data-id": made.id },
    node("div", { class: "guide-document__head" }, ...head, act("out", t("out"), t("out"))),
    area,
    group(made, t),
  );
}

/** Where the reader is at work she can also say under which topic it stands: one that is there, or
 * a new one. @param {Numbered} made @param {Words} t */
function group(made, t) {
  const field = node("input", { "data-group": "", list: "guide-topics", maxlength: "200",
    autocomplete: "off", dir: "auto" });
  field.value = made.group;
  const words = node("span", {}, t("group"));
  return node("p", { class: "guide-document__group" }, node("label", {}, words, " ", field));
}

/** The topics to choose among. @param {Numbered[]} rows */
export const topicsOf = (rows) =>
  grouped(rows).map(([name]) => node("option", { value: name }));

// The words of the panel that the page holds for all its items.

import { find, seek } from "../elements/find.js";

/** The panel as the page holds it; null on a page without, or when a fork's has no words. */
export function panelOf() {
  const content = seek(document, "#checklist-answer", HTMLTemplateElement)?.content;
  return content?.querySelector("[data-words]") ? content : null;
}

/** @param {ParentNode} panel */
const holder = (panel) => find(panel, "[data-words]", HTMLElement);

/** What is said of an answer in a few words. @param {ParentNode} panel */
export function answerWords(panel) {
  const words = holder(panel).dataset;
  const { conflict, changed, statusDoing, statusIrrelevant, due, late, note } = words;
  return { conflict, changed, statusDoing, statusIrrelevant, due, late, note };
}

/** What is said of where answers are: once a page, or on the line itself (an edition's template).
 * @param {HTMLElement} line @returns {DOMStringMap} */
export function storeWords(line) {
  const own = line.dataset.saved ?? line.dataset.copied;
  const held = own ? line : seek(panelOf() ?? document, "[data-store]", HTMLElement);
  return (held ?? line).dataset;
}

/** What the panel calls a priority; «» for none. @param {ParentNode} panel
 * @param {string} priority */
export function priorityWord(panel, priority) {
  const { priorityMust, priorityShould, priorityCould } = holder(panel).dataset;
  /** @type {Record<string, string | undefined>} */
  const all = { must: priorityMust, should: priorityShould, could: priorityCould };
  return all[priority] ?? "";
}

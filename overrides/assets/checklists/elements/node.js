// Elements from data: text stays text, whatever it holds.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean>} [attributes] false leaves one out
 * @param {(Node | string)[]} children
 */
export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/**
 * A button that an element listens for by its act.
 * @param {string} act @param {string} text @param {Record<string, string | boolean>} [more]
 */
export const button = (act, text, more = {}) =>
  node("button", { type: "button", "data-act": act, ...more }, text);

/** Choices of a <select>. @param {(readonly [value: string, text: string])[]} all */
export const options = (all) => all.map(([value, text]) => node("option", { value }, text));

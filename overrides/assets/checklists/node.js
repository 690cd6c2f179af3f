// Elements from data: text stays text, whatever it holds.

/** @param {string} tag @param {Record<string, string | boolean>} attributes false leaves one out */
export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

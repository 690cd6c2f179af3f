// XML as text: elements and what must be escaped in them. Pure.

import { cleaned } from "./text.js";

/** Text as it may stand in XML, without what XML cannot hold. @param {string} text */
export const escaped = (text) =>
  cleaned(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/**
 * An element. `inner` is XML, not text; an attribute that is undefined is left out.
 * @param {string} name @param {Record<string, string | number | undefined>} [attributes]
 * @param {string[]} inner
 */
export function tag(name, attributes = {}, ...inner) {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const start = [name, ...given.map(([key, value]) => `${key}="${escaped(String(value))}"`)];
  const all = inner.join("");
  return all ? `<${start.join(" ")}>${all}</${name}>` : `<${start.join(" ")}/>`;
}

/** The space of Word's own names. */
export const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

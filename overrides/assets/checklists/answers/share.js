// A link that carries how far a project is: statuses, no notes. Nothing is sent.

import { packed, unpacked } from "../formats/deflate.js";
import { isId } from "./fields.js";
import { map, value } from "./register.js";
import { emptyProject } from "./state.js";

/**
 * @typedef {import("./register.js").Fields} Fields
 * @typedef {import("./state.js").Project} Project
 * @typedef {{name: string, when: string, project: Project}} Shared
 */

const LETTERS = { done: "d", doing: "g", irrelevant: "i" };
const MOST_BYTES = 100000;
const MOST_NAME = 120;
/** A fragment of more letters is never opened. */
export const MOST_LETTERS = 20000;
const FRAGMENT = /^#?delt=/;

/** True of a fragment that should show a project, whole or not. @param {string} fragment */
export const isLink = (fragment) => FRAGMENT.test(fragment);

/**
 * The part behind `#` of a link that shows how far a project is: statuses, no notes.
 * @param {Project} project @param {string} when ISO 8601
 */
export async function link(project, when) {
  /** @type {Record<string, unknown>} */
  const made = { v: 1, name: value(project.name), when };
  const items = Object.keys(project.items);
  for (const [status, letter] of Object.entries(LETTERS)) {
    made[letter] = items.filter((item) => value(project.items[item].status) === status);
  }
  const bytes = await packed(new TextEncoder().encode(JSON.stringify(made)));
  const base64 = btoa(String.fromCharCode(...bytes));
  return `delt=${base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/**
 * What a link shows; null when it is no such link or is damaged.
 * @param {string} fragment @returns {Promise<Shared | null>}
 */
export async function opened(fragment) {
  const code = isLink(fragment) ? codeOf(fragment.replace(FRAGMENT, "")) : "";
  if (!code || code.length > MOST_LETTERS) return null;
  try {
    const base64 = code.replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = await unpacked(bytes, MOST_BYTES);
    const made = JSON.parse(new TextDecoder().decode(data));
    if (made?.v !== 1 || typeof made.name !== "string" || Number.isNaN(Date.parse(made.when))) {
      return null;
    }
    const project = { ...emptyProject(), items: statuses(made) };
    return { name: made.name.slice(0, MOST_NAME), when: made.when, project };
  } catch {
    return null;
  }
}

/** What a link carries, without what mail programs put into it and after it: breaks of lines, «=»
 * before a break, and the sentence's own signs. @param {string} text */
function codeOf(text) {
  const whole = text.replace(/%(?:0[9ad]|20)/gi, "").replace(/[\s=]/g, "");
  return /^[\w-]*/.exec(whole)?.[0] ?? "";
}

/** @param {Record<string, unknown> & {when: string}} made */
function statuses(made) {
  /** @type {Record<string, Fields>} */
  const items = map();
  for (const [status, letter] of Object.entries(LETTERS)) {
    const listed = made[letter];
    for (const item of Array.isArray(listed) ? listed : []) {
      if (typeof item !== "string" || !isId(item)) continue;
      items[item] = { status: [[status, made.when, "x:1", ""]] };
    }
  }
  return items;
}

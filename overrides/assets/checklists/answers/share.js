// A link that carries how far a project is: statuses, no notes. Nothing is sent.

import { packed, unpacked } from "../formats/deflate.js";
import { isId } from "./fields.js";
import { value } from "./register.js";
import { empty, project as inUse } from "./state.js";

const SHARED = { done: "d", doing: "g", irrelevant: "i" };
const MOST_SHARED = 100000;

/** The part behind `#` of a link that shows how far a project is: statuses, no notes. */
export async function link(project, when) {
  const made = { v: 1, name: value(project.name), when };
  for (const [status, key] of Object.entries(SHARED)) {
    made[key] = Object.keys(project.items).filter((item) => value(project.items[item].status) === status);
  }
  const bytes = await packed(new TextEncoder().encode(JSON.stringify(made)));
  const base64 = btoa(String.fromCharCode(...bytes));
  return `delt=${base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** What a link shows: {name, when, project}; null when it is no such link or is damaged. */
export async function opened(fragment) {
  const found = /^#?delt=([A-Za-z0-9_-]{1,20000})$/.exec(fragment);
  if (!found) return null;
  try {
    const base64 = found[1].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = await unpacked(bytes, MOST_SHARED);
    const made = JSON.parse(new TextDecoder().decode(data));
    if (made?.v !== 1 || typeof made.name !== "string" || Number.isNaN(Date.parse(made.when))) return null;
    const items = Object.create(null);
    for (const [status, key] of Object.entries(SHARED)) {
      for (const item of Array.isArray(made[key]) ? made[key] : []) {
        if (typeof item === "string" && isId(item)) items[item] = { status: [[status, made.when, "x:1", ""]] };
      }
    }
    return { name: made.name.slice(0, 120), when: made.when, project: { ...inUse(empty()), items } };
  } catch {
    return null;
  }
}

// What every element shares, by itself: words filled, days, ids, and what a page lacks told.

import { isWriter } from "../../../overrides/assets/checklists/answers/fields.js";
import { randomId } from "../../../overrides/assets/checklists/answers/ids.js";
import { day } from "../../../overrides/assets/checklists/elements/day.js";
import { catalogOf } from "../../../overrides/assets/checklists/elements/catalog.js";
import { fill } from "../../../overrides/assets/checklists/elements/fill.js";
import { find } from "../../../overrides/assets/checklists/elements/find.js";
import { inOrder } from "../../../overrides/assets/checklists/elements/in-order.js";
import { Turns } from "../../../overrides/assets/checklists/elements/turns.js";
import { wordsOf } from "../../../overrides/assets/checklists/elements/words.js";

export const filled = fill;
export const days = (times) => times.map(day);
export const said = (json, key, values) => wordsOf(json)(key, values);

/** Ids made in a row: how many, how many of them differ, and those that no writer may have. */
export function ids(length, count) {
  const made = Array.from({ length: count }, () => randomId(length));
  const odd = made.filter((id) => id.length !== length || !isWriter(id));
  return { different: new Set(made).size, odd, letters: new Set(made.join("")).size };
}

/** What is said of what a page lacks, or has as something else. */
export function missed() {
  const root = document.createElement("check-plan");
  root.append(document.createElement("p"));
  return ["[data-said]", "p"].map((selector) => {
    try {
      find(root, selector, HTMLInputElement);
      return "";
    } catch (fault) {
      return `${fault.name}: ${fault.message}`;
    }
  });
}

/** Tasks in which pieces that take `ms` each are done; the third fails, the fifth is named twice.
 * `soon`: how many are done before the one who asks goes on. */
export async function turns(ms, soon) {
  const made = new Turns();
  const done = [];
  let task = 0;
  const busy = (name, fails = false) => [
    name,
    () => {
      done.push([name, task]);
      for (const until = performance.now() + ms; performance.now() < until; );
      if (fails) throw new Error("planted");
    },
  ];
  const quiet = (event) => event.preventDefault();
  window.addEventListener("error", quiet);
  const pieces = ["a", "b", "c", "d", "e"].map((name) => busy(name, name === "c"));
  made.add([...pieces, busy("e")], soon);
  const atOnce = done.length;
  const count = setInterval(() => (task += 1));
  while (done.length < 5 && task < 500) await new Promise((go) => setTimeout(go));
  await new Promise((go) => setTimeout(go, 30));
  clearInterval(count);
  window.removeEventListener("error", quiet);
  const names = done.map(([name]) => name).join("");
  return { atOnce, names, tasks: new Set(done.map(([, n]) => n)).size };
}

/** Children put in order: what is there after, and which stayed the very elements they were. */
export function ordered(before, after) {
  const holder = document.createElement("ul");
  const all = new Map([...new Set([...before, ...after])].map((name) => {
    const made = document.createElement("li");
    made.textContent = name;
    return [name, made];
  }));
  holder.append(...[...before].map((name) => all.get(name)));
  const moved = [];
  const insert = holder.insertBefore.bind(holder);
  holder.insertBefore = (one, next) => (moved.push(one.textContent), insert(one, next));
  inOrder(holder, [...after].map((name) => all.get(name)));
  return [holder.textContent, moved.join("")];
}

/** A catalog as it is read: its title, its items in order, how many are found by their id, what
 * one took over from, and the tasks that others had meanwhile. */
export async function catalogRead(text) {
  const { fetch } = window;
  window.fetch = async () => new Response(text);
  let tasks = 0;
  const count = setInterval(() => (tasks += 1));
  const { title, items, byId } = await catalogOf(`nowhere-${randomId()}`);
  clearInterval(count);
  window.fetch = fetch;
  const found = items.filter((one) => byId.get(one.id) === one).length;
  return { title, ids: items.map(({ id }) => id), found, was: items[0].was, tasks };
}

/** The order in which pieces are done of which some are asked for once more. */
export async function again(first, second) {
  const [made, done] = [new Turns(), []];
  const pieces = (names) => [...names].map((name) => [name, () => done.push(name)]);
  made.add(pieces(first), true);
  made.add(pieces(second), true);
  await new Promise((go) => setTimeout(go, 50));
  return done.join("");
}

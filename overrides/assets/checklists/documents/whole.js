// What is kept when a document leaves the house, or comes back as its file. Pure.

import { asked } from "./counted.js";
import { FRAME, numbered } from "./document.js";
import * as kept from "./kept.js";

/**
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./kept.js").Pair} Pair
 */

/** Numbers fixed: what has left the house keeps them. @param {Doc} doc @returns {Pair[]} */
export function fixed(doc) {
  const numbers = numbered(doc).map(({ n }) => n);
  const pairs = doc.requirements
    .map((made, at) => ({ made, n: numbers[at] }))
    .filter(({ made }) => !made.n)
    .map(({ made, n }) => kept.requirement(doc.id, { ...made, n }));
  return pairs.length ? [...pairs, kept.given(doc.id, Math.max(...numbers))] : [];
}

/**
 * What is kept so that a document is as its file says; what the file does not have is taken out.
 * @param {import("./files.js").Opened} opened @param {Doc} doc as it is here
 * @returns {kept.Pair[]}
 */
export function asFile({ id, name, frame, requirements, assumed }, doc) {
  const here = new Map(doc.requirements.map((one) => [one.id, one]));
  const there = new Set(requirements.map((one) => one.id));
  const numbers = requirements.map(({ number }) => Number(number.slice(1)));
  return [
    kept.named(id, name),
    kept.removed(id, false),
    ...FRAME.filter((key) => frame[key] || doc.frame[key]).map((key) =>
      kept.frame(id, key, frame[key]),
    ),
    ...requirements.map(({ number, ...one }, order) => {
      const before = here.get(one.id);
      const form = before?.text === one.text ? before.form : undefined;
      return kept.requirement(id, { ...one, form, n: Number(number.slice(1)), order });
    }),
    ...doc.requirements
      .filter((one) => !there.has(one.id))
      .map(({ id: own, n }) => kept.requirement(id, { id: own, n, text: "" })),
    kept.given(id, Math.max(doc.last ?? 0, ...numbers)),
    ...asked({ ...doc, id }, assumed),
  ];
}

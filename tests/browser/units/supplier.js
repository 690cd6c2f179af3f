// The supplier's side: what is missing from an answer, and what was answered before.

import { formGaps, gaps } from "../../../overrides/assets/checklists/documents/gaps.js";
import {
  alike,
  libraryOf,
  offered,
  remembered,
} from "../../../overrides/assets/checklists/documents/library.js";
import { generator, pick } from "./random.js";

const asked = (number, text, priority = "should", id = number.toLowerCase()) => ({
  id, number, group: "g", priority, text });

/** What is told of one reply. @param {any} reply @param {string} [priority] */
export const told = (reply, priority) =>
  gaps([asked("K1", "x", priority)], reply ? { K1: reply } : {}).map(({ why }) => why);

/** What is told of a price form in which the first post has a price, and the rest what is given. */
export const toldOfForm = (rest) =>
  formGaps(["setup", "fixed", "index"].map((id) => ({ id, amount: null })), {
    setup: { price: "1 000" }, ...Object.fromEntries(Object.entries(rest).map(([id, price]) => [id, { price }])),
  }).map(({ number, why }) => [number, why]);

/** How alike two texts are, to two decimals. */
export const near = (one, other) => Math.round(alike(one, other) * 100) / 100;

const DOCUMENT = { id: "d1", edition: "e", name: "Krav 2027", frame: {}, requirements: [
  asked("K1", "Leverandøren skal ta sikkerhetskopi av alle data hver natt.", "must", "kopi"),
  asked("K2", "Leverandøren skal svare på norsk.", "must", "norsk")] };
const REPLIES = { K1: { reply: "yes", text: "Veeam, hver natt.", link: "", price: "" },
  K2: { reply: "yes", text: "", link: "", price: "" } };

/** What is offered to a requirement after those were answered: the words, or null. */
export function again(id, text) {
  const library = remembered({}, DOCUMENT, REPLIES, "2026-11-26");
  return offered(library, asked("K9", text, "should", id))?.text ?? null;
}

/** What is read of anything that is kept; reading it again gives the same. */
export function read(kept) {
  const once = libraryOf(kept);
  if (!once) return null;
  return [once, JSON.stringify(libraryOf(JSON.stringify(once))) === JSON.stringify(once)];
}

/** After `times` documents: how many are kept, and whether the newest is. */
export function grown(times) {
  let library = {};
  for (let n = 0; n < times; n += 1) {
    const row = asked("K1", `krav nummer ${n}`, "must", `r${n}`);
    const day = `2026-${String(1 + Math.floor(n / 28)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`;
    library = remembered(library, { ...DOCUMENT, requirements: [row] },
      { K1: { text: `svar ${n}` } }, day);
  }
  return [Object.keys(library).length, `r${times - 1}` in library, "r0" in library];
}

const PARTS = [null, 1, [], {}, "x", { text: "y" }, { text: 7 }, { text: "z".repeat(30000) },
  { asked: {}, text: "a", link: [], when: "i går", from: 5 }];

/** Seeds for which something that is kept is not read, or read in another way twice. */
export function hostile(most) {
  const wrong = [];
  for (let seed = 1; seed <= most; seed += 1) {
    const random = generator(seed);
    const made = Object.fromEntries(["a", "b", "__proto__", "Æ", "x".repeat(200)]
      .filter(() => random() < 0.7).map((id) => [id, pick(random, PARTS)]));
    try {
      const [once, same] = read(JSON.stringify(made)) ?? [{}, false];
      const fine = Object.values(once).every(({ text, link }) => (text || link) && text.length <= 10000);
      if (!same || !fine) wrong.push(seed);
      offered(once, asked("K1", "a", "must", "a"));
    } catch (error) {
      wrong.push([seed, String(error)]);
    }
  }
  return wrong;
}

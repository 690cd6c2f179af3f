// Price forms by themselves, and what else comes back in a supplier's file beside the answers.

import { fromAnswerFile } from "../../../overrides/assets/checklists/documents/files.js";
import { changedIn, folded, withForm } from "../../../overrides/assets/checklists/documents/again.js";
import { altered } from "../../../overrides/assets/checklists/documents/asked-text.js";
import { book } from "../../../overrides/assets/checklists/documents/answer-book.js";
import { cost } from "../../../overrides/assets/checklists/documents/cost.js";
import { formCost } from "../../../overrides/assets/checklists/documents/form-cost.js";
import { fromForm } from "../../../overrides/assets/checklists/documents/form-rows.js";
import { POSTS } from "../../../overrides/assets/checklists/documents/posts.js";
import { readAnswer } from "../../../overrides/assets/checklists/documents/replies.js";
import { wordsOf } from "../../../overrides/assets/checklists/elements/words.js";
import { fromTexts } from "../../../overrides/assets/checklists/formats/grid.js";
import { generator, pick } from "./random.js";

const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** @param {BlobPart} content @param {string} words as JSON */
const opened = (content, words) => readAnswer(new File([content], "svar"), wordsOf(words));

/** The price form that is read out of a file: whose, its prices by post, what is doubted. */
export async function readForm(base64, words) {
  const { answer, prices, problem } = await opened(bytesOf(base64), words);
  if (problem) return { problem };
  const { supplier = "", form = {}, doubts = [], document = "" } = answer ?? prices;
  return { alone: Boolean(prices), supplier, document, form, doubts };
}

/** A form of prices by post, in kroner over the contract: total, gaps. Doubted posts by code. */
export function formed(prices, assumed, { doubted = [], given = false, extra = [] } = {}) {
  const form = Object.fromEntries(Object.entries(prices).map(([id, price]) => [id, { price }]));
  const found = formCost(form, assumed, (code) => doubted.includes(code), given, extra);
  const { total, known, gaps } = cost([], assumed, null, found);
  return { total, known, gaps, parts: found.parts.map(({ post, amount, total }) => [post, amount, total]) };
}

/** What is read of an answer that left as a workbook: its form, its answers, and what differs. */
export async function bookBack(words) {
  const t = wordsOf(words);
  const requirements = ["K1", "K2", "K3"].map((number) => ({
    id: number.toLowerCase(), number, group: "Drift", priority: "must", text: `Krav ${number}` }));
  const document = { id: "d1", edition: "abc", name: "Krav", frame: {}, requirements,
    form: [["setup", 1], ["fixed", 36], ["index", null], ["new", 7]].map(([id, amount]) => ({ id, amount })) };
  const answer = { supplier: "=Alfa; <AS>", answers: {
    K1: { reply: "yes", text: "Linje 1\nLinje 2", link: "https://a.no/b", price: "1 200 kr per måned" },
    K2: { reply: "no", text: "=1+1", link: "", price: "" } },
  form: { setup: { price: "50 000" }, fixed: { price: "1 200,50 kr" }, index: { price: "KPI" } } };
  const found = await opened(book(document, answer, t).content, words);
  const { answers, form, supplier, edition, document: of, unread, doubts } = found.answer;
  return { answers: { ...answers }, form, supplier, edition, of, unread, doubts };
}

/** The requirements that a file says in other words than these. */
export async function alteredIn(base64, words, requirements) {
  const { answer } = await opened(bytesOf(base64), words);
  return altered(answer.asked ?? {}, requirements.map(([number, text]) => ({ number, text })));
}

const AMOUNTS = { setup: 1, fixed: 36, user: 900, hour: 120, visit: 12, exit: 30 };
const SURE = { years: 3, unsaid: "once", amounts: { user: 25, hour: 40, visit: 4, exit: 30 } };

/** Forms whose rows are moved, taken out, doubled, added and headed anew by chance: seeds where a
 * total is told that is not the sum of what stands there. `deaf` plants a fault: what is doubted is
 * not heard. */
export function formChaos(most, deaf = false) {
  const heads = ["Post", "Pris per enhet", "Antall", "Sum"];
  const head = ["Post", "Hva", "Enhet", "Antall", "Pris per enhet", "Sum"];
  const wrong = [];
  for (let seed = 1; seed <= most; seed += 1) {
    const chance = generator(seed);
    const price = () => pick(chance, ["0", "7", "12,50", "1 000", "ca. 5", "5 EUR", "", "inkl."]);
    const rows = POSTS.map((id, n) => [`P${n + 1}`, id, "", "", price(), ""]);
    const many = Math.floor(chance() * 4);
    for (let n = 0; n < many; n += 1) {
      const at = Math.floor(chance() * (rows.length + 1));
      const kind = pick(chance, ["move", "out", "twice", "more", "named", "head", "blank"]);
      if (kind === "move") rows.splice(at, 0, ...rows.splice(0, 1));
      if (kind === "out") rows.splice(at, 1);
      if (kind === "twice") rows.splice(at, 0, [pick(chance, ["P1", "p 2."]), "", "", "", price(), ""]);
      if (kind === "more") rows.splice(at, 0, ["", "Lisenser", "", "", price(), ""]);
      if (kind === "named") rows.splice(at, 0, ["P9", "Reiser", "", "", "", price()]);
      if (kind === "head") rows.splice(at, 0, head);
      if (kind === "blank") rows.splice(at, 0, ["", "", "", "", "", ""]);
    }
    const found = fromForm([fromTexts([head, ...rows])], heads, ["Sum av postene"]);
    const { form = {}, doubts = [] } = found ?? {};
    const heard = deaf ? [] : doubts;
    const doubted = (code) => heard.some(([of, , , field]) => of === code && field === "price");
    const extra = heard.filter(([, why]) => why === "extra").map(([, , words]) => words);
    const { total } = cost([], SURE, null, formCost(form, SURE, doubted, false, extra));
    const sum = byHand(rows);
    if (total !== sum && !(total === null && sum === null)) wrong.push([seed, total, sum]);
  }
  return wrong.slice(0, 3);
}

/** The sum of a form as a person works it out; null where she would have to ask. */
function byHand(rows) {
  const values = { 0: 0, 7: 7, "12,50": 12.5, "1 000": 1000, "inkl.": 0 };
  let sum = 0;
  for (const [code, title, , , price, last] of rows) {
    const ours = /^p ?[1-7]\.?$/i.test(code);
    if (!ours && title !== "Hva" && (price || last)) return null;
  }
  for (const [n, id] of POSTS.entries()) {
    if (id === "index") continue;
    const mine = rows.filter(([code]) => new RegExp(`^p ?${n + 1}\\.?$`, "i").test(code));
    const prices = new Set(mine.map(([, , , , price]) => price));
    const [price = ""] = prices;
    if (prices.size !== 1 || !(price in values)) return null;
    sum += values[price] * AMOUNTS[id];
  }
  return sum;
}

/** What of an answer that comes once more is another. */
export const again = (before, after) => {
  const whole = (made) => ({ supplier: "A", answers: {}, unread: [], ...made });
  return changedIn(whole(before), whole(after));
};

/** The answer that takes the place of another: which price form it has, and what is doubted. */
export const formAgain = (before, after) => {
  const { form = {}, doubts = [] } = withForm({ answers: {}, ...after }, { answers: {}, ...before });
  return [form, doubts.map(([of, why]) => [of, why])];
};

export { folded };

/** The form of a reply file, as it is read. */
export const formRead = (file) => fromAnswerFile(JSON.stringify(file)).answer.form;

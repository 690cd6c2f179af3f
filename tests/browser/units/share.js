// Links to a status by themselves: what they carry, opened as mail programs hand them on.

import { MOST_LETTERS, isLink, link, opened } from "../../../overrides/assets/checklists/answers/share.js";
import { emptyProject } from "../../../overrides/assets/checklists/answers/state.js";

const WHEN = "2026-11-26T02:18:05.123Z";

/** A project with so many points done; their ids hard to pack when asked for. */
function project(count, hard) {
  const made = { ...emptyProject(), name: [["Lønn & «ære»", WHEN, "a:1", ""]], items: {} };
  const id = (n) => (hard ? `p${crypto.randomUUID()}` : `punkt-${n}`);
  for (let n = 0; n < count; n += 1) made.items[id(n)] = { status: [["done", WHEN, "a:2", ""]] };
  return made;
}

/** What is shown of a link with so many points, once whole and once as each of `texts` has it:
 * {link} is the link, {head} and {tail} its halves. */
export async function shown(count, texts) {
  const whole = await link(project(count, false), WHEN);
  const half = Math.floor(whole.length / 2);
  const [head, tail] = [whole.slice(0, half), whole.slice(half)];
  const given = texts.map((text) =>
    text.replace("{link}", () => whole).replace("{head}", () => head).replace("{tail}", () => tail),
  );
  const all = await Promise.all([whole, ...given].map((one) => opened(hashOf(one))));
  return all.map((one) => one && [one.name, Object.keys(one.project.items).length]);
}

/** Which of the texts reach the page as another address than the link itself: those that what
 * opens a link has to see through. */
export async function changed(count, texts) {
  const whole = await link(project(count, false), WHEN);
  const [head, tail] = [whole.slice(0, whole.length / 2), whole.slice(whole.length / 2)];
  return texts.filter((text) => {
    const given = text.replace("{link}", whole).replace("{head}", head).replace("{tail}", tail);
    return hashOf(given) !== `#${whole}`;
  });
}

/** A fragment as the address has it. */
const hashOf = (fragment) => new URL(`https://x.example/#${fragment}`).hash;

/** True for a link that is told to be too long when it is made, and whether it opens. */
export async function long(count) {
  const made = await link(project(count, true), WHEN);
  return [made.length > MOST_LETTERS, (await opened(`#${made}`)) !== null, isLink(`#${made}`)];
}

// This browser as a member of a team: its name, its file, and how its answers take others' in.

import { browserName } from "../answers/browser-name.js";
import { randomId } from "../answers/ids.js";
import { map } from "../answers/register.js";
import { ahead, joined } from "./joined.js";
import { Member } from "./member.js";
import { fileOf } from "./names.js";
import { recordOf, revise } from "./record.js";

/** @typedef {import("../answers/state.js").Project} Project */

const LETTERS = 8;

/** A writer's name that nobody has. @param {string} label what the reader is called */
export const newWriter = (label) => fileOf(label, randomId(LETTERS)).slice(0, -".json".length);

/** @typedef {{site: string, store: import("../answers/store.js").Store, turn: string}} Browser
 *   `turn`: the page's */

/** @param {Browser} browser */
const nameOf = ({ store }) => store.state.local.label || browserName(navigator.userAgent);

/** @param {Browser} browser @returns {import("./file.js").Who} */
const whoIn = (browser) => ({
  writer: recordOf(browser.site)?.writer ?? "",
  turn: browser.turn,
  name: nameOf(browser),
});

/** Who writes from this page, kept as one of this browser's. Pages that only read are not: hundreds
 * of them would push out the one that wrote last. @param {Browser} browser */
export function signing(browser) {
  const { site, turn } = browser;
  revise(site, ({ turns }) => ({ turns: [...turns.filter((one) => one !== turn), turn] }));
  return whoIn(browser);
}

/**
 * Somebody who reads and writes for this browser in a room.
 * @param {Browser} browser @param {import("./member.js").Room} room
 * @param {() => Promise<unknown>} [pause]
 */
export function memberOf(browser, room, pause) {
  const { site, store } = browser;
  const record = () => recordOf(site);
  const where = { site, id: record()?.id ?? "" };
  const self = {
    who: () => whoIn(browser),
    isOwn: (/** @type {string} */ turn) => Boolean(record()?.turns.includes(turn)),
    rename: () => revise(site, () => ({ writer: newWriter(nameOf(browser)) })),
    writes: () => void signing(browser),
  };
  const take = (/** @type {Project[]} */ all) => {
    const seen = store.state.projects[where.id]?.seen ?? map();
    if (ahead(all, seen, where.id, store.stamp())) store.renew();
    return store.change((state) => joined(state, where.id, all), true);
  };
  const answers = { state: () => store.state, take };
  return new Member({ room, answers, self, where, clock: Date.now, pause });
}

// What answers say of a framework's point, on the pure core: every state of two items.

import { answer, empty, project } from "../../../overrides/assets/checklists/answers/state.js";
import { counts, verdict } from "../../../overrides/assets/checklists/plan/met.js";

const STAMP = { when: "2026-11-26T08:00:00Z", writer: "a", by: "" };

/** @param {Record<string, string>} statuses by item */
const answering = (statuses) =>
  project(
    Object.entries(statuses).reduce(
      (state, [id, status]) => answer(state, "p", id, { status }, STAMP),
      empty(),
    ),
  );

/** The verdict on a point. @param {[id: string, how: string, was?: string[]][]} mentions
 * @param {Record<string, string>} statuses */
export const of = (mentions, statuses) =>
  verdict(answering(statuses), {
    number: "1",
    title: "",
    mentions: mentions.map(([id, how, was = []]) => ({ id, how, was, code: "", text: "" })),
  });

/** How many points of each verdict. @param {[id: string, how: string][][]} points
 * @param {Record<string, string>} statuses */
export const summed = (points, statuses) =>
  counts(
    answering(statuses),
    points.map((all) => ({
      number: "1",
      title: "",
      mentions: all.map(([id, how]) => ({ id, how, was: [], code: "", text: "" })),
    })),
  );

// How far a requirements document has come: begun, sent, answered, or a supplier chosen. Pure.

import { isMap } from "../answers/local.js";
import { editions } from "./editions.js";
import { isExample } from "./example.js";
import { list, text, under } from "./kept.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {"begun" | "sent" | "answered" | "chosen"} Step
 * @typedef {{id: string, name: string, step: Step, day: string, n: number, supplier: string}} Stage
 *   `day`: when it was last made into files, ISO, «» before that; `n`: answers that were opened;
 *   `supplier`: the one chosen, «» where nobody is
 */

/** The documents of a project, each with how far it is.
 * @param {Project} project @returns {Stage[]} */
export const stages = (project) =>
  list(project).flatMap(([id, name]) => {
    if (isExample(id)) return []; // another firm's
    const answers = under(project, id, "s").flatMap(([who, made]) =>
      isMap(made) && made.supplier ? [{ who, supplier: String(made.supplier) }] : [],
    );
    const winner = text(project, id, "d", "winner");
    const supplier = answers.find(({ who }) => who === winner)?.supplier ?? "";
    const last = editions(project, id).at(-1);
    const step = supplier ? "chosen" : answers.length ? "answered" : last ? "sent" : "begun";
    return [{ id, name, step, day: last?.day ?? "", n: answers.length, supplier }];
  });

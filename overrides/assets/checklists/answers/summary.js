// What is in a state, in numbers: seen of a file before anything is changed. Pure.

import { SAYS } from "./fields.js";
import { value } from "./register.js";
import { projects } from "./state.js";

/**
 * Each project with how many answers it has, to items and about the firm: as what a merge brings is
 * counted (plan/report.js).
 * @param {import("./state.js").State} state
 */
export const summary = (state) =>
  projects(state).map(([id, { name, items, profile }]) => ({
    id,
    name: value(name),
    answers:
      Object.values(items).filter((fields) => SAYS.some((one) => value(fields[one]))).length +
      Object.values(profile).filter((entries) => value(entries)).length,
  }));

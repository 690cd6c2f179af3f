// «Arbeid sammen» and what reads and writes the team's folder, in one file after the build. Fetched
// when somebody opens it, and on every page of a browser that works in a folder.

import { CheckFolder } from "./folder/check-folder.js";
import { teamOf } from "./folder/team.js";

/** Reads and writes from here on. @param {string} site */
export const follow = (site) => teamOf(site).begin();

export const elements = { "check-folder": CheckFolder };

// A writer's file: one project as this browser knows it, and who wrote it. Pure.
//
// It is a backup with some lines more, so that «Åpne en kopi» opens it too.

import { excess, readOf } from "../answers/accept.js";
import { LIMITS, isCount } from "../answers/fields.js";
import { isMap } from "../answers/local.js";
import { map, value } from "../answers/register.js";
import { VERSION, empty } from "../answers/state.js";
import { text } from "../answers/written.js";
import { isWriterName } from "./names.js";

/**
 * @typedef {import("../answers/register.js").Seen} Seen
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../answers/state.js").State} State
 * @typedef {{site: string, id: string}} Where the guide and the project that a folder is for
 * @typedef {{writer: string, turn: string, name: string}} Who `turn`: the page that wrote, so that
 *   two machines with one writer's name find each other
 * @typedef {{who?: Who, seen?: Seen, project: () => Project | string, problem?: string}} Opened
 *   `project` reads all of it: a project, or the key of what is wrong
 */

/** @param {State} state @param {Where} where @param {Who} who */
export function written(state, { site, id }, who) {
  const { local } = empty();
  const alone = { ...state, projects: map({ [id]: state.projects[id] }), local };
  return `{"site":${JSON.stringify(site)},"team":${JSON.stringify(who)},${text(alone).slice(1)}`;
}

/**
 * What a file says of itself, before all of it is read: half a file, somebody else's, one of
 * another guide, project or of a newer edition has a problem.
 * @param {string} content @param {Where} where @returns {Opened}
 */
export function opened(content, { site, id }) {
  const none = (/** @type {string} */ problem) => ({ problem, project: () => problem });
  let found;
  try {
    found = JSON.parse(content.replace(/^\ufeff/, ""));
  } catch {
    return none("half");
  }
  if (!isMap(found) || typeof found.site !== "string") return none("other");
  if (found.site !== site) return none("site");
  if (Number(found.version) > VERSION) return none("newer");
  if (!isMap(found.projects)) return none("other");
  const who = whoOf(found.team);
  const raw = found.projects[id];
  if (!isMap(raw)) return none("project");
  return { who, seen: seenOf(raw.seen), project: () => projectOf(found, id) };
}

/** @param {unknown} raw @returns {Who} */
function whoOf(raw) {
  const { writer, turn, name } = isMap(raw) ? raw : /** @type {Record<string, unknown>} */ ({});
  return {
    writer: typeof writer === "string" && isWriterName(writer) ? writer : "",
    turn: typeof turn === "string" ? turn : "",
    name: typeof name === "string" ? name.slice(0, LIMITS.by) : "",
  };
}

/** What a project claims to have seen; undefined when that is no claim of ours.
 * @param {unknown} raw @returns {Seen | undefined} */
function seenOf(raw) {
  const most = LIMITS.writes;
  const isSeen = isMap(raw) && Object.values(raw).every((n) => isCount(n) && n <= most);
  return isSeen ? map(/** @type {Seen} */ (raw)) : undefined;
}

/**
 * All or nothing: of a part that is read beside one that is not, nobody could tell later whether it
 * was seen. That somebody has deleted the project stays with her.
 * @param {Record<string, unknown>} found @param {string} id @returns {Project | string}
 */
function projectOf(found, id) {
  const { projects } = /** @type {{projects: Record<string, unknown>}} */ (found);
  const alone = { ...found, projects: { [id]: projects[id] } };
  const { state, problem, aside } = readOf(alone);
  if (problem || !state) return problem ?? "other";
  if (aside.length) return "damaged";
  if (excess(state).length) return "damaged";
  const project = state.projects[id];
  return value(project.gone) === "yes" ? { ...project, gone: [] } : project;
}

/** True when all that `seen` tells of is known.
 * @param {Seen | undefined} seen @param {Seen} known */
export const covered = (seen, known) =>
  seen !== undefined &&
  Object.entries(seen).every(([writer, number]) => (known[writer] ?? 0) >= number);

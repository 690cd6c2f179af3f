// Calendars by themselves: what happens, as a file.

import { calendar } from "../../../overrides/assets/checklists/formats/ics.js";

const NOW = "2026-11-26T03:18:05.123+01:00";

/** Files of one happening each, of two projects of a site. */
export function files(happening, site, projects) {
  return projects.map((project) => calendar([happening], { site, project, now: NOW }));
}

/** A file of a title that holds what no calendar may. */
export const titled = (title) =>
  calendar([{ id: "a", title, note: "", day: "2027-03-01", yearly: false }], {
    site: "x",
    project: "p",
    now: NOW,
  });

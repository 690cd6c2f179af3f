// «Arbeid sammen» and what reads and writes the team's folder, in one file after the build. Fetched
// when somebody opens it, and on every page of a browser that works in a folder.

import { CheckFolder } from "./folder/check-folder.js";
import { teamOf } from "./folder/team.js";

/** From here on the page has the element, and reads and writes the folder of its guide, if any. */
export function follow() {
  if (!customElements.get("check-folder")) customElements.define("check-folder", CheckFolder);
  const site = document.querySelector("[data-site]")?.getAttribute("data-site");
  if (typeof site === "string") teamOf(site).begin();
}

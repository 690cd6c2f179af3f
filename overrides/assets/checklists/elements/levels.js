// What the guide's answers ask for, from the head of every page.

import { seek } from "./find.js";

/** @returns {import("../answers/fit.js").Levels} */
export const levelsHere = () =>
  JSON.parse(seek(document, "meta[name=guide-levels]", HTMLMetaElement)?.content || "{}");

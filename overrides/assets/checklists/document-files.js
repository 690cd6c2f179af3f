// What is done with a requirements document once there is one: moved about in, made into files.
// In one file after the build; fetched when one is asked for.

import { copied as copiedOf } from "./documents/copied.js";
import { Gone as GoneOf } from "./documents/gone.js";
import { Moves as MovesOf } from "./documents/moving.js";
import { Out as OutOf } from "./documents/out.js";
import { picks as picksOf } from "./documents/picks.js";
import { Preview as PreviewOf, paper } from "./documents/preview.js";
import { quantities as quantitiesOf } from "./documents/quantities.js";
import { taken as takenOf } from "./documents/taken.js";
import { tellFit } from "./documents/told-fit.js";
import { tellLacks } from "./documents/told-lacks.js";
import { tellTorn as tellTornOf } from "./documents/told-torn.js";
import { tellUnsent as tellUnsentOf } from "./documents/told-unsent.js";
import { drafted } from "./elements/draft.js";
import { letGo } from "./elements/redrawn.js";

export const copied = copiedOf;
export const Gone = GoneOf;
export const Moves = MovesOf;
export const Out = OutOf;
export const Preview = PreviewOf;
export const picks = picksOf;
export const quantities = quantitiesOf;
export const taken = takenOf;
export const tellTorn = tellTornOf;
export const tellUnsent = tellUnsentOf;

/** Once there is a document; what is told of it is told anew while nobody waits.
 * @param {import("./elements/tool.js").Tool} tool
 * @param {import("./documents/shown.js").Shown} shown
 * @param {import("./elements/catalog.js").Catalog} catalog */
export function ready(tool, shown, catalog) {
  const { root, signal, site, store } = tool;
  paper(tool, shown, catalog);
  drafted(tool.typed("own", HTMLTextAreaElement), site, "krav", signal);
  const told = [tellFit(tool, shown, catalog), tellLacks(tool, shown, catalog)];
  const idle = window.requestIdleCallback ?? setTimeout;
  let waits = false;
  const show = () => {
    waits = false;
    if (!signal.aborted) for (const tell of told) tell();
  };
  const soon = () => {
    if (!waits) idle(() => letGo(show));
    waits = true;
  };
  store.addEventListener("change", soon, { signal });
  root.addEventListener("checklist:answer", soon, { signal }); // another document is shown
  show();
}

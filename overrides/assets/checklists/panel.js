// What the reader writes about an item, in one file after the build; fetched when one is opened.

import { panelForm } from "./lists/panel-form.js";
import { follow, leave, shut } from "./lists/unfolded.js";

const FORM = new URL("../ord/answer.txt", import.meta.url);
const folds = { follow, leave, shut };

/** Once the page has the form that is filled in. */
export async function formed() {
  await panelForm(FORM);
  return { folds };
}

// The panel's form: fetched when one is opened, so that a page need not hold what nobody opens.

import { seek } from "../elements/find.js";

/** Has the page's template hold the form too. @param {URL} place where it is */
export async function panelForm(place) {
  const content = seek(document, "#checklist-answer", HTMLTemplateElement)?.content;
  if (!content || content.querySelector("form")) return;
  const form = (await read(place))?.querySelector("form");
  if (!form) throw new Error("no form");
  if (!content.querySelector("form")) content.prepend(form);
}

/** A browser reads HTML of this site so without a script making markup of a text.
 * @param {URL} place @returns {Promise<Document | null>} */
const read = (place) =>
  new Promise((done, failed) => {
    const asked = new XMLHttpRequest();
    asked.open("GET", place);
    asked.responseType = "document";
    asked.overrideMimeType("text/html; charset=utf-8");
    asked.onload = () => done(asked.status === 200 ? asked.responseXML : null);
    asked.onerror = failed;
    asked.send();
  });

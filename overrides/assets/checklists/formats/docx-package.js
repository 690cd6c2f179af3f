// What a Word file says of its own parts: types, who leads to whom, title and language. Pure.

import { W, escaped, tag } from "./xml.js";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE = "application/vnd.openxmlformats-package";
const WORD_ITSELF = "http://schemas.microsoft.com/office/word";
export const SPACES = { "xmlns:w": W, "xmlns:r": OFFICE };

/** What an archive must say of its parts: their types. @param {boolean} [picture] is among them */
export function types(picture = false) {
  const usual = (/** @type {string} */ extension, /** @type {string} */ type) =>
    tag("Default", { Extension: extension, ContentType: type });
  const part = (/** @type {string} */ name, /** @type {string} */ type) =>
    tag("Override", { PartName: name, ContentType: type });
  return tag(
    "Types",
    { xmlns: `${PACKAGE}/content-types` },
    usual("rels", `${CORE}.relationships+xml`),
    usual("xml", "application/xml"),
    ...(picture ? [usual("png", "image/png")] : []),
    part("/word/document.xml", `${TYPE}.document.main+xml`),
    part("/word/styles.xml", `${TYPE}.styles+xml`),
    part("/word/settings.xml", `${TYPE}.settings+xml`),
    part("/word/footer1.xml", `${TYPE}.footer+xml`),
    part("/word/header1.xml", `${TYPE}.header+xml`),
    part("/docProps/core.xml", `${CORE}.core-properties+xml`),
  );
}

/** Which part leads to which. @param {[type: string, target: string][]} all */
const led = (...all) =>
  tag(
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    ...all.map(([type, target], n) =>
      tag("Relationship", { Id: `rId${n + 1}`, Type: type, Target: target }),
    ),
  );

export const relations = {
  ofAll: () =>
    led(
      [`${OFFICE}/officeDocument`, "word/document.xml"],
      [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ),
  /** The footer is the second and the header the third: the document asks for them by that. */
  ofDocument: () =>
    led(
      [`${OFFICE}/styles`, "styles.xml"],
      [`${OFFICE}/footer`, "footer1.xml"],
      [`${OFFICE}/header`, "header1.xml"],
      [`${OFFICE}/settings`, "settings.xml"],
    ),
  /** @param {string} place of its picture */
  ofHeader: (place) => led([`${OFFICE}/image`, place]),
};

/** That it is of today's Word, which opens it as such and not «in compatibility mode»; and where
 * there are contents, that they are to be worked out on opening.
 * @param {boolean} contents */
export function settings(contents) {
  const mode = { "w:name": "compatibilityMode", "w:uri": WORD_ITSELF, "w:val": 15 };
  return tag(
    "w:settings",
    SPACES,
    contents ? tag("w:updateFields", { "w:val": "true" }) : "",
    tag("w:compat", {}, tag("w:compatSetting", mode)),
  );
}

/** @param {string} title @param {string} language */
export function properties(title, language) {
  const spaces = {
    "xmlns:cp": `${PACKAGE}/metadata/core-properties`,
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  };
  const facts = [tag("dc:title", {}, escaped(title)), tag("dc:language", {}, language)];
  return tag("cp:coreProperties", spaces, ...facts);
}

// What a reader of a Word file sees: text with changes accepted, links with addresses. Pure.

import { symbol } from "./symbols.js";
import { elements, first, isOn } from "./xml-read.js";

/**
 * @typedef {import("./xml-read.js").Element} Element
 * @typedef {(id: string) => string | undefined} Address of what a relation leads to
 */

// What is no text of the reader's: how things look, and what was deleted or moved away.
const HIDDEN = new Set([
  ...["w:del", "w:moveFrom", "w:tcPr", "w:tblPr", "w:trPr", "w:sdtPr", "w:sdtEndPr", "w:rPr"],
  ...["w:pPr", "w:sectPr", "w:tblGrid", "w:rt"],
]);
/** @type {Record<string, string>} */
const MARKS = {
  "w:br": "\n",
  "w:cr": "\n",
  "w:tab": "\t",
  "w:ptab": "\t",
  "w:noBreakHyphen": "-",
};
const REFERENCE = /^w:(comment|footnote|endnote)(?:Reference|RangeStart)$/;
const LINK = /^\s*HYPERLINK\s+"?([^"\s\\][^"\s]*)/i;

/** A text that grows: of a cell, or of all that stands outside tables. */
export class Text {
  words = "";
  /** @type {[words: string, address: string][]} */
  links = [];
  /** @type {Set<string>} «comment 0», «footnote 2» */
  notes = new Set();
  /** @type {Set<string>} */
  doubts = new Set();
  /** @type {{code: string, shown: boolean, start: number, lost: boolean}[]} fields that are open */
  #fields = [];

  /** @param {string} more */
  add(more) {
    const field = this.#fields.find(({ shown }) => !shown);
    if (!field) this.words += more;
    else if (more.trim()) field.lost = true;
  }

  /** Words from a place on lead to an address. @param {number} start @param {string} address */
  link(start, address) {
    const words = this.words.slice(start).trim();
    this.links.push([words, address]);
    const bare = (/** @type {string} */ text) => text.replace(/^mailto:|\/$/g, "");
    if (words && bare(words) !== bare(address)) this.words += ` (${address})`;
    else if (!words) this.words += address;
  }

  /** @param {string} type @param {Element} made */
  field(type, made) {
    const start = this.words.length;
    const data = first(made, "w:ffData", "w:ddList");
    if (type === "begin") this.#fields.push({ code: "", shown: false, start, lost: false });
    if (type === "begin" && data) this.#choice(data);
    const field = this.#fields.at(-1);
    if (type === "separate" && field) Object.assign(field, { shown: true, start });
    if (type !== "end") return;
    this.#fields.pop();
    const address = field && LINK.exec(field.code)?.[1];
    if (field?.shown && address) this.link(field.start, address);
  }

  /** What is chosen in a list of an old form. @param {Element} list */
  #choice(list) {
    const entries = elements(list).filter(({ name }) => name === "w:listEntry");
    const chosen = first(list, "w:result") ?? first(list, "w:default");
    this.words += entries[Number(chosen?.attributes["w:val"] ?? 0)]?.attributes["w:val"] ?? "";
  }

  /** The code of the field that is open. @param {string} code */
  instruct(code) {
    const field = this.#fields.at(-1);
    if (field && !field.shown) field.code += code;
  }

  /** A field that never ended must not hide what stands in it without a word. */
  end() {
    if (this.#fields.some(({ lost }) => lost)) this.doubts.add("unclear");
    this.#fields = [];
    return this;
  }
}

/**
 * Adds what an element shows.
 * @param {Element} made @param {Text} text @param {Address} address
 * @param {(table: Element, text: Text) => void} onTable what to do with a table in it
 */
export function show(made, text, address, onTable) {
  const { name, attributes } = made;
  const all = (/** @type {Element[]} */ some) => {
    for (const one of some) show(one, text, address, onTable);
  };
  const noted = REFERENCE.exec(name);
  if (HIDDEN.has(name)) return;
  if (noted) text.notes.add(`${noted[1]} ${attributes["w:id"]}`);
  else if (name === "w:tbl") onTable(made, text);
  else if (name === "w:t" || name === "m:t") put(made, text);
  else if (name === "w:instrText") text.instruct(plain(made));
  else if (MARKS[name]) text.add(MARKS[name]);
  else if (name === "w:sym") put({ ...made, children: [signed(attributes, text)] }, text);
  else if (name === "w:fldChar") text.field(attributes["w:fldCharType"], made);
  else if (name === "w:r") {
    if (isSeen(made, text)) all(elements(made));
  } else if (name === "w:sdt") all(controlled(made));
  else if (name === "mc:AlternateContent") {
    // The same text box twice, for new and for old readers.
    const one = first(made, "mc:Choice") ?? first(made, "mc:Fallback");
    all(one ? [one] : []);
  } else if (name === "w:hyperlink" || name === "w:fldSimple") linked(made, text, address, all);
  else all(elements(made));
  if (name === "w:p" && !isJoined(made)) text.add("\n");
}

/** @param {Element} made */
const plain = (made) => made.children.filter((one) => typeof one === "string").join("");

/** @param {Element} made @param {Text} text */
function put(made, text) {
  const words = plain(made);
  // Letters of a font of signs: what they look like is not what they are.
  if (/[\uf000-\uf8ff\ufffd]/.test(words)) text.doubts.add("sign");
  text.add(words.replaceAll("\u00ad", "").replaceAll("\u2011", "-"));
}

/** @param {Record<string, string>} attributes @param {Text} text */
function signed(attributes, text) {
  const found = symbol(attributes["w:font"] ?? "", attributes["w:char"] ?? "");
  if (found === undefined) text.doubts.add("sign");
  return found ?? "\ufffd";
}

/** Whether a run is to be seen; what is struck through is, and means something else.
 * @param {Element} run @param {Text} text */
function isSeen(run, text) {
  const looks = first(run, "w:rPr");
  if (isOn(first(looks, "w:vanish"))) return false;
  const struck = isOn(first(looks, "w:strike")) || isOn(first(looks, "w:dstrike"));
  if (struck && elements(run).some((one) => one.name === "w:t" && plain(one).trim())) {
    text.doubts.add("struck");
  }
  return true;
}

/** What a content control holds; a placeholder that asks for text is none.
 * @param {Element} made */
export function controlled(made) {
  if (isOn(first(made, "w:sdtPr", "w:showingPlcHdr"))) return [];
  const content = first(made, "w:sdtContent");
  return content ? elements(content) : [];
}

/**
 * @param {Element} made @param {Text} text @param {Address} address
 * @param {(some: Element[]) => void} all
 */
function linked(made, text, address, all) {
  const { attributes } = made;
  const start = text.words.length;
  all(elements(made));
  const code = LINK.exec(attributes["w:instr"] ?? "")?.[1];
  const found = attributes["r:id"] ? address(attributes["r:id"]) : code;
  if (found) text.link(start, found);
}

/** A paragraph whose end was deleted runs on into the next one. @param {Element} made */
const isJoined = (made) =>
  ["w:del", "w:moveFrom"].some((name) => first(made, "w:pPr", "w:rPr", name));

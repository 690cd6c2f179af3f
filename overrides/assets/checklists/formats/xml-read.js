// XML read into elements in one pass, with limits: what somebody sends may mean harm. Pure.
//
// The browser's own parser is set aside, after a trial (benchmarks/xml_parsers.py): of a damaged
// file it makes an error page with inline styles, which break the policy of the site; the trees
// are equal, and ours took half its time; it is a sink of Trusted Types; workers have none. A
// check that is sure that it will not fail must know names, quotes, entities, nesting and spaces,
// and is then this parser. 100 kB of unclosed tags, which cost the patterns that stood here 27
// seconds, are refused at the first.

/**
 * @typedef {{name: string, attributes: Record<string, string>, children: Node[]}} Element
 *   names as «w:tbl», whatever prefix the file gives the space that we know as `w`
 * @typedef {Element | string} Node
 */

const MOST_ELEMENTS = 400_000; // 2,000 requirements in Word's own words are half of it
const MOST_DEPTH = 256;
/** @type {Record<string, string>} */
const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const ENTITY = /&(?:#x([0-9a-f]{1,6});|#(\d{1,7});|(\w{1,6});|)/gi;
const NAME = /[^\s/>="'<&]+/y;
const ATTRIBUTE = /\s+([^\s/>="'<&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END = /\s*(\/?)>/y;
const CLOSING = /([^\s/>="'<&]+)\s*>/y;

const MAIN = "http://schemas.openxmlformats.org/";
const STRICT = "http://purl.oclc.org/ooxml/";
/** What the spaces of Word and Excel are called here, Transitional and Strict alike. */
/** @type {Record<string, string>} */
const SPACES = Object.fromEntries([
  [`${MAIN}wordprocessingml/2006/main`, "w"],
  [`${STRICT}wordprocessingml/main`, "w"],
  [`${MAIN}spreadsheetml/2006/main`, "x"],
  [`${STRICT}spreadsheetml/main`, "x"],
  [`${MAIN}officeDocument/2006/relationships`, "r"],
  [`${STRICT}officeDocument/relationships`, "r"],
  [`${MAIN}package/2006/relationships`, "rel"],
  [`${MAIN}markup-compatibility/2006`, "mc"],
  [`${MAIN}officeDocument/2006/math`, "m"],
  [`${STRICT}officeDocument/math`, "m"],
  ["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
]);
/** @type {Record<string, string>} */
const FIRST = Object.assign(Object.create(null), { xml: "xml" });

/** @type {[name: string, value: string][]} */
const NONE = [];
/** @type {Record<string, string>} */
const NO_ATTRIBUTES = Object.freeze(Object.create(null));

/** Text without entities; only those that every reader of XML knows. @param {string} text */
function plain(text) {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (all, hex, number, name) => {
    const code = hex ? parseInt(hex, 16) : Number(number);
    const made = name ? ENTITIES[name] : code > 0 && code <= 0x10ffff && String.fromCodePoint(code);
    if (!made) throw new SyntaxError(`entity ${all}`);
    return made;
  });
}

/**
 * The root element. Throws SyntaxError for what is no well-formed XML and for what Word never
 * writes (a document type, entities of its own), RangeError for what is too much.
 * @param {string} text @returns {Element}
 */
export function parse(text) {
  const scanner = new Scanner(text.replace(/^\ufeff/, ""));
  while (scanner.next());
  return scanner.root();
}

class Scanner {
  #at = 0;
  #count = 0;
  /** @type {Element} */
  #top = { name: "", attributes: {}, children: [] };
  /** @type {{made: Element, name: string, spaces: Record<string, string>}[]} */
  #open = [];

  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /** Reads one text or one tag; false when there is no more. */
  next() {
    const { text } = this;
    const start = text.indexOf("<", this.#at);
    if (start !== this.#at) this.#words(text.slice(this.#at, start < 0 ? undefined : start));
    if (start < 0) return false;
    this.#at = start + 1;
    const mark = text[this.#at];
    if (mark === "/") this.#close();
    else if (mark === "?") this.#skip("?>");
    else if (mark === "!") this.#special();
    else this.#start();
    return true;
  }

  root() {
    const found = this.#top.children.filter((made) => typeof made !== "string");
    if (this.#open.length || found.length !== 1) throw new SyntaxError("not closed");
    return found[0];
  }

  get #parent() {
    return this.#open[this.#open.length - 1]?.made ?? this.#top;
  }

  /** @param {string} words */
  #words(words) {
    if (this.#open.length) this.#parent.children.push(plain(words));
    else if (words.trim()) throw new SyntaxError("text outside");
  }

  /** Goes on after what ends here. @param {string} end @returns {string} what stood before */
  #skip(end) {
    const found = this.text.indexOf(end, this.#at);
    if (found < 0) throw new SyntaxError(`no ${end}`);
    const skipped = this.text.slice(this.#at, found);
    this.#at = found + end.length;
    return skipped;
  }

  #special() {
    if (this.text.startsWith("!--", this.#at)) {
      this.#at += 3;
      this.#skip("-->");
    } else if (this.text.startsWith("![CDATA[", this.#at) && this.#open.length) {
      this.#at += 8;
      this.#parent.children.push(this.#skip("]]>"));
    } else throw new SyntaxError("document type");
  }

  /** @param {RegExp} pattern that is sticky */
  #match(pattern) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #close() {
    this.#at += 1;
    const found = this.#match(CLOSING);
    if (!found || this.#open.pop()?.name !== found[1]) throw new SyntaxError("end of another");
  }

  #start() {
    const found = this.#match(NAME);
    if (!found) throw new SyntaxError("no name");
    this.#count += 1;
    const full = this.#count > MOST_ELEMENTS || this.#open.length >= MOST_DEPTH;
    if (full) throw new RangeError("large");
    const given = this.text[this.#at] === ">" ? NONE : this.#attributes();
    const end = this.#match(END);
    if (!end) throw new SyntaxError("tag not ended");
    const outer = this.#open[this.#open.length - 1]?.spaces ?? FIRST;
    const spaces = given.length ? spacesOf(given, outer) : outer;
    const attributes = given.length ? told(given, spaces) : NO_ATTRIBUTES;
    const made = { name: known(found[0], spaces, true), attributes, children: [] };
    this.#parent.children.push(made);
    if (!end[1]) this.#open.push({ made, name: found[0], spaces });
  }

  #attributes() {
    /** @type {[name: string, value: string][]} */
    const given = [];
    for (;;) {
      const one = this.#match(ATTRIBUTE);
      if (!one) return given;
      given.push([one[1], plain(one[2] ?? one[3])]);
    }
  }
}

/**
 * Which prefix stands for which space inside an element.
 * @param {[name: string, value: string][]} given @param {Record<string, string>} outer
 */
function spacesOf(given, outer) {
  let spaces = outer;
  for (const [name, value] of given) {
    if (!name.startsWith("xmlns") || (name !== "xmlns" && name[5] !== ":")) continue;
    if (spaces === outer) spaces = Object.create(outer);
    const prefix = name === "xmlns" ? "" : name.slice(6);
    spaces[prefix] = Object.hasOwn(SPACES, value) ? SPACES[value] : "?";
  }
  return spaces;
}

/**
 * A name by the space that its prefix stands for.
 * @param {string} name @param {Record<string, string>} spaces @param {boolean} element an
 *   attribute without a prefix has no space
 */
function known(name, spaces, element) {
  const at = name.indexOf(":");
  if (at < 0 && !element) return name;
  const space = spaces[at < 0 ? "" : name.slice(0, at)];
  if (at >= 0 && space === undefined) throw new SyntaxError("prefix");
  return `${space ?? "?"}:${name.slice(at + 1)}`;
}

/** @param {[name: string, value: string][]} given @param {Record<string, string>} spaces */
function told(given, spaces) {
  /** @type {Record<string, string>} */
  const attributes = Object.create(null);
  for (const [name, value] of given) {
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    const made = known(name, spaces, false);
    if (made in attributes) throw new SyntaxError("attribute twice");
    attributes[made] = value;
  }
  return attributes;
}

/** The elements in one that are called so. @param {Element} made @param {string} name */
export const inner = (made, name) => elements(made).filter((one) => one.name === name);

/** The first of them. @param {Element | undefined} made @param {string[]} path */
export function first(made, ...path) {
  let found = made;
  for (const name of path) found = found && elements(found).find((one) => one.name === name);
  return found;
}

/** @param {Element} made @returns {Element[]} */
export const elements = (made) =>
  /** @type {Element[]} */ (made.children.filter((one) => typeof one !== "string"));

/** Whether a switch of Word stands and is on. @param {Element | undefined} made */
export const isOn = (made) =>
  made !== undefined && !["0", "false", "off"].includes(made.attributes["w:val"] ?? "");

// The objects of a PDF, read one by one out of its text, with limits. Pure.
//
// The text holds a letter for each byte, from 0 to 255.

const SPACE = /[\0\t\n\f\r ]*/y;
const NOTE = /%[^\n\r]*/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}R(?!\w)/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const HEX = /<([0-9a-fA-F\0\t\n\f\r ]*)>/y;
const MOST_DEPTH = 64;
const CHUNK = 8192;
const EACH = 300; // what a value costs besides its letters
/** @type {Record<string, string>} */
const ESCAPES = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const CONSTANTS = new Map([["true", true], ["false", false], ["null", null]]);

export class Name {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }
}

/** A string: a letter for each byte. */
export class Raw {
  /** @param {string} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }
}

export class Reference {
  /** @param {number} number */
  constructor(number) {
    this.number = number;
  }
}

/**
 * @typedef {Map<string, Value>} Dictionary
 * @typedef {null | boolean | number | Name | Raw | Reference | Value[] | Map<string, any>} Value
 */

/** How much may be read in all, so that a file that leads to itself costs no more than its size. */
export class Budget {
  #left;

  /** @param {number} size of the file, in bytes */
  constructor(size) {
    this.#left = 4_000_000 + 6 * size;
  }

  /** Throws RangeError when there is no more. @param {number} letters */
  take(letters) {
    this.#left -= letters;
    if (this.#left < 0) throw new RangeError("large");
  }
}

/** Reads values from a place in a text on. */
export class Reader {
  /** @param {string} text @param {number} at @param {Budget} budget */
  constructor(text, at, budget) {
    this.text = text;
    this.at = at;
    this.budget = budget;
  }

  /** @param {RegExp} pattern that is sticky */
  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  space() {
    do this.match(SPACE);
    while (this.match(NOTE));
  }

  /** The value here; throws SyntaxError for what is none. @returns {Value} */
  value() {
    const start = this.at;
    try {
      return this.#value(0);
    } finally {
      this.budget.take(this.at - start + EACH);
    }
  }

  /** @param {number} depth @returns {Value} */
  #value(depth) {
    if (depth > MOST_DEPTH) throw new RangeError("deep");
    this.space();
    const letter = this.text[this.at];
    if (letter === "/") return new Name(this.#name());
    if (letter === "(") return new Raw(this.#literal());
    if (letter === "[") return this.#array(depth);
    if (letter === "<") {
      return this.text[this.at + 1] === "<" ? this.#dictionary(depth) : new Raw(this.#hex());
    }
    const reference = this.match(REFERENCE);
    if (reference) return new Reference(Number(reference[1]));
    const number = this.match(NUMBER);
    if (number) return Number(number[0]);
    const word = this.match(WORD)?.[0] ?? "";
    const made = CONSTANTS.get(word);
    if (made === undefined) throw new SyntaxError(`value ${word.slice(0, 20)}`);
    return made;
  }

  #name() {
    const raw = this.match(NAME)?.[1] ?? "";
    return raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  }

  /** @param {number} depth */
  #array(depth) {
    /** @type {Value[]} */
    const made = [];
    this.at += 1;
    for (;;) {
      this.space();
      if (this.text[this.at] === "]") {
        this.at += 1;
        return made;
      }
      made.push(this.#value(depth + 1));
    }
  }

  /** @param {number} depth */
  #dictionary(depth) {
    /** @type {Dictionary} */
    const made = new Map();
    this.at += 2;
    for (;;) {
      this.space();
      if (this.text.startsWith(">>", this.at)) {
        this.at += 2;
        return made;
      }
      if (this.text[this.at] !== "/") throw new SyntaxError("key");
      const key = this.#name();
      made.set(key, this.#value(depth + 1));
    }
  }

  #hex() {
    const digits = this.match(HEX)?.[1].replace(/[^0-9a-fA-F]/g, "");
    if (digits === undefined) throw new SyntaxError("hex");
    let made = "";
    for (let n = 0; n < digits.length; n += 2) {
      made += String.fromCharCode(parseInt(digits.slice(n, n + 2).padEnd(2, "0"), 16));
    }
    return made;
  }

  /** A string in brackets, which may hold brackets. */
  #literal() {
    const { text } = this;
    let made = "";
    let depth = 1;
    let from = (this.at += 1);
    for (; depth; this.at += 1) {
      const letter = text[this.at];
      if (letter === undefined) throw new SyntaxError("string");
      if (letter === "(") depth += 1;
      else if (letter === ")") depth -= 1;
      else if (letter === "\\") {
        made += text.slice(from, this.at) + this.#escaped();
        from = this.at + 1;
      }
    }
    return made + text.slice(from, this.at - 1);
  }

  /** What a sign with a stroke before it stands for; ends on its last letter. */
  #escaped() {
    const { text } = this;
    const octal = /^[0-7]{1,3}/.exec(text.slice(this.at + 1, this.at + 4))?.[0];
    if (octal) {
      this.at += octal.length;
      return String.fromCharCode(parseInt(octal, 8) & 0xff);
    }
    this.at += 1;
    const letter = text[this.at] ?? "";
    if (letter === "\r" && text[this.at + 1] === "\n") this.at += 1;
    if (letter === "\r" || letter === "\n") return "";
    return ESCAPES[letter] ?? letter;
  }
}

/** Bytes as a text for `Reader`: a letter for each, from 0 to 255. @param {Uint8Array} bytes */
export function asText(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return parts.join("");
}

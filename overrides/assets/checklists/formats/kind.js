// What a file is by its first bytes and by what is in it, whatever it is called. Pure.

/** @type {[start: string, kind: string][]} */
const STARTS = [
  ["%PDF-", "pdf"],
  ["{\\rtf", "rtf"],
  ["PK\u0003\u0004", "zip"],
  ["PK\u0005\u0006", "zip"],
  ["\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "old"],
];

/**
 * «zip», «pdf», «rtf», «locked» (a password), «old» (of Word or Excel before 2007), or «text».
 * @param {Uint8Array} bytes
 */
export function kindOf(bytes) {
  const found = STARTS.find(([text]) => begins(bytes, text))?.[1] ?? "text";
  if (found !== "old") return found;
  // The directory of such a file names its streams in letters of two bytes each.
  const names = new TextDecoder("utf-16le").decode(bytes.subarray(0, bytes.length & ~1));
  return names.includes("EncryptedPackage") ? "locked" : "old";
}

/** @param {Uint8Array} bytes @param {string} text */
const begins = (bytes, text) => [...text].every((letter, n) => bytes[n] === letter.charCodeAt(0));

/**
 * What an archive is by the names in it: «pages», «odt», «macros», or «office».
 * @param {string[]} names
 */
export function archiveKind(names) {
  if (names.some((name) => /vbaProject/i.test(name))) return "macros";
  if (names.some((name) => /\.iwa$|^Index\.zip$/i.test(name))) return "pages";
  return names.includes("content.xml") && names.includes("mimetype") ? "odt" : "office";
}

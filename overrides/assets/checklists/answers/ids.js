// Ids that nobody else has: of writers, projects and what is made in the browser.

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567"; // 32, so that every letter is as likely

/** So many random letters and digits, five bits each. @param {number} [length] */
export const randomId = (length = 10) =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (n) => LETTERS[n % 32]).join("");

// Text that every file format can carry. Pure.

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** No control characters, no half letters, line breaks as \n. @param {string} text */
export const cleaned = (text) =>
  text.replace(/\r\n?/g, "\n").replace(FORBIDDEN, "").toWellFormed();

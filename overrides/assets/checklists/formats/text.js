// Text that every file format can carry.

/** Text that every format can carry: no control characters, no half letters, line breaks as \n. */
export const cleaned = (text) =>
  // eslint-disable-next-line no-control-regex
  text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "").toWellFormed();

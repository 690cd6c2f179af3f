// The beginning of a long text, for a line or a button: «Leverandøren skal …».

/** @param {string} text @param {number} most letters of it */
export const short = (text, most) =>
  text.length > most ? `${text.slice(0, most).toWellFormed()} …` : text;

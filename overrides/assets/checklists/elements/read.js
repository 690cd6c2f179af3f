// What an answer is an answer to: the words that were read, and in which language.

/**
 * `of` is the mark of what the words translate, where they do (answers/answered.js).
 * @param {string} wording @param {string} [of]
 */
export const readOf = (wording, of) => ({
  wording,
  read: of ? `${document.documentElement.lang}:${of}` : "",
});

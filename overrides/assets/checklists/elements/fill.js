// Words with placeholders: `{name}` becomes a value, whatever letters the value holds.

/**
 * `words` with each `{name}` that `values` knows filled in, all at once: a value that looks like a
 * placeholder, or holds «$&», stands as it was written.
 * @param {string} words @param {Record<string, string | number>} values
 */
export const fill = (words, values) =>
  words.replace(/\{(\w+)\}/g, (all, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : all,
  );

// Which items a filter shows: pure functions from the choices in an address to yes or no.

/** The choices in a query string: name → value, for the names asked for. */
export function choices(search, names) {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(names.map((name) => [name, asked.get(name) ?? ""]));
}

/** A query string with the choices in it, other parameters kept, empty ones left out. */
export function address(search, chosen) {
  const made = new URLSearchParams(search);
  for (const [name, value] of Object.entries(chosen)) {
    if (value) made.set(name, value);
    else made.delete(name);
  }
  return made.size ? `?${made}` : "";
}

/**
 * True when an item has the chosen value of every filter.
 * @param {Record<string, string | undefined>} item values with spaces between, as in `data-role`
 * @param {Record<string, string>} chosen
 */
export function matches(item, chosen) {
  return Object.entries(chosen).every(
    ([name, value]) => !value || (item[name] ?? "").split(" ").includes(value),
  );
}

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
 * True when an item has the chosen value of every filter. The reader's own priority (`mine`)
 * counts before the guide's; `text` is looked for in the item's text.
 * @param {Record<string, string | undefined>} item values with spaces between, as in `data-role`
 * @param {Record<string, string>} chosen
 * @param {() => string} words the item's text, asked for only when it is looked in
 */
export function matches(item, chosen, words = () => "") {
  return Object.entries(chosen).every(([name, value]) => {
    if (!value) return true;
    if (name === "text") return value.toLowerCase().split(/\s+/).every((part) => words().toLowerCase().includes(part));
    const found = name === "priority" && item.mine ? item.mine : (item[name] ?? (name === "status" ? "none" : ""));
    return found.split(" ").includes(value);
  });
}

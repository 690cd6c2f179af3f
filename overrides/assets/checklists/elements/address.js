// What stands in an address: the choices of a page, and the place that it leads to.

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

/** What an address's fragment names on this page; null when it names nothing, or is no name at all. */
export function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

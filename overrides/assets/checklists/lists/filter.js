// Which items a filter shows: yes or no from the choices made. Pure.

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

// What the second engine remarks on a page, and which judgement each remark falls under.

/** The element that a remark is about; the engine writes its place as an XPath. */
const placed = (path) => {
  const plain = path.replace(/\/svg\[\d+\].*/, "/*[local-name()='svg']");
  return document.evaluate(plain, document, null, 9, null).singleNodeValue;
};

/** Tag, classes and name: the same for what is built alike. */
const alike = (e) =>
  [e.tagName.toLowerCase(), ...e.classList].join(".") +
  (e.getAttribute("name") ? `[name=${e.getAttribute("name")}]` : "");

/**
 * Every remark that none of the judgements is about, and the numbers of those that some are about.
 * @param {{rule: string, on: string}[]} judged `rule` as «rule/reason», `on` a selector
 */
export async function remarked(judged) {
  const { results } = await new window.ace.Checker().check(document, ["WCAG_2_2"]);
  const met = new Set();
  const unknown = new Set();
  for (const { ruleId, reasonId, value, path, message } of results) {
    if (value[1] === "PASS") continue;
    const rule = `${ruleId}/${reasonId}`;
    const e = placed(path.dom) ?? document.documentElement;
    const found = judged.findIndex((one) => one.rule === rule && e.matches(one.on));
    if (found >= 0) met.add(found);
    else unknown.add(`${rule} on ${alike(e)} in ${alike(e.parentElement ?? e)}: ${message}`);
  }
  return { met: [...met], unknown: [...unknown] };
}

/** Unfolds all but what repeats: of that the first, and the rest is taken away. */
export function unfolded(most) {
  const all = [...document.querySelectorAll("article details")];
  const repeated = all.filter((one) => one.closest("[data-item]"));
  for (const one of repeated.slice(most)) one.remove();
  for (const one of all) one.open = true;
}

// An answer to every item, as a reader would have them: called with the items' ids before a page's
// own scripts.
(names) => {
  const key = "checklists:it-outsourcing";
  if (localStorage.getItem(key)) return;
  let n = 0;
  const entry = (value) => {
    n += 1;
    return [[value, "2026-11-24T08:00:00Z", `w1:${n}`, "Chrome, Linux"]];
  };
  const items = {};
  for (const id of names) {
    items[id] = {
      status: entry(n % 2 ? "done" : "doing"),
      note: entry("Et notat om punktet."),
      wording: entry("Finn ut hvem som gjør hva med IT hos dere i dag."),
    };
  }
  const p1 = { seen: { w1: n }, name: [], gone: [], items, profile: {}, documents: {} };
  const kept = { version: 2, projects: { p1 }, local: { current: "p1" } };
  localStorage.setItem(key, JSON.stringify(kept));
}

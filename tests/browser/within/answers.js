// The answers of a page, through the store that the page itself has.

/** The store that the page's own scripts share. */
async function own() {
  const { $a_store: found } = await import("/assets/checklists/main.js");
  return found.storeOf("it-outsourcing");
}

/** Answers these items as done, and those as not relevant. */
export async function answer({ done, irrelevant }) {
  const store = await own();
  for (const id of done) store.answer(id, { status: "done" });
  for (const id of irrelevant) store.answer(id, { status: "irrelevant" });
}

/** Puts a requirement into the only document as a file could: any text, in front of the others. */
export async function require(text) {
  const store = await own();
  const { list, requirement } = await import("/assets/checklists/documents/kept.js");
  const { keep } = await import("/assets/checklists/answers/state.js");
  const [[id]] = list(store.project);
  const own_ = { id: "egen-x", n: 0, text, priority: "must", group: "=cmd", order: -1 };
  const [key, made] = requirement(id, own_);
  store.change((state, p, stamp) => keep(state, p, "documents", key, made, stamp));
}

/** Begins to write 250 answers in turn with whoever else does; `finished` tells when. */
export async function begin([ids, tab]) {
  const { storeOf } = await import("/assets/checklists/answers/store.js");
  window.store ??= storeOf("it-outsourcing");
  window.finished = (async () => {
    for (const [n, id] of ids.entries()) {
      window.store.answer(id, tab ? { note: `n${n}` } : { responsible: `r${n}` });
      if (n % 10 === 0) await new Promise((done) => setTimeout(done));
    }
  })();
}

export const finished = () => window.finished;

const first = (fields, name) => fields?.[name]?.[0][0];
const lost = (items, ids) =>
  ids.filter(
    (id, n) => first(items[id], "note") !== `n${n}` || first(items[id], "responsible") !== `r${n}`,
  );

/** The items of which an answer of the two has been lost in what is kept, of all projects. */
export function lostOnDisk([key, ids]) {
  const { projects } = JSON.parse(localStorage.getItem(key));
  return lost(Object.assign({}, ...Object.values(projects).map(({ items }) => items)), ids);
}

/** The items of which an answer of the two has been lost in the page. */
export const lostInPage = (ids) => lost(window.store.project.items, ids);

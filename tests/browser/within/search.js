// The search by itself, inside a page of the site: its engine, and the words that it knows.

/** Opens an engine on the site's own index, for `find`. */
export async function open() {
  const { Engine } = await import("/assets/checklists/search/engine.js");
  const fetched = (name) => fetch(`/assets/sok/${name}.json`).then((answer) => answer.json());
  window.engine = new Engine(fetched);
  await window.engine.open();
}

/** For each query the addresses of at most so many answers, best first. */
export async function find([queries, most, only]) {
  const made = [];
  for (const query of queries) {
    const { found } = await window.engine.find(query, only);
    const numbers = found.slice(0, most).map(({ number }) => number);
    made.push((await window.engine.texts(numbers)).map(({ url }) => url));
  }
  return made;
}

/** The same when texts are not composed before they are cut into words: a plant. */
export async function uncomposed(asked) {
  const { normalize, replace } = String.prototype;
  String.prototype.normalize = String.prototype.toString;
  String.prototype.replace = function (what, ...more) {
    return String(what).includes("\\u00ad") ? String(this) : replace.call(this, what, ...more);
  };
  try {
    return await find(asked);
  } finally {
    Object.assign(String.prototype, { normalize, replace });
  }
}

/** Weighs otherwise, and gives what was before: a plant. */
export async function weigh(weights) {
  const { WEIGHTS } = await import("/assets/checklists/search/weights.js");
  const before = {};
  for (const [name, value] of Object.entries(weights)) {
    const path = name.split(".");
    const last = path.pop();
    const holder = path.reduce((all, one) => all[one], WEIGHTS);
    before[name] = holder[last];
    holder[last] = value;
  }
  return before;
}

/** The words of a text, as JSON: each with its forms and their stems. */
export async function words(text) {
  const { Words } = await import("/assets/checklists/search/words.js");
  const head = await (await fetch("/assets/sok/hode.json")).json();
  const known = new Words(head.rules);
  const made = known.tokens(text).map(({ forms }) => [forms, forms.map((f) => known.stem(f))]);
  return JSON.stringify(made);
}

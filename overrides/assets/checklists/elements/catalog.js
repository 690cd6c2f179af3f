// The catalog as the scripts know it: fetched once, from the same site, when a page needs it.

let asked;

/** @param {string} root the way from the page to the site's root */
export function catalogOf(root) {
  asked ??= fetch(`${root}/assets/katalog.json`)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
    .then((data) => ({ ...data, byId: new Map(data.items.map((item) => [item.id, { was: [], ...item }])) }));
  asked.catch(() => {
    asked = undefined;
  });
  return asked;
}

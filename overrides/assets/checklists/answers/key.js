// The name under which a guide keeps what its readers write. Two guides with one id on one address
// are told apart by where they stand: whoever keeps something first has the plain name. Pure.

const guide = { root: "", key: "", language: "" };

/** Says where this guide's pages begin, where nobody does answers are shared by all of one id; and
 * in which language names stand in order. @param {string} root @param {string} [language] */
export function settle(root, language = "") {
  Object.assign(guide, { root, language });
}

/** The language that names are put in order by. */
export const order = () => guide.language || undefined;

/** @param {string} site @param {Storage} [storage] looked at once, before anything is read */
export function keyFor(site, storage) {
  const plain = `checklists:${site}`;
  const first = storage?.getItem(`${plain}:at`) ?? guide.root;
  if (guide.root && first !== guide.root) guide.key = `${plain}@${guide.root}`;
  return guide.key || plain;
}

/** Takes the plain name, where nobody has. May throw. @param {string} site
 * @param {Storage} storage */
export function claim(site, storage) {
  if (guide.root && !guide.key) storage.setItem(`checklists:${site}:at`, guide.root);
}

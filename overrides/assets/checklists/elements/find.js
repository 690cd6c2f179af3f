// Finding what a page must hold: by selector and type, and told clearly when it is not there.

/**
 * The first element within `root` that `selector` names. Throws a TypeError when there is none,
 * or when it is of another type.
 * @template {Element} T
 * @param {ParentNode} root @param {string} selector @param {new () => T} type
 * @returns {T}
 */
export function find(root, selector, type) {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  const where = root instanceof Element ? `<${root.localName}>` : "the page";
  const what = found ? `a <${found.localName}>` : "missing";
  throw new TypeError(`${where}: ${selector} is ${what}, ${type.name} is needed`);
}

/**
 * As `find`, where it may be missing. @returns {T | null}
 * @template {Element} T
 * @param {ParentNode} root @param {string} selector @param {new () => T} type
 */
export const seek = (root, selector, type) =>
  root.querySelector(selector) ? find(root, selector, type) : null;

/**
 * Every element of the type that `selector` names. @returns {T[]}
 * @template {Element} T
 * @param {ParentNode} root @param {string} selector @param {new () => T} type
 */
export const findAll = (root, selector, type) =>
  /** @type {T[]} */ ([...root.querySelectorAll(selector)].filter((one) => one instanceof type));

/**
 * The element itself or the nearest one round it that `selector` names. @returns {T | null}
 * @template {Element} T
 * @param {EventTarget | null} inner @param {string} selector @param {new () => T} type
 */
export function outer(inner, selector, type) {
  const found = inner instanceof Element ? inner.closest(selector) : null;
  return found instanceof type ? found : null;
}

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/** What a reader writes or chooses in. @returns {thing is Field} @param {unknown} thing */
export const isField = (thing) =>
  thing instanceof HTMLInputElement ||
  thing instanceof HTMLTextAreaElement ||
  thing instanceof HTMLSelectElement;

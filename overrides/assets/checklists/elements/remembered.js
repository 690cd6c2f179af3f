// What a tab or a browser remembers beside the answers. Where nothing can be kept, nothing is
// remembered: that is no reason for a page to stop.

/** @typedef {() => Storage} Where asked for each time: a browser may refuse at that */

/** Does it where the browser lets us. @template T @param {() => T} act */
function allowed(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

/** What was remembered; «» for nothing. @param {Where} where @param {string} name */
export const remembered = (where, name) => allowed(() => where().getItem(name)) ?? "";

/** «» forgets it. @param {Where} where @param {string} name @param {string} what */
export const remember = (where, name, what) =>
  allowed(() => (what ? where().setItem(name, what) : where().removeItem(name)));

/** What was remembered, told once. @param {Where} where @param {string} name */
export function takenUp(where, name) {
  const what = remembered(where, name);
  if (what) remember(where, name, "");
  return what;
}

/** Forgets all whose name begins so. @param {Where} where @param {string} start */
export const forgetAll = (where, start) =>
  allowed(() => {
    const all = Object.keys(where()).filter((name) => name.startsWith(start));
    for (const name of all) where().removeItem(name);
  });

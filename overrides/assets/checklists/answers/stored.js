// Texts that are kept beside the answers, such as a supplier's reply: guarded.

/** A text that is kept beside the answers, such as a supplier's reply; null when there is none. */
export function kept(site, name) {
  try {
    return localStorage.getItem(`checklists:${site}:${name}`);
  } catch {
    return null;
  }
}

/** Keeps a text beside the answers; false when the browser does not. */
export function keep(site, name, text) {
  try {
    localStorage.setItem(`checklists:${site}:${name}`, text);
    return true;
  } catch {
    return false;
  }
}

/** Names of what is kept beside the answers that begin so. */
export function keptNames(site, start) {
  try {
    const whole = `checklists:${site}:`;
    return Object.keys(localStorage).filter((key) => key.startsWith(whole + start)).map((key) => key.slice(whole.length));
  } catch {
    return [];
  }
}

// How the page's language writes days and times, and which form a word takes: as the browser knows
// it (Intl). The build writes alike (macros/language/forms.py).

// English without more is written as in Britain, a day before its month; nynorsk, which not every
// browser knows, as bokmål.
/** @type {Record<string, string>} */
const AS = { en: "en-GB", nn: "nb" };

/** What Intl is asked for. */
export function spoken() {
  const { lang } = document.documentElement;
  return AS[lang] ?? (lang || undefined);
}

/** The form of a word that a number takes: `one`, `other` … @param {number} number */
export const plural = (number) => new Intl.PluralRules(spoken()).select(number);

/** «24.11.2026», «24 Nov 2026»: in figures only where nobody takes the day for the month.
 * @param {Date} at of the reader's own day */
export function calendarDay(at) {
  const made = at.toLocaleDateString(spoken(), { dateStyle: "short" });
  return /\/|\b\d\d$/.test(made) && !/^\d{4}/.test(made)
    ? at.toLocaleDateString(spoken(), { dateStyle: "medium" })
    : made;
}

/** «kl. 14.05», «14:05». @param {Date} at */
export function clock(at) {
  const made = at.toTimeString().slice(0, 5);
  return spoken() === "nb" ? `kl. ${made.replace(":", ".")}` : made;
}

// Days and times as the page's language writes them, by the browser's Intl, and which day it is
// where the reader is. The build writes alike (macros/language/forms.py).

// English without more is written as in Britain, a day before its month; nynorsk, which not every
// browser knows, as bokmål.
/** @type {Record<string, string>} */
const AS = { en: "en-GB", nn: "nb" };

/** What Intl is asked for. @param {string} [lang] the page's where none is named */
export const spoken = (lang = document.documentElement.lang) => AS[lang] ?? (lang || undefined);

/** The form of a word that a number takes: `one`, `other` … @param {number} number */
export const plural = (number) => new Intl.PluralRules(spoken()).select(number);

/** «24.11.2026», «24 Nov 2026»: in figures only where nobody takes the day for the month.
 * @param {Date} at of the reader's own day @param {string} [lang] */
function calendarDay(at, lang) {
  const made = at.toLocaleDateString(spoken(lang), { dateStyle: "short" });
  return /\/|\b\d\d$/.test(made) && !/^\d{4}/.test(made)
    ? at.toLocaleDateString(spoken(lang), { dateStyle: "medium" })
    : made;
}

/** «kl. 14.05», «14:05». @param {Date} at */
function clock(at) {
  const made = at.toTimeString().slice(0, 5);
  return spoken() === "nb" ? `kl. ${made.replace(":", ".")}` : made;
}

const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

/** The reader's own day (ISO 8601) at a time; a day is that day everywhere. @param {string} iso */
export function ownDay(iso) {
  const at = new Date(iso);
  if (iso.length <= 10 || Number.isNaN(at.valueOf())) return iso.slice(0, 10);
  const year = String(at.getFullYear()).padStart(4, "0");
  return `${year}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The reader's own day just now, ISO 8601. */
export const today = () => ownDay(new Date().toISOString());

/** «24.11.2026» of an ISO day or time, where the reader is. @param {string} iso */
export const day = (iso) => dayIn(iso);

/** The same as another language writes it. @param {string} iso @param {string} [lang] */
export function dayIn(iso, lang) {
  const [year, month, date] = ownDay(iso).split("-").map(Number);
  return date ? calendarDay(new Date(year, month - 1, date), lang) : ownDay(iso);
}

/** «24.11.2026 kl. 14.05» of a time, where the reader is. @param {string} iso ISO 8601 */
export function minute(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.valueOf())) return "";
  return `${day(iso)} ${clock(at)}`;
}

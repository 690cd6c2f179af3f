// Calendars as RFC 5545 has them: whole days, some of them every year. Pure.

/**
 * @typedef {{id: string, title: string, note: string, day: string, yearly: boolean,
 *   url?: string}} Happening
 *   `day`: ISO 8601; `url`: where to go on
 * @typedef {{site: string, project: string, now: string}} From whose days these are, so that two
 *   projects' never take each other's place in a calendar. `now` is ISO 8601.
 */

// What a calendar's text may not hold: control characters, but for the tab.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]/g;
const EARLY = "-PT15H"; // a whole day begins at midnight: nine in the morning the day before
const BREAK = /\r\n?|[\n\x85\u2028\u2029]/g;

/** @param {string} text */
const escaped = (text) =>
  text
    .toWellFormed()
    .replace(/[\\;,]/g, "\\$&")
    .replace(BREAK, "\\n")
    .replace(CONTROL, "");

/** An address is no text: nothing in it is escaped, and nothing ends its line.
 * @param {string} url */
const escapedAddress = (url) => encodeURI(decodeURI(url));

/** Lines of at most 75 bytes, as RFC 5545 wants them, never cut inside a letter.
 * @param {string} line */
function folded(line) {
  const parts = [""];
  let size = 0;
  for (const letter of line) {
    const bytes = new TextEncoder().encode(letter).length;
    if (size + bytes > 73) {
      parts.push("");
      size = 0;
    }
    parts[parts.length - 1] += letter;
    size += bytes;
  }
  return parts.join("\r\n ");
}

/**
 * An .ics file of what happens.
 * @param {Happening[]} all @param {From} from
 */
export function calendar(all, { site, project, now }) {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = all.flatMap(({ id, title, note, day, yearly, url }) => [
    "BEGIN:VEVENT",
    `UID:${escaped(`${id}-${project}@${site}`)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.slice(0, 10).replaceAll("-", "")}`,
    `SUMMARY:${escaped(title)}`,
    ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
    ...(url ? [`URL:${escapedAddress(url)}`] : []),
    ...(yearly ? ["RRULE:FREQ=YEARLY"] : []),
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:${EARLY}`,
    "END:VALARM",
    "END:VEVENT",
  ]);
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${escaped(site)}//checklists//NB`];
  return `${[...head, ...lines, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}

/** The same day a year later; 29 February becomes the 28th. @param {string} iso */
export function nextYear(iso) {
  const made = `${Number(iso.slice(0, 4)) + 1}${iso.slice(4, 10)}`;
  return made.endsWith("02-29") ? made.replace("02-29", "02-28") : made;
}

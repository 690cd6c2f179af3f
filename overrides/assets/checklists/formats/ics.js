// Calendars as RFC 5545 has them: whole days, some of them every year.

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
const day = (iso) => iso.slice(0, 10).replaceAll("-", "");

/** Lines of at most 75 bytes, as RFC 5545 wants them, never cut inside a letter. */
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
 * An .ics file: one whole day for each due date, and once a year for each list with something done.
 * @param {{id: string, text: string, due: string, note: string}[]} due
 * @param {{id: string, title: string, when: string}[]} yearly `when` is the last day something was done
 * @param {{again: string, site: string, now: string}} words `now` is ISO 8601
 */
export function calendar(due, yearly, words) {
  const events = [
    ...due.map(({ id, text, due: on, note }) => [`due-${id}`, text, note, on, ""]),
    ...yearly.map(({ id, title, when }) => [
      `again-${id}`, words.again.replace("{title}", title), "", nextYear(when), "RRULE:FREQ=YEARLY",
    ]),
  ];
  const stamp = words.now.replace(/[-:]/g, "").replace(/\.\d+/, "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${words.site}//checklists//NB`];
  for (const [id, title, note, on, rule] of events) {
    lines.push("BEGIN:VEVENT", `UID:${id}@${words.site}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${day(on)}`);
    lines.push(`SUMMARY:${escaped(title)}`, ...(note ? [`DESCRIPTION:${escaped(note)}`] : []), ...(rule ? [rule] : []));
    lines.push("END:VEVENT");
  }
  return `${[...lines, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}

/** The same day a year later; 29 February becomes the 28th. */
function nextYear(iso) {
  const made = `${Number(iso.slice(0, 4)) + 1}${iso.slice(4, 10)}`;
  return made.endsWith("02-29") ? made.replace("02-29", "02-28") : made;
}

// Days and times as the page's language writes them, and which day it is where the reader is.

import { calendarDay, clock } from "./spoken.js";

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
export function day(iso) {
  const [year, month, date] = ownDay(iso).split("-").map(Number);
  return date ? calendarDay(new Date(year, month - 1, date)) : ownDay(iso);
}

/** «24.11.2026 kl. 14.05» of a time, where the reader is. @param {string} iso ISO 8601 */
export function minute(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.valueOf())) return "";
  return `${day(iso)} ${clock(at)}`;
}

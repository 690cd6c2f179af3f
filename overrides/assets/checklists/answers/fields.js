// What an answer can hold and how much of it: for writing and for reading alike. Pure.

/**
 * What an item can hold, and how long each may be. `wording` is the text that was answered; where
 * that is a translation, `read` is its language and the mark of its source: «en:1a2b3c4d».
 */
export const FIELDS = {
  status: 12,
  reason: 1000,
  priority: 8,
  answer: 4000,
  note: 4000,
  responsible: 120,
  due: 10,
  wording: 2500,
  read: 11,
};
/** @typedef {keyof typeof FIELDS} FieldName */
export const NAMES = /** @type {FieldName[]} */ (Object.keys(FIELDS));
/** What no reader has written. @param {string} name */
export const isUnseen = (name) => name === "wording" || name === "read";
/** What readers write. */
export const SAYS = NAMES.filter((name) => !isUnseen(name));
export const STATUSES = ["", "doing", "done", "irrelevant"];
export const PRIORITIES = ["must", "should", "could"];
/**
 * How much a state may hold: `live` projects and `projects` with the deleted ones, items of a
 * project, values of a field that nobody has chosen between, letters of a text, and `writes`, the
 * highest number of a dot. A document's part is a supplier's whole answer: 300 replies of 2,000
 * letters are 700,000 as JSON.
 */
export const LIMITS = {
  live: 50,
  projects: 1000,
  items: 20000,
  entries: 200,
  name: 400,
  gone: 3,
  by: 60,
  profile: 64,
  document: 2000000,
  writes: 1e9,
};

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/;
const READ = /^[a-z]{2}:[0-9a-f]{8}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Ids as the data file has them; keeps markup out. @param {string} id */
export const isId = (id) => ID.test(id) && id.length <= 64;
/** @param {string} name */
export const isName = (name) => /^[a-z0-9-]{1,100}$/.test(name);
/** @param {string} name */
export const isWriter = (name) => /^[a-z0-9]{1,16}$/.test(name);
/** @param {unknown} number @returns {number is number} */
export const isCount = (number) => Number.isSafeInteger(number) && Number(number) > 0;
/** What names one write: «writer:number». @param {string} dot */
export function isDot(dot) {
  const [, number] = /^[a-z0-9]{1,16}:([1-9]\d{0,9})$/.exec(dot) ?? [];
  return Number(number ?? Infinity) <= LIMITS.writes;
}
/** @param {unknown} text @returns {text is string} */
export const isTime = (text) => typeof text === "string" && TIME.test(text);
/** @param {string} text */
export const isDay = (text) => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** True when a field may have this value. @param {string} name @param {string} text */
export function isValue(name, text) {
  if (name === "status") return STATUSES.includes(text);
  if (name === "priority") return text === "" || PRIORITIES.includes(text);
  if (name === "read") return text === "" || READ.test(text);
  if (name === "due") return text === "" || isDay(text);
  return true;
}

// What an answer can hold and how much of it: for writing and for reading alike. Pure.

/** What an item can hold, and how long each may be. `wording` is the text that was answered. */
export const FIELDS = {
  status: 12, reason: 1000, priority: 8, answer: 4000, note: 4000, responsible: 120, due: 10, wording: 2500,
};
export const STATUSES = ["", "doing", "done", "irrelevant"];
export const PRIORITIES = ["must", "should", "could"];
export const LIMITS = { projects: 50, items: 20000, entries: 20, name: 120, by: 60 };

/** Ids as the data file has them; keeps markup out. */
export const isId = (id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 64;
export const isName = (name) => /^[a-z0-9-]{1,100}$/.test(name);
export const isWriter = (name) => /^[a-z0-9]{1,16}$/.test(name);
export const isTime = (text) => typeof text === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text);
export const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** True when a field may have this value. */
export const isValue = (name, text) =>
  name === "status" ? STATUSES.includes(text)
  : name === "priority" ? text === "" || PRIORITIES.includes(text)
  : name === "due" ? text === "" || isDay(text)
  : true;

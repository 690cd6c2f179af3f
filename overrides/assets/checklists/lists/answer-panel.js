// The panel under an item: status, answer, note, who, when. Saved as it is written.

import { answered, outdated } from "../answers/answered.js";
import { FIELDS, isDay } from "../answers/fields.js";
import { conflict } from "../answers/register.js";
import { wordingOf } from "./wording.js";

const PAUSE = 400; // ms after the last key until what is written is saved

/** Opens the item's panel, or closes it when it is open. */
export function panel(item, button, store) {
  const open = item.holder.querySelector(":scope > .checklist-answer");
  if (open) return close(open, button);
  const template = document.querySelector("#checklist-answer");
  const form = template.content.firstElementChild.cloneNode(true);
  button.setAttribute("aria-expanded", "true");
  for (const box of form.querySelectorAll("[name=status]")) box.name = `status-${item.id}`;
  form.querySelector("[data-for=answer]").hidden = item.holder.dataset.kind !== "question";
  const shown = () => show(form, item, store);
  const listening = new AbortController();
  store.addEventListener("change", shown, { signal: listening.signal });
  let waiting;
  const flush = () => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    save(form, item, store);
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(flush, PAUSE);
  });
  form.addEventListener("change", () => {
    waiting ??= 0;
    flush();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("pagehide", flush, { signal: listening.signal });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") form.querySelector("[data-close]").click();
  });
  form.addEventListener("click", (event) => {
    if (event.target.matches("[data-close]")) {
      flush();
      listening.abort();
      close(form, button);
    } else if (event.target.matches("[data-confirm]")) {
      store.answer(item.id, { ...own(item, store), wording: wordingOf(item.holder) });
    } else if (event.target.matches("[data-choose]")) {
      store.answer(item.id, { [event.target.dataset.choose]: event.target.value });
    }
  });
  item.holder.insertBefore(form, item.holder.querySelector(":scope > details"));
  shown();
  form.querySelector("input:checked, input, textarea").focus();
  return undefined;
}

function close(form, button) {
  form.remove();
  button.setAttribute("aria-expanded", "false");
  button.focus();
}

const fieldsOf = (form) => ["reason", "answer", "note", "responsible", "due", "priority"].map((name) => form.querySelector(`[name=${name}]`));

/** An answer that came from a retired item is written under the item that took over. */
function own(item, store) {
  const found = answered(store.project, item.id, item.was);
  if (found.from === item.id) return {};
  return Object.fromEntries(Object.keys(FIELDS).filter((name) => found[name]).map((name) => [name, found[name]]));
}

function save(form, item, store) {
  const status = form.querySelector(`[name="status-${item.id}"]:checked`)?.value ?? "";
  const values = Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));
  if (values.due && !isDay(values.due)) delete values.due;
  const before = answered(store.project, item.id, item.was);
  const changed = Object.entries({ ...values, status }).filter(([name, text]) => before[name] !== text);
  if (!changed.length) return;
  const wording = before.wording === "" || changed.some(([name]) => name === "status" || name === "answer") ? { wording: wordingOf(item.holder) } : {};
  store.answer(item.id, { ...own(item, store), ...Object.fromEntries(changed), ...wording });
  const said = form.querySelector("[data-saved]");
  said.textContent = store.status === "saved" ? said.dataset.saved : "";
}

/** What is stored, in the fields; never over what is being written just now. */
function show(form, item, store) {
  const found = answered(store.project, item.id, item.was);
  for (const radio of form.querySelectorAll("[type=radio]")) {
    radio.checked = radio.value === found.status;
    radio.disabled = !store.writable;
  }
  for (const field of fieldsOf(form)) {
    if (field !== document.activeElement && field.value !== found[field.name]) field.value = found[field.name];
    field.disabled = !store.writable;
  }
  form.querySelector("[data-for=reason]").hidden = found.status !== "irrelevant";
  const suggested = form.querySelector("[data-word]");
  const word = form.querySelector(`[data-priority-word][value=${item.holder.dataset.priority}]`).textContent;
  suggested.textContent = suggested.dataset.word.replace("{priority}", word);
  const now = wordingOf(item.holder);
  const changed = form.querySelector(".checklist-answer__changed");
  changed.hidden = !outdated(found, now);
  changed.querySelector("[data-old]").textContent = found.wording;
  changed.querySelector("[data-new]").textContent = now;
  const torn = form.querySelector(".checklist-answer__conflict");
  torn.hidden = found.conflict.length === 0;
  torn.querySelector("[data-choices]").replaceChildren(...found.conflict.flatMap((name) => choices(form, store.project.items[found.from][name], name)));
}

/** A button for each of the values that contradict each other: who wrote it, and when. */
function choices(form, entries, name) {
  const title = form.querySelector(`[name="${name}"], [data-for="${name}"]`)?.closest("label")?.querySelector("span")?.textContent ?? form.querySelector("legend").textContent;
  const words = form.querySelector("[data-words]").dataset;
  return conflict(entries).map(([value, when, , by]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.choose = name;
    button.value = value;
    const radio = name === "status" ? form.querySelector(`[type=radio][value="${value}"]`)?.parentElement.textContent : "";
    const shown = radio || (name === "priority" && value && words[`priority${value[0].toUpperCase()}${value.slice(1)}`]) || value || "–";
    button.textContent = `${title}: ${shown} (${[by, when.slice(0, 10).split("-").reverse().join(".")].filter(Boolean).join(", ")})`;
    return button;
  });
}

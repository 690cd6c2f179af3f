// What the reader has chosen to see of the plan; it stands in the address.

import { choices, place } from "../elements/address.js";
import { find, isField, outer } from "../elements/find.js";
import { options } from "../elements/node.js";

/** @typedef {import("../elements/find.js").Field} Field */
/** @typedef {import("./rows.js").Chosen} Chosen */

// What is left is what a plan is for; «all» stands in the address as such.
const USUAL = "left";

/** @param {Field} field */
const isBox = (field) => field instanceof HTMLInputElement && field.type === "checkbox";

/** @param {Field} field */
const valueOf = (field) => (isBox(field) && !field.matches(":checked") ? "" : field.value);

/** @param {Field} field @param {string} value */
function choose(field, value) {
  if (field instanceof HTMLInputElement && isBox(field)) field.checked = value === field.value;
  else field.value = value;
  // Somebody whom the address names may have nothing any more.
  if (value && field instanceof HTMLSelectElement && !field.value) {
    field.append(...options([[value, value]]));
    field.value = value;
  }
}

export class PlanFilter {
  #form;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
  }

  get #fields() {
    return [...this.#form.elements].filter(isField).filter((field) => field.name);
  }

  /** @returns {Chosen} */
  get chosen() {
    return Object.fromEntries(this.#fields.map((field) => [field.name, valueOf(field)]));
  }

  /** True when nothing is asked for but what is left. */
  get usual() {
    return Object.entries(this.chosen).every(([name, value]) =>
      name === "status" ? value === USUAL : !value,
    );
  }

  /** Chooses as the address says. */
  read() {
    const asked = new URLSearchParams(location.search);
    const chosen = choices(location.search, this.#fields.map((field) => field.name));
    for (const field of this.#fields) {
      const given = chosen[field.name] === "all" ? "" : chosen[field.name];
      choose(field, field.name === "status" && !asked.has("status") ? USUAL : given);
    }
    const { status, ...others } = this.chosen;
    const narrowed = status ? status !== USUAL : false;
    const fold = outer(this.#form, "details", HTMLDetailsElement);
    if (fold && (narrowed || Object.values(others).some(Boolean))) fold.open = true;
  }

  /** Those whom the reader can choose among. @param {string[]} names */
  offer(names) {
    const field = find(this.#form, "[name=responsible]", HTMLSelectElement);
    const [all, nobody, ...known] = [...field.options];
    if (known.map(({ value }) => value).join("\n") === names.join("\n")) return;
    const { value } = field;
    field.replaceChildren(all, nobody, ...options(names.map((name) => [name, name])));
    choose(field, value);
  }

  /** Has the address say what is chosen. */
  write() {
    const { chosen } = this;
    place({ ...chosen, status: chosen.status === USUAL ? "" : chosen.status || "all" });
  }
}

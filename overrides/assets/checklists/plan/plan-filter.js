// What the reader has chosen to see of the plan; it stands in the address.

import { choices, place } from "../elements/address.js";
import { isField, outer } from "../elements/find.js";

/** @typedef {import("./rows.js").Chosen} Chosen */

// What is left is what a plan is for; «all» stands in the address as such.
const USUAL = "left";

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
    return Object.fromEntries(this.#fields.map((field) => [field.name, field.value]));
  }

  /** Chooses as the address says. */
  read() {
    const asked = new URLSearchParams(location.search);
    const chosen = choices(location.search, this.#fields.map((field) => field.name));
    for (const field of this.#fields) {
      const given = chosen[field.name] === "all" ? "" : chosen[field.name];
      field.value = field.name === "status" && !asked.has("status") ? USUAL : given;
    }
    const { status, ...others } = this.chosen;
    const narrowed = status ? status !== USUAL : false;
    const fold = outer(this.#form, "details", HTMLDetailsElement);
    if (fold && (narrowed || Object.values(others).some(Boolean))) fold.open = true;
  }

  /** Has the address say what is chosen. */
  write() {
    const { chosen } = this;
    place({ ...chosen, status: chosen.status === USUAL ? "" : chosen.status || "all" });
  }
}

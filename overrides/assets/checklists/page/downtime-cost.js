// What an hour and a day without IT cost. Everything stays on the page.

import { fill } from "../elements/fill.js";
import { find, findAll } from "../elements/find.js";
import { GONE } from "../elements/gone.js";
import { money } from "../elements/amounts.js";

/**
 * Cost in kroner of an hour and a day, or null when a number is missing or impossible.
 * @param {{revenue: number, days: number, share: number, hours: number}} given share in per cent
 */
export function cost({ revenue, days, share, hours }) {
  const usable = [revenue, days, share, hours].every((n) => Number.isFinite(n) && n > 0);
  if (!usable || share > 100 || days > 366 || hours > 24) return null;
  const day = (revenue / days) * (share / 100);
  return { day, hour: day / hours };
}

export class DowntimeCost extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("input", () => this.#show(), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.hidden = false;
    this.#show();
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
  }

  #show() {
    const fields = findAll(this, "input", HTMLInputElement);
    const given = Object.fromEntries(fields.map((field) => [field.name, field.valueAsNumber]));
    const { revenue, days, share, hours } = given;
    const made = cost({ revenue, days, share, hours });
    const result = find(this, "[role=status]", HTMLElement);
    const { words = "", invalid = "" } = result.dataset;
    result.textContent = made
      ? fill(words, { hour: money(made.hour), day: money(made.day) })
      : invalid;
  }
}

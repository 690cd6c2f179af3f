// What an hour and a day without IT cost. Everything stays on the page.

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
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("input", () => this.#show(), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.hidden = false;
    this.#show();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  #show() {
    const fields = [...this.querySelectorAll("input")];
    const given = Object.fromEntries(fields.map((field) => [field.name, field.valueAsNumber]));
    const result = this.querySelector("[role=status]");
    const made = cost(given);
    const money = new Intl.NumberFormat(document.documentElement.lang || "nb", {
      style: "currency",
      currency: "NOK",
      maximumFractionDigits: 0,
    });
    result.textContent = made
      ? result.dataset.words.replace("{hour}", money.format(made.hour)).replace("{day}", money.format(made.day))
      : result.dataset.invalid;
  }
}

// Prints the page as chosen: how much of each item, and with or without the reader's ticks.

/** The choice stands on the root element, where the style sheet for paper reads it. */
export class CheckPrint extends HTMLElement {
  #listening;

  connectedCallback() {
    const form = this.querySelector("form");
    this.#listening = new AbortController();
    form.addEventListener("submit", (event) => this.#print(event), { signal: this.#listening.signal });
    const lists = document.querySelector("[data-item]") !== null;
    for (const choice of form.querySelectorAll(".guide-print__lists")) choice.hidden = !lists;
    form.hidden = this.hidden = false;
  }

  disconnectedCallback() {
    this.#listening?.abort();
    // Another page begins without choices; what is removed with the page needs no care.
    delete document.documentElement.dataset.printLevel;
    delete document.documentElement.dataset.printBoxes;
  }

  #print(event) {
    event.preventDefault();
    const chosen = new FormData(event.target);
    const root = document.documentElement.dataset;
    root.printLevel = chosen.get("level");
    root.printBoxes = chosen.get("boxes");
    if (root.printLevel === "work") this.#rule();
    window.print();
  }

  /** Lines to write on under each item: made when they are asked for, seen on paper only. */
  #rule() {
    for (const item of document.querySelectorAll("[data-item]:not(:has(> .checklist__lines))")) {
      const lines = document.createElement("div");
      lines.className = "checklist__lines";
      for (const name of ["responsible", "due", "notes"]) {
        const line = document.createElement("p");
        line.textContent = `${this.dataset[name]}:`;
        lines.append(line);
      }
      item.append(lines);
    }
  }
}

// A button in the page that opens the search at the top; on a phone that is only an icon.

export class SearchButton extends HTMLElement {
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    this.addEventListener("click", open, { signal: this.#listening.signal });
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }
}

function open() {
  const toggle = document.querySelector("#__search");
  if (toggle && !toggle.checked) toggle.click();
  document.querySelector("[data-md-component=search-query]")?.focus();
}

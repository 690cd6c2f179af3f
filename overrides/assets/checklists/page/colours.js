// Which of Material's choices of colours is made: it keeps the number, and marks none as chosen.

/** Marks the one that is chosen, so that a listener hears it. */
export function tellColours() {
  const { __md_get: get } =
    /** @type {{__md_get?: (key: string) => {index?: number} | null}} */ (window);
  const choices = document.querySelectorAll("[name=__palette]");
  const chosen = choices[get?.("__palette")?.index ?? 0];
  if (chosen instanceof HTMLInputElement) chosen.checked = true;
}

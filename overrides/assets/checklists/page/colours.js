// Which of Material's choices of colours is made: it keeps the number, and marks none as chosen.

/** Marks the one that is chosen, so that a listener hears it. */
export function tellColours() {
  const { __md_get: get } =
    /** @type {{__md_get?: (key: string) => {index?: number} | null}} */ (window);
  const choices = document.querySelectorAll("[name=__palette]");
  let kept;
  try {
    kept = get?.("__palette");
  } catch {
    // A browser that keeps nothing has kept no choice.
  }
  const chosen = choices[kept?.index ?? 0];
  if (chosen instanceof HTMLInputElement) chosen.checked = true;
}

// Keeps the milliseconds from each key to the first change of what is shown.
(selector) => {
  window.times = [];
  let since = 0;
  const note = () => {
    if (since) window.times.push(performance.now() - since);
    since = 0;
  };
  const all = { childList: true, subtree: true, characterData: true, attributes: true };
  addEventListener("keydown", () => (since = performance.now()), true);
  new MutationObserver(note).observe(document.querySelector(selector), all);
}

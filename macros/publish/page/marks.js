// In the head of every page (inline.py): the marks that the theme gives the root as it starts. Its
// sheet asks of tables without a class, and so a class more on the root has the whole page styled
// once more when there is a page. And dark from the first frame for whose system is dark, who has
// chosen nothing: `data-dark` names the colours, where the guide follows the system (main.html).

(() => {
  const root = document.documentElement;
  root.className = "js js-focus-visible";
  root.dataset.jsFocusVisible = "";
  const dark = document.currentScript?.dataset.dark;
  if (!dark || !matchMedia("(prefers-color-scheme: dark)").matches) return;
  new MutationObserver((_, seen) => {
    if (!document.body) return;
    seen.disconnect();
    // What is chosen and kept the theme's own script shows, before anything is drawn.
    document.body.dataset.mdColorScheme = dark;
  }).observe(root, { childList: true });
})();

// In the head of every page (inline.py): the marks that the theme gives the root as it starts. Its
// sheet asks of tables without a class, and so a class more on the root has the whole page styled
// once more when there is a page.

(() => {
  const root = document.documentElement;
  root.className = "js js-focus-visible";
  root.dataset.jsFocusVisible = "";
})();

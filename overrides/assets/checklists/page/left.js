// Pages that were left. Material changes the page without loading it anew and keeps a part of each
// that was shown (its side bars, by what it listens to); through that part the whole page stayed,
// about 1,300 nodes a visit. So what has left the window is taken apart.

import { findAll } from "../elements/find.js";

const PARTS = ".md-main, .md-sidebar, .md-content, .md-footer";

/** Gives what is to be done for each page that is shown. @returns {() => void} */
export function letGo() {
  const found = () => findAll(document, PARTS, HTMLElement);
  let parts = found();
  return () => {
    for (const part of parts) if (!part.isConnected) part.remove();
    parts = found();
  };
}

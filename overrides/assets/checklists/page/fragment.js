// A link to a place on the same page only goes there. Material fetches the page and puts it in
// anew when such a link is the first that is followed: it has seen no address yet, and takes this
// for a change of page. What was typed went, and the focus fell back to the menu.

import { targetOf } from "../elements/address.js";
import { outer, seek } from "../elements/find.js";

/**
 * Keeps Material away from addresses within the page, until it has followed one to another page.
 * @param {{next: (address: URL) => void} | undefined} addresses those that it follows; absent
 *     where it changes no pages
 */
export function stayOnThePage(addresses) {
  if (!addresses) return;
  const page = location.pathname;
  const follow = addresses.next.bind(addresses);
  let followed = false;
  addresses.next = (address) => {
    followed ||= address.pathname !== page;
    if (followed) follow(address);
  };
  /** @param {Event} event */
  const leave = ({ target }) => {
    const link = outer(target, "a[href*='#']:not([target])", HTMLAnchorElement);
    const here = link && link.origin === location.origin && link.pathname === page;
    if (here && !followed) link.target = "_self"; // Material leaves links with a target alone
  };
  document.addEventListener("click", leave, { capture: true });
}

/**
 * Who went to a place on the page before this script was there saw Material fetch the page all the
 * same. Gives what is to be done for each page that is shown: the focus is back at that place, and
 * «Hopp til listen» is there where a list is (a style would look through the page for it).
 */
export function backToPlace() {
  // Material has made an address of the first page of it; the header outlives that page.
  const skip = seek(document, ".guide-skip", HTMLAnchorElement);
  skip?.setAttribute("href", "#til-listen");
  return () => {
    if (skip) skip.hidden = !document.getElementById("til-listen");
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) targetOf(location.hash)?.focus();
    });
  };
}

// A link to a place on the same page only goes there. Material fetches the page and puts it in
// anew when such a link is the first that is followed: it has seen no address yet, and takes this
// for a change of page. What was typed went, and the focus fell back to the menu.

import { outer } from "../elements/find.js";

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

// «Firefox, Windows»: enough for a person to know which machine it was. Pure.

// The first that a browser names; most name others too.
const BROWSERS = {
  "Edg/": "Edge",
  "Firefox/": "Firefox",
  "Chrome/": "Chrome",
  "Safari/": "Safari",
};
const SYSTEMS = {
  Windows: "Windows",
  Android: "Android",
  iPhone: "iPhone",
  iPad: "iPad",
  "Mac OS": "Mac",
  Linux: "Linux",
};

/** @param {string} agent what the browser says it is */
export const browserName = (agent) =>
  [BROWSERS, SYSTEMS]
    .map((names) => Object.entries(names).find(([mark]) => agent.includes(mark))?.[1])
    .filter(Boolean)
    .join(", ");

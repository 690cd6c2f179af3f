// Which machine it was, in words for a person.

/** «Firefox, Windows»: enough for a person to know which machine it was. */
export function browserName() {
  const agent = navigator.userAgent;
  const first = (names) => names.find(([pattern]) => agent.includes(pattern))?.[1] ?? "";
  const browser = first([["Edg/", "Edge"], ["Firefox/", "Firefox"], ["Chrome/", "Chrome"], ["Safari/", "Safari"]]);
  const system = first([["Windows", "Windows"], ["Android", "Android"], ["iPhone", "iPhone"], ["iPad", "iPad"], ["Mac OS", "Mac"], ["Linux", "Linux"]]);
  return [browser, system].filter(Boolean).join(", ");
}

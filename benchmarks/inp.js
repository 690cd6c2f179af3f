// Tells the benchmark of each interaction: that there was one, and how long one of 16 ms took.
(() => {
  const named = String(performance.timeOrigin);
  const tell = window.guideInteraction;
  for (const kind of ["pointerdown", "keydown"]) {
    addEventListener(kind, (event) => event.isTrusted && void tell(null), { capture: true });
  }
  const target = (element) => {
    if (!(element instanceof Element)) return "?";
    const own = element.getAttribute("name") ?? element.getAttribute("class") ?? "";
    return `${element.tagName.toLowerCase()} ${own}`.trim().slice(0, 50);
  };
  const note = (list) => {
    for (const entry of list.getEntries()) {
      if (!entry.interactionId) continue;
      const { name, duration, interactionId: id } = entry;
      void tell({ document: named, id, name, duration, target: target(entry.target) });
    }
  };
  const observer = new PerformanceObserver(note);
  observer.observe({ type: "event", durationThreshold: 16, buffered: true });
})();

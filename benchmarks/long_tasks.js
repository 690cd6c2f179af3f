// Keeps how long each task took that took 50 ms or more.
window.tasks = [];
const note = (list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration));
new PerformanceObserver(note).observe({ type: "longtask", buffered: true });

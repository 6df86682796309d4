// Runs before every page: counts what the policy refuses and how far the layout shifts.
window.watched = { refused: [], shifted: 0 };
document.addEventListener("securitypolicyviolation", (event) => {
  window.watched.refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    if (!shift.hadRecentInput) window.watched.shifted += shift.value;
  }
}).observe({ type: "layout-shift", buffered: true });

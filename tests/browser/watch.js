// Runs before every page: counts what the policy refuses and how far the layout shifts.
window.watched = { refused: [], shifted: 0 };
document.addEventListener("securitypolicyviolation", (event) => {
  window.watched.refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
// A space that ends what has come so far gets its place with the next word: nobody sees it move.
const isBlank = ({ node }) => node?.nodeType === Node.TEXT_NODE && node.data.trim() === "";
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    const isUnseen = shift.sources.length && shift.sources.every(isBlank);
    if (!shift.hadRecentInput && !isUnseen) window.watched.shifted += shift.value;
  }
}).observe({ type: "layout-shift", buffered: true });

// Makes a row of many links one stop of the Tab key: the arrow keys walk along it.
for (const group of document.querySelectorAll("[data-roving]")) {
  const links = [...group.querySelectorAll("a")];
  const stop = (link) => {
    for (const each of links) each.setAttribute("tabindex", each === link ? 0 : -1);
  };
  const right = document.dir === "rtl" ? -1 : 1;
  const steps = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -right, ArrowRight: right };

  if (links.length) stop(group.querySelector("[aria-current]") ?? links[0]);
  group.addEventListener("keydown", (event) => {
    const here = links.indexOf(event.target);
    const next =
      event.key === "Home" ? 0 : event.key === "End" ? links.length - 1 : here + steps[event.key];
    if (here < 0 || !links[next]) return;
    event.preventDefault();
    stop(links[next]);
    links[next].focus();
  });
}

// What script adds to a list: a short address, arrow keys along bars and dots, a map that moves.
// In one file, because three small ones weigh twice as much.

// Leaves empty fields out of the address, so that a filtered list has one short, lasting link.
for (const form of document.querySelectorAll("[data-filter-form]")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData.entries()]) {
      if (value === "") event.formData.delete(name);
    }
  });
}

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

// Offers a map that moves and enlarges over the drawn one: on /map/ at once, beside a list when it is
// asked for, so that a list does not load it for nothing. The drawn map works without all this.
for (const section of document.querySelectorAll("[data-map]")) {
  const picture = section.querySelector(".map-picture");
  const open = async () => (await import("./moving_map.js")).open(section, picture);
  if (!picture) continue;
  if (section.dataset.map) {
    open();
  } else {
    const button = document.createElement("button");
    button.className = "map-open";
    button.textContent = section.dataset.label;
    button.addEventListener("click", open, { once: true });
    picture.append(button);
  }
}

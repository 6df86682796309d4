// Names suggested while one types into a search box: a combobox with a listbox (WAI-ARIA 1.2).
const PAUSE = 120; // milliseconds without a key before anything is asked
const SHORTEST = 2;

document.querySelectorAll("form[data-suggest]").forEach((form, number) => {
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `suggestions-${number}`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  input.parentElement.append(list);
  const states = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" };
  for (const [name, value] of Object.entries(states)) input.setAttribute(name, value);
  input.setAttribute("aria-controls", list.id);

  let timer;
  let asked = "";
  const options = () => [...list.children];
  const chosen = () => list.querySelector("[aria-selected=true]");

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    choose(null);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  function optionOf({ label, otherName, noun, url }, place) {
    const option = document.createElement("li");
    option.id = `${list.id}-${place}`;
    option.dataset.url = url;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const name = document.createElement("span");
    name.textContent = label;
    const note = document.createElement("small");
    note.textContent = otherName ? `${otherName} · ${noun}` : noun;
    option.append(name, " ", note);
    return option;
  }

  async function suggest() {
    const typed = input.value.trim();
    asked = typed;
    if (typed.length < SHORTEST) return close();
    const address = `${form.dataset.suggest}?${new URLSearchParams({ q: typed })}`;
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) return close();
    const { suggestions } = await answer.json();
    if (asked !== typed || document.activeElement !== input) return;
    list.replaceChildren(...suggestions.map(optionOf));
    choose(null);
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && chosen()) {
      event.preventDefault();
      location.assign(chosen().dataset.url);
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && !list.hidden) {
      event.preventDefault();
      // One place beyond the last stands for the field itself.
      const places = options().length + 1;
      const now = chosen() ? options().indexOf(chosen()) : places - 1;
      const step = event.key === "ArrowDown" ? 1 : places - 1;
      choose(options()[(now + step) % places] ?? null);
    }
  });
  // Before the field loses its focus, which closes the list.
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
});

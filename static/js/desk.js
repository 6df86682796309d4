// The intake desk by keyboard: j and k from row to row, x keeps or drops, Enter edits, Ctrl+Enter
// makes the drafts. The words a row rests on light up while it is at hand, and a row that is folded
// says what was typed into it.
"use strict";
{
  const form = document.querySelector("form[data-desk]");
  const rows = form ? [...form.querySelectorAll(".plan-row")] : [];

  const light = (row) => {
    for (const lit of document.querySelectorAll(".found.lit")) lit.classList.remove("lit");
    if (!row) return;
    const found = document.querySelectorAll(`.found[href="#${CSS.escape(row.id)}"]`);
    for (const each of found) each.classList.add("lit");
    if (found.length) bringIntoSight(found[0]);
  };

  // In the pane of the text only: the page stays with the row. A narrow page has no such pane.
  const bringIntoSight = (word) => {
    const pane = word.closest(".intake-text");
    if (pane.scrollHeight <= pane.clientHeight) return;
    const [sight, place] = [pane.getBoundingClientRect(), word.getBoundingClientRect()];
    if (place.top < sight.top || place.bottom > sight.bottom) {
      pane.scrollTop += place.top - sight.top - sight.height / 3;
    }
  };

  const unfold = (row) => {
    row.querySelector("details").open = true;
    row.querySelector("details :is(input:not([type=checkbox]), select, textarea)").focus();
  };

  const tell = (field) => {
    const words = field.matches("select") ? field.selectedOptions[0].text : field.value;
    const told = field.closest(".plan-row")?.querySelector(`[data-shows="${CSS.escape(field.name)}"]`);
    if (told) told.textContent = words;
  };

  const step = (by) => {
    const at = rows.indexOf(document.activeElement.closest(".plan-row"));
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  const isTyping = (field) => field.matches("textarea, select, input:not([type=checkbox], [type=radio])");

  const press = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.querySelector("[name=_drafts]").click();
      return;
    }
    const row = event.target.closest(".plan-row");
    if (event.key === "Escape" && row) {
      row.querySelector("details").open = false;
      row.focus();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "x" && row) row.querySelector("input[type=checkbox]").click();
    else if (event.key === "Enter" && event.target === row) {
      event.preventDefault();
      unfold(row);
    }
  };

  if (form) {
    form.querySelector(".keys").hidden = false;
    document.addEventListener("keydown", press);
    form.addEventListener("change", (event) => tell(event.target));
    form.addEventListener("focusin", (event) => light(event.target.closest(".plan-row")));
    // A link from the text to a field or row goes on by keyboard from there.
    document.querySelector(".given").addEventListener("click", (event) => {
      const link = event.target.closest("a.found");
      const goal = link && document.querySelector(link.hash);
      if (!goal) return;
      event.preventDefault();
      goal.focus();
      goal.scrollIntoView({ block: "nearest" });
    });
  }
}

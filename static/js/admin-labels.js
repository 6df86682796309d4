// Select2 draws fields of its own beside the real ones: give each the name of the real one, and
// let a link to "#id_place" open the field a person can type in.
"use strict";
{
  const nameOf = (select) => {
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    if (label) return label.textContent.trim().replace(/:$/, "");
    const cell = select.closest("td");
    const heading = cell && cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
    return heading ? heading.textContent.trim() : select.name;
  };

  const nameFields = (root) => {
    for (const select of root.querySelectorAll("select.select2-hidden-accessible")) {
      const drawn = select.nextElementSibling;
      if (!drawn || drawn.dataset.named) continue;
      drawn.dataset.named = "yes";
      const name = nameOf(select);
      for (const field of drawn.querySelectorAll("[role=combobox], .select2-search__field")) {
        field.removeAttribute("aria-labelledby");
        field.setAttribute("aria-label", name);
      }
      // A single field shows its choice in its own text: name and choice together.
      const shown = drawn.querySelector(".select2-selection__rendered");
      const box = drawn.querySelector(".select2-selection--single");
      if (box && shown) {
        // It calls its text a second field.
        shown.removeAttribute("role");
        shown.removeAttribute("aria-readonly");
        const say = () => box.setAttribute("aria-label", `${name}: ${shown.title || shown.textContent}`);
        say();
        new MutationObserver(say).observe(shown, { childList: true, characterData: true, subtree: true });
      }
    }
  };

  // Column headings name the fields of a table of rows; a screen reader asks the field itself.
  const nameCells = (root) => {
    for (const field of root.querySelectorAll("td :is(input, select, textarea):not([type=hidden], [aria-label])")) {
      if (field.labels && field.labels.length) continue;
      const cell = field.closest("td");
      const head = cell.closest("table").tHead;
      const heading = head && head.rows[0].cells[cell.cellIndex];
      if (heading && heading.textContent.trim()) field.setAttribute("aria-label", heading.textContent.trim());
    }
  };

  const goToField = () => {
    const field = location.hash.startsWith("#id_") && document.getElementById(location.hash.slice(1));
    if (!field) return;
    const drawn = field.nextElementSibling;
    const target = drawn && drawn.classList.contains("select2")
      ? drawn.querySelector("[role=combobox], .select2-search__field")
      : field;
    target.focus();
    (field.closest(".form-row") || target).scrollIntoView({ block: "center" });
  };

  const nameAll = () => {
    for (const form of document.querySelectorAll("form")) {
      nameFields(form);
      nameCells(form);
    }
  };

  const begin = () => {
    nameAll();
    goToField();
  };
  const $ = window.django && window.django.jQuery;
  if ($) {
    // Select2 is drawn by ready handlers that were registered before this one.
    $(begin);
    $(document).on("select2:open", (event) => {
      const field = document.querySelector(".select2-container--open .select2-search__field");
      if (field) field.setAttribute("aria-label", nameOf(event.target));
    });
  } else {
    begin();
  }
  window.addEventListener("hashchange", goToField);
  document.addEventListener("formset:added", () => requestAnimationFrame(nameAll));
}

// A list filter acts as soon as a record is chosen; without script its button does.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const $ = window.django && window.django.jQuery;
  if (!$) return;
  for (const form of document.querySelectorAll("[data-send-on-choice]")) {
    // Select2 tells of a choice through jQuery only.
    $(form).find("select").on("change", () => form.submit());
  }
});

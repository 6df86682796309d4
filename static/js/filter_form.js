// Leaves empty fields out of the address, so that a filtered list has one short, lasting link.
for (const form of document.querySelectorAll("[data-filter-form]")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData.entries()]) {
      if (value === "") event.formData.delete(name);
    }
  });
}

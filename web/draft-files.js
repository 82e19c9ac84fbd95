// Files that go with a draft: named with their digests, and what right there is to each. They stay where they are.

const form = document.querySelector("form.draft-form");
const told = document.querySelector('[data-part="files"]');
const files = form.querySelector("ul.files");
const chooser = document.querySelector("#f-files");

async function add(file) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const row = document.querySelector("#file-row").content.firstElementChild.cloneNode(true);
  const index = String(100 + files.childElementCount + Math.floor(performance.now()));
  for (const field of row.querySelectorAll("*")) {
    for (const name of ["id", "for", "name", "aria-describedby"]) {
      const value = field.getAttribute(name);
      if (value) { field.setAttribute(name, value.replace(".NEW.", `.${index}.`)); }
    }
  }
  row.querySelector('[data-part="name"]').textContent = file.name;
  row.querySelector('[data-part="digest"]').textContent = hex.slice(0, 16).match(/.{4}/g).join(" ");
  row.querySelector('[name$=".name"]').value = file.name;
  row.querySelector('[name$=".asset"]').value = file.name;
  row.querySelector('[name$=".digest"]').value = `sha256:${hex}`;
  row.querySelector('[name$=".purpose"]').value = file.type.startsWith("image/") ? "image" : "attachment";
  files.append(row);
  settle(row);
}

/** An attachment needs no right to be named. */
function settle(row) {
  const isAttachment = row.querySelector('[name$=".purpose"]').value === "attachment";
  const rights = row.querySelector(".rights");
  rights.hidden = isAttachment;
  rights.disabled = isAttachment;
}

chooser.addEventListener("change", async () => {
  told.textContent = "";
  try {
    for (const file of chooser.files) { await add(file); }
  } catch {
    told.textContent = chooser.dataset.failed;
  }
  chooser.value = "";
});
files.addEventListener("change", (event) => settle(event.target.closest("li")));
files.addEventListener("click", (event) => {
  if (event.target.matches("[data-remove]")) { event.target.closest("li").remove(); }
});

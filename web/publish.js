// Copies what was approved as rich text, takes what stands in an editor, and reads saved pages into their field.
// The page works without it.

import { clean } from "./check-clean.js";
import { copy } from "./check-copy.js";
import { paragraphs } from "./check-editor.js";
import { richOf } from "./check-rich.js";
import { decoded } from "./encoding.js";

/** The approved draft: its own markup where it is HTML, else as the gate writes it. */
async function richPartOf(button) {
  const source = document.querySelector(button.dataset.rich).value;
  if (!button.dataset.type) {
    return { html: source, text: new DOMParser().parseFromString(source, "text/html").body.textContent };
  }
  const csrf = document.querySelector("[name=_csrf]")?.value ?? "";
  const title = document.querySelector(`${button.dataset.rich}-title`)?.value ?? "";
  return richOf(source, { type: button.dataset.type, csrf, title });
}

async function copyRich(button) {
  const status = button.nextElementSibling?.matches("[role=status]")
    ? button.nextElementSibling : document.createElement("span");
  status.setAttribute("role", "status");
  button.after(status);
  const isDone = await richPartOf(button).then(({ html, text }) => copy(text, html)).catch(() => false);
  status.textContent = isDone ? button.dataset.copied : button.dataset.failed;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-rich]");
  if (button) { copyRich(button); }
});

// What stands in the channel's editor, pasted with its markup; the box shows it and cannot be written in.

function take(box, html, text) {
  const form = box.closest("form");
  form.elements.content.value = html || text;
  form.elements.format.value = html ? "html" : "text";
  box.replaceChildren(...clean(html || paragraphs(text), (alt) => alt || box.dataset.image).nodes);
}

document.addEventListener("paste", (event) => {
  const box = event.target.closest?.("[data-paste]");
  if (!box) { return; }
  event.preventDefault();
  take(box, event.clipboardData.getData("text/html"), event.clipboardData.getData("text/plain"));
});

document.addEventListener("beforeinput", (event) => {
  const box = event.target.closest?.("[data-paste]");
  if (!box) { return; }
  event.preventDefault();
  if (event.inputType.startsWith("delete")) { take(box, "", ""); }
});

document.addEventListener("change", async (event) => {
  const into = event.target.dataset?.into;
  const file = into && event.target.files[0];
  if (!file) { return; }
  document.querySelector(into).value = decoded(new Uint8Array(await file.arrayBuffer()), true).text;
  event.target.value = "";
});

// Copies what was approved as rich text, and reads saved pages into their field. The page works without it.

/** The approved draft as markup: its own where it is HTML, else as the preview writes it, without the desk's marks. */
async function markup(button) {
  const source = document.querySelector(button.dataset.rich);
  if (!button.dataset.preview) { return source.value; }
  const response = await fetch(button.dataset.preview);
  // Who has been signed out meanwhile is sent to another page.
  if (!response.ok || response.redirected) { throw new Error(response.statusText); }
  // Its looks are the desk's, not the draft's.
  const text = (await response.text()).replace(/<style>[^]*?<\/style>/, "");
  const page = new DOMParser().parseFromString(text, "text/html");
  page.querySelectorAll("h1, .meta, .inset, .note, .address, .hidden, sup").forEach((part) => part.remove());
  for (const unseen of page.querySelectorAll(".unseen")) {
    unseen.replaceWith(String.fromCodePoint(Number.parseInt(unseen.textContent.slice(2), 16)));
  }
  page.querySelectorAll("mark").forEach((mark) => mark.replaceWith(...mark.childNodes));
  return page.querySelector("main").innerHTML;
}

async function copyRich(button) {
  const status = button.nextElementSibling?.matches("[role=status]")
    ? button.nextElementSibling : document.createElement("span");
  status.setAttribute("role", "status");
  button.after(status);
  try {
    const html = await markup(button);
    const plain = new DOMParser().parseFromString(html, "text/html").body.textContent;
    await navigator.clipboard.write([new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([plain], { type: "text/plain" }),
    })]);
    status.textContent = button.dataset.copied;
  } catch {
    status.textContent = button.dataset.failed;
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-rich]");
  if (button) { copyRich(button); }
});

/** What Chinese pages are saved as is UTF-8 or GB18030. */
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

document.addEventListener("change", async (event) => {
  const into = event.target.dataset?.into;
  const file = into && event.target.files[0];
  if (!file) { return; }
  document.querySelector(into).value = decoded(await file.arrayBuffer());
  event.target.value = "";
});

// The desk's comforts: one step at a time, findings by key. The page works without it.

const findings = [...document.querySelectorAll(".finding")];

// A sheet closes by Escape, and by a click beside it.
function close(act) {
  act.open = false;
  act.querySelector("summary").focus();
}

document.addEventListener("keydown", (event) => {
  const act = document.querySelector(".act[open]");
  if (event.key === "Escape" && act) { close(act); }
});

document.addEventListener("click", (event) => {
  for (const act of document.querySelectorAll(".act[open]")) {
    if (!act.contains(event.target)) { act.open = false; }
  }
});

// The draft shows the finding while the focus stays in the list; on a narrow screen the draft stands above it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[target=draft]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
  event.preventDefault();
  const frame = document.querySelector("iframe[name=draft]");
  frame.src = link.href;
  const box = frame.getBoundingClientRect();
  if (box.bottom < 0 || box.top > innerHeight) { frame.scrollIntoView({ block: "start" }); }
});

// J and K go through the findings, unless somebody has switched that off.
const keys = document.querySelector("#keys");
if (keys) {
  keys.closest("[hidden]")?.removeAttribute("hidden");
  keys.checked = localStorage.getItem("keys") !== "off";
  keys.addEventListener("change", () => {
    localStorage.setItem("keys", keys.checked ? "on" : "off");
  });
}

document.addEventListener("keydown", (event) => {
  if (!keys?.checked || event.ctrlKey || event.metaKey || event.altKey) { return; }
  if (event.target.matches?.("input, textarea, select")) { return; }
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (step === undefined || findings.length === 0) { return; }
  const at = findings.indexOf(document.activeElement?.closest(".finding"));
  const next = findings[at < 0 ? (step > 0 ? 0 : findings.length - 1) : at + step];
  if (!next) { return; }
  next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "center" });
  next.querySelector("a[target=draft]")?.click();
});

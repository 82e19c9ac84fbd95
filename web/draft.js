// Checks a draft while it is being written, and takes a file in as its text. The form works without it.

import { decoded } from "./encoding.js";

const form = document.querySelector("form.draft-form");
const text = form.elements.content;
/** All that is filled in; the session's token is not. */
const filledIn = () => JSON.stringify([...new FormData(form)].filter(([name]) => name !== "_csrf"));
const asOpened = filledIn();
const live = document.querySelector(".live");
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const fill = (sentence, values) =>
  sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// MARK: - What the draft says of itself

const heads = [...form.querySelectorAll('[name^="_head."]')];
const keyOf = (field) => field.name.slice("_head.".length);
const labelOf = (field) => field.labels[0].textContent;
const FRONT = /^(\uFEFF?---[ \t]*\n)((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** What fields add to the text; one that nobody has touched gives way to what the text says anywhere. */
function said() {
  return heads.filter((field) => {
    const isUsual = field.value === field.defaultValue && form.elements[`_usual.${keyOf(field)}`];
    const labels = isUsual && field.dataset.labels;
    return field.value.trim() && !(labels && new RegExp(`(${labels})\\s*[:：/／|｜]`).test(text.value));
  });
}

/** The text as it will be saved (see MetadataHead): where something is put into it, and whose line each is. */
function whole() {
  const body = text.value;
  const format = form.elements.format.value;
  const title = form.elements["_head.title"];
  let [at, lines, end] = [0, [], ""];
  if (format === "markdown") {
    const front = body.match(FRONT);
    const fields = said().filter((field) => !front || !new RegExp(`^${keyOf(field)}[ \t]*:[ \t]*\\S`, "m").test(front[2]));
    lines = fields.map((field) => [`${keyOf(field)}: ${JSON.stringify(field.value.trim())}\n`, field]);
    if (front) { at = front[1].length; } else if (lines.length) { lines = [["---\n"], ...lines, ["---\n"], ["\n"]]; }
  } else if (format === "html") {
    at = body.match(/^<!doctype[^>]*>\n?/i)?.[0].length ?? 0;
    const fields = said().filter((field) => !body.includes(`hegui:${keyOf(field)}"`));
    const safe = (value) => value.trim().replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
    lines = fields.map((field) => [`<meta name="hegui:${keyOf(field)}" content="${safe(field.value)}">\n`, field]);
  } else {
    if (title.value.trim() && body.trimStart().split("\n")[0].trim() !== title.value.trim()) {
      lines = [[`${title.value.trim()}\n`, title], ["\n"]];
    }
    const line = said().filter((field) => field.dataset.labels)
      .map((field) => `${field.dataset.labels.split("|")[0]}：${field.value.trim()}`);
    if (line.length) { end = `\n\n${line.join("　")}\n`; }
  }
  const added = lines.map(([line]) => line).join("");
  return { content: body.slice(0, at) + added + body.slice(at) + end, start: bytes(body.slice(0, at)), added, lines };
}

const bytes = (string) => new TextEncoder().encode(string).length;

/** Where a finding of the whole text stands: in a field, or in the text without what was added. */
function placeOf(range, { start, added, lines }) {
  const { byte, line } = range.start;
  const length = bytes(added);
  if (byte < start || length === 0) { return { line, from: byte, to: range.end.byte }; }
  if (byte >= start + length) {
    return { line: line - lines.length, from: byte - length, to: range.end.byte - length };
  }
  let rest = byte - start;
  const field = lines.find(([words]) => (rest -= bytes(words)) < 0)?.[1];
  return field ? { field } : { line: 1, from: 0, to: 0 };
}

/** Moves the simple entries of front matter into their fields; the others stay, and count. */
function lift() {
  const front = form.elements.format.value === "markdown" && text.value.match(FRONT);
  const entries = front && front[2].split("\n").slice(0, -1).map((line) => line.match(/^([\w-]+)[ \t]*:(?:[ \t]+(.*?))?[ \t]*$/) ?? line);
  if (!front || entries.some((entry) => typeof entry === "string")) { return; }
  const rest = entries.filter(([, key, raw = ""]) => {
    const field = heads.find((field) => keyOf(field) === key);
    const value = plain(raw);
    if (!field || value === null) { return true; }
    if (value) { field.value = value; }
    return value !== "" && field.value !== value;
  });
  const kept = rest.map(([line]) => `${line}\n`).join("");
  const body = text.value.slice(front[0].length);
  text.value = kept ? `---\n${kept}---\n${body}` : body.replace(/^\n/, "");
}

/** A scalar of YAML on one line; null for what is more than that. */
function plain(raw) {
  if (/^'(?:[^']|'')*'$/.test(raw)) { return raw.slice(1, -1).replace(/''/g, "'"); }
  if (/^[[\]{}>|&*!%@`'#]/.test(raw) || / #/.test(raw)) { return null; }
  if (!raw.startsWith('"')) { return raw; }
  try { return JSON.parse(raw); } catch { return null; }
}

// MARK: - Checking

const SHOWN = 100;
const checked = [part("title"), part("tally"), part("findings")];
let pause;
let running;

function later() {
  clearTimeout(pause);
  pause = setTimeout(check, 600);
}

async function check() {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  if (text.value.trim() === "") {
    tell({ findings: [] }, live.dataset.empty);
    return;
  }
  part("tally").textContent = live.dataset.waiting;
  const column = form.elements.column.selectedOptions[0]?.dataset.key;
  const channels = [...form.querySelectorAll('[name="channels[]"]:checked')].map((box) => box.value);
  const written = whole();
  const profile = ["govmedia", "wechat", "website"].find((name) => channels.includes(name));
  try {
    const response = await fetch("/v1/checks", {
      method: "POST",
      signal: mine.signal,
      headers: {
        "Content-Type": "application/json",
        "Accept-Language": document.documentElement.lang,
        "X-CSRF-Token": form.elements._csrf?.value ?? "",
      },
      body: JSON.stringify({ content: written.content, format: form.elements.format.value, column, profile }),
    });
    const report = await response.json();
    if (mine.signal.aborted) { return; }
    if (response.ok) { tell(report, undefined, written); } else { tell({ findings: [] }, report.detail ?? live.dataset.failed); }
  } catch {
    if (!mine.signal.aborted) { tell({ findings: [] }, live.dataset.failed); }
  }
}

function tell(report, sentence, written) {
  const [title, tally, list] = checked;
  const count = [...(report.title ?? "")].length;
  const isOver = count > 20;
  title.textContent = sentence ? "" : count === 0 ? live.dataset.untitled
    : fill(isOver ? live.dataset.over : live.dataset.count, { count });
  title.classList.toggle("late", !sentence && (isOver || count === 0));
  form.elements["_head.title"].placeholder = sentence ? "" : report.title ?? "";
  const found = report.findings.length > 0;
  tally.textContent = sentence ?? report.error?.message
    ?? (found ? fill(live.dataset.tally, report.counts) : live.dataset.none);
  list.replaceChildren(...report.findings.slice(0, SHOWN).map((finding) => item(finding, written)));
  const more = report.findings.length - SHOWN;
  if (more > 0) { list.append(element("li", fill(live.dataset.more, { count: more }))); }
}

function item(finding, written) {
  const found = placeOf(finding.range, written);
  const badge = live.querySelector("template").content
    .querySelector(`.severity-${finding.severity}`).cloneNode(true);
  const place = element("span", found.field ? labelOf(found.field) : fill(live.dataset.line, { line: found.line }));
  place.className = "aside";
  const button = element("button");
  button.type = "button";
  button.className = "finding";
  button.append(badge, " ", element("span", finding.message), " ", place);
  button.addEventListener("click", () => select(found));
  const line = element("li");
  line.append(button);
  return line;
}

/** Marks the words that a finding is about, or goes to its field; places are counted in bytes of UTF-8. */
function select({ field, from, to }) {
  if (field) {
    const group = field.closest("details");
    if (group) { group.open = true; }
    field.focus();
    return;
  }
  const bytes = new TextEncoder().encode(text.value);
  const length = (end) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.slice(0, end)).length;
  const [start, end] = [length(from), length(to)];
  text.focus();
  text.setSelectionRange(start, Math.max(end, start + 1));
  text.scrollTop = text.scrollHeight * (start / Math.max(1, text.value.length)) - text.clientHeight / 3;
}

function element(name, words = "") {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}

// What the self-check page was left with; see `handIn` in check.js.
const brought = location.pathname === "/drafts/new" && sessionStorage.getItem("hegui-draft");
if (brought) {
  sessionStorage.removeItem("hegui-draft");
  const { format, content } = JSON.parse(brought);
  form.elements.format.value = format;
  text.value = content;
  lift();
}

text.addEventListener("input", (event) => {
  if (event.inputType === "insertFromPaste") { lift(); }
  later();
});
heads.forEach((field) => field.addEventListener("input", later));
form.elements.format.addEventListener("change", later);
form.elements.column.addEventListener("change", later);
form.addEventListener("change", (event) => { if (event.target.name === "channels[]") { later(); } });
check();

// MARK: - A file as the text

const loader = document.querySelector("#f-load");
let saved = text.value;

async function load(file) {
  if (!file) { return; }
  if (/\.(docx?|wps)$/i.test(file.name)) {
    part("tally").textContent = loader.dataset.word;
    return;
  }
  const isTouched = text.value.trim() !== "" && text.value !== saved;
  if (isTouched && !confirm(loader.dataset.replace)) { return; }
  const isPage = /\.html?$/i.test(file.name);
  text.value = decoded(new Uint8Array(await file.arrayBuffer()), isPage).text;
  form.elements.format.value =
    isPage ? "html" : /\.txt$/i.test(file.name) ? "text" : "markdown";
  lift();
  saved = text.value;
  check();
}

loader.addEventListener("change", () => { load(loader.files[0]); loader.value = ""; });
text.addEventListener("dragover", (event) => {
  if (event.dataTransfer.types.includes("Files")) {
    event.preventDefault();
    text.classList.add("dropping");
  }
});
text.addEventListener("dragleave", () => text.classList.remove("dropping"));
text.addEventListener("drop", (event) => {
  text.classList.remove("dropping");
  const file = event.dataTransfer.files[0];
  if (!file) { return; }
  event.preventDefault();
  load(file);
});

// MARK: - What is wrong is never folded away

form.addEventListener("invalid", (event) => {
  const group = event.target.closest("details");
  if (group) { group.open = true; }
}, true);
new MutationObserver(() => {
  for (const fault of form.querySelectorAll("details:not([open]) .fault")) {
    fault.closest("details").open = true;
  }
}).observe(form, { childList: true, subtree: true });

/** A link to a field opens the group that it is in. */
function unfold() {
  const group = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details");
  if (group) { group.open = true; }
}
addEventListener("hashchange", unfold);
unfold();

// MARK: - Leaving without saving

let isSaved = false;
form.addEventListener("done", () => { isSaved = true; });
addEventListener("beforeunload", (event) => {
  if (!isSaved && filledIn() !== asOpened) { event.preventDefault(); }
});

// The self-check page: what is written is judged as one types; findings stand on the text and beside it.

import { Asker } from "./check-ask.js";
import { copy } from "./check-copy.js";
import { Desk } from "./check-desk.js";
import { findingsOf, isSafe } from "./check-findings.js";
import { Marks, findingAt } from "./check-marks.js";
import { Panel } from "./check-panel.js";
import { richOf } from "./check-rich.js";
import { sessionToken } from "./session.js";
import { Status } from "./check-status.js";
import { Words } from "./check-words.js";

const $ = (selector) => document.querySelector(selector);
const page = $("#check");
const words = new Words($("#check-words"));
const status = new Status(words, { onRetry: () => asker.now() });
const marks = new Marks();

let findings = [];
let current = null;
/** Where stepping goes on when none is open. */
let resume = 0;
/** What the findings are of; null as soon as anything has changed. */
let judged = null;
/** What is written is being taken to another page. */
let isLeaving = false;

const asker = new Asker({ question, onWait: () => status.wait(), onAnswer: answered, onFailure: failed });
const desk = new Desk(page, {
  words,
  onChange: changed,
  onCompose: () => {
    // Half a word of an input method is not judged.
    judged = null;
    asker.hold();
  },
  onSay: (text, isProblem) => status.say(text, isProblem),
});
const panel = new Panel($("#check-list"), {
  words,
  rules: page.dataset.rules,
  onOpen: (finding) => open(finding),
  onClose: close,
  onStep: step,
  onFix: fix,
});

// Asking

function changed(isAtOnce) {
  judged = null;
  status.forget();
  showEmptiness();
  if (isAtOnce || desk.isEmpty) asker.now();
  else asker.soon();
}

function question() {
  const { written } = desk;
  if (!written.hasContent) {
    findings = [];
    current = null;
    resume = 0;
    show();
    status.empty();
    return null;
  }
  const headers = {
    "Content-Type": desk.type,
    "Accept": "application/json",
    "Accept-Language": document.documentElement.lang,
  };
  if (page.dataset.csrf) headers["X-CSRF-Token"] = page.dataset.csrf;
  const profile = $("input[name=profile]:checked").value;
  const url = `${page.dataset.checks}?profile=${encodeURIComponent(profile)}`;
  return { url, headers, body: written.bytes, draft: written };
}

function answered(report, written) {
  judged = written;
  findings = findingsOf(report, written);
  current = findings.find((finding) => finding.key === current?.key) ?? null;
  show();
  status.answer(report, findings);
  showOwnTitle(report.title);
}

async function failed(failure) {
  // The session may have begun anew in another window.
  const token = failure.kind === "forbidden" ? await sessionToken().catch(() => null) : null;
  if (token && token !== page.dataset.csrf) {
    page.dataset.csrf = token;
    asker.now();
  } else {
    status.fail(failure);
  }
}

// Showing

function show() {
  marks.show(findings);
  panel.show(findings);
  if (current) {
    marks.select(current);
    panel.open(current);
  }
  const count = findings.filter(isSafe).length;
  const fixAll = $("#check-fix-all");
  if (count === 0 && document.activeElement === fixAll) $("#check-copy").focus();
  fixAll.hidden = count === 0;
  fixAll.textContent = words.get("fix-all", { count });
  $("#check-steps").hidden = findings.length === 0;
}

/** Without a title of its own the first heading of the text is it: say so. */
function showOwnTitle(own) {
  const hint = $("#check-title-hint");
  hint.hidden = desk.isMarkdown || !own || /\S/.test(desk.title.value);
  hint.textContent = hint.hidden ? "" : words.get("title-own", { title: own });
}

function showEmptiness() {
  page.toggleAttribute("data-empty", desk.isBlank);
  if (desk.isEmpty) $("#check-title-hint").hidden = true;
  $("#check-copy").disabled = desk.isEmpty;
  $("#check-copy-title").hidden = !/\S/.test(desk.title.value);
}

/** The list ends where the window does, wherever it starts. */
function fit() {
  const top = page.querySelector(".columns").getBoundingClientRect().top;
  page.style.setProperty("--above", `${Math.max(0, Math.round(top) - 16)}px`);
}

// Looking at findings

const isNarrow = () => matchMedia("(max-width: 56rem)").matches;

function open(finding, { isSheet = false, staysPut = false } = {}) {
  current = finding;
  resume = findings.indexOf(finding);
  marks.select(finding);
  panel.open(finding, { isSheet });
  if (!staysPut) marks.reveal(finding, desk.areas);
}

function close() {
  const was = current;
  current = null;
  marks.select(null);
  panel.open(null);
  if (was && document.activeElement === document.body) panel.focus(was);
}

function step(by) {
  if (findings.length === 0) return;
  const index = current ? findings.indexOf(current) + by : by > 0 ? resume : resume - 1;
  const next = findings.at(index % findings.length);
  open(next, { isSheet: isNarrow() });
  const number = findings.indexOf(next) + 1;
  status.tell(words.get("step", { number, count: findings.length, message: next.message }));
}

/** The caret, a tap or a click on a marked place shows its finding. */
function follow({ isTap, target }) {
  const isImage = target.localName === "img";
  const caret = isImage ? null : desk.caret;
  const finding = isImage
    ? findings.find(({ place }) => place?.element === target)
    : caret && findingAt(findings, ...caret);
  if (!finding || (finding === current && !isTap)) return;
  const isSheet = isTap && isNarrow();
  open(finding, { isSheet, staysPut: !isSheet });
}

// Correcting

function fix(chosen) {
  resume = Math.max(0, findings.indexOf(chosen[0]));
  const done = desk.fix(chosen, judged);
  if (done) {
    status.done(words.get("fixed", { count: done.count }), done.undo);
    return;
  }
  status.say(words.get("fix-later"));
  asker.now();
}

async function copyAll(text, html) {
  const isDone = await copy(text, html);
  status.say(words.get(isDone ? (html ? "copied-rich" : "copied") : "copy-failed"), !isDone);
}

/** As it is written for who takes text, as it will look for who takes rich text. */
async function copyMarkdown() {
  const { value } = desk.markdown;
  const rich = await richOf(value, { csrf: page.dataset.csrf }).catch(() => null);
  await copyAll(value, rich?.html);
}

/** Takes what is written to a new draft; this tab remembers it until that page has read it. */
function handIn() {
  const { written } = desk;
  if (!written.hasContent) return;
  const format = desk.isMarkdown ? "markdown" : "html";
  try {
    sessionStorage.setItem("hegui-draft", JSON.stringify({ format, content: written.whole }));
  } catch {
    status.say(words.get("hand-in-large"), true);
    return;
  }
  isLeaving = true;
  location.assign("/drafts/new");
}

// What people do

for (const input of page.querySelectorAll("input[name=mode]")) {
  input.addEventListener("change", () => desk.switchTo(input.value));
}
for (const input of page.querySelectorAll("input[name=profile]")) {
  input.addEventListener("change", () => asker.now());
}
const acts = {
  "#check-open": () => $("#check-file").click(),
  "#check-clear": () => desk.isEmpty || status.done(words.get("cleared"), desk.clear()),
  "#check-copy": () => (desk.isMarkdown ? copyMarkdown() : copyAll(desk.editor.text, desk.editor.html)),
  "#check-copy-title": () => copyAll(desk.title.value),
  "#check-hand-in": handIn,
  "#check-fix-all": () => fix(findings.filter(isSafe)),
  "#check-previous": () => step(-1),
  "#check-next": () => step(1),
  "#check-jump": () => step(1),
};
for (const [button, act] of Object.entries(acts)) $(button).addEventListener("click", act);
for (const button of page.querySelectorAll("[data-act=sample]")) button.addEventListener("click", () => desk.sample());
$("#check-file").addEventListener("change", ({ target }) => {
  if (target.files[0]) desk.open(target.files[0]);
  target.value = "";
});

desk.paper.addEventListener("click", ({ target }) => follow({ isTap: true, target }));
desk.paper.addEventListener("keyup", ({ key, altKey, target }) => {
  if (/^(Arrow|Home|End|Page)/.test(key) && !altKey) follow({ isTap: false, target });
});

page.addEventListener("keydown", (event) => {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
  const isInText = desk.paper.contains(event.target) && event.target.matches("textarea, [contenteditable]");
  if (isCommand && isInText && /^[zy]$/i.test(event.key)) {
    event.preventDefault();
    desk.undo({ isRedo: event.shiftKey || event.key.toLowerCase() === "y" });
  } else if (event.key === "Escape" && current) {
    close();
  } else if (event.altKey && !event.ctrlKey && !event.metaKey && $("#check-keys").checked) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) step(by);
    else if (event.key === "Enter" && current?.fix) fix([current]);
    else return;
    event.preventDefault();
  }
});

let depth = 0;
const isFileDrag = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
const isOurs = (event) => isFileDrag(event) || desk.editor.element.contains(event.target);
const count = (by) => (event) => {
  if (isFileDrag(event)) page.toggleAttribute("data-dropping", (depth += by) > 0);
};
addEventListener("dragenter", count(1));
addEventListener("dragleave", count(-1));
addEventListener("dragover", (event) => {
  if (isOurs(event)) event.preventDefault();
});
addEventListener("drop", (event) => {
  if (!isOurs(event)) return;
  event.preventDefault();
  depth = 0;
  page.removeAttribute("data-dropping");
  const [file] = event.dataTransfer.files;
  if (file) desk.open(file);
});
addEventListener("beforeunload", (event) => {
  if (!isLeaving && !desk.isEmpty) event.preventDefault();
});
addEventListener("pageshow", () => (isLeaving = false));
addEventListener("scroll", () => requestAnimationFrame(fit), { passive: true });
addEventListener("resize", fit);

fit();
showEmptiness();
status.empty();
page.setAttribute("data-ready", "");

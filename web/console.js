// Makes the console's forms answer in place. Every page works without it.

import { sessionToken } from "./session.js";

const html = document.documentElement;
html.classList.add("scripted");

// On a narrow screen the ways lead sideways: where one is stays in sight.
for (const current of document.querySelectorAll(":is(.top nav, .tabs) [aria-current]")) {
  const way = current.closest("nav");
  way.scrollLeft = current.getBoundingClientRect().left - way.getBoundingClientRect().left - way.clientWidth / 2;
}

/** Sends a form of the gate and shows what is wrong beside its fields; goes on where the server says. */
async function send(form, submitter) {
  const data = new URLSearchParams(new FormData(form, submitter));
  const buttons = [...form.querySelectorAll("button")];
  buttons.forEach((button) => { button.disabled = true; });
  try {
    const response = await post(form, data);
    // What leads elsewhere has been done, whatever is there.
    if (response.ok || response.redirected) { form.dispatchEvent(new Event("done")); }
    if (response.redirected) {
      go(response.url, data.get("_next"));
      return;
    }
    if (response.ok) {
      put(await response.text());
      return;
    }
    show(form, await response.json());
  } catch {
    show(form, { detail: form.dataset.offline ?? html.dataset.offline ?? "…" });
  }
  buttons.forEach((button) => { button.disabled = false; });
}

/** Asks once more where the session is another one by now; the form's key keeps it from being done twice. */
async function post(form, data) {
  const ask = () => fetch(form.getAttribute("action"), {
    method: "POST",
    headers: { Accept: "application/problem+json" },
    body: data,
  });
  const response = await ask();
  if (response.status !== 403 || !data.has("_csrf")) { return response; }
  const { code } = await response.clone().json();
  const token = code === "csrf-failed" ? await sessionToken() : null;
  if (!token || token === data.get("_csrf")) { return response; }
  document.querySelectorAll("input[name=_csrf]").forEach((field) => { field.value = token; });
  data.set("_csrf", token);
  return ask();
}

/** Goes on to a page, and to the place in it that `next` names, which a redirection does not tell. */
function go(address, next) {
  const isHere = address === location.href.replace(/#.*/, "");
  const place = next?.replace(/^[^#]*/, "") ?? "";
  location.assign(address + place);
  if (isHere && place) { location.reload(); }
}

/** Shows a page that has no address of its own, for what it holds is shown once. */
function put(markup) {
  const page = new DOMParser().parseFromString(markup, "text/html");
  document.title = page.title;
  document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
  const shown = document.querySelector("main [data-shown]");
  (shown ?? document.querySelector("main")).focus({ preventScroll: true });
  if (shown) { shown.scrollIntoView({ block: "center" }); } else { scrollTo(0, 0); }
}

/** Shows problem details (RFC 9457) at the head of a form, and with the fields that they name. */
function show(form, problem) {
  form.querySelectorAll(".alert, .fault").forEach((old) => old.remove());
  form.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
  const alert = document.createElement("div");
  alert.className = "alert";
  alert.setAttribute("role", "alert");
  alert.tabIndex = -1;
  const text = document.createElement("p");
  text.textContent = (problem.errors?.length ? problem.title : problem.detail) ?? problem.title;
  alert.append(text);
  if (problem.status === 401 && html.dataset.viewer) { alert.append(signIn()); }
  const list = document.createElement("ul");
  for (const error of problem.errors ?? []) {
    const field = fieldAt(form, error.pointer);
    // A body written as a whole has no fields: its places are told by their paths.
    if (form.elements._json) { addItem(list, `${error.pointer}: ${error.detail}`); }
    else if (field) { mark(field, error.detail); } else { addItem(list, error.detail); }
  }
  for (const requirement of problem.requirements ?? []) {
    addItem(list, requirement.explanation?.[html.lang.startsWith("zh") ? "zh" : "en"] ?? requirement.key);
  }
  if (list.childElementCount > 0) { alert.append(list); }
  form.prepend(alert);
  alert.focus();
}

/** The way to sign in without losing what has been written here. */
function signIn() {
  const link = document.createElement("a");
  link.href = "/sign-in";
  link.target = "_blank";
  link.textContent = html.dataset.signIn;
  return link;
}

function addItem(list, text) {
  const item = document.createElement("li");
  item.textContent = text;
  list.append(item);
}

/** The field that a JSON pointer such as `/form/basis_note` means. */
function fieldAt(form, pointer) {
  const name = pointer.replace(/^\//, "").replaceAll("/", ".");
  return [...form.elements].find((field) => {
    const plain = field.name?.replace(/(\[\])?(:[a-z]+)?(\[\])?$/, "");
    return plain && (plain === name || name.startsWith(plain + "."));
  });
}

function mark(field, detail) {
  field.setAttribute("aria-invalid", "true");
  const fault = document.createElement("p");
  fault.className = "fault";
  fault.id = `${field.id || field.name}-fault`;
  fault.textContent = detail;
  field.setAttribute("aria-describedby", fault.id);
  (field.closest(".field, fieldset") ?? field.parentElement).append(fault);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") { return; }
  event.preventDefault();
  const question = event.submitter?.dataset.confirm;
  if (question && !confirm(question)) { return; }
  send(form, event.submitter);
});

// A button with `data-copy="#id"` puts that element's text on the clipboard.
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) { return; }
  const source = document.querySelector(button.dataset.copy);
  await navigator.clipboard.writeText(source.value ?? source.textContent);
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.textContent = ` ${button.dataset.copied ?? "✓"}`;
  button.after(status);
});

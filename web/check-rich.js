// Makes of a Markdown draft what another editor takes: written as HTML by the gate, made harmless here.

import { clean, isBlock, parsed } from "./check-clean.js";
import { clipboardHTML, plainText } from "./check-written.js";

/** Editors of channels drop style sheets and keep what stands on the element. */
const looks = {
  table: "border-collapse: collapse; width: 100%",
  th: "border: 1px solid #b8c0c8; padding: 6px 8px; text-align: left; background-color: #f4f6f8",
  td: "border: 1px solid #b8c0c8; padding: 6px 8px",
  blockquote: "border-left: 3px solid #b8c0c8; padding-left: 12px; margin-left: 0",
};

/**
 * The draft as rich text and as plain; throws where the gate does not answer.
 * @param {string} type of the draft's text, `text/markdown` or `text/plain`
 * @param {string} [title] stands in a field of its own and so not in the text
 */
export async function richOf(draft, { type = "text/markdown", csrf = "", title = "" } = {}) {
  const headers = { "Content-Type": type, Accept: "application/json" };
  if (csrf) headers["X-CSRF-Token"] = csrf;
  const answer = await fetch("/v1/renderings", { method: "POST", headers, body: draft });
  if (!answer.ok) throw new Error(answer.statusText);
  const { html } = await answer.json();
  const { nodes } = clean(withPlainNotes(html), (alt) => alt);
  const kept = nodes.filter((node) => !(title && node.localName === "h1" && sameText(node.textContent, title)));
  for (const node of kept) dress(node);
  return { html: clipboardHTML(kept), text: plainText(kept, isBlock) };
}

const sameText = (one, other) => one.replace(/\s+/g, " ").trim() === other.replace(/\s+/g, " ").trim();

/** Marks of notes as readers know them, and notes behind their marks. */
function withPlainNotes(html) {
  if (!html.includes("data-hegui-")) return html;
  const page = parsed(html);
  for (const mark of page.querySelectorAll("[data-hegui-reference]")) {
    const raised = page.createElement("sup");
    raised.textContent = `[${mark.dataset.heguiReference}]`;
    mark.replaceWith(raised);
  }
  for (const note of page.querySelectorAll("[data-hegui-note]")) {
    (note.querySelector("p") ?? note).prepend(`[${note.dataset.heguiNote}] `);
  }
  return page.body.innerHTML;
}

function dress(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const own = node.getAttribute("data-keep-style");
  const look = looks[node.localName];
  if (look) node.setAttribute("data-keep-style", own ? `${look}; ${own}` : look);
  for (const child of node.children) dress(child);
}

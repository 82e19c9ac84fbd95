// Opens a file: finds out its encoding and what it is.

import { parsed } from "./check-clean.js";
import { decoded } from "./encoding.js";

const maximumBytes = 2_000_000;

/** The reason why a file is not opened; `key` names the words for it. */
export class FileProblem extends Error {
  constructor(key) {
    super(key);
    this.key = key;
  }
}

/** `{ name, kind: "markdown" | "html" | "text", text, encoding }` of a chosen or dropped file. */
export async function readDraft(file) {
  const kind = kindOf(file.name);
  if (file.size > maximumBytes) throw new FileProblem("file-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new FileProblem("file-empty");
  return { name: file.name, kind, ...decode(bytes, kind === "html") };
}

function kindOf(name) {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (["md", "markdown"].includes(ending)) return "markdown";
  if (["html", "htm"].includes(ending)) return "html";
  if (ending === "txt") return "text";
  throw new FileProblem(["doc", "docx", "wps", "pdf", "rtf"].includes(ending) ? "file-office" : "file-kind");
}

/** A few bad bytes are left for the check to name. */
function decode(bytes, isPage) {
  const { text, encoding, faults } = decoded(bytes, isPage);
  if (faults * 100 > text.length) throw new FileProblem("file-encoding");
  return { text, encoding };
}

/** The title of a page of its own and the HTML of its text. */
export function partsOfPage(html) {
  const page = parsed(html);
  const own = page.querySelector("#activity-name, .rich_media_title") ?? page.querySelector("body h1");
  const title = (own ?? page.querySelector("title"))?.textContent.trim().replace(/\s+/g, " ") ?? "";
  own?.remove();
  const body = page.querySelector("#img-content") ?? page.querySelector("#js_content") ?? page.body;
  return { title, text: body.innerHTML };
}

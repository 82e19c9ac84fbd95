// Opens a file: finds out its encoding and what it is.

import { parsed } from "./check-clean.js";

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

/** By its byte-order mark, as UTF-8, as the page says itself, as GB18030; where none fits, the one with few bad bytes. */
export function decode(bytes, isPage) {
  const encodings = [];
  if (bytes[0] === 0xff && bytes[1] === 0xfe) encodings.push("utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) encodings.push("utf-16be");
  encodings.push("utf-8");
  const declared = isPage ? declaredEncoding(bytes) : null;
  if (declared) encodings.push(declared);
  encodings.push("gb18030");
  const readings = encodings.flatMap((encoding) => reading(bytes, encoding));
  const best = readings.find((one) => one.faults === 0) ?? readings.sort((one, other) => one.faults - other.faults)[0];
  if (!best || best.faults * 100 > best.text.length) throw new FileProblem("file-encoding");
  return { text: best.text.replace(/\r\n?/g, "\n"), encoding: best.encoding };
}

/** A bad byte is left as U+FFFD, for the check to name. */
function reading(bytes, encoding) {
  try {
    const decoder = new TextDecoder(encoding);
    const text = decoder.decode(bytes);
    return [{ text, encoding: decoder.encoding.toUpperCase(), faults: text.match(/[\ufffd\0]/g)?.length ?? 0 }];
  } catch {
    // A page may declare what no browser knows.
    return [];
  }
}

function declaredEncoding(bytes) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /<meta[^>]+charset\s*=\s*["']?([a-z0-9_-]+)/i.exec(head)?.[1] ?? null;
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

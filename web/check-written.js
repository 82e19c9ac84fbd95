// Writes what the editor holds as the HTML that is judged, and knows of every byte where it came from.

const encoder = new TextEncoder();
const writtenElements = new Set(
  `p h1 h2 h3 h4 h5 h6 b strong i em u s del ins sub sup small mark br hr ul ol li dl dt dd blockquote pre code
   table caption thead tbody tfoot tr td th a img figure figcaption section div span ruby rt rp`.split(/\s+/),
);
const voidElements = new Set(["br", "hr", "img"]);
/** A picture that came along with the text. */
export const embedded = /^data:image\/[a-z+.-]+;base64,/i;

/** The bytes of a code point in UTF-8. */
export const width = (point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

const textEscapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
export const attributeEscapes = { ...textEscapes, '"': "&quot;" };
const noEscapes = {};

function escaped(text, escapes) {
  let out = "";
  for (const character of text) out += escapes[character] ?? character;
  return out;
}

/** The text of a draft as it is judged. */
export class Written {
  /** Text nodes: `{ start, end, node, owner, escapes }`, in order. */
  pieces = [];
  /** Attributes' values: `{ start, end, element, name }`. */
  attributes = [];
  /** Pictures: `{ start, end, element }`. */
  pictures = [];
  /** Pictures that came along, in whose place a number is written. */
  embedded = [];
  /** Where the text behind the title starts. */
  bodyStart = 0;
  hasContent = false;

  #parts = [];
  #length = 0;
  /** Parts that stand for longer ones, by their number. */
  #longer = new Map();

  get text() {
    return this.#parts.join("");
  }

  /** With the pictures that came along. */
  get whole() {
    return this.#parts.map((part, index) => this.#longer.get(index) ?? part).join("");
  }

  get bytes() {
    return encoder.encode(this.text);
  }

  write(markup) {
    this.#parts.push(markup);
    for (const character of markup) this.#length += width(character.codePointAt(0));
  }

  writeText(node, owner, escapes = textEscapes) {
    const start = this.#length;
    this.write(escaped(node.data, escapes));
    this.pieces.push({ start, end: this.#length, node, owner, escapes });
    if (!this.hasContent && /\S/.test(node.data)) this.hasContent = true;
  }

  endTitle() {
    this.bodyStart = this.#length;
  }

  writeElement(element) {
    const name = element.getAttribute("data-tag") ?? element.localName;
    const isWritten = writtenElements.has(element.localName);
    const start = this.#length;
    if (isWritten) this.#writeTag(element, name);
    if (element.localName === "img") {
      this.pictures.push({ start, end: this.#length, element });
      this.hasContent = true;
    }
    if (voidElements.has(element.localName)) return;
    this.writeChildren(element);
    if (isWritten) this.write(`</${name}>`);
  }

  writeChildren(element) {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.writeText(node, "rich");
      else if (node.nodeType === Node.ELEMENT_NODE) this.writeElement(node);
    }
  }

  #writeTag(element, tag) {
    this.write(`<${tag}`);
    for (const { name, value } of element.attributes) {
      if (!name.startsWith("data-keep-")) continue;
      this.write(` ${name.slice(10)}="`);
      const start = this.#length;
      const short = this.#shortened(value);
      if (short !== value) this.#longer.set(this.#parts.length, escaped(value, attributeEscapes));
      this.write(escaped(short, attributeEscapes));
      this.attributes.push({ start, end: this.#length, element, name });
      this.write('"');
    }
    this.write(">");
  }

  #shortened(value) {
    const head = embedded.exec(value)?.[0];
    if (!head) return value;
    this.embedded.push(value);
    return `${head}${this.embedded.length - 1}`;
  }
}

/** Of the rich editor, under its title. */
export function writeRich(title, editor) {
  const written = new Written();
  if (/\S/.test(title.value)) {
    written.write("<h1>");
    written.writeText(title.node, "title");
    written.write("</h1>\n");
  }
  written.endTitle();
  for (const node of editor.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) written.writeText(node, "rich");
    else if (node.nodeType === Node.ELEMENT_NODE) written.writeElement(node);
    written.write("\n");
  }
  return written;
}

/** Of the field that holds Markdown. */
export function writeMarkdown(field) {
  const written = new Written();
  written.writeText(field.node, "markdown", noEscapes);
  return written;
}

/** The written text behind the title with edits made to its bytes. */
export function splice(written, edits) {
  const bytes = written.bytes;
  const parts = [];
  let from = written.bodyStart;
  for (const edit of [...edits].sort((one, other) => one.start - other.start)) {
    if (edit.start < from) continue;
    parts.push(bytes.subarray(from, edit.start), encoder.encode(edit.text));
    from = edit.end;
  }
  parts.push(bytes.subarray(from));
  const decoder = new TextDecoder();
  const html = parts.map((part) => decoder.decode(part, { stream: true })).join("") + decoder.decode();
  return html.replace(/(data:image\/[a-z+.-]+;base64,)(\d+)/gi, (all, head, number) => written.embedded[number] ?? all);
}

// What goes to the clipboard

const safeAddress = /^(https?:|mailto:|tel:|file:|data:image\/(png|jpe?g|gif|webp);base64,|[^:]*$)/i;
const addresses = new Set(["href", "src", "data-src", "data-original"]);

/** Nodes of the editor as HTML for another editor. */
export function clipboardHTML(nodes) {
  let out = "";
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      out += escaped(node.data, textEscapes);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const isWritten = writtenElements.has(node.localName);
    const name = node.getAttribute("data-tag") ?? node.localName;
    if (isWritten) {
      out += `<${name}`;
      for (const attribute of node.attributes) {
        if (!attribute.name.startsWith("data-keep-")) continue;
        const own = attribute.name.slice(10);
        if (addresses.has(own) && !safeAddress.test(attribute.value.trim())) continue;
        out += ` ${own}="${escaped(attribute.value, attributeEscapes)}"`;
      }
      out += ">";
    }
    if (voidElements.has(node.localName)) return;
    for (const child of node.childNodes) walk(child);
    if (isWritten) out += `</${name}>`;
  };
  for (const node of nodes) walk(node);
  return out;
}

/** Nodes of the editor as lines. */
export function plainText(nodes, isBlock) {
  let out = "";
  const line = () => {
    if (out && !out.endsWith("\n")) out += "\n";
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) out += node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const name = node.localName;
    if (name === "br") {
      out += "\n";
      return;
    }
    const isCell = name === "td" || name === "th";
    if (isCell && node.previousElementSibling) out += "\t";
    else if (isBlock(node) && !isCell) line();
    for (const child of node.childNodes) walk(child);
    if (isBlock(node) && !isCell) line();
  };
  for (const node of nodes) walk(node);
  return out.replace(/\n+$/, "");
}

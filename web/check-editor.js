// The rich editor: what comes in is made inert, what goes out bears the draft's own attributes.

import { clean, dressImage, isBlock } from "./check-clean.js";
import { pathTo, pointAt } from "./check-history.js";
import { clipboardHTML, plainText } from "./check-written.js";

export class RichEditor {
  /**
   * @param {HTMLElement} element
   * @param {object} options
   * @param {(alt: string) => string} options.imageLabel
   * @param {() => void} options.onBefore before each change that a script makes
   * @param {(kind: string) => void} options.onInput after each change by the writer
   * @param {() => void} options.onCompose while an input method is at work; `onInput` follows
   * @param {(missed: number, isCut: boolean) => void} options.onPaste
   */
  constructor(element, options) {
    this.element = element;
    this.options = options;
    document.execCommand("defaultParagraphSeparator", false, "p");
    this.#keepParagraph();
    element.addEventListener("input", (event) => {
      if (event.isComposing) options.onCompose();
      else this.#changed(event.inputType);
    });
    element.addEventListener("compositionend", () => this.#changed("insertText"));
    element.addEventListener("beforeinput", (event) => {
      // Whatever way a paste comes, it comes through `insert`.
      if (/^insertFrom(Paste|Drop|Yank)/.test(event.inputType)) event.preventDefault();
    });
    element.addEventListener("paste", (event) => this.#paste(event));
    element.addEventListener("copy", (event) => this.#copy(event));
    element.addEventListener("cut", (event) => {
      this.#copy(event);
      document.execCommand("delete");
    });
    element.addEventListener("dragstart", (event) => event.preventDefault());
  }

  get isEmpty() {
    return !/\S/.test(this.element.textContent) && !this.element.querySelector("img");
  }

  get nodes() {
    return [...this.element.childNodes];
  }

  get html() {
    return clipboardHTML(this.nodes);
  }

  get text() {
    return plainText(this.nodes, isBlock);
  }

  /** Takes the place of everything. */
  set(html) {
    const { nodes, missed, isCut } = clean(html, this.options.imageLabel);
    this.element.replaceChildren(...nodes);
    this.#keepParagraph();
    this.options.onPaste(missed, isCut);
  }

  setAttribute(element, name, value) {
    element.setAttribute(name, value);
    if (element.localName === "img") dressImage(element, this.options.imageLabel);
  }

  // For undoing

  take() {
    const content = document.createDocumentFragment();
    for (const node of this.element.childNodes) content.append(node.cloneNode(true));
    const selection = getSelection();
    const isInside = selection.anchorNode && this.element.contains(selection.anchorNode);
    const caret = isInside ? pathTo(this.element, selection.focusNode, selection.focusOffset) : null;
    return { content, caret };
  }

  put({ content, caret }, takesFocus) {
    this.element.replaceChildren(content.cloneNode(true));
    this.#keepParagraph();
    if (!takesFocus) return;
    this.element.focus({ preventScroll: true });
    if (caret) getSelection().collapse(...pointAt(this.element, caret));
  }

  // Changes by the writer

  #changed(inputType) {
    for (const styled of this.element.querySelectorAll("[style]")) {
      // Joining paragraphs, browsers write down how the text looked.
      styled.removeAttribute("style");
      if (styled.attributes.length === 0 && ["span", "font"].includes(styled.localName)) {
        styled.replaceWith(...styled.childNodes);
      }
    }
    this.#keepParagraph();
    this.options.onInput(inputType === "insertText" ? "typing" : inputType);
  }

  /** An empty editor holds a paragraph, so that what is typed stands in one. */
  #keepParagraph() {
    const only = this.element.firstChild;
    if (only && !(this.element.childNodes.length === 1 && only.localName === "br")) return;
    const paragraph = document.createElement("p");
    paragraph.append(document.createElement("br"));
    this.element.replaceChildren(paragraph);
    if (document.activeElement === this.element) getSelection().collapse(paragraph, 0);
  }

  #paste(event) {
    const html = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain");
    if (!html && !text) return;
    event.preventDefault();
    event.stopPropagation();
    this.insert(html || paragraphs(text));
  }

  #copy(event) {
    const selection = getSelection();
    if (selection.isCollapsed) return;
    event.preventDefault();
    const nodes = [...selection.getRangeAt(0).cloneContents().childNodes];
    event.clipboardData.setData("text/html", clipboardHTML(nodes));
    event.clipboardData.setData("text/plain", plainText(nodes, isBlock));
  }

  /** Puts HTML in the place of what is selected. */
  insert(html) {
    const { nodes, missed, isCut } = clean(html, this.options.imageLabel);
    this.options.onBefore();
    this.element.focus({ preventScroll: true });
    const selection = getSelection();
    if (!selection.isCollapsed) document.execCommand("delete");
    this.#keepParagraph();
    if (nodes.length > 0) this.#insert(nodes, selection);
    this.options.onInput("paste");
    this.options.onPaste(missed, isCut);
  }

  #insert(nodes, selection) {
    let range = selection.rangeCount ? selection.getRangeAt(0) : null;
    if (!range || !this.element.contains(range.startContainer)) {
      range = document.createRange();
      range.selectNodeContents(this.element.lastChild);
      range.collapse(false);
    }
    const last = nodes.at(-1);
    if (nodes.some(isBlock)) this.#insertBlocks(nodes, range);
    else for (const node of [...nodes].reverse()) range.insertNode(node);
    this.#dropEmptyLine(last);
    const end = document.createRange();
    end.selectNodeContents(isBlock(last) ? last : last.parentNode);
    if (!isBlock(last)) end.setEndAfter(last);
    end.collapse(false);
    selection.removeAllRanges();
    selection.addRange(end);
  }

  /** Between the blocks at the caret, the one there cut in two. */
  #insertBlocks(nodes, range) {
    const start = range.startContainer;
    const from = start.nodeType === Node.ELEMENT_NODE ? start : start.parentElement;
    const cell = from.closest("td, th");
    const root = cell && this.element.contains(cell) ? cell : this.element;
    let block = start;
    while (block !== root && block.parentNode !== root) block = block.parentNode;
    if (block === root) {
      const behind = root.childNodes[range.startOffset] ?? null;
      for (const node of nodes) root.insertBefore(node, behind);
      return;
    }
    const rest = document.createRange();
    rest.setStart(range.startContainer, range.startOffset);
    rest.setEndAfter(block);
    const tail = rest.extractContents();
    block.after(...nodes, tail);
    const behind = nodes.at(-1).nextSibling;
    for (const half of [block, behind]) {
      if (half && !/[^\s\u200b]/.test(half.textContent) && !half.querySelector?.("img, hr")) half.remove();
    }
  }

  /** The line break that kept an empty paragraph open. */
  #dropEmptyLine(last) {
    const next = last.nextSibling;
    if (!isBlock(last) && next?.localName === "br" && !next.nextSibling) next.remove();
  }
}

/** Plain text as paragraphs; a single line stays a line. */
export function paragraphs(text) {
  const escape = (line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const lines = text.split(/\r\n?|\n/);
  if (lines.length === 1) return escape(lines[0]);
  return lines.filter((line) => /\S/.test(line)).map((line) => `<p>${escape(line)}</p>`).join("");
}

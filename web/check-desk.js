// What is being written: the title, the rich text or the Markdown, how it came in, how it goes out, and what it was.

import { RichEditor, paragraphs } from "./check-editor.js";
import { Field } from "./check-field.js";
import { FileProblem, partsOfPage, readDraft } from "./check-file.js";
import { Fixer } from "./check-fix.js";
import { History } from "./check-history.js";
import { writeMarkdown, writeRich } from "./check-written.js";

export class Desk {
  /**
   * @param {HTMLElement} page
   * @param {object} options
   * @param {import("./check-words.js").Words} options.words
   * @param {(isAtOnce: boolean) => void} options.onChange after each change; not at once while one types
   * @param {() => void} options.onCompose while an input method is at work; `onChange` follows
   * @param {(text: string, isProblem?: boolean) => void} options.onSay
   */
  constructor(page, options) {
    this.page = page;
    this.options = options;
    const { words, onCompose } = options;
    const onInput = (kind) => this.#changed(kind);
    this.title = new Field(page.querySelector("#check-title"), { isLine: true, onInput, onCompose });
    this.markdown = new Field(page.querySelector("#check-markdown"), { onInput, onCompose });
    this.editor = new RichEditor(page.querySelector("#check-rich"), {
      imageLabel: (alt) => (alt ? words.get("image-alt", { alt }) : words.get("image")),
      onBefore: () => this.history.settle(),
      onInput,
      onCompose,
      onPaste: (missed, isCut) => this.#sayMissed(missed, isCut),
    });
    this.paper = page.querySelector(".sheet");
    this.paper.addEventListener("beforeinput", (event) => this.#before(event));
    this.fixer = new Fixer(this);
    this.mode = "rich";
    this.history = new History(() => this.#take(), (state) => this.#put(state));
  }

  get isMarkdown() {
    return this.mode === "markdown";
  }

  get isEmpty() {
    return this.isMarkdown ? !/\S/.test(this.markdown.value) : this.editor.isEmpty && !/\S/.test(this.title.value);
  }

  /** Whether nothing hides what an empty sheet says. */
  get isBlank() {
    return this.isMarkdown ? this.markdown.value === "" : this.editor.isEmpty;
  }

  get mode() {
    return this.page.dataset.mode;
  }

  set mode(mode) {
    this.page.dataset.mode = mode;
    for (const part of this.page.querySelectorAll("[data-of-mode]")) part.hidden = part.dataset.ofMode !== mode;
    this.page.querySelector(`input[name=mode][value=${mode}]`).checked = true;
  }

  /** As it is to be judged. */
  get written() {
    return this.isMarkdown ? writeMarkdown(this.markdown) : writeRich(this.title, this.editor.element);
  }

  get type() {
    return this.isMarkdown ? "text/markdown" : "text/html";
  }

  /** By the name of what a place is in. */
  get areas() {
    return { title: this.title.area, markdown: this.markdown.area };
  }

  /** The text and the offset where the caret is; null where it is elsewhere. */
  get caret() {
    const field = [this.title, this.markdown].find((one) => one.area === document.activeElement);
    if (field) return [field.node, field.area.selectionStart];
    const { focusNode, focusOffset } = getSelection();
    return focusNode && this.editor.element.contains(focusNode) ? [focusNode, focusOffset] : null;
  }

  switchTo(mode) {
    this.history.settle();
    this.mode = mode;
    this.#changed("mode");
  }

  /** Takes the place of what there was; the return value takes that back. */
  clear() {
    const before = this.history.mark;
    this.#load({ mode: this.mode, text: "" });
    return () => this.undo({ to: before });
  }

  sample() {
    const find = (id) => this.page.querySelector(id).content;
    if (this.isMarkdown) return this.#load({ mode: "markdown", text: find("#check-sample-markdown").textContent.trim() });
    const holder = document.createElement("div");
    holder.append(find("#check-sample").cloneNode(true));
    const title = holder.querySelector("h1");
    title.remove();
    return this.#load({ mode: "rich", title: title.textContent, text: holder.innerHTML });
  }

  async open(file) {
    const { words, onSay } = this.options;
    try {
      const { kind, text, name, encoding } = await readDraft(file);
      if (kind === "markdown") this.#load({ mode: "markdown", text });
      else if (kind === "text") this.#load({ mode: "rich", text: paragraphs(`${text}\n`) });
      else this.#load({ mode: "rich", ...partsOfPage(text) });
      onSay(words.get("file-opened", { name, encoding }));
    } catch (problem) {
      onSay(words.get(problem instanceof FileProblem ? problem.key : "file-unread", { name: file.name }), true);
    }
  }

  /**
   * Makes the fixes of findings of what was judged.
   * @returns `{ count, undo }`; null where the text must be judged anew first
   */
  fix(findings, judged) {
    const before = this.history.mark;
    const count = this.fixer.apply(findings, judged);
    if (count === null) return null;
    this.#changed("fix");
    return { count, undo: () => this.undo({ to: before }) };
  }

  undo({ to = null, isRedo = false } = {}) {
    const isDone = to ? this.history.undoTo(to) : isRedo ? this.history.redo() : this.history.undo();
    if (isDone) this.options.onChange(true);
  }

  // Changes

  #changed(kind) {
    this.history.note(kind);
    this.options.onChange(["mode", "load", "fix"].includes(kind));
  }

  #before(event) {
    if (event.inputType.startsWith("history")) {
      event.preventDefault();
      this.undo({ isRedo: event.inputType === "historyRedo" });
    } else if (!["insertText", "insertCompositionText"].includes(event.inputType)) {
      this.history.settle();
    }
  }

  #load({ mode, title = "", text }) {
    this.history.settle();
    this.mode = mode;
    if (mode === "markdown") this.markdown.value = text;
    else {
      this.title.value = title;
      this.editor.set(text);
    }
    this.#changed("load");
  }

  #sayMissed(missed, isCut) {
    const { words, onSay } = this.options;
    if (isCut) onSay(words.get("paste-cut"));
    else if (missed > 0) onSay(words.get("paste-missed", { count: missed }));
  }

  // What it was

  #take() {
    const active = document.activeElement;
    const area = Object.values(this.areas).find((one) => one === active);
    return {
      mode: this.mode,
      title: this.title.value,
      markdown: this.markdown.value,
      rich: this.editor.take(),
      active: area?.id ?? (active === this.editor.element ? active.id : null),
      caret: area?.selectionEnd ?? 0,
    };
  }

  #put(state) {
    this.mode = state.mode;
    this.title.value = state.title;
    this.markdown.value = state.markdown;
    const takesFocus = this.paper.contains(document.activeElement);
    this.editor.put(state.rich, takesFocus && state.active === this.editor.element.id);
    const area = takesFocus && Object.values(this.areas).find((one) => one.id === state.active);
    if (!area) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(state.caret, state.caret);
  }
}

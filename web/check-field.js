// A text area with a mirror behind it: the mirror gives it its height and holds the text node that marks are drawn on.

export class Field {
  /** The mirror's text, kept equal to the area's; ranges over it stay where they were while one types. */
  node = document.createTextNode("");

  /**
   * @param {HTMLTextAreaElement} area its parent element has a `.mirror` beside it
   * @param {{ isLine?: boolean, onInput: (kind: string) => void, onCompose: () => void }} options
   */
  constructor(area, { isLine = false, onInput, onCompose }) {
    this.area = area;
    this.isLine = isLine;
    const mirror = area.parentElement.querySelector(".mirror");
    mirror.replaceChildren(this.node, document.createTextNode("\u200b"));
    this.sync();
    area.addEventListener("input", (event) => {
      this.sync();
      if (event.isComposing) onCompose();
      else onInput(event.inputType === "insertText" ? "typing" : event.inputType ?? "input");
    });
    area.addEventListener("compositionend", () => {
      this.sync();
      onInput("typing");
    });
    if (isLine) {
      area.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && !event.isComposing) event.preventDefault();
      });
    }
  }

  get value() {
    return this.area.value;
  }

  set value(text) {
    this.area.value = text;
    this.sync();
  }

  /** Replaces a part by UTF-16 offsets. */
  replace(start, end, text) {
    this.area.setRangeText(text, start, end, "end");
    this.sync();
  }

  /** Brings the mirror up to date by the one stretch that differs. */
  sync() {
    if (this.isLine && /[\r\n]/.test(this.area.value)) {
      this.area.value = this.area.value.replace(/[\r\n]+/g, " ");
    }
    const [old, now] = [this.node.data, this.area.value];
    if (old === now) return;
    const shorter = Math.min(old.length, now.length);
    let head = 0;
    while (head < shorter && old.charCodeAt(head) === now.charCodeAt(head)) head += 1;
    let tail = 0;
    while (
      tail < shorter - head &&
      old.charCodeAt(old.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)
    ) {
      tail += 1;
    }
    this.node.replaceData(head, old.length - head - tail, now.slice(head, now.length - tail));
  }
}

// Undo and redo over all that can be edited, so that a correction of ten places, a paste and a typed word each are one
// step. The browser's own undo knows nothing of changes that a script makes.

const pause = 900;
const maximumSteps = 100;

export class History {
  #states;
  #index = 0;
  #isTyping = false;
  #timer = 0;

  /**
   * @param {() => object} take what there is now
   * @param {(state: object) => void} put makes it so again
   */
  constructor(take, put) {
    this.take = take;
    this.put = put;
    this.#states = [take()];
  }

  /** After each change, `settle` having been called before; typing without a pause is one step. */
  note(kind) {
    clearTimeout(this.#timer);
    this.#isTyping = kind === "typing";
    if (!this.#isTyping) {
      this.#push();
      return;
    }
    this.#timer = setTimeout(() => this.#endTyping(), pause);
  }

  /** Before each change but typing: what was typed up to now is a step of its own. */
  settle() {
    this.#endTyping();
  }

  /** What there is now, to come back to with `undoTo`. */
  get mark() {
    this.#endTyping();
    return this.#states[this.#index];
  }

  undo() {
    this.#endTyping();
    if (this.#index === 0) return false;
    this.#index -= 1;
    this.put(this.#states[this.#index]);
    return true;
  }

  undoTo(mark) {
    this.#endTyping();
    const index = this.#states.indexOf(mark);
    if (index < 0 || index >= this.#index) return false;
    this.#index = index;
    this.put(mark);
    return true;
  }

  redo() {
    this.#endTyping();
    if (this.#index + 1 >= this.#states.length) return false;
    this.#index += 1;
    this.put(this.#states[this.#index]);
    return true;
  }

  #endTyping() {
    clearTimeout(this.#timer);
    if (!this.#isTyping) return;
    this.#isTyping = false;
    this.#push();
  }

  #push() {
    this.#states.length = this.#index + 1;
    this.#states.push(this.take());
    if (this.#states.length > maximumSteps) this.#states.shift();
    this.#index = this.#states.length - 1;
  }
}

/** A point in a tree as the way to it from the root. */
export function pathTo(root, node, offset) {
  const path = [offset];
  for (let at = node; at !== root; at = at.parentNode) {
    if (!at?.parentNode) return null;
    path.unshift([...at.parentNode.childNodes].indexOf(at));
  }
  return path;
}

export function pointAt(root, path) {
  let node = root;
  for (const index of path.slice(0, -1)) {
    const child = node.childNodes[index];
    if (!child) return [node, node.childNodes.length];
    node = child;
  }
  const length = node.nodeType === Node.TEXT_NODE ? node.data.length : node.childNodes.length;
  return [node, Math.min(path.at(-1), length)];
}

// Makes the edits of fixes in the text that is being edited.

import { splice } from "./check-written.js";

export class Fixer {
  /** @param {{ title: object, markdown: object, editor: object }} parts */
  constructor(parts) {
    this.parts = parts;
  }

  /**
   * Makes the fixes of findings, leaving out those that others overlap.
   * @returns how many were made; null where the text has changed so that it must be judged first
   */
  apply(findings, judged) {
    const chosen = withoutOverlaps(findings);
    const edits = chosen.flatMap((finding) => finding.edits);
    const isLive = edits.every(isUnchanged);
    if (isLive) this.#edit(edits);
    else if (judged) this.#rewrite(judged, edits);
    else return null;
    return chosen.length;
  }

  #edit(edits) {
    for (const edit of [...edits].sort((one, other) => other.start - one.start)) {
      if (edit.range) this.#replace(edit);
      else this.#setAttribute(edit);
    }
  }

  #replace({ range, owner, text }) {
    const { startContainer: node, startOffset: start, endOffset: end } = range;
    const field = { title: this.parts.title, markdown: this.parts.markdown }[owner];
    if (field) return field.replace(start, end, text);
    node.replaceData(start, end - start, text);
    const block = node.parentElement.closest("p, li, td, th");
    if (block && block.textContent === "" && !block.querySelector("br, img")) {
      block.append(document.createElement("br"));
    }
  }

  #setAttribute({ element, name, from, to, text }) {
    const value = element.getAttribute(name);
    this.parts.editor.setAttribute(element, name, value.slice(0, from) + text + value.slice(to));
  }

  /** An edit across tags: the whole text is read again with the edits made. */
  #rewrite(judged, edits) {
    const isOfBody = (edit) => edit.start >= judged.bodyStart;
    this.#edit(edits.filter((edit) => !isOfBody(edit) && edit.range));
    this.parts.editor.set(splice(judged, edits.filter(isOfBody)));
  }
}

/** Whether the place of an edit can be edited alone and is as it was when it was judged. */
function isUnchanged(edit) {
  if (edit.range) return edit.range.toString() === edit.was && edit.range.startContainer === edit.range.endContainer;
  return Boolean(edit.element) && edit.element.getAttribute(edit.name) === edit.was;
}

function withoutOverlaps(findings) {
  const kept = [];
  const taken = [];
  for (const finding of findings) {
    if (finding.edits.length === 0) continue;
    const isFree = finding.edits.every((edit) => taken.every((other) => !touches(edit, other)));
    if (!isFree) continue;
    kept.push(finding);
    taken.push(...finding.edits);
  }
  return kept;
}

const touches = (one, other) =>
  one.start < other.end && other.start < one.end || one.start === other.start;

// Where bytes of the written text stand in the editor, and how edits of bytes are made there.

import { attributeEscapes, embedded, width } from "./check-written.js";

/** The first piece that ends behind a byte. */
function firstBehind(pieces, byte) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle].end > byte) high = middle;
    else low = middle + 1;
  }
  return low;
}

function unitsIn(piece, byte) {
  const inside = Math.min(Math.max(byte, piece.start), piece.end) - piece.start;
  piece.steps ??= stepsOf(piece.node.data, piece.escapes);
  const step = piece.steps[firstAbove(piece.steps, inside) - 1];
  return unitsBefore(inside, piece.node.data, piece.escapes, step);
}

/** Places in a long text, that not each is counted from its start: bytes and units. */
function stepsOf(text, escapes) {
  const steps = [[0, 0]];
  let [bytes, units] = [0, 0];
  for (const character of text) {
    bytes += escapes[character]?.length ?? width(character.codePointAt(0));
    units += character.length;
    if (units - steps.at(-1)[1] >= 512) steps.push([bytes, units]);
  }
  return steps;
}

function firstAbove(steps, byte) {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle][0] > byte) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where bytes of the written text stand: `{ range, owner }` or `{ element }`; null for the draft as a whole. */
export function placeOf(written, start, end) {
  if (start === end) return pointOf(written, start);
  const index = firstBehind(written.pieces, start);
  const first = written.pieces[index];
  if (first && first.start < end) {
    let last = first;
    for (let next = index + 1; next < written.pieces.length && written.pieces[next].start < end; next += 1) {
      if (written.pieces[next].owner !== first.owner) break;
      last = written.pieces[next];
    }
    const range = document.createRange();
    range.setStart(first.node, unitsIn(first, start));
    range.setEnd(last.node, unitsIn(last, end));
    if (!range.collapsed) return { range, owner: first.owner };
  }
  const picture = written.pictures.find((one) => one.start < end && start < one.end);
  if (picture) return { element: picture.element, owner: "rich" };
  const attribute = written.attributes.find((one) => one.start <= start && end <= one.end);
  return attribute ? { element: attribute.element, owner: "rich" } : null;
}

/** An empty range is shown as the character before it. */
function pointOf(written, byte) {
  if (byte === 0) return null;
  const piece = written.pieces.find((one) => one.start < byte && byte <= one.end)
    ?? written.pieces.find((one) => one.start === byte);
  if (!piece) return null;
  const at = unitsIn(piece, byte);
  const range = document.createRange();
  const before = [...piece.node.data.slice(0, at)].at(-1)?.length ?? 0;
  range.setStart(piece.node, at - before);
  range.setEnd(piece.node, before ? at : Math.min(1, piece.node.data.length));
  return range.collapsed ? null : { range, owner: piece.owner };
}

/**
 * An edit of bytes as one of the editor: of a text (`range`), of an attribute (`element`, `name`, `from`, `to`), or
 * neither, when the text has to be read anew.
 */
export function editOf(written, { start, end, text }) {
  const edit = { start, end, text, was: null };
  if (/[<&]/.test(text) && written.pieces[0]?.owner !== "markdown") return edit;
  const piece = written.pieces.find((one) => one.start <= start && end <= one.end);
  if (piece) {
    const range = document.createRange();
    range.setStart(piece.node, unitsIn(piece, start));
    range.setEnd(piece.node, unitsIn(piece, end));
    return { ...edit, range, owner: piece.owner, was: range.toString() };
  }
  const attribute = written.attributes.find((one) => one.start <= start && end <= one.end);
  const value = attribute?.element.getAttribute(attribute.name);
  if (!attribute || embedded.test(value)) return edit;
  const [from, to] = [start, end].map((byte) => unitsBefore(byte - attribute.start, value, attributeEscapes));
  return { ...edit, element: attribute.element, name: attribute.name, from, to, was: value };
}

// Counting

/**
 * How many UTF-16 units of a text lie before a byte of its written form; the nearest that is not behind it.
 * `from` is a place before it that is known: its byte and its unit.
 */
function unitsBefore(byte, text, escapes, from = [0, 0]) {
  let [bytes, units] = from;
  for (const character of units ? text.slice(units, units + byte - bytes + 1) : text) {
    const size = escapes[character]?.length ?? width(character.codePointAt(0));
    if (bytes + size > byte) break;
    bytes += size;
    units += character.length;
  }
  return units;
}

// Draws findings on the text. Where the browser cannot highlight ranges, the list and the selection have to do.

const severities = ["error", "warning", "suggestion"];
const canHighlight = typeof Highlight === "function" && "highlights" in CSS;

export class Marks {
  #elements = [];
  #current = [];

  constructor() {
    if (!canHighlight) return;
    severities.forEach((severity, index) => {
      const highlight = new Highlight();
      highlight.priority = severities.length - index;
      CSS.highlights.set(severity, highlight);
    });
    CSS.highlights.set("current", new Highlight());
    CSS.highlights.get("current").priority = 9;
  }

  /** Of all findings, in place of those before. */
  show(findings) {
    this.clear();
    for (const { place, severity } of findings) {
      if (place?.range && canHighlight) CSS.highlights.get(severity).add(place.range);
      if (place?.element) {
        place.element.classList.add("is-marked", severity);
        this.#elements.push(place.element);
      }
    }
  }

  clear() {
    for (const element of this.#elements) element.removeAttribute("class");
    this.#elements = [];
    if (canHighlight) for (const severity of severities) CSS.highlights.get(severity).clear();
    this.select(null);
  }

  /** The one that is looked at. */
  select(finding) {
    for (const element of this.#current) element.classList.remove("is-current");
    this.#current = [];
    if (canHighlight) CSS.highlights.get("current").clear();
    const place = finding?.place;
    if (place?.range && canHighlight) CSS.highlights.get("current").add(place.range);
    if (place?.element) {
      place.element.classList.add("is-current");
      this.#current.push(place.element);
    }
  }

  /** Brings a place into view; without highlights it is selected. */
  reveal({ place }, areas) {
    if (!place) return;
    const box = (place.range ?? place.element).getBoundingClientRect();
    const top = visibleTop();
    const bottom = visibleBottom();
    if (box.top < top + 24 || box.bottom > bottom - 24) {
      const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const by = box.top - (top + (bottom - top) / 3);
      scrollBy({ top: by, behavior: isCalm ? "instant" : "smooth" });
    }
    if (canHighlight || !place.range) return;
    const area = areas[place.owner];
    if (area) area.setSelectionRange(place.range.startOffset, place.range.endOffset);
    else getSelection().setBaseAndExtent(
      place.range.startContainer, place.range.startOffset, place.range.endContainer, place.range.endOffset,
    );
  }
}

const visibleTop = () => document.querySelector("[data-sticky-top]")?.getBoundingClientRect().bottom ?? 0;

function visibleBottom() {
  const sheet = document.querySelector(".finding.is-open");
  const isSheet = sheet && getComputedStyle(sheet).position === "fixed";
  return isSheet ? sheet.getBoundingClientRect().top : innerHeight;
}

/** The innermost finding at a point; a caret behind the last character is at it. */
export function findingAt(findings, node, offset) {
  let best = null;
  for (const finding of findings) {
    const { range, element } = finding.place ?? {};
    const isHere = range ? isIn(range, node, offset) : element === node;
    if (isHere && (!best || sizeOf(finding) < sizeOf(best))) best = finding;
  }
  return best;
}

function isIn(range, node, offset) {
  try {
    return range.comparePoint(node, offset) === 0;
  } catch {
    return false;
  }
}

const sizeOf = ({ place }) => (place.range ? place.range.toString().length : 1);

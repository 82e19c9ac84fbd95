// Makes pasted or opened HTML inert.
//
// What the editor holds has elements of an allow-list only, and their attributes as `data-keep-NAME`: nothing there
// loads, links, runs or styles, and what is written out of it (check-written.js) has the draft's own attributes again.

const names = (list) => new Set(list.split(/\s+/));

const keptElements = names(
  `p h1 h2 h3 h4 h5 h6 b strong i em u s del ins sub sup small mark br hr ul ol li dl dt dd blockquote pre code
   table caption thead tbody tfoot tr td th a img figure figcaption section div span ruby rt rp`,
);
/** Elements that go with all they hold. */
const droppedElements = names(
  `script style head meta link title base template noscript iframe frame frameset object embed applet audio video
   source track canvas svg math form input button select textarea option map area dialog portal nav xml`,
);
/** Among them those that a reader would have seen. */
const missedElements = names("iframe object embed audio video canvas svg math");
/** Elements that would be landmarks of the page, or are out of use, and what stands for them. */
const shownAs = {
  article: "div", main: "div", header: "div", footer: "div", aside: "div", address: "div", center: "div",
  font: "span", strike: "s", big: "span", tt: "code",
};
const blockElements = names(
  `p h1 h2 h3 h4 h5 h6 hr ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr td th figure
   figcaption section div`,
);

const keptAttributes = names(
  `id class title lang hidden aria-hidden role href src data-src data-original alt width height data-w
   data-ratio data-type colspan rowspan start leaf textstyle`,
);
const keptStyles = names(
  `color background-color background background-image background-size background-position background-repeat font-size font-weight font-style font-family font-variant text-align text-indent
   text-decoration text-shadow line-height letter-spacing white-space word-break margin margin-top margin-right
   margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left border border-top
   border-right border-bottom border-left border-width border-style border-color border-radius border-collapse
   box-shadow box-sizing display visibility opacity overflow width height max-width min-width vertical-align float
   list-style list-style-type left top transform`,
);
const keptOfficeStyles = names("color background-color font-weight font-style text-align text-decoration display");

const maximumDepth = 200;
const maximumNodes = 60_000;
const rasterImage = /^data:image\/(png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]+$/i;

export const isBlock = (node) => node.nodeType === Node.ELEMENT_NODE && blockElements.has(node.localName);

/**
 * The inert nodes of some HTML, and how many parts a reader would miss (videos, cards).
 * @param {string} html
 * @param {(alt: string) => string} imageLabel what stands in the place of a picture
 */
export function clean(html, imageLabel) {
  const page = parsed(html);
  const cleaner = new Cleaner(isOffice(html), imageLabel);
  if (cleaner.isOffice) mendOffice(page);
  const root = document.createElement("div");
  cleaner.copy(page.body, root, 0);
  collapseSpace(root);
  for (const run of root.querySelectorAll("[data-spaces]")) {
    run.textContent = run.textContent.replaceAll("\u00a0", " ");
    run.removeAttribute("data-spaces");
  }
  prune(root);
  if (cleaner.isOffice) for (const line of root.querySelectorAll("p:has(> br:only-child)")) dropBlankLine(line);
  wrapInline(root);
  return { nodes: [...root.childNodes], missed: cleaner.missed, isCut: cleaner.nodes >= maximumNodes };
}

/**
 * A page of its own that nobody sees: nothing in it loads or runs.
 * Its `style` attributes are `data-style`, lest the browser complain of each under the page's policy.
 */
export function parsed(html) {
  const calm = html
    .replace(/<style[\s>][\s\S]*?<\/style\s*>/gi, "")
    .replace(/(<[a-z][^<>]*?[\s"'])style(?=\s*=)/gi, "$1data-style");
  return new DOMParser().parseFromString(calm, "text/html");
}

const styleOf = (node) => node.getAttribute("data-style") ?? node.getAttribute("style") ?? "";

/** A picture's element shows what it may: itself where it came along, else its text. */
export function dressImage(image, imageLabel) {
  const source = image.getAttribute("data-keep-src") ?? "";
  if (rasterImage.test(source)) image.src = source;
  image.alt = imageLabel(image.getAttribute("data-keep-alt") ?? "");
}

function isOffice(html) {
  return /urn:schemas-microsoft-com:office|class="?Mso|[\s"';]mso-/i.test(html);
}

class Cleaner {
  missed = 0;
  nodes = 0;

  constructor(isOffice, imageLabel) {
    this.isOffice = isOffice;
    this.imageLabel = imageLabel;
  }

  copy(from, into, depth) {
    for (const node of from.childNodes) {
      if (++this.nodes > maximumNodes) return;
      if (node.nodeType === Node.TEXT_NODE) {
        into.append(node.data.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, ""));
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        this.copyElement(node, into, depth);
      }
    }
  }

  copyElement(node, into, depth) {
    const name = node.localName;
    if (droppedElements.has(name) || node.namespaceURI !== "http://www.w3.org/1999/xhtml") {
      if (missedElements.has(name)) this.missed += 1;
      return;
    }
    if (/^(mp-|mpvoice|mpvideo|qqmusic)/.test(name) && name !== "mp-style-type") this.missed += 1;
    const shown = shownAs[name] ?? name;
    if (!keptElements.has(shown) || depth > maximumDepth) {
      // Word's o:p holds a blank that nobody typed.
      if (name === "o:p" && node.textContent.trim() === "") return;
      this.copy(node, into, Math.min(depth + 1, maximumDepth + 1));
      return;
    }
    const copy = document.createElement(shown);
    if (shown !== name && name !== "font" && name !== "big") copy.setAttribute("data-tag", name);
    this.copyAttributes(node, copy);
    if (shown === "img") dressImage(copy, this.imageLabel);
    else this.copy(node, copy, depth + 1);
    into.append(copy);
  }

  copyAttributes(node, copy) {
    this.copyStyle(styleOf(node), copy);
    for (const { name, value } of node.attributes) {
      if (!keptAttributes.has(name)) continue;
      // Word says of each run in which language it was typed, which is seldom the language that it is in.
      if (this.isOffice && (name === "lang" || name === "class" || name === "id")) continue;
      if (value.length > 20_000 && !rasterImage.test(value)) continue;
      copy.setAttribute(`data-keep-${name}`, value);
      if (name === "colspan" || name === "rowspan") copy.setAttribute(name, value);
    }
  }

  copyStyle(value, copy) {
    if (/mso-spacerun\s*:\s*yes/i.test(value)) copy.setAttribute("data-spaces", "");
    const style = cleanStyle(value, this.isOffice ? keptOfficeStyles : keptStyles);
    if (style) copy.setAttribute("data-keep-style", style);
  }
}

function cleanStyle(value, kept) {
  const declarations = [];
  for (const declaration of value.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const set = declaration.slice(colon + 1).trim();
    if (!kept.has(name) || set === "" || set === "windowtext" || set.length > 500) continue;
    const isImage = /^background(-image)?$/.test(name) && /^[^(]*url\(\s*["']?https:\/\/[^\s"'()]+["']?\s*\)[^(]*$/i.test(set);
    if ((/url\(/i.test(set) && !isImage) || /expression\(|javascript:|[\\<>@{}]/i.test(set)) continue;
    declarations.push(`${name}: ${set}`);
  }
  return declarations.join("; ");
}

/** Word's titles and list items are paragraphs; bulleted items become lists, numbered ones stay as they read. */
function mendOffice(page) {
  for (const title of page.querySelectorAll("p.MsoTitle")) {
    const heading = page.createElement("h1");
    heading.append(...title.childNodes);
    title.replaceWith(heading);
  }
  for (const item of page.querySelectorAll("p")) {
    if (!/mso-list/i.test(styleOf(item))) continue;
    const marker = [...item.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(styleOf(span)));
    if (!marker) continue;
    const sign = marker.textContent.replace(/[\s\u00a0]+/g, "");
    marker.remove();
    if (/[\p{L}\p{N}]/u.test(sign) && !/^[a-zØü§·]$/i.test(sign)) {
      item.prepend(/[.)]$/.test(sign) ? `${sign} ` : sign);
      continue;
    }
    const previous = item.previousElementSibling;
    const list = previous?.localName === "ul" && previous.hasAttribute("data-bullets")
      ? previous
      : page.createElement("ul");
    if (list !== previous) {
      list.setAttribute("data-bullets", "");
      item.before(list);
    }
    const entry = page.createElement("li");
    entry.append(...item.childNodes);
    list.append(entry);
    item.remove();
  }
}

const isWide = (character) => /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef\u{20000}-\u{3ffff}]/u.test(character);

/** White space as a browser shows it, for the editor shows every blank; a line broken between Han is no blank. */
function collapseSpace(root) {
  let last = "";
  let pending = null;
  const border = () => {
    last = "";
    pending = null;
  };
  const read = (node) => {
    let out = "";
    for (const part of node.data.match(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g) ?? []) {
      if (/^[ \t\n\r\f]/.test(part)) {
        if (!pending) pending = { node, before: out, hasBreak: false };
        pending.hasBreak ||= /[\n\r]/.test(part);
        continue;
      }
      const first = String.fromCodePoint(part.codePointAt(0));
      const isBlank = pending && last && !(pending.hasBreak && isWide(last) && isWide(first));
      if (isBlank && pending.node === node) out += " ";
      else if (isBlank) pending.node.data += " ";
      pending = null;
      out += part;
      last = part.at(-1);
      if (/[\udc00-\udfff]/.test(last)) last = part.slice(-2);
    }
    node.data = out;
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return read(node);
    const name = node.localName;
    if (name === "br" || isBlock(node)) border();
    if (name === "img") last = "\ufffc";
    if (name === "pre") node.normalize();
    else for (const child of [...node.childNodes]) walk(child);
    if (isBlock(node)) border();
  };
  for (const child of [...root.childNodes]) walk(child);
}

/** Takes away empty texts and runs, and gives an empty block the line that a caret needs. */
function prune(root) {
  for (const node of [...root.querySelectorAll("*")].reverse()) {
    for (const child of [...node.childNodes]) {
      if (child.nodeType === Node.TEXT_NODE && child.data === "") child.remove();
    }
    if (node.firstChild || ["img", "br", "hr"].includes(node.localName)) continue;
    const isHidden = /display:\s*none/.test(node.getAttribute("data-keep-style") ?? "");
    if (isHidden || !isBlock(node) || ["section", "div", "ul", "ol"].includes(node.localName)) node.remove();
    else if (["p", "li", "td", "th"].includes(node.localName)) node.append(document.createElement("br"));
  }
  for (const child of [...root.childNodes]) {
    if (child.nodeType === Node.TEXT_NODE && child.data === "") child.remove();
  }
}

/** Word's writers set paragraphs apart by empty ones; the editor sets them apart anyway. */
function dropBlankLine(paragraph) {
  if (paragraph.textContent === "" && !paragraph.closest("td, th, li")) paragraph.remove();
}

/** Text beside blocks becomes paragraphs; text alone stays as it is, to be put into a line. */
function wrapInline(root) {
  if (![...root.childNodes].some((node) => isBlock(node))) return;
  let paragraph = null;
  for (const node of [...root.childNodes]) {
    if (isBlock(node)) {
      paragraph = null;
      continue;
    }
    if (!paragraph) {
      paragraph = document.createElement("p");
      node.before(paragraph);
    }
    paragraph.append(node);
  }
}

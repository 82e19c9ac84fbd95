// The list of findings beside the text.

const severities = ["error", "warning", "suggestion"];
const most = 400;

export class Panel {
  #cards = new Map();
  #why = new Map();

  /**
   * @param {HTMLElement} list
   * @param {object} options
   * @param {import("./check-words.js").Words} options.words
   * @param {string} options.rules the address that a rule's id is put behind
   * @param {(finding: object) => void} options.onOpen
   * @param {() => void} options.onClose
   * @param {(by: number) => void} options.onStep
   * @param {(findings: object[]) => void} options.onFix
   */
  constructor(list, options) {
    this.list = list;
    this.options = options;
    this.card = document.querySelector("#check-finding").content.firstElementChild;
    this.group = document.querySelector("#check-group").content.firstElementChild;
    list.addEventListener("click", (event) => this.#act(event));
  }

  /** All findings in the order of the list. */
  show(findings) {
    const focus = this.#focus();
    this.findings = findings;
    this.#cards.clear();
    const groups = severities.flatMap((severity) => {
      const own = findings.filter((finding) => finding.severity === severity);
      return own.length ? [this.#groupOf(severity, own)] : [];
    });
    this.list.replaceChildren(...groups);
    this.#restore(focus);
  }

  /** Shows all of one finding; null closes the one that was open. */
  open(finding, { isSheet = false } = {}) {
    for (const card of this.#cards.values()) {
      if (card.classList.contains("is-open")) this.#set(card, false);
    }
    const card = finding && this.#cards.get(finding.key);
    if (!card) return;
    this.#fill(card, finding);
    this.#set(card, true);
    card.classList.toggle("is-sheet", isSheet);
    this.#reveal(card);
    if (!isSheet && this.list.contains(document.activeElement)) {
      card.querySelector(".finding-open").focus({ preventScroll: true });
    }
  }

  focus(finding) {
    this.#cards.get(finding.key)?.querySelector(".finding-open").focus({ preventScroll: true });
  }

  #set(card, isOpen) {
    card.classList.toggle("is-open", isOpen);
    card.classList.remove("is-sheet");
    card.querySelector(".finding-more").hidden = !isOpen;
    card.querySelector(".finding-open").setAttribute("aria-expanded", String(isOpen));
  }

  /** Scrolls the list alone, where it has a bar of its own. */
  #reveal(card) {
    const scroller = this.list.closest("[data-scroller]");
    if (!scroller || scroller.scrollHeight <= scroller.clientHeight) return;
    const [outer, inner] = [scroller.getBoundingClientRect(), card.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      scroller.scrollTop += inner.top - outer.top - 48;
    }
  }

  #groupOf(severity, findings) {
    const group = this.group.cloneNode(true);
    const { words } = this.options;
    group.classList.add(severity);
    group.querySelector(".group-name").textContent = words.get(`group-${severity}`);
    group.querySelector(".group-count").textContent = String(findings.length);
    group.querySelector("use").setAttribute("href", `#icon-${severity}`);
    const cards = findings.slice(0, most).map((finding) => this.#cardOf(finding));
    group.querySelector("ol").replaceChildren(...cards);
    if (findings.length > most) {
      const rest = document.createElement("p");
      rest.className = "group-rest";
      rest.textContent = words.get("group-rest", { count: findings.length - most });
      group.append(rest);
    }
    return group;
  }

  #cardOf(finding) {
    const card = this.card.cloneNode(true);
    card.dataset.key = finding.key;
    card.classList.add(finding.severity);
    card.querySelector(".finding-message").textContent = finding.message;
    this.#quote(finding, card.querySelector(".finding-quote"));
    const escalation = card.querySelector(".finding-escalation");
    if (finding.escalation) escalation.textContent = this.options.words.get(`escalation-${finding.escalation}`);
    else escalation.remove();
    this.#offerFixes(card, finding);
    this.#cards.set(finding.key, card);
    return card;
  }

  /** The text that it is about, in its context. */
  #quote({ quote, place }, paragraph) {
    if (!quote) {
      if (place?.range) paragraph.remove();
      else paragraph.textContent = this.options.words.get(place ? "quote-image" : "quote-whole");
      return;
    }
    const mark = document.createElement("mark");
    mark.textContent = quote.text;
    paragraph.replaceChildren(quote.before, mark, quote.behind);
  }

  #offerFixes(card, finding) {
    const fix = card.querySelector("[data-part=fix]");
    const same = card.querySelector("[data-part=same]");
    const note = card.querySelector(".finding-note");
    const isSafe = finding.fix?.safety === "safe";
    if (!finding.fix) return card.querySelector(".finding-actions").remove();
    fix.textContent = finding.fix.title;
    fix.classList.toggle("primary", isSafe);
    if (isSafe) note.remove();
    const alike = isSafe ? this.#alike(finding) : [];
    if (alike.length > 1) same.textContent = this.options.words.get("fix-same", { count: alike.length });
    else same.remove();
  }

  #alike(finding) {
    return this.findings.filter((one) => one.rule === finding.rule && one.fix?.safety === "safe");
  }

  #fill(card, finding) {
    const basis = card.querySelector(".finding-basis");
    if (basis.childElementCount === 0) {
      for (const { title, clause } of finding.basis ?? []) {
        const item = document.createElement("li");
        item.textContent = clause ? `${title} ${clause}` : title;
        basis.append(item);
      }
    }
    card.querySelector(".finding-rule").textContent = finding.rule;
    this.#explain(finding.rule, card.querySelector(".finding-why"));
  }

  async #explain(rule, paragraph) {
    const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
    let why = this.#why.get(rule);
    if (why === undefined) {
      try {
        const answer = await fetch(this.options.rules + rule);
        why = answer.ok ? ((await answer.json()).why?.[language] ?? "") : "";
        this.#why.set(rule, why);
      } catch {
        why = "";
      }
    }
    paragraph.textContent = why;
    paragraph.hidden = why === "";
  }

  #act(event) {
    const card = event.target.closest(".finding");
    const part = event.target.closest("[data-part]")?.dataset.part;
    const finding = card && this.findings.find((one) => one.key === card.dataset.key);
    if (!finding) return;
    if (part === "fix") this.options.onFix([finding]);
    else if (part === "same") this.options.onFix(this.#alike(finding));
    else if (part === "close") this.options.onClose();
    else if (part === "previous") this.options.onStep(-1);
    else if (part === "next") this.options.onStep(1);
    else if (part === "open" && card.classList.contains("is-open")) this.options.onClose();
    else this.options.onOpen(finding);
  }

  // Where the keyboard is, over a new list

  #focus() {
    const card = document.activeElement?.closest?.(".finding");
    if (!card || !this.list.contains(card)) return null;
    return { key: card.dataset.key, index: [...this.#cards.keys()].indexOf(card.dataset.key) };
  }

  #restore(focus) {
    if (!focus) return;
    const cards = [...this.#cards.values()];
    const card = this.#cards.get(focus.key) ?? cards[Math.min(focus.index, cards.length - 1)];
    if (card) card.querySelector(".finding-open").focus({ preventScroll: true });
    else document.querySelector("#check-summary").focus({ preventScroll: true });
    if (card) this.#reveal(card);
  }
}

// Says how the draft stands, what has just been done, and what to do where the check fails.

const severities = ["error", "warning", "suggestion"];

export class Status {
  #timer = 0;
  #undo = null;

  constructor(words, { onRetry }) {
    this.words = words;
    this.summary = document.querySelector("#check-summary");
    this.hint = document.querySelector("#check-advice");
    this.counts = document.querySelector("#check-counts");
    this.failure = document.querySelector("#check-failure");
    this.toast = document.querySelector("#check-toast");
    this.teller = document.querySelector("#check-teller");
    this.panel = document.querySelector(".results");
    this.jump = document.querySelector("#check-jump");
    this.failure.querySelector("[data-act=retry]").addEventListener("click", onRetry);
    this.toast.querySelector("[data-act=undo]").addEventListener("click", () => {
      this.#hideToast();
      this.#undo?.();
    });
  }

  empty() {
    this.#state("empty");
    this.failure.hidden = true;
    this.#set(this.summary, "");
    this.#set(this.hint, "");
    this.jump.textContent = "";
  }

  wait() {
    this.panel.setAttribute("data-busy", "");
  }

  answer(report, findings) {
    this.failure.hidden = true;
    const isFrozen = findings.some((finding) => finding.escalation === "freeze");
    this.#state(report.error ? "incomplete" : isFrozen ? "frozen" : report.verdict);
    const counts = severities.map((severity) => findings.filter((one) => one.severity === severity).length);
    severities.forEach((severity, index) => {
      const tile = this.counts.querySelector(`.${severity}`);
      tile.querySelector("b").textContent = String(counts[index]);
      tile.classList.toggle("is-none", counts[index] === 0);
    });
    this.#set(this.summary, this.#sentence(report, findings, counts));
    this.#set(this.hint, this.#advice(report, isFrozen, counts));
    this.jump.textContent = findings.length ? this.#sentence(report, findings, counts) : "";
  }

  fail({ kind, detail = "", seconds = 0 }) {
    this.panel.removeAttribute("data-busy");
    this.failure.hidden = false;
    const text = this.words.get(`fail-${kind}`, { detail, seconds });
    const later = seconds > 0 ? this.words.get("fail-again", { seconds }) : "";
    this.#set(this.failure.querySelector("p"), `${text}${later ? " " : ""}${later}`);
    this.failure.querySelector("a").hidden = kind !== "sign-in";
  }

  /** To those who do not see what has moved. */
  tell(text) {
    this.teller.textContent = text;
  }

  /** Says something once. */
  say(text, isProblem = false) {
    this.#show(text, isProblem);
    this.#undo = null;
    this.toast.querySelector("button").hidden = true;
  }

  /** Says what was done and offers to take it back. */
  done(text, undo) {
    this.#show(text, false);
    this.#undo = undo;
    this.toast.querySelector("button").hidden = false;
  }

  #show(text, isProblem) {
    clearTimeout(this.#timer);
    this.toast.classList.toggle("is-problem", isProblem);
    this.toast.classList.add("is-shown");
    this.toast.querySelector("p").textContent = text;
    // Long enough to be read and reached; the keyboard's undo remains.
    this.#timer = setTimeout(() => this.#hideToast(), 20_000);
  }

  /** What was done is history as soon as something else is. */
  forget() {
    clearTimeout(this.#timer);
    this.#hideToast();
  }

  #hideToast() {
    if (this.toast.contains(document.activeElement)) this.summary.focus({ preventScroll: true });
    this.toast.classList.remove("is-shown");
    this.toast.querySelector("p").textContent = "";
  }

  #state(state) {
    this.panel.dataset.state = state;
    this.panel.removeAttribute("data-busy");
  }

  #sentence(report, findings, counts) {
    const { words } = this;
    if (report.error) return words.get("summary-incomplete", { message: report.error.message ?? "" });
    if (findings.length === 0) return words.get("summary-none");
    const parts = severities
      .map((severity, index) => counts[index] && words.get(`part-${severity}`, { count: counts[index] }))
      .filter(Boolean);
    return words.get("summary-found", { parts: parts.join(words.get("part-separator")) });
  }

  #advice(report, isFrozen, counts) {
    if (isFrozen) return this.words.get("hint-frozen");
    if (report.error) return this.words.get("hint-incomplete");
    const worst = severities.find((severity, index) => counts[index] > 0) ?? "none";
    const own = this.words.get(`hint-${worst}`);
    const suppressed = report.counts?.suppressed ?? 0;
    return suppressed ? `${own} ${this.words.get("hint-suppressed", { count: suppressed })}` : own;
  }

  #set(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }
}

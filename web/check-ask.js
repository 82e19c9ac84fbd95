// Asks the server to judge what is written: after a pause, one question at a time, old answers dropped.

const pause = 500;
const patience = 20_000;
const retries = [3_000, 8_000, 20_000];

export class Asker {
  #timer = 0;
  #number = 0;
  #controller = null;
  #failures = 0;

  /**
   * @param {object} options
   * @param {() => ({ url: string, headers: object, body: Uint8Array, draft: object } | null)} options.question
   *   null where there is nothing to ask
   * @param {() => void} options.onWait
   * @param {(report: object, draft: object) => void} options.onAnswer
   * @param {(failure: { kind: string, detail?: string, seconds?: number }) => void} options.onFailure
   */
  constructor(options) {
    this.options = options;
  }

  /** What is written has changed; any answer to come is of no use. */
  soon() {
    this.#stop();
    this.options.onWait();
    this.#timer = setTimeout(() => this.now(), pause);
  }

  /** Something is being changed; wait for `soon`. */
  hold() {
    this.#stop();
    this.options.onWait();
  }

  async now() {
    this.#stop();
    const number = this.#number;
    const question = this.options.question();
    if (!question) return;
    this.options.onWait();
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const limit = setTimeout(() => this.#controller?.abort("late"), patience);
    let failure;
    try {
      const answer = await fetch(question.url, {
        method: "POST",
        headers: question.headers,
        body: question.body,
        signal,
        cache: "no-store",
      });
      const report = await read(answer);
      if (number !== this.#number) return;
      if (answer.ok && report) {
        this.#failures = 0;
        this.options.onAnswer(report, question.draft);
        return;
      }
      failure = failureOf(answer, report);
    } catch {
      if (number !== this.#number) return;
      failure = { kind: signal.aborted ? "late" : "offline" };
    } finally {
      clearTimeout(limit);
    }
    this.#fail(failure);
  }

  /** What may pass by itself is tried again, ever more seldom. */
  #fail(failure) {
    const passes = ["offline", "late", "busy", "server"].includes(failure.kind);
    const wait = failure.seconds ? failure.seconds * 1000 : retries[this.#failures];
    this.#failures += 1;
    if (passes && wait) {
      this.#timer = setTimeout(() => this.now(), wait);
      this.options.onFailure({ ...failure, seconds: Math.ceil(wait / 1000) });
    } else {
      this.options.onFailure({ ...failure, seconds: 0 });
    }
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#controller?.abort();
    this.#controller = null;
    this.#number += 1;
  }
}

async function read(answer) {
  try {
    return await answer.json();
  } catch {
    return null;
  }
}

function failureOf(answer, problem) {
  const detail = typeof problem?.detail === "string" ? problem.detail : "";
  const seconds = Number(answer.headers.get("Retry-After")) || 0;
  switch (answer.status) {
    case 401:
      return { kind: "sign-in" };
    case 403:
      return { kind: "forbidden", detail };
    case 413:
      return { kind: "large" };
    case 429:
    case 503:
      return { kind: "busy", seconds: seconds || 5 };
    default:
      return { kind: answer.status >= 500 ? "server" : "refused", detail };
  }
}

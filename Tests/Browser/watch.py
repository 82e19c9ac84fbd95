"""Looks at pages while nothing but their escaping keeps an injection from running, and counts what they held."""

from visitor import Visitor

# What no text of a person may become part of.
SCAN = r"""() => {
  const found = [];
  const own = (address) => { try { return new URL(address, location.href).origin === location.origin; } catch { return false; } };
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      const tell = (what) => found.push(`${element.localName} ${what}`.slice(0, 160));
      if (/^(script|link)$/.test(element.localName) && !own(element.src || element.href)) { tell("from elsewhere"); }
      if (/^(base|object|embed|math|foreignobject|animate|set|portal|frameset|applet)$/i.test(element.localName)) { tell("is here"); }
      if (element.localName === "style" && /canary/.test(element.textContent)) { tell("of an injection"); }
      if (element.localName === "meta" && element.httpEquiv) { tell(element.httpEquiv); }
      for (const { name, value } of element.attributes) {
        if (/^on|^srcdoc$|^style$/i.test(name) && !element.isOurs) { tell(`${name}=${value}`); }
        if (/^(href|xlink:href|src|action|formaction|data|to|background|poster|srcset|ping|cite)$/i.test(name)) {
          const address = value.replace(/[\0-\x20]/g, "");
          if (/^(java|vb|live)script:|^data:(?!image\/(png|jpeg|gif|webp);)/i.test(address)) { tell(`${name}=${value}`); }
          if (name !== "href" && /canary/.test(value)) { tell(`${name}=${value}`); }
        }
      }
      if (element.shadowRoot) { look(element.shadowRoot); }
    }
  };
  look(document);
  for (const frame of document.querySelectorAll("iframe")) {
    try { if (frame.contentDocument) { look(frame.contentDocument); } } catch { /* of another origin by its sandbox */ }
  }
  return found;
}"""


# The statuses of pages, which stand in frames afterwards.
FRAMES = r"""async (paths) => {
  document.querySelectorAll("iframe").forEach((frame) => frame.remove());
  return Promise.all(paths.map(async (path) => {
    const answer = await fetch(path, { headers: { Accept: "text/html" } });
    const frame = document.createElement("iframe");
    const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
    // Nobody looks at them: they are parsed and run, and not laid out.
    frame.isOurs = frame.hidden = true;
    frame.srcdoc = await answer.text();
    document.body.append(frame);
    await loaded;
    return answer.status;
  }));
}"""


class Watch(Visitor):
    """Somebody who looks at pages while nothing but escaping holds injections back."""

    brings_axe = False

    def __init__(self, browser, gate, who=None, **more):
        # Images of the preview that are not there, and pages that refuse a question.
        super().__init__(browser, gate, who, expected=r"status of 4\d\d", **more)
        self.looked = 0
        self.context.expose_binding("__xss", lambda source, number=None: self.problems.append(f"ran {number}: {source['page'].url}"))
        self.page.on("dialog", self._dialog)

    def _dialog(self, dialog):
        self.problems.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def see(self, path, statuses=(200,)):
        status = self.go(path)
        self.looked += 1
        if statuses and status not in statuses:
            self.problems.append(f"{path[:120]}: {status}")
        self.problems += [f"{path[:120]}: {found}" for found in self.page.evaluate(SCAN)]

    def see_many(self, paths, statuses=(200,), at_once=8):
        """The same of many pages, read into frames of one that is open: their scripts run, and nothing shuts them off."""
        for start in range(0, len(paths), at_once):
            some = paths[start : start + at_once]
            found = self.page.evaluate(FRAMES, some)
            self.looked += len(some)
            self.problems += [
                f"{path[:120]}: {status}" for path, status in zip(some, found, strict=True) if statuses and status not in statuses
            ]
            self.problems += [f"{some[0][:120]} and others: {one}" for one in self.page.evaluate(SCAN)]
        self.page.evaluate("() => document.querySelectorAll('iframe').forEach((frame) => frame.remove())")

    def see_frames(self, paths):
        """Several documents at once, in frames that are not sandboxed."""
        self.page.evaluate(
            """(paths) => Promise.all(paths.map((path) => new Promise((done) => {
                 const frame = document.createElement("iframe");
                 frame.addEventListener("load", done);
                 frame.src = path;
                 document.body.append(frame);
               })))""",
            paths,
        )
        self.looked += len(paths)
        opened = [frame for frame in self.page.frames if frame != self.page.main_frame]
        assert sum("/preview/" in frame.url for frame in opened) == len(paths), [frame.url for frame in opened]
        self.problems += [f"{paths[0]} and others: {found}" for found in self.page.evaluate(SCAN)]
        self.page.evaluate("() => document.querySelectorAll('iframe').forEach((frame) => frame.remove())")


class Tally:
    def __init__(self):
        self.held, self.refused = 0, 0
        self.sinks = {}

    def send(self, gate, who, method, path, body, sink, texts, cookie=None):
        """Sends texts through a field; a refusal is told by its count, and is no fault."""
        status, answer, _ = gate.request(who, method, path, body, cookie=cookie)
        assert status < 300 or status in (400, 409, 422), f"{sink}: {status} {answer}"
        self.note(sink, texts, status < 300)
        return answer if status < 300 else None

    def told(self, table):
        kinds = ", ".join(f"{sink} {count}" for sink, count in sorted(self.sinks.items()))
        return f"{len(table)} payloads, {self.held} times in {len(self.sinks)} sinks, {self.refused} refused: {kinds}"

    def note(self, sink, texts, is_held=True):
        if is_held:
            self.held += texts
            self.sinks[sink] = self.sinks.get(sink, 0) + texts
        else:
            self.refused += texts

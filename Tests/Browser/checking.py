"""A visitor of the self-check page, and what its tests share."""

import functools
import re
import time
from pathlib import Path

from playwright.sync_api import expect

from visitor import violations

PASTES = Path(__file__).parent / "pastes"
CORPUS = Path(__file__).parents[2] / "corpus"
EXPECTED_NOISE = re.compile(r"favicon|net::ERR|status of (4|5)\d\d")


@functools.cache
def context_of(browser, locale, scale, policy, script):
    """One for all visitors of a kind: the page keeps nothing, which a test holds it to."""
    context = browser.new_context(
        locale=locale,
        device_scale_factor=scale,
        bypass_csp=not policy,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    if script:
        context.add_init_script(script)
    return context


class CheckPage:
    """The page of one visitor, and what it asked for."""

    def __init__(self, browser, base, *, width=1280, height=860, locale="zh-CN", scale=1, policy=True, script=""):
        self.base = base
        self.context = context_of(browser, locale, scale, policy, script)
        self.page = self.context.new_page()
        self.page.set_viewport_size({"width": width, "height": height})
        self.problems, self.strangers = [], []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", self._note)
        self.page.on("request", self._watch)
        self.page.on("dialog", self._dialog)
        self.page.goto(f"{base}/check")
        self.page.wait_for_selector("#check[data-ready]")

    def _note(self, message):
        if message.type in ("error", "warning") and not EXPECTED_NOISE.search(message.text):
            self.problems.append(message.text)

    def _watch(self, request):
        if not request.url.startswith((self.base, "data:image/", "about:")):
            self.strangers.append(request.url)

    def _dialog(self, dialog):
        if dialog.type != "beforeunload":
            self.problems.append(f"a dialog: {dialog.message}")
        dialog.accept()

    def close(self):
        assert not self.problems, self.problems
        assert not self.strangers, self.strangers
        self.page.close()

    def put_on_clipboard(self, html, text=""):
        """As another program would: what is there is not cleaned by the browser."""
        other = self.context.new_page()
        other.goto(f"{self.base}/healthz")
        other.evaluate(
            """([html, text]) => document.addEventListener("copy", (event) => {
                 if (html) event.clipboardData.setData("text/html", html);
                 event.clipboardData.setData("text/plain", text);
                 event.preventDefault();
                 event.stopImmediatePropagation();
               }, { capture: true })""",
            [html, text],
        )
        other.keyboard.press("Control+c")
        other.close()
        self.page.bring_to_front()

    def paste(self, html, text=""):
        self.put_on_clipboard(html, text)
        self.page.click("#check-rich")
        self.page.keyboard.press("Control+v")

    def clipboard(self, kind):
        """What another program gets: the asynchronous interface would clean it."""
        other = self.context.new_page()
        other.goto(f"{self.base}/healthz")
        other.evaluate(
            """(kind) => document.addEventListener("paste", (event) => {
                 window.pasted = event.clipboardData.getData(kind);
                 event.preventDefault();
                 event.stopImmediatePropagation();
               }, { capture: true })""",
            kind,
        )
        other.keyboard.press("Control+v")
        pasted = other.wait_for_function("window.pasted !== undefined && [window.pasted]").json_value()[0]
        other.close()
        self.page.bring_to_front()
        return pasted

    def sent(self, act):
        """The body that the next check sends while something is done."""
        with self.page.expect_request(lambda request: "/v1/checks" in request.url) as asked:
            act()
        return asked.value.post_data_buffer.decode("utf-8")

    def judged(self, act):
        """What is sent to be judged when something is done, and the answer."""
        with self.page.expect_response(lambda answer: "/v1/checks" in answer.url) as got:
            act()
        self.settled()
        return got.value.request.post_data_buffer.decode("utf-8"), got.value.json()

    def card(self, text):
        return self.page.locator(".finding", has_text=text)

    def settled(self):
        expect(self.page.locator(".results[data-busy]")).to_have_count(0)

    def summary(self, pattern):
        expect(self.page.locator("#check-summary")).to_have_text(re.compile(pattern))

    def audit(self, name):
        found = violations(self.page)
        assert not found, f"{name}: {[(one['id'], one['nodes'][0]['html'][:160]) for one in found]}"


def drop(page, name, data, kind):
    transfer = page.evaluate_handle(
        """([name, data, kind]) => {
             const transfer = new DataTransfer();
             transfer.items.add(new File([new Uint8Array(data)], name, { type: kind }));
             return transfer;
           }""",
        [name, list(data), kind],
    )
    page.dispatch_event("#check-rich", "dragenter", {"dataTransfer": transfer})
    page.dispatch_event("#check-rich", "drop", {"dataTransfer": transfer})


def shoot(check, shots, name, full=True):
    if shots:
        check.page.screenshot(path=str(Path(shots) / f"{name}.jpg"), type="jpeg", quality=80, full_page=full)


def wait(page, condition, seconds=5):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        page.evaluate("new Promise((done) => setTimeout(done, 20))")

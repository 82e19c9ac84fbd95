"""A person at the browser, and what goes wrong around them."""

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

AXE = Axe()
# Colours are the same at every width, and telling them apart is most of the work.
BUT_COLOURS = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": False}}}
expect.set_options(timeout=20_000)
WIDTHS = (1280, 375)


def violations(page, options=None):
    """What axe finds on a page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    options = options or {"resultTypes": ["violations"]}
    return page.evaluate("(options) => axe.run(options).then((found) => found.violations)", options)


class Visitor:
    """One person's pages. Console errors, scripts' errors and requests to elsewhere are gathered and fail `close`."""

    brings_axe = True

    def __init__(self, browser, gate, who=None, *, width=1280, locale="zh-CN", policy=True, shots=None, expected=""):
        self.gate, self.base, self.shots = gate, gate.base, shots
        self.expected = re.compile(expected) if expected else None
        self.problems = []
        self.context = browser.new_context(
            locale=locale,
            viewport={"width": width, "height": 800},
            bypass_csp=not policy,
            reduced_motion="reduce",
            permissions=["clipboard-read", "clipboard-write"],
        )
        self.context.set_default_timeout(20_000)
        if self.brings_axe:
            # Sent once and not for each page: it is half a megabyte.
            self.context.add_init_script(AXE.axe_script)
        if who:
            self.context.add_cookies([gate.session(who)])
        self.context.on("request", self._watch)
        self.context.on("page", self._listen)
        self.page = self.context.new_page()

    def _listen(self, page):
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("console", self._note)

    def _note(self, message):
        if message.type in ("error", "warning") and not (self.expected and self.expected.search(message.text)):
            self.problems.append(f"{message.location.get('url', '')}: {message.text}")

    def _watch(self, request):
        if not request.url.startswith((self.base + "/", "data:", "about:", "blob:")):
            self.problems.append(f"a request to elsewhere: {request.url}")

    def go(self, path):
        """Opens a page of the gate; returns its status."""
        answer = self.page.goto(self.base + path)
        return answer.status if answer else 0

    def look(self, name, widths=WIDTHS, axe=True):
        """Holds what is open to what every page must keep, at each width."""
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": 800})
            self.shoot(f"{name}-{width}")
            wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 0:
                self.problems.append(f"{name} at {width}: {wide} px wider than the screen")
            for violation in violations(self.page, BUT_COLOURS if width != widths[0] else None) if axe else []:
                node = violation["nodes"][0]
                self.problems.append(
                    f"{name} at {width}: axe {violation['id']} ({len(violation['nodes'])}): {node['html'][:160]}"
                )
        self.page.set_viewport_size({"width": WIDTHS[0], "height": 800})

    def shoot(self, name, full=True):
        if self.shots:
            self.page.screenshot(path=str(Path(self.shots) / f"{name}.jpg"), type="jpeg", quality=80, full_page=full)

    def close(self):
        self.context.close()
        require_none(self.problems)


def require_none(problems):
    assert not problems, "\n".join(dict.fromkeys(problems))

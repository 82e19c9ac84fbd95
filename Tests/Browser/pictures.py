"""Makes the pictures of the documentation from the running program: `pictures.py PROGRAM FOLDER`."""

import io
import os
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect, sync_playwright

from gate import Gate
from report import write
from run import launch
from visitor import Visitor

MOST = 120_000


def keep(page, folder, name):
    """As few colours as the size needs."""
    drawn = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    for colours in (256, 128, 64, 32, 16):
        file = io.BytesIO()
        drawn.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        if file.tell() <= MOST:
            break
    (Path(folder) / f"{name}.png").write_bytes(file.getvalue())
    print(f"{name}.png {file.tell()} bytes, {colours} colours")


def findings(gate, draft):
    return len(gate.get("zhao", f"/v1/drafts/{draft['id']}/revisions/{draft['revision']}/findings")["findings"])


def draw(browser, gate, folder):
    writer = Visitor(browser, gate)
    writer.go("/check")
    writer.page.locator(".start [data-act=sample]").click()
    expect(writer.page.locator(".finding").first).to_be_visible()
    writer.page.locator("#check-next").click()
    expect(writer.page.locator(".finding.is-open")).to_be_visible()
    keep(writer.page, folder, "check")
    writer.close()
    reviewer = Visitor(browser, gate, "chen")
    reviewer.go("/queue")
    keep(reviewer.page, folder, "queue")
    reviewer.close()
    reviewer = Visitor(browser, gate, "zhao")
    waiting = gate.get("zhao", "/v1/drafts?state=in_review")["drafts"]
    most = max(waiting, key=lambda draft: (findings(gate, draft), draft["escalated"]))
    reviewer.go(f"/drafts/{most['id']}")
    reviewer.page.wait_for_load_state("networkidle")
    keep(reviewer.page, folder, "desk")
    reviewer.close()
    with tempfile.TemporaryDirectory() as place:
        page = browser.new_page(locale="zh-CN", viewport={"width": 1280, "height": 800})
        page.goto(write(place).as_uri())
        page.locator("section.draft").first.evaluate("(draft) => scrollTo(0, draft.offsetTop - 170)")
        keep(page, folder, "report")


def main(program, folder):
    os.environ["HEGUI"] = program.replace("hegui-server", "hegui")
    Path(folder).mkdir(parents=True, exist_ok=True)
    with Gate(program) as gate, sync_playwright() as playwright:
        browser = launch(playwright)
        draw(browser, gate, folder)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

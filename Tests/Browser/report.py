"""The report that `hegui lint --format html` writes, opened from disk."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import expect

from gate import ROOT
from visitor import BUT_COLOURS, WIDTHS, require_none, violations

NEEDS_GATE = False


def write(folder, *options):
    place = Path(folder) / "report.html"
    made = subprocess.run(
        [os.environ["HEGUI"], "lint", "--format", "html", *options, "corpus/showcase"], cwd=ROOT, capture_output=True, check=False
    )
    assert made.returncode in (0, 1) and made.stdout, made.stderr.decode("utf-8", "replace")
    place.write_bytes(made.stdout)
    return place


def open_report(browser, place, problems, **options):
    page = browser.new_context(locale="zh-CN", viewport={"width": WIDTHS[0], "height": 800}, **options).new_page()
    own = place.as_uri()
    page.on("request", lambda request: request.url == own or problems.append(f"a request: {request.url}"))
    page.on("console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(own)
    return page


def from_disk(browser, gate, shots):
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for language in ("zh", "en"):
            page = open_report(browser, write(folder, "--lang", language), problems)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                page.screenshot(path=str(Path(shots) / f"report-{language}-{width}.jpg"), type="jpeg", quality=80, full_page=True)
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if wide > 0:
                    problems.append(f"{language} at {width}: {wide} px wider than the screen")
                # The English report differs in its words only.
                if (language, width) != ("en", WIDTHS[1]):
                    found = violations(page, BUT_COLOURS if width != WIDTHS[0] else None)
                    problems += [f"{language} at {width}: axe {one['id']} {one['nodes'][0]['html'][:160]}" for one in found]
            filtered(page)
            if language == "zh":
                page.pdf(path=str(Path(folder) / "report.pdf"), format="A4")
            page.context.close()
        without = open_report(browser, write(folder), problems, java_script_enabled=False)
        expect(without.locator("form.filter")).to_be_hidden()
        expect(without.locator(".finding.error").first).to_be_visible()
        without.context.close()
    require_none(problems)


def filtered(page):
    """Switching a severity or a group off hides its findings and says how many are left."""
    all_of_it = page.locator(".finding").count()
    errors = page.locator(".finding.error").count()
    assert errors > 0 and all_of_it > errors, (errors, all_of_it)
    told = page.locator(".filter .shown")
    page.locator("[value=s-error]").uncheck()
    expect(page.locator(".finding.error").first).to_be_hidden()
    expect(page.locator(".finding:visible")).to_have_count(all_of_it - errors)
    expect(told).to_have_text(re.compile(rf"\b{all_of_it - errors}\b"))
    page.locator("[value=s-error]").check()
    group = page.locator('[value^="g-"]').first
    name = group.get_attribute("value").removeprefix("g-")
    group.uncheck()
    expect(page.locator(f'.finding[data-group="{name}"]:visible')).to_have_count(0)
    group.check()
    expect(page.locator(".finding:visible")).to_have_count(all_of_it)


TESTS = [from_disk]

"""The self-check page in a real browser.

`run(browser, base, shots)` raises at the first thing that is wrong; run by itself it takes the address as its argument.
"""

import sys

import check_drafts
import check_findings
import check_use

TESTS = check_drafts.TESTS + check_findings.TESTS + check_use.TESTS


def run(browser, base, shots=None, only=None):
    for test in TESTS:
        if only and only not in test.__name__:
            continue
        test(browser, base, shots)
        print(f"  {test.__name__}: ok", flush=True)


if __name__ == "__main__":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        run(chromium, sys.argv[1], *sys.argv[2:])

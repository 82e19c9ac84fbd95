"""Runs the browser tests: `run.py PROGRAM SHOTS [FILE[.PART OF A TEST]]`.

Each line of work has a browser and a server of its own and takes one test after the other.
"""

import importlib
import multiprocessing
import os
import queue
import shutil
import sys
import time
import traceback

from playwright.sync_api import sync_playwright

from checking import context_of
from gate import Gate

# The longest first.
FILES = ["hostile", "pages", "life", "writing", "report", "check_page"]
# These fill a gate with what no other test wants to meet, and have it for themselves.
ALONE = {"hostile.stored"}
# Those whose visitors share what a browser keeps.
SHARING = {"check_page"}


def launch(playwright):
    return playwright.chromium.launch(
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    )


class Line:
    """One line of work: a browser, a gate that its tests share, and what it has to tell."""

    def __init__(self, browser, told, program, shots):
        self.browser, self.told, self.program, self.shots = browser, told, program, shots
        self.gates = {}

    def gate(self, test, module):
        if not getattr(module, "NEEDS_GATE", True):
            return None
        place = test if test in ALONE else ""
        if place not in self.gates:
            self.gates[place] = Gate(self.program)
        return self.gates[place]

    def run(self, file, name):
        start = time.monotonic()
        fault = note = ""
        try:
            module = importlib.import_module(file)
            test = next(test for test in module.TESTS if test.__name__ == name)
            gate = self.gate(f"{file}.{name}", module)
            # The self-check page's tests want the address alone.
            note = test(self.browser, gate.base if file == "check_page" else gate, self.shots) or ""
        except Exception as failure:
            frames = [frame for frame in traceback.extract_tb(failure.__traceback__) if "Tests/Browser" in frame.filename]
            place = " < ".join(f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in reversed(frames))
            fault = f"{place}\n{failure}" or "failed"
        for context in self.browser.contexts:
            for page in context.pages:
                page.close()
            if file not in SHARING or fault:
                context.close()
        if not self.browser.contexts:
            context_of.cache_clear()
        self.told.put((f"{file}.{name}", time.monotonic() - start, fault, note))

    def close(self):
        for gate in self.gates.values():
            gate.close()


def work(tests, told, program, shots):
    os.environ["HEGUI"] = str(program).replace("hegui-server", "hegui")
    with sync_playwright() as playwright:
        line = Line(launch(playwright), told, program, shots)
        try:
            while True:
                try:
                    line.run(*tests.get_nowait())
                except queue.Empty:
                    break
        finally:
            line.close()
        line.browser.close()
    told.put(None)


def wanted(only):
    """The tests that are asked for, by file and name."""
    file, _, part = only.partition(".")
    for name in FILES if not file else [file]:
        for test in importlib.import_module(name).TESTS:
            if part in test.__name__:
                yield name, test.__name__


def main(program, shots, only=""):
    tests, told = multiprocessing.Queue(), multiprocessing.Queue()
    for test in wanted(only):
        tests.put(test)
    time.sleep(0.1)
    # One more than processors: much of a test is waiting.
    lines = min(4, (os.cpu_count() or 1) + 1)
    workers = [
        multiprocessing.Process(target=work, args=(tests, told, program, shots)) for _ in range(lines)
    ]
    for worker in workers:
        worker.start()
    passed = failed = 0
    while any(worker.is_alive() for worker in workers) or not told.empty():
        try:
            line = told.get(timeout=1)
        except queue.Empty:
            continue
        if line is None:
            continue
        name, seconds, fault, note = line
        if fault:
            failed += 1
            print(f"FAILED {name} ({seconds:.1f} s)\n" + "\n".join("    " + part for part in fault[:6000].splitlines()), flush=True)
        else:
            passed += 1
            print(f"ok     {name} ({seconds:.1f} s){' – ' if note else ''}{note}", flush=True)
    failed += sum(worker.exitcode != 0 for worker in workers)
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

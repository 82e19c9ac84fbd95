"""Runs the browser tests: `run.py PROGRAM SHOTS [FILE[.PART OF A TEST]]`.

Each line of work has a browser and a server of its own and takes one file of tests after the other.
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

from gate import Gate

# The longest first.
FILES = ["hostile", "pages", "life", "check_page", "report"]


def launch(playwright):
    return playwright.chromium.launch(
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    )


def work(files, told, program, shots, only):
    os.environ["HEGUI"] = str(program).replace("hegui-server", "hegui")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        while True:
            try:
                name = files.get_nowait()
            except queue.Empty:
                break
            if only.partition(".")[0] in ("", name):
                run_file(name, browser, told, program, shots, only)
        browser.close()
    told.put(None)


def run_file(name, browser, told, program, shots, only):
    try:
        module = importlib.import_module(name)
        tests = [test for test in module.TESTS if only.partition(".")[2] in test.__name__]
        if not tests:
            return
        gate = Gate(program) if getattr(module, "NEEDS_GATE", True) else None
    except Exception:
        told.put((name, 0, traceback.format_exc(limit=4), ""))
        return
    try:
        for test in tests:
            start = time.monotonic()
            try:
                # The self-check page's tests want the address alone.
                note = test(browser, gate.base if name == "check_page" else gate, shots) or ""
                fault = ""
            except Exception as failure:
                frames = [frame for frame in traceback.extract_tb(failure.__traceback__) if "Tests/Browser" in frame.filename]
                place = " < ".join(f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in reversed(frames))
                fault, note = f"{place}\n{failure}" or "failed", ""
            for context in browser.contexts:
                context.close()
            told.put((f"{name}.{test.__name__}", time.monotonic() - start, fault, note))
    finally:
        if gate:
            gate.close()


def main(program, shots, only=""):
    files, told = multiprocessing.Queue(), multiprocessing.Queue()
    for name in FILES:
        files.put(name)
    time.sleep(0.1)
    lines = min(2, os.cpu_count() or 1)
    workers = [
        multiprocessing.Process(target=work, args=(files, told, program, shots, only)) for _ in range(lines)
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

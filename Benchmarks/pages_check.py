"""Lints the pages and proves that no finding lies in a script, a style or the navigation, and that
the one fault planted in each page is found."""

import bisect
import json
import re
import subprocess
from pathlib import Path

APART = re.compile(
    r"<script\b.*?</script>|<style\b.*?</style>|<nav\b.*?</nav>|<template\b.*?</template>"
    r"|<(div|ul) class=\"(?:nav|menu)\" role=\"navigation\">.*?</\1>|<!--.*?-->",
    re.DOTALL | re.IGNORECASE,
)
PLANTED_RULE = "punctuation/halfwidth-comma"


def apart(text: str) -> list[tuple[int, int]]:
    """Byte ranges, in the page's UTF-8, of what is no prose."""
    ranges, byte, at = [], 0, 0
    for match in APART.finditer(text):
        start = byte + len(text[at : match.start()].encode())
        end = start + len(match[0].encode())
        ranges.append((start, end))
        byte, at = end, match.end()
    return ranges


def check(hegui: str, folder: Path, pages: list) -> int:
    """Prints one line a page; 0 where every page was read and no finding lies apart."""
    words = [hegui, "lint", "--format", "json", "--no-config", "--today", "2026-03-01", str(folder)]
    done = subprocess.run(words, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        print(f"lint: status {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
    report = json.loads(done.stdout)
    codecs = {p.name: p.encoding for p in pages}
    wrong = 0
    for file in report["files"]:
        name = Path(file["path"]).name
        codec = codecs[name].replace("-bom", "").replace("-wrong-meta", "")
        mark = {"utf-16le": "utf-16", "utf-16be": "utf-16"}.get(codec, codec)
        text = (folder / name).read_bytes().decode(mark)
        # A byte-order mark counts in the report's bytes; Python's UTF-16 takes it away.
        text = text if mark != "utf-16" else "\ufeff" + text
        ranges = apart(text)
        starts = [start for start, _ in ranges]
        inside = []
        for finding in file["findings"]:
            byte = finding["range"]["start"]["byte"]
            at = bisect.bisect_right(starts, byte) - 1
            if at >= 0 and byte < ranges[at][1]:
                inside.append(finding)
        commas = [f["text"] for f in file["findings"] if f["rule"] == PLANTED_RULE]
        bad = bool(inside) or commas != [","]
        wrong += bad
        print(
            f"{name:40} {file['encoding']:10} {file['verdict']:10}"
            f" {len(file['findings']):>6} findings, {len(inside)} out of place,"
            f" {len(commas)} planted fault found"
        )
        for finding in inside[:3]:
            print("   ", finding["rule"], finding["range"]["start"], finding["text"][:60])
    print(f"{len(report['files'])} pages read, {wrong} with something wrong")
    return int(wrong > 0 or len(report["files"]) != len(pages) or done.returncode not in (0, 1))

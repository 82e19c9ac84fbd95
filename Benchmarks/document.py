"""Makes docs/performance.md out of what a benchmark printed."""

import datetime
import subprocess
from pathlib import Path

HEAD = """# Performance

`scripts/bench` makes its own drafts (articles as a WeChat editor leaves them, and Markdown, of sentences written for
this project; median 5 KB, sizes spread as those of real articles are, 3 % with evasions) and term lists of invented
compounds, and measures in one run, by turns:

- the floors: reading the files; libxml2's HTML push parser with callbacks that only count; md4c; cmark-gfm's tree;
- the whole lint as its own process, all rules, a list of 65,000 terms beside the program's own, JSON report, one job;
- a peer, autocorrect (Rust) from PyPI, which knows spacing, width and punctuation only, over the same files;
- growth: 1,000 and 100,000 terms, half of the drafts; two jobs; one draft with a warm cache against a C program that
  only links libxml2; drafts of 2 MB that mean harm.

CPU is user and system time by `wait4`, figures are medians, peaks are maxima, MB are 10⁶ bytes. Absolute figures belong
to the machine of the run; compare the ratios. A hostile draft past a limit ends with status 2, which is right; one that
took more than ten seconds of CPU was stopped.

    {command}

Run of {date} at commit {commit}; the load is that of the machine before the run.

"""


def document(printed: str, command: str) -> str:
    """The targets first, then the machine and the tables as printed."""
    before, _, targets = printed.partition("\n### Targets\n")
    targets, _, found = targets.partition("\nFound in")
    machine, _, tables = before.partition("\n### ")
    return (
        HEAD.format(command=command, date=datetime.date.today(), commit=commit())
        + "## Targets\n"
        + targets.rstrip()
        + "\n\n## Machine and drafts\n\n"
        + "".join(f"- {line}\n" for line in machine.strip().splitlines())
        + "\n## "
        + tables.replace("\n### ", "\n## ").strip()
        + "\n\nFound in"
        + found.rstrip()
        + "\n"
    )


def commit() -> str:
    root = Path(__file__).resolve().parent.parent
    words = ["git", "-C", str(root), "rev-parse", "--short", "HEAD"]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip()

"""Measures hegui against its floors and a peer, all in one run, and prints Markdown tables."""

import argparse
import io
import os
import platform
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from document import document
from measure import STOPPED, Command, Failed
from workplace import AUTOCORRECT, Workplace, prepare

MB = 1e6


@dataclass
class Target:
    """A figure with the limit it has to keep; `value` is None where it was not measured."""

    what: str
    value: float | None
    limit: float
    at_least: bool = False
    unit: str = "×"

    def row(self) -> str:
        sign = "≥" if self.at_least else "≤"
        limit = f"{sign} {self.limit:g} {self.unit}"
        if self.value is None:
            return f"| {self.what} | not measured | {limit} | – |"
        return f"| {self.what} | {self.value:.2f} {self.unit} | {limit} | {self.verdict} |"

    @property
    def verdict(self) -> str:
        assert self.value is not None
        met = self.value >= self.limit if self.at_least else self.value <= self.limit
        return "met" if met else "**missed**"


def ratio(above: Command | None, below: Command | None, what: str = "cpu") -> float | None:
    if above is None or below is None:
        return None
    return above.median(what) / max(below.median(what), 1e-9)


def folder_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def table(
    title: str, commands: list[Command | None], size: int, sizes: dict[str, int] | None = None
) -> None:
    """Prints the figures of commands over `size` bytes, or what `sizes` says by name."""
    print(f"\n### {title}\n")
    print("| what | CPU ms | wall ms | MB/s of CPU | peak MB |\n| --- | --: | --: | --: | --: |")
    for c in filter(None, commands):
        speed = (sizes or {}).get(c.name, size) / MB / max(c.cpu, 1e-9)
        print(
            f"| {c.name} | {c.cpu * 1e3:.1f} | {c.wall * 1e3:.1f} | {speed:,.1f} |"
            f" {c.peak / MB:.1f} |",
            flush=True,
        )


class Bench:
    def __init__(self, place: Workplace, rounds: int, spawns: int) -> None:
        self.place = place
        self.timer = place.timer
        self.rounds = rounds
        self.spawns = spawns
        self.targets: list[Target] = []

    def throughput(self) -> None:
        place, made = self.place, self.place.made
        read = place.parse("read the files", "read", place.html)
        sax = place.parse("libxml2 SAX push parse", "sax", place.html)
        lint = place.lint("hegui lint, JSON, 65,000 terms", place.html)
        peer = place.autocorrect(AUTOCORRECT, place.html)
        half_a = place.lint("hegui lint, first half", place.html / "a")
        few = place.lint("hegui lint, 1,000 terms", place.html, terms=1_000)
        many = place.lint("hegui lint, 100,000 terms", place.html, terms=100_000)
        html = [read, sax, lint, half_a, few, many, peer]
        self.timer.interleave([c for c in html if c], self.rounds)
        table("HTML", html, made["html"]["bytes"], {half_a.name: folder_bytes(place.html / "a")})

        read = place.parse("read the files", "read", place.markdown)
        md4c = place.parse("md4c parse", "md4c", place.markdown)
        cmark = place.parse("cmark-gfm parse", "cmark", place.markdown)
        down = place.lint("hegui lint, JSON, 65,000 terms", place.markdown)
        down_peer = place.autocorrect(AUTOCORRECT, place.markdown)
        markdown = [read, md4c, cmark, down, down_peer]
        self.timer.interleave([c for c in markdown if c], self.rounds)
        table("Markdown", markdown, made["markdown"]["bytes"])

        self.targets += [
            Target("HTML lint ÷ SAX-only parse, CPU", ratio(lint, sax), 2.0),
            Target("Markdown lint ÷ cmark-gfm parse, CPU", ratio(down, cmark), 3.0),
            Target("autocorrect ÷ HTML lint, CPU", ratio(peer, lint), 4.0, at_least=True),
            Target("autocorrect ÷ Markdown lint, CPU", ratio(down_peer, down), 6.0, at_least=True),
            Target("100,000 terms ÷ 1,000 terms, CPU", ratio(many, few), 1.3),
            Target("whole corpus ÷ half of it, CPU", ratio(lint, half_a), 2.1),
        ]

    def jobs(self) -> None:
        place = self.place
        size = sum(part["bytes"] for part in place.made.values())
        one = place.lint("hegui lint --jobs 1", place.html, place.markdown)
        two = place.lint("hegui lint --jobs 2", place.html, place.markdown, jobs=2)
        self.timer.interleave([one, two], self.rounds)
        table("Two jobs against one, all drafts", [one, two], size)
        enough = len(os.sched_getaffinity(0)) >= 2
        speedup = ratio(one, two, "wall") if enough else None
        self.targets.append(Target("one job ÷ two jobs, wall", speedup, 1.8, at_least=True))

    def cold_start(self) -> None:
        place = self.place
        files = (f for half in "ab" for f in (place.html / half).iterdir())
        draft = min(files, key=lambda f: (abs(f.stat().st_size - 5_000), f.name))
        anchor = place.parse("a C program that links libxml2", "link")
        lint = place.lint("hegui lint of one 5 KB draft, 65,000 terms, warm cache", draft)
        own = place.lint("the same without the list of 65,000 terms", draft, terms=0)
        commands = [anchor, lint, own]
        self.timer.interleave(commands, self.spawns)
        table(f"Cold start ({self.spawns} interleaved spawns)", commands, draft.stat().st_size)
        self.targets += [
            Target("cold start ÷ C program, wall", ratio(lint, anchor, "wall"), 4.0),
            Target("the same without the list", ratio(own, anchor, "wall"), 4.0),
            Target("peak memory of one 5 KB draft", lint.peak / MB, 30.0, unit="MB"),
            Target("the same without the list", own.peak / MB, 30.0, unit="MB"),
        ]

    def hostile(self) -> None:
        print("\n### Hostile drafts of 2 MB\n")
        print("| draft | wall ms | peak MB | status |\n| --- | --: | --: | --: |")
        slowest = 0.0
        for path in self.place.hostile:
            command = self.place.lint(path.name, path)
            command.fine, command.longest = (0, 1, 2, STOPPED), 10
            # A file that is slow anyway need not be slow three times.
            while len(command.runs) < min(3, self.rounds) and (
                not command.runs or command.wall < 1
            ):
                self.timer.run(command)
            slowest = max(slowest, command.wall)
            status = "stopped" if command.runs[-1].status == STOPPED else command.runs[-1].status
            wall, peak = command.wall * 1e3, command.peak / MB
            print(f"| {path.name} | {wall:.0f} | {peak:.0f} | {status} |", flush=True)
        self.targets.append(Target("slowest hostile draft, wall", slowest, 1.0, unit="s"))

    def summary(self) -> None:
        place = self.place
        print("\n### Targets\n\n| what | measured | limit | |\n| --- | --: | --: | --- |")
        for target in self.targets:
            print(target.row())
        for name, folder in (("HTML", place.html), ("Markdown", place.markdown)):
            counted = ", ".join(f"{k} {v:,}" for k, v in place.report(folder).items())
            print(f"\nFound in {name}: {counted}.")


def machine() -> str:
    model = platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    load = os.getloadavg()[0]
    cores = len(os.sched_getaffinity(0))
    return f"{cores} × {model}, {platform.system()} {platform.release()}, load {load:.1f}"


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--size", type=float, default=20, help="MB of drafts; default 20")
    parser.add_argument("--rounds", type=int, default=7, help="rounds of each part; default 7")
    parser.add_argument("--spawns", type=int, default=60, help="cold starts; default 60")
    parser.add_argument("--quick", action="store_true", help="1 MB, 1 round: does it run at all")
    parser.add_argument("--no-peer", action="store_true", help="leave autocorrect out")
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it for next time")
    parser.add_argument("--write", type=Path, help="also write the report, as docs/performance.md")
    parser.add_argument("--hegui", required=True, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.size, chosen.rounds, chosen.spawns = 1, 1, 5
    return chosen


def measure(chosen: argparse.Namespace, folder: Path) -> None:
    print(f"Machine: {machine()}", flush=True)
    place = prepare(folder, chosen.hegui, int(chosen.size * MB), not chosen.no_peer)
    for name, part in place.made.items():
        print(f"{name}: {part['files']:,} files, {part['bytes'] / MB:.1f} MB")
    bench = Bench(place, chosen.rounds, chosen.spawns)
    bench.throughput()
    bench.jobs()
    bench.cold_start()
    bench.hostile()
    bench.summary()


class Tee(io.TextIOBase):
    """Prints, and keeps what it printed."""

    def __init__(self, out: io.TextIOBase) -> None:
        self.out = out
        self.kept: list[str] = []

    def write(self, text: str) -> int:
        self.kept.append(text)
        return self.out.write(text)

    def flush(self) -> None:
        self.out.flush()


def main() -> int:
    chosen = options()
    sys.stdout = tee = Tee(sys.stdout)
    try:
        if chosen.keep:
            measure(chosen, chosen.keep.resolve())
        else:
            with tempfile.TemporaryDirectory(prefix="hegui-bench-") as folder:
                measure(chosen, Path(folder))
    except Failed as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 2
    if chosen.write:
        command = f"scripts/bench --size {chosen.size:g} --rounds {chosen.rounds}"
        chosen.write.write_text(document("".join(tee.kept), command), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

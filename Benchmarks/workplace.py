"""The folder a benchmark runs in: drafts, term lists, configurations, floors and the peer."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import corpus
import hostile
import terms
from measure import Command, Timer

AUTOCORRECT = "autocorrect-py==2.14.0"
LISTS = (1_000, 65_000, 100_000)
HERE = Path(__file__).resolve().parent
TODAY = "2026-03-01"


@dataclass
class Workplace:
    folder: Path
    hegui: str
    made: dict
    peer: Path | None
    hostile: list[Path]

    @property
    def timer(self) -> Timer:
        return Timer(self.floor("timed"))

    @property
    def html(self) -> Path:
        return self.folder / "drafts" / "html"

    @property
    def markdown(self) -> Path:
        return self.folder / "drafts" / "markdown"

    def floor(self, name: str) -> Path:
        return self.folder / "floors" / name

    def parse(self, name: str, floor: str, *paths: Path) -> Command:
        return Command(name, [str(self.floor(floor)), *map(str, paths)])

    def lint(self, name: str, *paths: Path, terms: int = 65_000, jobs: int = 1) -> Command:
        """A whole lint with a JSON report; status 1 is a report with findings. `terms` 0: with the
        program's own lists only."""
        config = self.folder / f"hegui-{terms}.yml"
        words = [self.hegui, "lint", "--format", "json", "--jobs", str(jobs), "--quiet"]
        words += ["--config", str(config), "--today", TODAY, *map(str, paths)]
        return Command(name, words, fine=(0, 1), environment=self.environment)

    @property
    def environment(self) -> dict[str, str]:
        """A cache folder of the benchmark's own, so that the user's stays as it was."""
        return {"XDG_CACHE_HOME": str(self.folder / "cache")}

    def autocorrect(self, name: str, *paths: Path) -> Command | None:
        if self.peer is None:
            return None
        words = [sys.executable, str(HERE / "autocorrect_peer.py"), *map(str, paths)]
        return Command(name, words, environment={"PYTHONPATH": str(self.peer)})

    def report(self, *paths: Path) -> dict:
        """The summary of one lint, for saying what was found."""
        words = self.lint("summary", *paths).words
        done = subprocess.run(
            words, env={**os.environ, **self.environment}, capture_output=True, check=False
        )
        return json.loads(done.stdout)["summary"]


def prepare(folder: Path, hegui: str, size: int, peer: bool) -> Workplace:
    """Makes what the folder lacks; what it has of the same size is used again."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "floors").mkdir(exist_ok=True)
    subprocess.run(
        ["make", "-s", "-C", str(HERE / "floors"), f"OUT={folder / 'floors'}"], check=True
    )
    (folder / "hegui-0.yml").write_text("{}\n", encoding="utf-8")
    all_terms = terms.invented(max(LISTS))
    for count in LISTS:
        name = f"bench-{count}"
        terms.write_list(folder / f"{name}.txt", all_terms[:count])
        (folder / f"hegui-{count}.yml").write_text(f"lists:\n  - {name}.txt\n", encoding="utf-8")

    note = folder / f"made-{size}.json"
    if not note.exists():
        made = corpus.make(folder / "drafts", size, hit_terms=all_terms[: min(LISTS)])
        note.write_text(json.dumps(made))
    files = hostile.make(folder / "hostile")
    installed = install_peer(folder / "peer") if peer else None
    return Workplace(folder, hegui, json.loads(note.read_text()), installed, files)


def install_peer(target: Path) -> Path | None:
    """autocorrect in a folder of its own; None where PyPI cannot be asked."""
    if (target / "autocorrect_py").exists():
        return target
    words = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(target)]
    done = subprocess.run([*words, AUTOCORRECT], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"{AUTOCORRECT} could not be installed:\n{done.stderr[-500:]}", file=sys.stderr)
        return None
    return target

"""The sentences that generated drafts are made of, and small pieces of mark-up around them."""

import random
from pathlib import Path

HERE = Path(__file__).resolve().parent


def load(path: Path = HERE / "sentences.txt") -> dict[str, list[str]]:
    """The lines of each `[section]`; blank lines and lines that open with `#` are left out."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], [])
        else:
            current.append(line)
    return sections


class Phrases:
    """Draws sentences by one random source, so that the same seed gives the same bytes."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.sections = load()

    def one(self, section: str) -> str:
        return self.random.choice(self.sections[section])

    def paragraph(self, low: int = 1, high: int = 4) -> str:
        count = self.random.randint(low, high)
        return "".join(self.one("sentences") for _ in range(count))

    def size(self, median: int, spread: float = 0.74, largest: int = 48_000) -> int:
        """A file's size in bytes: log-normal, as sizes of real articles are."""
        drawn = median * self.random.lognormvariate(0, spread)
        return max(400, min(largest, int(drawn)))

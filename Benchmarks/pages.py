"""Makes whole web pages in the layouts and encodings that hospital sites have, with scripts,
styles and navigation full of what a linter must not report."""

import argparse
import codecs
from dataclasses import dataclass
from pathlib import Path

from phrases import Phrases
from layouts import LAYOUTS

# Name, Python's codec, the name a page declares, a byte-order mark.
ENCODINGS = (
    ("gbk", "gbk", "gb2312", b""),
    ("gb18030", "gb18030", "gbk", b""),
    ("big5", "big5", "big5", b""),
    ("utf-16le", "utf-16-le", "utf-16", codecs.BOM_UTF16_LE),
    ("utf-16be", "utf-16-be", "utf-16", codecs.BOM_UTF16_BE),
    ("utf-8", "utf-8", "utf-8", b""),
    ("utf-8-bom", "utf-8", "UTF-8", codecs.BOM_UTF8),
    ("utf-8-wrong-meta", "utf-8", "gb2312", codecs.BOM_UTF8),
)
SIZES = (20_000, 80_000, 300_000, 1_000_000, 3_000_000)


@dataclass
class Page:
    name: str
    layout: str
    encoding: str
    size: int


def make(folder: Path, seed: int = 11) -> list[Page]:
    """Forty pages: each encoding in each of five sizes, the layouts by turns."""
    folder.mkdir(parents=True, exist_ok=True)
    names = list(LAYOUTS)
    pages = []
    for e, (encoding, codec, declared, mark) in enumerate(ENCODINGS):
        for s, size in enumerate(SIZES):
            layout = names[(e + s) % len(names)]
            phrases = Phrases(seed + 100 * e + s)
            # UTF-16 doubles the scripts, so a page is drawn smaller to stay below the limit.
            width = 2 if codec.startswith("utf-16") else 1
            traditional = encoding == "big5"
            text = LAYOUTS[layout](phrases, declared, size * 9 // 10 // width, traditional)
            name = f"{len(pages) + 1:02}-{layout}-{encoding}.html"
            data = mark + text.encode(codec)
            (folder / name).write_bytes(data)
            pages.append(Page(name, layout, encoding, len(data)))
    return pages


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/make-pages", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pages go")
    parser.add_argument("--check", metavar="HEGUI", help="lint them with this executable")
    options = parser.parse_args()
    pages = make(options.folder)
    for page in pages:
        print(f"{page.name:40} {page.size:>10,} bytes")
    print(len(pages), "pages,", f"{sum(p.size for p in pages):,} bytes")
    if options.check:
        import pages_check

        raise SystemExit(pages_check.check(options.check, options.folder, pages))


if __name__ == "__main__":
    main()

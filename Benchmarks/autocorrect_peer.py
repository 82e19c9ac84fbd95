"""Peer: autocorrect over every file below the folders named; prints files and lines it found."""

import os
import sys

import autocorrect_py

KIND = {".html": "html", ".md": "markdown"}


def main() -> None:
    files = found = 0
    for top in sys.argv[1:]:
        for folder, _, names in os.walk(top):
            for name in names:
                kind = KIND.get(os.path.splitext(name)[1])
                if kind is None:
                    continue
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    found += len(autocorrect_py.lint_for(file.read(), kind).lines)
                files += 1
    print(files, "files,", found, "lines")


if __name__ == "__main__":
    main()

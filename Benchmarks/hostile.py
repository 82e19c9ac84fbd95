"""Drafts of 2 MB that are meant to be slow to read."""

from pathlib import Path

SIZE = 2_000_000
TEXT = "门诊大厅的自助机前已经排起了队，护士把轮椅推到了门口。"


def flood(piece: str, size: int = SIZE) -> str:
    """`piece` over and over, up to `size` bytes."""
    return piece * (size // len(piece.encode()))


def page(body: str) -> str:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>题</title></head><body>{body}"


def tags_of_attributes() -> str:
    """As many attributes a tag as the limits let pass."""
    attributes = " ".join(f"a{i}=1" for i in range(990))
    return flood(f"<p {attributes}>{TEXT}</p>\n")


def levels(count: int) -> str:
    """`count` open sections, each with its share of text."""
    text = flood(TEXT, max(0, SIZE // count - len("<section>")))
    return f"<section>{text}" * count


def html() -> dict[str, str]:
    attributes = " ".join(f"a{i}=1" for i in range(SIZE // 9))
    return {
        "deep-nesting-past-limit": page("<div>" * (SIZE // 5) + TEXT),
        "deep-nesting-4000-levels": page(levels(4_000)),
        "one-huge-paragraph": page(f"<p>{flood(TEXT)}</p>"),
        "one-huge-paragraph-no-stops": page(f"<p>{flood('住院病人陪护')}</p>"),
        "one-tag-many-attributes": page(f"<p {attributes}>{TEXT}</p>"),
        "many-tags-990-attributes": page(tags_of_attributes()),
        "less-than-flood": page(flood("<")),
        "ampersand-flood": page(flood("&")),
        "reference-flood": page(flood("&#x4e2d;")),
        "unclosed-comment": page("<!--" + flood(TEXT)),
        "unclosed-comments": page(flood("<!--")),
        "unclosed-attribute": page('<p title="' + flood(TEXT)),
        "data-uri": page(f'<p>{TEXT}<img alt="图" src="data:image/png;base64,{flood("QUJD")}"></p>'),
        "inline-nesting": page(flood("<b><i>字")),
        "line-breaks": page(flood("<br>")),
        "empty-images": page(flood("<img>")),
        "open-quotes": page(f"<p>{flood('“')}</p>"),
        "open-brackets": page(f"<p>{flood('（')}</p>"),
        "closed-brackets": page(f"<p>{flood('（甲）')}</p>"),
        "digits": page(f"<p>{flood('1')}</p>"),
        "digits-and-points": page(f"<p>{flood('1.')}</p>"),
        "half-width-commas": page(f"<p>{flood('好,')}</p>"),
        "exclamations": page(f"<p>{flood('！')}</p>"),
        "zero-width": page(f"<p>{flood('字' + chr(0x200B))}</p>"),
        "web-addresses": page(f"<p>{flood('https://a.example/')}</p>"),
        "latin-words": page(f"<p>{flood('ABC ')}</p>"),
    }


def markdown() -> dict[str, str]:
    return {
        "open-links": flood("["),
        "open-images": flood("!["),
        "link-pairs": flood("[a](b"),
        "short-links": flood("附件1[甲](a)"),
        "stars": flood("*"),
        "emphasis": flood("*a **b "),
        "dollars-and-emphasis": flood("$*a* "),
        "quotes": flood("> ") + TEXT,
        "quote-lines": flood("> > > > 字\n"),
        "list-nesting": "".join(" " * (2 * i) + "- 字\n" for i in range(1_400)),
        "backticks": flood("`a``b"),
        "table-bars": flood("|a", SIZE // 2) + "\n" + flood("|-", SIZE // 2),
        "footnotes": flood("[^1]: 注\n\n"),
        "headings": flood("# 题\n"),
        "less-than": flood("<"),
        "front-matter": "---\n" + flood("a: [") + "\n---\n",
        "one-line": flood(TEXT),
    }


def make(folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for ending, drafts in (("html", html()), ("md", markdown())):
        for name, text in drafts.items():
            path = folder / f"{name}.{ending}"
            path.write_text(text, encoding="utf-8")
            files.append(path)
    return files

"""Makes the benchmark's drafts: articles as a WeChat editor leaves them, and Markdown."""

from pathlib import Path

import terms
from phrases import Phrases

HTML_SHARE = 0.7
MEDIAN = 5_000
EVADING = 0.03
PLAIN_TERM = 0.05

SECTION = (
    "box-sizing: border-box;",
    "margin: 10px 0%;box-sizing: border-box;",
    "display: flex;flex-flow: row;justify-content: center;box-sizing: border-box;",
    "padding: 0px 8px;text-align: justify;box-sizing: border-box;",
)
SPAN = (
    "font-size: 16px;color: rgb(63, 63, 63);letter-spacing: 0.544px;",
    "font-size: 15px;letter-spacing: 1px;color: rgb(62, 62, 62);",
    "color: rgb(0, 128, 128);font-weight: 700;",
    "font-family: PingFangSC-light;font-size: 16px;",
)
PARAGRAPH = (
    "white-space: normal;line-height: 1.75em;margin: 0px 8px 16px;",
    "margin: 0px;padding: 0px;box-sizing: border-box;",
    "text-indent: 2em;line-height: 2em;",
)


class Drafts:
    """One seed, one stream of drafts."""

    def __init__(self, seed: int, hit_terms: list[str]) -> None:
        self.phrases = Phrases(seed)
        self.random = self.phrases.random
        self.hit_terms = hit_terms

    def planted(self) -> list[str]:
        """What this draft holds of the term list: mostly nothing, now and then a term, 3 % an
        evasion of one."""
        drawn = self.random.random()
        if drawn < EVADING:
            return [terms.hidden(self.random.choice(self.hit_terms), self.random)]
        if drawn < EVADING + PLAIN_TERM:
            return [self.random.choice(self.hit_terms)]
        return []

    def prose(self, planted: list[str], longest: int = 4) -> str:
        text = self.phrases.paragraph(1, longest)
        if planted and self.random.random() < 0.5:
            text = text[:-1] + planted.pop() + "。"
        return text

    def html(self) -> str:
        title, planted = self.phrases.one("titles"), self.planted()
        out = [
            '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
            f"<title>{title}</title>\n</head>\n<body>\n"
            '<div class="rich_media_content" id="js_content">'
        ]
        size, target = 0, self.phrases.size(MEDIAN)
        while size < target:
            piece = self.html_piece(planted)
            out.append(piece)
            size += len(piece.encode())
        out.append("</div>\n</body>\n</html>\n")
        return "".join(out)

    def html_piece(self, planted: list[str]) -> str:
        drawn = self.random.random()
        style = self.random.choice
        if drawn < 0.09:
            return self.image()
        if drawn < 0.18:
            return (
                f'<section style="{style(SECTION)}"><p style="text-align: center;">'
                f'<strong><span style="{style(SPAN)}">{self.phrases.one("headings")}'
                "</span></strong></p></section>"
            )
        spans = "".join(
            f'<span leaf="" style="{style(SPAN)}">{self.prose(planted, 2)}</span>'
            for _ in range(self.random.randint(1, 2))
        )
        piece = f'<p style="{style(PARAGRAPH)}">{spans}</p>'
        for _ in range(self.random.randint(0, 2)):
            piece = f'<section style="{style(SECTION)}">{piece}</section>'
        return piece + ("<p><br></p>" if self.random.random() < 0.2 else "")

    def image(self) -> str:
        number = self.random.randint(10**9, 10**10)
        caption = self.phrases.one("captions")
        return (
            '<section style="text-align: center;box-sizing: border-box;">'
            f'<img class="rich_pages wxw-img" data-galleryid="" data-ratio="0.6666667"'
            f' data-s="300,640" data-src="https://img.hospital.example/{number}/640?wx_fmt=jpeg"'
            f' data-type="jpeg" data-w="1080" alt="{caption}"></section>'
            f'<p style="text-align: center;font-size: 14px;">{caption}。图片来源：本院宣传科</p>'
        )

    def markdown(self) -> str:
        planted = self.planted()
        out = [f"# {self.phrases.one('titles')}\n", "来源：宣传科　作者：小杨\n"]
        size, target = 0, self.phrases.size(MEDIAN)
        while size < target:
            piece = self.markdown_piece(planted)
            out.append(piece)
            size += len(piece.encode())
        return "\n".join(out)

    def markdown_piece(self, planted: list[str]) -> str:
        drawn, one = self.random.random(), self.phrases.one
        if drawn < 0.10:
            return f"## {one('headings')}\n"
        if drawn < 0.18:
            return "".join(f"- {one('sentences')}\n" for _ in range(self.random.randint(2, 5)))
        if drawn < 0.22:
            return f"> {one('sentences')}\n"
        if drawn < 0.26:
            rows = "".join(f"| {one('headings')} | {i}5分钟 |\n" for i in range(1, 4))
            return f"| 项目 | 时间 |\n| --- | --- |\n{rows}"
        if drawn < 0.31:
            number = self.random.randint(1, 999)
            return f"![{one('captions')}](https://img.hospital.example/{number}.jpg)\n"
        if drawn < 0.40:
            return self.prose(planted) + one("markup") + "\n"
        return self.prose(planted) + "\n"


def make(folder: Path, size: int, seed: int = 7, hit_terms: list[str] | None = None) -> dict:
    """Writes `size` bytes of drafts as folder/{html,markdown}/{a,b}/NNNNN.*, half in `a` and half
    in `b`, and returns files and bytes a format."""
    drafts = Drafts(seed, hit_terms or terms.invented(1_000))
    made = {}
    for name, ending, share, draw in (
        ("html", "html", HTML_SHARE, drafts.html),
        ("markdown", "md", 1 - HTML_SHARE, drafts.markdown),
    ):
        for half in "ab":
            (folder / name / half).mkdir(parents=True, exist_ok=True)
        halves, files = {"a": 0, "b": 0}, 0
        while sum(halves.values()) < size * share:
            half = min(halves, key=halves.__getitem__)
            data = draw().encode()
            (folder / name / half / f"{files:05}.{ending}").write_bytes(data)
            halves[half] += len(data)
            files += 1
        made[name] = {"files": files, "bytes": sum(halves.values())}
    return made

"""The layouts of web pages: WeChat articles and four kinds of content management system."""

from collections.abc import Callable

from phrases import Phrases

# What must stay unreported: faults inside scripts, styles, templates and comments.
SCRIPT = """var tips=["你好,世界","网站!!!标题","他说:\\"来吧\\"","１２３"];
function show(a,b){if(a<b&&b>0){document.title="测试,测试";}return a+","+b;}
"""
# One fault in the prose of every page: it must be found, once, and where it stands.
PLANTED = "请按时复查,不要自行停药。"
PLANTED_TRADITIONAL = "請按時覆診,不要自行停藥。"
STYLE = """.nav:before{content:"菜单,更多...";}
.article p{font-family:"微软雅黑",sans-serif;line-height:2em;}
"""


class Builder:
    """Text of one page as it grows, in simplified or traditional characters."""

    def __init__(self, phrases: Phrases, traditional: bool) -> None:
        self.phrases = phrases
        self.random = phrases.random
        self.sentences = "traditional" if traditional else "sentences"
        self.title = phrases.one("traditional-titles" if traditional else "titles")
        self.traditional = traditional
        self.planted = PLANTED_TRADITIONAL if traditional else PLANTED

    def paragraph(self) -> str:
        count = self.random.randint(1, 4)
        text = "".join(self.phrases.one(self.sentences) for _ in range(count))
        planted, self.planted = self.planted, ""
        return text + planted

    def label(self, section: str) -> str:
        return self.title if self.traditional else self.phrases.one(section)

    def simplified(self, text: str) -> str:
        """The text, or nothing on a traditional page, whose encoding may lack its characters."""
        return "" if self.traditional else text

    def fill(self, piece: Callable[[], str], size: int) -> str:
        """Pieces up to about `size` bytes of UTF-8."""
        out, done = [], 0
        while done < size:
            text = piece()
            out.append(text)
            done += len(text.encode())
        return "".join(out)

    def scripts(self, size: int) -> str:
        """Inline scripts that open no element of their own, as pages carry them."""
        script = self.simplified(SCRIPT)
        number = self.random.randint
        data = lambda: f"d.push({{id:{number(1, 10**6)},w:\"a<b\",n:{number(1, 99)}}});\n"
        return (
            f'<script type="text/javascript">\n{script}var d=[];\n{self.fill(data, size)}</script>\n'
            '<script type="application/ld+json">{"@type":"Article","name":"a,b"}</script>\n'
        )

    def style(self) -> str:
        return f"<style>\n{self.simplified(STYLE)}</style>\n"

    def navigation(self, element: str) -> str:
        """A menu whose names are joined by half-width marks, as menus are."""
        names = [self.title] * 3 if self.traditional else self.phrases.sections["navigation"]
        links = "|".join(f'<a href="/{i}.html">{name}</a>,' for i, name in enumerate(names))
        return f"<{element}>{links}</{element.split()[0]}>\n"

    def picture(self, size: int = 400) -> str:
        text = "iVBORw0KGgo" + "QUJDREVG" * (size // 8)
        caption = self.label("captions")
        return f'<p><img alt="{caption}" src="data:image/png;base64,{text}"></p>\n'


def head(b: Builder, charset: str, script_size: int) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="{charset}">\n'
        f"<title>{b.title}</title>\n{b.style()}{b.scripts(script_size)}</head>\n"
    )


def wechat(phrases: Phrases, charset: str, size: int, traditional: bool) -> str:
    b = Builder(phrases, traditional)
    style = "box-sizing: border-box;line-height: 1.75em;"

    def piece() -> str:
        if b.random.random() < 0.1:
            number = b.random.randint(1, 10**9)
            return (
                f'<section style="{style}"><img class="rich_pages wxw-img" alt="{b.title}"'
                f' data-src="https://img.hospital.example/{number}/640" data-w="1080"'
                ' data-ratio="0.66" src="data:image/svg+xml,%3Csvg%3E%3C/svg%3E"></section>\n'
            )
        return (
            f'<section data-tools="135{b.simplified("编辑器")}" style="{style}">'
            f'<section style="{style}"><p style="{style}">'
            f'<span leaf="">{b.paragraph()}</span></p></section></section>\n'
        )

    return (
        head(b, charset, size // 3)
        + f'<body>\n<h1 class="rich_media_title" id="activity-name">{b.title}</h1>\n'
        '<div id="js_content" style="visibility: hidden; opacity: 0;">\n'
        + b.fill(piece, size // 2)
        + "</div>\n"
        + b.scripts(size // 6)
        + "</body>\n</html>\n"
    )


def portal(phrases: Phrases, charset: str, size: int, traditional: bool) -> str:
    b = Builder(phrases, traditional)
    body = lambda: f"<p>{b.paragraph()}</p>\n"
    return (
        head(b, charset, size // 2)
        + "<body>\n<header>"
        + b.navigation("nav")
        + f"</header>\n<!-- {b.simplified('正文,开始')} -->\n"
        + f'<main><article class="article"><h1>{b.title}</h1>\n'
        + b.picture(size // 6)
        + b.fill(body, size // 4)
        + "</article></main>\n<footer>"
        + b.navigation("nav")
        + "</footer>\n"
        + b.scripts(size // 12)
        + "</body>\n</html>\n"
    )


def tables(phrases: Phrases, charset: str, size: int, traditional: bool) -> str:
    b = Builder(phrases, traditional)
    row = lambda: f"<TR><TD WIDTH=600><FONT SIZE=3>&nbsp;&nbsp;{b.paragraph()}</FONT></TD></TR>\n"
    return (
        "<HTML>\n<HEAD>\n"
        f'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={charset}">\n'
        f"<TITLE>{b.title}</TITLE>\n{b.style()}{b.scripts(size // 3)}</HEAD>\n<BODY>\n"
        + b.navigation('div class="nav" role="navigation"')
        + f"<CENTER><H1>{b.title}</H1></CENTER>\n<TABLE BORDER=0>\n"
        + b.fill(row, size // 2)
        + "</TABLE>\n"
        + b.scripts(size // 6)
        + "</BODY>\n</HTML>\n"
    )


def word(phrases: Phrases, charset: str, size: int, traditional: bool) -> str:
    b = Builder(phrases, traditional)
    style = "text-indent:21.0pt;mso-char-indent-count:2.0;font-family:SimSun"

    def piece() -> str:
        return (
            f'<p class="MsoNormal" style="{style}"><span lang="EN-US"><o:p></o:p></span>'
            f'<span style="font-size:14.0pt">{b.paragraph()}</span></p>\n'
        )

    return (
        head(b, charset, size // 4)
        + "<body>\n<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->\n"
        + b.navigation('ul class="menu" role="navigation"')
        + f'<div id="content"><h1>{b.title}</h1>\n'
        + b.fill(piece, size * 2 // 3)
        + "</div>\n"
        + b.scripts(size // 12)
        + "</body>\n</html>\n"
    )


def mobile(phrases: Phrases, charset: str, size: int, traditional: bool) -> str:
    b = Builder(phrases, traditional)

    def item() -> str:
        heading = b.label("headings")
        return f"<div class=t><h2>{heading}</h2><div>{b.paragraph()}<br></div></div>\n"

    return (
        head(b, charset, size // 2)
        + f'<body onload="show(1,2)">\n<template><p>{b.simplified("模板,里面")}</p></template>\n'
        + b.navigation("nav")
        + f"<h1>{b.title}</h1>\n"
        + b.fill(item, size * 5 // 12)
        + "<noscript><p>a,b</p></noscript>\n"
        + b.scripts(size // 12)
        + "</body>\n</html>\n"
    )


LAYOUTS = {"wechat": wechat, "portal": portal, "tables": tables, "word": word, "mobile": mobile}

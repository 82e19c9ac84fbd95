"""How drafts come in and go out of the self-check page."""

import re

from playwright.sync_api import expect

from checking import PASTES, CheckPage, drop, shoot


def check_empty(browser, base, shots):
    check = CheckPage(browser, base)
    expect(check.page.get_by_text("把稿件贴到这里")).to_be_visible()
    expect(check.page.locator("#check-copy")).to_be_hidden()
    assert check.page.evaluate("localStorage.length + sessionStorage.length") == 0
    shoot(check, shots, "check-empty")
    check.audit("empty")
    check.close()


def check_sample(browser, base, shots):
    check = CheckPage(browser, base)
    check.page.click(".start [data-act=sample]")
    check.summary("发现 .*处必须改、.*处须核对、.*条建议")
    shoot(check, shots, "check-1280")
    check.page.click("#check-next")
    expect(check.page.locator(".finding.is-open .finding-why")).to_be_visible()
    shoot(check, shots, "check-1280-finding", full=False)
    check.audit("1280 px")
    check.page.click("#check-fix-all")
    expect(check.page.locator("#check-fix-all")).to_be_hidden()
    check.page.click("#check-clear")
    expect(check.page.get_by_text("把稿件贴到这里")).to_be_visible()
    check.page.click("#check-toast [data-act=undo]")
    expect(check.page.locator("#check-rich")).to_contain_text("义诊，共有")
    check.close()


def check_word(browser, base, shots):
    check = CheckPage(browser, base)
    html = (PASTES / "word.html").read_text("utf-8")
    body = check.sent(lambda: check.paste(html))
    assert "mso-" not in body and "Mso" not in body and "<o:p" not in body and "windowtext" not in body, body
    assert "lang=" not in body, "Word's languages of runs are not the writer's"
    assert re.search(r"<h1[^>]*><span>流感疫苗接种提醒</span>", body), body
    assert "<b>老年人和儿童</b>" in body and "<ul><li>" in body and "一、" in body, body
    assert 'src="file:///C:' in body and 'alt="接种门诊外景"' in body, body
    rich = check.page.locator("#check-rich")
    assert rich.locator("table tr").count() == 2 and rich.locator("ul li").count() == 2
    assert rich.locator("img").get_attribute("src") is None
    check.card("半角「,」").get_by_role("button", name="改为「，」").click()
    expect(rich).to_contain_text("高发期，建议")
    expect(check.card("半角「,」")).to_have_count(0)
    expect(check.page.locator("#check-title-hint")).to_contain_text("流感疫苗接种提醒")
    shoot(check, shots, "check-word")
    check.close()


def check_wps(browser, base, shots):
    check = CheckPage(browser, base)
    check.page.fill("#check-title", "义诊进社区")
    check.paste((PASTES / "wps.html").read_text("utf-8"))
    expect(check.page.locator("#check-rich")).to_contain_text("本周六,我院到幸福社区义诊")
    expect(check.card("半角「,」").first).to_be_visible()
    check.page.click("#check-fix-all")
    expect(check.page.locator("#check-rich")).to_contain_text("本周六，我院到幸福社区义诊")
    expect(check.page.locator("#check-toast")).to_contain_text("改好了")
    check.page.click("#check-toast [data-act=undo]")
    expect(check.page.locator("#check-rich")).to_contain_text("本周六,我院到幸福社区义诊")
    expect(check.card("半角「,」").first).to_be_visible()
    check.close()


def check_wechat(browser, base, shots):
    check = CheckPage(browser, base)
    check.page.fill("#check-title", "护眼三件事")
    check.paste((PASTES / "wechat.html").read_text("utf-8"))
    expect(check.page.locator("#check-toast")).to_contain_text("去掉了 1 个")
    check.card("半角「,」").get_by_role("button", name="改为「，」").click()
    expect(check.card("半角「,」")).to_have_count(0)
    check.page.click("#check-copy")
    html, text = check.clipboard("text/html"), check.clipboard("text/plain")
    assert "，眼睛离书本一尺" in html and "，眼睛离书本一尺" in text, (html, text)
    for kept in (
        'data-src="https://mmbiz.qpic.cn/sz_mmbiz_jpg/abc123/640?wx_fmt=jpeg&amp;from=appmsg"', "font-weight: bold",
        "<section", 'leaf=""', "background-image: url(https://mmbiz.qpic.cn", "text-indent: 2em", 'alt="孩子在操场上"',
    ):
        assert kept in html, (kept, html)
    assert "data-keep" not in html and "is-marked" not in html, html
    shoot(check, shots, "check-wechat")
    # Pasted back, it is the same text.
    first = check.sent(lambda: check.page.click("label:has([value=website])"))
    check.page.click("#check-clear")
    check.page.fill("#check-title", "护眼三件事")
    check.settled()
    second = check.sent(lambda: check.paste(html, text))
    assert strip(first) == strip(second), (first, second)
    check.close()


def strip(html):
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", html))


def check_files(browser, base, shots):
    check = CheckPage(browser, base)
    text = "门诊时间调整通知\n自11月30日起,门诊改到二楼。\n"
    drop(check.page, "通知.txt", text.encode("gb18030"), "text/plain")
    expect(check.page.locator("#check-rich p")).to_have_count(2)
    expect(check.page.locator("#check-toast")).to_contain_text("GB18030")
    expect(check.card("半角「,」")).to_be_visible()
    check.page.set_input_files(
        "#check-file", {"name": "a.md", "mimeType": "text/markdown", "buffer": "﻿# 题\n\n正文,完\n".encode("utf-8")}
    )
    expect(check.page.locator("#check-markdown")).to_have_value("# 题\n\n正文,完\n")
    expect(check.card("半角「,」")).to_be_visible()
    page = "<html><head><meta charset=gbk><title>页名</title></head><body><h1>题目在此</h1><p>正文,完</p></body></html>"
    drop(check.page, "页.html", page.encode("gbk"), "text/html")
    expect(check.page.locator("#check-title")).to_have_value("题目在此")
    expect(check.page.locator("#check-rich")).to_have_text("正文,完")
    drop(check.page, "稿.docx", b"PK\x03\x04", "application/octet-stream")
    expect(check.page.locator("#check-toast")).to_contain_text("Word 或 WPS")
    drop(check.page, "坏.txt", b"\x81\x20\xff\xff\x00", "text/plain")
    expect(check.page.locator("#check-toast")).to_contain_text("认不出")
    expect(check.page.locator("#check-rich")).to_have_text("正文,完")
    check.close()


def check_typing(browser, base, shots):
    """Enter, undo and redo in the rich editor; paragraphs are paragraphs."""
    check = CheckPage(browser, base)
    check.page.click("#check-rich")
    check.page.keyboard.type("第一段")
    check.page.keyboard.press("Enter")
    check.page.keyboard.type("第二段")
    expect(check.page.locator("#check-rich > p")).to_have_count(2)
    check.put_on_clipboard("<p>甲</p><p>乙</p>")
    check.page.keyboard.press("Control+v")
    expect(check.page.locator("#check-rich > p")).to_have_count(4)
    check.page.keyboard.press("Control+z")
    expect(check.page.locator("#check-rich")).to_have_text("第一段第二段")
    check.page.keyboard.press("Control+Shift+z")
    expect(check.page.locator("#check-rich > p")).to_have_count(4)
    check.page.keyboard.press("Control+a")
    check.page.keyboard.press("Delete")
    expect(check.page.get_by_text("把稿件贴到这里")).to_be_visible()
    # A line goes into a line.
    check.page.keyboard.type("前后")
    check.page.keyboard.press("ArrowLeft")
    check.put_on_clipboard("", "中")
    check.page.keyboard.press("Control+v")
    expect(check.page.locator("#check-rich > p")).to_have_text("前中后")
    check.page.keyboard.type("间")
    expect(check.page.locator("#check-rich > p")).to_have_text("前中间后")
    check.close()


def check_composing(browser, base, shots):
    """What an input method has not finished is not judged."""
    check = CheckPage(browser, base)
    keys, asked = check.context.new_cdp_session(check.page), []
    check.page.on("request", lambda request: asked.append(request.url) if "/v1/checks" in request.url else None)
    for area in ("#check-rich", "#check-title"):
        check.page.click(area)
        for text in ("n", "ni", "ni h", "ni hao"):
            keys.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        check.page.evaluate("new Promise((done) => setTimeout(done, 700))")
        assert asked == [], f"{area}: asked while composing"
        body = check.sent(lambda: keys.send("Input.insertText", {"text": "你好"}))
        assert "你好" in body and "ni" not in body, body
        check.settled()
        asked.clear()
    check.close()


TESTS = [
    check_empty, check_sample, check_word, check_wps, check_wechat, check_files, check_typing, check_composing,
]

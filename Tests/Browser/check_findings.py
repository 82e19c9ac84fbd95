"""Where findings stand on the self-check page, and what their fixes change."""

import re

from playwright.sync_api import expect

from checking import CORPUS, PASTES, CheckPage, drop, shoot


def check_markdown(browser, base, shots):
    check = CheckPage(browser, base)
    check.page.click("label:has([value=markdown])")
    area = check.page.locator("#check-markdown")
    area.press_sequentially("# 周六义诊\n\n地点在门诊大厅,欢迎来。\n")
    check.summary("处必须改")
    expect(check.card("半角「,」")).to_have_count(1)
    # A place is found from the caret, and the list from the place.
    check.card("半角「,」").locator(".finding-open").click()
    expect(check.card("半角「,」")).to_contain_text("GB/T 15834")
    assert check.page.evaluate("[...CSS.highlights.get('current')].map(String)") == [","]
    check.page.keyboard.press("Escape")
    area.evaluate("(area) => { area.focus(); area.setSelectionRange(17, 17) }")
    area.press("ArrowLeft")
    expect(check.page.locator(".finding.is-open")).to_contain_text("半角「,」")
    area.press("Alt+Enter")
    expect(area).to_have_value("# 周六义诊\n\n地点在门诊大厅，欢迎来。\n")
    expect(check.card("半角「,」")).to_have_count(0)
    area.press("Control+z")
    expect(area).to_have_value("# 周六义诊\n\n地点在门诊大厅,欢迎来。\n")
    area.press("Control+y")
    expect(area).to_have_value("# 周六义诊\n\n地点在门诊大厅，欢迎来。\n")
    check.settled()
    check.page.click("#check-copy")
    expect(check.page.locator("#check-toast")).to_contain_text("复制")
    assert check.clipboard("text/plain") == "# 周六义诊\n\n地点在门诊大厅，欢迎来。\n"
    check.close()


RICH = """# 周六义诊

**地点**在*门诊*大厅，见[通知](https://a.gov.cn/?a=1&b=2)。[^1]
自带证件。

1. 挂号
   - 初诊
2. 看诊

| 科室 | 时间 |
|---|---|
| 内科 | 八点 |

> 免费

<script>__xss()</script><img src=x onerror=__xss()><b onclick=__xss()>注意</b>

[^1]: 以当天为准。
"""


def check_rich_markdown(browser, base, shots):
    """What Markdown means goes along as rich text, and nothing that runs, even without the page's policy."""
    check = CheckPage(browser, base, policy=False)
    check.page.click("label:has([value=markdown])")
    check.page.fill("#check-markdown", RICH)
    check.settled()
    check.page.click("#check-copy")
    expect(check.page.locator("#check-toast")).to_contain_text("复制")
    html = check.clipboard("text/html")
    for part in (
        "<h1>周六义诊</h1>", "<strong>地点</strong>", "<em>门诊</em>", '<a href="https://a.gov.cn/?a=1&amp;b=2">通知</a>',
        "<sup>[1]</sup>", "<ol>", "<ul>", "border: 1px solid", "八点</td>", "<blockquote", "<b>注意</b>", "[1] 以当天为准",
    ):
        assert part in html, (part, html)
    assert "script" not in html and "onclick" not in html and "onerror" not in html and "data-" not in html, html
    assert check.clipboard("text/plain") == RICH
    check.close()


def check_places(browser, base, shots):
    """What is marked is what the finding quotes: behind entities, characters outside the BMP, images, in titles."""
    check = CheckPage(browser, base)
    check.page.fill("#check-title", "𠮷祥 & 如意！！！")
    check.paste(
        "<h2>A &lt; B &amp; 𠮷</h2><p>甲&amp;乙&nbsp;<b>丙</b>𠮷,丁<i>,</i>戊</p>"
        '<p><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="></p>'
    )
    expect(check.card("半角「,」")).to_have_count(2)
    marked = check.page.evaluate(
        "['error','warning','suggestion'].flatMap((one) => [...CSS.highlights.get(one)].map(String))"
    )
    assert marked.count(",") == 2 and "！！！" in marked, marked
    assert check.page.locator("img.is-marked").count() == 1
    assert check.page.locator("#check-rich img").get_attribute("src").startswith("data:image/png")
    body = check.sent(lambda: check.page.click("#check-fix-all"))
    assert body.startswith("<h1>𠮷祥 &amp; 如意！</h1>"), body
    assert "<h2>A &lt; B &amp; 𠮷</h2><p>甲&amp;乙" in body.replace("\n", ""), body
    assert "𠮷，丁<i>，</i>戊" in body, body
    assert "iVBOR" not in body, "pictures that came along are not sent"
    check.settled()
    check.page.click("#check-copy")
    assert "iVBOR" in check.clipboard("text/html")
    # A click on the picture shows its finding.
    check.page.click("#check-rich img")
    expect(check.page.locator(".finding.is-open")).to_contain_text("图片")
    check.close()


def check_mapping(browser, base, shots):
    """Any stretch of what is sent, cut between characters, is the text that its place in the editor holds."""
    check = CheckPage(browser, base, policy=False)
    drafts = sorted(CORPUS.glob("*/draft.html"))[:40] + sorted(PASTES.glob("*.html"))
    total = 0
    for draft in drafts:
        count = check.page.evaluate(MAPPING, draft.read_bytes().decode("utf-8", "replace"))
        total += count
    assert total > 10_000, total
    check.close()


MAPPING = """async (html) => {
  const { clean } = await import("/assets/check-clean.js");
  const { placeOf } = await import("/assets/check-places.js");
  const { writeRich } = await import("/assets/check-written.js");
  const editor = document.createElement("div");
  editor.append(...clean(html, (alt) => alt).nodes);
  const title = { value: "甲 & 乙", node: document.createTextNode("甲 & 乙") };
  const written = writeRich(title, editor);
  const bytes = written.bytes;
  if (written.pieces.length === 0) return 0;
  // Where a cut leaves no character and no entity in two.
  const cuts = written.pieces.flatMap(({ start, end }) => {
    const own = [];
    for (let byte = start; byte < end; byte += 1) {
      if ((bytes[byte] & 0xc0) === 0x80) continue;
      own.push(byte);
      if (bytes[byte] === 0x26) while (bytes[byte] !== 0x3b) byte += 1;
    }
    return [...own, end];
  });
  const decoder = new TextDecoder();
  let seed = 7, count = 0;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < Math.min(2000, cuts.length); round += 1) {
    const index = random(cuts.length);
    const start = cuts[index], end = cuts[Math.min(cuts.length - 1, index + 1 + random(12))];
    if (end <= start || (start < written.bodyStart) !== (end <= written.bodyStart)) continue;
    const page = new DOMParser().parseFromString(`<pre>${decoder.decode(bytes.subarray(start, end))}`, "text/html");
    const expected = page.body.textContent.replace(/\\n/g, "");
    const found = placeOf(written, start, end)?.range?.toString() ?? "";
    if (found.replace(/\\n/g, "") !== expected) throw new Error(`${start}-${end}: ${found} is not ${expected}`);
    count += 1;
  }
  return count;
}"""


def check_markup(browser, base, shots):
    """Fixes of an address and of a tag are edits as well, and are undone as well."""
    check = CheckPage(browser, base)
    link = "https://www.nhc.gov.cn/a/detail.shtml?id=7&amp;utm_source=wx"
    check.paste(f'<h1>门诊时间<br>调整通知</h1><p>详见<a href="{link}">国家卫生健康委通知</a>。</p>')
    rich = check.page.locator("#check-rich")
    card = check.page.locator(".finding", has=check.page.locator("[data-part=fix]"), has_text="跟踪参数")
    expect(card).to_have_count(1)
    assert "utm_source" in rich.locator("a").get_attribute("data-keep-href")
    assert rich.locator("a").get_attribute("href") is None
    card.locator("[data-part=fix]").click()
    expect(rich.locator("a")).to_have_attribute("data-keep-href", "https://www.nhc.gov.cn/a/detail.shtml?id=7")
    expect(card).to_have_count(0)
    broken = check.card("换行")
    expect(rich.locator("h1 br")).to_have_count(1)
    broken.locator("[data-part=fix]").click()
    expect(rich.locator("h1 br")).to_have_count(0)
    expect(rich.locator("h1")).to_have_text("门诊时间调整通知")
    expect(broken).to_have_count(0)
    check.page.click("#check-toast [data-act=undo]")
    expect(rich.locator("h1 br")).to_have_count(1)
    expect(rich.locator("a")).to_have_attribute("data-keep-href", "https://www.nhc.gov.cn/a/detail.shtml?id=7")
    check.close()


def check_corpus(browser, base, shots):
    """On the corpus's pages, fixing all at once makes of the text that was sent what its edits make of its bytes."""
    check = CheckPage(browser, base)
    page, changed = check.page, 0
    drafts = sorted(CORPUS.glob("*/draft.html"))
    for draft in drafts[::3]:
        sent, report = check.judged(lambda: drop(page, "稿.html", draft.read_bytes(), "text/html"))
        safe = [one["fix"]["edits"] for one in report["findings"] if one["fix"] and one["fix"]["safety"] == "safe"]
        if not safe:
            continue
        expect(page.locator("#check-fix-all")).to_be_visible()
        fixed, _ = check.judged(lambda: page.click("#check-fix-all"))
        expected = edited(sent, sorted(safe, key=lambda edits: rank(report, edits)))
        assert fixed.split() == expected.split(), f"{draft}\n{fixed}\n{expected}"
        changed += 1
    assert changed >= 5, changed
    check.close()


def rank(report, edits):
    owner = next(one for one in report["findings"] if one["fix"] and one["fix"]["edits"] is edits)
    return ["error", "warning", "suggestion"].index(owner["severity"])


def edited(text, fixes):
    """The first of overlapping fixes wins, as on the page."""
    data, taken = text.encode("utf-8"), []
    for edits in fixes:
        spans = [(edit["start"], edit["end"]) for edit in edits]
        if all(a >= end or start >= b for a, b in spans for start, end, _ in taken) and all(
            a != start for a, _ in spans for start, _, _ in taken
        ):
            taken += [(edit["start"], edit["end"], edit["text"]) for edit in edits]
    for start, end, new in sorted(taken, reverse=True):
        data = data[:start] + new.encode("utf-8") + data[end:]
    return data.decode("utf-8")


def check_masks(browser, base, shots):
    check = CheckPage(browser, base)
    check.page.fill("#check-title", "寻找失主")
    check.paste("<p>失主王某某，手机号13912345678，请到门诊部领取。</p>")
    card = check.card("手机号").first
    expect(card).to_be_visible()
    assert "13912345678" not in check.page.locator(".results").inner_text()
    expect(card.locator("mark")).to_contain_text("139****5678")
    card.get_by_role("button", name="遮盖中间几位", exact=True).click()
    expect(check.page.locator("#check-rich")).to_contain_text("139****5678")
    check.close()


def check_frozen(browser, base, shots):
    check = CheckPage(browser, base)
    check.page.click("label:has([value=markdown])")
    check.page.fill("#check-markdown", "# 关于转发文件的通知\n\n绝密★10年\n\n请各科室遵照执行。\n")
    expect(check.page.locator("#check-advice")).to_contain_text("不要继续编辑、转发或上传")
    expect(check.card("立即停止")).to_have_count(1)
    assert "绝密★10年" not in check.page.locator(".results").inner_text()
    shoot(check, shots, "check-frozen")
    check.close()


def check_long(browser, base, shots):
    """An article of 20,000 characters with a thousand findings stays usable."""
    check = CheckPage(browser, base)
    line = "每天走路半小时,对心脏有好处,也能控制体重。"
    check.paste("<h1>多走路</h1>" + f"<p>{line * 2}</p>" * 450)
    expect(check.page.locator(".group.error .group-count")).to_have_text(re.compile(r"^1[,\d]{3}"), timeout=15_000)
    expect(check.page.locator(".group-rest").first).to_contain_text("没有列出")
    for _ in range(3):
        check.page.keyboard.type("好")
    typed = check.page.evaluate(
        """() => { const start = performance.now(); document.execCommand("insertText", false, "字");
             return performance.now() - start; }"""
    )
    assert typed < 200, f"a key takes {typed} ms"
    check.page.click("#check-fix-all")
    expect(check.card("半角「,」")).to_have_count(0, timeout=15_000)
    check.page.click("#check-toast [data-act=undo]")
    expect(check.page.locator(".group.error .group-count")).to_have_text(re.compile(r"^1[,\d]{3}"), timeout=15_000)
    check.close()


def check_without_highlights(browser, base, shots):
    """A browser that cannot highlight ranges has the list, and selects the place."""
    check = CheckPage(browser, base, script="delete window.Highlight")
    check.page.fill("#check-title", "预防流感")
    check.paste("<p>勤洗手,多通风。</p>")
    check.card("半角「,」").locator(".finding-open").click()
    assert check.page.evaluate("getSelection().toString()") == ","
    check.page.click("label:has([value=markdown])")
    check.page.fill("#check-markdown", "# 预防流感\n\n勤洗手,多通风。\n")
    check.card("半角「,」").locator(".finding-open").click()
    area = check.page.locator("#check-markdown")
    assert area.evaluate("(area) => area.value.slice(area.selectionStart, area.selectionEnd)") == ","
    check.close()


TESTS = [
    check_markdown, check_rich_markdown, check_places, check_mapping, check_markup, check_corpus, check_masks, check_frozen, check_long,
    check_without_highlights,
]

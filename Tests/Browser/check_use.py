"""The self-check page by keyboard, on small screens, in English, with the server gone and under attack."""

import re

from playwright.sync_api import expect

from checking import CheckPage, drop, shoot, wait
from payloads import payloads


def check_keyboard(browser, base, shots):
    """Everything without a mouse."""
    check = CheckPage(browser, base)
    page = check.page
    press = page.keyboard.press
    for _ in range(40):
        press("Tab")
        if page.evaluate("document.activeElement.id") == "check-title":
            break
    page.keyboard.type("预防流感,人人有责")
    press("Tab")
    while page.evaluate("document.activeElement.id") != "check-rich":
        press("Tab")
    page.keyboard.type("勤洗手,多通风。")
    press("Enter")
    page.keyboard.type("来源：宣传科,作者：李敏")
    expect(check.card("半角「,」").first).to_be_visible()
    count = check.card("半角「,」").count()
    assert count >= 2, count
    press("Alt+ArrowDown")
    expect(page.locator(".finding.is-open")).to_have_count(1)
    expect(page.locator("#check-teller")).to_contain_text("第 1 处")
    press("Alt+ArrowDown")
    expect(page.locator("#check-teller")).to_contain_text("第 2 处")
    press("Alt+ArrowUp")
    expect(page.locator("#check-teller")).to_contain_text("第 1 处")
    # Into the list, to a fix, and on from there when it is made.
    for _ in range(60):
        press("Tab")
        if page.evaluate("document.activeElement.dataset.part") == "fix":
            break
    with page.expect_response(lambda answer: "/v1/checks" in answer.url):
        press("Enter")
    expect(check.card("半角「,」")).to_have_count(count - 1)
    assert page.evaluate("document.activeElement.closest('.finding') !== null"), "the list keeps the focus"
    # Shortcuts can be turned off.
    press("Escape")
    page.focus("#check-keys")
    press("Space")
    press("Alt+ArrowDown")
    expect(page.locator(".finding.is-open")).to_have_count(0)
    check.close()


def check_failures(browser, base, shots):
    check = CheckPage(browser, base)
    page, failure = check.page, check.page.locator("#check-failure")
    page.click(".start [data-act=sample]")
    check.summary("发现")
    page.route("**/v1/checks?**", lambda route: route.abort())
    page.click("label:has([value=website])")
    expect(failure).to_contain_text("连不上检查服务")
    expect(failure).to_contain_text("秒后自动再试")
    expect(page.locator("#check-rich")).to_contain_text("管住嘴")
    shoot(check, shots, "check-offline")
    check.audit("offline")
    with page.expect_request(lambda request: "/v1/checks" in request.url):
        failure.get_by_role("button", name="现在重试").click()
    expect(failure).to_be_visible()
    page.unroute("**/v1/checks?**")
    page.click("label:has([value=wechat])")
    expect(failure).to_be_hidden()
    for status, said in ((401, "登录后才能检查"), (413, "超过 2 MB"), (429, "正忙"), (500, "出错了")):
        page.route("**/v1/checks?**", answering(status))
        page.click("label:has([value=website])" if status in (401, 429) else "label:has([value=wechat])")
        expect(failure).to_contain_text(said)
        page.unroute("**/v1/checks?**")
    check.close()


def answering(status):
    return lambda route: route.fulfill(status=status, body="{}")


def check_late_answers(browser, base, shots):
    """An answer to what is no longer written is not shown."""
    check = CheckPage(browser, base)
    page, held = check.page, []
    page.click("label:has([value=markdown])")
    page.route("**/v1/checks?**", lambda route: held.append(route) if not held else route.continue_())
    page.fill("#check-markdown", "# 旧稿\n\n旧的一句,话。\n")
    wait(page, lambda: held)
    page.fill("#check-markdown", "# 新稿\n\n新的一句话。\n")
    check.summary(".")
    expect(check.card("半角「,」")).to_have_count(0)
    try:
        held[0].continue_()
    except Exception:  # The page has given the request up.
        pass
    page.evaluate("new Promise((done) => setTimeout(done, 300))")
    expect(check.card("半角「,」")).to_have_count(0)
    check.close()


def check_hostile(browser, base, shots):
    """Without the page's policy: what is pasted must be harmless by itself."""
    check = CheckPage(browser, base, policy=False)
    page = check.page
    table = payloads()
    assert len(table) >= 200, len(table)
    title = page.title()
    paste = """(html) => {
        const transfer = new DataTransfer();
        transfer.setData("text/html", html);
        document.querySelector("#check-rich").dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
      }"""
    for payload in table:
        page.evaluate(paste, payload)
    body = check.sent(lambda: page.fill("#check-title", "".join(table[-60:])))
    assert "<script" not in body.lower().split("</h1>")[1], body
    live = page.evaluate(
        """() => [...document.querySelectorAll("#check-rich *")].flatMap((element) => [...element.attributes]
             .filter(({ name, value }) => !/^(data-keep-|data-tag$|alt$|class$|colspan$|rowspan$)/.test(name)
               && !(name === "src" && /^data:image\\/(png|jpeg|gif|webp);base64,/.test(value)))
             .map(({ name, value }) => `${element.localName} ${name}=${value}`))"""
    )
    assert live == [], live
    check.settled()
    page.click("#check-copy")
    copied = check.clipboard("text/html")
    unsafe = page.evaluate(
        """(html) => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("*")].flatMap((element) =>
             [element.localName, ...[...element.attributes].map(({ name, value }) => `${name}=${value}`)])
             .filter((part) => /^(script|iframe|object|embed|svg|math|form|on\\w+=|\\w+=\\s*(java|vb)script:|style=.*expression)/i.test(part))""",
        copied,
    )
    assert unsafe == [], unsafe
    # Back from the clipboard, from a file, as Markdown, and under the pointer and the caret.
    drop(page, "a.html", "".join(table).encode("utf-8"), "text/html")
    drop(page, "a.md", "\n\n".join(table).encode("utf-8"), "text/markdown")
    check.settled()
    page.click("label:has([value=rich])")
    for element in page.locator("#check-rich a").all()[:20]:
        element.click(force=True)
    check.settled()
    page.click("#check-next")
    assert page.title() == title, "a payload ran"
    assert page.url == f"{base}/check"
    check.close()


def check_narrow(browser, base, shots):
    check = CheckPage(browser, base, width=375, height=760)
    page = check.page
    shoot(check, shots, "check-empty-375")
    page.click(".start [data-act=sample]")
    check.summary("发现")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375, "nothing is wider than the screen"
    check.audit("375 px")
    shoot(check, shots, "check-375")
    # A tap on a marked place brings its finding up from below.
    box = page.evaluate(
        """() => { const [range] = CSS.highlights.get("error"); const { x, y, width, height } = range.getBoundingClientRect();
             return [x + width / 2, y + height / 2]; }"""
    )
    page.mouse.click(*box)
    sheet = page.locator(".finding.is-sheet")
    expect(sheet).to_be_visible()
    # Chromium takes a picture of a whole page in a taller window and makes it small again afterwards.
    page.wait_for_function(
        """() => innerHeight === 760 && document.querySelector(".finding.is-sheet")?.getBoundingClientRect().bottom <= 761"""
    )
    shoot(check, shots, "check-375-finding", full=False)
    sheet.get_by_role("button", name="改为「，」").click()
    expect(page.locator("#check-rich")).to_contain_text("义诊，共有")
    small = page.evaluate(
        """() => [...document.querySelectorAll("#check button, #check label")].filter((one) => one.checkVisibility())
             .map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
             .filter(([, box]) => box.height > 0 && (box.height < 24 || box.width < 24)).map(([text]) => text)"""
    )
    assert small in ([], ["标题"]), small
    check.close()


def check_zoomed(browser, base, shots):
    """200 % of 1280 px is 640 px of twice the density."""
    check = CheckPage(browser, base, width=640, height=430, scale=2)
    check.page.click(".start [data-act=sample]")
    check.summary("发现")
    assert check.page.evaluate("document.documentElement.scrollWidth") <= 640
    check.page.click("#check-next")
    expect(check.page.locator(".finding.is-open")).to_be_in_viewport()
    shoot(check, shots, "check-zoomed", full=False)
    check.close()


def check_english(browser, base, shots):
    check = CheckPage(browser, base, locale="en-US")
    expect(check.page.locator("h1")).to_have_text("Check a draft")
    check.page.click(".start [data-act=sample]")
    check.summary("Found: .* to fix")
    check.page.click("#check-next")
    expect(check.page.locator(".finding.is-open .finding-why")).to_be_visible()
    visible = check.page.locator(".tools, .results-head").all_inner_texts()
    assert not re.search(r"[\u4e00-\u9fff]", "".join(visible)), visible
    shoot(check, shots, "check-en")
    check.audit("English")
    check.close()


TESTS = [
    check_keyboard, check_failures, check_late_answers, check_hostile, check_narrow, check_zoomed, check_english,
]

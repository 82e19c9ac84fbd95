"""What a writer has typed is not lost: on the way from the self-check page, when a session ends, when a tab is closed."""

from playwright.sync_api import expect

from story import article
from visitor import Visitor

# One pixel, as an editor brings it along.
PICTURE = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Writer(Visitor):
    """Somebody whose browser asks before a page is left; what it asked is in `asked`."""

    def __init__(self, browser, gate, who, **more):
        self.asked = []
        super().__init__(browser, gate, who, **more)

    def _listen(self, page):
        super()._listen(page)
        page.on("dialog", self._answer)

    def _answer(self, dialog):
        self.asked.append(dialog.type)
        dialog.accept()


def hand_in(browser, gate, shots):
    """From the self-check page to a new draft: with its pictures, and without being asked."""
    writer = Writer(browser, gate, "lin")
    writer.go("/check")
    page = writer.page
    page.wait_for_selector("#check[data-ready]")
    page.fill("#check-title", "新门诊")
    page.evaluate(
        """([html]) => {
             const data = new DataTransfer();
             data.setData("text/html", html);
             const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
             document.querySelector("#check-rich").dispatchEvent(paste);
           }""",
        [f'<p>图里写着 data:image/png;base64,0 的字。</p><p><img src="{PICTURE}" alt="门诊"></p>'],
    )
    expect(page.locator("#check-rich img")).to_have_count(1)
    page.click("#check-hand-in")
    page.wait_for_url("**/drafts/new")
    content = page.locator("#f-content").input_value()
    assert PICTURE in content, content
    assert "data:image/png;base64,0 的字" in content, "what only looks like a picture was replaced"
    assert page.locator("#f-format").input_value() == "html"
    assert writer.asked == [], writer.asked
    # It is saved nowhere yet.
    page.goto(f"{gate.base}/queue")
    assert writer.asked == ["beforeunload"], writer.asked
    writer.close()


def new_session(browser, gate, shots):
    """The session ends while one writes; signed in anew in another window, one saves."""
    writer = Writer(browser, gate, "lin", expected="401|403")
    page = writer.page
    writer.go("/drafts/new")
    page.locator("#f-content").fill(article())
    page.locator('[name="column"]').select_option(gate.columns["notice"]["id"])
    writer.context.clear_cookies()
    page.locator(".saving button").click()
    alert = page.locator(".alert[role=alert]")
    expect(alert).to_contain_text("登录已经失效")
    expect(alert.locator('a[href="/sign-in"][target=_blank]')).to_be_visible()
    # Another person at the same browser does not save it under her own name.
    writer.context.add_cookies([gate.session("chen")])
    page.locator(".saving button").click()
    expect(alert).to_contain_text("登录已经失效")
    writer.context.clear_cookies()
    writer.context.add_cookies([gate.session("lin")])
    page.locator(".saving button").click()
    page.wait_for_url("**/drafts/*?done=saved")
    assert writer.asked == [], writer.asked
    writer.close()


def unsaved(browser, gate, shots):
    """What is declared counts as written; a save that failed saves nothing."""
    writer = Writer(browser, gate, "lin", expected="422")
    page = writer.page
    writer.go("/drafts/new")
    page.goto(f"{gate.base}/queue")
    assert writer.asked == [], "nothing has been written"
    writer.go("/drafts/new")
    page.locator('[name="form.fact_checked_by"]').fill("药剂科 王芳")
    page.locator("form.draft-form").evaluate("(form) => { form.noValidate = true }")
    page.locator(".saving button").click()
    expect(page.locator(".alert[role=alert]").first).to_be_visible()
    page.goto(f"{gate.base}/queue")
    assert writer.asked == ["beforeunload"], writer.asked
    writer.close()


TESTS = [hand_in, new_session, unsaved]

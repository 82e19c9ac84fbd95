"""The whole life of a draft through the pages: blocked, mended, escalated, reviewed, published exactly, verified."""

import re

from playwright.sync_api import expect

from gate import PASSWORD
from story import CHECKLISTS, CURE, Life, article, page
from visitor import Visitor

HAN = re.compile(r"[\u4e00-\u9fff]")


class Person(Visitor):
    """Somebody who works with one draft; axe looks at the Chinese pages, of which the others differ in words only."""

    def look(self, name, **more):
        super().look(name, axe=name.startswith("life-zh"), **more)

    def act(self, operation, done, **fields):
        """Unfolds a step of the desk's bar, fills it in and takes it; the boxes of a checklist are all ticked."""
        form = self.page.locator(f"form:has(input[name=action][value={operation}])")
        form.locator("xpath=..").locator("summary").click()
        for box in form.locator("input[type=checkbox]").all():
            box.check()
        for name, value in fields.items():
            form.locator(f"[name={name}]").fill(value)
        self.send(form.locator("button").last, done)

    def send(self, button, done):
        self.page.evaluate("document.querySelector('.notice')?.remove()")
        button.click()
        told = self.page.locator("main :is(.notice, .alert[role=alert], .fault)").first
        expect(told).to_be_visible()
        assert f"done={done}" in self.page.url, f"{self.page.url}: {told.inner_text()}"

    def named(self, name):
        return self.page.locator(f'[name="{name}"]')

    def says(self, words):
        if isinstance(words, str):
            words = re.compile(words)
        expect(self.page.locator("main")).to_contain_text(words)


def begin(author, shots=""):
    """A draft with an error that is told while it is written, saved all the same, with its release form."""
    author.go("/drafts/new")
    author.page.locator("#f-content").fill(article(more=CURE))
    author.named("column").select_option(author.gate.columns["notice"]["id"])
    live = author.page.locator("[data-part=findings] .severity-error")
    expect(live.first).to_be_visible()
    author.shoot(f"life{shots}-1-written")
    for name, value in (("public_basis", "own_work"), ("publicity", "open"), ("personal_data", "none")):
        author.page.locator(f'[name="form.{name}"][value={value}]').check()
    author.named("form.fact_checked_by").fill("药剂科 王芳")
    author.named("form.authors:lines").fill("林小雨")
    author.named("form.office_phone").fill("0000-1234567")
    author.page.locator("#g-note").evaluate("(group) => { group.open = true }")
    author.named("form.note").fill("受办公室委托")
    author.send(author.page.locator(".saving button"), "saved")
    path = author.page.url.removeprefix(author.base).split("?")[0]
    # The error stands against handing it in, and the page says so.
    expect(author.page.locator(".finding.severity-error")).to_have_count(1)
    expect(author.page.locator("form:has(input[name=action][value=submit])")).to_have_count(0)
    expect(author.page.locator("#off-submit")).not_to_be_empty()
    author.look(f"life{shots}-2-blocked")
    return path


def mend(author, path):
    author.page.locator(f'.bar a[href="{path}/edit"]').click()
    author.page.locator("#f-content").fill(article())
    expect(author.page.locator("[data-part=findings] .severity-error")).to_have_count(0)
    author.named("note").fill("删去治愈率")
    author.send(author.page.locator(".saving button"), "saved")
    expect(author.page.locator(".finding.severity-error")).to_have_count(0)
    author.act("submit", "submitted", note="请审核")
    author.go(f"{path}/compare")
    expect(author.page.locator("main del").first).to_contain_text("治愈率")


def ask_waiver(author, path):
    author.go(path)
    finding = author.page.locator(".finding.severity-warning:has(details.ask)").first
    finding.locator("details.ask > summary").first.click()
    finding.locator("[name=reason]").first.select_option("approved_document")
    finding.locator("textarea[name=note]").fill("以药监部门2号公告为准，已核对原文")
    finding.locator("[name=evidence]").fill("药监2号公告")
    author.send(finding.locator("details.ask button").first, "waiver_requested")


def from_queue(person, path):
    """To the desk as a reviewer goes there."""
    person.go("/queue")
    person.page.locator(f'main a[href="{path}"]').first.click()
    person.page.wait_for_url(f"**{path}")


def decide_waiver(leader, path):
    from_queue(leader, path)
    decide = leader.page.locator("form.decide")
    decide.locator("[name=note]").fill("公告属实，同意作此说明")
    leader.send(decide.locator("button[value=true]"), "waiver_decided")


def rehearse(publisher):
    """The rich copy pasted back out of an editor is what was approved; with a word changed it is not."""
    page = publisher.page
    page.locator("[data-rich]").click()
    expect(page.locator("[data-rich] + [role=status]")).not_to_be_empty()
    title = page.locator("[id^=copy-][id$=-title]").input_value()
    for change, look in (("0", "pass"), ("document.querySelector('[name=content]').value += '<p>加一句</p>'", "wrong")):
        page.locator(".rehearsal [name=title]").fill(title)
        page.locator("[data-paste]").focus()
        page.keyboard.press("Control+v")
        expect(page.locator("[data-paste]")).to_contain_text("退换")
        page.evaluate(change)
        page.locator(".rehearsal form button").click()
        expect(page.locator(f".rehearsal .result.{look}")).to_be_visible()
    expect(page.locator(".rehearsal ins")).to_contain_text("加一句")


def publish(publisher, path, shots=""):
    publisher.go("/publishing")
    publisher.page.locator(f'a[href="{path}/publish"]').first.click()
    publisher.page.wait_for_url(f"**{path}/publish")
    publisher.send(publisher.page.locator('form[action$="/permits"] button'), "permitted")
    # What is copied is what was approved, byte for byte.
    publisher.page.locator('[data-copy^="#copy-"]').last.click()
    expect(publisher.page.locator("[data-copy] + [role=status]")).to_be_visible()
    assert publisher.page.evaluate("navigator.clipboard.readText()") == article()
    rehearse(publisher)
    publisher.look(f"life{shots}-5-permitted")
    # Other content than what was approved is refused, in a sentence.
    digest = publisher.page.locator("form.begin [name=content_digest]")
    digest.evaluate("(field) => { field.value = field.value.replace(/.{8}$/, '00000000') }")
    publisher.page.locator("form.begin button").click()
    alert = publisher.page.locator(".alert[role=alert]")
    expect(alert).to_be_visible()
    refusal = alert.inner_text()
    publisher.shoot(f"life{shots}-6-tampered")
    publisher.go(f"{path}/publish")
    publisher.send(publisher.page.locator("form.begin button"), "begun")
    publisher.named("url").fill("https://mp.weixin.qq.com/s/demo")
    publisher.send(publisher.page.locator('form[action$="/v1/publications"] button'), "published")
    return refusal


def verify(publisher, shots=""):
    """The page as WeChat shows it, then the same with one word changed."""
    source = 'form.verify [name="content"]'
    publisher.page.locator(source).fill(page(article()))
    publisher.send(publisher.page.locator("form.verify button.primary"), "verified")
    expect(publisher.page.locator(".result.pass")).to_be_visible()
    publisher.look(f"life{shots}-7-verified")
    publisher.page.locator("details:has(form.verify) > summary").click()
    publisher.page.locator(source).fill(page(article()).replace("一楼", "二楼"))
    publisher.send(publisher.page.locator("form.verify button.primary"), "verified")
    wrong = publisher.page.locator(".result.wrong").first
    expect(wrong.locator("del")).to_contain_text("一")
    expect(wrong.locator("ins")).to_contain_text("二")
    publisher.look(f"life{shots}-8-changed")


def audit(browser, gate, shots, locale):
    auditor = Person(browser, gate, "he", shots=shots, locale=locale)
    auditor.go("/audit")
    auditor.page.locator('a[href="/audit/verification"], form[action="/audit/verification"] button').first.click()
    auditor.page.wait_for_url("**/audit/verification*")
    expect(auditor.page.locator(".verdict.sound")).to_be_visible()
    auditor.close()


def whole_life(browser, gate, shots, locale, name):
    refused = r"status of (409|403)"
    people = {
        who: Person(browser, gate, who, shots=shots, locale=locale, expected=refused) for who in ("lin", "chen", "zhao", "qian", "wu")
    }
    author, leader, publisher = people["lin"], people["qian"], people["wu"]
    path = begin(author, name)
    mend(author, path)
    ask_waiver(author, path)
    decide_waiver(leader, path)
    for who, stage in (("chen", "first"), ("zhao", "second"), ("qian", "leadership")):
        reviewer = people[who]
        from_queue(reviewer, path)
        reviewer.look(f"life{name}-3-{stage}")
        expect(reviewer.page.locator("form [name='checklist[]']")).to_have_count(len(CHECKLISTS[stage]))
        reviewer.act("approve", "approved", comment="同意")
    refusal = publish(publisher, path, name)
    verify(publisher, name)
    author.go(f"{path}/history")
    author.look(f"life{name}-9-history")
    said = "".join(person.page.locator("header, h1, .bar").all_inner_texts()[0] for person in people.values())
    for person in people.values():
        person.close()
    audit(browser, gate, shots, locale)
    return refusal, said


def life_in_chinese(browser, gate, shots):
    refusal, said = whole_life(browser, gate, shots, "zh-CN", "-zh")
    assert HAN.search(refusal), refusal
    assert "待办" in said, said


def life_in_english(browser, gate, shots):
    refusal, said = whole_life(browser, gate, shots, "en-US", "-en")
    assert refusal and not HAN.search(refusal), refusal
    assert "待办" not in said and "To do" in said, said


def keyboard_only(browser, gate, shots):
    """Signing in by name, the queue and an approval without a mouse."""
    life = Life(gate)
    life.act("lin", "submit")
    life.waive()
    link = Visitor(browser, gate)
    link.go("/sign-in/" + gate.link("chen").rsplit("/", 1)[-1])
    link.page.locator("[name=password]").fill(PASSWORD)
    link.page.keyboard.press("Enter")
    link.page.wait_for_url("**/queue")
    link.close()

    person = Visitor(browser, gate, shots=shots)
    keys, focused = person.page.keyboard, person.page.locator(":focus")

    def tab_to(selector, most=80):
        for _ in range(most):
            keys.press("Tab")
            if person.page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
                ring = focused.evaluate("(one) => getComputedStyle(one).outlineStyle + getComputedStyle(one).boxShadow")
                assert ring != "nonenone", f"no focus to be seen on {selector}"
                return
        raise AssertionError(f"Tab does not lead to {selector} on {person.page.url}")

    person.go("/queue")
    assert "/sign-in" in person.page.url
    tab_to("[name=name]")
    keys.type("chen")
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    person.page.wait_for_url("**/queue")
    tab_to(f'main a[href="{life.path}"]')
    keys.press("Enter")
    person.page.wait_for_url(f"**{life.path}")
    tab_to("details.act > summary.primary", 150)
    keys.press("Enter")
    for _ in CHECKLISTS["first"]:
        tab_to("input[type=checkbox]")
        keys.press("Space")
    tab_to("textarea[name=comment]")
    keys.type("ok")
    tab_to("form:has([value=approve]) button")
    person.shoot("keyboard-approve", full=False)
    keys.press("Enter")
    person.page.wait_for_url("**done=approved*")
    person.close()
    assert life.now()["stage"] == "second", life.now()["stage"]


TESTS = [life_in_chinese, keyboard_only, life_in_english]

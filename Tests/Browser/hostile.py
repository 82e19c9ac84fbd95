"""Stored XSS: every injection through every field that people fill in, then every page that shows them.

The pages are looked at without their policy, so that nothing but their escaping keeps an injection from running.
"""

import json
import sqlite3
from urllib.parse import quote

from injections import injections, packed
from story import FORM, Life, article
from visitor import Visitor
from watch import SCAN, Tally, Watch


def stored(browser, gate, shots):
    table = injections()
    assert len(table) >= 200, len(table)
    tally = Tally()
    lives = [carry(gate, pack, tally) for pack in packed(table, 1900, 24)]
    forms = declare(gate, table, tally)
    starts = ["https://example.org/", "javascript:", ""]
    out = [publish(gate, pack, starts[number % 3], tally) for number, pack in enumerate(packed(table, 1900, 24))]
    alone = bodies(gate, table, tally)
    # Last, for whatever is done after that reads them all.
    people(gate, table, tally)
    policy = propose(gate, table, tally)
    look_everywhere(browser, gate, (lives, forms, out, alone), policy, shots)
    return tally.told(table)


def asked(browser, gate, shots):
    """What stands in addresses, and what scripts show of what is typed."""
    table, tally = injections(), Tally()
    looked = queries(browser, gate, table, tally)
    typed(browser, gate, table, tally)
    return f"{tally.told(table)}, {looked} addresses"


def people(gate, table, tally):
    department = gate.people["lin"]["department"]
    session = gate.session_for_programs("he")
    for number, name in enumerate(packed(table, 100)):
        texts = count(name)
        tally.send(
            gate, "admin", "POST", "/v1/users",
            {"name": f"u{number}", "display_name": name, "department": department, "roles": ["submitter"]}, "display name", texts,
        )
        tally.send(gate, "admin", "POST", "/v1/columns", {"key": f"c{number}", "name": name, "owner": department}, "column", texts)
        if number % 3 == 0:
            tally.send(gate, "admin", "POST", "/v1/departments", {"key": f"d{number}", "name": name}, "department", texts)
        tally.send(
            gate, "he", "POST", "/v1/tokens", {"name": name, "scopes": ["read"], "days": 30}, "token", texts, session,
        )


def propose(gate, table, tally):
    """The policy in force with every injection as the title of something to check."""
    policy = json.loads(json.dumps(gate.get("zhao", "/v1/policies/1")["policy"]))
    names = [one for one in table if len(one) <= 200]
    policy["title"] = {"zh": names[0], "en": names[1]}
    for stage in policy["stages"]:
        mine, names = names[:46], names[46:]
        stage["title"] = {"zh": mine[0], "en": mine[1]}
        stage["checklist"] += [{"key": f"x{number}", "title": {"zh": one, "en": one}} for number, one in enumerate(mine)]
    made = tally.send(gate, "zhao", "POST", "/v1/policies", policy, "policy", 46 * len(policy["stages"]))
    return made["number"] if made else 1


def carry(gate, pack, tally):
    """A draft with one pack in its text, its title, and what is said about it."""
    texts = count(pack)
    line = " ".join(pack.split("\n"))
    life = Life(gate, article(more=f"\n\n{pack}\n\n"), form={**FORM, "note": pack})
    tally.note("text", texts)
    tally.note("form note", texts)
    life.revise(article(line), note=pack, form=FORM)
    tally.note("title", texts)
    tally.note("revision note", texts)
    tally.send(gate, "chen", "POST", f"/v1{life.path}/comments", {"text": pack}, "comment", texts)
    return life


def count(pack):
    return pack.count("__xss") + pack.count("canary")


def declare(gate, table, tally):
    """Drafts whose release forms are filled in with injections only."""
    made = []
    lines = [one.replace("\n", " ") for one in table]
    for start in range(0, len(table), 50):
        mine = lines[start : start + 50]
        own = [one for one in mine if len(one) <= 100]
        form = {
            **FORM, "consents": mine, "authors": own,
            "rights": [{"asset": one, "basis": "own", "evidence": one} for one in mine],
        }
        assets = [{"purpose": "image", "name": one, "digest": "sha256:" + "0" * 64} for one in mine]
        made.append(Life(gate, article(), form=form, assets=assets))
        for sink in ("consent", "file name", "evidence of a right"):
            tally.note(sink, len(mine))
        tally.note("author", len(own))
    return made


def publish(gate, pack, start, tally):
    """A draft that is waived, approved, refused by its channel, published, found changed, retracted, each with a pack."""
    texts = count(pack)
    life = Life(gate)
    life.act("lin", "submit", note=pack)
    life.waive(note=pack, evidence=pack[:500], decision=pack)
    life.approve(comment=pack)
    for sink in ("note to reviewers", "waiver", "decision on a waiver", "opinion"):
        tally.note(sink, texts)
    tally.note("evidence of a waiver", count(pack[:500]))
    permit = life.permit()
    life.ask("wu", "POST", f"/v1/permits/{permit}/failure", {"reason": pack}, version=life.version)
    tally.note("failure", texts)
    permit = life.permit()
    publication = life.publish(permit, "https://example.org/", pack[:200])
    tamper(gate, publication, start + pack[:900])
    tally.note("publication's address", count(pack[:900]))
    tally.note("channel's number", count(pack[:200]))
    life.verify(publication, f"<h1>{pack}</h1><p>{pack.replace('<', '&lt;')}</p>{pack}")
    tally.note("published page", texts)
    life.ask(
        "zhao", "POST", f"/v1/publications/{publication}/retraction",
        {"reason": pack, "found_by": pack[:200], "reported_to": pack[200:400]}, version=life.version,
    )
    tally.note("retraction", texts)
    return life


def tamper(gate, publication, address):
    """The API takes addresses of the web alone; a store that somebody has changed may hold anything."""
    with sqlite3.connect(gate.data / "hegui.sqlite", timeout=10) as store:
        store.execute("UPDATE publication SET address = ? WHERE id = ?", (address, publication))
        assert store.total_changes == 1
    store.close()


def bodies(gate, table, tally):
    """Drafts of HTML with few injections each, for one can hide the next; their forms' lines hold the others."""
    made = []
    packs = packed([one.replace("\n", " ") for one in table], 200)
    for number in range(0, len(table), 4):
        one, two, three, four = (table[(number + step) % len(table)] for step in range(4))
        text = f"<h1>题</h1><p>甲</p>{one}<p>乙</p>{two}<p>丙</p>{four}<div title='{three}'>丁</div>"
        line = packs[number // 4 % len(packs)]
        form = {**FORM, "basis_note": line, "fact_checked_by": line[:100], "medical_reviewer": line[:100], "office_phone": line[:32]}
        made.append(Life(gate, text, format="html", form=form))
        tally.note("HTML", 4)
        tally.note("form's lines", count(line) if number // 4 < len(packs) else 0)
    return made


def look_everywhere(browser, gate, drafts, policy, shots):
    lives, forms, out, alone = drafts
    author = Watch(browser, gate, "lin", policy=False)
    many = []
    for drafts, views in (
        (lives, ["", "/preview/1", "/preview/2?view=text", "FORM"]), (forms, ["", "/edit", "FORM"]), (out, ["", "/publish", "FORM"]),
        (lives[::3], ["/edit", "/compare", "/history"]), (out[::4], ["/history"]),
    ):
        for view in views:
            first, *others = [f"/v1{life.path}/form" if view == "FORM" else life.path + view for life in drafts]
            # One of each as a browser opens it.
            author.see(first)
            many += others
    many += [f"/v1{life.path}/form" for life in alone[:80:2]]
    author.see("/me")
    author.see_many(many)
    for path in ("/queue", "/drafts", "/columns", "/me", "/drafts/new", "/waivers"):
        author.see(path)
    for start in range(0, len(alone), 20):
        author.see_frames([f"{life.path}/preview/1" for life in alone[start : start + 20]])
    author.page.evaluate("() => new Promise((done) => setTimeout(done, 300))")
    author.close()
    for who, paths in {
        "admin": ["/users", "/columns", "/users/new", "/columns/new", "/audit"],
        "he": ["/tokens", "/audit", "/publishing", "/statistics", lives[0].path],
        "zhao": ["/policies", f"/policies/{policy}", "/policies/new", "/queue"],
    }.items():
        watch = Watch(browser, gate, who, policy=False)
        for path in paths:
            watch.see(path)
        watch.page.evaluate("() => new Promise((done) => setTimeout(done, 300))")
        watch.close()
    # And as people see them: nothing for the policy to stop.
    usual = Visitor(browser, gate, "lin", shots=shots, expected=r"status of 404")
    for number, path in enumerate([lives[0].path, f"{lives[1].path}/edit", "/drafts", "/columns"]):
        usual.go(path)
        usual.shoot(f"hostile-{number}")
    usual.close()


def queries(browser, gate, table, tally):
    watch = Watch(browser, gate, "zhao", policy=False)
    short = ["/rules?text=", "/drafts?text=", "/audit/verification?code=", "/audit?subject=", "/drafts?state=", "/sign-in/"]
    long = ["/sign-in?next=", "/drafts/", "/language/zh?next=", "/queue?done="]
    asked = []
    for number, pack in enumerate(packed(table, 100)):
        asked.append((short[number % len(short)], pack))
    for number, pack in enumerate(packed(table, 1900)):
        asked += [(path, pack) for path in (long[number % 4], long[(number + 1) % 4])]
    for path, pack in asked:
        tally.note("address", count(pack))
    # One of each as a browser opens it.
    first = {path: pack for path, pack in reversed(asked)}
    for path, pack in first.items():
        watch.see(path + quote(pack), statuses=())
    watch.see("/me")
    watch.see_many([path + quote(pack) for path, pack in asked if first[path] != pack], statuses=())
    watch.close()
    return watch.looked


def typed(browser, gate, table, tally):
    """What the scripts of the page show: the live check, the names of files, the answer to a form."""
    watch = Watch(browser, gate, "lin", policy=False)
    watch.see("/drafts/new")
    page = watch.page
    page.locator("#f-content").fill(article(" ".join(table)[:400], more="\n\n".join(table) + "\n\n本院治愈率100%。"))
    page.locator("[data-part=findings] .severity-error").first.wait_for()
    page.locator("#g-files").evaluate("(group) => { group.open = true }")
    names = [one.replace("/", "∕")[:200] for one in table[:40]]
    page.locator("#f-files").set_input_files([{"name": name, "mimeType": "image/png", "buffer": b"x"} for name in names])
    page.locator("ul.files > li").nth(len(names) - 1).wait_for()
    page.locator("form.draft-form").evaluate("(form) => { form.noValidate = true }")
    page.locator(".saving button").click()
    page.locator(".alert[role=alert], [aria-invalid=true]").first.wait_for()
    watch.problems += page.evaluate(SCAN)
    tally.note("live check", len(table))
    tally.note("chosen file", len(names))
    watch.close()


UNESCAPED = [
    ("<img src=x onerror=__xss(1)>", "ran 1"),
    ("<script>__xss(2)</script>", "ran 2"),
    ("<p title=\"\"\u0301 onmouseover=__xss(3) x=\"\">x</p>", "onmouseover"),
    ("<img src=//canary.invalid/4>", "a request to elsewhere"),
    ("<a href='java\tscript:__xss(5)'>x</a>", "href=java"),
    ("<iframe srcdoc='<script>parent.__xss(6)</script>'></iframe>", "ran 6"),
    ("<script>alert(7)</script>", "a dialog"),
]


def answer(route):
    markup = UNESCAPED[int(route.request.url.rpartition("?")[2])][0]
    route.fulfill(content_type="text/html; charset=utf-8", body=markup)


def can_fail(browser, gate, shots):
    """The test itself: pages that do not escape are found, by each of its ways, alone and in frames."""
    paths = [f"/unescaped?{number}" for number in range(len(UNESCAPED))]
    for is_alone in (True, False):
        watch = Watch(browser, gate, policy=False)
        watch.context.route("**/unescaped?*", answer)
        watch.see("/rules?text=none")
        if is_alone:
            for path in paths:
                watch.see(path)
        else:
            watch.see_many(paths)
        watch.page.wait_for_timeout(200)
        watch.context.close()
        for markup, said in UNESCAPED:
            assert any(said in problem for problem in watch.problems), f"{markup}: {watch.problems}"


TESTS = [stored, asked, can_fail]

"""Every page at every width: no violation that axe knows, nothing wider than the screen, nothing from elsewhere."""

from story import Life, article, published
from visitor import WIDTHS, Visitor, require_none

OPEN = ["/check", "/rules", "/rules?text=承诺", "/sign-in", "/no-such-page"]


def paths(gate):
    """Whose pages they are, with a name for each."""
    life = published(gate)
    waiting = Life(gate, article("止咳糖浆召回的说明以及居民退换药品时需要带齐的材料与办理地点"))
    waiting.act("lin", "submit")
    rule = gate.get("lin", "/v1/rules")["rules"][0]["id"]
    draft = life.path
    return {
        "lin": ["/queue", "/drafts", "/drafts?text=none", "/drafts/new", f"{waiting.path}/edit", waiting.path, "/me", "/columns"],
        "chen": [waiting.path, f"{waiting.path}?view=text", f"{waiting.path}/history", "/statistics", "/queue"],
        "wu": ["/publishing", f"{draft}/publish", "/queue"],
        "qian": [
            "/queue", draft, f"{waiting.path}/publish", f"{draft}/compare", f"{draft}/history", f"{draft}/preview/2", f"/v1{draft}/form", "/waivers",
            "/policies", "/policies/1",
        ],
        "he": ["/audit", "/audit/verification", "/statistics", "/tokens", f"/rules/{rule}"],
        "admin": [
            "/users", "/users/new", f"/users/{gate.people['lin']['id']}", "/columns/new",
            f"/columns/{gate.columns['notice']['id']}", "/policies/new", "/me",
        ],
    }


def every_page(browser, gate, shots):
    tally, problems = 0, []
    for who, mine in {None: OPEN, **paths(gate)}.items():
        # Documents that are sandboxed run no script, axe's neither, unless their policy is left out.
        plain = [path for path in mine if not is_sandboxed(path)]
        for policy, own in ((True, plain), (False, [path for path in mine if path not in plain])):
            if own:
                problems += look_at(browser, gate, who, own, policy, shots)
                tally += len(own)
    require_none(problems)
    return f"{tally} pages at {' and '.join(map(str, WIDTHS))} px"


def is_sandboxed(path):
    return "/preview/" in path or path.startswith("/v1/")


def look_at(browser, gate, who, mine, policy, shots):
    visitor = Visitor(browser, gate, who, policy=policy, shots=shots, expected=r"status of 404")
    for path in mine:
        status = visitor.go(path)
        if status != (404 if path == "/no-such-page" else 200):
            visitor.problems.append(f"{path} for {who}: {status}")
        else:
            visitor.look(f"page-{who or 'anyone'}-{mine.index(path)}-{path.split('?')[0].rsplit('/', 1)[-1][:12]}")
    # What the navigation leads to is there.
    for link in visitor.page.locator("header nav a").all() if who else []:
        address = link.get_attribute("href")
        status = visitor.context.request.get(gate.base + address).status
        if status != 200:
            visitor.problems.append(f"{who}: the navigation leads to {address}: {status}")
    visitor.context.close()
    return visitor.problems


TESTS = [every_page]

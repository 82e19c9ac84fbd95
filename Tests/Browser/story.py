"""The life of a draft through the API, for tests that look at its later pages."""

import datetime

CHECKLISTS = {
    "first": ["complete", "source", "format", "images"],
    "second": ["facts", "lawful", "timely", "fits"],
    "leadership": ["necessary", "wording"],
}
FORM = {
    "public_basis": "own_work",
    "publicity": "open",
    "personal_data": "none",
    "fact_checked_by": "药剂科 王芳",
    "authors": ["林小雨"],
    "office_phone": "0000-1234567",
    "note": "受办公室委托",
}
CURE = "本院治愈率100%。"


def today():
    return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()


def article(title="止咳糖浆召回的说明", more=""):
    """A draft that passes but for a matter that leadership decides (a recall)."""
    day = today()
    return f"""---
title: {title}
author: 药剂科 林小雨
source: 药剂科
reviewer: 李建国
date: {day}
---

本院药房的止咳糖浆因质量问题正在召回，{day.year}年1月2日起已停止发放。{more}领过这批糖浆的居民，请带药到一楼药房退换。
"""


def page(text, title="止咳糖浆召回的说明"):
    """What WeChat makes of an article's body."""
    body = text.rsplit("---\n\n", 1)[-1].strip()
    return f"<h1 id='activity-name'>{title}</h1><div id='js_content'><section data-x='1'><p>{body}</p></section></div>"


class Life:
    """One draft and who does what with it."""

    def __init__(self, gate, text=None, format="markdown", form=None, assets=None, who="lin"):
        self.gate = gate
        self.text, self.format = text if text is not None else article(), format
        self.body = {
            "format": format,
            "column": gate.columns["notice"]["id"],
            "channels": ["wechat"],
            "form": form or FORM,
            "assets": assets or [],
        }
        self.known = None
        self.id = self.ask(who, "POST", "/v1/drafts", {**self.body, "content": self.text})["id"]
        self.path = f"/drafts/{self.id}"

    def ask(self, who, method, path, body, **more):
        """Asks the gate; an answer that is the draft tells how it stands now."""
        answer = self.gate.ask(who, method, path, body, **more)
        is_draft = isinstance(answer, dict) and {"stage", "revision", "version"} <= answer.keys()
        self.known = answer if is_draft else None
        return answer

    def now(self):
        """The draft as it stands, whoever has done something to it."""
        self.known = self.gate.get("lin", f"/v1{self.path}")
        return self.known

    @property
    def state(self):
        """The same after what was done here alone."""
        return self.known or self.now()

    @property
    def version(self):
        return self.state["version"]

    def act(self, who, action, **fields):
        return self.ask(who, "POST", f"/v1{self.path}/transitions", {"action": action, **fields}, version=self.version)

    def revise(self, text, who="lin", **changes):
        self.text = text
        return self.ask(who, "POST", f"/v1{self.path}/revisions", {**self.body, "content": text, **changes}, version=self.version)

    def findings(self, severity=None):
        number = self.state["revision"]["number"]
        found = self.gate.get("lin", f"/v1{self.path}/revisions/{number}/findings")["findings"]
        return [one for one in found if severity in (None, one["severity"])]

    def waive(self, note="以药监部门2号公告为准，已核对原文", evidence="药监2号公告", decision="公告属实，同意作此说明"):
        """Asks for a waiver of the first warning; leadership grants it."""
        [finding, *_] = self.findings("warning")
        made = self.ask(
            "lin",
            "POST",
            f"/v1{self.path}/waivers",
            {"fingerprint": finding["fingerprint"], "reason": "approved_document", "note": note, "evidence": evidence},
            version=self.version,
        )
        waiver = made["waivers"][-1]["id"]
        if decision:
            self.ask(
                "qian",
                "POST",
                f"/v1/waivers/{waiver}/decision",
                {"granted": True, "note": decision},
                version=self.version,
            )
        return waiver

    def approve(self, comment="同意"):
        """Through every stage that it has to pass."""
        people = {"first": "chen", "second": "zhao", "leadership": "qian"}
        while (stage := (now := self.state)["stage"]) is not None:
            self.act(
                people[stage],
                "approve",
                content_digest=now["revision"]["content_digest"],
                comment=comment,
                checklist=CHECKLISTS[stage],
            )

    def permit(self):
        made = self.ask(
            "wu", "POST", f"/v1{self.path}/permits", {"channel": "wechat"}, version=self.version
        )
        self.ask(
            "wu", "POST", f"/v1/permits/{made['id']}/consume",
            {"content_digest": self.state["revision"]["content_digest"]},
            version=self.version,
        )
        return made["id"]

    def publish(self, permit, address="https://mp.weixin.qq.com/s/demo", external=""):
        made = self.ask(
            "wu", "POST", "/v1/publications",
            {
                "permit": permit, "url": address, "external_id": external,
                "content_digest": self.state["revision"]["content_digest"],
            },
            version=self.version,
        )
        return made["id"]

    def verify(self, publication, markup):
        return self.ask(
            "wu", "POST", f"/v1/publications/{publication}/verifications",
            {"content": markup, "format": "html"},
            version=self.version,
        )


def published(gate):
    """Revised, escalated, waived, approved, published, found equal and found changed."""
    life = Life(gate, article(more=CURE))
    life.revise(article(), note="删去治愈率")
    life.act("lin", "submit")
    life.waive()
    life.ask("chen", "POST", f"/v1{life.path}/comments", {"text": "药房的位置写清楚了吗？"}, version=life.version)
    life.approve()
    publication = life.publish(life.permit())
    life.verify(publication, page(life.text))
    life.verify(publication, page(life.text).replace("一楼", "二楼"))
    return life

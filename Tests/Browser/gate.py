"""A server of its own with the demo's people, for as long as a test needs it."""

import json
import re
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "hegui-demo-password"


class Gate:
    """`hegui-server serve --demo` on a free port; `ask` calls its API with a person's token."""

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory(prefix="hegui-browser-")
        self.data = Path(self.folder.name) / "data"
        self.log = open(Path(self.folder.name) / "log", "wb")
        self.process = subprocess.Popen(
            # A test asks in a minute what people ask in a day.
            [program, "serve", "--demo", "--data", self.data, "--listen", "127.0.0.1:0",
             "--rate-limit", "100000"],
            stdout=self.log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        self.asked = 0
        try:
            greeting = self._greeting()
            self.base = re.search(r"http://127\.0\.0\.1:\d+", greeting)[0]
            self.links = dict(re.findall(r"^\s+(\S+) (http://\S+/sign-in/\S+)$", greeting, re.M))
            lines = (self.data / "demo-tokens").read_text("utf-8").splitlines()
            self.tokens = dict(line.split(" ", 1) for line in lines if line)
            self.people = {user["name"]: user for user in self.get("admin", "/v1/users")["users"]}
            self.columns = {column["key"]: column for column in self.get("admin", "/v1/columns")["columns"]}
        except BaseException:
            self.close()
            raise

    def _greeting(self):
        """What it prints, all of it, once it listens."""
        end = time.monotonic() + 180
        while time.monotonic() < end and self.process.poll() is None:
            greeting = Path(self.log.name).read_text("utf-8", "replace")
            if "Ctrl-C" in greeting:
                return greeting
            time.sleep(0.1)
        raise RuntimeError(f"the server did not start: {Path(self.log.name).read_text('utf-8', 'replace')[-2000:]}")

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        self.folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def request(self, who, method, path, body=None, version=None, cookie=None):
        """The status, the answer's JSON and its headers; with somebody's token, or in a session of theirs."""
        self.asked += 1
        headers = {"Accept-Language": "zh", "Content-Type": "application/json"}
        if cookie:
            headers["Cookie"] = f"{cookie['name']}={cookie['value']}"
            headers["X-CSRF-Token"] = cookie.get("csrf", "")
        elif who:
            headers["Authorization"] = f"Bearer {self.tokens[who]}"
        if method != "GET":
            headers["Idempotency-Key"] = f'"browser-{self.asked:020d}"'
        if version is not None:
            headers["If-Match"] = f'"v{version}"'
        data = None if body is None else json.dumps(body).encode("utf-8")
        request = urllib.request.Request(self.base + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                text, status, sent = answer.read(), answer.status, answer.headers
        except urllib.error.HTTPError as refused:
            text, status, sent = refused.read(), refused.code, refused.headers
        return status, json.loads(text) if "json" in (sent["Content-Type"] or "") else text, sent

    def ask(self, who, method, path, body=None, version=None):
        status, answer, _ = self.request(who, method, path, body, version)
        assert status < 300, f"{method} {path}: {status} {answer}"
        return answer

    def get(self, who, path):
        return self.ask(who, "GET", path)

    def link(self, who):
        """A sign-in link, which works once: the demo's own, then those that an administrator makes."""
        link = self.links.pop(self.people[who]["display_name"], None)
        return link or self.ask("admin", "POST", f"/v1/users/{self.people[who]['id']}/sign-in-links")["link"]

    def session(self, who):
        """The cookie of a new session."""
        secret = self.link(who).rsplit("/", 1)[-1]
        status, answer, headers = self.request(None, "POST", "/v1/session", {"link": secret})
        assert status == 201, answer
        name, value = headers["Set-Cookie"].split(";")[0].split("=", 1)
        return {"name": name, "value": value, "url": self.base}

    def session_for_programs(self, who):
        """A session with what it must send along when it changes something."""
        cookie = self.session(who)
        _, me, _ = self.request(who, "GET", "/v1/me", cookie=cookie)
        return {**cookie, "csrf": me["csrf_token"]}

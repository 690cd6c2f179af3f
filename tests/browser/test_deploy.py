"""The site under a real nginx with deploy/nginx.conf: its headers, and its pages in a browser."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import NamedTuple, TypedDict

import pytest
from browser_pages import addresses
from conftest import ROOT
from playwright.sync_api import Browser, Page

from .within import within

pytestmark = pytest.mark.slow

# Debian keeps it where only root looks.
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
POLICY = "Content Security Policy"
FOREVER = "public, max-age=31536000, immutable"
MISSING = "finnes/ikke/her"


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


class Server(NamedTuple):
    port: int
    root: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str, **headers: str) -> Answer:
        """The answer as it is sent: no redirect is followed, nothing is unpacked."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", f"/{path}", headers=sent)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(answer.status, answer.headers, body)


@pytest.fixture(scope="module")
def nginx(site: Path) -> Iterator[Server]:
    """nginx with the recipe's own configuration; only two paths and the port are changed."""
    if NGINX is None:
        pytest.skip("nginx is not installed: apt-get install nginx")
    with tempfile.TemporaryDirectory(prefix="deploy-") as made:
        folder = Path(made)
        root, headers, conf = folder / "site", folder / "headers.conf", folder / "nginx.conf"
        shutil.copytree(site, root)
        # Both were made for their owner only, and nginx runs as another user.
        for closed in (folder, root):
            closed.chmod(0o755)
        (root / "module.mjs").write_text("export default 1;\n", encoding="utf-8")
        shutil.copy(ROOT / ".build" / "headers" / "nginx.conf", headers)
        port = _free_port()
        text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
        changes = {
            "/srv/site": str(root),
            "/etc/nginx/headers.conf": str(headers),
            "listen 8080": f"listen 127.0.0.1:{port}",
        }
        for ours, here in changes.items():
            assert text.count(ours) == 1, ours
            text = text.replace(ours, here)
        conf.write_text(text, encoding="utf-8")
        who = _ordinary_user()
        command = [NGINX, "-c", str(conf), "-e", "stderr"]
        tried = subprocess.run([*command, "-t"], capture_output=True, text=True, **who)
        assert tried.returncode == 0 and "[warn]" not in tried.stderr, tried.stderr
        process = subprocess.Popen([*command, "-g", "daemon off;"], **who)
        try:
            _wait(process, port)
            yield Server(port, root)
        finally:
            process.terminate()
            process.wait(10)


class User(TypedDict, total=False):
    """Who a program runs as; nothing for whoever runs the tests."""

    user: int
    group: int
    extra_groups: list[int]


def _ordinary_user() -> User:
    """How to start nginx without root, which the recipe does not need."""
    if os.geteuid():
        return {}
    import pwd

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(100):
        assert process.poll() is None, "nginx ended at once: see its message above"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("nginx does not answer")


def security(site: Path) -> dict[str, str]:
    """The security headers as the build wrote them for another kind of host."""
    lines = (site / "_headers").read_text(encoding="utf-8").split("\n/assets", 1)[0].splitlines()
    pairs = dict(line.strip().split(": ", 1) for line in lines[1:])
    pairs.pop("Cache-Control", None)
    assert "Content-Security-Policy" in pairs
    return pairs


def hashed(site: Path) -> list[str]:
    """Material's files with a fingerprint in the name."""
    files = [f.relative_to(site).as_posix() for f in site.glob("assets/*s/**/*") if f.is_file()]
    found = [name for name in files if re.search(r"\.[0-9a-f]{8}\.", name)]
    for part in ("javascripts/bundle.", "javascripts/workers/search.", "stylesheets/main."):
        assert any(name.startswith(f"assets/{part}") for name in found), part
    return found


def test_every_answer_has_the_security_headers_once(nginx: Server) -> None:
    expected = security(nginx.root)
    asset = hashed(nginx.root)[0]
    found = {"": 200, "avtale/": 200, "404.html": 200, asset: 200}
    for path, status in {**found, MISSING: 404, "avtale": 301, "assets/": 404}.items():
        answer = nginx.get(path)
        assert answer.status == status, path
        sent = {name: answer.headers.get_all(name) for name in expected}
        assert sent == {name: [value] for name, value in expected.items()}, path
        assert answer.headers["Server"] == "nginx", path


def test_only_files_with_a_fingerprint_are_kept(nginx: Server) -> None:
    names = hashed(nginx.root)
    for name in names:
        assert nginx.get(name).headers.get_all("Cache-Control") == [FOREVER], name
    assets = [f for f in (nginx.root / "assets").rglob("*") if f.is_file()]
    others = {f.relative_to(nginx.root).as_posix() for f in assets} - set(names)
    gone = "assets/javascripts/bundle.00000000.min.js"
    for name in ("", "oppdateringer.xml", "assets/sok/hode.json", MISSING, gone, *others):
        assert nginx.get(name).headers.get_all("Cache-Control") == ["no-cache"], name


def test_an_unchanged_page_is_not_sent_again(nginx: Server) -> None:
    first = nginx.get("")
    again = nginx.get("", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["Cache-Control"] == "no-cache"


def test_what_is_not_there_gets_our_page(nginx: Server) -> None:
    ours = (nginx.root / "404.html").read_bytes()
    for path in (MISSING, "assets/", "assets/javascripts/bundle.00000000.min.js"):
        answer = nginx.get(path)
        assert (answer.status, answer.body) == (404, ours), path


def test_a_folder_leads_on_without_host_or_port(nginx: Server) -> None:
    answer = nginx.get("avtale")
    assert (answer.status, answer.headers["Location"]) == (301, "/avtale/")


def test_types_and_compression(nginx: Server) -> None:
    downloads = nginx.root / "nedlasting"
    types = {
        "": r"text/html; charset=utf-8",
        "assets/checklists/main.js": r"(text|application)/javascript; charset=utf-8",
        "module.mjs": r"text/javascript; charset=utf-8",
        "assets/checklists/site.css": r"text/css; charset=utf-8",
        "assets/checklists/mark.svg": r"image/svg\+xml",
        "assets/sok/hode.json": r"application/json",
        "oppdateringer.xml": r"(text|application)/xml(; charset=utf-8)?",
    }
    for suffix, kind in {
        "csv": r"text/csv; charset=utf-8",
        "md": r"text/markdown; charset=utf-8",
        "pdf": r"application/pdf",
        "docx": r"application/vnd\.openxmlformats.+document",
        "xlsx": r"application/vnd\.openxmlformats.+sheet",
    }.items():
        for file in sorted(downloads.glob(f"*.{suffix}"))[:1]:
            types[file.relative_to(nginx.root).as_posix()] = kind
    for path, kind in types.items():
        answer = nginx.get(path, Accept_Encoding="gzip")
        assert answer.status == 200, path
        assert re.fullmatch(kind, answer.headers["Content-Type"]), path
        packed = not kind.startswith("application/pdf") and "openxml" not in kind
        file = nginx.root / path / "index.html" if path == "" else nginx.root / path
        packed = packed and file.stat().st_size >= 1024
        assert answer.headers["Content-Encoding"] == ("gzip" if packed else None), path
        if packed:
            assert answer.headers["Vary"] == "Accept-Encoding", path


def watched(page: Page, address: str) -> list[str]:
    """What goes wrong on the page from now on: breaks of the policy, failed or foreign requests."""
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if POLICY in m.text else None)
    page.on("requestfailed", lambda r: faults.append(f"{r.url}: {r.failure}"))
    page.on("response", lambda r: faults.append(f"{r.url}: {r.status}") if r.status > 399 else None)
    local = (address, "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(local) else faults.append(r.url))
    return faults


def test_every_page_works_in_a_browser(nginx: Server, chromium: Browser) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        faults = watched(page, nginx.address)
        for path in addresses():
            # Not only «load»: a request that the next page cuts off would count as failed.
            page.goto(nginx.address + path, wait_until="networkidle")
            assert faults == [], path
        # A missing page's own address is the one answer that is to be a 404.
        page.goto(nginx.address + MISSING, wait_until="networkidle")
        assert faults == [f"{nginx.address}{MISSING}: 404"]


def test_search_works_and_a_foreign_script_does_not(nginx: Server, chromium: Browser) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        faults = watched(page, nginx.address)
        page.goto(nginx.address, wait_until="networkidle")
        page.locator(".guide-find").click()
        page.keyboard.type("personopplysninger")
        page.wait_for_selector(".guide-search__hit")
        assert faults == []
        # Shows too that the tests here would see a break of the policy.
        within(page, "plant", "script")  # stopped before the policy has to
        within(page, "plant", "look")
        page.wait_for_timeout(200)
        assert page.evaluate("window.broken") is None
        assert faults and all(POLICY in fault for fault in faults)

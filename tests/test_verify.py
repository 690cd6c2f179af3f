"""A site that can be proved: what differs from a clean build is found and named, and what is no
site is told with a cure."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from builds import environment
from conftest import ROOT, Project
from dev.package import READ_ME
from dev.serve import served

from macros.problems import Faulty, plain
from macros.publish import manifest, proof, verify
from macros.publish.published import Zip, published


@pytest.fixture
def twin(small: Path, tmp_path: Path) -> Path:
    """A copy of the small project's site, to change."""
    return shutil.copytree(small / "site", tmp_path / "twin")


def told(small: Path, where: str | Path) -> list[str]:
    """What differs from the small project's site, a line each."""
    return [plain(p) for p in verify.differences(small / "site", published(str(where)))]


def refused(where: str | Path) -> str:
    """What is said of something that cannot be compared."""
    with pytest.raises(Faulty) as fault:
        published(str(where))
    return str(fault.value)


def zipped(folder: Path, file: Path, inside: str = "") -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            made.write(path, f"{inside}{path.relative_to(folder).as_posix()}")
    return file


def test_the_manifest_names_every_file_and_what_the_site_was_made_of(small: Path) -> None:
    made = json.loads((small / "site" / "manifest.json").read_text(encoding="utf-8"))
    there = {f.relative_to(small / "site").as_posix() for f in (small / "site").rglob("*.*")}
    assert {*made["files"], "manifest.json"} >= {n for n in there if (small / "site" / n).is_file()}
    assert made["files"] == manifest.hashes(small / "site")
    assert made["config"] == "mkdocs.yml" and made["commit"] is None


def test_settings_commit_and_locked_packages_stand_in_it(tmp_path: Path) -> None:
    root, site = tmp_path / "root", tmp_path / "site"
    for folder in (root / "requirements", site):
        folder.mkdir(parents=True)
    lock = "a==1.0 \\\n    --hash=sha256:00\nb==2.0 ; python_version < '3.12' \\\n    --hash=x\n"
    (root / manifest.LOCK).write_text(lock, encoding="utf-8")
    env = {"SITE_URL": "https://a.no/", "HOME": "/root", "FEEDBACK_URL": "", "COMMIT": "a" * 40}
    manifest.write(site, root, "mkdocs.yml", env)
    made = manifest.read((site / "manifest.json").read_bytes(), "x")
    assert made["settings"] == {"SITE_URL": "https://a.no/", "FEEDBACK_URL": ""}
    assert made["commit"] == "a" * 40
    assert made["requirements"]["packages"] == ["a==1.0", "b==2.0 ; python_version < '3.12'"]
    manifest.write(site, root, "mkdocs.yml", {"COMMIT": "main"})
    assert manifest.read((site / "manifest.json").read_bytes(), "x")["commit"] is None


def test_what_a_build_reads_of_its_environment_stands_in_the_manifest() -> None:
    said = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = {name for found in re.findall(r"!ENV \[(.*?)\]", said) for name in found.split(", ")}
    assert "SITE_URL" in named
    assert {name for name in named if name.isupper()} <= set(manifest.SETTINGS)


@pytest.mark.parametrize("name", ["index.html", "sw.js", "assets/katalog.json", "_headers"])
def test_one_changed_byte_is_found_and_named(small: Path, twin: Path, name: str) -> None:
    file = twin / name
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    found = told(small, twin)
    assert len(found) == 1 and found[0].startswith(f"{name}:") and "is changed" in found[0]


def test_the_same_site_has_no_differences(small: Path, twin: Path, tmp_path: Path) -> None:
    assert told(small, twin) == []
    assert told(small, zipped(twin, tmp_path / "flat.zip")) == []
    note = READ_ME.read_text(encoding="utf-8").format(name="nettsted-1a2b")
    (twin / "LES-MEG.txt").write_text(note, encoding="utf-8")
    packed = gzip.compress((twin / "index.html").read_bytes())
    (twin / "index.html.gz").write_bytes(packed)
    assert told(small, zipped(twin, tmp_path / "deep.zip", "nettsted-1a2b/")) == []


def test_what_is_missing_and_what_is_extra_is_named(small: Path, twin: Path) -> None:
    (twin / "assets" / "katalog.json").unlink()
    (twin / "assets" / "more.js").write_text("1", encoding="utf-8")
    (twin / "LES-MEG.txt").write_text("Skriv passordet her", encoding="utf-8")
    (twin / "index.html.gz").write_bytes(gzip.compress(b"another page"))
    assert [line.split(". ")[0] for line in told(small, twin)] == [
        *("LES-MEG.txt: is extra", "assets/katalog.json: is missing"),
        *("assets/more.js: is extra", "index.html.gz: is extra"),
    ]


def test_the_first_place_that_differs_is_shown() -> None:
    ours, theirs = "én\nto ære\ntre\n".encode(), "én\nto øre\ntre\n".encode()
    found = plain(verify.changed("x.md", ours, theirs))
    assert found.startswith('x.md:2:4: is changed: "øre\\ntre\\n", a clean build makes "ære')
    assert '"x", a clean build makes nothing more' in plain(verify.changed("x", b"a", b"ax"))
    assert "from byte 3 on" in plain(verify.changed("x.pdf", b"\0\0\0", b"\0\0\1"))
    assert "\x1b" not in plain(verify.changed("x", b"a", b"a\x1b[2J"))


def test_a_manifest_that_says_otherwise_is_told(small: Path, twin: Path) -> None:
    file = twin / "manifest.json"
    made = json.loads(file.read_text(encoding="utf-8"))
    made["files"]["index.html"] = "0" * 64
    made["settings"]["SITE_URL"] = "https://other.example/"
    file.write_text(json.dumps(made), encoding="utf-8")
    found = told(small, twin)
    assert [line.split(": ", 1)[1].split(".")[0] for line in found] == [
        "says otherwise of settings",
        'says otherwise of "index',
    ]


BROKEN: dict[str, tuple[Callable[[dict[str, object]], object], str]] = {
    "a name that leads out": (lambda m: m["files"].update({"../x": "0"}), "outside the site"),  # type: ignore[attr-defined]
    "a drive": (lambda m: m["files"].update({"C:/x": "0"}), "outside the site"),  # type: ignore[attr-defined]
    "another system's way": (lambda m: m["files"].update({"a\\..\\x": "0"}), "outside the site"),  # type: ignore[attr-defined]
    "an unknown setting": (lambda m: m["settings"].update({"PATH": "/x"}), "no build reads"),  # type: ignore[attr-defined]
    "another form": (lambda m: m.update(manifest=2), "not a manifest of form 1"),
    "no files": (lambda m: m.update(files=[]), "lacks files or settings"),
    "a way as settings file": (lambda m: m.update(config="../../x.yml"), "names no settings file"),
    "a commit that is a list": (lambda m: m.update(commit=["x"]), "commit or packages"),
    "too many files": (
        lambda m: m.update(files=dict.fromkeys(map(str, range(manifest.MOST + 1)), "0")),
        "no guide has so many",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_manifest_is_told(small: Path, case: str) -> None:
    change, said = BROKEN[case]
    made = json.loads((small / "site" / "manifest.json").read_text(encoding="utf-8"))
    change(made)
    with pytest.raises(Faulty, match=said):
        manifest.read(json.dumps(made).encode(), "site")


def test_a_manifest_that_is_no_json_is_told(twin: Path) -> None:
    with pytest.raises(Faulty, match=r"is no JSON.*Hint: the site may be published half"):
        manifest.read(b"<html>", "site")


def test_a_folder_that_is_no_site_is_told(twin: Path, tmp_path: Path) -> None:
    assert "holds no manifest.json. Hint: give the folder that holds" in refused(tmp_path)
    assert "is not there. Hint: give a folder, a zip or an address" in refused(tmp_path / "no")
    (twin / "out").symlink_to("/etc/passwd")
    assert "out: is a link that leads out of the folder" in refused(twin)


def test_a_zip_that_is_no_site_is_told(twin: Path, tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_text("no", encoding="utf-8")
    assert "is no zip" in refused(tmp_path / "no.zip")
    cases = {
        "out": ({"manifest.json": b"{}", "../../etc/x": b""}, "leads out of its folder"),
        "empty": ({"index.html": b""}, "holds no manifest.json"),
    }
    for name, (files, said) in cases.items():
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as made:
            for inside, data in files.items():
                made.writestr(inside, data)
        assert said in refused(tmp_path / f"{name}.zip")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_that_holds_a_name_twice_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as made:
        made.writestr("manifest.json", "{}")
        made.writestr("manifest.json", "{ }")
    assert 'holds "manifest.json" twice' in refused(tmp_path / "x.zip")


def test_a_zip_that_grows_without_end_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("manifest.json", "{}")
        made.writestr("a", b"0" * 2_000_000)
    monkeypatch.setattr("macros.publish.published.LARGEST", 1_000_000)
    assert "no guide is that large. Hint: do not unpack it" in refused(tmp_path / "x.zip")


def test_a_file_that_cannot_be_unpacked_is_named(small: Path, twin: Path, tmp_path: Path) -> None:
    file = zipped(twin, tmp_path / "x.zip")
    with zipfile.ZipFile(file) as made:
        at = made.getinfo("sw.js").header_offset + 60
    data = bytearray(file.read_bytes())
    data[at : at + 20] = bytes(20)
    file.write_bytes(data)
    assert [line.split(":")[0] for line in told(small, file)] == ["sw.js"]
    assert Zip(file).names is not None


def test_a_site_is_compared_at_its_address(small: Path, twin: Path) -> None:
    with served(twin) as address:
        assert told(small, address) == []
        assert told(small, f"{address}index.html") == []
        (twin / "index.html").write_text("x", encoding="utf-8")
        (twin / "sw.js").unlink()
        (twin / "_headers").unlink()  # hosts keep it to themselves
        assert [line.split(":")[0] for line in told(small, address)] == ["index.html", "sw.js"]


class Odd(BaseHTTPRequestHandler):
    """A server that answers otherwise than a site does."""

    def do_GET(self) -> None:
        code = int(self.path.split("/")[1])
        self.send_response(code)
        if code == 302:
            self.send_header("Location", "https://login.example/?next=manifest.json")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def odd() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_an_address_that_is_no_site_is_told(odd: str) -> None:
    assert "manifest.json: answered 404. Hint: is it the first page" in refused(f"{odd}/404/")
    assert "leads on to https://login.example/" in refused(f"{odd}/302/")
    assert "answered 503" in refused(f"{odd}/503/")
    assert "did not answer" in refused("http://127.0.0.1:1/")
    assert "is no address of a site. Hint: it begins with https://" in refused("file:///etc/x")


def test_another_commit_than_the_sources_is_told(twin: Path) -> None:
    file = twin / "manifest.json"
    made = json.loads(file.read_text(encoding="utf-8")) | {"commit": "a" * 40}
    file.write_text(json.dumps(made), encoding="utf-8")
    said = proof.claim(str(twin)).said("b" * 40)
    assert said.code == 0 and "made from another commit" in plain(said.problems[0])
    assert proof.claim(str(twin)).said("a" * 40).problems == ()
    assert proof.claim(str(twin)).said("").problems == ()


def run(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "macros", "--root", str(root), "verify", *args]
    env = environment(PYTHONPATH=str(Path(__file__).parent.parent))
    return subprocess.run(command, env=env, capture_output=True, encoding="utf-8")


@pytest.mark.slow
def test_the_command_builds_anew_and_compares(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the settings that the site states; then with a byte planted in a page."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # MkDocs' own theme writes the time
    assert project.build().exit_code == 0
    site = (project.root / "site").rename(project.root / "theirs")
    done = run(project.root, str(site))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the site says: SOURCE_DATE_EPOCH=1700000000\n" in done.stdout
    assert "every one as a clean build makes it" in done.stdout
    page = site / "punkt" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", "<b></body>"), "utf-8")
    done = run(project.root, str(site))
    assert done.returncode == 1 and "differs from a clean build: 1\n" in done.stdout
    assert done.stderr.startswith("punkt/index.html:")
    assert run(project.root, str(project.root / "docs")).returncode == 2


@pytest.mark.slow
def test_two_builds_in_two_folders_give_one_manifest(built_copy: Path, elsewhere: Path) -> None:
    """Of the whole guide: one by dev.py, one from nothing with another clock and seed."""
    one, two = (folder / "site" / "manifest.json" for folder in (built_copy, elsewhere))
    assert one.read_bytes() == two.read_bytes()

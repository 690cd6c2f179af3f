"""The worker never stands between a reader and the net, and touches nothing that is not its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Error

from .worker_host import Guides, hosted

OLD = "guide-x-0123456789ab"  # what a cache was called before its name told the place
ODD = ("c#-avtalen/index.html", "hva? nå/index.html", "100% sikkert/index.html")


@pytest.fixture
def guides(chromium: Browser, tmp_path: Path) -> Iterator[Guides]:
    with hosted(tmp_path) as (base, host), chromium.new_context() as context:
        context.set_default_timeout(5000)
        yield Guides(tmp_path, base, host, context.new_page())


def odd_names_and_a_missing_file_stop_nothing(guides: Guides) -> None:
    guides.names += (*ODD, ".DS_Store")
    guides.publish()
    (guides.folder / "assets/x.js").unlink()
    (guides.folder / ".DS_Store").unlink()
    guides.visit()
    guides.offline()
    for name in ODD:
        assert guides.heading(quote(name.removesuffix("index.html"))) == name


def a_version_that_is_hardly_there_is_not_taken_into_use(guides: Guides) -> None:
    guides.publish(text="en")
    guides.visit()
    guides.publish(text="to")
    for name in ("404.html", "assets/x.js"):
        (guides.folder / name).unlink()
    guides.update()
    assert len(guides.kept()) == 1
    assert guides.heading("om/") == "om/index.html en"


def with_full_storage_everything_comes_from_the_net(guides: Guides) -> None:
    guides.more = {"filer/stor.pdf": "x" * 100_000}
    guides.publish()
    guides.visit()
    session = guides.page.context.new_cdp_session(guides.page)
    full = {"origin": guides.base.rstrip("/"), "quotaSize": 1}
    session.send("Storage.overrideQuotaForOrigin", full)
    assert guides.get("filer/stor.pdf") == (200, "x" * 100_000)
    # A new version finds no room: the old one stays, and the net has what it lacks.
    guides.publish(text="to")
    guides.update()
    assert guides.heading("om/") == "om/index.html"
    assert guides.get("filer/stor.pdf")[0] == 200


def a_part_of_a_file_is_answered(guides: Guides) -> None:
    guides.more = {"filer/film.txt": "del av fil"}
    guides.publish()
    guides.visit()
    assert guides.get("filer/film.txt", headers={"Range": "bytes=0-1"}) == (206, "de")
    assert "/filer/film.txt" not in guides.paths()
    assert guides.get("filer/film.txt") == (200, "del av fil")


def what_is_not_of_the_guide_is_left_alone(guides: Guides) -> None:
    guides.more = {"filer/en.txt": "en", "filer/to.txt": "to"}
    guides.publish()
    guides.visit()
    own = guides.folder / "meg"
    for name in ("Kari", "Ola"):
        own.write_text(name, encoding="utf-8")
        assert guides.get("meg") == (200, name)
    # What the guide's own host says that nobody may keep, or the page asks for without keeping.
    guides.host.secret.add("/filer/en.txt")
    for said in ("en", "ny"):
        (guides.folder / "filer/en.txt").write_text(said, encoding="utf-8")
        assert guides.get("filer/en.txt") == (200, said)
    (guides.folder / "assets/x.js").write_text("ny", encoding="utf-8")
    assert guides.get("assets/x.js", cache="no-store") == (200, "ny")
    # One file asked for with a question may be another answer.
    guides.get("filer/to.txt?hvem=Kari")
    guides.page.wait_for_timeout(100)
    assert not {"/meg", "/filer/en.txt", "/filer/to.txt"} & guides.paths()


def two_copies_never_empty_each_other(guides: Guides) -> None:
    for at in ("", "a/", "b/"):
        guides.publish(at)
    for at in ("", "a/", "b/"):
        guides.visit(at)
    older = [f"caches.open('{OLD[:-1]}{n}').then((c) => c.put('{at}', new Response('x')))"
             for n, at in enumerate(("/", "/a/", "/b/"))]  # fmt: skip
    guides.page.evaluate(f"Promise.all([{','.join(older)}])")
    other = {k: v for k, v in guides.kept().items() if " /a/ " not in k}
    other.pop(f"{OLD[:-1]}1")
    # A new version of one copy, and then the setting that removes it.
    guides.page.goto(guides.base + "a/")
    guides.publish("a/", "to")
    guides.update("a/")
    guides.use(guides.page, "a/")
    guides.wait_until_kept(caches=len(other) + 1)
    now = guides.kept()
    assert len([name for name in now if " /a/ " in name]) == 1
    assert {k: v for k, v in now.items() if " /a/ " not in k} == other
    guides.publish("a/", wanted=False)
    guides.update("a/")
    guides.wait_until_kept(caches=len(other))
    assert guides.kept() == other


def a_page_is_found_by_each_of_its_addresses(guides: Guides) -> None:
    guides.publish()
    guides.visit()
    guides.offline()
    assert guides.heading("%6Fm/") == "om/index.html"
    for path in ("om/", "om", "om/index.html", "om?status=done", "om/?status=done"):
        assert guides.heading(path) == "om/index.html"
        assert guides.page.evaluate("new URL('x', location.href).pathname") == "/om/x"
    assert guides.heading("om?status=done") and guides.page.url.endswith("om/?status=done")
    assert guides.heading("index.html") == "index.html"
    # A path that is no text at all.
    assert guides.heading("100%") == "404.html"


def a_host_that_renames_a_page_is_endured(guides: Guides) -> None:
    guides.host.moved["/404.html"] = "/404"
    guides.publish()
    guides.visit()
    guides.offline()
    assert guides.heading("finnes-ikke/") == "404.html"


def what_a_host_leads_elsewhere_is_not_kept(guides: Guides) -> None:
    guides.publish()
    (guides.folder / "inn").mkdir()
    (guides.folder / "inn/index.html").write_text("<h1>Logg inn</h1>", encoding="utf-8")
    guides.host.moved["/om/"] = "/inn/"
    guides.visit()
    del guides.host.moved["/om/"]
    assert guides.heading("om/") == "om/index.html"


def what_the_browser_has_dropped_comes_from_the_net_and_is_kept_again(guides: Guides) -> None:
    guides.publish()
    guides.visit()
    [name] = guides.kept()
    drop = f"caches.open('{name}').then((made) => made.delete('/om/'))"
    guides.page.evaluate(drop)
    guides.offline()
    assert guides.heading("om/") == "404.html"
    guides.offline(gone=False)
    assert guides.heading("om/") == "om/index.html"
    guides.wait_until_kept("/om/")
    guides.offline()
    assert guides.heading("om/") == "om/index.html"


def a_new_version_waits_for_the_reader_also_with_two_tabs(guides: Guides) -> None:
    guides.publish(text="en")
    guides.visit()
    other = guides.page.context.new_page()
    other.goto(guides.base + "om/")
    guides.publish(text="to")
    guides.update()
    guides.wait_until_kept(caches=2)
    assert guides.heading("om/") == "om/index.html en"
    guides.use(other)
    guides.wait_until_kept()
    assert [len(paths) for paths in guides.kept().values()] == [4]
    guides.offline()
    for page in (guides.page, other):
        page.goto(guides.base + "om/")
        assert page.locator("h1").inner_text() == "om/index.html to"


# No answer without keeping it.
AT_ANY_COST = (
    "event.waitUntil(keep(address, fresh.clone()))",
    "await (await caches.open(CACHE)).put(address, fresh.clone())",
)
Check = Callable[[Guides], None]
# Each check, and a fault of the worker that it must meet.
CHECKS: list[tuple[Check, tuple[str, str]]] = [
    (odd_names_and_a_missing_file_stop_nothing, ("Math.max(1, FILES.length * SPARE)", "0")),
    (a_version_that_is_hardly_there_is_not_taken_into_use, ("SPARE = 0.1", "SPARE = 1")),
    (with_full_storage_everything_comes_from_the_net, AT_ANY_COST),
    (a_part_of_a_file_is_answered, AT_ANY_COST),
    (what_is_not_of_the_guide_is_left_alone, ("KNOWN.get(path)", "HERE.origin + path")),
    (what_is_not_of_the_guide_is_left_alone, ("|| secret", "")),
    (what_is_not_of_the_guide_is_left_alone, ('|| request.cache === "no-store"', "")),
    (
        what_is_not_of_the_guide_is_left_alone,
        ("plain = !new URL(request.url).search", "plain = true"),
    ),
    (two_copies_never_empty_each_other, ("name.startsWith(OWN)", "name.startsWith(NAME)")),
    (two_copies_never_empty_each_other, ("return within && ", "return true || ")),
    (a_page_is_found_by_each_of_its_addresses, ("KNOWN.has(`${path}/`)", "false")),
    (a_page_is_found_by_each_of_its_addresses, (r"/\/index\.html$/", "/x/")),
    (a_host_that_renames_a_page_is_endured, ("new Response(fresh.body, fresh)", "fresh")),
    (what_a_host_leads_elsewhere_is_not_kept, ("asked === given", "true")),
    (
        what_the_browser_has_dropped_comes_from_the_net_and_is_kept_again,
        ("event.waitUntil(keep(address, fresh.clone()));", "fresh.ok;"),
    ),
    (
        a_new_version_waits_for_the_reader_also_with_two_tabs,
        ("await caches.open(CACHE);\n", "await caches.open(CACHE);\n  worker.skipWaiting();\n"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("check", dict.fromkeys(check for check, _ in CHECKS))
def test_the_worker(check: Check, guides: Guides) -> None:
    check(guides)


@pytest.mark.slow
@pytest.mark.parametrize(("check", "plant"), CHECKS)
def test_a_fault_of_the_worker_is_met(check: Check, plant: tuple[str, str], guides: Guides) -> None:
    guides.plant = plant
    with pytest.raises((AssertionError, Error)):
        check(guides)

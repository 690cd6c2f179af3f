"""A municipality's whole edition: nothing of upstream's that the edition sets is left in the site
or in its files, but the attribution; and its own stands where ours would."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import paper
import pypdf
import pytest
from conftest import ROOT
from forks import page
from mkdocs.utils.yaml import yaml_load
from PIL import Image

from macros import load
from macros.language import strings
from macros.problems import plain

ABOUT = "Kommunen har tilpasset denne utgaven. Den bygger på versjon 2026.3 av "
SETTINGS = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
TITLE = load.load(ROOT).title
# The PDFs that are read each time.
READ = ("orden-i-eget-hus", "alle-lister.pdf")
SOURCE = f"«{TITLE}» (https://upstream.example/)"


def sentences(name: str) -> list[str]:
    """What one of our pages says, a line each, as text that a built page would hold."""
    text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8").split("---", 2)[2]
    lines = (re.sub(r"[*#`]|\[([^\]]*)\]\([^)]*\)", r"\1", line) for line in text.splitlines())
    return [line.strip("-1234. ") for line in lines if len(line) > 40]


def ours() -> list[str]:
    """Names and claims of upstream's that an edition sets for itself."""
    return [
        SETTINGS["site_name"], SETTINGS["site_description"], SETTINGS["copyright"].strip(),
        TITLE, f"site={SETTINGS['extra']['checklists']['site_id']}",
        f"guide-{SETTINGS['extra']['checklists']['site_id']}",
        "M5 6h13v4H9v13h13v-7h4v11H5z", "#0f5964",
        *sentences("tilgjengelighet"), *sentences("tilpass"),
    ]  # fmt: skip


def texts(site: Path, every: bool) -> Iterator[tuple[str, str]]:
    """Every file of a site as text, those in packages and PDFs too; of the PDFs those of `READ`, or
    `every` one: to read text out of a PDF takes longer than to make it."""
    for file in sorted(f for f in site.rglob("*") if f.is_file()):
        name, data = file.relative_to(site).as_posix(), file.read_bytes()
        if file.suffix == ".pdf" and not (every or file.name.startswith(READ)):
            continue
        if name.startswith("nedlasting/katalog-"):
            continue  # what was released by upstream, under its own version
        if file.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                data = b"\n".join(package.read(one) for one in package.namelist())
        elif file.suffix == ".pdf":
            pdf = pypdf.PdfReader(io.BytesIO(data))
            facts = json.dumps(
                {k: str(v) for k, v in (pdf.metadata or {}).items()}, ensure_ascii=False
            )
            data = "\n".join([facts, *paper.texts(data)]).encode()
        yield name, data.decode("utf-8", "replace")


def without_attribution(text: str) -> str:
    """A text on one line without the name where its licence asks for it: «Den bygger på versjon …
    av «…»». A PDF breaks it over lines, and in a page as text it is a link in brackets."""
    line = re.sub(r"\s+", " ", text)
    name = re.escape(SETTINGS["site_name"]) + r"[^»]{0,40}»"
    return re.sub(rf"(bygger på (?:versjon 2026\.3 av )?(?:<a [^>]*>|\[)?«){name}", r"\1»", line)


@pytest.fixture(scope="session")
def built(fork: Path, pytestconfig: pytest.Config) -> dict[str, str]:
    return dict(texts(fork / "site", pytestconfig.getoption("--all")))


@pytest.mark.slow
def test_nothing_of_upstreams_is_left_but_the_attribution(built: dict[str, str]) -> None:
    looked_for = ours()
    assert len(looked_for) > 30
    found = {
        (name, word)
        for name, text in built.items()
        for line in [without_attribution(text)]
        for word in looked_for
        if word in line
    }
    assert found == set()


def test_a_rank_is_called_by_the_editions_word_everywhere(built: dict[str, str]) -> None:
    """Where a sentence of ours bends the old one, a build has told which."""
    old = strings.load("nb")("priority.must")
    shown = {name: text for name, text in built.items() if not name.endswith(".js")}
    assert sorted(name for name, text in shown.items() if re.search(rf"\b{old}\b", text)) == []
    assert "Skal" in built["sjekklister/orden-i-eget-hus/index.html"]


def test_sentences_that_still_say_a_replaced_rank_are_told(tmp_path: Path) -> None:
    def told(words: str) -> list[str]:
        (tmp_path / "nb.yml").write_text(words, encoding="utf-8")
        return [plain(problem) for problem in strings.left("nb", tmp_path)]

    (said,) = told("list.reset: Tøm\npriority.must: Skal\n")
    assert 'nb.yml:2:1: warning: "Absolutt" is still said in ' in said
    assert "doc.count" in said and "priority.should" not in said
    (less,) = told("priority.must: Skal\ndoc.count: Ja.\n")
    assert "doc.count" not in less
    assert told("priority.must: Absolutt\n") == told("list.reset: Tøm\n") == []


def test_what_is_looked_for_would_be_found(site: Path) -> None:
    """On upstream's own site each of them stands somewhere."""
    everything = "\n".join(
        re.sub(r"\s+", " ", re.sub(r"</?(?:a|strong|em|code)\b[^>]*>", "", f.read_text("utf-8")))
        for f in site.rglob("*") if f.suffix in (".html", ".css", ".svg", ".js")
    )  # fmt: skip
    missing = [word for word in ours() if word not in everything and "`" not in word]
    assert len(missing) < 8, missing


def test_every_page_and_file_says_whose_work_it_rests_on(built: dict[str, str]) -> None:
    pages = {
        n: t for n, t in built.items() if n.endswith(".html") and 'http-equiv="refresh"' not in t
    }
    foot = [
        t.partition('<footer class="guide-page"')[2] for n, t in pages.items() if n != "404.html"
    ]
    assert len(foot) > 40
    for text in foot:
        assert ABOUT in text and 'href="https://upstream.example/"' in text
        assert 'href="https://creativecommons.org/licenses/by/4.0/"' in text
    files = {n: t for n, t in built.items() if re.search(r"\.(pdf|docx|xlsx|csv|md)$", n)}
    assert len(files) > 120
    lacking = [
        n for n, t in files.items() if "bygger på versjon 2026.3 av" not in re.sub(r"\s+", " ", t)
    ]
    assert lacking == []
    # Files for programs say it, too.
    about = json.loads(built["nedlasting/katalog.json"])
    assert about["$edition"].startswith("1.2 (2026-12-01). ") and ABOUT in about["$edition"]
    assert "CC BY-SA 4.0" in about["$licence"]
    assert ABOUT in built["nedlasting/katalog.jsonld"]


def test_version_date_licence_and_name_are_the_editions_own(built: dict[str, str]) -> None:
    csv = built["nedlasting/orden-i-eget-hus.csv"]
    assert "Versjon 1.2, utgitt 01.12.2026" in csv and "CC BY-SA 4.0" in csv
    assert "Kommunens sjekklister. Versjon 1.2, utgitt 01.12.2026." in built["punkt/index.html"]
    known = json.loads(built["assets/katalog.json"])
    assert known["version"] == "1.2" and known["title"] == "Kommunens sjekklister"
    about = re.sub(r"<[^>]+>", "", built["om/index.html"])
    for words in ("Kommunen (organisasjonsnummer 987 654 321) gir ut", "it@nordvik.example",
                  "offentlig sektor", "https://veileder.nordvik.example/"):  # fmt: skip
        assert words in about
    assert "<title>Kommunens sjekklister</title>" in built["oppdateringer.xml"]


def test_own_items_have_nothing_to_do_with_an_older_guide(built: dict[str, str]) -> None:
    text = built["sjekklister/orden-i-eget-hus/index.html"]
    own = text.split('data-item="kn-fagsystemer"')[1].split('data-item="')[0]
    assert "Lagt til av Kommunen." in own and "2010" not in own
    row = next(r for r in built["nedlasting/orden-i-eget-hus.csv"].splitlines() if "kn-fagsys" in r)
    assert "2010" not in row and "Lagt til av Kommunen" in row


def test_the_picture_is_made_of_the_editions_name_and_colour(fork: Path) -> None:
    file = fork / "site/assets/checklists/preview.png"
    assert file.read_bytes() != (ROOT / "overrides/assets/checklists/preview.png").read_bytes()
    with Image.open(file) as made:
        assert made.size == (1200, 630) and made.convert("RGB").getpixel((5, 5)) == (
            0x6A,
            0x1B,
            0x4D,
        )


def test_word_excel_and_pdf_bear_the_editions_logo(fork: Path) -> None:
    logo = (fork / "site/assets/checklists/logo.png").read_bytes()
    for name, folder in (
        ("orden-i-eget-hus.docx", "word/media/"), ("orden-i-eget-hus.xlsx", "xl/media/"),
        ("alle-lister.docx", "word/media/"), ("bilag.docx", "word/media/"),
        ("bilag.xlsx", "xl/media/"),
    ):  # fmt: skip
        with zipfile.ZipFile(fork / "site/nedlasting" / name) as package:
            held = [one for one in package.namelist() if one.startswith(folder)]
            assert {package.read(one) for one in held} == {logo}, name
    for name in ("orden-i-eget-hus.pdf", "orden-i-eget-hus-ett-ark.pdf", "alle-lister-hefte.pdf"):
        pages = pypdf.PdfReader(fork / "site/nedlasting" / name).pages
        assert [len(one.images) for one in pages][:2] == [1, 0][: len(pages)], name


def test_a_page_is_replaced_and_another_left_out_everywhere(
    fork: Path, built: dict[str, str]
) -> None:
    assert "Dette gjelder alle som er ansatt i kommunen." in page(fork, "ansatte")
    assert 'src="../assets/local/logo.svg" />' in page(fork, "ansatte")
    for name in ("kortversjon", "tilpass", "tilgjengelighet"):
        assert not (fork / "site" / name).exists()
        for file, text in built.items():
            if file.endswith((".html", ".xml", ".js", ".json")):
                assert not re.search(rf'(?:href="|/|"){name}/', text), (name, file)
    assert "</strong> kortversjonen. Er dere" in built["index.html"], "the words are left"


def test_a_hidden_list_has_left_the_menu(built: dict[str, str]) -> None:
    nav = built["sjekklister/riktig-omfang/index.html"].partition("md-nav--primary")[2]
    assert 'href="../valg-av-leveransemodell/"' in nav
    assert 'href="../levering-fra-utlandet/"' not in nav
    assert "er tatt ut" in built["sjekklister/levering-fra-utlandet/index.html"]


def test_nobody_is_led_to_a_hidden_list_and_its_address_says_why(built: dict[str, str]) -> None:
    where = "sjekklister/levering-fra-utlandet/"
    assert "Vi leverer bare fra Norge." in built[f"{where}index.html"]
    assert where not in built["llms.txt"]
    searched = [name for name in built if name.startswith("assets/sok/")]
    assert len(searched) > 10 and not [name for name in searched if where in built[name]]
    assert any("sjekklister/riktig-omfang/" in built[name] for name in searched)


def test_the_editions_order_leads_the_menu(built: dict[str, str]) -> None:
    nav = built["oppstart/index.html"].partition("md-nav--primary")[2]
    places = [nav.index(f'href="{name}"') for name in ("../drift/", "../ansatte/", "./")]
    assert places == sorted(places)

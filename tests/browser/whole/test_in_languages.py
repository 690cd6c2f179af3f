"""The site in three languages, as its readers meet it: one set of answers, nothing of another
language unasked, and a document that is written in another language than its reader's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from browser_pages import addresses
from dev.serve import served
from in_languages import OTHERS, everywhere
from paper import texts
from playwright.sync_api import Browser, BrowserContext, Page, expect
from text_runs import squeezed

from ..axe import violations
from ..documents.word import tables
from ..opening import net_gone, patient

pytestmark = pytest.mark.slow
SAMPLE = ("", "sjekklister/kjenn-leverandoren/", "min-plan/", "begreper/", "om/")


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site in every language."""
    with served(everywhere(tmp_path_factory)) as address:
        yield address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(accept_downloads=True)
    yield patient(context.new_page())
    context.close()


def choose(page: Page, language: str) -> None:
    """Chooses a language in the header."""
    page.locator(".guide-languages button").hover()
    page.locator(f".guide-languages a[lang={language}]").click()
    page.wait_for_url(lambda url: f"/{language}/" in url or language == "nb")


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_is_whole_and_fetches_nothing_of_another_language(
    several: str, page: Page, language: str
) -> None:
    told: list[str] = []
    page.on("console", lambda line: told.append(line.text) if line.type == "error" else None)
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    for name in SAMPLE:
        seen.clear()
        page.goto(f"{several}{language}/{name}")
        page.wait_for_timeout(500)
        own = [url for url in seen if url.startswith(f"{several}{language}/")]
        assert own and [u for u in seen if u.startswith("http")] == own
        assert violations(page, contrast=False) == [], name
    assert told == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_page_keeps_its_promises_in_each_language(
    several: str, chromium: Browser, language: str
) -> None:
    """Rules of accessibility, the policy, and links that lead somewhere are held by the build."""
    told: list[str] = []
    with chromium.new_context(viewport={"width": 390, "height": 844}) as reader:
        page = patient(reader.new_page())
        page.on("console", lambda line: told.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: told.append(str(error)))
        for name in addresses():
            page.goto(f"{several}{language}/{name}")
            found = violations(page, contrast=False)
            told += [f"{name}: {one}" for one in found]
            assert page.locator("html").get_attribute("lang") == language
    # What no address leads to says so.
    assert [one for one in told if "404" not in one] == []


OVER = """() => [...document.querySelectorAll("[data-item]")].filter((item) => {
  const way = item.querySelector(".checklist__summary")?.getBoundingClientRect();
  return way?.width && [...item.querySelectorAll(".checklist__tags > *")].some((tag) => {
    const one = tag.getBoundingClientRect();
    return one.right > way.left && one.bottom > way.top + 2 && one.top < way.bottom - 2;
  });
}).length"""


PLANTED = """() => {
  for (const tags of document.querySelectorAll(".checklist__tags")) tags.style.padding = "0";
  for (const kind of document.querySelectorAll(".checklist__kind")) {
    kind.textContent = "a long word that nobody has";
  }
}"""


@pytest.mark.parametrize("language", ["", "nn/", "en/"])
def test_words_of_an_item_stand_beside_each_other_on_a_phone(
    several: str, chromium: Browser, language: str
) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}) as reader:
        page = patient(reader.new_page())
        page.goto(f"{several}{language}sjekklister/sikkerhet-og-kontroll/")
        page.wait_for_selector(".checklist__summary")
        assert page.evaluate(OVER) == 0
        page.evaluate(PLANTED)
        assert page.evaluate(OVER) > 0, "a planted one is found"


@pytest.mark.parametrize("language", OTHERS)
def test_a_tools_page_says_of_nothing_that_it_is_not_translated(several: str, page: Page,
                                                               language: str) -> None:  # fmt: skip
    for name in ("lag-kravdokument/", "svar-pa-krav/", "sammenlign/", "min-plan/"):
        page.goto(f"{several}{language}/{name}")
        assert page.locator(".guide-untranslated").count() == 0, name


@pytest.mark.parametrize(("language", "word"), [("nn", "Underskrift"), ("en", "Signature")])
def test_each_language_prints_and_works_without_a_net(
    several: str, page: Page, language: str, word: str
) -> None:
    page.goto(f"{several}{language}/sjekklister/kjenn-leverandoren/")
    sheets = texts(page.pdf(format="A4", prefer_css_page_size=True))
    paper = "\n".join(sheets)
    items = page.locator("[data-item] .task-list-text").all_inner_texts()
    assert word in paper and all(squeezed(one)[-12:] in squeezed(paper) for one in items)
    page.wait_for_function("() => navigator.serviceWorker.controller !== null", timeout=60_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    net_gone(page)
    for name in SAMPLE:
        page.goto(f"{several}{language}/{name}")
        expect(page.locator("h1").first).to_be_visible()
    page.goto(f"{several}{language}/lag-kravdokument/")
    page.locator("[data-act=new]").click()
    with page.expect_download() as made:
        page.locator("[data-act=word]").click()
    assert Path(made.value.path()).read_bytes()[:2] == b"PK"


def test_a_tick_in_bokmal_is_a_tick_in_english_and_the_choice_is_kept(
    several: str, page: Page
) -> None:
    page.goto(f"{several}sjekklister/kjenn-leverandoren/")
    item = page.locator("[data-item]").first
    item.locator(".task-list-control").first.click()
    page.evaluate("id => { location.hash = id }", item.get_attribute("data-item"))
    choose(page, "en")
    assert page.url.endswith(f"/en/sjekklister/kjenn-leverandoren/#{item.get_attribute('id')}")
    expect(page.locator("[data-item] input[type=checkbox]").first).to_be_checked()
    expect(page.locator("[data-item] .checklist__said").first).to_have_text("")
    anew = page.context.new_page()
    anew.goto(several)
    anew.wait_for_url(f"{several}en/")


def test_a_document_is_written_in_another_language_than_its_readers(
    several: str, page: Page
) -> None:
    page.goto(f"{several}lag-kravdokument/")
    page.locator("[data-act=new]").click()
    page.locator("[data-own]").fill("Vårt eget krav.")
    page.locator("[data-act=add]").click()
    page.locator("[data-tongue]").select_option("en")
    with page.expect_download() as made:
        page.locator("[data-act=markdown]").click()
    text = Path(made.value.path()).read_text(encoding="utf-8")
    assert "The supplier shall" in text and "Leverandøren skal" not in text
    assert "Vårt eget krav. (not translated)" in text


def led_to_english(reader: BrowserContext, several: str, file: Path) -> Page:
    """The reply page in English, which a file leads to that is opened on the page in bokmål."""
    page = patient(reader.new_page())
    page.goto(f"{several}svar-pa-krav/")
    page.locator("[data-open]").set_input_files(file)
    page.wait_for_url(f"{several}en/svar-pa-krav/#svar:*")
    return page


def test_a_reply_from_warsaw(several: str, chromium: Browser, page: Page, tmp_path: Path) -> None:
    """A manager ticks in bokmål and sends an English document; the supplier's page speaks English,
    and an English Word file comes back; it is compared in bokmål, and what the works council gets
    on paper is nynorsk."""
    page.goto(f"{several}sjekklister/sikkerhet-og-kontroll/")
    for n in range(3):
        page.locator("[data-item][data-kind=requirement] .task-list-control").nth(n).click()
    page.goto(f"{several}lag-kravdokument/")
    page.locator("[data-act=new]").click()
    # With the customer's own text beside it, which is no hindrance to what comes back.
    page.locator("[data-tongue]").select_option("en+")
    word, opened = (downloaded(page, f"[data-act={act}]", tmp_path) for act in ("word", "json"))
    files = [
        answered(word, tmp_path / f"{name}.docx", name, said)
        for name, said in (("Warszawa", ["Yes", "Partly", "No"]), ("Łódź", ["Yes"] * 3))
    ]
    with chromium.new_context() as abroad:
        theirs = led_to_english(abroad, several, opened)
        expect(theirs.locator("[data-rows]")).to_contain_text("The supplier shall")
        expect(theirs.locator("[data-rows]")).to_contain_text("Partly")
        assert theirs.locator("html").get_attribute("lang") == "en"
        theirs.locator("[data-supplier]").fill("Warszawa")
        theirs.locator("[data-reply] >> nth=0").check()
        theirs.locator("[data-act=file]").click()
        own = downloaded(theirs, "[data-act=anyway]", tmp_path)
        assert own.name.startswith("svar-warszawa")
    # A colleague opens that file on the page in bokmål: it is read where its language is spoken.
    with chromium.new_context() as colleague:
        theirs = led_to_english(colleague, several, own)
        expect(theirs.locator("[data-said]")).to_contain_text("Warszawa")
        expect(theirs.locator("[data-supplier]")).to_have_value("Warszawa")
        expect(theirs.locator("[data-reply] >> nth=0")).to_be_checked()
        assert theirs.evaluate("() => sessionStorage.getItem('svar-som-kom')") is None
        # What a page that opens nothing was led to with is gone, too.
        theirs.evaluate("() => sessionStorage.setItem('svar-som-kom', '{}')")
        theirs.goto(f"{several}svar-pa-krav/")
        assert theirs.evaluate("() => sessionStorage.getItem('svar-som-kom')") is None
    page.goto(f"{several}sammenlign/")
    page.locator("[data-open]").set_input_files(files)
    came = page.locator("[data-opened]")
    expect(came.locator("> li")).to_have_count(2)
    expect(came.locator("> li input").last).to_have_value("Warszawa")
    expect(came).not_to_contain_text("Sjekk dette")
    for said in ("Oppfylt", "Delvis", "Nei"):
        expect(page.locator("[data-table]")).to_contain_text(said)
    page.goto(f"{several}nn/sjekklister/sikkerhet-og-kontroll/")
    sheets = texts(page.pdf(format="A4", prefer_css_page_size=True))
    paper = "\n".join(sheets)
    assert "Leverandøren skal" in paper and "ikkje" in paper and "ikke" not in paper.split()


def downloaded(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as made:
        page.locator(button).click()
    file = folder / made.value.suggested_filename
    made.value.save_as(file)
    return file


def answered(asked: Path, file: Path, name: str, replies: list[str]) -> Path:
    """An English document that was sent, filled in by hand."""
    made = docx.Document(str(asked))
    first, *rest = tables(made)
    first.rows[0].cells[1].text = name
    left = iter(replies)
    for table in rest:
        if "Reply" in [cell.text for cell in table.rows[0].cells]:
            for row in table.rows[1:]:
                row.cells[3].text = next(left)
    assert not list(left)
    made.save(str(file))
    return file

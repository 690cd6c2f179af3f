"""Firefox and WebKit as a story drives them, each by its own driver."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from browser.whole.dropping import dropped

BROKEN = """window.broken = [];
addEventListener("securitypolicyviolation", (e) =>
  broken.push(`${e.violatedDirective} ${e.blockedURI}`));"""
WAIT = 20  # seconds for one step


class Firefox:
    """Debian's Firefox through Playwright; paper is what the page's own button prints."""

    gets_files = True

    def __init__(self, folder: Path, shown: bool = False) -> None:
        """With a window on a screen when it is `shown`, for a hand to drop things on."""
        from playwright.sync_api import sync_playwright

        self.pdf = folder / "paper.pdf"
        printer = "print.printer_Mozilla_Save_to_PDF"
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.firefox.launch(
            channel="moz-firefox",
            executable_path=shutil.which("firefox-esr"),
            downloads_path=folder,
            headless=not shown,
            firefox_user_prefs={
                "print.always_print_silent": True,
                "print_printer": "Mozilla Save to PDF",
                f"{printer}.print_to_file": True,
                f"{printer}.print_to_filename": str(self.pdf),
            },
        )
        self.page = self.browser.new_page(no_viewport=shown)
        self.page.set_default_timeout(WAIT * 1000)
        self.page.add_init_script(BROKEN)

    def faults(self) -> object:
        """What the page's policy has stopped."""
        return self.value("broken.join()")

    def go(self, address: str) -> None:
        self.page.goto(address)

    def reload(self) -> None:
        self.page.reload()

    def click(self, place: str) -> None:
        self.page.locator(place).first.click()

    def give(self, place: str, file: Path) -> None:
        self.page.locator(place).set_input_files(file)

    def write(self, place: str, text: str) -> None:
        self.page.locator(place).fill(text)

    def drop(self, place: str, folder: Path) -> None:
        dropped(self.value, place, folder)

    def value(self, script: str) -> object:
        return self.page.evaluate(script)

    def paper(self) -> str:
        """The text of the printed sheets."""
        from pypdf import PdfReader

        self.click(".guide-print__form button")
        until(lambda: self.pdf.exists() and b"%%EOF" in self.pdf.read_bytes()[-16:])
        return "".join(sheet.extract_text() for sheet in PdfReader(self.pdf).pages)

    def close(self) -> None:
        self.browser.close()
        self.playwright.stop()


class WebKit:
    """WebKitGTK's MiniBrowser through Selenium; paper is the page under its rules for print."""

    # Of what a file manager drops WebKitGTK 2.50.6 gives a page the address as text and no file,
    # or it goes to that address (seen with dropping.py, of a file and of a folder).
    gets_files = False

    # Neither its driver nor Selenium prints, so the rules for paper are made those for the screen.
    PRINTED = """
        const swap = (rules) => [...rules].forEach((rule) => {
          if (rule.media) rule.media.mediaText = rule.media.mediaText === "print" ? "all"
            : rule.media.mediaText.replaceAll("screen", "print");
          if (rule.cssRules) swap(rule.cssRules);
        });
        for (const sheet of document.styleSheets) {
          if (sheet.media.mediaText === "print") sheet.media.mediaText = "all";
          swap(sheet.cssRules);
        }
        return document.body.innerText;"""

    def __init__(self, folder: Path) -> None:
        from selenium import webdriver

        options = webdriver.WebKitGTKOptions()
        options.binary_location = minibrowser() or ""
        options.add_argument("--automation")
        self.driver = webdriver.WebKitGTK(options=options)
        self.driver.implicitly_wait(WAIT)
        self.driver.set_page_load_timeout(WAIT)
        self.driver.set_script_timeout(WAIT)

    def faults(self) -> object:
        return ""  # its driver runs nothing before the page does

    def go(self, address: str) -> None:
        self.driver.get(address)

    def reload(self) -> None:
        self.driver.refresh()

    def click(self, place: str) -> None:
        # A fold that has just been opened is not laid out at once.
        found = self.driver.find_element("css selector", place)
        until(found.is_displayed)
        # Its window is lower once something has been downloaded, and the driver does not scroll.
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", found)
        found.click()

    def give(self, place: str, file: Path) -> None:
        self.driver.find_element("css selector", place).send_keys(str(file))

    def write(self, place: str, text: str) -> None:
        self.driver.find_element("css selector", place).send_keys(text)

    def drop(self, place: str, folder: Path) -> None:
        dropped(self.value, place, folder)

    def value(self, script: str) -> object:
        return self.driver.execute_script(f"return {script}")

    def paper(self) -> str:
        """The text that the rules for print leave on the page."""
        self.driver.execute_script("window.print = () => { window.printed = true; };")
        self.click(".guide-print__form button")
        assert self.value("window.printed") is True
        return str(self.driver.execute_script(self.PRINTED))

    def close(self) -> None:
        self.driver.quit()


def until(done: Callable[[], object], seconds: float = WAIT) -> object:
    """What `done` gives once it gives something; looked at ten times a second."""
    end = time.monotonic() + seconds
    while not (found := done()):
        assert time.monotonic() < end, f"not within {seconds} seconds"
        time.sleep(0.1)
    return found


def minibrowser() -> str | None:
    found = sorted(Path("/usr/lib").glob("*/webkit*gtk-*/MiniBrowser"))
    return str(found[-1]) if found else None

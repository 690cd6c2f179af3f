"""security.txt: made of the settings as RFC 9116 has it, a fork's own, and none that is not set."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import forks
import pytest
from conftest import ROOT, Project

from macros.publish import contact
from macros.publish.contact import NAME

FIELDS = re.compile(r"([A-Z][A-Za-z-]+): (\S.*)")
RELEASED = date(2026, 11, 24)


def read(text: str) -> dict[str, list[str]]:
    """A file's fields as RFC 9116 names them. Fails for a line that is none."""
    found: dict[str, list[str]] = {}
    for line in text.removesuffix("\n").split("\n"):
        field = FIELDS.fullmatch(line)
        assert field, line
        found.setdefault(field[1], []).append(field[2])
    return found


def test_the_file_has_what_the_standard_asks_for() -> None:
    until = contact.expires(RELEASED, "")
    made = contact.contacts("sikkerhet@a.no https://a.no/meld")
    found = read(contact.text(made, until, "nb", "https://a.no/"))
    assert found["Contact"] == ["mailto:sikkerhet@a.no", "https://a.no/meld"]
    assert len(found["Expires"]) == 1
    ends = datetime.fromisoformat(found["Expires"][0])
    assert ends.date() - RELEASED < timedelta(365) and ends.tzinfo
    assert found["Preferred-Languages"] == ["nb, en"]
    assert found["Canonical"] == [f"https://a.no/{NAME}"]
    assert "Canonical" not in read(contact.text(made, until, "en", ""))
    assert contact.expires(RELEASED, "2027-01-01") == date(2027, 1, 1)


@pytest.mark.parametrize(
    "stated", ["ring oss", "http://a.no", ["javascript:alert(1)"], "a@b\nX: y"]
)
def test_what_is_no_address_is_refused(stated: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        contact.contacts(stated)


def test_a_file_that_counts_no_more_is_told() -> None:
    assert list(contact.stale(RELEASED, RELEASED - timedelta(1))) == []
    assert "counts no more from" in next(contact.stale(RELEASED, RELEASED)).message


def with_security(project: Project, value: str) -> str:
    text = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    project.write(
        "mkdocs.yml", text.replace("    site_id: prove\n", f"    site_id: prove\n{value}")
    )
    return project.build().output


def test_a_site_that_names_nobody_has_none(small: Path, site: Path) -> None:
    assert not (small / "site" / NAME).exists()
    assert not (site / NAME).exists()


def test_a_site_has_the_one_that_its_settings_name(project: Project) -> None:
    said = with_security(project, "    security: [a@b.no]\n    security_expires: 2020-01-01\n")
    found = read((project.root / "site" / NAME).read_text(encoding="utf-8"))
    assert found["Contact"] == ["mailto:a@b.no"]
    assert found["Expires"] == ["2020-01-01T00:00:00Z"]
    assert 'security.txt: warning: counts no more from "2020-01-01"' in said
    assert f'"{NAME}"' in (project.root / "site" / "manifest.json").read_text(encoding="utf-8")


def test_settings_that_are_wrong_stop_the_build(project: Project) -> None:
    said = with_security(project, "    security: ring oss\n")
    assert 'extra.checklists.security is no address: "ring". Hint: write an e-mail' in said


def test_a_day_that_is_none_stops_the_build(project: Project) -> None:
    said = with_security(project, "    security: a@b.no\n    security_expires: snart\n")
    assert 'extra.checklists.security_expires is no day: "snart"' in said


def test_upstream_names_nobody_in_a_file_that_a_fork_inherits() -> None:
    """Only the environment may name one: else a fork's readers would write to upstream."""
    line = next(
        one for one in (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
        if one.strip().startswith("security:")
    )  # fmt: skip
    assert line.split(":", 1)[1].strip() == '!ENV [SECURITY_CONTACT, SECURITY_URL, ""]'
    own = (forks.FORK / "mkdocs.local.yml").read_text(encoding="utf-8")
    assert "security" not in own


def test_a_fork_that_has_set_none_has_none(fork: Path) -> None:
    assert not (fork / "site" / NAME).exists()

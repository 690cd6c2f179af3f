"""A link between pages that leads nowhere is told with its line and the page that was meant."""

from __future__ import annotations

import pytest
from conftest import Project

from macros.pages import links

PAGES = {"index", "drift", "lokalt/vi", "sjekklister/orden-i-eget-hus"}


@pytest.mark.parametrize(
    ("place", "source", "told"),
    [
        (
            "lokalt/vi.md",
            "Se [her](../drfit.md#a).",
            ['1:10: no page "../drfit.md". did you mean ../drift.md?'],
        ),
        (
            "index.md",
            "\n[a]( <lokal/vi.md> )",
            ['2:7: no page "lokal/vi.md". did you mean lokalt/vi.md?'],
        ),
        (
            "index.md",
            "[a][1]\n\n[1]: drif.md\n",
            ['3:6: no page "drif.md". did you mean drift.md?'],
        ),
        (
            "index.md",
            "[q](qqqq.md)",
            ['1:5: no page "qqqq.md". write the way to a page from this one'],
        ),
        (
            "index.md",
            "[a](drift.md) [b](./drift.md?x#y 'T') [c](sjekklister/orden-i-eget-hus.md)",
            [],
        ),
        ("lokalt/vi.md", "[a](vi.md) [b](../index.md) [c](/drift.md)", []),
        ("index.md", "[a](https://x.example/fil.md) [b](fil.mdx) [c](#x.md)", []),
        ("index.md", "`[a](drfit.md)`\n\n```md\n[a](drfit.md)\n```\n<!-- [a](b.md) -->", []),
        ("index.md", "``[a](b.md)`` ~~~\n", []),
    ],
)
def test_what_a_page_leads_to(place: str, source: str, told: list[str]) -> None:
    found = [
        f"{p.line}:{p.column}: {p.message}. {p.hint}"
        for p in links.dead(place, place, source, PAGES)
    ]
    assert len(found) == len(told), found
    assert all(one.startswith(start) for one, start in zip(found, told, strict=True)), found


def test_a_build_stops_before_anything_is_written_and_names_the_line(project: Project) -> None:
    project.write("docs/lokalt/vi.md", "# Vi\n\nSe [punktene](../punk.md).\n")
    project.write("local/docs/side.md", "# Side\n\n[A](index.md) [B](lokalt/vii.md)\n")
    result = project.build()
    assert result.exit_code == 1
    assert 'docs/lokalt/vi.md:3:15: no page "../punk.md". Hint: did you mean ../punkt.md?' in (
        result.output
    )
    assert 'local/docs/side.md:3:19: no page "lokalt/vii.md"' in result.output
    assert not (project.root / "site" / "index.html").exists()

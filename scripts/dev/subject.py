"""A guide on another subject: its first pages, in the words and the addresses of its language."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "nb": {
        "everyone": "Alle",
        "first": "Gjør det første.",
        "list": "Den første listen",
        "intro": "Hva denne listen er til.",
        "dark": "Bytt til mørk visning",
        "light": "Bytt til lys visning",
        "system": "Følg systemets visning",
        "section": "Lenke til dette avsnittet",
    },
    "en": {
        "everyone": "Everyone",
        "first": "Do the first thing.",
        "list": "The first list",
        "intro": "What this list is for.",
        "dark": "Switch to dark mode",
        "light": "Switch to light mode",
        "system": "Follow the system's mode",
        "section": "Link to this section",
    },
}
# Key in `extra.checklists` to address and title.
PLACES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "nb": {
        "lists": ("sjekklister", "Sjekklister"),
        "register": ("punkt", "Alle punkter"),
        "glossary": ("begreper", "Begreper"),
        "downloads": ("nedlasting", "Nedlasting"),
        "deviations": ("tilpasninger", "Tilpasninger"),
        "plan": ("min-plan", "Min plan"),
        "updates": ("oppdateringer", ""),
    },
    "en": {
        "lists": ("checklists", "Checklists"),
        "register": ("items", "Every item"),
        "glossary": ("glossary", "Glossary"),
        "downloads": ("downloads", "Downloads"),
        "deviations": ("adaptations", "Adaptations"),
        "plan": ("my-plan", "My plan"),
        "updates": ("updates", ""),
    },
}
STRINGS = """\
# Words of the interface that this guide says in another way, and the currency of its prices: every
# sentence names that one.
# money.currency: EUR
"""
MACROS = {
    "register": "{{ checklist_filters() }}\n\n{{ checklist_register() }}",
    "glossary": "{{ glossary() }}",
    "downloads": "{{ downloads() }}",
    "deviations": "{{ deviations() }}",
    "plan": "{{ plan() }}",
}


def addresses(language: str) -> dict[str, str]:
    """Where each page lies, by its key in `extra.checklists`."""
    return {key: place for key, (place, _) in PLACES[language].items()}


def pages(name: str, language: str) -> dict[str, str]:
    """The pages of a guide with this name: file to Markdown."""
    places = PLACES[language]
    lists, title = places["lists"]
    docs = "local/docs"
    first = "---\nchecklist: first-list\n---\n\n{{ checklist_page() }}\n"
    made = {
        f"{docs}/index.md": f"# {name}\n\n[{title}]({lists}/index.md)\n",
        f"{docs}/{lists}/index.md": f"# {title}\n\n{{{{ checklist_index() }}}}\n",
        f"{docs}/{lists}/first-list.md": first,
    }
    for key, macro in MACROS.items():
        place, heading = places[key]
        made[f"{docs}/{place}.md"] = f"# {heading}\n\n{macro}\n"
    return made

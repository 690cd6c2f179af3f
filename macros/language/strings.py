"""Interface words per language: plural forms, and a fallback where a word is missing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import takewhile
from pathlib import Path

from macros import source
from macros.language import checks, forms, money
from macros.problems import Faulty, Problem

BUNDLED = Path(__file__).parent
FALLBACK = "nb"
# What a guide in another language lacks is said in English; to who reads Norwegian, in bokmål.
BEHIND = ("nb", "nn", "no", "da", "sv")
ELSEWHERE = "en"


class Strings:
    """`t("key", name=…)` gives the word; `t.n("key", 3)` picks the form that the language has
    for the number: `one` or `other`, and in others `few` and `many` too."""

    def __init__(self, layers: Sequence[Mapping[str, object]], language: str = FALLBACK) -> None:
        self._layers, self.language = tuple(layers), language
        self._keys = frozenset(key for layer in self._layers for key in layer)
        self._sorted = sorted(self._keys)

    def __call__(self, key: str, **values: object) -> str:
        found = self._find(key)
        text = found.get("other", "") if isinstance(found, Mapping) else found
        return str(text).format(**values) if values else str(text)

    def n(self, key: str, count: int, **values: object) -> str:
        """The form of `key` for `count`, with `{n}` filled in."""
        found = self._find(key)
        form = forms.plural(count, self.language)
        text = found.get(form, found.get("other", key)) if isinstance(found, Mapping) else found
        return str(text).format(n=count, **values)

    def _find(self, key: str) -> object:
        return next((layer[key] for layer in self._layers if key in layer), key)

    def group(self, start: str) -> dict[str, str]:
        """Every word whose key begins so, by key in alphabetical order."""
        first = bisect_left(self._sorted, start)
        found = takewhile(lambda key: key.startswith(start), self._sorted[first:])
        return {key: self(key) for key in found}

    def under(self, start: str) -> dict[str, str]:
        """As `group`, by what follows `start` in the key."""
        return {key.removeprefix(start): word for key, word in self.group(start).items()}

    def blanks(self, key: str) -> frozenset[str] | None:
        """The names that `key` has filled in, in any of its forms; None for a key that is not
        there (a fork's own, for templates of its own)."""
        if key not in self.keys():
            return None
        found = self._find(key)
        forms = found.values() if isinstance(found, Mapping) else (found,)
        return frozenset(name for form in forms for name in checks.blanks(str(form)) or ())

    def said(self, key: str) -> str:
        """All that is said under a key: each form of it."""
        found = self._find(key)
        return " ".join(map(str, found.values())) if isinstance(found, Mapping) else str(found)

    @property
    def fingerprint(self) -> str:
        """The same for the same words: tells when what was made from them is out of date."""
        return repr(self._layers)

    def keys(self) -> frozenset[str]:
        """Every key that some layer has."""
        return self._keys


def load(language: str, *more: Path) -> Strings:
    """The words of `language`: a fork's own folders first, then ours, then those of the language
    that stands in for it.

    Raises Faulty when nobody has words in it, when a file is there but cannot be read, or when a
    word in it cannot be used.
    """
    folders = (*more, BUNDLED)
    made, problems = _layered(language, folders)
    if not any((folder / f"{language}.yml").exists() for folder in folders):
        known = ", ".join(sorted(file.stem for file in BUNDLED.glob("*.yml")))
        hint = f"write them in local/strings/{language}.yml, or choose a language that is: {known}"
        problems.append(Problem(f"local/strings/{language}.yml", 0, 0, "is not there", hint))
    if problems:
        raise Faulty(problems)
    return made


def faults(folder: Path) -> list[Problem]:
    """What is wrong with a fork's own words in `folder`, in every language."""
    languages = sorted(file.stem for file in folder.glob("*.yml"))
    return [problem for one in languages for problem in _layered(one, (folder, BUNDLED))[1]]


def keys(root: Path, language: str) -> frozenset[str]:
    """Every key that has a word in the project in `root`, also where others are at fault."""
    return _layered(language, (root / "local" / "strings", BUNDLED))[0].keys()


def _called(file: Path) -> str:
    """A file of words as messages call it: `local/strings/nb.yml`, `macros/language/nb.yml`."""
    return "/".join(file.parts[-3:])


def left(language: str, folder: Path) -> list[Problem]:
    """What a fork's own words in `folder` have not reached, as warnings; nothing where they cannot
    be read."""
    file = folder / f"{language}.yml"
    if not file.exists() or source.says_nothing(file):
        return []
    tree, problems = source.read(file, _called(file))
    if problems or tree is None or not isinstance(tree.value, dict):
        return []
    ours = _bundled(language)
    return list(checks.still_said(tree, {key: ours.said(key) for key in sorted(ours.keys())}))


def _layered(language: str, folders: Sequence[Path]) -> tuple[Strings, list[Problem]]:
    """The words that are there, and what is wrong with those that are not ours."""
    names = dict.fromkeys((language, FALLBACK if language in BEHIND else ELSEWHERE))
    layers: list[Mapping[str, object]] = []
    problems: list[Problem] = []
    own = [folder for folder in folders if folder != BUNDLED]
    code = money.stated(
        [*(folder / f"{language}.yml" for folder in own),
         *(file for folder in own for file in sorted(folder.glob("*.yml")))]
    )  # fmt: skip
    for file in (folder / f"{name}.yml" for name in names for folder in folders):
        if not file.exists() or source.says_nothing(file):
            continue
        name = _called(file)
        tree, found = source.read(file, name)
        if tree is not None and not isinstance(tree.value, dict):
            found.append(Problem(name, 1, 1, "must hold words by their keys", "write key: word"))
        elif tree is not None:
            if file.parent != BUNDLED:
                ours = _bundled(language)
                found += checks.faults(tree, ours.blanks)
                found += checks.misspelt(tree, ours.keys(), _asked_for(file.parent))
            said = source.plain(tree)
            layers.append(money.paid(code, said) if file.parent == BUNDLED else said)
        problems += found
    return Strings(layers, language), problems


def _asked_for(folder: Path) -> str:
    """All that a fork's own templates say: they may ask for words of their own."""
    files = sorted((folder.parent / "templates").glob("*.html"))
    return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)


@cache
def _bundled(language: str) -> Strings:
    return _layered(language, (BUNDLED,))[0]

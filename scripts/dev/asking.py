"""What `init` asks a person, in the guide's language: one question at a time, again when an answer
cannot be used, and nothing of what was answered is lost."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Mapping

Ask = Callable[[str], str]
Answers = dict[str, str]

KEYS = ("name", "by", "prefix", "site_id", "url", "contact")
SHORT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CONTACT = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+")
# How the developer's commands are typed here.
DEV = "python scripts\\dev.py" if os.name == "nt" else "python3 scripts/dev.py"
WORDS: Mapping[str, Mapping[str, str]] = {
    "nb": {
        "name": "Hva skal utgaven hete?",
        "by": "Hvem er dere?",
        "prefix": "En kort forkortelse (små bokstaver), for eksempel kn",
        "site_id": "Navnet som lesernes svar lagres under: andre utgaver på samme adresse har et"
        " annet, og det endres ikke senere",
        "url": "Hvilken adresse skal nettstedet ha? (kan være tom)",
        "contact": "E-postadresse for tilbakemeldinger (kan være tom)",
        "usual name": "Vår veileder",
        "usual by": "Vår virksomhet",
        "wrong name": "skriv et navn",
        "wrong by": "skriv hvem dere er",
        "wrong prefix": "bruk små bokstaver a–z, tall og bindestrek",
        "wrong site_id": "bruk små bokstaver a–z, tall og bindestrek",
        "wrong languages": "to bokstaver hver, veilederens eget først: {own},nn",
        "wrong url": "må begynne med https:// eller være tom",
        "wrong contact": "skriv en e-postadresse, eller la den være tom",
        "kept": "står som den er",
        "made": "laget",
        "after": "utgaven er bygd. Se den med: {dev} serve",
        "edit": "ta ut, endre og legg til punkter i local/tailoring.yml",
        "edit empty": "skriv punktene i local/checklists.yml, og sidene i local/docs",
        "money": "prisene er i NOK. En annen valuta skriver dere i {file}: money.currency: EUR",
    },
    "en": {
        "name": "What is the guide called?",
        "by": "Who are you?",
        "prefix": "A short name (lower-case letters), such as kn",
        "site_id": "The name under which readers' answers are kept: other guides at the same"
        " address have another, and it is never changed later",
        "url": "What address will the site have? (may be empty)",
        "contact": "An e-mail address for feedback (may be empty)",
        "usual name": "Our guide",
        "usual by": "Our organisation",
        "wrong name": "write a name",
        "wrong by": "write who you are",
        "wrong prefix": "use lower-case letters a–z, figures and hyphens",
        "wrong site_id": "use lower-case letters a–z, figures and hyphens",
        "wrong languages": "two letters each, the guide's own first: {own},nn",
        "wrong url": "must begin with https:// or be empty",
        "wrong contact": "write an e-mail address, or leave it empty",
        "kept": "is left as it is",
        "made": "written",
        "after": "the guide is built. See it with: {dev} serve",
        "edit": "leave out, change and add items in local/tailoring.yml",
        "edit empty": "write the items in local/checklists.yml, and the pages in local/docs",
        "money": "prices are in NOK. Write another currency in {file}: money.currency: EUR",
    },
}


def here(text: str, separator: str = os.sep) -> str:
    """A text of ours with the paths in it as they are written on this machine."""
    return text.replace("/", separator)


def fault(key: str, answer: str) -> bool:
    """Whether an answer cannot be used."""
    if key in ("prefix", "site_id"):
        return not SHORT.fullmatch(answer)
    if key == "url":
        return bool(answer) and not answer.startswith(("https://", "http://"))
    if key == "contact":
        return bool(answer) and not CONTACT.fullmatch(answer)
    return not answer.strip()


def usual(key: str, answers: Mapping[str, str], words: Mapping[str, str]) -> str:
    """What stands in brackets: taken when nothing is typed."""
    if key == "prefix":
        return initials(answers.get("by", ""))
    if key == "site_id":
        return slug(answers.get("name", ""))
    return words.get(f"usual {key}", "")


def answered(given: Mapping[str, str | None], language: str, ask: Ask | None) -> Answers:
    """What the options say, else what is typed, else the usual. With a person at the keyboard an
    answer that cannot be used is asked for again, alone."""
    words = WORDS[language]
    answers: Answers = {}
    for key in KEYS:
        default, said = usual(key, answers, words), given[key]
        answer = said if said is not None else default
        while ask and (said is None or fault(key, answer)):
            typed = ask(f"{words[key]} [{default}] ").strip()
            answer, said = typed or default, typed
            if not fault(key, answer):
                break
            said = None
            print(f"  {answer}: {words[f'wrong {key}']}")
        answers[key] = answer
    return answers


def slug(text: str) -> str:
    """A text as lower-case ASCII words with hyphens: «Nordvik IT» is nordvik-it."""
    spelt = text.lower().replace("æ", "ae").translate(str.maketrans("øå", "oa"))
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-") or "guide"


def initials(text: str) -> str:
    """A short name for somebody: the first letters of two words or more, else of the only one."""
    words = slug(text).split("-")
    return "".join(word[0] for word in words)[:4] if len(words) > 1 else words[0][:4]

"""The state by itself, in a real browser: random histories against a plain model, merge's laws,
every stored format, and files that mean harm."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT
from playwright.sync_api import Page

STORED = ROOT / "tests" / "data" / "stored"
MODULES = ("accept", "answered", "merge", "register", "state", "written")


@pytest.fixture
def page(opener) -> Page:
    return opener("om/")


def run(page: Page, script: str, *values: object) -> object:
    """Runs a script with `s` as all that the modules of the state hold."""
    files = ", ".join(f"import('/assets/checklists/answers/{name}.js')" for name in MODULES)
    return page.evaluate(
        f"async (values) => {{ const s = Object.assign({{}}, ...await Promise.all([{files}]));"
        f" {script} }}",
        list(values),
    )


RANDOM = """
// A small generator with a seed (mulberry32), so that a failure repeats.
const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const ITEMS = ["a", "b", "c-1"];
const VALUES = { status: ["", "doing", "done", "irrelevant"], note: ["", "x", "y"], due: ["", "2027-01-01"] };
const pick = (random, list) => list[Math.floor(random() * list.length)];
// Shared content in a form that can be compared: keys in order.
const plain = (state) => JSON.stringify(state.projects, (key, v) =>
  v && typeof v === "object" && !Array.isArray(v) ? Object.fromEntries(Object.keys(v).sort().map((k) => [k, v[k]])) : v);
// Two clocks that differ by hours, and a writer each.
const stampOf = (n, tick) => ({ when: new Date(Date.UTC(2026, 10, 24, 12 + (n ? -7 : 5), 0, tick)).toISOString(), writer: `w${n}`, by: `M${n}` });
const act = (state, n, random, tick) => {
  const name = pick(random, Object.keys(VALUES));
  return s.answer(state, "p", pick(random, ITEMS), { [name]: pick(random, VALUES[name]) }, stampOf(n, tick));
};
"""


def test_random_histories_agree_with_a_plain_model(page: Page) -> None:
    """10,000 sequences: three browsers that answer, save, open and merge each other's files.

    The model: a field's values are the writes that no later write has seen.
    """
    failures = run(
        page,
        RANDOM
        + """
        const failures = [];
        for (let seed = 1; seed <= 10000 && failures.length < 3; seed += 1) {
          const random = generator(seed);
          const real = [s.empty(), s.empty(), s.empty()];
          // Per browser: field -> set of writes that stand; every write with those that it saw.
          const model = [new Map(), new Map(), new Map()];
          const known = [new Set(), new Set(), new Set()];
          const over = new Map();
          let writes = 0;
          for (let step = 0; step < 24; step += 1) {
            const n = Math.floor(random() * 3);
            const what = random();
            if (what < 0.6) {
              const name = pick(random, Object.keys(VALUES));
              const item = pick(random, ITEMS);
              const value = pick(random, VALUES[name]);
              const key = `${item}.${name}`;
              const standing = [...(model[n].get(key) ?? [])];
              const values = new Set(standing.map((w) => over.get(w).value));
              real[n] = s.answer(real[n], "p", item, { [name]: value }, stampOf(n, step));
              // Writing what stands already is no write.
              if (values.size === 1 && values.has(value)) continue;
              if (values.size === 0 && value === "") continue;
              writes += 1;
              over.set(writes, { value, key, saw: new Set(known[n]) });
              known[n].add(writes);
              model[n].set(key, new Set([writes]));
            } else if (what < 0.9) {
              const m = Math.floor(random() * 3);
              real[n] = s.merge(real[n], s.read(s.text(real[m])).state);
              for (const w of known[m]) known[n].add(w);
              const fields = new Map();
              for (const w of known[n]) {
                const { key } = over.get(w);
                const hidden = [...known[n]].some((v) => over.get(v).key === key && over.get(v).saw.has(w));
                if (!hidden) fields.set(key, (fields.get(key) ?? new Set()).add(w));
              }
              model[n] = fields;
            } else {
              real[n] = s.read(s.text(real[n])).state;
            }
          }
          for (let n = 0; n < 3; n += 1) {
            for (const item of ITEMS) for (const name of Object.keys(VALUES)) {
              const expected = [...(model[n].get(`${item}.${name}`) ?? [])].map((w) => over.get(w).value).sort();
              const found = (real[n].projects.p?.items[item]?.[name] ?? []).map((e) => e[0]).sort();
              if (JSON.stringify(expected) !== JSON.stringify(found)) failures.push([seed, n, item, name, expected, found]);
            }
          }
        }
        return failures;
        """,
    )
    assert failures == []


def test_merge_is_commutative_associative_and_idempotent_with_open_conflicts(page: Page) -> None:
    found = run(
        page,
        RANDOM
        + """
        let open = 0;
        for (let seed = 1; seed <= 2000; seed += 1) {
          const random = generator(seed);
          const all = [s.empty(), s.empty(), s.empty()];
          for (let step = 0; step < 30; step += 1) {
            const n = Math.floor(random() * 3);
            all[n] = random() < 0.75 ? act(all[n], n, random, step) : s.merge(all[n], all[Math.floor(random() * 3)]);
          }
          const [a, b, c] = all;
          const laws = {
            commutative: plain(s.merge(a, b)) === plain(s.merge(b, a)),
            associative: plain(s.merge(s.merge(a, b), c)) === plain(s.merge(a, s.merge(b, c))),
            idempotent: plain(s.merge(a, a)) === plain(a) && plain(s.merge(s.merge(a, b), b)) === plain(s.merge(a, b)),
          };
          for (const [law, holds] of Object.entries(laws)) if (!holds) return `${law} ${seed}`;
          open += s.conflicts(s.merge(a, s.merge(b, c)).projects.p ?? { items: {} }).length;
        }
        return open;
        """,
    )
    assert isinstance(found, int) and found > 500  # and conflicts were there to be kept


def test_a_later_answer_stands_and_two_at_once_are_both_kept_until_one_chooses(page: Page) -> None:
    told = run(
        page,
        """
        const at = (writer, when) => ({ writer, when, by: writer });
        let mine = s.answer(s.empty(), "p", "a", { note: "først" }, at("m", "2026-01-01T12:00:00Z"));
        // Kari's clock is years behind; she has seen mine, so hers is the later one.
        let hers = s.answer(s.merge(s.empty(), mine), "p", "a", { note: "så" }, at("k", "2019-01-01T12:00:00Z"));
        const later = s.merge(mine, hers).projects.p;
        mine = s.answer(s.merge(mine, hers), "p", "a", { note: "min" }, at("m", "2026-01-02T12:00:00Z"));
        hers = s.answer(hers, "p", "a", { note: "hennes" }, at("k", "2019-01-02T12:00:00Z"));
        const both = s.merge(mine, hers);
        const chosen = s.answer(both, "p", "a", { note: "hennes" }, at("m", "2026-01-03T12:00:00Z"));
        const end = s.merge(hers, chosen).projects.p;
        return [
          s.value(later.items.a.note), s.conflict(later.items.a.note).length,
          s.conflict(both.projects.p.items.a.note).map((e) => e[0]).sort(),
          s.value(end.items.a.note), s.conflict(end.items.a.note).length,
        ];
        """,
    )
    assert told == ["så", 0, ["hennes", "min"], "hennes", 0]


def test_every_stored_format_is_still_read(page: Page) -> None:
    assert {f.name for f in STORED.glob("version-*.json")} == {
        f"version-{n}.json" for n in range(1, int(str(run(page, "return s.VERSION"))) + 1)
    }
    first = (STORED / "version-1.json").read_text(encoding="utf-8")
    told = run(
        page,
        "const { state } = s.read(values[0]); const p = s.project(state);"
        "return Object.keys(p.items).map((i) => [i, s.answered(p, i).status, s.answered(p, i).when]).sort()",
        first,
    )
    assert told == [
        ["finn-skjulte-kostnader", "done", "2026-11-21T10:30:00.000Z"],
        ["fra-en-annen-utgave", "done", "2026-01-01T00:00:00Z"],
        ["kjenn-egen-it", "done", "2026-11-20T09:00:00.000Z"],
    ]
    second = (STORED / "version-2.json").read_text(encoding="utf-8")
    same = run(page, "return s.text(s.read(values[0]).state)", second)
    assert json.loads(str(same)) == json.loads(second)


GOOD = json.loads((STORED / "version-2.json").read_text(encoding="utf-8"))


def changed(path: str, value: object) -> str:
    """The good file with one place changed: «projects.p1.seen.abc123»."""
    made = json.loads(json.dumps(GOOD))
    here = made
    *steps, last = path.split(".")
    for step in steps:
        here = here[int(step)] if isinstance(here, list) else here[step]
    if isinstance(here, list):
        here[int(last)] = value
    else:
        here[last] = value
    return json.dumps(made)


NOTE = "projects.p1.items.kjenn-egen-it.note"
SCRIPT = "<script>window.hit=1</script><img src=x onerror=window.hit=1>"
ENTRY = ["x", "2026-11-24T08:00:00Z", "abc123:1", "m"]
HOSTILE = {
    "nothing": "",
    "a word": "hei",
    "half a file": json.dumps(GOOD)[:200],
    "a number": "42",
    "a list": "[]",
    "null": "null",
    "true": "true",
    "a text": '"hei"',
    "no version": json.dumps({"projects": {}}),
    "a version that is a word": changed("version", "2"),
    "version nought": changed("version", 0),
    "a version below": changed("version", -3),
    "a version with a fraction": changed("version", 1.5),
    "a later version": changed("version", 99),
    "another program's file": json.dumps({"version": 2, "items": [1, 2]}),
    "projects as a list": changed("projects", []),
    "projects as null": changed("projects", None),
    "a project as a word": changed("projects.p1", "x"),
    "a project with a prototype's name": json.dumps(
        {"version": 2, "projects": {"p1": GOOD["projects"]["p1"]}}
    ).replace('"p1"', '"__proto__"'),
    "a writer with a prototype's name": changed("projects.p1.seen", {"__proto__ ": 1}),
    "a writer seen as a word": changed("projects.p1.seen.abc123", "4"),
    "a writer seen below one": changed("projects.p1.seen.abc123", -1),
    "a writer seen beyond all numbers": changed("projects.p1.seen.abc123", 1e300),
    "items as a list": changed("projects.p1.items", [1]),
    "an item with markup for a name": changed("projects.p1.items", {SCRIPT: {}}),
    "an item as a word": changed("projects.p1.items.kjenn-egen-it", "done"),
    "an item with an unknown field": changed("projects.p1.items.kjenn-egen-it", {"hvem": [ENTRY]}),
    "an unknown field named constructor": changed(
        "projects.p1.items.kjenn-egen-it", {"constructor": [ENTRY]}
    ),
    "a field as a word": changed(NOTE, "x"),
    "an entry as a word": changed(NOTE, ["x"]),
    "an entry cut short": changed(NOTE, [["x", "2026-11-24T08:00:00Z"]]),
    "an entry with a number": changed(NOTE, [[1, *ENTRY[1:]]]),
    "an entry of no time": changed(NOTE, [["x", "i går", "abc123:1", "m"]]),
    "an entry of a writer not seen": changed(NOTE, [["x", ENTRY[1], "zzz:1", "m"]]),
    "an entry beyond what was seen": changed(NOTE, [["x", ENTRY[1], "abc123:9", "m"]]),
    "an entry whose dot is markup": changed(NOTE, [["x", ENTRY[1], SCRIPT, "m"]]),
    "the same entry twice": changed(NOTE, [ENTRY, ENTRY]),
    "a hundred entries in a field": changed(
        NOTE, [["x", ENTRY[1], f"abc123:{n}", "m"] for n in range(1, 101)]
    ),
    "a status that there is not": changed(
        "projects.p1.items.kjenn-egen-it.status", [["ferdig", *ENTRY[1:]]]
    ),
    "a date that there is not": changed(
        "projects.p1.items.kjenn-egen-it", {"due": [["2026-13-45", *ENTRY[1:]]]}
    ),
    "a priority that there is not": changed(
        "projects.p1.items.kjenn-egen-it", {"priority": [["høy", *ENTRY[1:]]]}
    ),
    "a note of a megabyte": changed(NOTE, [["x" * 1_000_000, *ENTRY[1:]]]),
    "a device name of a megabyte": changed(NOTE, [["x", *ENTRY[1:3], "m" * 1_000_000]]),
    "a hundred projects": json.dumps(
        {"version": 2, "projects": {f"p{n}": GOOD["projects"]["p1"] for n in range(100)}}
    ),
    "deep nesting": '{"version":2,"projects":' + "[" * 5000 + "]" * 5000 + "}",
    "a profile as a list": changed("projects.p1.profile", [1]),
    "a document key with markup": changed("projects.p1.documents", {SCRIPT: [ENTRY]}),
    "no answers at all": json.dumps({"version": 2, "projects": {}}),
    "bytes that are no text": b"\xff\xfe\x00\x01\x02",
    "fifty megabytes": b'{"version":2,"projects":{},"x":"' + b"x" * 52_000_000 + b'"}',
}


def test_there_are_at_least_40_hostile_files() -> None:
    assert len(HOSTILE) >= 40


def test_a_hostile_file_gets_one_sentence_and_changes_nothing(opener, tmp_path) -> None:
    page = opener("min-plan/")
    store = "localStorage.getItem('checklists:it-outsourcing')"
    page.evaluate(
        "text => localStorage.setItem('checklists:it-outsourcing', text)", json.dumps(GOOD)
    )
    page.reload()
    page.wait_for_selector("check-plan:not([hidden])")
    before = page.evaluate(store)
    for name, content in HOSTILE.items():
        file = tmp_path / "fil.json"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        page.locator("[data-open]").set_input_files(file)
        told = page.locator("[data-preview] p[role=status]")
        page.wait_for_function(
            "() => document.querySelector('[data-preview] p').textContent.includes('Ingenting')"
        )
        assert told.inner_text().count("Ingenting er endret.") == 1, name
        assert page.locator("[data-merge]").is_hidden(), name
        assert page.evaluate(store) == before, name
        assert page.evaluate("window.hit") is None, name
        page.evaluate("document.querySelector('[data-preview] p').textContent = ''")


def test_markup_in_every_field_is_shown_as_text(opener, tmp_path) -> None:
    made = json.loads(json.dumps(GOOD))
    project = made["projects"]["p1"]
    project["name"] = [[SCRIPT, *ENTRY[1:2], "abc123:1", SCRIPT[:60]]]
    fields = {name: [[SCRIPT, ENTRY[1], "abc123:2", SCRIPT[:60]]]
              for name in ("reason", "answer", "note", "responsible", "wording")}  # fmt: skip
    project["items"] = {"kjenn-egen-it": fields, "borte-punkt": fields}
    file = tmp_path / "fil.json"
    file.write_text(json.dumps(made), encoding="utf-8")
    page = opener("min-plan/")
    page.locator("[data-open]").set_input_files(file)
    page.locator("[data-act=merge]").click()
    page.wait_for_selector("[data-strays] li")
    assert SCRIPT in page.locator("[data-strays] li").inner_text()
    page.goto(page.url.replace("min-plan/", "sjekklister/orden-i-eget-hus/"))
    page.locator("[data-item=kjenn-egen-it] .checklist__edit").click()
    assert page.locator("[name=note]").input_value() == SCRIPT
    assert page.evaluate("window.hit") is None

"""The docs: tables from the schema, numbers of the program, every option documented, links that lead somewhere.

That snippets print what the pages say is the business of tests/docs/run_snippets.py, which is tested here too.
"""

import argparse
import importlib.util
import itertools
import json
import re
import sys
from math import exp, log
from pathlib import Path
from xml.etree import ElementTree

import pytest

bg = pytest.importorskip("buygraph")

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SCHEMA = bg.schema()
BOTH = [
    ("cli.md", "cli.zh.md"),
    ("deal-file.md", "deal-file.zh.md"),
    ("model.md", "model.zh.md"),
    ("plots.md", "plots.zh.md"),
    ("portfolio.md", "portfolio.zh.md"),
]
PAGES = [*sorted(ROOT.glob("README*.md")), ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]


def module(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = loaded
    spec.loader.exec_module(loaded)
    return loaded


columns = module(DOCS / "columns.py")
fields = module(DOCS / "fields.py")
group_size = module(DOCS / "group_size.py")
plots = module(DOCS / "plots.py")
run_snippets = module(ROOT / "tests" / "docs" / "run_snippets.py")


def text_of(name):
    return (DOCS / name).read_text(encoding="utf-8")


def prose(text):
    """A page without its code."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)


def number(text):
    return float(text.replace("−", "-"))


def table_rows(text, first_cell):
    """The cells of the table whose head begins with a cell: lists of texts, without head and rule."""
    lines = iter(text.splitlines())
    for line in lines:
        if line.startswith(f"| {first_cell} |"):
            next(lines)
            rows = itertools.takewhile(lambda row: row.startswith("|"), lines)
            return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]
    raise AssertionError(f"no table under {first_cell}")


# ---------------------------------------------------------------- the deal file


def test_field_tables_are_those_of_the_schema(capsys):
    assert fields.main(["--check"]) == 0, capsys.readouterr().out


def test_column_tables_are_those_of_the_package(capsys):
    assert columns.main(["--check"]) == 0, capsys.readouterr().out


def test_pictures_show_what_would_be_drawn_now(capsys):
    assert plots.main(["--check"]) == 0, capsys.readouterr().out


def test_defaults_are_told_from_meanings():
    assert fields.meaning_and_default("Job title.") == ("Job title.", "")
    assert fields.meaning_and_default("As one writes it; the id unless given.") == ("As one writes it.", "the id")
    assert fields.meaning_and_default("Line. -0.25 unless given.") == ("Line.", "−0.25")
    assert fields.meaning_and_default("Votes. 1 unless given, 0 for a coach.") == ("Votes.", "1, 0 for a coach")


@pytest.mark.parametrize("path", sorted(DOCS.glob("example*.json")), ids=lambda path: path.name)
def test_example_files_have_no_fault(path):
    if "catalog" in path.stem:
        deal = json.loads((DOCS / "example.json").read_text(encoding="utf-8"))
        deal["catalog"] = json.loads(path.read_text(encoding="utf-8"))
        del deal["catalog"]["buygraph"]
        deal["catalog"]["concerns"]["remote_help"] = {}
        assert bg.validate(deal) == []
    else:
        assert bg.validate(path) == []


def test_the_two_languages_tell_one_story():
    """The Chinese example is the English one under other names: the same forecast."""
    english, chinese = (bg.load(DOCS / name).forecast() for name in ("example.json", "example.zh.json"))
    assert list(english.outcomes.values()) == list(chinese.outcomes.values())


@pytest.mark.parametrize("english, chinese", BOTH)
def test_pages_have_the_same_parts_in_both_languages(english, chinese):
    def parts(name):
        text = text_of(name)
        levels = [len(marks) for marks in re.findall(r"^(#+) ", prose(text), re.M)]
        return levels, len(re.findall(r"^\| ---", text, re.M)), re.findall(r"<!-- fields: (\w+) -->", text)

    assert parts(english) == parts(chinese)


# ---------------------------------------------------------------- the model


@pytest.mark.parametrize("page, head", [("model.md", "role"), ("model.zh.md", "角色")])
def test_roles_are_those_of_the_catalog(page, head):
    roles, concerns = bg.catalog.roles(), bg.catalog.concerns()
    rows = {row[0]: row for row in table_rows(text_of(page), head)}
    assert set(rows) == set(roles)
    common = {"personal_trust": 5, "cost": 2, "risk": 2, "function": 2, "reliability": 2}
    for role, entry in roles.items():
        said = {}
        for concern, importance, personal in re.findall(r"(\w+) (\d+)( \(p\))?", rows[role][1]):
            said[concern] = float(importance)
            assert bool(personal) == (concerns[concern]["kind"] == "personal"), concern
        assert {**common, **said} == {**common, **entry["importance"]}, role
        assert number(rows[role][2]) == entry["susceptibility"]
        assert rows[role][3] in (("yes", "有") if entry["veto"] else ("no", "无"))


@pytest.mark.parametrize("page, head", [("model.md", "concern"), ("model.zh.md", "诉求")])
def test_points_are_those_of_the_catalog(page, head):
    said = {}
    for concern, _, points in table_rows(text_of(page), head):
        said[concern] = [[number(part) for part in pair.split(" → ")] for pair in points.split(", ")]
    assert said == {id: entry["points"] for id, entry in bg.catalog.concerns().items() if entry.get("points")}


@pytest.mark.parametrize("page, head", [("model.md", "constant"), ("model.zh.md", "常数")])
def test_constants_are_the_defaults(page, head):
    said = {}
    for names, values, _ in table_rows(text_of(page), head):
        for name, value in zip(names.split(", "), values.split(", "), strict=True):
            said[name.split()[0]] = value
    decision = SCHEMA["$defs"]["decision"]["properties"]
    known = {field: fields.meaning_and_default(entry["description"])[1] for field, entry in decision.items()}
    assert set(said) == set(known) - {"date"}
    del said["decider"]  # a sentence, and another one in each language
    assert said == {field: known[field] for field in said}


def test_uncertainty_defaults_stand_in_the_text():
    for field, entry in SCHEMA["$defs"]["uncertainty"]["properties"].items():
        default = fields.meaning_and_default(entry["description"])[1]
        for page in ("model.md", "model.zh.md"):
            assert re.search(rf"`?{field}`?\W{{1,3}}{re.escape(default)}", text_of(page)), (field, default, page)


# ---------------------------------------------------------------- the size of the group


def test_the_picture_is_drawn_from_the_program():
    assert group_size.PICTURE.read_text(encoding="utf-8") == group_size.svg(), "python docs/group_size.py --write"


def test_buying_falls_with_every_further_person():
    chances = [group_size.chances(size) for size in group_size.SIZES]
    for (forecast, alike), (next_forecast, next_alike) in itertools.pairwise(chances):
        assert next_forecast < forecast - 0.02
        assert next_alike < alike - 0.02


def test_people_all_alike_follow_the_copula():
    """Closed form by hand: pull 0.6, so y = σ((0.6 − 0.15) / 0.2), and n alike say yes with exp(−n^(1/θ) · −ln y)."""
    yes = 1 / (1 + exp(-(0.6 - 0.15) / 0.2))
    for size in group_size.SIZES:
        assert group_size.chances(size)[1] == pytest.approx(exp(size ** (1 / 1.25) * log(yes)), abs=1e-9)


def test_the_picture_holds_what_it_shows():
    tree = ElementTree.parse(group_size.PICTURE)
    width, height = (float(tree.getroot().get(side)) for side in ("width", "height"))
    texts = [node for node in tree.iter() if node.tag.endswith("text")]
    for node in texts:
        x, size = float(node.get("x")), float(node.get("font-size"))
        assert size >= 11
        wide = 0.5 * size * len(node.text)
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[node.get("text-anchor")]
        assert 0 <= left and left + wide <= width and size <= float(node.get("y")) <= height, node.text
    shown = {node.text for node in texts}
    assert {f"{share:.0%}" for share in group_size.SURVEY.values()} <= shown
    assert any("Uncalibrated" in text for text in shown)


# ---------------------------------------------------------------- the command line


def verbs():
    from buygraph.cli.main import _parser

    subparsers = next(action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction))
    return subparsers.choices


@pytest.mark.parametrize("page", ["cli.md", "cli.zh.md"])
def test_every_verb_and_option_is_documented(page):
    text = text_of(page)
    sections = dict(re.findall(r"^## ([\w-]+)\n(.*?)(?=^## |\Z)", text, re.M | re.S))
    assert set(sections) == set(verbs())
    for verb, parser in verbs().items():
        usage = re.search(rf"^    buygraph {verb}.*$", sections[verb], re.M)[0]
        for action in parser._actions:
            if action.option_strings and action.dest != "help" and (action.dest, verb) != ("lang", "schema"):
                assert any(name in usage for name in action.option_strings), (verb, action.option_strings)


def keys(document):
    """All field names of a JSON document, those of maps by ids left out."""
    if isinstance(document, list):
        return set().union(*map(keys, document))
    if not isinstance(document, dict):
        return set()
    by_id = {"outcomes", "standard_error", "intervals"}
    return set(document) | set().union(*(keys(entry) for key, entry in document.items() if key not in by_id))


@pytest.mark.parametrize("page", ["cli.md", "cli.zh.md"])
@pytest.mark.parametrize("verb, file, expected", [("forecast", "example.json", 0), ("validate", "people.csv", 1)])
def test_json_documents_are_documented_field_by_field(page, verb, file, expected, capsys):
    from buygraph.cli import main

    assert main([verb, str(DOCS / file), "--json"]) == expected
    document = json.loads(capsys.readouterr().out)
    section = re.search(rf"^## {verb}\n(.*?)(?=^## )", text_of(page), re.M | re.S)[1]
    said = set()
    for row in re.findall(r"^\| (`.*)$", section, re.M):
        said |= set(re.findall(r"`(\w+)`", row))
    assert said == keys(document)


# ---------------------------------------------------------------- the glossary


def glossary():
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in text_of("glossary.md").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in rows if row[0].strip() not in ("English", "---")]


def test_glossary_has_every_cell_once():
    rows = glossary()
    assert len(rows) > 60
    for row in rows:
        assert len(row) == 5 and all(row), row
        assert re.search(r"[\u4e00-\u9fff]", row[1]) and re.search(r"[\u4e00-\u9fff]", row[3]), row
    names = [row[0] for row in rows]
    assert len(set(names)) == len(names)


def test_glossary_has_every_word_of_the_file():
    words = set(re.findall(r"\w+", text_of("glossary.md")))
    properties = {name: schema["properties"] for name, schema in SCHEMA["$defs"].items()}
    enums = [properties["offer"]["kind"], properties["tie"]["kind"], properties["decision"]["rule"],
             properties["evidence"]["stance"]["oneOf"][1]]
    for enum in enums:
        assert set(enum["enum"]) <= words
    assert set(bg.catalog.roles()) <= words
    assert {"blocked", "stalemate", "refused"} <= words
    assert set(properties["decision"]) - {"date", "veto_temperature"} <= words


def test_glossary_points_at_fields_that_exist():
    def leads_somewhere(path):
        schema = SCHEMA
        for step in path.split("."):
            schema = fields.objects(SCHEMA)[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
            schema = schema.get("properties", {}).get(step.removesuffix("[]"), {})
            if step.endswith("[]"):
                schema = schema.get("items") or schema.get("additionalProperties", {})
        return bool(schema)

    of_the_file = "|".join(SCHEMA["properties"])
    paths = [path for row in glossary() for path in re.findall(rf"`((?:{of_the_file})\b[\w.\[\]]*)`", row[4])]
    assert len(paths) > 30
    assert [path for path in paths if not leads_somewhere(path)] == []


# ---------------------------------------------------------------- pages


def headings(path):
    """The anchors of a page, as GitHub makes them of its titles."""
    titles = re.findall(r"^#+ (.*)$", prose(path.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page.read_text(encoding="utf-8"))):
        if target.startswith("http"):
            continue
        file, _, anchor = target.partition("#")
        path = page.parent / file if file else page
        assert path.exists(), target
        assert not anchor or anchor in headings(path), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_snippets_are_executed_ones_and_filled(page):
    text = page.read_text(encoding="utf-8")
    languages = set(re.findall(r"^```(\w+)$", text, re.M))
    # A page and its policy, programs in JavaScript and C are run by another test, in the pages that it names.
    run_there = (ROOT / "tests/web/embedding.test.mjs").read_text(encoding="utf-8")
    elsewhere = {"html", "http", "js", "c"} if f'"{page.relative_to(ROOT)}"' in run_there else set()
    assert languages <= {"python", "cpp", "console", "text"} | elsewhere
    assert not re.search(r"^OUTPUT$", text, re.M)
    assert not re.search(r"^(usage:|Traceback|buygraph: error)", text, re.M)


# ---------------------------------------------------------------- the runner of snippets


def run_text(tmp_path, text, write=False):
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    counts = run_snippets.run_page(page, None, write)
    return counts, page.read_text(encoding="utf-8")


def test_runner_sees_wrong_output(tmp_path, capsys):
    right = "```python\nx = 2\nprint(x)\n```\n\n```text\n2\n```\n\n```python\nprint(x + 1)\n```\n\n```text\n3\n```\n"
    assert run_text(tmp_path, right)[0] == (2, 0)
    wrong = right.replace("3\n", "4\n")
    assert run_text(tmp_path, wrong)[0] == (1, 1)
    assert "line 10" in capsys.readouterr().out
    assert run_text(tmp_path, wrong, write=True) == ((2, 0), right)


def test_runner_sees_what_does_not_run(tmp_path, capsys):
    assert run_text(tmp_path, "```python\n1 / 0\n```\n")[0] == (0, 1)
    assert "ZeroDivisionError" in capsys.readouterr().out


def test_runner_follows_a_console(tmp_path):
    commands = "$ echo one > file; (exit 3)\n$ echo $?\n3\n$ cat file; cat nothing 2>&1 | cut -c1-3\none\ncat\n"
    good = f"```console\n{commands}```\n"
    assert run_text(tmp_path, good)[0] == (1, 0)
    assert run_text(tmp_path, good.replace("3\n$", "0\n$"))[0] == (0, 1)
    assert run_text(tmp_path, "```console\nno command\n```\n")[0] == (0, 1)


def test_dots_stand_for_any_lines():
    assert run_snippets.matches("a\n…\nd\n", "a\nb\nc\nd\n")
    assert run_snippets.matches("a\n…\nd\n", "a\nd\n")
    assert not run_snippets.matches("a\n…\nd\n", "a\nb\nc\n")
    assert not run_snippets.matches("a.c\n", "abc\n")

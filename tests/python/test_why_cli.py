"""The verbs that say why: they print what the package answers, in both languages, with exit codes, harmless names."""

import json
from pathlib import Path

import pytest
from small_deals import changed, small

import buygraph as bg
from buygraph.cli import main

DEALS = sorted((Path(__file__).parents[2] / "examples" / "deals").glob("*.json"))
ONE_FILE = ("explain", "power", "structure", "blind-spots", "coverage", "qualification")


@pytest.fixture
def deal(tmp_path):
    path = tmp_path / "deal.json"
    bg.load(small()).save(path)
    return str(path)


def said(capsys, *arguments):
    assert main(list(arguments)) == 0
    out, error = capsys.readouterr()
    assert error == ""
    return out


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("verb", ONE_FILE)
def test_every_bundled_deal_in_words_and_as_json(verb, language, capsys):
    for file in DEALS:
        out = said(capsys, verb, str(file), "--lang", language)
        assert len(out.splitlines()) >= 2 and "None" not in out and "nan" not in out.split()
        document = json.loads(said(capsys, verb, str(file), "--json", "--lang", language))
        assert document["buygraph"] == bg.__version__ and len(document) > 1


def test_json_is_what_the_package_says(deal, capsys):
    there = bg.load(deal)
    explained = json.loads(said(capsys, "explain", deal, "--json", "--rival", "stay"))
    assert explained["margin"] == there.explain(rival="stay").margin and explained["gate"] == "buy"
    assert json.loads(said(capsys, "power", deal, "--json"))["people"] == list(there.power().rows())
    assert json.loads(said(capsys, "structure", deal, "--json"))["centre"] == there.structure().centre
    assert json.loads(said(capsys, "coverage", deal, "--json"))["overall"] == there.coverage().overall
    edits = ("people/liu/susceptibility=0.8", "people/wang/roles=user")
    edited = json.loads(said(capsys, "what-if", deal, *edits, "--json"))
    assert edited["after"] == there.what_if({"people/liu/susceptibility": 0.8, "people/wang/roles": "user"}).outcomes
    moves = [{"kind": "leaning", "person": "liu", "offer": "us", "by": 0.2}]
    moved = json.loads(said(capsys, "move", deal, "--moves", json.dumps(moves), "--json"))
    assert moved["difference"] == there.move(moves).difference
    rival = json.loads(said(capsys, "seen-by", deal, "rival", "--json"))["forecasts"][0]
    assert rival["win"] == there.seen_by("rival").forecast().win


def test_compare(deal, tmp_path, capsys):
    later = tmp_path / "later.json"
    bg.load(changed(("people/1/susceptibility", 0.9), ("ties", []))).save(later)
    found = json.loads(said(capsys, "compare", deal, str(later), "--json"))
    assert sum(edit["share"] for edit in found["edits"]) == pytest.approx(found["change"], abs=1e-12)
    assert found["headline"] in said(capsys, "compare", deal, str(later), "--lang", "en")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["explain", "--rival", "nobody"], "nobody"),
        (["explain", "--decider", "nobody"], "nobody"),
        (["power", "--attenuation", "99"], "99"),
        (["seen-by", "us"], "rival"),
        (["move", "--moves", "{"], "JSON"),
        (["move"], "moves"),
        (["move", "--moves", '[{"kind": "leaning", "person": "nobody", "offer": "us", "by": 1}]'], "nobody"),
        (["what-if", "people/liu/susceptibility"], "PATH=VALUE"),
        (["what-if", "people/liu/susceptibility=7"], "susceptibility"),
    ],
)
def test_what_cannot_be_done_is_said_with_exit_code_1(arguments, words, deal, capsys):
    verb, *more = arguments
    assert main([verb, deal, *more]) == 1
    out, error = capsys.readouterr()
    assert words in error and out == ""


def test_a_missing_file_and_wrong_usage(tmp_path, capsys):
    for verb in ONE_FILE:
        assert main([verb, str(tmp_path / "none.json")]) == 1
        assert "none.json" in capsys.readouterr().err
    with pytest.raises(SystemExit) as end:
        main(["what-if", "deal.json"])
    assert end.value.code == 2


def test_names_cannot_move_the_cursor(tmp_path, capsys):
    path = tmp_path / "deal.json"
    hostile = changed(("people/1/name", "刘\u200d敏 =cmd|' /C'!A0 <b>x</b>"), ("team", [{"id": "t", "knows": ["liu"]}]))
    bg.load(hostile).save(path)
    for verb in ONE_FILE:
        out = said(capsys, verb, str(path), "--lang", "zh")
        assert not any(ord(c) < 32 and c != "\n" for c in out)

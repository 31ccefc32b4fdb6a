"""The command line: each verb, exit codes, JSON, languages, colour, and ends that are not smooth."""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from cli_process import run
from small_deals import changed, small

import buygraph as bg
from buygraph.cli import main


@pytest.fixture
def deal(tmp_path):
    path = tmp_path / "deal.json"
    bg.load(small()).save(path)
    return str(path)


@pytest.fixture
def faulty(tmp_path):
    path = tmp_path / "faulty.json"
    path.write_text(json.dumps(changed(("people/1/susceptibility", 1.4), ("ties/0/to", "chenn"))), encoding="utf-8")
    return str(path)


# ---------------------------------------------------------------- verbs


def test_forecast_of_one_deal(deal, capsys):
    assert main(["forecast", deal, "--lang", "en"]) == 0
    out, error = capsys.readouterr()
    forecast = bg.load(deal).forecast()
    assert out.startswith("Example Foods · Line 3\n") and error == ""
    for word in (
        "us",
        "北域",
        "no decision",
        f"{100 * forecast.win:.0f}%",
        "blocked",
        "stalemate",
        "refused",
        "Uncalibrated",
        "10–90",
    ):
        assert word in out


def test_forecast_of_several(deal, capsys):
    assert main(["forecast", deal, deal, deal, "--lang", "zh"]) == 0
    out = capsys.readouterr().out
    assert out.count("Example Foods · Line 3") == 6 and "未校准" in out and "商机" in out


def test_forecast_as_json(deal, capsys):
    assert main(["forecast", deal, "--json", "--samples", "100", "--seed", "7"]) == 0
    document = json.loads(capsys.readouterr().out)
    (entry,) = document["forecasts"]
    forecast = bg.load(deal).forecast(samples=100, seed=7)
    assert document["buygraph"] == bg.__version__
    assert set(entry) == {
        "file",
        "name",
        "account",
        "win",
        "interval",
        "outcomes",
        "standard_error",
        "intervals",
        "no_decision",
        "variance",
        "samples",
        "seed",
        "calibrated",
    }
    assert (entry["file"], entry["name"], entry["account"], entry["calibrated"]) == (
        deal,
        "Line 3",
        "Example Foods",
        False,
    )
    assert (entry["win"], entry["outcomes"], entry["standard_error"], entry["variance"]) == (
        forecast.win,
        forecast.outcomes,
        forecast.standard_error,
        forecast.variance,
    )
    assert (entry["samples"], entry["seed"]) == (112, 7)
    assert entry["intervals"] == {offer: list(ends) for offer, ends in forecast.intervals.items()} and entry[
        "interval"
    ] == list(forecast.interval)
    assert sum(entry["no_decision"].values()) == pytest.approx(entry["outcomes"]["stay"], abs=1e-12)


def test_json_is_the_same_in_both_languages(deal, capsys):
    documents = []
    for language in ("en", "zh"):
        for verb in ("forecast", "validate"):
            main([verb, deal, "--json", "--lang", language])
        main(["catalog", "--json", "--lang", language])
        documents.append(capsys.readouterr().out)
    assert documents[0] == documents[1]


def test_validate(deal, faulty, capsys):
    assert main(["validate", deal, "--lang", "en"]) == 0
    assert capsys.readouterr() == (f"{deal} is valid\n", "")
    assert main(["validate", faulty, deal, "--lang", "en"]) == 1
    out, error = capsys.readouterr()
    assert out == f"{deal} is valid\n"
    assert f"{faulty}: 2 faults" in error and "/people/1/susceptibility" in error and "did you mean chen?" in error
    assert main(["validate", faulty, "--lang", "zh"]) == 1
    assert "2 处错误" in capsys.readouterr().err


def test_validate_as_json(deal, faulty, capsys):
    assert main(["validate", deal, faulty, "--json"]) == 1
    out, error = capsys.readouterr()
    first, second = json.loads(out)["files"]
    assert first == {"file": deal, "faults": []} and second["file"] == faulty and error == ""
    assert second["faults"] == [
        {"pointer": f.pointer, "message": f.message, "given": f.given, "allowed": f.allowed, "suggestion": f.suggestion}
        for f in bg.validate(faulty)
    ]


def test_show(deal, capsys):
    assert main(["show", deal, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    for word in (
        "陈立",
        "刘敏",
        "Wang Jie",
        "Decision maker",
        "decides",
        "veto",
        "advises",
        "reports to",
        "supporter",
        "2026-09-28",
    ):
        assert word in out
    assert main(["show", deal, "--lang", "zh"]) == 0
    out = capsys.readouterr().out
    for word in ("决策者", "拍板", "否决", "出主意", "汇报给", "支持"):
        assert word in out
    assert "advises" not in out and "supporter" not in out


def test_show_has_a_real_minus_and_who_has_left(tmp_path, capsys):
    bg.load(changed(("evidence/0/stance", -0.3), ("people/2/departed", True))).save(tmp_path / "deal.json")
    assert main(["show", str(tmp_path / "deal.json"), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "\u22120.3" in out and "-0.3" not in out and "has left" in out


def test_map_writes_an_svg_that_a_parser_reads(deal, tmp_path, capsys):
    out = tmp_path / "图 map.svg"
    for language in ("en", "zh"):
        assert main(["map", deal, "-o", str(out), "--lang", language]) == 0
        root = ET.parse(out).getroot()
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert "陈立" in "".join(root.itertext())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deal.json", "图 map.svg"]
    assert str(out) in capsys.readouterr().out
    assert main(["map", deal, "-o", str(out), "--scale", "stance_to_us", "--lang", "en"]) == 0
    assert "stance to us" in "".join(ET.parse(out).getroot().itertext())


def test_a_map_that_cannot_be_written_leaves_what_was_there(deal, faulty, tmp_path, capsys):
    out = tmp_path / "map.svg"
    out.write_text("before")
    assert main(["map", faulty, "-o", str(out)]) == 1 and out.read_text() == "before"
    assert f"{faulty}: 2" in capsys.readouterr().err  # says which file
    assert main(["map", deal, "-o", str(tmp_path / "none" / "map.svg")]) == 1
    assert main(["map", deal, "-o", str(tmp_path)]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_catalog(capsys):
    for language, words in (
        ("en", ("Decision maker", "Return on investment", "personal")),
        ("zh", ("决策者", "客户指导员", "个人")),
    ):
        assert main(["catalog", "--lang", language]) == 0
        out = capsys.readouterr().out
        assert all(word in out for word in words)
    assert main(["catalog", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document == {"roles": bg.catalog.roles(), "concerns": bg.catalog.concerns()}


def test_a_catalog_of_ones_own(tmp_path, capsys):
    own, deal = tmp_path / "own.json", tmp_path / "deal.json"
    own.write_text(
        json.dumps(
            {"buygraph": 1, "roles": {"legal": {"importance": {"risk": 9}}, "bare": {}}, "concerns": {"carbon": {}}}
        )
    )
    deal.write_text(json.dumps(changed(("people/1/roles", ["legal"]))))
    for verb in (
        ["forecast", deal],
        ["validate", deal],
        ["show", deal],
        ["map", deal, "-o", tmp_path / "m.svg"],
        ["catalog"],
        ["new"],
    ):
        assert main([*map(str, verb), "--catalog", str(own)]) == 0, verb
    assert main(["validate", str(deal)]) == 1
    own.write_text('{"buygraph": 1, "rolls": {}}')
    capsys.readouterr()
    assert main(["forecast", str(deal), str(deal), "--catalog", str(own), "--lang", "en"]) == 1
    assert capsys.readouterr().err.count(f"{own}: 1 fault") == 1


def test_schema(capsys):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == bg.schema()


# ---------------------------------------------------------------- exit codes


def test_one_faulty_file_of_several_does_not_stop_the_others(deal, faulty, tmp_path, capsys):
    missing = str(tmp_path / "missing.json")
    assert main(["forecast", faulty, deal, missing, str(tmp_path), "--json", "--lang", "en"]) == 1
    out, error = capsys.readouterr()
    assert [entry["file"] for entry in json.loads(out)["forecasts"]] == [deal]
    assert f"{faulty}: 2 faults" in error and f"{missing}: No such file" in error and "is a folder" in error
    assert main(["forecast", faulty, deal]) == 1
    assert "Line 3" in capsys.readouterr().out
    assert main(["forecast", faulty, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["forecasts"] == []


@pytest.mark.parametrize("verb", [["forecast"], ["validate"], ["show"], ["map", "-o", "x.svg"]])
def test_files_that_cannot_be_read(verb, tmp_path, capsys):
    for path in (tmp_path / "none.json", tmp_path):
        assert main([*verb, str(path)]) == 1
        assert str(path) in capsys.readouterr().err


WRONG = [
    [],
    ["predict"],
    ["forecast"],
    ["forecast", "x", "--samples", "0"],
    ["forecast", "x", "--samples", "many"],
    ["forecast", "x", "--samples", "1e3"],
    ["forecast", "x", "--seed", "-1"],
    ["forecast", "x", "--seed", "18446744073709551616"],
    ["forecast", "x", "--seed", "9" * 5000],
    ["forecast", "x", "--lang", "fr"],
    ["map", "x"],
    ["show", "x", "y"],
    ["--json"],
    ["new", "a", "b"],
]


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage_is_2(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    out, error = capsys.readouterr()
    assert out == "" and error.startswith("usage: buygraph") and "_whole" not in error


@pytest.mark.parametrize("arguments", [["--help"], ["forecast", "--help"], ["--version"]])
def test_help_and_version_are_0(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 0 and capsys.readouterr().out


def test_codes_of_a_process(deal, faulty):
    assert run("forecast", deal).returncode == 0
    assert run("forecast", faulty).returncode == 1
    assert run("forecast").returncode == 2
    script = os.path.join(os.path.dirname(sys.executable), "buygraph")
    assert (
        subprocess.run([script, "--version"], capture_output=True, text=True, check=True).stdout
        == f"buygraph {bg.__version__}\n"
    )

"""The command line and its surroundings: languages, colour, hostile names, and ends that are not smooth."""

import json
import os
import pty
import subprocess
import sys

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


# ---------------------------------------------------------------- languages


@pytest.mark.parametrize(
    ("locale", "word"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, "有效"),
        ({"LANG": "zh_TW.UTF-8"}, "有效"),
        ({"LC_MESSAGES": "zh_CN"}, "有效"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "is valid"),
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "有效"),
        ({"LANG": "de_DE.UTF-8"}, "is valid"),
        ({"LC_ALL": "C"}, "is valid"),
        ({}, "is valid"),
        ({"LC_ALL": "none of these"}, "is valid"),
    ],
)
def test_the_language_of_the_locale(deal, locale, word):
    assert word in run("validate", deal, environment=locale).stdout


def test_the_option_beats_the_locale(deal):
    assert "is valid" in run("validate", deal, "--lang", "en", environment={"LC_ALL": "zh_CN.UTF-8"}).stdout
    assert "有效" in run("validate", deal, "--lang", "zh", environment={"LC_ALL": "C"}).stdout


def test_chinese_comes_out_whole_under_any_locale(deal):
    for environment in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}):
        ran = run("show", deal, environment=environment)
        assert ran.returncode == 0 and "陈立" in ran.stdout


# ---------------------------------------------------------------- the terminal


def on_a_terminal(*arguments, **environment):
    """What the command line writes when its output is a terminal."""
    master, slave = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    process = subprocess.Popen(
        [sys.executable, "-m", "buygraph", *map(str, arguments)],
        stdout=slave,
        stderr=slave,
        env={**clean, "TERM": "xterm", **environment},
    )
    os.close(slave)
    out = b""
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:  # the terminal has closed
            break
        if not chunk:
            break
        out += chunk
    os.close(master)
    process.wait(timeout=60)
    return out.decode()


def test_colour_on_a_terminal_and_nowhere_else(deal, faulty):
    assert "\x1b[1m" in on_a_terminal("forecast", deal)
    assert "\x1b[1m" in on_a_terminal("validate", faulty)
    assert "\x1b[1m" in on_a_terminal("forecast", deal, NO_COLOR="")  # no-color.org: when not empty
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in on_a_terminal("forecast", deal, **environment)
    for arguments in (["forecast", deal], ["show", deal], ["catalog"], ["validate", faulty]):
        ran = run(*arguments)
        assert "\x1b" not in ran.stdout + ran.stderr


def test_colour_is_asked_of_the_stream_that_it_goes_to(faulty, tmp_path):
    master, slave = pty.openpty()
    with (tmp_path / "errors").open("w") as errors:
        subprocess.run(
            [sys.executable, "-m", "buygraph", "validate", faulty],
            stdout=slave,
            stderr=errors,
            env={**os.environ, "TERM": "xterm"},
            timeout=60,
        )
    os.close(slave)
    os.close(master)
    assert "\x1b" not in (tmp_path / "errors").read_text()


HOSTILE = "E\u009b2Jv\u202ai\u2066l\u2069\u200e\u2028\u0085 <b>"  # all of them load: see test_hostile.py
SHOWN = "E·2Jv·i·l····"


def test_nothing_of_a_name_reaches_the_terminal_but_its_letters(tmp_path, capsys):
    path = tmp_path / "deal.json"
    bg.load(
        changed(
            ("name", HOSTILE),
            ("account", HOSTILE),
            ("offers/1/name", HOSTILE),
            ("people/1/roles", {"technical": 1}),
            *((f"people/{i}/{field}", HOSTILE) for i in range(3) for field in ("name", "title")),
            ("people/2/id", HOSTILE),
            ("ties/0/from", HOSTILE),
            ("evidence/0/source", HOSTILE),
        )
    ).save(path)
    bad = set(HOSTILE) - set("Evil2J <b>")
    for arguments in (
        ["forecast", path],
        ["forecast", path, path],
        ["forecast", path, "--json"],
        ["show", path],
        ["validate", path],
    ):
        for language in ("en", "zh"):
            assert main([*map(str, arguments), "--lang", language]) == 0
            out, error = capsys.readouterr()
            assert not bad & set(out + error), arguments
            assert SHOWN in out or "--json" in arguments or "validate" in arguments
    main(["forecast", str(path), "--json"])
    assert json.loads(capsys.readouterr().out)["forecasts"][0]["name"] == HOSTILE  # escaped, not lost


def test_nothing_of_a_fault_reaches_the_terminal_but_its_letters(tmp_path, capsys):
    path = tmp_path / f"a{HOSTILE.replace('<b>', '')}.json"
    path.write_text(
        json.dumps(
            changed(
                (f"x{HOSTILE}", 1),
                ("people/0/name", "a\x1b[31m"),
                ("ties/0/to", HOSTILE),
                ("people/1/concerns", {"reliability\u009b": 4}),
            )
        )
    )
    assert main(["validate", str(path)]) == 1
    out, error = capsys.readouterr()
    assert not set("\x1b\u009b\u202a\u2066\u2069\u200e\u2028\u0085") & set(out + error)


def test_a_wide_table_lines_up(deal, capsys):
    from buygraph.cli.terminal import width

    main(["show", deal, "--lang", "en"])
    lines = capsys.readouterr().out.splitlines()
    rule = next(line for line in lines if line.startswith("──"))
    starts = [i for i in range(len(rule)) if rule[i] == "─" and (i == 0 or rule[i - 1] == " ")]
    for line in lines[lines.index(rule) + 1 : lines.index(rule) + 4]:
        cells, at = [], 0
        for letter in line:
            if at in starts:
                cells.append(letter)
            at += width(letter)
        assert cells[0] in "陈刘W" and cells[2] != " "


# ---------------------------------------------------------------- ends that are not smooth


def test_a_reader_that_has_seen_enough(deal):
    for arguments in (["catalog"], ["schema"], ["forecast", *[deal] * 50], ["--help"]):
        process = subprocess.Popen(
            [sys.executable, "-m", "buygraph", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        process.stdout.close()  # before anything was written
        error = process.stderr.read()
        process.stderr.close()
        assert process.wait(timeout=60) == 0 and error == b""


def test_a_full_disk(deal):
    for arguments in (["catalog"], ["forecast", deal], ["new"]):
        with open("/dev/full", "w") as full:
            ran = subprocess.run(
                [sys.executable, "-m", "buygraph", *arguments],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                timeout=60,
            )
        assert ran.returncode == 1 and "No space left" in ran.stderr
        assert "Traceback" not in ran.stderr and "Exception ignored" not in ran.stderr


def test_without_any_output_stream(deal):
    script = (
        "import os, sys; os.close(1); os.close(2); "
        f"os.execv(sys.executable, [sys.executable, '-m', 'buygraph', 'forecast', {deal!r}])"
    )
    assert subprocess.run([sys.executable, "-c", script], timeout=60).returncode == 0


def test_names_of_files_in_any_bytes(tmp_path):
    for name in (os.fsdecode(b"\xff\xfe.json"), "新.json", "-x.json"):
        (tmp_path / name).write_text(json.dumps(small()))
        ran = run("forecast", "--json", "--", name, cwd=tmp_path)
        assert ran.returncode == 0 and len(json.loads(ran.stdout)["forecasts"]) == 1
        (tmp_path / name).write_text("{")
        ran = run("validate", "--", name, cwd=tmp_path)
        assert ran.returncode == 1 and "Traceback" not in ran.stderr
        (tmp_path / name).unlink()
        assert run("forecast", "--", name, cwd=tmp_path).returncode == 1

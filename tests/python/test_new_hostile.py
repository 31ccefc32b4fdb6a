"""``buygraph new --from``: files that are no tables of people, hostile cells, very large and broken tables."""

import json
import random

import pytest
from people_tables import CHINESE, ENGLISH, table

import buygraph as bg
from buygraph.cli import main
from buygraph.cli.people_table import read

# ---------------------------------------------------------------- tables that are none


NONE = {
    "empty": b"",
    "blank": b" \n\n ",
    "head alone": b"name,role\n",
    "no names": b"title,role\nCEO,user\n",
    "one column": b"hello\nworld\n",
    "neither UTF-8 nor GB18030": b"name\n\xff\xff\xff",
    "an open quote": b'name,role\n"X,user\nY,user\n',
    "text behind a quote": b'name,role\n"X"y,user\n',
    "a field beyond measure": b"name\n" + b"x" * 200_000,
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
    "a zip": b"PK\x03\x04" + bytes(range(256)),
    "JSON": b'{"people": []}',
    "half of UTF-16": b"\xff\xfen\0a",
    "nobody in it": b"name,votes\n,3\n",
}


@pytest.mark.parametrize("kind", NONE)
def test_what_is_no_table_of_people(tmp_path, kind, capsys):
    (tmp_path / "people.csv").write_bytes(NONE[kind])
    for language in ("en", "zh"):
        assert main(["new", "--from", str(tmp_path / "people.csv"), "--lang", language]) == 1
        out, error = capsys.readouterr()
        assert out == "" and "people.csv" in error and "Traceback" not in error


def test_files_that_cannot_be_read(tmp_path, capsys):
    with (tmp_path / "large.csv").open("wb") as out:
        out.truncate(1 << 36)  # sparse
    for path, word in (
        (tmp_path / "none.csv", "No such file"),
        (tmp_path, "directory"),
        (tmp_path / "large.csv", "64 MB"),
        ("/dev/zero", "64 MB"),
    ):
        assert main(["new", "--from", str(path), "--lang", "en"]) == 1
        assert word in capsys.readouterr().err


# ---------------------------------------------------------------- hostile cells


@pytest.mark.parametrize(
    "name",
    [
        "=cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "+1",
        "-2+3",
        "<script>alert(1)</script>",
        "{0}%s$(id)`id`",
        "../../etc/passwd",
        "a/b~c",
    ],
)
def test_texts_like_formulas_stay_texts(tmp_path, name):
    deal, notes = table(tmp_path, f'name,role\n"{name}",decision maker\n')
    loaded = bg.load(deal).to_dict()
    assert loaded["people"][0]["name"] == loaded["people"][0]["id"] == name and notes == ""


@pytest.mark.parametrize("name", ["a\x1b[2Jb", "a\0b", "a\x08b", "Chen\u202egnp"])
def test_controls_are_faults_and_do_not_reach_the_terminal(tmp_path, name, capsys):
    (tmp_path / "people.csv").write_text(f"name,role,{name}\n{name},{name},x\n", encoding="utf-8")
    assert main(["new", "--from", str(tmp_path / "people.csv"), "--lang", "en"]) == 1
    error = capsys.readouterr().err
    assert "fault" in error and "\\u{" in error
    assert not set(error) & set("\x1b\0\x08\u202e")


def test_10000_rows(tmp_path):
    rows = "".join(f"P{i % 7000},user,{'Boss' if i else ''}\n" for i in range(10_000))  # 3,000 names stand twice
    deal, notes = table(tmp_path, "name,role,reports to\nBoss,decision maker,\n" + rows)
    assert len(deal["people"]) == 10_001 and notes.count("stands twice") == 3_000
    assert [fault.pointer for fault in bg.validate(deal)] == ["/people"]  # fine but for their number


def test_10000_rows_of_one_name(tmp_path):
    deal, _ = table(tmp_path, "name,role\n" + "X,decision maker\n" * 10_000)
    assert len({person["id"] for person in deal["people"]}) == 10_000


def test_mutated_tables_never_crash(tmp_path):
    source = random.Random(2)
    path = tmp_path / "people.csv"
    for _ in range(500):
        data = bytearray((ENGLISH + CHINESE).encode(source.choice(["utf-8", "utf-8", "gb18030", "utf-16"])))
        for _ in range(source.choice([1, 3, 10])):
            at = source.randrange(len(data))
            data[at : at + source.randrange(3)] = bytes(
                source.choices(b'",;\t\r\n\0=ab\xff\xe9', k=source.randrange(3))
            )
        path.write_bytes(data)
        deal, notes = read(path, source.choice(["en", "zh"]))
        assert all(isinstance(note, str) for note in notes)
        if deal is not None:
            for fault in bg.validate(deal):
                assert "control" in fault.message or "circle" in fault.message, fault
        json.dumps(deal)

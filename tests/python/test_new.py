"""``buygraph new``: the example, and deals from tables of people as they come out of CRMs and spreadsheets."""

import pytest
from people_tables import CHINESE, ENGLISH, table

import buygraph as bg
from buygraph.cli import main

# ---------------------------------------------------------------- the example


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_example_is_a_sound_deal_of_its_language(language, capsys):
    assert main(["new", "--lang", language]) == 0
    deal = bg.load(capsys.readouterr().out)
    assert deal.to_dict()["language"] == language
    assert any("\u4e00" <= letter <= "\u9fff" for letter in deal.name) == (language == "zh")
    assert 0 < deal.forecast(samples=64).win < 1


def test_a_file_that_is_there_is_not_replaced_unless_forced(tmp_path, capsys):
    path = tmp_path / "deal.json"
    assert main(["new", str(path), "--lang", "en"]) == 0
    assert capsys.readouterr().out == f"written: {path}\n"
    path.write_text("mine")
    assert main(["new", str(path), "--lang", "en"]) == 1
    assert path.read_text() == "mine" and "--force" in capsys.readouterr().err
    assert main(["new", str(path), "--force"]) == 0
    assert bg.load(path)


def test_a_link_that_leads_nowhere_is_there(tmp_path, capsys):
    (tmp_path / "link.json").symlink_to(tmp_path / "elsewhere.json")
    assert main(["new", str(tmp_path / "link.json")]) == 1
    assert not (tmp_path / "elsewhere.json").exists()
    capsys.readouterr()


# ---------------------------------------------------------------- tables that are understood


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (CHINESE, "zh")])
def test_english_and_chinese_heads_and_words(tmp_path, text, language):
    deal, notes = table(tmp_path, text, language)
    assert notes == ""
    people = bg.load(deal).to_dict()["people"]
    names = [line.split(",")[0] for line in text.replace('"Novak, Julia"', "Novak").splitlines()[1:]]
    assert [person["name"].split(",")[0] for person in people] == names
    assert [person["roles"] for person in people] == [
        ["decision_maker"],
        ["technical"],
        ["purchaser"],
        ["user", "coach"],
    ]
    assert [person.get("reports_to") for person in people] == [None, people[0]["id"], people[0]["id"], people[1]["id"]]
    assert [person["level"] for person in people] == [4, 3, 2, 1]
    assert [(entry["about"], entry["stance"]) for entry in deal["evidence"]] == list(
        zip([person["id"] for person in people], ["neutral", 0.4, "opponent", "sponsor"], strict=True)
    )
    assert bg.load(deal).forecast(samples=64).win > 0


FORMS = {
    "semicolons": lambda text: text.replace('"Novak, Julia"', "Novak").replace(",", ";").encode(),
    "tabs": lambda text: text.replace('"Novak, Julia"', "Novak").replace(",", "\t").encode(),
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "no last line break": lambda text: text.rstrip().encode(),
    "blank lines": lambda text: ("\n\n" + text.replace("\n", "\n\n,,,,,\n")).encode(),
    "all quoted": lambda text: "\n".join(
        ",".join(f'"{cell}"' for cell in line.replace('"Novak, Julia"', "Novak").split(","))
        for line in text.splitlines()
    ).encode(),
    "Excel's separator line": lambda text: (
        b"sep=;\r\n" + text.replace('"Novak, Julia"', "Novak").replace(",", ";").encode()
    ),
    "Unicode text of Excel": lambda text: text.replace('"Novak, Julia"', "Novak").replace(",", "\t").encode("utf-16"),
    "blanks around cells": lambda text: text.replace('"Novak, Julia"', "Novak").replace(",", " , ").encode(),
    "capitals": lambda text: (text.splitlines()[0].upper() + text[text.index("\n") :]).encode(),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (CHINESE, "zh")])
def test_forms_in_which_tables_come(tmp_path, text, language, form):
    deal, notes = table(tmp_path, FORMS[form](text), language)
    expected, _ = table(tmp_path, text.replace('"Novak, Julia"', "Novak"), language)
    if form in ("byte order mark", "CRLF", "CR", "no last line break", "blank lines", "capitals"):
        expected, _ = table(tmp_path, text, language)
    assert (deal, notes) == (expected, "")


def test_gb18030_is_read_and_said(tmp_path):
    deal, notes = table(tmp_path, CHINESE, "zh", "gb18030")
    assert deal == table(tmp_path, CHINESE, "zh")[0]
    assert "GB18030" in notes and "UTF-8" in notes


def test_a_line_break_in_a_quoted_cell_is_a_blank(tmp_path):
    deal, notes = table(tmp_path, 'name,title,role\r\n"Anna\r\nBerg","Managing\r\n\r\ndirector",decision maker\r\n')
    assert (deal["people"][0]["name"], deal["people"][0]["title"], notes) == ("Anna Berg", "Managing director", "")
    assert bg.load(deal)


def test_from_the_command_line(tmp_path, capsys):
    (tmp_path / "people.csv").write_text(CHINESE, encoding="utf-8")
    assert main(["new", "--from", str(tmp_path / "people.csv"), str(tmp_path / "deal.json"), "--lang", "zh"]) == 0
    assert capsys.readouterr().out.startswith("已写入")
    assert bg.load(tmp_path / "deal.json").people == ["陈立", "刘敏", "王洁", "赵强"]


# ---------------------------------------------------------------- what is not understood is reported, never guessed


ODD = {
    "role": ("role\nX,Wizard", 'row 2: role "Wizard"', "roles"),
    "half a role": ("role\nX,user; Wizard", '"Wizard"', None),
    "stance": ("stance\nX,lukewarm", 'stance "lukewarm"', None),
    "stance above 1": ("stance\nX,3", 'stance "3"', None),
    "stance nan": ("stance\nX,nan", 'stance "nan"', None),
    "stance with underscore": ("stance\nX,0_1", 'stance "0_1"', None),
    "decimal comma": ('stance\nX,"0,5"', 'stance "0,5"', None),
    "level": ("level\nX,guru", 'level "guru"', "level"),
    "level 5": ("level\nX,5", 'level "5"', "level"),
    "level in other digits": ("level\nX,\u0663", "level", "level"),
    "votes": ("votes\nX,-1", 'votes "-1"', "votes"),
    "many votes": ("votes\nX,10001", 'votes "10001"', "votes"),
    "half a vote": ("votes\nX,0.5", "votes", "votes"),
    "veto": ("veto\nX,perhaps", 'veto "perhaps"', "veto"),
    "susceptibility": ("susceptibility\nX,1", 'susceptibility "1"', "susceptibility"),
    "susceptibility inf": ("susceptibility\nX,inf", "susceptibility", "susceptibility"),
    "boss": ("reports_to\nX,God", 'reports_to "God"', "reports_to"),
    "his own boss": ("reports_to\nX,X", 'reports_to "X"', "reports_to"),
    "departed": ("departed\nX,soon", 'departed "soon"', "departed"),
    "column": ("birthday\nX,1970-01-01", 'column 2 "birthday"', None),
    "a column twice": ("name\nX,Y", "repeats name", None),
    "an empty head": ("\nX,y", 'column 2 ""', None),
    "a cell too many": ("title\nX,y,z", "row 2: more cells", None),
}


@pytest.mark.parametrize("kind", ODD)
def test_what_is_not_understood_is_reported_and_not_used(tmp_path, kind):
    text, note, field = ODD[kind]
    deal, notes = table(tmp_path, "name," + text)
    assert note in notes
    assert field is None or field not in deal["people"][0]
    assert "evidence" not in deal or deal["evidence"] == []
    assert bg.validate(deal) == []
    chinese = table(tmp_path, "name," + text, "zh")[1]
    assert len(chinese.splitlines()) == len(notes.splitlines()) and "row" not in chinese.replace("wrong", "")


def test_whoever_has_no_known_role_weighs_what_everybody_does(tmp_path):
    deal, notes = table(tmp_path, "name,role\nX,Wizard\nY,decision maker")
    assert "X has no known role" in notes
    assert deal["people"][0]["concerns"] == {"personal_trust": 5, "cost": 2, "risk": 2, "function": 2, "reliability": 2}


def test_no_decision_maker_gives_a_vacant_seat(tmp_path):
    for text in ("name,role\ndecision_maker_seat,user", "name,role,departed\nX,decision maker,yes\nY,user,no"):
        deal, notes = table(tmp_path, text)
        seat = deal["people"][-1]
        assert "vacant seat" in notes and (seat["roles"], seat["vacant"]) == (["decision_maker"], True)
        assert bg.validate(deal) == []


def test_rows_without_a_name(tmp_path):
    deal, notes = table(tmp_path, "name,title,role,votes\nX,,decision maker,\n,CFO,finance,\n,,,7\n")
    assert [person["id"] for person in deal["people"]] == ["X", "CFO"] and deal["people"][1]["vacant"] is True
    assert (
        "row 3: names nobody and was kept as a vacant seat" in notes and "row 4: names nobody and was left out" in notes
    )


def test_duplicate_names_are_kept_apart_and_said(tmp_path):
    deal, notes = table(tmp_path, "name,role,reports to\nLi Na,decision maker,\nLi Na,user,\nX,user,Li Na\n")
    assert [person["id"] for person in deal["people"]] == ["Li Na", "Li Na 2", "X"]
    assert [person["name"] for person in deal["people"][:2]] == ["Li Na", "Li Na"]
    assert 'the name "Li Na" stands twice' in notes and "reports_to" not in deal["people"][2]  # which of the two?
    deal, notes = table(tmp_path, "id,name,role\np1,A,decision maker\np1,B,user\n")
    assert [person["id"] for person in deal["people"]] == ["p1", "p1 2"] and 'the id "p1" is used twice' in notes


def test_a_reporting_cycle_comes_out_as_a_fault(tmp_path, capsys):
    (tmp_path / "people.csv").write_text("name,role,reports to\nA,decision maker,B\nB,user,C\nC,user,A\n")
    assert main(["new", "--from", str(tmp_path / "people.csv"), str(tmp_path / "deal.json"), "--lang", "en"]) == 1
    error = capsys.readouterr().err
    assert "circle" in error and "people.csv: 1 fault" in error and "Traceback" not in error
    assert not (tmp_path / "deal.json").exists()

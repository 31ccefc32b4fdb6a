"""Deal: loading from everything that it can come from, what it gives back, edits, saving without loss."""

import copy
import json
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_deals import random_deal
from small_deals import changed, small

import buygraph as bg

FROZEN = Path(__file__).parent / "frozen"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "陈 deal.json"
    path.write_text(json.dumps(small(), ensure_ascii=False), encoding="utf-8")
    return path


# ---------------------------------------------------------------- loading


def test_all_sources_give_the_same_deal(file):
    text = file.read_text(encoding="utf-8")
    sources = [file, str(file), small(), text, text.encode(), " \n\t" + text, json.dumps(small(), ensure_ascii=True)]
    assert all(bg.load(source) == bg.load(small()) for source in sources)
    assert all(bg.validate(source) == [] for source in sources)


def test_any_path_like_object(file):
    class Place:
        def __fspath__(self):
            return str(file)

    assert bg.load(Place()) == bg.load(file)


def test_loading_does_not_touch_the_dict():
    deal = small()
    bg.load(deal)
    assert deal == small()


@pytest.mark.parametrize("source", [5, None, [], 1.5, object(), {1}])
def test_what_is_no_source(source):
    for take in (bg.load, bg.validate):
        with pytest.raises(bg.InputError) as caught:
            take(source)
        assert type(source).__name__ in caught.value.given and "dict" in caught.value.allowed


def test_text_that_begins_with_a_brace_is_text_and_else_a_path():
    assert bg.validate("{") and bg.validate("[")
    with pytest.raises(bg.FileError):
        bg.load("deal")


# ---------------------------------------------------------------- what it says


def test_what_a_deal_tells():
    deal = bg.load(small())
    assert (deal.name, deal.account, deal.currency, deal.value) == ("Line 3", "Example Foods", "CNY", 2_000_000)
    assert deal.people == ["chen", "liu", "wang"]
    assert deal.offers == ["us", "rival", "stay"]
    assert bg.load(changed(("value", None))).value is None
    assert repr(deal) == "Deal('Line 3', account='Example Foods', people=3, offers=3)"
    with pytest.raises(AttributeError):
        deal.name = "other"


def test_to_dict_is_what_was_written():
    assert bg.load(small()).to_dict() == {
        **small(),
        "offers": [{**small()["offers"][0]}, small()["offers"][1], small()["offers"][2]],
    }


def test_to_dict_is_a_copy():
    deal = bg.load(small())
    deal.to_dict()["people"].clear()
    assert deal.to_dict() == bg.load(small()).to_dict()


def test_equality_and_hash():
    deal, same, other = bg.load(small()), bg.load(small()), bg.load(changed(("value", 3)))
    assert deal == same and hash(deal) == hash(same) and len({deal, same, other}) == 2
    assert deal != other
    assert deal != 5 and deal is not None and deal != "text" and not deal == small()


# ---------------------------------------------------------------- saved without loss


@pytest.mark.parametrize("seed", range(60))
def test_saved_and_loaded_is_equal(seed, tmp_path):
    deal = bg.load(random_deal(seed))
    deal.save(tmp_path / "deal.json")
    loaded = bg.load(tmp_path / "deal.json")
    assert loaded == deal and loaded.to_dict() == deal.to_dict() and loaded.to_json() == deal.to_json()
    assert bg.load(deal.to_dict()) == deal
    assert json.loads(deal.to_json()) == deal.to_dict()


@settings(max_examples=200, deadline=None)
@given(
    name=st.text(min_size=1).filter(str.strip),
    value=st.floats(0, allow_infinity=False),
    stance=st.floats(-1, 1),
    score=st.floats(0, 10),
)
def test_any_text_and_number_comes_back(name, value, stance, score):
    given = changed(("notes", name), ("value", value), ("evidence/0/stance", stance), ("offers/1/ratings/cost", score))
    if bg.validate(given):  # controls and overrides: test_hostile.py
        return
    back = bg.load(bg.load(given).to_json()).to_dict()
    assert back["notes"] == name
    assert (back["value"], back["evidence"][0]["stance"]) == (value, stance)  # the same bits
    assert bg.load(back) == bg.load(given)


@pytest.mark.parametrize("seed", range(10))
def test_pickles_and_copies_are_equal(seed):
    deal = bg.load(random_deal(seed))
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(deal, protocol)) == deal
    assert copy.copy(deal) == copy.deepcopy(deal) == deal


@pytest.mark.parametrize("state", [(), (1,), (2, "{}"), (1, 5), (1, "{}"), ("1", "{}"), 5])
def test_a_broken_pickle_is_refused(state):
    with pytest.raises((bg.Error, TypeError, RuntimeError)):
        bg.Deal.__new__(bg.Deal).__setstate__(state)


def test_frozen_files_load_for_ever():
    deal = bg.load(FROZEN / "deal-format-1.json")
    assert deal.to_json() == (FROZEN / "deal-format-1.json").read_text(encoding="utf-8")
    assert pickle.loads((FROZEN / "deal-pickle-1.pickle").read_bytes()) == deal


# ---------------------------------------------------------------- edits


def test_edits_give_a_new_deal_and_leave_the_old():
    deal = bg.load(small())
    edited = deal.with_edits({"people/chen/susceptibility": 0.3, "offers/us/ratings/cost": 9, "value": 5})
    assert deal == bg.load(small())
    assert edited.to_dict()["people"][0]["susceptibility"] == 0.3
    assert edited.to_dict()["offers"][0]["ratings"]["cost"] == 9
    assert edited.value == 5


def test_edits_by_number_add_and_remove():
    deal = bg.load(small())
    tie = {"from": "liu", "to": "wang", "kind": "friend"}
    edited = deal.with_edits({"ties/-": tie, "evidence/0": None, "people/2/name": "王洁"})
    assert edited.to_dict()["ties"][1] == tie
    assert "evidence" not in edited.to_dict() or edited.to_dict()["evidence"] == []
    assert edited.to_dict()["people"][2]["name"] == "王洁"
    assert deal.with_edits({}) == deal


def test_edits_of_ids_with_slashes():
    deal = bg.load(changed(("people/1/id", "a/b~c"), ("evidence/0/about", "a/b~c")))
    assert deal.with_edits({"people/a~1b~0c/level": 2}).to_dict()["people"][1]["level"] == 2


@pytest.mark.parametrize(
    ("edits", "pointer"),
    [
        ({"people/zhao/level": 2}, "/people/zhao"),
        ({"people/9/level": 2}, "/people/9"),
        ({"value/cents": 2}, "/value/cents"),
        ({"people/chen/susceptibility": 1.4}, "/people/0/susceptibility"),
        ({"people/chen/sus": 0.4}, "/people/0/sus"),
        ({"ties/-": {"from": "chen", "to": "zhao"}}, "/ties/1/to"),
        ({"": 5}, "/"),
        ({"value": object()}, "/value"),
    ],
)
def test_edits_that_lead_nowhere_or_to_a_fault(edits, pointer):
    with pytest.raises(bg.DealError) as caught:
        bg.load(small()).with_edits(edits)
    assert pointer in [fault.pointer for fault in caught.value.faults]


def test_all_faults_of_edits_at_once():
    with pytest.raises(bg.DealError) as caught:
        bg.load(small()).with_edits({"people/zhao/level": 2, "people/qian/level": 2})
    assert len(caught.value.faults) == 2


def test_edits_of_an_absurd_depth():
    with pytest.raises(bg.DealError):
        bg.load(small()).with_edits({"x/" * 100_000 + "y": 1})

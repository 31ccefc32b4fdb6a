"""The live map of a notebook, as far as Python sees it; what the page does is tested in tests/web/widget.test.mjs."""

import json
import sys
import types
from pathlib import Path

import pytest

import buygraph as bg
from buygraph import notebook

DEAL = Path(__file__).parents[2] / "examples" / "deals" / "05-divided-committee.en.json"


@pytest.fixture
def deal():
    return bg.load(DEAL)


@pytest.fixture
def script(monkeypatch, tmp_path):
    """A package with a live page, whether or not this one has it."""
    if not notebook.SCRIPT.exists():
        path = tmp_path / "widget.js"
        path.write_text("export default {}")
        monkeypatch.setattr(notebook, "SCRIPT", path)


def test_a_widget_holds_the_deal_and_its_words(deal, script):
    widget = deal.widget(layout="zipper", samples=1024)
    assert bg.load(json.loads(widget.deal)) == deal
    assert (widget.language, widget.layout, widget.theme, widget.samples) == ("en", "zipper", "system", 1024)
    assert widget.edits == widget.moves == [] and widget.forecast is None
    assert deal.widget("zh").language == "zh"
    assert (widget.scale, deal.widget(scale="pull_to_buy").scale) == ("lead", "pull_to_buy")


def test_words_that_are_none_are_refused(deal, script):
    with pytest.raises(Exception, match="layout"):
        deal.widget(layout="circle")
    with pytest.raises(Exception, match="samples"):
        deal.widget(samples=0)
    with pytest.raises(Exception, match="scale"):
        deal.widget(scale="liking")


def test_nothing_changed_is_the_deal_itself(deal, script):
    assert deal.widget().edited() == deal


def test_edits_and_moves_come_back(deal, script):
    widget = deal.widget()
    person = deal.to_dict()["people"][0]["id"]
    moves = [{"kind": "leaning", "person": person, "offer": "us", "by": 0.2}]
    moves[0]["offer"] = next(offer["id"] for offer in deal.to_dict()["offers"] if offer["kind"] == "ours")
    widget.edits = [[f"people/{person}/susceptibility", 0.3]]
    widget.moves = moves
    widget.forecast = {"difference": {}}
    expected = deal.with_edits({f"people/{person}/susceptibility": 0.3}).to_dict()
    assert widget.edited().to_dict() == bg.load({**expected, "moves": moves}).to_dict()


def test_what_is_missing_is_named(deal, monkeypatch, tmp_path):
    monkeypatch.setattr(notebook, "SCRIPT", tmp_path / "none.js")
    with pytest.raises(bg.Error, match="scripts/build-web"):
        deal.widget()
    monkeypatch.setattr(notebook, "find_spec", lambda name: None)
    with pytest.raises(ImportError, match=r"buygraph\[notebook\]"):
        deal.widget()


def test_a_picture_where_no_notebook_runs_and_both_where_one_does(deal, script, monkeypatch):
    still = deal._repr_mimebundle_()
    assert set(still) == {"image/svg+xml", "text/plain"} and still["image/svg+xml"].startswith("<svg")
    shell = types.SimpleNamespace(get_ipython=lambda: types.SimpleNamespace(kernel=object()))
    monkeypatch.setitem(sys.modules, "IPython", shell)
    live = deal._repr_mimebundle_()
    assert live["image/svg+xml"] == still["image/svg+xml"]
    assert "application/vnd.jupyter.widget-view+json" in live

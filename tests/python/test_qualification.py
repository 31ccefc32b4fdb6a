"""The qualification card: each field by deals that fill it and twins, contradictions, the light that cannot tell."""

import re
from pathlib import Path

import pytest
from small_deals import changed, small

import buygraph as bg

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "deals").glob("*.json"))
FIELDS = [
    "metrics",
    "economic_buyer",
    "decision_criteria",
    "decision_process",
    "paper_process",
    "identify_pain",
    "champion",
    "competition",
]


def status(deal, field):
    card = bg.load(deal).qualification()
    return card["status"][card["field"].index(field)]


@pytest.mark.parametrize(
    ("field", "deal", "expected"),
    [
        ("metrics", small(), "unknown"),
        ("metrics", changed(("offers/0/ratings/payback_time", {"measure": 18})), "partly"),
        ("metrics", changed(("offers/0/terms", {"price": 100, "yearly_benefit": 40})), "known"),
        ("economic_buyer", changed(("people/0/leaning", {"us": 2.0})), "known"),
        ("economic_buyer", changed(("people/0/vacant", True)), "unknown"),
        ("decision_criteria", small(), "unknown"),
        ("decision_criteria", changed(("people/0/concerns", {"risk": 9})), "partly"),
        ("decision_process", small(), "partly"),
        ("decision_process", changed(("decision/date", "2026-12-01")), "known"),
        ("paper_process", small(), "unknown"),
        ("paper_process", changed(("decision/date", "2026-12-01"), ("close_date", "2026-12-20")), "partly"),
        ("identify_pain", small(), "known"),  # staying has risk 3, which weighs most with chen
        ("identify_pain", changed(("offers/2/ratings", {"cost": 7})), "partly"),
        ("identify_pain", changed(("offers/2/ratings", {})), "unknown"),
        ("champion", changed(("people/1/leaning", {"us": 2.0})), "known"),
        ("champion", changed(("people/1/leaning", {"rival": 2.0}), ("people/2/leaning", {"rival": 2.0})), "unknown"),
        ("competition", changed(("evidence/0/offer", "rival")), "known"),
        ("competition", small(), "partly"),
    ],
)
def test_how_a_field_is_filled(field, deal, expected):
    assert status(deal, field) == expected


def test_a_champion_without_a_path_is_a_contradiction():
    deal = changed(("people/1/leaning", {"us": 2.0}), ("people/1/reports_to", ""))
    assert "champion_without_path" in bg.load(deal).qualification().contradictions["kind"]
    deal = changed(("people/1/leaning", {"us": 2.0}))
    assert "champion_without_path" not in bg.load(deal).qualification().contradictions["kind"]


def test_dates_that_contradict_each_other():
    deal = changed(("decision/date", "2026-09-01"), ("close_date", "2026-08-01"))
    found = bg.load(deal).qualification().contradictions
    assert {"decision_date_past", "close_before_decision"} <= set(found["kind"])
    said = dict(zip(found["kind"], found["sentence"], strict=True))
    assert "44 days" in said["decision_date_past"] and "31 days" in said["close_before_decision"]


def test_the_light_is_the_same_where_the_forecast_is_not():
    """Two committees with one supporter who decides; the veto holder is against us in one, for us in the other."""
    friendly, hostile = (
        changed(("people/0/leaning", {"us": 0.6}), ("people/1/leaning", {"us": lean})) for lean in (0.6, -1.5)
    )
    lights = [bg.load(deal).qualification().map_status for deal in (friendly, hostile)]
    wins = [bg.load(deal).forecast(samples=256).win for deal in (friendly, hostile)]
    assert lights == ["green", "green"]
    assert wins[0] - wins[1] > 0.3


@pytest.mark.parametrize(
    ("leanings", "expected"),
    [
        (("rival", "rival", "rival"), "red"),
        (("us", "rival", "rival"), "green"),
        (("rival", "us", "rival"), "green"),
        (("rival", "rival", "us"), "amber"),
    ],
)
def test_red_amber_green(leanings, expected):
    deal = changed(
        *[(f"people/{i}/leaning", {offer: 1.5}) for i, offer in enumerate(leanings)], ("people/1/susceptibility", 0)
    )
    assert bg.load(deal).qualification().map_status == expected


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name[:2])
def test_the_bundled_deals_read_well(file, language):
    card = bg.load(file).qualification(language)
    assert card["field"] == FIELDS
    assert card.columns == ["field", "label", "status", "words", "who", "sentence"]
    assert set(card["status"]) <= {"known", "partly", "unknown"}
    assert card["status"][4] != "known"  # the deal file has no paper process
    assert set(card.supporters) <= set(card.key_people)
    for text in [*card["sentence"], *card.contradictions["sentence"], card.map_sentence]:
        assert text.endswith("。" if language == "zh" else ("." if "?" not in text else "?")) or text.endswith("？")
        assert re.search(r"\d", text), text
        assert not re.search(r" -\d|\bnan\b|  |\b(he|she|his|her|him)\b", text), text


def test_language_that_is_none():
    with pytest.raises(bg.InputError):
        bg.load(small()).qualification("fr")

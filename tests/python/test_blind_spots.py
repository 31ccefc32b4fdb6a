"""Blind spots: each predicate in one deal and not in its twin; sentences of the bundled deals that read well."""

import itertools
import re
from pathlib import Path

import pytest
from small_deals import REMOVE, changed, small

import buygraph as bg

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "deals").glob("*.json"))
KINDS = {
    "role_unfilled", "vacant_seat", "veto_against", "no_evidence", "stale_evidence", "contradiction", "single_source",
    "contact_dependence", "no_path", "no_coach", "coach_without_reach", "coach_talks", "coach_controls",
}  # fmt: skip


def spots(deal, kind):
    found = bg.load(deal).blind_spots(samples=256)
    return [row for row in found.rows() if row["kind"] == kind]


def team(*people):
    return [{"id": "t", "knows": list(people)}]


@pytest.mark.parametrize(
    ("kind", "there", "gone"),
    [
        ("role_unfilled", small(), changed(("people/2/roles", ["purchaser", "finance", "user", "coach"]))),
        ("vacant_seat", changed(("people/1/vacant", True)), small()),
        ("veto_against", changed(("people/1/leaning", {"us": -1.5})), changed(("people/1/leaning", {"us": 1.5}))),
        (
            "no_evidence",
            small(),
            changed(
                *[
                    (f"evidence/{i}", {"about": who, "offer": "us", "stance": 0})
                    for i, who in enumerate(("chen", "liu", "wang"), 1)
                ]
            ),
        ),
        ("stale_evidence", changed(("evidence/0/date", "2026-01-01")), small()),
        (
            "contradiction",
            changed(("evidence/1", {"about": "liu", "offer": "us", "stance": -0.8, "source": "fair"})),
            changed(("evidence/1", {"about": "liu", "offer": "us", "stance": 0.2, "source": "fair"})),
        ),
        (
            "single_source",
            small(),
            changed(("evidence/1", {"about": "liu", "offer": "us", "stance": 0.3, "source": "fair"})),
        ),
        ("contact_dependence", changed(("team", team("liu"))), small()),
        ("no_path", small(), changed(("team", team("wang")))),
        ("no_coach", changed(("people/2/roles", ["purchaser"])), small()),
        ("coach_without_reach", changed(("ties", [])), small()),
        (
            "coach_talks",
            changed(("ties", []), ("evidence/1", {"about": "chen", "offer": "us", "stance": 0.1, "source": "wang"})),
            changed(("ties", [])),
        ),
        (
            "coach_controls",
            changed(("evidence/0/source", "fair"), ("people/0/susceptibility", 0.9)),
            changed(("people/0/susceptibility", 0.9)),
        ),
    ],
)
def test_a_spot_and_its_twin_without_it(kind, there, gone):
    assert spots(there, kind)
    if kind == "role_unfilled":
        assert {row["who"] for row in spots(there, kind)} == {"user", "finance"}
    if kind == "no_evidence":
        assert {row["who"] for row in spots(there, kind)} == {"chen", "wang"}
    assert not spots(gone, kind)


def test_dependence_on_a_contact_is_the_forecast_of_the_deal_written_without_him():
    deal = changed(("team", team("liu")))
    left = changed(
        ("people/1/departed", True),
        ("people/3", {"id": "next", "roles": ["technical"], "reports_to": "chen", "vacant": True}),
        deal=deal,
    )
    row = spots(deal, "contact_dependence")[0]
    before, after = (bg.load(one).forecast(samples=256).win for one in (deal, left))
    assert row["size"] == pytest.approx(after - before, abs=1e-6)


def test_what_a_veto_costs_is_the_forecast_without_it():
    deal = changed(("people/1/leaning", {"us": -1.5}))
    row = spots(deal, "veto_against")[0]
    without = bg.load(changed(("people/1/veto", False), deal=deal)).forecast(samples=256).win
    assert row["size"] == pytest.approx(without - bg.load(deal).forecast(samples=256).win, abs=1e-9)
    assert row["size"] > 0


def test_the_details_say_what_the_sentence_is_made_of():
    deal = changed(("evidence/1", {"about": "liu", "offer": "us", "stance": -0.8, "source": "fair"}))
    found = bg.load(deal).blind_spots(samples=256)
    at = found["kind"].index("contradiction")
    detail = found.details[at]
    assert (detail["people"], detail["offers"], detail["sources"], detail["role"]) == (
        ["liu"],
        ["us"],
        ["fair", "wang"],
        None,
    )
    assert (detail["numbers"]["lower"], detail["numbers"]["higher"]) == (-0.8, 0.35)
    assert "−0.80" in found["sentence"][at] and "+0.35" in found["sentence"][at]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name[:2])
def test_the_bundled_deals_read_well(file, language):
    deal = bg.load(file)
    found = deal.blind_spots(language, samples=256)
    assert found.columns == ["kind", "who", "size", "standard_error", "sentence", "counter_move"]
    sizes = [abs(size) for size in found["size"]]
    assert all(size >= after - 1e-12 for size, after in itertools.pairwise(sizes))
    assert len(found) == len(found.details) > 0
    assert set(found["kind"]) <= KINDS
    names = {person["id"]: person.get("name", person["id"]) for person in deal.to_dict()["people"]}
    for row, detail in zip(found.rows(), found.details, strict=True):
        for text in (row["sentence"], row["counter_move"]):
            assert re.search(r"\d", text), text
            assert text.endswith("。" if language == "zh" else "."), text
            assert not re.search(r" -\d|\bnan\b|\{|  |\b(he|she|his|her|him)\b", text), text
            if language == "zh":
                assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u4e00-\u9fff]", text), text
        if detail["people"] and row["kind"] != "vacant_seat" and not _vacant(deal, detail["people"][0]):
            assert names[detail["people"][0]] in row["sentence"]
        if row["kind"] != "contradiction":  # its numbers are stances
            assert f"{abs(100 * row['size']):.1f}" in row["sentence"]


def _vacant(deal, who):
    return any(person["id"] == who and person.get("vacant") for person in deal.to_dict()["people"])


def test_no_coach_is_said_of_the_deal_without_one():
    assert "no_coach" in bg.load(EXAMPLES[3]).blind_spots(samples=64)["kind"]
    assert all("no_coach" not in bg.load(file).blind_spots(samples=64)["kind"] for file in EXAMPLES[:3])


def test_it_is_deterministic_whatever_the_threads():
    deal = bg.load(small())
    assert deal.blind_spots(threads=1) == deal.blind_spots(threads=4)
    assert deal.blind_spots(seed=1) != deal.blind_spots(seed=2)


def test_names_that_are_none():
    with pytest.raises(bg.InputError):
        bg.load(small()).blind_spots("fr")
    with pytest.raises(bg.InputError):
        bg.load(small()).blind_spots(samples=0)


def test_markup_in_names_stays_text():
    found = bg.load(changed(("people/0/name", "<b>x</b>"), ("ties", REMOVE))).blind_spots(samples=64)
    assert "<b>x" not in found._repr_html_() and "&lt;b&gt;x" in found._repr_html_()


def test_the_five_dimensions_of_the_centre():
    deal = bg.load(small())
    found = deal.structure().centre
    # By hand: chen → liu 0.6, liu → chen 0.3, wang → chen 0.5; wang is two thirds purchaser and gives 0.5 of 2 · 1.4.
    assert found["vertical_involvement"] == 1 and found["lateral_involvement"] == 0 and found["extensivity"] == 3
    assert found["connectedness"] == pytest.approx(3 / 6)
    assert found["purchaser_centrality"] == pytest.approx(2 / 3 * 0.5 / 2.8)

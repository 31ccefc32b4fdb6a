"""Two versions of a deal: shares against what_if and against forecasts made one by one, and that they add up."""

import json
from itertools import permutations
from math import fsum
from pathlib import Path

import pytest
from alarm import Alarm, alarm
from random_deals import random_deal
from small_deals import REMOVE, changed, small

import buygraph as bg

EXAMPLES = Path(__file__).parents[2] / "examples" / "deals"
STANCE = ("evidence/0/stance", "enemy")
TIE = ("ties/0/strength", 0.9)
LEVEL = ("people/1/susceptibility", 0.9)


def win(*edits, seed=0):
    return bg.load(changed(*edits)).forecast(samples=256, seed=seed).win


def compared(*edits, **options):
    return bg.compare(small(), changed(*edits), **{"samples": 256, **options})


def test_one_edit_is_the_difference_of_what_if():
    found = compared(STANCE, seed=4)
    expected = bg.load(small()).what_if({"evidence/0/stance": "enemy"}, samples=256, seed=4)
    assert found["share"] == [pytest.approx(expected.difference["us"], abs=1e-12)]
    assert found["standard_error"] == [pytest.approx(expected.difference_error["us"], rel=1e-6)]
    assert found.change == pytest.approx(expected.difference["us"], abs=1e-12)
    assert (found.before, found.after) == pytest.approx((expected.before.win, expected.win), abs=1e-12)
    assert found.before_error == pytest.approx(expected.before.standard_error["us"], rel=1e-6)
    assert (found["edits"], found["was"], found["now"]) == (["evidence/0/stance"], ["supporter"], ["enemy"])
    assert found.details == [[{"path": "evidence/0/stance", "was": "supporter", "now": "enemy"}]]


def test_two_edits_by_hand_from_four_forecasts():
    found = compared(STANCE, TIE)
    nothing, stance, tie, both = win(), win(STANCE), win(TIE), win(STANCE, TIE)
    shares = dict(zip(found["edits"], found["share"], strict=True))
    assert shares["evidence/0/stance"] == pytest.approx((stance - nothing + both - tie) / 2, abs=1e-12)
    assert shares["ties/0/strength"] == pytest.approx((tie - nothing + both - stance) / 2, abs=1e-12)
    assert found.exact and found.forecasts == 4


def test_three_edits_over_all_orders_of_editing():
    edits = [STANCE, TIE, LEVEL]
    paths = ["evidence/0/stance", "ties/0/strength", "people/liu/susceptibility"]
    expected = [0.0] * 3
    for order in permutations(range(3)):
        for at, which in enumerate(order):
            made = [edits[i] for i in order[:at]]
            expected[which] += (win(*made, edits[which]) - win(*made)) / 6
    found = compared(*edits)
    shares = dict(zip(found["edits"], found["share"], strict=True))
    assert [shares[path] for path in paths] == pytest.approx(expected, abs=1e-12)
    assert sorted(found["share"], key=abs, reverse=True) == found["share"]


def test_thirteen_edits_are_sampled_with_errors_and_twelve_are_not():
    concerns = (
        "risk function stability standards fairness industry_lead brand_uplift payback_time cost internal_harmony"
    )
    edits = [(f"offers/0/ratings/{concern}", 9) for concern in concerns.split()] + [STANCE, TIE]
    exact = bg.compare(small(), changed(*edits), samples=16)
    assert exact.exact and exact.forecasts == 4096 and len(exact) == 12
    sampled = bg.compare(small(), changed(*edits, LEVEL), samples=16)
    assert not sampled.exact and len(sampled) == 13
    assert all(error > 0 for error in sampled["standard_error"])
    for found in (exact, sampled):
        assert fsum(found["share"]) == pytest.approx(found.change, abs=1e-12)
        assert found.change == pytest.approx(found.after - found.before, abs=1e-12)
    again = bg.compare(small(), changed(*edits, LEVEL), samples=16, threads=1)
    assert again == sampled
    assert bg.compare(small(), changed(*edits, LEVEL), samples=16, seed=1)["share"] != sampled["share"]


@pytest.mark.parametrize("seed", range(2))
def test_any_two_deals_add_up_from_the_one_to_the_other(seed):
    old, new = bg.load(random_deal(seed)), bg.load(random_deal(seed + 100))
    found = bg.compare(old, new, samples=16)
    assert fsum(found["share"]) == pytest.approx(found.after - found.before, abs=1e-12)
    assert found.before == pytest.approx(old.forecast(samples=16).win, abs=1e-12)


def test_a_bundled_deal_and_its_next_version():
    deal = bg.load(EXAMPLES / "08-lyophilisation-line.zh.json")
    new = deal.with_edits({"people/guo/leaning": {"ours": 0.3}, "people/zhuo/susceptibility": 0.1, "notes": None})
    found = bg.compare(deal, new, samples=64)
    assert found["edits"] == ["people/guo/leaning/ours", "people/zhuo/susceptibility", "notes"]
    assert found["share"][2] == found["standard_error"][2] == 0
    assert found["now"] == ["0.3", "0.1", ""]
    assert bg.compare(EXAMPLES / "08-lyophilisation-line.zh.json", new.to_json(), samples=64) == found


def test_a_person_who_comes_brings_all_that_names_him():
    found = compared(
        ("people/3", {"id": "zhao", "roles": ["finance"], "reports_to": "chen"}),
        ("ties/1", {"from": "zhao", "to": "chen"}),
        ("decision/decider", {"chen": 0.5, "zhao": 0.5}),
        TIE,
    )
    assert sorted(found["edits"]) == ["decision/decider, people/-, ties/-", "ties/0/strength"]
    assert sorted(found["now"]) == ["0.9", "chen 0.5, zhao 0.5; zhao; advises"]
    person = found.details[found["edits"].index("decision/decider, people/-, ties/-")]
    assert person[1] == {
        "path": "people/-",
        "was": None,
        "now": {"id": "zhao", "roles": ["finance"], "reports_to": "chen"},
    }


def test_offers_may_come_and_go_and_ours_may_have_another_id():
    renamed = json.loads(json.dumps(small()).replace('"us"', '"we"'))
    found = bg.compare(small(), renamed, samples=256)
    assert found.change == pytest.approx(0, abs=1e-12) and len(found) == 1
    gone = bg.compare(small(), changed(("offers/1", REMOVE)), samples=256)
    assert gone["edits"] == ["offers/rival"] and gone.change > 0


def test_versions_that_are_alike():
    found = bg.compare(small(), small(), samples=64)
    assert len(found) == 0 and found.change == 0 and found.standard_error == 0
    assert found.headline.startswith("Nothing changed: our chance is ")
    assert bg.compare(small(), changed(("value", 3)), samples=64)["share"] == [0]


def test_sentences_and_headline_in_both_languages():
    english, chinese = compared(STANCE, TIE), compared(STANCE, TIE, language="zh")
    assert english["share"] == chinese["share"]
    at = english["edits"].index("evidence/0/stance")
    share, error = 100 * english["share"][at], 100 * english["standard_error"][at]
    number = f"{share:+.1f} ± {error:.1f}".replace("-", "−")
    assert english["sentence"][at] == f"刘敏's stance on us: supporter → enemy: {number} points of our chance."
    assert chinese["sentence"][at] == f"刘敏对我方的立场：支持 → 敌对，胜率 {number} 个百分点。"
    whole = f"{100 * english.before:.0f}% → {100 * english.after:.0f}%"
    assert english.headline.startswith(f"Our chance: {whole} (") and "刘敏's stance on us" in english.headline
    assert chinese.headline.startswith(f"胜率 {whole}（") and "，主要因为：" in chinese.headline


def test_hostile_names_stay_text():
    name = "<b>O'Neil</b> & “零”"
    old, new = changed(("people/1/name", name)), changed(("people/1/name", name), STANCE)
    found = bg.compare(old, new, samples=16)
    assert name in found["sentence"][0]
    assert "<b>" not in found._repr_html_() and "&lt;b&gt;" in found._repr_html_()


def test_how_it_shows_itself():
    found = compared(STANCE, TIE)
    assert found.columns == ["edits", "was", "now", "share", "standard_error", "sentence"]
    assert repr(found).startswith("Comparison(") and "2 edits)" in repr(found)
    assert found._repr_html_().count("<tr>") == 3 and found.headline[:10] in found._repr_html_()


@pytest.mark.parametrize(
    ("options", "where"),
    [
        ({"samples": 0}, "samples"),
        ({"seed": -1}, "seed"),
        ({"threads": 0}, "threads"),
        ({"language": "fr"}, "language"),
    ],
)
def test_arguments_out_of_range(options, where):
    with pytest.raises(bg.InputError) as caught:
        compared(STANCE, **options)
    assert caught.value.where == where


def test_versions_that_are_no_deals():
    with pytest.raises(bg.DealError) as caught:
        bg.compare(small(), changed(("value", -1)))
    assert caught.value.faults[0].pointer == "/value"
    with pytest.raises(bg.InputError):
        bg.compare(small(), 3)
    with pytest.raises(bg.FileError):
        bg.compare("nowhere.json", small())
    with pytest.raises(TypeError):
        bg.compare(small(), small(), 64)  # options have names


def test_a_signal_stops_it():
    with pytest.raises(Alarm), alarm(0.2):
        compared(STANCE, TIE, samples=2**22)

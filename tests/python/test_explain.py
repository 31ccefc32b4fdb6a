"""Contributions: they add up to the margin exactly, and names that are none are answered with those that are."""

from math import fsum

import pytest
from random_deals import random_deal
from small_deals import small

import buygraph as bg


@pytest.mark.parametrize("seed", range(30))
def test_parts_add_up_to_the_margin_of_the_final_attitudes(seed):
    model = bg.load(random_deal(seed)).compile()
    for decider in model.people:
        for rival in model.offers:
            if rival == model.ours:
                continue
            for gate in ("buy", "vendor"):
                found = bg.explain(model, decider=decider, rival=rival, gate=gate)
                final = model.final_attitudes(gate)[model.people.index(decider)]
                margin = final[model.offers.index(model.ours)] - final[model.offers.index(rival)]
                assert fsum(found["contribution"]) == pytest.approx(margin, abs=1e-12)
                assert found.margin == pytest.approx(margin, abs=1e-12)
                assert (found.rival, found.gate) == (rival, gate)
                assert set(found["kind"]) <= {"concern", "leaning", "importance"}
                assert all(
                    (concern is None) == (kind != "concern")
                    for concern, kind in zip(found["concern"], found["kind"], strict=True)
                )
                assert 0.0 not in found["contribution"]


def test_what_is_taken_unless_said():
    model = bg.load(small()).compile()
    assert (bg.explain(model).rival, bg.explain(model).gate) == ("rival", "vendor")
    assert bg.explain(model).to_dict() == bg.explain(model, "chen", "rival", "vendor").to_dict()  # chen decides
    assert bg.explain(model, rival="stay").gate == "buy"
    assert bg.load(small()).explain(rival="stay") == model.explain(rival="stay") == bg.explain(model, rival="stay")


def test_without_a_competitor_the_rival_is_staying():
    deal = small()
    del deal["offers"][1]
    found = bg.load(deal).explain()
    assert (found.rival, found.gate) == ("stay", "buy")


def test_under_voting_rules_the_votes_are_the_eyes():
    deal = small()
    deal["decision"] = {"rule": "majority"}
    deal["people"][0]["votes"] = 3
    model = bg.load(deal).compile()
    votes = {"chen": 3, "liu": 1, "wang": 1}
    expected = sum(share / 5 * bg.explain(model, decider=id, rival="rival").margin for id, share in votes.items())
    assert bg.explain(model, rival="rival").margin == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    ("arguments", "where", "allowed"),
    [
        ({"decider": "zhao"}, "decider", ["chen", "liu", "wang"]),
        ({"decider": ""}, "decider", ["chen"]),
        ({"rival": "nobody"}, "rival", ["rival", "stay"]),
        ({"rival": "us"}, "rival", ["ours"]),
        ({"gate": "sell"}, "gate", ["buy", "vendor"]),
    ],
)
def test_names_that_are_none(arguments, where, allowed):
    with pytest.raises(bg.InputError) as caught:
        bg.explain(bg.load(small()).compile(), **arguments)
    assert where in caught.value.where or caught.value.where in ("person", "offer")
    assert caught.value.given == next(iter(arguments.values()))
    assert all(name in caught.value.allowed for name in allowed)


def test_what_is_no_model():
    with pytest.raises(TypeError):
        bg.explain(bg.load(small()))


def test_how_it_shows_itself():
    found = bg.load(small()).explain()
    assert repr(found).startswith("Explanation(margin=") and "'rival' at the vendor gate" in repr(found)
    assert found.columns == ["person", "concern", "kind", "contribution"]
    assert found._repr_html_().count("<tr>") == len(found) + 1

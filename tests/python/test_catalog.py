"""bg.catalog: what the built-in catalog says, as section 1 of the model lists it, in both languages; and one's own."""

import pytest
from small_deals import changed

import buygraph as bg

ROLES = ["decision_maker", "purchaser", "user", "technical", "finance", "coach"]


def test_roles_as_in_the_model():
    roles = bg.catalog.roles()
    assert list(roles) == ROLES
    assert [roles[id]["susceptibility"] for id in ROLES] == [0.5, 0.5, 0.5, 0.25, 0.4, 0.6]
    assert [id for id in ROLES if roles[id]["veto"]] == ["technical"]
    assert roles["technical"]["importance"]["reliability"] == 9
    for entry in roles.values():  # every role weighs these
        assert entry["importance"]["personal_trust"] == 5
        assert all(entry["importance"][concern] >= 2 for concern in ("cost", "risk", "function", "reliability"))


def test_personal_concerns_as_in_the_model():
    personal = {id for id, entry in bg.catalog.concerns().items() if entry["kind"] == "personal"}
    assert personal == {
        "organisational_recognition",
        "future_price_room",
        "ease_of_work",
        "visibility",
        "reporting_skill",
        "presentation_skill",
        "expert_dialogue",
        "personal_trust",
    }


def test_measured_concerns_as_in_the_model():
    points = {id: entry["points"] for id, entry in bg.catalog.concerns().items() if entry.get("points")}
    assert set(points) == {
        "payback_time",
        "return_on_investment",
        "payment_term",
        "credit_amount",
        "cash_cycle",
        "cash_flow",
        "cost",
        "budget_fit",
        "pass_rate",
    }
    assert points["payback_time"] == [[6, 10], [12, 8], [24, 5], [36, 2], [60, 0]]
    assert points["pass_rate"] == [[90, 2], [95, 5], [98, 8], [99.5, 10]]


@pytest.mark.parametrize("kind", ["roles", "concerns"])
def test_every_entry_has_labels_and_a_line_in_both_languages(kind):
    seen = {"en": set(), "zh": set()}
    for id, entry in getattr(bg.catalog, kind)().items():
        for texts in (entry["labels"], entry["descriptions"]):
            assert texts["en"].isascii() and texts["en"].strip() and "\n" not in texts["en"]
            assert any("\u4e00" <= letter <= "\u9fff" for letter in texts["zh"])
        for language in seen:
            assert bg.catalog.label(id, language) == entry["labels"][language]
            assert entry["labels"][language] not in seen[language]
            seen[language].add(entry["labels"][language])


def test_every_concern_has_advice_of_three_kinds_in_both_languages():
    seen = set()
    for entry in bg.catalog.concerns().values():
        assert list(entry["advice"]) == ["lead", "mend", "ask"]
        for texts in entry["advice"].values():
            assert texts["en"].isascii() and any("\u4e00" <= letter <= "\u9fff" for letter in texts["zh"])
            assert not set(texts.values()) & seen
            seen |= set(texts.values())


def test_advice_of_ones_own():
    own = {
        "buygraph": 1,
        "concerns": {
            "cost": {"advice": {"mend": {"en": "Ours."}, "ask": "成本 cost?"}},
            "carbon": {"advice": {"lead": {"zh": "先谈碳。"}}},
        },
    }
    known, found = bg.catalog.concerns(), bg.catalog.concerns(own)
    assert found["cost"]["advice"] == {
        "lead": known["cost"]["advice"]["lead"],
        "mend": {"zh": known["cost"]["advice"]["mend"]["zh"], "en": "Ours."},
        "ask": {"zh": "成本 cost?", "en": "成本 cost?"},
    }
    assert found["carbon"]["advice"]["lead"]["zh"] == "先谈碳。"
    assert "{concern}" in found["carbon"]["advice"]["lead"]["en"]
    own["concerns"]["cost"]["advice"]["lead"] = {"en": "Tell {persn}."}
    with pytest.raises(bg.DealError) as caught:
        bg.catalog.concerns(own)
    assert [(fault.pointer, fault.suggestion) for fault in caught.value.faults] == [
        ("/concerns/cost/advice/lead", "{person}")
    ]


def test_labels():
    assert bg.catalog.label("decision_maker", "zh") == "决策者"
    assert bg.catalog.label("coach", "zh") == "客户指导员"
    assert bg.catalog.label("decision_maker").lower() == "decision maker"
    for id, language in (("nobody", "en"), ("", "zh")):
        with pytest.raises(KeyError):
            bg.catalog.label(id, language)
    with pytest.raises(bg.InputError) as caught:
        bg.catalog.label("coach", "fr")
    assert (caught.value.where, caught.value.given) == ("language", "fr")


def test_what_is_given_is_a_copy():
    bg.catalog.roles()["user"]["labels"]["en"] = "changed"
    bg.catalog.concerns()["cost"]["points"].clear()
    bg.catalog.roles().clear()
    assert bg.catalog.roles()["user"]["labels"]["en"].lower() == "user"
    assert bg.catalog.concerns()["cost"]["points"]


OWN = {
    "buygraph": 1,
    "roles": {
        "legal": {
            "labels": {"zh": "法务", "en": "Legal"},
            "importance": {"risk": 9, "carbon": 6},
            "susceptibility": 0.2,
        }
    },
    "concerns": {
        "carbon": {"labels": "CO₂", "kind": "organisational", "unit": "kg", "points": [[0, 10], [50, 6], [200, 1]]}
    },
}


def test_a_catalog_of_ones_own(tmp_path):
    import json

    (tmp_path / "own.json").write_text(json.dumps(OWN), encoding="utf-8")
    for source in (OWN, tmp_path / "own.json", str(tmp_path / "own.json"), json.dumps(OWN)):
        assert list(bg.catalog.roles(source)) == [*ROLES, "legal"]
        assert bg.catalog.label("legal", "zh", source) == "法务"
        assert bg.catalog.label("carbon", "zh", source) == "CO₂"
        deal = changed(("people/1/roles", ["legal"]), ("offers/0/ratings/carbon", {"measure": 25}))
        assert bg.validate(deal, source) == [] and {"carbon", "risk"} <= set(
            bg.load(deal, catalog=source).compile().concerns
        )
        assert {fault.pointer for fault in bg.validate(deal)} >= {"/people/1/roles/0", "/offers/0/ratings/carbon"}


def test_faults_of_a_catalog():
    bad = {
        "buygraph": 1,
        "roles": {"legal": {"susceptibility": 1.5}},
        "concerns": {"carbon": {"points": [[1, 2], [0, 3]]}},
        "rolls": {},
    }
    for take in (lambda: bg.catalog.roles(bad), lambda: bg.load(changed(), catalog=bad)):
        with pytest.raises(bg.DealError) as caught:
            take()
        assert {fault.pointer for fault in caught.value.faults} == {
            "/roles/legal/susceptibility",
            "/concerns/carbon/points/1",
            "/rolls",
        }

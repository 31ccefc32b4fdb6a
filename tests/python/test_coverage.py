"""Information coverage against variances worked out by hand and by NumPy from the matrices of the model."""

from pathlib import Path

import numpy as np
import pytest
from small_deals import changed, small

import buygraph as bg

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "deals").glob("*.json"))


def margin_variance(model, eyes, ours, rival, gate):
    """Var(Σ eyes V (A_ours − A_rival)) from the covariance over (gate, person, offer); no drift without a date."""
    n, m = len(model.people), len(model.offers)
    row = np.zeros((2, n, m))
    row[gate, :, ours] += eyes @ model.control
    row[gate, :, rival] -= eyes @ model.control
    row = row.ravel()
    return row @ model.covariance() @ row


@pytest.mark.parametrize("rule", ["autocracy", "majority", "consent"])
def test_in_all_and_by_person_from_two_models(rule):
    deal = changed(("decision", {"rule": rule}))
    with_evidence, without = bg.load(deal).compile(), bg.load(changed(("evidence", []), deal=deal)).compile()
    found = bg.load(deal).coverage()
    ours, rival = with_evidence.offers.index("us"), with_evidence.offers.index("rival")
    assert found.rival == "rival"

    def expected(eyes):
        after, before = (margin_variance(model, eyes, ours, rival, 1) for model in (with_evidence, without))
        return 1 - after / before

    eyes = np.full(3, 1 / 3) if rule == "majority" else np.array([1.0, 0, 0])  # chen is the decision maker
    assert found.overall == pytest.approx(expected(eyes), abs=1e-9)
    for i in range(3):
        assert found.people["coverage"][i] == pytest.approx(expected(np.eye(3)[i]), abs=1e-9)


def test_a_role_is_the_mean_of_its_people_by_shares():
    found = bg.load(changed(("people/3", {"id": "seat", "roles": ["purchaser"], "vacant": True}))).coverage()
    at = found["role"].index("purchaser")
    by = dict(zip(found.people["person"], found.people["coverage"], strict=True))
    assert found["people"][at] == pytest.approx(5 / 3)
    assert found["coverage"][at] == pytest.approx((2 / 3 * by["wang"] + by["seat"]) / (5 / 3))
    assert "finance" not in found["role"]


def test_columns_and_ranges_on_the_bundled_deals():
    for file in EXAMPLES:
        deal = bg.load(file)
        found, model = deal.coverage(), deal.compile()
        offers = [
            f"on_{id}" for id in sorted(model.offers, key=lambda id: (id != model.ours, model.offers.index(id) == 0))
        ]
        assert found.columns == ["role", "people", "coverage", *offers, "weights", "sways", "freshness"]
        for table in (found, found.people):
            for name in table.columns[2 if table is found else 1 :]:
                assert all(-1e-9 <= value <= 1 + 1e-9 for value in table[name]), (file.name, name)
        assert sum(found["people"]) == pytest.approx(len(model.people))
        assert 0 <= found.overall < 1
        assert f"{found.overall:.2f}" in repr(found)


def test_without_evidence_nothing_is_covered_and_one_reading_covers_something():
    bare = bg.load(changed(("evidence", []))).coverage()
    assert bare.overall == pytest.approx(0, abs=1e-12)
    assert bg.load(small()).coverage().overall > 0
    assert bare.people["freshness"] == [0, 0, 0]


def test_without_a_competitor_the_margin_is_over_staying():
    deal = changed(("evidence/0", {"about": "chen", "offer": "stay", "stance": 0.1}))
    del deal["offers"][1]
    found = bg.load(deal).coverage()
    assert found.rival == "stay" and found.overall > 0


def test_freshness_runs_out_in_180_days():
    for date, expected in {"2026-10-15": 1, "2026-07-17": 0.5, "2026-04-18": 0, "2025-01-01": 0}.items():
        found = bg.load(changed(("evidence/0/date", date))).coverage()
        assert found.people["freshness"][1] == pytest.approx(expected)

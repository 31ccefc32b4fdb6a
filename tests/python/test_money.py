"""Price and terms on all bundled deals, and the customer's money against numpy-financial."""

from pathlib import Path

import numpy as np
import numpy_financial
import pytest
from small_deals import changed

import buygraph as bg

DEALS = sorted((Path(__file__).parents[2] / "examples" / "deals").glob("*.json"))
QUICK = {"samples": 256}


def priced(terms, customer=None, economics=None):
    return bg.load(
        changed(
            ("offers/0/terms", terms), ("offers/0/economics", economics or {"cost": 700}), ("customer", customer or {})
        )
    )


def test_present_value_and_rate_of_return_are_those_of_numpy_financial():
    # The price on day 0, benefits less running costs at year ends: the plain case of both libraries.
    random = np.random.default_rng(3)
    for _ in range(12):
        years = int(random.integers(1, 9))
        price, rate = float(random.uniform(500, 2000)), float(random.uniform(0.01, 0.3))
        benefits, running = random.uniform(100, 900, years), float(random.uniform(0, 80))
        terms = {
            "price": price,
            "payments": [{"share": 1, "days": 0}],
            "yearly_benefit": benefits.tolist(),
            "yearly_running_cost": running,
        }
        found = priced(terms, {"discount_rate": rate, "horizon_years": years}).negotiate(**QUICK).customer
        flows = np.concatenate([[-price], benefits - running])
        assert found["net_present_value"] == pytest.approx(numpy_financial.npv(rate, flows), rel=1e-9)
        assert found["internal_rate"] == pytest.approx(numpy_financial.irr(flows), rel=1e-7, abs=1e-9)
        assert found["return_on_investment"] == pytest.approx(flows.sum() / price, rel=1e-12)


def test_the_example_of_the_documentation_of_numpy_financial():
    # npv(0.08, [-40_000, 5_000, 8_000, 12_000, 30_000]) = 3065.22 in its documentation; irr likewise by its function.
    terms = {
        "price": 40_000,
        "payments": [{"share": 1, "days": 0}],
        "yearly_benefit": [5_000, 8_000, 12_000, 30_000],
        "yearly_running_cost": 0,
    }
    found = priced(terms, {"discount_rate": 0.08}).negotiate(**QUICK).customer
    assert found["net_present_value"] == pytest.approx(3065.22, abs=0.005)


@pytest.mark.parametrize("file", DEALS, ids=lambda path: path.name[:2])
def test_price_and_terms_on_every_bundled_deal(file):
    deal = bg.load(file)
    found = deal.negotiate(**QUICK)
    wins = found["win"]
    assert all(0 <= win <= 1 for win in wins)
    assert len(found.sentences) >= 1 and not any("nan" in sentence for sentence in found.sentences)
    if found.zone and found.nash:
        low, high = found.zone
        assert low <= found.nash["price"] <= high
    if found.best:
        # Nothing on the curve between the ends of the search is better; beyond them it may be.
        limits = found.limits
        high = min(limits[name] for name in ("list_price", "company_price") if name in limits)
        between = [row for row in found.rows() if limits["floor_price"] <= row["price"] <= high]
        assert between and all(row["expected_margin"] <= found.best["expected_margin"] * (1 + 1e-5) for row in between)
    for row in found.trades.rows():
        assert row["seller_gain"] > 0 and row["customer_gain"] > 0 and row["value_gain"] > 0
    if not len(found):
        assert found.missing["curve"]


def test_other_terms_are_moves_on_the_same_samples():
    terms = {"price": 1000, "list_price": 1200, "payments": [{"share": 1, "days": 30}]}
    deal = priced(terms)
    cheaper = deal.at_terms({"price": 900})
    assert cheaper.difference["us"] > 0  # the purchaser saves more, and nobody squeezes a margin of 22 % much
    assert deal.at_terms({"price": 1000}).difference["us"] == 0
    with pytest.raises(bg.DealError):
        deal.at_terms({"price": -1})

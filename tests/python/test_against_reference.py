"""The C++ core against the reference implementation, on random deals that use everything a deal can say.

Two hands wrote the two from the same text; where they differ, one of them, or the text, is wrong. Things in closed form
agree to 1e-10 (one state of the world to 1e-12), forecasts within 4 of their combined standard errors.
"""

from collections.abc import Mapping
from functools import cache

import numpy as np
import pytest
import reference as ref
from random_deals import random_deal, with_money

bg = pytest.importorskip("buygraph")

SEEDS = range(40)
each_deal = pytest.mark.parametrize("seed", SEEDS)
each_gate = pytest.mark.parametrize("gate", list(ref.GATES))


@cache
def both(seed):
    """(the core's model, the reference's) of one random deal; every other one with commercial terms."""
    deal = random_deal(seed)
    if seed % 2:
        deal = with_money(deal, seed)
    return bg.load(deal).compile(), ref.read(deal)


@cache
def belief(seed):
    return ref.believe(both(seed)[1])


@cache
def forecasts(seed):
    model, m = both(seed)
    return model.forecast(samples=4096, seed=0), ref.forecast(m, samples=4096, seed=1, groups=False)


def same(actual, expected, tolerance=1e-10):
    np.testing.assert_allclose(np.asarray(actual), expected, rtol=0, atol=tolerance)


# ---------------------------------------------------------------- in closed form


@each_deal
def test_people_and_offers(seed):
    model, m = both(seed)
    assert list(model.people) == m.people
    assert list(model.offers) == m.offers


@each_deal
@each_gate
def test_weights(seed, gate):
    model, m = both(seed)
    actual = dict(zip(model.concerns, np.asarray(model.weights(gate)).T, strict=True))
    nothing = np.zeros(len(m.people))
    expected = dict(zip(m.concerns, ref.weights(m, gate).T, strict=True))
    for concern in actual.keys() | expected.keys():             # either may list concerns that nobody weighs
        np.testing.assert_allclose(actual.get(concern, nothing), expected.get(concern, nothing), rtol=0, atol=1e-10,
                                   err_msg=concern)


@each_deal
def test_control_matrix(seed):
    model, m = both(seed)
    same(model.control, m.V)


@each_deal
@each_gate
def test_attitudes_after_evidence(seed, gate):
    model, _ = both(seed)
    same(model.attitudes(gate), belief(seed).mean[ref.GATES[gate]])


@each_deal
@each_gate
def test_final_attitudes_after_evidence(seed, gate):
    model, m = both(seed)
    same(model.final_attitudes(gate), m.V @ belief(seed).mean[ref.GATES[gate]])


@each_deal
def test_covariance_after_evidence_with_drift(seed):
    model, _ = both(seed)
    same(model.covariance(), belief(seed).covariance)


@each_deal
def test_one_state_of_the_world(seed):
    model, m = both(seed)
    generator = np.random.default_rng(seed)
    for spread in (0.2, 0.5, 1.0):
        X1, X2 = generator.normal(0.1, spread, (2, len(m.people), len(m.offers)))
        actual, expected = model.outcome(X1, X2), ref.outcome(X1, X2, m)
        assert set(actual) == set(expected)
        for key, value in expected.items():
            assert actual[key] == pytest.approx(float(value), rel=0, abs=1e-12), (key, spread)


def margins_to_explain(m):
    for decider in {m.people[0], m.people[-1]}:
        for offer in m.offers:
            if offer != m.offers[m.ours]:
                for gate in ref.GATES:
                    yield decider, offer, gate


@each_deal
def test_contributions_add_up_to_the_margin(seed):
    model, m = both(seed)
    for decider, rival, gate in margins_to_explain(m):
        table = bg.explain(model, decider=decider, rival=rival, gate=gate)
        X = m.V[m.people.index(decider)] @ belief(seed).mean[ref.GATES[gate]]
        assert np.sum(np.asarray(table["contribution"], float)) == pytest.approx(
            X[m.ours] - X[m.offers.index(rival)], rel=0, abs=1e-10), (decider, rival, gate)


@each_deal
def test_each_contribution_of_a_person_and_concern(seed):
    model, m = both(seed)
    decider, rival, gate = next(margins_to_explain(m))
    table = bg.explain(model, decider=decider, rival=rival, gate=gate)
    expected = ref.contributions(m, decider, rival, gate)
    for person, concern, value in zip(table["person"], table["concern"], table["contribution"], strict=True):
        if (person, concern) in expected and concern in m.concerns:
            assert value == pytest.approx(expected[person, concern], rel=0, abs=1e-10), (person, concern)


# ---------------------------------------------------------------- over many states


def standard_error(forecast, offer, m):
    """Of one outcome, whether the forecast gives them all or that of P(ours) alone; None where it gives none."""
    if isinstance(forecast.standard_error, Mapping):
        return forecast.standard_error[offer]
    return forecast.standard_error if offer == m.offers[m.ours] else None


@each_deal
def test_forecast_of_each_outcome(seed):
    _, m = both(seed)
    actual, expected = forecasts(seed)
    assert set(actual.outcomes) == set(m.offers)
    assert actual.win == pytest.approx(actual.outcomes[m.offers[m.ours]], abs=1e-12)
    assert sum(actual.outcomes.values()) == pytest.approx(1, abs=1e-10)
    for offer in m.offers:
        # each standard error is itself an estimate with 15 degrees of freedom: the greater of the two stands for both
        error = 2**0.5 * max(expected.standard_error[offer], standard_error(actual, offer, m) or 0)
        assert abs(actual.outcomes[offer] - expected.outcomes[offer]) <= 4 * error + 1e-6, offer


@each_deal
def test_standard_error_is_of_the_right_size(seed):
    _, m = both(seed)
    actual, expected = forecasts(seed)
    ours = m.offers[m.ours]
    # two estimates with 15 degrees of freedom each; the order of dimensions may differ
    assert standard_error(actual, ours, m) < 5 * expected.standard_error[ours] + 1e-4


@each_deal
def test_forecast_of_the_kinds_of_no_decision(seed):
    actual, expected = forecasts(seed)
    for part in ("blocked", "stalemate", "refused"):
        error = 2**0.5 * expected.standard_error[part]           # the reference's alone, so a little more room
        assert abs(getattr(actual.no_decision, part) - expected.parts[part]) <= 5 * error + 1e-6, part


@each_deal
def test_interval_over_states_of_the_world(seed):
    _, m = both(seed)
    actual, expected = forecasts(seed)
    ours = m.offers[m.ours]
    error = 2**0.5 * expected.interval_standard_error[ours]
    assert np.all(abs(np.asarray(actual.interval, float) - expected.interval[ours]) <= 4 * error + 2e-3)

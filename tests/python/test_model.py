"""DecisionModel: shapes, names, what must add up, and that its arrays are the caller's own."""

from functools import cache

import numpy as np
import pytest
from random_deals import random_deal
from small_deals import changed, small

import buygraph as bg

SEEDS = range(20)


@cache
def model(seed):
    return bg.load(random_deal(seed)).compile()


@pytest.mark.parametrize("seed", SEEDS)
def test_shapes_and_names(seed):
    deal, m = random_deal(seed), model(seed)
    n, offers, K = len(m.people), len(m.offers), len(m.concerns)
    assert m.people == [person["id"] for person in deal["people"] if not person.get("departed")]
    named = [offer["id"] for offer in deal["offers"] if offer["kind"] != "status_quo"]
    stay = [offer["id"] for offer in deal["offers"] if offer["kind"] == "status_quo"] or ["status_quo"]
    assert m.offers == stay + named and m.ours == "us"
    assert m.control.shape == (n, n) and m.susceptibility.shape == (n,)
    assert m.covariance().shape == (2 * n * offers, 2 * n * offers)
    for gate in ("buy", "vendor"):
        assert m.weights(gate).shape == (n, K)
        assert m.attitudes(gate).shape == m.final_attitudes(gate).shape == (n, offers)
    assert repr(m) == f"DecisionModel(people={n}, offers={offers}, concerns={K})"


@pytest.mark.parametrize("seed", SEEDS)
def test_what_must_add_up(seed):
    m = model(seed)
    for gate in ("buy", "vendor"):
        weights = m.weights(gate)
        assert np.allclose(weights.sum(axis=1), 1, rtol=0, atol=1e-12) and (weights >= 0).all()
        assert np.allclose(m.final_attitudes(gate), m.control @ m.attitudes(gate), rtol=0, atol=1e-12)  # X = V A
    assert ((m.susceptibility >= 0) & (m.susceptibility < 1)).all()
    covariance = m.covariance()
    assert np.allclose(covariance, covariance.T, rtol=0, atol=1e-12)
    assert np.linalg.eigvalsh(covariance).min() > -1e-10  # numpy as judge


def test_arrays_are_the_callers_own():
    m = bg.load(small()).compile()
    for give in (
        lambda: m.control,
        lambda: m.weights("buy"),
        lambda: m.attitudes("vendor"),
        m.covariance,
        lambda: m.susceptibility,
    ):
        before = give().copy()
        give()[...] = -9
        assert (give() == before).all()
    array = bg.load(small()).compile().control  # its model is gone
    assert array.flags.owndata or array.base is not None
    assert np.isfinite(array).all()


@pytest.mark.parametrize("take", ["weights", "attitudes", "final_attitudes"])
def test_a_gate_has_one_of_two_names(take):
    with pytest.raises(bg.InputError) as caught:
        getattr(model(0), take)("sell")
    assert (caught.value.where, caught.value.given, caught.value.allowed) == ("gate", "sell", "buy, vendor")


def test_a_model_cannot_be_pickled_and_says_so():
    import pickle

    with pytest.raises(TypeError, match="DecisionModel"):
        pickle.dumps(model(0))


@pytest.mark.parametrize("seed", SEEDS)
def test_one_state_adds_to_one(seed):
    m = model(seed)
    generator = np.random.default_rng(seed)
    for spread in (0.0, 1.0, 100.0):
        chances = m.outcome(*generator.normal(0, spread, (2, len(m.people), len(m.offers))))
        assert sum(chances.values()) == pytest.approx(1, abs=1e-12) and min(chances.values()) >= 0


@pytest.mark.parametrize(
    ("buy", "where"),
    [
        (np.zeros((3, 2)), "final_buy"),
        (np.zeros(3), "final_buy"),
        (np.full((3, 3), np.nan), "final_buy"),
        ("abc", "final_buy"),
        (None, "final_buy"),
    ],
)
def test_states_of_a_wrong_shape(buy, where):
    with pytest.raises(bg.InputError) as caught:
        bg.load(small()).compile().outcome(buy, np.zeros((3, 3)))
    assert caught.value.where == where


def test_who_has_left_is_left_out_with_his_ties_and_evidence():
    gone = changed(("people/2/departed", True))
    never = changed(("people", small()["people"][:2]), ("ties", []), ("evidence/0/source", "somebody outside"))
    one, other = bg.load(gone).compile(), bg.load(never).compile()
    assert one.people == other.people == ["chen", "liu"]
    assert (one.control == other.control).all()
    assert np.allclose(one.final_attitudes("vendor"), other.final_attitudes("vendor"), rtol=0, atol=1e-14)

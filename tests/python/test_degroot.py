"""bg.influence.degroot and .linked_beliefs: published numbers, numpy as the independent path."""

import numpy as np
import pytest

import buygraph as bg
from buygraph.influence import degroot, equilibrium, linked_beliefs

GOLUB_JACKSON = [[0, 0.5, 0.5], [1, 0, 0], [0, 1, 0]]  # Golub and Jackson 2010, doi:10.1257/mic.2.1.112
W = np.array(
    [[0.220, 0.120, 0.360, 0.300], [0.147, 0.215, 0.344, 0.294], [0, 0, 1, 0], [0.090, 0.178, 0.446, 0.286]]
)  # Parsegov et al. 2017, eq. 2
SUSCEPTIBILITY = 1 - W.diagonal()


@pytest.mark.parametrize("given", [GOLUB_JACKSON, np.array(GOLUB_JACKSON), np.asfortranarray(GOLUB_JACKSON)])
def test_the_published_weights(given):
    limit = degroot(given, people=["a", "b", "c"])
    assert limit.consensus and limit.settles
    assert limit.weights == pytest.approx({"a": 0.4, "b": 0.4, "c": 0.2}, abs=1e-14)
    assert degroot(given).weights.keys() == {0, 1, 2}


def test_ties_are_turned_into_shares_of_what_comes_in():
    # T = [0 ½ ½; 1 0 0; 0 1 0]: a hears b and c, b hears a, c hears b; any weights in the same proportion
    limit = degroot([("b", "a", 3), ("c", "a", 3), ("a", "b", 0.1), ("b", "c", 7)])
    assert limit.weights == pytest.approx({"a": 0.4, "b": 0.4, "c": 0.2}, abs=1e-14)


def test_several_classes_have_no_single_vector():
    limit = degroot({"from": ["a", "b", "a", "b"], "to": ["a", "b", "c", "c"], "weight": [1, 1, 3, 1]})
    assert limit.weights is None and not limit.consensus
    assert [group.weights for group in limit.classes] == [{"a": 1}, {"b": 1}]
    assert limit.shares.to_dict() == {
        "person": ["a", "a", "b", "b", "c", "c"],
        "class": [0, 1, 0, 1, 0, 1],
        "share": [1, 0, 0, 1, 0.75, 0.25],
    }


def test_a_periodic_class_is_said_to_be_one_and_those_nobody_hears_have_no_power():
    limit = degroot([("a", "b"), ("b", "a"), ("a", "c")])
    assert limit.classes[0].period == 2 and not limit.settles and not limit.consensus
    assert limit.weights == {"a": 0.5, "b": 0.5, "c": 0}


@pytest.mark.parametrize("seed", range(20))
def test_the_limit_against_powers_by_numpy(seed):
    generator = np.random.default_rng(seed)
    trust = generator.uniform(0.3, 1, (9, 9)) * (generator.uniform(size=(9, 9)) < 0.15) + np.diag(
        generator.uniform(0.1, 1, 9)
    )
    trust /= trust.sum(axis=1, keepdims=True)
    limit = degroot(trust)
    found = np.zeros((9, 9))
    for i, c, share in zip(*limit.shares.to_dict().values(), strict=True):
        for j, weight in limit.classes[c].weights.items():
            found[i, j] += share * weight
    assert np.allclose(found, np.linalg.matrix_power(trust, 2**14), rtol=0, atol=1e-9)


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ([[0.5, 0.6], [0, 1]], "trust, row 0"),
        ([[1, 0], [1.5, -0.5]], "trust, row 1"),
        (np.ones((2, 3)), "trust"),
        (np.empty((0, 0)), "trust"),
        ([("a", "b", -1)], "ties, from 0 to 1"),
        ("abc", "ties"),
    ],
)
def test_what_is_no_averaging_is_refused(given, where):
    with pytest.raises(bg.InputError) as caught:
        degroot(given)
    assert caught.value.where == where


@pytest.mark.parametrize("logic", [[[0.8, 0.2], [0.3, 0.7]], [[0.8, -0.2], [-0.3, 0.7]], [[1, 0], [0.5, 0.5]]])
def test_linked_beliefs_against_the_kronecker_product_by_numpy(logic):
    opinions = np.array([[25, 25], [25, 15], [75, -50], [85, 5]])
    spread, stay = np.diag(SUSCEPTIBILITY) @ W, np.diag(1 - SUSCEPTIBILITY)
    expected = np.linalg.solve(np.eye(8) - np.kron(spread, logic), (stay @ opinions).ravel()).reshape(4, 2)
    assert np.allclose(linked_beliefs(W, SUSCEPTIBILITY, logic, opinions), expected, rtol=0, atol=1e-10)


def test_topics_that_are_not_linked_settle_each_on_its_own():
    opinions = np.array([[25, 25], [25, 15], [75, -50], [85, 5]])
    assert np.allclose(
        linked_beliefs(W, SUSCEPTIBILITY, np.eye(2), opinions),
        equilibrium(W, SUSCEPTIBILITY, opinions),
        rtol=0,
        atol=1e-11,
    )


def test_opinions_that_find_no_rest_are_an_error():
    with pytest.raises(bg.InputError) as caught:
        linked_beliefs(np.eye(1), [0.5], [[0, 2], [-2, 0]], [[1, 2]])
    assert caught.value.where == "logic" and "radius" in caught.value.given

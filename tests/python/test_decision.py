"""bg.decision.group_choice against an enumeration of every way in which everybody can vote."""

from itertools import product

import numpy as np
import pytest

import buygraph as bg
from buygraph.decision import group_choice


def chances(seed, people, alternatives):
    p = np.random.default_rng(seed).dirichlet(np.ones(alternatives), people)
    return p / p.sum(axis=1, keepdims=True)


def by_enumeration(p, votes, needed, rounds):
    """All alternatives^people ballots: who prefers what, counted; a ballot without a result is held again."""
    people, alternatives = p.shape
    first = np.zeros(alternatives)
    for ballot in product(range(alternatives), repeat=people):
        chance = np.prod([p[i, choice] for i, choice in enumerate(ballot)])
        count = np.bincount(ballot, weights=votes, minlength=alternatives)
        if count.max() >= needed:
            first[count.argmax()] += chance
    stuck = 1 - first.sum()
    return first * sum(stuck**t for t in range(rounds)), stuck**rounds


CASES = [
    (seed, people, alternatives)
    for seed, (people, alternatives) in enumerate([(1, 1), (1, 3), (2, 2), (3, 2), (3, 4), (4, 3), (5, 3), (7, 2)])
]


@pytest.mark.parametrize("rounds", [1, 2, 3, 10])
@pytest.mark.parametrize(("seed", "people", "alternatives"), CASES)
def test_majority_by_enumeration(seed, people, alternatives, rounds):
    p = chances(seed, people, alternatives)
    for votes in (np.ones(people), np.random.default_rng(seed).integers(0, 4, people) + (np.arange(people) == 0)):
        needed = votes.sum() // 2 + 1
        chosen, stalemate = group_choice(p, "majority", votes, rounds=rounds)
        expected, stuck = by_enumeration(p, votes, needed, rounds)
        assert chosen == pytest.approx(expected, abs=1e-12)
        assert stalemate == pytest.approx(stuck, abs=1e-12)


@pytest.mark.parametrize("quota", [0.51, 0.6, 2 / 3, 0.75, 0.9, 1])
@pytest.mark.parametrize(("seed", "people", "alternatives"), CASES)
def test_quota_by_enumeration(seed, people, alternatives, quota):
    p, votes = chances(seed, people, alternatives), np.random.default_rng(seed + 50).integers(1, 4, people)
    chosen, stalemate = group_choice(p, "quota", votes=votes, quota=quota, rounds=2)
    expected, stuck = by_enumeration(p, votes, np.ceil(quota * votes.sum() - 1e-9), 2)
    assert chosen == pytest.approx(expected, abs=1e-12)
    assert stalemate == pytest.approx(stuck, abs=1e-12)


@pytest.mark.parametrize("rule", ["weighted", "autocracy", "consent"])
@pytest.mark.parametrize(("seed", "people", "alternatives"), CASES)
def test_weighted_is_the_vote_weighted_mean(seed, people, alternatives, rule):
    p, votes = chances(seed, people, alternatives), np.random.default_rng(seed).uniform(0.1, 2, people)
    chosen, stalemate = group_choice(p, rule, votes)
    assert chosen == pytest.approx(np.average(p, axis=0, weights=votes), abs=1e-14) and stalemate == 0


@pytest.mark.parametrize(("seed", "people", "alternatives"), CASES)
def test_unanimity_is_the_normalised_product_over_those_with_a_vote(seed, people, alternatives):
    p, votes = chances(seed, people, alternatives), (np.arange(people) != 1).astype(float)
    chosen, stalemate = group_choice(p, "unanimity", votes)
    expected = np.prod(p[votes > 0], axis=0)
    assert chosen == pytest.approx(expected / expected.sum(), abs=1e-12) and stalemate == 0


def test_unanimity_without_common_ground_is_a_stalemate():
    chosen, stalemate = group_choice([[1, 0], [0, 1]], "unanimity")
    assert chosen.tolist() == [0, 0] and stalemate == 1


def test_a_majority_of_many_is_the_binomial():
    """Condorcet: 1,001 jurors right with 0.51; scipy's binomial is the independent path."""
    from scipy.stats import binom

    chosen, _ = group_choice(np.tile([0.51, 0.49], (1001, 1)), "majority")
    assert chosen[0] == pytest.approx(binom.sf(500, 1001, 0.51), abs=1e-12)


def test_votes_are_one_each_and_quota_two_thirds_unless_given():
    p = chances(1, 3, 3)
    assert (group_choice(p, "quota")[0] == group_choice(p, "quota", [1, 1, 1], 2 / 3, 1)[0]).all()


@pytest.mark.parametrize(
    "layout",
    [
        np.asfortranarray,
        lambda a: np.array(a[::-1])[::-1],
        lambda a: np.repeat(a, 2, 0)[::2],
        lambda a: a.tolist(),
        lambda a: a.astype(">f8"),
    ],
)
def test_any_memory_layout_gives_the_same_numbers(layout):
    p = chances(4, 5, 3)
    assert (group_choice(layout(p), "majority", layout(np.ones(5)))[0] == group_choice(p, "majority")[0]).all()


HALVES = np.full((2, 2), 0.5)
NONSENSE = {
    "empty": ((np.empty((0, 2)), "weighted"), "probabilities"),
    "vector": (([0.5, 0.5], "weighted"), "probabilities"),
    "above 1": (([[1.5, -0.5]], "weighted"), "probabilities, person 0"),
    "adds to 0.9": (([[0.5, 0.5], [0.5, 0.4]], "weighted"), "probabilities, person 1"),
    "nan": (([[np.nan, 1]], "weighted"), "probabilities, person 0"),
    "texts": (([["1", "0"]], "weighted"), "probabilities"),
    "complex": ((HALVES * (1 + 0j), "weighted"), "probabilities"),
    "rule": ((HALVES, "plurality"), "rule"),
    "one vote of two": ((HALVES, "weighted", [1]), "votes"),
    "no votes": ((HALVES, "weighted", [0, 0]), "votes"),
    "negative": ((HALVES, "weighted", [2, -1]), "votes, person 1"),
    "half a vote": ((HALVES, "majority", [1, 0.5]), "votes, person 1"),
    "infinite vote": ((HALVES, "weighted", [1, np.inf]), "votes, person 1"),
    "nan vote": ((HALVES, "weighted", [1, np.nan]), "votes, person 1"),
    "votes of text": ((HALVES, "majority", ["1", "1"]), "votes"),
    "quota of a half": ((HALVES, "quota", None, 0.5), "quota"),
    "quota above 1": ((HALVES, "quota", None, 1.01), "quota"),
    "quota nan": ((HALVES, "quota", None, np.nan), "quota"),
    "no round": ((HALVES, "majority", None, 0.7, 0), "rounds"),
    "rounds below 0": ((HALVES, "majority", None, 0.7, -1), "rounds"),
    "votes beyond a double when added": ((HALVES, "weighted", [1e308, 1e308]), "votes"),
    "too many rounds": ((HALVES, "majority", None, 0.7, 2**70), "rounds"),
}


@pytest.mark.parametrize("kind", NONSENSE)
def test_nonsense_is_refused_with_where_and_what_is_allowed(kind):
    arguments, where = NONSENSE[kind]
    with pytest.raises(bg.InputError) as caught:
        group_choice(*arguments)
    assert caught.value.where == where and caught.value.allowed

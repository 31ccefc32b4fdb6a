"""The exact pairing against scipy's assignment and a linear programme (HiGHS), capacities tight or not."""

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment, linprog

import buygraph as bg
from buygraph import _core


def pairing(value, capacity, counterparts, key=None, fixed=(), forbidden=()):
    key = key if key is not None else [False] * value.shape[1]
    found = _core.PairingTask(value, capacity, counterparts, key, list(fixed), list(forbidden)).pairs()
    return [tuple(pair) for pair in found.tolist()]


def worth(value, pairs):
    return sum(value[pair] for pair in pairs)


@pytest.mark.parametrize("members, people, capacity", [(5, 9, 1), (20, 150, 8), (20, 150, 7), (8, 8, 1), (12, 30, 2)])
def test_as_good_as_scipy_on_repeated_rows(members, people, capacity):
    random = np.random.default_rng(members * people + capacity)
    for _ in range(20):
        value = random.random((members, people))
        pairs = pairing(value, [capacity] * members, [1] * people)
        rows, columns = linear_sum_assignment(np.repeat(value, capacity, axis=0), maximize=True)
        assert worth(value, pairs) == pytest.approx(np.repeat(value, capacity, axis=0)[rows, columns].sum(), abs=1e-9)
        assert len(pairs) == min(members * capacity, people)


def test_as_good_as_a_linear_programme_with_several_counterparts_and_forbidden_pairs():
    # The constraints are totally unimodular, so the programme's optimum is that of whole pairs.
    random = np.random.default_rng(7)
    for _ in range(60):
        members, people = random.integers(1, 7), random.integers(1, 12)
        value = random.random((members, people))
        capacity, counterparts = random.integers(0, 4, members), random.integers(0, 3, people)
        forbidden = [tuple(map(int, pair)) for pair in np.argwhere(random.random((members, people)) < 0.2)]
        by_member = np.kron(np.eye(members), np.ones(people))
        by_person = np.kron(np.ones(members), np.eye(people))
        upper = np.ones((members, people))
        for pair in forbidden:
            upper[pair] = 0
        best = linprog(
            -value.ravel(),
            A_ub=np.vstack([by_member, by_person]),
            b_ub=np.concatenate([capacity, counterparts]),
            bounds=np.stack([np.zeros(members * people), upper.ravel()], axis=1),
            method="highs",
        )
        pairs = pairing(value, capacity, counterparts, forbidden=forbidden)
        assert worth(value, pairs) == pytest.approx(-best.fun, abs=1e-9)
        assert not set(pairs) & set(forbidden)


def test_key_people_before_any_value_by_a_linear_programme():
    # The same programme with a bonus for each key person who has somebody: a variable that his pairs cover.
    random = np.random.default_rng(8)
    for _ in range(40):
        members, people = random.integers(1, 5), random.integers(2, 9)
        value, key = random.random((members, people)), random.random(people) < 0.4
        capacity = random.integers(0, 3, members)
        count = members * people
        covered = np.hstack([-np.kron(np.ones(members), np.eye(people)), np.eye(people)])
        limits = np.hstack(
            [
                np.vstack([np.kron(np.eye(members), np.ones(people)), np.kron(np.ones(members), np.eye(people))]),
                np.zeros((members + people, people)),
            ]
        )
        best = linprog(
            np.concatenate([-value.ravel(), -1000.0 * key]),
            A_ub=np.vstack([limits, covered]),
            b_ub=np.concatenate([capacity, np.ones(people), np.zeros(people)]),
            bounds=[(0, 1)] * (count + people),
            method="highs",
        )
        pairs = pairing(value, capacity, [1] * people, key)
        covered_keys = len({person for _, person in pairs if key[person]})
        assert worth(value, pairs) + 1000 * covered_keys == pytest.approx(-best.fun, abs=1e-6)


def test_fixed_pairs_stand():
    value = np.array([[0.9, 0.1], [0.8, 0.7]])
    assert pairing(value, [1, 1], [1, 1], fixed=[(0, 1)]) == [(0, 1), (1, 0)]
    with pytest.raises(bg.InputError, match="whole numbers"):
        pairing(value, [1.5, 1], [1, 1])
    with pytest.raises(bg.InputError, match="not forbidden"):
        pairing(value, [1, 1], [1, 1], fixed=[(0, 1)], forbidden=[(0, 1)])

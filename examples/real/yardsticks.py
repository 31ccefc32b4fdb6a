"""What to hold a forecast of the 448 deals against: the base rate, two answers counted, a fitted model, the ceiling.

All of these look at the outcomes. buygraph's forecast does not.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import mapping
import numpy as np
from numpy.typing import NDArray

Row = dict[str, str]
Numbers = NDArray[np.float64]


def inputs(row: Row) -> Hashable:
    """All 22 inputs."""
    return tuple(value for column, value in row.items() if column != "Status")


def mapped(row: Row) -> Hashable:
    """The inputs that the mapping turns into numbers: all but Product and Seller."""
    return tuple(row[column] for column in mapping.ANSWERS)


def groups(rows: Sequence[Row], key: Callable[[Row], Hashable]) -> NDArray[np.intp]:
    """Number of the group of each row; rows of equal key are in one group."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(key(row), len(numbers)) for row in rows])


def best(rows: Sequence[Row], outcome: Numbers, key: Callable[[Row], Hashable]) -> Numbers:
    """The forecast that no function of `key` can beat on these rows: the share won among the rows of equal key.

    It minimises log loss and Brier in each group, and by Neyman and Pearson its order has the greatest AUC.
    """
    group = groups(rows, key)
    return (np.bincount(group, outcome) / np.bincount(group))[group]


def base_rate(rows: Sequence[Row], outcome: Numbers) -> Numbers:
    """The share won of these rows, for all of them."""
    return best(rows, outcome, lambda row: None)


def two_answers(rows: Sequence[Row], outcome: Numbers) -> Numbers:
    """The share won among deals with as many of: a current client, no rival. Chosen after the outcomes were known."""
    return best(rows, outcome, lambda row: (row["Client"] == "Current") + (row["Competitors"] == "No"))


def ridge_logistic(x: Numbers, outcome: Numbers, penalty: float = 1.0) -> Numbers:
    """Weights that minimise the summed log loss + penalty · |weights|² / 2, by Newton's method.

    The intercept comes first and is not penalised.
    """
    x = np.column_stack([np.ones(len(x)), x])
    ridge = penalty * np.diag([0.0] + [1.0] * (x.shape[1] - 1))
    weights = np.zeros(x.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - outcome) + ridge @ weights
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, gradient)
        weights -= step
        if np.abs(step).max() < 1e-10:
            return weights
    raise ArithmeticError(f"no convergence in 100 steps; the last was {np.abs(step).max():.1e}")


def fitted(rows: Sequence[Row], outcome: Numbers, folds: int = 10, seed: int = 0) -> Numbers:
    """Logistic regression on the mapped inputs; each row is forecast by the fit to the other folds.

    Rows of equal inputs are in one fold.
    """
    x = np.array(
        [[row[c] == answer for c, known in mapping.ANSWERS.items() for answer in known] for row in rows], float
    )
    group = groups(rows, mapped)
    fold = (np.random.default_rng(seed).permutation(group.max() + 1) % folds)[group]
    p = np.empty(len(rows))
    for k in range(folds):
        weights = ridge_logistic(x[fold != k], outcome[fold != k])
        p[fold == k] = 1 / (1 + np.exp(-weights[0] - x[fold == k] @ weights[1:]))
    return p

"""Printed numbers that add up, and rows that are worth printing: as the report's waterfall has them."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import NamedTuple


def rounded_together(values: Sequence[float], total: int | None = None) -> list[int]:
    """Whole numbers that add up to the rounded sum: each rounded down, what is left given to the largest remainders.

    Args:
        values: in units of the last digit, any sign.
        total: what they are to add up to; the rounded sum unless given.

    Source: Hamilton's method of apportionment.
    """
    whole = [floor(value) for value in values]
    order = sorted(range(len(values)), key=lambda at: whole[at] - values[at])
    sum_of_all = sum(values)
    wanted = floor(abs(sum_of_all) + 0.5) * (1 if sum_of_all >= 0 else -1) if total is None else total
    missing = wanted - sum(whole)
    for turn in range(missing):
        whole[order[turn % len(order)]] += 1
    for turn in range(-missing):
        whole[order[-1 - turn % len(order)]] -= 1
    return whole


class Step(NamedTuple):
    """A bar of a waterfall: what it is of (several: the others together) and how far it goes."""

    of: list[int]
    value: float


def waterfall_steps(values: Sequence[float], most: int = 9) -> list[Step]:
    """Largest first down to the most negative; under 2 % of the sum of sizes, and beyond `most`, join the others."""
    whole = sum(map(abs, values))
    steps: list[Step] = []
    others: list[int] = []
    for at in sorted(range(len(values)), key=lambda at: -abs(values[at])):
        if values[at] == 0:
            continue
        if len(steps) < most and abs(values[at]) >= 0.02 * whole:
            steps.append(Step([at], values[at]))
        else:
            others.append(at)
    if others:
        steps.append(Step(others, sum(values[at] for at in others)))
    return sorted(steps, key=lambda step: -step.value)

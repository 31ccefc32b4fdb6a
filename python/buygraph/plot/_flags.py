"""Where names of places on an axis go so that none touches another and no line to a place runs through a name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import NamedTuple


class Flag(NamedTuple):
    """A name over an axis: its middle in px from the left, and how many lines of names are under it."""

    middle: float
    line: int


def flags(places: Sequence[float], widths: Sequence[float], wide: float, gap: float = 4) -> list[Flag]:
    """One flag for each place, at its left, over it or at its right, in as few lines as it takes.

    Args:
        places: px from the left end of the axis.
        widths: px of the names.
        wide: px of the axis; names stay within it where they can.

    Cost: tries all ways, so for a handful of names.
    """
    choices = [_sides(place, width, wide, gap) for place, width in zip(places, widths, strict=True)]
    for lines in range(1, len(places) + 1):
        found = [
            (sum(abs(middle - place) for middle, place in zip(middles, places, strict=True)) + sum(at), middles, at)
            for at in product(range(lines), repeat=len(places))
            for middles in product(*choices)
            if _apart(places, widths, middles, at, gap)
        ]
        if found:
            _, middles, at = min(found)
            return [Flag(middle, line) for middle, line in zip(middles, at, strict=True)]
    return [Flag(sides[0], line) for line, sides in enumerate(choices)]


def _sides(place: float, width: float, wide: float, gap: float) -> list[float]:
    """Middles of a name over its place, right of it and left of it; at least one, pushed inside."""
    half = width / 2
    inside = [m for m in (place, place + half + gap, place - half - gap) if half <= m <= wide - half]
    return inside or [min(max(place, half), max(half, wide - half))]


def _apart(
    places: Sequence[float], widths: Sequence[float], middles: Sequence[float], lines: Sequence[int], gap: float
) -> bool:
    for i, j in combinations(range(len(places)), 2):
        if lines[i] == lines[j] and abs(middles[i] - middles[j]) < (widths[i] + widths[j]) / 2 + 2 * gap:
            return False
        high, low = (i, j) if lines[i] > lines[j] else (j, i)
        if lines[high] > lines[low] and abs(places[high] - middles[low]) < widths[low] / 2 + gap - 1e-9:
            return False
    return True

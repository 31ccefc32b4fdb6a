"""What was said against what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import isfinite, sqrt
from statistics import NormalDist
from typing import Any, NamedTuple

from matplotlib import patheffects
from matplotlib.axes import Axes

from ..tables import input_error
from ._canvas import SMALL, Canvas, points
from ._words import Words


class Bin(NamedTuple):
    """Deals whose forecasts are alike: how many, what was said of them on average, what happened, its interval."""

    deals: float
    said: float
    happened: float
    low: float
    high: float


def wilson(share: float, count: float, level: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval for a share of so many; within 0 and 1, and never of no width.

    Source: Wilson 1927, doi:10.1080/01621459.1927.10502953.
    """
    z = NormalDist().inv_cdf((1 + level) / 2)
    centre = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * sqrt(share * (1 - share) / count + (z / (2 * count)) ** 2) / (1 + z * z / count)
    return max(0.0, centre - half), min(1.0, centre + half)


def bins_of(
    predicted: Sequence[float], happened: Sequence[bool], deals: Sequence[Hashable] | None, bins: int
) -> list[Bin]:
    """The forecasts in bins of one width, empty ones left out; the rows of one deal weigh 1 together."""
    said, came = [float(chance) for chance in predicted], [float(outcome) for outcome in happened]
    given = list(deals) if deals is not None else list(range(len(said)))
    if not said or len(came) != len(said) or len(given) != len(said):
        counts = f"{len(said)} predicted, {len(came)} happened" + ("" if deals is None else f", {len(given)} deals")
        raise input_error("predicted, happened", counts, "as many of each, 1 or more")
    for at, chance in enumerate(said):
        if not (isfinite(chance) and 0 <= chance <= 1):
            raise input_error(f"predicted[{at}]", str(chance), "0 to 1")
    for at, outcome in enumerate(came):
        if outcome not in (0.0, 1.0):
            raise input_error(f"happened[{at}]", str(happened[at]), "True or False")
    if bins < 1:
        raise input_error("bins", str(bins), "1 or more")
    often = Counter(given)
    found = []
    for number in range(bins):
        inside = [at for at, chance in enumerate(said) if min(int(chance * bins), bins - 1) == number]
        weights = [1 / often[given[at]] for at in inside]
        count = sum(weights)
        if not inside:
            continue
        mean = sum(weight * said[at] for weight, at in zip(weights, inside, strict=True)) / count
        share = sum(weight * came[at] for weight, at in zip(weights, inside, strict=True)) / count
        found.append(Bin(count, mean, min(share, 1.0), *wilson(min(share, 1.0), count)))
    return found


def calibration(
    predicted: Sequence[float],
    happened: Sequence[bool],
    deals: Sequence[Hashable] | None,
    bins: int,
    ax: Axes | None,
    language: str,
) -> Axes:
    words = Words(language)
    found = bins_of(predicted, happened, deals, bins)
    canvas = Canvas(ax, language, (520, 540))
    canvas.percents("x", words("said_axis"))
    canvas.percents("y", words("happened_axis"))
    canvas.ax.set_aspect("equal", adjustable="box")
    canvas.ax.set_xlim(0, 1)
    canvas.ax.set_ylim(0, 1)
    canvas.ax.plot([0, 1], [0, 1], color=canvas.colour("ink3"), linewidth=points(1), linestyle="--", zorder=1.5)
    colour = canvas.colour("for2")
    for one in found:
        canvas.ax.plot([one.said, one.said], [one.low, one.high], color=colour, linewidth=points(2), clip_on=False)
        look: dict[str, Any] = {"marker": "o", "markersize": points(10), "markerfacecolor": colour, "clip_on": False}
        canvas.ax.plot([one.said], [one.happened], markeredgecolor=canvas.colour("sf"), linestyle="none", **look)
        right = one.said < 0.9
        count = canvas.write(
            f"{one.deals:.0f}",
            one.said,
            one.happened,
            px=SMALL,
            token="ink2",
            across="left" if right else "right",
            up="top",
            shift=(8 if right else -8, -3),
        )
        count.set_path_effects([patheffects.withStroke(linewidth=3, foreground=canvas.colour("sf"))])
    whole = len(set(deals)) if deals is not None else len(predicted)
    canvas.head(words("calibration"), [words("calibration_note", whole)])
    return canvas.ax

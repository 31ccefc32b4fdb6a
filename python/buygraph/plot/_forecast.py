"""Charts of one forecast: how it will end, and what makes our range wide."""

from __future__ import annotations

from typing import NamedTuple

from matplotlib.axes import Axes

from .. import _core
from .._core import ChangedForecast, Deal, Forecast
from ..tables import input_error
from ._canvas import LARGE, SMALL, Canvas, points
from ._words import Words

MOST_RIVALS = 3  # the others share a row
MARKS = {"us": "o", "rival": "D", "nothing": "s"}


class Row(NamedTuple):
    """One way in which a deal can end, as every picture shows it."""

    offers: list[str]  # several: rivals together
    name: str
    chance: float
    low: float | None
    high: float | None
    token: str
    marker: str


def outcome_rows(forecast: Forecast, deal: Deal | None, words: Words) -> list[Row]:
    """Ours, rivals by chance, no decision last; more than three rivals: the rest together."""
    ours, nothing, chances = forecast.ours, forecast.status_quo, forecast.outcomes
    if deal is not None:
        names = {row["offer"]: row["name"] for row in _core.outcome_rows(deal, forecast, words.language)}
    else:
        by_chance = sorted(chances, key=lambda offer: -chances[offer])
        names = {offer: offer for offer in by_chance} | {ours: words("us"), nothing: words("no_decision")}
    rivals = [offer for offer in names if offer not in (ours, nothing)]

    def row(offer: str, token: str, kind: str) -> Row:
        name = names[offer][:1].upper() + names[offer][1:]
        return Row([offer], name, chances[offer], *forecast.intervals[offer], token, MARKS[kind])

    rows = [row(ours, "for2", "us")]
    rows += [row(offer, "ochre" if at else "ag2", "rival") for at, offer in enumerate(rivals[:MOST_RIVALS])]
    rest = rivals[MOST_RIVALS:]
    if rest:
        together = sum(chances[offer] for offer in rest)
        rows.append(Row(rest, words("other_rivals"), together, None, None, "ochre", MARKS["rival"]))
    return [*rows, row(nothing, "none", "nothing")]


def outcomes(forecast: Forecast, before: Forecast | None, deal: Deal | None, ax: Axes | None, language: str) -> Axes:
    words = Words(language)
    if before is None and isinstance(forecast, ChangedForecast):
        before = forecast.before
    if before is not None and set(before.outcomes) != set(forecast.outcomes):
        raise input_error("before", ", ".join(before.outcomes), "a forecast of " + ", ".join(forecast.outcomes))
    rows = outcome_rows(forecast, deal, words)
    earlier = [sum(before.outcomes[offer] for offer in row.offers) for row in rows] if before is not None else []
    canvas = Canvas(ax, language, (620, 120 + 34 * len(rows)))
    canvas.rows([row.name for row in rows])
    canvas.percents("x", words("chance"))
    canvas.ax.set_xlim(0, 1)
    for at, row in enumerate(rows):
        if row.low is not None and row.high is not None:
            tint = canvas.tint(row.token, 0.35)
            canvas.ax.plot([row.low, row.high], [at, at], color=tint, linewidth=points(8), solid_capstyle="butt")
        if earlier:
            _draw_mark(canvas, row, earlier[at], at, hollow=True)
        _draw_mark(canvas, row, row.chance, at)
    end = canvas.column([_core.percent(row.chance) for row in rows], 24, px=LARGE, weight=600)
    ranges = ["–" if row.low is None or row.high is None else _core.percent_range(row.low, row.high) for row in rows]
    end = canvas.column(ranges, end + 10, px=SMALL, token="ink2")
    canvas.column([words("was", _core.percent(chance)) for chance in earlier], end + 12, px=SMALL, token="ink2")
    note = words("outcomes_note") + (" · " + words("hollow_before") if earlier else "")
    title = words("outcomes") if deal is None else _core.headline(deal, forecast, language)
    canvas.head(title, [note, _core.uncalibrated(language)])
    return canvas.ax


def _draw_mark(canvas: Canvas, row: Row, chance: float, at: int, hollow: bool = False) -> None:
    colour, ground = canvas.colour(row.token), canvas.colour("sf")
    canvas.ax.plot(
        [chance],
        [at],
        marker=row.marker,
        linestyle="none",
        markersize=points({"D": 9.5, "s": 10}.get(row.marker, 11)),
        markerfacecolor=ground if hollow else colour,
        markeredgecolor=colour if hollow else ground,
        markeredgewidth=points(1.5),
        clip_on=False,
    )


def variance(forecast: Forecast, ax: Axes | None, language: str) -> Axes:
    words = Words(language)
    falls = sorted(forecast.variance.items(), key=lambda fall: -fall[1])
    canvas = Canvas(ax, language, (620, 130 + 26 * len(falls)))
    canvas.rows([words(kind) for kind, _ in falls])
    canvas.percents("x", words("variance_axis"))
    canvas.ax.set_xlim(min(0, *(fall for _, fall in falls)), 1)
    for at, (_, fall) in enumerate(falls):
        canvas.ax.barh(at, fall, height=0.45, color=canvas.colour("ink3"))
    canvas.column([_core.percent(fall) for _, fall in falls], 14)
    canvas.upright(0, "line2")
    canvas.head(words("variance", _core.percent_range(*forecast.interval)), [words("variance_note")])
    return canvas.ax

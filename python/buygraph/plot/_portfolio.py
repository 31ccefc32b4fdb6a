"""Charts of many deals: what they will bring in, and where an hour of the team is worth most."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from .. import _core
from .._core import GridDistribution
from ..portfolio import Attention, Pipeline
from ..tables import input_error
from ._canvas import BODY, Canvas, ems, points
from ._words import WORDS, Words

BINS = 20


def pipeline(
    found: Pipeline,
    currency: str | None,
    group: str | None,
    quota: float | None,
    shock: float,
    ax: Axes | None,
    language: str,
) -> Axes:
    words = Words(language)
    won = found.won(currency, group)
    total = next(
        row
        for row in found.rows()
        if currency in (None, row["currency"])
        and (row["total"] if group is None else not row["total"] and row["group"] == group)
    )
    code, most = total["currency"] or "", max(total["value"], 1e-9)

    def amount(value: float) -> str:
        return _core.money(value, code, language)

    canvas = Canvas(ax, language, (620, 320))
    tallest = _draw_bins(canvas, won, most, (total["low"], total["high"]))
    canvas.percents("y", words("mass_axis"), 1.05 * tallest)
    canvas.ax.set_ylim(0, 1.05 * tallest)
    names = [(total["expected"], words("mean", amount(total["expected"])), "ink")]
    canvas.upright(total["expected"], "ink", 1.5)
    if quota is not None:
        names.append((quota, words("quota", amount(quota), _core.percent(won.at_least(quota))), "our-text"))
        canvas.upright(quota, "our", 1.5, linestyle="--")
    right = max(most, 1.02 * (quota or 0))
    canvas.ax.set_xlim(0, right)
    canvas.amounts("x", 0, right, code, words("pipeline_axis"))
    money = [amount(total[name]) for name in ("value", "low", "high", "lost_to_no_decision")]
    notes = [words("pipeline_note", total["deals"], *money)]
    notes += [words("shock", f"{shock:g}")] if shock else []
    title = words("pipeline") if group is None else f"{words('pipeline')} · {group}"
    canvas.head(title, [*notes, _core.uncalibrated(language)], canvas.name_uprights(names))
    return canvas.ax


def _draw_bins(canvas: Canvas, won: GridDistribution, most: float, likely: tuple[float, float]) -> float:
    """The chance of each step from nothing to everything, solid within what is likely; the greatest of them."""
    edges = [most * edge / BINS for edge in range(BINS + 1)]
    beyond = [won.at_least(edge) for edge in edges[:-1]] + [0.0]
    masses = [left - right for left, right in pairwise(beyond)]
    gap = most / BINS * 0.04
    for (left, right), mass in zip(pairwise(edges), masses, strict=True):
        for start, end, share in ((left, right, 0.3), (max(left, likely[0]), min(right, likely[1]), 1.0)):
            start, end = max(start, left + gap), min(end, right - gap)
            if end > start:
                colour = canvas.tint("for2", share)
                canvas.ax.add_patch(Rectangle((start, 0), end - start, mass, facecolor=colour, linewidth=0))
    return max(masses)


def attention(found: Attention, currency: str | None, most: int, ax: Axes | None, language: str) -> Axes:
    words = Words(language)
    if most < 1:
        raise input_error("most", str(most), "1 or more")
    known = list(dict.fromkeys(found["currency"]))
    if currency is None and len(known) > 1:
        raise input_error("currency", "nothing", "one of " + ", ".join(map(str, known)))
    if currency is not None and currency not in known:
        raise input_error("currency", currency, "one of " + (", ".join(map(str, known)) or "none"))
    rows = [row for row in found.rows() if currency in (None, row["currency"])][:most]
    canvas = Canvas(ax, language, (620, 130 + 38 * max(1, len(rows))))
    if not rows:
        canvas.head(words("attention"), [words("no_steps")])
        canvas.ax.set_axis_off()
        return canvas.ax
    joint = "：" if language == "zh" else ": "

    def done(row: dict[str, Any]) -> str:
        kind = words(row["kind"]) if row["kind"] in WORDS else row["kind"]
        return f"{kind}{joint}{row['member_name'] or row['member']}, {words('hours', format(row['hours'], 'g'))}"

    canvas.rows([row["account"] or row["name"] or row["deal"] for row in rows], [done(row) for row in rows], 20)
    for at, row in enumerate(rows):
        colour = canvas.colour("for2")
        fill = colour if row["within"] else canvas.colour("sf")
        canvas.ax.barh(at, row["hour_worth"], height=0.42, facecolor=fill, edgecolor=colour, linewidth=points(1.5))
    worth = [_core.money(row["hour_worth"], row["currency"] or "", language) for row in rows]
    for at, amount in enumerate(worth):
        canvas.beside(amount, at, 20 + BODY * max(map(ems, worth)), across="right")
    low, high = min(0, *(row["hour_worth"] for row in rows)), max(0, *(row["hour_worth"] for row in rows))
    canvas.ax.set_xlim(low, max(high, 1e-9) * 1.02)
    canvas.amounts("x", low, high, rows[0]["currency"] or "", words("attention_axis"))
    canvas.upright(0, "line2", 1.5, zorder=0.9)
    canvas.head(words("attention"), [words("attention_note"), _core.uncalibrated(language)])
    return canvas.ax

"""What each price would do: two panels over one axis of prices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .. import _core
from .._core import Deal
from .._negotiate import Negotiation
from ..tables import input_error
from ._canvas import Canvas, new_axes, points
from ._words import Words


class Place(NamedTuple):
    """A price worth naming."""

    word: str
    price: float
    token: str
    dashes: str


def price(deal: Deal, found: Negotiation, ax: Sequence[Axes] | None, language: str) -> Figure:
    panels = new_axes((620, 460), 2) if ax is None else list(ax)
    if len(panels) != 2:
        raise input_error("ax", f"{len(panels)} axes", "two, one over the other")
    words, currency = Words(language), deal.to_dict().get("currency", "")
    above, below = (Canvas(one, language) for one in panels)
    if not len(found):
        above.head(words("price"), [words("no_curve", ", ".join(found.missing["curve"]))])
        for canvas in (above, below):
            canvas.ax.set_axis_off()
            canvas.ax.set_xticks([])
            canvas.ax.set_yticks([])
        return above.figure

    left, right = min(found["price"]), max(found["price"])
    room = 0.02 * max(right - left, 1e-9)
    _draw_chances(above, found, words)
    _draw_margins(below, found, currency, words)
    for canvas in (above, below):
        canvas.ax.set_xlim(left - room, right + room)
    below.amounts("x", left, right, currency, words("price_axis"))
    above.ax.tick_params(labelbottom=False)

    def amount(value: float) -> str:
        return _core.money(value, currency, language)

    names = []
    for place in _named_prices(deal, found):
        if left <= place.price <= right:
            for canvas in (above, below):
                canvas.upright(place.price, place.token, 1.5, linestyle=place.dashes)
            names.append((place.price, words(place.word, amount(place.price)), place.token))
    low, high = found.zone or (None, None)
    notes = []
    if low is not None and high is not None and max(low, left) < min(high, right):
        start, end = max(low, left), min(high, right)
        for canvas in (above, below):
            canvas.ax.axvspan(start, end, color=canvas.tint("our", 0.15), linewidth=0, zorder=0.5)
        names.append(((start + end) / 2, words("zone", amount(low), amount(high)), "our-text"))
    else:
        notes.append(words("no_zone"))
    above.head(words("price"), [*notes, _core.uncalibrated(language)], above.name_uprights(names))
    return above.figure


def _draw_chances(canvas: Canvas, found: Negotiation, words: Words) -> None:
    canvas.ax.plot(found["price"], found["win"], color=canvas.colour("for2"), linewidth=points(2))
    canvas.ax.set_ylim(0, canvas.percents("y", words("win_axis"), max(1e-3, 1.05 * max(found["win"]))))


def _draw_margins(canvas: Canvas, found: Negotiation, currency: str, words: Words) -> None:
    known = [
        (at, margin) for at, margin in zip(found["price"], found["expected_margin"], strict=True) if margin is not None
    ]
    if not known:
        canvas.ax.yaxis.set_ticks([])
        canvas.write(words("no_margin"), 0, 0.5, token="ink2", within=canvas.ax.transAxes)
        return
    canvas.ax.plot(*zip(*known, strict=True), color=canvas.colour("for2"), linewidth=points(2))
    low, high = min(0, *(margin for _, margin in known)), max(0, *(margin for _, margin in known))
    room = 0.06 * max(high - low, 1e-9)
    canvas.ax.set_ylim(low - room * (low < 0), high + room)
    canvas.amounts("y", low, high, currency, words("money_axis"))
    canvas.ax.axhline(0, color=canvas.colour("line2"), linewidth=points(1.5), zorder=0.9)


def _named_prices(deal: Deal, found: Negotiation) -> list[Place]:
    """The price now, the Nash point and the price of greatest expected margin, as far as they are known."""
    ours = next(offer for offer in deal.to_dict()["offers"] if offer["kind"] == "ours")
    known = [
        ("now", ours.get("terms", {}).get("price"), "ink", "-"),
        ("nash", found.nash and found.nash["price"], "our", "--"),
        ("best", found.best and found.best["price"], "for2", "-."),
    ]
    return [Place(word, at, token, dashes) for word, at, token, dashes in known if at is not None]

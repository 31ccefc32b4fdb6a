"""Charts of one deal: why ours and not theirs, and what each price would do."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from .. import _core, _names
from .._core import Deal
from .._negotiate import Negotiation
from ..tables import input_error
from ._canvas import Canvas, fitted, new_axes, points
from ._rounding import rounded_together, waterfall_steps
from ._words import Words


def waterfall(
    deal: Deal,
    decider: str | None,
    rival: str | None,
    gate: str | None,
    person: str | None,
    ax: Axes | None,
    language: str,
) -> Axes:
    words = Words(language)
    found = deal.explain(decider, rival, gate)
    title, *said = _core.explanation_sentences(deal, deal.compile(), decider, rival, gate, language)
    people = found.people["person"]
    if person is not None and person not in people:
        raise input_error("person", person, "one of " + ", ".join(people))
    name = _names.people(deal, language)
    steps = waterfall_steps(found.people["share"])
    printed = rounded_together([1000 * step.value for step in steps])
    labels, others, whole = [name(one) for one in people], "others_people", "margin"
    if person is not None or len(people) == 1:
        opened = people.index(person) if person is not None else 0
        total = next((said for step, said in zip(steps, printed, strict=True) if step.of == [opened]), None)
        parts = [part for part in found.rows() if part["person"] == people[opened]]
        concern = _names.concerns(deal, language)
        labels = [concern(part["concern"]) if part["concern"] else words(part["kind"]) for part in parts]
        steps = waterfall_steps([part["contribution"] for part in parts])
        printed = rounded_together([1000 * step.value for step in steps], total)
        others = "others_concerns"
        if len(people) > 1:
            title, whole = words("of_person", name(people[opened])), "share"
        said = []
    shown = [words(others, len(step.of)) if len(step.of) > 1 else labels[step.of[0]] for step in steps]
    against = words("staying") if found.gate == "buy" else _names.offers(deal)(found.rival)

    canvas = Canvas(ax, language, (620, 130 + 26 * (len(steps) + 1)))
    canvas.rows([*shown, words(whole)])
    levels = [0.0]
    for row, (step, thousandths) in enumerate(zip(steps, printed, strict=True)):
        at, after = levels[-1], levels[-1] + step.value
        colour = canvas.colour("for2" if step.value >= 0 else "ag2")
        canvas.ax.add_patch(Rectangle((at, row - 0.29), step.value, 0.58, facecolor=colour))
        canvas.ax.plot([after, after], [row - 0.29, row + 0.71], color=canvas.colour("ink3"), linewidth=points(1))
        canvas.beside(_core.signed_decimal(thousandths / 1000, 3), row, 58, across="right")
        levels.append(after)
    end = {"marker": "D", "linestyle": "none", "markersize": points(9), "clip_on": False}
    canvas.ax.plot([levels[-1]], [len(steps)], color=canvas.colour("ink"), **end)
    canvas.beside(_core.signed_decimal(sum(printed) / 1000, 3), len(steps), 58, across="right", weight=600)
    canvas.ax.axhline(len(steps) - 0.5, color=canvas.colour("line2"), linewidth=points(1))
    low, high = min(levels), max(levels)
    room = max(1e-6, 0.05 * (high - low))
    canvas.ax.set_xlim(low - room, high + room)
    canvas.signed("x", low, high, words("waterfall_axis", fitted(against, 16)))
    canvas.upright(0, "line2", 1.5, zorder=0.9)
    canvas.head(title, said[:1], 40)
    return canvas.ax


def price(
    deal: Deal, negotiation: Negotiation, ax: Sequence[Axes] | None, language: str
) -> Figure:
    words = Words(language)
    terms = deal.to_dict()
    currency = terms.get("currency", "")
    now = next(offer for offer in terms["offers"] if offer["kind"] == "ours").get("terms", {}).get("price")

    def amount(value: float) -> str:
        return _core.money(value, currency, language)

    panels = new_axes((620, 460), 2) if ax is None else list(ax)
    if len(panels) != 2:
        raise input_error("ax", f"{len(panels)} axes", "two, one over the other")
    above, below = (Canvas(one, language) for one in panels)
    prices = negotiation["price"]
    if not prices:
        above.head(words("price"), [words("no_curve", ", ".join(negotiation.missing["curve"]))])
        for canvas in (above, below):
            canvas.ax.set_axis_off()
        return above.figure

    chances = negotiation["win"]
    above.ax.plot(prices, chances, color=above.colour("for2"), linewidth=points(2))
    above.percents("y", words("win_axis"), max(chances) * 1.05)
    margins = [(price, margin) for price, margin in zip(prices, negotiation["expected_margin"], strict=True) if margin is not None]
    if margins:
        below.ax.plot(*zip(*margins, strict=True), color=below.colour("for2"), linewidth=points(2))
        low, high = min(0, *(margin for _, margin in margins)), max(0, *(margin for _, margin in margins))
        room = 0.06 * max(high - low, 1e-9)
        below.ax.set_ylim(low - room * (low < 0), high + room)
        below.amounts("y", low, high, currency, words("money_axis"))
        below.ax.axhline(0, color=below.colour("line2"), linewidth=points(1.5), zorder=0.9)
    else:
        below.ax.yaxis.set_ticks([])
        below.write(words("no_margin"), 0, 0.5, token="ink2", within=below.ax.transAxes)
    left, right = min(prices), max(prices)
    room = 0.02 * max(right - left, 1e-9)
    for canvas in (above, below):
        canvas.ax.set_xlim(left - room, right + room)
    below.amounts("x", left, right, currency, words("price_axis"))
    above.ax.tick_params(labelbottom=False)

    named = [("now", now, "ink", "-")]
    named += [("nash", negotiation.nash and negotiation.nash["price"], "our", "--")]
    named += [("best", negotiation.best and negotiation.best["price"], "for2", "-.")]
    labels: list[tuple[float, str, str]] = []
    for word, at, token, dashes in named:
        if at is None or not left <= at <= right:
            continue
        for canvas in (above, below):
            canvas.upright(at, token, 1.5, linestyle=dashes)
        labels.append((at, words(word, amount(at)), token))
    notes = []
    zone = negotiation.zone
    if zone is not None and None not in zone:
        low, high = zone
        for canvas in (above, below):
            canvas.ax.axvspan(max(low, left), min(high, right), color=canvas.colour("our"), alpha=0.15, linewidth=0, zorder=0.5)
        middle = (max(low, left) + min(high, right)) / 2
        labels.append((middle, words("zone", amount(low), amount(high)), "our-text"))
    else:
        notes.append(words("no_zone"))
    above.head(words("price"), [*notes, _core.uncalibrated(language)], above=above.name_uprights(labels))
    return above.figure

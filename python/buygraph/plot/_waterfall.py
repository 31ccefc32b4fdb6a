"""Why ours and not theirs: the margin as a waterfall of people, or of one person's concerns."""

from __future__ import annotations

from typing import Any, NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from .. import _core, _names
from .._api import Explanation
from .._core import Deal
from ..tables import input_error
from ._canvas import Canvas, fitted, points
from ._words import Words


class Step(NamedTuple):
    """A bar: which people or concerns it is of (several: the others together), and how far it goes."""

    of: list[int]
    value: float


def _steps(values: list[float]) -> list[Step]:
    return [Step(*row) for row in _core.waterfall_rows(values)]


def _thousandths(steps: list[Step], total: int | None = None) -> list[int]:
    return _core.rounded_together([1000 * step.value for step in steps], total)


class Fall(NamedTuple):
    """What a waterfall shows: steps with their labels and printed thousandths, which add up to the last."""

    title: str
    notes: list[str]
    labels: list[str]
    steps: list[Step]
    printed: list[int]
    whole: str


def _by_people(deal: Deal, found: Explanation, sentences: list[str], words: Words) -> Fall:
    name = _names.people(deal, words.language)
    steps = _steps(found.people["share"])
    people = [name(one) for one in found.people["person"]]
    labels = [words("others_people", len(step.of)) if len(step.of) > 1 else people[step.of[0]] for step in steps]
    printed = _thousandths(steps)
    return Fall(sentences[0], sentences[1:2], labels, steps, printed, words("margin"))


def _by_concerns(deal: Deal, found: Explanation, person: str, sentences: list[str], words: Words) -> Fall:
    """One person's share by concern; printed it is what the waterfall of all people prints for him."""
    concern = _names.concerns(deal, words.language)
    parts = [part for part in found.rows() if part["person"] == person]
    names = [concern(part["concern"]) if part["concern"] else words(part["kind"]) for part in parts]
    steps = _steps([part["contribution"] for part in parts])
    labels = [words("others_concerns", len(step.of)) if len(step.of) > 1 else names[step.of[0]] for step in steps]
    people = found.people["person"]
    all_people = _by_people(deal, found, sentences, words)
    own = [people.index(person)]
    total = next(
        (said for step, said in zip(all_people.steps, all_people.printed, strict=True) if step.of == own), None
    )
    printed = _thousandths(steps, total)
    if len(people) == 1:
        return Fall(sentences[0], [], labels, steps, printed, words("margin"))
    title = words("of_person", _names.people(deal, words.language)(person))
    return Fall(title, sentences[:1], labels, steps, printed, words("share"))


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
    sentences = _core.explanation_sentences(deal, deal.compile(), decider, rival, gate, language)
    people = found.people["person"]
    if person is not None and person not in people:
        raise input_error("person", person, "one of " + ", ".join(people))
    opened = person if person is not None else people[0] if len(people) == 1 else None
    if opened is None:
        fall = _by_people(deal, found, sentences, words)
    else:
        fall = _by_concerns(deal, found, opened, sentences, words)

    canvas = Canvas(ax, language, (620, 130 + 26 * (len(fall.steps) + 1)))
    canvas.rows([*fall.labels, fall.whole])
    levels = _draw_steps(canvas, fall.steps)
    total = sum(fall.printed)
    canvas.column([_core.signed_decimal(one / 1000, 3) for one in (*fall.printed, total)], 14, bold=len(fall.steps))
    low, high = min(levels), max(levels)
    room = max(1e-6, 0.05 * (high - low))
    canvas.ax.set_xlim(low - room, high + room)
    against = words("staying") if found.gate == "buy" else _names.offers(deal)(found.rival)
    canvas.signed("x", low, high, words("waterfall_axis", fitted(against, 16)))
    canvas.upright(0, "line2", 1.5, zorder=0.9)
    canvas.head(fall.title, fall.notes)
    return canvas.ax


def _draw_steps(canvas: Canvas, steps: list[Step]) -> list[float]:
    """Bars from each level to the next, a line down to the row below, a diamond where they end; the levels."""
    levels = [0.0]
    for row, step in enumerate(steps):
        at, after = levels[-1], levels[-1] + step.value
        colour = canvas.colour("for2" if step.value >= 0 else "ag2")
        canvas.ax.add_patch(Rectangle((at, row - 0.29), step.value, 0.58, facecolor=colour))
        canvas.ax.plot([after, after], [row - 0.29, row + 0.71], color=canvas.colour("ink3"), linewidth=points(1))
        levels.append(after)
    end: dict[str, Any] = {"marker": "D", "linestyle": "none", "markersize": points(9), "clip_on": False}
    canvas.ax.plot([levels[-1]], [len(steps)], color=canvas.colour("ink"), **end)
    canvas.ax.axhline(len(steps) - 0.5, color=canvas.colour("line2"), linewidth=points(1))
    return levels

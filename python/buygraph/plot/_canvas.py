"""What all charts share: their ground and colours, letters as plain text, heads, axes and rows of labels."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence
from typing import Any

from matplotlib import pyplot, rcParams
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb, to_rgba
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Transform, offset_copy

from .. import _core
from ..tables import input_error
from ._fonts import HAN, families
from ._palette import palette

BODY, SMALL, HEAD, LARGE = 13, 11, 14, 16  # px of letters, as on the page


def points(px: float) -> float:
    """Pixels of the page, 96 an inch, as matplotlib's points."""
    return px * 0.75


def language_of(given: str | None, default: str | None = None) -> str:
    language = given or default or "en"
    if language not in ("en", "zh"):
        raise input_error("language", language, "en or zh")
    return language


def plain(text: str) -> str:
    """A text on one line, without what no font draws."""
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)


def ems(text: str) -> float:
    """About how wide a text is, in heights of its letters."""
    return sum(
        0 if unicodedata.combining(letter) else 1 if unicodedata.east_asian_width(letter) in "WF" else 0.56
        for letter in text
    )


def fitted(text: str, most: float) -> str:
    """A text on one line, cut with an ellipsis where it is wider than so many heights of its letters."""
    text = plain(text[: 40 + 20 * int(most)])
    if ems(text) <= most:
        return text
    kept = text
    while kept and ems(kept) > most - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def lines(text: str, most: float) -> list[str]:
    """A sentence in lines that are not wider than so many heights of its letters; Chinese breaks anywhere."""
    if not HAN.search(text):
        return textwrap.wrap(text, max(8, int(most / 0.56)))
    found = [""]
    for letter in text:
        if ems(found[-1] + letter) > most and letter not in "，。；：、）”％%":
            found.append("")
        found[-1] += letter
    return [line.strip() for line in found]


def style(text: Text, px: float, colour: str, weight: int = 400) -> Text:
    """Makes a text one in the letters of the page that says what it says: no mathematics, no TeX."""
    text.set_usetex(False)
    text.set_parse_math(False)
    text.set_fontfamily(families(text.get_text()))
    text.set_fontsize(points(px))
    text.set_fontweight(700 if weight >= 600 else 400)  # few families have more, and matplotlib says so each time
    text.set_color(colour)
    if hasattr(text, "set_fontfeatures"):
        text.set_fontfeatures(["tnum"])
    return text


def new_axes(size: tuple[float, float], panels: int = 1) -> list[Axes]:
    """Axes one over the other with one axis of x, in a figure of so many px, on the page's ground."""
    ground = palette(to_rgb(rcParams["figure.facecolor"]))["sf"]
    inches = (size[0] / 96, size[1] / 96)
    figure = pyplot.figure(figsize=inches, layout="constrained", facecolor=ground)
    found = figure.subplots(panels, 1, sharex=True, squeeze=False)[:, 0]
    for ax in found:
        ax.set_facecolor(ground)
    return list(found)


class Canvas:
    """One Axes with the colours for its ground, to draw a chart on.

    Args:
        ax: to draw on; a figure of its own unless given.
        size: of that figure, px.
    """

    def __init__(self, ax: Axes | None, language: str, size: tuple[float, float] = (620, 360)) -> None:
        self.language = language
        self.ax = ax or new_axes(size)[0]
        transparent = to_rgba(self.ax.get_facecolor())[3] < 0.5
        self.colours = palette(to_rgb((self.figure if transparent else self.ax).get_facecolor()))
        ax = self.ax
        ax.set_axisbelow(True)
        for side in ("top", "right", "left", "bottom"):
            ax.spines[side].set_visible(False)
        ax.tick_params(length=0, pad=5)

    @property
    def figure(self) -> Figure:
        figure = self.ax.get_figure(root=True)
        assert figure is not None
        return figure

    def colour(self, token: str) -> str:
        return self.colours[token]

    def write(
        self,
        text: str,
        x: float,
        y: float,
        *,
        px: float = BODY,
        token: str = "ink",
        weight: int = 400,
        across: str = "left",
        up: str = "center",
        shift: tuple[float, float] = (0, 0),
        within: Transform | None = None,
        laid_out: bool = True,
    ) -> Text:
        """A text at a place, moved by so many px right and up."""
        place = offset_copy(
            within or self.ax.transData, self.figure, points(shift[0]), points(shift[1]), units="points"
        )
        written = self.ax.text(x, y, text, ha=across, va=up, transform=place, parse_math=False, usetex=False)
        written.set_in_layout(laid_out)
        return style(written, px, self.colour(token), weight)

    def head(self, title: str, notes: Sequence[str] = (), width: float = 46, above: float = 0) -> None:
        """The title, and under it in smaller letters what is said besides; so many px above the axes."""
        titles = lines(plain(title), width)[:3]
        said = [line for note in notes for line in lines(plain(note), 1.25 * width)[:4]]
        pad = points(above + 10 + 15 * len(said))
        style(self.ax.set_title("\n".join(titles), loc="left", pad=pad), HEAD, self.colour("ink"), 600)
        if said:
            self.write("\n".join(said), 0, 1, px=SMALL, token="ink2", up="bottom", shift=(0, above + 6), within=self.ax.transAxes)

    def scale(self, axis: str, places: Sequence[float], words: Sequence[str], name: str = "", grid: bool = True) -> None:
        """The ticks of 'x' or 'y' with their words, a hairline at each, and what the axis measures."""
        of = self.ax.xaxis if axis == "x" else self.ax.yaxis
        of.set_ticks(list(places), labels=list(words))
        for label in of.get_ticklabels():
            style(label, SMALL, self.colour("ink2"))
        of.grid(grid, color=self.colour("line"), linewidth=points(1))
        if name:
            of.set_label_text(name)
            style(of.label, SMALL, self.colour("ink2"))

    def percents(self, axis: str, name: str, most: float = 1) -> None:
        """A scale of chances from 0 to at least `most`, which is not cut."""
        step = next(step for step in (0.05, 0.1, 0.25) if step == 0.25 or most <= 4 * step)
        places = [step * at for at in range(int(-(-most // step)) + 1)]
        self.scale(axis, places, [_core.percent(place) for place in places], name)
        (self.ax.set_xlim if axis == "x" else self.ax.set_ylim)(0, max(most, places[-1] if most < 1 else 1))

    def amounts(self, axis: str, low: float, high: float, currency: str, name: str) -> None:
        """A scale of money at round places within low and high."""
        places = [place for place in round_places(low, high) if low <= place <= high]
        words = [_core.money(place, currency, self.language) for place in places]
        self.scale(axis, places, words, name)

    def signed(self, axis: str, low: float, high: float, name: str) -> None:
        """A scale of signed numbers at round places within low and high."""
        places = [place for place in round_places(low, high) if low <= place <= high]
        digits = max((len(f"{place:.9f}".rstrip("0").split(".")[1]) for place in places), default=1)
        words = [_core.signed_decimal(place, max(1, digits)) if place else "0" for place in places]
        self.scale(axis, places, words, name)

    def rows(self, labels: Sequence[str], most: float = 16) -> None:
        """Rows from the top, 0 the first, each with its label at the left; names are text whatever they hold."""
        self.ax.set_ylim(len(labels) - 0.5, -0.5)
        self.ax.yaxis.set_ticks([])
        for at, label in enumerate(labels):
            self.beside(fitted(label, most), at, -10, across="right")

    def beside(self, text: str, row: float, shift: float, **options: Any) -> Text:
        """A text beside a row: so many px left (below 0) of the axes, or right of them."""
        side = 0 if shift < 0 else 1
        return self.write(text, side, row, shift=(shift, 0), within=self.ax.get_yaxis_transform(), **options)

    def upright(self, x: float, token: str, width: float = 1, **options: Any) -> None:
        self.ax.axvline(x, color=self.colour(token), linewidth=points(width), **options)

    def name_uprights(self, names: Sequence[tuple[float, str, str]]) -> float:
        """Names of places on the x axis, over the axes and a line to each: (place, name, token).

        In as many lines as it takes for none to touch another; gives how many px they need.
        """
        low, high = self.ax.get_xlim()
        wide = self.ax.get_window_extent().width / self.figure.dpi * 96
        taken: list[list[tuple[float, float]]] = []
        for x, name, token in sorted(names):
            at, half = (x - low) / (high - low) * wide, 0.56 * SMALL * ems(name) + 4
            middle = min(max(at, half), max(half, wide - half))
            line = next((i for i, row in enumerate(taken) if all(abs(middle - m) > half + h for m, h in row)), len(taken))
            if line == len(taken):
                taken.append([])
            taken[line].append((middle, half))
            written = self.ax.annotate(
                name,
                (x, 1),
                (points(middle - at), points(6 + 15 * line)),
                xycoords=self.ax.get_xaxis_transform(),
                textcoords="offset points",
                ha="center",
                va="bottom",
                arrowprops={"arrowstyle": "-", "color": self.colour(token), "linewidth": points(1), "shrinkA": 0, "shrinkB": 0},
                parse_math=False,
                usetex=False,
                annotation_clip=False,
            )
            style(written, SMALL, self.colour(token), 600)
        return 15.0 * len(taken)


def round_places(low: float, high: float, most: int = 6) -> list[float]:
    """At most so many places of 1, 2 or 5 times a power of ten that cover low to high."""
    span = max(high - low, 1e-9)
    size = 10.0 ** int(f"{span / most:e}".split("e")[1])
    step = next(factor * size for factor in (1, 2, 5, 10) if factor * size * most >= span)
    first = int(low // step)
    return [step * at for at in range(first, int(-(-high // step)) + 1)]

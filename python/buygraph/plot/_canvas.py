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
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.text import Text
from matplotlib.transforms import Transform, offset_copy

from .. import _core
from ..tables import input_error
from ._flags import flags
from ._fonts import HAN, families
from ._palette import palette

FIGURE_SPACE = "\u2007"
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
    return text


def new_axes(size: tuple[float, float], panels: int = 1) -> list[Axes]:
    """Axes one over the other with one axis of x, in a figure of so many px, on the page's ground."""
    ground = palette(to_rgb(rcParams["figure.facecolor"]))["sf"]
    inches = (size[0] / 96, size[1] / 96)
    margins = ConstrainedLayoutEngine(w_pad=12 / 96, h_pad=8 / 96)
    figure = pyplot.figure(figsize=inches, layout=margins, facecolor=ground)
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
        self.width = size[0] if ax is None else self.ax.get_window_extent().width / self.figure.dpi * 96 + 80
        self.room = self.width - 80  # px for a line of the head
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
    ) -> Text:
        """A text at a place, moved by so many px right and up."""
        place = offset_copy(
            within or self.ax.transData, self.figure, points(shift[0]), points(shift[1]), units="points"
        )
        written = self.ax.text(x, y, text, ha=across, va=up, transform=place, parse_math=False, usetex=False)
        return style(written, px, self.colour(token), weight)

    def head(self, title: str, notes: Sequence[str] = (), above: float = 0) -> None:
        """The title, and under it in smaller letters what is said besides; so many px above the axes."""
        titles = lines(plain(title), self.room / HEAD)[:3]
        said = [line for note in notes for line in lines(plain(note), self.room / SMALL)[:4]]
        pad = points(above + 10 + 15 * len(said))
        style(self.ax.set_title("\n".join(titles), loc="left", pad=pad), HEAD, self.colour("ink"), 600)
        if said:
            self.write(
                "\n".join(said),
                0,
                1,
                px=SMALL,
                token="ink2",
                up="bottom",
                shift=(0, above + 6),
                within=self.ax.transAxes,
            )

    def scale(self, axis: str, places: Sequence[float], words: Sequence[str], name: str) -> None:
        """The ticks of 'x' or 'y' with their words, a hairline at each, and what the axis measures."""
        of = self.ax.xaxis if axis == "x" else self.ax.yaxis
        of.set_ticks(list(places), labels=list(words))
        for label in of.get_ticklabels():
            style(label, SMALL, self.colour("ink2"))
        of.grid(True, color=self.colour("line"), linewidth=points(1))
        of.set_label_text(name)
        style(of.label, SMALL, self.colour("ink2"))

    def percents(self, axis: str, name: str, most: float = 1) -> float:
        """A scale of chances from 0 to a tick that is not below `most`; that tick."""
        step = next(step for step in (0.05, 0.1, 0.25) if step == 0.25 or most <= 4 * step)
        places = [step * at for at in range(int(-(-most // step)) + 1)]
        self.scale(axis, places, [_core.percent(place) for place in places], name)
        return places[-1]

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

    def rows(self, labels: Sequence[str], notes: Sequence[str] = (), most: float = 16) -> None:
        """Rows from the top, 0 the first, each with its label at the left and a note under it; names are plain text."""
        shown = [fitted(label, most) for label in labels]
        under = [fitted(note, most * BODY / SMALL) for note in notes]
        self.ax.set_ylim(len(labels) - 0.5, -0.5)
        self.ax.yaxis.set_ticks([])
        for at, label in enumerate(shown):
            self.beside(label, at, -10, up=8 if notes else 0, across="right")
        for at, note in enumerate(under):
            self.beside(note, at, -10, up=-8, px=SMALL, token="ink2", across="right")
        wide = max([BODY * ems(label) for label in shown] + [SMALL * ems(note) for note in under])
        self.room = self.width - wide - 40

    def beside(self, text: str, row: float, shift: float, up: float = 0, **options: Any) -> Text:
        """A text beside a row: so many px left (below 0) of the axes, or right of them."""
        side = 0 if shift < 0 else 1
        return self.write(text, side, row, shift=(shift, up), within=self.ax.get_yaxis_transform(), **options)

    def column(
        self,
        texts: Sequence[str],
        start: float,
        *,
        px: float = BODY,
        token: str = "ink",
        weight: int = 400,
        bold: int | None = None,
    ) -> float:
        """A column of figures of one form right of the rows, from so many px on; where it ends.

        Digits are all as wide as each other: what is shorter begins with spaces of that width. `bold` is a row.
        """
        longest = max(map(len, texts), default=0)
        for row, text in enumerate(texts):
            one = 600 if row == bold else weight
            padded = text.rjust(longest, FIGURE_SPACE)
            written = self.beside(padded, row, start, px=px, token=token, weight=one)
            if hasattr(written, "set_fontfeatures"):  # matplotlib 3.11; it measures without them, so only from the left
                written.set_fontfeatures(["tnum"])
        return start + px * 0.62 * longest

    def tint(self, token: str, share: float) -> tuple[float, float, float]:
        """A colour mixed with the ground, so that nothing shines through."""
        over, under = to_rgb(self.colour(token)), to_rgb(self.colour("sf"))
        red, green, blue = (share * a + (1 - share) * b for a, b in zip(over, under, strict=True))
        return red, green, blue

    def upright(self, x: float, token: str, width: float = 1, **options: Any) -> None:
        self.ax.axvline(x, color=self.colour(token), linewidth=points(width), **options)

    def name_uprights(self, names: Sequence[tuple[float, str, str]]) -> float:
        """Names of places on the x axis, over the axes and a line to each: (place, name, token).

        In as many lines as it takes for none to touch another; gives how many px they need.
        """
        low, high = self.ax.get_xlim()
        wide = self.ax.get_window_extent().width / self.figure.dpi * 96
        names = sorted(names)
        places = [(x - low) / (high - low) * wide for x, _, _ in names]
        found = flags(places, [SMALL * ems(name) for _, name, _ in names], wide)
        for (x, name, token), place, flag in zip(names, places, found, strict=True):
            line = {"arrowstyle": "-", "color": self.colour(token), "linewidth": points(1), "shrinkA": 0, "shrinkB": 0}
            top = self.ax.get_xaxis_transform()
            up = 6 + 15 * flag.line
            end = up + (10 if abs(flag.middle - place) > SMALL * ems(name) / 2 else 0)  # along its name or up to it
            self.ax.annotate("", (x, 1), (0, points(end)), top, "offset points", line, annotation_clip=False)
            self.write(
                name,
                x,
                1,
                px=SMALL,
                token=token,
                weight=600,
                across="center",
                up="bottom",
                shift=(flag.middle - place, up),
                within=top,
            )
        return 15.0 * (1 + max((flag.line for flag in found), default=-1))


def round_places(low: float, high: float, most: int = 6) -> list[float]:
    """At most so many places of 1, 2 or 5 times a power of ten that cover low to high."""
    span = max(high - low, 1e-9)
    size = 10.0 ** int(f"{span / most:e}".split("e")[1])
    step = next(factor * size for factor in (1, 2, 5, 10) if factor * size * most >= span)
    first = int(low // step)
    return [step * at for at in range(first, int(-(-high // step)) + 1)]

"""The core's own drawings as artists of matplotlib: one layout, drawn twice."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import Any
from xml.etree import ElementTree

from matplotlib import patheffects, pyplot
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform

from ._canvas import plain, style
from ._palette import palettes
from ._path import path_of

SVG = "{http://www.w3.org/2000/svg}"
GROUND = palettes()[0]["sf"]  # drawings of the core are on light ground


class Sheet(Artist):
    """Keeps letters and lines of a drawing in proportion to it, however large its Axes is drawn.

    Letters and lines of matplotlib are as large as points say; those of a drawing are as large as its units.
    """

    def __init__(self, lines: list[tuple[PathPatch, float]], texts: list[tuple[Text, float]]) -> None:
        super().__init__()
        self.set_in_layout(False)
        self.set_zorder(-1)
        self._lines, self._texts = lines, texts
        self._unit = 0.0

    def draw(self, renderer: RendererBase) -> None:
        axes, figure = self.axes, self.get_figure(root=True)
        if axes is None or figure is None:
            return
        (left, _), (right, _) = axes.transData.transform([(0, 0), (1, 0)])
        unit = abs(right - left) * 72 / figure.dpi
        if abs(unit - self._unit) <= 1e-9 * unit:
            return
        self._unit = unit
        for line, width in self._lines:
            line.set_linewidth(width * unit)
        for text, size in self._texts:
            text.set_fontsize(size * unit)
            halo = text.get_path_effects()
            if halo:
                text.set_path_effects([patheffects.withStroke(linewidth=4 * unit, foreground=GROUND)])


class Struck(Text):
    """A text with a line through it."""

    def draw(self, renderer: RendererBase) -> None:
        super().draw(renderer)
        figure = self.get_figure()
        if figure is None or not self.get_visible():
            return
        box = self.get_window_extent(renderer)
        middle = box.y0 + 0.45 * box.height
        through = PathPatch(
            Path([(box.x0, middle), (box.x1, middle)]),
            edgecolor=self.get_color(),
            linewidth=0.07 * float(self.get_fontsize()),
        )
        through.set_transform(IdentityTransform())
        through.set_figure(figure)
        through.draw(renderer)


def draw_scene(svg: str, ax: Axes | None) -> Axes:
    """Draws an SVG of the core on an Axes, whose units are then the drawing's px, y downwards.

    Args:
        svg: as the core writes it.
        ax: fitted into it; in a figure of its own size unless given.
    """
    root = ElementTree.fromstring(svg)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    if ax is None:
        ax = pyplot.figure(figsize=(width / 96, height / 96), facecolor=GROUND).add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.set_aspect("equal", adjustable="box")
    ax.set_xlim(0, width)
    ax.set_ylim(height, 0)
    ax.set_label(root.findtext(f"{SVG}title") or "")
    hatches = {f"url(#{one.get('id')})": _colours(one) for one in root.iter(f"{SVG}pattern")}
    ground = Path([(0, 0), (width, 0), (width, height), (0, height), (0, 0)])
    shapes: list[tuple[PathPatch, float]] = []
    texts: list[tuple[Text, float]] = []
    for order, mark in enumerate(_marks(root), 1):
        if mark.tag == f"{SVG}text":
            text = _text(mark)
            ax.add_artist(text).set_zorder(order)
            texts.append((text, float(mark.attrib["font-size"])))
            continue
        path = path_of(mark.attrib["d"]) if mark.tag == f"{SVG}path" else ground
        for patch in _patches(path, mark, hatches):
            ax.add_patch(patch).set_zorder(order)
            shapes.append((patch, float(mark.get("stroke-width", 1))))
            if isinstance(patch, Stripes):
                patch.set_clip_path(path, ax.transData)
    ax.add_artist(Sheet(shapes, texts))
    return ax


def _marks(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """What is drawn, from the back to the front."""
    for child in element:
        if child.tag == f"{SVG}g":
            yield from _marks(child)
        elif child.tag in (f"{SVG}path", f"{SVG}text", f"{SVG}rect"):
            yield child


def _colours(pattern: ElementTree.Element) -> tuple[str, str]:
    """Of a hatch: what lies between the stripes, and the stripes."""
    ground, stripe = pattern
    return ground.attrib["fill"], stripe.attrib["fill"]


class Stripes(PathPatch):
    """The stripes of a hatch, 2.4 wide and 5 apart, at 45 degrees, as the SVG has them."""

    def __init__(self, path: Path, colour: str) -> None:
        box = path.get_extents()
        half = sqrt(0.5)
        reach = max(box.width, box.height)
        first, last = ((x + y) * half for x, y in (box.min, box.max))
        middle = (box.x0 + box.width / 2 - box.y0 - box.height / 2) * half
        corners: list[tuple[float, float]] = []
        for at in range(int(first // 5), int(last // 5) + 1):
            for across, along in ((0, -reach), (2.4, -reach), (2.4, reach), (0, reach), (0, -reach)):
                u, v = 5 * at + across, along - middle
                corners.append(((u - v) * half, (u + v) * half))
        codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY] * (len(corners) // 5)
        super().__init__(Path(corners, codes), facecolor=colour, edgecolor="none")


def _patches(path: Path, mark: ElementTree.Element, hatches: dict[str, tuple[str, str]]) -> list[PathPatch]:
    """A mark's fill and outline; of a hatch its ground, its stripes and its outline."""
    fill, stroke = mark.get("fill", "none"), mark.get("stroke", "none")
    under: list[PathPatch] = []
    face: Any = "none"
    if fill in hatches:
        ground, stripes = hatches[fill]
        under = [PathPatch(path, facecolor=ground, edgecolor="none"), Stripes(path, stripes)]
    elif fill != "none":
        face = to_rgba(fill, float(mark.get("fill-opacity", 1)))
    outline = PathPatch(path, facecolor=face, edgecolor=stroke, joinstyle="round", capstyle="butt")
    dash = mark.get("stroke-dasharray")
    if dash:  # matplotlib counts dashes in widths of their line
        width = float(mark.get("stroke-width", 1))
        outline.set_linestyle((0, [float(part) / width for part in dash.split()]))
    return [*under, outline]


def _text(mark: ElementTree.Element) -> Text:
    across = {"middle": "center", "end": "right"}.get(mark.get("text-anchor", ""), "left")
    kind = Struck if mark.get("text-decoration") == "line-through" else Text
    text = kind(float(mark.attrib["x"]), float(mark.attrib["y"]), plain(mark.text or ""), va="baseline", ha=across)
    style(text, float(mark.attrib["font-size"]), mark.get("fill", "black"), int(mark.get("font-weight", 400)))
    if mark.get("paint-order") == "stroke":
        text.set_path_effects([patheffects.withStroke(linewidth=3, foreground=GROUND)])
    return text

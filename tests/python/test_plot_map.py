"""The account map by matplotlib: the same drawing as the SVG, in the same places, whatever the names are."""

import re
from math import hypot, sqrt
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")

from matplotlib import pyplot  # noqa: E402
from matplotlib.colors import to_hex  # noqa: E402
from matplotlib.patches import PathPatch  # noqa: E402
from matplotlib.path import Path as Drawn  # noqa: E402
from matplotlib.text import Text  # noqa: E402
from test_names import NAMES  # noqa: E402

import buygraph as bg  # noqa: E402
from buygraph.plot._path import path_of  # noqa: E402

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "deals").glob("*.json"))
COMMITTEE = bg.load(next(path for path in EXAMPLES if path.name.startswith("05")))
LYOPHILISATION = bg.load(next(path for path in EXAMPLES if path.name.startswith("08")))
LAYOUTS = ["hierarchy", "influence", "power_stance", "zipper"]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def closed():
    yield
    pyplot.close("all")


def texts(ax):
    """What is written on a map, from the back to the front."""
    return sorted((one for one in ax.get_children() if isinstance(one, Text) and one.get_text()), key=Text.get_zorder)


def patches(ax):
    return sorted((one for one in ax.get_children() if isinstance(one, PathPatch)), key=PathPatch.get_zorder)


def along(path):
    """Places on the cubic curves of a path."""
    start, *bends = path.vertices
    for first in range(0, len(bends), 3):
        ends = [start, *bends[first : first + 3]]
        for share in np.linspace(0, 1, 9):
            weights = [(1 - share) ** 3, 3 * share * (1 - share) ** 2, 3 * share**2 * (1 - share), share**3]
            yield sum(weight * end for weight, end in zip(weights, ends, strict=True))
        start = ends[-1]


def drawn(root):
    """Paths and texts of an SVG in their order, without what is only defined."""
    defined = {node for definitions in root.iter(f"{SVG}defs") for node in definitions.iter()}
    return [
        node for node in root.iter() if node not in defined and node.tag in (f"{SVG}path", f"{SVG}text", f"{SVG}rect")
    ]


# ---------------------------------------------------------------- path data


def test_lines_are_where_the_commands_say():
    crown = path_of("M-7-4-3.5 0 0-6.5 3.5 0 7-4 5.5 5.5H-5.5Z")
    assert crown.vertices.tolist() == [
        [-7, -4],
        [-3.5, 0],
        [0, -6.5],
        [3.5, 0],
        [7, -4],
        [5.5, 5.5],
        [-5.5, 5.5],
        [-7, -4],
    ]
    assert crown.codes.tolist() == [Drawn.MOVETO, *[Drawn.LINETO] * 6, Drawn.CLOSEPOLY]
    relative = path_of("m1 1l2 0v3h-2zm5,5 1e1 -.5")
    assert relative.vertices.tolist() == [[1, 1], [3, 1], [3, 4], [1, 4], [1, 1], [6, 6], [16, 5.5]]


def test_curves_that_go_on_smoothly_mirror_the_bend_before():
    assert path_of("M0 0C0 1 1 1 1 0S2-1 2 0").vertices.tolist()[4] == [1, -1]
    assert path_of("M0 0Q1 2 2 0T4 0").vertices.tolist()[3] == [3, -2]
    assert path_of("M1 1S2 2 3 1").vertices.tolist()[1] == [1, 1]  # none before: the place itself


@pytest.mark.parametrize(
    "data, middle, centre",
    [
        ("M0 0A10 10 0 0 1 20 0", (10, -10), (10, 0)),
        ("M0 0A10 10 0 0 0 20 0", (10, 10), (10, 0)),
        ("M10 0A10 10 0 1 1 0 10", None, (10, 10)),
        ("M10 0A10 10 0 0 1 0 10", None, (0, 0)),
        ("M0 0a3 3 0 0 1 20 0", (10, -10), (10, 0)),  # too small: grown until it reaches
    ],
)
def test_an_arc_lies_on_its_circle_and_turns_as_it_says(data, middle, centre):
    places = list(along(path_of(data)))
    assert all(abs(hypot(x - centre[0], y - centre[1]) - 10) < 0.003 for x, y in places)
    if middle:
        assert min(hypot(x - middle[0], y - middle[1]) for x, y in places) < 0.3


@pytest.mark.parametrize("large, sweep, low, high", [(0, 1, 0, 90), (1, 0, 90, 360)])
def test_the_short_and_the_long_way_round(large, sweep, low, high):
    angles = [np.degrees(np.arctan2(y, x)) % 360 for x, y in along(path_of(f"M10 0A10 10 0 {large} {sweep} 0 10"))]
    assert all(low - 1e-6 <= angle <= high + 1e-6 or angle == pytest.approx(0, abs=1e-6) for angle in angles)
    assert len({int(angle // 90) for angle in angles[2:-2]}) == (high - low) // 90


def test_a_turned_ellipse_has_its_axes():
    half = path_of(f"M{-3 * sqrt(0.5)} {-3 * sqrt(0.5)}A3 1 45 0 1 {3 * sqrt(0.5)} {3 * sqrt(0.5)}")
    for x, y in along(half):
        u, v = (x + y) * sqrt(0.5), (y - x) * sqrt(0.5)
        assert (u / 3) ** 2 + v**2 == pytest.approx(1, abs=2e-3)


@pytest.mark.parametrize("data", ["", "L1 2", "M1", "M1 2C1 2 3", "M1 2L3"])
def test_path_data_that_is_not_whole_is_refused(data):
    with pytest.raises(ValueError, match="path data"):
        path_of(data)


# ---------------------------------------------------------------- the drawing


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("deal", [COMMITTEE, LYOPHILISATION], ids=["committee", "lyophilisation"])
def test_every_mark_of_the_svg_is_drawn_where_it_says(deal, layout, language):
    root = ElementTree.fromstring(deal.map(layout, language))
    marks = drawn(root)
    ax = deal.plot.map(layout, language=language)
    figure = ax.figure
    assert figure.get_size_inches() * 96 == pytest.approx([float(root.get("width")), float(root.get("height"))])
    said = [node for node in marks if node.tag == f"{SVG}text"]
    assert [one.get_text() for one in texts(ax)] == ["".join(node.itertext()) for node in said]
    for one, node in zip(texts(ax), said, strict=True):
        assert one.get_position() == (float(node.get("x")), float(node.get("y")))
        assert to_hex(one.get_color()).upper() == node.get("fill")
    shapes = [node for node in marks if node.tag == f"{SVG}path"]
    by_order = {}
    for patch in patches(ax):
        by_order.setdefault(patch.get_zorder(), []).append(patch)
    del by_order[1]  # the ground
    assert len(by_order) == len(shapes)
    for patch_group, node in zip(by_order.values(), shapes, strict=True):
        outline = patch_group[-1]
        assert len(patch_group) == (3 if node.get("fill").startswith("url") else 1)
        first = re.match(r"M(-?[\d.]+)[ ,]?(-?[\d.]+)", node.get("d")).groups()
        assert outline.get_path().vertices[0].tolist() == [float(part) for part in first]
        if node.get("stroke"):
            assert to_hex(outline.get_edgecolor()).upper() == node.get("stroke")
        if node.get("fill").startswith("#"):
            assert to_hex(outline.get_facecolor()).upper() == node.get("fill")


def test_across_stands_the_lead_with_its_range_and_up_the_root_of_the_influence():
    ax = COMMITTEE.plot.power_stance(language="en")
    places = {one.get_text(): one.get_position() for one in texts(ax)}
    at_zero, at_half = places["0"][0], places["+0.5"][0]
    top, bottom = places["100%"][1], places["0%"][1]
    standings, power = COMMITTEE.standings(), COMMITTEE.power(samples=1024)
    strengths = {row["person"]: abs(row["decision_influence"]) for row in power.rows()}
    lines = [one.get_path().vertices for one in patches(ax) if len(one.get_path().vertices) == 2]
    for person, lead, sd in zip(standings["person"], standings["lead"], standings["sd"], strict=True):
        up = bottom + sqrt(strengths[person] / max(strengths.values())) * (top - bottom) - 4  # words stand 4 px lower
        low, high = (at_zero + (lead + side * 1.2815516 * sd) / 0.5 * (at_half - at_zero) for side in (-1, 1))
        assert any(np.allclose(line, [(low, up), (high, up)], atol=0.02) for line in lines), person


def test_letters_and_lines_are_as_large_as_the_drawing_is_drawn():
    own = LYOPHILISATION.plot.map(language="zh")
    own.figure.canvas.draw()
    root = ElementTree.fromstring(LYOPHILISATION.map(language="zh"))
    sizes = [float(node.get("font-size")) for node in drawn(root) if node.tag == f"{SVG}text"]
    assert [one.get_fontsize() for one in texts(own)] == pytest.approx([0.75 * size for size in sizes])
    figure = pyplot.figure(figsize=(float(root.get("width")) / 192, float(root.get("height")) / 192), dpi=300)
    half = LYOPHILISATION.plot.map(ax=figure.add_axes((0, 0, 1, 1)), language="zh")
    figure.canvas.draw()
    assert half.figure is figure
    assert [one.get_fontsize() for one in texts(half)] == pytest.approx([0.375 * size for size in sizes])
    widths = [one.get_linewidth() for one in patches(own)]
    assert [one.get_linewidth() for one in patches(half)] == pytest.approx([width / 2 for width in widths])


def test_a_hatch_is_stripes_within_its_disc():
    ax = LYOPHILISATION.plot.map(language="zh")
    ax.figure.canvas.draw()
    stripes = [one for one in patches(ax) if type(one).__name__ == "Stripes"]
    svg = LYOPHILISATION.map(language="zh")
    assert len(stripes) == svg.count('fill="url(#hatch-')
    for one in stripes:
        assert one.get_clip_path() is not None
        for polygon in one.get_path().to_polygons():
            across = [(x + y) * sqrt(0.5) for x, y in polygon]
            assert min(across) % 5 == pytest.approx(0, abs=1e-6) or min(across) % 5 == pytest.approx(5, abs=1e-6)
            assert max(across) - min(across) == pytest.approx(2.4)


def test_who_left_is_struck_through():
    ax = LYOPHILISATION.plot.map(language="zh")
    left = next(person for person in LYOPHILISATION.to_dict()["people"] if person.get("departed"))
    struck = [one.get_text() for one in texts(ax) if type(one).__name__ == "Struck"]
    assert struck == [left["name"]]


def test_it_is_the_same_picture_as_the_svg_in_a_browser(tmp_path):
    """Drawn by matplotlib and by Chromium, blurred over some px: nothing is missing, and nothing elsewhere."""
    import shutil
    import subprocess

    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert browser, "scripts/setup installs Chromium"
    ax = LYOPHILISATION.plot.map(language="zh")
    ours, theirs = tmp_path / "ours.png", tmp_path / "theirs.png"
    ax.figure.savefig(ours, dpi=96)
    width, height = (round(96 * inches) for inches in ax.figure.get_size_inches())
    (tmp_path / "map.svg").write_text(LYOPHILISATION.map(language="zh"), encoding="utf-8")
    page = tmp_path / "page.html"
    page.write_text('<body style="margin:0"><img src="map.svg" style="display:block">', encoding="utf-8")
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        f"--user-data-dir={tmp_path / 'profile'}",
    ]
    subprocess.run(
        [browser, *options, f"--window-size={width},{height}", f"--screenshot={theirs}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=60,
    )

    def blurred(file):
        grey = pyplot.imread(file)[..., :3].mean(axis=2)[: height // 8 * 8, : width // 8 * 8]
        return grey.reshape(height // 8, 8, width // 8, 8).mean(axis=(1, 3))

    difference = np.abs(blurred(ours) - blurred(theirs))
    blank = np.abs(1 - blurred(theirs))
    assert difference.mean() < 0.12 * blank.mean()
    assert np.quantile(difference, 0.995) < 0.2


# ---------------------------------------------------------------- names and arguments


@pytest.mark.filterwarnings("ignore:Glyph .* missing")  # of emoji and of what is no character
@pytest.mark.parametrize("layout", LAYOUTS)
def test_names_are_text_whatever_they_hold(layout):
    names = [*NAMES.values(), r"$\alpha$ and $x^2$", r"\frac{1}{0}", "$"]
    people = [
        {"id": f"p{at}", "name": name, "title": name, "roles": ["decision_maker"]} for at, name in enumerate(names)
    ]
    team = [{"id": f"t{at}", "name": name} for at, name in enumerate(names)]
    offers = [{"id": "us", "kind": "ours"}]
    deal = bg.load({"buygraph": 1, "name": names[0], "offers": offers, "people": people, "team": team})
    ax = deal.plot.map(layout)
    with matplotlib.rc_context({"text.usetex": True}):
        ax.figure.canvas.draw()
    assert not any(one.get_parse_math() or one.get_usetex() for one in texts(ax))


def test_math_signs_are_drawn_as_they_are():
    deal = COMMITTEE.with_edits({"people/0/name": "$E=mc^2$"})
    assert "$E=mc^2$" in [one.get_text() for one in texts(deal.plot.map())]


def test_the_language_is_that_of_the_deal_unless_given():
    assert [one.get_text() for one in texts(LYOPHILISATION.plot.map())] == [
        one.get_text() for one in texts(LYOPHILISATION.plot.map(language="zh"))
    ]
    with pytest.raises(bg.InputError, match="language"):
        LYOPHILISATION.plot.map(language="fr")
    with pytest.raises(bg.InputError, match="layout"):
        LYOPHILISATION.plot.map("list")


def test_shortcuts_are_layouts():
    for layout in LAYOUTS[1:]:
        short, long = getattr(COMMITTEE.plot, layout)(), COMMITTEE.plot.map(layout)
        assert [one.get_text() for one in texts(short)] == [one.get_text() for one in texts(long)]
    assert (
        texts(COMMITTEE.plot.map(heading=False))
        and "Uncalibrated" not in texts(COMMITTEE.plot.map(heading=False))[0].get_text()
    )

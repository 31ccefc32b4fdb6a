"""The account map as other programs see it: XML that parses, with text and never markup in it."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

bg = pytest.importorskip("buygraph")

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "deals").glob("*.json"))
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "</text><script>alert(1)</script>",
    '" onload="alert(1)',
    "'; DROP TABLE",
    "a & b < c > d",
    "]]>",
    "<!-- -->",
    "&#x0;",
    "陈\u2067伟\u200f",
    "e\u0301" * 3000,
    "🙂👩\u200d🔧",
]
LAYOUTS = ["hierarchy", "influence", "power_stance", "zipper"]
ELEMENTS = {"svg", "title", "defs", "pattern", "rect", "g", "path", "text"}


def svg(deal, language="en", **options):
    return ElementTree.fromstring(deal.map(language=language, **options))


def texts(root):
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_bundled_deal_has_a_map_that_parses_and_names_everybody(path, language, layout):
    deal = bg.load(path)
    root = svg(deal, language, layout=layout)
    titles = [node.text for node in root.iter(f"{SVG}title")]
    for person in deal.to_dict()["people"]:
        if "name" in person and not person.get("departed"):
            assert sum(re.match(re.escape(person["name"]) + "[,;]", title) is not None for title in titles) == 1
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert any(text.startswith("未校准" if language == "zh" else "Uncalibrated") for text in texts(root))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_whatever_it_is(name, layout):
    deal = bg.load(
        {
            "buygraph": 1,
            "name": name,
            "offers": [{"id": "us", "kind": "ours"}],
            "people": [{"id": "p", "name": name, "title": name, "roles": ["decision_maker"]}],
            "team": [{"id": "t", "name": name}],
        }
    )
    root = svg(deal, layout=layout)
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= ELEMENTS
    assert not [attribute for node in root.iter() for attribute in node.keys() if attribute.startswith("on")]
    assert any((node.text or "").startswith(name) for node in root.iter(f"{SVG}title"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_colours_are_resolved_and_nothing_is_fetched(layout):
    text = bg.load(EXAMPLES[0]).map(layout, "zh")
    for word in ("var(", "href", "<style", "<script", "@import", "<image"):
        assert word not in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_map_is_the_same_each_time(layout):
    deal = bg.load(EXAMPLES[-1])
    assert deal.map(layout, "zh") == deal.map(layout, "zh")


def test_the_hierarchy_is_what_is_drawn_unless_asked():
    deal = bg.load(EXAMPLES[0])
    assert deal.map() == deal.map("hierarchy", "en", None, True)
    assert len({deal.map(layout) for layout in LAYOUTS}) == 4


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_width_is_kept_where_the_map_fits_and_a_heading_can_be_left_to_the_page(layout):
    deal = bg.load(EXAMPLES[0])
    assert svg(deal, layout=layout, width=1200).get("width") == "1200"
    with_heading, without = svg(deal, layout=layout), svg(deal, layout=layout, heading=False)
    assert float(without.get("height")) < float(with_heading.get("height"))
    assert any(text.startswith("Uncalibrated") for text in texts(with_heading))
    assert not any(text.startswith("Uncalibrated") for text in texts(without))


@pytest.mark.parametrize(
    "field, value",
    [("language", "fr"), ("layout", "list"), ("width", 20), ("width", float("nan")), ("scale", "liking")],
)
def test_what_there_is_not_is_refused(field, value):
    with pytest.raises(ValueError, match=field):
        bg.load(EXAMPLES[0]).map(**{field: value})


def needles(root):
    """The only strokes of ink that are 2 px wide, in the order of the people."""
    strokes = [(path.get("stroke"), path.get("stroke-width"), path.get("d")) for path in root.iter(f"{SVG}path")]
    return [path for colour, width, path in strokes if (colour, width) == ("#1A1C20", "2")]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_scale_turns_the_needles_and_is_named(language):
    deal = bg.load(next(path for path in EXAMPLES if "05" in path.stem))
    lead, to_us, pull = (svg(deal, language, scale=scale) for scale in ("lead", "stance_to_us", "pull_to_buy"))
    assert len({tuple(needles(root)) for root in (lead, to_us, pull)}) == 3
    names = {"en": ("stance to us", "pull to buy"), "zh": ("对我方的态度", "想买的程度")}[language]
    for root, name in zip((to_us, pull), names, strict=True):
        assert any(name in text for text in texts(root))
        assert not any(name in text for text in texts(lead))


def test_without_a_rival_the_lead_is_the_pull_to_buy():
    people = [{"id": "gao", "roles": ["decision_maker"]}, {"id": "lu", "roles": ["user"], "reports_to": "gao"}]
    deal = bg.load({"buygraph": 1, "name": "Nobody else", "offers": [{"id": "us", "kind": "ours"}], "people": people})
    assert deal.map() == deal.map(scale="pull_to_buy")


@pytest.mark.parametrize("path", EXAMPLES[:3], ids=lambda path: path.stem)
def test_a_deal_shows_itself_as_its_map_in_its_language(path):
    deal = bg.load(path)
    shown = deal._repr_mimebundle_()
    assert shown == {"image/svg+xml": deal.map(language=deal.language), "text/plain": repr(deal)}
    assert not hasattr(deal, "_repr_html_")  # would be preferred, and pages of notebooks take pictures out of HTML

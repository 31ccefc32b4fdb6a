"""The account map as other programs see it: XML that parses, with text and never markup in it."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

bg = pytest.importorskip("buygraph")
from buygraph import _core  # noqa: E402

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
ELEMENTS = {"svg", "title", "defs", "pattern", "rect", "g", "path", "text"}


def svg(deal, language="en"):
    return ElementTree.fromstring(_core.account_map(deal, deal.compile(), language))


def texts(root):
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_bundled_deal_has_a_map_that_parses_and_names_everybody(path, language):
    deal = bg.load(path)
    root = svg(deal, language)
    titles = [node.text for node in root.iter(f"{SVG}title")]
    for person in deal.to_dict()["people"]:
        if "name" in person:
            assert sum(title.startswith(person["name"]) for title in titles) == 1
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert any(text.startswith("未校准" if language == "zh" else "Uncalibrated") for text in texts(root))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_whatever_it_is(name):
    deal = bg.load(
        {
            "buygraph": 1,
            "name": name,
            "offers": [{"id": "us", "kind": "ours"}],
            "people": [{"id": "p", "name": name, "title": name, "roles": ["decision_maker"]}],
        }
    )
    root = svg(deal)
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= ELEMENTS
    assert not [attribute for node in root.iter() for attribute in node.keys() if attribute.startswith("on")]
    assert any((node.text or "").startswith(name) for node in root.iter(f"{SVG}title"))


def test_colours_are_resolved_and_nothing_is_fetched():
    text = _core.account_map(bg.load(EXAMPLES[0]), bg.load(EXAMPLES[0]).compile(), "zh")
    for word in ("var(", "href", "<style", "<script", "@import", "<image"):
        assert word not in text


def test_the_map_is_the_same_each_time():
    deal = bg.load(EXAMPLES[-1])
    assert _core.account_map(deal, deal.compile(), "zh") == _core.account_map(deal, deal.compile(), "zh")


def test_an_unknown_language_is_refused():
    deal = bg.load(EXAMPLES[0])
    with pytest.raises(ValueError, match="language"):
        _core.account_map(deal, deal.compile(), "fr")

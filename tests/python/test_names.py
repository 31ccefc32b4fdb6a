"""Texts that are somebody's name, whatever they hold: they load as they are and are escaped where they are shown."""

import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from small_deals import changed

import buygraph as bg
from buygraph import _core

NAMES = {
    "markup": "<script>alert(1)</script>",
    "quotes": """a"b'c&d<e>&amp;""",
    "end of cdata": "]]></text><script>",
    "joiners": "👩\u200d🔬 نام\u200cها",
    "right to left": "משה כהן",
    "isolates": "\u2068محمد\u2069",
    "second controls": "a\u009b2Jb\u0085c",
    "line separators": "a\u2028b\u2029c",
    "no characters": "a\uffffb\ufffec\U0001ffff",
    "private use": "\ue000\U0010fffd",
    "combining": "Z" + "\u0301" * 50,
    "formula": "=cmd|' /C calc'!A0",
    "percent": "%s%n{0}{name}$(reboot)`id`\\",
    "long": "很长的名字" * 2000,
    "blank": "   ",
}


@pytest.fixture(params=NAMES)
def named(request):
    name = NAMES[request.param]
    return name, bg.load(
        changed(
            ("name", name),
            ("account", name),
            ("people/0/name", name),
            ("people/1/title", name),
            ("people/2/department", name),
            ("offers/1/name", name),
            ("notes", name),
        )
    )


def test_every_other_text_loads_and_comes_back_as_it_was(named):
    name, deal = named
    assert deal.name == deal.account == name
    assert bg.load(deal.to_json()) == deal
    assert deal.to_dict()["people"][0]["name"] == name
    assert bg.load(deal.with_edits({"value": 1}).to_json()).to_dict()["offers"][1]["name"] == name


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text = set(), ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data):
        self.text += data


def test_html_holds_the_text_and_no_tag_of_it(named):
    name, deal = named
    for page in (
        deal.standings()._repr_html_(),
        deal.forecast(samples=16)._repr_html_(),
        deal.compile()._repr_html_(),
        deal.explain()._repr_html_(),
    ):
        seen = Tags()
        seen.feed(page)
        assert seen.tags <= {"table", "thead", "tbody", "tr", "th", "td", "bdi", "h4", "p"}
    seen = Tags()
    seen.feed(deal.standings()._repr_html_())
    assert name in seen.text


def test_ids_are_escaped_in_html_too():
    bad = "<img src=x onerror=alert(1)>"
    deal = bg.load(
        changed(
            ("offers/1/id", bad),
            ("people/0/id", bad),
            ("ties/0/to", bad),
            ("people/1/reports_to", bad),
            ("decision/decider", bad),
        )
    )
    for page in (
        deal.standings()._repr_html_(),
        deal.forecast(samples=16)._repr_html_(),
        deal.compile()._repr_html_(),
        deal.explain()._repr_html_(),
    ):
        assert "<img" not in page


def test_svg_is_well_formed_and_holds_no_tag_of_a_name(named):
    _, deal = named
    for language in ("en", "zh"):
        root = ET.fromstring(_core.account_map(deal, deal.compile(), language))
        assert {element.tag.split("}")[-1] for element in root.iter()}.isdisjoint({"script", "foreignObject", "image"})


def test_repr_is_one_line_of_text(named):
    _, deal = named
    repr(deal).encode()
    assert "\n" not in repr(deal)

"""Pages of many people: what their file holds packed, and that nothing of it is lost."""

import base64
import json
import lzma
import re

import pytest
from live_pages import HOSTILE, bundled, crowd

from buygraph import report
from buygraph.report import _account, _packed
from buygraph.report._document import SCRIPT

NOTE = {"en": "Packed, because the account is large", "zh": "此处内容已压缩"}


@pytest.fixture(autouse=True)
def script(monkeypatch):
    """A page's script that takes no room, whether or not this package has one."""
    monkeypatch.setattr(_account, "page_script", lambda required: "0")


def page(deal, limit, monkeypatch, **options):
    monkeypatch.setattr(_packed, "LIMIT", limit)
    return report.account_html(deal, samples=64, **options)


def held(text):
    data = json.loads(re.search(r'<script type="application/json">(.*?)</script>', text, re.DOTALL)[1])
    texts = {}
    for language, (length, packed) in data.get("packed", {}).items():
        filters = [{"id": lzma.FILTER_LZMA1, "pb": 0}]
        texts[language] = lzma.decompress(base64.b64decode(packed), lzma.FORMAT_RAW, filters=filters)
        assert len(texts[language]) == length
    return {language: json.loads(text) for language, text in texts.items()}


def cards(html):
    return re.findall(r'<article class="card"[^>]* data-person="([^"]*)"', html)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_lost_and_the_file_fits_as_far_as_packing_goes(language, monkeypatch):
    deal = bundled("05")
    whole = page(deal, 10**9, monkeypatch, language=language)
    assert held(whole) == {} and "data-packed" not in whole
    least = page(deal, 0, monkeypatch, language=language)
    size, smallest = len(whole.encode()), len(least.encode())
    for limit in [size, *range(smallest, size, (size - smallest) // 7)]:
        text = page(deal, limit, monkeypatch, language=language)
        assert len(text.encode()) <= limit
        assert _packed.unpacked(text) == whole
    assert _packed.unpacked(least) == whole
    assert _packed.unpacked(whole) == whole


def test_the_other_language_goes_first_then_cards_of_who_counts_least_then_drawings(monkeypatch):
    deal = bundled("05")
    whole = page(deal, 10**9, monkeypatch, language="en")
    other, own = re.findall(r'<main class="page".*?</main>', whole, re.DOTALL)
    everybody = cards(own)
    text = page(deal, len(whole.encode()) - 1, monkeypatch, language="en")
    assert held(text) == {"zh": [other]}
    seen = text[: text.index('<script type="application/json">')]
    assert own in seen and NOTE["zh"] in seen and NOTE["en"] not in seen
    without = len(text.encode())
    (taken,) = held(page(deal, without - 1, monkeypatch, language="en"))["en"]
    assert cards(taken) == everybody[-1:]
    power = deal.power(samples=64)
    counts = dict(zip(power["person"], map(abs, power["decision_influence"]), strict=True))
    assert counts[everybody[-1]] == min(counts.values())
    drawings, last = held(page(deal, 0, monkeypatch, language="en"))["en"]
    assert cards(last) == everybody
    assert re.findall(r'<div class="layout layout-(\w+)">', drawings) == ["influence", "power_stance", "zipper"]


def test_what_is_packed_is_as_redacted_and_as_harmless_as_the_rest(monkeypatch):
    deal = bundled("01")
    text = page(deal, 0, monkeypatch, redact=True)
    for person in deal.to_dict()["people"]:
        assert person.get("name", person["id"]) not in _packed.unpacked(text)
    text = _packed.unpacked(page(deal.with_edits(HOSTILE), 0, monkeypatch))
    assert re.findall(r"<script[^>]*>|<img", text) == ["<script>", '<script type="application/json">']


def test_a_page_without_script_is_never_packed(monkeypatch):
    text = page(bundled("05"), 0, monkeypatch, live=False)
    assert "data-packed" not in text


def test_a_page_of_somebody_else_is_left_as_it_is():
    for data in ["", "[1]", '{"packed": 1}', "no JSON", '{"words": {"packed": "x"}}']:
        text = f'<p class="note" data-packed="en">x</p><script type="application/json">{data}</script>'
        assert _packed.unpacked(text) == text
    assert _packed.unpacked("<p>plain</p>") == "<p>plain</p>"


def test_a_pdf_is_printed_from_the_whole_page(monkeypatch, tmp_path):
    deal = bundled("07")
    packed, whole = tmp_path / "packed.html", tmp_path / "whole.html"
    packed.write_text(page(deal, 0, monkeypatch), encoding="utf-8")
    whole.write_text(page(deal, 10**9, monkeypatch), encoding="utf-8")

    def pages(file):
        return report.to_pdf(file).read_bytes().count(b"/Type /Page\n")

    assert pages(packed) == pages(whole) > 1
    assert sorted(file.name for file in tmp_path.iterdir()) == ["packed.html", "packed.pdf", "whole.html", "whole.pdf"]


def test_sixty_people_fit_into_two_megabytes_with_everything_in_the_language_shown(monkeypatch):
    if not SCRIPT.exists():
        pytest.skip("the package came without its live page: run scripts/build-web and install it again")
    monkeypatch.undo()
    text = report.account_html(crowd(60), samples=64, live=True)
    assert len(text.encode()) < 2_000_000
    (language,) = held(text)
    assert language != crowd(60).language
    assert len(cards(text)) == 60

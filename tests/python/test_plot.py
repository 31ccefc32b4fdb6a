"""Charts of deals and forecasts: what is drawn stands where the numbers say, in both languages, whatever names hold."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import matplotlib
import pytest

matplotlib.use("Agg")

from matplotlib import font_manager, pyplot  # noqa: E402
from matplotlib.colors import to_hex, to_rgb  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402
from matplotlib.text import Text  # noqa: E402
from small_deals import changed, small  # noqa: E402
from test_names import NAMES  # noqa: E402

import buygraph as bg  # noqa: E402
from buygraph import _core  # noqa: E402
from buygraph._core import rounded_together, waterfall_rows  # noqa: E402
from buygraph.plot import _fonts  # noqa: E402
from buygraph.plot._flags import flags  # noqa: E402
from buygraph.plot._palette import palettes  # noqa: E402
from buygraph.report import account_html  # noqa: E402

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "deals").glob("*.json"))
SQUEEZED = bg.load(next(path for path in EXAMPLES if path.name.startswith("03")))
LYOPHILISATION = bg.load(next(path for path in EXAMPLES if path.name.startswith("08")))
FORECASTS = {path.stem: (bg.load(path), bg.load(path).forecast(samples=256)) for path in EXAMPLES}
LIGHT, DARK = palettes()


@pytest.fixture(autouse=True)
def closed():
    yield
    pyplot.close("all")


def written(ax):
    """The texts of an Axes that are seen."""
    return [one for one in ax.findobj(Text) if one.get_text().strip() and one.get_visible()]


def said(ax):
    """All that is written on an Axes."""
    return [one.get_text().replace("\u2007", "") for one in written(ax)]


def number(text):
    return float(text.replace("\u2212", "-").replace("\u2007", ""))


def marks(ax, hollow=None):
    """Lines of one place: (marker, x, y)."""
    ground = to_hex(ax.get_facecolor())
    return [
        (one.get_marker(), float(one.get_xdata()[0]), float(one.get_ydata()[0]))
        for one in ax.lines
        if len(one.get_xdata()) == 1 and hollow in (None, to_hex(one.get_markerfacecolor()) == ground)
    ]


def bars(ax):
    """Level lines: y to (from, to)."""
    found = {}
    for one in ax.lines:
        (x, y) = (list(map(float, data)) for data in one.get_data())
        if len(x) == 2 and y[0] == y[1] and one.get_linewidth() == 6:
            found[y[0]] = tuple(x)
    return found


# ---------------------------------------------------------------- outcomes


@pytest.mark.parametrize("name", FORECASTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_marks_stand_at_the_chances_and_bars_end_at_the_intervals(name, language):
    deal, forecast = FORECASTS[name]
    ax = forecast.plot.outcomes(deal=deal, language=language)
    listed = _core.outcome_rows(deal, forecast, language)
    assert [(x, y) for _, x, y in marks(ax)] == [(row["probability"], at) for at, row in enumerate(listed)]
    assert bars(ax) == {at: (row["low"], row["high"]) for at, row in enumerate(listed)}
    assert [marker for marker, *_ in marks(ax)] == ["o", *["D"] * (len(listed) - 2), "s"]
    assert ax.get_title(loc="left").replace("\n", "") == _core.headline(
        deal, forecast, language
    ) or "\n" in ax.get_title(loc="left")
    for row in listed:
        assert row["name"][:1].upper() + row["name"][1:] in said(ax)
        assert _core.percent(row["probability"]) in said(ax)
        assert _core.percent_range(row["low"], row["high"]) in said(ax)
    assert any(_core.uncalibrated(language) in one for one in said(ax))
    assert ax.get_xlim() == (0, 1)
    assert ax.get_xlabel() == ("概率" if language == "zh" else "chance")


def test_rows_stand_one_under_the_other_ours_first_and_no_decision_last():
    deal, forecast = FORECASTS["05-divided-committee.en"]
    ax = forecast.plot.outcomes()
    labels = [one for one in ax.texts if one.get_ha() == "right"]
    ax.figure.canvas.draw()
    from_top = sorted(labels, key=lambda one: -one.get_window_extent().y0)
    assert [one.get_text() for one in from_top] == ["Us", "Orvelt", "Sanderline", "No decision"]
    rivals = [forecast.outcomes["orvelt"], forecast.outcomes["sanderline"]]
    assert rivals == sorted(rivals, reverse=True)


def test_the_forecast_before_is_hollow_and_said():
    after = SQUEEZED.at_terms({"price": 17_000_000}, samples=256)
    ax = after.plot.outcomes(deal=SQUEEZED, language="en")
    order = ["ours", "aldurra", "stay"]
    assert [x for _, x, _ in marks(ax, hollow=True)] == [after.before.outcomes[offer] for offer in order]
    assert [x for _, x, _ in marks(ax, hollow=False)] == [after.outcomes[offer] for offer in order]
    assert "was " + _core.percent(after.before.win) in said(ax)
    again = after.plot.outcomes(before=after, deal=SQUEEZED)
    assert [x for _, x, _ in marks(again, hollow=True)] == [x for _, x, _ in marks(again, hollow=False)]
    other = FORECASTS["01-technical-veto.zh"][1]
    with pytest.raises(bg.InputError, match="before"):
        after.plot.outcomes(before=other)


def test_beyond_three_rivals_the_rest_share_a_row_without_a_range():
    deal = small()
    deal["offers"] += [{"id": f"r{at}", "kind": "competitor", "ratings": {"cost": at}} for at in range(4)]
    forecast = bg.load(deal).forecast(samples=64)
    ax = forecast.plot.outcomes(language="en")
    rivals = sorted((p for offer, p in forecast.outcomes.items() if offer not in ("us", "stay")), reverse=True)
    assert [x for _, x, _ in marks(ax)] == pytest.approx(
        [forecast.win, *rivals[:3], sum(rivals[3:]), forecast.outcomes["stay"]]
    )
    assert set(bars(ax)) == {0, 1, 2, 3, 5}
    assert "Other rivals" in said(ax) and "–" in said(ax)


def test_shares_of_the_variance_are_the_forecasts():
    _, forecast = FORECASTS["08-lyophilisation-line.zh"]
    ax = forecast.plot.variance(language="zh")
    falls = sorted(forecast.variance.values(), reverse=True)
    assert [bar.get_width() for bar in ax.patches] == falls
    assert [_core.percent(fall) for fall in falls if _core.percent(fall) in said(ax)] == list(map(_core.percent, falls))
    assert ax.get_title(loc="left").startswith("我方区间为何这么宽")
    assert ax.get_xlim()[0] <= min(0, *falls)


# ---------------------------------------------------------------- the waterfall


def steps_of(ax):
    return [(one.get_x(), one.get_width()) for one in ax.patches if isinstance(one, Rectangle)]


def printed(ax):
    return [number(one) for one in said(ax) if re.fullmatch("[+\u2212]?[0-9]\\.[0-9]{3}", one) and one not in ticks(ax)]


def ticks(ax):
    return [one.get_text() for one in ax.get_xticklabels()]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_waterfall_goes_from_nothing_to_the_margin_and_its_numbers_add_up(path):
    deal = bg.load(path)
    why = deal.explain()
    ax = deal.plot.waterfall()
    steps = steps_of(ax)
    assert steps[0][0] == 0
    for (start, width), (following, _) in zip(steps, steps[1:], strict=False):
        assert start + width == pytest.approx(following, abs=1e-15)
    assert [width for _, width in steps] == sorted((width for _, width in steps), reverse=True)
    ((_, end, row),) = [one for one in marks(ax) if one[0] == "D"]
    assert end == pytest.approx(why.margin, abs=1e-12) and row == len(steps)
    *parts, total = printed(ax)
    assert len(parts) == len(steps)
    assert round(1000 * sum(parts)) == round(1000 * total)
    assert total == pytest.approx(why.margin, abs=5.1e-4)
    for part, (_, width) in zip(parts, steps, strict=True):
        assert part == pytest.approx(width, abs=1e-3)
    for left, right in steps:
        assert ax.get_xlim()[0] <= min(left, left + right) and max(left, left + right) <= ax.get_xlim()[1]


FALL = re.compile(r'"label">(?:<bdi>)?([^<]*)(?:</bdi>)?</span><svg.*?</svg><span class="number">([^<]*)</span>')


@pytest.mark.parametrize("name", [name for name in FORECASTS if not name.startswith("07")])
def test_a_waterfall_of_people_prints_what_the_report_prints(name):
    deal, _ = FORECASTS[name]
    page = account_html(deal, samples=16)
    start = page.index('class="waterfall"', page.index(f'<main class="page" data-language="{deal.language}"'))
    rows = FALL.findall(page[start : page.index("</section>", start)])
    ax = deal.plot.waterfall()
    assert [number(value) for _, value in rows] == printed(ax)
    assert [unescape(label) for label, _ in rows] == [one.get_text() for one in ax.texts if one.get_ha() == "right"]


def test_one_persons_share_is_opened_by_concern_and_prints_what_all_people_print_for_him():
    why = SQUEEZED.explain()
    whole = SQUEEZED.plot.waterfall()
    shares = dict(zip((one.get_text() for one in whole.texts if one.get_ha() == "right"), printed(whole), strict=True))
    ax = SQUEEZED.plot.waterfall(person="moreau", language="en")
    own = [part["contribution"] for part in why.rows() if part["person"] == "moreau"]
    assert sum(width for _, width in steps_of(ax)) == pytest.approx(sum(own))
    *parts, total = printed(ax)
    assert total == shares["Céline Moreau"] and round(1000 * sum(parts)) == round(1000 * total)
    assert "Room for later price cuts" in said(ax) and "leaning" in said(ax)
    with pytest.raises(bg.InputError, match="moreau"):
        SQUEEZED.plot.waterfall(person="nobody")


def test_a_deal_of_one_person_falls_by_concern():
    deal, _ = FORECASTS["07-one-person.en"]
    ax = deal.plot.waterfall()
    ((_, end, _),) = [one for one in marks(ax) if one[0] == "D"]
    assert end == pytest.approx(deal.explain().margin, abs=1e-12)
    assert bg.catalog.label("return_on_investment") in said(ax)


@pytest.mark.parametrize(
    "values, expected",
    [
        ([1.5, 1.5], [2, 1]),
        ([0.4, 0.4, 0.4], [1, 0, 0]),
        ([-0.4, -0.4, -0.4], [0, 0, -1]),
        ([3.0, -1.0], [3, -1]),
        ([], []),
        ([33.33, 33.33, 33.34], [33, 33, 34]),
    ],
)
def test_largest_remainders(values, expected):
    assert rounded_together(values) == expected


def test_rounding_together_adds_up_and_goes_nowhere_far():
    import random

    source = random.Random(7)
    for _ in range(300):
        values = [source.uniform(-5, 5) for _ in range(source.randint(1, 12))]
        whole = rounded_together(values)
        assert abs(sum(whole) - sum(values)) <= 0.5 + 1e-9
        assert all(abs(one - value) < 1 + 1e-9 for one, value in zip(whole, values, strict=True))


def test_small_parts_join_the_others():
    assert [of for of, _ in waterfall_rows([1.0, -0.5, 0.01, 0.02, 0])] == [[0], [3, 2], [1]]
    many = waterfall_rows([1.0] * 12)
    assert len(many) == 10 and sorted(len(of) for of, _ in many) == [1] * 9 + [3]
    assert sum(value for _, value in many) == 12


# ---------------------------------------------------------------- the price


@pytest.mark.parametrize("name", ["03-squeezed-price.en", "08-lyophilisation-line.zh"])
def test_the_price_chart_shows_the_negotiation(name):
    deal, _ = FORECASTS[name]
    found = deal.negotiate(samples=64, language=deal.language)
    figure = deal.plot.price(found)
    above, below = figure.axes  # and no second scale
    assert above.get_shared_x_axes().joined(above, below)
    curves = [next(one for one in ax.lines if len(one.get_xdata()) > 2) for ax in (above, below)]
    assert list(curves[0].get_xdata()) == found["price"] and list(curves[0].get_ydata()) == found["win"]
    assert list(curves[1].get_ydata()) == found["expected_margin"]
    assert above.get_ylim()[0] == 0
    for ax in (above, below):
        (band,) = [one for one in ax.patches]
        box = (
            band.get_path().get_extents(band.get_patch_transform())
            if band.get_patch_transform()
            else band.get_extents()
        )
        low, high = found.zone
        assert (box.x0, box.x1) == pytest.approx((max(low, min(found["price"])), min(high, max(found["price"]))))
        uprights = {float(one.get_xdata()[0]) for one in ax.lines if len(set(one.get_xdata())) == 1}
        ours = next(offer for offer in deal.to_dict()["offers"] if offer["kind"] == "ours")
        assert uprights == {ours["terms"]["price"], found.nash["price"], found.best["price"]}
    currency = deal.to_dict()["currency"]
    for price in (found.nash["price"], found.best["price"], found.zone[0]):
        assert any(_core.money(price, currency, deal.language) in one for one in said(above))
    assert below.get_xlabel() == ("价格" if deal.language == "zh" else "price")


def test_names_of_prices_do_not_touch(tmp_path):
    for name in (
        "01-technical-veto.zh",
        "03-squeezed-price.en",
        "05-divided-committee.en",
        "08-lyophilisation-line.zh",
    ):
        deal, _ = FORECASTS[name]
        figure = deal.plot.price(deal.negotiate(samples=16))
        figure.savefig(tmp_path / "price.png")
        above = figure.axes[0]
        boxes = [one.get_window_extent() for one in above.texts if one.get_text() and one.get_fontweight() == 700]
        assert len(boxes) >= 3
        assert not [1 for i, one in enumerate(boxes) for other in boxes[:i] if one.overlaps(other)]


def test_without_a_zone_there_is_no_band_and_without_terms_the_fields_are_named():
    bare = bg.load(small())
    figure = bare.plot.price(bare.negotiate(samples=16), language="en")
    assert any("/offers/0/terms" in one for ax in figure.axes for one in said(ax))
    shut = SQUEEZED.with_edits({"customer/budget": 1_000_000})
    found = shut.negotiate(samples=16)
    assert found.zone is None
    axes = shut.plot.price(found, language="en").axes
    assert not [one for ax in axes for one in ax.patches] and any("no price" in one for one in said(axes[0]))


def test_two_axes_of_ones_own():
    figure, axes = pyplot.subplots(2, 1, sharex=True)
    found = SQUEEZED.negotiate(samples=16)
    assert SQUEEZED.plot.price(found, ax=axes) is figure
    with pytest.raises(bg.InputError, match="two"):
        SQUEEZED.plot.price(found, ax=[axes[0]])


def test_flags_touch_nothing():
    import random

    source = random.Random(3)
    for _ in range(60):
        count = source.randint(1, 4)
        places = sorted(source.uniform(0, 480) for _ in range(count))
        widths = [source.uniform(40, 150) for _ in range(count)]
        found = flags(places, widths, 480)
        for i, (one, width) in enumerate(zip(found, widths, strict=True)):
            assert width / 2 - 1e-6 <= one.middle <= 480 - width / 2 + 1e-6
            for j, other in enumerate(found):
                if i != j and one.line == other.line:
                    assert abs(one.middle - other.middle) >= (width + widths[j]) / 2
                if one.line < other.line:
                    assert abs(places[j] - one.middle) >= width / 2
    assert [one.line for one in flags([10, 200, 400], [50, 50, 50], 480)] == [0, 0, 0]


# ---------------------------------------------------------------- what all share


def charts(deal, language):
    """Every chart of a deal, as (name, Axes)."""
    forecast = deal.forecast(samples=16)
    yield "outcomes", forecast.plot.outcomes(deal=deal, language=language)
    yield "variance", forecast.plot.variance(language=language)
    yield "waterfall", deal.plot.waterfall(language=language)
    yield "waterfall of one", deal.plot.waterfall(person=deal.compile().people[0], language=language)
    for ax in deal.plot.price(deal.negotiate(samples=16), language=language).axes:
        yield "price", ax


@pytest.mark.filterwarnings("ignore:Glyph .* missing")  # of emoji and of what is no character
@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_are_text_whatever_they_hold(language):
    for name in (NAMES["percent"], NAMES["long"], NAMES["line separators"], r"$\frac{a}{b}$ \alpha", "$"):
        edits = [
            ("name", name),
            ("account", name),
            ("offers/1/name", name),
            *[(f"people/{at}/name", name) for at in range(3)],
        ]
        deal = bg.load(changed(*edits))
        for chart, ax in charts(deal, language):
            with matplotlib.rc_context({"text.usetex": True}):
                ax.figure.canvas.draw()
            assert not [one for one in written(ax) if one.get_parse_math() or one.get_usetex()], chart
            if chart == "waterfall" and name.startswith("$"):
                assert name in said(ax)
            assert max((len(one) for one in said(ax)), default=0) < 400
        pyplot.close("all")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_letter_has_a_font(language, tmp_path):
    for chart, ax in charts(LYOPHILISATION, language):
        for one in written(ax):
            missing = set(one.get_text()) - {"\n"}
            for family in one.get_fontfamily():
                file = font_manager.findfont(font_manager.FontProperties(family=[family]), fallback_to_default=False)
                missing -= {letter for letter in missing if ord(letter) in font_manager.get_font(file).get_charmap()}
            assert not missing, (chart, one.get_text())
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        LYOPHILISATION.plot.waterfall(language=language).figure.savefig(tmp_path / "waterfall.png")


def test_without_a_chinese_font_one_warning_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(_fonts, "CHINESE", ("No such family",))
    _fonts.chinese.cache_clear()
    _fonts._say_that_there_is_no_chinese.cache_clear()
    try:
        with pytest.warns(UserWarning) as seen:
            LYOPHILISATION.plot.waterfall(language="zh").figure.savefig(tmp_path / "one.png")
            LYOPHILISATION.plot.waterfall(language="zh").figure.savefig(tmp_path / "two.png")
        (only,) = seen
        assert "fonts-noto-cjk" in str(only.message) and "中文字体" in str(only.message)
    finally:
        _fonts.chinese.cache_clear()
        _fonts._say_that_there_is_no_chinese.cache_clear()


def test_a_font_that_the_caller_has_chosen_comes_first():
    with matplotlib.rc_context({"font.family": ["DejaVu Serif"]}):
        assert _fonts.families()[0] == "DejaVu Serif"
    with matplotlib.rc_context({"font.sans-serif": ["DejaVu Sans Mono"]}):
        assert _fonts.families()[0] == "DejaVu Sans Mono"
    assert _fonts.families()[0] in _fonts.LATIN and _fonts.families("汉")[-1] in _fonts.CHINESE


def test_colours_are_the_tokens_of_the_core():
    tokens = (ROOT / "include" / "buygraph" / "picture" / "tokens.hpp").read_text(encoding="utf-8")
    rows = re.findall(r'\{"([\w-]+)", "(#[0-9A-F]{6})", "(#[0-9A-F]{6})"\}', tokens)
    assert {name: light for name, light, _ in rows} == LIGHT
    assert {name: dark for name, _, dark in rows} == DARK
    for file in (ROOT / "python" / "buygraph" / "plot").glob("*.py"):
        assert not re.findall(r"#[0-9A-Fa-f]{6}\b", file.read_text(encoding="utf-8")), file.name


def used(ax):
    return {to_hex(colour).upper() for one in ax.lines for colour in (one.get_color(), one.get_markerfacecolor())}


def test_on_dark_ground_the_dark_palette_is_used():
    _, forecast = FORECASTS["03-squeezed-price.en"]
    light = forecast.plot.outcomes()
    assert {LIGHT["for2"], LIGHT["ag2"], LIGHT["none"]} <= used(light)
    with pyplot.style.context("dark_background"):
        dark = forecast.plot.outcomes()
    assert {DARK["for2"], DARK["ag2"], DARK["none"]} <= used(dark)
    assert to_hex(dark.get_facecolor()).upper() == DARK["sf"] == to_hex(dark.figure.get_facecolor()).upper()
    _, own = pyplot.subplots(facecolor="black", subplot_kw={"facecolor": "none"})
    assert DARK["for2"] in used(forecast.plot.outcomes(ax=own))


def contrast(one, other):
    def luminance(colour):
        parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_every_word_can_be_read_on_its_ground(dark):
    with pyplot.style.context("dark_background" if dark else "default"):
        for chart, ax in charts(SQUEEZED, "en"):
            for one in written(ax):
                assert contrast(one.get_color(), ax.get_facecolor()) >= 4.5, (chart, one.get_text())


def test_numbers_have_a_real_minus():
    for _, ax in charts(LYOPHILISATION, "en"):
        assert not [one for one in said(ax) if re.search(r"(^|[ (])-\d", one)]


def test_an_axes_of_ones_own_is_drawn_on_and_given_back():
    _, forecast = FORECASTS["03-squeezed-price.en"]
    figure, axes = pyplot.subplots(1, 3)
    count = len(pyplot.get_fignums())
    assert forecast.plot.outcomes(ax=axes[0]) is axes[0]
    assert forecast.plot.variance(ax=axes[1]) is axes[1]
    assert SQUEEZED.plot.waterfall(ax=axes[2]) is axes[2]
    assert len(pyplot.get_fignums()) == count
    figure.canvas.draw()


def test_another_language_is_refused():
    _, forecast = FORECASTS["03-squeezed-price.en"]
    for draw in (forecast.plot.outcomes, forecast.plot.variance, SQUEEZED.plot.waterfall, SQUEEZED.plot.price):
        with pytest.raises(bg.InputError, match="language"):
            draw(language="fr")


def test_where_matplotlib_is_absent_the_rest_works_and_the_error_says_what_to_install():
    script = f"""
import sys
sys.modules["matplotlib"] = None
import buygraph as bg
deal = bg.load({small()!r})
forecast = deal.forecast(samples=16)
repr(deal.plot), repr(forecast.plot), deal._repr_mimebundle_()
for draw in (deal.plot.map, deal.plot.price, forecast.plot.outcomes, lambda: bg.plot.calibration([0.5], [True])):
    try:
        draw()
    except ImportError as error:
        print(error)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.count("pip install 'buygraph[plot]'") == 4

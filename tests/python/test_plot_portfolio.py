"""Charts of many deals, and what was said against what happened."""

from itertools import product
from random import Random

import matplotlib
import pytest

matplotlib.use("Agg")

from matplotlib import pyplot  # noqa: E402
from matplotlib.colors import to_hex  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402
from matplotlib.text import Text  # noqa: E402
from small_deals import changed  # noqa: E402

import buygraph as bg  # noqa: E402
from buygraph import _core  # noqa: E402
from buygraph.plot._calibration import bins_of, wilson  # noqa: E402
from buygraph.plot._palette import palettes  # noqa: E402
from buygraph.plot._words import WORDS  # noqa: E402

LIGHT = palettes()[0]
SIMULATED = bg.simulate(40, seed=3)
ROWS = bg.Portfolio(SIMULATED, samples=64).forecast(steps=True)


@pytest.fixture(autouse=True)
def closed():
    yield
    pyplot.close("all")


def said(ax):
    return [one.get_text() for one in ax.findobj(Text) if one.get_text().strip() and one.get_visible()]


# ---------------------------------------------------------------- the pipeline


def heights(ax, token_share=None):
    """Bars from the left: (from, to, height)."""
    found = [one for one in ax.patches if isinstance(one, Rectangle)]
    solid = [one for one in found if to_hex(one.get_facecolor()).upper() == LIGHT["for2"]]
    chosen = solid if token_share == "solid" else [one for one in found if one not in solid]
    return sorted((one.get_x(), one.get_x() + one.get_width(), one.get_height()) for one in chosen)


def test_the_histogram_is_the_distribution_of_the_sum():
    values = [1_000_000, 2_000_000, 4_000_000]
    deals = [bg.load(changed(("id", f"d{at}"), ("value", value))) for at, value in enumerate(values)]
    rows = bg.Portfolio(deals, samples=64).forecast()
    ax = rows.plot.pipeline(language="en")
    by_bin = [0.0] * 20
    for outcome in product((0, 1), repeat=3):  # all ways in which three deals can end
        chance, won = 1.0, 0
        for one, p, value in zip(outcome, rows["win"], values, strict=True):
            chance, won = chance * (p if one else 1 - p), won + one * value
        by_bin[min(19, won * 20 // 7_000_000)] += chance
    drawn = [0.0] * 20
    for left, right, height in heights(ax):
        drawn[int((left + right) / 2 * 20 / 7_000_000)] = height
    assert drawn == pytest.approx(by_bin, abs=1e-9)
    expected = sum(p * value for p, value in zip(rows["win"], values, strict=True))
    uprights = [float(one.get_xdata()[0]) for one in ax.lines if len(set(one.get_xdata())) == 1]
    assert uprights == [pytest.approx(expected)]
    assert "mean " + _core.money(expected, "CNY", "en") in said(ax)
    assert ax.get_ylim()[0] == 0 and ax.get_xlim() == (0, 7_000_000)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_solid_from_the_tenth_to_the_ninetieth_percent(language):
    (total,) = [row for row in ROWS.pipeline().rows() if row["currency"] == "EUR" and row["total"]]
    ax = ROWS.plot.pipeline("EUR", language=language, quota=total["median"])
    solid = heights(ax, "solid")
    gap = total["value"] / 20 * 0.04
    assert solid[0][0] == pytest.approx(total["low"], abs=gap) and solid[-1][1] == pytest.approx(total["high"], abs=gap)
    assert all(total["low"] <= left and right <= total["high"] for left, right, _ in solid)
    won = ROWS.pipeline().won("EUR")
    assert any(_core.percent(won.at_least(total["median"])) in one for one in said(ax))
    assert ax.get_title(loc="left") == ("赢单总额的分布" if language == "zh" else "What will be won")
    assert ax.get_xlabel() == ("赢单总额" if language == "zh" else "value won")


def test_a_group_and_a_shock_are_those_of_the_pipeline():
    found = ROWS.pipeline(by="year", shock=0.2)
    row = next(row for row in found.rows() if not row["total"] and row["currency"] == "EUR")
    ax = ROWS.plot.pipeline("EUR", by="year", group=row["group"], shock=0.2)
    assert any(float(one.get_xdata()[0]) == row["expected"] for one in ax.lines)
    assert ax.get_title(loc="left").endswith(row["group"])


def test_money_of_different_currencies_is_never_added():
    for draw in (ROWS.plot.pipeline, ROWS.plot.attention):
        with pytest.raises(bg.InputError, match="EUR"):
            draw()
        with pytest.raises(bg.InputError, match="EUR"):
            draw(currency="XXX")


def test_a_portfolio_draws_what_its_rows_draw():
    portfolio = bg.Portfolio([SIMULATED[at] for at in range(8)], samples=16)
    one, other = portfolio.plot.pipeline("CNY"), portfolio.forecast().plot.pipeline("CNY")
    assert heights(one) == heights(other)


# ---------------------------------------------------------------- attention


@pytest.mark.parametrize("language", ["zh", "en"])
def test_bars_are_the_worth_of_an_hour_and_hollow_without_hours(language):
    busy = bg.Portfolio(SIMULATED, samples=16).forecast(steps=True, weeks=0.2)
    rows = [row for row in busy.attention().rows() if row["currency"] == "EUR"][:9]
    assert {row["within"] for row in rows} == {True, False}
    ax = busy.plot.attention(currency="EUR", most=9, language=language)
    bars = [one for one in ax.patches if isinstance(one, Rectangle)]
    assert [bar.get_width() for bar in bars] == [row["hour_worth"] for row in rows]
    assert [bar.get_y() + bar.get_height() / 2 for bar in bars] == list(range(9))
    ground = to_hex(ax.get_facecolor())
    assert [to_hex(bar.get_facecolor()) == ground for bar in bars] == [not row["within"] for row in rows]
    for row in rows:
        assert row["account"] in said(ax)
        assert _core.money(row["hour_worth"], "EUR", language) in said(ax)
    assert ax.get_ylim()[0] > ax.get_ylim()[1]  # the best on top


def test_kinds_of_actions_are_called_as_the_plan_calls_them():
    kinds = {"meeting", "executive_call", "workshop", "reference_visit", "pilot"}
    seen = set()
    for number in range(len(SIMULATED)):
        deal = SIMULATED[number]
        for at, language in enumerate(("en", "zh")):
            plan = deal.plan(samples=16, language=language)
            for kind, sentence in zip(plan["kind"], plan["sentence"], strict=True):
                assert WORDS[kind][at] in sentence
                seen.add(kind)
        if len(seen) >= 4:
            break
    assert seen <= kinds and len(seen) >= 4


def test_no_steps_are_said():
    rows = bg.Portfolio([bg.load(changed(("id", "d")))], samples=16).forecast(steps=True)
    assert len(rows.attention()) == 0
    assert any("No step" in one for one in said(rows.plot.attention(language="en")))
    with pytest.raises(bg.InputError, match="most"):
        ROWS.plot.attention(currency="EUR", most=0)


# ---------------------------------------------------------------- calibration


@pytest.mark.parametrize(
    "happened, count, low, high",
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_intervals_are_those_published(happened, count, low, high):
    """Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I, method 3."""
    assert wilson(happened / count, count) == pytest.approx((low, high), abs=5e-5)


def test_marks_stand_at_what_was_said_and_what_happened():
    predicted = [0.05, 0.15, 0.15, 0.45, 0.45, 0.45, 0.45, 1.0]
    happened = [False, False, True, True, True, False, False, True]
    ax = bg.plot.calibration(predicted, happened, bins=5, language="en")
    marks = [one for one in ax.lines if one.get_marker() == "o"]
    places = [(float(one.get_xdata()[0]), float(one.get_ydata()[0])) for one in marks]
    assert places == [pytest.approx((0.35 / 3, 1 / 3)), pytest.approx((0.45, 0.5)), pytest.approx((1.0, 1.0))]
    spans = [
        tuple(map(float, one.get_ydata()))
        for one in ax.lines
        if len(set(one.get_xdata())) == 1 and len(one.get_xdata()) == 2
    ]
    assert spans == [pytest.approx(wilson(share, count)) for share, count in ((1 / 3, 3), (0.5, 4), (1.0, 1))]
    assert {"3", "4", "1"} <= set(said(ax))
    assert any("8 deals" in one for one in said(ax))
    assert ax.get_xlabel() and ax.get_ylabel()


def test_several_forecasts_of_a_deal_count_as_one():
    predicted, happened = [0.12, 0.18, 0.7, 0.75], [False, True, True, True]
    once = bins_of(predicted, happened, ["a", "b", "c", "d"], 4)
    thrice = bins_of(predicted * 3, happened * 3, ["a", "b", "c", "d"] * 3, 4)
    assert thrice == [pytest.approx(one) for one in once]
    weighted = bins_of([0.1, 0.2, 0.2], [True, False, False], ["a", "b", "b"], 1)
    assert weighted == [pytest.approx((2, 0.15, 0.5, *wilson(0.5, 2)))]
    ax = bg.plot.calibration(predicted * 3, happened * 3, deals=["a", "b", "c", "d"] * 3, language="zh")
    assert any(one.startswith("4 宗商机") for one in said(ax))


def test_intervals_of_fair_forecasts_hold_what_was_said_as_often_as_they_say():
    source = Random(5)
    held = bins = 0
    for _ in range(150):
        predicted = [source.choice((0.15, 0.35, 0.65)) for _ in range(150)]
        happened = [source.random() < chance for chance in predicted]
        found = bins_of(predicted, happened, None, 10)
        bins += len(found)
        held += sum(one.low <= one.said <= one.high for one in found)
    assert bins == 450 and 0.92 <= held / bins <= 0.98


@pytest.mark.parametrize(
    "predicted, happened, deals, words",
    [
        ([0.5, 1.2], [True, False], None, r"predicted\[1\].*1\.2"),
        ([0.5, float("nan")], [True, False], None, r"predicted\[1\]"),
        ([0.5], [0.5], None, r"happened\[0\]"),
        ([0.5, 0.5], [True], None, "2 predicted, 1 happened"),
        ([], [], None, "0 predicted"),
        ([0.5], [True], ["a", "b"], "2 deals"),
    ],
)
def test_what_is_no_forecast_is_refused(predicted, happened, deals, words):
    with pytest.raises(bg.InputError, match=words):
        bg.plot.calibration(predicted, happened, deals)

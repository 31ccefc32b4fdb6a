"""What a deal, a forecast and a portfolio can draw. Nothing of matplotlib is imported before the first picture."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .. import _core
from .._core import Deal, Forecast
from ..portfolio import Forecasts, Portfolio
from ..tables import library

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from .._negotiate import Negotiation


def _drawing(name: str) -> Any:
    """A module of pictures, after what it needs."""
    library("matplotlib", "plot")
    return import_module(f"buygraph.plot.{name}")


def _language(given: str | None, default: str | None = None) -> str:
    language: str = _drawing("_canvas").language_of(given, default)
    return language


class DealPlots:
    """Pictures of one deal: ``deal.plot.map()`` and so on.

    Each takes ``ax`` (an Axes of matplotlib to draw on; a figure of its own unless given) and ``language`` ('en' or
    'zh'; the deal's own unless given).

    Raises, all of them:
        ImportError: matplotlib is missing; it says what to install.
        InputError: another language.
    """

    def __init__(self, deal: Deal) -> None:
        self._deal = deal

    def __repr__(self) -> str:
        return f"DealPlots({self._deal!r}): map, power_stance, influence, zipper, waterfall, price"

    def map(
        self,
        layout: str = "hierarchy",
        width: float | None = None,
        heading: bool = True,
        ax: Axes | None = None,
        language: str | None = None,
        scale: str = "lead",
    ) -> Axes:
        """The account map, the same drawing as ``deal.map`` and the report: who stands where, and what links them.

        The units of the Axes are the drawing's px, y downwards. Letters and lines grow and shrink with it. It is drawn
        on light ground, also where the figure is dark.

        Args:
            layout: 'hierarchy', 'influence', 'power_stance' or 'zipper', as of ``Deal.map``.
            width: px, from 320; as wide as it needs unless given.
            heading: whether account, date and scale stand above it.
            scale: 'lead', 'stance_to_us' or 'pull_to_buy', as of ``Deal.map``.

        Raises:
            InputError: another layout or scale, or a width out of range.

        Cost: that of ``Deal.map``, and about 0.2 s for ten people.
        """
        words = _language(language, self._deal.language)
        drawn: Axes = _drawing("_scene").draw_scene(self._deal.map(layout, words, width, heading, scale), ax)
        return drawn

    def power_stance(
        self,
        width: float | None = None,
        heading: bool = True,
        ax: Axes | None = None,
        language: str | None = None,
        scale: str = "lead",
    ) -> Axes:
        """Across where everybody stands, with the 10–90 % range; up how much he moves the decision. See ``map``."""
        return self.map("power_stance", width, heading, ax, language, scale)

    def influence(
        self,
        width: float | None = None,
        heading: bool = True,
        ax: Axes | None = None,
        language: str | None = None,
        scale: str = "lead",
    ) -> Axes:
        """Everybody by how many steps he is away from the decision. See ``map``."""
        return self.map("influence", width, heading, ax, language, scale)

    def zipper(
        self,
        width: float | None = None,
        heading: bool = True,
        ax: Axes | None = None,
        language: str | None = None,
        scale: str = "lead",
    ) -> Axes:
        """Our people facing theirs: who looks after whom, and who has nobody. See ``map``."""
        return self.map("zipper", width, heading, ax, language, scale)

    def waterfall(
        self,
        decider: str | None = None,
        rival: str | None = None,
        gate: str | None = None,
        person: str | None = None,
        ax: Axes | None = None,
        language: str | None = None,
    ) -> Axes:
        """Why ours and not theirs: what each person adds to our lead or takes from it, down to the margin.

        Blue to the right is for us, rust to the left against us. Printed are thousandths of the attitude (about −1 to
        1); they add up to the printed margin exactly. Who adds less than 2 % of all sizes, or comes after the first
        nine, joins the others.

        Args:
            decider, rival, gate: as of ``Deal.explain``.
            person: id; his share alone, by concern. So is a deal of one person.

        Raises:
            InputError: a name that is not in the deal; it lists those that are.

        Cost: that of ``Deal.explain``.
        """
        words = _language(language, self._deal.language)
        drawn: Axes = _drawing("_waterfall").waterfall(self._deal, decider, rival, gate, person, ax, words)
        return drawn

    def price(
        self,
        negotiation: Negotiation | None = None,
        ax: Sequence[Axes] | None = None,
        language: str | None = None,
    ) -> Figure:
        """What each price would do: P(ours) above, the expected margin below, over one axis of prices.

        Verticals: the price now, the Nash point, the price of greatest expected margin; as a band the prices that are
        good for all three. What lacks its fields is not drawn; without a price curve the head names the missing fields.

        Args:
            negotiation: from ``deal.negotiate()``; computed with its defaults unless given.
            ax: two, one over the other.

        Returns:
            The Figure.

        Cost: that of ``Deal.negotiate``, some dozens of forecasts, unless one is given.
        """
        words = _language(language, self._deal.language)
        found = self._deal.negotiate(language=words) if negotiation is None else negotiation
        drawn: Figure = _drawing("_price").price(self._deal, found, ax, words)
        return drawn


class ForecastPlots:
    """Pictures of one forecast: ``forecast.plot.outcomes()``, ``forecast.plot.variance()``.

    Each takes ``ax`` (an Axes of matplotlib to draw on; a figure of its own unless given) and ``language`` ('en' unless
    given).

    Raises, all of them:
        ImportError: matplotlib is missing; it says what to install.
        InputError: another language.
    """

    def __init__(self, forecast: Forecast) -> None:
        self._forecast = forecast

    def __repr__(self) -> str:
        return f"ForecastPlots({self._forecast!r}): outcomes, variance"

    def outcomes(
        self,
        before: Forecast | None = None,
        deal: Deal | None = None,
        ax: Axes | None = None,
        language: str | None = None,
    ) -> Axes:
        """The chance of each outcome, and how unsure it is: ours, the rivals by chance, no decision last.

        A mark at the chance (circle us, diamond a rival, square no decision), a bar from the 10 % to the 90 % point of
        what we do not know, both in figures at the right. More than three rivals: the rest share a row, without range.

        Args:
            before: another forecast with the same outcomes, as hollow marks; after a change the one before it.
            deal: whose names the outcomes get, and its verdict the title; ids unless given. Its language holds, too.

        Raises:
            InputError: a forecast before with other outcomes.
        """
        words = _language(language, deal.language if deal is not None else None)
        drawn: Axes = _drawing("_forecast").outcomes(self._forecast, before, deal, ax, words)
        return drawn

    def variance(self, ax: Axes | None = None, language: str | None = None) -> Axes:
        """Why our range is wide: by how much the variance of P(ours) would fall if all errors of a kind were known.

        Shares of the whole variance, the largest first. They need not add up, and small ones may come out below 0.
        """
        drawn: Axes = _drawing("_forecast").variance(self._forecast, ax, _language(language))
        return drawn


class PortfolioPlots:
    """Pictures of many deals: ``portfolio.plot.pipeline()``, ``portfolio.plot.attention()``.

    Of a ``Portfolio`` each picture forecasts all its deals; of the rows of ``portfolio.forecast()`` none does.

    Each takes ``ax`` (an Axes of matplotlib to draw on; a figure of its own unless given) and ``language`` ('en' unless
    given).

    Raises, all of them:
        ImportError: matplotlib is missing; it says what to install.
        InputError: another language; several currencies and none asked for, or one that no deal has.
    """

    def __init__(self, deals: Portfolio | Forecasts) -> None:
        self._deals = deals

    def __repr__(self) -> str:
        return f"PortfolioPlots({type(self._deals).__name__}): pipeline, attention"

    def pipeline(
        self,
        currency: str | None = None,
        by: str | None = None,
        group: str | None = None,
        shock: float = 0.0,
        quota: float | None = None,
        ax: Axes | None = None,
        language: str | None = None,
    ) -> Axes:
        """What will be won: the chance of each amount, in twenty steps from nothing to the value of all deals.

        Darker from the 10 % to the 90 % point; a vertical at the mean.

        Args:
            currency: may be left out where there is only one; money of different currencies is never added.
            by, shock: as of ``Portfolio.pipeline``.
            group: of `by`; all deals unless given.
            quota: an amount, as a second vertical with the chance of reaching it.

        Raises:
            InputError: a group that is not there; arguments out of range.
        """
        words = _language(language)
        found = self._deals.pipeline(by, shock)
        drawn: Axes = _drawing("_portfolio").pipeline(found, currency, group, quota, shock, ax, words)
        return drawn

    def attention(
        self,
        weeks: float = 4,
        currency: str | None = None,
        most: int = 15,
        ax: Axes | None = None,
        language: str | None = None,
    ) -> Axes:
        """Where an hour of the team is worth most: the best steps of all plans, by what one hour of each is worth.

        Hollow bars are steps for which that member of the team has no hours left after those above.

        Args:
            weeks: for which the weekly hours count, as of ``Portfolio.attention``; rows of a forecast have theirs.
            currency: may be left out where there is only one.
            most: steps, 1 or more.

        Raises:
            InputError: rows without steps: ``portfolio.forecast(steps=True)`` has them.
        """
        words = _language(language)
        found = self._deals.attention() if isinstance(self._deals, Forecasts) else self._deals.attention(weeks)
        drawn: Axes = _drawing("_portfolio").attention(found, currency, most, ax, words)
        return drawn


def calibration(
    predicted: Sequence[float],
    happened: Sequence[bool],
    deals: Sequence[Hashable] | None = None,
    bins: int = 10,
    ax: Axes | None = None,
    language: str | None = None,
) -> Axes:
    """What was said against what happened: in bins of one width the mean forecast, the share that came true, how many.

    Verticals are 95 % intervals of Wilson for the share; forecasts that come true as often as they say lie on the
    dashed line, within them. Beside each mark stands its number of deals.

    Args:
        predicted: chances, 0 to 1.
        happened: for each whether it came true.
        deals: for each which deal it is of. Several forecasts of one deal (of each month, of each outcome) are no
            independent evidence: together they count as one deal, each with an equal part. Each a deal unless given.
        bins: from 0 to 1, at least 1; empty ones are left out.

    Raises:
        InputError: a number out of range, with its place; lists of different lengths.
        ImportError: matplotlib is missing; it says what to install.

    Source: Wilson 1927, doi:10.1080/01621459.1927.10502953.
    """
    words = _language(language)
    drawn: Axes = _drawing("_calibration").calibration(predicted, happened, deals, bins, ax, words)
    return drawn


def _plot_deal(self: Deal) -> DealPlots:
    """Pictures of the deal, by matplotlib: map, power_stance, influence, zipper, waterfall, price."""
    return DealPlots(self)


def _plot_forecast(self: Forecast) -> ForecastPlots:
    """Pictures of the forecast, by matplotlib: outcomes, variance."""
    return ForecastPlots(self)


for _class, _getter in ((_core.Deal, _plot_deal), (_core.Forecast, _plot_forecast)):
    _owner: Any = _class
    _owner.plot = property(_getter)

"""Price and terms, as methods of a deal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import _core
from ._api import _attach
from ._core import ChangedForecast, Deal
from .tables import Table, said


class Negotiation(Table):
    """Price and terms, good for all three: the price curve, a row a price.

    Columns: price, win (P(ours)), standard_error, margin (share of the price), expected_margin (P(ours) times price
    less cost), expected_margin_error, purchaser, supplier, company (how content each is: 0 at its reservation, 1 at its
    target; None where fields are missing), within_budget. What cannot be told is None and never 0.

    Attributes:
        customer: the customer's money at today's terms: net_present_value, internal_rate, return_on_investment,
            payback_years, discounted_payback_years, peak_cash_need, mean_days.
        seller: margin, net_present_value, floor_price, target_price, price_room.
        parties: how content the three are today.
        zone: (low, high) of the prices that are good for all who are known; None where there are none.
        limits: the prices that bound it, by name.
        openings: of an empty zone, what would open it: field (JSON pointer), by, beyond, alone.
        unknown: parties of whom nothing can be told; default_margins: pointers to margins that nobody gave.
        nash: the Nash point: price, win, margin, expected_margin, purchaser, supplier, company; or None.
        best: the price of greatest expected margin, the same fields; best_at_end: whether it stands at an end.
        staged: prices that fall by year: year, price, saving, saving_share, margin, at_floor; staged_cost: what they
            cost us in present value.
        trades: later payment for a higher price: later (days), price, mean_days, win, value_gain, value_gain_error,
            seller_gain, customer_gain, and how content the three are then.
        effects: what each trade does to everybody's attitude to us: later, person, attitude_* of his own, final_* after
            people have talked.
        missing: for each part the JSON pointers of the fields that it lacks.
        sentences: all of it in words.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        super().__init__(found["curve"])
        self.customer: dict[str, float | None] = found["customer"]
        self.seller: dict[str, float | None] = found["seller"]
        self.parties: dict[str, float | None] = found["parties"]
        self.zone: tuple[float | None, float | None] | None = found["zone"]
        self.limits: dict[str, float] = found["limits"]
        self.openings = Table(found["openings"])
        self.unknown: list[str] = found["unknown"]
        self.default_margins: list[str] = found["default_margins"]
        self.nash: dict[str, float | None] | None = found["nash"]
        self.best: dict[str, float | None] | None = found["best"]
        self.best_at_end: bool = found["best_at_end"]
        self.staged = Table(found["staged"])
        self.staged_cost: float | None = found["staged_cost"]
        self.trades = Table(found["trades"])
        self.effects = Table(found["effects"])
        self.missing: dict[str, Any] = found["missing"]
        self.sentences: list[str] = found["sentences"]

    def _repr_html_(self) -> str:
        return said(self.sentences) + super()._repr_html_()


def _negotiate(
    self: Deal,
    prices: Sequence[float] | None = None,
    cut: float = 0.03,
    trade_step: float = 30,
    language: str = "en",
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
) -> Negotiation:
    """Price and terms: the price curve, the win-win zone, the Nash point, the price of greatest expected margin, staged
    cuts, and trades of a longer term for a higher price. What lacks its fields is not there, and they are named.

    Args:
        prices: of the curve; evenly from the floor price to the list price unless given.
        cut: of staged cuts, a year.
        trade_step: days from one trade to the next.
        language: of the sentences, 'en' or 'zh'.

    Raises:
        InputError: a price, cut or step that is none.
    """
    found = _core.negotiation_columns(
        self, self.compile(), list(prices or []), cut, trade_step, language, samples, seed, threads
    )
    return Negotiation(found)


def _at_terms(
    self: Deal, terms: dict[str, Any], samples: int = 4096, seed: int = 0, threads: int | None = None
) -> ChangedForecast:
    """The forecast with other terms of ours: moves made now, after the evidence, on the same samples.

    Whoever has a view of his own on a concern keeps it; a given rating moves by what the terms move.

    Args:
        terms: fields of offer.terms that change, as in a deal file: {"price": 900000}; None takes one out.

    Raises:
        DealError: terms that are not valid, with every fault.
    """
    ours = next(offer["id"] for offer in self.to_dict()["offers"] if offer["kind"] == "ours")
    there = self.with_edits({f"offers/{ours}/terms/{field}": value for field, value in terms.items()})
    model = self.compile()
    return _core.forecast_moves(model, _core.term_moves(self, model, there), samples, seed, threads)


_attach(Deal, "negotiate", _negotiate)
_attach(Deal, "at_terms", _at_terms)

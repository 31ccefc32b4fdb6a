"""What to do next, as methods of a deal: messages, zipper, plan, questions, the rival's plan, and the brief."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from . import _core
from ._api import _attach
from ._core import ChangedForecast, Deal
from .tables import Table


def _listed(columns: dict[str, Any], names: Sequence[str]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The columns with their lists of ids as texts, and for each row the lists."""
    details = [dict(zip(names, row, strict=True)) for row in zip(*(columns[name] for name in names), strict=True)]
    texts = {name: [None if ids is None else ", ".join(ids) for ids in columns[name]] for name in names}
    return {**columns, **texts}, details


def _said(sentences: Sequence[str]) -> str:
    return "".join(f"<p><bdi>{escape(sentence)}</bdi></p>" for sentence in sentences)


class Messages(Table):
    """What to say to each, and what to all: a row an advice.

    Columns: person, kind (lead: we are ahead; mend: we are behind; ask: we hardly know), concern, weight (C_2), margin
    (of our score over the rival's as he sees it, centred: 0.2 is a point), sd (of that margin), gain (of P(ours), by
    its slope, if his view of us came all the way to the best), sentence, reason (the numbers behind it in words).

    Attributes:
        rival: id of the offer compared with; the status quo's for staying.
        frame: at most three concerns for everybody: concern, gain (over all people), reach, breadth.
        plans: what nothing, the shared frame and each his own do: plan, messages, win, standard_error, gain,
            gain_error, conflict.
        sentences: the frame and the two plans in words.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        super().__init__(found["advice"])
        self.rival: str = found["rival"]
        self.frame = Table(found["frame"])
        self.plans = Table(found["plans"])
        self.sentences: list[str] = found["sentences"]

    def _repr_html_(self) -> str:
        return _said(self.sentences) + super()._repr_html_()


class Zipper(Table):
    """Who of ours looks after whom: a row a pair.

    Columns: deal (number of it, where there are several), member, person, fit (0.2 to 1), value, key (a key person),
    knows (they are in touch), asked (a wish), sentence.

    Attributes:
        without: people without a counterpart, key people first: deal, person, key, reason, sentence.
        unmet: wishes that cannot be met: deal, member, person, reason, sentence.
        members: member, pairs, left (how many more he could look after; None: no limit).
        value: the sum over pairs.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        super().__init__(found["pairs"])
        self.without = Table(found["without"])
        self.unmet = Table(found["unmet"])
        self.members = Table(found["members"])
        self.value: float = found["value"]


class Plan(Table):
    """What to do in the next weeks, in order: a row a step.

    Columns: kind, member, people, concerns, hours, cost, gain (of P(ours), after the steps before), standard_error,
    alone (its gain without the others), gain_an_hour, money (gain times the margin of the deal, less the cost; None
    without a value), sentence.

    Attributes:
        details: for each row people, concerns and introductions (ways from a contact of ours) as lists of ids.
        before, after: chance of every outcome without and with the plan.
        gain, gain_error: of P(ours), by the whole plan; the steps add up to it.
        conflict: how far people are apart on ours, before and after.
        quantile: (share, before, after): P(ours) that this share of the states of the world does not exceed.
        hours: by member: used and available (None: the deal does not say).
        cost: of all steps, in the deal's currency.
        by_hour: whether taking the best by hour led to the better set, or the best by gain.
        margin: what winning is worth, or None; margin_is_value: no cost is known, so that it is the value alone.
        candidates: how many actions there were to choose from.
        sentences: what the whole does, in words.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        columns, details = _listed(found["steps"], ("people", "concerns"))
        super().__init__(columns)
        ways = zip(details, found["introductions"], strict=True)
        self.details = [{**detail, "introductions": introductions} for detail, introductions in ways]
        self.before: dict[str, float] = found["before"]
        self.after: dict[str, float] = found["after"]
        self.gain: float = found["gain"]
        self.gain_error: float = found["gain_error"]
        self.conflict: tuple[float, float] = found["conflict"]
        self.quantile: tuple[float, float, float] = found["quantile"]
        self.hours = Table(found["hours"])
        self.cost: float = found["cost"]
        self.by_hour: bool = found["by_hour"]
        self.margin: float | None = found["margin"] and found["margin"][0]
        self.margin_is_value: bool = bool(found["margin"]) and not found["margin"][1]
        self.candidates: int = found["candidates"]
        self.sentences: list[str] = found["sentences"]

    def __repr__(self) -> str:
        return f"Plan({len(self)} steps, P(ours) {self.gain:+.4f} ± {self.gain_error:.4f})"

    def _repr_html_(self) -> str:
        return _said(self.sentences) + super()._repr_html_()


class Questions(Table):
    """What to ask whom, the answer that tells most first: a row a question.

    Columns: kind (stance, rating, listens, decider, seat), about, offer, concern, to, informant, reliability (of his
    answer, at his distance), fall (expected, of Var(P(ours)) over states of the world), fall_share (of that variance),
    worth (expected value of the answer in money over what could be done; None without a value), changes_choice (chance
    that it changes what we do; often 0), told (pieces of evidence that we have from him), in_return (his own concerns,
    for what help would be worth to him), sentence.

    Attributes:
        details: for each row in_return as a list of ids.
        variance: of P(ours).
        perfect: what perfect information would be worth over the same choices; None without a value.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        columns, self.details = _listed(found["rows"], ("in_return",))
        super().__init__(columns)
        self.variance: float = found["variance"]
        self.perfect: float | None = found["perfect"]


class RivalPlan(Table):
    """What a competitor may try next, and our cheapest answer: a row a step.

    Columns: kind, people, concerns, gain (of his chance), loss (of ours, signed), loss_error, answer (kind),
    answer_member, answer_people, answer_gain (of P(ours), after his step), answer_hours, answer_cost, restores (whether
    the answer brings back what his step takes), sentence.

    Attributes:
        details: for each row people, concerns and answer_people as lists of ids.
    """

    def __init__(self, columns: dict[str, Any]) -> None:
        texts, self.details = _listed(columns, ("people", "concerns", "answer_people"))
        super().__init__(texts)


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
        return _said(self.sentences) + super()._repr_html_()


class Brief:
    """One page for a meeting with a person.

    Attributes:
        person: id.
        title: heading.
        sections: each a dict of key (who, cares, stands, say, ask, avoid, goes), heading and lines.
        markdown: the page; whatever people wrote is shown literally.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        self.person: str = found["person"]
        self.title: str = found["title"]
        self.sections: list[dict[str, Any]] = found["sections"]
        self.markdown: str = found["markdown"]

    def to_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {"person": self.person, "title": self.title, "sections": self.sections}

    def __str__(self) -> str:
        return self.markdown

    def __repr__(self) -> str:
        return f"Brief({self.person!r}, {len(self.sections)} sections)"

    def _repr_html_(self) -> str:
        def section(one: dict[str, Any]) -> str:
            lines = "".join(f"<li><bdi>{escape(line)}</bdi></li>" for line in one["lines"])
            return f"<h4>{escape(one['heading'])}</h4><ul>{lines}</ul>"

        return f"<h3><bdi>{escape(self.title)}</bdi></h3>{''.join(map(section, self.sections))}"


def _messages(
    self: Deal, language: str = "en", samples: int = 4096, seed: int = 0, threads: int | None = None
) -> Messages:
    """Say to each what he cares about, and one thing to all; both ways scored on the forecast's own samples.

    Texts come from the catalog's templates, which a deal or a catalog file may replace (`advice` of a concern). Nobody
    is told to a vacant seat.

    Args:
        language: of the sentences, 'en' or 'zh'.
    """
    return Messages(_core.messages_columns(self, self.compile(), language, samples, seed, threads))


def zipper(
    deals: Sequence[Deal],
    team: Sequence[str] | None = None,
    fixed: Sequence[tuple[int, str, str]] = (),
    forbidden: Sequence[tuple[int, str, str]] = (),
    language: str = "en",
) -> Zipper:
    """Pairs the team with the customers' people over several deals at once: one expert, many deals.

    First as many key people as can have somebody, then the greatest sum of (0.05 + |influence| / greatest) · fit;
    exact. A member is the same in all deals by his id; his capacity counts over all of them, as the first deal that
    names him has it. Whom he knows is what each deal says.

    Args:
        deals: valid deals.
        team: ids of the members who take part; all that the deals name unless given.
        fixed: (number of the deal, member, person) that are agreed.
        forbidden: the same for pairs that must not be.
        language: of the sentences, 'en' or 'zh'.

    Raises:
        InputError: wishes about people or members who are not there, all of them.
    """
    wishes = [((member, person), deal, True) for deal, member, person in fixed]
    wishes += [((member, person), deal, False) for deal, member, person in forbidden]
    return Zipper(_core.zipper_columns(list(deals), None if team is None else list(team), wishes, language))


def _zipper(
    self: Deal,
    fixed: Sequence[tuple[str, str]] = (),
    forbidden: Sequence[tuple[str, str]] = (),
    language: str = "en",
) -> Zipper:
    """Pairs the deal's team with the customer's people; see buygraph.zipper.

    Args:
        fixed: (member, person) that are agreed.
        forbidden: pairs that must not be.
        language: of the sentences, 'en' or 'zh'.
    """
    return zipper([self], None, [(0, *pair) for pair in fixed], [(0, *pair) for pair in forbidden], language)


def _plan(
    self: Deal,
    weeks: float = 4,
    budget: float | None = None,
    objective: str = "win",
    quantile: float | None = None,
    catalog: bool = False,
    language: str = "en",
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
) -> Plan:
    """What to do in the next weeks: actions within the team's hours and a budget, for the greatest gain.

    Found greedily, by gain and by gain per hour, the better of the two. What actions gain together may be more than
    what they gain alone, so that no bound on the distance from the best plan is promised.

    Args:
        weeks: for which each member's weekly hours count.
        budget: money for all actions; no limit unless given.
        objective: 'win' for P(ours), 'margin' for the expected margin less the costs (needs the deal's value).
        quantile: of P(ours) over states of the world in place of the mean; 0.2 is a careful choice.
        catalog: whether to choose among the actions of the catalog as well where the deal has its own.
        language: of the sentences, 'en' or 'zh'.

    Raises:
        InputError: a deal without team, or without value for the objective 'margin'; arguments out of range.
    """
    found = _core.plan_columns(
        self, self.compile(), weeks, budget, objective, quantile, catalog, language, samples, seed, threads
    )
    return Plan(found)


def _questions(
    self: Deal,
    most: int = 20,
    all_informants: bool = False,
    language: str = "en",
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
) -> Questions:
    """What to ask our contacts next, and what each answer is worth.

    Args:
        most: rows.
        all_informants: a row for each who could be asked, not for the best alone.
        language: of the sentences, 'en' or 'zh'.
    """
    found = _core.questions_columns(self, self.compile(), most, all_informants, language, samples, seed, threads)
    return Questions(found)


class AnsweredForecast:
    """What an answer moved.

    Attributes:
        deal: the deal with the answer in it.
        change: the forecast after it, with `before`, `difference` and `difference_error`.
    """

    def __init__(self, deal: Deal, change: ChangedForecast) -> None:
        self.deal = deal
        self.change = change

    def __repr__(self) -> str:
        return f"AnsweredForecast({self.change!r})"

    def _repr_html_(self) -> str:
        return str(self.change._repr_html_())


def _answer(
    self: Deal,
    kind: str,
    about: str,
    value: float | None = None,
    informant: str = "",
    offer: str = "",
    concern: str = "",
    to: str = "",
    name: str = "",
    reliability: float | None = None,
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
) -> AnsweredForecast:
    """Puts an answer into the deal and shows what it moves; the deal itself stays as it is.

    Args:
        kind: stance, rating, listens, decider or seat, as in Deal.questions.
        about: id of the person; of who decides, the one who does.
        value: a stance from -1 to 1, a rating from 0 to 10, a strength from 0 to 1; of a seat the stance, if told.
        informant: id of a person, or any text.
        offer: of a stance; ours unless given.
        concern: of a rating.
        to: of listens: whom he listens to.
        name: of a seat: who sits there.
        reliability: of the informant at first hand, 0.7 unless given.

    Raises:
        InputError: a name that is not in the deal, a value out of range.
    """
    deal = _core.answered(self, kind, about, offer, concern, to, informant, value, name, reliability)
    return AnsweredForecast(deal, _core.forecast_change(self.compile(), deal.compile(), samples, seed, threads))


def _rival_plan(
    self: Deal,
    rival: str,
    most: int = 3,
    language: str = "en",
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
) -> RivalPlan:
    """What a competitor will try next, seen from his side, and our cheapest answer to each step.

    Args:
        rival: id of a competitor's offer.
        most: of his steps.
        language: of the sentences, 'en' or 'zh'.

    Raises:
        InputError: an offer that is no competitor's; it names those that are.
    """
    return RivalPlan(_core.rival_columns(self, self.compile(), rival, most, language, samples, seed, threads))


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


def _brief(
    self: Deal, person: str, language: str = "en", samples: int = 4096, seed: int = 0, threads: int | None = None
) -> Brief:
    """One page for tomorrow's meeting with a person: who he is, what he cares about, where he stands and how we know,
    what to say, what to ask, what to avoid, who of ours goes.

    Args:
        person: id.
        language: of the page, 'en' or 'zh'.

    Raises:
        InputError: a person who is not in the deal; it names those who are.
    """
    return Brief(_core.brief(self, self.compile(), person, language, samples, seed, threads))


_attach(Deal, "messages", _messages)
_attach(Deal, "zipper", _zipper)
_attach(Deal, "plan", _plan)
_attach(Deal, "questions", _questions)
_attach(Deal, "answer", _answer)
_attach(Deal, "rival_plan", _rival_plan)
_attach(Deal, "negotiate", _negotiate)
_attach(Deal, "at_terms", _at_terms)
_attach(Deal, "brief", _brief)

"""What to do next, as methods of a deal: messages, zipper, plan and the rival's plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import _core
from ._api import _attach
from ._core import Deal
from .tables import Table, listed, said


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
        return said(self.sentences) + super()._repr_html_()


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
        columns, details = listed(found["steps"], ("people", "concerns"))
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
        return said(self.sentences) + super()._repr_html_()


class RivalPlan(Table):
    """What a competitor may try next, and our cheapest answer: a row a step.

    Columns: kind, people, concerns, gain (of his chance), loss (of ours, signed), loss_error, answer (kind),
    answer_member, answer_people, answer_gain (of P(ours), after his step), answer_hours, answer_cost, restores (whether
    the answer brings back what his step takes), sentence.

    Attributes:
        details: for each row people, concerns and answer_people as lists of ids.
    """

    def __init__(self, columns: dict[str, Any]) -> None:
        texts, self.details = listed(columns, ("people", "concerns", "answer_people"))
        super().__init__(texts)


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
        InputError: wishes about people or members who are not there, or a team that the deals do not name; all of them.
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


_attach(Deal, "messages", _messages)
_attach(Deal, "zipper", _zipper)
_attach(Deal, "plan", _plan)
_attach(Deal, "rival_plan", _rival_plan)

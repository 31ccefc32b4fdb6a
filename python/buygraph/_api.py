"""What the compiled classes get on top: methods that forward, tables, and how they show themselves in a notebook."""

from __future__ import annotations

from html import escape
from typing import Any

from . import _core
from ._core import ChangedForecast, Deal, DecisionModel, Forecast
from .tables import Table


class Explanation(Table):
    """Why ours and not theirs: a row for each part of the margin, adding up to it exactly.

    Columns: person (id), concern (id, or None), kind (concern, leaning, importance), contribution (units of attitude).

    Attributes:
        margin: the lead of our offer over the rival's, in the eyes asked for.
        rival: id of the offer compared with; the status quo's for staying.
        gate: 'buy' or 'vendor'.
        people: what each person's parts add up to (person, share); together the margin.
        concerns: what each concern adds up to over all people (concern, share); the rest is leanings and errors.
        ties: what the margin loses when a tie is cut (from, to, relation, share); these add up to nothing.
        chains: the strongest ways concern -> person -> ... -> decision (concern, people, contribution), at most 10.
        paths: for each chain the ids of its people as a list.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        super().__init__({name: found[name] for name in ("person", "concern", "kind", "contribution")})
        self.margin: float = found["margin"]
        self.rival: str = found["rival"]
        self.gate: str = found["gate"]
        self.people = Table(found["people"])
        self.concerns = Table(found["concerns"])
        self.ties = Table(found["ties"])
        self.paths: list[list[str]] = found["chains"]["people"]
        self.chains = Table({**found["chains"], "people": list(map(" → ".join, self.paths))})

    def __repr__(self) -> str:
        return f"Explanation(margin={self.margin:+.4f} over {self.rival!r} at the {self.gate} gate, {len(self)} parts)"


def explain(
    model: DecisionModel, decider: str | None = None, rival: str | None = None, gate: str | None = None
) -> Explanation:
    """Takes the margin of our offer over another apart, down to person and concern.

    Args:
        model: from ``deal.compile()``.
        decider: id of the person through whose eyes; unless given, the deciders by their chances, under voting rules
            everybody by his votes.
        rival: id of the offer compared with; the likeliest competitor unless given. The status quo's id means staying.
        gate: 'vendor' against a competitor and 'buy' over staying, unless given.

    Raises:
        InputError: a name that is not in the model; it lists those that are.
    """
    return Explanation(_core.explain(model, decider, rival, gate))


def _forecast(
    self: Deal,
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
    method: str = "sobol",
    precision: str = "double",
    variance_by_group: bool = True,
) -> Forecast:
    """Compiles the deal and forecasts how it will end; see DecisionModel.forecast."""
    return self.compile().forecast(
        samples=samples,
        seed=seed,
        threads=threads,
        method=method,
        precision=precision,
        variance_by_group=variance_by_group,
    )


def _explain(
    self: Deal, decider: str | None = None, rival: str | None = None, gate: str | None = None
) -> Explanation:
    """Why ours and not theirs; see buygraph.explain."""
    return explain(self.compile(), decider, rival, gate)


def _explain_model(
    self: DecisionModel, decider: str | None = None, rival: str | None = None, gate: str | None = None
) -> Explanation:
    """Why ours and not theirs; see buygraph.explain."""
    return explain(self, decider, rival, gate)


def _move(
    self: Deal,
    moves: list[dict[str, Any]] | None = None,
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
) -> ChangedForecast:
    """The forecast after moves: shifts made now, after the evidence, on the same samples.

    Args:
        moves: as in a deal file: [{"kind": "leaning", "person": "chen", "offer": "us", "by": 0.2}]; the deal's
            own unless given. Kinds: score (centred: 0.2 is a point; of one person, or shared), leaning, attitude (at a
            gate), tie_strength, add_tie, cut_tie, susceptibility, personal_emphasis, veto_line, remove_person.

    Returns:
        The forecast after, with `before`, `difference` and `difference_error` by offer.

    Raises:
        InputError: a move that cannot be made; says which, which field, and what there is.
    """
    chosen = self.to_dict().get("moves", []) if moves is None else moves
    return _core.forecast_moves(self.compile(), chosen, samples, seed, threads)


def _what_if(
    self: Deal, edits: dict[str, Any], samples: int = 4096, seed: int = 0, threads: int | None = None
) -> ChangedForecast:
    """The forecast of the deal with edits, read again with its evidence, which absorbs part of an edit (not of a move).

    Args:
        edits: as in with_edits. People may come and go; the offers have to stay.

    Returns:
        The forecast after, with `before`, `difference` and `difference_error` by offer, on common points.

    Raises:
        DealError: an edited deal that is not valid, with every fault.
        InputError: offers that were added or removed.
    """
    return _core.forecast_change(self.compile(), self.with_edits(edits).compile(), samples, seed, threads)


def _seen_by(self: Deal, rival: str) -> Deal:
    """The same deal with a competitor's offer as ours, and ours as a competitor's.

    What is ours alone (team, actions, moves, costs) is left out: nobody knows the competitor's. So is the customer's
    target_npv, which was set against what he has without us.

    Args:
        rival: id of a competitor's offer.

    Raises:
        InputError: an offer that is no competitor's; it names those that are.
    """
    return _core.seen_by(self, rival)


def _sensitivities(
    self: Deal, outcome: str | None = None, samples: int = 4096, seed: int = 0, threads: int | None = None
) -> Table:
    """By how much the chance of an outcome answers to each move, from one way back through the forecast's samples.

    Args:
        outcome: id of an offer, ours unless given; the status quo's means no decision.

    Returns:
        A row a move, the strongest first: kind, person, offer, concern, from, to, gate, derivative (dP for a unit of
        the move; a unit of a score is five points).
    """
    _, columns = _core.sensitivities(self.compile(), outcome, samples, seed, threads)
    order = sorted(range(len(columns["derivative"])), key=lambda row: -abs(columns["derivative"][row]))
    return Table({name: [values[row] for row in order] for name, values in columns.items()})


def _standings(self: Deal, language: str = "en") -> Table:
    """Where everybody stands: a row a person, his lead for us over the best rival, its sd, and words for both.

    Args:
        language: of the words, 'en' or 'zh'.
    """
    return Table(_core.standing_columns(self, self.compile(), language))


def _map(
    self: Deal,
    layout: str = "hierarchy",
    language: str = "en",
    width: float | None = None,
    heading: bool = True,
    scale: str = "lead",
) -> str:
    """The account map as one SVG document: people, where they stand and how sure that is, what links them.

    Args:
        layout: 'hierarchy' (by reporting line), 'influence' (by steps to the decision), 'power_stance' (across by
            stance, up by decision influence), 'zipper' (our people facing theirs).
        language: of the words, 'en' or 'zh'.
        width: px, from 320; as wide as it needs unless given. What does not fit makes it wider.
        heading: whether account, date and scale stand above it.
        scale: what needles and colours show: 'lead' (over the best rival; without a rival the pull to buy),
            'stance_to_us' (whatever they think of rivals), 'pull_to_buy' (over staying).

    Raises:
        InputError: another layout, language or scale, or a width out of range.
    """
    return _core.account_map(self, self.compile(), language, layout, width, heading, scale)


def _table(self: Forecast) -> Table:
    """A row an outcome: ours, the competitors, no decision last."""
    outcomes = self.outcomes
    return Table(
        {
            "outcome": list(outcomes),
            "probability": list(outcomes.values()),
            "standard_error": list(self.standard_error.values()),
            "low": [low for low, _ in self.intervals.values()],
            "high": [high for _, high in self.intervals.values()],
        }
    )


def _forecast_html(self: Forecast) -> str:
    rows = "".join(
        f"<tr><td><bdi>{escape('no decision' if offer == self.status_quo else offer)}</bdi></td>"
        f"<td>{_core.percent(p)}</td><td>{_core.percent_range(*self.intervals[offer])}</td></tr>"
        for offer, p in self.outcomes.items()
    )
    head = "<tr><th>outcome</th><th>P</th><th>10–90 % of what we do not know</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table><p>{escape(_core.uncalibrated('en'))}</p>"


def _model_html(self: DecisionModel) -> str:
    parts = {"people": self.people, "offers": self.offers, "concerns": self.concerns}
    rows = "".join(
        f"<tr><th>{name}</th><td>{len(ids)}</td><td><bdi>{escape(', '.join(ids))}</bdi></td></tr>"
        for name, ids in parts.items()
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _attach(owner: type, name: str, function: Any) -> None:
    function.__name__ = name
    function.__qualname__ = f"{owner.__name__}.{name}"
    setattr(owner, name, function)


_attach(Deal, "forecast", _forecast)
_attach(Deal, "explain", _explain)
_attach(Deal, "seen_by", _seen_by)
_attach(Deal, "standings", _standings)
_attach(Deal, "map", _map)
_attach(Deal, "move", _move)
_attach(Deal, "what_if", _what_if)
_attach(Deal, "sensitivities", _sensitivities)
_attach(DecisionModel, "explain", _explain_model)
_attach(DecisionModel, "_repr_html_", _model_html)
_attach(Forecast, "table", _table)
_attach(Forecast, "_repr_html_", _forecast_html)

"""Who has which power, how the account hangs together, and what we do not see of it, as methods of a deal."""

from __future__ import annotations

from typing import Any

from . import _core
from ._api import _attach
from ._core import Deal
from .tables import Table


class BlindSpots(Table):
    """What we do not see of a deal, the costliest first: a row each.

    Columns: kind, who (ids of people, or a role's), size (in P(ours), signed), standard_error, sentence, counter_move.

    Attributes:
        details: for each row what its sentence is made of: people, offers, sources, role, numbers (by name).
    """

    def __init__(self, columns: dict[str, list[Any]], details: list[dict[str, Any]]) -> None:
        super().__init__(columns)
        self.details = details


class Coverage(Table):
    """How much the evidence has told us, each number from 0 (nothing) to 1 (all): a row a role.

    Columns: role, people (sum of their shares), coverage (of the margin over the rival), on_<offer> for each offer (of
    the stance on it, staying last), weights (how much of what they weigh is their own and not the catalog's), sways
    (how much of what moves them is recorded and not the chart's), freshness (1 today to 0 at 180 days).

    Attributes:
        overall: information coverage of the deciders' margin, 1 - Var(after the evidence) / Var(before).
        rival: id of the offer compared with; the status quo's where there is no competitor.
        people: the same, a row a person.
    """

    def __init__(self, columns: dict[str, list[Any]], overall: float, rival: str, people: Table) -> None:
        super().__init__(columns)
        self.overall = overall
        self.rival = rival
        self.people = people

    def __repr__(self) -> str:
        return f"Coverage({self.overall:.2f} of the margin over {self.rival!r}, {len(self)} roles)"


class Qualification(Table):
    """MEDDPICC's eight fields, filled from the deal as far as they can be: a row each.

    Columns: field, label, status (known, partly, unknown), words (the status in the language), who (ids), sentence.

    Attributes:
        contradictions: what does not fit, a row each: kind, who, sentence.
        map_status: 'red', 'amber' or 'green', as relationship-map products count supporters; no verdict.
        map_sentence: the same in words.
        key_people, supporters: ids behind it.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        super().__init__(found["columns"])
        self.contradictions = Table(found["contradictions"])
        self.map_status: str = found["map_status"]
        self.map_sentence: str = found["map_sentence"]
        self.key_people: list[str] = found["key_people"]
        self.supporters: list[str] = found["supporters"]


class Power(Table):
    """Power of everybody, each kind by its own name: a row a person.

    Columns: person (id); by right: decides (chance that he is the one), votes, veto; by control: total_effects (mean
    share that he has in everybody's final attitude, Friedkin), control (his share in that of those who decide); over
    the outcome: decision_influence (dP(ours) for a unit of his attitude to us) with its standard_error; by votes under
    the deal's rule with vetoes: shapley_shubik, banzhaf (normalised), banzhaf_absolute; by place, along positive ties:
    strength (of what he moves directly), reach (share of others), betweenness (normalised), pagerank and eigenvector
    (of whose word carries; None where no ties run in a circle), bonacich (squares adding to n), constraint (Burt; None
    without contacts).

    Attributes:
        relations: the columns by place for each relation apart, a row a relation and person.
        attenuation: beta of Bonacich's measure, by relation; 'all' is that of the table.
        sentences: who has which power, and who leads each network in which sense.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        together, *relations = found["networks"]
        super().__init__({**found["columns"], **together[2]})
        people = found["columns"]["person"]
        rows: dict[str, list[Any]] = {"relation": [], "person": [], **{name: [] for name in together[2]}}
        for relation, _, columns in relations:
            rows["relation"] += [relation] * len(people)
            rows["person"] += people
            for name, values in columns.items():
                rows[name] += values
        self.relations = Table(rows)
        self.attenuation: dict[str, float] = {relation: beta for relation, beta, _ in found["networks"]}
        self.sentences: list[str] = found["sentences"]


class Structure(Table):
    """How we get to those who decide: a row for each of them, the one with most say first; none without a contact.

    Columns: decider (id), share (of the decision), contact (we know him ourselves), introduction (ids of the strongest
    way from a contact to him, or None), carries (product of its strengths), gatekeepers (ids of others through whom
    every way leads, or None without a way), smallest_cut (ids of the fewest whose loss puts him out of our reach; None
    where no set does), sentence.

    Attributes:
        details: for each row introduction, gatekeepers and smallest_cut as lists of ids, or None.
        contacts: ids of the people whom a member of the team knows.
        articulation_people: ids of those without whom others lose touch.
        bridges: pairs of ids in touch only directly.
        centre: Johnston and Bonoma's five dimensions: vertical_involvement (levels), lateral_involvement (departments),
            extensivity (people), connectedness (share of ordered pairs with a tie), purchaser_centrality (his share of
            all strengths given and taken, or None).
        sentences: all of it in words.
    """

    def __init__(self, found: dict[str, Any]) -> None:
        between = {"introduction": " → ", "gatekeepers": ", ", "smallest_cut": ", "}
        lists = {name: found["columns"][name] for name in between}
        texts = {
            name: [None if ids is None else between[name].join(ids) for ids in column] for name, column in lists.items()
        }
        super().__init__({**found["columns"], **texts})
        self.details = [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)]
        self.contacts: list[str] = found["contacts"]
        self.articulation_people: list[str] = found["articulation_people"]
        self.bridges: list[tuple[str, str]] = found["bridges"]
        self.centre: dict[str, Any] = found["centre"]
        self.sentences: list[str] = found["sentences"]


def _power(
    self: Deal,
    attenuation: float | None = None,
    language: str = "en",
    samples: int = 1024,
    seed: int = 0,
    threads: int | None = None,
) -> Power:
    """Who has which power: by right, by control, over the outcome, by votes and by place, all relations and each apart.

    There is no number that joins them: the most asked, the broker and the one whose word carries may be three people.

    Args:
        attenuation: beta of Bonacich's measure, the same in each network; unless given half of 1 / (greatest strength
            of one person), which every network bears.
        language: of the sentences, 'en' or 'zh'.
        samples: of the forecast behind decision_influence.

    Raises:
        InputError: an attenuation that a network does not bear; it says how much it does.
    """
    return Power(_core.power_columns(self, self.compile(), attenuation, language, samples, seed, threads))


def _structure(self: Deal, language: str = "en") -> Structure:
    """Gatekeepers, articulation people, bridges, smallest cuts and introductions, along positive influence.

    Args:
        language: of the sentences, 'en' or 'zh'.
    """
    return Structure(_core.structure_columns(self, self.compile(), language))


def _blind_spots(
    self: Deal, language: str = "en", samples: int = 1024, seed: int = 0, threads: int | None = None
) -> BlindSpots:
    """What we do not see, and what it may cost: a row each, the costliest first by absolute size.

    Nothing is left out for being small. Kinds: role_unfilled, vacant_seat, veto_against, no_evidence, stale_evidence,
    contradiction, single_source, contact_dependence, no_path, no_coach, coach_without_reach, coach_talks,
    coach_controls.

    Args:
        language: of the sentences, 'en' or 'zh'.
        samples: of every forecast behind the sizes, on common points.
    """
    columns, details = _core.blind_spot_columns(self, self.compile(), language, samples, seed, threads)
    return BlindSpots(columns, details)


def _coverage(self: Deal) -> Coverage:
    """How much the evidence has told us of the margin over the likeliest rival: by role, by person, and in all."""
    found = _core.coverage_columns(self, self.compile())
    people = Table({"person": found["person"], **found["by_person"]})
    roles = {"role": found["role"], "people": found["people"], **found["by_role"]}
    return Coverage(roles, found["overall"], found["rival"], people)


def _qualification(self: Deal, language: str = "en") -> Qualification:
    """The qualification card MEDDPICC, filled from the deal as far as it can be; the rest is unknown and says so.

    Args:
        language: of labels and sentences, 'en' or 'zh'.
    """
    return Qualification(_core.qualification_columns(self, self.compile(), language))


_attach(Deal, "power", _power)
_attach(Deal, "structure", _structure)
_attach(Deal, "blind_spots", _blind_spots)
_attach(Deal, "coverage", _coverage)
_attach(Deal, "qualification", _qualification)

"""What we do not see: blind spots, how much the evidence covers, and a qualification card, as methods of a deal."""

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


_attach(Deal, "blind_spots", _blind_spots)
_attach(Deal, "coverage", _coverage)
_attach(Deal, "qualification", _qualification)

"""From person to person: Friedkin–Johnsen influence and DeGroot's averaging on anybody's matrices and ties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from . import _core
from ._core import control_matrix, equilibrium, linked_beliefs, path
from ._ties import Network, is_table
from .tables import Table, input_error

__all__ = ["ClosedClass", "DeGrootLimit", "control_matrix", "degroot", "equilibrium", "linked_beliefs", "path"]


@dataclass(frozen=True)
class ClosedClass:
    """People who listen only to each other.

    Attributes:
        weights: name to weight in what the class ends with; they add to 1.
        period: 1 where its opinions settle; above, they may go round, and the weights are those of their mean.
    """

    weights: dict[Any, float]
    period: int


@dataclass(frozen=True)
class DeGrootLimit:
    """Where repeated averaging leads.

    Attributes:
        classes: the closed classes, at least one.
        shares: columns person, class (position in ``classes``), share: how much of a person's end comes from it.
        settles: no class is periodic.
        weights: name to power over the common end, 0 for those whom no member hears; None with several classes,
            which have no single vector of power.
    """

    classes: list[ClosedClass]
    shares: Table
    settles: bool
    weights: dict[Any, float] | None

    @property
    def consensus(self) -> bool:
        """Everybody ends with the same opinion, whatever the first ones were."""
        return len(self.classes) == 1 and self.settles


def _is_matrix(trust: Any) -> bool:
    if isinstance(trust, list):
        return bool(trust) and all(isinstance(row, list) or getattr(row, "ndim", 0) == 1 for row in trust)
    return not is_table(trust) and hasattr(trust, "ndim")


def degroot(
    trust: Any, *, people: Iterable[Any] | None = None, relation: str | Iterable[str] | None = None
) -> DeGrootLimit:
    """What everybody ends with who again and again takes the weighted mean of the opinions he listens to.

    Args:
        trust: a matrix (an array, or a list of lists) T[i, j], the weight that i gives j, rows adding to 1; or ties as
            in buygraph.graph, from sways to: what comes in to a person is shared out in proportion, his tie to himself
            included.
        people: names of the rows of a matrix, their positions unless given; with ties, people who may have none.
        relation: with ties that have a kind, the kinds to keep.

    Raises:
        InputError: a negative weight, or a row that does not add to 1; naming the row.

    Source: DeGroot 1974, doi:10.1080/01621459.1974.10480137; Golub and Jackson 2010, doi:10.1257/mic.2.1.112.
    """
    if _is_matrix(trust):
        found = _core.degroot(trust)
        names = list(people) if people is not None else list(range(len(found["shares"])))
        if len(names) != len(found["shares"]):
            raise input_error("people", f"{len(names)} names", f"{len(found['shares'])}, one for each row")
    else:
        network = Network(trust, relation, people)
        found, names = network.core.degroot(), network.names
    classes = [
        ClosedClass({names[i]: weight for i, weight in zip(members, weights, strict=True)}, period)
        for members, weights, period in found["classes"]
    ]
    rows = [
        (name, c, share)
        for name, row in zip(names, found["shares"].tolist(), strict=True)
        for c, share in enumerate(row)
    ]
    shares = Table(
        {"person": [row[0] for row in rows], "class": [row[1] for row in rows], "share": [row[2] for row in rows]}
    )
    weights = {**dict.fromkeys(names, 0.0), **classes[0].weights} if len(classes) == 1 else None
    return DeGrootLimit(classes, shares, found["settles"], weights)

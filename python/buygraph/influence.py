"""From person to person: Friedkin–Johnsen influence and DeGroot's averaging on anybody's matrices and ties.

From a handful of people to networks of millions: ``equilibrium`` solves dense matrices exactly, and sparse ones, tables
of ties or a ``Network`` by iteration.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from numpy.typing import ArrayLike

from . import _core
from ._core import control_matrix, linked_beliefs, path
from ._large import Control, Equilibrium, Network, is_sparse, is_ties, rows, susceptibilities
from ._ties import Network as NamedTies
from ._ties import is_table
from .tables import Table, input_error

__all__ = [
    "ClosedClass",
    "Control",
    "DeGrootLimit",
    "Equilibrium",
    "Network",
    "control_matrix",
    "control_over",
    "degroot",
    "equilibrium",
    "linked_beliefs",
    "path",
    "total_control",
]


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
        network = NamedTies(trust, relation, people)
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


def equilibrium(
    influence: Any,
    susceptibility: ArrayLike,
    attitudes: ArrayLike,
    *,
    people: Iterable[Any] | None = None,
    divide: bool = False,
    method: str = "krylov",
    precision: str = "mixed",
    order: str = "degree",
    tolerance: float = 1e-10,
    most_iterations: int = 1000,
    threads: int | None = None,
    memory: int | None = None,
) -> Any:
    """Where attitudes come to rest when everybody keeps weighing his own first attitude against the others': X = V A.

    Dense matrices are solved exactly, and the arguments from ``people`` on have no part in it. Everything else is
    solved by iteration, the same bits for any number of threads.

    Args:
        influence: n × n, W[i, j] the weight that i gives j, diagonal included; absolute values of a row add to at most
            1; may be negative. Or a sparse matrix, a table of ties, three arrays (from, to, strength), or a Network:
            see there, also for people, divide, order, threads and memory.
        susceptibility: n, or one number for everybody; in [0, 1), 0 keeps his own attitude. In a large network 1 is
            allowed for those who hear, directly or through others, somebody with less.
        attitudes: n, or n × columns.
        people: see Network.
        divide: see Network.
        method: "krylov" (GMRES on sweeps: few sweeps, and ten vectors of memory) or "gauss_seidel" (sweeps alone, the
            least memory). Where the first does not help, the second does the rest.
        precision: "mixed" (sweeps in single precision, what is left in double) or "double" throughout.
        order: see Network.
        tolerance: of the residual, above 0; below some 1e-15 none is reached.
        most_iterations: the cap on how often all ties are gone through, 2 or more; the result says whether it
            converged before.
        threads: see Network.
        memory: see Network.

    Returns:
        An array of the shape of ``attitudes`` for a dense matrix; otherwise an Equilibrium with attitudes, residual,
        iterations, converged. Nobody's attitude is off by more than residual · largest |attitude| / (1 − largest
        susceptibility · Σ|W[i, j]|).

    Raises:
        InputError: naming who: strengths that add to more than 1, a group of susceptibility 1 that hears nobody else;
            or saying how much memory it takes.

    Source: Friedkin and Johnsen 1990, doi:10.1080/0022250X.1990.9990069; Parsegov et al. 2017,
    doi:10.1109/TAC.2016.2613905.
    """
    if not (isinstance(influence, Network) or is_sparse(influence) or is_ties(influence)):
        return _core.equilibrium(influence, susceptibility, attitudes)
    count = rows(attitudes)
    network = _network(influence, people, count, divide, order, threads, memory)
    values, residual, iterations, converged = network._core.equilibrium(
        susceptibilities(susceptibility, len(network)),
        attitudes,
        method,
        precision,
        tolerance,
        most_iterations,
        threads,
        memory,
    )
    return Equilibrium(values, residual, iterations, converged, network.people)


def total_control(
    influence: Any,
    susceptibility: ArrayLike,
    *,
    people: Iterable[Any] | None = None,
    divide: bool = False,
    method: str = "krylov",
    precision: str = "mixed",
    order: str = "degree",
    tolerance: float = 1e-10,
    most_iterations: int = 1000,
    threads: int | None = None,
    memory: int | None = None,
) -> Control:
    """The share of each person in what everybody will think, on average: the column means of V, without V.

    By one solve of the adjoint equation, at the price of one equilibrium of one column. Arguments and errors as
    equilibrium; a dense matrix is taken as a sparse one.

    Source: Friedkin 1991, doi:10.1086/229694 (total effects centrality).
    """
    network = _network(influence, people, rows(susceptibility), divide, order, threads, memory)
    values, residual, iterations, converged = network._core.control(
        susceptibilities(susceptibility, len(network)),
        None,
        method,
        precision,
        tolerance,
        most_iterations,
        threads,
        memory,
    )
    return Control(values, residual, iterations, converged, network.people)


def control_over(
    influence: Any,
    susceptibility: ArrayLike,
    target: Any,
    *,
    people: Iterable[Any] | None = None,
    divide: bool = False,
    method: str = "krylov",
    precision: str = "mixed",
    order: str = "degree",
    tolerance: float = 1e-10,
    most_iterations: int = 1000,
    threads: int | None = None,
    memory: int | None = None,
) -> Control:
    """How much of what a target will think in the end comes from whom: a row of V, without V. Whom to win, to win him.

    ``control_over(…).top(5)`` names the five with the greatest share. Arguments and errors as total_control.

    Args:
        influence: see equilibrium.
        susceptibility: see equilibrium.
        target: a person, by name where people have names, otherwise by position; or several, for the mean of what
            they will think; or a dict of person to weight.
        people: see Network.
        divide: see Network.
        method: see equilibrium.
        precision: see equilibrium.
        order: see Network.
        tolerance: see equilibrium.
        most_iterations: see equilibrium.
        threads: see Network.
        memory: see Network.
    """
    network = _network(influence, people, rows(susceptibility), divide, order, threads, memory)
    values, residual, iterations, converged = network._core.control(
        susceptibilities(susceptibility, len(network)),
        network.weights(target),
        method,
        precision,
        tolerance,
        most_iterations,
        threads,
        memory,
    )
    return Control(values, residual, iterations, converged, network.people)


def _network(
    influence: Any,
    people: Iterable[Any] | None,
    count: int | None,
    divide: bool,
    order: str,
    threads: int | None,
    memory: int | None,
) -> Network:
    if isinstance(influence, Network):
        return influence
    known: Any = people if people is not None or not is_ties(influence) else count
    return Network(influence, people=known, divide=divide, order=order, threads=threads, memory=memory)

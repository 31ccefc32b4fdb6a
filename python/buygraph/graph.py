"""Who matters in a network, and what it hangs on: measures of any edge table, by name.

``ties`` is a list of (from, to), (from, to, weight) or (from, to, weight, kind), a dict of columns, or a pandas,
polars or Arrow table with columns from, to, and weight and kind if wanted. ``from`` sways ``to``. Names are texts or
any hashable value. Without weights every tie is 1; rows that name a pair again add up. ``relation`` keeps the rows of
one kind, or of several. ``people`` names people who may have no tie; they count, and come first::

    bg.graph.betweenness([("liu", "chen", 0.6), ("wang", "liu", 0.3)])

Measures that have no meaning for negative ties use the positive ones alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from . import _core
from ._ties import Network, column, column_names, is_table
from .tables import Table, input_error

__all__ = [
    "Iterated",
    "articulation_people",
    "betweenness",
    "betweenness_batch",
    "bonacich",
    "bridges",
    "closeness",
    "constraint",
    "degree",
    "dominators",
    "eigenvector",
    "pagerank",
    "reach",
    "smallest_cut",
    "strongest_path",
]

Relation = str | Iterable[str] | None
People = Iterable[Any] | None


class Iterated(Table):
    """A measure found by iteration: columns person, value.

    Attributes:
        converged: whether the residual came down to the tolerance before the cap.
        residual: what the last step left.
        steps: how many were taken.
        eigenvalue: of eigenvector centrality; None for others.
    """

    def __init__(self, people: list[Any], found: tuple[Any, bool, float, int], eigenvalue: float | None = None) -> None:
        values, self.converged, self.residual, self.steps = found
        self.eigenvalue = eigenvalue
        super().__init__({"person": people, "value": values})

    def __repr__(self) -> str:
        how = f"converged={self.converged}, residual={self.residual:.1e}, steps={self.steps}"
        return f"Iterated({len(self)} people, {how})"


def _direction(network: Network, reverse: bool) -> _core.Ties:
    return network.core.reversed() if reverse else network.core


def degree(ties: Any, *, relation: Relation = None, people: People = None) -> Table:
    """How many ties everybody has and how strong they are; columns person, in, out, in_strength, out_strength.

    Not normalised. A strength adds up the sizes of weights; a negative tie counts like any other.
    """
    network = Network(ties, relation, people)
    return Table({"person": network.names, **network.core.degree()})


def reach(ties: Any, steps: int | None = None, *, relation: Relation = None, people: People = None) -> Table:
    """How many others each person gets to along positive ties; columns person, people, share (of all others).

    Args:
        ties: see the module.
        steps: the longest way counted; any length unless given.
        relation: see the module.
        people: see the module.
    """
    network = Network(ties, relation, people)
    return Table({"person": network.names, **network.core.reach(steps)})


def betweenness(
    ties: Any, *, weighted: bool = True, normalised: bool = True, relation: Relation = None, people: People = None
) -> Table:
    """The share of shortest ways between two others that lead through each person; columns person, value.

    Directed. Normalised by (n - 1)(n - 2), 0 for n <= 2. For an undirected network give both directions of every tie.
    Positive ties only.

    Args:
        ties: see the module.
        weighted: a tie's length is 1 / weight; otherwise every tie is one step.
        normalised: otherwise sums over ordered pairs.
        relation: see the module.
        people: see the module.

    Source: Freeman 1977, doi:10.2307/3033543; Brandes 2001, doi:10.1080/0022250X.2001.9990249.
    """
    network = Network(ties, relation, people)
    return Table({"person": network.names, "value": network.core.betweenness(weighted, normalised).tolist()})


def _numbered(names: Any) -> tuple[Any, list[Any] | None]:
    """Whole numbers from 0 up as they are; other names by first appearance, with the names."""
    if not isinstance(names, np.ndarray) and all(type(name) is int and 0 <= name < 2**22 for name in names):
        names = np.asarray(names, dtype=np.int64)
    if isinstance(names, np.ndarray):
        if names.dtype.kind in "iu" and names.min(initial=0) >= 0 and names.max(initial=0) < 2**22:
            return names.astype(np.int64, copy=False), None
        names = names.tolist()
    position: dict[Any, int] = {}
    numbers = [position.setdefault(name, len(position)) for name in names]
    return np.asarray(numbers, dtype=np.int64), list(position)


def betweenness_batch(ties: Any, *, weighted: bool = True, normalised: bool = True) -> Table:
    """Betweenness in each of many networks, in one call; columns graph, person, value.

    Args:
        ties: a table (dict, pandas, polars, Arrow) with columns graph, from, to, and weight if wanted; the people of a
            graph are those its rows name. Whole numbers from 0 up are the fastest names.
        weighted: as for betweenness.
        normalised: as for betweenness.
    """
    names = column_names(ties) if is_table(ties) else []
    for needed in ("graph", "from", "to"):
        if needed not in names:
            raise input_error(
                "ties", "columns " + ", ".join(map(str, names)), "columns graph, from, to; weight if wanted"
            )

    def read(name: str) -> Any:
        values = ties[name]
        return values if isinstance(values, np.ndarray) and values.dtype.kind in "iu" else column(ties, name)

    graphs, sources, targets = (read(name) for name in ("graph", "from", "to"))
    rows = len(graphs)
    weight = np.asarray(ties["weight"] if "weight" in names else np.ones(rows), dtype=np.float64)
    if {len(sources), len(targets), len(weight)} != {rows}:
        raise input_error("ties", "columns of different length", "one length")
    graphs, graph_names = _numbered(graphs)
    numbered = [_numbered(side) for side in (sources, targets)]
    person_names = None
    if any(names is not None for _, names in numbered):
        both, person_names = _numbered([*column(ties, "from"), *column(ties, "to")])
        sources, targets = both[:rows], both[rows:]
    else:
        sources, targets = (side for side, _ in numbered)
    count = 1 + max(int(side.max(initial=-1)) for side in (sources, targets))
    if (graphs[1:] < graphs[:-1]).any():
        order = np.argsort(graphs, kind="stable")
        graphs, sources, targets, weight = graphs[order], sources[order], targets[order], weight[order]
    graphs, sources, targets, weight = map(np.ascontiguousarray, (graphs, sources, targets, weight))
    graph_of, person_of, values = _core.betweenness_batch(graphs, sources, targets, weight, count, weighted, normalised)
    columns: dict[str, Any] = {
        "graph": graph_of if graph_names is None else [graph_names[i] for i in graph_of],
        "person": person_of if person_names is None else [person_names[i] for i in person_of],
        "value": values,
    }
    return Table(columns)


def closeness(ties: Any, *, weighted: bool = True, relation: Relation = None, people: People = None) -> Table:
    """How near each person is to those whom he sways; columns person, closeness, harmonic.

    Ways go from the person along the ties (networkx measures ways towards him). Closeness is (r / (n - 1)) (r / sum of
    distances), r the others reached; harmonic the sum of 1 / distance over n - 1. Positive ties only.

    Args:
        ties: see the module.
        weighted: a tie's length is 1 / weight; otherwise every tie is one step.
        relation: see the module.
        people: see the module.
    """
    network = Network(ties, relation, people)
    return Table({"person": network.names, **network.core.closeness(weighted)})


def pagerank(
    ties: Any,
    damping: float = 0.85,
    *,
    reverse: bool = False,
    tolerance: float = 1e-12,
    most_steps: int = 10_000,
    relation: Relation = None,
    people: People = None,
) -> Iterated:
    """How often one is met by somebody who walks along ties at random; columns person, value, adding to 1.

    Standing flows along a tie, to those at whom ties point, as in networkx and igraph. Where ties say who sways whom,
    give ``reverse=True`` for whose word carries. Positive ties only, in proportion to their weights.

    Args:
        ties: see the module.
        damping: [0, 1), the chance of walking on.
        reverse: let standing flow against the ties.
        tolerance: of the L1 norm of the last change.
        most_steps: the cap.
        relation: see the module.
        people: see the module.

    Source: Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X.
    """
    network = Network(ties, relation, people)
    return Iterated(network.names, _direction(network, reverse).pagerank(damping, tolerance, most_steps))


def eigenvector(
    ties: Any,
    *,
    reverse: bool = False,
    tolerance: float = 1e-12,
    most_steps: int = 10_000,
    relation: Relation = None,
    people: People = None,
) -> Iterated:
    """One is central to whom the central are tied; columns person, value, the squares adding to 1.

    The left vector, as networkx has it: standing flows along the ties; ``reverse=True`` for the right one. Positive
    ties only, weighted. Where no ties run in a circle there is no such vector: ``converged`` is then False.

    Args:
        ties: see the module.
        reverse: let standing flow against the ties.
        tolerance: of what the vector lacks of an eigenvector, as a share of the eigenvalue.
        most_steps: the cap.
        relation: see the module.
        people: see the module.

    Source: Bonacich 1972, doi:10.1080/0022250X.1972.9989806.
    """
    network = Network(ties, relation, people)
    return Iterated(network.names, *_direction(network, reverse).eigenvector(tolerance, most_steps))


def bonacich(
    ties: Any, beta: float, *, reverse: bool = False, relation: Relation = None, people: People = None
) -> Table:
    """Power through those whom one sways; columns person, value, the squares adding to n.

    beta above 0: swaying the powerful gives power; 0: strength alone; below 0: swaying the powerless does. Positive
    ties only, weighted.

    Args:
        ties: see the module.
        beta: of a size below 1 / the largest eigenvalue of the ties.
        reverse: count those by whom one is swayed.
        relation: see the module.
        people: see the module.

    Raises:
        InputError: beta out of range; it says the limit.

    Source: Bonacich 1987, doi:10.1086/228631.
    """
    network = Network(ties, relation, people)
    return Table({"person": network.names, "value": _direction(network, reverse).bonacich(beta).tolist()})


def constraint(ties: Any, *, relation: Relation = None, people: People = None) -> Table:
    """Burt's constraint: how far one's contacts are tied to each other; columns person, value, None without contacts.

    Small is free to broker. Both directions of a tie count together, by weight; positive ties only.

    Source: Burt 1992, Structural Holes; Burt 2004, doi:10.1086/421787.
    """
    network = Network(ties, relation, people)
    return Table({"person": network.names, "value": network.core.constraint()})


def dominators(
    ties: Any, sources: Any, target: Any, *, relation: Relation = None, people: People = None
) -> list[Any] | None:
    """The gatekeepers: people through whom every way from the sources to the target leads, nearest sources first.

    Along positive ties. Sources and target are not named. None where no way leads there.

    Args:
        ties: see the module.
        sources: one name or several.
        target: a name.
        relation: see the module.
        people: see the module.

    Source: Lengauer and Tarjan 1979, doi:10.1145/357062.357071.
    """
    network = Network(ties, relation, people)
    found = network.core.dominators(network.positions(sources, "sources"), network.position(target, "target"))
    return None if found is None else network.named(found)


def articulation_people(ties: Any, *, relation: Relation = None, people: People = None) -> list[Any]:
    """People without whom others lose touch with each other, whatever the direction of ties; positive ties only."""
    network = Network(ties, relation, people)
    return network.named(network.core.articulation()[0])


def bridges(ties: Any, *, relation: Relation = None, people: People = None) -> list[tuple[Any, Any]]:
    """Pairs who alone hold two parts of the network together, whatever the direction of ties; positive ties only."""
    network = Network(ties, relation, people)
    return [(network.names[a], network.names[b]) for a, b in network.core.articulation()[1]]


def smallest_cut(
    ties: Any, sources: Any, target: Any, *, relation: Relation = None, people: People = None
) -> list[Any] | None:
    """The smallest set of others whose loss leaves the target out of reach of the sources, the nearest to the sources.

    Empty where he is out of reach already; None where no set does it, because a source sways him directly. Along
    positive ties.

    Args:
        ties: see the module.
        sources: one name or several.
        target: a name.
        relation: see the module.
        people: see the module.

    Source: Menger 1927; Ford and Fulkerson 1956, doi:10.4153/CJM-1956-045-5.
    """
    network = Network(ties, relation, people)
    found = network.core.smallest_cut(network.positions(sources, "sources"), network.position(target, "target"))
    return None if found is None else network.named(found)


def strongest_path(
    ties: Any, sources: Any, target: Any, *, relation: Relation = None, people: People = None
) -> tuple[list[Any], float] | None:
    """The way from a source to the target that carries most, and how much: the product of strengths, each at most 1.

    Of ways that carry the same, one with fewest steps. None where no way leads there. Along positive ties.

    Args:
        ties: see the module.
        sources: one name or several.
        target: a name.
        relation: see the module.
        people: see the module.
    """
    network = Network(ties, relation, people)
    found = network.core.strongest_path(network.positions(sources, "sources"), network.position(target, "target"))
    return None if found is None else (network.named(found[0]), found[1])

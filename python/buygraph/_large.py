"""Large influence networks: from sparse matrices, tables and arrays to the core's network, and what it finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from . import _core
from ._ties import column_names, is_table
from .tables import Table, input_error

ALLOWED = "a matrix, a scipy sparse matrix, a table with columns from, to, strength, or a tuple of three such arrays"


def is_sparse(influence: Any) -> bool:
    """Whether it is a sparse matrix, or array, of scipy."""
    return hasattr(influence, "tocsr")


def is_ties(influence: Any) -> bool:
    """Whether it is a table of ties or a tuple of arrays (from, to, strength), the first two of whole numbers."""
    if isinstance(influence, tuple) and len(influence) == 3:
        flat = all(isinstance(part, np.ndarray) and part.ndim == 1 for part in influence)
        return flat and all(part.dtype.kind in "iu" for part in influence[:2])
    return not is_sparse(influence) and is_table(influence)  # one of scipy's formats is a dict


class Network:
    """An influence network made ready for any number of questions: up to some hundred million ties.

    Args:
        influence: who listens to whom, as one of

            - a sparse matrix of scipy, W[i, j] the weight that i gives j: it means what the same dense matrix means;
            - a table (dict, pandas, polars, Arrow) with columns from, to, strength: ``from`` sways ``to``, and the
              strength is the share of ``to``'s attention that ``from`` has. What nobody takes stays one's own, as in
              a deal; one without ties keeps what he thinks. Ties that name a pair again add up, a tie to oneself says
              nothing;
            - a tuple of three NumPy arrays (from, to, strength), the first two whole numbers: the same;
            - a dense matrix.

            Strengths may be negative. Their absolute values add to at most 1 for one person.
        people: names in the order of susceptibilities and attitudes, by which a table may then name people; or how many
            people there are. Without names people are positions from 0 on.
        divide: strengths that add to more than 1 for one person are divided by their sum, as in a deal; otherwise they
            are an error that names who.
        order: how people stand in memory, which changes nothing but time and last digits: "degree" (whom most listen
            to first), "reverse_cuthill_mckee" (for networks of neighbours, where nobody is heard by very many) or
            "given".
        threads: 1 to 4096; as many as the machine has unless given. The bits are the same for any number.
        memory: bytes that it may take; what the machine can still give unless given.

    Attributes:
        people: names, or None.

    Raises:
        InputError: what is no network, naming who; more memory needed than there is.
    """

    def __init__(
        self,
        influence: Any,
        *,
        people: int | Iterable[Any] | None = None,
        divide: bool = False,
        order: str = "degree",
        threads: int | None = None,
        memory: int | None = None,
    ) -> None:
        count: int | None = None
        self.people: list[Any] | None = None
        if isinstance(people, int | np.integer):
            count = int(people)
        elif people is not None:
            self.people = list(people)
            count = len(self.people)
        how = (self.people, order, divide, threads, memory)
        if is_ties(influence):
            start, end, strength = _columns(influence, self.people)
            if count is None:
                count = 1 + int(max(start.max(initial=0), end.max(initial=0)))
            self._core = _core.SparseNetwork.of_ties(count, start, end, strength, *how)
            return
        first, others, strength = _rows(influence)
        if count is not None and count != len(first) - 1:
            raise input_error("people", str(count), f"{len(first) - 1}, one for each row")
        self._core = _core.SparseNetwork.of_rows(first, others, strength, *how)

    def __len__(self) -> int:
        return self._core.people

    @property
    def ties(self) -> int:
        """How many ties there are, without those of people to themselves."""
        return self._core.ties

    def weights(self, target: Any) -> NDArray[np.float64]:
        """The weight of each person in a target: one person, several that count alike, or a dict of weights."""
        if isinstance(target, Mapping):
            wanted = dict(target)
        elif isinstance(target, str | bytes) or not isinstance(target, Iterable):
            wanted = {target: 1.0}
        else:
            several = list(target)
            wanted = dict.fromkeys(several, 1 / len(several)) if several else {}
        if not wanted:
            raise input_error("target", "nobody", "a person or more")
        result = np.zeros(len(self))
        for person, weight in wanted.items():
            result[self._position(person)] = weight
        return result

    def _position(self, person: Any) -> int:
        if self.people is not None:
            if person in self.people:
                return self.people.index(person)
            raise input_error("target", str(person), "one of the people")
        if isinstance(person, int | np.integer) and 0 <= person < len(self):
            return int(person)
        raise input_error("target", str(person), f"a position below {len(self)}")

    def __repr__(self) -> str:
        return f"Network({len(self)} people, {self.ties} ties)"


def _rows(influence: Any) -> tuple[NDArray[Any], NDArray[Any], Any]:
    if is_sparse(influence):
        matrix = influence.tocsr()
        if len(matrix.shape) != 2 or matrix.shape[0] != matrix.shape[1]:
            shape = " × ".join(map(str, matrix.shape))
            raise input_error("influence", shape, "a square matrix of one person or more")
        if not matrix.has_canonical_format:
            matrix = matrix.copy()
            matrix.sum_duplicates()
        return matrix.indptr, matrix.indices, matrix.data
    try:
        dense = np.asarray(influence)
    except ValueError:
        raise input_error("influence", "rows of different length", ALLOWED) from None
    if dense.ndim != 2 or dense.shape[0] != dense.shape[1] or dense.dtype.kind not in "fiub":
        raise input_error("influence", f"a {type(influence).__name__} of shape {dense.shape}", ALLOWED)
    people = len(dense)
    return np.arange(people + 1) * people, np.tile(np.arange(people), people), dense.ravel()


def _columns(influence: Any, people: list[Any] | None) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    if isinstance(influence, tuple):
        start, end, strength = influence
    else:
        names = column_names(influence)
        for needed in ("from", "to", "strength"):
            if needed not in names:
                raise input_error(
                    "influence", "columns " + ", ".join(map(str, names)), "columns from, to, strength"
                )
        start, end, strength = (_array(influence[name]) for name in ("from", "to", "strength"))
    for name, values in (("from", start), ("to", end), ("strength", strength)):
        if values.ndim != 1 or len(values) != len(start):
            raise input_error(f"influence, column {name}", f"shape {values.shape}", f"{len(start)} values")
    if strength.dtype.kind not in "fiub":
        raise input_error("influence, column strength", f"values of type {strength.dtype}", "numbers")
    position = {name: i for i, name in enumerate(people)} if people is not None else None
    if position is not None and len(position) != len(people or ()):
        raise input_error("people", "a name twice", "every name once")
    return _positions(start, "from", position), _positions(end, "to", position), strength


def _array(values: Any) -> NDArray[Any]:
    """A column of any library as NumPy has it."""
    array: NDArray[Any] = values.to_numpy() if hasattr(values, "to_numpy") else np.asarray(values)
    return array


def _positions(values: NDArray[Any], name: str, position: Mapping[Any, int] | None) -> NDArray[Any]:
    if position is None:
        if len(values) == 0:
            return np.empty(0, np.int64)
        if values.dtype.kind not in "iu":
            raise input_error(
                f"influence, column {name}",
                f"values of type {values.dtype}",
                "positions from 0 on, or names with people=…",
            )
        return values
    try:
        found = [position.get(value, -1) for value in values.tolist()]
    except TypeError:
        raise input_error(f"influence, column {name}", "what is no name", "texts or other hashable values") from None
    array = np.asarray(found, dtype=np.int64)
    if len(array) and array.min() < 0:
        tie = int(array.argmin())
        raise input_error(f"influence, tie {tie}, {name}", str(values[tie]), "one of the people")
    return array


@dataclass(frozen=True, eq=False)
class Equilibrium:
    """Where attitudes in a large network come to rest. NumPy takes it for its attitudes.

    Attributes:
        attitudes: n, or n × columns, in the order of the people.
        residual: the most by which one more step of averaging would still move anybody, as a share of the largest
            absolute attitude of the column.
        iterations: how often all ties were gone through, for each four columns.
        converged: the residual came down to the tolerance before the cap.
        people: their names, or None.
    """

    attitudes: NDArray[np.float64]
    residual: float
    iterations: int
    converged: bool
    people: list[Any] | None

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        return np.array(self.attitudes, dtype=dtype) if copy else np.asarray(self.attitudes, dtype=dtype)

    def __repr__(self) -> str:
        return f"Equilibrium({len(self.attitudes)} people, {_how(self)})"


@dataclass(frozen=True, eq=False)
class Control:
    """How much of what some people will think in the end comes from whom.

    Attributes:
        shares: n, of each person in the order of the people; without negative strengths, and where nobody's strengths
            leave a rest to nobody, they add to 1.
        residual: of the adjoint equation, as a share of the largest weight of a target.
        iterations: how often all ties were gone through.
        converged: the residual came down to the tolerance before the cap.
        people: their names, or None.
    """

    shares: NDArray[np.float64]
    residual: float
    iterations: int
    converged: bool
    people: list[Any] | None

    def top(self, count: int = 10) -> Table:
        """Those with the greatest shares by size, the greatest first; columns person, share."""
        found = _core.strongest(self.shares, count)
        names = found if self.people is None else [self.people[i] for i in found]
        return Table({"person": names, "share": [float(self.shares[i]) for i in found]})

    def __repr__(self) -> str:
        return f"Control({len(self.shares)} people, {_how(self)})"


def _how(found: Equilibrium | Control) -> str:
    return f"converged={found.converged}, residual={found.residual:.1e}, iterations={found.iterations}"


def susceptibilities(given: Any, people: int) -> Any:
    """One number stands for everybody's."""
    return np.full(people, float(given)) if np.ndim(given) == 0 and not isinstance(given, str | bytes) else given


def rows(values: ArrayLike) -> int | None:
    """How many people a column of numbers has; None for a single number and for what is no array."""
    try:
        shape = np.shape(values)
    except ValueError:
        return None
    return shape[0] if shape else None

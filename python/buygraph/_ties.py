"""From edge tables with names to the network of positions that the core works on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import numpy as np

from ._core import Ties
from .tables import input_error


def is_table(ties: Any) -> bool:
    """Whether something has named columns: dict, pandas, polars, Arrow or buygraph's own table."""
    return isinstance(ties, Mapping) or hasattr(ties, "columns")


def column_names(ties: Any) -> list[str]:
    """Names of the columns; Arrow keeps them under another word."""
    if isinstance(ties, Mapping):
        return list(ties)
    return list(ties.column_names if hasattr(ties, "column_names") else ties.columns)


def column(ties: Any, name: str) -> list[Any]:
    """A column as a list of Python objects, whatever library the table is of."""
    values = ties[name]
    for method in ("to_pylist", "to_list", "tolist"):
        if hasattr(values, method):
            return list(getattr(values, method)())
    return list(values)


def _columns(ties: Any) -> dict[str, list[Any]]:
    """The columns from, to, weight and kind, those that are there."""
    if is_table(ties):
        names = column_names(ties)
        for needed in ("from", "to"):
            if needed not in names:
                raise input_error(
                    "ties", "columns " + ", ".join(map(str, names)), "columns from, to; weight and kind if wanted"
                )
        return {name: column(ties, name) for name in ("from", "to", "weight", "kind") if name in names}
    if isinstance(ties, str | bytes) or not isinstance(ties, Iterable):
        raise input_error(
            "ties",
            f"a value of type {type(ties).__name__}",
            "a table with columns from, to, or a list of (from, to[, weight])",
        )
    rows = list(ties)
    lengths = {len(row) if isinstance(row, tuple | list) else 0 for row in rows} or {2}
    if len(lengths) > 1 or not lengths <= {2, 3, 4}:
        raise input_error(
            "ties",
            "rows of " + " and ".join(map(str, sorted(lengths))) + " values",
            "rows (from, to), (from, to, weight) or (from, to, weight, kind)",
        )
    return {name: [row[i] for row in rows] for i, name in enumerate(("from", "to", "weight", "kind")[: lengths.pop()])}


def _select(columns: dict[str, list[Any]], relation: str | Iterable[str] | None) -> dict[str, list[Any]]:
    if relation is None:
        return columns
    if "kind" not in columns:
        raise input_error("relation", repr(relation), "none, where ties have no column kind")
    wanted = {relation} if isinstance(relation, str) else set(relation)
    kept = [i for i, kind in enumerate(columns["kind"]) if kind in wanted]
    return {name: [values[i] for i in kept] for name, values in columns.items()}


def _weights(columns: dict[str, list[Any]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    if "weight" not in columns:
        return np.ones(len(columns["from"]))
    for row, weight in enumerate(columns["weight"]):
        if weight is None or isinstance(weight, str) or weight != weight:
            raise input_error(f"ties, row {row}, weight", repr(weight), "a finite number")
    try:
        return np.asarray(columns["weight"], dtype=np.float64)
    except (TypeError, ValueError):
        raise input_error("ties, column weight", "what is no number", "finite numbers") from None


class Network:
    """People by name and their ties.

    People are numbered by first appearance in the table (before any relation is selected), those given by name first.
    """

    def __init__(
        self, ties: Any, relation: str | Iterable[str] | None = None, people: Iterable[Any] | None = None
    ) -> None:
        columns = _columns(ties)
        self._position: dict[Hashable, int] = {}
        for name in people if people is not None else ():
            self._number(name, "people")
        for row, ends in enumerate(zip(columns["from"], columns["to"], strict=True)):
            for end, name in zip(("from", "to"), ends, strict=True):
                self._number(name, f"ties, row {row}, {end}")
        self.names: list[Any] = list(self._position)
        kept = _select(columns, relation)
        start, end_ = ([self._position[name] for name in kept[side]] for side in ("from", "to"))
        self.core = Ties(
            len(self.names), np.asarray(start, dtype=np.int64), np.asarray(end_, dtype=np.int64), _weights(kept)
        )

    def _number(self, name: Any, where: str) -> None:
        try:
            missing = name is None or name != name
            if not missing:
                self._position.setdefault(name, len(self._position))
        except TypeError:
            raise input_error(
                where, f"a value of type {type(name).__name__}", "a name: a text or another hashable value"
            ) from None
        if missing:
            raise input_error(where, "nothing", "a name")

    def position(self, name: Any, where: str) -> int:
        """The position of a name that must be there."""
        try:
            return self._position[name]
        except (KeyError, TypeError):
            known = ", ".join(map(str, self.names[:20])) + (" …" if len(self.names) > 20 else "")
            raise input_error(where, str(name), f"one of {known}") from None

    def positions(self, names: Any, where: str) -> list[int]:
        """Positions of one name or of several."""
        if (
            isinstance(names, str)
            or not isinstance(names, Iterable)
            or (isinstance(names, Hashable) and names in self._position)
        ):
            return [self.position(names, where)]
        return [self.position(name, where) for name in names]

    def named(self, positions: Iterable[int]) -> list[Any]:
        """Names of positions."""
        return [self.names[i] for i in positions]

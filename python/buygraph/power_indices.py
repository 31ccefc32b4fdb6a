"""Voting power by right: Shapley–Shubik and Banzhaf of any weighted game with vetoes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from . import _core
from .tables import Table, input_error

Name = TypeVar("Name", bound=Hashable)
Numbers: TypeAlias = NDArray[np.float64]
Each = TypeVar("Each")


@dataclass(frozen=True, eq=False)
class PowerIndex(Generic[Each]):
    """A share of power for each person: a dict by name where the weights were one, an array otherwise.

    Attributes:
        values: shares; they add to 1.
        standard_error: of the values; 0 where exact.
        exact: whether every coalition was counted.
        method: 'multilinear_extension', 'meet_in_the_middle' or 'sampled'.
        samples: how many were drawn; 0 where exact.
    """

    values: Each
    standard_error: Each
    exact: bool
    method: str
    samples: int

    def table(self) -> Table:
        """A row a person: person (name, or index), value, standard_error."""
        return Table(
            {"person": self._people(), "value": _list(self.values), "standard_error": _list(self.standard_error)}
        )

    def _people(self) -> list[Any]:
        return list(self.values) if isinstance(self.values, dict) else list(range(len(_list(self.values))))

    def _repr_html_(self) -> str:
        return self.table()._repr_html_()


@dataclass(frozen=True, eq=False)
class Banzhaf(PowerIndex[Each]):
    """Banzhaf's index; `values` are the normalised ones, which add to 1.

    Attributes:
        absolute: the chance of turning a coalition in which each other person is or is not by the toss of a coin.
        absolute_error: standard error of `absolute`; 0 where exact.
        swings: coalitions of the others that the person turns; infinite beyond 1.8e308.
    """

    absolute: Each
    absolute_error: Each
    swings: Each

    def table(self) -> Table:
        """A row a person: person (name, or index), value, standard_error, absolute, absolute_error, swings."""
        more = {name: _list(getattr(self, name)) for name in ("absolute", "absolute_error", "swings")}
        return Table({**super().table().to_dict(), **more})


def _list(each: Any) -> list[float]:
    return list(each.values()) if isinstance(each, dict) else [float(value) for value in each]


def _columns(function: Any, weights: Any, quota: float, vetoes: Any, exact: bool, samples: int, seed: int) -> Any:
    """The columns of a result, under the names of the weights where they have any."""
    if isinstance(vetoes, str):
        raise input_error("vetoes", vetoes, "a list, also for a single one")
    if not isinstance(weights, Mapping):
        return function(weights, quota, vetoes, exact, samples, seed)
    names = list(weights)
    position = {name: index for index, name in enumerate(names)}
    holders = list(vetoes)
    for holder in holders:
        if holder not in position:
            raise input_error("vetoes", str(holder), "one of " + ", ".join(map(str, names)))
    try:
        indices = [position[holder] for holder in holders]
        found = function(list(weights.values()), quota, indices, exact, samples, seed)
    except _core.InputError as error:
        argument, _, index = error.where.partition(", person ")
        if not index:
            raise
        raise input_error(f"{argument}, {names[int(index)]}", error.given, error.allowed) from None
    return {
        field: dict(zip(names, column.tolist(), strict=True)) if isinstance(column, np.ndarray) else column
        for field, column in found.items()
    }


@overload
def shapley_shubik(
    weights: Mapping[Name, float],
    quota: float,
    vetoes: Iterable[Name] = (),
    exact: bool = True,
    *,
    samples: int = ...,
    seed: int = ...,
) -> PowerIndex[dict[Name, float]]: ...
@overload
def shapley_shubik(
    weights: ArrayLike,
    quota: float,
    vetoes: Iterable[int] = (),
    exact: bool = True,
    *,
    samples: int = ...,
    seed: int = ...,
) -> PowerIndex[Numbers]: ...
def shapley_shubik(
    weights: Any, quota: float, vetoes: Iterable[Any] = (), exact: bool = True, *, samples: int = 100_000, seed: int = 0
) -> PowerIndex[Any]:
    """The Shapley–Shubik index: the share of all orders of joining in which the coalition wins with this person.

    A coalition wins if its weight is at least the quota and all veto holders are in it. 1e-9 of the sum of the weights
    is taken off the quota against rounding, with whole weights at most a thousandth of a vote.

    Args:
        weights: name to weight, or a sequence; 0 or more.
        quota: weight that wins, above 0, at most the sum of the weights.
        vetoes: names (indices where the weights are a sequence) of those who hold a veto.
        exact: count everything: whole weights (500 people and more), any weights of up to 32 people without veto.
            False: sample.
        samples: orders drawn, 1 to 2**32.
        seed: 0 to 2**64 - 1.

    Raises:
        InputError: naming the person, quota or veto; or that it cannot be exact (pass exact=False).

    Source: Shapley and Shubik 1954, doi:10.2307/1951053; Owen 1972, doi:10.1287/mnsc.18.5.64.
    """
    return PowerIndex(**_columns(_core.shapley_shubik, weights, quota, vetoes, exact, samples, seed))


@overload
def banzhaf(
    weights: Mapping[Name, float],
    quota: float,
    vetoes: Iterable[Name] = (),
    exact: bool = True,
    *,
    samples: int = ...,
    seed: int = ...,
) -> Banzhaf[dict[Name, float]]: ...
@overload
def banzhaf(
    weights: ArrayLike,
    quota: float,
    vetoes: Iterable[int] = (),
    exact: bool = True,
    *,
    samples: int = ...,
    seed: int = ...,
) -> Banzhaf[Numbers]: ...
def banzhaf(
    weights: Any, quota: float, vetoes: Iterable[Any] = (), exact: bool = True, *, samples: int = 100_000, seed: int = 0
) -> Banzhaf[Any]:
    """Banzhaf's index: how many coalitions of the others a person turns; normalised, absolute, and as a number.

    Arguments and errors as shapley_shubik; samples are coalitions.

    Source: Penrose 1946, doi:10.2307/2981392; Banzhaf 1965; Dubey and Shapley 1979, doi:10.1287/moor.4.2.99.
    """
    return Banzhaf(**_columns(_core.banzhaf, weights, quota, vetoes, exact, samples, seed))

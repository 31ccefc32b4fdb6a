"""Two versions of a deal: what changed, and how much of the change in P(ours) each edit explains."""

from __future__ import annotations

from html import escape
from os import PathLike
from typing import Any

from . import _core
from ._core import Deal, load
from .tables import Table


class Comparison(Table):
    """What changed between two versions of a deal: a row an edit, the greatest share first, adding up to the change.

    Edits that would be no valid deal without each other (a new person with his ties and readings) share a row. What no
    forecast reads (names, money, team, actions, moves) stands last with a share of 0.

    Columns: edits (their paths, as in Deal.with_edits), was, now (the values in short, empty where there is none),
    share (in P(ours), signed), standard_error (of the points, and of the sampled orders where not exact), sentence.

    Attributes:
        before, after: P(ours) of the old and of the new version, 0 to 1.
        before_error, after_error: their standard errors, of the points.
        change: after less before.
        standard_error: of the change, on common points.
        exact: whether every combination of the edits was forecast; False: orders of editing were sampled.
        forecasts: how many were made.
        headline: from where to where and mostly because of what, in one sentence.
        details: for each row its edits, each a dict of path, was and now, the values as in a deal file (None: nothing).
    """

    def __init__(self, found: dict[str, Any]) -> None:
        super().__init__(found["columns"])
        self.before: float = found["before"]
        self.after: float = found["after"]
        self.before_error: float = found["before_error"]
        self.after_error: float = found["after_error"]
        self.change: float = found["change"]
        self.standard_error: float = found["standard_error"]
        self.exact: bool = found["exact"]
        self.forecasts: int = found["forecasts"]
        self.headline: str = found["headline"]
        self.details: list[list[dict[str, Any]]] = found["details"]

    def __repr__(self) -> str:
        change = f"{self.before:.3f} to {self.after:.3f}, change={self.change:+.4f} ± {self.standard_error:.4f}"
        return f"Comparison({change}, {len(self)} edits{'' if self.exact else ', sampled'})"

    def _repr_html_(self) -> str:
        return f"<p><bdi>{escape(self.headline)}</bdi></p>{super()._repr_html_()}"


def compare(
    old: Deal | dict[str, Any] | str | PathLike[str],
    new: Deal | dict[str, Any] | str | PathLike[str],
    *,
    samples: int = 1024,
    seed: int = 0,
    threads: int | None = None,
    language: str = "en",
) -> Comparison:
    """Compares two versions of a deal: what changed, and how much of the change in P(ours) each edit explains.

    The share of an edit is its Shapley value: what it changes, averaged over all orders in which the edits could have
    been made. Exact for up to 12 edits, beyond over sampled orders, with an error; the shares add up to the change
    either way. Every combination is read again with its evidence, which absorbs part of an edit (not of a move).

    Args:
        old, new: deals, or whatever load takes. Offers and people may come and go, and ours may have another id.
        samples: of every forecast, 1 to 2**24, on common points.
        seed: of the points and of the sampled orders, 0 to 2**64 - 1.
        threads: side by side; as many as the machine has unless given. The result is the same for any number.
        language: of the sentences, 'en' or 'zh'.

    Raises:
        DealError: a version that is not valid, with every fault.
        FileError: a file cannot be read.
        InputError: an argument out of range.

    Cost: 2**n forecasts for n edits that a forecast reads, up to 12 (4,096: some 20 s at ten people); about as many
    beyond, 32 an edit where there are more than 128.

    Source: Shapley 1953; Castro, Gómez and Tejada 2009, doi:10.1016/j.cor.2008.04.004.
    """
    before, after = (version if isinstance(version, Deal) else load(version) for version in (old, new))
    return Comparison(_core.compare_columns(before, after, samples, seed, threads, language))

"""Portfolios that do not exist: for tests, benchmarks and demonstrations, with what nobody could know of a real one."""

from __future__ import annotations

import operator
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from . import _core
from ._core import Deal
from ._deal_sources import NDJSON
from ._replace import replacing
from .tables import Table, input_error, library

BATCH = 512


class Simulation:
    """A simulated portfolio: deals made when they are asked for, each a function of the seed and its number.

    `simulation[7]` is a deal; iterating gives all of them; anything that takes Arrow streams takes all of them as
    nested columns, batch by batch.
    """

    def __init__(self, deals: int, seed: int) -> None:
        self._count = operator.index(deals)
        self._seed = operator.index(seed)
        if self._count < 0:
            raise input_error("deals", str(deals), "a whole number of 0 or more")
        _core.simulated_deals(self._seed, 0, 0)

    @property
    def seed(self) -> int:
        return self._seed

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> Deal:
        at = operator.index(number)
        if not -self._count <= at < self._count:
            raise IndexError(number)
        return _core.simulated_deals(self._seed, at % self._count, 1)[0]

    def __iter__(self) -> Iterator[Deal]:
        for first in range(0, self._count, BATCH):
            yield from _core.simulated_deals(self._seed, first, min(BATCH, self._count - first))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return _core.simulated_stream(self._seed, self._count, BATCH)

    def to_arrow(self) -> Any:
        """All deals as a pyarrow.Table (needs pyarrow)."""
        return library("pyarrow", "arrow").table(self)

    @cached_property
    def _truths(self) -> dict[str, list[Any]]:
        return dict(_core.simulated_truth(self._seed, 0, self._count))

    @property
    def truth(self) -> Table:
        """What nobody could know: a row a deal.

        Columns: deal, outcome (id of the offer that won; the status quo's: nothing was decided), won, way (blocked,
        stalemate, refused), decider (who really decided; None where votes did), win and no_decision (the chances in
        the true state of the world, from which the outcome was drawn).
        """
        return Table({name: values for name, values in self._truths.items() if name != "attitudes"})

    @property
    def attitudes(self) -> Table:
        """Where everybody really stood on the day of the decision: deal, person, offer, buy, vendor (X_1 and X_2)."""
        found: dict[str, list[Any]] = {name: [] for name in ("deal", "person", "offer", "buy", "vendor")}
        for deal, attitudes in zip(self._truths["deal"], self._truths["attitudes"], strict=True):
            for attitude in attitudes:
                for name, value in {"deal": deal, **attitude}.items():
                    found[name].append(value)
        return Table(found)

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes the deals: into a Parquet file (needs pyarrow), an NDJSON file, or a folder that is there.

        Raises:
            InputError: a name that says none of these.
            FileError: the place cannot be written.
        """
        place = Path(path)
        if place.is_dir():
            for deal in self:
                deal.save(place / f"{deal.id}.json")
        elif place.suffix.lower() in NDJSON:
            with replacing(path) as beside, open(beside, "w", encoding="utf-8") as file:
                for deal in self:
                    file.write(_core.json_line(deal) + "\n")
        elif place.suffix.lower() == ".parquet":
            pyarrow, parquet = library("pyarrow", "arrow"), library("pyarrow.parquet", "arrow")
            reader = pyarrow.RecordBatchReader.from_stream(self)
            with replacing(path) as beside, parquet.ParquetWriter(beside, reader.schema) as writer:
                for batch in reader:
                    writer.write_batch(batch)
        else:
            allowed = "a folder that is there, or a name that ends in .parquet, .ndjson or .jsonl"
            raise input_error("path", str(path), allowed)

    def __repr__(self) -> str:
        return f"Simulation({self._count} deals, seed={self._seed})"


def simulate(deals: int, seed: int = 0) -> Simulation:
    """A portfolio of believable deals that do not exist: Chinese and English, thin and rich, under every rule.

    Each deal is a fair draw given what its file says, so that forecasts of many of them come true as often as they
    say. That tests the computation; it is no evidence that the model's assumptions hold for real deals.

    Args:
        deals: how many.
        seed: 0 to 2**64 - 1; a deal depends on the seed and its number alone.
    """
    return Simulation(deals, seed)

"""Forecasts on the machines of Spark: deals out, rows back, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from .. import _core
from ..portfolio import Forecasts
from ..tables import library
from .duckdb import rows_of


def forecast(
    frame: Any,
    samples: int = 4096,
    seed: int = 0,
    precision: str = "double",
    catalog: Any = None,
    movers: bool = False,
    blind_spots: bool = False,
    steps: bool = False,
    weeks: float = 4,
) -> Any:
    """A row for each deal of a Spark frame, as a Spark frame: the rows of `Portfolio.forecast`, on whatever machines.

    The columns of the frame are those of `portfolio.schema()`, or one column of texts with deals in JSON. Each task
    forecasts its deals on one thread, so as many tasks run side by side as there are cores; only deals go out and only
    rows come back. A deal with faults becomes a row with its faults. Rows depend on their deals alone: partitions,
    retries and lost machines change nothing but the order.

    Args:
        frame: a DataFrame of pyspark, 3.5 or newer; buygraph and pyarrow have to be installed on the workers.
        samples, seed, precision, catalog: as of Portfolio. A catalog in a file has to be there for every worker: better
            a dict.
        movers, blind_spots, steps, weeks: as of Portfolio.forecast.

    Raises:
        InputError: options out of range.
        ImportError: pyspark or pyarrow is not there; it says what to install.
    """
    pyarrow, types = library("pyarrow", "spark"), library("pyspark.sql.pandas.types", "spark")
    options = (samples, seed, 1, precision, movers, blind_spots, steps, weeks, catalog)
    _core.PortfolioRun(*options)
    schema = types.from_arrow_schema(pyarrow.schema(Forecasts(_core.PortfolioRows())))
    return frame.mapInArrow(partial(_rows, options), schema)


def _rows(options: tuple[Any, ...], batches: Iterator[Any]) -> Iterator[Any]:
    pyarrow = library("pyarrow", "spark")
    run = _core.PortfolioRun(*options)
    for batch in batches:
        yield pyarrow.record_batch(rows_of(pyarrow.Table.from_batches([batch]), run))

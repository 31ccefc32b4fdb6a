"""Forecasts in SQL: functions for a DuckDB connection that turn deals into rows, by way of Arrow."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from .. import _core
from ..portfolio import Forecasts, Schema
from ..tables import input_error, library


def register(
    connection: Any,
    name: str = "buygraph_forecast",
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
    precision: str = "double",
    catalog: Any = None,
    movers: bool = False,
    blind_spots: bool = False,
    steps: bool = False,
    weeks: float = 4,
) -> Callable[[], None]:
    """Lets SQL call forecasts::

        buygraph.duckdb.register(connection)
        connection.sql("SELECT unnest(buygraph_forecast(deal)) FROM deals AS deal WHERE owner = 'Ann'")

    `buygraph_forecast` takes a row of a table (or any structure) whose columns are those of `portfolio.schema()` and
    returns a structure, the row of `Portfolio.forecast`. Columns that are not there are open, as in a deal file; by
    DuckDB's cast, columns that no deal has are ignored: `Portfolio(connection.table("deals"))` names them.
    `buygraph_forecast_json` takes a deal in JSON. Both belong to this connection alone; registering again replaces
    them.

    Args:
        connection: of duckdb, 1.4 or newer.
        name: of the function.
        samples, seed, threads, precision, catalog: as of Portfolio.
        movers, blind_spots, steps, weeks: as of Portfolio.forecast.

    Returns:
        A function that stops the forecasts of a query that runs, to be called from another thread or a signal handler.

    Raises:
        InputError: a name that is no name, or options out of range.
        ImportError: pyarrow is not there; it says what to install.
    """
    pyarrow = library("pyarrow", "duckdb")
    library("duckdb", "duckdb")
    if not name.isidentifier():
        raise input_error("name", name, "a name of letters, digits and underscores")
    run = _core.PortfolioRun(samples, seed, threads, precision, movers, blind_spots, steps, weeks, catalog)

    def forecast(deals: Any) -> Any:
        return pyarrow.array(rows_of(deals, run))

    deal, text = _type(connection, pyarrow.schema(Schema())), connection.type("VARCHAR")
    row = _type(connection, pyarrow.schema(Forecasts(_core.PortfolioRows())))
    for function, given in ((f"{name}_of_columns", deal), (f"{name}_json", text)):
        with suppress(Exception):  # there is none yet
            connection.remove_function(function)
        connection.create_function(function, forecast, [given], row, type="arrow", null_handling="special")
    connection.execute(f"CREATE OR REPLACE TEMP MACRO {name}(deal) AS {name}_of_columns(CAST(deal AS {deal}))")
    return run.stop


def rows_of(deals: Any, run: _core.PortfolioRun) -> Forecasts:
    """The rows of an Arrow array of deals."""
    stream = _core.DealStream(deals.__arrow_c_stream__(), 1 << 20)
    rows = stream.forecast(run) or _core.PortfolioRows()
    while (more := stream.forecast(run)) is not None:
        rows.add(more)
    return Forecasts(rows)


def _type(connection: Any, schema: Any) -> Any:
    """The structure of DuckDB whose fields are the columns of an Arrow schema."""
    relation = connection.from_arrow(schema.empty_table())
    return connection.struct_type(dict(zip(relation.columns, relation.types, strict=True)))

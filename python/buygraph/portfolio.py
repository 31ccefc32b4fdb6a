"""Many deals at once: forecasts, the revenue they will bring, and where an hour of the team is worth most."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _core
from ._core import Deal, GridDistribution
from ._deal_sources import NDJSON, source_of
from ._replace import replacing
from .tables import Table, input_error, library

if TYPE_CHECKING:
    from .plot import PortfolioPlots

BATCH = 256  # deals forecast between two looks at progress
ROW_GROUP = 4096  # rows of a Parquet file that are kept together

Progress = Callable[[int, "int | None"], object]


class Forecasts(Table):
    """The rows of a portfolio, one a deal, in its order. `buygraph.portfolio.columns()` says what each column means.

    Columns with several values in a row (outcomes, steps, faults, …) are lists; as Arrow they are nested columns.

    Attributes:
        faulty: how many deals have faults; their rows say which, and nothing else.
        kernel_seconds: what compiling and forecasting alone took, added up over all deals and threads.
    """

    def __init__(self, rows: _core.PortfolioRows) -> None:
        self._rows = rows

    @cached_property
    def _columns(self) -> dict[str, list[Any]]:  # type: ignore[override]  # made when somebody looks
        return dict(self._rows.columns())

    @property
    def faulty(self) -> int:
        return self._rows.faulty()

    @property
    def plot(self) -> PortfolioPlots:
        """Pictures of these deals, by matplotlib: pipeline, attention."""
        from .plot import PortfolioPlots

        return PortfolioPlots(self)

    @property
    def kernel_seconds(self) -> float:
        return self._rows.kernel_seconds

    def __len__(self) -> int:
        return len(self._rows)

    def __arrow_c_schema__(self) -> object:
        return self._rows.__arrow_c_schema__()

    def __arrow_c_array__(self, requested_schema: object = None) -> object:
        return self._rows.__arrow_c_array__(requested_schema)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._rows.__arrow_c_stream__(requested_schema)

    def pipeline(self, by: str | None = None, shock: float = 0.0, cells: int = 4096) -> Pipeline:
        """The revenue that these deals will bring; see Portfolio.pipeline."""
        deals = _core.PipelineDeals(by)
        deals.add(self._rows)
        return Pipeline(deals.totals(shock, cells))

    def attention(self) -> Attention:
        """Where an hour is worth most; see Portfolio.attention. The rows need their steps: forecast(steps=True)."""
        return Attention(self._rows.attention())


class Pipeline(Table):
    """The revenue of a pipeline: a row for each group and currency, then one (`total`) for each currency.

    Columns: group (None: the deals do not say, or all of them), total (all deals of the currency), currency, deals
    (with a value and a forecast), left_out (without value, or with faults), value, expected (won, mean),
    lost_to_no_decision and lost_to_rivals (means; with expected they add up to the value), sd, low and high (10 and
    90 % of what is won), median, grid_step and grid_sd (of the grid of the distribution: its step, and the standard
    deviation that it adds; the mean stays exact).
    """

    def __init__(self, found: dict[str, Any]) -> None:
        super().__init__(found["totals"])
        self._won: list[GridDistribution] = found["won"]

    def won(self, currency: str | None = None, group: str | None = None) -> GridDistribution:
        """The distribution of what is won, of a group or of all deals of a currency.

        Args:
            currency: may be left out where there is only one.
            group: of all deals unless given.

        Raises:
            InputError: there is no such group or currency, or several currencies; it names those there are.
        """
        rows = list(self.rows())
        known = sorted({str(row["currency"]) for row in rows})
        if currency is None and len(known) > 1:
            raise input_error("currency", "nothing", "one of " + ", ".join(known))
        for row, won in zip(rows, self._won, strict=True):
            wanted = row["total"] if group is None else not row["total"] and row["group"] == group
            if wanted and currency in (None, row["currency"]):
                return won
        groups = ", ".join(dict.fromkeys(str(row["group"]) for row in rows if not row["total"])) or "none"
        allowed = f"currencies {', '.join(known) or 'none'}; groups {groups}"
        raise input_error("group", f"{group} in {currency}", allowed)

    def __repr__(self) -> str:
        return f"Pipeline({len(self)} totals)"


class Attention(Table):
    """Where an hour of the team is worth most: a row a step of a deal's plan, the best first, currency by currency.

    Columns: deal, account, name, currency, kind, member, member_name, people and concerns (ids), hours, cost, gain and
    gain_error (of P(ours), without any other step), gain_an_hour, hour_worth (in the currency: gain an hour times the
    margin, less the cost an hour), within (the member still has the hours, after the rows above), hours_left.
    """

    def __init__(self, columns: dict[str, Any]) -> None:
        texts = {name: [", ".join(ids) for ids in columns[name]] for name in ("people", "concerns")}
        super().__init__({**columns, **texts})


class Portfolio:
    """Many deals, read as they are needed and forecast side by side; memory does not grow with their number.

    Args:
        source: a folder (its *.json files, by name), an NDJSON file (*.ndjson, *.jsonl: a deal a line), a deal file, a
            Parquet file or an Arrow file (need pyarrow), a list of deals, or anything that gives an Arrow stream: a
            table or reader of pyarrow, a frame of polars, a relation of duckdb, what `buygraph.simulate` returns. The
            columns are those of `schema()`; a table of one column of texts holds deals as JSON.
        samples, seed, threads, precision: as of Deal.forecast; here threads forecast deals side by side.
        catalog: roles and concerns of your own, as for `buygraph.load`.

    A reader can be read once; everything else as often as you like.

    Raises:
        InputError: something that holds no deals, or options out of range.
        DealError: faults of the catalog.
        FileError: a source that cannot be read.
    """

    def __init__(
        self,
        source: Any,
        samples: int = 4096,
        seed: int = 0,
        threads: int | None = None,
        precision: str = "double",
        catalog: Any = None,
    ) -> None:
        self._source = source_of(source)
        self._options: dict[str, Any] = {
            "samples": samples,
            "seed": seed,
            "threads": threads,
            "precision": precision,
            "catalog": catalog,
        }
        _core.PortfolioRun(**self._options)

    @property
    def plot(self) -> PortfolioPlots:
        """Pictures of the deals, by matplotlib: pipeline, attention. Each forecasts all of them."""
        from .plot import PortfolioPlots

        return PortfolioPlots(self)

    def batches(
        self,
        movers: bool = False,
        blind_spots: bool = False,
        steps: bool = False,
        weeks: float = 4,
        progress: Progress | None = None,
        size: int = BATCH,
    ) -> Iterator[Forecasts]:
        """The rows of `forecast`, some hundred at a time: for portfolios of any size.

        Args:
            size: the most deals of a batch.
        """
        run = _core.PortfolioRun(**self._options, movers=movers, blind_spots=blind_spots, steps=steps, weeks=weeks)
        done, total = 0, self._source.total()
        for rows in self._source.forecast(run, size):
            done += len(rows)
            yield Forecasts(rows)
            if progress:
                progress(done, total)

    def forecast(
        self,
        movers: bool = False,
        blind_spots: bool = False,
        steps: bool = False,
        weeks: float = 4,
        progress: Progress | None = None,
    ) -> Forecasts:
        """A row for each deal. A deal with faults becomes a row with its faults and stops nothing.

        Args:
            movers: also the top mover of each deal; two fifths more time.
            blind_spots: also its blind spots; some dozens of small forecasts a deal.
            steps: also its plan for the next weeks, and the step whose hours are worth most; several forecasts a deal.
            weeks: of the plan, for which the team's weekly hours count.
            progress: called with (deals done, deals in all or None) now and then.
        """
        all_rows = _core.PortfolioRows()
        for batch in self.batches(movers, blind_spots, steps, weeks, progress):
            all_rows.add(batch._rows)
        return Forecasts(all_rows)

    def pipeline(
        self, by: str | None = None, shock: float = 0.0, cells: int = 4096, progress: Progress | None = None
    ) -> Pipeline:
        """The revenue that the deals will bring, as distributions: one total a currency, and one a group.

        Each deal brings its value with its chance. Their sum is convolved exactly on a grid of at most `cells` steps;
        what the grid adds to the spread stands beside each total.

        Args:
            by: 'quarter', 'month' or 'year' of the close date, 'owner' or 'account'; no groups unless given.
            shock: how much of what decides a deal all of them share, 0 to below 1: 0.1 is a bad year for all together.
                Chances and expected values stay, the spread grows.
            cells: of the grid.

        Raises:
            InputError: an argument out of range.
        """
        deals = _core.PipelineDeals(by)
        deals.totals(shock, cells)  # what is wrong with the arguments is said before the work
        for batch in self.batches(progress=progress):
            deals.add(batch._rows)
        return Pipeline(deals.totals(shock, cells))

    def attention(self, weeks: float = 4, progress: Progress | None = None) -> Attention:
        """Where an hour of the team is worth most over all deals: the steps of all plans by what their hours are worth.

        Members are the same in all deals by their ids; going down the list each takes steps while he has hours.

        Args:
            weeks: for which the weekly hours count.
        """
        return self.forecast(steps=True, weeks=weeks, progress=progress).attention()

    def write(
        self,
        path: str | os.PathLike[str],
        movers: bool = False,
        blind_spots: bool = False,
        steps: bool = False,
        weeks: float = 4,
        progress: Progress | None = None,
        watch: Callable[[Forecasts], object] | None = None,
    ) -> int:
        """Forecasts into a file, batch by batch: Parquet (*.parquet, needs pyarrow) or NDJSON (*.ndjson, *.jsonl).

        The file appears, or is replaced, when all is done; Ctrl-C leaves what was there.

        Args:
            watch: called with each batch of rows.

        Returns:
            How many deals there were.
        """
        batches = self.batches(movers, blind_spots, steps, weeks, progress)
        return write_rows(path, batches, watch)


def columns() -> dict[str, str]:
    """What each column of the rows means."""
    return dict(_core.portfolio_docs())


class Schema:
    """The documented Arrow type of deals: `pyarrow.schema(buygraph.portfolio.schema())`."""

    def __arrow_c_schema__(self) -> object:
        return _core.deal_schema_capsule()

    def to_arrow(self) -> Any:
        """A pyarrow.Schema (needs pyarrow)."""
        return library("pyarrow", "arrow").schema(self)


def schema() -> Schema:
    """The Arrow type of deals in columns, made from the same descriptions as the JSON Schema."""
    return Schema()


class DealTable:
    """Deals as nested Arrow columns."""

    def __init__(self, deals: Sequence[Deal]) -> None:
        self._deals = list(deals)

    def __len__(self) -> int:
        return len(self._deals)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return _core.deal_stream_capsule(self._deals)

    def to_arrow(self) -> Any:
        """A pyarrow.Table (needs pyarrow)."""
        return library("pyarrow", "arrow").table(self)


def deal_table(deals: Sequence[Deal]) -> DealTable:
    """Deals as nested Arrow columns, the type of which is `schema()`: for Parquet, DuckDB, Spark and frames."""
    return DealTable(deals)


def write_rows(
    path: str | os.PathLike[str],
    batches: Iterable[Forecasts],
    watch: Callable[[Forecasts], object] | None = None,
) -> int:
    """Writes batches of rows into a Parquet or NDJSON file that is replaced as a whole; how many rows there were."""
    suffix = Path(path).suffix.lower()
    if suffix not in (".parquet", *NDJSON):
        raise input_error("path", str(path), "a name that ends in .parquet, .ndjson or .jsonl")
    count = 0

    def counted() -> Iterator[Forecasts]:
        nonlocal count
        for batch in batches:
            count += len(batch)
            if watch:
                watch(batch)
            yield batch

    if suffix == ".parquet":
        pyarrow, parquet = library("pyarrow", "arrow"), library("pyarrow.parquet", "arrow")
        empty = Forecasts(_core.PortfolioRows())
        with (
            replacing(path) as beside,
            parquet.ParquetWriter(beside, pyarrow.schema(empty)) as writer,
            ThreadPoolExecutor(1) as other,  # writes while the next deals are forecast
        ):
            waiting: list[Any] = []
            written: Future[Any] | None = None

            def write() -> None:
                nonlocal waiting, written
                if written:
                    written.result()
                rows = pyarrow.Table.from_batches(waiting).combine_chunks()
                waiting, written = [], other.submit(writer.write_table, rows)

            for batch in counted():
                waiting.append(pyarrow.record_batch(batch))
                if sum(map(len, waiting)) >= ROW_GROUP:
                    write()
            if waiting:
                write()
            if written:
                written.result()
    else:
        with replacing(path) as beside, open(beside, "w", encoding="utf-8") as file:
            for batch in counted():
                for row in batch.rows():
                    file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
    return count

"""Where the deals of a portfolio come from: each source is read as it is forecast, some deals at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from . import _core
from ._core import Deal
from .tables import input_error, library

NDJSON = (".ndjson", ".jsonl")


class _Listed:
    """Files or deals of which there is a list."""

    def __init__(self, items: list[Any], forecast: Callable[[list[Any], _core.PortfolioRun], Any]) -> None:
        self._items, self._forecast = items, forecast

    def total(self) -> int | None:
        return len(self._items)

    def forecast(self, run: _core.PortfolioRun, size: int) -> Iterator[_core.PortfolioRows]:
        for first in range(0, len(self._items), size):
            yield self._forecast(self._items[first : first + size], run)


class _Lines:
    def __init__(self, path: Path) -> None:
        self._path = path
        _readable(path)

    def total(self) -> int | None:
        return None

    def forecast(self, run: _core.PortfolioRun, size: int) -> Iterator[_core.PortfolioRows]:
        with open(self._path, "rb") as file:
            lines = ((f"line {number}", line) for number, line in enumerate(file, start=1) if line.strip())
            while part := list(islice(lines, size)):
                yield _core.forecast_texts([line for _, line in part], [place for place, _ in part], run)


class _Arrow:
    def __init__(self, opened: Callable[[], Any], total: Callable[[], int | None]) -> None:
        self._opened, self.total = opened, total

    def forecast(self, run: _core.PortfolioRun, size: int) -> Iterator[_core.PortfolioRows]:
        stream = _core.DealStream(self._opened().__arrow_c_stream__(), size)
        while (rows := stream.forecast(run)) is not None:
            yield rows


def _readable(path: Path) -> None:
    try:
        with open(path, "rb"):
            pass
    except OSError as error:
        raised = _core.FileError(f"{path}: {error.strerror}")
        raised.path = str(path)
        raise raised from error


def _path_source(path: Path) -> Any:
    suffix = path.suffix.lower()
    if path.is_dir():
        return _Listed(sorted(path.glob("*.json")), _core.forecast_files)
    _readable(path)
    if suffix in NDJSON:
        return _Lines(path)
    if suffix == ".parquet":
        parquet = library("pyarrow.parquet", "arrow")
        with parquet.ParquetFile(path) as file:
            total = file.metadata.num_rows

        def opened() -> Any:
            file = parquet.ParquetFile(path)
            batches = file.iter_batches(batch_size=1024)
            return library("pyarrow", "arrow").RecordBatchReader.from_batches(file.schema_arrow, batches)

        return _Arrow(opened, lambda: total)
    if suffix in (".arrow", ".feather"):
        pyarrow = library("pyarrow", "arrow")
        return _Arrow(lambda: pyarrow.ipc.open_file(pyarrow.memory_map(str(path))).read_all(), lambda: None)
    return _Listed([path], _core.forecast_files)


def source_of(source: Any) -> Any:
    """What to forecast from, of anything that bg.Portfolio takes.

    Raises:
        InputError: nothing that holds deals.
        FileError: a file that cannot be read.
    """
    if isinstance(source, (str, os.PathLike)):
        return _path_source(Path(source))
    if hasattr(source, "__arrow_c_stream__"):

        def total() -> int | None:
            try:
                return len(source)
            except TypeError:
                return None

        return _Arrow(lambda: source, total)
    if isinstance(source, Deal):
        return _Listed([source], _core.forecast_deals)
    if isinstance(source, Iterable) and not isinstance(source, (bytes, dict)):
        deals = list(source)
        if all(isinstance(deal, Deal) for deal in deals):
            return _Listed(deals, _core.forecast_deals)
    allowed = "a folder, a file, a list of deals, or an Arrow table, stream or reader"
    raise input_error("source", f"a value of type {type(source).__name__}", allowed)

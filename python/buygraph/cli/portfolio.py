"""The verbs ``portfolio`` and ``simulate``: many deals at once."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .. import _core
from .._deal_sources import NDJSON
from .._replace import replacing
from ..engines import duckdb
from ..portfolio import Pipeline, Portfolio
from ..simulation import simulate as simulate_deals
from ..tables import input_error, library
from .terminal import dim, harmless, print_error, print_json, table
from .words import Words


def portfolio(parsed: argparse.Namespace, words: Words) -> int:
    try:
        return _sql(parsed, words) if parsed.sql else _forecast(parsed, words)
    except ImportError as error:
        print_error(str(error))
        return 1


def _forecast(parsed: argparse.Namespace, words: Words) -> int:
    asked = {name: getattr(parsed, name) for name in ("movers", "blind_spots", "steps")}
    deals = Portfolio(parsed.source, parsed.samples, parsed.seed, parsed.threads, parsed.precision, parsed.catalog)
    gathered = _core.PipelineDeals(parsed.by)
    gathered.totals(parsed.shock)
    count = faulty = 0
    kernel, began = 0.0, time.monotonic()

    def watch(rows: Any) -> None:
        nonlocal count, faulty, kernel
        gathered.add(rows._rows)
        count, faulty, kernel = count + len(rows), faulty + rows.faulty, kernel + rows.kernel_seconds

    with _progress(words) as progress:
        if parsed.output:
            deals.write(parsed.output, **asked, progress=progress, watch=watch)
        else:
            for batch in deals.batches(**asked, progress=progress):
                watch(batch)
    seconds = time.monotonic() - began
    pipeline = Pipeline(gathered.totals(parsed.shock))
    threads = parsed.threads or os.cpu_count() or 1
    if parsed.json:
        figures = {"deals": count, "faulty": faulty, "seconds": seconds, "kernel_seconds": kernel, "threads": threads}
        print_json({"buygraph": _core.__version__, **figures, "pipeline": list(pipeline.rows()), "calibrated": False})
    else:
        print(_shown(pipeline, words))
        print()
        print(_timing(count, faulty, parsed.samples, seconds, kernel, threads, words))
        if parsed.output:
            print(words("written").format(harmless(str(parsed.output))))
    return 1 if faulty == count and count else 0


def _shown(pipeline: Pipeline, words: Words) -> str:
    def money(row: dict[str, Any], name: str) -> str:
        return _core.money(row[name], row["currency"] or "", words.language)

    names = ("group", "deals", "worth", "expected_won", "range", "lost_to_nothing", "lost_to_rivals")
    rows = [
        [
            words("all_deals") if row["total"] else row["group"] or "—",
            str(row["deals"]),
            money(row, "value"),
            money(row, "expected"),
            f"{money(row, 'low')} – {money(row, 'high')}",
            money(row, "lost_to_no_decision"),
            money(row, "lost_to_rivals"),
        ]
        for row in pipeline.rows()
    ]
    note = words("what_pipeline") + ("; " if words.language == "en" else "；") + _core.uncalibrated(words.language)
    return "\n".join([table([words(name) for name in names], rows, frozenset(range(1, 7)), most=40), dim(note)])


def _timing(
    count: int, faulty: int, samples: int, seconds: float, kernel: float, threads: int, words: Words
) -> str:
    lines = [words("portfolio_time").format(count, samples, seconds, threads, kernel / threads, _peak_megabytes())]
    if faulty:
        lines.append(words("portfolio_faulty").format(faulty))
    return "\n".join(lines)


def _peak_megabytes() -> float:
    try:
        import resource
    except ImportError:  # Windows
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


@contextmanager
def _progress(words: Words) -> Iterator[Callable[[int, int | None], object] | None]:
    """On a terminal a line that says how far it is, and is taken away in the end."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(done: int, total: int | None) -> None:
        share = f"{done} / {total} · {done / total:.0%}" if total else str(done)
        print(f"\r{words('deals_done').format(share)}\033[K", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def _sql(parsed: argparse.Namespace, words: Words) -> int:
    """`deals` is the file, `forecasts` the rows of all deals, buygraph_forecast(deal) that of one."""
    engine = library("duckdb", "duckdb")
    connection = engine.connect()
    if parsed.threads:
        connection.execute(f"SET threads = {parsed.threads}")
    connection.execute("SET preserve_insertion_order = true")
    options = (parsed.samples, parsed.seed, parsed.threads, parsed.precision, parsed.catalog)
    stop = duckdb.register(
        connection, "buygraph_forecast", *options, parsed.movers, parsed.blind_spots, parsed.steps
    )

    pressed = False

    def press(signum: int, frame: Any) -> None:  # the query runs in threads that Python's own handler does not reach
        nonlocal pressed
        pressed = True
        stop()
        raise KeyboardInterrupt

    previous = signal.signal(signal.SIGINT, press)
    try:
        _views(connection, parsed.source)
        query = connection.sql(parsed.sql)
        if query is None:
            raise input_error("--sql", parsed.sql, "a query that gives rows")
        if parsed.output:
            _save(query, parsed.output)
            print(words("written").format(harmless(str(parsed.output))))
        elif parsed.json:
            names = query.columns
            rows = [dict(zip(names, row, strict=True)) for row in query.fetchall()]
            print_json({"buygraph": _core.__version__, "rows": _plain(rows)})
        else:
            rows = query.fetchall()
            print(table(query.columns, [["" if cell is None else str(cell) for cell in row] for row in rows], most=40))
    except (engine.Error, RuntimeError) as error:
        if pressed:
            raise KeyboardInterrupt from error
        if not isinstance(error, engine.Error):
            raise
        print_error(str(error))
        return 1
    finally:
        signal.signal(signal.SIGINT, previous)
        connection.close()
    return 0


def _views(connection: Any, source: Path) -> None:
    place = str(source).replace("'", "''")
    suffix = source.suffix.lower()
    if suffix == ".parquet":
        connection.execute(f"CREATE TEMP VIEW deals AS SELECT * FROM read_parquet('{place}')")
        call = "buygraph_forecast(deal)"
    elif source.is_dir() or suffix in NDJSON or suffix == ".json":
        reader = f"read_text('{place}/*.json')" if source.is_dir() else f"read_text('{place}')"
        text = "content"
        if suffix in NDJSON:
            reader = f"(SELECT unnest(string_split(content, chr(10))) AS content FROM read_text('{place}'))"
        where = f"WHERE trim({text}) <> ''"
        connection.execute(f"CREATE TEMP VIEW deals AS SELECT {text} AS document FROM {reader} {where}")
        call = "buygraph_forecast_json(deal.document)"
    else:
        raise input_error("source", str(source), "a Parquet file, an NDJSON file, or a folder of deal files")
    connection.execute(f"CREATE TEMP VIEW forecasts AS SELECT unnest({call}) FROM deals AS deal")


def _save(query: Any, path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix not in (".parquet", ".csv", *NDJSON):
        raise input_error("output", str(path), "a name that ends in .parquet, .csv, .ndjson or .jsonl")
    with replacing(path) as beside:
        if suffix == ".parquet":
            query.to_parquet(str(beside))
        elif suffix == ".csv":
            query.to_csv(str(beside))
        else:
            place = str(beside).replace("'", "''")
            query.query("rows", f"COPY rows TO '{place}' (FORMAT json)")


def _plain(value: Any) -> Any:
    """What JSON cannot hold as a text: days."""
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def simulate(parsed: argparse.Namespace, words: Words) -> int:
    deals = simulate_deals(parsed.deals, parsed.seed)
    try:
        deals.write(parsed.output)
        print(words("written").format(harmless(str(parsed.output))))
        if parsed.truth:
            _write_truth(deals, parsed.truth)
            print(words("written").format(harmless(str(parsed.truth))))
    except ImportError as error:
        print_error(str(error))
        return 1
    return 0


def _write_truth(deals: Any, path: Path) -> None:
    import csv
    import io

    truth = deals.truth
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(truth.columns)
    writer.writerows(row.values() for row in truth.rows())
    _core.write_file(path, text.getvalue())

"""A portfolio beside what the kernel alone needs: through files, through DuckDB's SQL, and on a Spark cluster.

    scripts/bench portfolio [--deals 2000] [--samples 4096]     # time, the kernel's, overhead, goal; 1 if it is missed

The kernel is compiling each deal and forecasting it, timed around each of them and added up over the threads; all that
is read, checked, handed on and written is overhead. Rows are proved equal first. Spark, which starts its own processes
of one thread, is timed on warm workers (the JVM goes on compiling for some runs, of which the last counts), beside the
kernel on as many threads here.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import pyarrow.parquet
from results import Results

import buygraph as bg

GOAL = 0.15


def portfolio(deals: Path, samples: int, out: Path) -> tuple[float, float]:
    """Seconds in all and of the kernel, from a Parquet file to a Parquet file."""
    kernel = 0.0

    def watch(rows: bg.portfolio.Forecasts) -> None:
        nonlocal kernel
        kernel += rows.kernel_seconds

    began = time.perf_counter()
    bg.Portfolio(deals, samples=samples).write(out, watch=watch)
    return time.perf_counter() - began, kernel / os.cpu_count()


def sql(deals: Path, samples: int, out: Path) -> float:
    began = time.perf_counter()
    with duckdb.connect() as connection:
        bg.duckdb.register(connection, samples=samples)
        query = f"SELECT unnest(buygraph_forecast(deal)) FROM read_parquet('{deals}') AS deal"
        connection.sql(query).to_parquet(str(out))
    return time.perf_counter() - began


def spark(deals: Path, samples: int, out: Path) -> float:
    """In a process of its own, beside a cluster of this machine."""
    root = Path(__file__).resolve().parents[1]
    command = [str(root / "scripts" / "spark-cluster"), sys.executable, __file__, "--spark", str(deals), str(samples)]
    ran = subprocess.run([*command, str(out)], capture_output=True, text=True, check=True)
    return float(ran.stdout.split()[-1])


def in_spark(deals: str, samples: str, out: str) -> None:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(os.environ["SPARK_MASTER"]).config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.executor.memory", "768m")
    builder = builder.config("spark.sql.execution.arrow.maxBytesPerBatch", str(2**31 - 1))
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "512").getOrCreate()
    frame = session.read.parquet(deals).repartition(8).cache()
    bg.spark.forecast(frame, samples=16).count()  # warms the workers, and reads the deals
    for _ in range(4):
        began = time.perf_counter()
        bg.spark.forecast(frame, samples=int(samples)).write.mode("overwrite").parquet(out)
        seconds = time.perf_counter() - began
    print(seconds)


def sorted_rows(path: Path) -> list[dict[str, object]]:
    return sorted(pyarrow.parquet.read_table(path).to_pylist(), key=lambda row: row["deal"])


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--deals", type=int, default=2000)
    parser.add_argument("--samples", type=int, default=4096)
    parsed = parser.parse_args()
    results = Results("portfolio", "duckdb", "pyspark")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        bg.simulate(parsed.deals, seed=1).write(place / "deals.parquet")

        def report(what: str, samples: int, seconds: float, kernel: float) -> None:
            head = f"{what}, {parsed.deals} deals, {samples} samples"
            results.note(f"{head}: {seconds:.2f} s, of which the kernel {kernel:.2f} s, {os.cpu_count()} threads")
            results.at_most(f"{head}: overhead", 100 * (seconds / kernel - 1), "%", 100 * GOAL)

        for samples in (parsed.samples, 1024):
            seconds, kernel = portfolio(place / "deals.parquet", samples, place / "rows.parquet")
            report("files", samples, seconds, kernel)
            expected = sorted_rows(place / "rows.parquet")
            seconds = sql(place / "deals.parquet", samples, place / "sql.parquet")
            assert sorted_rows(place / "sql.parquet") == expected
            report("DuckDB", samples, seconds, kernel)
        seconds = spark(place / "deals.parquet", 1024, place / "spark.parquet")
        assert sorted_rows(place / "spark.parquet") == expected
        report("Spark", 1024, seconds, kernel)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
    results.at_most("peak memory of this process", peak, "MB", 1000)
    return results.finish()


if __name__ == "__main__":
    sys.exit(in_spark(*sys.argv[2:]) if sys.argv[1:2] == ["--spark"] else main())

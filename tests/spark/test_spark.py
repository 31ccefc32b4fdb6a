"""Forecasts on a Spark cluster: the rows of DuckDB, and the same when a worker dies half-way.

Run by tests/parts/spark.
"""

import os
import signal
import threading
import time
from pathlib import Path

import duckdb
import pyarrow.parquet
import pytest
from pyspark.sql import SparkSession

import buygraph as bg

DEALS, SAMPLES = 240, 64


@pytest.fixture(scope="module")
def session():
    session = (
        SparkSession.builder.master(os.environ["SPARK_MASTER"])
        .appName("buygraph tests")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "768m")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "16")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def deals(tmp_path_factory):
    path = tmp_path_factory.mktemp("spark") / "deals.parquet"
    bg.simulate(DEALS, seed=21).write(path)
    return path


@pytest.fixture(scope="module")
def rows(deals):
    """Those of the embedded engine, by deal."""
    with duckdb.connect() as connection:
        bg.duckdb.register(connection, samples=SAMPLES)
        query = f"SELECT unnest(buygraph_forecast(deal)) FROM read_parquet('{deals}') AS deal"
        return by_deal(connection.sql(query).to_arrow_table())


def by_deal(table):
    return {row["deal"]: row for row in table.to_pylist()}


def test_both_workers_are_there(session):
    def who(batches):
        for _ in batches:
            time.sleep(0.5)
            yield pyarrow.RecordBatch.from_pydict({"worker": [str(os.getppid())]})

    seen = session.range(8).repartition(8).mapInArrow(who, "worker string").distinct().count()
    assert seen >= 2


def test_rows_are_those_of_duckdb(session, deals, rows):
    frame = session.read.parquet(str(deals)).repartition(12)
    found = bg.spark.forecast(frame, samples=SAMPLES).toArrow()
    assert found.num_rows == DEALS and by_deal(found) == rows


def test_deals_in_json_and_faults(session):
    text = bg.simulate(1, seed=21)[0].to_json()
    frame = session.createDataFrame([(text,), ("[]",)], "document string")
    found = bg.spark.forecast(frame, samples=SAMPLES).toArrow().to_pylist()
    assert sorted(row["win"] is None for row in found) == [False, True]
    assert [len(row["faults"]) for row in found if row["win"] is None] == [1]


def test_a_worker_that_dies_half_way_changes_nothing(session, deals, rows):
    victim = int(Path(os.environ["SPARK_CLUSTER"], "worker-2.pid").read_text())
    frame = session.read.parquet(str(deals)).repartition(24)

    def kill():
        children = Path(f"/proc/{victim}/task/{victim}/children").read_text().split()
        for process in [victim, *map(int, children)]:
            os.kill(process, signal.SIGKILL)

    timer = threading.Timer(4, kill)
    timer.start()
    # More samples, so that the work is under way when it happens; the first look at the rows is before it.
    found = bg.spark.forecast(frame, samples=16384).toArrow()
    timer.join()
    with duckdb.connect() as connection:
        bg.duckdb.register(connection, samples=16384)
        query = f"SELECT unnest(buygraph_forecast(deal)) FROM read_parquet('{deals}') AS deal"
        assert by_deal(found) == by_deal(connection.sql(query).to_arrow_table())
    assert not Path(f"/proc/{victim}/stat").exists() or ") Z" in Path(f"/proc/{victim}/stat").read_text()

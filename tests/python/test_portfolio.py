"""Portfolios: every source gives the same rows, nothing stops them, files are whole. Numbers are tested in C++."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time

import numpy
import pandas
import polars
import pyarrow
import pyarrow.ipc
import pyarrow.parquet
import pytest
from small_deals import changed, small

import buygraph as bg

QUICK = {"samples": 64}


@pytest.fixture(scope="module")
def simulated():
    return bg.simulate(40, seed=8)


@pytest.fixture(scope="module")
def rows(simulated):
    return bg.Portfolio(simulated, **QUICK).forecast().to_dict()


def test_every_source_gives_the_same_rows(simulated, rows, tmp_path):
    (tmp_path / "folder").mkdir()
    simulated.write(tmp_path / "folder")
    simulated.write(tmp_path / "deals.ndjson")
    simulated.write(tmp_path / "deals.parquet")
    table = simulated.to_arrow()
    with pyarrow.ipc.new_file(tmp_path / "deals.arrow", table.schema) as file:
        file.write_table(table)
    lines = (tmp_path / "deals.ndjson").read_text(encoding="utf-8").splitlines()
    sources = [
        tmp_path / "folder",
        str(tmp_path / "deals.ndjson"),
        tmp_path / "deals.parquet",
        tmp_path / "deals.arrow",
        list(simulated),
        table,
        table.slice(0, 40),
        pyarrow.RecordBatchReader.from_batches(table.schema, table.to_batches(max_chunksize=7)),
        pyarrow.table({"document": lines}),
        polars.DataFrame({"document": lines}),
        polars.from_arrow(table),
        bg.portfolio.deal_table(list(simulated)),
    ]
    for source in sources:
        assert bg.Portfolio(source, **QUICK).forecast().to_dict() == rows, type(source)


def test_slices_of_tables_are_their_rows(simulated, rows):
    part = bg.Portfolio(simulated.to_arrow().slice(13, 9), **QUICK).forecast()
    assert part.to_dict() == {name: values[13:22] for name, values in rows.items()}


def test_a_row_is_the_forecast_of_its_deal(simulated, rows):
    deal = simulated[11]
    forecast = deal.forecast(**QUICK)
    assert rows["win"][11] == forecast.win and (rows["low"][11], rows["high"][11]) == forecast.interval
    assert {entry["offer"]: entry["probability"] for entry in rows["outcomes"][11]} == forecast.outcomes
    assert rows["no_decision"][11] == forecast.outcomes[forecast.status_quo]
    assert rows["account"][11] == deal.account and rows["value"][11] == deal.value


def test_threads_and_batches_change_no_bit(simulated, rows):
    for threads, size in ((1, 40), (3, 7), (2, 1)):
        portfolio = bg.Portfolio(simulated, threads=threads, **QUICK)
        parts = [batch.to_dict() for batch in portfolio.batches(size=size)]
        assert len(parts) == -(-40 // size)
        assert {name: [value for part in parts for value in part[name]] for name in rows} == rows


def test_columns_are_documented_and_go_to_arrow_pandas_and_polars(simulated, rows):
    found = bg.Portfolio(simulated, **QUICK).forecast()
    assert found.columns == list(bg.portfolio.columns()) and all(bg.portfolio.columns().values())
    arrow = found.to_arrow()
    arrow.validate(full=True)
    assert arrow.to_pydict() == rows and str(arrow.schema.field("close_date").type) == "date32[day]"
    assert found.to_pandas()["win"].tolist() == rows["win"]
    assert found.to_polars()["win"].to_list() == rows["win"]
    assert pandas.DataFrame.from_arrow(found).shape == (40, len(found.columns))


def test_the_schema_of_deals_is_documented(simulated):
    schema = bg.portfolio.schema().to_arrow()
    assert schema.names == [name for name in bg.schema()["properties"] if name != "buygraph"]
    assert str(schema.field("decision").type.field("decider").type) == "map<string, double>"
    assert simulated.to_arrow().schema.equals(schema)


# ---------------------------------------------------------------- faults


def test_a_faulty_deal_is_a_row_with_its_faults_and_stops_nothing(tmp_path):
    faulty = changed(("people/1/susceptibility", 1.4), ("ties/0/to", "chenn"))
    (tmp_path / "a.json").write_text(json.dumps(small()), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps(faulty), encoding="utf-8")
    (tmp_path / "c.json").write_text("{", encoding="utf-8")
    (tmp_path / "d.json").mkdir()
    (tmp_path / "e.json").write_text(json.dumps(small()), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no deal")
    found = bg.Portfolio(tmp_path, **QUICK).forecast()
    assert len(found) == 5 and found.faulty == 3
    assert [win is None for win in found["win"]] == [False, True, True, True, False]
    told = bg.validate(faulty)
    assert [(fault["pointer"], fault["message"]) for fault in found["faults"][1]] == [
        (fault.pointer, fault.message) for fault in told
    ]
    assert found["deal"][2] == "c.json" and "JSON" in found["faults"][2][0]["message"]
    assert found["outcomes"][1] == [] and found["expected_value"][1] is None


def test_lines_that_are_no_deals_are_called_by_their_number(tmp_path):
    path = tmp_path / "deals.ndjson"
    path.write_text(json.dumps(small()) + "\n\n[1]\n" + json.dumps(small()), encoding="utf-8")
    found = bg.Portfolio(path, **QUICK).forecast()
    assert len(found) == 3 and found["deal"][1] == "line 3" and found.faulty == 1


def test_faults_in_columns_are_those_in_json(simulated):
    table = simulated.to_arrow().to_pylist()
    table[3]["people"][0]["susceptibility"] = 1.5
    table[4]["decision"]["rule"] = "autocrasy"
    table[5]["evidence"] = [{"about": "nobody", "offer": "us", "stance": 0.5}]
    table[6]["people"] = None
    found = bg.Portfolio(pyarrow.Table.from_pylist(table, simulated.to_arrow().schema), **QUICK).forecast()
    assert [number for number, faults in enumerate(found["faults"]) if faults] == [3, 4, 5, 6]
    assert found["faults"][4][0]["suggestion"] == "autocracy"
    assert found["faults"][5][0]["pointer"] == "/evidence/0/about"


def test_columns_that_are_no_deals_are_named_all_at_once():
    with pytest.raises(bg.DealError) as caught:
        bg.Portfolio(pyarrow.table({"nmae": ["x"], "value": ["much"], "people": [1]})).forecast()
    faults = {fault.pointer: fault.suggestion for fault in caught.value.faults}
    assert faults == {"/nmae": "name", "/value": "", "/people": ""}


def test_shorter_columns_do(simulated):
    chen, liu = {"id": "chen", "roles": ["decision_maker", "user"], "level": 4.0}, {"id": "liu", "roles": ["technical"]}
    people = [[chen, liu]]
    offers = [[{"id": "us", "kind": "ours"}, {"id": "them", "kind": "competitor"}]]
    table = pyarrow.table(
        {
            "name": pyarrow.array(["Line"]).dictionary_encode(),
            "value": [100],
            "close_date": ["2027-01-31"],
            "people": people,
            "offers": offers,
            "evidence": [[{"about": "liu", "offer": "us", "stance": "supporter"}]],
            "decision": [{"decider": "chen"}],
        }
    )
    deal = {
        "buygraph": 1,
        "name": "Line",
        "value": 100,
        "close_date": "2027-01-31",
        "people": [chen, liu],
        "offers": offers[0],
        "evidence": [{"about": "liu", "offer": "us", "stance": "supporter"}],
        "decision": {"decider": "chen"},
    }
    found = bg.Portfolio(table, **QUICK).forecast()
    assert found["faults"] == [[]] and found["win"][0] == bg.load(deal).forecast(**QUICK).win


@pytest.mark.parametrize("source", [None, 7, [1, 2], {"name": "x"}, b"{}", object()])
def test_what_holds_no_deals_is_refused(source):
    with pytest.raises(bg.InputError) as caught:
        bg.Portfolio(source)
    assert caught.value.where == "source"


def test_a_source_that_is_not_there(tmp_path):
    for name in ("none.ndjson", "none.parquet", "none.json", "none"):
        with pytest.raises(bg.FileError, match="none"):
            bg.Portfolio(tmp_path / name)


@pytest.mark.parametrize("options", [{"samples": 0}, {"seed": -1}, {"threads": 0}, {"precision": "half"}])
def test_options_out_of_range_are_refused_at_once(options):
    with pytest.raises(bg.InputError):
        bg.Portfolio([], **options)


def test_a_stream_is_read_once():
    reader = bg.simulate(3).to_arrow().to_reader()
    portfolio = bg.Portfolio(reader, **QUICK)
    assert len(portfolio.forecast()) == 3
    assert len(portfolio.forecast()) == 0


def broken_reader(table):
    """Nine deals a batch, and an error in place of the third."""

    def batches():
        yield from table.to_batches(max_chunksize=9)[:2]
        raise ValueError("the line went dead")

    return pyarrow.RecordBatchReader.from_batches(table.schema, batches())


def test_a_stream_that_breaks_off_says_why_after_what_it_gave(simulated, rows, tmp_path):
    table = simulated.to_arrow()
    batches = bg.Portfolio(broken_reader(table), **QUICK).batches()
    assert next(batches).to_dict()["win"] + next(batches).to_dict()["win"] == rows["win"][:18]
    with pytest.raises(bg.Error, match="the line went dead"):
        next(batches)
    target = tmp_path / "rows.parquet"
    with pytest.raises(bg.Error, match="the line went dead"):
        bg.Portfolio(broken_reader(table), **QUICK).write(target)
    assert not list(tmp_path.iterdir())


def test_a_stream_may_be_left_half_way(simulated):
    given = []

    def batches():
        for batch in simulated.to_arrow().to_batches(max_chunksize=9):
            if given:
                time.sleep(0.2)
            given.append(len(batch))
            yield batch

    reader = pyarrow.RecordBatchReader.from_batches(simulated.to_arrow().schema, batches())
    begun = bg.Portfolio(reader, **QUICK).batches()
    assert len(next(begun)) == 9
    begun.close()  # while the next are being read, by a thread that wants the interpreter: it is waited for
    assert given == [9, 9]


def test_rows_that_cannot_be_written_leave_what_was_there(simulated, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    target = tmp_path / "rows.parquet"
    target.write_text("old")
    monkeypatch.setattr(pyarrow.parquet.ParquetWriter, "write_table", full)
    monkeypatch.setattr("buygraph.portfolio.ROW_GROUP", 16)
    with pytest.raises(OSError, match="No space left"):
        bg.Portfolio(simulated, **QUICK).write(target)
    assert target.read_text() == "old" and list(tmp_path.iterdir()) == [target]


def test_an_empty_portfolio_has_its_columns(tmp_path):
    for source in ([], tmp_path, bg.simulate(0)):
        found = bg.Portfolio(source).forecast()
        assert len(found) == 0 and found.columns == list(bg.portfolio.columns())
        assert found.to_arrow().num_rows == 0 and len(found.pipeline()) == 0 and len(found.attention()) == 0


def test_a_catalog_of_the_users_own(tmp_path):
    deal = small()
    deal["people"][0]["roles"] = ["decision_maker", "lawyer"]
    catalog = {"buygraph": 1, "roles": {"lawyer": {"importance": {"risk": 9}}}}
    path = tmp_path / "deals.ndjson"
    path.write_text(json.dumps(deal), encoding="utf-8")
    assert bg.Portfolio(path, **QUICK).forecast().faulty == 1
    found = bg.Portfolio(path, catalog=catalog, **QUICK).forecast()
    assert found["win"] == [bg.load(deal, catalog).forecast(**QUICK).win]


# ---------------------------------------------------------------- what else a row can say


def test_movers_blind_spots_and_steps_on_request(simulated):
    portfolio = bg.Portfolio([simulated[number] for number in range(6)], **QUICK)
    plain, rich = portfolio.forecast(), portfolio.forecast(movers=True, blind_spots=True, steps=True)
    assert plain["win"] == rich["win"] and plain["outcomes"] == rich["outcomes"]
    assert set(plain["mover_person"]) | set(plain["blind_spot"]) | set(plain["step"]) == {None}
    for number, row in enumerate(rich.rows()):
        deal = simulated[number]
        assert row["mover_person"] in deal.people and row["blind_spots"][0] == row["blind_spot"]
        spots = deal.blind_spots(samples=64)
        assert row["blind_spot"] == spots["kind"][0] and row["blind_spot_size"] == spots["size"][0]
        if row["steps"]:
            worth = [step["gain_an_hour" if step["hour_worth"] is None else "hour_worth"] for step in row["steps"]]
            best = row["steps"][worth.index(max(worth))]
            assert (row["step"], row["hour_worth"]) == (best["kind"], best["hour_worth"])


def test_attention_is_the_steps_of_all_deals_by_the_worth_of_an_hour(simulated):
    deals = [simulated[number] for number in range(12)]
    found = bg.Portfolio(deals, **QUICK).attention(weeks=1)
    rows = list(found.rows())
    assert rows and {row["deal"] for row in rows} <= {deal.id for deal in deals}
    for currency in {row["currency"] for row in rows}:
        worth = [row["hour_worth"] for row in rows if row["currency"] == currency and row["hour_worth"] is not None]
        assert worth == sorted(worth, reverse=True)
    used = {}
    for row in rows:
        if row["within"]:
            used[row["member"]] = used.get(row["member"], 0) + row["hours"]
    hours = {member["id"]: member["hours"] for deal in deals for member in deal.to_dict()["team"]}
    assert all(used[member] <= hours[member] + 1e-9 for member in used)


# ---------------------------------------------------------------- the pipeline


def test_the_pipeline_is_the_distribution_of_the_sums_that_simulation_gives(simulated):
    found = bg.Portfolio(simulated, **QUICK).forecast()
    pipeline = found.pipeline()
    generator = numpy.random.default_rng(3)
    for row in pipeline.rows():
        deals = [deal for deal in found.rows() if deal["currency"] == row["currency"] and deal["value"] is not None]
        values = numpy.array([deal["value"] for deal in deals])
        won = (generator.random((200_000, len(deals))) < [deal["win"] for deal in deals]) @ values
        assert row["expected"] == pytest.approx(sum(deal["expected_value"] for deal in deals))
        assert row["sd"] == pytest.approx(won.std(), rel=0.02)
        for name, share in (("low", 0.1), ("median", 0.5), ("high", 0.9)):
            below, above = (won < row[name] - row["grid_step"]).mean(), (won <= row[name] + row["grid_step"]).mean()
            assert below - 0.005 <= share <= above + 0.005
        quota = float(values.sum() / 3)
        distribution = pipeline.won(row["currency"])
        assert distribution.at_least(quota) == pytest.approx((won >= quota).mean(), abs=0.01)
        assert distribution.probability.sum() == pytest.approx(1)


def test_groups_add_up_and_each_currency_has_one_total(simulated):
    found = bg.Portfolio(simulated, **QUICK).forecast()
    for by in ("quarter", "month", "year", "owner", "account"):
        pipeline = found.pipeline(by=by)
        for currency in {"CNY", "EUR", "USD"} & set(pipeline["currency"]):
            rows = [row for row in pipeline.rows() if row["currency"] == currency]
            (total,) = [row for row in rows if row["total"]]
            for name in ("deals", "value", "expected", "lost_to_no_decision", "lost_to_rivals", "left_out"):
                assert sum(row[name] for row in rows if not row["total"]) == pytest.approx(total[name])
            whole = total["expected"] + total["lost_to_no_decision"] + total["lost_to_rivals"]
            assert whole == pytest.approx(total["value"])
    assert bg.Portfolio(simulated, **QUICK).pipeline("owner") == found.pipeline("owner")


def test_the_distribution_of_a_group(simulated):
    pipeline = bg.Portfolio(simulated, **QUICK).pipeline("quarter", shock=0.1)
    row = next(row for row in pipeline.rows() if not row["total"] and row["deals"] > 2)
    won = pipeline.won(row["currency"], row["group"])
    mean = (won.first + won.step * numpy.arange(len(won.probability))) @ won.probability
    assert mean == pytest.approx(row["expected"], rel=1e-4)
    for wrong in ({"currency": "XXX"}, {"currency": row["currency"], "group": "1999-Q1"}, {}):
        with pytest.raises(bg.InputError, match="CNY"):
            pipeline.won(**wrong)


@pytest.mark.parametrize("arguments", [{"by": "colour"}, {"shock": 1.0}, {"shock": -0.1}, {"cells": 3}])
def test_pipelines_out_of_range_are_refused_before_the_work(arguments):
    def progress(done, total):
        pytest.fail("worked")

    with pytest.raises(bg.InputError):
        bg.Portfolio(bg.simulate(3), **QUICK).pipeline(**arguments, progress=progress)


# ---------------------------------------------------------------- files, progress, Ctrl-C, memory


@pytest.mark.parametrize("suffix", [".parquet", ".ndjson"])
def test_rows_in_files_are_the_rows(simulated, rows, tmp_path, suffix):
    path = tmp_path / f"rows{suffix}"
    path.write_text("old")
    assert bg.Portfolio(simulated, **QUICK).write(path) == 40
    if suffix == ".parquet":
        assert pyarrow.parquet.read_table(path).to_pydict() == rows
    else:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert [line["win"] for line in lines] == rows["win"] and lines[0]["outcomes"] == rows["outcomes"][0]
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(bg.InputError):
        bg.Portfolio(simulated).write(tmp_path / "rows.xlsx")
    with pytest.raises(bg.FileError):
        bg.Portfolio(simulated, **QUICK).write(tmp_path / "none" / "rows.ndjson")


def test_progress_goes_up_to_all(simulated, tmp_path):
    seen = []
    bg.Portfolio(simulated, **QUICK).forecast(progress=lambda *now: seen.append(now))
    assert seen[-1] == (40, 40) and seen == sorted(seen)
    simulated.write(tmp_path / "deals.ndjson")
    bg.Portfolio(tmp_path / "deals.ndjson", **QUICK).forecast(progress=lambda *now: seen.append(now))
    assert seen[-1] == (40, None)


def test_ctrl_c_stops_at_once_and_leaves_what_was_there(tmp_path):
    target = tmp_path / "rows.ndjson"
    target.write_text("old")
    portfolio = bg.Portfolio(bg.simulate(5000), samples=16384)
    threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        portfolio.write(target)
    assert time.monotonic() - began < 5
    assert target.read_text() == "old" and list(tmp_path.iterdir()) == [target]


def test_memory_does_not_grow_with_the_number_of_deals(tmp_path):
    bg.simulate(200, seed=4).write(tmp_path / "few.ndjson")
    lines = (tmp_path / "few.ndjson").read_bytes()
    (tmp_path / "many.ndjson").write_bytes(lines * 20)
    script = textwrap.dedent(
        """
        import resource, sys
        import buygraph as bg
        bg.Portfolio(sys.argv[1], samples=16).write(sys.argv[2])
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        """
    )
    peaks = []
    for name in ("few", "many"):
        arguments = [sys.executable, "-c", script, tmp_path / f"{name}.ndjson", tmp_path / "rows.ndjson"]
        peaks.append(int(subprocess.run(arguments, capture_output=True, text=True, check=True).stdout))
    assert peaks[1] < peaks[0] + 20_000  # kilobytes, 3,800 deals more


@pytest.mark.parametrize(
    ("code", "extra"),
    [
        ("bg.Portfolio('deals.parquet')", "arrow"),
        ("bg.simulate(2).write('deals.parquet')", "arrow"),
        ("bg.Portfolio(bg.simulate(2), samples=16).write('rows.parquet')", "arrow"),
        ("bg.duckdb.register(None)", "duckdb"),
        ("bg.spark.forecast(None)", "spark"),
    ],
)
def test_where_an_engine_is_absent_the_error_says_what_to_install(code, extra, tmp_path):
    (tmp_path / "deals.parquet").write_bytes(b"PAR1")
    script = f"""
import sys
for name in ("pyarrow", "duckdb", "pyspark"):
    sys.modules[name] = None
import buygraph as bg
print(len(bg.Portfolio(bg.simulate(3), samples=16).forecast()))
try:
    {code}
except ImportError as error:
    print(error)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert ran.stdout.startswith("3\n") and f"buygraph[{extra}]" in ran.stdout

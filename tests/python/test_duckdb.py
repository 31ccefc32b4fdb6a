"""Forecasts in the SQL of DuckDB: the rows of Portfolio, whatever the query around them."""

import json

import duckdb
import pyarrow
import pytest
from small_deals import small

import buygraph as bg
from buygraph.cli import main


@pytest.fixture(scope="module")
def simulated():
    return bg.simulate(30, seed=12)


@pytest.fixture(scope="module")
def rows(simulated):
    return bg.Portfolio(simulated, samples=64).forecast().to_arrow()


@pytest.fixture
def connection():
    with duckdb.connect() as connection:
        yield connection


def test_sql_gives_the_rows_of_the_portfolio(connection, simulated, rows):
    connection.register("deals", simulated.to_arrow())
    bg.duckdb.register(connection, samples=64)
    query = connection.sql("SELECT unnest(buygraph_forecast(deal)) FROM deals AS deal")
    assert query.to_arrow_table().to_pydict() == rows.to_pydict()
    assert bg.Portfolio(connection.table("deals"), samples=64).forecast().to_arrow() == rows


def test_sql_around_it_may_be_anything(connection, simulated, rows):
    connection.register("deals", simulated.to_arrow())
    bg.duckdb.register(connection, "forecast", samples=64)
    won = connection.sql(
        "SELECT row.owner, sum(row.win * value) FROM (SELECT forecast(deal) AS row, value FROM deals AS deal"
        " WHERE value IS NOT NULL) GROUP BY 1 ORDER BY 1"
    ).fetchall()
    expected = {}
    for owner, value in zip(rows["owner"].to_pylist(), rows["expected_value"].to_pylist(), strict=True):
        if value is not None:
            expected[owner] = expected.get(owner, 0) + value
    assert dict(won) == pytest.approx(expected) and [owner for owner, _ in won] == sorted(expected)


def test_columns_may_be_fewer_or_more(connection):
    bg.duckdb.register(connection, samples=64)
    deal = """{'name': 'x', 'region': 'north', 'offers': [{'id': 'us', 'kind': 'ours'}],
               'people': [{'id': 'chen', 'roles': MAP {'decision_maker': 1}}]}"""
    ((row,),) = connection.sql(f"SELECT buygraph_forecast({deal})").fetchall()
    told = {
        "buygraph": 1,
        "name": "x",
        "offers": [{"id": "us", "kind": "ours"}],
        "people": [{"id": "chen", "roles": ["decision_maker"]}],
    }
    assert row["win"] == bg.load(told).forecast(samples=64).win and row["faults"] == []


def test_json_and_what_is_no_deal(connection):
    bg.duckdb.register(connection, samples=64)
    good, wrong, none = connection.execute(
        "SELECT buygraph_forecast_json(x) FROM (VALUES (?), ('[]'), (NULL)) AS t(x)", [json.dumps(small())]
    ).fetchall()
    assert good[0]["win"] == bg.load(small()).forecast(samples=64).win
    assert wrong[0]["win"] is None and len(wrong[0]["faults"]) == len(none[0]["faults"]) == 1
    assert connection.sql("SELECT buygraph_forecast(NULL)").fetchall()[0][0]["win"] is None


def test_registering_again_replaces(connection):
    for samples in (64, 128):
        bg.duckdb.register(connection, samples=samples)
        ((row,),) = connection.execute("SELECT buygraph_forecast_json(?)", [json.dumps(small())]).fetchall()
        assert row["win"] == bg.load(small()).forecast(samples=samples).win


def test_names_and_options_out_of_range(connection):
    with pytest.raises(bg.InputError):
        bg.duckdb.register(connection, "drop table")
    with pytest.raises(bg.InputError):
        bg.duckdb.register(connection, samples=0)


def test_stopping_ends_the_query(connection, simulated):
    stop = bg.duckdb.register(connection, samples=64)
    connection.register("deals", simulated.to_arrow())
    stop()
    with pytest.raises(duckdb.Error, match="interrupted"):
        connection.sql("SELECT buygraph_forecast(deal) FROM deals AS deal").fetchall()


def test_the_command_line_with_sql(simulated, rows, tmp_path, capsys):
    deals, out = tmp_path / "deals.parquet", tmp_path / "out.parquet"
    simulated.write(deals)
    plain = ["portfolio", str(deals), "--samples", "64", "--lang", "en"]
    assert main([*plain, "--sql", "FROM forecasts", "-o", str(out)]) == 0
    assert pyarrow.parquet.read_table(out).to_pydict() == rows.to_pydict()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deals.parquet", "out.parquet"]
    query = "SELECT count(*) AS n, max(win) AS best FROM forecasts WHERE currency = 'CNY'"
    capsys.readouterr()
    assert main([*plain, "--json", "--sql", query]) == 0
    (found,) = json.loads(capsys.readouterr().out)["rows"]
    chinese = [w for w, c in zip(rows["win"].to_pylist(), rows["currency"].to_pylist(), strict=True) if c == "CNY"]
    assert found == {"n": len(chinese), "best": max(chinese)}
    assert main([*plain, "--sql", "SELECT nonsense"]) == 1
    assert "nonsense" in capsys.readouterr().err

"""Table: to pandas, polars and Arrow with nothing lost, and a clear word where one of them is absent."""

import subprocess
import sys

import pandas
import polars
import pyarrow
import pytest
from small_deals import small

import buygraph as bg

COLUMNS = {
    "text": ["陈", None, "", "a\u200d👩‍🔬", "=cmd|x"],
    "all missing": [None] * 5,
    "number": [0.1, -0.0, 1e308, 5e-324, 2.0],
    "whole": [0, -1, 2**62, -(2**63), 2**63 - 1],
    "flag": [True, False, True, True, False],
    "holes": [1.5, None, 2.5, None, 3],
    "mixed": [1, 2.5, 3, 4, 5],
}


@pytest.fixture
def table():
    return bg.Table(COLUMNS)


def test_arrow(table):
    arrow = table.to_arrow()
    assert arrow.column_names == list(COLUMNS)
    assert [str(kind) for kind in arrow.schema.types] == [
        "large_string",
        "large_string",
        "double",
        "int64",
        "bool",
        "double",
        "double",
    ]
    assert arrow["text"].to_pylist() == COLUMNS["text"] and arrow["all missing"].null_count == 5
    for name in ("number", "whole", "flag", "mixed"):
        assert arrow[name].to_pylist() == COLUMNS[name]
    assert arrow["holes"].to_pandas().isna().tolist() == [False, True, False, True, False]
    arrow.validate(full=True)


def test_pandas(table):
    frame = table.to_pandas()
    assert isinstance(frame, pandas.DataFrame) and list(frame.columns) == list(COLUMNS)
    for name in ("number", "whole", "flag", "mixed"):
        assert frame[name].tolist() == COLUMNS[name]
    assert [None if pandas.isna(text) else text for text in frame["text"]] == COLUMNS["text"]
    assert (frame["whole"].dtype, frame["flag"].dtype, frame["holes"].dtype) == ("int64", "bool", "float64")
    assert frame["all missing"].isna().all()


def test_polars(table):
    frame = table.to_polars()
    assert isinstance(frame, polars.DataFrame) and frame.columns == list(COLUMNS)
    for name in ("text", "all missing", "number", "whole", "flag", "mixed"):
        assert frame[name].to_list() == COLUMNS[name]
    assert frame.dtypes == [
        polars.String,
        polars.String,
        polars.Float64,
        polars.Int64,
        polars.Boolean,
        polars.Float64,
        polars.Float64,
    ]


def test_any_library_may_read_the_stream_more_than_once(table):
    whole = bg.Table({name: COLUMNS[name] for name in COLUMNS if name != "holes"})  # NaN is not equal to itself
    assert pyarrow.table(whole) == pyarrow.table(whole) == pyarrow.RecordBatchReader.from_stream(whole).read_all()
    assert polars.DataFrame(table).shape == pandas.DataFrame.from_arrow(table).shape == (5, 7)


def test_a_stream_that_nobody_reads_is_freed(table):
    for _ in range(100):
        table.__arrow_c_stream__()


@pytest.mark.parametrize("columns", [{}, {"a": []}, {"a": [], "b": []}])
def test_empty_tables(columns):
    table = bg.Table(columns)
    assert len(table) == 0 and list(table.rows()) == []
    assert table.to_arrow().num_rows == len(table.to_pandas()) == len(table.to_polars()) == 0
    assert table.to_arrow().column_names == list(columns)


def test_what_functions_return_goes_everywhere():
    deal = bg.load(small())
    for table in (deal.standings(), deal.standings("zh"), deal.explain(), deal.forecast(samples=16).table()):
        assert table.to_arrow().to_pydict() == table.to_polars().to_dict(as_series=False) == table.to_dict()
        assert table.to_pandas().shape == (len(table), len(table.columns))


def test_what_a_table_is(table):
    assert table.columns == list(COLUMNS) and len(table) == 5 and table["whole"] == COLUMNS["whole"]
    assert list(table.rows())[1] == {
        "text": None,
        "all missing": None,
        "number": -0.0,
        "whole": -1,
        "flag": False,
        "holes": None,
        "mixed": 2.5,
    }
    assert table.to_dict() == COLUMNS and table == bg.Table(COLUMNS) and table != bg.Table({}) and table != 3
    assert repr(table) == "Table(5 rows: text, all missing, number, whole, flag, holes, mixed)"
    with pytest.raises(KeyError):
        table["none"]
    with pytest.raises(TypeError):
        hash(table)


def test_a_table_cannot_be_changed_from_outside(table):
    table["whole"].clear()
    table.to_dict()["flag"].clear()
    table.columns.clear()
    assert table == bg.Table(COLUMNS)


def test_columns_of_different_length():
    with pytest.raises(bg.InputError) as caught:
        bg.Table({"a": [1, 2], "b": [1]})
    assert (caught.value.where, caught.value.given) == ("columns", "1 and 2 rows")


@pytest.mark.parametrize("column", [["a", 1], [2**63], [object()], [b"x"], [1, "a"], [[1]]])
def test_columns_that_are_no_column(column):
    with pytest.raises(bg.InputError) as caught:
        bg.Table({"odd": column}).to_arrow()
    assert caught.value.where == "column odd"


def test_html_escapes_and_shows_a_real_minus(table):
    page = bg.Table({"<b>": ["<i>", None], "x": [-0.5, 0.25], "yes": [True, False]})._repr_html_()
    assert "<b>" not in page and "<i>" not in page and "&lt;i&gt;" in page
    assert "\u22120.5000" in page and "0.2500" in page


@pytest.mark.parametrize(
    ("library", "take"), [("pandas", "to_pandas"), ("polars", "to_polars"), ("pyarrow", "to_arrow")]
)
def test_where_a_library_is_absent_the_rest_works_and_the_error_says_what_to_install(library, take):
    script = f"""
import sys
for name in ("pandas", "polars", "pyarrow"):
    sys.modules[name] = None
import buygraph as bg
deal = bg.load({small()!r})
table = deal.forecast(samples=16).table()
deal.explain(), deal.standings(), deal._repr_mimebundle_()
try:
    table.{take}()
except ImportError as error:
    print(error)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert f"buygraph[{'arrow' if library == 'pyarrow' else library}]" in ran.stdout and library in ran.stdout


def test_importing_buygraph_imports_no_table_library():
    script = "import sys, buygraph, buygraph.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert {name.split(".")[0] for name in loaded}.isdisjoint(
        {"pandas", "polars", "pyarrow", "jsonschema", "scipy", "matplotlib"}
    )

"""Simulated portfolios: any size, any part, and what nobody could know. That forecasts come true is tested in C++."""

import json

import pyarrow
import pyarrow.parquet
import pytest

import buygraph as bg


def test_a_deal_depends_on_seed_and_number_alone():
    few, many = bg.simulate(3, seed=5), bg.simulate(700, seed=5)
    assert [few[0], few[1], few[-1]] == [many[0], many[1], many[2]] == list(few)
    assert many[699] == list(many)[699] != bg.simulate(700, seed=6)[699]
    assert len(few) == 3 and few.truth["deal"] == ["D000001", "D000002", "D000003"]


def test_every_deal_is_valid_and_in_two_languages():
    deals = list(bg.simulate(200, seed=1))
    assert [bg.validate(deal.to_dict()) for deal in deals] == [[]] * 200
    languages = {deal.to_dict()["language"] for deal in deals}
    assert languages == {"zh", "en"}


def test_the_truth_is_a_table_and_so_are_the_attitudes():
    made = bg.simulate(50, seed=2)
    truth, attitudes = made.truth.to_pandas(), made.attitudes.to_pandas()
    assert set(truth["way"].dropna()) <= {"blocked", "stalemate", "refused"}
    assert (truth["won"] == (truth["outcome"] == "us")).all() and truth["win"].between(0, 1).all()
    assert set(attitudes.columns) == {"deal", "person", "offer", "buy", "vendor"}
    assert set(attitudes["deal"]) == set(truth["deal"])


def test_written_in_each_form_the_deals_are_the_same(tmp_path):
    made = bg.simulate(30, seed=3)
    (tmp_path / "folder").mkdir()
    made.write(tmp_path / "folder")
    made.write(tmp_path / "deals.ndjson")
    made.write(tmp_path / "deals.parquet")
    assert [bg.load(path) for path in sorted((tmp_path / "folder").glob("*.json"))] == list(made)
    lines = (tmp_path / "deals.ndjson").read_text(encoding="utf-8").splitlines()
    assert [bg.load(json.loads(line)) for line in lines] == list(made)
    table = pyarrow.parquet.read_table(tmp_path / "deals.parquet")
    assert table.equals(made.to_arrow()) and table.schema.equals(bg.portfolio.schema().to_arrow())
    table.validate(full=True)
    with pytest.raises(bg.InputError):
        made.write(tmp_path / "deals.xlsx")


@pytest.mark.parametrize("deals", [-1, 1.5, "3"])
def test_no_number_of_deals(deals):
    with pytest.raises((bg.InputError, TypeError)):
        bg.simulate(deals)


def test_seeds_and_numbers_out_of_range():
    with pytest.raises(bg.InputError):
        bg.simulate(3, seed=-1)
    with pytest.raises(bg.InputError):
        bg.simulate(3, seed=2**64)
    with pytest.raises(IndexError):
        bg.simulate(3)[3]
    assert list(bg.simulate(0)) == [] and bg.simulate(0).to_arrow().num_rows == 0

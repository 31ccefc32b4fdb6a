"""examples/real: the mapping on invented rows, the scores against scipy; where BUYGRAPH_DATA is set, the 448 rows."""

from __future__ import annotations

import itertools
import os
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from scipy import optimize, stats

import buygraph as bg

FOLDER = Path(__file__).parents[2] / "examples" / "real"
sys.path.insert(0, str(FOLDER))

import mapping  # noqa: E402
import score  # noqa: E402
import yardsticks  # noqa: E402

INVENTED = {
    "Product": "Product X",
    "Seller": "Seller 1",
    "Authority": "Mid",
    "Comp_size": "Big",
    "Competitors": "No",
    "Purch_dept": "No",
    "Partnership": "No",
    "Budgt_alloc": "Yes",
    "Forml_tend": "No",
    "RFI": "No",
    "RFP": "Yes",
    "Growth": "Stable",
    "Posit_statm": "Neutral",
    "Source": "Event",
    "Client": "New",
    "Scope": "Clear",
    "Strat_deal": "Average important",
    "Cross_sale": "No",
    "Up_sale": "No",
    "Deal_type": "Project",
    "Needs_def": "Yes",
    "Att_t_client": "Normal",
    "Status": "Won",
}


@pytest.fixture(scope="module")
def rows():
    """The rows of the file."""
    folder = os.environ.get("BUYGRAPH_DATA")
    if not folder:
        pytest.skip("BUYGRAPH_DATA is not set: no folder with salvirt_b2b_sales.csv")
    return score.read(Path(folder) / score.FILE)


def mapped(**answers):
    return mapping.deal(INVENTED | answers)


def offers(document):
    return {offer["kind"]: offer for offer in document["offers"]}


def people(document):
    return {person["id"]: person for person in document["people"]}


def invented_rows(count, seed):
    """Rows of random answers, outcomes included."""
    draw = random.Random(seed)
    for _ in range(count):
        row = {column: draw.choice(known) for column, known in mapping.ANSWERS.items()}
        yield INVENTED | row | {"Status": draw.choice(["Won", "Lost"])}


def test_status_and_seller_change_nothing():
    assert mapped(Status="Won", Seller="Seller 1") == mapped(Status="Lost", Seller="Seller 2")
    without = {column: answer for column, answer in INVENTED.items() if column not in ("Status", "Seller")}
    assert mapping.deal(without) == mapped()


def test_the_mapping_changes_no_row():
    row = dict(INVENTED)
    mapping.deal(row)
    assert row == INVENTED


@pytest.mark.parametrize(("answer", "kinds"), [("Yes", 3), ("Unknown", 3), ("No", 2)])
def test_competitors_decides_whether_there_is_a_rival(answer, kinds):
    found = offers(mapped(Competitors=answer))
    assert len(found) == kinds
    assert ("competitor" in found) == (answer != "No")


def test_nothing_that_is_known_of_us_alone_rates_the_rival():
    for row in invented_rows(50, seed=1):
        ours_only = {"Client": "Current", "Source": "Joint past", "Up_sale": "Yes", "Att_t_client": "Strategic account"}
        a, b = (offers(mapping.deal(row | {"Competitors": "Yes"} | more)) for more in ({}, ours_only))
        assert a["competitor"]["ratings"] == b["competitor"]["ratings"]


def test_unknown_answers_are_vacant_seats_or_missing_ratings():
    unknown = mapped(
        Authority="Unknown", Purch_dept="Unknown", Budgt_alloc="Unknown", Growth="Unknown", Source="Unknown"
    )
    found = people(unknown)
    assert all(found[seat]["vacant"] for seat in ("contact", "head", "purchaser", "finance"))
    assert unknown["decision"]["decider"] == {"head": 1.0}
    assert not {"budget_fit", "cash_flow", "return_on_investment"} & set(offers(unknown)["ours"]["ratings"])
    assert "evidence" not in mapped(Posit_statm="Unknown")


def test_who_decides_follows_the_authority():
    assert mapped(Authority="High")["decision"]["decider"] == {"contact": 1.0}
    assert "head" not in people(mapped(Authority="High"))
    assert mapped(Authority="Mid")["decision"]["decider"] == pytest.approx({"contact": 0.3, "head": 0.7})
    assert mapped(Authority="Low")["decision"]["decider"] == {"head": 1.0}


def test_a_tender_is_voted_on_and_has_a_purchaser():
    tender = mapped(Forml_tend="Yes", Purch_dept="No")
    assert tender["decision"]["rule"] == "majority"
    assert "decider" not in tender["decision"]
    assert people(tender)["purchaser"]["vacant"]
    assert "purchaser" not in people(mapped(Forml_tend="No", Purch_dept="No"))


def test_an_answer_that_is_not_known_is_refused():
    with pytest.raises(ValueError, match="Authority is 'Medium'; known: High, Mid, Low, Unknown"):
        mapped(Authority="Medium")


def test_every_table_of_the_mapping_names_columns_and_answers_that_exist():
    for column, answer, *_ in itertools.chain(mapping.RATINGS, mapping.HESITATION):
        assert answer in mapping.ANSWERS[column]
    assert {about for _, _, about in mapping.RATINGS} == {"us", "vendors", "stay"}


@pytest.mark.parametrize("column", mapping.ANSWERS)
def test_every_answer_beside_every_other_gives_a_valid_deal(column):
    for answer, (other, known) in itertools.product(mapping.ANSWERS[column], mapping.ANSWERS.items()):
        for second in known:
            if other != column:
                assert bg.validate(mapped(**{column: answer, other: second})) == []


def test_random_rows_give_valid_deals():
    for row in invented_rows(300, seed=2):
        assert bg.validate(mapping.deal(row)) == []


@pytest.mark.parametrize(
    ("column", "better", "worse"),
    [
        ("Client", "Current", "New"),
        ("Posit_statm", "Yes", "No"),
        ("Scope", "Clear", "Low"),
        ("Needs_def", "Yes", "No"),
        ("Budgt_alloc", "Yes", "No"),
        ("Competitors", "No", "Yes"),
        ("Att_t_client", "Strategic account", "Bad client"),
    ],
)
def test_the_forecast_moves_the_way_the_mapping_means(column, better, worse):
    wins = [bg.load(mapped(**{column: answer})).forecast(samples=1024) for answer in (better, worse)]
    errors = [forecast.standard_error["us"] for forecast in wins]
    assert wins[0].win - wins[1].win > 4 * np.hypot(*errors)


def test_scores_of_forecasts_worked_out_by_hand():
    # won 0.8 and 0.4, lost 0.4 and 0.1: of four pairs three are ahead and one is tied
    p, outcome = np.array([0.8, 0.4, 0.4, 0.1]), np.array([1.0, 1.0, 0.0, 0.0])
    assert score.auc(p, outcome)[0] == 3.5 / 4
    assert score.briers(p, outcome).tolist() == pytest.approx([0.04, 0.36, 0.16, 0.01])
    assert np.exp(-score.log_losses(p, outcome)).tolist() == pytest.approx([0.8, 0.4, 0.6, 0.9])


def test_the_standard_error_of_the_auc_is_that_of_delong():
    # won placements 1, 3/4 with variance 1/32, lost 3/4, 1 with the same: √(1/64 + 1/64)
    p, outcome = np.array([0.8, 0.4, 0.4, 0.1]), np.array([1.0, 1.0, 0.0, 0.0])
    assert score.auc(p, outcome)[1] == pytest.approx(np.sqrt(2 / 64))


def test_a_lead_in_auc_has_the_standard_error_of_a_jackknife():
    """Two dependent forecasts: DeLong against leaving out one deal at a time, won and lost apart (Arvesen 1969)."""
    random_state = np.random.default_rng(6)
    outcome = np.repeat([1.0, 0.0], (40, 60))
    common = random_state.normal(size=100) + outcome
    p, q = (common + random_state.normal(size=100) for _ in range(2))
    lead, error = score.auc(p, outcome, q)
    assert lead == pytest.approx(rank_sum_auc(p, outcome) - rank_sum_auc(q, outcome))
    without = np.array(
        [
            rank_sum_auc(np.delete(p, i), o) - rank_sum_auc(np.delete(q, i), o)
            for i in range(100)
            for o in [np.delete(outcome, i)]
        ]
    )
    variance = sum((n - 1) / n * (part.var() * n) for n, part in ((40, without[:40]), (60, without[40:])))
    assert error == pytest.approx(np.sqrt(variance))


def rank_sum_auc(p, outcome):
    """By ranks: (rank sum of the won − n(n+1)/2) / (n m)."""
    n = int(outcome.sum())
    return (stats.rankdata(p)[outcome == 1].sum() - n * (n + 1) / 2) / (n * (len(p) - n))


def test_auc_equals_the_rank_sum():
    random_state = np.random.default_rng(3)
    for _ in range(20):
        p = random_state.integers(0, 12, 40) / 12  # many ties
        outcome = np.r_[[0.0, 1.0], random_state.integers(0, 2, 38)]
        assert score.auc(p, outcome)[0] == pytest.approx(rank_sum_auc(p, outcome), abs=1e-12)


def test_the_ceiling_is_not_beaten_by_any_forecast_of_the_groups():
    # three kinds of row; won 2 of 3, 0 of 2, 1 of 2
    outcome = np.array([1.0, 1, 0, 0, 0, 1, 0])
    rows = [{"kind": kind} for kind in "aaabbcc"]
    best = yardsticks.best(rows, outcome, lambda row: row["kind"])
    assert best.tolist() == pytest.approx([2 / 3] * 3 + [0] * 2 + [1 / 2] * 2)
    for values in itertools.product(np.linspace(0.05, 0.95, 10), repeat=3):
        p = np.repeat(values, (3, 2, 2))
        assert score.auc(p, outcome)[0] <= score.auc(best, outcome)[0] + 1e-12
        assert score.briers(p, outcome).mean() >= score.briers(best, outcome).mean()
        assert score.log_losses(p, outcome).mean() >= score.log_losses(best, outcome).mean()


def test_logistic_regression_equals_a_general_minimiser():
    random_state = np.random.default_rng(4)
    x = random_state.normal(size=(60, 3))
    outcome = (random_state.random(60) < 0.5).astype(float)

    def loss(weights):
        logit = weights[0] + x @ weights[1:]
        return np.logaddexp(0, -logit * (2 * outcome - 1)).sum() + (weights[1:] ** 2).sum() / 2

    found = optimize.minimize(loss, np.zeros(4), method="BFGS", options={"gtol": 1e-8})
    assert yardsticks.ridge_logistic(x, outcome) == pytest.approx(found.x, abs=1e-5)


def test_duplicates_are_the_same_inputs_and_outcome():
    a, lost, b = INVENTED, INVENTED | {"Status": "Lost"}, INVENTED | {"Seller": "Seller 2"}
    assert score.distinct([a, lost, a, b, lost]) == [0, 1, 3]


def test_reliability_bins_hold_every_deal_once_by_rising_forecast():
    p = np.random.default_rng(5).random(37)
    table = score.reliability(p, (p > 0.5).astype(float))
    assert sum(count for count, _, _ in table) == 37
    assert [mean for _, mean, _ in table] == sorted(mean for _, mean, _ in table)
    assert sum(count * mean for count, mean, _ in table) == pytest.approx(p.sum())


@pytest.mark.parametrize(
    ("folder", "code", "said"), [(None, 0, "BUYGRAPH_DATA is not set"), ("empty", 1, "is not there")]
)
def test_without_the_file_it_says_so(tmp_path, folder, code, said):
    environment = {name: value for name, value in os.environ.items() if name != "BUYGRAPH_DATA"}
    if folder:
        environment["BUYGRAPH_DATA"] = str(tmp_path)
    ran = subprocess.run([sys.executable, FOLDER / "score.py"], env=environment, capture_output=True, text=True)
    assert ran.returncode == code
    assert said in ran.stdout + ran.stderr


def test_the_file_is_the_one_that_was_published(rows):
    """448 rows, 83 exact duplicates, 346 distinct inputs of which 19 have both outcomes."""
    inputs = {yardsticks.inputs(row) for row in rows}
    assert (len(rows), len(rows) - len(score.distinct(rows)), len(inputs)) == (448, 83, 346)
    assert len(score.distinct(rows)) - len(inputs) == 19


def test_all_rows_give_valid_deals(rows):
    assert [fault for row in rows for fault in bg.validate(mapping.deal(row))] == []


def test_auc_of_the_real_forecasts_equals_the_rank_sum(rows):
    p, outcome = score.forecast(rows, samples=64), score.won(rows)
    assert score.auc(p, outcome)[0] == pytest.approx(rank_sum_auc(p, outcome), abs=1e-12)
    assert rank_sum_auc(p, outcome) == pytest.approx(
        stats.mannwhitneyu(p[outcome == 1], p[outcome == 0]).statistic / (outcome.sum() * (1 - outcome).sum())
    )


def test_the_ceiling_of_the_real_rows_follows_from_the_19_that_have_both_outcomes(rows):
    """All 365 rows but 2 · 19 can be told for certain: least log loss 38 ln 2 / 365, least Brier 38 / 4 / 365."""
    once = [rows[index] for index in score.distinct(rows)]
    outcome = score.won(once)
    best = yardsticks.best(once, outcome, yardsticks.inputs)
    assert score.log_losses(best, outcome).mean() == pytest.approx(38 * np.log(2) / 365)
    assert score.briers(best, outcome).mean() == pytest.approx(38 / 4 / 365)
    # a pair of one row that was won and one that was lost is misordered or tied only among the 19
    n, m = outcome.sum(), (1 - outcome).sum()
    assert score.auc(best, outcome)[0] == pytest.approx(1 - 19 * 19 / 2 / (n * m))

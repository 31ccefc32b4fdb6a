"""bg.decision.shapley_shubik and banzhaf: published numbers by name, Python's whole numbers as the independent path."""

import pickle
import signal
import subprocess
import sys
import time
from fractions import Fraction
from math import comb, factorial

import numpy as np
import pytest

import buygraph as bg
from buygraph.decision import banzhaf, shapley_shubik

COUNCIL = {
    name: 1 for name in ("China", "France", "Russia", "United Kingdom", "United States", *map(str, range(6, 16)))
}
PERMANENT = list(COUNCIL)[:5]
SIX = {"France": 4, "Germany": 4, "Italy": 4, "Belgium": 2, "Netherlands": 2, "Luxembourg": 1}


def exactly(weights, quota):
    """Shapley–Shubik as fractions, and swings: the coalitions of the others counted by size and weight."""
    n, values, seen = len(weights), [], {}
    for i, own in enumerate(weights):
        if own not in seen:
            counts = [[0] * quota for _ in range(n)]  # by size and by weight below the quota
            counts[0][0] = 1
            for other in weights[:i] + weights[i + 1 :]:
                for size in range(n - 2, -1, -1):
                    row, above = counts[size], counts[size + 1]
                    for weight in range(quota - other):
                        if row[weight]:
                            above[weight + other] += row[weight]
            turned = [sum(row[max(0, quota - own) :]) for row in counts]
            seen[own] = (
                Fraction(sum(factorial(k) * factorial(n - k - 1) * turned[k] for k in range(n)), factorial(n)),
                sum(turned),
            )
        values.append(seen[own])
    return [share for share, _ in values], [swings for _, swings in values]


def test_the_security_council_by_name():
    """Straffin 1977."""
    index = shapley_shubik(COUNCIL, 9, PERMANENT)
    for name, value in index.values.items():
        assert value == pytest.approx((421 if name in PERMANENT else 4) / 2145, rel=1e-13)
    assert index.exact and index.samples == 0 and set(index.standard_error.values()) == {0}
    swings = banzhaf(COUNCIL, 9, vetoes=PERMANENT).swings
    assert [swings[name] for name in ("France", "6")] == [848, 84]


def test_the_six_of_1958_and_nassau_county():
    """Brams 1976; Banzhaf 1965."""
    assert shapley_shubik(SIX, 12).values == pytest.approx(
        dict(zip(SIX, np.array([14, 14, 14, 9, 9, 0]) / 60, strict=True)), rel=1e-14
    )
    assert list(banzhaf(SIX, 12).swings.values()) == [10, 10, 10, 6, 6, 0]
    assert banzhaf([31, 31, 28, 21, 2, 2], 58).swings.tolist() == [16, 16, 16, 0, 0, 0]


@pytest.mark.parametrize("seed", range(4))
def test_whole_numbers_of_any_size_agree(seed):
    rng = np.random.default_rng(seed)
    weights = rng.choice([1, 2, 3, 7], 40).tolist()
    quota = int(sum(weights) * rng.uniform(0.3, 0.9))
    shares, swings = exactly(weights, quota)
    index = banzhaf(weights, quota)
    assert shapley_shubik(weights, quota).values == pytest.approx(np.array(shares, float), rel=1e-12)
    assert index.swings == pytest.approx(np.array(swings, float), rel=1e-12)
    assert index.values == pytest.approx(np.array([float(Fraction(s, sum(swings))) for s in swings]), rel=1e-12)


def test_a_hundred_people_where_a_plain_count_in_doubles_fails():
    """The count by size and weight runs to 1e29 and meets factorials: exact only in whole numbers."""
    weights = [1] * 97 + [5, 9, 14]
    shares, _ = exactly(weights, 64)
    assert shapley_shubik(weights, 64).values == pytest.approx(np.array(shares, float), rel=1e-12)


def test_five_hundred_people():
    """Equal votes: 1 / n each, and the chance of a tie among the others."""
    assert shapley_shubik(np.ones(500), 251).values == pytest.approx(np.full(500, 1 / 500), rel=1e-12)
    assert banzhaf(np.ones(500), 251).absolute == pytest.approx(np.full(500, comb(499, 250) / 2**499), rel=1e-11)
    weights = np.random.default_rng(1).integers(1, 60, 500)
    assert abs(shapley_shubik(weights, int(weights.sum() * 0.62)).values.sum() - 1) < 1e-10


@pytest.mark.parametrize("scale", [1, 0.37, np.pi])
def test_fractions_of_votes_and_vetoes_agree_with_enumeration(scale):
    rng = np.random.default_rng(7)
    weights, vetoes = rng.integers(1, 30, 12), [2, 9]
    quota = 0.6 * weights.sum() + 0.5
    inside = (np.arange(2**12)[:, None] >> np.arange(12)) & 1
    wins = (inside @ weights >= quota) & (inside[:, vetoes] == 1).all(axis=1)
    without = [np.flatnonzero((inside[:, i] == 0) & ~wins & wins[np.arange(2**12) | 1 << i]) for i in range(12)]
    sizes = inside.sum(axis=1)
    shares = [sum(factorial(k) * factorial(11 - k) for k in sizes[turned]) / factorial(12) for turned in without]
    assert shapley_shubik(weights * scale, quota * scale, vetoes).values == pytest.approx(np.array(shares), rel=1e-12)
    assert banzhaf(weights * scale, quota * scale, vetoes).swings.tolist() == [len(turned) for turned in without]


def test_names_or_order_give_the_same():
    for index in (shapley_shubik, banzhaf):
        by_name, by_order = index(SIX, 12, ["Italy"]), index(list(SIX.values()), 12, [2])
        assert list(by_name.values) == list(SIX) and list(by_name.values.values()) == by_order.values.tolist()
    assert shapley_shubik({"甲": 2, "乙": 1}, 3, ("乙",)).values == {"甲": 0.5, "乙": 0.5}
    assert shapley_shubik(SIX, 12, (name for name in ["Italy"])).values == shapley_shubik(SIX, 12, ["Italy"]).values


@pytest.mark.parametrize("index", [shapley_shubik, banzhaf])
def test_sampled_within_four_standard_errors(index):
    exact, found = index(COUNCIL, 9, PERMANENT), index(COUNCIL, 9, PERMANENT, exact=False, samples=20_000, seed=4)
    assert not found.exact and found.samples == 20_000 and found.method == "sampled"
    for name, value in found.values.items():
        assert abs(value - exact.values[name]) < 4 * found.standard_error[name]
    assert found.values == index(COUNCIL, 9, PERMANENT, exact=False, samples=20_000, seed=4).values
    assert found.values != index(COUNCIL, 9, PERMANENT, exact=False, samples=20_000, seed=5).values


def test_what_cannot_be_exact_says_so_and_can_be_sampled():
    weights = np.random.default_rng(2).uniform(1, 2, 60)
    with pytest.raises(bg.InputError, match="exact = false"):
        shapley_shubik(weights, weights.sum() / 2)
    assert shapley_shubik(weights, weights.sum() / 2, exact=False).values.sum() == pytest.approx(1)


@pytest.mark.parametrize(
    "layout",
    [
        lambda a: np.repeat(a, 2)[::2],
        lambda a: a[::-1][::-1],
        lambda a: a.astype(float),
        lambda a: a.tolist(),
        lambda a: a.astype(">i4"),
    ],
)
def test_any_memory_layout_gives_the_same(layout):
    weights = np.array([31, 31, 28, 21, 2, 2])
    assert shapley_shubik(layout(weights), 58).values.tolist() == shapley_shubik(weights, 58).values.tolist()


def test_tables_pickles_and_notebooks():
    index = banzhaf(SIX, 12)
    table = index.table()
    assert table.columns == ["person", "value", "standard_error", "absolute", "absolute_error", "swings"]
    assert table["person"] == list(SIX) and table["swings"] == [10, 10, 10, 6, 6, 0]
    assert shapley_shubik([2, 1], 2).table()["person"] == [0, 1]
    assert "Luxembourg" in index._repr_html_() and "Luxembourg" in repr(index)
    assert pickle.loads(pickle.dumps(index)).swings == index.swings


NONSENSE = {
    "nobody": (([], 1), "weights"),
    "nobody by name": (({}, 1), "weights"),
    "matrix": (([[1, 2]], 1), "weights"),
    "texts": ((["1"], 1), "weights"),
    "all 0": (([0, 0], 1), "weights"),
    "negative": (([1, -1], 1), "weights, person 1"),
    "negative by name": (({"chen": 1, "liu": -1}, 1), "weights, liu"),
    "nan": (([np.nan, 1], 1), "weights, person 0"),
    "infinite": (([1, np.inf], 1), "weights, person 1"),
    "quota of 0": (([1, 1], 0), "quota"),
    "quota beyond all": (([1, 1], 2.01), "quota"),
    "quota nan": (([1, 1], np.nan), "quota"),
    "veto of nobody": (([1, 1], 1, [2]), "vetoes"),
    "veto below 0": (([1, 1], 1, [-1]), "vetoes"),
    "half a veto": (([1, 1], 1, [0.5]), "vetoes"),
    "unknown name": (({"chen": 1}, 1, ["liu"]), "vetoes"),
    "one name": (({"chen": 1}, 1, "chen"), "vetoes"),
    "index for a name": (({"chen": 1}, 1, [0]), "vetoes"),
    "no samples": (([1, 1], 1, (), False, 0), "samples"),
    "too many": (([1, 1], 1, (), False, 2**33), "samples"),
    "seed": (([1, 1], 1, (), False, 9, -1), "seed"),
}


@pytest.mark.parametrize("index", [shapley_shubik, banzhaf])
@pytest.mark.parametrize("kind", NONSENSE)
def test_nonsense_is_refused_with_where_and_what_is_allowed(index, kind):
    arguments, where = NONSENSE[kind]
    more = dict(zip(("samples", "seed"), arguments[4:], strict=False))
    with pytest.raises(bg.InputError) as caught:
        index(*arguments[:4], **more)
    assert caught.value.where == where and caught.value.allowed


@pytest.mark.parametrize(
    "call",
    [
        "shapley_shubik(range(1, 1400), 900000)",
        "shapley_shubik(range(1, 50), 600, exact=False, samples=2**32)",
        "banzhaf(range(1, 50), 600, exact=False, samples=2**32)",
    ],
)
def test_ctrl_c_ends_a_long_count(call):
    script = (
        "from buygraph.decision import banzhaf, shapley_shubik\nprint('begins', flush=True)\n"
        f"try: {call}\nexcept KeyboardInterrupt: print('interrupted')\nelse: print('ended')"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "begins\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=30)  # it would take minutes
    assert (out, error) == ("interrupted\n", "")

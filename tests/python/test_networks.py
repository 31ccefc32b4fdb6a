"""bg.influence on large networks: scipy as the judge, every way to hand a network over, real networks, every error."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas
import polars
import pyarrow
import pytest
import scipy.sparse
import scipy.sparse.linalg

import buygraph as bg
from buygraph.influence import Network, control_matrix, control_over, equilibrium, total_control

# Parsegov, Proskurnikov, Tempo and Friedkin 2017, doi:10.1109/TAC.2016.2613905, eq. 2, 15 and 16
W = np.array([[0.220, 0.120, 0.360, 0.300], [0.147, 0.215, 0.344, 0.294], [0, 0, 1, 0], [0.090, 0.178, 0.446, 0.286]])
SUSCEPTIBILITY = 1 - W.diagonal()
ATTITUDES = np.array([25.0, 25.0, 75.0, 85.0])


def random_network(seed, people, ties, signed=False):
    """A sparse W with hubs, susceptibilities, attitudes."""
    generator = np.random.default_rng(seed)
    rows = generator.integers(0, people, ties)
    columns = (people * generator.uniform(size=ties) ** 3).astype(int)
    strengths = generator.uniform(-0.5 if signed else 0.1, 1, ties)
    matrix = scipy.sparse.csr_array((strengths, (rows, columns)), shape=(people, people))
    matrix.sum_duplicates()
    total = np.asarray(abs(matrix).sum(axis=1)).ravel()
    scales = scipy.sparse.diags_array(generator.uniform(0.5, 1, people) / np.maximum(total, 1e-9))
    matrix = scipy.sparse.csr_array(scales @ matrix)
    return matrix, generator.uniform(0, 0.95, people), generator.normal(size=(people, 3))


def by_scipy(matrix, s, a):
    system = scipy.sparse.csc_array(scipy.sparse.eye_array(matrix.shape[0]) - scipy.sparse.diags_array(s) @ matrix)
    return scipy.sparse.linalg.splu(scipy.sparse.csc_matrix(system)).solve((1 - s)[:, None] * a)


def residual(matrix, s, a, x):
    left = (1 - s)[:, None] * a + s[:, None] * (matrix @ x) - x
    return (np.abs(left).max(axis=0) / np.abs(a).max(axis=0)).max()


WAYS = [(method, precision) for method in ("krylov", "gauss_seidel") for precision in ("mixed", "double")]


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("people", [1, 2, 30, 2000])
def test_against_a_sparse_factorisation_of_scipy(people, signed):
    matrix, s, a = random_network(people, people, 6 * people, signed)
    expected = by_scipy(matrix, s, a)
    for method, precision in WAYS:
        for order in ("degree", "reverse_cuthill_mckee", "given"):
            rest = equilibrium(matrix, s, a, method=method, precision=precision, order=order, tolerance=1e-13)
            assert rest.converged and rest.residual <= 1e-13
            assert np.allclose(rest, expected, rtol=0, atol=1e-10)
            assert residual(matrix, s, a, rest.attitudes) == pytest.approx(rest.residual, abs=1e-14)


def test_against_scipys_krylov_methods_on_100_000_people():
    matrix, s, a = random_network(7, 100_000, 600_000)
    rest = equilibrium(matrix, s, a, tolerance=1e-12)
    assert rest.converged and rest.attitudes.shape == a.shape
    system = scipy.sparse.csr_matrix(scipy.sparse.eye_array(len(s)) - scipy.sparse.diags_array(s) @ matrix)
    for column in range(3):
        found, failed = scipy.sparse.linalg.bicgstab(system, (1 - s) * a[:, column], rtol=1e-13)
        assert not failed and np.allclose(rest.attitudes[:, column], found, rtol=0, atol=1e-9)


def test_the_published_example_through_the_sparse_path():
    rest = equilibrium(scipy.sparse.csr_array(W), SUSCEPTIBILITY, ATTITUDES)
    assert rest.attitudes == pytest.approx([60.0208, 59.9840, 75, 74.9862], abs=5e-5)
    assert rest.attitudes.shape == (4,) and rest.converged and rest.people is None


def test_any_sparse_format_means_what_the_dense_matrix_means():
    matrix, s, a = random_network(3, 40, 200, signed=True)
    dense = equilibrium(matrix.toarray(), s, a)
    assert isinstance(dense, np.ndarray)
    for form in ("csr", "csc", "coo", "lil", "dok", "bsr"):
        for kind in (getattr(scipy.sparse, f"{form}_array"), getattr(scipy.sparse, f"{form}_matrix")):
            assert np.allclose(equilibrium(kind(matrix), s, a, tolerance=1e-13), dense, rtol=0, atol=1e-11)


def test_rows_that_are_unsorted_or_name_somebody_twice_add_up_and_are_left_alone():
    row = (np.array([0.2, 0.1, 0.3]), np.array([2, 0, 2]), np.array([0, 3, 3, 3]))
    matrix = scipy.sparse.csr_array(row, shape=(3, 3))
    before = matrix.indices.copy(), matrix.data.copy()
    rest = equilibrium(matrix, 0.5, ATTITUDES[:3], tolerance=1e-14)
    meant = np.array([[0.1, 0, 0.5], [0, 0, 0], [0, 0, 0]])
    assert np.allclose(rest, equilibrium(meant, [0.5] * 3, ATTITUDES[:3]), rtol=0, atol=1e-11)
    assert (matrix.indices == before[0]).all() and (matrix.data == before[1]).all()


def as_ties(matrix):
    """The ties of a matrix: from whom, to whom, how strong; and the dense matrix that they mean."""
    entries = scipy.sparse.coo_array(matrix)
    meant = matrix.toarray()
    np.fill_diagonal(meant, 0)
    np.fill_diagonal(meant, 1 - np.abs(meant).sum(axis=1))
    return {"from": entries.col, "to": entries.row, "strength": entries.data}, meant


TABLES = {
    "dict": lambda t: t,
    "dict of lists": lambda t: {name: values.tolist() for name, values in t.items()},
    "pandas": pandas.DataFrame,
    "polars": polars.DataFrame,
    "Arrow": pyarrow.table,
    "Arrow in pieces": lambda t: pyarrow.concat_tables([pyarrow.table(t).slice(0, 50), pyarrow.table(t).slice(50)]),
    "buygraph's": lambda t: bg.Table(t),
    "arrays": lambda t: (t["from"], t["to"], t["strength"]),
    "arrays of 64 bits": lambda t: (t["from"].astype(np.int64), t["to"].astype(np.uint16), t["strength"]),
    "strided arrays": lambda t: tuple(np.repeat(values, 2)[::2] for values in t.values()),
}


@pytest.mark.parametrize("kind", TABLES)
def test_ties_of_any_library_mean_shares_of_attention(kind):
    matrix, s, a = random_network(4, 50, 300, signed=True)
    ties, meant = as_ties(matrix)
    expected = equilibrium(meant, s, a)
    given = TABLES[kind](ties)
    assert np.allclose(equilibrium(given, s, a, tolerance=1e-13), expected, rtol=0, atol=1e-11)
    network = Network(given, people=50)
    assert len(network) == 50 and network.ties == np.count_nonzero(meant - np.diag(meant.diagonal()))
    assert (equilibrium(network, s, a).attitudes == equilibrium(given, s, a).attitudes).all()


def test_people_by_name_in_the_order_that_is_given():
    ties = pandas.DataFrame({"from": ["刘", "chen"], "to": ["wang", "wang"], "strength": [0.5, -0.25]})
    people = ["wang", "chen", "刘", "alone"]
    rest = equilibrium(ties, 0.8, [0, 1, 2, 3], people=people, tolerance=1e-14)
    # wang: x = 0.8 (0.5 · 2 − 0.25 · 1 + 0.25 x), the others keep what they think
    assert rest.attitudes == pytest.approx([0.6 / 0.8, 1, 2, 3]) and rest.people == people
    control = control_over(ties, 0.8, "wang", people=people)
    assert control.top(2)["person"] == ["刘", "wang"]
    assert control.shares == pytest.approx([0.2 / 0.8, -0.25, 0.5, 0])
    assert control_over(ties, 0.8, ["wang", "chen"], people=people).shares == pytest.approx(
        [0.125, 0.375, 0.25, 0]
    )
    assert control_over(ties, 0.8, {"wang": 2, "alone": -1}, people=people).shares == pytest.approx([0.5, -0.5, 1, -1])


@pytest.mark.parametrize("signed", [False, True])
def test_control_is_that_of_the_control_matrix(signed):
    matrix, s, _ = random_network(5, 80, 500, signed)
    control = control_matrix(matrix.toarray(), s)
    total = total_control(matrix, s, tolerance=1e-13)
    assert total.converged and np.allclose(total.shares, control.mean(axis=0), rtol=0, atol=1e-11)
    assert np.allclose(total_control(matrix.toarray(), s, tolerance=1e-13).shares, total.shares, rtol=0, atol=1e-15)
    best = np.argsort(-np.abs(control[17]))[:5]
    found = control_over(matrix, s, 17, tolerance=1e-13)
    assert found.top(5)["person"] == best.tolist()
    assert found.top(5)["share"] == pytest.approx(control[17][best], abs=1e-11)


def test_the_same_bits_for_any_number_of_threads():
    matrix, s, a = random_network(6, 40_000, 300_000, signed=True)
    for method, precision in WAYS:
        one = equilibrium(matrix, s, a, method=method, precision=precision, threads=1)
        for threads in (2, 5):
            other = equilibrium(matrix, s, a, method=method, precision=precision, threads=threads)
            assert (one.attitudes == other.attitudes).all() and one.iterations == other.iterations


def test_what_an_equilibrium_is_to_numpy():
    rest = equilibrium(scipy.sparse.csr_array(W), SUSCEPTIBILITY, ATTITUDES)
    assert np.asarray(rest) is rest.attitudes and np.asarray(rest, np.float32).dtype == np.float32
    assert "converged=True" in repr(rest) and repr(Network(W)) == "Network(4 people, 9 ties)"


def test_the_cap_is_kept_and_said():
    matrix, _, a = random_network(8, 3000, 20_000)
    rest = equilibrium(matrix, 0.9999, a, most_iterations=5, method="gauss_seidel")
    assert not rest.converged and rest.residual > 1e-10 and rest.iterations <= 5


# The ways below are refused with where and what is allowed.
HALF = [0.5, 0.5]
PAIR = scipy.sparse.csr_array(np.array([[0, 0.5], [0.5, 0]]))
TIES = {"from": [0], "to": [1], "strength": [0.5]}
NAMED = {"from": ["a", "a"], "to": ["b", "c"], "strength": [0.5, 0.5]}
NONSENSE = {
    "no square": (scipy.sparse.csr_array(np.ones((2, 3)) / 3), HALF, HALF, {}, "influence"),
    "empty": (scipy.sparse.csr_array((0, 0)), [], [], {}, "influence"),
    "row above 1": (scipy.sparse.csr_array(np.array([[0, 0.5], [0.7, -0.7]])), HALF, HALF, {}, "influence, row 1"),
    "nan": (scipy.sparse.csr_array(np.array([[0, np.nan], [0, 0]])), HALF, HALF, {}, "influence, row 0"),
    "complex": (PAIR * 1j, HALF, HALF, {}, "influence"),
    "susceptibility above 1": (PAIR, [0.5, 1.5], HALF, {}, "susceptibility, person 1"),
    "a closed pair": (scipy.sparse.csr_array(np.array([[0, 1.0], [1, 0]])), 1, HALF, {}, "susceptibility"),
    "attitude nan": (PAIR, HALF, [0, np.nan], {}, "attitudes, person 1"),
    "too many attitudes": (PAIR, HALF, [0, 1, 2], {}, "attitudes"),
    "no columns": ({"from": [0], "to": [1]}, HALF, HALF, {}, "influence"),
    "a position too large": ({**TIES, "to": [2]}, HALF, HALF, {}, "influence, tie 0"),
    "a negative position": ({**TIES, "to": [-1]}, HALF, HALF, {}, "influence, tie 0"),
    "names without people": (NAMED, 0.5, [0, 0, 0], {}, "influence, column from"),
    "an unknown name": (NAMED, 0.5, [0, 0], {"people": ["a", "b"]}, "influence, tie 1, to"),
    "a name twice": (NAMED, 0.5, [0, 0, 0], {"people": ["a", "b", "a"]}, "people"),
    "strengths above 1 by name": (
        {**NAMED, "strength": [0.5, 1.5]}, 0.5, [0, 0, 0], {"people": ["a", "b", "c"]}, "influence, c",
    ),  # fmt: skip
    "a closed person by name": (
        {"from": ["a"], "to": ["b"], "strength": [1]}, [1, 1], [0, 0], {"people": ["a", "b"]}, "susceptibility",
    ),  # fmt: skip
    "strength nan": ({**TIES, "strength": [np.nan]}, HALF, HALF, {}, "influence, tie 0"),
    "strength text": ({**TIES, "strength": ["much"]}, HALF, HALF, {}, "influence, column strength"),
    "columns of different length": ({**TIES, "to": [1, 0]}, HALF, HALF, {}, "influence, column to"),
    "method": (PAIR, HALF, HALF, {"method": "guess"}, "method"),
    "precision": (PAIR, HALF, HALF, {"precision": "half"}, "precision"),
    "order": (PAIR, HALF, HALF, {"order": "random"}, "order"),
    "tolerance": (PAIR, HALF, HALF, {"tolerance": 0.0}, "tolerance"),
    "cap": (PAIR, HALF, HALF, {"most_iterations": 1}, "most_iterations"),
    "threads": (PAIR, HALF, HALF, {"threads": 0}, "threads"),
    "memory": (PAIR, HALF, HALF, {"memory": 50}, "memory"),
}


@pytest.mark.parametrize("kind", NONSENSE)
def test_nonsense_is_refused_with_where_and_what_is_allowed(kind):
    influence, s, a, options, where = NONSENSE[kind]
    with pytest.raises(bg.InputError) as caught:
        equilibrium(influence, s, a, **options)
    assert caught.value.where == where and caught.value.allowed


def test_errors_name_people_as_they_are_called():
    with pytest.raises(bg.InputError, match="c: given absolute weights that add to 1.5"):
        Network({**NAMED, "strength": [0.5, 1.5]}, people=["a", "b", "c"])
    with pytest.raises(bg.InputError, match="only to each other, in one group or several: a, b, allowed"):
        equilibrium({"from": ["a"], "to": ["b"], "strength": [1.0]}, 1, [0, 0], people=["a", "b"])


@pytest.mark.parametrize("target", ["x", 2, -1, [], {}, [0, 5]])
def test_a_target_that_is_not_there(target):
    with pytest.raises(bg.InputError) as caught:
        control_over(PAIR, 0.5, target)
    assert caught.value.where == "target"


def test_strengths_above_1_are_divided_where_that_is_asked_for():
    ties = {"from": [0, 2, 1], "to": [1, 1, 0], "strength": [3, -1, 0.5]}
    meant = np.array([[0.5, 0.5, 0], [0.75, 0, -0.25], [0, 0, 1]])
    found = equilibrium(ties, [0.5, 0.9, 0.3], [1, 2, 3], divide=True, tolerance=1e-14)
    assert found.attitudes == pytest.approx(equilibrium(meant, [0.5, 0.9, 0.3], [1, 2, 3]), abs=1e-12)


def test_a_network_that_does_not_fit_is_an_error_and_not_the_end():
    # A program that may grow by 300 MB and a network of some 4 GB: it is the system that refuses, and not we before.
    program = """
import resource, numpy as np
import buygraph as bg
limit = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize() + 300_000_000
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
ties = (np.zeros(1, np.int32), np.ones(1, np.int32), np.array([0.5]))
try:
    bg.influence.Network(ties, people=60_000_000, threads=1, memory=1 << 40)
except bg.InputError as error:
    print(error.where, "|", error.given)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert ran.stdout.startswith("memory | 1 ties of 60000000 people, which take"), ran.stderr


def test_ctrl_c_is_heard(tmp_path):
    program = """
import _thread, threading, numpy as np
import buygraph as bg
generator = np.random.default_rng(0)
ties = tuple(generator.integers(0, 200_000, 2_000_000) for _ in range(2))
network = bg.influence.Network((*ties, np.full(2_000_000, 1.0)), people=200_000, divide=True)
threading.Timer(0.5, _thread.interrupt_main).start()
try:
    attitudes = generator.normal(size=200_000)
    how = dict(method="gauss_seidel", most_iterations=10**9, tolerance=1e-14)
    bg.influence.equilibrium(network, 1 - 1e-9, attitudes, **how)
except KeyboardInterrupt:
    print("stopped")
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert ran.stdout == "stopped\n", ran.stderr


DATA = os.environ.get("BUYGRAPH_DATA")
REAL = [
    "krackhardt_advice",
    "krackhardt_friendship",
    "lazega_advice",
    "lazega_friendship",
    "lazega_cowork",
    "capitalpartners_advice",
]


@pytest.mark.skipif(not DATA, reason="BUYGRAPH_DATA is not set")
@pytest.mark.parametrize("name", REAL)
def test_real_networks_of_firms(name):
    with (Path(DATA) / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    pairs = [row[:2] for row in rows[1:]]
    people = sorted({name for pair in pairs for name in pair})
    # who is asked sways who asks
    ties = {"from": [asked for _, asked in pairs], "to": [asks for asks, _ in pairs], "strength": [1.0] * len(pairs)}
    place = {person: i for i, person in enumerate(people)}
    w = np.zeros((len(people), len(people)))
    for asks, asked in pairs:
        if asks != asked:
            w[place[asks], place[asked]] += 1
    w /= np.maximum(1, w.sum(axis=1, keepdims=True))
    w[np.diag_indices_from(w)] = 1 - w.sum(axis=1)
    generator = np.random.default_rng(1)
    s, a = generator.uniform(0.2, 0.95, len(people)), generator.uniform(-1, 1, (len(people), 3))
    rest = equilibrium(ties, s, a, people=people, divide=True, tolerance=1e-13)
    assert rest.converged and np.allclose(rest, equilibrium(w, s, a), rtol=0, atol=1e-11)
    control = control_matrix(w, s)
    total = total_control(ties, s, people=people, divide=True, tolerance=1e-13)
    assert np.allclose(total.shares, control.mean(axis=0), atol=1e-11) and total.shares.sum() == pytest.approx(1)
    with pytest.raises(bg.InputError, match="absolute weights that add to"):
        equilibrium(ties, s, a, people=people)

"""bg.influence on anybody's matrices: published numbers, numpy as the judge, every memory layout, nonsense refused."""

import gc

import numpy as np
import pytest

import buygraph as bg
from buygraph.influence import control_matrix, equilibrium, path

# Parsegov, Proskurnikov, Tempo and Friedkin 2017, doi:10.1109/TAC.2016.2613905, eq. 2, 15 and 16
W = np.array([[0.220, 0.120, 0.360, 0.300], [0.147, 0.215, 0.344, 0.294], [0, 0, 1, 0], [0.090, 0.178, 0.446, 0.286]])
SUSCEPTIBILITY = 1 - W.diagonal()
ATTITUDES = np.array([25.0, 25.0, 75.0, 85.0])


def network(seed, n, signed=True):
    generator = np.random.default_rng(seed)
    weights = generator.uniform(-1 if signed else 0, 1, (n, n)) * (generator.uniform(size=(n, n)) < 0.6)
    weights /= np.maximum(1, np.abs(weights).sum(axis=1, keepdims=True)) * generator.uniform(1, 1.5, (n, 1))
    return weights, generator.uniform(0, 0.99, n), generator.normal(size=(n, 3))


def by_numpy(w, s, a):
    return np.linalg.solve(np.eye(len(w)) - np.diag(s) @ w, np.diag(1 - s) @ a)


def test_the_published_equilibrium():
    rest = equilibrium(W, SUSCEPTIBILITY, ATTITUDES)
    assert rest == pytest.approx([60.0208, 59.9840, 75, 74.9862], abs=5e-5)
    assert np.round(rest).tolist() == [60, 60, 75, 75]  # as published


def test_the_published_control_matrix():
    expected = np.array(
        [[0.280, 0.045, 0.551, 0.124], [0.047, 0.278, 0.549, 0.126], [0, 0, 1, 0], [0.030, 0.048, 0.532, 0.390]]
    )
    assert control_matrix(W, SUSCEPTIBILITY) == pytest.approx(
        expected, abs=1e-3
    )  # of weights that are rounded to three digits too


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("n", [1, 2, 3, 8, 40])
def test_equilibrium_and_control_against_numpy(seed, n):
    w, s, a = network(seed, n)
    assert np.allclose(equilibrium(w, s, a), by_numpy(w, s, a), rtol=0, atol=1e-12)
    assert np.allclose(control_matrix(w, s), by_numpy(w, s, np.eye(n)), rtol=0, atol=1e-12)
    assert np.allclose(equilibrium(w, s, a[:, 0]), by_numpy(w, s, a[:, 0]), rtol=0, atol=1e-12)


def test_rows_of_control_add_to_one_where_rows_of_influence_do():
    w = np.abs(network(3, 12)[0])
    w /= w.sum(axis=1, keepdims=True)
    assert np.allclose(control_matrix(w, np.full(12, 0.9)).sum(axis=1), 1, rtol=0, atol=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_the_path_follows_its_definition_and_ends_at_rest(seed):
    w, s, a = network(seed, 6)
    s = np.minimum(s, 0.8)
    states = path(w, s, a, 200)
    assert states.shape == (201, 6, 3) and (states[0] == a).all()
    for now, after in zip(states[:5], states[1:6], strict=True):
        assert np.allclose(after, s[:, None] * (w @ now) + (1 - s)[:, None] * a, rtol=0, atol=1e-14)
    assert np.allclose(states[-1], by_numpy(w, s, a), rtol=0, atol=1e-12)
    assert path(w, s, a[:, 0], 2).shape == (3, 6) and path(w, s, a, 0).shape == (1, 6, 3)


def read_only(a):
    a = np.array(a)
    a.flags.writeable = False
    return a


LAYOUTS = {
    "Fortran": np.asfortranarray,
    "reversed memory": lambda a: np.array(a[::-1])[::-1],
    "every other": lambda a: np.repeat(a, 2, 0)[::2],
    "columns of a wider": lambda a: np.stack([a, -a], axis=-1)[..., 0],
    "list": lambda a: a.tolist(),
    "tuple": lambda a: tuple(map(tuple, a.tolist())) if a.ndim == 2 else tuple(a.tolist()),
    "big endian": lambda a: a.astype(">f8"),
    "long double": lambda a: a.astype(np.longdouble),
    "read only": read_only,
    "unaligned": lambda a: np.frombuffer(b"x" + a.tobytes(), np.uint8)[1:].copy()[:].view(float).reshape(a.shape),
    "matrix of objects' owner deleted": lambda a: (lambda owner: owner[: len(a)])(np.concatenate([a, a])),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_any_memory_layout_gives_the_same_numbers(layout):
    lay = LAYOUTS[layout]
    w, s, a = network(1, 7)
    gc.collect()
    assert (equilibrium(lay(w), lay(s), lay(a)) == equilibrium(w, s, a)).all()
    assert (control_matrix(lay(w), lay(s)) == control_matrix(w, s)).all()
    assert (path(lay(w), lay(s), lay(a), 3) == path(w, s, a, 3)).all()


@pytest.mark.parametrize("dtype", [np.int8, np.int64, np.uint16, bool, np.float16, np.float32])
def test_other_number_types_are_converted(dtype):
    a = np.array([1, 0, 1], dtype)
    expected = equilibrium(np.eye(3)[[1, 2, 0]], [0.5] * 3, a.astype(float))
    assert (equilibrium(np.eye(3, dtype=dtype)[[1, 2, 0]], [0.5] * 3, a) == expected).all()


def test_arguments_are_not_changed_and_results_own_their_memory():
    w, s, a = network(2, 5)
    before = w.copy(), s.copy(), a.copy()
    rest = equilibrium(w, s, a)
    del w
    gc.collect()
    assert (before[1] == s).all() and (before[2] == a).all()
    assert rest.flags.writeable and not np.shares_memory(rest, a)
    assert np.allclose(rest, by_numpy(*before), rtol=0, atol=1e-12)


EYE, HALF, ONES = np.eye(2), [0.5, 0.5], [1.0, 2.0]
NONSENSE = {
    "no square": (np.ones((2, 3)) / 3, HALF, ONES, "influence"),
    "empty": (np.empty((0, 0)), [], [], "influence"),
    "vector": (ONES, HALF, ONES, "influence"),
    "cube": (np.ones((2, 2, 2)), HALF, ONES, "influence"),
    "row above 1": ([[0.7, 0.7], [0, 0]], HALF, ONES, "influence, row 0"),
    "signed row above 1": ([[0, 0], [-0.7, 0.7]], HALF, ONES, "influence, row 1"),
    "nan": ([[0, np.nan], [0, 0]], HALF, ONES, "influence, row 0"),
    "infinite": (EYE, HALF, [1, np.inf], "attitudes, row 1"),
    "attitude nan": (EYE, HALF, [[1, 2], [np.nan, 1]], "attitudes, row 1"),
    "susceptibility 1": (EYE, [0.5, 1], ONES, "susceptibility, person 1"),
    "susceptibility below 0": (EYE, [-0.1, 0], ONES, "susceptibility, person 0"),
    "susceptibility nan": (EYE, [np.nan, 0], ONES, "susceptibility, person 0"),
    "too few": (EYE, [0.5], ONES, "susceptibility"),
    "susceptibility of two dimensions": (EYE, EYE, ONES, "susceptibility"),
    "attitudes of 3": (EYE, HALF, [1, 2, 3], "attitudes"),
    "no columns": (EYE, HALF, np.empty((2, 0)), "attitudes"),
    "number": (EYE, HALF, 3.0, "attitudes"),
    "None": (None, HALF, ONES, "influence"),
    "texts": ([["0.5", "0"], ["0", "0.5"]], HALF, ONES, "influence"),
    "complex": (EYE * 1j, HALF, ONES, "influence"),
    "objects": (EYE, HALF, np.array([1, None]), "attitudes"),
    "ragged": ([[1, 0], [0]], HALF, ONES, "influence"),
    "days": (EYE, HALF, np.array(["2026-01-01"] * 2, "datetime64[D]"), "attitudes"),
    "dict": (EYE, HALF, {}, "attitudes"),
}


@pytest.mark.parametrize("kind", NONSENSE)
def test_nonsense_is_refused_with_where_and_what_is_allowed(kind):
    w, s, a, where = NONSENSE[kind]
    for call in (lambda: equilibrium(w, s, a), lambda: path(w, s, a, 1)):
        with pytest.raises(bg.InputError) as caught:
            call()
        assert caught.value.where == where and caught.value.allowed


@pytest.mark.parametrize("steps", [-1, 1_000_001, 2**70])
def test_steps_out_of_range(steps):
    with pytest.raises(bg.InputError) as caught:
        path(EYE, HALF, ONES, steps)
    assert caught.value.where == "steps" and "0 to 1000000" in caught.value.allowed


def test_an_exception_of_the_argument_itself_comes_through():
    class Angry:
        def __array__(self, *args, **kwargs):
            raise RuntimeError("not today")

    with pytest.raises(RuntimeError, match="not today"):
        equilibrium(Angry(), HALF, ONES)

"""Large influence networks beside scipy, numba and networkit, in one run; the answers are proved equal first.

    scripts/bench networks          # ours, peer, ratio, goal, met or not; 1 if a goal is missed

R-MAT: 2^20 people, 16 million ties, three columns of attitudes, until the worst residual of a person is 1e-8 of the
largest attitude. Ours starts from scipy's matrix, so checking, ordering and solving count; peers get theirs ready made.
"""

import sys
import time

import networkit
import numba
import numpy as np
import scipy
import scipy.sparse
import scipy.sparse.linalg
from results import Results

import buygraph as bg

RESIDUAL = 1e-8
JACOBI_GOAL, KRYLOV_GOAL, SCALING_GOAL = 8, 3, 1.5


def rmat(levels, ties, seed=1):
    """Recursive matrix (0.57, 0.19, 0.19, 0.05), drawn until so many different ties are there; nobody to himself."""
    generator = np.random.default_rng(seed)
    people, found = 2**levels, np.empty(0, np.int64)
    while len(found) < ties:
        count = int(1.15 * (ties - len(found))) + 1000
        rows, columns = np.zeros(count, np.int64), np.zeros(count, np.int64)
        for _ in range(levels):
            draw = generator.random(count, dtype=np.float32)
            rows = 2 * rows + (draw >= 0.76)
            columns = 2 * columns + (((draw >= 0.57) & (draw < 0.76)) | (draw >= 0.95))
        new = (rows * people + columns)[rows != columns]
        found = np.unique(np.concatenate([found, new]))
    found = np.sort(generator.permutation(found)[:ties])
    shuffled = generator.permutation(people)
    rows, columns = shuffled[found // people], shuffled[found % people]
    strengths = generator.uniform(0.1, 1, ties)
    matrix = scipy.sparse.csr_matrix((strengths, (rows, columns)), shape=(people, people))
    total = np.asarray(matrix.sum(axis=1)).ravel()
    matrix.data /= np.repeat(np.where(total > 0, total, 1), np.diff(matrix.indptr))
    matrix.has_canonical_format  # noqa: B018  (scipy looks once and remembers)
    return matrix


def residual(matrix, s, a, x):
    left = (1 - s)[:, None] * a + s[:, None] * (matrix @ x) - x
    return (np.abs(left).max(axis=0) / np.abs(a).max(axis=0)).max()


def scipy_jacobi(spread, right, scale):
    x = right
    while True:
        new = right + spread @ x
        if (np.abs(new - x).max(axis=0) <= RESIDUAL * scale).all():
            return new
        x = new


@numba.njit(parallel=True, fastmath=True, cache=False)
def numba_step(first, others, strengths, right, x, new):
    changed = np.zeros((len(x), 3))
    for i in numba.prange(len(x)):
        one, two, three = 0.0, 0.0, 0.0
        for k in range(first[i], first[i + 1]):
            j = others[k]
            one += strengths[k] * x[j, 0]
            two += strengths[k] * x[j, 1]
            three += strengths[k] * x[j, 2]
        new[i, 0], new[i, 1], new[i, 2] = right[i, 0] + one, right[i, 1] + two, right[i, 2] + three
        for c in range(3):
            changed[i, c] = abs(new[i, c] - x[i, c])
    return changed


def numba_jacobi(spread, right, scale):
    x, new = right.copy(), np.empty_like(right)
    while True:
        changed = numba_step(spread.indptr, spread.indices, spread.data, right, x, new)
        if (changed.max(axis=0) <= RESIDUAL * scale).all():
            return new
        x, new = new, x


def scipy_krylov(solver, system, right, tolerance, **options):
    columns = []
    for column in right.T:
        x, failed = solver(system, column, rtol=tolerance, atol=0, **options)
        if failed:
            return None
        columns.append(x)
    return np.column_stack(columns)


def best(function, runs):
    """Seconds of the fastest of several runs, and what the last gave."""
    least = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        answer = function()
        least = min(least, time.perf_counter() - start)
    return least, answer


def beside_solvers(results, levels, ties):
    matrix = rmat(levels, ties)
    people = matrix.shape[0]
    generator = np.random.default_rng(2)
    s, a = generator.uniform(0.4, 0.95, people), generator.uniform(-1, 1, (people, 3))
    alone = int((np.diff(matrix.indptr) == 0).sum())
    results.note(f"{people} people, {matrix.nnz} ties, {alone} who listen to nobody; seconds, residual {RESIDUAL:g}")

    spread = scipy.sparse.csr_matrix(scipy.sparse.diags_array(s) @ matrix)
    system = scipy.sparse.csr_matrix(scipy.sparse.eye_array(people) - spread)
    right, scale = (1 - s)[:, None] * a, np.abs(a).max(axis=0)

    def ours(**options):
        return bg.influence.equilibrium(matrix, s, a, tolerance=RESIDUAL, **options)

    rest = ours()
    assert rest.converged and residual(matrix, s, a, rest.attitudes) <= RESIDUAL * (1 + 1e-6)

    def euclidean(x):
        return (np.linalg.norm(right - system @ x, axis=0) / np.linalg.norm(right, axis=0)).max()

    def same(x):
        return np.abs(x - rest.attitudes).max() <= 1e-6

    two, _ = best(ours, 3)
    one, _ = best(lambda: ours(threads=1), 3)
    jacobi, x = best(lambda: scipy_jacobi(spread, right, scale), 2)
    assert same(x) and residual(matrix, s, a, x) <= RESIDUAL
    results.row("two threads: scipy, CSR Jacobi", two, jacobi, "s", JACOBI_GOAL)
    results.row("one thread: scipy, CSR Jacobi", one, jacobi, "s")

    solvers = {
        "bicgstab": (scipy.sparse.linalg.bicgstab, {}),
        "cgs": (scipy.sparse.linalg.cgs, {}),
        "tfqmr": (scipy.sparse.linalg.tfqmr, {}),
        "gmres": (scipy.sparse.linalg.gmres, {"restart": 20}),
    }
    krylov = {}
    for name, (solver, options) in solvers.items():
        start = time.perf_counter()
        x = scipy_krylov(solver, system, right, RESIDUAL, **options)
        seconds = time.perf_counter() - start
        if x is not None:
            assert same(x), name
            krylov[name] = seconds
    name = min(krylov, key=krylov.get)
    results.note("scipy's Krylov methods: " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in krylov.items()))
    # They look at the sum of squares: ours is asked for no more.
    for tolerance in (1e-6, 3e-7, 1e-7, 3e-8, RESIDUAL):
        if euclidean(bg.influence.equilibrium(matrix, s, a, tolerance=tolerance).attitudes) <= RESIDUAL:
            break
    results.note(f"a Euclidean residual of {RESIDUAL:g}, which ours reaches at a tolerance of {tolerance:g}:")
    two_krylov, _ = best(lambda: bg.influence.equilibrium(matrix, s, a, tolerance=tolerance), 3)
    one_krylov, _ = best(lambda: bg.influence.equilibrium(matrix, s, a, tolerance=tolerance, threads=1), 3)
    results.row(f"two threads: scipy, {name}, column by column", two_krylov, krylov[name], "s", KRYLOV_GOAL)
    results.row(f"one thread: scipy, {name}, column by column", one_krylov, krylov[name], "s")

    for threads in (1, 2):
        numba.set_num_threads(min(threads, numba.config.NUMBA_NUM_THREADS))
        numba_jacobi(spread[:10, :10], right[:10], scale)  # compiled
        seconds, x = best(lambda: numba_jacobi(spread, right, scale), 1)
        assert same(x)
        results.row(f"{threads} thread{'s' * (threads > 1)}: numba, Jacobi", one if threads == 1 else two, seconds, "s")

    ready_made, network = best(lambda: bg.influence.Network(matrix), 2)
    results.note(f"checking and ordering alone {ready_made:.3f}; the rest, on a network made ready once:")
    ways = [("krylov", "mixed"), ("krylov", "double"), ("gauss_seidel", "mixed"), ("gauss_seidel", "double")]
    for method, precision in ways:
        for threads in (1, 2):
            seconds, found = best(lambda: solve_ready(network, s, a, method, precision, threads), 2)  # noqa: B023
            assert found.converged and same_within(found.attitudes, rest.attitudes, s)
            times = f"{found.iterations} times through the ties"
            results.note(f"  {method:<13}{precision:<7}{threads} thread(s) {seconds:7.3f}   {times}")
    given, _ = best(lambda: ours(order="given"), 2)
    mckee, _ = best(lambda: ours(order="reverse_cuthill_mckee"), 1)
    results.note(f"in all, by order: degree {two:.3f}, as given {given:.3f}, reverse Cuthill–McKee {mckee:.3f}")


def solve_ready(network, s, a, method, precision, threads):
    return bg.influence.equilibrium(
        network, s, a, tolerance=RESIDUAL, method=method, precision=precision, threads=threads
    )


def same_within(x, y, s):
    return np.abs(x - y).max() <= 2 * RESIDUAL / (1 - s.max())


def beside_networkit(results, levels, ties):
    """Total control with one susceptibility for all is PageRank's equation; networkit solves it by power iteration."""
    matrix, damping = rmat(levels, ties), 0.85
    people = matrix.shape[0]
    entries = matrix.tocoo()
    ends = entries.row.astype(np.uint64), entries.col.astype(np.uint64)
    graph = networkit.GraphFromCoo((entries.data, ends), n=people, weighted=True, directed=True)
    networkit.setNumberOfThreads(2)

    def theirs():
        rank = networkit.centrality.PageRank(graph, damping, RESIDUAL / people)
        rank.norm = networkit.centrality.Norm.L1_NORM
        rank.run()
        return np.array(rank.scores())

    def ours():
        return bg.influence.total_control(matrix, damping, tolerance=RESIDUAL)

    seconds, found = best(ours, 3)
    peer, scores = best(theirs, 2)
    shares = found.shares
    assert found.converged
    # networkit scales its scores, so shares of the whole are compared
    difference = np.abs(scores / scores.sum() - shares / shares.sum()).max() / (shares.max() / shares.sum())
    assert difference < 1e-5, difference
    results.row("two threads: networkit, PageRank (total control)", seconds, peer, "s")


def scaling(results):
    """Seconds for a tie in all, at 1 and at 10 million ties, twenty to a person."""
    per_tie = {}
    for levels, ties in ((16, 1_000_000), (19, 10_000_000)):
        matrix = rmat(levels, ties)
        generator = np.random.default_rng(3)
        people = matrix.shape[0]
        s, a = generator.uniform(0.4, 0.95, people), generator.uniform(-1, 1, (people, 3))

        def solve(matrix=matrix, s=s, a=a):
            return bg.influence.equilibrium(matrix, s, a, tolerance=RESIDUAL)

        seconds, found = best(solve, 5)
        per_tie[ties] = seconds / matrix.nnz
        times = f"{found.iterations} times through the ties"
        results.note(f"{ties:>10} ties: {1e9 * per_tie[ties]:.1f} ns a tie in all, {times}")
    ratio = per_tie[10_000_000] / per_tie[1_000_000]
    results.at_most("a tie at 10 million beside a tie at 1 million", ratio, "×", SCALING_GOAL)


def main():
    levels, ties = (int(value) for value in sys.argv[1:3]) if len(sys.argv) > 2 else (20, 16_000_000)
    results = Results("networks", "scipy", "numba", "networkit")
    beside_solvers(results, levels, ties)
    beside_networkit(results, levels, ties)
    scaling(results)
    return results.finish()


if __name__ == "__main__":
    sys.exit(main())

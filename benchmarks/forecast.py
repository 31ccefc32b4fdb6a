"""The forecast beside what a user would write: plain Python, numpy, numba and JAX; the answers are proved equal first.

    scripts/bench forecast          # ours, peer, ratio, goal, met or not; 1 if a goal is missed

One model for all: states of the world with joint attitudes and uncertain ties, the equilibrium, vetoes, two gates with
conflict, a decider. Peers get the mean and a square root of the covariance of the attitudes ready made, and draw plain
random numbers with the generator of their library. Time per sample on one thread, the least of several runs; compiling
(numba, JAX) is not timed. Offers count the status quo.
"""

from __future__ import annotations

import math
import random
import sys
import time

# isort: off
# first: it keeps every library to one thread, which has to be said before numpy is read
from forecast_peers import (
    SEED, Arrays, deal_of, jax_run, listed, loop, loop_arguments, numba_loop, numpy_outcomes, numpy_rule, reference,
)
# isort: on
import jax
import numpy as np
from results import Results

import buygraph as bg

GOALS = {"plain Python": 200, "numpy, single": 20, "numba, double": 25, "JAX, single": 12}


def least(run, times=5):
    best = math.inf
    for _ in range(times):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best


def close(what, mean, error, right, right_error):
    apart = abs(mean - right) / math.hypot(error, right_error)
    assert apart < 4, f"{what}: {mean} beside {right}, {apart:.1f} standard errors apart"


def mean_and_error(total, square, count):
    mean = total / count
    return mean, math.sqrt((square / count - mean**2) / count)


def measure(results: Results, compiled, people: int, offers: int) -> None:
    a = Arrays(deal_of(people, offers))
    about = f"{people} people, {offers} offers"
    print(f"{about}, {a.dimensions} random dimensions")
    exact = a.model.forecast(samples=1 << 16, threads=1)
    right = (exact.win, exact.standard_error["us"])
    generator, python, plain = np.random.default_rng(SEED), random.Random(SEED), listed(loop_arguments(a))

    # The rule against the reference of the tests, state by state; then the mean of every peer against ours.
    buy, vendor = generator.standard_normal((2, 100, a.n, a.m)) * 0.3
    expected, found = reference.outcome(buy, vendor, a.reference), numpy_rule(a, buy, vendor, np)
    for j in range(1, a.m):
        np.testing.assert_allclose(found[:, j], expected[a.reference.offers[j]], rtol=0, atol=1e-12)
    count = 1 << 13
    jitted, keys = jax_run(a, count), jax.random.split(jax.random.PRNGKey(SEED), 8)
    for what, drawn in {
        "numpy": numpy_outcomes(a, generator.standard_normal((1 << 15, a.dimensions)), np.float64)[:, a.ours],
        "JAX": np.concatenate([np.asarray(jitted(key)[:, a.ours]) for key in keys]).astype(float),
    }.items():
        close(what, drawn.mean(), drawn.std() / math.sqrt(len(drawn)), *right)
    for what, run, runs in (
        ("numba", lambda count: compiled(a, count), 1 << 15),
        ("Python", lambda count: loop(count, *plain, python.gauss, a.n, a.m), 400),
    ):
        total, square = run(runs)
        close(what, *mean_and_error(total[a.ours], square[a.ours], runs), *right)

    def forecast(samples=1 << 14, **options):
        return a.model.forecast(samples=samples, threads=1, variance_by_group=False, **options)

    def numpy_batch():
        numpy_outcomes(a, generator.standard_normal((4096, a.dimensions), np.float32), np.float32)

    single = least(lambda: forecast(precision="single")) / (1 << 14) * 1e9
    double = least(forecast) / (1 << 14) * 1e9
    peers = {
        "plain Python": least(lambda: loop(50, *plain, python.gauss, a.n, a.m), 3) / 50 * 1e9,
        "numba, double": least(lambda: compiled(a, 4000)) / 4000 * 1e9,
        "numpy, single": least(numpy_batch) / 4096 * 1e9,
        "JAX, single": least(lambda: jitted(keys[0]).block_until_ready()) / count * 1e9,
    }
    for peer, theirs in peers.items():
        results.row(f"{about}: {peer}", single if "single" in peer else double, theirs, "ns", GOALS[peer])
    results.at_most(f"{about}: double beside single", double / single, "×", 2.5)

    # To a standard error of 0.001: outcomes drawn, as one would, against scrambled points of the closed form.
    drawn = right[0] * (1 - right[0]) / 1e-6

    def error(samples):
        return max(forecast(samples, seed=seed).standard_error["us"] for seed in range(5))

    few = next(samples for samples in (16 << k for k in range(12)) if error(samples) <= 0.001)
    ours = least(lambda: forecast(few), 20)
    theirs = peers["numpy, single"] * drawn / 1e3
    results.row(f"{about}: to ±0.001, {few} samples, {drawn:.0f} drawn", ours * 1e6, theirs, "µs", 3000)


def main() -> int:
    results, compiled = Results("forecast", "numpy", "numba", "jax"), numba_loop()
    for people in (6, 8, 12):
        for offers in (2, 3, 5):
            measure(results, compiled, people, offers)
    model = bg.load(deal_of(12, 3)).compile()
    one, two = (least(lambda threads=threads: model.forecast(samples=1 << 17, threads=threads)) for threads in (1, 2))
    assert model.forecast(threads=1).outcomes == model.forecast(threads=2).outcomes
    results.row("12 people, 3 offers: two threads beside one", two * 1e3, one * 1e3, "ms", 1.8)
    return results.finish()


if __name__ == "__main__":
    sys.exit(main())

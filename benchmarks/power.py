"""Voting power indices beside what a user would pick instead; the answers are proved equal first.

    scripts/bench power             # ours, peer, ratio, goal, met or not; 1 if a goal is missed

Shapley–Shubik of 25 people with whole weights against the package powerindex, and of 20 people with real weights and
vetoes against numpy visiting all 2^20 coalitions. Every call is timed on another game, so that no branch is learned.
"""

import sys
import time
from math import factorial
from pathlib import Path
from statistics import median

import numpy as np
import powerindex
from results import Results

from buygraph.decision import shapley_shubik

ROOT = Path(__file__).resolve().parents[1]
FACTORIAL = [factorial(k) for k in range(26)]


def by_powerindex(weights, quota):
    game = powerindex.Game(quota, weights)
    game.calc_shapley_shubik()
    return game.shapley_shubik


def by_enumeration(weights, quota, vetoes):
    """All coalitions at once: their weights by doubling, a lookup of who wins, and each person's pivots."""
    n = len(weights)
    sums, sizes, members = np.zeros(1), np.zeros(1, np.int8), np.zeros(1, np.int32)
    for i, weight in enumerate(weights):
        sums = np.concatenate([sums, sums + weight])
        sizes = np.concatenate([sizes, sizes + 1])
        members = np.concatenate([members, members | (1 << i)])
    needed = sum(1 << holder for holder in vetoes)
    wins = (sums >= quota) & (members & needed == needed)
    share = np.array([FACTORIAL[k] * FACTORIAL[n - 1 - k] / FACTORIAL[n] for k in range(n)])
    values = []
    for i in range(n):
        pairs = wins.reshape(-1, 2, 1 << i)
        turned = ~pairs[:, 0] & pairs[:, 1]
        values.append(share[sizes.reshape(-1, 2, 1 << i)[:, 0][turned]].sum())
    return values


def whole_game(rng):
    weights = rng.integers(1, 41, 25).tolist()
    return weights, sum(weights) // 2 + 1


def real_game(rng):
    weights = rng.uniform(0.1, 10, 20).tolist()
    return weights, sum(weights) * rng.uniform(0.5, 0.75), sorted(rng.choice(20, 2, replace=False).tolist())


def seconds(function, games):
    """The median over different games."""
    times = []
    for game in games:
        start = time.perf_counter()
        function(*game)
        times.append(time.perf_counter() - start)
    return median(times)


def compare(results, what, peer, make, goal, rng, few):
    games = [make(rng) for _ in range(500)]
    for game in games[:few]:
        ours, theirs = shapley_shubik(*game).values, np.array(peer(*game))
        assert np.abs(ours - theirs).max() < 1e-10, f"{what}: the answers differ"
    ours, theirs = seconds(shapley_shubik, games), seconds(peer, games[:few])
    results.row(what, ours * 1e6, theirs * 1e6, "µs", goal)


def main():
    rng = np.random.default_rng(1)
    results = Results("power", "numpy", "powerindex")
    compare(results, "Shapley–Shubik, n = 25, weights 1 to 40: powerindex", by_powerindex, whole_game, 200, rng, 15)
    compare(results, "the same, n = 20, real weights, 2 vetoes: numpy", by_enumeration, real_game, 500, rng, 9)
    return results.finish()


if __name__ == "__main__":
    sys.exit(main())

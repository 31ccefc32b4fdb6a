"""The zipper beside scipy and ortools; the answers are proved equal first.

    scripts/bench plan              # ours, peer, ratio, goal, met or not; 1 if a goal is missed

The zipper: 20 members of capacity 8 and 150 people. scipy's linear_sum_assignment gets the matrix with every
member's row repeated eight times, ortools' SimpleMinCostFlow the network with costs in whole millionths; what they
start from lies ready and is not timed. Scoring a plan, and greedy beside the best set: plan_scoring.cpp.
"""

import platform
import sys
import time

import numpy as np
from ortools.graph.python import min_cost_flow
from scipy.optimize import linear_sum_assignment

from buygraph import _core

MEMBERS, PEOPLE, CAPACITY, CASES = 20, 150, 8, 40
GOALS = {"scipy": 10, "ortools": 30}


def best_time(function, repeats=7):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


def flow(value):
    """Members to people to nobody else: every unit from the source to the sink is a pair."""
    network = min_cost_flow.SimpleMinCostFlow()
    source, sink = MEMBERS + PEOPLE, MEMBERS + PEOPLE + 1
    members, people = np.repeat(np.arange(MEMBERS), PEOPLE), np.tile(np.arange(PEOPLE) + MEMBERS, MEMBERS)
    costs = (-value.ravel() * 1e6).round().astype(int)
    network.add_arcs_with_capacity_and_unit_cost(members, people, np.ones(len(costs), int), costs)
    ends = np.arange(MEMBERS)
    network.add_arcs_with_capacity_and_unit_cost(
        np.full(MEMBERS, source), ends, np.full(MEMBERS, CAPACITY), np.zeros(MEMBERS, int)
    )
    people = np.arange(PEOPLE) + MEMBERS
    network.add_arcs_with_capacity_and_unit_cost(
        people, np.full(PEOPLE, sink), np.ones(PEOPLE, int), np.zeros(PEOPLE, int)
    )
    network.set_node_supply(source, PEOPLE)
    network.set_node_supply(sink, -PEOPLE)
    return network


def zipper_rows():
    random = np.random.default_rng(1)
    ours = theirs = arcs = 0.0
    capacity, counterparts, key = np.full(MEMBERS, CAPACITY), np.ones(PEOPLE, int), np.zeros(PEOPLE, bool)
    for _ in range(CASES):
        value = random.random((MEMBERS, PEOPLE))
        repeated, network = np.repeat(value, CAPACITY, axis=0), flow(value)
        task = _core.PairingTask(value, capacity, counterparts, key, [], [])
        pairs = task.pairs()
        best = value[pairs[:, 0], pairs[:, 1]].sum()
        rows, columns = linear_sum_assignment(repeated, maximize=True)
        assert abs(best - repeated[rows, columns].sum()) < 1e-9
        assert network.solve() == network.OPTIMAL and abs(best + network.optimal_cost() / 1e6) < 1e-3
        ours += best_time(task.pairs)
        theirs += best_time(lambda repeated=repeated: linear_sum_assignment(repeated, maximize=True))
        arcs += best_time(lambda network=network: network.solve())
    return [("scipy", ours / CASES, theirs / CASES), ("ortools", ours / CASES, arcs / CASES)]


def main():
    met = True
    print(f"{'':24}{'ours, µs':>10}{'peer, µs':>12}{'ratio':>9}{'goal':>7}  met")
    for peer, ours, theirs in zipper_rows():
        ratio = theirs / ours
        reached = ratio >= GOALS[peer]
        met = met and reached
        row = f"zipper, {MEMBERS} × {PEOPLE}"
        reached_word = "yes" if reached else "NO"
        print(f"{row:24}{ours * 1e6:10.1f}{theirs * 1e6:12.1f}{ratio:8.1f}×{GOALS[peer]:6}×  {reached_word}  {peer}")
    print(f"one thread · Python {platform.python_version()}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())

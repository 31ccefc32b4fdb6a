"""The zipper beside scipy and ortools; the answers are proved equal first.

    scripts/bench plan              # ours, peer, ratio, goal, met or not; 1 if a goal is missed

The zipper: 20 members of capacity 8 and 150 people. scipy's linear_sum_assignment gets the matrix with every
member's row repeated eight times, ortools' SimpleMinCostFlow the network with costs in whole millionths; what they
start from lies ready and is not timed. Scoring a plan, and greedy beside the best set: plan_scoring.cpp.
"""

import sys
import time

import numpy as np
from ortools.graph.python import min_cost_flow
from results import Results
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
    results = Results("plan", "scipy", "ortools")
    for peer, ours, theirs in zipper_rows():
        results.row(f"zipper, {MEMBERS} × {PEOPLE}, one thread: {peer}", ours * 1e6, theirs * 1e6, "µs", GOALS[peer])
    return results.finish()


if __name__ == "__main__":
    sys.exit(main())

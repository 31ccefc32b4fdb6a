"""Betweenness of many small networks in one call, beside igraph and networkx; the answers are proved equal first.

    scripts/bench graph             # ours, peer, ratio, goal, met or not; 1 if a goal is missed

10,000 different random networks of 20 people and about 95 ties: one network in a loop would train the branch predictor.
igraph and networkx are timed with building their graphs from lists of pairs that lie ready, ours from a table of NumPy
columns to a table. The goals are for ways in steps. By lengths ours is one Dijkstra a source: less far ahead.
"""

import sys
import time

import igraph
import networkx as nx
import numpy as np
from results import Results

import buygraph as bg

PEOPLE, CHANCE = 20, 0.21
GOALS = {"igraph": 5, "networkx": 80}


def networks(count, seed=1):
    """Columns graph, from, to, weight; everybody has a tie out, so that nobody is missing from a table."""
    generator = np.random.default_rng(seed)
    there = generator.uniform(size=(count, PEOPLE, PEOPLE)) < CHANCE
    there[:, np.arange(PEOPLE), (np.arange(PEOPLE) + 1) % PEOPLE] = True
    there[:, np.arange(PEOPLE), np.arange(PEOPLE)] = False
    graph, start, end = np.nonzero(there)
    return {"graph": graph, "from": start, "to": end, "weight": 2.0 ** -generator.integers(0, 3, len(graph))}


def edge_lists(table):
    """What the peers start from: a list of pairs and one of lengths for each network, not timed."""
    cuts = np.flatnonzero(np.diff(table["graph"])) + 1
    ends = np.split(np.column_stack([table["from"], table["to"]]), cuts)
    lengths = np.split(1 / table["weight"], cuts)
    return [(list(map(tuple, pairs.tolist())), length.tolist()) for pairs, length in zip(ends, lengths, strict=True)]


def by_igraph(lists, weighted):
    found = []
    for pairs, lengths in lists:
        graph = igraph.Graph(PEOPLE, pairs, directed=True)
        found.append(graph.betweenness(weights=lengths if weighted else None))
    return np.array(found) / ((PEOPLE - 1) * (PEOPLE - 2))


def by_networkx(lists, weighted):
    found = []
    for pairs, lengths in lists:
        graph = nx.DiGraph()
        graph.add_nodes_from(range(PEOPLE))
        graph.add_weighted_edges_from([(a, b, length) for (a, b), length in zip(pairs, lengths, strict=True)])
        found.append(list(nx.betweenness_centrality(graph, weight="weight" if weighted else None).values()))
    return np.array(found)


def by_ours(table, weighted):
    return bg.graph.betweenness_batch(table, weighted=weighted)


def in_order(table, count):
    result = np.full((count, PEOPLE), np.nan)
    result[table["graph"], table["person"]] = table["value"]
    return result


def best(function, *arguments, runs):
    """Seconds of the fastest of several runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        function(*arguments)
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    table = networks(count)
    lists = edge_lists(table)
    few = min(count, 500)  # networkx is asked for some, and its time taken in proportion
    results = Results("graph", "igraph", "networkx")
    print(f"{count} networks of {PEOPLE} people, {len(table['graph'])} ties, milliseconds")
    for weighted in (False, True):
        name = "weighted" if weighted else "in steps"
        answers = in_order(by_ours(table, weighted), count)
        assert np.allclose(answers, by_igraph(lists, weighted), rtol=0, atol=1e-8)
        assert np.allclose(answers[:few], by_networkx(lists[:few], weighted), rtol=0, atol=1e-8)
        ours = best(by_ours, table, weighted, runs=7)
        peers = {
            "igraph": best(by_igraph, lists, weighted, runs=3),
            "networkx": best(by_networkx, lists[:few], weighted, runs=2) * count / few,
        }
        for peer, seconds in peers.items():
            # The goals are for ways in steps; where lengths lose to them is shown.
            goal = None if weighted else GOALS[peer]
            results.row(f"{count} networks, {name}, one thread: {peer}", ours * 1e3, seconds * 1e3, "ms", goal)
    return results.finish()


if __name__ == "__main__":
    sys.exit(main())

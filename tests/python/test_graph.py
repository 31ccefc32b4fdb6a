"""bg.graph against networkx and igraph on random and on real networks, its input in every shape, nonsense refused.

The real networks (Lazega, Capital Partners, Krackhardt) are read from the folder that BUYGRAPH_DATA
names; each relation apart.
"""

import csv
import math
import os
import random
from pathlib import Path

import igraph
import networkx as nx
import numpy as np
import pandas
import polars
import pyarrow
import pytest

import buygraph as bg

DATA = os.environ.get("BUYGRAPH_DATA")
RELATIONS = {
    "lazega": ("advice", "friendship", "cowork"),
    "capitalpartners": ("advice", "promote", "social", "weekly"),
    "krackhardt": ("advice", "friendship", "reports_to"),
}
REAL = [f"{firm}_{relation}" for firm, relations in RELATIONS.items() for relation in relations]
RANDOM = [f"random {kind} {seed}" for kind in ("sparse", "dense", "undirected") for seed in range(5)]


def real_ties(name):
    """Arcs as they stand, each weighted by the number of the firm's relations that join the pair."""
    firm, relation = name.split("_", 1)
    relations = {}
    for other in RELATIONS[firm]:
        with (Path(DATA) / f"{firm}_{other}.csv").open(newline="") as file:
            relations[other] = {(row["source"], row["target"]) for row in csv.DictReader(file)}
    others = [arcs for other, arcs in relations.items() if other != relation]
    return [(a, b, 1.0 + sum((a, b) in arcs for arcs in others)) for a, b in sorted(relations[relation])]


def random_ties(name):
    _, kind, seed = name.split()
    generator = random.Random(name)
    n, chance = {"sparse": (14, 0.12), "dense": (25, 0.4), "undirected": (18, 0.2)}[kind]
    ties = {}
    for a in range(n):
        for b in range(n):
            if a != b and generator.random() < chance:
                # 2^-k: sums of lengths are exact, and networkx, which compares them exactly, finds the same equal ways
                ties[a, b] = 2.0 ** -generator.randrange(4)
                if kind == "undirected":
                    ties[b, a] = ties[a, b]
    return [(f"p{a}", f"p{b}", weight) for (a, b), weight in ties.items()]


@pytest.fixture(params=RANDOM + REAL)
def ties(request):
    if request.param in RANDOM:
        return random_ties(request.param)
    if not DATA:
        pytest.skip("BUYGRAPH_DATA is not set: the real networks are not part of the project")
    return real_ties(request.param)


def digraph(ties):
    graph = nx.DiGraph()
    graph.add_weighted_edges_from(ties)
    for _, _, edge in graph.edges(data=True):
        edge["length"] = 1 / edge["weight"]
    return graph


def of_igraph(ties):
    """With the order of names as networkx has it."""
    names = list(digraph(ties))
    position = {name: i for i, name in enumerate(names)}
    graph = igraph.Graph(len(names), [(position[a], position[b]) for a, b, _ in ties], directed=True)
    graph.es["weight"] = [weight for _, _, weight in ties]
    graph.es["length"] = [1 / weight for _, _, weight in ties]
    return names, graph


def values(table, column="value"):
    return dict(zip(table["person"], table[column], strict=True))


def assert_same(ours, theirs, within=1e-8):
    assert ours.keys() == theirs.keys()
    worst = max((abs(ours[name] - theirs[name]) for name in theirs), default=0)
    assert worst <= within, worst


def test_degree(ties):
    graph, table = digraph(ties), bg.graph.degree(ties)
    for column, degree in (
        ("in", graph.in_degree()),
        ("out", graph.out_degree()),
        ("in_strength", graph.in_degree(weight="weight")),
        ("out_strength", graph.out_degree(weight="weight")),
    ):
        assert_same(values(table, column), dict(degree))


def test_reach(ties):
    graph = digraph(ties)
    assert_same(values(bg.graph.reach(ties), "people"), {name: len(nx.descendants(graph, name)) for name in graph})
    two = {name: len(nx.single_source_shortest_path_length(graph, name, cutoff=2)) - 1 for name in graph}
    assert_same(values(bg.graph.reach(ties, 2), "people"), two)
    assert_same(
        values(bg.graph.reach(ties, 2), "share"), {name: reached / (len(graph) - 1) for name, reached in two.items()}
    )


@pytest.mark.parametrize("normalised", [True, False])
def test_betweenness_in_steps(ties, normalised):
    ours = values(bg.graph.betweenness(ties, weighted=False, normalised=normalised))
    assert_same(ours, nx.betweenness_centrality(digraph(ties), normalized=normalised))
    names, graph = of_igraph(ties)
    scale = 1 / ((len(names) - 1) * (len(names) - 2)) if normalised else 1
    assert_same(ours, {name: value * scale for name, value in zip(names, graph.betweenness(), strict=True)})


def test_weighted_betweenness(ties):
    ours = values(bg.graph.betweenness(ties, normalised=False))
    names, graph = of_igraph(ties)
    assert_same(ours, dict(zip(names, graph.betweenness(weights="length"), strict=True)))
    # networkx counts ways apart that differ by rounding alone: it is asked where sums are exact
    if all(math.log2(weight).is_integer() for _, _, weight in ties):
        assert_same(ours, nx.betweenness_centrality(digraph(ties), weight="length", normalized=False))


@pytest.mark.parametrize("weighted", [True, False])
def test_closeness(ties, weighted):
    table, turned = bg.graph.closeness(ties, weighted=weighted), digraph(ties).reverse()
    distance = "length" if weighted else None
    assert_same(values(table, "closeness"), nx.closeness_centrality(turned, distance=distance))
    theirs = nx.harmonic_centrality(turned, distance=distance)
    assert_same(values(table, "harmonic"), {name: value / (len(turned) - 1) for name, value in theirs.items()})
    names, graph = of_igraph(ties)
    harmonic = graph.harmonic_centrality(mode="out", weights="length" if weighted else None)
    assert_same(values(table, "harmonic"), dict(zip(names, harmonic, strict=True)))


@pytest.mark.parametrize("damping", [0.5, 0.85])
def test_pagerank(ties, damping):
    ours = bg.graph.pagerank(ties, damping)
    assert ours.converged and ours.residual <= 1e-12 and sum(ours["value"]) == pytest.approx(1, abs=1e-12)
    assert_same(values(ours), nx.pagerank(digraph(ties), alpha=damping, tol=1e-14, max_iter=1000))
    names, graph = of_igraph(ties)
    assert_same(values(ours), dict(zip(names, graph.pagerank(damping=damping, weights="weight"), strict=True)))
    assert_same(
        values(bg.graph.pagerank(ties, damping, reverse=True)),
        nx.pagerank(digraph(ties).reverse(), alpha=damping, tol=1e-14, max_iter=1000),
    )


def test_eigenvector_in_the_largest_group_where_everybody_reaches_everybody(ties):
    """Elsewhere the vector may not be the only one, and then each library gives its own."""
    group = max(nx.strongly_connected_components(digraph(ties)), key=len)
    if len(group) < 3:
        found = bg.graph.eigenvector(ties)
        assert not found.converged and found.steps == 10_000  # lines that run in no circle: there is no such vector
        return
    inside = [tie for tie in ties if tie[0] in group and tie[1] in group]
    ours = bg.graph.eigenvector(inside)
    assert ours.converged
    assert_same(values(ours), nx.eigenvector_centrality_numpy(digraph(inside), weight="weight"))
    assert ours.eigenvalue == pytest.approx(max(np.linalg.eigvals(nx.to_numpy_array(digraph(inside))).real), rel=1e-10)
    names, graph = of_igraph(inside)
    theirs = np.array(graph.eigenvector_centrality(directed=True, weights="weight"))
    assert_same(values(ours), dict(zip(names, theirs / np.linalg.norm(theirs), strict=True)))


def test_bonacich(ties):
    """Katz's centrality on the ties turned round is 1 + β · power: solved by networkx with numpy."""
    graph = digraph(ties)
    radius = max(abs(np.linalg.eigvals(nx.to_numpy_array(graph))))
    limit = 1 / radius if radius > 1e-6 else 1.0
    for beta in (0.7 * limit, -0.7 * limit):
        katz = nx.katz_centrality_numpy(graph.reverse(), alpha=beta, beta=1.0, normalized=False, weight="weight")
        power = {name: (value - 1) / beta for name, value in katz.items()}
        scale = math.sqrt(len(power) / sum(value**2 for value in power.values()))
        assert_same(values(bg.graph.bonacich(ties, beta)), {name: value * scale for name, value in power.items()})
    if radius > 1e-6:
        for beta in (1.0001 * limit, -1.0001 * limit):
            with pytest.raises(bg.InputError) as caught:
                bg.graph.bonacich(ties, beta)
            assert caught.value.where == "beta"


def test_constraint(ties):
    """A tie to oneself (Capital Partners has one) is no contact: igraph leaves it out, networkx does not."""
    ours, graph = values(bg.graph.constraint(ties)), digraph(ties)
    graph.remove_edges_from([(name, name) for name in graph])
    assert_same(ours, nx.constraint(graph, weight="weight"))
    names, graph = of_igraph(ties)
    assert_same(ours, dict(zip(names, graph.constraint(weights="weight"), strict=True)))


def test_articulation_people_and_bridges(ties):
    graph = nx.Graph(digraph(ties))
    assert set(bg.graph.articulation_people(ties)) == set(nx.articulation_points(graph))
    assert {frozenset(pair) for pair in bg.graph.bridges(ties)} == {frozenset(pair) for pair in nx.bridges(graph)}


def pairs_of(ties, count=25):
    names = sorted(digraph(ties))
    generator = random.Random(1)
    return [generator.sample(names, 3) for _ in range(count)]


def test_dominators(ties):
    graph = digraph(ties)
    for first, second, target in pairs_of(ties):
        asked = graph.copy()
        asked.add_edges_from([("start", first), ("start", second)])
        before = nx.immediate_dominators(asked, "start")
        ours = bg.graph.dominators(ties, [first, second], target)
        if target not in before:
            assert ours is None
            continue
        theirs, at = [], before[target]
        while at != "start":
            theirs.insert(0, at)
            at = before[at]
        assert ours == [name for name in theirs if name not in (first, second)]


def test_smallest_cut(ties):
    graph = digraph(ties)
    for source, _, target in pairs_of(ties):
        ours = bg.graph.smallest_cut(ties, source, target)
        if graph.has_edge(source, target):
            assert ours is None
            continue
        assert len(ours) == nx.algorithms.connectivity.local_node_connectivity(graph, source, target)
        left = graph.copy()
        left.remove_nodes_from(ours)
        assert not nx.has_path(left, source, target)


def test_strongest_path(ties):
    graph = digraph(ties)
    for source, _, target in pairs_of(ties):
        try:
            loss = nx.dijkstra_path_length(
                graph, source, target, weight=lambda a, b, edge: -math.log(min(1, edge["weight"]))
            )
        except nx.NetworkXNoPath:
            assert bg.graph.strongest_path(ties, source, target) is None
            continue
        path, strength = bg.graph.strongest_path(ties, source, target)
        assert path[0] == source and path[-1] == target
        assert strength == pytest.approx(math.exp(-loss), rel=1e-9)
        assert strength == pytest.approx(
            math.prod(min(1, graph[a][b]["weight"]) for a, b in zip(path, path[1:], strict=False)), rel=1e-12
        )


@pytest.mark.parametrize("weighted", [True, False])
def test_a_batch_gives_what_each_network_gives(weighted):
    networks = {f"g{i}": random_ties(f"random sparse {i}") for i in range(30)}
    rows = [(name, *tie) for name, ties in networks.items() for tie in ties]
    random.Random(2).shuffle(rows)
    columns = dict(zip(("graph", "from", "to", "weight"), map(list, zip(*rows, strict=True)), strict=True))
    numbered = {
        **columns,
        "graph": [int(name[1:]) for name in columns["graph"]],
        **{end: np.array([int(name[1:]) for name in columns[end]]) for end in ("from", "to")},
    }
    expected = {
        (graph, person): value
        for graph, ties in networks.items()
        for person, value in values(bg.graph.betweenness(ties, weighted=weighted)).items()
    }
    for given in (columns, numbered, pandas.DataFrame(columns), polars.DataFrame(numbered), pyarrow.table(columns)):
        table = bg.graph.betweenness_batch(given, weighted=weighted)
        found = {
            (f"g{graph}".replace("gg", "g"), f"p{person}".replace("pp", "p")): value
            for graph, person, value in zip(*table.to_dict().values(), strict=True)
        }
        assert_same(found, expected, 1e-12)
    mixed = bg.graph.betweenness_batch({"graph": ["x"] * 2, "from": [1, (2, 3)], "to": [(2, 3), "1"]})
    assert mixed.to_dict() == {"graph": ["x"] * 3, "person": [1, (2, 3), "1"], "value": [0, 0.5, 0]}
    assert len(bg.graph.betweenness_batch({"graph": [], "from": [], "to": []})) == 0
    with pytest.raises(bg.InputError):
        bg.graph.betweenness_batch({"from": ["a"], "to": ["b"]})
    with pytest.raises(bg.InputError):
        bg.graph.betweenness_batch({"graph": [1, 1], "from": ["a", "b"], "to": ["b"]})


#   陈 ─.5─▶ Liu ─.5─▶ (3, 4) ─.2─▶ 陈 …  names of any kind; weight of the first in two rows
ROWS = [
    ("陈", "Liu", 0.25, "advises"),
    ("Liu", "wang", 0.5, "friend"),
    ("wang", "陈", 0.2, "advises"),
    ("陈", "Liu", 0.25, "advises"),
]
COLUMNS = dict(zip(("from", "to", "weight", "kind"), map(list, zip(*ROWS, strict=True)), strict=True))
SHAPES = {
    "tuples": ROWS,
    "generator": ROWS,
    "lists": [list(row) for row in ROWS],
    "dict": COLUMNS,
    "arrays": {name: np.array(column) for name, column in COLUMNS.items()},
    "pandas": pandas.DataFrame(COLUMNS),
    "polars": polars.DataFrame(COLUMNS),
    "pyarrow": pyarrow.table(COLUMNS),
    "Table": bg.Table(COLUMNS),
    "pandas with an index of its own": pandas.DataFrame(COLUMNS, index=[7, 7, 1, 0]),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_table_is_read_alike(shape):
    given = SHAPES[shape]
    table = bg.graph.degree(row for row in given) if shape == "generator" else bg.graph.degree(given)
    assert table.to_dict() == {
        "person": ["陈", "Liu", "wang"],
        "in": [1, 1, 1],
        "out": [1, 1, 1],
        "in_strength": [0.2, 0.5, 0.5],
        "out_strength": [0.5, 0.5, 0.2],
    }
    only = bg.graph.degree(SHAPES["tuples" if shape == "generator" else shape], relation="friend")
    assert only["person"] == ["陈", "Liu", "wang"] and only["out"] == [0, 1, 0]
    assert bg.graph.degree(ROWS, relation=["friend", "advises"]) == table
    assert table.to_arrow().num_rows == 3


def test_names_may_be_anything_hashable_and_people_without_ties_count():
    table = bg.graph.betweenness([(1, (2, 3)), ((2, 3), frozenset("x"))], people=["nobody"])
    assert table.to_dict() == {"person": ["nobody", 1, (2, 3), frozenset("x")], "value": [0, 0, 1 / 6, 0]}
    assert bg.graph.strongest_path([((1, 2), "b")], (1, 2), "b") == ([(1, 2), "b"], 1.0)
    assert bg.graph.reach([]).to_dict() == {"person": [], "people": [], "share": []}


def test_negative_ties_carry_nothing_but_count_in_degree():
    ties = [("a", "b", 1), ("b", "c", -1), ("b", "d", 1)]
    assert values(bg.graph.betweenness(ties, normalised=False)) == {"a": 0, "b": 1, "c": 0, "d": 0}
    assert bg.graph.dominators(ties, "a", "c") is None and bg.graph.smallest_cut(ties, "a", "c") == []
    assert values(bg.graph.degree(ties), "out") == {"a": 1, "b": 2, "c": 0, "d": 0}
    assert values(bg.graph.constraint(ties))["c"] is None


def test_what_did_not_converge_says_so():
    ranks = bg.graph.pagerank([("a", "b")], most_steps=2)
    assert (ranks.converged, ranks.steps, ranks.eigenvalue) == (False, 2, None) and "converged=False" in repr(ranks)
    assert not bg.graph.eigenvector([("a", "b")]).converged


NONSENSE = {
    "a text": ("abc", "ties"),
    "a number": (3, "ties"),
    "one column": ({"from": ["a"]}, "ties"),
    "short rows": ([("a",)], "ties"),
    "rows of different length": ([("a", "b"), ("a", "b", 1)], "ties"),
    "no name": ([(None, "b")], "ties, row 0, from"),
    "no number": ([("a", float("nan"))], "ties, row 0, to"),
    "a name that is a list": ([("a", ["b"])], "ties, row 0, to"),
    "weight nan": ([("a", "b", 1), ("a", "b", float("nan"))], "ties, row 1, weight"),
    "weight missing": ([("a", "b", None)], "ties, row 0, weight"),
    "weight a text": ([("a", "b", "1")], "ties, row 0, weight"),
    "weight infinite": ([("a", "b", math.inf)], "ties, tie 0"),
    "weight an object": ([("a", "b", object())], "ties, column weight"),
}


@pytest.mark.parametrize("kind", NONSENSE)
def test_nonsense_is_refused_with_where_and_what_is_allowed(kind):
    given, where = NONSENSE[kind]
    for call in (bg.graph.degree, bg.graph.betweenness):
        with pytest.raises(bg.InputError) as caught:
            call(given)
        assert caught.value.where == where and caught.value.allowed


@pytest.mark.parametrize(
    ("call", "where"),
    [
        (lambda: bg.graph.dominators([("a", "b")], "x", "b"), "sources"),
        (lambda: bg.graph.dominators([("a", "b")], ["a", "x"], "b"), "sources"),
        (lambda: bg.graph.smallest_cut([("a", "b")], "a", "x"), "target"),
        (lambda: bg.graph.strongest_path([("a", "b")], [], "b"), "sources"),
        (lambda: bg.graph.pagerank([("a", "b")], 1.0), "damping"),
        (lambda: bg.graph.pagerank([("a", "b")], tolerance=-1), "tolerance"),
        (lambda: bg.graph.eigenvector([("a", "b")], most_steps=-1), "most_steps"),
        (lambda: bg.graph.reach([("a", "b")], -1), "steps"),
        (lambda: bg.graph.degree([("a", "b")], relation="friend"), "relation"),
        (lambda: bg.graph.bonacich([("a", "b"), ("b", "a")], 1), "beta"),
    ],
)
def test_arguments_out_of_range_are_named(call, where):
    with pytest.raises(bg.InputError) as caught:
        call()
    assert caught.value.where == where

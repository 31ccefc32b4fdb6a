"""Power and structure of whole deals: against networkx on ties read independently, differences, and deals by hand."""

from math import log
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
import reference
from small_deals import changed, small

import buygraph as bg

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "deals").glob("*.json"))


def raw(file):
    """Ids, and raw signed strengths [to, from], read from the file by the reference."""
    m = reference.read(bg.load(file).to_dict())
    return m.people, reference.raw_ties(len(m.people), m.ties)


def positive_network(file):
    """Edges from who moves to who is moved, along ties that are positive when added up."""
    people, strengths = raw(file)
    network = nx.DiGraph()
    network.add_nodes_from(people)
    for to, from_ in zip(*np.nonzero(strengths > 0), strict=True):
        if to != from_:
            weight = strengths[to, from_]
            network.add_edge(people[from_], people[to], weight=weight, length=1 / weight, loss=-log(min(weight, 1)))
    return network


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_places_in_the_network_are_those_of_networkx(file):
    found = bg.load(file).power(samples=64).to_dict()
    network = positive_network(file)
    between = nx.betweenness_centrality(network, weight="length")
    rank = nx.pagerank(network.reverse(), alpha=0.85, weight="weight", tol=1e-14, max_iter=10_000)
    for i, person in enumerate(found["person"]):
        assert found["betweenness"][i] == pytest.approx(between[person], abs=1e-8)
        assert found["pagerank"][i] == pytest.approx(rank[person], abs=1e-8)
        assert found["reach"][i] == pytest.approx(len(nx.descendants(network, person)) / max(1, len(network) - 1))
        assert found["strength"][i] == pytest.approx(network.out_degree(person, weight="weight"))


@pytest.mark.parametrize("file", EXAMPLES[:3], ids=lambda file: file.stem)
def test_decision_influence_is_what_a_leaning_changes(file):
    deal = bg.load(file)
    found = deal.power(samples=1024, seed=3)
    ours = deal.compile().ours
    for i, person in enumerate(found["person"]):
        step = 1e-4
        up, down = (
            deal.move([{"kind": "leaning", "person": person, "offer": ours, "by": by}], samples=1024, seed=3).win
            for by in (step, -step)
        )
        assert found["decision_influence"][i] == pytest.approx((up - down) / (2 * step), abs=1e-6)


def test_control_and_total_effects_are_read_off_v():
    deal = bg.load(small())
    found, v = deal.power(samples=64), deal.compile().control
    assert found["control"] == pytest.approx(list(v[0]))  # chen decides
    assert found["total_effects"] == pytest.approx(list(v.mean(axis=0)))
    assert (found["decides"], found["veto"]) == ([1, 0, 0], [False, True, False])
    assert found["shapley_shubik"] == pytest.approx([0.5, 0.5, 0])  # chen decides, liu can veto


def test_each_relation_apart_and_what_has_no_value():
    found = bg.load(small()).power(samples=64)
    rows = {(row["relation"], row["person"]): row for row in found.relations.rows()}
    assert set(rows) == {(relation, who) for relation in ("reports_to", "advises") for who in ("chen", "liu", "wang")}
    assert rows["advises", "wang"]["reach"] == 0.5 and rows["advises", "chen"]["reach"] == 0
    assert rows["advises", "wang"]["eigenvector"] is None  # no circle
    assert rows["advises", "liu"]["constraint"] is None  # no contacts
    assert set(found.attenuation) == {"all", "reports_to", "advises"}
    assert len(found.sentences) == 4
    with pytest.raises(bg.InputError, match="attenuation|beta"):
        bg.load(small()).power(attenuation=50)
    assert "person" in found._repr_html_()


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_structure_is_that_of_networkx(file):
    found = bg.load(file).structure()
    network = positive_network(file)
    touch = nx.Graph(network.edges())
    assert set(found.articulation_people) == set(nx.articulation_points(touch))
    assert {frozenset(pair) for pair in found.bridges} == {frozenset(pair) for pair in nx.bridges(touch)}
    joined = network.copy()
    joined.add_edges_from(("us", contact, {"loss": 0}) for contact in found.contacts)
    for row, lists in zip(found.rows(), found.details, strict=True):
        who = row["decider"]
        if row["contact"]:
            assert row["introduction"] == who and row["carries"] == 1
            continue
        if not found.contacts or not nx.has_path(joined, "us", who):
            assert row["introduction"] is None and row["gatekeepers"] is None
            continue
        assert -log(row["carries"]) == pytest.approx(nx.shortest_path_length(joined, "us", who, weight="loss"))
        every = [set(path[1:-1]) for path in nx.all_simple_paths(joined, "us", who)]
        assert set(lists["gatekeepers"]) == set.intersection(*every) - set(found.contacts)  # others than our contacts
        if row["smallest_cut"] is not None:
            others = network.copy()
            others.remove_nodes_from(lists["smallest_cut"])
            assert not any(nx.has_path(others, contact, who) for contact in found.contacts)


def test_the_way_in_by_hand():
    line = changed(("people/2/reports_to", "liu"), ("ties", []), ("team", [{"id": "t", "knows": ["wang"]}]))
    found = bg.load(line).structure()
    ((row,), (lists,)) = found.rows(), found.details
    assert (row["decider"], row["share"], row["contact"]) == ("chen", 1, False)
    assert (row["introduction"], row["gatekeepers"], row["smallest_cut"]) == ("wang → liu → chen", "liu", "liu")
    assert lists == {"introduction": ["wang", "liu", "chen"], "gatekeepers": ["liu"], "smallest_cut": ["liu"]}
    assert bg.load(small()).structure().contacts == [] and len(bg.load(small()).structure()) == 0
    with pytest.raises(bg.InputError):
        bg.load(small()).structure("fr")


def test_seen_by_a_rival_every_outcome_keeps_its_chance():
    deal = bg.load(small())
    theirs = deal.seen_by("rival")
    assert theirs.compile().ours == "rival"
    one, other = deal.forecast(), theirs.forecast()
    for offer, chance in one.outcomes.items():
        error = one.standard_error[offer] + other.standard_error[offer]
        assert other.outcomes[offer] == pytest.approx(chance, abs=4 * error)
    assert theirs.seen_by("us").forecast().outcomes == pytest.approx(one.outcomes)
    for wrong in ("us", "stay", "nobody"):
        with pytest.raises(bg.InputError, match="rival"):
            deal.seen_by(wrong)


def test_every_table_leaves_as_arrow_pandas_and_polars():
    for file in EXAMPLES:
        deal = bg.load(file)
        why, power = deal.explain(), deal.power(samples=64)
        for table in (why, why.people, why.concerns, why.ties, why.chains, power, power.relations, deal.structure()):
            rows = len(table)
            assert table.to_arrow().num_rows == len(table.to_pandas()) == len(table.to_polars()) == rows
            assert table._repr_html_().count("<tr>") == rows + 1


def test_shares_of_an_explanation_add_up():
    for file in EXAMPLES:
        found = bg.load(file).explain()
        assert sum(found.people["share"]) == pytest.approx(found.margin, abs=1e-12)
        of_concerns = sum(row["contribution"] for row in found.rows() if row["kind"] == "concern")
        assert sum(found.concerns["share"]) == pytest.approx(of_concerns, abs=1e-12)
        sizes = [abs(value) for value in found.chains["contribution"]]
        assert sizes == sorted(sizes, reverse=True) and len(sizes) <= 10


def test_the_share_of_a_tie_is_what_the_margin_loses_without_it():
    without = bg.load(changed(("ties", []), ("evidence", []))).explain().margin
    with_tie = bg.load(changed(("evidence", []))).explain()
    (alone,) = [row for row in with_tie.ties.rows() if row["relation"] == "advises"]
    assert alone["share"] == pytest.approx(with_tie.margin - without, abs=1e-12)  # without evidence nothing is re-read
    assert (alone["from"], alone["to"]) == ("wang", "chen")

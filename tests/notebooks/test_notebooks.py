"""The notebooks of docs/notebooks: they run, show what they say, agree with the package, and hold no outputs."""

import json
import os
import re
from pathlib import Path

import nbformat
import pytest
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient

import buygraph as bg

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "notebooks"
NOTEBOOKS = {path.name: nbformat.read(path, as_version=4) for path in sorted(FOLDER.glob("*.ipynb"))}
NEED_DATA = {"real-network.ipynb"}
SHOWN = {"image/png", "image/svg+xml", "text/html"}

# What each notebook has found, by names of its own; as JSON.
FIRST_DEAL = "[forecast.outcomes, forecast.variance, spots['size'], heard.change.outcomes, heard.change.before.win]"
FOUND = {
    "first-deal.ipynb": FIRST_DEAL,
    "first-deal.zh.ipynb": FIRST_DEAL,
    "why-and-what-if.ipynb": "[why.margin, why.people.to_dict(), power['decision_influence'], slopes['derivative'],"
    " moved.win, edited.win, negotiation['win'], negotiation.nash, cheaper.difference]",
    "pipeline.ipynb": "[euros, totals, steps, predicted, happened]",
    "real-network.ipynb": "[leaders, share, between, mean, ranked, sorted(advisers)]",
}


def of(name):
    """Tests that run one notebook go to one process, so that it runs once."""
    return pytest.mark.xdist_group(name)


@pytest.fixture(scope="module")
def ran():
    """Runs a notebook once: the cells with their outputs, and what it has found."""
    done = {}

    def run(name):
        if name in NEED_DATA and not os.environ.get("BUYGRAPH_DATA"):
            pytest.skip(f"{name} reads public data: set BUYGRAPH_DATA to their folder")
        if name not in done:
            notebook = nbformat.from_dict(NOTEBOOKS[name])
            last = f"import json\nprint(json.dumps({FOUND[name]}))"
            notebook.cells = [*notebook.cells, nbformat.v4.new_code_cell(last)]
            place = {"metadata": {"path": str(FOLDER)}}
            manager = AsyncKernelManager(kernel_name="python3")
            NotebookClient(notebook, km=manager, timeout=120, resources=place).execute()
            *cells, found = notebook.cells
            done[name] = cells, json.loads(found.outputs[0].text)
        return done[name]

    return run


def test_there_are_four_and_a_twin():
    assert set(NOTEBOOKS) == set(FOUND)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_nothing_of_a_run_is_kept(name):
    for cell in NOTEBOOKS[name].cells:
        if cell.cell_type == "code":
            assert cell.outputs == [] and cell.execution_count is None
        assert not cell.metadata
    assert set(NOTEBOOKS[name].metadata) == {"kernelspec", "language_info"}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_prose_stands_before_every_cell_and_begins_in_chinese(name):
    kinds = [cell.cell_type for cell in NOTEBOOKS[name].cells]
    assert kinds[0] == "markdown" and "code code" not in " ".join(kinds)
    title, first, *_ = NOTEBOOKS[name].cells[0].source.split("\n\n")
    assert title.startswith("# ") and len(re.findall("[\u4e00-\u9fff]", first)) > 40
    assert all(len(cell.source.splitlines()) <= 26 for cell in NOTEBOOKS[name].cells)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_links_lead_to_files(name):
    for cell in NOTEBOOKS[name].cells:
        if cell.cell_type == "markdown":
            for link in re.findall(r"\]\(([^)#:]+)\)", cell.source):
                assert (FOLDER / link).resolve().exists(), link


@pytest.mark.parametrize("name", [pytest.param(name, marks=of(name)) for name in NOTEBOOKS])
def test_every_cell_runs_and_ends_in_a_table_or_a_picture(name, ran):
    cells, _ = ran(name)
    for number, cell in enumerate(cells):
        if cell.cell_type == "code":
            assert [one.output_type for one in cell.outputs] in (["execute_result"], ["display_data"]), (
                number,
                cell.outputs,
            )
            assert SHOWN & set(cell.outputs[0].data), number


@pytest.mark.parametrize("name", [pytest.param(name, marks=of(name)) for name in NOTEBOOKS if name.startswith("first")])
def test_a_first_deal_is_what_the_package_gives(name, ran):
    chinese = name.endswith(".zh.ipynb")
    deal = bg.load(ROOT / "docs" / ("example.zh.json" if chinese else "example.json"))
    forecast = deal.forecast()
    who, informant = ("zhao", "lin") if chinese else ("moor", "lind")
    heard = deal.answer("stance", who, 0.6, informant=informant)
    cells, (outcomes, variance, sizes, after, before) = ran(name)
    assert outcomes == forecast.outcomes and before == forecast.win and variance == forecast.variance
    assert sizes == deal.blind_spots()["size"] and after == heard.change.outcomes
    assert cells[1].outputs[0].data["image/svg+xml"] == deal.map(language="zh" if chinese else "en")
    # what the prose says
    assert max(outcomes, key=outcomes.get) == "stay" and max(variance, key=variance.get) == "deviations"
    assert deal.blind_spots()["kind"][:2] == ["vacant_seat", "no_path"]
    assert set(deal.standings()["sureness"]) == {"a guess"}
    moved = dict(zip(heard.deal.standings()["person"], heard.deal.standings()["stance"], strict=True))
    assert moved[who] == "somewhat for us"
    assert dict(zip(deal.standings()["person"], deal.standings()["stance"], strict=True))[who] == "between"


def test_the_twins_have_the_same_code_but_for_names():
    def code(name):
        return [cell.source for cell in NOTEBOOKS[name].cells if cell.cell_type == "code"]

    english, chinese = code("first-deal.ipynb"), code("first-deal.zh.ipynb")
    assert len(english) == len(chinese)
    for one, other in zip(english, chinese, strict=True):
        calls = [re.findall(r"\.(\w+)\(", text) for text in (one, other)]
        assert set(calls[0]) == set(calls[1])


@of("why-and-what-if.ipynb")
def test_why_and_what_if_is_what_the_package_gives(ran):
    deal = bg.load(ROOT / "examples" / "deals" / "05-divided-committee.en.json")
    why, power, slopes = deal.explain(), deal.power(), deal.sensitivities()
    moved = deal.move([{"kind": "leaning", "person": "steiner", "offer": "ours", "by": 0.3}])
    edited = deal.what_if({"people/steiner/leaning/ours": 0.3})
    negotiation, cheaper = deal.negotiate(), deal.at_terms({"price": 9_500_000})
    found = [why.margin, why.people.to_dict(), power["decision_influence"], slopes["derivative"], moved.win, edited.win]
    found += [negotiation["win"], negotiation.nash, cheaper.difference]
    assert ran("why-and-what-if.ipynb")[1] == json.loads(json.dumps(found))
    # what the prose says
    shares = sorted(why.people["share"], key=abs)
    assert shares[-1] * shares[-2] < 0 and abs(sum(shares[-2:])) < 0.2 * abs(shares[-1])
    assert power["person"][power["decision_influence"].index(max(power["decision_influence"]))] == "steiner"
    assert power["person"][power["betweenness"].index(max(power["betweenness"]))] != "steiner"
    assert edited.win < moved.win and cheaper.difference["ours"] < 0
    now = next(offer for offer in deal.to_dict()["offers"] if offer["kind"] == "ours")["terms"]["price"]
    best = negotiation["price"][negotiation["win"].index(max(negotiation["win"]))]
    step = max(b - a for a, b in zip(negotiation["price"], negotiation["price"][1:], strict=False))
    assert abs(best - now) <= step


@of("pipeline.ipynb")
def test_the_pipeline_is_what_the_package_gives(ran):
    rows = bg.Portfolio(bg.simulate(150, seed=3), samples=256).forecast(steps=True)

    def euros(table):
        return [row for row in table.rows() if row["currency"] == "EUR"]

    more = bg.simulate(1000, seed=7)
    totals = [euros(rows.pipeline(shock=shock))[-1] for shock in (0, 0.05, 0.2)]
    found = [euros(rows.pipeline(by="quarter")), totals, euros(rows.attention())[:5]]
    found += [bg.Portfolio(more, samples=128).forecast()["win"], more.truth["won"]]
    assert ran("pipeline.ipynb")[1] == json.loads(json.dumps(found))
    # what the prose says
    assert next(row for row in found[0] if row["group"] == "2026-Q4")["deals"] == 9
    assert len({total["expected"] for total in totals}) == 1
    spreads = [total["high"] - total["low"] for total in totals]
    assert spreads == sorted(spreads)


@of("real-network.ipynb")
def test_the_real_network_is_what_the_package_gives(ran):
    leaders, share, between, mean, ranked, advisers = ran("real-network.ipynb")[1]
    assert len(set(leaders.values())) == 3
    assert sum(share.values()) == pytest.approx(1) and mean == pytest.approx(max(share.values()), abs=1e-8)
    # Betweenness of this network by networkx, whose ties go the same way.
    import csv

    import networkx

    with (Path(os.environ["BUYGRAPH_DATA"]) / "krackhardt_advice.csv").open(encoding="utf-8") as file:
        graph = networkx.DiGraph((arc["target"], arc["source"]) for arc in csv.DictReader(file))
    assert between == pytest.approx(networkx.betweenness_centrality(graph))
    assert leaders["asked by most"] == max(graph, key=graph.out_degree)
    twice = [share[a] / share[b] for a in graph for b in graph if graph.out_degree(a) == graph.out_degree(b)]
    assert max(twice) > 1.8
    # After the one who decides come people whose advice he takes.
    assert ranked[0]["person"] == "7" and {row["person"] for row in ranked[1:]} <= set(advisers)

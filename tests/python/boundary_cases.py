"""Requests to the boundary (JSON in, JSON out), and what the Python package answers to the same questions.

Run as a program it writes them to a file, for the tests in node and in browsers.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import buygraph as bg
from buygraph.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples" / "deals"
DEALS = sorted(EXAMPLES.glob("*.json"))


@dataclass
class Case:
    """One question about a deal: as a request (its deal is filled in by who asks), and the answer that is expected."""

    deal: str
    call: str
    expected: dict[str, Any]
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{Path(self.deal).name}: {self.call} {json.dumps(self.fields, ensure_ascii=False)}"


def printed(*arguments: str) -> dict[str, Any]:
    """What the command line prints with --json."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main([*arguments, "--json"])
    assert code == 0, arguments
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def cases_of(path: Path) -> Iterator[Case]:
    deal = bg.load(path)
    document = deal.to_dict()
    language = document.get("language", "en")
    offers = {offer["kind"]: offer["id"] for offer in document["offers"]}
    ours, rival, person = offers["ours"], offers.get("competitor"), deal.compile().people[0]
    file, spoken = str(path), {"language": language}

    def case(call: str, verb: list[str], **fields: Any) -> Case:
        return Case(file, call, printed(*verb, "--lang", language), {**spoken, **fields})

    for samples, seed in ((4096, 0), (1000, 7)):
        options = ["--samples", str(samples), "--seed", str(seed)]
        answer = case("forecast", ["forecast", file, *options], samples=samples, seed=seed)
        answer.expected = {"buygraph": answer.expected["buygraph"], **answer.expected["forecasts"][0]}
        del answer.expected["file"]
        yield answer
    yield case("explain", ["explain", file])
    yield case("explain", ["explain", file, "--decider", person, "--gate", "buy"], decider=person, gate="buy")
    yield case("power", ["power", file])
    yield case("structure", ["structure", file])
    yield case("blind_spots", ["blind-spots", file])
    yield case("coverage", ["coverage", file])
    yield case("qualification", ["qualification", file])
    moves = [{"kind": "leaning", "person": person, "offer": ours, "by": 0.2}, {"kind": "veto_line", "by": 0.05}]
    moved = case("move", ["move", file, "--moves", json.dumps(moves)], moves=moves)
    yield moved
    changed = {key: value for key, value in moved.expected.items() if key != "buygraph"}
    yield Case(file, "page", {"forecast": changed}, {**spoken, "changes": moves})
    edits = {f"people/{person}/susceptibility": 0.31, f"offers/{ours}/ratings/cost": 6.5}
    changes = [f"{path}={value}" for path, value in edits.items()]
    yield case("what_if", ["what-if", file, *changes], edits=edits)
    yield Case(file, "page_section", {"section": {"tag": "section"}}, {**spoken, "section": "price", "samples": 64})
    yield case("messages", ["messages", file])
    yield case("questions", ["questions", file, "--most", "5"], most=5)
    yield case("negotiate", ["negotiate", file])
    yield case("brief", ["brief", file, person], person=person)
    told = {"kind": "stance", "about": person, "value": 0.3, "informant": "a colleague"}
    yield case("answer", ["answer", file, "stance", person, "0.3", "--informant", "a colleague"], **told)
    if rival:
        yield case("rival_plan", ["rival-plan", file, rival, "--most", "1"], rival=rival, most=1)
    if deal.to_dict().get("team"):
        zipper = case("zipper", ["zipper", file])
        del zipper.expected["files"]
        yield zipper
        yield case("plan", ["plan", file, "--weeks", "2", "--all-actions"], weeks=2, all_actions=True)
    rows = list(deal.sensitivities().rows())
    yield Case(file, "sensitivities", {"sensitivities": rows, "samples": 4096, "seed": 0})
    # `people` has a few columns more than the table of standings.
    yield Case(file, "people", {"people": list(deal.standings(language).rows())}, spoken)
    yield Case(file, "map", {"svg": bg._core.account_map(deal, deal.compile(), language)}, {**spoken, "svg": True})
    scale = "stance_to_us"
    svg = bg._core.account_map(deal, deal.compile(), language, scale=scale)
    yield Case(file, "map", {"svg": svg}, {**spoken, "scale": scale, "svg": True})
    yield Case(file, "export", {"text": deal.to_json()})


def cases() -> Iterator[Case]:
    for path in DEALS:
        yield from cases_of(path)


def differences(expected: Any, answered: Any, tolerance: float, at: str = "") -> Iterator[str]:
    """Where an answer is not what was expected; fields that the answer has more are no difference."""
    if isinstance(expected, dict) and isinstance(answered, dict):
        for key, value in expected.items():
            if key in answered:
                yield from differences(value, answered[key], tolerance, f"{at}/{key}")
            else:
                yield f"{at}/{key} is missing"
    elif isinstance(expected, list) and isinstance(answered, list) and len(expected) == len(answered):
        for index, (one, other) in enumerate(zip(expected, answered, strict=True)):
            yield from differences(one, other, tolerance, f"{at}/{index}")
    elif isinstance(expected, bool) or isinstance(answered, bool) or not isinstance(expected, int | float):
        if expected != answered or type(expected) is not type(answered):
            yield f"{at}: {expected!r} is expected, {answered!r} is answered"
    elif not isinstance(answered, int | float) or abs(expected - answered) > tolerance * max(1, abs(expected)):
        yield f"{at}: {expected!r} is expected, {answered!r} is answered"


if __name__ == "__main__":
    texts = {str(path): path.read_text() for path in DEALS}
    Path(sys.argv[1]).write_text(
        json.dumps({"deals": texts, "cases": [vars(case) for case in cases()]}, ensure_ascii=False)
    )

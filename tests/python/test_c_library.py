"""The C library, called by ctypes: what it answers is what the package answers."""

from __future__ import annotations

import ctypes
import json
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boundary_cases
import pytest

import buygraph as bg

ROOT = Path(__file__).parents[2]


class Library:
    """libbuygraph as ctypes sees it: texts in, status and texts out."""

    def __init__(self, path: Path) -> None:
        self.c = ctypes.CDLL(str(path))
        self.c.buygraph_version.restype = ctypes.c_char_p
        pointer = ctypes.POINTER(ctypes.c_char_p)
        self.c.buygraph_answer.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, pointer, ctypes.c_void_p]
        self.c.buygraph_free.argtypes = [ctypes.c_char_p]
        self.c.buygraph_close.argtypes = [ctypes.c_void_p]

    def open(self) -> ctypes.c_void_p:
        session = ctypes.c_void_p()
        assert self.c.buygraph_open(ctypes.byref(session)) == 0
        return session

    def ask(self, session: ctypes.c_void_p, call: str, **fields: Any) -> tuple[int, dict[str, Any]]:
        request = json.dumps({"call": call, **fields}).encode()
        reply = ctypes.c_char_p()
        status = self.c.buygraph_answer(session, request, len(request), ctypes.byref(reply), None)
        answer: dict[str, Any] = json.loads(reply.value or b"null")
        self.c.buygraph_free(reply)
        return status, answer


@pytest.fixture(scope="module")
def library() -> Library:
    """Built by the tests in C++; here it is only brought up to date, which takes minutes if they have not run."""
    for command in (["cmake", "--preset", "dev"], ["cmake", "--build", "--preset", "dev", "--target", "buygraph_c"]):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    return Library(ROOT / "build" / "dev" / "src" / "libbuygraph.so")


@pytest.fixture
def session(library: Library) -> Iterator[ctypes.c_void_p]:
    session = library.open()
    yield session
    library.c.buygraph_close(session)


@pytest.mark.parametrize("path", boundary_cases.DEALS, ids=lambda path: path.stem)
def test_every_call_answers_what_the_package_answers(library: Library, session: ctypes.c_void_p, path: Path) -> None:
    status, loaded = library.ask(session, "load", source=path.read_text())
    assert status == 0 and loaded["name"] == bg.load(path).name
    asked = set()
    for case in boundary_cases.cases_of(path):
        status, answer = library.ask(session, case.call, deal=loaded["deal"], **case.fields)
        assert status == 0, (case.name, answer)
        # Errors of money are differences of sums as large as the deal.
        tolerance = 1e-10 if case.call == "negotiate" else 1e-12
        assert not list(boundary_cases.differences(case.expected, answer, tolerance)), case.name
        asked.add(case.call)
    assert len(asked) >= 17


def test_edits_and_moves_together_are_the_moves_of_the_edited_deal(library: Library, session: ctypes.c_void_p) -> None:
    path = boundary_cases.DEALS[0]
    deal = bg.load(path)
    person, ours = deal.compile().people[0], deal.compile().ours
    edits = {f"people/{person}/susceptibility": 0.7}
    moves = [{"kind": "leaning", "person": person, "offer": ours, "by": -0.1}]
    _, loaded = library.ask(session, "load", source=path.read_text())
    about = {"deal": loaded["deal"], "edits": edits, "moves": moves}
    _, answer = library.ask(session, "what_if", **about)
    after = deal.with_edits(edits).move(moves).outcomes
    before = deal.forecast().outcomes
    for offer in after:
        assert answer["after"][offer] == pytest.approx(after[offer], abs=1e-12)
        assert answer["difference"][offer] == pytest.approx(after[offer] - before[offer], abs=1e-12)
    _, exported = library.ask(session, "export", **about)
    reopened = bg.load(exported["text"])
    assert reopened == deal.with_edits({**edits, "moves": moves})


def test_versions_are_compared_and_pairs_found_over_several_deals(library: Library, session: ctypes.c_void_p) -> None:
    path = boundary_cases.DEALS[0]
    old = bg.load(path)
    person = old.compile().people[0]
    new = old.with_edits({f"people/{person}/susceptibility": 0.7, "value": 5})
    numbers = [library.ask(session, "load", source=deal.to_dict())[1]["deal"] for deal in (old, new)]
    _, answer = library.ask(session, "compare", deal=numbers[0], to=numbers[1])
    found = bg.compare(old, new)
    assert answer["change"] == pytest.approx(found.change, abs=1e-12)
    assert [row["sentence"] for row in answer["edits"]] == found["sentence"]
    _, answer = library.ask(session, "zipper", deals=numbers)
    assert [row["sentence"] for row in answer["pairs"]] == bg.zipper([old, new])["sentence"]


def test_faults_are_those_of_the_package_in_both_languages(library: Library, session: ctypes.c_void_p) -> None:
    broken = {"buygraph": 1, "name": "x", "offers": [{"id": "us", "kind": "ours", "prise": 3}], "people": [{"id": 4}]}
    faults = bg.validate(broken)
    for language in ("en", "zh"):
        status, answer = library.ask(session, "load", source=broken, language=language)
        assert status == 1
        assert [fault["pointer"] for fault in answer["error"]["faults"]] == [fault.pointer for fault in faults]
        for fault, row in zip(faults, answer["error"]["faults"], strict=True):
            assert row["message"] in fault.describe(language)
    assert library.ask(session, "validate", source=broken)[1]["faults"] == answer_of(faults)


def answer_of(faults: list[bg.Fault]) -> list[dict[str, str]]:
    fields = ("pointer", "message", "given", "allowed", "suggestion")
    return [{field: getattr(fault, field) for field in fields} for fault in faults]


def test_sessions_run_side_by_side(library: Library) -> None:
    path = boundary_cases.DEALS[0]
    expected = bg.load(path).forecast(samples=2048).win
    found = []

    def work() -> None:
        session = library.open()
        _, loaded = library.ask(session, "load", source=path.read_text())
        found.append(library.ask(session, "forecast", deal=loaded["deal"], samples=2048)[1]["win"])
        library.c.buygraph_close(session)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [pytest.approx(expected, abs=1e-12)] * 4


def test_the_version_is_the_package_s(library: Library) -> None:
    assert library.c.buygraph_version().decode() == bg.__version__

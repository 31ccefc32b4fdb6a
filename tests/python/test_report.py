"""Reports as files: what is in them, what never is, and that nothing leaves them."""

import base64
import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
from cli_process import run

import buygraph as bg
from buygraph import report
from buygraph.report._document import DEALS_SCRIPT, SCRIPT

DEALS = sorted((Path(__file__).parents[2] / "examples" / "deals").glob("*.json"))
HOSTILE = {
    "account": "<script>alert(1)</script>",
    "people/chen/name": '"><img src=x onerror=alert(1)>',
    "people/liu/name": "</script><b>'\"",
    "people/wang/name": "\u0639\u0644\u064a " + "x" * 10_000,
    "notes": "</style><script>alert(2)</script>",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    place = tmp_path_factory.mktemp("pages")
    written = report.write_reports([(file.stem, bg.load(file)) for file in DEALS], place, samples=256, live=False)
    return {page.name: page.read_text("utf-8") for page in written}


def test_a_page_a_deal_and_one_over_all(pages):
    assert list(pages)[0] == "index.html"
    assert len(pages) == len(DEALS) + 1
    for file in DEALS:
        assert f'href="{file.stem}.html"' in pages["index.html"]
        assert 'href="index.html"' in pages[f"{file.stem}.html"]


def test_nothing_is_fetched_and_nothing_runs(pages):
    for name, page in pages.items():
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1]
        style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
        hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"style-src 'sha256-{hashed}'" in policy, name
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        body = page[page.index("<body>") :]
        assert not re.search(r"<script|<img|<link|<iframe|\sstyle=|\son\w+=|https?:|//[a-z]", body), name
        assert len(page.encode()) < 2_000_000


def test_both_languages_are_in_it_with_the_forecast_in_both(pages):
    for file in DEALS:
        page = pages[f"{file.stem}.html"]
        win = bg.load(file).forecast(samples=256).win
        for language in ("zh", "en"):
            part = page[page.index(f'<main class="page" data-language="{language}"') :].split("</main>")[0]
            assert f'<td class="chance">{win:.0%}</td>' in part


def strings(value):
    """Every text in a document that people wrote."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


def test_redacted_pages_hold_no_original_name(tmp_path):
    written = report.write_reports([(file.stem, bg.load(file)) for file in DEALS], tmp_path, redact=True, samples=64)
    assert [page.name for page in written] == ["index.html", *(f"deal-{at}.html" for at in range(1, len(DEALS) + 1))]
    whole = "".join(page.read_text("utf-8") for page in written)
    assert "Technical 1" in whole and "技术 1" in whole
    for file in DEALS:
        deal = json.loads(file.read_text("utf-8"))
        names = {deal["name"], deal["account"], deal.get("id"), deal.get("owner"), deal.get("notes")}
        people = deal["people"] + deal["team"]
        names |= {text for one in people for text in (one.get("name"), one.get("title"))}
        names |= {offer.get("name") for offer in deal["offers"] if offer["kind"] == "competitor"}
        ids = {person["id"] for person in deal["people"]}
        names |= {seen["source"] for seen in deal.get("evidence", []) if seen.get("source") not in ids | {None}}
        for name in names - {None, ""}:
            assert name not in whole, f"{file.name}: {name}"


def test_hostile_names_are_text(tmp_path):
    edits = dict(HOSTILE)
    roles = {"chen": "decision_maker", "liu": "technical", "wang": "user"}
    people = [{"id": name, "roles": [role]} for name, role in roles.items()]
    offers = [{"id": "us", "kind": "ours"}, {"id": "rival", "kind": "competitor"}]
    deal = bg.load({"buygraph": 1, "name": "x", "offers": offers, "people": people}).with_edits(edits)
    page = report.account_html(deal, samples=64, live=False)
    body = page[page.index("<body>") :]
    assert not re.search(r"<script|<img|<b>|</style", body)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in body
    assert len(page.encode()) < 2_000_000


def test_files_have_names_that_every_system_takes(tmp_path):
    deal = bg.load(DEALS[6])
    names = ["../../up", "a b", "A b", "index", ""]
    written = report.write_reports([(name, deal) for name in names], tmp_path, samples=16)
    plain = ["index.html", "up.html", "a-b.html", "A-b-2.html", "index-2.html", "deal.html"]
    assert [page.name for page in written] == plain
    assert {page.parent for page in written} == {tmp_path}


def test_deal_report_writes_one_file_or_raises(tmp_path):
    deal = bg.load(DEALS[6])
    deal.report(tmp_path / "account.html", language="zh", samples=64)
    page = (tmp_path / "account.html").read_text("utf-8")
    assert page.startswith('<!doctype html>\n<html lang="zh">')
    assert 'id="language-zh" checked' in page
    assert "index.html" not in page
    with pytest.raises(bg.FileError):
        deal.report(tmp_path / "missing" / "account.html", samples=16)
    with pytest.raises(bg.InputError):
        deal.report(tmp_path / "account.html", language="fr", samples=16)


def test_the_verb_leaves_out_what_has_faults(tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text('{"buygraph": 1}')
    done = run("report", str(DEALS[6]), str(broken), "-o", str(tmp_path / "out"), "--lang", "en")
    assert done.returncode == 1
    assert done.stdout == f"written: {tmp_path / 'out' / DEALS[6].stem}.html\n"
    assert "broken.json" in done.stderr
    assert [page.name for page in (tmp_path / "out").iterdir()] == [f"{DEALS[6].stem}.html"]


def test_a_pdf_is_printed_and_without_a_browser_the_hint_is_clear(tmp_path, monkeypatch):
    page = report.write_reports([("deal", bg.load(DEALS[6]))], tmp_path, samples=64)[0]
    pdf = report.to_pdf(page)
    assert pdf == tmp_path / "deal.pdf"
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deal.html", "deal.pdf"]
    before = pdf.read_bytes()
    with pytest.raises(bg.Error, match="does not print deal.html"):
        report.to_pdf(page, browser="/bin/false")
    assert pdf.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deal.html", "deal.pdf"]
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(bg.Error, match="no browser to print with"):
        report.to_pdf(page)


def test_a_live_page_holds_its_script_and_the_deal_and_a_static_one_neither():
    deal = bg.load(DEALS[0])
    if not SCRIPT.exists():
        with pytest.raises(bg.Error, match="build-web"):
            report.account_html(deal, samples=64, live=True)
        assert "<script" not in report.account_html(deal, samples=64)
        return
    text = report.account_html(deal, samples=64, live=True)
    script, data = re.findall(r"<script(?: type=\"application/json\")?>(.*?)</script>", text, re.S)
    held = json.loads(data)
    (kept,) = held["deals"].values()
    assert json.loads(kept) == deal.to_dict()
    assert set(held["words"]["zh"]) == set(held["words"]["en"])
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}' 'wasm-unsafe-eval'; worker-src blob:" in text
    assert len(text.encode()) < 2_000_000
    static = report.account_html(deal, samples=64, live=False)
    assert "<script" not in static
    assert "script-src" not in static


def test_a_redacted_live_page_holds_the_redacted_deal_alone():
    if not SCRIPT.exists():
        return  # the test before this one has said what is missing
    deal = bg.load(DEALS[0])
    text = report.account_html(deal, samples=64, redact=True, live=True)
    held = json.loads(re.search(r'<script type="application/json">(.*?)</script>', text, re.S).group(1))
    assert set(held["deals"]) == {"zh", "en"}
    for person in deal.to_dict()["people"]:
        assert person.get("name", person["id"]) not in text


def test_the_page_over_all_sorts_and_finds_by_a_script_of_its_own_and_computes_nothing(tmp_path):
    named = [(file.stem, bg.load(file)) for file in DEALS[:2]]
    if not DEALS_SCRIPT.exists():
        with pytest.raises(bg.Error, match="build-web"):
            report.portfolio_html([deal for _, deal in named], ["a", "b"], samples=16, live=True)
        return
    page = report.write_reports(named, tmp_path, samples=16)[0].read_text("utf-8")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.S)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'\"" in page
    assert "unsafe" not in page and "application/json" not in page

"""The verbs portfolio and simulate."""

import json
import os
import pty
import signal
import subprocess
import sys
import time

import pyarrow.parquet
import pytest
from cli_process import run

import buygraph as bg
from buygraph.cli import main


@pytest.fixture(scope="module")
def deals(tmp_path_factory):
    path = tmp_path_factory.mktemp("portfolio") / "deals.ndjson"
    bg.simulate(25, seed=6).write(path)
    return path


def test_rows_into_a_file_and_the_revenue_on_the_screen(deals, tmp_path, capsys):
    out = tmp_path / "rows.parquet"
    assert main(["portfolio", str(deals), "-o", str(out), "--samples", "64", "--by", "year", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "25 deals × 64 samples" in shown and "the kernel alone" in shown and "Expected won" in shown
    assert "¥" in shown and "€" in shown and "2027" in shown and "Uncalibrated" in shown
    assert pyarrow.parquet.read_table(out)["win"].to_pylist() == bg.Portfolio(deals, samples=64).forecast()["win"]
    assert main(["portfolio", str(deals), "--samples", "64", "--lang", "zh"]) == 0
    assert "25 宗商机" in capsys.readouterr().out


def test_json_holds_the_pipeline(deals, capsys):
    assert main(["portfolio", str(deals), "--samples", "64", "--by", "owner", "--shock", "0.1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    expected = bg.Portfolio(deals, samples=64).pipeline("owner", shock=0.1)
    assert found["pipeline"] == list(expected.rows())
    assert (found["deals"], found["faulty"], found["calibrated"]) == (25, 0, False)
    assert 0 < found["kernel_seconds"] <= found["seconds"] * found["threads"]


def test_faulty_deals_are_counted_and_end_well_unless_all_are(tmp_path, capsys):
    path = tmp_path / "deals.ndjson"
    path.write_text("[]\n" + json.dumps(bg.simulate(1)[0].to_dict()))
    assert main(["portfolio", str(path), "--samples", "16", "--lang", "en"]) == 0
    assert "1 of them with faults" in capsys.readouterr().out
    path.write_text("[]\n")
    assert main(["portfolio", str(path), "--samples", "16"]) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["none.ndjson"],
        ["{deals}", "--shock", "1"],
        ["{deals}", "-o", "rows.xlsx"],
        ["{deals}", "--sql", "SELECT 1", "-o", "x.txt"],
    ],
)
def test_what_is_wrong_is_said_in_one_line(deals, arguments):
    ran = run("portfolio", *[argument.format(deals=deals) for argument in arguments], "--samples", "16")
    assert ran.returncode == 1 and len(ran.stderr.splitlines()) == 1 and "Traceback" not in ran.stderr


def test_simulate_writes_deals_and_their_truth(tmp_path, capsys):
    deals, truth = tmp_path / "deals.parquet", tmp_path / "truth.csv"
    assert main(["simulate", str(deals), "--deals", "7", "--seed", "3", "--truth", str(truth)]) == 0
    assert pyarrow.parquet.read_table(deals).equals(bg.simulate(7, seed=3).to_arrow())
    lines = truth.read_text().splitlines()
    assert len(lines) == 8 and lines[0].startswith("deal,outcome,won")
    assert main(["simulate", str(tmp_path / "deals.xlsx")]) == 1


def test_progress_on_a_terminal_and_nowhere_else(deals):
    assert run("portfolio", deals, "--samples", "16").stderr == ""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "buygraph", "portfolio", str(deals), "--samples", "16", "--lang", "en"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=slave)
    os.close(slave)
    shown = b""
    while True:
        try:
            shown += os.read(master, 4096)
        except OSError:
            break
    os.close(master)
    assert process.wait() == 0 and b"25 deals" in shown and shown.endswith(b"\r\x1b[K")


@pytest.mark.parametrize("sql", [(), ("--sql", "FROM forecasts")])
def test_ctrl_c_ends_at_once_with_130_and_whole_files(tmp_path, sql):
    deals, out = tmp_path / "deals.parquet", tmp_path / "rows.parquet"
    bg.simulate(1500).write(deals)
    out.write_bytes(b"old")
    command = [sys.executable, "-m", "buygraph", "portfolio", str(deals), "-o", str(out), "--samples", "65536", *sql]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while len(list(tmp_path.iterdir())) < 3:  # until it writes beside its place
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    _, error = process.communicate(timeout=30)
    assert time.monotonic() - began < 5
    assert process.returncode == 130 and b"Traceback" not in error
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deals.parquet", "rows.parquet"]

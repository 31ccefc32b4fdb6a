"""Several threads at once, the interpreter's lock, and Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from alarm import Alarm, alarm
from random_deals import random_deal
from small_deals import small

import buygraph as bg


def test_many_threads_forecast_one_model_with_the_same_bits():
    model = bg.load(random_deal(5)).compile()
    expected = [model.forecast(samples=128, seed=seed).outcomes for seed in range(4)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda i: model.forecast(samples=128, seed=i % 4, threads=1 + i % 3).outcomes, range(64)))
    assert found == [expected[i % 4] for i in range(64)]


def test_many_threads_load_compile_and_explain_at_once():
    texts = [json.dumps(random_deal(seed), ensure_ascii=False) for seed in range(8)]
    broken = [text[:-1] for text in texts]

    def work(i):
        deal = bg.load(texts[i % 8])
        return deal.to_json(), deal.explain().to_dict(), bg.validate(broken[i % 8]), deal.standings().to_dict()

    expected = [work(i) for i in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(160))) == [expected[i % 8] for i in range(160)]


def test_exceptions_of_many_threads_stay_their_own():
    def fault(i):
        try:
            bg.load({**small(), "value": -1 - i})
        except bg.DealError as error:
            return error.faults[0].given

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(fault, range(200))) == [str(-1 - i) for i in range(200)]


def counting_during(work):
    """How far another thread counts from when the work has begun until it ends."""
    count, begun, ended = 0, threading.Event(), threading.Event()

    def counter():
        nonlocal count
        begun.wait()
        while not ended.is_set():
            count += 1
            time.sleep(0.0001)  # lets go of the lock itself

    thread = threading.Thread(target=counter, daemon=True)
    thread.start()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1000)  # the lock changes hands only where the work lets it go
    try:
        begun.set()
        work()
        return count
    finally:
        ended.set()
        sys.setswitchinterval(interval)
        thread.join()


def test_other_threads_run_during_a_forecast():
    model = bg.load(small()).compile()
    assert counting_during(lambda: model.forecast(samples=2**17, threads=1)) > 0


def test_other_threads_run_while_a_deal_is_parsed():
    text = json.dumps({**small(), "notes": "n" * 5_000_000})
    assert counting_during(lambda: [bg.load(text) for _ in range(10)]) > 0


def test_other_threads_run_during_influence():
    import numpy as np

    assert counting_during(lambda: bg.influence.control_matrix(np.eye(300), np.full(300, 0.5))) > 0


@pytest.mark.parametrize(
    "call",
    [
        "bg.load(sys.argv[1]).compile().forecast(samples=2**24, threads=1)",
        "bg.load(sys.argv[1]).compile().forecast(samples=2**24)",
        "bg.load(sys.argv[1]).forecast(samples=2**24, method='random')",
    ],
)
def test_ctrl_c_ends_a_long_forecast(call, tmp_path):
    bg.load(small()).save(tmp_path / "deal.json")
    script = (
        "import sys, buygraph as bg\nprint('begins', flush=True)\n"
        f"try: {call}\nexcept KeyboardInterrupt: print('interrupted')\nelse: print('ended')"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, tmp_path / "deal.json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "begins\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=30)  # it would take minutes
    assert (out, error) == ("interrupted\n", "")


def test_ctrl_c_ends_the_command_line_quietly(tmp_path):
    bg.load(small()).save(tmp_path / "deal.json")
    os.mkfifo(tmp_path / "pipe.json")
    process = subprocess.Popen(
        [sys.executable, "-m", "buygraph", "forecast", tmp_path / "pipe.json", "--samples", str(2**24)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    (tmp_path / "pipe.json").write_bytes((tmp_path / "deal.json").read_bytes())  # waits until the command reads it
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=30)
    assert process.returncode == 130 and "Traceback" not in error and out == ""


def test_a_handler_that_raises_is_heard():
    """Any signal handler's exception comes out of the forecast as it is."""
    with pytest.raises(Alarm), alarm(0.2):
        bg.load(small()).forecast(samples=2**24)

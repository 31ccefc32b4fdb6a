"""Whether the foundation is as fast as promised: forecasts, starts, and the build that a developer waits for.

    scripts/bench foundation        # prints each figure with its goal; --build measures compiling too (some minutes)

The folder of the 448 real deals is named by BUYGRAPH_DATA; without it that figure is left out, and said so.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from results import Results

import buygraph as bg

ROOT = Path(__file__).resolve().parents[1]
DEALS = sorted((ROOT / "examples" / "deals").glob("*.json"))


def best(run, times=7):
    """The least of several timings, in seconds: what the machine can do when nothing else runs."""
    least = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        least = min(least, time.perf_counter() - start)
    return least


def one_deal(results):
    """Every bundled deal's default forecast, proved equal for one thread and two."""
    for file in DEALS:
        model = bg.load(file).compile()
        assert model.forecast(threads=1).outcomes == model.forecast(threads=2).outcomes
        milliseconds = 1e3 * best(model.forecast)
        results.at_most(f"{file.stem}, {len(model.people)} people, {len(model.offers)} offers", milliseconds, "ms", 10)


def real_deals(results):
    if not os.environ.get("BUYGRAPH_DATA"):
        return results.note("448 real deals: left out, BUYGRAPH_DATA is not set")
    sys.path.insert(0, str(ROOT / "examples" / "real"))
    import csv

    import mapping

    path = Path(os.environ["BUYGRAPH_DATA"]) / "salvirt_b2b_sales.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    deals = [mapping.deal(row) for row in rows]

    def forecast_all():
        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(lambda deal: bg.load(deal).forecast(threads=1).win, deals))

    results.at_most(f"{len(deals)} real deals × 4,096 samples, two threads", best(forecast_all, 3), "s", 5)
    return None


def starts(results):
    environment = {**os.environ, "LANG": "C.UTF-8"}

    def start(*command):
        subprocess.run([sys.executable, *command], check=True, capture_output=True, env=environment)

    imported = best(lambda: start("-c", "import buygraph")) - best(lambda: start("-c", "pass"))
    forecast = best(lambda: start("-m", "buygraph", "forecast", str(DEALS[0])))
    results.at_most("import buygraph", imported, "s", 0.3)
    results.at_most("buygraph forecast FILE, in all", forecast, "s", 0.8)


def build(results):
    """What ninja's log says of the slowest unit, and the wait after touching a header of decision/."""
    folder = ROOT / "build" / "dev"

    def run(*command):
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    run("cmake", "--preset", "dev")
    run("cmake", "--build", "--preset", "dev")
    (ROOT / "include/buygraph/decision/votes.hpp").touch()
    wait = best(lambda: run("cmake", "--build", "--preset", "dev"), 1)
    results.at_most("incremental build after touching decision/votes.hpp", wait, "s", 60)

    units = json.loads((folder / "compile_commands.json").read_text())
    for extension in (ROOT / "build").glob("python-*"):  # what the last scripts/install-python compiled
        listed = subprocess.run(("ninja", "-t", "compdb"), cwd=extension, check=True, capture_output=True, text=True)
        units += [unit for unit in json.loads(listed.stdout) if unit["file"].endswith(".cpp")]
    slowest, heaviest = 0.0, 0.0
    for unit in units:
        start = time.perf_counter()
        done = subprocess.Popen(unit["command"], shell=True, cwd=unit["directory"])
        _, status, used = os.wait4(done.pid, 0)
        assert status == 0, unit["file"]
        took = time.perf_counter() - start
        if took > 15:
            name = unit["file"].removeprefix(str(ROOT) + "/")
            results.note(f"  {name:<60} {took:5.1f} s {used.ru_maxrss / 2**20:5.2f} GB")
        slowest = max(slowest, took)
        heaviest = max(heaviest, used.ru_maxrss / 2**20)
    results.at_most("slowest translation unit, compiled alone", slowest, "s", 20)
    results.at_most("heaviest translation unit", heaviest, "GB", 1.5)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", action="store_true")
    options = parser.parse_args()
    results = Results("foundation")
    for measure in (one_deal, real_deals, starts) + ((build,) if options.build else ()):
        measure(results)
    return results.finish()


if __name__ == "__main__":
    sys.exit(main())

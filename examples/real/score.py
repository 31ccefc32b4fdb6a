"""Forecasts the 448 deals in one run and compares with what happened: python examples/real/score.py

Reads salvirt_b2b_sales.csv from the folder that BUYGRAPH_DATA names. The file is no part of buygraph.
"""

from __future__ import annotations

import csv
import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

import buygraph as bg

sys.path.insert(0, str(Path(__file__).resolve().parent))
import mapping  # noqa: E402
import yardsticks  # noqa: E402
from yardsticks import Numbers, Row  # noqa: E402

FILE = "salvirt_b2b_sales.csv"
THREADS = 2
SAMPLES = 4096


def read(path: Path) -> list[Row]:
    """The rows as the file gives them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def won(rows: Sequence[Row]) -> Numbers:
    """1 for a deal that was won, 0 for one that was lost."""
    return np.array([{"Won": 1.0, "Lost": 0.0}[row["Status"]] for row in rows])


def distinct(rows: Sequence[Row]) -> list[int]:
    """Indices of the rows whose inputs and outcome no earlier row has."""
    first: dict[tuple[str, ...], int] = {}
    for index, row in enumerate(rows):
        first.setdefault(tuple(row.values()), index)
    return list(first.values())


def forecast(rows: Sequence[Row], samples: int = SAMPLES, threads: int = THREADS) -> Numbers:
    """P(ours) of every row: mapping, validation, compilation and forecast, each deal on one thread."""

    def win(row: Row) -> float:
        return float(bg.load(mapping.deal(row)).forecast(samples=samples, threads=1).win)

    with ThreadPoolExecutor(threads) as pool:
        return np.array(list(pool.map(win, rows)))


def placements(p: Numbers, outcome: Numbers) -> tuple[Numbers, Numbers]:
    """Of each won deal, the share of lost ones forecast lower; of each lost one, of won ones forecast higher.

    Ties count half.
    """
    ahead = np.sign(p[outcome == 1][:, None] - p[outcome == 0][None, :]) / 2 + 0.5
    return ahead.mean(axis=1), ahead.mean(axis=0)


def auc(p: Numbers, outcome: Numbers, other: Numbers | None = None) -> tuple[float, float]:
    """Chance that a won deal had a higher forecast than a lost one, and its standard error (DeLong et al. 1988).

    With another forecast of the same deals: by how much p's exceeds it, and the standard error of that.
    """
    of_won, of_lost = placements(p, outcome)
    if other is not None:
        won_by_other, lost_by_other = placements(other, outcome)
        of_won, of_lost = of_won - won_by_other, of_lost - lost_by_other
    variance = of_won.var(ddof=1) / len(of_won) + of_lost.var(ddof=1) / len(of_lost)
    return float(of_won.mean()), float(np.sqrt(variance))


def log_losses(p: Numbers, outcome: Numbers) -> Numbers:
    """−ln of the probability that was given to what happened, in nats; 0 for certainty that was right."""
    given = np.where(outcome == 1, p, 1 - p)
    return -np.log(given)


def briers(p: Numbers, outcome: Numbers) -> Numbers:
    """Squared distance of the probability from what happened, 0 to 1."""
    return (p - outcome) ** 2


def reliability(p: Numbers, outcome: Numbers, bins: int = 10) -> list[tuple[int, float, float]]:
    """Deals in bins of rising forecast and nearly equal size: how many, their mean forecast, the share that was won."""
    order = np.argsort(p, kind="stable")
    return [(len(part), float(p[part].mean()), float(outcome[part].mean())) for part in np.array_split(order, bins)]


def report(title: str, rows: Sequence[Row], p: Numbers) -> None:
    """Prints the scores of these rows."""
    outcome = won(rows)
    compared = {
        "base rate of these rows": yardsticks.base_rate(rows, outcome),
        "two answers counted, chosen with hindsight": yardsticks.two_answers(rows, outcome),
        "logistic regression, ten-fold": yardsticks.fitted(rows, outcome),
    }
    ceilings = {
        "ceiling of the mapped inputs": yardsticks.best(rows, outcome, yardsticks.mapped),
        "ceiling of all 22 inputs": yardsticks.best(rows, outcome, yardsticks.inputs),
    }
    print(f"\n{title}: {len(rows)} rows, {outcome.mean():.1%} won, mean forecast {p.mean():.1%}")
    print(f"  {'':44}{'AUC':>6}{'log loss':>10}{'Brier':>8}")
    for name, q in ({"buygraph, uncalibrated": p} | compared | ceilings).items():
        losses, squares = log_losses(q, outcome), briers(q, outcome)
        print(f"  {name:44}{auc(q, outcome)[0]:6.3f}{losses.mean():10.3f}{squares.mean():8.3f}")
    print("  AUC of buygraph {:.3f} ± {:.3f} (standard error)".format(*auc(p, outcome)))
    print("  buygraph less:")
    for name, q in compared.items():
        area, area_error = auc(p, outcome, q)
        lead = log_losses(p, outcome) - log_losses(q, outcome)
        error = lead.std(ddof=1) / np.sqrt(len(lead))
        text = f"    {name:42} AUC {area:+.3f} ± {area_error:.3f}, log loss {lead.mean():+.3f} ± {error:.3f}"
        print(text.replace(" -", " −"))
    print("  Tenths by forecast: mean forecast → share won")
    for count, expected, happened in reliability(p, outcome):
        print(f"    {count:3} deals  {expected:5.1%} → {happened:5.1%}")


def report_answers(rows: Sequence[Row], p: Numbers, columns: Sequence[str]) -> None:
    """Prints forecast, share won and AUC among the deals of each answer that at least 10 won and 10 lost deals have."""
    outcome = won(rows)
    print("\nBy answer, duplicates counted once: mean forecast → share won, and the AUC among these deals")
    for column in columns:
        for answer in mapping.ANSWERS[column]:
            these = np.array([row[column] == answer for row in rows])
            if min(np.sum(outcome[these] == 1), np.sum(outcome[these] == 0)) >= 10:
                area, error = auc(p[these], outcome[these])
                print(f"  {column + ' ' + answer:24}{these.sum():4} deals  ", end="")
                print(f"{p[these].mean():5.1%} → {outcome[these].mean():5.1%}  {area:.2f} ± {error:.2f}")


def main() -> int:
    """0, also where BUYGRAPH_DATA is not set; 1 where the file is not in it."""
    folder = os.environ.get("BUYGRAPH_DATA")
    if not folder:
        print(f"BUYGRAPH_DATA is not set: nothing is scored. Set it to a folder that holds {FILE}.")
        return 0
    path = Path(folder) / FILE
    if not path.is_file():
        print(f"{path} is not there.", file=sys.stderr)
        return 1
    rows = read(path)
    start = time.perf_counter()
    p = forecast(rows)
    seconds = time.perf_counter() - start
    speed = f"{seconds:.2f} s in all, {len(rows) / seconds:.0f} deals a second"
    print(f"{len(rows)} deals, {SAMPLES:,} samples each, {THREADS} threads: {speed}")
    print("Uncalibrated: no constant of the model was fitted to outcomes, of these deals or others.")
    once = distinct(rows)
    report("Duplicates counted once", [rows[i] for i in once], p[once])
    report("All rows", rows, p)
    report_answers([rows[i] for i in once], p[once], ["Client", "Competitors", "Comp_size", "RFI"])
    return 0


if __name__ == "__main__":
    sys.exit(main())

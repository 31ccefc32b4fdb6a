"""Rows of a benchmark: printed as they come, kept as JSON with what they were measured on, and drawn.

    results.py NAME ROWS.jsonl      # for a benchmark in C++, which writes its rows one a line
"""

from __future__ import annotations

import importlib.metadata
import json
import math
import os
import platform
import re
import subprocess
import sys
import time
from pathlib import Path

import buygraph as bg
from buygraph import _core

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "benchmarks"


def compiler() -> str:
    """Of the core, as the stamp in the shared library says."""
    stamps = re.findall(rb"GCC: \([^)]*\) [0-9.]+|clang version [0-9.]+", Path(_core.__file__).read_bytes())
    return stamps[0].decode() if stamps else "unknown compiler"


def cpu() -> str:
    info = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.*)", info.read_text()) if info.exists() else []
    return names[0] if names else platform.machine()


def commit() -> str:
    """With a + where files differ from it."""

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()

    return (git("rev-parse", "--short", "HEAD") or "unknown") + ("+" if git("status", "--porcelain", "-uno") else "")


def flags() -> str:
    """Of the packaged core: what the build of the package said."""
    for folder in (ROOT / "build").glob("python-*"):
        cache = (folder / "CMakeCache.txt").read_text()
        said = dict(re.findall(r"^(CMAKE_CXX_FLAGS(?:_RELEASE)?):\w+=(.*)$", cache, re.MULTILINE))
        return " ".join(filter(None, said.values()))
    return "unknown"


class Results:
    """The rows of one run.

    Args:
        name: of the benchmark.
        peers: distributions whose versions are stated.
    """

    def __init__(self, name: str, *peers: str) -> None:
        self.name = name
        self.rows: list[dict[str, object]] = []
        self.notes: list[str] = []
        self.machine = {
            "benchmark": name,
            "day": time.strftime("%Y-%m-%d"),
            "buygraph": bg.__version__,
            "commit": commit(),
            "cpu": cpu(),
            "cores": os.cpu_count(),
            "compiler": compiler(),
            "flags": flags(),
            "kernel": _core.kernel_level(),
            "python": platform.python_version(),
            "peers": {peer: importlib.metadata.version(peer) for peer in peers},
        }

    def note(self, text: str) -> None:
        """What is no comparison."""
        self.notes.append(text)
        print(text, flush=True)

    def row(self, what: str, ours: float, peer: float, unit: str, goal: float | None = None) -> None:
        """How many times ours goes into what a peer takes; at least `goal`."""
        ratio = peer / ours
        figures = f"{ours:10.4g} {unit:<5}{peer:10.4g} {unit:<5}"
        self._add(what, figures, ratio, goal, "least", ours=ours, peer=peer, unit=unit)

    def at_most(self, what: str, value: float, unit: str, goal: float | None) -> None:
        """A value that is to stay below a goal."""
        self._add(what, f"{'':32}", value, goal, "most", unit=unit)

    def _add(self, what: str, figures: str, value: float, goal: float | None, side: str, **more: object) -> None:
        met = None if goal is None else bool(value >= goal if side == "least" else value <= goal)
        self.rows.append({"what": what, **more, "value": value, "goal": goal, "goal_is": side, "met": met})
        unit = "×" if side == "least" else f" {more['unit']}"
        wanted = f"  goal {'≥' if side == 'least' else '≤'} {goal:g}{unit}" if goal is not None else ""
        wanted += {True: "  met", False: "  NOT MET", None: ""}[met]
        print(f"  {what:<58}{figures}{value:9.3g}{unit}{wanted}", flush=True)

    def finish(self) -> int:
        """Writes build/benchmarks/NAME.json and NAME.svg; 1 if a goal was missed."""
        OUT.mkdir(parents=True, exist_ok=True)
        path = OUT / f"{self.name}.json"
        document = {**self.machine, "notes": self.notes, "rows": self.rows}
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
        said = [str(self.machine[key]) for key in ("cpu", "compiler", "flags", "kernel")]
        print(f"{', '.join(said)}, commit {self.machine['commit']}: {path.relative_to(ROOT)}")
        self.draw(OUT / f"{self.name}.svg")
        return 0 if all(row["met"] in (True, None) for row in self.rows) else 1

    def draw(self, path: Path) -> None:
        """Each row as a dot on a logarithmic axis, its goal as a tick: ratios should be above it, values below."""
        try:
            from matplotlib.figure import Figure
        except ImportError:
            print("no picture: matplotlib is not installed")
            return
        sides = [side for side in ("least", "most") if any(row["goal_is"] == side for row in self.rows)]
        counts = [sum(row["goal_is"] == side for row in self.rows) for side in sides]
        if not sides:
            return
        figure = Figure(figsize=(9, 1.2 + 0.26 * sum(counts) + 0.7 * len(sides)), layout="constrained")
        panels = figure.subplots(len(sides), squeeze=False, height_ratios=[max(count, 2) for count in counts])[:, 0]
        for axes, side in zip(panels, sides, strict=True):
            rows = [row for row in self.rows if row["goal_is"] == side]
            axes.set_xscale("log")
            axes.set_xlabel("times faster than the peer" if side == "least" else "value, in the unit of each row")
            for at, row in enumerate(rows):
                good = row["met"] in (True, None)
                mark, colour = ("o", "#0B5A9E") if good else ("s", "#A8480C")
                axes.plot([row["value"]], [at], mark, color=colour, zorder=3)
                place = {"xytext": (6, -3), "textcoords": "offset points", "fontsize": 8}
                axes.annotate(f"{row['value']:.3g}", (row["value"], at), **place)
                if row["goal"] is not None:
                    axes.plot([row["goal"]] * 2, [at - 0.35, at + 0.35], color="#1A1C20", lw=1.5)
            words = [str(row["what"]) + ("" if side == "least" else f", {row['unit']}") for row in rows]
            axes.set_yticks(range(len(rows)), words, fontsize=8)
            axes.invert_yaxis()
            axes.margins(x=0.12)
            axes.grid(axis="x", color="#E4E4DF", lw=0.6)
            for edge in ("top", "right"):
                axes.spines[edge].set_visible(False)
        title = f"{self.name}: dots are measured, ticks are goals, squares miss them"
        figure.suptitle(title, fontsize=10, x=0.01, ha="left")
        figure.savefig(path)


def main() -> int:
    name, lines = sys.argv[1:]
    results = Results(name)
    results.rows = [json.loads(line) for line in Path(lines).read_text().splitlines()]
    assert all(math.isfinite(row["value"]) for row in results.rows)
    return results.finish()


if __name__ == "__main__":
    sys.exit(main())

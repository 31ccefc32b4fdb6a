"""The pictures of docs/plots.md and docs/plots.zh.md: docs/plots.py --write | --check.

Each PNG holds, as its description, what is drawn in it (words and places, to four digits); --check compares that with
what would be drawn now, so that pixels may differ from machine to machine and numbers may not.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import numpy as np  # noqa: E402
from matplotlib import pyplot  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.text import Text  # noqa: E402
from PIL import Image  # noqa: E402

import buygraph as bg  # noqa: E402

DOCS = Path(__file__).resolve().parent
DEALS = DOCS.parent / "examples" / "deals"


def deal(language: str) -> bg.Deal:
    return bg.load(DEALS / ("08-lyophilisation-line.zh.json" if language == "zh" else "05-divided-committee.en.json"))


def outcomes(language: str) -> Figure:
    one = deal(language)
    person = "qi" if language == "zh" else "steiner"
    moved = one.move([{"kind": "leaning", "person": person, "offer": "ours", "by": 0.3}])
    return moved.plot.outcomes(deal=one).figure


def waterfall(language: str) -> Figure:
    return deal(language).plot.waterfall().figure


def price(language: str) -> Figure:
    return deal(language).plot.price()


def pipeline(language: str) -> Figure:
    rows = bg.Portfolio(bg.simulate(150, seed=3), samples=256).forecast()
    currency, quota = ("CNY", 80e6) if language == "zh" else ("EUR", 8e6)
    return rows.plot.pipeline(currency, quota=quota, language=language).figure


PICTURES: list[Callable[[str], Figure]] = [outcomes, waterfall, price, pipeline]


def drawn(figure: Figure) -> str:
    """A fingerprint of words and places, whatever the fonts of the machine."""
    found: list[object] = []
    for ax in figure.axes:
        found += [
            [one.get_text(), *np.round(np.asarray(one.get_position(), float), 2).tolist()]
            for one in ax.findobj(Text)
            if one.get_text()
        ]
        found += [np.round(np.asarray(one.get_xydata(), float), 4).tolist() for one in ax.lines]
        found += [np.round(one.get_path().vertices, 2).tolist() for one in ax.patches]
    return hashlib.sha256(json.dumps(found, ensure_ascii=False).encode()).hexdigest()


def main(arguments: list[str]) -> int:
    stale = []
    for draw in PICTURES:
        for language in ("en", "zh"):
            path = DOCS / "plots" / f"{draw.__name__}.{language}.png"
            figure = draw(language)
            wanted = drawn(figure)
            if "--write" in arguments:
                path.parent.mkdir(exist_ok=True)
                figure.savefig(path, dpi=110, metadata={"Description": wanted, "Software": None})
            elif not path.exists() or Image.open(path).info.get("Description") != wanted:
                stale.append(path.name)
            pyplot.close(figure)
    if stale:
        print("not as they are drawn now: " + ", ".join(stale) + "; run docs/plots.py --write and look at them")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

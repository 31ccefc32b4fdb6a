"""What the stub generator cannot know: where the classes of the package come from, and what type checkers ask for."""

import re
import sys
from pathlib import Path

MENDED = [
    (r"(from __future__ .*\n)", r"\1from buygraph._api import Explanation\nfrom buygraph.tables import Table\n"),
    (
        r"(from __future__ .*\n)",
        r"\1from buygraph._insight import BlindSpots, Coverage, Power, Qualification, Structure\n",
    ),
    (r"(from __future__ .*\n)", r"\1from buygraph._plan import Messages, Plan, RivalPlan, Zipper\n"),
    (r"(from __future__ .*\n)", r"\1from buygraph._questions import AnsweredForecast, Brief, Questions\n"),
    (r"(from __future__ .*\n)", r"\1from buygraph._negotiate import Negotiation\n"),
    (r"(from __future__ .*\n)", r"\1from buygraph.plot import DealPlots, ForecastPlots\n"),
    (r"(from __future__ .*\n)", r"\1from buygraph.notebook._widget import DealWidget\n"),
    (r"__version__: str = '.*'", "__version__: str"),
    (r"def __eq__\(self, arg0: \w+\)", "def __eq__(self, other: object)"),
    (r"    faults: typing\.ClassVar\[.*", "    faults: list[Fault]"),
    (r"    (\w+): typing\.ClassVar\[str\] = ''", r"    \1: str"),
    (r"\btuple\b(?!\[|\()", "tuple[typing.Any, ...]"),
    (r"collections\.abc\.Iterable(?!\[)", "collections.abc.Iterable[typing.Any]"),
    (r"-> list:", "-> list[dict[str, typing.Any]]:"),
    (r"\bdict\b(?=[,) :]|$)(?=.*\.\.\.$|.*:$)", "dict[str, typing.Any]"),
]

path = Path(sys.argv[1])
text = path.read_text()
for pattern, replacement in MENDED:
    text, count = re.subn(pattern, replacement, text, flags=re.MULTILINE)
    assert count, pattern
path.write_text("# ruff: noqa\n" + text)

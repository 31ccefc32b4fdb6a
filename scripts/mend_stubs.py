"""What the stub generator cannot know: methods that the package attaches in Python."""

import re
import sys
from pathlib import Path

ATTACHED = {
    "Deal": '''    def forecast(self, samples: int = 4096, seed: int = 0, threads: int | None = None, method: str = "sobol") -> Forecast: ...
    def explain(self, decider: str | None = None, rival: str | None = None, gate: str | None = None) -> Explanation: ...
    def standings(self, language: str = "en") -> Table: ...
    def _repr_html_(self) -> str: ...
''',
    "DecisionModel": '''    def explain(self, decider: str | None = None, rival: str | None = None, gate: str | None = None) -> Explanation: ...
    def _repr_html_(self) -> str: ...
''',
    "Forecast": '''    def table(self) -> Table: ...
    def _repr_html_(self) -> str: ...
''',
}

path = Path(sys.argv[1])
text = path.read_text()
for name, methods in ATTACHED.items():
    text, count = re.subn(rf"(class {name}:\n(?:    \"\"\"(?:.|\n)*?\"\"\"\n)?)", lambda match, methods=methods: match.group(1) + methods, text, count=1)
    assert count == 1, name
imports = "from buygraph._api import Explanation\nfrom buygraph.tables import Table\n"
text = re.sub(r"(from __future__ import annotations\n)", lambda match: match.group(1) + imports, text, count=1)
text = re.sub(r"__version__: str = '.*'", "__version__: str", text)
path.write_text(text)

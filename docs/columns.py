"""Writes the tables of a portfolio's columns into its pages from what the package says of them.

    python docs/columns.py --write     fills the tables between the markers <!-- columns --> and <!-- end -->
    python docs/columns.py --check     says what differs, and ends with 1

The English page shows the package's own descriptions; the Chinese ones stand in columns.zh.json, by column.
"""

import json
import re
import sys
from pathlib import Path

import buygraph as bg

HERE = Path(__file__).resolve().parent
PAGES = {"en": HERE / "portfolio.md", "zh": HERE / "portfolio.zh.md"}
CHINESE = HERE / "columns.zh.json"
MARKED = re.compile(r"(<!-- columns -->\n).*?(<!-- end -->)", re.S)
HEADS = {"en": "| column | meaning |", "zh": "| 列 | 含义 |"}


def table(language):
    meanings = bg.portfolio.columns()
    if language == "zh":
        meanings = json.loads(CHINESE.read_text(encoding="utf-8"))
    rows = "".join(f"| `{column}` | {meaning} |\n" for column, meaning in meanings.items())
    return f"{HEADS[language]}\n| --- | --- |\n{rows}"


def main(arguments):
    problems = []
    if list(json.loads(CHINESE.read_text(encoding="utf-8"))) != list(bg.portfolio.columns()):
        problems.append(f"{CHINESE.name}: other columns than the package's")
    for language, page in PAGES.items():
        text = page.read_text(encoding="utf-8")
        made = MARKED.sub(lambda found, language=language: found[1] + table(language) + found[2], text)
        if made == text:
            continue
        if "--write" in arguments:
            page.write_text(made, encoding="utf-8")
        else:
            problems.append(f"{page.name}: the table differs; python docs/columns.py --write")
    print("\n".join(problems) or "the tables of columns are those of the package")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

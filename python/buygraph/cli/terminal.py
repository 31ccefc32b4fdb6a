"""Printing for people: columns that line up with Chinese in them, colour only on a terminal, hostile names made harmless."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence


def width(text: str) -> int:
    """Columns a text takes on a terminal: Han and other wide characters two, combining marks none."""
    return sum(
        0 if unicodedata.combining(c) or unicodedata.category(c) == "Cf" else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def harmless(text: str) -> str:
    """Without control and direction characters, which could move the cursor or reorder a line."""
    return "".join("·" if unicodedata.category(c) in ("Cc", "Cf") and c != "\u200d" else c for c in text)


def cut(text: str, most: int) -> str:
    """A text of at most so many columns, with an ellipsis where it was cut."""
    text = harmless(text)
    if width(text) <= most:
        return text
    kept = ""
    for c in text:
        if width(kept + c) > most - 1:
            break
        kept += c
    return kept + "…"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset(), most: int = 28) -> str:
    """Rows under a head; the columns named in `right` are aligned to the right."""
    cells = [[cut(str(cell), most) for cell in row] for row in [head, *rows]]
    widths = [max(width(row[i]) for row in cells) for i in range(len(head))]

    def line(row: Sequence[str]) -> str:
        padded = [
            " " * (widths[i] - width(cell)) + cell if i in right else cell + " " * (widths[i] - width(cell))
            for i, cell in enumerate(row)
        ]
        return "  ".join(padded).rstrip()

    rule = "  ".join("─" * w for w in widths)
    return "\n".join([bold(line(cells[0])), dim(rule), *map(line, cells[1:])])


def _colours() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def bold(text: str) -> str:
    return f"\033[1m{text}\033[0m" if _colours() else text


def dim(text: str) -> str:
    return f"\033[2m{text}\033[0m" if _colours() else text

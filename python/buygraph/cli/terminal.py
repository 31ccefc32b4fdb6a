"""Printing: columns that line up with Chinese in them, colour only on a terminal, hostile names made harmless."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from .. import _core


def width(text: str) -> int:
    """Columns a text takes on a terminal: Han and other wide characters two, combining marks none."""

    def columns(c: str) -> int:
        if unicodedata.combining(c) or unicodedata.category(c) == "Cf":
            return 0
        return 2 if unicodedata.east_asian_width(c) in "WF" else 1

    return sum(map(columns, text))


# What joins letters and emoji belongs to names; nothing else that is invisible does.
JOINERS = "\u200c\u200d"


def harmless(text: str) -> str:
    """Without control and direction characters and line separators, which could move the cursor or reorder a line."""
    return "".join("·" if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") and c not in JOINERS else c for c in text)


def harmless_json(text: str) -> str:
    """The same JSON, with what `harmless` takes out of names written as \\uNNNN. It can stand in strings alone."""

    def escaped(c: str) -> str:
        return "".join(f"\\u{unit:04x}" for unit in memoryview(c.encode("utf-16-le")).cast("H"))

    return "".join(escaped(c) if c != "\n" and harmless(c) != c else c for c in text)


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


def table(
    head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset(), most: int = 28
) -> str:
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


def title(deal: _core.Deal) -> str:
    """Account and name of a deal, in one line."""
    return " · ".join(harmless(part) for part in (deal.account, deal.name) if part)


def print_json(document: dict[str, Any]) -> None:
    print(harmless_json(json.dumps(document, ensure_ascii=False, indent=2)))


def print_error(line: str) -> None:
    print(harmless(line), file=sys.stderr)


def _colours(stream: TextIO | None) -> bool:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"  # no-color.org: set and not empty
    return stream is not None and stream.isatty() and not plain


def bold(text: str, stream: TextIO | None = None) -> str:
    """Bold where `stream`, the output unless given, is a terminal."""
    return f"\033[1m{text}\033[0m" if _colours(stream or sys.stdout) else text


def dim(text: str) -> str:
    return f"\033[2m{text}\033[0m" if _colours(sys.stdout) else text

"""What the verbs about one deal share: names in the words of the output, sentences, the JSON document of an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .. import _core, _names
from ..tables import Table
from .terminal import harmless, print_json
from .words import Words


def print_sentences(sentences: Iterable[str], numbered: bool = False) -> None:
    for number, sentence in enumerate(sentences, 1):
        print(harmless(f"{number}. {sentence}" if numbered else sentence))


def names(deal: _core.Deal, words: Words) -> _names.Names:
    return _names.people(deal, words.language)


def concerns(deal: _core.Deal, words: Words) -> _names.Names:
    return _names.concerns(deal, words.language)


offers = _names.offers


def answer_json(**fields: Any) -> int:
    """Prints the answer as one JSON document with the version that gave it."""
    print_json({"buygraph": _core.__version__, **fields})
    return 0


def row_dicts(table: Table, details: Iterable[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    """The rows of a table, with what it has in lists beside its texts."""
    if details is None:
        return list(table.rows())
    return [{**row, **detail} for row, detail in zip(table.rows(), details, strict=True)]

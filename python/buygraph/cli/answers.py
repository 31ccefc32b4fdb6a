"""What the verbs about one deal share: names in the words of the output, sentences, the JSON document of an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .. import _core
from .. import catalog as catalogs
from ..tables import Table
from .terminal import harmless, print_json
from .words import Words


def print_sentences(sentences: Iterable[str], numbered: bool = False) -> None:
    for number, sentence in enumerate(sentences, 1):
        print(harmless(f"{number}. {sentence}" if numbered else sentence))


def names(deal: _core.Deal, words: Words) -> Callable[[str], str]:
    """What a person is called: his name, or the words for a vacant seat; an id without either."""
    standing = _core.standing_columns(deal, deal.compile(), words.language)
    called = dict(zip(standing["person"], standing["name"], strict=True))
    return lambda id: called.get(id, id)


def concerns(deal: _core.Deal, words: Words) -> Callable[[str], str]:
    """What a concern is called: its label in the language of the output, or its id."""
    own = deal.to_dict().get("catalog", {}).get("concerns", {})
    known = {**catalogs.concerns(), **own}
    return lambda id: str(known.get(id, {}).get("labels", {}).get(words.language) or id)


def offers(deal: _core.Deal) -> Callable[[str], str]:
    """What an offer is called: its name, or its id."""
    called = {offer["id"]: offer.get("name") or offer["id"] for offer in deal.to_dict()["offers"]}
    return lambda id: called.get(id, id)


def answer_json(**fields: Any) -> int:
    """Prints the answer as one JSON document with the version that gave it."""
    print_json({"buygraph": _core.__version__, **fields})
    return 0


def row_dicts(table: Table, details: Iterable[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    """The rows of a table, with what it has in lists beside its texts."""
    if details is None:
        return list(table.rows())
    return [{**row, **detail} for row, detail in zip(table.rows(), details, strict=True)]

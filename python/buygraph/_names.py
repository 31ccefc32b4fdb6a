"""What the people, concerns and offers of a deal are called, by id."""

from __future__ import annotations

from collections.abc import Callable

from . import _core
from . import catalog as catalogs

Names = Callable[[str], str]


def people(deal: _core.Deal, language: str) -> Names:
    """What a person is called: his name, or the words for a vacant seat; an id without either."""
    standing = _core.standing_columns(deal, deal.compile(), language)
    called = dict(zip(standing["person"], standing["name"], strict=True))
    return lambda id: called.get(id, id)


def concerns(deal: _core.Deal, language: str) -> Names:
    """What a concern is called: its label in the language, or its id."""
    own = deal.to_dict().get("catalog", {}).get("concerns", {})
    known = {**catalogs.concerns(), **own}
    return lambda id: str(known.get(id, {}).get("labels", {}).get(language) or id)


def offers(deal: _core.Deal) -> Names:
    """What an offer is called: its name, or its id."""
    called = {offer["id"]: offer.get("name") or offer["id"] for offer in deal.to_dict()["offers"]}
    return lambda id: called.get(id, id)

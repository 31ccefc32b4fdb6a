"""Roles and concerns: ids, labels in both languages, importances. The built-in ones, and with `catalog` yours too."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from . import _core
from .tables import input_error


def _in_both(entry: dict[str, Any]) -> dict[str, Any]:
    """Texts that are the same in both languages stand once in a file; here they are dicts like the others."""
    for field in ("labels", "descriptions", "unit"):
        if isinstance(entry.get(field), str):
            entry[field] = {"zh": entry[field], "en": entry[field]}
    for kind, text in entry.get("advice", {}).items():
        if isinstance(text, str):
            entry["advice"][kind] = {"zh": text, "en": text}
    return entry


@cache
def _builtin() -> dict[str, Any]:
    return _merged({"buygraph": 1})


def _merged(catalog: Any) -> dict[str, Any]:
    if catalog is None:
        return _builtin()
    return {
        kind: {id: _in_both(entry) for id, entry in entries.items()}
        for kind, entries in _core.merged_catalog(catalog).items()
    }


def roles(catalog: Any = None) -> dict[str, dict[str, Any]]:
    """Role id to entry: labels and descriptions by language, importance by concern (0 to 10), susceptibility, veto.

    Args:
        catalog: a catalog file of your own (path, dict or JSON text), laid over the built-in one.

    Raises:
        DealError: with every fault of the catalog.
    """
    return deepcopy(_merged(catalog)["roles"])


def concerns(catalog: Any = None) -> dict[str, dict[str, Any]]:
    """Concern id to entry: labels, descriptions and advice by language, kind; unit and points of measured ones.

    As roles. Advice is what to open with (lead), what to repair (mend) and what to ask, with {person}, {rival} and
    {concern} for what is filled in.
    """
    return deepcopy(_merged(catalog)["concerns"])


def label(id: str, language: str = "en", catalog: Any = None) -> str:
    """What a role or concern is called in 'en' or 'zh'; the id itself where its entry has no label.

    Raises:
        KeyError: the catalog knows no such id.
        InputError: another language.
    """
    if language not in ("en", "zh"):
        raise input_error("language", language, "en or zh")
    merged = _merged(catalog)
    entry = merged["roles"].get(id) or merged["concerns"].get(id)
    if entry is None:
        raise KeyError(id)
    return str(entry["labels"].get(language) or id)

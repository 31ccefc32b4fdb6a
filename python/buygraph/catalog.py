"""The built-in roles and concerns: ids, labels in both languages, importances."""

from __future__ import annotations

from functools import cache
from typing import Any

from . import _core


@cache
def _catalog() -> dict[str, Any]:
    return _core.builtin_catalog()


def roles() -> dict[str, dict[str, Any]]:
    """Role id to entry: labels and descriptions by language, importance by concern (0 to 10), susceptibility, veto."""
    return dict(_catalog()["roles"])


def concerns() -> dict[str, dict[str, Any]]:
    """Concern id to entry: labels and descriptions by language, kind, and for measured concerns unit and points."""
    return dict(_catalog()["concerns"])


def label(id: str, language: str = "en") -> str:
    """What a role or concern is called in 'en' or 'zh'.

    Raises:
        KeyError: the catalog knows no such id.
    """
    entry = roles().get(id) or concerns().get(id)
    if entry is None:
        raise KeyError(id)
    return str(entry["labels"][language])

"""The report of one deal."""

from __future__ import annotations

import os

from .. import _core
from .._api import _attach
from .._core import Deal
from ._document import document


def account_html(
    deal: Deal,
    language: str | None = None,
    redact: bool = False,
    all_deals: str = "",
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
) -> str:
    """The page of one deal as a text: who wins and why, the map, what to do next, everybody's card, in both languages.

    Args:
        language: shown at first, 'zh' or 'en'; the deal's own unless given.
        redact: names, titles, notes and sources become roles and numbers before anything is computed.
        all_deals: address of a page that it belongs to.
        samples, seed, threads: as for ``Deal.forecast``.
    """
    shown = language or deal.language or "en"
    body = _core.account_body(deal, shown, redact, all_deals, samples, seed, threads)
    named = _core.redacted(deal, shown) if redact else deal
    return document(" · ".join(part for part in (named.account, named.name) if part), shown, body)


def _report(
    self: Deal,
    path: str | os.PathLike[str],
    language: str | None = None,
    redact: bool = False,
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
) -> None:
    """Writes one HTML file to look at and to send: no network, no script, both languages at a switch.

    Args:
        path: replaced as a whole or not at all.
        language: shown at first, 'zh' or 'en'; the deal's own unless given.
        redact: names, titles, notes and sources become roles and numbers before anything is computed.
        samples, seed, threads: as for ``Deal.forecast``.

    Raises:
        FileError: the file cannot be written.
        InputError: a language or a number out of range.
    """
    _core.write_file(path, account_html(self, language, redact, "", samples, seed, threads))


_attach(Deal, "report", _report)

"""The report of one deal."""

from __future__ import annotations

import json
import os

from .. import _core
from .._api import _attach
from .._core import Deal
from ._document import Live, as_data, document, page_script
from ._packed import Packs, fitted


def account_html(
    deal: Deal,
    language: str | None = None,
    redact: bool = False,
    all_deals: str = "",
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
    live: bool | None = None,
) -> str:
    """The page of one deal as a text: who wins and why, the map, what to do next, everybody's card, in both languages.

    Args:
        language: shown at first, 'zh' or 'en'; the deal's own unless given.
        redact: names, titles, notes and sources become roles and numbers before anything is computed.
        all_deals: address of a page that it belongs to.
        samples, seed, threads: as for ``Deal.forecast``.
        live: what-ifs in the page, by the core that runs in it; where the package has its script unless given.

    Raises:
        Error: live is asked for, and the package has no script.
    """
    shown = language or deal.language or "en"
    script = None if live is False else page_script(required=live is True)
    top, pages, filed = _core.account_body(deal, shown, redact, all_deals, samples, seed, threads)
    named = _core.redacted(deal, shown) if redact else deal
    title = " · ".join(part for part in (named.account, named.name) if part)
    if script is None:
        return document(title, shown, top + "".join(html for pieces in pages.values() for html, _ in pieces))
    held = _held(deal, shown, redact, filed)

    def written(body: str, packed: Packs) -> str:
        data = {**held, "packed": packed} if packed else held
        return document(title, shown, top + body, Live(script, as_data(data)))

    return fitted(shown, pages, written)


def _held(deal: Deal, shown: str, redact: bool, filed: str) -> dict[str, object]:
    """What the page's script starts from: the deal's text, redacted that of each language, its forecast, and words."""
    deals = {language: _core.redacted(deal, language) for language in ("zh", "en")} if redact else {shown: deal}
    return {
        "deals": {language: one.to_json() for language, one in deals.items()},
        "filed": json.loads(filed),
        "words": {language: _core.page_words(language) for language in ("zh", "en")},
    }


def _report(
    self: Deal,
    path: str | os.PathLike[str],
    language: str | None = None,
    redact: bool = False,
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
    live: bool | None = None,
) -> None:
    """Writes one HTML file to look at and to send: no network, both languages at a switch, complete without script.

    What would make a live page larger than 2 MB is packed in it until its script runs: from some 35 people on the
    language that is not shown at first, beyond 60 also cards of those who move the decision least.

    Args:
        path: replaced as a whole or not at all.
        language: shown at first, 'zh' or 'en'; the deal's own unless given.
        redact: names, titles, notes and sources become roles and numbers before anything is computed.
        samples, seed, threads: as for ``Deal.forecast``.
        live: what-ifs in the page, by the core that runs in it; where the package has its script unless given.

    Raises:
        Error: live is asked for, and the package has no script.
        FileError: the file cannot be written.
        InputError: a language or a number out of range.
    """
    _core.write_file(path, account_html(self, language, redact, "", samples, seed, threads, live))


_attach(Deal, "report", _report)

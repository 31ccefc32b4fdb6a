"""The reports of several deals, and the page over them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from .. import _core
from .._core import Deal
from ._account import account_html
from ._document import DEALS_SCRIPT, Live, document, page_script

INDEX = "index.html"


def portfolio_html(
    deals: Sequence[Deal],
    addresses: Sequence[str],
    language: str = "en",
    redact: bool = False,
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
    live: bool | None = None,
) -> str:
    """The page over several deals as a text: what they should bring, and where an hour is worth most.

    Args:
        addresses: of each deal's own page.
        language: shown at first, 'zh' or 'en'.
        redact: names become roles and numbers.
        samples, seed, threads: as for ``Deal.forecast``.
        live: the table sorted by its heads and searched; where the package has the script for it unless given.

    Raises:
        Error: live is asked for, and the package has no script.
    """
    script = None if live is False else page_script(required=live is True, of=DEALS_SCRIPT)
    body = _core.portfolio_body(list(deals), list(addresses), language, redact, samples, seed, threads)
    return document("我的商机" if language == "zh" else "My deals", language, body, Live(script) if script else None)


def write_reports(
    deals: Iterable[tuple[str, Deal]],
    folder: str | os.PathLike[str],
    language: str | None = None,
    redact: bool = False,
    samples: int = 4096,
    seed: int = 0,
    threads: int | None = None,
    live: bool | None = None,
) -> list[Path]:
    """Writes a page for each deal, and where there are several the page over them.

    Args:
        deals: names of files (without folder and ending) and deals; equal names get a number, redacted ones all do.
        folder: made if it is not there. Each file is replaced as a whole or not at all.
        live: what-ifs in each deal's page, a table to sort and to search over all; where the package has the scripts
            for it unless given.

    Returns:
        The files, the page over all first.
    """
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    given = list(deals)
    names = _names([f"deal-{at}" if redact else name for at, (name, _) in enumerate(given, 1)])
    several = len(given) > 1
    written = []
    for name, (_, deal) in zip(names, given, strict=True):
        page = account_html(deal, language, redact, INDEX if several else "", samples, seed, threads, live)
        _core.write_file(place / name, page)
        written.append(place / name)
    if several:
        shown = language or given[0][1].language or "en"
        only = [deal for _, deal in given]
        _core.write_file(place / INDEX, portfolio_html(only, names, shown, redact, samples, seed, threads, live))
        written.insert(0, place / INDEX)
    return written


def _names(wanted: list[str]) -> list[str]:
    """File names that every system and every address takes; different ones for different deals."""
    taken = {INDEX}
    names = []
    for name in wanted:
        plain = re.sub(r"[^\w.-]+", "-", name).strip(".-")[:80] or "deal"
        candidate, number = f"{plain}.html", 2
        while candidate.casefold() in taken:
            candidate, number = f"{plain}-{number}.html", number + 1
        taken.add(candidate.casefold())
        names.append(candidate)
    return names

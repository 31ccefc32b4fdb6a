"""What a page of many people holds packed, so that its file stays small enough to send.

A place in the page says ``data-packed`` and a language; what belongs there is in the page's data under ``packed``: for
each language a JSON list of HTML in the order of the places, by LZMA in base64, with its length in bytes. The page's
script puts it back by what unpacks its core.
"""

from __future__ import annotations

import base64
import json
import lzma
import re
from collections.abc import Callable
from html import escape

from .. import _core
from ._document import as_data

LIMIT = 2_000_000
"""Bytes of a file."""

Pieces = list[tuple[str, bool]]
"""HTML, and whether the page can do without it until its script runs."""

Packs = dict[str, tuple[int, str]]
"""By language: bytes before packing, and what is packed."""

_LZMA = [{"id": lzma.FILTER_LZMA1, "preset": 6, "lc": 3, "lp": 0, "pb": 0}]
"""As web/src/unpack.cpp reads it."""

_DATA = re.compile(r'(<script type="application/json">)(.*?)(</script>)', re.DOTALL)
_PLACE = re.compile(r'<(main|p) [^>]*data-packed="(\w+)"[^>]*>[^<]*</\1>')


def fitted(shown: str, pages: dict[str, Pieces], written: Callable[[str, Packs], str]) -> str:
    """A file of all pages within LIMIT, as far as packing reaches it.

    First goes the language that is not shown, then cards from those who move the decision least, then drawings.

    Args:
        shown: the language at first.
        pages: of each language, its page in pieces.
        written: makes the file from what is not packed and, by language, what is.
    """
    text = written("".join(html for pieces in pages.values() for html, _ in pieces), {})
    if _size(text) <= LIMIT:
        return text
    own = pages[shown]
    spare = [at for at, (_, is_spare) in enumerate(own) if is_spare]
    taken: set[int] = set()
    places: dict[str, str] = {}
    packs: Packs = {}
    for language, pieces in pages.items():
        if language != shown:
            places[language], apart = _whole(language, pieces)
            packs[language] = _packed(apart)
    while True:
        places[shown], apart = _parted(shown, own, taken)
        if apart:
            packs[shown] = _packed(apart)
        text = written("".join(places[language] for language in pages), packs)
        excess = _size(text) - LIMIT
        if excess <= 0 or not spare:
            return text
        while spare and excess > 0:
            at = spare.pop()
            taken.add(at)
            excess -= _size(own[at][0])


def unpacked(text: str) -> str:
    """The page as it is after its script has put everything back; for a browser that prints before scripts are done.

    A page of somebody else is left as it is.
    """
    found = _DATA.search(text)
    try:
        data = json.loads(found[2]) if found else None
    except ValueError:
        return text
    if not isinstance(data, dict) or not isinstance(data.get("packed"), dict):
        return text
    texts = {}
    for language, (_, packed) in data.pop("packed").items():
        texts[language] = iter(json.loads(lzma.decompress(base64.b64decode(packed), lzma.FORMAT_RAW, filters=_LZMA)))
    text = _DATA.sub(lambda match: match[1] + as_data(data) + match[3], text, count=1)
    return _PLACE.sub(lambda match: next(texts[match[2]]), text)


def _packed(texts: list[str]) -> tuple[int, str]:
    listed = json.dumps(texts, ensure_ascii=False).encode()
    return len(listed), base64.b64encode(lzma.compress(listed, lzma.FORMAT_RAW, filters=_LZMA)).decode()


def _size(text: str) -> int:
    return len(text.encode())


def _note(language: str) -> str:
    return escape(_core.page_words(language)["packed"])


def _whole(language: str, pieces: Pieces) -> tuple[str, list[str]]:
    """A place for a page, and the page."""
    named = f'data-language="{language}" lang="{language}" data-packed="{language}"'
    return f'<main class="page" {named}>{_note(language)}</main>', ["".join(html for html, _ in pieces)]


def _parted(language: str, pieces: Pieces, taken: set[int]) -> tuple[str, list[str]]:
    """A page with a place for each run of pieces that are taken out, and those."""
    body = ""
    apart: list[str] = []
    for at, (html, _) in enumerate(pieces):
        if at not in taken:
            body += html
        elif at - 1 in taken:
            apart[-1] += html
        else:
            body += f'<p class="note" data-packed="{language}">{_note(language)}</p>'
            apart.append(html)
    return body, apart

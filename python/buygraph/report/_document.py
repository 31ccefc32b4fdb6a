"""The frame of every page: a document that fetches nothing and runs nothing that is not its own."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from html import escape
from pathlib import Path

from .. import _core

SCRIPT = Path(__file__).with_name("page.js")
"""The live page: the core as WebAssembly and what shows it, in one script; there where scripts/build-web made it."""

DEALS_SCRIPT = Path(__file__).with_name("portfolio.js")
"""What sorts and finds in the page over several deals; there where scripts/build-web made it."""


@dataclass(frozen=True)
class Live:
    """What makes a page live."""

    script: str
    data: str | None = None
    """JSON without any <, for a script that runs the core; nothing: it computes nothing."""


def page_script(required: bool = False, of: Path = SCRIPT) -> str | None:
    """A live page's script; nothing where the package came without it.

    Raises:
        Error: it is required.
    """
    if of.exists():
        return of.read_text(encoding="utf-8").replace("</script", "<\\/script").replace("<!--", "<\\!--")
    if required:
        raise _core.Error("this package has no live page; run scripts/build-web and install it again")
    return None


def as_data(value: object) -> str:
    """JSON for a script element: without any <."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _source(content: str) -> str:
    """What a Content-Security-Policy names a style or script by."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def document(title: str, language: str, body: str, live: Live | None = None) -> str:
    """A whole HTML document around a body that the core wrote; with `live` it runs that script, and no other."""
    style = _core.page_style()
    script = ""
    policy = f"default-src 'none'; style-src {_source(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    if live:
        policy += f"; script-src {_source(live.script)}"
        if live.data is not None:
            policy += " 'wasm-unsafe-eval'; worker-src blob:"
            body += f'\n<script type="application/json">{live.data}</script>'
        script = f"<script>{live.script}</script>\n"  # first, so that the core is ready when the page has been read
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n{script}</head>\n<body>\n{body}\n</body>\n</html>\n"
    )

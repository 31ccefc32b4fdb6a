"""The frame of every page: a document that fetches nothing and runs nothing that is not its own."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from .. import _core


def _source(content: str) -> str:
    """What a Content-Security-Policy names a style or script by."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def document(title: str, language: str, body: str) -> str:
    """A whole HTML document around a body that the core wrote."""
    style = _core.page_style()
    policy = f"default-src 'none'; style-src {_source(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )

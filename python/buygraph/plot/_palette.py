"""The colours of pictures and pages by their names, as the core has them."""

from __future__ import annotations

import re
from functools import cache

from .. import _core


@cache
def palettes() -> tuple[dict[str, str], dict[str, str]]:
    """(on light ground, on dark ground): token to #RRGGBB, as the style sheet of every page sets them."""
    light, dark, *_ = re.findall(r"(?:--[\w-]+:#[0-9A-F]{6};)+", _core.page_style())
    return _tokens(light), _tokens(dark)


def _tokens(declarations: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):(#[0-9A-F]{6});", declarations))


def palette(ground: tuple[float, float, float]) -> dict[str, str]:
    """The colours for a ground, red, green and blue from 0 to 1: those for dark ground where it is dark."""
    red, green, blue = ground
    return palettes()[0 if 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 else 1]

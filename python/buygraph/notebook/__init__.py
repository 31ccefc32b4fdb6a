"""How a deal shows itself in a notebook: its account map, live where it can be."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import _core
from .._api import _attach
from .._core import Deal

if TYPE_CHECKING:
    from ._widget import DealWidget

SCRIPT: Path = Path(__file__).with_name("widget.js")
"""The component and the core that answers it, in one module. Installed where scripts/build-web made it."""


def _widget(
    self: Deal,
    language: str | None = None,
    layout: str = "hierarchy",
    theme: str = "system",
    samples: int = 4096,
    scale: str = "lead",
) -> DealWidget:
    """The deal as a live map: what is dragged, cut or typed there comes back to Python.

    The core runs in the page: no kernel is asked while something is moved. ``widget.edited()`` gives the changed deal,
    ``widget.forecast`` what the page says of it.

    Args:
        language: 'zh' or 'en'; the deal's own unless given.
        layout: 'hierarchy', 'influence', 'power_stance', 'zipper' or 'list', at first.
        theme: 'light', 'dark' or 'system'.
        samples: states of the world of a forecast once nothing moves; 1,024 while something does.
        scale: 'lead', 'stance_to_us' or 'pull_to_buy', as of ``Deal.map``, at first.

    Raises:
        ImportError: anywidget is not installed: ``pip install 'buygraph[notebook]'``.
        Error: the package came without the live page.
    """
    if find_spec("anywidget") is None:
        raise ImportError("the live map needs anywidget: pip install 'buygraph[notebook]'")
    if not SCRIPT.exists():
        raise _core.Error("this package has no live page; run scripts/build-web and install it again")
    from ._widget import DealWidget

    return DealWidget(self, language or self.language or "en", layout, theme, samples, scale)


def _in_notebook() -> bool:
    """A kernel that has somewhere to show widgets."""
    ipython = sys.modules.get("IPython")
    return ipython is not None and getattr(ipython.get_ipython(), "kernel", None) is not None


def _bundle(self: Deal, include: object = None, exclude: object = None) -> dict[str, Any]:
    """The live map where a notebook runs and anywidget is installed; besides the picture, for wherever it is read."""
    still = {"image/svg+xml": self.map(language=self.language or "en"), "text/plain": repr(self)}
    if not (_in_notebook() and SCRIPT.exists() and find_spec("anywidget")):
        return still
    shown = self.widget()._repr_mimebundle_()
    live = shown[0] if isinstance(shown, tuple) else shown
    return {**(live or {}), **still}


_attach(Deal, "widget", _widget)
_attach(Deal, "_repr_mimebundle_", _bundle)

"""A deal as an anywidget. Read when the first one is made."""

from __future__ import annotations

import json
from typing import Any

import anywidget
import traitlets

from .. import _core
from .._core import Deal
from . import SCRIPT


class DealWidget(anywidget.AnyWidget):
    """A deal's live map. Traits go both ways: what Python sets is shown, what a hand changes is here.

    Attributes:
        deal: text of the deal file that is shown; another one begins anew.
        language, layout, theme, samples, scale: as given to ``Deal.widget``.
        edits: pairs of a path and a value, read again with the evidence; as for ``Deal.with_edits``.
        moves: made after the evidence; as in a deal file.
        forecast: before, after and the difference, as ``buygraph what-if --json`` has them; None: nothing has changed.
        selected: id of the person whose card is open, or None.
    """

    _esm = SCRIPT
    deal = traitlets.Unicode().tag(sync=True)
    language = traitlets.Enum(["zh", "en"]).tag(sync=True)
    layout = traitlets.Enum(["hierarchy", "influence", "power_stance", "zipper", "list"]).tag(sync=True)
    theme = traitlets.Enum(["light", "dark", "system"]).tag(sync=True)
    samples = traitlets.Int(4096, min=1).tag(sync=True)
    scale = traitlets.Enum(["lead", "stance_to_us", "pull_to_buy"]).tag(sync=True)
    edits: traitlets.List[Any] = traitlets.List().tag(sync=True)
    moves: traitlets.List[Any] = traitlets.List().tag(sync=True)
    forecast = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    selected = traitlets.Unicode(allow_none=True, default_value=None).tag(sync=True)

    def __init__(self, deal: Deal, language: str, layout: str, theme: str, samples: int, scale: str) -> None:
        text = json.dumps(deal.to_dict(), ensure_ascii=False)
        super().__init__(deal=text, language=language, layout=layout, theme=theme, samples=samples, scale=scale)

    def edited(self) -> Deal:
        """The deal with what was changed in the page: edits in it, moves in the place of its own.

        Raises:
            DealError: the edits make it one that cannot be used.
        """
        changed: dict[str, Any] = _core.load(json.loads(self.deal)).with_edits(dict(self.edits)).to_dict()
        if self.forecast is not None:
            changed["moves"] = self.moves
        return _core.load(changed)

"""Who decides in a large account, how it will end, and why.

A purchase is a weighted graph from concerns to people, from people to people, and from people to the decision::

    import buygraph as bg

    deal = bg.load("deal.json")
    print(deal.forecast())
"""

from . import (  # noqa: F401  (methods of Deal)
    _insight,
    _negotiate,
    _plan,
    _questions,
    catalog,
    decision,
    graph,
    influence,
    notebook,
    plot,
    portfolio,
    report,
)
from ._api import explain
from ._compare import Comparison, compare
from ._core import (
    ChangedForecast,
    Deal,
    DealError,
    DecisionModel,
    Error,
    Fault,
    FileError,
    Forecast,
    InputError,
    NoDecision,
    __version__,
    load,
    schema,
    validate,
)
from ._plan import zipper
from ._questions import Brief
from .engines import duckdb, spark
from .portfolio import Portfolio
from .simulation import simulate
from .tables import Table

__all__ = [
    "Brief",
    "ChangedForecast",
    "Comparison",
    "Deal",
    "DealError",
    "DecisionModel",
    "Error",
    "Explanation",
    "Fault",
    "FileError",
    "Forecast",
    "InputError",
    "NoDecision",
    "Portfolio",
    "Table",
    "__version__",
    "catalog",
    "compare",
    "decision",
    "duckdb",
    "explain",
    "graph",
    "influence",
    "load",
    "plot",
    "portfolio",
    "report",
    "schema",
    "simulate",
    "spark",
    "validate",
    "zipper",
]

from ._api import Explanation  # noqa: E402  (after the methods are in place)

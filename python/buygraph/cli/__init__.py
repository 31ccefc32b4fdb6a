"""The command line: ``buygraph forecast deal.json``."""

from .main import main

__all__ = ["main"]

"""How a group decides, usable on any probabilities."""

from ._core import group_choice

__all__ = ["group_choice"]

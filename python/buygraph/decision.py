"""How a group decides, usable on any probabilities, and how much power its rule gives to whom."""

from ._core import group_choice
from .power_indices import Banzhaf, PowerIndex, banzhaf, shapley_shubik

__all__ = ["Banzhaf", "PowerIndex", "banzhaf", "group_choice", "shapley_shubik"]

"""From person to person: Friedkin–Johnsen influence on anybody's matrices."""

from ._core import control_matrix, equilibrium, path

__all__ = ["control_matrix", "equilibrium", "path"]

"""How a group decides, usable on any probabilities, and how much power its rule gives to whom."""

from typing import NamedTuple

from numpy.typing import ArrayLike

from . import _core
from ._core import group_choice
from .power_indices import Banzhaf, PowerIndex, banzhaf, shapley_shubik

__all__ = [
    "Banzhaf",
    "InformationValue",
    "PowerIndex",
    "banzhaf",
    "group_choice",
    "sample_information",
    "shapley_shubik",
]


class InformationValue(NamedTuple):
    """What an answer is worth before it is heard.

    Attributes:
        now: expected payoff of the best choice without it.
        sample: expected value of the sample information (EVSI), >= 0.
        perfect: of perfect information (EVPI), >= EVSI.
        changes_choice: chance that the answer changes the choice.
    """

    now: float
    sample: float
    perfect: float
    changes_choice: float


def sample_information(payoffs: ArrayLike, prior: ArrayLike, likelihoods: ArrayLike) -> InformationValue:
    """The value of sample information where states, choices and answers are discrete.

    Args:
        payoffs: choices x states.
        prior: of the states, adding to 1.
        likelihoods: states x answers, chance of each answer in each state, rows adding to 1.

    Raises:
        InputError: sizes that do not agree, chances that are none.

    Source: Raiffa and Schlaifer 1961, Applied Statistical Decision Theory, chapter 4.
    """
    return InformationValue(**_core.sample_information(payoffs, prior, likelihoods))

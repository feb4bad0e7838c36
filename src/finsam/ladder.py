"""A ladder (*trappa*): the most that an association means to have saved, by how large its contributions are."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from finsam.errors import BudgetError, Problem, at
from finsam.language import Text
from finsam.money import ExactMoney, Money, kr, of_ore
from finsam.typed import typed

__all__ = ["Step", "most_by", "unsteady"]


@frozen(kw_only=True, field_transformer=typed)
class Step:
    """
    A step of a ladder (*trappsteg*): the most that may be saved where a year's contributions are `up_to` that amount,
    as a share of them or as an amount. Without `up_to` it is for all contributions above the step before it.

    Raises `BudgetError` for both a share and an amount, for neither, and for an amount below zero.
    """

    up_to: Money | None = None
    share: Fraction | None = None
    amount: Money | None = None

    def __attrs_post_init__(self) -> None:
        if (self.share is None) == (self.amount is None):
            raise BudgetError(_ONE_MEASURE)
        for key in ("up_to", "amount"):
            if (amount := getattr(self, key)) is not None and amount < kr(0):
                raise BudgetError(at(_BELOW_ZERO(amount=amount), key))

    def most(self, contributions: Money) -> ExactMoney | None:
        """The most that may be saved in a year of those contributions."""
        return self.amount if self.share is None else of_ore(contributions.ore * self.share)


def most_by(ladder: Sequence[Step], contributions: Money) -> ExactMoney | None:
    """The most that may be saved by the first step that reaches the contributions; None where none does."""
    reached = (step for step in ladder if step.up_to is None or contributions <= step.up_to)
    step = next(reached, None)
    return None if step is None else step.most(contributions)


def unsteady(ladder: Sequence[Step]) -> Iterator[Problem]:
    """The steps that are not above the one before them."""
    for index, (below, step) in enumerate(pairwise(ladder), 1):
        if below.up_to is None:
            yield at(_NOT_LAST, "ladder", index - 1)
        elif step.up_to is not None and step.up_to <= below.up_to:
            yield at(_NOT_ABOVE(up_to=step.up_to, below=below.up_to), "ladder", index, "up_to")


_ONE_MEASURE = Text(
    en="a step of the ladder has a share or an amount; write one of them",
    sv="ett trappsteg har en andel (share) eller ett belopp (amount); skriv ett av dem",
)
_BELOW_ZERO = Text(
    en="a step of the ladder has {amount}; write zero or more",
    sv="ett trappsteg har {amount}; skriv noll eller mer",
)
_NOT_LAST = Text(
    en="only the last step of the ladder is without up_to; write the contributions up to which this one is",
    sv="bara trappans sista steg saknar up_to; skriv till vilka bidrag detta steg gäller",
)
_NOT_ABOVE = Text(
    en="the step goes up to {up_to}, not above the {below} of the step before it; write the steps from the lowest",
    sv="trappsteget gäller till {up_to}, inte över föregående stegs {below}; skriv stegen från det lägsta",
)

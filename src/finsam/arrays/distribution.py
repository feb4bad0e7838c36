"""What may come of an amount (*sannolikhetsfördelning*): counted in draws, exactly, with nothing in between them."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Generic, TypeVar

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from finsam.errors import ShareError, UnknownNameError
from finsam.language import Text
from finsam.money import Money
from finsam.readonly import ReadOnly
from finsam.shares import ShareLike, percent, share
from finsam.typed import expect

__all__ = ["Distribution"]

K = TypeVar("K")


def _closed(ore: NDArray[np.int64]) -> NDArray[np.int64]:
    view = ore.view()
    view.flags.writeable = False
    return view


@frozen(kw_only=True, eq=False)
class Distribution(Generic[K]):
    """
    What may come of several amounts (*sannolikhetsfördelning*), as of what each member pays: a row a draw; made by
    `contributions` and `outlook`.

    `columns` are what the amounts are of, members or years, and `ore` the amounts in öre, of shape (n, columns); it
    cannot be written to. `pandas.DataFrame(it.ore, columns=it.columns)` is the table.

    >>> paid = Distribution(columns=("Aneby", "Eksjö"), ore=np.array([[500, 900], [100, 700], [300, 800]]))
    >>> paid.quantile("1/2")["Aneby"], paid.chance_below(kr(5))["Aneby"]
    (kr(3), Fraction(2, 3))
    >>> paid["Eksjö"]
    array([900, 700, 800])
    """

    columns: tuple[K, ...]
    ore: NDArray[np.int64] = field(converter=_closed)

    def __len__(self) -> int:
        """How many draws there are."""
        return len(self.ore)

    def __getitem__(self, column: K) -> NDArray[np.int64]:
        """The amounts of one, in öre, a number a draw; raises `UnknownNameError`, which suggests the nearest."""
        if column not in self.columns:
            raise UnknownNameError(_NO_COLUMN, column, tuple(map(str, self.columns)))
        return self.ore[:, self.columns.index(column)]

    def quantile(self, q: ShareLike) -> Mapping[K, Money]:
        """
        The smallest amount that was drawn such that at least that share of the draws is not above it (*kvantil*).

        So it is always an amount that was drawn: the one in place ⌈q · n⌉ from the smallest, and the smallest for zero.
        Raises `ShareError` for what is no exact share from 0 to 1.
        """
        exact = _part(q)
        place = max(-(-exact.numerator * len(self) // exact.denominator), 1) - 1
        amounts = np.partition(self.ore, place, axis=0)[place]
        return ReadOnly({column: Money(ore=int(ore)) for column, ore in zip(self.columns, amounts, strict=True)})

    def within(self, q: ShareLike) -> Mapping[K, tuple[Money, Money]]:
        """
        Between which amounts at least that share of the draws lies, with about as many below as above.

        They are the quantiles of (1 - q) / 2 and (1 + q) / 2. Raises `ShareError` as `quantile` does.
        """
        exact = _part(q)
        low, high = self.quantile((1 - exact) / 2), self.quantile((1 + exact) / 2)
        return ReadOnly({column: (low[column], high[column]) for column in self.columns})

    def chance_below(self, amount: Money) -> Mapping[K, Fraction]:
        """In how large a share of the draws each is below that amount, exactly counted."""
        expect(amount, Money, "amount")
        return self._counted(self.ore < amount.ore)

    def chance_above(self, amount: Money) -> Mapping[K, Fraction]:
        """In how large a share of the draws each is above that amount, exactly counted."""
        expect(amount, Money, "amount")
        return self._counted(self.ore > amount.ore)

    def _counted(self, draws: NDArray[np.bool_]) -> Mapping[K, Fraction]:
        counts = np.count_nonzero(draws, axis=0)
        return ReadOnly(
            {column: Fraction(int(count), len(self)) for column, count in zip(self.columns, counts, strict=True)}
        )


def _part(q: ShareLike) -> Fraction:
    """A part of the draws, exactly."""
    exact = share(q)
    if not 0 <= exact <= 1:
        raise ShareError(_NO_PART(given=percent(exact)))
    return exact


_NO_COLUMN = Text(en='there is no column "{name}"', sv='det finns ingen kolumn "{name}"')
_NO_PART = Text(
    en='{given} is not a part of the draws; write from 0 to 1, for example "90 %"',
    sv='{given} är ingen del av dragningarna; skriv från 0 till 1, till exempel "90 %"',
)

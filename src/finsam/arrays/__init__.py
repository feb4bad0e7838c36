"""
What is uncertain, in columns of numbers (*känslighetsanalys*): thousands of draws of totals, costs and populations
become what each member pays and what every year closes with, exact to the öre.

A draw (*dragning*) is a row, from a generator of your own; amounts are whole öre, and nothing here draws or rounds.

- `allocate` splits a column of totals, as `finsam.allocate` splits one.
- `contributions` gives what each member pays in a year, as `OperationalPlan.contributions` does.
- `outlook` carries equity through the years, as `OperationalPlan.closing_equity` does: an `Outlook`.
- A `Distribution` holds what came of it: its columns, its quantiles, and how often it is below or above an amount.

>>> import numpy as np
>>> plan, draws = example("hoglandet-2023"), np.arange(-50, 50)  # in place of draws of your own
>>> state, costs = 402_700_000 + 100_000 * draws, 805_400_000 - 1_000_000 * (draws + 1)
>>> ahead = outlook(plan, state={2024: state}, costs={2024: costs})
>>> ahead.contributions(2024).within("90 %")["Aneby"]
(kr(119_430), kr(122_130))
>>> ahead.below_zero[2025]
Fraction(7, 50)

It needs NumPy: `pip install "finsam[numpy]"`. Raises `MissingPackageError` where that is not there.
"""

from finsam.errors import NOT_INSTALLED, MissingPackageError

try:
    from finsam.arrays.allocation import allocate
    from finsam.arrays.columns import ColumnLike
    from finsam.arrays.distribution import Distribution
    from finsam.arrays.equity import Outlook, outlook
    from finsam.arrays.members import contributions
except ModuleNotFoundError as error:
    if error.name != "numpy":
        raise
    raise MissingPackageError(NOT_INSTALLED(what="finsam.arrays", package="NumPy", extra="numpy")) from None

__all__ = ["ColumnLike", "Distribution", "Outlook", "allocate", "contributions", "outlook"]

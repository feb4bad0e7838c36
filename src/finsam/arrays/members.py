"""What each member pays (*bidrag*), of columns of totals and of inhabitants."""

from collections.abc import Mapping

from finsam.arrays.columns import ColumnLike, as_long, column
from finsam.arrays.distribution import Distribution
from finsam.arrays.inhabitants import inhabitants
from finsam.arrays.year import year_draws
from finsam.errors import FundingError
from finsam.funding import Basis
from finsam.language import Text
from finsam.plan import OperationalPlan
from finsam.typed import expect

__all__ = ["NOTHING_DRAWN", "contributions"]


def contributions(
    plan: OperationalPlan,
    year: int,
    *,
    total: ColumnLike | None = None,
    state: ColumnLike | None = None,
    regions: ColumnLike | None = None,
    municipalities: ColumnLike | None = None,
    per_inhabitant: ColumnLike | None = None,
    population: Mapping[str, ColumnLike] | None = None,
) -> Distribution[str]:
    """
    What each member pays in a year (*bidrag*), for columns of what is uncertain, in öre: a row a draw.

    One column takes the place of the amount from which the plan's year starts: the total, what a party pays, or what
    the municipalities pay for each inhabitant. `population` takes the place of inhabitants, by member, where the plan
    splits by population, also in a mixture. All else is as in the plan: the keys, the unit, and what is agreed for
    parts of a year. Every row is what `finsam.contributions` gives of it.

    Raises `ColumnError` for what is no column, `UnknownNameError` for inhabitants of one who does not split by them,
    and otherwise as `OperationalPlan.contributions` does: a split that is not known is refused, and so are fixed
    amounts that do not add up to what is drawn.

    >>> paid = contributions(example("hoglandet-2023"), 2024, state=[402_700_000, 380_000_000])
    >>> paid["Aneby"]
    array([12081000, 11400000])
    """
    expect(plan, OperationalPlan, "plan")
    starts = zip(Basis, (total, state, regions, municipalities, per_inhabitant), strict=True)
    amounts = {basis: column(given, basis.value, least=0) for basis, given in starts if given is not None}
    heads = {} if population is None else inhabitants(population, "population")
    columns = {**{basis.value: each for basis, each in amounts.items()}, **{_of(name): heads[name] for name in heads}}
    if not columns:
        raise FundingError(NOTHING_DRAWN)
    return year_draws(plan, year, as_long(columns), amounts, heads).by_member()


def _of(member: str) -> str:
    return f'population["{member}"]'


NOTHING_DRAWN = Text(
    en="nothing is drawn; give a column, as total=numpy.array([...]) in öre",
    sv="inget är draget; ange en kolumn, som total=numpy.array([...]) i öre",
)

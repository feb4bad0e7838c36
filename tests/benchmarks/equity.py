"""
How long it takes to carry equity through ten years of outcomes, forecasts and budgets, for 75 associations.

Every plan is made anew, so that nothing has been worked out yet. Held against: 50 ms for all of them.

Run by hand: `python tests/benchmarks/equity.py`.
"""

import pyperf
from attrs import evolve

from finsam import Association, Category, Cost, Equity, Funding, OperationalPlan, Shares, kr
from finsam.equity import EquityYear, equity_over_time
from finsam.rows import Columns

ASSOCIATIONS = 75
OUTCOMES, FORECASTS, BUDGETS = range(2018, 2025), range(2025, 2026), range(2026, 2028)


def plan(number: int) -> OperationalPlan:
    """An association with three rows of costs in ten years."""
    costs = tuple(
        Cost(
            id=category.value,
            name=category.value,
            category=category,
            outcome={year: kr(900_000 + number + year) for year in OUTCOMES},
            forecast={year: kr(1_000_000 + number) for year in FORECASTS},
            budget={year: kr(1_100_000 + number) for year in BUDGETS},
        )
        for category in (Category.INDIVIDUAL, Category.STRUCTURAL, Category.ADMINISTRATION)
    )
    return OperationalPlan(
        association=Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län"),
        year=2026,
        funding=Funding(
            total={year: kr(4_000_000) for year in (*OUTCOMES, *FORECASTS, *BUDGETS)},
            split=Shares({"Habo": "60 %", "Mullsjö": "40 %"}),
        ),
        equity=Equity(opening=Columns(outcome={2018: kr(500_000)})),
        costs=costs,
    )


def carried(plans: list[OperationalPlan]) -> list[tuple[EquityYear, ...]]:
    """The equity of every year of plans of which nothing has been worked out yet."""
    return [equity_over_time(each) for each in plans]


def main() -> None:
    plans = [plan(number) for number in range(ASSOCIATIONS)]
    assert [len(years) for years in carried(plans)] == [10] * ASSOCIATIONS
    assert all(each.closing is not None for years in carried(plans) for each in years)
    runner = pyperf.Runner()
    anew = runner.bench_func("the plans made anew", lambda: [evolve(each) for each in plans])
    whole = runner.bench_func("equity of ten years for 75 plans", lambda: carried([evolve(each) for each in plans]))
    if anew and whole and not runner.args.worker:
        took = min(whole.get_values()) - min(anew.get_values())
        print(f"ten years of equity for 75 associations take {1000 * took:.0f} ms (below 50)")


if __name__ == "__main__":
    main()

"""
How long it takes to lay out a year day by day for a plan with two hundred payments, each by a rule of its own.

Processor time; the rules are read anew each time. Held against: below 50 ms.

Run by hand: `python tests/benchmarks/liquidity.py --rigorous`.
"""

from datetime import date
from time import process_time

import pyperf
from attrs import evolve

from finsam import Association, Category, Cost, Equity, Funding, OperationalPlan, kr
from finsam.liquidity import liquidity
from finsam.payments import Flow, PaymentPlan, _days
from finsam.rows import Columns

RULES = (
    *(f"FREQ=MONTHLY;BYMONTHDAY={day}" for day in range(1, 29)),
    *(f"FREQ=WEEKLY;BYDAY={day}" for day in ("MO", "TU", "WE", "TH", "FR")),
    "quarterly in advance",
    "last weekday of the month",
    "daily",
)


def plan() -> OperationalPlan:
    """A plan of two hundred rows of costs, each with a payment of its own."""
    rows = [
        Cost(id=f"r{number}", name=f"R{number}", category=Category.INDIVIDUAL, budget={2027: kr(100 + number)})
        for number in range(200)
    ]
    return OperationalPlan(
        association=Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län"),
        year=2027,
        funding=Funding(total={2027: kr(4_000_000)}),
        equity=Equity(opening=Columns(budget={2027: kr(100_000)})),
        costs=tuple(rows),
        payments=(
            PaymentPlan(of=Flow.CONTRIBUTIONS, rule="quarterly in advance"),
            *(PaymentPlan(cost=row.id, rule=RULES[number % len(RULES)]) for number, row in enumerate(rows)),
        ),
    )


def year_of(plan: OperationalPlan) -> date:
    """The lowest day of a plan of which nothing has been worked out yet."""
    _days.cache_clear()
    return liquidity(evolve(plan), 2027).lowest[0]


def processor_time(loops: int, plan: OperationalPlan) -> float:
    """The seconds of processor time that it takes so many times."""
    before = process_time()
    for _ in range(loops):
        year_of(plan)
    return process_time() - before


def main() -> None:
    runner = pyperf.Runner()
    year = runner.bench_time_func("a year of two hundred payments", processor_time, plan())
    if year and not runner.args.worker:
        print(f"a year of two hundred payments takes {min(year.get_values()) * 1_000:.1f} ms (below 50)")


if __name__ == "__main__":
    main()

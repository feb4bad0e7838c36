"""The commands about a plan's money in the course of the years: what came of it, what is left, and what is decided."""

from argparse import Namespace
from collections.abc import Sequence

from finsam import reports
from finsam.cli.answer import write
from finsam.cli.given import day_of, opened, year_of
from finsam.cli.limits import given_limits, last_year
from finsam.cli.parser import FINE, Command
from finsam.deviation import Method, deviations, expected
from finsam.errors import BudgetError
from finsam.language import Text
from finsam.liquidity import liquidity
from finsam.matching import matching
from finsam.money import kr
from finsam.period import Time, in_order
from finsam.plan import OperationalPlan
from finsam.reports import decided_records, money_records
from finsam.reports import matching as match_report
from finsam.reports.balances import record as liquidity_record
from finsam.reports.duties import record as duties_record
from finsam.reports.parts import Section

__all__ = ["COMMANDS"]


def _deviation(options: Namespace) -> int:
    """The deviations, and of a year that is running what it is heading for by each method."""
    plan = opened(options.plan)
    of = deviations(plan, _through(plan) if options.through is None else options.through)
    ahead = [expected(plan, of.time, method=each) for each in Method] if of.is_so_far else []
    write(
        options,
        lambda: {**money_records.deviation(of), "expected": [money_records.expectation(each) for each in ahead]},
        lambda: Section(blocks=(reports.deviation(plan, of), *map(reports.expectation, ahead))),
    )
    return FINE


def _liquidity(options: Namespace) -> int:
    plan = opened(options.plan)
    year = year_of(options, plan)
    opening = None if options.opening is None else kr(options.opening)
    of = liquidity(plan, year, opening=opening, others=options.others)
    write(options, lambda: liquidity_record(of, options.lang), lambda: reports.liquidity(of))
    return FINE


def _calendar(options: Namespace) -> int:
    """The duties of a year: the one that is given, or that of the day, or the plan's."""
    plan, on = opened(options.plan), day_of(options)
    year = options.year if options.year is not None else plan.year if on is None else on.year
    write(
        options,
        lambda: duties_record(plan, year, options.lang, on=on),
        lambda: reports.calendar(plan, year, on=on),
    )
    return FINE


def _decisions(options: Namespace) -> int:
    plan, on = opened(options.plan), day_of(options)
    write(
        options,
        lambda: decided_records.decisions(plan, on=on),
        lambda: reports.decisions(plan, on=on) or _NO_DECISIONS,
    )
    return FINE


def _through(plan: OperationalPlan) -> Time:
    """The time of the latest outcome."""
    if not plan.outcomes:
        raise BudgetError(_NO_OUTCOME(year=plan.year))
    return max((each.time for each in plan.outcomes), key=lambda time: in_order(time)[::-1])


def _equity(options: Namespace) -> int:
    plan = opened(options.plan)
    write(options, lambda: money_records.equity(plan), lambda: reports.equity(plan) or _NO_EQUITY)
    return FINE


def _match(options: Namespace) -> int:
    """The most that the members can match of what is offered."""
    plan = opened(options.plan)
    year = year_of(options, plan)
    offers, ceilings = given_limits(plan, year, offers=options.offer, ceilings=options.ceiling)
    terms = plan.terms(year)
    found = matching(
        plan.association,
        year,
        offers=offers,
        ceilings=ceilings,
        last_year=last_year(plan, year),
        split=terms.split,
        region_split=terms.region_split,
        unit=terms.unit if options.unit is None else kr(options.unit),
        part_year=terms.part_year,
    )
    write(options, lambda: match_report.record(found), lambda: match_report.matched(found))
    return FINE


_NO_EQUITY = Section(
    blocks=(),
    title=Text(en="the plan has no budget, forecast or outcome", sv="planen har ingen budget, prognos eller utfall"),
)
_NO_OUTCOME = Text(
    en="the plan for {year} has no outcome to be held against the budget; write one in the rows of its costs",
    sv="planen för {year} har inget utfall att jämföra med budgeten; skriv det i kostnadernas rader",
)
_NO_DECISIONS = Section(blocks=(), title=Text(en="the plan has no decisions", sv="planen har inga beslut"))

COMMANDS: Sequence[Command] = (
    Command(
        name="deviation",
        run=_deviation,
        what=Text(
            en="print how far an outcome is from the budget, and what the year is heading for",
            sv="skriv ut hur ett utfall avviker från budgeten, och vart året är på väg",
        ),
        given=("plan", "--through"),
    ),
    Command(
        name="equity",
        run=_equity,
        what=Text(
            en="print the equity of each year, and what is above the most that may be saved",
            sv="skriv ut varje års eget kapital, och vad som är över taket för sparat kapital",
        ),
        given=("plan",),
    ),
    Command(
        name="liquidity",
        run=_liquidity,
        what=Text(
            en="print whether the money lasts the year: the balance by month, the lowest point and what cannot be paid",
            sv="skriv ut om pengarna räcker året: saldot per månad, den lägsta punkten och vad som inte kan betalas",
        ),
        given=("plan", "--year", "--opening", "--others"),
    ),
    Command(
        name="calendar",
        run=_calendar,
        what=Text(
            en="print what the act asks for in a year, what is done and what is late",
            sv="skriv ut vad lagen kräver under ett år, vad som är gjort och vad som är försenat",
        ),
        given=("plan", "--year", "--on"),
    ),
    Command(
        name="match",
        run=_match,
        what=Text(
            en="print the most that the members can match of what is offered for a year",
            sv="skriv ut det mesta som medlemmarna kan matcha av det som erbjuds för ett år",
        ),
        given=("plan", "--year", "--unit", "--offer", "--ceiling"),
    ),
    Command(
        name="decisions",
        run=_decisions,
        what=Text(
            en="print the decisions on money of a plan, what they commit by year and what is free",
            sv="skriv ut en plans beslut om medel, vad de binder per år och vad som är fritt",
        ),
        given=("plan", "--on"),
    ),
)

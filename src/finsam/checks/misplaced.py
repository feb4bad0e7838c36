"""
3xx, continued: figures that seem to stand in the wrong place, with the wrong sign or in the wrong unit.

Nothing here is against the law: an amount in the wrong year is believed by everything else, so it is asked about.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from finsam.budget import Cost, Income
from finsam.checks.rules import Breach, Rule, numbered
from finsam.finding import Chapter, Severity
from finsam.language import Text
from finsam.money import Money, kr
from finsam.period import Time, in_order, time_key, time_label, year_of
from finsam.place import Path
from finsam.plan import OperationalPlan
from finsam.rows import Column, Columns

__all__ = ["FULL_TABLES", "PROBABLE", "RULES", "SAME_UNIT", "WRITE_ZERO"]

THOUSANDFOLD = 500
FIFTYFOLD = 50
NEXT_TO_NOTHING = 5_000

FULL_TABLES = Text(
    en="practice: every row has a figure in every year of its table, and zero is written",
    sv="praxis: varje rad har en siffra för varje år i sin tabell, och noll skrivs ut",
)
PROBABLE = Text(en="practice: a figure that is probable", sv="praxis: en rimlig siffra")


def _rows(plan: OperationalPlan) -> Iterator[tuple[Path, Cost | Income]]:
    """Every row of costs and of other income, each with its place."""
    for kind in ("costs", "income"):
        for index, row in enumerate(getattr(plan, kind)):
            yield (kind, index), row


def _filled(plan: OperationalPlan, column: Column) -> dict[Time, list[Path]]:
    """The rows of costs that have an amount in the column, by its times."""
    filled: dict[Time, list[Path]] = {}
    for index, row in enumerate(plan.costs):
        for time in getattr(row, column):
            filled.setdefault(time, []).append(("costs", index))
    return {time: filled[time] for time in sorted(filled, key=in_order)}


def _astray(filled: dict[Time, list[Path]]) -> dict[Time, list[Path]]:
    """The times that have fewer rows than another, and none of a row that has an amount at other times too."""
    most = max(map(len, filled.values()), default=0)
    times = Counter(row for rows in filled.values() for row in rows)
    return {time: rows for time, rows in filled.items() if len(rows) < most and all(times[row] == 1 for row in rows)}


def _thin(filled: dict[Time, list[Path]]) -> list[Time]:
    """The times that have less than half as many rows as another."""
    most = max(map(len, filled.values()), default=0)
    return [time for time, rows in filled.items() if 2 * len(rows) < most]


@numbered(
    "F353",
    Severity.WARNING,
    FULL_TABLES,
    Text(
        en="No year of a table of costs has less than half as many rows as another.",
        sv="Inget år i kostnadstabellen har färre än hälften så många rader som ett annat.",
    ),
    chapter=Chapter.BUDGET,
)
def _as_many_rows(plan: OperationalPlan) -> Iterator[Breach]:
    for column in Column:
        filled = _filled(plan, column)
        most = max(map(len, filled.values()), default=0)
        for time in _thin(filled):
            names = tuple(f'"{plan.costs[int(index)].id}"' for _, index in filled[time])
            message = _FEW_ROWS(column=column, time=time_label(time), count=len(names), names=names, most=most)
            path = (*filled[time][0], column, time_key(time))
            yield Breach(path=path, message=message, remedy=_MOVE_OR_FILL, silent=True)


_FEW_ROWS = Text(
    en="{column} {time} has {count} of the table's rows ({names}), where another year has {most}",
    sv="{column} {time} har {count} av tabellens rader ({names}), där ett annat år har {most}",
)
_MOVE_OR_FILL = Text(
    en="move the amount to its year, or write the others of that year, zero where it is meant",
    sv="flytta beloppet till rätt år, eller skriv årets övriga belopp, noll där det är menat",
)


@numbered(
    "F354",
    Severity.WARNING,
    FULL_TABLES,
    Text(
        en="A row that has an amount in a column of the table has one in every year of that column.",
        sv="En rad som har ett belopp i en av tabellens kolumner har ett för varje år i den kolumnen.",
    ),
    chapter=Chapter.BUDGET,
)
def _no_gaps(plan: OperationalPlan) -> Iterator[Breach]:
    for column in Column:
        filled = _filled(plan, column)
        thin, astray = _thin(filled), _astray(filled)
        told = {row for time in thin for row in filled[time]}
        times = [time for time in filled if time not in thin and time not in astray]
        for index, row in enumerate(plan.costs):
            own = getattr(row, column)
            missing = tuple(time_label(time) for time in times if time not in own)
            if own and missing and ("costs", index) not in told:
                yield Breach(
                    path=("costs", index, column),
                    message=_GAP(name=row.name, column=column, times=missing),
                    remedy=WRITE_ZERO,
                    silent=True,
                )


_GAP = Text(
    en="{name} has no amount in {column} {times}, where other rows have one",
    sv="{name} saknar belopp i {column} {times}, där andra rader har ett",
)
WRITE_ZERO = Text(
    en="write the amount, or 0 where there is none, or move one that stands in the wrong year",
    sv="skriv beloppet, eller 0 där det inte finns något, eller flytta ett som står på fel år",
)


@numbered(
    "F355",
    Severity.WARNING,
    Text(en="practice: a plan looks ahead from its budget year", sv="praxis: en plan ser framåt från sitt budgetår"),
    Text(
        en="A forecast and an outcome are for a year that begins before the budget year.",
        sv="En prognos och ett utfall avser ett år som börjar före budgetåret.",
    ),
)
def _in_its_time(plan: OperationalPlan) -> Iterator[Breach]:
    found: dict[tuple[Column, Time], list[Path]] = {}
    others: list[tuple[Path, Columns[Money]]] = [
        (("equity", "opening"), plan.equity.opening),
        (("funding", "received"), plan.funding.received),
    ]
    for path, row in [*_rows(plan), *others]:
        for column, time, _ in row.cells():
            if column is not Column.BUDGET and year_of(time) >= plan.year:
                found.setdefault((column, time), []).append(path)
    for (column, time), paths in found.items():
        message = _TOO_LATE(column=column, time=time_label(time), year=plan.year, count=len(paths))
        yield Breach(path=(*paths[0], column, time_key(time)), message=message, remedy=_OTHER_COLUMN)


_TOO_LATE = Text(
    en="{count} of the amounts stand in {column} {time}, in a plan for {year}",
    sv="{count} av beloppen står i {column} {time}, i en plan för {year}",
)
_OTHER_COLUMN = Text(
    en="move it to the budget, or to the year that it is about",
    sv="flytta det till budgeten, eller till det år det avser",
)


@numbered(
    "F356",
    Severity.WARNING,
    PROBABLE,
    Text(en="No cost and no income is below zero.", sv="Ingen kostnad och ingen intäkt är under noll."),
)
def _not_below_zero(plan: OperationalPlan) -> Iterator[Breach]:
    for path, row in _rows(plan):
        for column, time, amount in row.cells():
            if amount.ore < 0:
                message = _BELOW_ZERO(name=row.name, column=column, time=time_label(time), amount=amount)
                yield Breach(path=(*path, column, time_key(time)), message=message, remedy=_OTHER_SIGN)


_BELOW_ZERO = Text(en="{name} is {amount} in {column} {time}", sv="{name} är {amount} i {column} {time}")
_OTHER_SIGN = Text(
    en="write costs and income without a minus sign; a repaid cost can be an income",
    sv="skriv kostnader och intäkter utan minustecken; en återbetald kostnad kan vara en intäkt",
)


@numbered(
    "F357",
    Severity.NOTE,
    PROBABLE,
    Text(
        en="No amount is hundreds of times larger or smaller than the others of its row.",
        sv="Inget belopp är hundratals gånger större eller mindre än radens övriga.",
    ),
)
def _in_one_unit(plan: OperationalPlan) -> Iterator[Breach]:
    for path, row in _rows(plan):
        cells = [(column, time, amount) for column, time, amount in row.cells() if amount.ore > 0]
        ore = [amount.ore for _, _, amount in cells]
        if max(ore, default=0) < THOUSANDFOLD * min(ore, default=1):
            continue  # as nearly every row: nothing is far from anything
        for column, time, amount in cells:
            others = [each for *cell, each in cells if cell != [column, time]]
            if others and all(_far_apart(amount, other) for other in others):
                message = _OTHER_UNIT(name=row.name, column=column, time=time_label(time), amount=amount)
                yield Breach(path=(*path, column, time_key(time)), message=message, remedy=SAME_UNIT)
                break


def _far_apart(one: Money, other: Money) -> bool:
    """Whether one is hundreds of times the other."""
    return one.ore >= other.ore * THOUSANDFOLD or one.ore * THOUSANDFOLD <= other.ore


_OTHER_UNIT = Text(
    en="{name} is {amount} in {column} {time}, which is hundreds of times from the row's other amounts",
    sv="{name} är {amount} i {column} {time}, vilket skiljer sig hundrafalt från radens övriga belopp",
)
SAME_UNIT = Text(
    en='write every amount in the same unit, or its unit in quotes, as "150 tkr"',
    sv='skriv alla belopp i samma enhet, eller enheten inom citattecken, som "150 tkr"',
)


@numbered(
    "F360",
    Severity.NOTE,
    PROBABLE,
    Text(
        en="Costs are in the unit of the contributions: neither a year's nor a row's are next to nothing of them.",
        sv="Kostnader och bidrag har samma enhet: varken årets kostnader eller en rad är nästan ingenting av bidragen.",
    ),
)
def _in_the_unit_of_the_contributions(plan: OperationalPlan) -> Iterator[Breach]:
    for accounts in plan.accounts:
        costs, total = accounts.total_costs, accounts.contributions
        if costs is not None and total is not None and kr(0) < costs and costs.ore * FIFTYFOLD < total.ore:
            message = _LITTLE(column=accounts.column, time=time_label(accounts.time), costs=costs, total=total)
            yield Breach(path=("costs",), message=message, remedy=SAME_UNIT)
            return
    for path, row in _rows(plan):
        small = [cell for cell in row.cells() if cell[2].ore]
        if small and all(_is_next_to_nothing(plan, time, amount) for _, time, amount in small):
            column, time, amount = small[0]
            message = _SMALL_ROW(name=row.name, column=column, time=time_label(time), amount=amount)
            yield Breach(path=(*path, column, time_key(time)), message=message, remedy=SAME_UNIT)


def _is_next_to_nothing(plan: OperationalPlan, time: Time, amount: Money) -> bool:
    """Whether the amount is less than a five-thousandth of what is contributed in the year."""
    total = plan.total(time) if isinstance(time, int) else None
    return total is not None and 0 < amount.ore * NEXT_TO_NOTHING < total.ore


_LITTLE = Text(
    en="the costs in {column} {time} are {costs}, of contributions of {total}",
    sv="kostnaderna i {column} {time} är {costs}, av bidrag på {total}",
)
_SMALL_ROW = Text(
    en="{name} is {amount} in {column} {time}, which is next to nothing of the contributions",
    sv="{name} är {amount} i {column} {time}, vilket är nästan ingenting av bidragen",
)


@numbered(
    "F361",
    Severity.NOTE,
    PROBABLE,
    Text(
        en="A row that pays for an intervention has amounts only in years in which it goes on.",
        sv="En rad som betalar för en insats har belopp bara för år då insatsen pågår.",
    ),
)
def _while_it_goes_on(plan: OperationalPlan) -> Iterator[Breach]:
    ongoing = {each.id: each for each in plan.interventions}
    for index, row in enumerate(plan.costs):
        if (paid := ongoing.get(row.intervention or "")) is None:
            continue
        for column, time, amount in row.cells():
            first, last = in_order(time)
            over = (paid.end or date.max) < first
            if amount.ore and (over or last < (paid.start or date.min)):
                day = paid.end if over else paid.start
                text = _OVER if over else _NOT_BEGUN
                message = text(
                    name=row.name, amount=amount, column=column, time=time_label(time), paid=paid.name, day=day
                )
                yield Breach(path=("costs", index, column, time_key(time)), message=message, remedy=_OTHER_DAYS)


_OVER = Text(
    en="{name} is {amount} in {column} {time}, but {paid} ends on {day}",
    sv="{name} är {amount} i {column} {time}, men {paid} slutar {day}",
)
_NOT_BEGUN = Text(
    en="{name} is {amount} in {column} {time}, but {paid} starts on {day}",
    sv="{name} är {amount} i {column} {time}, men {paid} börjar {day}",
)
_OTHER_DAYS = Text(
    en="move the amount to another year, or correct the days of the intervention",
    sv="flytta beloppet till ett annat år, eller rätta insatsens datum",
)

RULES: tuple[Rule, ...] = (
    _as_many_rows,
    _no_gaps,
    _in_its_time,
    _not_below_zero,
    _in_one_unit,
    _in_the_unit_of_the_contributions,
    _while_it_goes_on,
)

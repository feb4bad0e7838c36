"""A plan built of what its file says: the tables joined, and everything that does not fit together reported."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from finsam.allocation import ORE
from finsam.association import Association, Member
from finsam.budget import Accounts, Budget, Column, CostLine, Forecast, IncomeLine, Outcome
from finsam.document import (
    AssociationTable,
    FundingTable,
    MemberEntry,
    PlanDocument,
    SplitTable,
    StatedTable,
)
from finsam.errors import AllocationError, FinsamError, MembershipError, PlanError, Problem, SplitError, suggestion
from finsam.funding import Basis, Funding, contributions_on
from finsam.organisations import ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN, Organisation
from finsam.plan import OperationalPlan
from finsam.split import ByPopulation, Equal, Fixed, Mixture, Shares, SplitKey, ToBeSplit
from finsam.stated import Stated

__all__ = ["built"]

T = TypeVar("T")
Cell = tuple[Column, int]


def built(document: PlanDocument, problems: list[Problem]) -> OperationalPlan | None:
    """
    The plan that the document is; what does not fit together is added to `problems`, and then there may be no
    plan.
    """
    association = _attempt("association", problems, partial(_association, document.association))
    if association is None:
        return None
    accounts = _accounts(document, problems)
    return _attempt(
        "",
        problems,
        partial(
            OperationalPlan,
            association=association,
            year=document.year,
            funding=tuple(_funding(document.funding, association, problems)),
            budgets=tuple(each for each in accounts if isinstance(each, Budget)),
            forecasts=tuple(each for each in accounts if isinstance(each, Forecast)),
            outcomes=tuple(each for each in accounts if isinstance(each, Outcome)),
            stated=tuple(each for table in document.stated for each in _stated(table, association, problems)),
            equity_ceiling=document.equity.ceiling,
            vision=document.vision,
            purpose=document.purpose,
            orientation=tuple(document.orientation),
            tasks=tuple(document.tasks),
            need=document.need,
            target_groups=tuple(document.target_groups),
            interventions=tuple(document.interventions),
            longest_intervention=document.longest_intervention,
            least_parties=document.least_parties,
            goals=tuple(document.goals),
            activities=tuple(document.activities),
            governance=document.governance,
            calendar=tuple(document.calendar),
        ),
    )


def _attempt(place: str, problems: list[Problem], make: Callable[[], T]) -> T | None:
    """What is made, or None and the problem."""
    try:
        return make()
    except PlanError as error:
        problems += [Problem(place=place, message=message) for message in error.problems]
    except FinsamError as error:
        problems.append(Problem(place=place, message=str(error)))
    return None


_BOTH_AGENCIES = [MemberEntry(name=FORSAKRINGSKASSAN), MemberEntry(name=ARBETSFORMEDLINGEN)]


def _association(table: AssociationTable) -> Association:
    regions = [table.region, *table.regions] if table.region else table.regions
    agencies = _BOTH_AGENCIES if table.agencies is None else table.agencies
    named: list[MemberEntry[Organisation]] = [*table.municipalities, *regions, *agencies]
    members = [Member(organisation=each.name, joined=each.joined, left=each.left) for each in named]
    return Association(name=table.name, members=tuple(members), formed=table.formed, number=table.organisation_number)


def _funding(table: FundingTable, association: Association, problems: list[Problem]) -> Iterable[Funding]:
    """The terms of every year that has an amount to start from."""
    given = [(year, basis, amount) for basis in Basis for year, amount in getattr(table, basis).items()]
    years = sorted({year for year, _, _ in given})
    split = _keys(table.split, "funding.split", years, problems)
    region_split = _keys(table.region_split, "funding.region_split", years, problems)
    problems += [
        Problem(place=f"funding.unit.{year}", message=f"the funding has no amount for {year}")
        for year in sorted(table.unit.keys() - set(years))
    ]
    for year in years:
        bases = [(basis, amount) for each, basis, amount in given if each == year]
        if len(bases) > 1:
            message = f"{year} starts from {' and '.join(basis for basis, _ in bases)}; write one of them"
            problems.append(Problem(place="funding", message=message))
        [(basis, amount), *_] = bases
        unit = table.unit.get(year, ORE)
        terms = partial(Funding, year=year, basis=basis, amount=amount, unit=unit)
        whole = partial(terms, split=split.get(year), region_split=region_split.get(year))
        if (funding := _attempt(f"funding.{basis}.{year}", problems, whole)) is not None:
            _attempt(f"funding, {year}", problems, partial(_possible, association, funding))
            yield funding


def _possible(association: Association, terms: Funding) -> None:
    """Refuse terms that cannot be; those that are only unlawful are for the checks to find."""
    try:
        contributions_on(association, terms)
    except (SplitError, AllocationError, MembershipError):
        raise
    except FinsamError:
        pass


def _keys(tables: list[SplitTable], place: str, years: Collection[int], problems: list[Problem]) -> dict[int, SplitKey]:
    """The split key of each year; one for the years it names, and one without years for the rest."""
    keys: dict[int, SplitKey] = {}
    for number, table in sorted(enumerate(tables, 1), key=lambda numbered: numbered[1].years is None):
        here = f"{place}[{number}]"
        if table.weight is not None:
            problems.append(Problem(place=f"{here}.weight", message="only a key in a mixture has a weight; remove it"))
        if (key := _attempt(here, problems, partial(_key, table))) is None:
            continue
        for year in [year for year in years if year not in keys] if table.years is None else table.years:
            if year in keys or year not in years:
                message = f"{year} already has a split" if year in keys else f"the funding has no amount for {year}"
                problems.append(Problem(place=f"{here}.years", message=message))
            keys[year] = key
    return keys


def _key(table: SplitTable) -> SplitKey:
    """The one key that the table is."""
    makers: dict[str, Callable[[Any], SplitKey]] = {
        "shares": Shares,
        "population": partial(ByPopulation, on=table.on, source=table.source),
        "equal": lambda _: Equal(),
        "amounts": Fixed,
        "mixture": _mixture,
        "to_be_split_by": lambda by: ToBeSplit(by=by, on=table.on),
    }
    given = [name for name in makers if getattr(table, name) not in (None, False)]
    if len(given) != 1:
        raise SplitError(f"a split has one key, not {' and '.join(given) or 'none'}; write one of {', '.join(makers)}")
    if table.on and given[0] not in ("population", "to_be_split_by"):
        raise SplitError(f"the day {table.on} does not go with {given[0]}; remove it")
    if table.source and given[0] != "population":
        raise SplitError(f"a source does not go with {given[0]}; remove it")
    return makers[given[0]](getattr(table, given[0]))


def _mixture(tables: list[SplitTable]) -> Mixture:
    parts = []
    for table in tables:
        if table.weight is None or table.years is not None:
            raise SplitError('each key in a mixture has a weight and no years; write weight = "50 %"')
        parts.append((table.weight, _key(table)))
    return Mixture(parts)


def cells(row: Any) -> Iterable[tuple[Column, int, Any]]:
    """Every cell of a row that has something in it."""
    for column in Column:
        for year, value in getattr(row, column).items():
            yield column, year, value


_KINDS: Mapping[Column, Callable[..., Budget | Forecast | Outcome]] = {
    Column.BUDGET: Budget,
    Column.FORECAST: Forecast,
    Column.OUTCOME: Outcome,
}


def _accounts(document: PlanDocument, problems: list[Problem]) -> list[Accounts]:
    """The budget, forecast and outcome of every year for which a row has an amount."""
    given: dict[Cell, dict[str, Any]] = {}
    for column, year, amount in cells(document.equity.opening):
        given.setdefault((column, year), {})["opening"] = amount
    for column, year, amount in cells(document.funding.received):
        given.setdefault((column, year), {})["contributions"] = amount
    for row in document.costs:
        line = partial(
            CostLine, id=row.id, name=row.name, category=row.category, intervention=row.intervention, note=row.note
        )
        _add(given, "costs", row, line)
    for each in document.income:
        _add(given, "other_income", each, partial(IncomeLine, id=each.id, name=each.name))
    for year in document.preliminary:
        if (Column.OUTCOME, year) in given:
            given[Column.OUTCOME, year]["preliminary"] = True
        else:
            problems.append(Problem(place="preliminary", message=f"there is no outcome for {year}"))
    made = (
        _attempt(f"{column} {year}", problems, partial(_KINDS[column], year=year, **values))
        for (column, year), values in sorted(given.items())
    )
    return [each for each in made if each is not None]


def _add(given: dict[Cell, dict[str, Any]], kind: str, row: object, line: Callable[..., object]) -> None:
    """Add the row's line to every column and year in which it has an amount."""
    for column, year, amount in cells(row):
        values = given.setdefault((column, year), {})
        values[kind] = (*values.get(kind, ()), line(amount=amount))


_TOTALS = ("income", "available", "ceiling", "costs", "result", "closing", "shares")


def _stated(table: StatedTable, association: Association, problems: list[Problem]) -> Iterable[Stated]:
    """What the document says in one place, a column and a year at a time."""
    said: dict[Cell, dict[str, Any]] = {}
    names = [member.name for member in association.members]
    for name in table.contributions:
        if name not in names:
            place = f'stated "{table.where}".contributions'
            problems.append(Problem(place=place, message=f"{name!r} is not a member{suggestion(name, names)}"))
    for total in _TOTALS:
        for column, year, value in cells(getattr(table, total)):
            said.setdefault((column, year), {})[total] = value
    for kind, rows in (("contributions", table.contributions), ("parties", table.parties)):
        for name, row in rows.items():
            for column, year, amount in cells(row):
                said.setdefault((column, year), {}).setdefault(kind, {})[name] = amount
    for (column, year), values in sorted(said.items()):
        yield Stated(where=table.where, column=column, year=year, **values)

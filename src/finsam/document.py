"""
The plan's file, table by table: the TOML format as typed classes.

Where the domain's own classes are written in a file as they are made, they stand here as they are.
"""

from datetime import date
from fractions import Fraction
from typing import Generic, NewType, TypeVar

from attrs import Factory, frozen

from finsam.budget import Category
from finsam.goals import Activity, Goal
from finsam.governance import Event, Governance
from finsam.interventions import Intervention, TargetGroup
from finsam.money import Money
from finsam.need import Need
from finsam.organisations import (
    Agency,
    Municipality,
    Organisation,
    OrganisationNumber,
    Party,
    Region,
)
from finsam.period import Period
from finsam.shares import PrintedShare
from finsam.targets import Bound, Direction

__all__ = [
    "Amount",
    "AssociationTable",
    "Baseline",
    "CharterTable",
    "Columns",
    "CostTable",
    "EquityTable",
    "FundingTable",
    "IncomeTable",
    "MemberEntry",
    "PlanDocument",
    "PlanYear",
    "SplitTable",
    "StatedTable",
    "TargetTable",
]

T = TypeVar("T")
O_co = TypeVar("O_co", bound=Organisation, covariant=True)

PlanYear = NewType("PlanYear", int)
Amount = NewType("Amount", Money)
Baseline = NewType("Baseline", object)


@frozen(kw_only=True)
class Columns(Generic[T]):
    """A row of a table: what stands in its budget, forecast and outcome columns, by year."""

    budget: dict[PlanYear, T] = Factory(dict)
    forecast: dict[PlanYear, T] = Factory(dict)
    outcome: dict[PlanYear, T] = Factory(dict)


@frozen(kw_only=True)
class MemberEntry(Generic[O_co]):
    """A member: a name alone, or a table with the days of membership."""

    name: O_co
    joined: date | None = None
    left: date | None = None


@frozen(kw_only=True)
class AssociationTable:
    """`[association]`."""

    name: str
    municipalities: list[MemberEntry[Municipality]] = Factory(list)
    region: MemberEntry[Region] | None = None
    regions: list[MemberEntry[Region]] = Factory(list)
    agencies: list[MemberEntry[Agency]] | None = None
    formed: date | None = None
    organisation_number: OrganisationNumber | None = None


@frozen(kw_only=True)
class SplitTable:
    """
    `[[funding.split]]` and `[[funding.region_split]]`: one key, for the `years` named or for all.

    In a `mixture` each key has a `weight` instead of years.
    """

    years: list[PlanYear] | None = None
    weight: Fraction | None = None
    shares: dict[str, Fraction] | None = None
    population: dict[str, int] | None = None
    on: date | None = None
    source: str | None = None
    equal: bool | None = None
    amounts: dict[str, Amount] | None = None
    mixture: "list[SplitTable] | None" = None
    to_be_split_by: str | None = None


@frozen(kw_only=True)
class FundingTable:
    """`[funding]`."""

    total: dict[PlanYear, Amount] = Factory(dict)
    state: dict[PlanYear, Amount] = Factory(dict)
    regions: dict[PlanYear, Amount] = Factory(dict)
    municipalities: dict[PlanYear, Amount] = Factory(dict)
    unit: dict[PlanYear, Amount] = Factory(dict)
    split: list[SplitTable] = Factory(list)
    region_split: list[SplitTable] = Factory(list)
    received: Columns[Amount] = Factory(Columns)


@frozen(kw_only=True)
class EquityTable:
    """`[equity]`."""

    opening: Columns[Amount] = Factory(Columns)
    ceiling: Fraction | None = None


@frozen(kw_only=True)
class IncomeTable:
    """`[[income]]`: a row of income other than the contributions."""

    id: str
    name: str
    budget: dict[PlanYear, Amount] = Factory(dict)
    forecast: dict[PlanYear, Amount] = Factory(dict)
    outcome: dict[PlanYear, Amount] = Factory(dict)


@frozen(kw_only=True)
class CostTable:
    """`[[costs]]`: a row of costs."""

    id: str
    name: str
    category: Category
    intervention: str | None = None
    note: str | None = None
    budget: dict[PlanYear, Amount] = Factory(dict)
    forecast: dict[PlanYear, Amount] = Factory(dict)
    outcome: dict[PlanYear, Amount] = Factory(dict)


@frozen(kw_only=True)
class StatedTable:
    """`[[stated]]`: what the document says in one place."""

    where: str
    contributions: dict[str, Columns[Amount]] = Factory(dict)
    parties: dict[Party, Columns[Amount]] = Factory(dict)
    income: Columns[Amount] = Factory(Columns)
    available: Columns[Amount] = Factory(Columns)
    ceiling: Columns[Amount] = Factory(Columns)
    costs: Columns[Amount] = Factory(Columns)
    result: Columns[Amount] = Factory(Columns)
    closing: Columns[Amount] = Factory(Columns)
    shares: Columns[dict[Category, PrintedShare]] = Factory(Columns)


@frozen(kw_only=True)
class TargetTable:
    """`[[goals.targets]]`: one aim, with what belongs to it, and for when and whom."""

    share: Fraction | None = None
    count: int | None = None
    every: bool | None = None
    trend: Direction | None = None
    milestone: str | None = None
    of: str | None = None
    to: str | None = None
    out_of: int | None = None
    bound: Bound | None = None
    baseline: Baseline | None = None
    by: date | None = None
    times: int | None = None
    year: PlanYear | None = None
    period: Period | None = None
    group: str | None = None
    indicator: str | None = None
    by_sex: bool = False


@frozen(kw_only=True)
class CharterTable:
    """`[governance.charter]`: the numbers of the items of 9 § that it has, and of those that it does not have."""

    present: list[int] = Factory(list)
    absent: list[int] = Factory(list)
    revised: date | None = None


@frozen(kw_only=True)
class PlanDocument:
    """The whole file."""

    format: int
    year: PlanYear
    association: AssociationTable
    funding: FundingTable = Factory(FundingTable)
    equity: EquityTable = Factory(EquityTable)
    income: list[IncomeTable] = Factory(list)
    costs: list[CostTable] = Factory(list)
    preliminary: list[PlanYear] = Factory(list)
    stated: list[StatedTable] = Factory(list)
    vision: str | None = None
    purpose: str | None = None
    orientation: list[str] = Factory(list)
    tasks: list[str] = Factory(list)
    need: Need | None = None
    target_groups: list[TargetGroup] = Factory(list)
    interventions: list[Intervention] = Factory(list)
    longest_intervention: int | None = None
    least_parties: int | None = None
    goals: list[Goal] = Factory(list)
    activities: list[Activity] = Factory(list)
    governance: Governance | None = None
    calendar: list[Event] = Factory(list)

"""How the years of a plan are funded (*finansiering*): from what each starts, and how its members share it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

from attrs import evolve, field, frozen

from finsam.allocation import NO_UNIT, ORE
from finsam.errors import FundingError, Problem, at
from finsam.language import Choice, Text
from finsam.money import Money, kr
from finsam.period import Year, calendar_year
from finsam.readonly import ReadOnly
from finsam.rows import Columns
from finsam.split import Agreement, SplitKey
from finsam.typed import typed

__all__ = ["TWO_STARTS", "Basis", "Funding", "PartYear", "Standing", "Terms"]


class Basis(Choice):
    """
    What the contributions are worked out from (*utgångspunkt*): the total, the amount of one of the parties, or what
    the municipalities pay for each inhabitant.
    """

    TOTAL = "total", "the total", "totalen"
    STATE = "state", "the state", "staten"
    REGIONS = "regions", "the regions", "regionerna"
    MUNICIPALITIES = "municipalities", "the municipalities", "kommunerna"
    PER_INHABITANT = "per_inhabitant", "per inhabitant", "per invånare"


class Standing(Choice):
    """How firm a year's contributions are (*läge*): offered, reserved for a decision not yet taken, or decided."""

    OFFERED = "offered", "offered", "erbjudna"
    RESERVED = "reserved", "reserved", "reserverade"
    DECIDED = "decided", "decided", "beslutade"


class PartYear(Choice):
    """
    What a member pays for a year in which it joins or leaves (*del av år*), beside others of its party who are members
    all the year: as for a whole year, by its days, or from the year after.

    From the year after, one that joins pays nothing before it, and one that leaves pays to the end of the year.
    """

    WHOLE_YEAR = "whole year", "as for a whole year", "som för ett helt år"
    BY_DAYS = "by days", "by days", "efter antal dagar"
    NEXT_YEAR = "from next year", "from the year after", "från året efter"


@frozen(kw_only=True, field_transformer=typed)
class Terms:
    """
    The terms of a year's funding (*villkor*): one amount to start from, and how the quarters are split.

    `amount` is that of `basis`. `split` is among the municipalities and `region_split` among the regions; neither is
    needed where there is only one. Every contribution is a whole number of `unit`. `part_year` is what is agreed for
    those who are members for a part of the year; None where nothing is.

    Raises `FundingError` for an amount below zero and `PeriodError` for what is not a year.
    """

    year: Year
    basis: Basis
    amount: Money
    split: SplitKey | None = None
    region_split: SplitKey | None = None
    unit: Money = ORE
    part_year: PartYear | None = None

    def __attrs_post_init__(self) -> None:
        calendar_year(self.year)
        if self.amount < kr(0):
            raise FundingError(at(_NEGATIVE(basis=str(self.basis), amount=self.amount), self.basis, str(self.year)))


def _agreements(given: SplitKey | Agreement | Iterable[SplitKey | Agreement]) -> tuple[Agreement, ...]:
    several = given if isinstance(given, list | tuple) else (given,)
    return tuple(Agreement(key=each) if isinstance(each, SplitKey) else each for each in several)


@frozen(kw_only=True, field_transformer=typed)
class Funding:
    """
    How the years are funded (*finansiering*): from what each starts, and how the members share it.

    A year starts from its `total`, from what one party pays, or from what the municipalities pay `per_inhabitant` of
    those by whom they split; `unit` is for all years or by year, an öre where it is
    not said. An agreement without years is for all that no other names; one for every year can be given as the key
    alone. `received` is what is or was contributed where that is not what the terms give, and `standing` how firm the
    contributions of a year are, where that is said. `part_year` is what the agreement says of one that joins or leaves
    within a year; nothing is assumed where it is not said.

    Raises `FundingError` for a year that starts from two amounts or has two keys, for a key, a unit or a standing of a
    year that has no amount, and for an amount below zero.

    >>> funding = Funding(total={2027: kr(4_000_000)}, split=Shares({"Habo": "60 %", "Mullsjö": "40 %"}))
    >>> funding.terms(2027).amount
    kr(4_000_000)
    """

    total: Mapping[Year, Money] = field(factory=ReadOnly)
    state: Mapping[Year, Money] = field(factory=ReadOnly)
    regions: Mapping[Year, Money] = field(factory=ReadOnly)
    municipalities: Mapping[Year, Money] = field(factory=ReadOnly)
    per_inhabitant: Mapping[Year, Money] = field(factory=ReadOnly)
    unit: Money | Mapping[Year, Money] = ORE
    split: tuple[Agreement, ...] = field(default=(), converter=_agreements)
    region_split: tuple[Agreement, ...] = field(default=(), converter=_agreements)
    received: Columns[Money] = field(factory=Columns)
    standing: Mapping[Year, Standing] = field(factory=ReadOnly)
    part_year: PartYear | None = None

    def __attrs_post_init__(self) -> None:
        for year in self.years:
            calendar_year(year)
        if problems := tuple(_misfits(self)):
            raise FundingError(*problems)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have an amount to start from, in order."""
        return tuple(sorted({year for basis in Basis for year in getattr(self, basis)}))

    def terms(self, year: int) -> Terms | None:
        """The terms of a year; None for one without an amount to start from."""
        for basis in Basis:
            if (amount := getattr(self, basis).get(year)) is not None:
                return self.terms_from(year, basis, amount)
        return None

    def terms_from(self, year: int, basis: Basis, amount: Money) -> Terms:
        """The terms of a year if it started from that amount, with the keys and the unit that are agreed for it."""
        return Terms(
            year=year,
            basis=basis,
            amount=amount,
            split=_key(self.split, year),
            region_split=_key(self.region_split, year),
            unit=self.unit if isinstance(self.unit, Money) else self.unit.get(year, ORE),
            part_year=self.part_year,
        )

    def agreed(self, kind: Literal["split", "region_split"], key: SplitKey, years: Collection[int]) -> "Funding":
        """The funding with another key for those years, for the municipalities or for the regions."""
        others = (_without(years, each) for each in getattr(self, kind))
        agreement = Agreement(key=key, years=tuple(sorted(years)))
        kept = (*(each for each in others if each.years != ()), agreement)
        return evolve(self, split=kept) if kind == "split" else evolve(self, region_split=kept)


def _without(years: Collection[int], agreement: Agreement) -> Agreement:
    """The agreement without those years; one that names none is for all others."""
    if agreement.years is None:
        return agreement
    return evolve(agreement, years=tuple(each for each in agreement.years if each not in years))


def _key(agreements: tuple[Agreement, ...], year: int) -> SplitKey | None:
    """The key of the year: the one that names it, or else the one that names none."""
    others = None
    for each in agreements:
        if each.years is None:
            others = each.key
        elif year in each.years:
            return each.key
    return others


def _misfits(funding: Funding) -> Iterator[Problem]:
    """Why the parts cannot be the terms of any year."""
    starts: dict[int, Basis] = {}
    for basis in Basis:
        for year, amount in getattr(funding, basis).items():
            if year in starts:
                yield at(TWO_STARTS(year=year, first=str(starts[year]), second=str(basis)), basis, str(year))
            starts[year] = basis
            if amount < kr(0):
                yield at(_NEGATIVE(basis=str(basis), amount=amount), basis, str(year))
    by_year = {} if isinstance(funding.unit, Money) else funding.unit
    units = (
        [((), funding.unit)] if isinstance(funding.unit, Money) else [((str(year),), by_year[year]) for year in by_year]
    )
    yield from (at(_NO_AMOUNT(year=year), "unit", str(year)) for year in by_year if year not in starts)
    yield from (at(_NO_AMOUNT(year=year), "standing", str(year)) for year in funding.standing if year not in starts)
    yield from (at(NO_UNIT(unit=unit), "unit", *step) for step, unit in units if unit <= kr(0))
    yield from _misplaced("split", funding.split, starts)
    yield from _misplaced("region_split", funding.region_split, starts)


def _misplaced(kind: str, agreements: tuple[Agreement, ...], years: Collection[int]) -> Iterator[Problem]:
    """The years that have two keys, or a key and no amount."""
    named: set[int | None] = set()
    for index, agreement in enumerate(agreements):
        for place, year in enumerate((None,) if agreement.years is None else agreement.years):
            where = (kind, index) if year is None else (kind, index, "years", place)
            if year in named:
                yield at(_TWO_KEYS(year=_OTHER_YEARS if year is None else year), *where)
            elif year is not None and year not in years:
                yield at(_NO_AMOUNT(year=year), *where)
            named.add(year)


_NEGATIVE = Text(
    en="the contributions start from {basis} = {amount}; write zero or more",
    sv="bidragen utgår från {basis} = {amount}; skriv noll eller mer",
)
TWO_STARTS = Text(
    en="{year} starts from {first} and {second}; write one of them",
    sv="{year} utgår från både {first} och {second}; skriv ett av dem",
)
_NO_AMOUNT = Text(en="the funding has no amount for {year}", sv="finansieringen har inget belopp för {year}")
_TWO_KEYS = Text(en="{year} already has a split", sv="{year} har redan en fördelning")
_OTHER_YEARS = Text(en="every other year", sv="övriga år")

"""
What-ifs as values (*tänk om*): each change says what is to be otherwise in a plan, and from when.

A change is of the budget year and those after it where it says nothing else; `since` is from a year on, and `years` are
those years alone. An amount can also be given by year, as `{2024: kr(8_500_000)}`.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from attrs import field, fields, frozen
from attrs.converters import optional

from finsam.budget import Cost, Income
from finsam.errors import ScenarioError, at
from finsam.funding import Basis, PartYear
from finsam.keys import ByPopulation
from finsam.language import Text
from finsam.matching import Ceiling
from finsam.money import Money, MoneyLike, kr
from finsam.organisations import Party, by_member, municipality
from finsam.period import Year, calendar_year
from finsam.readonly import ReadOnly
from finsam.rows import Column
from finsam.scenarios.wording import (
    Amounts,
    amounts_in_words,
    amounts_of,
    in_their_years,
    in_years,
    keys_in_words,
    one_after_another,
    require_one_day,
    require_one_time,
    said_by,
    signed,
    years_in_order,
)
from finsam.shares import Rise, percent, rise, share
from finsam.split import SplitKey
from finsam.typed import typed

__all__ = [
    "FundingChange",
    "Joining",
    "Leaving",
    "Limits",
    "NewRow",
    "OpeningChange",
    "PlanChange",
    "PopulationChange",
    "RowChange",
]


def _heads(given: Mapping[str, int]) -> Mapping[str, int]:
    return by_member(given)


def _offers(given: Mapping[Party, MoneyLike]) -> Mapping[Party, Money]:
    return {party: kr(amount) for party, amount in given.items()}


def _ceilings(given: Mapping[str, Ceiling | MoneyLike]) -> Mapping[str, Ceiling]:
    return by_member({name: _ceiling(most) for name, most in given.items()})


def _ceiling(given: Ceiling | MoneyLike) -> Ceiling:
    if isinstance(given, Fraction):
        return given
    return share(given) if isinstance(given, str) and given.strip().endswith("%") else kr(given)


@frozen(kw_only=True, field_transformer=typed)
class FundingChange:
    """
    Another start, key or unit of the contributions (*ändrad finansiering*), in the words of `contributions`.

    `more` is how much more than before a year starts from, as `"3 %"`; below zero it is less. It is rounded to the
    nearest whole unit, and to the krona where the amount was in whole kronor. `part_year` is of all years. What was
    received of a year that has another start is no longer told.

    Raises `ScenarioError` for one that says nothing, and for two starts.

    >>> print(FundingChange(total="8,5 mkr", since=2024).text)
    total 8 500 000 kr from 2024
    """

    total: Amounts | None = field(default=None, converter=optional(amounts_of))
    state: Amounts | None = field(default=None, converter=optional(amounts_of))
    regions: Amounts | None = field(default=None, converter=optional(amounts_of))
    municipalities: Amounts | None = field(default=None, converter=optional(amounts_of))
    per_inhabitant: Amounts | None = field(default=None, converter=optional(amounts_of))
    more: Rise | None = field(default=None, converter=optional(rise))
    split: SplitKey | None = None
    region_split: SplitKey | None = None
    unit: Money | None = field(default=None, converter=optional(kr))
    part_year: PartYear | None = None
    since: Year | None = None
    years: tuple[Year, ...] = field(default=(), converter=years_in_order)

    def __attrs_post_init__(self) -> None:
        starts = tuple(name for name in (*(each.value for each in Basis), "more") if getattr(self, name) is not None)
        if not said_by(self):
            raise ScenarioError(_SAYS_NOTHING(words=tuple(each.name for each in fields(FundingChange)[:-2])))
        if len(starts) > 1:
            raise ScenarioError(_TWO_STARTS(given=starts))
        require_one_time(self)

    @property
    def start(self) -> tuple[Basis, Amounts] | None:
        """What the years start from instead, and how much; None where that stays."""
        given = ((basis, getattr(self, basis)) for basis in Basis)
        return next(((basis, amounts) for basis, amounts in given if amounts is not None), None)

    @property
    def text(self) -> Text:
        """The change in words."""
        parts: list[object] = []
        if self.start is not None:
            parts.append(_BASIS[self.start[0]](amounts=amounts_in_words(self.start[1])))
        if self.more is not None:
            parts.append((_LESS if self.more < 0 else _MORE)(share=percent(abs(self.more))))
        parts += keys_in_words(self.split, self.region_split)
        if self.unit is not None:
            parts.append(_UNIT(unit=self.unit))
        if self.part_year is not None:
            parts.append(_PART_YEAR(rule=self.part_year))
        return in_their_years(parts, self)


@frozen(kw_only=True, field_transformer=typed)
class PopulationChange:
    """
    Other inhabitants by whom the members share (*ändrad folkmängd*), with their day and where they are published.

    Those who are not named keep the heads that they have. Raises `ScenarioError` where nobody is named.
    """

    population: Mapping[str, int] = field(converter=_heads)
    on: date | None = None
    source: str | None = None
    since: Year | None = None
    years: tuple[Year, ...] = field(default=(), converter=years_in_order)

    def __attrs_post_init__(self) -> None:
        ByPopulation(self.population)  # which refuses heads below zero
        if not self.population:
            raise ScenarioError(at(_NOBODY, "population"))
        require_one_time(self)

    @property
    def text(self) -> Text:
        """The change in words."""
        heads = tuple(_OF(name=name, amount=heads) for name, heads in self.population.items())
        return in_their_years([_POPULATION(heads=heads)], self)


@frozen(field_transformer=typed)
class RowChange:
    """
    Other amounts in a row of costs or income (*ändrad rad*), by its id or name: `amount` in place of what it has,
    `plus` so much more, `more` so large a part more, `yearly` so large a part more for each year, or `removed`.

    `yearly` counts once in the first year, twice in the next, and so on. What is a part more is rounded to the nearest
    krona where the amount was in whole kronor, and else to the öre. The budget is changed where `column` says nothing
    else, and only whole years.

    Raises `ScenarioError` unless one of the five is given.

    >>> print(RowChange("kansli", more="-3 %", since=2028).text)
    kansli -3 % from 2028
    """

    row: str
    amount: Amounts | None = field(default=None, converter=optional(amounts_of), kw_only=True)
    plus: Amounts | None = field(default=None, converter=optional(amounts_of), kw_only=True)
    more: Rise | None = field(default=None, converter=optional(rise), kw_only=True)
    yearly: Rise | None = field(default=None, converter=optional(rise), kw_only=True)
    removed: bool = field(default=False, kw_only=True)
    column: Column = field(default=Column.BUDGET, kw_only=True)
    since: Year | None = field(default=None, kw_only=True)
    years: tuple[Year, ...] = field(default=(), converter=years_in_order, kw_only=True)

    def __attrs_post_init__(self) -> None:
        given = tuple(name for name in said_by(self) if name not in ("row", "column"))
        if not given:
            raise ScenarioError(_NO_WAY)
        if len(given) > 1:
            raise ScenarioError(_ONE_WAY(given=given))
        require_one_time(self, self.amount if self.plus is None else self.plus)

    @property
    def text(self) -> Text:
        """The change in words."""
        row = self.row if self.column is Column.BUDGET else _IN_COLUMN(row=self.row, column=self.column)
        if self.amount is not None:
            said: Text = _OF(name=row, amount=amounts_in_words(self.amount))
        elif self.plus is not None:
            said = _OF(name=row, amount=amounts_in_words(self.plus, signed))
        elif self.more is not None:
            said = _OF(name=row, amount=signed(self.more))
        elif self.yearly is not None:
            said = _YEARLY(row=row, share=signed(self.yearly))
        else:
            said = _REMOVED(row=row)
        return in_their_years([said], self)


@frozen(kw_only=True, field_transformer=typed)
class NewRow:
    """
    A new row of costs or of income (*ny rad*), after those that there are.

    Raises `ScenarioError` unless it is one of them.
    """

    cost: Cost | None = None
    income: Income | None = None

    def __attrs_post_init__(self) -> None:
        if (self.cost is None) == (self.income is None):
            raise ScenarioError(_ONE_ROW)

    @property
    def text(self) -> Text:
        """The change in words."""
        return _NEW_INCOME(row=self.income.name) if self.income else _NEW_COST(row=self.cost.name if self.cost else "")


@frozen(field_transformer=typed)
class OpeningChange:
    """
    Another equity with which a year begins (*ändrat ingående eget kapital*), in every column that the year has.

    One amount is for the year `since`, or else for the budget year; the years after it begin with what is then left.
    """

    opening: Amounts = field(converter=amounts_of)
    since: Year | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        require_one_time(self, self.opening)

    @property
    def years(self) -> tuple[int, ...]:
        """No others."""
        return ()

    @property
    def text(self) -> Text:
        """The change in words."""
        years = () if self.since is None else (self.since,)
        return in_years([_OPENING(amounts=amounts_in_words(self.opening))], years)


@frozen(field_transformer=typed)
class Joining:
    """
    A municipality that joins (*inträde*): at the turn of the year `since`, or on a day.

    From then on the municipalities share by `split`. Where that is not given, one key can still be used: by population,
    with the `heads` of the new member, or in equal parts; by any other they have not agreed. See `membership.joins`.

    Raises `ScenarioError` unless it says when, in one way.
    """

    joins: str
    since: Year | None = field(default=None, kw_only=True)
    on: date | None = field(default=None, kw_only=True)
    heads: int | None = field(default=None, kw_only=True)
    split: SplitKey | None = field(default=None, kw_only=True)
    region_split: SplitKey | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        name = municipality(self.joins).name  # which refuses what is none
        if self.heads is not None:
            ByPopulation({name: self.heads})  # which refuses heads below zero
        require_one_day(self.since, self.on, "on")

    @property
    def day(self) -> date:
        """The first day on which it is a member."""
        return self.on or date(self.since or 0, 1, 1)

    @property
    def text(self) -> Text:
        """The change in words."""
        name = municipality(self.joins).name
        said = _JOINS(name=name, day=self.day)
        if self.heads is not None:
            said = _JOINS_WITH(name=name, day=self.day, heads=self.heads)
        return one_after_another([said, *keys_in_words(self.split, self.region_split)])


@frozen(field_transformer=typed)
class Leaving:
    """
    A member that leaves (*utträde*): at the turn of the year `since`, or when it has given `notice` on a day.

    Those who remain share by `split` or `region_split`. Where that is not given they share in the proportions that they
    have to one another, and by fixed amounts they have not agreed. See `membership.leaves`.

    Raises `ScenarioError` unless it says when, in one way.
    """

    leaves: str
    since: Year | None = field(default=None, kw_only=True)
    notice: date | None = field(default=None, kw_only=True)
    split: SplitKey | None = field(default=None, kw_only=True)
    region_split: SplitKey | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        require_one_day(self.since, self.notice, "notice")
        if self.since is not None:
            calendar_year(self.since - 1)  # in which it is a member to the end

    @property
    def last(self) -> date | None:
        """The last day on which it is a member, where it leaves at the turn of a year."""
        return None if self.since is None else date(self.since - 1, 12, 31)

    @property
    def text(self) -> Text:
        """The change in words, with what is taken for granted of those who remain."""
        when = _NOTICE(day=self.notice) if self.last is None else _LAST(day=self.last)
        said = _LEAVES(name=self.leaves, when=when)
        return one_after_another([said, *(keys_in_words(self.split, self.region_split) or [_AS_BEFORE])])


@frozen(kw_only=True, field_transformer=typed)
class Limits:
    """
    The most that is offered and can be paid (*gränser för matchningen*): every year starts from the largest total at
    which no party pays more than it offers and no member more than its ceiling; see `matching`.

    A ceiling is an amount, or so large a part more than the year before, as `"5 %"`. Raises `ScenarioError` without any
    of them.
    """

    offers: Mapping[Party, Money] = field(factory=ReadOnly, converter=_offers)
    ceilings: Mapping[str, Ceiling] = field(factory=ReadOnly, converter=_ceilings)
    since: Year | None = None
    years: tuple[Year, ...] = field(default=(), converter=years_in_order)

    def __attrs_post_init__(self) -> None:
        if not self.offers and not self.ceilings:
            raise ScenarioError(_NO_LIMIT)
        require_one_time(self)

    @property
    def text(self) -> Text:
        """The change in words."""
        limits = (
            _AT_MOST(name=name, most=most) if isinstance(most, Money) else _RISES(name=name, share=percent(most))
            for name, most in (*self.offers.items(), *self.ceilings.items())
        )
        return in_their_years([_MATCHED(limits=tuple(limits))], self)


PlanChange = FundingChange | PopulationChange | RowChange | NewRow | OpeningChange | Joining | Leaving | Limits
"""A change of a plan, see `apply`."""


_BASIS = {
    Basis.TOTAL: Text(en="total {amounts}", sv="totalt {amounts}"),
    Basis.STATE: Text(en="the state pays {amounts}", sv="staten betalar {amounts}"),
    Basis.REGIONS: Text(en="the regions pay {amounts}", sv="regionerna betalar {amounts}"),
    Basis.MUNICIPALITIES: Text(en="the municipalities pay {amounts}", sv="kommunerna betalar {amounts}"),
    Basis.PER_INHABITANT: Text(
        en="the municipalities pay per inhabitant {amounts}", sv="kommunerna betalar per invånare {amounts}"
    ),
}
_MORE = Text(en="contributions {share} more", sv="bidragen {share} mer")
_LESS = Text(en="contributions {share} less", sv="bidragen {share} mindre")
_UNIT = Text(en="in units of {unit}", sv="i enheter om {unit}")
_PART_YEAR = Text(en="for a part of a year: {rule}", sv="för del av år: {rule}")
_POPULATION = Text(en="inhabitants {heads}", sv="invånare {heads}")
_OF = Text(en="{name} {amount}", sv="{name} {amount}")
_IN_COLUMN = Text(en="{row} ({column})", sv="{row} ({column})")
_REMOVED = Text(en="without {row}", sv="utan {row}")
_YEARLY = Text(en="{row} {share} a year", sv="{row} {share} per år")
_NEW_COST = Text(en="new cost {row}", sv="ny kostnad {row}")
_NEW_INCOME = Text(en="new income {row}", sv="ny intäkt {row}")
_OPENING = Text(en="opening equity {amounts}", sv="ingående eget kapital {amounts}")
_JOINS = Text(en="{name} joins on {day}", sv="{name} går med {day}")
_JOINS_WITH = Text(en="{name} joins on {day} with {heads} inhabitants", sv="{name} går med {day} med {heads} invånare")
_LEAVES = Text(en="{name} leaves, {when}", sv="{name} lämnar, {when}")
_NOTICE = Text(en="with notice on {day}", sv="med uppsägning {day}")
_LAST = Text(en="with {day} as its last day", sv="med {day} som sista dag")
_AS_BEFORE = Text(
    en="the others share in the proportions that they have",
    sv="de övriga fördelar i de proportioner som de har sinsemellan",
)
_MATCHED = Text(en="the most that can be matched: {limits}", sv="det mesta som kan matchas: {limits}")
_AT_MOST = Text(en="{name} at most {most}", sv="{name} högst {most}")
_RISES = Text(en="{name} at most {share} more than the year before", sv="{name} högst {share} mer än året före")
_SAYS_NOTHING = Text(
    en="the change says nothing; write one of {words}", sv="ändringen säger inget; skriv ett av {words}"
)
_TWO_STARTS = Text(
    en="a year starts from one amount, not from {given}; write one of them",
    sv="ett år utgår från ett belopp, inte från {given}; skriv ett av dem",
)
_NO_WAY = Text(
    en="it is not said how the row is changed; write one of amount, plus, more, yearly, removed",
    sv="det framgår inte hur raden ändras; skriv ett av amount, plus, more, yearly, removed",
)
_ONE_WAY = Text(
    en="a row is changed in one way, not by {given}; write one of them",
    sv="en rad ändras på ett sätt, inte med {given}; skriv ett av dem",
)
_NOBODY = Text(
    en="nobody is named; write how many live in a member", sv="ingen nämns; skriv hur många som bor i en medlem"
)
_ONE_ROW = Text(
    en="a new row is a cost or an income; write one of them",
    sv="en ny rad är en kostnad eller en intäkt; skriv en av dem",
)
_NO_LIMIT = Text(
    en="there is no limit; write offers by party, or ceilings by member",
    sv="det finns ingen gräns; skriv offers per part, eller ceilings per medlem",
)

"""Money in and out (*budget*, *prognos*, *utfall*): rows, what a year comes to, and equity carried on."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar

from attrs import field, frozen

from finsam.errors import BudgetError, at
from finsam.ladder import Step, most_by, unsteady
from finsam.language import Choice, Text
from finsam.money import ExactMoney, Money, kr, of_ore
from finsam.organisations import Party, by_member
from finsam.period import Time, begins_the_year, time_key, year_of
from finsam.printed import PrintedAmount, PrintedShare, as_amount, as_share
from finsam.readonly import ReadOnly
from finsam.rows import Cell, Column, Columns
from finsam.typed import expect, typed

__all__ = [
    "Accounts",
    "Budget",
    "Category",
    "Cost",
    "Equity",
    "Forecast",
    "Income",
    "IncomeKind",
    "Line",
    "Outcome",
    "Stated",
]

R = TypeVar("R", "Cost", "Income")


class Category(Choice):
    """What a cost is for (*kostnadsslag*); `new` is money set aside for new activities and not yet allocated."""

    INDIVIDUAL = "individual", "individual-oriented interventions", "individinriktade insatser"
    STRUCTURAL = "structural", "structural interventions", "strukturövergripande insatser"
    ADMINISTRATION = "administration", "administration", "administration"
    BOARD = "board", "board", "styrelse"
    AUDIT = "audit", "audit", "revision"
    NEW = "new", "new activities", "ny verksamhet"


class IncomeKind(Choice):
    """What an income other than the contributions is (*intäktsslag*)."""

    INTEREST = "interest", "interest", "ränta"
    SALE = "sale", "sale to another", "försäljning till annan"
    CO_FINANCING = "co-financing", "co-financing by a member", "medfinansiering från medlem"
    GRANT = "grant", "grant from another", "bidrag från annan"
    GIFT = "gift", "gift", "gåva"
    CROWDFUNDING = "crowdfunding", "crowdfunding", "gräsrotsfinansiering"
    OTHER = "other", "other income", "annan intäkt"


@frozen(kw_only=True, field_transformer=typed)
class Income(Columns[Money]):
    """
    A row of income other than the contributions (*övrig intäkt*), with its amounts by column and time.

    `kind` is None where it is not said. Raises `WrongTypeError` for what is not an amount.
    """

    id: str
    name: str
    kind: IncomeKind | None = None

    def __attrs_post_init__(self) -> None:
        _are_amounts(self)


@frozen(kw_only=True, field_transformer=typed)
class Cost(Columns[Money]):
    """
    A row of costs (*kostnad*): what it is for, and its amounts by column and time.

    `intervention` is the id of the intervention that it pays for. `note` is what the document says about the amounts,
    and `excluding_vat` that it says that they are without VAT (*exklusive moms*). Raises `WrongTypeError` for what is
    not an amount.

    >>> office = Cost(id="kansli", name="Kansli", category=Category.ADMINISTRATION, budget={2027: kr(720_000)})
    >>> office.budget[2027]
    kr(720_000)
    """

    id: str
    name: str
    category: Category
    intervention: str | None = None
    note: str | None = None
    excluding_vat: bool = False

    def __attrs_post_init__(self) -> None:
        _are_amounts(self)


def _are_amounts(row: Columns[Money]) -> None:
    """Refuse a figure that is no amount."""
    for column, time, amount in row.cells():
        if type(amount) is not Money:
            expect(amount, Money, f"{type(row).__name__}: {column} {time_key(time)}")


@frozen(kw_only=True, field_transformer=typed)
class Equity:
    """
    Equity (*eget kapital*): with how much a year or a part of one begins, where that is not carried from the year
    before, and the most that the association means to have saved (*tak*): a share of a year's contributions, or a
    `ladder` (*trappa*) by how large they are.

    Raises `BudgetError` for a ladder whose steps do not increase, and for both a ladder and a share.

    >>> equity = Equity(ladder=[Step(up_to=kr(5_000_000), share=share("20 %")), Step(amount=kr(1_200_000))])
    >>> equity.most(kr(5_000_000)), equity.most(kr(5_520_000))
    (kr(1_000_000), kr(1_200_000))
    """

    opening: Columns[Money] = field(factory=Columns)
    ceiling: Fraction | None = None
    ladder: tuple[Step, ...] = ()

    def __attrs_post_init__(self) -> None:
        both = [at(_TWO_CEILINGS, "ceiling")] if self.ladder and self.ceiling is not None else []
        if problems := (*both, *unsteady(self.ladder)):
            raise BudgetError(*problems)

    def most(self, contributions: Money) -> ExactMoney | None:
        """The most that may be saved in a year of those contributions; None where that is not said."""
        if self.ceiling is not None:
            return of_ore(contributions.ore * self.ceiling)
        return most_by(self.ladder, contributions)


_TWO_CEILINGS = Text(
    en="the most that may be saved is both a share and a ladder; write one of them",
    sv="taket för sparat kapital är både en andel (ceiling) och en trappa (ladder); skriv en av dem",
)


def _amounts(columns: Columns[Any]) -> Columns[PrintedAmount]:
    return columns.mapped(as_amount)


def _amounts_of(rows: Mapping[Any, Columns[Any]]) -> Mapping[Any, Columns[PrintedAmount]]:
    return ReadOnly({name: _amounts(row) for name, row in rows.items()})


def _amounts_by_member(rows: Mapping[str, Columns[Any]]) -> Mapping[str, Columns[PrintedAmount]]:
    return _amounts_of(by_member(rows))


def _shares(columns: Columns[Any]) -> Columns[Mapping[Category, PrintedShare]]:
    return columns.mapped(lambda shares: ReadOnly({category: as_share(share) for category, share in shares.items()}))


@frozen(kw_only=True, field_transformer=typed)
class Stated:
    """
    What the document says in one place (*angivna summor*), as it is printed, to be held against what its rows come to.

    `where` is the place in the document; `contributions` are by member and `parties` what a party pays together;
    `shares` are of the costs, by category. Where board or audit is not named, it is part of administration. Raises
    `PrintedError` for what is no printed figure.

    >>> stated = Stated(where="6. Ekonomi", costs=Columns(budget={2023: "8,1 mkr"}))
    >>> stated.costs.budget[2023].agrees_with(kr(8_054_000))
    True
    """

    where: str
    contributions: Mapping[str, Columns[PrintedAmount]] = field(factory=ReadOnly, converter=_amounts_by_member)
    parties: Mapping[Party, Columns[PrintedAmount]] = field(factory=ReadOnly, converter=_amounts_of)
    income: Columns[PrintedAmount] = field(factory=Columns, converter=_amounts)
    available: Columns[PrintedAmount] = field(factory=Columns, converter=_amounts)
    ceiling: Columns[PrintedAmount] = field(factory=Columns, converter=_amounts)
    costs: Columns[PrintedAmount] = field(factory=Columns, converter=_amounts)
    result: Columns[PrintedAmount] = field(factory=Columns, converter=_amounts)
    closing: Columns[PrintedAmount] = field(factory=Columns, converter=_amounts)
    shares: Columns[Mapping[Category, PrintedShare]] = field(factory=Columns, converter=_shares)


@frozen(kw_only=True)
class Line(Generic[R]):
    """A row's amount in one column at one time (*budgetrad*)."""

    row: R
    amount: Money

    @property
    def id(self) -> str:
        """The row's id."""
        return self.row.id

    @property
    def name(self) -> str:
        """The row's name."""
        return self.row.name


@frozen(kw_only=True)
class Accounts:
    """
    What `Budget`, `Forecast` and `Outcome` have in common; a plan makes them of its rows, `column` by column.

    `time` is the year, or the part of one. `contributions` and `opening` are None where they are not known, and so is
    everything that rests on them, or on costs of which there is no row.
    """

    column: ClassVar[Column]

    time: Time
    costs: tuple[Line[Cost], ...] = ()
    other_income: tuple[Line[Income], ...] = ()
    contributions: Money | None = None
    opening: Money | None = None

    @property
    def year(self) -> int:
        """The year, also of a part of one."""
        return year_of(self.time)

    @property
    def is_whole_year(self) -> bool:
        """Whether it is for a whole year."""
        return isinstance(self.time, int)

    @property
    def begins_the_year(self) -> bool:
        """Whether it begins on 1 January, so that it opens with what the year before closed with."""
        return begins_the_year(self.time)

    @property
    def cell(self) -> Cell:
        """Its column and its time."""
        return self.column, self.time

    @cached_property
    def income(self) -> Money | None:
        """The contributions and all other income (*intäkter*), without equity from earlier years."""
        return None if self.contributions is None else self.contributions + _sum(self.other_income)

    @cached_property
    def total_costs(self) -> Money | None:
        """All costs (*kostnader*); None where no row says anything."""
        return _sum(self.costs) if self.costs else None

    @property
    def result(self) -> Money | None:
        """Income less costs (*resultat*); below zero where the year uses more than it gets."""
        return None if self.income is None or self.total_costs is None else self.income - self.total_costs

    @property
    def unspent_share(self) -> Fraction | None:
        """
        The result as a share of the contributions (*ej förbrukade medel*): what is left of the year's money, below
        zero where more was used; None where it is not known, and without contributions.
        """
        result, contributions = self.result, self.contributions
        return None if result is None or contributions is None or contributions == kr(0) else result / contributions

    @property
    def excluding_vat(self) -> Money | None:
        """The costs whose rows exclude VAT (*exklusive moms*); None where no row does."""
        without = [line for line in self.costs if line.row.excluding_vat]
        return _sum(without) if without else None

    @property
    def mixes_vat(self) -> bool:
        """Whether the total adds rows that exclude VAT to others that do not say so."""
        return len({line.row.excluding_vat for line in self.costs}) > 1

    @property
    def available(self) -> Money | None:
        """The income and the equity that the year opens with (*tillgängliga medel*)."""
        return None if self.income is None or self.opening is None else self.income + self.opening

    @cached_property
    def closing(self) -> Money | None:
        """The equity at the end of it (*utgående eget kapital*)."""
        return None if self.available is None or self.total_costs is None else self.available - self.total_costs

    @cached_property
    def by_category(self) -> Mapping[Category, Money]:
        """The costs by category, for the categories that have a line."""
        lines = {each: [line for line in self.costs if line.row.category is each] for each in Category}
        return ReadOnly({category: _sum(of_it) for category, of_it in lines.items() if of_it})


def _sum(lines: tuple[Line[Cost], ...] | tuple[Line[Income], ...] | list[Line[Cost]]) -> Money:
    return Money(ore=sum(line.amount.ore for line in lines))


@frozen(kw_only=True)
class Budget(Accounts):
    """What the board decides for a year (*budget*), or plans for one after it (*planår*)."""

    column: ClassVar[Column] = Column.BUDGET


@frozen(kw_only=True)
class Forecast(Accounts):
    """What a running year is expected to come to (*prognos*)."""

    column: ClassVar[Column] = Column.FORECAST


@frozen(kw_only=True)
class Outcome(Accounts):
    """What a year came to (*utfall*); preliminary before the accounts are closed."""

    column: ClassVar[Column] = Column.OUTCOME
    preliminary: bool = False

"""Money in and out of a year (*budget*, *prognos*, *utfall*): lines, result, and equity carried on."""

from collections.abc import Mapping

from attrs import frozen

from finsam.errors import BudgetError
from finsam.language import Choice, Text
from finsam.money import Money, kr
from finsam.period import Year
from finsam.readonly import ReadOnly

__all__ = ["Accounts", "Budget", "Category", "Column", "CostLine", "Forecast", "IncomeLine", "Outcome"]


class Category(Choice):
    """What a cost is for (*kostnadsslag*); `new` is money set aside for new activities and not yet allocated."""

    INDIVIDUAL = "individual"
    STRUCTURAL = "structural"
    ADMINISTRATION = "administration"
    BOARD = "board"
    AUDIT = "audit"
    NEW = "new"

    @property
    def label(self) -> Text:
        """The category's name in running text."""
        return _CATEGORY_LABELS[self]


_CATEGORY_LABELS = {
    Category.INDIVIDUAL: Text(en="individual-oriented interventions", sv="individinriktade insatser"),
    Category.STRUCTURAL: Text(en="structural interventions", sv="strukturövergripande insatser"),
    Category.ADMINISTRATION: Text(en="administration", sv="administration"),
    Category.BOARD: Text(en="board", sv="styrelse"),
    Category.AUDIT: Text(en="audit", sv="revision"),
    Category.NEW: Text(en="new activities", sv="ny verksamhet"),
}


class Column(Choice):
    """Which column of a plan's table a figure stands in."""

    BUDGET = "budget"
    FORECAST = "forecast"
    OUTCOME = "outcome"

    @property
    def label(self) -> Text:
        """The column's heading."""
        return _COLUMN_LABELS[self]


_COLUMN_LABELS = {
    Column.BUDGET: Text(en="budget", sv="budget"),
    Column.FORECAST: Text(en="forecast", sv="prognos"),
    Column.OUTCOME: Text(en="outcome", sv="utfall"),
}


@frozen(kw_only=True)
class IncomeLine:
    """An income other than the contributions (*övrig intäkt*)."""

    id: str
    name: str
    amount: Money


@frozen(kw_only=True)
class CostLine:
    """
    A cost (*kostnad*) and what it is for; `intervention` is the id of the intervention that it pays for.

    `note` is what the document says about the amount, as that it excludes VAT.
    """

    id: str
    name: str
    amount: Money
    category: Category
    intervention: str | None = None
    note: str | None = None


@frozen(kw_only=True)
class Accounts:
    """
    What `Budget`, `Forecast` and `Outcome` have in common; never made by itself.

    `contributions` and `opening` are None where they are not known by the year itself: a plan fills in what its
    funding and the year before say. What rests on something unknown is None too. Raises `BudgetError` for two lines
    with one id.
    """

    year: int
    costs: tuple[CostLine, ...] = ()
    other_income: tuple[IncomeLine, ...] = ()
    contributions: Money | None = None
    opening: Money | None = None

    def __attrs_post_init__(self) -> None:
        Year(self.year)
        for lines in (self.costs, self.other_income):
            ids = [line.id for line in lines]
            for each in ids:
                if ids.count(each) > 1:
                    raise BudgetError(f"the id {each!r} is used twice in {self.year}; give each line an id of its own")

    @property
    def income(self) -> Money | None:
        """The contributions and all other income (*intäkter*), without equity from earlier years."""
        other = sum((line.amount for line in self.other_income), kr(0))
        return None if self.contributions is None else self.contributions + other

    @property
    def total_costs(self) -> Money:
        """All costs (*kostnader*)."""
        return sum((line.amount for line in self.costs), kr(0))

    @property
    def result(self) -> Money | None:
        """Income less costs (*resultat*); below nought where the year uses more than it gets."""
        return None if self.income is None else self.income - self.total_costs

    @property
    def available(self) -> Money | None:
        """The income and the equity that the year opens with (*tillgängliga medel*)."""
        return None if self.income is None or self.opening is None else self.income + self.opening

    @property
    def closing(self) -> Money | None:
        """The equity at the end of the year (*utgående eget kapital*)."""
        return None if self.available is None else self.available - self.total_costs

    @property
    def by_category(self) -> Mapping[Category, Money]:
        """The costs by category, for the categories that have a line."""
        totals: dict[Category, Money] = {}
        for line in self.costs:
            totals[line.category] = totals.get(line.category, kr(0)) + line.amount
        return ReadOnly({category: totals[category] for category in Category if category in totals})


@frozen(kw_only=True)
class Budget(Accounts):
    """What the board decides for a year (*budget*), or plans for one after it (*planår*)."""

    @property
    def column(self) -> Column:
        """The budget column."""
        return Column.BUDGET


@frozen(kw_only=True)
class Forecast(Accounts):
    """What a running year is expected to come to (*prognos*)."""

    @property
    def column(self) -> Column:
        """The forecast column."""
        return Column.FORECAST


@frozen(kw_only=True)
class Outcome(Accounts):
    """What a year came to (*utfall*); preliminary before the accounts are closed."""

    preliminary: bool = False

    @property
    def column(self) -> Column:
        """The outcome column."""
        return Column.OUTCOME

"""A plan in short (*plan i korthet*): only what the tables over many plans are made of, so that thousands have room."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve, frozen

from finsam.association import Association
from finsam.budget import Category
from finsam.finding import Severity
from finsam.followup.evaluation import Verdict
from finsam.followup.national import registered
from finsam.followup.ranges import Range
from finsam.followup.review import Review
from finsam.funding import Standing
from finsam.interventions import Orientation
from finsam.keys import ByPopulation
from finsam.language import Text
from finsam.money import Money
from finsam.organisations import Party, regions
from finsam.period import year_of
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.rows import Cell, Column
from finsam.split import Mixture

__all__ = [
    "AccountsSummary",
    "InterventionSummary",
    "PlanSummary",
    "TargetCounts",
    "YearSummary",
    "summary",
]


@frozen(kw_only=True)
class AccountsSummary:
    """What a plan says of a whole year in one column: None for what is not known."""

    contributions: Money | None
    closing: Money | None
    costs: Mapping[Category, Money]
    preliminary: bool = False


@frozen(kw_only=True)
class YearSummary:
    """
    What a plan says of a year: who are members, what the parties contribute by the terms, and the accounts by column.

    `region` is the region by the name that it has now, or in words where there are several or none. `inhabitants` are
    those by whom the municipalities split what they pay, `counted_on` a day; None where they split by something else.
    `parts_only` are the columns that say something only of parts of the year, and `incomplete` those that have less
    than half as many rows of costs as another.
    """

    region: str | Text
    municipalities: tuple[str, ...]
    parties: Mapping[Party, Money] | None = None
    standing: Standing | None = None
    inhabitants: int | None = None
    counted_on: date | None = None
    accounts: Mapping[Column, AccountsSummary] = ReadOnly()
    parts_only: tuple[Column, ...] = ()
    incomplete: tuple[Column, ...] = ()


@frozen(kw_only=True)
class TargetCounts:
    """How many targets were `met` and not, and of how many that is not told; one that is near is not met."""

    met: int = 0
    not_met: int = 0
    not_told: int = 0

    def __add__(self, other: "TargetCounts") -> "TargetCounts":
        return TargetCounts(
            met=self.met + other.met, not_met=self.not_met + other.not_met, not_told=self.not_told + other.not_told
        )


@frozen(kw_only=True)
class InterventionSummary:
    """
    An intervention in short: what it works on, for whom, and its money in the whole years.

    `participants` are those of the plan's own year, for a structural one those that it reached, and `targets` the
    verdicts on its targets; None where no follow-up tells them.
    """

    orientation: Orientation
    target_groups: tuple[str, ...]
    money: Mapping[Cell, Money]
    participants: Range | None = None
    targets: TargetCounts | None = None


@frozen(kw_only=True)
class PlanSummary:
    """
    A plan in short (*plan i korthet*), with what its follow-up says where it has one.

    `file` is where it was read; None where it was given as it is. `findings` are how many each rule gives of each
    severity, those of the follow-up among them, and `beside` the verdicts on targets that belong to no intervention.
    `invented` says that the follow-up's figures are made up.
    """

    file: str | None
    association: str
    year: int
    years: Mapping[int, YearSummary]
    interventions: tuple[InterventionSummary, ...]
    findings: Mapping[tuple[str, Severity], int]
    is_followed_up: bool = False
    beside: TargetCounts | None = None
    invented: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """By what a plan is told from another: the association, however its capitals, and the budget year."""
        return self.association.casefold(), self.year


def summary(plan: OperationalPlan, review: Review | None = None, *, file: str | None = None) -> PlanSummary:
    """
    The plan in short, with its findings; with what its follow-up says of its money, its participants and its targets
    where it is given.

    >>> in_short = summary(example("hoglandet-2023"))
    >>> in_short.years[2023].accounts[Column.BUDGET].costs[Category.BOARD]
    kr(100_000)
    """
    found = (*plan.check(), *(() if review is None else review.check()))
    accounts = plan if review is None else review.accounts
    in_short = PlanSummary(
        file=file,
        association=plan.association.name,
        year=plan.year,
        years=ReadOnly({year: _year(accounts, year) for year in sorted({plan.year, *accounts.years})}),
        interventions=tuple(_interventions(accounts)),
        findings=ReadOnly(Counter((each.id, each.severity) for each in found)),
    )
    return in_short if review is None else _followed_up(in_short, review)


def _year(plan: OperationalPlan, year: int) -> YearSummary:
    parties, terms = plan.parties(year), plan.funding.terms(year)
    key = None if terms is None else _population(terms.split)
    whole = {each.column: each for each in plan.of_whole_year(year)}
    said = dict.fromkeys(column for column, time in plan.cells if year_of(time) == year)
    of_year = [column for column in said if (column, year) in plan.cells]
    return YearSummary(
        region=_region(plan.association, year),
        municipalities=tuple(
            each.name for each in plan.association.members_in(year) if each.party is Party.MUNICIPALITIES
        ),
        parties=None if parties is None else ReadOnly(parties),
        standing=plan.funding.standing.get(year),
        inhabitants=None if key is None else key.heads,
        counted_on=None if key is None else key.on,
        accounts=ReadOnly(
            {
                column: AccountsSummary(
                    contributions=each.contributions,
                    closing=each.closing,
                    costs=each.by_category,
                    preliminary=column is Column.OUTCOME and year in plan.preliminary,
                )
                for column, each in whole.items()
            }
        ),
        parts_only=tuple(column for column in said if column not in of_year),
        incomplete=tuple(column for column in of_year if column not in whole),
    )


def _population(key: object) -> ByPopulation | None:
    """The inhabitants by whom the municipalities split, or a part of what they pay."""
    if isinstance(key, Mixture):
        return next(filter(None, (_population(part.key) for part in key.mixture)), None)
    return key if isinstance(key, ByPopulation) else None


def _region(association: Association, year: int) -> str | Text:
    """The region by its name now; the municipality where it is outside every region."""
    now = {each.code: each.name for each in regions()}
    names = {
        now.get(getattr(each.organisation, "code", ""), each.name)
        for each in association.members_in(year)
        if each.party is Party.REGIONS or each.is_regionless
    }
    return names.pop() if len(names) == 1 else _SEVERAL if names else _NO_REGION


def _interventions(plan: OperationalPlan) -> Iterator[InterventionSummary]:
    names = {each.id: each.name for each in plan.target_groups}
    for each in plan.interventions:
        paid = plan.financing_of(each.id)
        yield InterventionSummary(
            orientation=each.orientation,
            target_groups=tuple(names[group] for group in each.target_groups),
            money=ReadOnly({cell: amount for cell, amount in paid.items() if isinstance(cell[1], int)}),
        )


def _followed_up(in_short: PlanSummary, review: Review) -> PlanSummary:
    """The same with who took part, and with the verdicts on the targets."""
    verdicts: dict[str | None, list[Verdict]] = {}
    for each in review.evaluations:
        of = None if each.goal is None else each.goal.intervention
        verdicts.setdefault(of, []).append(each.evaluation.verdict)
    told = registered(review).interventions
    return evolve(
        in_short,
        is_followed_up=True,
        invented=review.followup.invented,
        beside=_counts(verdicts.get(None, ())),
        interventions=tuple(
            evolve(each, participants=row.participants, targets=_counts(verdicts.get(row.id, ())))
            for each, row in zip(in_short.interventions, told, strict=True)
        ),
    )


def _counts(verdicts: Iterable[Verdict]) -> TargetCounts:
    counts = Counter(verdicts)
    met, not_met = counts[Verdict.MET], counts[Verdict.NOT_MET] + counts[Verdict.NEAR]
    return TargetCounts(met=met, not_met=not_met, not_told=counts.total() - met - not_met)


_SEVERAL = Text(en="several regions", sv="flera regioner")
_NO_REGION = Text(en="no region", sv="ingen region")

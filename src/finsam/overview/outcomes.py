"""Tables of what the money is for (*insatser*) and of what is found (*iakttagelser*)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import evolve, frozen

from finsam.finding import Severity
from finsam.followup.ranges import Range
from finsam.interventions import Orientation
from finsam.language import Text
from finsam.money import Money
from finsam.overview.speaking import LeftOut, left_out, speaking
from finsam.overview.spread import Spread
from finsam.overview.summary import InterventionSummary, PlanSummary, TargetCounts
from finsam.rows import Column

__all__ = [
    "NO_GROUP",
    "SEVERAL_GROUPS",
    "AssociationInterventions",
    "FindingCount",
    "FindingTable",
    "InterventionTable",
    "Undertaken",
    "findings",
    "interventions",
]


@frozen(kw_only=True)
class Undertaken:
    """
    Interventions together (*insatser*): how many, with how much money, for how many, and whether targets were met.

    `paid_for` is how many of them have `money` in the column. `participants` is a range of persons, from those of the
    largest intervention to all together, as one person can take part in several; it is of the `told` interventions
    whose participants a follow-up tells, and None where there are none. `also` is the money of those that serve the
    same target group together with others, which is not in `money`.
    """

    label: str | Text
    count: int
    paid_for: int
    money: Money
    told: int
    participants: Range | None
    targets: TargetCounts
    also: Money | None = None


@frozen(kw_only=True)
class AssociationInterventions:
    """
    An association's interventions in a year, by the plan for `plan_year`.

    `beside` are the verdicts on targets of no intervention; None without a follow-up, which may be `invented`.
    """

    association: str
    plan_year: int
    interventions: tuple[InterventionSummary, ...]
    beside: TargetCounts | None = None
    is_followed_up: bool = False
    invented: bool = False


@frozen(kw_only=True)
class InterventionTable:
    """
    The interventions of one year with their money in one column (*insatser*); `left_out` have none, each with why.

    Participants and verdicts are those of the follow-ups for that year, whatever the column.
    """

    year: int
    column: Column
    rows: tuple[AssociationInterventions, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def total(self) -> Undertaken:
        """All of them; how many took part is not said of individuals and structures together."""
        return evolve(self._together(_ALL, self._every), participants=None, told=0)

    @property
    def by_association(self) -> tuple[Undertaken, ...]:
        """Those of each association."""
        return tuple(self._together(each.association, each.interventions) for each in self.rows)

    @property
    def by_orientation(self) -> Mapping[Orientation, Undertaken]:
        """The individual and the structural ones, which add up to the total."""
        return {each: self._together(each.label, self._of(each)) for each in Orientation if self._of(each)}

    def by_group(self, orientation: Orientation) -> tuple[Undertaken, ...]:
        """
        Those of one orientation by target group in the plans' own words, then those for several groups and those for
        which none is said; they add up to those of the orientation.

        What serves several groups cannot be split among them: the money for a group is from `money` to that and `also`
        together.
        """
        of = self._of(orientation)
        names = {name.casefold(): name for each in of for name in each.target_groups}
        rows = []
        for folded in sorted(names):
            serving = [each for each in of if folded in map(str.casefold, each.target_groups)]
            alone = self._together(names[folded], [each for each in serving if len(each.target_groups) == 1])
            shared = self._together(alone.label, [each for each in serving if len(each.target_groups) > 1])
            rows.append(evolve(alone, also=shared.money))
        several = self._together(SEVERAL_GROUPS, [each for each in of if len(each.target_groups) > 1])
        none = self._together(NO_GROUP, [each for each in of if not each.target_groups])
        return (*rows, *(each for each in (several, none) if each.count))

    @property
    def beside(self) -> TargetCounts:
        """The verdicts on targets that belong to no intervention."""
        return sum((each.beside for each in self.rows if each.beside is not None), TargetCounts())

    @property
    def spread(self) -> Spread | None:
        """How the associations' money for interventions lies, in öre."""
        return Spread.of({str(each.label): Fraction(each.money.ore) for each in self.by_association if each.paid_for})

    @property
    def _every(self) -> list[InterventionSummary]:
        return [each for row in self.rows for each in row.interventions]

    def _of(self, orientation: Orientation) -> list[InterventionSummary]:
        return [each for each in self._every if each.orientation is orientation]

    def _together(self, label: str | Text, of: Iterable[InterventionSummary]) -> Undertaken:
        several = [*of]
        paid = [amount for each in several if (amount := each.money.get((self.column, self.year))) is not None]
        participants = [each.participants for each in several if each.participants is not None]
        return Undertaken(
            label=label,
            count=len(several),
            paid_for=len(paid),
            money=Money(ore=sum(each.ore for each in paid)),
            told=len(participants),
            participants=_persons(participants),
            targets=sum((each.targets for each in several if each.targets is not None), TargetCounts()),
        )


def _persons(counts: Sequence[Range]) -> Range | None:
    """How many persons they can be: from the most in one intervention to all together."""
    if not counts:
        return None
    highs = [each.high for each in counts if each.high is not None]
    return Range(
        low=max(each.low or Fraction(0) for each in counts),
        high=sum(highs, Fraction(0)) if len(highs) == len(counts) else None,
    )


def interventions(plans: Sequence[PlanSummary], year: int, column: Column) -> InterventionTable:
    """
    The interventions of a year, with the money that rows of costs give them in one column.

    A plan for the year speaks with all its interventions, and one for another year with those that have money in the
    column. Left out is an association without either.
    """

    def said(plan: PlanSummary) -> AssociationInterventions | None:
        if plan.year == year:
            of = plan.interventions
        else:
            paid = [each for each in plan.interventions if (column, year) in each.money]
            of = tuple(evolve(each, participants=None, targets=None) for each in paid)
        if not of:
            return None
        is_own = plan.year == year
        return AssociationInterventions(
            association=plan.association,
            plan_year=plan.year,
            interventions=of,
            beside=plan.beside if is_own else None,
            is_followed_up=is_own and plan.is_followed_up,
            invented=is_own and plan.invented,
        )

    spoken = speaking(plans, year, said)
    return InterventionTable(
        year=year,
        column=column,
        rows=tuple(spoken.values()),
        left_out=left_out(plans, year, spoken, lambda _: _NONE(year=year)),
    )


@frozen(kw_only=True)
class FindingCount:
    """What a rule finds (*iakttagelser*): how many of each severity, in how many plans."""

    rule: str
    counts: Mapping[Severity, int]
    plans: int


@frozen(kw_only=True)
class FindingTable:
    """
    What the checks find in so many plans, those of follow-ups among it.

    `year` is the budget year of the plans; None for plans of all years. `by_plan` is how many there are in each, by
    association and budget year.
    """

    year: int | None
    rows: tuple[FindingCount, ...]
    by_plan: Mapping[tuple[str, int], int]

    @property
    def sums(self) -> Mapping[Severity, int]:
        """How many of each severity there are in all."""
        return {each: sum(row.counts.get(each, 0) for row in self.rows) for each in Severity}

    @property
    def spread(self) -> Spread | None:
        """How the numbers of findings of the plans lie; None without plans."""
        return Spread.of({f"{name} {year}": Fraction(count) for (name, year), count in self.by_plan.items()})


def findings(plans: Sequence[PlanSummary], year: int | None = None) -> FindingTable:
    """What the checks find by rule, in all plans or in those of one budget year; a plan speaks of all its years."""
    of = [plan for plan in plans if year in (None, plan.year)]
    rules = sorted({rule for plan in of for rule, _ in plan.findings})
    counts = {rule: Counter[Severity]() for rule in rules}
    for plan in of:
        for (rule, severity), count in plan.findings.items():
            counts[rule][severity] += count
    return FindingTable(
        year=year,
        rows=tuple(
            FindingCount(
                rule=rule,
                counts={each: counts[rule][each] for each in Severity if counts[rule][each]},
                plans=sum(any(name == rule for name, _ in plan.findings) for plan in of),
            )
            for rule in rules
        ),
        by_plan={(plan.association, plan.year): sum(plan.findings.values()) for plan in of},
    )


_ALL = Text(en="all", sv="alla")
SEVERAL_GROUPS = Text(en="several groups", sv="flera målgrupper")
NO_GROUP = Text(en="no group said", sv="målgrupp anges inte")
_NONE = Text(
    en="there are no interventions for {year}, with money in that column or in a plan for that year",
    sv="det finns inga insatser för {year}, med pengar i den kolumnen eller i en plan för det året",
)

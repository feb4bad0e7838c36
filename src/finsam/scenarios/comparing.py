"""A plan beside its scenarios, or beside another plan (*jämförelse*): what each member pays, and what is left."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, overload

from attrs import evolve, frozen

from finsam.errors import Problem, ScenarioError, UnknownNameError
from finsam.language import Text
from finsam.plan import OperationalPlan
from finsam.scenarios.applying import apply, as_a_start
from finsam.scenarios.changes import PlanChange
from finsam.scenarios.plan_comparison import BeforeAfter, PlanComparison, compared
from finsam.scenarios.scenario import Scenario
from finsam.typed import expect
from finsam.work import Progress, metered

__all__ = ["Case", "Comparison", "compare"]

Given = Mapping[str, PlanChange | Sequence[PlanChange]] | Iterable[Scenario]
"""Scenarios by name, each with its changes; or as they are read from a file."""


@frozen(kw_only=True)
class Case:
    """A scenario (*alternativ*), and the plan `beside` what it would be."""

    scenario: Scenario
    beside: PlanComparison

    @property
    def name(self) -> str:
        """The name of the scenario."""
        return self.scenario.name

    @property
    def plan(self) -> OperationalPlan:
        """The plan as it would be."""
        return self.beside.after

    def paid(self, year: int) -> Mapping[str, BeforeAfter]:
        """What each who is a member in a year pays, in the plan and in the scenario."""
        return self.beside.contributions_in(year).members


@frozen(kw_only=True)
class Comparison:
    """
    A plan beside its scenarios (*jämförelse av scenarier*), made by `compare`.

    `year` is that of the contributions, and `plan` the plan `as_a_start` of scenarios.
    """

    plan: OperationalPlan
    cases: tuple[Case, ...]
    year: int

    @property
    def members(self) -> tuple[str, ...]:
        """Those who are members in the year, in the plan or in a scenario."""
        return tuple(dict.fromkeys(name for case in self.cases for name in case.paid(self.year)))

    @property
    def years(self) -> tuple[int, ...]:
        """The budget year and those after it about which the plan or a scenario has a figure, in order."""
        every = {*self.plan.planned_years, *(year for case in self.cases for year in case.plan.planned_years)}
        return tuple(sorted(every))

    def case(self, name: str) -> Case:
        """The scenario of that name; raises `UnknownNameError`, which suggests the nearest."""
        for case in self.cases:
            if case.name == name:
                return case
        raise UnknownNameError(_NO_CASE, name, [case.name for case in self.cases])


@overload
def compare(plan: OperationalPlan, others: OperationalPlan) -> PlanComparison: ...
@overload
def compare(
    plan: OperationalPlan, others: Given, *, year: int | None = None, progress: Progress | None = None
) -> Comparison: ...
def compare(
    plan: OperationalPlan,
    others: OperationalPlan | Given,
    *,
    year: int | None = None,
    progress: Progress | None = None,
) -> PlanComparison | Comparison:
    """
    A plan beside its scenarios: what each member pays in a year, what is left at the end of each, and what is found; or
    beside another plan, as that of the year before, and everything that differs.

    The year is the first for which a scenario has other contributions than the plan, where it is not given. `progress`
    shows how many scenarios are done, as `tqdm` does.

    Raises `ScenarioError`, which lists every scenario that does not fit the plan, and where there is none.

    >>> from finsam.scenarios import FundingChange
    >>> plan = example("hoglandet-2023")
    >>> more = compare(plan, {"3 % more": FundingChange(more="3 %", since=2024)})
    >>> more.year, more.case("3 % more").paid(2024)["Aneby"].difference
    (2024, kr("3624.30"))
    """
    expect(plan, OperationalPlan, "compare")
    if isinstance(others, OperationalPlan):
        return compared(plan, others)
    start = as_a_start(plan)
    cases = _cases(start, _scenarios(others), progress)
    return Comparison(plan=start, cases=cases, year=_first_year(plan, cases) if year is None else year)


def _cases(plan: OperationalPlan, scenarios: Sequence[Scenario], progress: Progress | None) -> tuple[Case, ...]:
    """Each scenario beside the plan."""
    cases: list[Case] = []
    problems: list[Problem] = []
    with metered(progress, len(scenarios)) as meter:
        for place, scenario in enumerate(scenarios):
            try:
                cases.append(Case(scenario=scenario, beside=compared(plan, apply(plan, scenario))))
            except ScenarioError as error:
                problems += (_told(each, scenario, place) for each in error.problems)
            meter.update(1)
    if problems:
        raise ScenarioError(*problems)
    if not cases:
        raise ScenarioError(_NONE)
    return tuple(cases)


def _told(problem: Problem, scenario: Scenario, place: int) -> Problem:
    """A problem of a scenario, under its name."""
    return evolve(problem, message=_IN(name=scenario.name, why=problem.message), path=("scenario", place))


def _scenarios(given: Given) -> tuple[Scenario, ...]:
    """The scenarios, with their names."""
    if not isinstance(given, Mapping):
        every = tuple(given)
        for each in every:
            expect(each, Scenario, "compare")
        return every
    named: Mapping[str, Any] = given
    return tuple(
        Scenario(name=name, changes=tuple(changes) if isinstance(changes, list | tuple) else (changes,))
        for name, changes in named.items()
    )


def _first_year(plan: OperationalPlan, cases: Iterable[Case]) -> int:
    """The first year for which a scenario has other contributions than the plan; else the budget year."""
    others = (
        each.year
        for case in cases
        for each in case.beside.contributions
        if any(paid.before != paid.after for paid in each.members.values())
    )
    return min(others, default=plan.year)


_IN = Text(en="{name}: {why}", sv="{name}: {why}")
_NONE = Text(
    en="there is no scenario to compare with; give one", sv="det finns inget scenario att jämföra med; ange ett"
)
_NO_CASE = Text(en='there is no scenario "{name}"', sv='det finns inget scenario "{name}"')

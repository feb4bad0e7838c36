"""
Hypothesis strategies for what a plan says besides its money: goals, targets, interventions, target groups, need,
governance, days, and decisions on money.

They give the whole domain, lawful or not. What names something else by its id is given the ids that there are, so that
every id leads somewhere.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import zip_longest
from typing import Any, TypeVar

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from finsam import (
    AllOrNone,
    CountTarget,
    Goal,
    Governance,
    Indicator,
    Intervention,
    Milestone,
    OperationalPlan,
    ShareTarget,
    Target,
    TargetGroup,
    Trend,
)
from finsam.decisions import Decision, Years
from finsam.goals import Activity, Level, Perspective
from finsam.governance import Adoption, Auditor, Board, Charter, Event, Seats, Trade
from finsam.interventions import CooperatingParty, Need, Orientation
from finsam.law import CHARTER
from finsam.organisations import municipalities
from finsam.staffing import Post
from finsam.targets import Aim, Bound, Direction
from plan_strategies import ids, money, plans, some, texts
from strategies import days, periods, printed_amounts, shares

__all__ = [
    "activities",
    "adoptions",
    "aims",
    "all_or_none",
    "boards",
    "charters",
    "contents",
    "count_targets",
    "decisions",
    "events",
    "goals",
    "governances",
    "indicators",
    "interventions",
    "milestones",
    "needs",
    "posts",
    "share_targets",
    "spans",
    "target_groups",
    "targets",
    "trends",
    "whole_plans",
]

T = TypeVar("T")


def maybe(of: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """One of them, or None where the plan does not say."""
    return st.none() | of


def one_of_these(values: Sequence[str]) -> SearchStrategy[str | None]:
    """One of the ids, or None, which is all there is where there are no ids."""
    return st.sampled_from([None, *values])


def a_few(of: SearchStrategy[T]) -> SearchStrategy[tuple[T, ...]]:
    """At most two, in any order."""
    return st.lists(of, max_size=2).map(tuple)


def unique_ids(most: int = 3) -> SearchStrategy[list[str]]:
    """So many ids at most, no two of them the same."""
    return st.lists(ids(), max_size=most, unique=True)


WORDS = texts()
COUNTS = st.integers(0, 10_000)
AGES = st.integers(0, 120)

# Targets


@cache
def share_targets() -> SearchStrategy[ShareTarget]:
    return st.builds(
        ShareTarget, share=shares(), of=WORDS, to=WORDS, bound=st.sampled_from(Bound), baseline=maybe(shares())
    )


@cache
@st.composite
def count_targets(draw: DrawFn) -> CountTarget:
    """Counts, and counts out of so many or more."""
    out_of = draw(maybe(COUNTS))
    return CountTarget(
        count=draw(COUNTS if out_of is None else st.integers(0, out_of)),
        to=draw(WORDS),
        out_of=out_of,
        bound=draw(st.sampled_from(Bound)),
        baseline=draw(maybe(COUNTS)),
    )


@cache
def all_or_none() -> SearchStrategy[AllOrNone]:
    return st.builds(AllOrNone, every=st.booleans(), of=WORDS, to=WORDS)


@cache
def trends() -> SearchStrategy[Trend]:
    return st.builds(Trend, direction=st.sampled_from(Direction), of=WORDS, baseline=maybe(WORDS))


@cache
def milestones() -> SearchStrategy[Milestone]:
    return st.builds(Milestone, what=WORDS, by=maybe(days()), times=maybe(st.integers(1, 100)))


@cache
def aims() -> SearchStrategy[Aim]:
    """What a target may aim at, of every kind."""
    return st.one_of(share_targets(), count_targets(), all_or_none(), trends(), milestones())


def targets(*, groups: Sequence[str] = (), indicators: Sequence[str] = ()) -> SearchStrategy[Target]:
    """Targets about those target groups and measured by those indicators, or by none."""
    return st.builds(
        Target,
        aim=aims(),
        period=maybe(periods()),
        group=one_of_these(groups),
        indicator=one_of_these(indicators),
        by_sex=st.booleans(),
    )


# Goals


@cache
def posts() -> SearchStrategy[Post]:
    """Posts and parts of posts; above full time they are several."""
    size = shares().filter(bool) | st.integers(1, 80).map(lambda tenths: Fraction(tenths, 10))
    return st.builds(Post, role=WORDS, share=maybe(size), employer=maybe(WORDS))


@cache
def activities() -> SearchStrategy[Activity]:
    return st.builds(
        Activity,
        text=WORDS,
        times=maybe(st.integers(1, 100)),
        period=maybe(periods()),
        timing=maybe(WORDS),
        responsible=maybe(WORDS),
        staffing=a_few(posts()),
    )


def indicators(id: str) -> SearchStrategy[Indicator]:
    """The indicators that might have that id."""
    return st.builds(Indicator, id=st.just(id), text=WORDS, by_sex=st.booleans())


@st.composite
def goals(draw: DrawFn, *, interventions: Sequence[str] = (), groups: Sequence[str] = ()) -> tuple[Goal, ...]:
    """The goals of a plan that has those interventions and target groups."""
    named = draw(unique_ids())
    measured = draw(unique_ids())
    owners = [draw(st.integers(0, len(named) - 1)) for _ in measured] if named else []
    spoken_of = iter(draw(unique_ids(4)))
    made = []
    for place, each in enumerate(named):
        of = draw(a_few(targets(groups=groups, indicators=measured if owners else ())))
        done = draw(a_few(activities()))
        made.append(
            Goal(
                id=each,
                text=draw(WORDS),
                level=draw(st.sampled_from(Level)),
                perspective=draw(maybe(st.sampled_from(Perspective))),
                intervention=draw(one_of_these(interventions)),
                part_of=draw(one_of_these(named[:place])),
                indicators=tuple(
                    draw(indicators(own)) for own, owner in zip(measured, owners, strict=False) if owner == place
                ),
                targets=tuple(evolve(target, id=next(spoken_of, None)) for target in of),
                activities=tuple(evolve(activity, id=next(spoken_of, None)) for activity in done),
            )
        )
    return tuple(draw(st.permutations(made)))


# Interventions, and for whom


@st.composite
def target_groups(draw: DrawFn) -> tuple[TargetGroup, ...]:
    """The target groups of a plan, some of which are parts of others."""
    named = draw(unique_ids())
    return tuple(draw(st.permutations([draw(_target_group(each, named[:place])) for place, each in enumerate(named)])))


@st.composite
def _target_group(draw: DrawFn, id: str, ids: Sequence[str]) -> TargetGroup:
    youngest = draw(maybe(AGES))
    return TargetGroup(
        id=id,
        name=draw(WORDS),
        youngest=youngest,
        oldest=draw(maybe(st.integers(youngest or 0, 120))),
        conditions=draw(a_few(WORDS)),
        livelihood=draw(a_few(WORDS)),
        priority=draw(st.booleans()),
        part_of=draw(one_of_these(ids)),
        residents_of=draw(a_few(WORDS)),
    )


@st.composite
def interventions(draw: DrawFn, *, groups: Sequence[str] = ()) -> tuple[Intervention, ...]:
    """The interventions of a plan that has those target groups."""
    named, projects = draw(unique_ids()), draw(unique_ids())
    return tuple(
        draw(_intervention(each, groups, project)) for each, project in zip_longest(named, projects[: len(named)])
    )


@st.composite
def _intervention(draw: DrawFn, id: str, groups: Sequence[str], project: str | None) -> Intervention:
    start, long_term = draw(maybe(days())), draw(st.booleans())
    return Intervention(
        id=id,
        name=draw(WORDS),
        orientation=draw(st.sampled_from(Orientation)),
        parties=draw(maybe(some(list(CooperatingParty)).map(tuple))),
        carried_out_by=draw(a_few(WORDS)),
        target_groups=tuple(draw(some(groups))),
        start=start,
        end=None if long_term else draw(maybe(days(first=start or date(2004, 1, 1)))),
        timing=draw(maybe(WORDS)),
        long_term=long_term,
        methods=draw(a_few(WORDS)),
        other_financing=draw(a_few(WORDS)),
        staffing=draw(a_few(posts())),
        evaluation=draw(maybe(WORDS)),
        afterwards=draw(maybe(WORDS)),
        steering_group=draw(maybe(WORDS)),
        esf=draw(st.booleans()),
        project=project,
    )


@cache
@st.composite
def needs(draw: DrawFn) -> Need:
    """Needs of the population of municipalities, of a share, of a stated number, or of what the plan says of them."""
    names = st.sampled_from([each.name for each in municipalities()])
    youngest = draw(maybe(AGES))
    population = draw(st.dictionaries(names, st.integers(0, 1_000_000), max_size=3))
    share = draw(maybe(shares()))
    return Need(
        population=population,
        share=share,
        youngest=youngest,
        oldest=draw(maybe(st.integers(youngest or 0, 120))),
        on=draw(maybe(days())),
        stated=draw(maybe(COUNTS) if population or share is not None else COUNTS),
    )


# Governance


@cache
def events() -> SearchStrategy[Event]:
    return st.builds(Event, on=days(), text=WORDS)


@st.composite
def boards(draw: DrawFn, *, members: Sequence[str] = ()) -> Board:
    """Boards with seats, a chair and vice chairs for some of those members, or for nobody in particular."""
    few, start = st.integers(0, 20), draw(maybe(days()))
    length = draw(maybe(st.integers(0, 2_000)))
    return Board(
        seats=draw(maybe(few)),
        deputies=draw(maybe(few)),
        personal_deputies=draw(st.booleans()),
        shares=draw(a_few(st.builds(Seats, members=some(members).map(tuple), seats=few, deputies=maybe(few)))),
        chair=draw(one_of_these(members)),
        vice_chairs=tuple(draw(some(members))),
        term_start=start,
        term_end=None if length is None else (start or date(2015, 4, 1)) + timedelta(days=length),
        term_years=draw(maybe(few)),
    )


@cache
def charters() -> SearchStrategy[Charter]:
    """Charters of which some items, all or none are known."""
    known = st.dictionaries(st.integers(1, len(CHARTER.latest)), st.booleans())
    return known.flatmap(
        lambda items: st.builds(
            Charter,
            present=st.just(tuple(number for number, there in items.items() if there)),
            absent=st.just(tuple(number for number, there in items.items() if not there)),
            revised=maybe(days()),
            notice_months=maybe(st.integers(0, 48)),
        )
    )


@cache
def adoptions() -> SearchStrategy[Adoption]:
    return st.builds(
        Adoption,
        on=maybe(days()),
        consulted=maybe(st.booleans()),
        note=maybe(WORDS),
        to_be_replaced_on=maybe(days()),
        drafted=maybe(days()),
        consulted_on=maybe(days()),
        public=maybe(st.booleans()),
        announced_on=maybe(days()),
    )


def governances(*, members: Sequence[str] = ()) -> SearchStrategy[Governance]:
    """Who decides, prepares, works and audits in an association of those members."""
    return st.builds(
        Governance,
        board=maybe(boards(members=members)),
        charter=maybe(charters()),
        auditors=maybe(a_few(st.builds(Auditor, for_members=some(members).map(tuple)))),
        adoption=maybe(adoptions()),
        staff=a_few(posts()),
        trades=a_few(st.builds(Trade, post=posts(), counterpart=WORDS, sold=st.booleans())),
        services_from=a_few(WORDS),
        preparatory_group=maybe(WORDS),
        working_committee=maybe(WORDS),
        archive_authority=maybe(WORDS),
        case_number=maybe(WORDS),
        annual_reports=st.dictionaries(st.integers(2004, 2035), st.integers(0, 400), max_size=2).map(
            lambda reports: {year: date(year + 1, 1, 1) + timedelta(days=late) for year, late in reports.items()}
        ),
    )


# Decisions on money


@st.composite
def spans(draw: DrawFn) -> list[Years]:
    """Years and several in a row, no two of which have a year in common."""
    steps = draw(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3)), max_size=3))
    made, first = [], draw(st.integers(2015, 2030))
    for gap, length in steps:
        made.append(Years(first=first + gap, last=first + gap + length))
        first = made[-1].last + 1
    return made


@st.composite
def _amounts(draw: DrawFn) -> dict[str, Any]:
    """What is granted, and at most: in years of their own, or of a year within what is granted for several."""
    each = draw(spans())
    is_granted = draw(st.lists(st.booleans(), min_size=len(each), max_size=len(each)))
    granted = {years: draw(money()) for years, said in zip(each, is_granted, strict=True) if said}
    at_most = {years: draw(money()) for years, said in zip(each, is_granted, strict=True) if not said}
    for years, amount in granted.items():
        if draw(st.booleans()):
            at_most[Years.read(draw(st.sampled_from([*years])))] = amount if len(years) == 1 else draw(money())
    return {"granted": granted, "at_most": at_most}


@st.composite
def decisions(draw: DrawFn, *, interventions: Sequence[str] = (), rows: Sequence[str] = ()) -> tuple[Decision, ...]:
    """The decisions of a plan that has those interventions and rows of costs, some of which change others."""
    named, made = draw(unique_ids()), []
    for place, each in enumerate(named):
        about = draw(one_of_these(interventions))
        earlier, adds = draw(one_of_these(named[:place])), draw(st.booleans())
        made.append(
            Decision(
                id=each,
                on=draw(maybe(days())),
                number=draw(maybe(WORDS)),
                intervention=about,
                row=draw(one_of_these(rows)) if about is None else None,
                to=draw(maybe(WORDS)),
                applied={years: draw(printed_amounts()) for years in draw(spans())},
                conditions=draw(a_few(WORDS)),
                adds_to=earlier if adds else None,
                replaces=None if adds else earlier,
                financing=draw(maybe(WORDS)),
                note=draw(maybe(WORDS)),
                **draw(_amounts()),
            )
        )
    return tuple(draw(st.permutations(made)))


# All of it


@st.composite
def contents(draw: DrawFn, *, members: Sequence[str] = (), rows: Sequence[str] = ()) -> dict[str, Any]:
    """All that a plan of those members and rows of costs says besides its money, by the plan's own names for it."""
    of = draw(target_groups())
    groups = [each.id for each in of]
    means = draw(interventions(groups=groups))
    return {
        "vision": draw(maybe(WORDS)),
        "purpose": draw(maybe(WORDS)),
        "orientation": draw(a_few(WORDS)),
        "tasks": draw(a_few(WORDS)),
        "need": draw(maybe(needs())),
        "target_groups": of,
        "interventions": means,
        "longest_intervention": draw(maybe(st.integers(1, 10))),
        "least_parties": draw(maybe(st.integers(1, 4))),
        "goals": draw(goals(interventions=[each.id for each in means], groups=groups)),
        "activities": draw(a_few(activities())),
        "governance": draw(maybe(governances(members=members))),
        "calendar": draw(a_few(events())),
        "decisions": draw(decisions(interventions=[each.id for each in means], rows=rows)),
    }


def _with_contents(plan: OperationalPlan) -> SearchStrategy[OperationalPlan]:
    names = [member.name for member in plan.association.members]
    rows = [row.id for row in plan.costs]
    return contents(members=names, rows=rows).map(lambda said: evolve(plan, **said))


def whole_plans(*, first: int = 2005) -> SearchStrategy[OperationalPlan]:
    """Plans for that budget year or a later one with their money and everything else."""
    return plans(first=first).flatmap(_with_contents)

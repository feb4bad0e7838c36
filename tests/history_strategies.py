"""Hypothesis strategies for the plans of several associations, over some years, which merge and share projects."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from finsam import Association, Category, Cost, Intervention, Member, OperationalPlan, kr
from finsam.decisions import Decision
from finsam.interventions import Orientation
from finsam.organisations import Municipality, municipality

__all__ = ["DAYS", "NAMES_OF_ASSOCIATIONS", "many_plans", "plans_of_one"]

NAMES_OF_ASSOCIATIONS = ("Alfa", "Beta", "Gamma", "Delta")
PLACES = [municipality(name) for name in ("Habo", "Mullsjö", "Vaggeryd", "Gotland")]
DAYS = st.dates(date(2017, 1, 1), date(2020, 12, 31))
FEW = st.integers(0, 3).map(kr)


@st.composite
def _members(draw: DrawFn, formed: date | None) -> tuple[Member[Municipality], ...]:
    members = []
    for each in draw(st.lists(st.sampled_from(PLACES), unique=True)):
        first = formed or date(2017, 1, 1)
        joined = draw(st.none() | st.dates(first, date(2021, 12, 31)))
        left = draw(st.none() | st.dates(joined or first, date(2022, 12, 31)))
        members.append(Member(organisation=each, joined=joined, left=left))
    return tuple(members)


@st.composite
def _money(draw: DrawFn, project: str | None) -> dict[str, Any]:
    """An intervention that may be a shared project, the rows that pay for it and for other things, and a decision."""
    start = draw(st.none() | DAYS)
    end = draw(st.none() | st.dates(start or date(2017, 1, 1), date(2022, 12, 31)))
    one = Intervention(
        id="i",
        name=draw(st.sampled_from(["Stöd", "stöd", "Framåt"])),
        orientation=draw(st.sampled_from(Orientation)),
        start=start,
        end=end,
        project=project,
    )
    years = st.dictionaries(st.sampled_from([2017, 2018, 2019, "2019-H1"]), FEW, max_size=3)
    of: SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({"budget": years, "outcome": years})
    costs = tuple(
        Cost(id=f"r{number}", name="Rad", category=Category.NEW, intervention=pays_for, **draw(of))
        for number, pays_for in enumerate(draw(st.lists(st.sampled_from(["i", "i", None]), max_size=3)))
    )
    decisions = (Decision(id="b", intervention="i", granted={2018: draw(FEW)}),) if draw(st.booleans()) else ()
    return {"interventions": (one,), "costs": costs, "decisions": decisions}


@st.composite
def plans_of_one(
    draw: DrawFn, name: str, *, former: Sequence[str] = (), is_formed: bool = False, years: Sequence[int] = (2018, 2019)
) -> list[OperationalPlan]:
    """Plans of an association, at most a few, which may be for one year, and may have been formed from others."""
    formed = draw(DAYS if is_formed else st.none() | DAYS)
    of = tuple(draw(st.lists(st.sampled_from(former), unique=True))) if former and formed else ()
    made = []
    for year in draw(st.lists(st.sampled_from(years), min_size=1, max_size=3)):
        association = Association(name=name, formed=formed, formed_from=of, municipalities=draw(_members(formed)))
        plan = OperationalPlan(year=year, association=association)
        made.append(evolve(plan, **draw(_money(draw(st.sampled_from(["p", "P", None]))))))
    return made


def many_plans(*, merging: bool = True) -> SearchStrategy[list[OperationalPlan]]:
    """Plans of several associations, some of which may have been formed from others, also impossibly so."""
    every: list[SearchStrategy[list[OperationalPlan]]] = [
        st.just([]) | plans_of_one(name, former=[each for each in NAMES_OF_ASSOCIATIONS if each != name and merging])
        for name in NAMES_OF_ASSOCIATIONS
    ]
    return st.tuples(*every).map(lambda of: [plan for plans in of for plan in plans])

"""
Hypothesis strategies for what-ifs: every kind of change, scenarios, and whole files of them.

They give the whole domain, whether or not a change fits any plan: that is seen when it is applied.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from content_strategies import maybe
from finsam import Money, Party
from finsam.funding import Basis, PartYear
from finsam.organisations import municipalities
from finsam.period import Time
from finsam.rows import Column
from finsam.scenarios import (
    Amounts,
    FundingChange,
    Joining,
    Leaving,
    Limits,
    NewRow,
    OpeningChange,
    PlanChange,
    PopulationChange,
    RowChange,
    Scenario,
    ScenarioSet,
)
from finsam.split import SplitKey
from plan_strategies import costs, incomes, keys_to_come, money, parts_of, some, split_keys, texts
from strategies import days, shares, units, years

__all__ = [
    "amounts_by_year",
    "changes",
    "funding_changes",
    "joinings",
    "leavings",
    "limits",
    "new_rows",
    "opening_changes",
    "population_changes",
    "rises",
    "row_changes",
    "scenario_sets",
    "scenarios",
]

NAMES = st.sampled_from([each.name for each in municipalities()])
SOME_NAMES = st.lists(NAMES, min_size=1, max_size=4, unique=True)


def rises() -> SearchStrategy[Fraction]:
    """How large a part more, and how large a part less."""
    return shares() | shares().map(lambda share: -share) | shares().map(lambda share: share + 1)


@cache
def amounts_by_year(low: int = 0) -> SearchStrategy[Amounts]:
    """An amount for every year, or one by year."""
    one, by_year = money(low), st.dictionaries(years(), money(low), min_size=1, max_size=3)
    return one | by_year


@st.composite
def _keys(draw: DrawFn) -> SplitKey:
    """Keys of every kind, among some municipalities."""
    names = draw(SOME_NAMES)
    return draw(split_keys(names, draw(money(1))) | keys_to_come())


def _when(draw: DrawFn) -> dict[str, Any]:
    """From a year on, in some years, or neither."""
    times: tuple[SearchStrategy[dict[str, Any]], ...] = (
        st.just({}),
        years().map(lambda year: {"since": year}),
        st.lists(years(), min_size=1, max_size=3, unique=True).map(lambda each: {"years": tuple(each)}),
    )
    return draw(st.one_of(*times))


@st.composite
def funding_changes(draw: DrawFn) -> FundingChange:
    """Changes of the start, of one key or two, of the unit, and of what is paid for a part of a year."""
    starts: dict[str, SearchStrategy[Any]] = {each.value: amounts_by_year() for each in Basis}
    starts["more"] = rises()
    others: dict[str, SearchStrategy[Any]] = {
        "split": _keys(),
        "region_split": _keys(),
        "unit": units(),
        "part_year": st.sampled_from(PartYear),
    }
    started = draw(st.lists(st.sampled_from([*starts]), max_size=1))
    kept = draw(some([*others]).filter(lambda kept: bool(started or kept)))
    said = {name: draw({**starts, **others}[name]) for name in (*started, *kept)}
    return FundingChange(**said, **_when(draw))


@st.composite
def population_changes(draw: DrawFn) -> PopulationChange:
    """Other inhabitants of some municipalities."""
    heads = st.integers(0, 1_000_000)
    return PopulationChange(
        population={name: draw(heads) for name in draw(SOME_NAMES)},
        on=draw(maybe(days())),
        source=draw(maybe(texts())),
        **_when(draw),
    )


@st.composite
def row_changes(draw: DrawFn) -> RowChange:
    """Changes of a row in each of the five ways; an amount by year says its years itself."""
    ways: dict[str, SearchStrategy[Any]] = {
        "amount": amounts_by_year(-1_000),
        "plus": amounts_by_year(-1_000),
        "more": rises(),
        "yearly": rises(),
        "removed": st.just(True),
    }
    way = draw(st.sampled_from([*ways]))
    said = draw(ways[way])
    when = {} if isinstance(said, Mapping) else _when(draw)
    return RowChange(draw(texts()), column=draw(st.sampled_from(Column)), **{way: said}, **when)


@cache
def new_rows() -> SearchStrategy[NewRow]:
    """New rows of costs, and of income."""
    times: list[Time] = [2026, 2027, *parts_of(2027)]
    of_costs = costs(times).filter(bool).map(lambda rows: NewRow(cost=rows[0]))
    return of_costs | incomes(times).filter(bool).map(lambda rows: NewRow(income=rows[0]))


@st.composite
def opening_changes(draw: DrawFn) -> OpeningChange:
    """Another equity for one year, or by year."""
    opening = draw(amounts_by_year(-1_000_000))
    return OpeningChange(opening, since=draw(maybe(years())) if isinstance(opening, Money) else None)


def _day_or_year(draw: DrawFn, name: str) -> dict[str, Any]:
    """The turn of a year, or a day under that name."""
    return {name: draw(days())} if draw(st.booleans()) else {"since": draw(years())}


@st.composite
def joinings(draw: DrawFn) -> Joining:
    """Municipalities that join, with their inhabitants and the keys that are then used, or without."""
    return Joining(
        draw(NAMES),
        heads=draw(maybe(st.integers(0, 1_000_000))),
        split=draw(maybe(_keys())),
        region_split=draw(maybe(_keys())),
        **_day_or_year(draw, "on"),
    )


@st.composite
def leavings(draw: DrawFn) -> Leaving:
    """Members that leave, and how the others then share, where that is said."""
    return Leaving(
        draw(NAMES), split=draw(maybe(_keys())), region_split=draw(maybe(_keys())), **_day_or_year(draw, "notice")
    )


@st.composite
def limits(draw: DrawFn) -> Limits:
    """Offers of parties, ceilings of members in amounts and in parts more, or both."""
    offers = {party: draw(money()) for party in draw(some([*Party]))}
    names = draw(SOME_NAMES if not offers else st.just([]) | SOME_NAMES)
    return Limits(offers=offers, ceilings={name: draw(money() | shares()) for name in names}, **_when(draw))


def changes() -> SearchStrategy[PlanChange]:
    """Changes of every kind."""
    kinds: tuple[Callable[[], SearchStrategy[PlanChange]], ...] = (
        funding_changes,
        population_changes,
        row_changes,
        new_rows,
        opening_changes,
        joinings,
        leavings,
        limits,
    )
    return st.one_of(*(kind() for kind in kinds))


@cache
def scenarios(name: str | None = None) -> SearchStrategy[Scenario]:
    """Scenarios of that name, or of any."""
    return st.builds(
        Scenario,
        name=texts() if name is None else st.just(name),
        note=maybe(texts()),
        changes=st.lists(changes(), min_size=1, max_size=3).map(tuple),
    )


@st.composite
def scenario_sets(draw: DrawFn) -> ScenarioSet:
    """Files of scenarios, no two of one name, with the plan that they are of or without."""
    names = draw(st.lists(texts(), max_size=3, unique=True))
    return ScenarioSet(plan=draw(maybe(texts())), scenarios=tuple(draw(scenarios(name)) for name in names))

"""Plans as their files: what is written is read as the same plan."""

import re
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from content_strategies import whole_plans
from finsam import (
    Association,
    Budget,
    ByPopulation,
    Category,
    CostLine,
    Equal,
    Fixed,
    Funding,
    Member,
    Mixture,
    Money,
    OperationalPlan,
    Outcome,
    Party,
    Shares,
    dumps,
    example,
    examples,
    kr,
    loads,
    share,
)
from finsam.budget import Column
from finsam.funding import Basis
from finsam.governance import Adoption, Charter, Governance, Presence
from finsam.need import Need
from finsam.organisations import ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN
from finsam.registry import municipality
from finsam.shares import PrintedShare
from finsam.split import SplitKey, ToBeSplit
from finsam.stated import Stated
from names import NAMES

BYGDEN = Association.of("Exempelbygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")


def plan(**parts: Any) -> OperationalPlan:
    return evolve(OperationalPlan(association=BYGDEN, year=2027), **parts)


def written(plan: OperationalPlan) -> list[str]:
    """The lines of its file, which is that plan."""
    text = dumps(plan)
    assert loads(text) == plan
    return text.splitlines()


# Laws


@settings(max_examples=30)
@given(whole_plans())
def test_what_is_written_is_read_as_the_same_plan(plan: OperationalPlan) -> None:
    """Its money, its goals, its interventions, its governance and its days."""
    assert loads(dumps(plan)) == plan


@settings(max_examples=10)
@given(whole_plans())
def test_what_is_read_is_written_as_it_was(plan: OperationalPlan) -> None:
    """To save a file that finsam wrote changes nothing in it."""
    text = dumps(plan)
    assert dumps(loads(text)) == text


@settings(max_examples=10)
@given(whole_plans())
def test_repr_builds_the_whole_plan_again(plan: OperationalPlan) -> None:
    """What is shown is Python, in the names of finsam and of the standard library, that gives the same plan again."""
    assert eval(repr(plan), NAMES) == plan


@pytest.mark.parametrize("name", examples())
def test_the_published_plans_are_written_as_they_are_read(name: str) -> None:
    """All five, and no line of theirs is wider than a screen."""
    published = example(name)
    assert max(map(len, written(published))) <= 250


LETTERS = st.characters(exclude_categories=["Cs"])
LONG = st.text(LETTERS, min_size=1, max_size=300) | st.text(' a."\\\n\t', min_size=1, max_size=600)


@settings(max_examples=100)
@given(LONG.filter(str.strip), st.text(LETTERS, min_size=1).filter(str.strip))
def test_every_text_is_read_as_it_was_written(text: str, name: str) -> None:
    """Quotes, control characters, line breaks, spaces at either end and rows of dots among them."""
    need = Need(population={name: 1}, share=share("5 %"))
    of = plan(vision=text, orientation=(text, text), need=need)
    assert loads(dumps(of)) == of


@given(st.lists(st.permutations("abcd").map(lambda ids: ids[:3]), max_size=4))
def test_a_second_writing_changes_nothing_whatever_the_order_of_the_lines(years: list[list[str]]) -> None:
    """Even where no one order is right for every year."""
    of = plan(budgets=tuple(Budget(year=2027 + after, costs=costs(*ids)) for after, ids in enumerate(years)))
    text = dumps(of)
    assert dumps(loads(text)) == text


def costs(*ids: str) -> tuple[CostLine, ...]:
    """A cost of one krona for each."""
    return tuple(CostLine(id=each, name=each.upper(), amount=kr(1), category=Category.NEW) for each in ids)


# Lines


def test_lines_stand_in_an_order_that_is_right_for_every_year() -> None:
    """A line that came later stands where its year has it."""
    of = plan(budgets=(Budget(year=2027, costs=costs("a", "c")), Budget(year=2028, costs=costs("a", "b", "c"))))
    assert [line for line in written(of) if line.startswith("id")] == ['id = "a"', 'id = "b"', 'id = "c"']


def test_where_two_years_have_their_lines_in_different_orders_the_first_is_kept() -> None:
    """Nothing but the order of the second year is lost."""
    of = plan(budgets=(Budget(year=2027, costs=costs("a", "b")), Budget(year=2028, costs=costs("b", "a"))))
    read = loads(dumps(of))
    assert read.budgets[0] == of.budgets[0]
    assert [line.id for line in read.budgets[1].costs] == ["a", "b"]
    assert read.budgets[1].total_costs == of.budgets[1].total_costs


def test_amounts_are_written_as_people_write_them() -> None:
    """Whole kronor as digits, and öre in quotes."""
    lines = (
        CostLine(id="a", name="A", amount=Money(ore=123_456_700), category=Category.NEW),
        CostLine(id="b", name="B", amount=Money(ore=-50), category=Category.NEW),
    )
    of = written(plan(outcomes=(Outcome(year=2026, costs=lines, opening=kr(-1_000), preliminary=True),)))
    assert "preliminary = [2026]" in of
    assert "opening = { outcome = { 2026 = -1_000 } }" in of
    assert [line for line in of if line.startswith("outcome")] == [
        "outcome = { 2026 = 1_234_567 }",
        'outcome = { 2026 = "-0,50" }',
    ]


def test_received_contributions_stand_by_column_and_year() -> None:
    """What came in is not what was to come in."""
    of = plan(budgets=(Budget(year=2027, contributions=kr(5)),), outcomes=(Outcome(year=2026, contributions=kr(4)),))
    assert "received = { outcome = { 2026 = 4 }, budget = { 2027 = 5 } }" in written(of)


# Who


def test_the_two_agencies_are_members_unless_the_file_says_otherwise() -> None:
    """None, one alone, and one that has left, are written; both are not."""
    habo = Member(organisation=municipality("Habo"))
    state, labour = Member(organisation=FORSAKRINGSKASSAN), Member(organisation=ARBETSFORMEDLINGEN)
    left = evolve(labour, left=date(2020, 12, 31))

    def agencies(*rest: Member) -> list[str]:
        of = written(plan(association=Association(name="Bygden", members=(habo, *rest))))
        return [line for line in of if "agenc" in line]

    assert [agencies(state, labour), agencies(), agencies(state), agencies(state, left)] == [
        [],
        ["agencies = []"],
        ['agencies = ["Försäkringskassan"]'],
        ["agencies = ["],
    ]


def test_a_member_with_days_is_a_table() -> None:
    """Only the day that is known."""
    joined = Member(organisation=municipality("Habo"), joined=date(2011, 1, 1))
    of = plan(association=Association.of("Bygden", municipalities=[joined, "Mullsjö"]))
    assert '    { name = "Habo", joined = 2011-01-01 },' in written(of)
    assert '    "Mullsjö",' in written(of)


# Splits


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (Shares({"Habo": "60 %", "Mullsjö": "2/5"}), 'shares = { Habo = "60 %", "Mullsjö" = "40 %" }'),
        (Shares({"Habo": "1/3", "Mullsjö": "2/3"}), 'shares = { Habo = "1/3", "Mullsjö" = "2/3" }'),
        (
            ByPopulation({"Habo": 3, "Mullsjö": 2}, on=date(2026, 11, 1), source="SCB"),
            'population = { Habo = 3, "Mullsjö" = 2 }, on = 2026-11-01, source = "SCB"',
        ),
        (ByPopulation({"Habo": 3, "Mullsjö": 2}), 'population = { Habo = 3, "Mullsjö" = 2 }'),
        (Equal(), "equal = true"),
        (Fixed({"Habo": 600, "Mullsjö": 400}), 'amounts = { Habo = 600, "Mullsjö" = 400 }'),
        (ToBeSplit(by="population", on=date(2026, 11, 30)), 'to_be_split_by = "population", on = 2026-11-30'),
        (ToBeSplit(by="population"), 'to_be_split_by = "population"'),
    ],
    ids=str,
)
def test_a_split_is_written_as_its_key_with_its_years(key: SplitKey, line: str) -> None:
    """One key for the years that have it."""
    terms = Funding(year=2027, basis=Basis.TOTAL, amount=kr(4_000), split=key)
    assert f"    {{ years = [2027, 2028], {line} }}," in written(plan(funding=(terms, evolve(terms, year=2028))))


def test_a_mixture_is_written_as_its_parts() -> None:
    """A line for each, with its weight; other years have other keys."""
    mixture = Mixture([("75 %", Equal()), ("25 %", ByPopulation({"Habo": 1, "Mullsjö": 1}))])
    terms = Funding(year=2027, basis=Basis.TOTAL, amount=kr(4_000), split=mixture, unit=kr(100))
    of = written(plan(funding=(terms, evolve(terms, year=2028, split=Equal(), unit=kr("0,01")))))
    assert '    { weight = "75 %", equal = true },' in of
    assert '    { weight = "25 %", population = { Habo = 1, "Mullsjö" = 1 } },' in of
    assert "    { years = [2028], equal = true }," in of
    assert "unit = { 2027 = 100 }" in of


# What the document states


def test_what_the_document_states_is_a_table_a_place() -> None:
    """Its columns and years side by side, as in the document."""
    parties, printed = {Party.STATE: kr(7)}, {Category.NEW: PrintedShare.read("6,80 %")}
    forecast = Stated(where="4. Budget", column=Column.FORECAST, year=2026, closing=kr(5))
    budget = Stated(
        where="4. Budget",
        column=Column.BUDGET,
        year=2027,
        contributions={"Habo": kr(8)},
        parties=parties,
        closing=kr(6),
        shares=printed,
    )
    of = written(plan(stated=(evolve(budget, where="Bilaga"), budget, forecast)))
    assert of[-6:] == [
        "[[stated]]",
        'where = "4. Budget"',
        "contributions = { Habo = { budget = { 2027 = 8 } } }",
        "parties = { state = { budget = { 2027 = 7 } } }",
        "closing = { budget = { 2027 = 6 }, forecast = { 2026 = 5 } }",
        'shares = { budget = { 2027 = { new = "6,80 %" } } }',
    ]


# What is long


def test_a_long_text_stands_on_several_lines() -> None:
    """A vision of two hundred sentences is read again; TOML joins what ends with a backslash."""
    of = written(plan(vision="Alla ska ha ett arbete. " * 200))
    assert of[2] == 'vision = """\\'
    assert max(map(len, of)) <= 120


def test_a_long_list_has_a_line_for_each_of_its_texts() -> None:
    """A short one has one line."""
    of = written(plan(orientation=tuple(f"Mening nummer {number}." for number in range(100)), tasks=("en", "två")))
    assert "orientation = [" in of
    assert '    "Mening nummer 99.",' in of
    assert 'tasks = ["en", "två"]' in of


def test_a_wide_table_has_a_line_for_each_of_its_keys() -> None:
    """The population of a hundred municipalities is no line of thousands of characters."""
    population = {f"Kommun {number}": 1_000 for number in range(100)}
    of = written(plan(need=Need(population=population, share=share("5 %"))))
    assert 'population."Kommun 99" = 1000' in of


# Nothing is not nought


@pytest.mark.parametrize(
    "said",
    [
        {"governance": Governance()},
        {"governance": Governance(auditors=(), charter=Charter(), adoption=Adoption())},
        {"governance": Governance(charter=Charter(items={1: Presence.ABSENT}), adoption=Adoption(consulted=False))},
        {"longest_intervention": 0, "least_parties": 0},
    ],
    ids=str,
)
def test_what_is_there_and_says_nothing_is_still_there(said: dict[str, Any]) -> None:
    """An empty list of auditors is not an unknown one, and no is not silence."""
    assert loads(dumps(plan(**said))) == plan(**said)


def test_the_least_plan_is_a_few_lines() -> None:
    """Nothing is written of what nothing is said of."""
    assert re.sub(r"\n+", "\n", dumps(plan())) == (
        "format = 1\n"
        "year = 2027\n"
        "[association]\n"
        'name = "Exempelbygden"\n'
        'municipalities = ["Habo", "Mullsjö"]\n'
        'regions = ["Region Jönköpings län"]\n'
    )

"""F251 to F253, F353 to F357, F360 and F361: figures that seem to be in another place, sign or unit than is meant."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import (
    Association,
    Category,
    Cost,
    Finding,
    Funding,
    Income,
    Intervention,
    Member,
    OperationalPlan,
    Party,
    Severity,
    Shares,
    Stated,
    ToBeSplit,
    kr,
)
from finsam.checks import rule
from finsam.finding import Chapter
from finsam.funding import PartYear
from finsam.interventions import Orientation
from finsam.language import shown
from finsam.organisations import Municipality, Region, municipality, region
from finsam.rows import Column, Columns

BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
SHARES = Shares({"Habo": "60 %", "Mullsjö": "40 %"})

Figures = Mapping[int, int]


def row(id: str, **columns: Mapping[Any, int]) -> Cost:
    """A row of costs, in kronor."""
    amounts: dict[str, Any] = {
        column: {time: kr(amount) for time, amount in figures.items()} for column, figures in columns.items()
    }
    return Cost(id=id, name=id.capitalize(), category=Category.INDIVIDUAL, **amounts)


def plan(*costs: Cost, **parts: Any) -> OperationalPlan:
    """A plan that holds the whole budget."""
    return OperationalPlan(association=BYGDEN, year=2027, chapters=(Chapter.BUDGET,), costs=costs, **parts)


def found(plan: OperationalPlan, *ids: str) -> list[Finding]:
    return [finding for number in ids for finding in rule(number).findings(plan)]


def accused(plan: OperationalPlan, *ids: str) -> list[tuple[object, ...]]:
    """The rule of each finding, and its place."""
    return [(finding.id, *finding.path) for finding in found(plan, *ids)]


# Tables that are not full: F353 and F354

tables = st.builds(
    lambda rows, years: [dict.fromkeys(range(2027, 2027 + years), 150_000) for _ in range(rows)],
    st.integers(1, 6),
    st.integers(1, 4),
)
columns = st.sampled_from([column.value for column in Column])


def table(rows: Sequence[Figures], column: str = "budget") -> OperationalPlan:
    return plan(*(row(f"rad-{index}", **{column: figures}) for index, figures in enumerate(rows)))


@given(tables, columns)
def test_a_full_table_is_never_found(rows: list[dict[int, int]], column: str) -> None:
    """Every row has an amount in every year of its column, and zero is one."""
    rows[0] = dict.fromkeys(rows[0], 0)
    assert found(table(rows, column), "F353", "F354") == []


@given(tables, columns, st.data())
def test_an_amount_that_is_left_out_is_found_once(rows: list[dict[int, int]], column: str, data: st.DataObject) -> None:
    """F354 names its row, where other rows and other years tell that there should be one."""
    index = data.draw(st.integers(0, len(rows) - 1))
    year = data.draw(st.sampled_from([*rows[index]]))
    del rows[index][year]
    told = len(rows) > 1 and rows[index] != {}
    assert accused(table(rows, column), "F353", "F354") == ([("F354", "costs", index, column)] if told else [])


@given(tables, columns, st.data())
def test_an_amount_in_a_year_of_its_own_is_found_once(
    rows: list[dict[int, int]], column: str, data: st.DataObject
) -> None:
    """F353 names the amount where more than two rows have another year, and F354 does not accuse its row again."""
    index = data.draw(st.integers(0, len(rows) - 1))
    rows[index][2035] = rows[index].pop(data.draw(st.sampled_from([*rows[index]])))
    most = len(rows) if len(rows[index]) > 1 else len(rows) - 1
    if most > 2:
        assert accused(table(rows, column), "F353", "F354") == [("F353", "costs", index, column, "2035")]
    else:
        assert accused(table(rows, column), "F353") == []


def test_a_row_that_is_in_the_year_of_the_others_is_not_accused() -> None:
    """Enter and FIA have their amounts in 2027, and the office in 2028: if one has slipped, it is the office."""
    of = plan(row("enter", budget={2027: 5}), row("fia", budget={2027: 5}), row("kansli", budget={2028: 5}))
    assert [path[2] for path in accused(of, "F353", "F354")] == [2]


def test_a_year_in_which_a_row_of_another_year_stands_is_one_of_the_table() -> None:
    """F354: the office has both years, so that neither is a slip, and the three others have a gap each."""
    office, enter, fia = (
        row("kansli", budget={2027: 5, 2028: 5}),
        row("enter", budget={2027: 5}),
        row("fia", budget={2027: 5}),
    )
    of = plan(office, enter, fia, row("natverk", budget={2028: 5}))
    assert [path[2] for path in accused(of, "F353", "F354")] == [1, 2, 3]


def test_a_year_with_few_rows_is_named_with_them() -> None:
    """F353: a typing slip put 2028 where 2027 should stand."""
    full, other = row("kansli", budget={2027: 5, 2028: 5}), row("enter", budget={2027: 5})
    [finding] = found(plan(full, other, row("fia", budget={2027: 5})), "F353")
    assert finding.severity is Severity.WARNING
    assert finding.text("en") == (
        'F353 warning: costs[1] "kansli".budget.2028: budget 2028 has 1 of the table\'s rows ("kansli"), '
        "where another year has 3\n"
        "    practice: every row has a figure in every year of its table, and zero is written\n"
        "    move the amount to its year, or write the others of that year, zero where it is meant"
    )
    assert finding.text("sv") == (
        'F353 varning: costs[1] "kansli".budget.2028: budget 2028 har 1 av tabellens rader ("kansli"), '
        "där ett annat år har 3\n"
        "    praxis: varje rad har en siffra för varje år i sin tabell, och noll skrivs ut\n"
        "    flytta beloppet till rätt år, eller skriv årets övriga belopp, noll där det är menat"
    )


def test_half_of_the_rows_are_enough() -> None:
    """F353: less than half of them is few."""
    rows = [{2027: 5, 2028: 5}, {2027: 5, 2028: 5}, {2027: 5}, {2027: 5}]
    assert found(table(rows), "F353") == []
    assert accused(table([*rows, {2027: 5}]), "F353") == [("F353", "costs", 0, "budget", "2028")]


def test_a_row_with_a_gap_is_named_with_its_years() -> None:
    """F354: Enter and the office have three years, and FIA one."""
    others = row("enter", budget={2027: 5, 2028: 5, 2029: 5}), row("kansli", budget={2027: 5, 2028: 5, 2029: 5})
    [finding] = found(plan(*others, row("fia", budget={2027: 5})), "F354")
    assert finding.severity is Severity.WARNING
    assert finding.text("en") == (
        'F354 warning: costs[3] "fia".budget: Fia has no amount in budget 2028, 2029, where other rows have one\n'
        "    practice: every row has a figure in every year of its table, and zero is written\n"
        "    write the amount, or 0 where there is none, or move one that stands in the wrong year"
    )
    assert finding.text("sv") == (
        'F354 varning: costs[3] "fia".budget: Fia saknar belopp i budget 2028, 2029, där andra rader har ett\n'
        "    praxis: varje rad har en siffra för varje år i sin tabell, och noll skrivs ut\n"
        "    skriv beloppet, eller 0 där det inte finns något, eller flytta ett som står på fel år"
    )


def test_a_row_that_is_not_in_a_column_has_no_gap_there() -> None:
    """F354: an outcome is for what there was then."""
    assert found(plan(row("enter", budget={2027: 5}, outcome={2025: 5}), row("fia", budget={2027: 5})), "F354") == []


def test_in_an_excerpt_of_a_table_what_is_missing_is_not_known() -> None:
    """F353 and F354: a plan that does not say that it holds the budget has no gaps, but amounts that are not there."""
    rows = (
        row("enter", budget={2027: 5, 2028: 5}),
        row("kansli", budget={2027: 5, 2028: 5}),
        row("fia", budget={2027: 5}),
    )
    excerpt = evolve(plan(*rows, row("natverk", budget={2027: 5, 2029: 5})), chapters=None)
    assert {finding.severity for finding in found(excerpt, "F353", "F354")} == {Severity.UNKNOWN}
    assert found(evolve(excerpt, chapters=(Chapter.FUNDING,)), "F353", "F354") == []


# Columns: F355


@given(st.sampled_from(["forecast", "outcome"]), st.integers(2020, 2035), st.integers(1, 3))
def test_what_has_been_is_before_the_budget_year(column: str, year: int, rows: int) -> None:
    """F355 finds a column of a year once, however many rows it has, and a budget never."""
    late = [row(f"rad-{index}", **{column: {year: 5}}, budget={year: 5}) for index in range(rows)]
    expected = [("F355", "costs", 0, column, f"{year}")] if year >= 2027 else []
    assert accused(plan(*late), "F355") == expected


@pytest.mark.parametrize(("part", "is_late"), [("2026-T3", False), ("2026-08-31", False), ("2027-Q1", True)])
def test_a_part_of_a_year_is_before_the_budget_year_too(part: str, is_late: bool) -> None:
    """F355: the forecast of this spring is none yet."""
    assert bool(found(plan(row("enter", forecast={part: 5})), "F355")) == is_late


def test_an_outcome_of_the_year_to_come_is_named() -> None:
    """F355: of two rows of costs and one of income."""
    interest = Income(id="ranta", name="Ränta", outcome={2027: kr(5)})
    of = plan(row("enter", outcome={2026: 5, 2027: 5}), row("fia", outcome={2027: 5}), income=(interest,))
    [finding] = found(of, "F355")
    assert finding.severity is Severity.WARNING
    assert finding.text("en") == (
        'F355 warning: costs[1] "enter".outcome.2027: '
        "3 of the amounts stand in outcome 2027, in a plan for 2027\n"
        "    practice: a plan looks ahead from its budget year\n"
        "    move it to the budget, or to the year that it is about"
    )
    assert finding.text("sv") == (
        'F355 varning: costs[1] "enter".outcome.2027: 3 av beloppen står i utfall 2027, i en plan för 2027\n'
        "    praxis: en plan ser framåt från sitt budgetår\n"
        "    flytta det till budgeten, eller till det år det avser"
    )


# Signs: F356


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=4), st.booleans())
def test_every_amount_below_zero_is_found(amounts: list[int], is_income: bool) -> None:
    """F356: and no other; zero is not below zero."""
    cells = {2027 + index: amount for index, amount in enumerate(amounts)}
    income = Income(id="a", name="A", budget={year: kr(amount) for year, amount in cells.items()})
    of = plan(income=(income,)) if is_income else plan(row("a", budget=cells))
    kind = "income" if is_income else "costs"
    below = [("F356", kind, 0, "budget", f"{year}") for year, amount in cells.items() if amount < 0]
    assert accused(of, "F356") == below


def test_an_amount_below_zero_is_named() -> None:
    """F356: a cost that is written with a minus sign lowers the costs."""
    [finding] = found(plan(row("enter", budget={2027: -150_000})), "F356")
    assert finding.severity is Severity.WARNING
    assert finding.text("en") == (
        'F356 warning: costs[1] "enter".budget.2027: Enter is -150 000 kr in budget 2027\n'
        "    practice: a figure that is probable\n"
        "    write costs and income without a minus sign; a repaid cost can be an income"
    )
    assert finding.text("sv") == (
        'F356 varning: costs[1] "enter".budget.2027: Enter är -150 000 kr i budget 2027\n'
        "    praxis: en rimlig siffra\n"
        "    skriv kostnader och intäkter utan minustecken; en återbetald kostnad kan vara en intäkt"
    )


# Units: F357 and F251

alike = st.lists(st.integers(100_000, 190_000), min_size=4, max_size=6)


@given(st.lists(st.just(0) | st.integers(1_000, 400_000), max_size=6))
def test_amounts_that_are_less_than_hundreds_of_times_apart_are_not_found(amounts: list[int]) -> None:
    """F357: what grows from a pilot to a programme, and what is zero, is no slip."""
    assert found(plan(row("a", budget={2027 + index: amount for index, amount in enumerate(amounts)})), "F357") == []


@given(alike, st.sampled_from(["thousands", "kronor for thousands"]), st.data())
def test_an_amount_in_another_unit_than_its_row_is_found_once(
    amounts: list[int], slip: str, data: st.DataObject
) -> None:
    """F357 names the one, whichever it is, that is a thousandth of the others or a thousand times as much."""
    index = data.draw(st.integers(0, len(amounts) - 1))
    amounts[index] = amounts[index] // 1_000 if slip == "thousands" else amounts[index] * 1_000
    of = plan(row("a", budget={2027 + place: amount for place, amount in enumerate(amounts)}))
    assert accused(of, "F357") == [("F357", "costs", 0, "budget", f"{2027 + index}")]


def test_of_three_the_two_that_are_alike_are_not_accused() -> None:
    """F357: 190 000 000 is a thousand times 190 000, and 100 000 is not far from that."""
    of = plan(row("a", budget={2027: 100_000, 2028: 190_000_000, 2029: 190_000}))
    assert accused(of, "F357") == [("F357", "costs", 0, "budget", "2028")]


def test_an_amount_in_another_unit_is_named() -> None:
    """F357: 150 where the other years have 150 000 kr."""
    [finding] = found(plan(row("enter", budget={2027: 150_000, 2028: 150, 2029: 155_000})), "F357")
    assert finding.severity is Severity.NOTE
    assert finding.text("en") == (
        'F357 note: costs[1] "enter".budget.2028: Enter is 150 kr in budget 2028, which is hundreds of times from the '
        "row's other amounts\n"
        "    practice: a figure that is probable\n"
        '    write every amount in the same unit, or its unit in quotes, as "150 tkr"'
    )
    assert finding.text("sv") == (
        'F357 notering: costs[1] "enter".budget.2028: Enter är 150 kr i budget 2028, vilket skiljer sig hundrafalt '
        "från radens övriga belopp\n"
        "    praxis: en rimlig siffra\n"
        '    skriv alla belopp i samma enhet, eller enheten inom citattecken, som "150 tkr"'
    )


MILLIONS = Funding(total={2027: kr(6_000_000), 2028: kr(6_000_000)}, split=SHARES)


@given(st.integers(1_200, 6_000_000), st.integers(1_200, 6_000_000))
def test_a_row_that_is_not_next_to_nothing_of_the_contributions_is_not_found(one: int, another: int) -> None:
    """F360: a five-thousandth of 6 000 000 kr is 1 200 kr; what the whole costs must be is a fiftieth, 120 000 kr."""
    of = plan(row("a", budget={2027: one}), row("b", budget={2027: another, 2028: 120_000}), funding=MILLIONS)
    assert accused(of, "F360") == ([] if one + another >= 120_000 else [("F360", "costs")])


@given(st.integers(1, 1_199), st.integers(0, 1_199))
def test_a_row_in_thousands_is_found_once(one: int, another: int) -> None:
    """F360: 980 where 980 000 kr is meant, in every year."""
    of = plan(
        row("a", budget={2027: one, 2028: another}), row("b", budget={2027: 900_000, 2028: 900_000}), funding=MILLIONS
    )
    assert accused(of, "F360") == [("F360", "costs", 0, "budget", "2027")]


def test_a_row_in_another_unit_than_the_contributions_is_named() -> None:
    """F360: one row in thousands, and then all of them."""
    office, others = row("kansli", budget={2027: 980}), row("enter", budget={2027: 3_600_000})
    [one] = found(plan(office, others, funding=MILLIONS), "F360")
    assert one.severity is Severity.NOTE
    assert one.text("en") == (
        'F360 note: costs[1] "kansli".budget.2027: Kansli is 980 kr in budget 2027, which is next to nothing of the '
        "contributions\n"
        "    practice: a figure that is probable\n"
        '    write every amount in the same unit, or its unit in quotes, as "150 tkr"'
    )
    assert one.text("sv") == (
        'F360 notering: costs[1] "kansli".budget.2027: Kansli är 980 kr i budget 2027, vilket är nästan ingenting av '
        "bidragen\n"
        "    praxis: en rimlig siffra\n"
        '    skriv alla belopp i samma enhet, eller enheten inom citattecken, som "150 tkr"'
    )
    [every] = found(plan(office, row("enter", budget={2027: 3_600}), funding=MILLIONS), "F360")
    assert (str(every.message), every.message.to("sv")) == (
        "the costs in budget 2027 are 4 580 kr, of contributions of 6 000 000 kr",
        "kostnaderna i budget 2027 är 4 580 kr, av bidrag på 6 000 000 kr",
    )


# Interventions that do not go on: F361


def paid_for(start: date | None, end: date | None, **columns: Mapping[Any, int]) -> OperationalPlan:
    """A plan with a row that pays for an intervention with those days."""
    enter = Intervention(id="enter", name="Enter", orientation=Orientation.INDIVIDUAL, start=start, end=end)
    return plan(evolve(row("a", **columns), intervention="enter"), interventions=(enter,))


@given(st.integers(2020, 2030), st.integers(0, 5), st.integers(2018, 2036))
def test_a_row_pays_for_what_goes_on_in_some_part_of_its_year(start: int, years: int, year: int) -> None:
    """F361: from its first day through its last, whatever part of the year that is."""
    of = paid_for(date(start, 12, 31), date(start + years, 12, 31), budget={year: 5})
    assert bool(found(of, "F361")) == (not start <= year <= start + years)
    assert found(paid_for(None, None, budget={year: 5}), "F361") == []
    assert found(paid_for(date(2090, 1, 1), None, budget={year: 0}), "F361") == []


def test_a_row_for_an_intervention_that_is_over_is_named() -> None:
    """F361: after its last day, and before its first, also where the amount is for a part of a year."""
    of = paid_for(date(2027, 7, 1), date(2028, 12, 31), budget={2028: 5, 2029: 3_700_000}, outcome={"2027-H1": 7})
    over, early = found(of, "F361")
    assert over.severity is Severity.NOTE
    assert over.text("en") == (
        'F361 note: costs[1] "a".budget.2029: A is 3 700 000 kr in budget 2029, but Enter ends on 2028-12-31\n'
        "    practice: a figure that is probable\n"
        "    move the amount to another year, or correct the days of the intervention"
    )
    assert over.text("sv") == (
        'F361 notering: costs[1] "a".budget.2029: A är 3 700 000 kr i budget 2029, men Enter slutar 2028-12-31\n'
        "    praxis: en rimlig siffra\n"
        "    flytta beloppet till ett annat år, eller rätta insatsens datum"
    )
    assert (str(early.message), early.message.to("sv")) == (
        "A is 7 kr in outcome 2027-H1, but Enter starts on 2027-07-01",
        "A är 7 kr i utfall 2027-H1, men Enter börjar 2027-07-01",
    )


SHARE_OF_ALL = {"total": 1, "state": 2, "regions": 4, "municipalities": 4}


@given(st.integers(0, 100_000), st.sampled_from([*SHARE_OF_ALL]))
def test_less_than_an_association_can_live_on_is_noted(quarter: int, basis: str) -> None:
    """F251: less than 200 000 kr a year from all, whichever amount it starts from; nothing at all is another matter."""
    start: dict[str, Any] = {basis: {2027: kr(4 * quarter // SHARE_OF_ALL[basis])}}
    noted = accused(plan(funding=Funding(**start, split=SHARES)), "F251")
    assert noted == ([("F251", "funding", basis, "2027")] if 0 < 4 * quarter < 200_000 else [])


def test_very_little_is_noted() -> None:
    """F251: 8 400 for 8 400 000 kr."""
    [finding] = found(plan(funding=Funding(total={2027: kr(8_400)}, split=SHARES)), "F251")
    assert finding.severity is Severity.NOTE
    assert finding.text("en") == (
        "F251 note: funding.total.2027: all contribute 8 400 kr together in 2027\n"
        "    practice: a figure that is probable\n"
        '    write every amount in the same unit, or its unit in quotes, as "150 tkr"'
    )
    assert finding.text("sv") == (
        "F251 notering: funding.total.2027: alla bidrar tillsammans med 8 400 kr 2027\n"
        "    praxis: en rimlig siffra\n"
        '    skriv alla belopp i samma enhet, eller enheten inom citattecken, som "150 tkr"'
    )


def test_very_little_is_noted_whatever_the_split() -> None:
    """F251: the total is what it is, also where nobody knows yet how the municipalities share it."""
    for split in (SHARES, ToBeSplit(by="population"), ()):
        assert len(found(plan(funding=Funding(total={2027: kr(8_400)}, split=split)), "F251")) == 1


# Members for a part of a year: F252

FUNDED = Funding(total={2026: kr(400_000), 2027: kr(400_000)}, split=SHARES)
FIRST, LAST = (1, 1), (12, 31)


def member_for(joined: date | None = None, left: date | None = None) -> OperationalPlan:
    """A plan in which Habo is a member from and through those days."""
    habo = Member[Municipality](organisation=municipality("Habo"), joined=joined, left=left)
    association = evolve(BYGDEN, municipalities=(habo, *BYGDEN.municipalities[1:]))
    return evolve(plan(funding=FUNDED), association=association, chapters=None)


@given(st.dates(date(2025, 1, 1), date(2028, 12, 31)), st.booleans())
def test_it_is_asked_what_a_member_for_a_part_of_a_year_pays(day: date, is_joining: bool) -> None:
    """F252: of a year that is funded, where it joins on another day than the first, or leaves before the last."""
    whole = (day.month, day.day) == (FIRST if is_joining else LAST)
    key = "joined" if is_joining else "left"
    noted = accused(member_for(**{key: day}), "F252")
    expected = day.year in (2026, 2027) and not whole
    assert noted == ([("F252", "association", "municipalities", 0, key)] if expected else [])


@pytest.mark.parametrize(("month", "day"), [FIRST, LAST])
def test_a_member_from_the_first_day_or_through_the_last_is_one_of_the_whole_year(month: int, day: int) -> None:
    """F252: 1 January for one who joins, and 31 December for one who leaves."""
    assert bool(found(member_for(joined=date(2027, month, day)), "F252")) == ((month, day) != FIRST)
    assert bool(found(member_for(left=date(2027, month, day)), "F252")) == ((month, day) != LAST)


def test_what_one_pays_who_joins_within_the_year_is_unknown_where_it_is_not_said() -> None:
    """F252: Habo joins in the middle of 2027."""
    [finding] = found(member_for(joined=date(2027, 7, 1)), "F252")
    assert finding.severity is Severity.UNKNOWN
    assert finding.text("en") == (
        'F252 unknown: association.municipalities[1] "Habo".joined: Habo joins on 2027-07-01, and it is not said what '
        "it pays for 2027\n"
        "    practice: what a member pays for a part of a year is for the agreement to say\n"
        '    write what is agreed as part_year under [funding]: "whole year", "by days", "from next year"'
    )
    assert finding.text("sv") == (
        'F252 uppgift saknas: association.municipalities[1] "Habo".joined: Habo går med 2027-07-01, och det framgår '
        "inte vad den betalar för 2027\n"
        "    praxis: vad en medlem betalar för en del av ett år är det överenskommelsen som säger\n"
        '    skriv vad som är överenskommet som part_year under [funding]: "whole year", "by days", "from next year"'
    )


def test_one_who_leaves_within_the_year_is_asked_about_too() -> None:
    """F252: on the last day of May."""
    [finding] = found(member_for(left=date(2027, 5, 31)), "F252")
    assert str(finding.message) == "Habo leaves on 2027-05-31, and it is not said what it pays for 2027"
    assert finding.message.to("sv") == "Habo lämnar 2027-05-31, och det framgår inte vad den betalar för 2027"


@pytest.mark.parametrize("rule", PartYear)
def test_nothing_is_asked_where_the_agreement_says_it(rule: PartYear) -> None:
    """F252: whichever it is."""
    of = member_for(left=date(2027, 5, 31))
    assert found(evolve(of, funding=evolve(of.funding, part_year=rule)), "F252") == []


def test_a_region_that_alone_pays_its_quarter_pays_it_all_until_it_leaves() -> None:
    """F252: there is nobody with whom it shares."""
    jonkoping = Member[Region](organisation=region("06"), left=date(2027, 5, 31))
    of = evolve(plan(funding=FUNDED), association=evolve(BYGDEN, regions=(jonkoping,)), chapters=None)
    assert found(of, "F252") == []


# Contributions that a table leaves out: F253

HABO, MULLSJO, JONKOPING, FK = "Habo", "Mullsjö", "Region Jönköpings län", "Försäkringskassan"


def contributing(*cells: Mapping[Any, int], association: Association = BYGDEN, **funding: Any) -> OperationalPlan:
    """A plan of 4 000 kr a year, whose document prints a budget of these amounts for 2027 and the years after it."""
    rows: dict[Any, dict[Any, Any]] = {}
    for year, cell in enumerate(cells, 2027):
        for payer, amount in cell.items():
            rows.setdefault(payer, {})[year] = kr(amount)
    columns: dict[Any, Columns[Any]] = {payer: Columns(budget=amounts) for payer, amounts in rows.items()}
    stated = Stated(
        where="5",
        contributions={name: row for name, row in columns.items() if not isinstance(name, Party)},
        parties={party: row for party, row in columns.items() if isinstance(party, Party)},
    )
    funded = Funding(**{"total": {year: kr(4_000) for year in (2027, 2028, 2029)}, "split": SHARES, **funding})
    return OperationalPlan(
        association=association, year=2027, chapters=(Chapter.FUNDING,), funding=funded, stated=(stated,)
    )


def left_out(plan: OperationalPlan) -> list[tuple[str, str]]:
    """Whose contributions are left out, as they are named, and when."""
    return [(shown(each.values["name"], "en"), shown(each.values["times"], "en")) for each in found(plan, "F253")]


ALL_FOUR = {HABO: 600, MULLSJO: 400, JONKOPING: 1_000, FK: 2_000}


def test_a_member_that_a_year_leaves_out_is_named() -> None:
    """F253: 2028 has the others, so that Mullsjö was forgotten there."""
    [finding] = found(contributing(ALL_FOUR, {HABO: 600, JONKOPING: 1_000, FK: 2_000}), "F253")
    assert finding.severity is Severity.WARNING
    assert finding.text("en") == (
        'F253 warning: stated[1] "5".contributions."Mullsjö": what Mullsjö pays is not printed for budget 2028, '
        "where that of others is\n"
        "    practice: every row has a figure in every year of its table, and zero is written\n"
        "    write the amount, or 0 where there is none, or move one that stands in the wrong year"
    )
    assert finding.text("sv") == (
        'F253 varning: stated[1] "5".contributions."Mullsjö": vad Mullsjö betalar anges inte för budget 2028, '
        "där andras anges\n"
        "    praxis: varje rad har en siffra för varje år i sin tabell, och noll skrivs ut\n"
        "    skriv beloppet, eller 0 där det inte finns något, eller flytta ett som står på fel år"
    )


def test_a_party_that_a_year_leaves_out_is_named() -> None:
    """F253: 2028 has two of three parties, and 2029 only one, which is less than half of them."""
    every = {Party.STATE: 2_000, Party.REGIONS: 1_000, Party.MUNICIPALITIES: 1_000}
    of = contributing(every, {Party.STATE: 2_000, Party.MUNICIPALITIES: 1_000}, {Party.STATE: 2_000})
    assert accused(of, "F253") == [("F253", "stated", 0, "parties", "regions")]
    assert left_out(of) == [("the regions", "budget 2028")]


def test_half_of_the_parties_are_enough_to_ask_for_the_others() -> None:
    """F253: one of two is a half."""
    of = contributing({Party.STATE: 2_000, Party.REGIONS: 1_000}, {Party.STATE: 2_000})
    assert left_out(of) == [("the regions", "budget 2028")]


def test_half_of_its_members_are_enough_for_a_party() -> None:
    """F253: with Habo, one of two municipalities, 2028 has two of three parties; one of three would be too few."""
    of = contributing(ALL_FOUR, {HABO: 600, FK: 2_000})
    assert left_out(of) == [(MULLSJO, "budget 2028"), (JONKOPING, "budget 2028")]
    three = Association.of("Bygden", municipalities=[HABO, MULLSJO, "Vaggeryd"], region=JONKOPING)
    thirds = contributing(ALL_FOUR | {"Vaggeryd": 0}, {HABO: 600, FK: 2_000}, association=three)
    assert left_out(thirds) == []


def test_where_a_party_is_printed_its_members_are_not_asked_for() -> None:
    """F253: 2027 has Habo and Mullsjö, and 2028 what the municipalities pay together."""
    of = contributing(ALL_FOUR, {Party.MUNICIPALITIES: 1_000, JONKOPING: 1_000, FK: 2_000})
    assert left_out(of) == []


def test_a_part_that_is_not_known_is_asked_for_only_beside_another_of_its_party() -> None:
    """F253: what the municipalities are to pay each is known by the shares, and not before they are agreed."""
    neither, one = {JONKOPING: 1_000, FK: 2_000}, {HABO: 600, JONKOPING: 1_000, FK: 2_000}
    to_come = ToBeSplit(by="population")
    assert left_out(contributing(ALL_FOUR, neither)) == [(HABO, "budget 2028"), (MULLSJO, "budget 2028")]
    assert left_out(contributing(ALL_FOUR, neither, split=to_come)) == []
    assert left_out(contributing(ALL_FOUR, one, split=to_come)) == [(MULLSJO, "budget 2028")]


def test_one_who_has_left_is_not_left_out() -> None:
    """F253: Mullsjö is a member through 2027."""
    leaving = Member[Municipality](organisation=municipality(MULLSJO), left=date(2027, 12, 31))
    association = evolve(BYGDEN, municipalities=(BYGDEN.municipalities[0], leaving))
    assert left_out(contributing(ALL_FOUR, {HABO: 1_000, JONKOPING: 1_000, FK: 2_000}, association=association)) == []

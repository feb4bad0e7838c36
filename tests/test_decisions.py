"""Decisions on money: what their texts say of each year, and no more."""

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import Association, Category, Cost, FileError, Intervention, OperationalPlan, kr, loads
from finsam.decisions import Between, Decision, Years
from finsam.errors import FinsamError, PeriodError, PlanError, Problem
from finsam.interventions import Orientation
from finsam.language import LANGUAGES

SPAN = Years(first=2018, last=2020)

# Years


@given(st.integers(2004, 2100), st.integers(0, 20))
def test_years_are_read_as_they_are_written(first: int, more: int) -> None:
    """A year as a number or as text, several with a hyphen between."""
    years = Years(first=first, last=first + more)
    assert Years.read(years.key) == Years.read(years) == years
    assert [*years] == [year for year in range(2000, 2200) if year in years]
    assert len(years) == more + 1


def test_years_are_shown_with_a_dash() -> None:
    """As people print them."""
    assert (str(SPAN), str(Years.read(2018)), Years.read("2018")) == ("2018–2020", "2018", Years.read(2018))


@pytest.mark.parametrize(
    ("given", "en", "sv"),
    [
        (
            "2018+",
            '"2018+" is no year, nor several in a row; write 2027, or "2027-2029" for what is not split by year',
            '"2018+" är varken ett år eller flera i följd; skriv 2027, eller "2027-2029" för det som inte delas upp',
        ),
        (
            None,
            'None is no year, nor several in a row; write 2027, or "2027-2029" for what is not split by year',
            'None är varken ett år eller flera i följd; skriv 2027, eller "2027-2029" för det som inte delas upp',
        ),
        ("2018–2020", '"2018–2020": write 2018-2020', '"2018–2020": skriv 2018-2020'),
        ("2018-2018", '"2018-2018": write 2018', '"2018-2018": skriv 2018'),
        (
            "2020-2018",
            "years end with or after the first of them, 2020, not with 2018",
            "år slutar med det första, 2020, eller efter det, inte med 2018",
        ),
    ],
)
def test_what_are_no_years_is_refused(given: Any, en: str, sv: str) -> None:
    """With what to write, and with one spelling for each."""
    assert refused(lambda: Years.read(given), PeriodError) == (en, sv)


def refused(make: Callable[[], object], kind: type[FinsamError]) -> tuple[str, str]:
    """What is said where it is refused, in both languages."""
    with pytest.raises(kind) as error:
        make()
    return error.value.text("en"), error.value.text("sv")


# What is granted in some years


def splits(amount: int, years: range) -> list[dict[int, int]]:
    """Every way to pay so many kronor over the years."""
    ways = product(range(amount + 1), repeat=len(years))
    return [dict(zip(years, way, strict=True)) for way in ways if sum(way) == amount]


@given(
    amount=st.integers(0, 6),
    most=st.dictionaries(st.integers(2018, 2020), st.integers(0, 6)),
    asked=st.sets(st.integers(2017, 2021)),
)
def test_an_amount_for_several_years_can_be_paid_in_every_way_that_the_text_leaves_open(
    amount: int, most: dict[int, int], asked: set[int]
) -> None:
    """What a year or some of them can get is what they get in the least and in the most of all the ways."""
    ways = [
        way for way in splits(amount, range(2018, 2021)) if all(way[year] <= most.get(year, amount) for year in way)
    ]
    terms: dict[str, Any] = {
        "id": "a",
        "granted": {"2018-2020": kr(amount)},
        "at_most": {year: kr(each) for year, each in most.items()},
    }
    if not ways:
        with pytest.raises(PlanError):
            Decision(**terms)
        return
    paid = [sum(way.get(year, 0) for year in asked) for way in ways]
    assert Decision(**terms).granted_in(*asked) == Between(low=kr(min(paid)), high=kr(max(paid)))


def test_what_is_granted_at_most_need_not_be_used() -> None:
    """From zero through it, in one of its years or in all of them; nothing in another."""
    decision = Decision(id="a", at_most={"2018-2020": kr(400_000)})
    assert decision.granted_in(2019) == decision.granted_in(2018, 2019) == Between(low=kr(0), high=kr(400_000))
    assert decision.granted_in(2021).exact == kr(0)
    assert decision.years == (2018, 2019, 2020)


def test_what_is_granted_by_year_is_exact_and_a_most_beside_it_changes_nothing() -> None:
    """The years of both are the decision's."""
    decision = Decision(id="a", granted={2018: kr(1), 2020: kr(3)}, at_most={2018: kr(2), 2022: kr(5)})
    assert decision.granted_in(2018).exact == kr(1)
    assert decision.granted_in(2018, 2020).exact == kr(4)
    assert decision.granted_in(2020, 2022) == Between(low=kr(3), high=kr(8))
    assert decision.years == (2018, 2020, 2022)


def test_where_no_amount_is_said_there_is_no_end_to_what_it_can_be() -> None:
    """In the years that were applied for; no years are known where there is no such either."""
    decision = Decision(id="hiss", applied={"2018-2020": "ca 3 mkr"})
    assert decision.granted_in(2018) == Between(low=kr(0), high=None)
    assert decision.granted_in(2021).exact == kr(0)
    assert (decision.years, Decision(id="a").years) == ((2018, 2019, 2020), ())
    assert not decision.is_said


def test_an_amount_that_is_granted_as_zero_is_said() -> None:
    """As to end an earlier grant."""
    decision = Decision(id="a", granted={2018: kr(0)})
    assert decision.is_said
    assert decision.granted_in(2018).exact == kr(0)


@pytest.mark.parametrize(
    ("low", "high", "en", "sv"),
    [
        (2, 2, "2 kr", "2 kr"),
        (0, 0, "0 kr", "0 kr"),
        (0, 3, "at most 3 kr", "högst 3 kr"),
        (2, 3, "2 kr to 3 kr", "2 kr till 3 kr"),
        (2, None, "at least 2 kr", "minst 2 kr"),
        (0, None, "not said", "inte angivet"),
    ],
)
def test_what_an_amount_can_be_is_told_in_words(low: int, high: int | None, en: str, sv: str) -> None:
    """In both languages."""
    between = Between(low=kr(low), high=None if high is None else kr(high))
    assert (between.text.to("en"), between.text.to("sv")) == (en, sv)


def test_amounts_that_are_not_exact_add_up_end_by_end() -> None:
    """Without an end to one there is none to both."""
    one, more = Between(low=kr(1), high=kr(2)), Between(low=kr(3), high=None)
    assert one + one == Between(low=kr(2), high=kr(4))
    assert one + more == more + one == Between(low=kr(4), high=None)


# What cannot be


@pytest.mark.parametrize(
    ("terms", "path", "en", "sv"),
    [
        (
            {"granted": {2018: kr(-1)}},
            ("granted", "2018"),
            "a grant is zero or more, not -1 kr; to lower an earlier one, write a decision that replaces it",
            "beviljade medel är noll eller mer, inte -1 kr; sänk ett tidigare beslut med ett som ersätter det",
        ),
        (
            {"at_most": {"2018-2019": kr(-1)}},
            ("at_most", "2018-2019"),
            "a grant is zero or more, not -1 kr; to lower an earlier one, write a decision that replaces it",
            "beviljade medel är noll eller mer, inte -1 kr; sänk ett tidigare beslut med ett som ersätter det",
        ),
        (
            {"granted": {"2018-2020": kr(1), 2019: kr(1)}},
            ("granted", "2019"),
            "2019 and 2018-2020 have a year in common; write each year once",
            "2019 och 2018-2020 har ett år gemensamt; skriv varje år en gång",
        ),
        (
            {"applied": {"2018-2019": 1, "2019-2020": 1}},
            ("applied", "2019-2020"),
            "2019-2020 and 2018-2019 have a year in common; write each year once",
            "2019-2020 och 2018-2019 har ett år gemensamt; skriv varje år en gång",
        ),
        (
            {"granted": {2019: kr(1)}, "at_most": {"2018-2020": kr(2)}},
            ("at_most", "2018-2020"),
            "within what is granted, write the most of one year at a time, not of 2018-2020",
            "inom det som beviljas, skriv högsta beloppet för ett år i taget, inte för 2018-2020",
        ),
        (
            {"granted": {"2018-2019": kr(5)}, "at_most": {2018: kr(2), 2019: kr(2)}},
            ("granted", "2018-2019"),
            "5 kr is granted, but at most 4 kr may be paid; correct one of them",
            "5 kr beviljas, men högst 4 kr får betalas ut; rätta det ena",
        ),
        (
            {"intervention": "stod", "row": "kansli"},
            ("row",),
            "write intervention or row, not both",
            "skriv intervention eller row, inte båda",
        ),
        (
            {"adds_to": "b", "replaces": "c"},
            ("replaces",),
            "write adds_to or replaces, not both",
            "skriv adds_to eller replaces, inte båda",
        ),
    ],
)
def test_a_decision_that_cannot_be_is_refused(terms: dict[str, Any], path: tuple[str, ...], en: str, sv: str) -> None:
    """At its place in the decision."""
    with pytest.raises(PlanError) as error:
        Decision(id="a", **terms)
    [problem] = error.value.problems
    assert (problem.path, problem.message.to("en"), problem.message.to("sv")) == (path, en, sv)


# In a plan

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
STOD = Intervention(id="stod", name="Stöd", orientation=Orientation.INDIVIDUAL)
KANSLI = Cost(id="kansli", name="Kansli", category=Category.ADMINISTRATION)


def plan(*decisions: Decision) -> OperationalPlan:
    return OperationalPlan(association=BYGDEN, year=2018, interventions=(STOD,), costs=(KANSLI,), decisions=decisions)


@pytest.mark.parametrize(
    ("decisions", "path", "en", "sv"),
    [
        (
            [Decision(id="a", intervention="stöd")],
            ("decisions", 0, "intervention"),
            'there is no intervention "stöd" in the plan; did you mean "stod"?',
            'det finns ingen insats "stöd" i planen; menades "stod"?',
        ),
        (
            [Decision(id="a", row="kanslit")],
            ("decisions", 0, "row"),
            'there is no row of costs "kanslit" in the plan; did you mean "kansli"?',
            'det finns ingen kostnadsrad "kanslit" i planen; menades "kansli"?',
        ),
        (
            [Decision(id="a"), Decision(id="b", adds_to="c")],
            ("decisions", 1, "adds_to"),
            'there is no decision "c" in the plan; there is "a", "b"',
            'det finns inget beslut "c" i planen; det finns "a", "b"',
        ),
        (
            [Decision(id="a"), Decision(id="a")],
            ("decisions", 1, "id"),
            'the id "a" is used twice; give each an id of its own',
            'id "a" används två gånger; ge var och en ett eget',
        ),
        (
            [Decision(id="a", replaces="a")],
            ("decisions", 0, "replaces"),
            '"a" adds to or replaces itself; name an earlier decision, or none',
            '"a" lägger till eller ersätter sig självt; ange ett tidigare beslut, eller inget',
        ),
    ],
)
def test_what_a_decision_names_is_in_the_plan(
    decisions: list[Decision], path: tuple[str | int, ...], en: str, sv: str
) -> None:
    """An intervention, a row of costs, and another decision."""
    with pytest.raises(PlanError) as error:
        plan(*decisions)
    [problem] = error.value.problems
    assert (problem.path, problem.message.to("en"), problem.message.to("sv")) == (path, en, sv)


def test_decisions_that_change_one_another_in_a_ring_are_all_refused() -> None:
    """Whichever key says so; one that leads into the ring is not in it."""
    with pytest.raises(PlanError) as error:
        plan(Decision(id="a", adds_to="b"), Decision(id="b", replaces="a"), Decision(id="c", adds_to="a"))
    assert [problem.path for problem in error.value.problems] == [
        ("decisions", 0, "adds_to"),
        ("decisions", 1, "replaces"),
    ]


FILE = """\
format = 1
year = 2018

[association]
name = "Bygden"

[[decisions]]
id = "hiss"
on = 2017-09-15
to = "Jönköpings kommun"
applied = { 2018-2020 = "ca 3 mkr" }
granted = { 2018 = 1_000_000, "2019-2020" = "2 mkr" }
"""


def test_a_decision_is_read_from_its_file() -> None:
    """With years that are split and years that are not."""
    assert loads(FILE).decisions == (
        Decision(
            id="hiss",
            on=date(2017, 9, 15),
            to="Jönköpings kommun",
            applied={"2018-2020": "ca 3 mkr"},
            granted={2018: kr(1_000_000), "2019-2020": kr(2_000_000)},
        ),
    )


def problems(there: str, instead: str) -> list[tuple[int | None, str, str, str]]:
    """What is wrong in the file where something else stands there."""
    with pytest.raises(FileError) as error:
        loads(FILE.replace(there, instead))

    def said(problem: Problem) -> tuple[int | None, str, str, str]:
        en, sv = (problem.message.to(language) for language in reversed(LANGUAGES))
        return problem.line, problem.place, en, sv

    return [said(problem) for problem in error.value.problems]


@pytest.mark.parametrize(
    ("there", "instead", "line", "place", "en", "sv"),
    [
        (
            "2018 = 1_000_000",
            "2019 = 1_000_000",
            12,
            'decisions[1] "hiss".granted.2019-2020',
            "2019-2020 and 2019 have a year in common; write each year once",
            "2019-2020 och 2019 har ett år gemensamt; skriv varje år en gång",
        ),
        (
            '"2019-2020" =',
            '"2019–2020" =',
            12,
            'decisions[1] "hiss".granted."2019–2020"',
            '"2019–2020": write 2019-2020',
            '"2019–2020": skriv 2019-2020',
        ),
        (
            '"2019-2020" =',
            '"2001-2002" =',
            12,
            'decisions[1] "hiss".granted.2001-2002',
            "2001 is not a year from 2004, when the act came into force, to 2100",
            "2001 är inget år från 2004, då lagen trädde i kraft, till 2100",
        ),
        (
            "granted = ",
            "beviljat = ",
            12,
            'decisions[1] "hiss".beviljat',
            'there is no such key; did you mean "granted"?',
            'det finns ingen sådan nyckel; menades "granted"?',
        ),
        (
            'granted = { 2018 = 1_000_000, "2019-2020" = "2 mkr" }',
            "granted = 3_000_000",
            12,
            'decisions[1] "hiss".granted',
            "3000000 is not a table; write for example { 2027 = 150_000 }",
            "3000000 är ingen tabell; skriv till exempel { 2027 = 150_000 }",
        ),
    ],
)
def test_what_is_wrong_in_the_file_is_told_with_its_line(
    there: str, instead: str, line: int, place: str, en: str, sv: str
) -> None:
    """And with what to write."""
    assert problems(there, instead) == [(line, place, en, sv)]

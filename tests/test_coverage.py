"""Which municipalities are members of none, one or several associations on a day, and in a year."""

from collections import Counter
from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import finsam
from finsam import Association, Member, OperationalPlan
from finsam.errors import PeriodError, UnknownNameError, WrongTypeError
from finsam.merger import merged
from finsam.organisations import Municipality, municipalities, municipality, regions
from finsam.overview import Coverage, MemberDays, coverage, histories, overlaps
from finsam.period import Period, as_time
from finsam.reports import text
from finsam.reports.coverage import coverage_record, coverage_report, overlap_record, overlap_section
from history_strategies import DAYS, many_plans, plans_of_one
from names import NAMES
from plan_strategies import sound_plans
from strategies import tries

PUBLISHED = [finsam.example(name) for name in finsam.examples()]
BEFORE = date(2017, 12, 31)


def plan(name: str, year: int, *members: str | Member[Municipality], **others: Any) -> OperationalPlan:
    """A plan of an association of those municipalities, with nothing else in it."""
    return OperationalPlan(year=year, association=Association.of(name, municipalities=members, **others))


def member(name: str, **days: Any) -> Member[Municipality]:
    return Member(organisation=municipality(name), **days)


# Laws


@tries(50)
@given(many_plans(), DAYS, st.data())
def test_the_order_of_the_plans_does_not_matter(plans: list[OperationalPlan], day: date, data: DataObject) -> None:
    """For a day, and for a year."""
    other = data.draw(st.permutations(plans))
    assert coverage(other, on=day) == coverage(plans, on=day)
    assert overlaps(other, day.year) == overlaps(plans, day.year)


@tries(10)
@given(many_plans(), DAYS)
def test_what_is_shown_of_a_coverage_builds_it_again(plans: list[OperationalPlan], day: date) -> None:
    """And of the overlaps of its year."""
    for value in (coverage(plans, on=day), overlaps(plans, day.year)):
        assert eval(repr(value), dict(NAMES)) == value


@tries(50)
@given(many_plans(), DAYS)
def test_every_municipality_is_counted_once(plans: list[OperationalPlan], day: date) -> None:
    """The four add up to all of them, and so does every column over the regions."""
    of = coverage(plans, on=day)
    assert [each.municipality for each in of.rows] == [*municipalities()]
    counted = Counter(each.code for each in (*of.none, *of.one, *of.several, *of.unsure))
    assert counted == Counter(each.code for each in municipalities())
    for column in ("none", "one", "several", "unsure"):
        assert sum(getattr(each, column) for each in of.by_region) == len(getattr(of, column))
    assert sum(each.total for each in of.by_region) == len(municipalities())


@tries(50)
@given(many_plans(merging=False), plans_of_one("Epsilon"), DAYS)
def test_the_plans_of_another_association_change_only_its_own_rows(
    plans: list[OperationalPlan], more: list[OperationalPlan], day: date
) -> None:
    """And in them nothing but that it is there too."""
    before, after = coverage(plans, on=day), coverage([*plans, *more], on=day)
    its_own = {each.organisation for plan in more for each in plan.association.municipalities}
    for one, other in zip(before.rows, after.rows, strict=True):
        assert one == other or other.municipality in its_own
        assert {*other.associations, *other.unsure} - {"Epsilon"} == {*one.associations, *one.unsure}


@tries(50)
@given(many_plans(merging=False), DAYS)
def test_the_members_of_a_day_are_those_of_its_plan(plans: list[OperationalPlan], day: date) -> None:
    """As the association itself counts them, where there is one plan a year and the day of the formation is known."""
    known = {(plan.association.name, plan.year): plan for plan in plans if plan.association.formed}
    of = coverage(known.values(), on=day)
    expected: dict[str, list[str]] = {}
    for name in sorted({name for name, _ in known}):
        years = sorted(year for other, year in known if other == name)
        year = max((each for each in years if each <= day.year), default=years[0])
        assert of.known_by[name] == year
        for each in known[name, year].association.members_on(day):
            expected.setdefault(each.name, []).append(name)
    for row in of.rows:
        assert list(row.associations) == expected.get(row.municipality.name, [])
        assert row.unsure == ()


@tries(50)
@given(many_plans(), DAYS)
def test_who_is_in_several_on_a_day_is_so_in_its_year(plans: list[OperationalPlan], day: date) -> None:
    """And at once."""
    of_year = {each.municipality: each for each in overlaps(plans, day.year)}
    for row in coverage(plans, on=day).rows:
        if len(row.associations) > 1:
            assert of_year[row.municipality].at_once
            assert {*row.associations} <= {each.association for each in of_year[row.municipality].memberships}


@tries(50)
@given(many_plans(), st.integers(2017, 2020))
def test_member_days_are_days_of_the_year_on_which_it_is_covered(plans: list[OperationalPlan], year: int) -> None:
    """The first and the last of them too."""
    for each in overlaps(plans, year):
        for days in each.memberships:
            assert days.period.last is not None
            for day in (days.period.first, days.period.last):
                assert day.year == year
                assert days.association in coverage(plans, on=day).of(each.municipality.name).associations


@tries(50)
@given(many_plans(), DAYS)
def test_an_association_and_what_was_formed_from_it_never_cover_the_same_day(
    plans: list[OperationalPlan], day: date
) -> None:
    """Its years are those of the one before, and its own from the formation on."""
    ancestors = {each.name: each.ancestors for each in histories(plans)}
    for row in coverage(plans, on=day).rows:
        named = (*row.associations, *row.unsure)
        assert not any(one in ancestors[other] for one in named for other in row.associations)


@tries(25)
@given(sound_plans(first=2026), sound_plans(first=2026))
def test_a_merger_covers_what_those_before_it_did(one: OperationalPlan, other: OperationalPlan) -> None:
    """Every municipality of the two, once, from the first day of the merger."""
    plans = [
        evolve(each, association=evolve(each.association, name=name, formed=date(2004, 1, 1)))
        for name, each in (("Alfa", one), ("Beta", other))
    ]
    both = merged("Båda", *plans, year=2027)
    before, after = (coverage([*plans, both], on=date(year, 1, 1)) for year in (2026, 2027))
    assert {*after.one} == {*before.one, *before.several}
    assert after.several == ()
    assert {*(name for row in after.rows for name in row.associations)} == {"Båda"}


# Published plans


def test_the_published_plans_cover_26_municipalities() -> None:
    """Three in Finnveden, six on Höglandet, three in HjoTiBorg, ten in Gävleborg, and four in Södra Vätterbygden."""
    of = coverage(PUBLISHED, on=date(2023, 6, 1))
    assert (len(of.none), len(of.one), len(of.several), len(of.unsure)) == (264, 26, 0, 0)
    counts = {each.region.name: (each.none, each.one) for each in of.by_region if each.region and each.one}
    assert counts == {
        "Region Jönköpings län": (0, 13),
        "Västra Götalandsregionen": (46, 3),
        "Region Gävleborg": (0, 10),
    }
    assert of.by_region[-1].region is None
    assert (of.by_region[-1].none, of.by_region[-1].total) == (1, 1)
    assert of.known_by["Höglandets samordningsförbund"] == 2023
    assert overlaps(PUBLISHED, 2023) == ()


def test_an_association_covers_nothing_before_it_was_formed() -> None:
    """Höglandet was formed on 2011-04-01; of Södra Vätterbygden the plan does not say when."""
    for day, count in ((date(2011, 3, 31), 0), (date(2011, 4, 1), 6)):
        of = coverage([finsam.example("hoglandet-2023")], on=day)
        assert len(of.one) == count
    of = coverage([finsam.example("sodra-vatterbygden-2018")], on=date(2011, 4, 1))
    assert {each.name for each in of.unsure} == {"Habo", "Jönköping", "Mullsjö", "Vaggeryd"}
    assert (len(of.one), of.of("Habo").unsure) == (0, ("Samordningsförbundet Södra Vätterbygden",))


# Examples

ALFA = plan("Alfa", 2018, "Habo", member("Mullsjö", joined=date(2018, 7, 1)), formed=date(2010, 1, 1))
BETA = plan("Beta", 2018, "Habo", member("Mullsjö", left=date(2018, 6, 30)), formed=date(2010, 1, 1))


def test_a_municipality_in_several_associations_is_told_with_its_days() -> None:
    """Habo in both all year, and Mullsjö first in one and then in the other."""
    mullsjo, habo = overlaps([ALFA, BETA], 2018)
    year = Period(first=date(2018, 1, 1), last=date(2018, 12, 31))
    assert habo.municipality.name == "Habo"
    assert habo.memberships == (
        MemberDays(association="Alfa", period=year),
        MemberDays(association="Beta", period=year),
    )
    assert [each.period for each in mullsjo.memberships] == [
        Period(first=date(2018, 7, 1), last=date(2018, 12, 31)),
        as_time("2018-H1"),
    ]
    assert (habo.at_once, mullsjo.at_once) == (True, False)


def test_one_that_goes_along_into_a_merger_is_in_one_association() -> None:
    """In the year of the merger too; before it Habo is in two."""
    both = plan("Båda", 2019, "Habo", "Mullsjö", formed=date(2019, 5, 1), formed_from=["Alfa", "Beta"])
    plans = [ALFA, BETA, both]
    assert [each.municipality.name for each in overlaps(plans, 2019)] == ["Habo"]
    [habo] = overlaps(plans, 2019)
    until, since = (
        Period(first=date(2019, 1, 1), last=date(2019, 4, 30)),
        Period(first=date(2019, 5, 1), last=date(2019, 12, 31)),
    )
    assert [(each.association, each.period) for each in habo.memberships] == [
        ("Alfa", until),
        ("Beta", until),
        ("Båda", since),
    ]
    assert overlaps(plans, 2020) == ()
    assert coverage(plans, on=date(2019, 4, 30)).of("Habo").associations == ("Alfa", "Beta")
    assert coverage(plans, on=date(2019, 5, 1)).of("Habo").associations == ("Båda",)


def test_two_plans_for_a_year_that_agree_leave_nothing_unsure() -> None:
    """What they say differently of a municipality is not known; the rest is."""
    other = plan("Alfa", 2018, "Habo", "Vaggeryd", member("Mullsjö", joined=date(2018, 8, 1)), formed=date(2010, 1, 1))
    of = coverage([ALFA, other], on=date(2018, 7, 15))
    assert of.of("Habo").associations == ("Alfa",)
    assert {each.name for each in of.unsure} == {"Vaggeryd", "Mullsjö"}
    assert coverage([ALFA, other], on=date(2018, 8, 1)).of("Mullsjö").associations == ("Alfa",)
    assert [each.place for each in of.problems] == ["Alfa 2018"]
    first = plan("Alfa", 2018, member("Habo", left=date(2018, 3, 31)), formed=date(2010, 1, 1))
    then = plan("Alfa", 2018, member("Habo", joined=date(2018, 6, 1)), formed=date(2010, 1, 1))
    assert coverage([first, then], on=date(2018, 4, 1)).of("Habo").unsure == ()
    assert coverage([first, then], on=date(2018, 6, 1)).of("Habo").unsure == ("Alfa",)
    assert overlaps([first, then, BETA], 2018) == ()


def test_a_plan_counts_until_a_later_one() -> None:
    """For the years before the first plan, that one counts."""
    first, later = (plan("Alfa", year, name, formed=date(2010, 1, 1)) for year, name in ((2018, "Habo"), (2020, "Ale")))
    for year, name in ((2015, "Habo"), (2018, "Habo"), (2019, "Habo"), (2020, "Ale"), (2030, "Ale")):
        of = coverage([later, first], on=date(year, 1, 1))
        assert [each.name for each in of.one] == [name]


def test_the_day_of_the_formation_can_stand_in_another_plan() -> None:
    """Then it is known of the others too."""
    silent = plan("Alfa", 2020, "Habo")
    assert coverage([silent], on=date(2018, 1, 1)).of("Habo").unsure == ("Alfa",)
    of = coverage([silent, plan("Alfa", 2021, "Ale", formed=date(2019, 1, 1))], on=date(2018, 1, 1))
    assert len(of.none) == len(of.rows)


def test_a_member_that_is_in_no_register_is_said() -> None:
    """And is counted nowhere."""
    bygden = Municipality(code="9999", name="Bygden", official_name="Bygdens kommun", region_code="06")
    of = coverage([plan("Alfa", 2018, "Habo", Member(organisation=bygden))], on=date(2018, 1, 1))
    assert [each.name for each in of.one] == ["Habo"]
    [problem] = of.problems
    assert problem.text("en") == (
        'Alfa 2018: association.municipalities[2] "Bygden": Bygden with the code 9999 is in no register, and counted '
        "nowhere; give the municipality by its present name"
    )
    assert problem.text("sv") == (
        'Alfa 2018: association.municipalities[2] "Bygden": Bygden med koden 9999 finns inte i registret, och räknas '
        "inte med; ange kommunen med dess nuvarande namn"
    )


def test_what_is_no_day_and_no_year_is_refused() -> None:
    """In words; a moment counts as its day."""
    with pytest.raises(WrongTypeError) as error:
        coverage([ALFA], on="2018-01-01")  # type: ignore[arg-type]
    assert error.value.text("en") == 'on takes a day, as date(2027, 5, 1), not "2018-01-01"'
    assert error.value.text("sv") == 'on ska vara en dag, som date(2027, 5, 1), inte "2018-01-01"'
    with pytest.raises(PeriodError) as none:
        overlaps([ALFA], 0)
    assert str(none.value) == "a year is a whole number such as 2027, not 0"
    assert coverage([], on=datetime(2018, 1, 1, 12)) == coverage([], on=date(2018, 1, 1))  # noqa: DTZ001
    with pytest.raises(UnknownNameError) as unknown:
        coverage([], on=BEFORE).of("Habbo")
    assert str(unknown.value) == 'there is no municipality "Habbo"; did you mean "Habo"?'


# For people and for machines


def test_coverage_is_told_in_words() -> None:
    """A row a region, who is in several, of whom it is not known, in none, and by which plans."""
    of = coverage([ALFA, BETA, BETA, plan("Gamma", 2019, "Vaggeryd")], on=date(2018, 6, 30))
    few = evolve(of, rows=tuple(row for row in of.rows if row.municipality.region_code in ("06", None)))
    lines = text(coverage_report(few), "sv").splitlines()
    assert lines[:9] == [
        "Täckning den 2018-06-30",
        "",
        "Inget betyder inget av de förbund vars planer är angivna; andra kan täcka",
        "  kommunen.",
        "",
        "Kommuner i förbund              i    i      i",
        "                            inget  ett  flera  okänt  summa",
        "Region Stockholm                0    0      0      0      0",
        "Region Uppsala                  0    0      0      0      0",
    ]
    assert lines[11] == "Region Jönköpings län          10    1      1      1     13"
    assert lines[26:] == [
        "Region Norrbotten               0    0      0      0      0",
        "Utanför alla regioner           1    0      0      0      1",
        "-----------------------------------------------------------",
        "Summa                          11    1      1      1     14",
        "",
        "I flera förbund",
        "  - Habo: Alfa, Beta",
        "",
        "Okänt om kommunen är medlem",
        "  - Vaggeryd: Gamma",
        "",
        "I inget av de angivna förbunden",
        "Aneby, Gnosjö, Gislaved, Jönköping, Nässjö, Värnamo, Sävsjö, Vetlanda, Eksjö,",
        "  Tranås, Gotland",
        "",
        "Känt genom",
        "  - Alfa: dess plan för 2018",
        "  - Beta: dess plan för 2018",
        "  - Gamma: dess plan för 2019",
        "",
        "Fel i planerna",
        "  - Beta 2018: det finns 2 planer för 2018; ange den som gäller, och utelämna de",
        "    andra",
    ]
    english = text(coverage_report(few), "en")
    assert english.startswith("Coverage on 2018-06-30\n\nNone means none of the associations whose plans are given;")
    assert "Not known whether a member\n  - Vaggeryd: Gamma\n" in english


def test_nothing_is_listed_that_is_not() -> None:
    """A report of a coverage in which all are in one association has its table alone."""
    of = coverage([ALFA], on=date(2018, 12, 31))
    rows = tuple(row for row in of.rows if row.associations)
    only = Coverage(on=of.on, rows=rows)
    assert len(coverage_report(only).sections) == 1


def test_overlaps_are_told_in_words() -> None:
    """Each with its days; and that there is none."""
    assert text(overlap_section(overlaps([ALFA, BETA], 2018), 2018), "en").splitlines() == [
        "In several associations in 2018",
        "  - Mullsjö, in turn: Alfa 2018-07-01–2018-12-31, Beta 2018-01-01–2018-06-30",
        "  - Habo, at once: Alfa 2018-01-01–2018-12-31, Beta 2018-01-01–2018-12-31",
    ]
    assert text(overlap_section(overlaps([ALFA, BETA], 2018), 2018), "sv").splitlines() == [
        "I flera förbund 2018",
        "  - Mullsjö, efter varandra: Alfa 2018-07-01–2018-12-31, Beta",
        "    2018-01-01–2018-06-30",
        "  - Habo, samtidigt: Alfa 2018-01-01–2018-12-31, Beta 2018-01-01–2018-12-31",
    ]
    assert text(overlap_section((), 2018), "sv") == "I flera förbund 2018\nIngen kommun, enligt de angivna planerna"


def test_coverage_is_given_to_machines() -> None:
    """Every municipality by its code, every region, and what is wrong."""
    record = coverage_record(coverage([ALFA, BETA, BETA], on=date(2018, 6, 30)), "sv")
    assert (record["on"], record["known_by"]) == ("2018-06-30", {"Alfa": 2018, "Beta": 2018})
    assert len(record["municipalities"]) == 290
    [habo] = [each for each in record["municipalities"] if each["name"] == "Habo"]
    assert habo == {"code": "0643", "name": "Habo", "associations": ["Alfa", "Beta"], "unsure": []}
    assert len(record["regions"]) == len(regions()) + 1
    assert record["regions"][-1] == {"code": None, "none": 1, "one": 0, "several": 0, "unsure": 0}
    assert [each["code"] for each in record["regions"] if each["several"]] == ["06"]
    [problem] = record["problems"]
    assert problem["place"] == "Beta 2018"
    assert problem["message"] == "det finns 2 planer för 2018; ange den som gäller, och utelämna de andra"


def test_overlaps_are_given_to_machines() -> None:
    """With the first and the last day in each."""
    [mullsjo, _] = overlap_record(overlaps([ALFA, BETA], 2018))
    assert mullsjo == {
        "code": "0642",
        "name": "Mullsjö",
        "at_once": False,
        "memberships": [
            {"association": "Alfa", "first": "2018-07-01", "last": "2018-12-31"},
            {"association": "Beta", "first": "2018-01-01", "last": "2018-06-30"},
        ],
    }

"""F1xx: who must take part."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import Association, Budget, Funding, Member, OperationalPlan, Party, Severity, kr
from finsam.checks import rule
from finsam.funding import Basis
from finsam.organisations import Organisation
from finsam.registry import region
from plan_strategies import ORDINARY, lawful_associations

JONKOPING = "Region Jönköpings län"
IDS = ("F101", "F102", "F103")


def found(association: Association, *, year: int = 2027, id: str | None = None) -> list[str]:
    """What the rules about members find, in English."""
    plan = OperationalPlan(association=association, year=year)
    return [str(each) for number in IDS if id in {None, number} for each in rule(number).findings(plan)]


def without(association: Association, *organisations: Organisation) -> Association:
    kept = [member for member in association.members if member.organisation not in organisations]
    return evolve(association, members=tuple(kept))


# Laws


@given(lawful_associations(), st.integers(2011, 2035))
def test_nothing_is_found_where_every_party_takes_part(association: Association, year: int) -> None:
    """The agencies, the municipalities and their regions are all that the act asks for (3 §)."""
    assert found(association, year=year) == []


@given(lawful_associations(kinds=[ORDINARY]), st.data())
def test_a_party_that_is_taken_away_is_always_found(association: Association, data: st.DataObject) -> None:
    """All four parties are mandatory (3 §): whichever agency, or all of whichever kind, is gone."""
    agencies = [[member.organisation] for member in association.members if member.party is Party.STATE]
    kinds = [
        [member.organisation for member in association.members if member.party is party]
        for party in (Party.REGIONS, Party.MUNICIPALITIES)
    ]
    gone = data.draw(st.sampled_from([*agencies, *kinds]))
    assert len(found(without(association, *gone), id="F101")) == 1


@given(lawful_associations(kinds=[ORDINARY]), st.data())
def test_a_region_that_is_taken_away_is_found_for_each_of_its_municipalities(
    association: Association, data: st.DataObject
) -> None:
    """For every part of the area both the municipality and its region take part (3 §)."""
    regions = [member.organisation for member in association.members if member.party is Party.REGIONS]
    gone = data.draw(st.sampled_from(regions))
    expected = [
        member.name
        for member in association.members
        if getattr(member.organisation, "region_code", None) == getattr(gone, "code", None)
    ]
    found_in = rule("F102").findings(OperationalPlan(association=without(association, gone), year=2027))
    named = [finding.message.en.split(" belongs to ")[0] for finding in found_in]
    assert named == (expected if len(regions) > 1 else [])  # F101 says it once where there is no region at all


# F101


@pytest.mark.parametrize(
    ("gone", "who", "vem"),
    [
        (["Försäkringskassan"], "Försäkringskassan", "Försäkringskassan"),
        (["Arbetsförmedlingen"], "Arbetsförmedlingen", "Arbetsförmedlingen"),
        ([JONKOPING], "a region", "en region"),
        (["Habo", "Mullsjö"], "a municipality", "en kommun"),
    ],
)
def test_the_party_that_is_missing_is_named(gone: list[str], who: str, vem: str) -> None:
    """F101: what is missing, the section, and what to do."""
    bygden = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region=JONKOPING)
    association = evolve(bygden, members=tuple(each for each in bygden.members if each.name not in gone))
    [finding] = rule("F101").findings(OperationalPlan(association=association, year=2027))
    assert finding.severity is Severity.ERROR
    assert finding.text("en") == (
        f"F101 error: association, 2027: {who} is missing among the members\n"
        "    3 § lag (2003:1210)\n"
        f"    add {who} to the members, or correct the days of membership"
    )
    assert finding.text("sv") == (
        f"F101 fel: association, 2027: {vem} saknas bland medlemmarna\n"
        "    3 § lag (2003:1210)\n"
        f"    lägg till {vem} bland medlemmarna, eller rätta medlemskapets datum"
    )


def test_gotland_needs_no_region_and_habo_beside_it_does() -> None:
    """The exception is for the part of the area whose municipality belongs to no region (3 §)."""
    assert found(Association.of("Gotland", municipalities=["Gotland"])) == []
    [line] = found(Association.of("Bygden", municipalities=["Gotland", "Habo"]))
    assert line.startswith("F101 error: association, 2027: a region is missing among the members")


def test_a_party_that_leaves_is_missing_in_the_plan_years_after() -> None:
    """A year's members are those of that year: the region's last year is the budget year."""
    leaving = Member(organisation=region(JONKOPING), left=date(2027, 12, 31))
    association = Association.of("Bygden", municipalities=["Habo"], region=leaving)
    budgets = tuple(Budget(year=year) for year in (2026, 2027, 2028))
    plan = OperationalPlan(association=association, year=2027, budgets=budgets)
    assert [finding.place for finding in rule("F101").findings(plan)] == ["association, 2028"]


def test_an_earlier_year_is_not_the_plans_to_mend() -> None:
    """Who took part before the budget year is history."""
    joining = Member(organisation=region(JONKOPING), joined=date(2027, 1, 1))
    association = Association.of("Bygden", municipalities=["Habo"], region=joining)
    terms = Funding(year=2026, basis=Basis.TOTAL, amount=kr(0))
    assert not list(rule("F101").findings(OperationalPlan(association=association, year=2027, funding=(terms,))))


# F102


def test_a_municipality_whose_region_does_not_take_part_is_named_with_it() -> None:
    """F102: Ydre lies in Östergötland."""
    association = Association.of("Bygden", municipalities=["Habo", "Ydre"], region=JONKOPING)
    [finding] = rule("F102").findings(OperationalPlan(association=association, year=2027))
    assert finding.text("en") == (
        "F102 error: association, 2027: Ydre belongs to Region Östergötland, which does not take part\n"
        "    3 § lag (2003:1210)\n"
        "    add Region Östergötland to the members"
    )
    assert finding.text("sv") == (
        "F102 fel: association, 2027: Ydre hör till Region Östergötland, som inte deltar\n"
        "    3 § lag (2003:1210)\n"
        "    lägg till Region Östergötland bland medlemmarna"
    )


def test_a_region_takes_part_under_a_name_that_it_had() -> None:
    """A county council is the region that it became."""
    county = region("Landstinget i Jönköpings län")
    assert found(Association.of("Finnveden", municipalities=["Gislaved"], region=county), year=2012) == []


def test_a_municipality_outside_every_region_is_never_without_its_region() -> None:
    """Gotland beside a region that is not its own breaks nothing."""
    association = Association.of("Bygden", municipalities=["Nynäshamn", "Gotland"], region="Region Stockholm")
    assert found(association) == []


# F103


def test_several_regions_before_the_middle_of_2010_are_named() -> None:
    """F103: across county borders only since SFS 2010:350."""
    association = Association.of("Bygden", municipalities=["Habo", "Ydre"], regions=["06", "05"])
    [finding] = rule("F103").findings(OperationalPlan(association=association, year=2009))
    assert finding.text("en") == (
        "F103 error: association, 2009: several regions take part: Region Jönköpings län, Region Östergötland\n"
        "    3 § lag (2003:1210)\n"
        "    keep one of them"
    )
    assert finding.text("sv") == (
        "F103 fel: association, 2009: flera regioner deltar: Region Jönköpings län, Region Östergötland\n"
        "    3 § lag (2003:1210)\n"
        "    behåll en av dem"
    )
    assert found(association, year=2010, id="F103") == []


def test_before_the_act_there_is_nobody_to_miss() -> None:
    """In 2003 no rule of the act applied; that its contributions are unknown is for F204 to say."""
    association = Association.of("Bygden", municipalities=["Habo", "Ydre"], regions=["06", "05"])
    assert found(association, year=2003) == []

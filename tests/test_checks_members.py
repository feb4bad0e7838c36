"""F101, F102 and F103: who must take part."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import Association, Category, Cost, Finding, Funding, Member, OperationalPlan, Party, Severity, kr
from finsam.checks import rule
from finsam.organisations import Organisation, municipality, region
from plan_strategies import ORDINARY, lawful_associations

JONKOPING = "Region Jönköpings län"
IDS = ("F101", "F102", "F103")


def planned(*years: int) -> tuple[Cost, ...]:
    """A row of costs with a budget for each of those years."""
    budget = dict.fromkeys(years, kr(1))
    return (Cost(id="enter", name="Enter", category=Category.INDIVIDUAL, budget=budget),)


def found(id: str, association: Association, *, year: int = 2027, **parts: Any) -> list[Finding]:
    return list(rule(id).findings(OperationalPlan(association=association, year=year, **parts)))


def all_found(association: Association, *, year: int = 2027) -> list[Finding]:
    return [finding for number in IDS for finding in found(number, association, year=year)]


def without(association: Association, *gone: Organisation) -> Association:
    """The association as it would be if they had never been its members."""
    kinds: dict[str, Any] = {
        kind: tuple(each for each in getattr(association, kind) if each.organisation not in gone)
        for kind in ("municipalities", "regions", "agencies")
    }
    return evolve(association, **kinds)


# Laws


@given(lawful_associations(), st.integers(2011, 2035))
def test_nothing_is_found_where_every_party_takes_part(association: Association, year: int) -> None:
    """The agencies, the municipalities and their regions are all that the act asks for (3 §)."""
    assert all_found(association, year=year) == []


@given(lawful_associations(kinds=[ORDINARY]), st.data())
def test_a_party_that_is_taken_away_is_always_found(association: Association, data: st.DataObject) -> None:
    """All four parties are mandatory (3 §): whichever agency, or all of whichever kind, is gone."""
    organisations = [member.organisation for member in association.members]
    agencies = [[each] for each in organisations if each.party is Party.STATE]
    kinds = [[each for each in organisations if each.party is party] for party in (Party.REGIONS, Party.MUNICIPALITIES)]
    gone = data.draw(st.sampled_from([*agencies, *kinds]))
    assert len(found("F101", without(association, *gone))) == 1


@given(lawful_associations(kinds=[ORDINARY]), st.data())
def test_a_region_that_is_taken_away_is_found_with_all_its_municipalities(
    association: Association, data: st.DataObject
) -> None:
    """For every part of the area both the municipality and its region take part (3 §)."""
    regions = [member.organisation for member in association.regions]
    gone = data.draw(st.sampled_from(regions))
    left = tuple(each.name for each in association.municipalities if each.organisation.region_code == gone.code)
    named = [
        (each.values["names"], each.values["region"], each.values["years"])
        for each in found("F102", without(association, gone))
    ]
    assert named == ([(left, gone.name, (2027,))] if len(regions) > 1 else [])  # F101 says that there is no region


@given(lawful_associations(), st.sampled_from(IDS))
def test_before_the_act_there_is_nobody_to_miss(association: Association, id: str) -> None:
    """In 2003 no rule of the act applied; that its contributions are unknown is for F204 to say."""
    nobody = without(association, *(member.organisation for member in association.members))
    assert found(id, association, year=2003) == found(id, nobody, year=2003) == []


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
    association = without(bygden, *(bygden.member(name).organisation for name in gone))
    [finding] = found("F101", association)
    assert (finding.severity, finding.path) == (Severity.ERROR, ("association",))
    assert finding.text("en") == (
        f"F101 error: association: {who} is missing among the members in 2027\n"
        "    3 § lagen (2003:1210)\n"
        f"    add {who} to the members, or correct the days of membership"
    )
    assert finding.text("sv") == (
        f"F101 fel: association: {vem} saknas bland medlemmarna 2027\n"
        "    3 § lagen (2003:1210)\n"
        f"    lägg till {vem} bland medlemmarna, eller rätta medlemskapets datum"
    )


def test_gotland_needs_no_region_and_habo_beside_it_does() -> None:
    """The exception is for the part of the area whose municipality belongs to no region (3 §)."""
    assert all_found(Association.of("Gotland", municipalities=["Gotland"])) == []
    [finding] = all_found(Association.of("Bygden", municipalities=["Gotland", "Habo"]))
    assert (finding.id, str(finding.message)) == ("F101", "a region is missing among the members in 2027")


def test_an_association_without_anybody_misses_all_four_parties() -> None:
    """Each is told by itself, since each is mended by itself."""
    nobody = Association(name="Bygden", municipalities=(), regions=(), agencies=())
    assert [str(finding.message) for finding in found("F101", nobody)] == [
        "Försäkringskassan is missing among the members in 2027",
        "Arbetsförmedlingen is missing among the members in 2027",
        "a municipality is missing among the members in 2027",
        "a region is missing among the members in 2027",
    ]


def test_a_party_that_leaves_is_missing_in_the_plan_years_after_and_told_once() -> None:
    """A year's members are those of that year: the region's last year is the budget year."""
    leaving = Member(organisation=region(JONKOPING), left=date(2027, 12, 31))
    association = Association.of("Bygden", municipalities=["Habo"], region=leaving)
    [finding] = found("F101", association, costs=planned(2026, 2027, 2028, 2029))
    assert str(finding.message) == "a region is missing among the members in 2028, 2029"
    assert finding.message.to("sv") == "en region saknas bland medlemmarna 2028, 2029"


def test_an_earlier_year_is_not_the_plans_to_mend() -> None:
    """Who took part before the budget year is history."""
    joining = Member(organisation=region(JONKOPING), joined=date(2027, 1, 1))
    association = Association.of("Bygden", municipalities=["Habo"], region=joining)
    assert found("F101", association, funding=Funding(total={2026: kr(0)}), costs=planned(2026)) == []


# F102


def test_a_municipality_whose_region_does_not_take_part_is_named_with_it() -> None:
    """F102: Ydre lies in Östergötland."""
    [finding] = found("F102", Association.of("Bygden", municipalities=["Habo", "Ydre"], region=JONKOPING))
    assert (finding.severity, finding.path) == (Severity.ERROR, ("association",))
    assert finding.text("en") == (
        "F102 error: association: Ydre: the region is Region Östergötland, which does not take part in 2027\n"
        "    3 § lagen (2003:1210)\n"
        "    add Region Östergötland to the members"
    )
    assert finding.text("sv") == (
        "F102 fel: association: Ydre: regionen är Region Östergötland, som inte deltar 2027\n"
        "    3 § lagen (2003:1210)\n"
        "    lägg till Region Östergötland bland medlemmarna"
    )


def test_a_region_that_does_not_take_part_is_told_once_for_all_its_municipalities_and_years() -> None:
    """It is one member that is missing. Kinda joins in the second of the years."""
    kinda = Member(organisation=municipality("Kinda"), joined=date(2028, 1, 1))
    association = Association.of("Bygden", municipalities=["Habo", "Ydre", kinda], region=JONKOPING)
    [finding] = found("F102", association, costs=planned(2027, 2028))
    assert str(finding.message) == (
        "Ydre, Kinda: the region is Region Östergötland, which does not take part in 2027, 2028"
    )
    assert finding.message.to("sv") == "Ydre, Kinda: regionen är Region Östergötland, som inte deltar 2027, 2028"


def test_a_region_takes_part_under_a_name_that_it_had() -> None:
    """A county council is the region that it became."""
    county = region("Landstinget i Jönköpings län")
    assert all_found(Association.of("Finnveden", municipalities=["Gislaved"], region=county), year=2012) == []


def test_a_municipality_outside_every_region_is_never_without_its_region() -> None:
    """Gotland beside a region that is not its own breaks nothing."""
    assert all_found(Association.of("Bygden", municipalities=["Nynäshamn", "Gotland"], region="Region Stockholm")) == []


# F103

ACROSS = Association.of("Bygden", municipalities=["Habo", "Ydre"], regions=["06", "05"])


def test_several_regions_before_the_middle_of_2010_are_named() -> None:
    """F103: across county borders only since SFS 2010:350, which came into force on 1 July 2010."""
    [finding] = found("F103", ACROSS, year=2009)
    assert (finding.severity, finding.path) == (Severity.ERROR, ("association", "regions"))
    assert finding.text("en") == (
        "F103 error: association.regions: several regions take part in 2009: Region Jönköpings län, "
        "Region Östergötland\n"
        "    3 § lagen (2003:1210)\n"
        "    keep one of them"
    )
    assert finding.text("sv") == (
        "F103 fel: association.regions: flera regioner deltar 2009: Region Jönköpings län, Region Östergötland\n"
        "    3 § lagen (2003:1210)\n"
        "    behåll en av dem"
    )
    assert found("F103", ACROSS, year=2010) == []


def test_one_region_before_2010_is_as_it_should_be() -> None:
    """F103: one county council could take part, and it is not several."""
    assert found("F103", Association.of("Bygden", municipalities=["Habo"], region=JONKOPING), year=2009) == []


def test_each_year_before_2010_with_several_regions_is_told() -> None:
    """The years after are lawful, and are not."""
    years = [finding.values["year"] for finding in found("F103", ACROSS, year=2008, costs=planned(2008, 2009, 2010))]
    assert years == [2008, 2009]

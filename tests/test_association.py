"""Associations and their members: who they are, and in which years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import Association, Member, Party
from finsam.errors import MembershipError, UnknownNameError
from finsam.organisations import municipality, region
from names import NAMES
from plan_strategies import associations, days

HABO = municipality("Habo")
MULLSJO = municipality("Mullsjö")


def days_of(year: int) -> list[date]:
    return [date.fromordinal(each) for each in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())]


@given(associations(), st.integers(2000, 2037))
def test_a_years_members_are_those_who_are_members_on_some_day_of_it(association: Association, year: int) -> None:
    """A member is one from the day it joined, or else from the formation, through the last day before it left."""
    expected = [
        member
        for member in association.members
        if any(
            (member.joined or association.formed or date.min) <= day <= (member.left or date.max)
            for day in days_of(year)
        )
    ]
    assert list(association.members_in(year)) == expected


@given(associations())
def test_every_member_is_found_by_its_name_whatever_the_capitals(association: Association) -> None:
    """A name is the same name in capitals."""
    for member in association.members:
        assert association.member(member.name.upper()) == member


@given(associations())
def test_the_members_are_the_municipalities_the_regions_and_the_agencies(association: Association) -> None:
    """Each stands among those of its kind, and all of them once among the members."""
    assert association.members == (*association.municipalities, *association.regions, *association.agencies)
    assert {member.party for member in association.municipalities} <= {Party.MUNICIPALITIES}
    assert {member.party for member in association.regions} <= {Party.REGIONS}
    assert {member.party for member in association.agencies} <= {Party.STATE}


@given(associations())
def test_repr_builds_the_association_again(association: Association) -> None:
    """What is shown is Python that gives the same association."""
    assert eval(repr(association), NAMES) == association


@given(days(), days())
def test_a_member_leaves_on_the_day_it_joined_at_the_earliest(joined: date, left: date) -> None:
    """One can be a member for a single day, and not for less."""
    if joined <= left:
        assert Member(organisation=HABO, joined=joined, left=left).left == left
    else:
        with pytest.raises(MembershipError) as error:
            Member(organisation=HABO, joined=joined, left=left)
        assert str(error.value) == f"Habo cannot leave on {left}, before it joined on {joined}"


def test_the_two_agencies_of_the_state_belong_to_every_association() -> None:
    """Försäkringskassan and Arbetsförmedlingen take part in every association (1 and 3 §§)."""
    bygden = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
    assert [(member.name, member.party) for member in bygden.members] == [
        ("Habo", Party.MUNICIPALITIES),
        ("Region Jönköpings län", Party.REGIONS),
        ("Försäkringskassan", Party.STATE),
        ("Arbetsförmedlingen", Party.STATE),
    ]


def test_members_are_given_by_name_by_code_by_value_or_with_their_days() -> None:
    """However a member is written, it is the same organisation."""
    joined = date(2020, 1, 1)
    bygden = Association.of(
        "Bygden",
        municipalities=[
            "Habo",
            "0642",
            municipality("Vaggeryd"),
            Member(organisation=municipality("Aneby"), joined=joined),
        ],
        region="06",
        regions=[region("05"), Member(organisation=region("08"))],
        formed=date(2011, 4, 1),
        organisation_number="222000-2873",
    )
    assert [member.name for member in bygden.members_in(2019)] == [
        "Habo",
        "Mullsjö",
        "Vaggeryd",
        "Region Jönköpings län",
        "Region Östergötland",
        "Region Kalmar län",
        "Försäkringskassan",
        "Arbetsförmedlingen",
    ]
    assert bygden.member("Aneby").joined == joined
    assert str(bygden.organisation_number) == "222000-2873"


def test_an_association_can_be_without_a_region() -> None:
    """Gotland alone needs no region (3 §)."""
    gotland = Association.of("Gotland", municipalities=["Gotland"])
    assert [member.party for member in gotland.members] == [Party.MUNICIPALITIES, Party.STATE, Party.STATE]


def test_a_name_that_is_in_no_register_is_refused_with_the_nearest() -> None:
    """A misspelt municipality is an error that says which was meant."""
    with pytest.raises(UnknownNameError) as error:
        Association.of("Bygden", municipalities=["Mulsjö"])
    assert str(error.value) == 'there is no municipality "Mulsjö"; did you mean "Mullsjö"?'


def test_a_name_that_is_no_members_is_refused_with_the_nearest() -> None:
    """Who is not a member is not found among the members."""
    bygden = Association.of("Bygden", municipalities=["Habo"], region="06")
    with pytest.raises(UnknownNameError) as error:
        bygden.member("Haboo")
    assert str(error.value) == 'there is no member "Haboo"; did you mean "Habo"?'


def test_two_members_of_one_name_are_refused() -> None:
    """A member is a member once; it has one amount to pay and one name to be found by."""
    with pytest.raises(MembershipError) as error:
        Association.of("Bygden", municipalities=["Habo", "Mullsjö", "Habo"])
    assert str(error.value) == "Habo is a member of Bygden twice; write it once"
    assert [problem.path for problem in error.value.problems] == [("municipalities", 2)]


def test_nobody_joins_before_the_formation() -> None:
    """The association is there first."""
    early = Member(organisation=HABO, joined=date(2011, 3, 31))
    with pytest.raises(MembershipError) as error:
        Association.of("Bygden", municipalities=[early], formed=date(2011, 4, 1))
    assert str(error.value) == "Habo cannot join on 2011-03-31, before Bygden was formed on 2011-04-01"
    assert error.value.text("sv") == "Habo kan inte gå med 2011-03-31, innan Bygden bildades 2011-04-01"


def test_nobody_leaves_before_the_formation() -> None:
    """Who has been a member since the formation cannot have left before it."""
    early = Member(organisation=HABO, left=date(2011, 3, 31))
    with pytest.raises(MembershipError) as error:
        Association.of("Bygden", municipalities=[early], formed=date(2011, 4, 1))
    assert str(error.value) == "Habo cannot leave on 2011-03-31, before Bygden was formed on 2011-04-01"


def test_a_member_may_join_and_leave_on_the_day_of_the_formation() -> None:
    """The first day of the association is a day to join and to leave."""
    formed = date(2011, 4, 1)
    member = Member(organisation=MULLSJO, joined=formed, left=formed)
    assert Association.of("Bygden", municipalities=[member], formed=formed).members_in(2011)[0] == member


def test_everything_that_is_wrong_with_the_members_is_said_at_once() -> None:
    """Whoever mends a list of members mends all of it."""
    early = Member(organisation=region("06"), joined=date(2011, 3, 31))
    with pytest.raises(MembershipError) as error:
        Association.of("Bygden", municipalities=["Habo", "Habo"], region=early, formed=date(2011, 4, 1))
    assert str(error.value) == (
        "Habo is a member of Bygden twice; write it once; "
        "Region Jönköpings län cannot join on 2011-03-31, before Bygden was formed on 2011-04-01"
    )
    assert [problem.path for problem in error.value.problems] == [("municipalities", 1), ("regions", 0)]


def test_only_a_municipality_outside_every_region_is_without_one() -> None:
    """Gotland is a municipality with the tasks of a region (5 a §)."""
    members = Association.of("Gotland", municipalities=["Gotland", "Habo"], region="06").members
    assert [member.name for member in members if member.is_regionless] == ["Gotland"]

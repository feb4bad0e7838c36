"""The organisations that can be members, by code and by name, and their organisation numbers."""

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.se import orgnr

from finsam import ByPopulation, Party
from finsam.errors import MembershipError, OrganisationNumberError, UnknownNameError
from finsam.organisations import (
    AGENCIES,
    ARBETSFORMEDLINGEN,
    FORSAKRINGSKASSAN,
    Municipality,
    OrganisationNumber,
    Region,
    agency,
    municipalities,
    municipality,
    region,
    regions,
)
from names import NAMES
from strategies import organisation_numbers

# The register


def test_a_municipality_is_found_by_code_and_by_either_name() -> None:
    """Whatever the capitals."""
    for each in municipalities():
        assert municipality(each.code) == municipality(each.name) == municipality(each.official_name) == each
        assert municipality(each.name.upper()) == municipality(each.official_name.lower()) == each


def test_a_region_is_found_by_code_and_by_name() -> None:
    for each in regions():
        assert region(each.code) == region(each.name) == region(each.name.upper()) == each


@given(st.sampled_from(municipalities()), st.data())
def test_a_slip_of_the_pen_is_understood(sought: Municipality, data: st.DataObject) -> None:
    """One letter too many, anywhere in the name."""
    place = data.draw(st.integers(0, len(sought.name)))
    misspelt = sought.name[:place] + "_" + sought.name[place:]
    with pytest.raises(UnknownNameError) as error:
        municipality(misspelt)
    assert str(error.value) == f'there is no municipality "{misspelt}"; did you mean "{sought.name}"?'


def test_there_are_290_municipalities_and_20_regions() -> None:
    assert len({each.code for each in municipalities()}) == len({each.name for each in municipalities()}) == 290
    assert len({each.official_name for each in municipalities()}) == len(municipalities()) == 290
    assert len({each.code for each in regions()}) == len({each.name for each in regions()}) == len(regions()) == 20


def test_no_two_municipalities_share_a_name_of_any_kind() -> None:
    """So a look-up has one answer."""
    names = [{each.name.casefold(), each.official_name.casefold()} for each in municipalities()]
    assert sum(map(len, names)) == len(set[str]().union(*names))


def test_the_first_two_digits_of_a_code_are_those_of_the_region() -> None:
    codes = {each.code for each in regions()}
    for each in municipalities():
        assert len(each.code) == 4
        assert each.code.isdecimal()
        assert each.region_code == (each.code[:2] if each.code[:2] in codes else None)


def test_only_gotland_is_in_no_region() -> None:
    """The municipality of Gotland has the tasks of a region itself."""
    assert [each.name for each in municipalities() if each.region_code is None] == ["Gotland"]
    assert municipality("Gotland").code == "0980"


@pytest.mark.parametrize(
    ("find", "name", "en", "sv"),
    [
        (
            municipality,
            "Landstinget i Jönköpings län",
            '"Landstinget i Jönköpings län" is a region; write it under region, not among the municipalities',
            '"Landstinget i Jönköpings län" är en region; skriv den under region, inte bland kommunerna',
        ),
        (
            region,
            "nässjö kommun",
            '"nässjö kommun" is a municipality; write it among the municipalities',
            '"nässjö kommun" är en kommun; skriv den bland kommunerna',
        ),
        *(
            (
                find,
                "Arbetsförmedlingen",
                '"Arbetsförmedlingen" is an agency; both agencies are members already, so leave it out',
                '"Arbetsförmedlingen" är en myndighet; båda myndigheterna är redan medlemmar, så ta bort den',
            )
            for find in (municipality, region)
        ),
    ],
)
def test_another_kind_of_member_is_told_as_what_it_is(
    find: Callable[[str], object], name: str, en: str, sv: str
) -> None:
    """No place that is called nearly the same is suggested for it."""
    with pytest.raises(UnknownNameError) as caught:
        find(name)
    assert (caught.value.text("en"), caught.value.text("sv")) == (en, sv)


def test_every_county_has_its_municipalities() -> None:
    """As Statistics Sweden counts them by county since 2003, with Heby in Uppsala since 2007."""
    expected = {
        "01": 26, "03": 8, "04": 9, "05": 13, "06": 13, "07": 8, "08": 12, "09": 1, "10": 5, "12": 33, "13": 6,
        "14": 49, "17": 16, "18": 12, "19": 10, "20": 15, "21": 10, "22": 7, "23": 8, "24": 15, "25": 14,
    }  # fmt: skip
    assert Counter(each.code[:2] for each in municipalities()) == expected


def test_municipalities_and_regions_stand_in_the_order_of_their_codes() -> None:
    assert [each.code for each in municipalities()] == sorted(each.code for each in municipalities())
    assert [each.code for each in regions()] == sorted(each.code for each in regions())


def test_heby_is_in_uppsala() -> None:
    """It left Västmanland, and the code 1917, on 1 January 2007."""
    assert municipality("Heby") == municipality("0331")
    assert municipality("Heby").region_code == "03"


def test_a_region_keeps_the_name_that_it_was_asked_for_by() -> None:
    """A plan of 2012 speaks of the county council, which is the same region by its code."""
    assert region("Landstinget i Jönköpings län") == Region(code="06", name="Landstinget i Jönköpings län")
    assert region("jönköpings läns landsting").code == region("Region Jönköpings län").code == "06"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Jonköping", 'there is no municipality "Jonköping"; did you mean "Jönköping"?'),
        ("Vetlnda", 'there is no municipality "Vetlnda"; did you mean "Vetlanda"?'),
        ("0999", 'there is no municipality "0999"'),
        ("", 'there is no municipality ""'),
    ],
)
def test_an_unknown_municipality_is_an_error_that_suggests_the_nearest(name: str, message: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        municipality(name)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Region Jönköping län", 'there is no region "Region Jönköping län"; did you mean "Region Jönköpings län"?'),
        ("Landstinget Hallands", 'there is no region "Landstinget Hallands"; did you mean "Region Halland"?'),
        ("09", 'there is no region "09"'),
    ],
)
def test_an_unknown_region_is_an_error_that_suggests_the_nearest(name: str, message: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        region(name)
    assert str(error.value) == message


# Parties


def test_both_agencies_are_the_state() -> None:
    """3 §: Försäkringskassan and Arbetsförmedlingen; 5 §: the former pays for both."""
    assert (FORSAKRINGSKASSAN.name, ARBETSFORMEDLINGEN.name) == ("Försäkringskassan", "Arbetsförmedlingen")
    assert FORSAKRINGSKASSAN.party == ARBETSFORMEDLINGEN.party == Party.STATE


def test_an_agency_is_found_by_its_name() -> None:
    for each in AGENCIES:
        assert agency(each.name) == each


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Försäkringskasan", 'there is no agency "Försäkringskasan"; did you mean "Försäkringskassan"?'),
        ("Lund", 'there is no agency "Lund"; there is "Försäkringskassan", "Arbetsförmedlingen"'),
    ],
)
def test_an_unknown_agency_is_an_error_that_suggests_the_nearest(name: str, message: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        agency(name)
    assert str(error.value) == message


def test_regions_and_municipalities_are_parties_of_their_own() -> None:
    assert {region.party for region in regions()} == {Party.REGIONS}
    assert {municipality.party for municipality in municipalities()} == {Party.MUNICIPALITIES}


def test_every_party_has_a_name_in_both_languages() -> None:
    assert [party.label.to("en") for party in Party] == ["the state", "the regions", "the municipalities"]
    assert [party.label.to("sv") for party in Party] == ["staten", "regionerna", "kommunerna"]


@pytest.mark.parametrize("organisation", [FORSAKRINGSKASSAN, region("06"), municipality("0643")])
def test_repr_builds_the_organisation_again(organisation: object) -> None:
    assert eval(repr(organisation), NAMES) == organisation


def test_an_organisation_that_is_not_in_the_register_is_unknown_in_swedish_too() -> None:
    for named, message in (
        (municipality, 'det finns ingen kommun "Vetlnda"; menades "Vetlanda"?'),
        (region, 'det finns ingen region "Vetlnda"'),
        (agency, 'det finns ingen myndighet "Vetlnda"; det finns "Försäkringskassan", "Arbetsförmedlingen"'),
    ):
        with pytest.raises(UnknownNameError) as error:
            named("Vetlnda")
        assert error.value.text("sv") == message


# Organisation numbers


def is_accepted(number: str) -> bool:
    try:
        OrganisationNumber(number)
    except OrganisationNumberError:
        return False
    return True


@given(st.from_regex(r"[0-9]{6}-[0-9]{4}", fullmatch=True))
def test_the_checksum_is_that_of_python_stdnum(number: str) -> None:
    """Luhn's, over the nine digits before it."""
    assert is_accepted(number) == orgnr.is_valid(number)


@given(organisation_numbers())
def test_an_organisation_number_is_written_as_it_was_read(number: OrganisationNumber) -> None:
    assert orgnr.is_valid(number.number)
    assert OrganisationNumber(str(number)) == number
    assert eval(repr(number), NAMES) == number


@given(organisation_numbers(), st.integers(0, 9), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_found(number: OrganisationNumber, place: int, digit: str) -> None:
    """Which is what the checksum is for."""
    place += place > 5  # past the hyphen
    assume(number.number[place] != digit)
    assert not is_accepted(number.number[:place] + digit + number.number[place + 1 :])


@given(organisation_numbers(), st.sampled_from([0, 1, 2, 3, 4, 7, 8, 9]))
def test_two_digits_that_have_changed_places_are_found(number: OrganisationNumber, place: int) -> None:
    """All but 09 and 90, which Luhn's checksum cannot tell apart."""
    pair = number.number[place : place + 2]
    assume(pair[0] != pair[1] and {*pair} != {"0", "9"})
    assert not is_accepted(number.number[:place] + pair[::-1] + number.number[place + 2 :])


def test_finnveden_has_an_organisation_number() -> None:
    """As its operational plan for 2012 prints it."""
    assert str(OrganisationNumber("222000-2873")) == "222000-2873"


def test_a_wrong_check_digit_is_said_with_the_right_one() -> None:
    with pytest.raises(OrganisationNumberError) as error:
        OrganisationNumber("222000-2874")
    assert str(error.value) == (
        "222000-2874 has the check digit 4, where its first nine digits give 3; "
        "look for a digit that is wrong or two that have changed places"
    )


@pytest.mark.parametrize(
    "number",
    [
        "2220002873",
        "222000-287",
        "222000-28733",
        "22200-02873",
        "222000-28-3",
        "222000-287x",
        "222000-287³",
        "",
        None,
        2220002873,
    ],
)
def test_an_organisation_number_is_six_digits_a_hyphen_and_four(number: str) -> None:
    with pytest.raises(OrganisationNumberError) as error:
        OrganisationNumber(number)
    shown = f'"{number}"' if isinstance(number, str) else f"{number}"
    assert str(error.value) == (
        f"{shown} is not an organisation number; write six digits, a hyphen and four, as 222000-2873"
    )


def test_a_member_is_named_once_however_it_is_written() -> None:
    """Two spellings of one municipality are one key."""
    with pytest.raises(MembershipError) as error:
        ByPopulation({"Malmö": 1, "Malmö stad": 2})
    assert (str(error.value), error.value.text("sv")) == (
        "Malmö is written twice, in different ways; write it once",
        "Malmö skrivs två gånger, på olika sätt; skriv den en gång",
    )

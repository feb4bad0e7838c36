import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.se import orgnr

from finsam import OrganisationNumber, Party, registry
from finsam.errors import OrganisationNumberError
from finsam.organisations import ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN
from names import NAMES
from strategies import organisation_numbers


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
    ["2220002873", "222000-287", "222000-28733", "22200-02873", "222000-28-3", "222000-287x", "222000-287³", "", None],
)
def test_an_organisation_number_is_six_digits_a_hyphen_and_four(number: str) -> None:
    with pytest.raises(OrganisationNumberError) as error:
        OrganisationNumber(number)
    assert str(error.value) == (
        f"{number!r} is not an organisation number; write six digits, a hyphen and four, as 222000-2873"
    )


def test_both_agencies_are_the_state() -> None:
    """3 §: Försäkringskassan and Arbetsförmedlingen; 5 §: the former pays for both."""
    assert (FORSAKRINGSKASSAN.name, ARBETSFORMEDLINGEN.name) == ("Försäkringskassan", "Arbetsförmedlingen")
    assert FORSAKRINGSKASSAN.party == ARBETSFORMEDLINGEN.party == Party.STATE


def test_regions_and_municipalities_are_parties_of_their_own() -> None:
    assert {region.party for region in registry.regions()} == {Party.REGIONS}
    assert {municipality.party for municipality in registry.municipalities()} == {Party.MUNICIPALITIES}


def test_every_party_has_a_name_in_both_languages() -> None:
    assert [party.title.en for party in Party] == ["the state", "the regions", "the municipalities"]
    assert [party.title.sv for party in Party] == ["staten", "regionerna", "kommunerna"]


@pytest.mark.parametrize("organisation", [FORSAKRINGSKASSAN, registry.region("06"), registry.municipality("0643")])
def test_repr_builds_the_organisation_again(organisation: object) -> None:
    assert eval(repr(organisation), NAMES) == organisation

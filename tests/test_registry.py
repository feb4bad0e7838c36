from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.errors import UnknownNameError
from finsam.organisations import Municipality, Region
from finsam.registry import municipalities, municipality, region, regions


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
    assert str(error.value) == f"there is no municipality {misspelt!r}; did you mean {sought.name!r}?"


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
        ("Jonköping", "there is no municipality 'Jonköping'; did you mean 'Jönköping'?"),
        ("Vetlnda", "there is no municipality 'Vetlnda'; did you mean 'Vetlanda'?"),
        ("0999", "there is no municipality '0999'"),
        ("", "there is no municipality ''"),
    ],
)
def test_an_unknown_municipality_is_an_error_that_suggests_the_nearest(name: str, message: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        municipality(name)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Region Jönköping län", "there is no region 'Region Jönköping län'; did you mean 'Region Jönköpings län'?"),
        ("Landstinget Hallands", "there is no region 'Landstinget Hallands'; did you mean 'Landstinget Halland'?"),
        ("09", "there is no region '09'"),
    ],
)
def test_an_unknown_region_is_an_error_that_suggests_the_nearest(name: str, message: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        region(name)
    assert str(error.value) == message

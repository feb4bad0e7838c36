from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given

from finsam import law
from finsam.errors import LawError
from finsam.law import (
    AUDITORS,
    BOARD_TERM,
    CHARTER,
    CHARTER_ITEMS,
    MUNICIPALITIES_SHARE,
    PLAN_YEARS,
    READ_THROUGH,
    REGIONLESS_ALONE_SHARE,
    REGIONS_SHARE,
    REVENUES_EXCEED_COSTS,
    SEVERAL_REGIONS,
    STATE_SHARE,
    Dated,
    Provision,
)
from names import NAMES
from strategies import days

Value = Dated[object]
DATED: dict[str, Value] = {name: value for name, value in vars(law).items() if isinstance(value, Dated)}

every_value = pytest.mark.parametrize("value", DATED.values(), ids=DATED.keys())


@given(days())
def test_the_state_the_regions_and_the_municipalities_pay_all(day: date) -> None:
    """5 §: half, a quarter and a quarter, on every day since the act came into force."""
    parts = STATE_SHARE.on(day), REGIONS_SHARE.on(day), MUNICIPALITIES_SHARE.on(day)
    assert parts == (Fraction(1, 2), Fraction(1, 4), Fraction(1, 4))


@given(days(first=date(2010, 7, 1)))
def test_a_municipality_outside_every_region_pays_what_the_state_does_not(day: date) -> None:
    """5 a § first paragraph, which came with SFS 2010:350."""
    assert REGIONLESS_ALONE_SHARE.on(day) == 1 - STATE_SHARE.on(day) == Fraction(1, 2)


@every_value
def test_wordings_stand_in_the_order_of_their_days(value: Value) -> None:
    since = [day for day, _ in value.wordings]
    assert since == sorted(set(since))
    assert since[0] >= date(2004, 1, 1)
    assert since[-1] <= READ_THROUGH


@every_value
def test_a_wording_applies_from_its_own_day(value: Value) -> None:
    for since, worded in value.wordings:
        assert value.on(since) == worded


@every_value
def test_what_was_before_the_first_wording_is_unknown(value: Value) -> None:
    """It is an error that says so, never a guess."""
    first = value.wordings[0][0]
    before = first - timedelta(days=1)
    with pytest.raises(LawError) as error:
        value.on(before)
    assert str(error.value) == f"{value.name}, {value.provision}: the first wording known is of {first}, not {before}"


@every_value
def test_what_comes_after_the_reading_is_an_error_if_asked_strictly(value: Value) -> None:
    """A plan is for years that no one has read the law of; otherwise the last wording stands."""
    after = READ_THROUGH + timedelta(days=1)
    assert value.on(after) == value.on(READ_THROUGH, strict=True) == value.wordings[-1][1]
    with pytest.raises(LawError) as error:
        value.on(after, strict=True)
    assert str(error.value) == (
        f"{value.name}, {value.provision}: the law has been read through {READ_THROUGH}, not {after}"
    )


@every_value
def test_repr_builds_the_value_again(value: Value) -> None:
    assert eval(repr(value), NAMES) == value


def test_every_value_is_public() -> None:
    """`finsam.law` lists what the library takes from the law."""
    assert DATED.keys() == {name for name in law.__all__ if name.isupper()} - {"CHARTER_ITEMS", "READ_THROUGH"}


def test_several_regions_may_take_part_since_july_2010() -> None:
    """SFS 2010:350 came into force on 1 July 2010."""
    assert SEVERAL_REGIONS.on(date(2010, 6, 30)) is False
    assert SEVERAL_REGIONS.on(date(2010, 7, 1)) is True


def test_a_plan_is_for_three_years() -> None:
    """Kommunallagen 11 kap. 6 §, to which 21 § has referred since 1 January 2018 (SFS 2017:746)."""
    assert PLAN_YEARS.on(date(2018, 1, 1)) == 3


def test_the_charter_has_eighteen_items() -> None:
    """9 §, in the wording that came with SFS 2019:914: each item in both languages, by its number."""
    assert [*CHARTER_ITEMS] == [*range(1, CHARTER.on(date(2020, 1, 1)) + 1)] == [*range(1, 19)]
    assert all(item.en and item.sv for item in CHARTER_ITEMS.values())


def test_a_board_sits_for_four_years() -> None:
    """13 §, unless the charter says a shorter term."""
    assert BOARD_TERM.on(date(2004, 1, 1)) == BOARD_TERM.on(READ_THROUGH) == 4


def test_every_member_has_an_auditor() -> None:
    """25 §; its earlier wordings have not been read."""
    assert AUDITORS.on(date(2020, 1, 1)) is True
    assert not AUDITORS.is_known(date(2019, 12, 31))


def test_an_error_cites_the_provision() -> None:
    with pytest.raises(LawError) as error:
        STATE_SHARE.on(date(2003, 12, 31))
    assert str(error.value) == (
        "the state's share of the funds, 5 § lag (2003:1210): the first wording known is of 2004-01-01, not 2003-12-31"
    )


@pytest.mark.parametrize(
    ("provision", "en", "sv"),
    [
        (STATE_SHARE.provision, "5 § lag (2003:1210)", "5 § lag (2003:1210)"),
        (
            REGIONLESS_ALONE_SHARE.provision,
            "5 a § first paragraph lag (2003:1210)",
            "5 a § första stycket lag (2003:1210)",
        ),
        (
            REVENUES_EXCEED_COSTS.provision,
            "11 kap. 5 § second paragraph kommunallagen (2017:725) through 21 § lag (2003:1210)",
            "11 kap. 5 § andra stycket kommunallagen (2017:725) genom 21 § lag (2003:1210)",
        ),
    ],
)
def test_a_provision_is_cited_as_people_cite_it(provision: Provision, en: str, sv: str) -> None:
    assert str(provision) == provision.text.en == en
    assert provision.text.sv == sv

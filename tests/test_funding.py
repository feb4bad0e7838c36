"""How the years are funded: from what each starts, by which key its members share it, and in which unit."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from finsam import Agreement, ByPopulation, Equal, Funding, Money, Shares, ToBeSplit, kr
from finsam.errors import FundingError, PeriodError, WrongTypeError
from finsam.funding import Basis, Terms
from finsam.period import Time, as_time
from finsam.rows import Columns
from finsam.split import SplitKey
from names import NAMES
from plan_strategies import funding_of, split_keys
from strategies import amounts, units, years

SHARES = Shares({"Habo": "60 %", "Mullsjö": "40 %"})
HEADS = ByPopulation({"Habo": 12_641, "Mullsjö": 7_432})


def keys() -> SearchStrategy[SplitKey | None]:
    return st.none() | split_keys(("Habo", "Mullsjö"), kr(1_000))


@st.composite
def several_terms(draw: DrawFn) -> list[Terms]:
    """The terms of some years, no two of them for the same year, in any order."""
    return [
        Terms(
            year=year,
            basis=draw(st.sampled_from(Basis)),
            amount=draw(amounts(smallest=kr(0))),
            split=draw(keys()),
            region_split=draw(keys()),
            unit=draw(units()),
        )
        for year in draw(st.lists(years(), max_size=4, unique=True))
    ]


def with_keys(terms: list[Terms], kind: str, keys: SplitKey | list[Agreement]) -> Funding:
    """The funding of those terms, with other keys among the municipalities or the regions."""
    changes: dict[str, Any] = {kind: keys}
    return evolve(funding_of(*terms), **changes)


# Laws


@given(several_terms())
def test_the_terms_of_a_year_are_what_the_funding_says_of_it(terms: list[Terms]) -> None:
    """However the amounts, the keys and the units are laid out, each year has its own."""
    funding = funding_of(*terms)
    assert [funding.terms(each.year) for each in terms] == terms


@given(several_terms(), years())
def test_a_year_without_an_amount_has_no_terms(terms: list[Terms], year: int) -> None:
    """It is not known from what it starts, whatever has been agreed for every year."""
    funding = evolve(funding_of(*terms), split=SHARES, region_split=SHARES, unit=kr(1))
    assert (funding.terms(year) is None) == (year not in funding.years)


@given(several_terms())
def test_the_years_that_have_an_amount_come_in_order(terms: list[Terms]) -> None:
    """Each is there once, whatever it starts from."""
    assert funding_of(*terms).years == tuple(sorted(each.year for each in terms))


@given(several_terms(), st.sampled_from(["split", "region_split"]))
def test_a_key_for_every_year_can_be_given_alone(terms: list[Terms], kind: str) -> None:
    """Most associations agree once."""
    alone = with_keys(terms, kind, SHARES)
    assert alone == with_keys(terms, kind, [Agreement(key=SHARES)])
    assert all(getattr(alone.terms(each.year), kind) == SHARES for each in terms)


@given(several_terms(), st.sampled_from(["split", "region_split"]), st.data())
def test_a_key_that_names_a_year_goes_before_one_for_all_others(
    terms: list[Terms], kind: str, data: st.DataObject
) -> None:
    """Whichever of them is written first."""
    named = [each.year for each in terms if data.draw(st.booleans())]
    agreed = [Agreement(key=SHARES), Agreement(key=HEADS, years=tuple(named))]
    funding = with_keys(terms, kind, data.draw(st.permutations(agreed)))
    for each in terms:
        assert getattr(funding.terms(each.year), kind) == (HEADS if each.year in named else SHARES)


@given(several_terms(), units())
def test_a_unit_can_be_for_every_year_or_by_year(terms: list[Terms], unit: Money) -> None:
    """Where nothing is said, nothing is rounded to more than an öre."""
    funding = funding_of(*terms)
    for_all = [evolve(funding, unit=unit).terms(each.year) for each in terms]
    by_year = [evolve(funding, unit={each.year: unit for each in terms}).terms(each.year) for each in terms]
    unsaid = [evolve(funding, unit={}).terms(each.year) for each in terms]
    assert for_all == by_year == [evolve(each, unit=unit) for each in terms]
    assert unsaid == [evolve(each, unit=kr("0,01")) for each in terms]


@given(several_terms(), years(), amounts(smallest=kr(0)))
def test_a_year_can_be_asked_for_from_another_start(terms: list[Terms], year: int, amount: Money) -> None:
    """What if? The keys and the unit stay as they are agreed for the year."""
    funding = evolve(funding_of(*terms), split=SHARES, region_split=HEADS, unit=kr(10))
    for basis in Basis:
        expected = Terms(year=year, basis=basis, amount=amount, split=SHARES, region_split=HEADS, unit=kr(10))
        assert funding.terms_from(year, basis, amount) == expected


@given(several_terms())
def test_repr_builds_the_funding_again(terms: list[Terms]) -> None:
    """What is shown is Python that gives the same funding, and the same terms."""
    received: dict[Time, Money] = {2023: kr(4_000_000), as_time("2024-08-31"): kr(2_000_000)}
    funding = funding_of(*terms, received=Columns(outcome=received))
    assert eval(repr(funding), NAMES) == funding
    assert eval(repr(terms), NAMES) == terms


@given(several_terms())
def test_the_funding_is_copied_and_sent_as_it_is(terms: list[Terms]) -> None:
    """To another process, or into a set."""
    funding = funding_of(*terms)
    assert copy.deepcopy(funding) == pickle.loads(pickle.dumps(funding)) == funding
    assert {copy.copy(funding), funding} == {funding}


# Examples


def test_a_plan_with_years_of_every_kind() -> None:
    """Three years from the total, one from the state's half, and one of which the split is still to come."""
    to_come = ToBeSplit(by="population")
    funding = Funding(
        total={2026: kr(4_000_000), 2027: kr(4_100_000)},
        state={2028: kr(2_100_000)},
        per_inhabitant={2029: kr(50)},
        unit={2028: kr(10)},
        split=[Agreement(key=SHARES), Agreement(key=to_come, years=(2028,)), Agreement(key=HEADS, years=(2029,))],
    )
    assert funding.years == (2026, 2027, 2028, 2029)
    assert funding.terms(2027) == Terms(year=2027, basis=Basis.TOTAL, amount=kr(4_100_000), split=SHARES)
    assert funding.terms(2028) == Terms(year=2028, basis=Basis.STATE, amount=kr(2_100_000), split=to_come, unit=kr(10))
    assert funding.terms(2029) == Terms(year=2029, basis=Basis.PER_INHABITANT, amount=kr(50), split=HEADS)
    assert funding.terms(2030) is None


def test_funding_can_say_nothing() -> None:
    """A plan need not say who pays."""
    assert (Funding().years, Funding().terms(2027)) == ((), None)


def test_funding_keeps_its_own_copy() -> None:
    """What is changed afterwards in the dictionary that was given changes no funding."""
    total = {2027: kr(4)}
    unit = {2027: kr(1)}
    funding = Funding(total=total, unit=unit)
    total[2027] = kr(8)
    unit.clear()
    assert funding == Funding(total={2027: kr(4)}, unit={2027: kr(1)})


def test_every_start_has_a_name_in_both_languages() -> None:
    """The total, a party, or so much per inhabitant."""
    assert {str(each): (each.label.to("en"), each.label.to("sv")) for each in Basis} == {
        "total": ("the total", "totalen"),
        "state": ("the state", "staten"),
        "regions": ("the regions", "regionerna"),
        "municipalities": ("the municipalities", "kommunerna"),
        "per_inhabitant": ("per inhabitant", "per invånare"),
    }


# What cannot be


@pytest.mark.parametrize(
    ("parts", "message", "paths"),
    [
        (
            {"total": {2027: kr(-4)}},
            "the contributions start from total = -4 kr; write zero or more",
            [("total", "2027")],
        ),
        (
            {"total": {2027: kr(4)}, "state": {2027: kr(2)}},
            "2027 starts from total and state; write one of them",
            [("state", "2027")],
        ),
        (
            {"regions": {2027: kr(1)}, "municipalities": {2026: kr(1), 2027: kr(1)}},
            "2027 starts from regions and municipalities; write one of them",
            [("municipalities", "2027")],
        ),
        (
            {"total": {2027: kr(4)}, "unit": {2027: kr(1), 2028: kr(1)}},
            "the funding has no amount for 2028",
            [("unit", "2028")],
        ),
        (
            {"total": {2027: kr(4)}, "split": [Agreement(key=SHARES, years=(2027, 2028))]},
            "the funding has no amount for 2028",
            [("split", 0, "years", 1)],
        ),
        (
            {"region_split": [Agreement(key=Equal()), Agreement(key=SHARES, years=(2027,))]},
            "the funding has no amount for 2027",
            [("region_split", 1, "years", 0)],
        ),
        (
            {
                "total": {2027: kr(4)},
                "split": [Agreement(key=SHARES, years=(2027,)), Agreement(key=HEADS, years=(2027,))],
            },
            "2027 already has a split",
            [("split", 1, "years", 0)],
        ),
        (
            {"total": {2027: kr(4)}, "split": [Agreement(key=SHARES, years=(2027, 2027))]},
            "2027 already has a split",
            [("split", 0, "years", 1)],
        ),
        (
            {"total": {2027: kr(4)}, "split": [Agreement(key=SHARES), Agreement(key=HEADS)]},
            "every other year already has a split",
            [("split", 1)],
        ),
        (
            {"total": {2027: kr(-4)}, "state": {2027: kr(2)}, "unit": {2030: kr(1)}},
            (
                "the contributions start from total = -4 kr; write zero or more; "
                "2027 starts from total and state; write one of them; the funding has no amount for 2030"
            ),
            [("total", "2027"), ("state", "2027"), ("unit", "2030")],
        ),
    ],
)
def test_funding_that_cannot_be_is_refused(parts: Any, message: str, paths: list[tuple[str | int, ...]]) -> None:
    """A year starts from one amount and is split by one key, and everything that is wrong is said at once."""
    with pytest.raises(FundingError) as error:
        Funding(**parts)
    assert str(error.value) == message
    assert [problem.path for problem in error.value.problems] == paths


def test_what_cannot_be_is_refused_in_swedish_too() -> None:
    with pytest.raises(FundingError) as error:
        Funding(total={2027: kr(-4)}, state={2027: kr(2)}, split=[Agreement(key=SHARES), Agreement(key=HEADS)])
    assert error.value.text("sv") == (
        "bidragen utgår från total = -4 kr; skriv noll eller mer; "
        "2027 utgår från både total och state; skriv ett av dem; övriga år har redan en fördelning"
    )


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        (
            lambda: Terms(year=2027, basis=Basis.STATE, amount=kr(-4)),
            FundingError,
            "the contributions start from state = -4 kr; write zero or more",
        ),
        (
            lambda: Terms(year=0, basis=Basis.TOTAL, amount=kr(4)),
            PeriodError,
            "a year is a whole number such as 2027, not 0",
        ),
        (
            lambda: Funding(total={0: kr(4)}),
            PeriodError,
            "a year is a whole number such as 2027, not 0",
        ),
        (
            lambda: Funding(total={"2027": kr(4)}),  # type: ignore[dict-item]
            WrongTypeError,
            'Funding: total takes a whole number, not "2027"',
        ),
    ],
)
def test_terms_that_cannot_be_are_refused(
    make: Callable[[], object], kind: type[FundingError | PeriodError], message: str
) -> None:
    """Nobody is paid by an association, and a year is a year."""
    with pytest.raises(kind) as error:
        make()
    assert str(error.value) == message

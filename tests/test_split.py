"""Split keys: how members of one party share what it pays."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import ByPopulation, Equal, Fixed, Mixture, Shares, kr
from finsam.errors import SplitError
from finsam.split import SplitKey, ToBeSplit
from plan_strategies import agreed_shares, fixed_amounts, mixtures, populations, proportional_keys, split_keys

NAMES = ("Aneby", "Habo", "Mullsjö", "Vaggeryd")
HALVES = {"Habo": "50 %", "Mullsjö": "50 %"}


def proportions(key: SplitKey, names: tuple[str, ...] = NAMES) -> dict[str, Fraction]:
    weights = key.weights(names, kr(1_000))
    return {name: Fraction(weight) / sum(weights.values()) for name, weight in weights.items()}


# Laws


@given(split_keys(NAMES, kr(1_000)), st.permutations(NAMES))
def test_the_order_of_the_members_changes_nobodys_part(key: SplitKey, names: list[str]) -> None:
    """A list of members is not an agreement about who comes first."""
    assert proportions(key, tuple(names)) == proportions(key)


@given(split_keys(NAMES, kr(1_000)))
def test_every_key_gives_each_member_a_weight_from_nought(key: SplitKey) -> None:
    """Nobody is paid for being a member, and somebody pays."""
    weights = key.weights(NAMES, kr(1_000))
    assert list(weights) == list(NAMES)
    assert min(weights.values()) >= 0 < sum(weights.values())


@given(agreed_shares(NAMES))
def test_an_agreed_share_is_the_members_part(key: Shares) -> None:
    """What was agreed is what is used."""
    assert proportions(key) == key.shares


@given(populations(NAMES))
def test_parts_by_population_are_as_the_heads(key: ByPopulation) -> None:
    """Only the proportions of the population matter."""
    everyone = sum(key.population.values())
    assert proportions(key) == {name: Fraction(heads, everyone) for name, heads in key.population.items()}


@given(fixed_amounts(NAMES, kr(1_000)))
def test_fixed_amounts_are_what_the_members_pay(key: Fixed) -> None:
    """Amounts that add up are their own split."""
    assert {name: part * kr(1_000).ore for name, part in proportions(key).items()} == {
        name: amount.ore for name, amount in key.amounts.items()
    }


@given(mixtures(NAMES))
def test_a_mixed_part_is_the_weighted_mean_of_the_parts(key: Mixture) -> None:
    """A mixture lies where its weights put it between its keys, whatever units these count in."""
    assert proportions(key) == {
        name: sum(weight * proportions(part)[name] for weight, part in key.parts) for name in NAMES
    }


@given(proportional_keys(NAMES))
def test_a_mixture_of_one_key_is_that_key(key: Shares | ByPopulation | Equal) -> None:
    """The whole weight on one key leaves nothing to the others."""
    others = ByPopulation(dict.fromkeys(NAMES, 1))
    assert proportions(Mixture([(1, key), (0, others)])) == proportions(key)


def test_equal_parts_are_equal() -> None:
    """As many parts as there are members."""
    assert set(proportions(Equal()).values()) == {Fraction(1, 4)}


def test_a_key_keeps_its_own_copy() -> None:
    """What is changed afterwards in the dictionary that was given changes no agreement."""
    given_to = {"Habo": 1, "Mullsjö": 1}
    key = ByPopulation(given_to)
    given_to["Habo"] = 1_000
    assert key == ByPopulation({"Habo": 1, "Mullsjö": 1})


# Keys that cannot be


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Shares({"Habo": "60 %", "Mullsjö": "30 %"}),
            "the shares of Habo, Mullsjö sum to 90 %; change them so that they sum to 100 %",
        ),
        (
            lambda: Shares({"Habo": "1/3", "Mullsjö": "1/3"}),
            "the shares of Habo, Mullsjö sum to 2/3; change them so that they sum to 100 %",
        ),
        (
            lambda: Shares({"Habo": Fraction(6, 5), "Mullsjö": Fraction(-1, 5)}),
            "the share of Mullsjö is -1/5; write nought or more",
        ),
        (lambda: Shares({}), "the shares of nobody sum to 0 %; change them so that they sum to 100 %"),
        (
            lambda: ByPopulation({"Habo": -1, "Mullsjö": 7_432}),
            "the population of Habo is -1; write nought or more",
        ),
        (
            lambda: ByPopulation({"Habo": 12_641.5}),  # type: ignore[dict-item]
            "the population of Habo is 12641.5; write a whole number of heads",
        ),
        (
            lambda: ByPopulation({"Habo": True}),
            "the population of Habo is True; write a whole number of heads",
        ),
        (lambda: Fixed({"Habo": kr(-1)}), "the fixed amount of Habo is -1 kr; write nought or more"),
        (
            lambda: Mixture([("70 %", Equal()), ("20 %", Shares(HALVES))]),
            "the weights of the mixture sum to 90 %; change them so that they sum to 100 %",
        ),
        (
            lambda: Mixture([(Fraction(3, 2), Equal()), (Fraction(-1, 2), Shares(HALVES))]),
            "a weight in the mixture is -50 %; write nought or more",
        ),
        (
            lambda: Mixture([(1, Fixed({"Habo": 1}))]),
            "Fixed cannot be part of a mixture; write shares instead",
        ),
        (
            lambda: Mixture([(1, ToBeSplit(by="population"))]),
            "ToBeSplit cannot be part of a mixture; write shares instead",
        ),
    ],
)
def test_a_key_that_cannot_be_is_refused(make: Callable[[], SplitKey], message: str) -> None:
    """Nobody pays less than nothing, and the parts make the whole."""
    with pytest.raises(SplitError) as error:
        make()
    assert str(error.value) == message


# Keys that do not fit


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (
            ByPopulation({"Habo": 12_641}),
            "no population is given for Mullsjö; write it",
        ),
        (
            ByPopulation({"Habo": 12_641, "Mulsjö": 7_432}),
            "a population is given for 'Mulsjö', who does not share; did you mean 'Mullsjö'?",
        ),
        (
            ByPopulation({"Habo": 12_641, "Mullsjö": 7_432, "Arvika": 25_000}),
            "a population is given for 'Arvika', who does not share; there is 'Habo', 'Mullsjö'",
        ),
        (
            Shares({"Habo": 1}),
            "no share is given for Mullsjö; write it",
        ),
        (
            Shares({"Habo": "50 %", "Mullsjö": "40 %", "Arvika": "10 %"}),
            "a share is given for 'Arvika', who does not share; there is 'Habo', 'Mullsjö'",
        ),
        (
            Fixed({"Habo": 400, "Mullsjö": 500}),
            "the fixed amounts add up to 900 kr; change them so that they add up to 1 000 kr",
        ),
        (
            Fixed({"Habo": 1_000}),
            "no amount is given for Mullsjö; write it",
        ),
        (
            Mixture([("50 %", Equal()), ("50 %", ByPopulation({"Habo": 0, "Mullsjö": 0}))]),
            "the weights of Habo, Mullsjö sum to nought; give at least one above nought",
        ),
        (
            ToBeSplit(by="population", on=date(2011, 11, 30)),
            "1 000 kr is to be split by population on 2011-11-30, and not yet split; give the split when it is made",
        ),
    ],
)
def test_a_key_that_does_not_fit_its_members_is_refused(key: SplitKey, message: str) -> None:
    """A key names those who share, all of them and nobody else."""
    with pytest.raises(SplitError) as error:
        key.weights(("Habo", "Mullsjö"), kr(1_000))
    assert str(error.value) == message


# Why


@pytest.mark.parametrize(
    ("key", "en", "sv"),
    [
        (
            Shares({"Habo": "6,8 %", "Mullsjö": "93,2 %"}),
            "the agreed share of Habo is 6,8 %",
            "överenskommen andel för Habo är 6,8 %",
        ),
        (
            ByPopulation({"Habo": 12_641, "Mullsjö": 7_432}),
            "Habo has 12 641 of 20 073 inhabitants",
            "Habo har 12 641 av 20 073 invånare",
        ),
        (
            ByPopulation({"Habo": 12_641, "Mullsjö": 7_432}, on=date(2023, 12, 31)),
            "Habo has 12 641 of 20 073 inhabitants on 2023-12-31",
            "Habo har 12 641 av 20 073 invånare den 2023-12-31",
        ),
        (Equal(), "Habo pays an equal part", "Habo betalar lika stor del"),
        (
            Fixed({"Habo": 93_840, "Mullsjö": 60_720}),
            "the fixed amount of Habo is 93 840 kr",
            "fast belopp för Habo är 93 840 kr",
        ),
        (
            Mixture([("70 %", Shares(HALVES)), ("30 %", Equal())]),
            "70 % by: the agreed share of Habo is 50 %; 30 % by: Habo pays an equal part",
            "70 % efter: överenskommen andel för Habo är 50 %; 30 % efter: Habo betalar lika stor del",
        ),
        (
            ToBeSplit(by="population"),
            "to be split by population, and not yet split",
            "ska fördelas efter befolkning och är ännu inte fördelat",
        ),
        (
            ToBeSplit(by="antal försäkrade", on=date(2011, 11, 30)),
            "to be split by antal försäkrade on 2011-11-30, and not yet split",
            "ska fördelas efter antal försäkrade den 2011-11-30 och är ännu inte fördelat",
        ),
    ],
)
def test_every_key_gives_its_reason_in_both_languages(key: SplitKey, en: str, sv: str) -> None:
    """A member is told why its part is what it is."""
    reason = key.reason("Habo")
    assert (reason.en, reason.sv) == (en, sv)


def test_shares_are_read_as_people_write_them() -> None:
    """Per cent, ratios and exact numbers are the same shares."""
    written: Mapping[str, str | int | Fraction] = {
        "Habo": "25 %",
        "Mullsjö": "1/4",
        "Vaggeryd": Fraction(1, 2),
        "Aneby": 0,
    }
    assert dict(Shares(written).shares) == {
        "Habo": Fraction(1, 4),
        "Mullsjö": Fraction(1, 4),
        "Vaggeryd": Fraction(1, 2),
        "Aneby": Fraction(0),
    }

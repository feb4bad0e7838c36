from collections.abc import Mapping
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from finsam import Allocation, FinsamError, Money, allocate, kr, share
from finsam.errors import AllocationError, ShareError
from finsam.shares import ShareLike, percent
from names import NAMES
from strategies import totals, units, weights

Weights = Mapping[str, int | Fraction]


@st.composite
def allocations(draw: st.DrawFn) -> Allocation[str]:
    unit = draw(units())
    return allocate(draw(totals(unit)), draw(weights()), unit=unit)


def hamilton(total: int, weights: Weights, unit: int) -> dict[str, int]:
    """The largest remainder method in fractions, step by step as the textbooks have it; in öre."""
    sign = -1 if total < 0 else 1
    weight_sum = sum(map(Fraction, weights.values()))
    quotas = {key: Fraction(abs(total), unit) * weight / weight_sum for key, weight in weights.items()}
    parts = {key: quota.numerator // quota.denominator for key, quota in quotas.items()}
    order = sorted(weights, key=lambda key: (parts[key] - quotas[key], -weights[key], key))
    for key in order[: abs(total) // unit - sum(parts.values())]:
        parts[key] += 1
    return {key: sign * part * unit for key, part in parts.items()}


@given(allocations())
def test_it_is_the_largest_remainder_method(split: Allocation[str]) -> None:
    """With ties to the larger weight, then to the key that sorts first."""
    assert {key: part.ore for key, part in split.items()} == hamilton(split.total.ore, split.weights, split.unit.ore)


@given(allocations())
def test_the_parts_add_up(split: Allocation[str]) -> None:
    """No öre is lost and none is made; every part is whole units, and whoever has no weight gets zero."""
    assert sum(split.values(), kr(0)) == split.total
    assert all(part.ore % split.unit.ore == 0 for part in split.values())
    assert all(split[key] == kr(0) for key, weight in split.weights.items() if weight == 0)


@given(allocations())
def test_the_roundings_add_up_to_zero(split: Allocation[str]) -> None:
    """What the rounding gives one it takes from others: the shares are a whole, and the quotas the total."""
    assert sum(split.share(key) for key in split) == 1
    assert sum(split.quota(key) for key in split) == split.total.ore
    assert sum(split.rounding(key) for key in split) == 0


@given(allocations())
def test_no_part_is_a_whole_unit_from_its_quota(split: Allocation[str]) -> None:
    """Nobody pays a krona more or less than the exact share where kronor are whole."""
    assert all(abs(split.rounding(key)) < split.unit.ore for key in split)


@given(allocations())
def test_those_given_a_leftover_unit_are_those_above_their_quota(split: Allocation[str]) -> None:
    """The record names them, and everyone else is at the quota or below it."""
    mirror = -1 if split.total < kr(0) else 1
    assert set(split.given) == {key for key in split if mirror * split.rounding(key) > 0}


@given(allocations(), st.fractions(Fraction(1, 1_000), 1_000, max_denominator=1_000))
def test_only_proportions_matter(split: Allocation[str], factor: Fraction) -> None:
    """Inhabitants or thousands of them, per cent or parts of one: the split is the same."""
    scaled = {key: weight * factor for key, weight in split.weights.items()}
    assert allocate(split.total, scaled, unit=split.unit) == split


@given(allocations(), st.randoms())
def test_the_order_of_the_keys_does_not_matter(split: Allocation[str], random: Random) -> None:
    """A list of members that is sorted anew changes nobody's amount."""
    keys = random.sample(list(split), len(split))
    shuffled = allocate(split.total, {key: split.weights[key] for key in keys}, unit=split.unit)
    assert shuffled == split
    assert list(shuffled) == keys


@given(allocations())
def test_a_negative_total_is_the_mirror_of_the_positive(split: Allocation[str]) -> None:
    """What is paid back is what was paid in."""
    mirror = allocate(-split.total, split.weights, unit=split.unit)
    assert mirror == {key: -part for key, part in split.items()}


@given(allocations())
def test_a_larger_weight_never_gets_less(split: Allocation[str]) -> None:
    """Neither by its quota nor by a leftover unit."""
    by_weight = sorted(split, key=lambda key: (split.weights[key], abs(split[key])))
    sizes = [abs(split[key]) for key in by_weight]
    assert sizes == sorted(sizes)


@given(st.data(), weights(), units())
def test_what_divides_evenly_is_not_rounded(data: DataObject, weights: Weights, unit: Money) -> None:
    """Where every quota is whole units, each key gets its quota and nobody a leftover."""
    scale = Fraction(data.draw(st.integers(-1_000, 1_000)))
    for weight in weights.values():
        scale *= Fraction(weight).denominator
    parts = {key: unit * (weight * scale) for key, weight in weights.items()}
    split = allocate(sum(parts.values(), kr(0)), weights, unit=unit)
    assert split == parts
    assert split.given == ()


@given(allocations())
def test_an_allocation_is_a_dict_of_its_parts(split: Allocation[str]) -> None:
    assert {key: split[key] for key in split} == dict(split) == split
    assert list(split) == list(split.weights)
    assert all(key in split for key in split.weights)
    assert "Lund" not in split


@given(allocations())
def test_repr_builds_the_allocation_again(split: Allocation[str]) -> None:
    assert eval(repr(split), NAMES) == split


@given(weights())
def test_weights_are_read_as_shares_are(weights: Weights) -> None:
    """`"6,8 %"`, `"17/250"` and the fraction are one weight."""
    written = {key: percent(Fraction(weight)) for key, weight in weights.items()}
    assert allocate(kr(1_000), written) == allocate(kr(1_000), weights)


def test_an_allocation_cannot_be_changed() -> None:
    split = allocate(kr(100), {"Habo": 1, "Mullsjö": 2})
    for mapping in (split, split.weights):
        with pytest.raises(TypeError) as error:
            mapping["Habo"] = kr(0)  # type: ignore[index]
        assert str(error.value) == "this cannot be changed; make a new one, as {**old, key: value}"


# Published figures.


def test_hoglandet_splits_the_quarter_by_agreed_shares() -> None:
    """The municipal quarter, 2 013 500 kr, in the operational plan of Höglandets samordningsförbund for 2023."""
    agreed = {"Aneby": "6 %", "Eksjö": "15 %", "Nässjö": "28 %", "Sävsjö": "10 %", "Tranås": "17 %", "Vetlanda": "24 %"}
    assert allocate(kr(2_013_500), agreed) == {
        "Aneby": kr(120_810),
        "Eksjö": kr(302_025),
        "Nässjö": kr(563_780),
        "Sävsjö": kr(201_350),
        "Tranås": kr(342_295),
        "Vetlanda": kr(483_240),
    }


SODRA_VATTERBYGDEN = {"Habo": "6,8 %", "Jönköping": "80,7 %", "Mullsjö": "4,4 %", "Vaggeryd": "8,1 %"}


@pytest.mark.parametrize(
    ("quarter", "unit", "published"),
    [
        (kr(1_380_000), kr(1), [93_840, 1_113_660, 60_720, 111_780]),
        (kr(1_518_000), kr(1), [103_224, 1_225_026, 66_792, 122_958]),
        (kr(1_669_800), kr(10), [113_550, 1_347_530, 73_470, 135_250]),
        (kr(1_836_780), kr(10), [124_900, 1_482_280, 80_820, 148_780]),
    ],
    ids=["2017", "2018", "2019", "2020"],
)
def test_sodra_vatterbygden_rounds_to_tens_of_kronor(quarter: Money, unit: Money, published: list[int]) -> None:
    """The municipal quarters in its operational plan for 2018, whose last two years are in tens of kronor."""
    split = allocate(quarter, SODRA_VATTERBYGDEN, unit=unit)
    assert split == dict(zip(SODRA_VATTERBYGDEN, map(kr, published), strict=True))


# What a reader needs to have seen.


def test_a_larger_total_can_make_a_part_smaller() -> None:
    """
    The Alabama paradox, which the method is known for: with 6, 6 and 2 inhabitants, C gets 2 kr of 10 and 1 kr of 11.

    The quotas are 4 2/7, 4 2/7 and 1 3/7 of ten, and 4 5/7, 4 5/7 and 1 4/7 of eleven.
    """
    inhabitants = {"A": 6, "B": 6, "C": 2}
    assert allocate(kr(10), inhabitants, unit=kr(1)) == {"A": kr(4), "B": kr(4), "C": kr(2)}
    assert allocate(kr(11), inhabitants, unit=kr(1)) == {"A": kr(5), "B": kr(5), "C": kr(1)}


def test_a_tie_goes_to_the_larger_weight() -> None:
    """Of 2 kr, weights 1 and 3 have the quotas 50 öre and 1,50 kr: the remainders are the same."""
    split = allocate(kr(2), {"Aneby": 1, "Vetlanda": 3}, unit=kr(1))
    assert split == {"Aneby": kr(0), "Vetlanda": kr(2)}


def test_a_tie_of_equal_weights_goes_to_the_key_that_sorts_first() -> None:
    assert allocate(kr(1), {"Vetlanda": 1, "Aneby": 1}, unit=kr(1)).given == ("Aneby",)


def test_the_record_says_what_was_rounded() -> None:
    """A third of 100 kr is 3 333 1/3 öre; the one that is given the odd öre has two thirds too much."""
    split = allocate(kr(100), {"Habo": 1, "Mullsjö": 1, "Vaggeryd": 1})
    assert split["Habo"] == kr("33,34")
    assert split.given == ("Habo",)
    assert split.share("Mullsjö") == Fraction(1, 3)
    assert split.quota("Mullsjö") == Fraction(10_000, 3)
    assert [split.rounding(key) for key in split] == [Fraction(2, 3), Fraction(-1, 3), Fraction(-1, 3)]


def test_keys_need_no_order_where_nothing_ties() -> None:
    """Any objects can be keys."""
    assert allocate(kr(10), {None: 2, "Habo": 1}, unit=kr(1)) == {None: kr(7), "Habo": kr(3)}


@pytest.mark.parametrize(
    ("weights", "given"),
    [
        ({"a": 1, 2: 1, "c": 4}, ("c",)),  # of one öre 1/6, 1/6 and 4/6: the two that tie get nothing
        ({"a": 3, 2: 3, "c": 1}, ("a", 2)),  # of two öre 6/7, 6/7 and 2/7: the two that tie get one each
    ],
)
def test_keys_that_fare_the_same_need_no_order(weights: Mapping[str | int, int], given: tuple[object, ...]) -> None:
    """A tie is one only between a key that gets a unit left over and one that does not."""
    assert allocate(Money(ore=len(given)), weights).given == given


# What cannot be split.


@pytest.mark.parametrize(
    ("total", "weights", "unit", "message"),
    [
        (kr(1), {"Habo": 1}, kr(0), "the unit is 0 kr; write an amount above zero, as 1 kr"),
        (kr(1), {"Habo": 1}, kr(-1), "the unit is -1 kr; write an amount above zero, as 1 kr"),
        (
            kr("100,50"),
            {"Habo": 1},
            kr(1),
            "100,50 kr is not a whole number of units of 1 kr; choose a unit that divides it",
        ),
        (kr(1), {"Habo": 2, "Mullsjö": -1}, kr(1), "the weight of Mullsjö is -1; write zero or more"),
        (kr(1), {"Habo": 1, "Mullsjö": -1}, kr(1), "the weight of Mullsjö is -1; write zero or more"),
        (kr(1), {"Habo": Fraction(-1, 2)}, kr(1), "the weight of Habo is -1/2; write zero or more"),
        (
            kr(1),
            {"Habo": 0, "Mullsjö": "0 %"},
            kr(1),
            "the weights of Habo, Mullsjö sum to zero; give at least one of them a weight above zero",
        ),
        (kr(0), {}, kr(1), "the weights of nobody sum to zero; give at least one of them a weight above zero"),
        (
            kr(1),
            {"Habo": 1, None: 1},
            kr(1),
            "keys that tie for a leftover unit cannot be ordered; use names as keys",
        ),
    ],
)
def test_what_cannot_be_split_is_refused_with_the_remedy(
    total: Money, weights: Mapping[str, ShareLike], unit: Money, message: str
) -> None:
    with pytest.raises(AllocationError) as error:
        allocate(total, weights, unit=unit)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("weight", "message"),
    [
        (0.068, 'a share is an exact number, not the float 0.068; write for example "6,8 %" or "17/250"'),
        (True, 'a share is an exact number, not True; write for example "6,8 %" or "17/250"'),
        ("6,8", '"6,8" is not a share; write per cent as "6,8 %" or a ratio as "17/250"'),
    ],
)
def test_a_weight_is_an_exact_number(weight: ShareLike, message: str) -> None:
    with pytest.raises(ShareError) as error:
        allocate(kr(1), {"Habo": 1, "Mullsjö": weight})
    assert str(error.value) == message


@given(totals(kr("0,01")), st.dictionaries(st.text(max_size=2), st.integers(-2, 2) | st.fractions(-1, 1), max_size=4))
def test_any_exact_weights_are_split_or_refused(total: Money, weights: Weights) -> None:
    """Nothing but a `FinsamError` comes of weights that cannot be used."""
    lawful = any(weights.values()) and min(weights.values()) >= 0
    try:
        split = allocate(total, weights)
    except FinsamError:
        assert not lawful
    else:
        assert lawful
        assert split.weights == {key: share(weight) for key, weight in weights.items()}

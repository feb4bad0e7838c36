"""Columns of totals, each split as one is; and what is no column."""

import datetime
import importlib
import subprocess
import sys
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import finsam
from finsam import FinsamError, Money, arrays, kr
from finsam.errors import AllocationError, ColumnError, MissingPackageError, ShareError, WrongTypeError
from strategies import names, shares, tries, units

LARGEST = 2**63 - 1
FEW, MANY, HUGE = st.integers(0, 4), st.integers(0, 200_000), st.integers(0, LARGEST)


@st.composite
def splits(draw: st.DrawFn) -> tuple[list[int], dict[str, Any], Money]:
    """Totals, weights for all or by row, and a unit: small numbers, so that there are ties, and such as overflow."""
    unit, rows = draw(units()), draw(st.integers(1, 4))
    largest = draw(st.sampled_from([6, 10**9, LARGEST // unit.ore]))
    totals = draw(st.lists(st.integers(-largest, largest), min_size=rows, max_size=rows))
    number = draw(st.sampled_from([FEW, FEW, MANY, HUGE]))
    weight = st.one_of(number, shares(), st.lists(number, min_size=rows, max_size=rows))
    weights = draw(st.dictionaries(names(), draw(st.sampled_from([number, weight])), min_size=1, max_size=6))
    assume(all(any(in_row(weights, row).values()) for row in range(rows)))
    return [total * unit.ore for total in totals], weights, unit


def in_row(weights: Mapping[str, Any], row: int) -> dict[str, Any]:
    """The weights of a row."""
    return {key: weight[row] if isinstance(weight, list) else weight for key, weight in weights.items()}


def one_by_one(totals: list[int], weights: Mapping[str, Any], unit: Money) -> list[list[int]]:
    """What `finsam.allocate` gives of each row."""
    exact = (
        finsam.allocate(Money(ore=total), in_row(weights, row), unit=unit).values() for row, total in enumerate(totals)
    )
    return [[part.ore for part in parts] for parts in exact]


@tries(200)
@given(splits())
def test_every_row_is_split_as_finsam_splits_one(drawn: tuple[list[int], dict[str, Any], Money]) -> None:
    """Whatever the sizes, the signs and the ties."""
    totals, weights, unit = drawn
    parts = arrays.allocate(totals, weights, unit=unit)
    assert parts.dtype == np.int64
    assert parts.tolist() == one_by_one(totals, weights, unit)


@given(splits())
def test_the_parts_add_up_in_every_row(drawn: tuple[list[int], dict[str, Any], Money]) -> None:
    """To the total, in whole units, and nothing for whoever has no weight."""
    totals, weights, unit = drawn
    parts = arrays.allocate(totals, weights, unit=unit)
    assert [sum(row) for row in parts.tolist()] == totals
    assert not (parts % unit.ore).any()
    for row, of_each in enumerate(parts.tolist()):
        assert all(part == 0 for part, weight in zip(of_each, in_row(weights, row).values(), strict=True) if not weight)


@given(splits(), st.randoms())
def test_the_order_of_the_keys_does_not_matter_in_columns(
    drawn: tuple[list[int], dict[str, Any], Money], random: Any
) -> None:
    """Only where each key's column stands."""
    totals, weights, unit = drawn
    keys = random.sample([*weights], len(weights))
    shuffled = arrays.allocate(totals, {key: weights[key] for key in keys}, unit=unit)
    in_order = arrays.allocate(totals, weights, unit=unit)
    assert (shuffled == in_order[:, [[*weights].index(key) for key in keys]]).all()


@given(splits())
def test_negative_totals_mirror_positive_ones(drawn: tuple[list[int], dict[str, Any], Money]) -> None:
    """What is paid back is what was paid in."""
    totals, weights, unit = drawn
    mirror = arrays.allocate([-total for total in totals], weights, unit=unit)
    assert (mirror == -arrays.allocate(totals, weights, unit=unit)).all()


@pytest.mark.parametrize("weights", [{"c": 3, "a": 1, "b": 1}, {"c": 3, "a": "10 %", "b": [1] * 7}])
def test_rows_do_not_know_how_many_there_are(weights: dict[str, Any]) -> None:
    """Many rows are worked through a part at a time, and each is as it would be by itself."""
    totals, times = [-3, -1, 0, 1, 2, 3, 5], 5_000
    many = {key: weight * times if isinstance(weight, list) else weight for key, weight in weights.items()}
    parts = arrays.allocate(np.tile(totals, times), many)
    assert (parts == np.tile(arrays.allocate(totals, weights), (times, 1))).all()
    assert parts.shape == (35_000, 3)


def test_there_can_be_more_keys_than_a_byte_counts() -> None:
    """Of 150 keys with the same weight, those that sort first get what is left over."""
    keys = [f"{number:03}" for number in range(150)]
    parts = arrays.allocate([149, 150, 151], dict.fromkeys(reversed(keys), 1))
    assert parts.tolist() == [[0] + [1] * 149, [1] * 150, [1] * 149 + [2]]


POPULATION = {"Aneby": 6_824, "Eksjö": 17_858}


@pytest.mark.parametrize(
    "column",
    [
        [100, 200],
        (100, 200),
        np.array([100, 200]),
        np.array([100, 200], dtype=np.uint8),
        np.array([100, 200], dtype=">i4"),
        np.array([100, 200], dtype=object),
        np.array([[100, 0], [200, 0]])[:, 0],
        np.ma.array([100, 200]),
        [np.int16(100), 200],
        range(100, 201, 100),
        pd.Series([100, 200], index=["x", "y"]),
        pd.DataFrame({"total": [100, 200]})["total"],
        pd.Series([100, 200], dtype="Int64"),
    ],
)
def test_a_column_is_whatever_holds_whole_numbers(column: Any) -> None:
    """And what was given is left as it was."""
    before = [*column]
    for weights in (POPULATION, {"Aneby": column, "Eksjö": 200}):
        row_by_row = {key: [*map(int, each)] if each is column else each for key, each in weights.items()}
        assert arrays.allocate(column, weights).tolist() == one_by_one([100, 200], row_by_row, kr("0,01"))
    assert [*column] == before


def test_one_weight_can_be_a_number_of_numpys() -> None:
    """As where it is taken from an array."""
    weights: dict[str, Any] = {"Aneby": np.array([1, 2])[1], "Eksjö": np.int8(1)}
    assert arrays.allocate([9], weights).tolist() == [[6, 3]]


def test_a_unit_beyond_every_column_splits_nothing() -> None:
    """Zero is a whole number of any unit."""
    assert arrays.allocate([0, 0], POPULATION, unit=Money(ore=2**63)).tolist() == [[0, 0], [0, 0]]


# What is no column, and what cannot be split.

A_ROW = "counted from 0"
FLOAT = (
    "totals holds the float {} in row {}, counted from 0, and floats are not exact; how they are rounded is yours to "
    'choose, as numpy.rint(totals).astype("int64")'
)
TOO_LARGE = (
    "totals goes beyond 9 223 372 036 854 775 807, the largest number of 64 bits; work with such numbers one by one, "
    "without arrays"
)


@pytest.mark.parametrize(
    ("column", "message"),
    [
        (
            [1.0, 2.0],
            FLOAT.format("1.0", 0),
        ),
        (
            np.array([100.0, 200.5]),
            FLOAT.format("100.0", 0),
        ),
        (
            pd.Series([100.0, 200.0]),
            FLOAT.format("100.0", 0),
        ),
        (
            [1, float("inf")],
            FLOAT.format("inf", 1),
        ),
        *(
            (
                missing,
                f"totals has no number in row 1, {A_ROW}; write one, or leave the row out of every column",
            )
            for missing in (
                np.array([100.0, np.nan]),
                [100, float("nan")],
                [100, None],
                pd.Series([100, None], dtype="Int64"),
                np.ma.array([100, 200], mask=[False, True]),
            )
        ),
        (
            [100, True],
            f"totals holds true in row 1, {A_ROW}; write whole numbers: amounts in öre, or inhabitants",
        ),
        (
            np.array([True, False]),
            f"totals holds true in row 0, {A_ROW}; write whole numbers: amounts in öre, or inhabitants",
        ),
        (
            [kr(5)],
            f"totals holds 5 kr in row 0, {A_ROW}; write whole numbers: amounts in öre, or inhabitants",
        ),
        (
            np.array(["100"]),
            f'totals holds "100" in row 0, {A_ROW}; write whole numbers: amounts in öre, or inhabitants',
        ),
        (
            np.array(["2027-01-01"], dtype="datetime64[D]"),
            f"totals holds 2027-01-01 in row 0, {A_ROW}; write whole numbers: amounts in öre, or inhabitants",
        ),
        (
            [[1], [2, 3]],
            f"totals holds a list in row 0, {A_ROW}; write whole numbers: amounts in öre, or inhabitants",
        ),
        (5, "totals has the shape (); write one column, with a number for each draw"),
        ("100", "totals has the shape (); write one column, with a number for each draw"),
        ([[1, 2]], "totals has the shape (1, 2); write one column, with a number for each draw"),
        (
            pd.DataFrame({"a": [1, 2], "b": [1, 2]}),
            "totals has the shape (2, 2); write one column, with a number for each draw",
        ),
        ([], "totals is empty; write one draw or more"),
        (np.array([], dtype=float), "totals is empty; write one draw or more"),
        *(
            (
                beyond,
                TOO_LARGE,
            )
            for beyond in (
                [2**63],
                [-(2**63), 5],
                [10**30, -1],
                np.array([2**63], dtype=np.uint64),
                np.array([-(2**63)]),
            )
        ),
    ],
)
def test_what_is_no_column_is_refused_in_words(column: Any, message: str) -> None:
    with pytest.raises(ColumnError) as error:
        arrays.allocate(column, POPULATION)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("totals", "weights", "unit", "message"),
    [
        (
            [1, 2],
            {"Habo": [1, 2, 3]},
            kr(1),
            'weights["Habo"] is of length 3, and totals of length 2; write as many numbers in each',
        ),
        ([1], {"Habo": [-2]}, kr(1), 'weights["Habo"] is -2 in row 0, counted from 0; write zero or more'),
        (
            [0, 0],
            {"Habo": 1, "Mullsjö": [5, -20_000]},
            kr(1),
            'weights["Mullsjö"] is -20 000 in row 1, counted from 0; write zero or more',
        ),
    ],
)
def test_columns_that_do_not_fit_are_refused_in_words(
    totals: Any, weights: dict[str, Any], unit: Money, message: str
) -> None:
    with pytest.raises(ColumnError) as error:
        arrays.allocate(totals, weights, unit=unit)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("totals", "weights", "unit", "message"),
    [
        (
            [100, 250],
            {"Habo": 1},
            kr(1),
            "row 1, counted from 0: 2,50 kr is not a whole number of units of 1 kr; choose a unit that divides it",
        ),
        (
            [0, -LARGEST],
            {"Habo": 1},
            Money(ore=10**30),
            (
                "row 1, counted from 0: -92 233 720 368 547 758,07 kr is not a whole number of units of "
                "10 000 000 000 000 000 000 000 000 000 kr; choose a unit that divides it"
            ),
        ),
        (
            [1, 1, 0],
            {"Habo": [1, 1, 0], "Mullsjö": 0},
            kr("0,01"),
            (
                "row 2, counted from 0: the weights of Habo, Mullsjö sum to zero; give at least one of them a weight "
                "above zero"
            ),
        ),
        (
            [1],
            {"Habo": 0, "Mullsjö": "0 %"},
            kr("0,01"),
            "the weights of Habo, Mullsjö sum to zero; give at least one of them a weight above zero",
        ),
        (
            [1],
            {},
            kr("0,01"),
            "the weights of nobody sum to zero; give at least one of them a weight above zero",
        ),
        ([1], {"Habo": 2, "Mullsjö": -1}, kr(1), "the weight of Mullsjö is -1; write zero or more"),
        ([1], {"Habo": 2}, kr(0), "the unit is 0 kr; write an amount above zero, as 1 kr"),
        (
            [1],
            {"Habo": 1, None: 2},
            kr("0,01"),
            "the keys cannot be ordered, and their order decides ties; use names as keys",
        ),
    ],
)
def test_columns_that_cannot_be_split_are_refused_in_words(
    totals: Any, weights: dict[Any, Any], unit: Money, message: str
) -> None:
    with pytest.raises(AllocationError) as error:
        arrays.allocate(totals, weights, unit=unit)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("weight", "message"),
    [
        (0.5, 'a share is an exact number, not the float 0.5; write for example "6,8 %" or "17/250"'),
        (np.float64(0.5), 'a share is an exact number, not the float 0.5; write for example "6,8 %" or "17/250"'),
        (True, 'a share is an exact number, not True; write for example "6,8 %" or "17/250"'),
        (np.bool_(True), 'a share is an exact number, not True; write for example "6,8 %" or "17/250"'),
        ("6,8", '"6,8" is not a share; write per cent as "6,8 %" or a ratio as "17/250"'),
    ],
)
def test_one_weight_is_an_exact_number(weight: Any, message: str) -> None:
    with pytest.raises(ShareError) as error:
        arrays.allocate([1], {"Habo": 1, "Mullsjö": weight})
    assert str(error.value) == message


def test_weights_are_by_key_and_the_unit_an_amount() -> None:
    with pytest.raises(WrongTypeError) as error:
        arrays.allocate([1], [1, 2])  # type: ignore[arg-type]
    assert str(error.value) == "weights takes a dict, not a list"
    with pytest.raises(WrongTypeError) as error:
        arrays.allocate([1], {"Habo": 1}, unit=100)  # type: ignore[arg-type]
    assert str(error.value) == "unit takes an amount, as kr(150_000), not 100"


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=3),
    st.fractions(),
    st.just(kr(1)),
    st.just(datetime.date(2027, 1, 1)),
)


@tries(200)
@given(st.one_of(JUNK, st.lists(JUNK, max_size=3), st.lists(st.lists(st.integers(), max_size=2), max_size=2)))
def test_anything_is_a_column_or_refused(junk: Any) -> None:
    """Nothing but a `FinsamError` comes of it."""
    try:
        parts = arrays.allocate(junk, {"Habo": 1})
    except FinsamError:
        assert not (isinstance(junk, list) and junk and all(type(each) is int and abs(each) < 2**63 for each in junk))
    else:
        assert parts[:, 0].tolist() == junk


# What is loaded when


def loaded_by(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"], check=True, stdout=-1)
    return {*done.stdout.decode().split()}


def test_numpy_is_loaded_by_arrays_alone() -> None:
    """Not by finsam, nor by anything else of it."""
    assert "numpy" not in loaded_by("import finsam, finsam.cli, finsam.checks, finsam.followup; from finsam import *")
    assert {"numpy", "finsam.arrays"} <= loaded_by("from finsam import arrays")


def without_arrays(monkeypatch: pytest.MonkeyPatch, absent: str) -> None:
    """As if finsam.arrays had not been imported, and that module were not there."""
    for name in [each for each in sys.modules if each.startswith("finsam.arrays")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, absent, None)


def test_without_numpy_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is an `ImportError`, as one expects."""
    without_arrays(monkeypatch, "numpy")
    with pytest.raises(ImportError) as error:
        importlib.import_module("finsam.arrays")
    assert isinstance(error.value, MissingPackageError)
    assert str(error.value) == 'finsam.arrays needs NumPy; write pip install "finsam[numpy]"'
    assert error.value.text("sv") == 'finsam.arrays behöver NumPy; skriv pip install "finsam[numpy]"'


def test_another_module_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """NumPy is not blamed for it."""
    without_arrays(monkeypatch, "finsam.plan")
    with pytest.raises(ModuleNotFoundError) as error:
        importlib.import_module("finsam.arrays")
    assert error.value.name == "finsam.plan"
    assert not isinstance(error.value, FinsamError)


@pytest.mark.parametrize("aneby", [1, [1, 1]])
def test_a_tie_in_a_column_goes_to_the_larger_weight(aneby: Any) -> None:
    """Of 2 kr, weights 1 and 3 have the quotas 50 öre and 1,50 kr; of -2 kr the same, below zero."""
    parts = arrays.allocate([200, -200], {"Aneby": aneby, "Vetlanda": 3}, unit=kr(1))
    assert parts.tolist() == [[0, 200], [0, -200]]


def test_fractions_split_as_whole_numbers_do() -> None:
    """A third each of 1 kr: the odd öre goes by the alphabet."""
    weights = {"Mullsjö": Fraction(1, 3), "Habo": Fraction(1, 3), "Vaggeryd": Fraction(1, 3)}
    assert arrays.allocate([100], weights).tolist() == [[33, 34, 33]]

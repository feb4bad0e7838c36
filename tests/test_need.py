"""The need: how many people the plan reckons with, exactly."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from content_strategies import needs
from finsam import share
from finsam.errors import PlanError, PrintedError
from finsam.interventions import Need
from finsam.printed import Printed
from names import NAMES
from strategies import tries

FINNVEDEN: Mapping[str, int] = {"Gislaved": 17_399, "Gnosjö": 5_795, "Värnamo": 19_465}


HOW_MANY = "how many? write the number under stated, or the population by municipality and the share"


def need(**more: Any) -> Need:
    """Five per cent of Finnveden, or what else is said."""
    return Need(**{"population": FINNVEDEN, "share": share("5 %"), **more})


@tries(50)
@given(needs())
def test_repr_builds_the_need_again(need: Need) -> None:
    """What is shown is Python that gives the same need."""
    assert eval(repr(need), NAMES) == need


@tries(50)
@given(needs())
def test_the_need_is_a_part_of_the_inhabitants(need: Need) -> None:
    """All of them at most, and nobody at least; how many is not known without the population or without the share."""
    if need.population and need.share is not None:
        assert need.number is not None
        assert need.inhabitants is not None
        assert 0 <= need.number <= need.inhabitants == sum(need.population.values())
    else:
        assert need.number is None
        assert (need.inhabitants is None) == (not need.population)


@tries(50)
@given(needs().filter(lambda need: need.number is not None))
def test_the_need_of_the_municipalities_adds_up(need: Need) -> None:
    """The need of all is the sum of each one's."""
    parts: list[dict[str, Any]] = [{"population": {name: heads}} for name, heads in need.population.items()]
    assert sum(evolve(need, **part).number or 0 for part in parts) == need.number


def test_five_per_cent_of_finnveden() -> None:
    """42 659 inhabitants of those ages are a need of 2 132,95, which the document has as about 2 100."""
    of = need(stated="ca 2 100")
    assert (of.inhabitants, of.number) == (42_659, Fraction(213_295, 100))
    assert of.stated == Printed.number("ca 2 100")
    assert of.stated.agrees_with(Fraction(213_295, 100))


@pytest.mark.parametrize("said", [{"stated": "2 000–2 500"}, {"share": share("5 %")}, {"population": FINNVEDEN}])
def test_a_need_is_as_much_as_the_document_says(said: Any) -> None:
    """Many documents print a number, or from which to which, and no population by municipality."""
    of = Need(**said)
    assert of.number is None
    assert of.inhabitants == (42_659 if "population" in said else None)


@tries(50)
@given(st.integers(0, 1_000_000))
def test_a_stated_number_is_as_it_is_printed(number: int) -> None:
    """A whole number stands for itself, however it is given."""
    for figure in (number, str(number), Printed.number(number)):
        stated = need(stated=figure).stated
        assert stated is not None
        assert stated.agrees_with(number)
        assert not stated.agrees_with(number + 1)


def test_a_need_need_not_be_stated() -> None:
    """Many plans give the population and the rule of thumb, and no number."""
    assert need().stated is None


def test_what_is_stated_is_a_number() -> None:
    """A share of the population stands in `share`."""
    with pytest.raises(PrintedError) as error:
        need(stated="5 %")
    assert str(error.value) == (
        '"5 %" is not a number as a document prints it; write for example 140, "ca 2 100" or "minst 40"'
    )


def test_the_need_keeps_its_own_copy_of_the_population() -> None:
    """What is changed afterwards in the dictionary that was given changes no need."""
    heads = dict(FINNVEDEN)
    of = need(population=heads)
    heads.clear()
    assert of.population == FINNVEDEN


@pytest.mark.parametrize(
    ("changes", "message", "path"),
    [
        ({"share": Fraction(101, 100)}, "a share of the population is from 0 % to 100 %, not 101 %", ("share",)),
        ({"share": Fraction(-1, 20)}, "a share of the population is from 0 % to 100 %, not -5 %", ("share",)),
        ({"population": {}, "share": None}, HOW_MANY, ()),
        ({"population": {}, "share": None, "youngest": 16}, HOW_MANY, ()),
        (
            {"population": {"Gnosjö": -1}},
            "the population of Gnosjö is -1; write zero or more",
            ("population", "Gnosjö"),
        ),
        ({"youngest": -1}, "an age is in whole years from 0 to 120, not -1", ("youngest",)),
        ({"oldest": 121}, "an age is in whole years from 0 to 120, not 121", ("oldest",)),
        ({"youngest": 65, "oldest": 16}, "the ages end at 16, before they begin at 65", ("oldest",)),
    ],
)
def test_a_need_that_cannot_be_is_refused(changes: Mapping[str, Any], message: str, path: tuple[str, ...]) -> None:
    """Ages alone say nothing of how many, and a share is not above all."""
    with pytest.raises(PlanError) as error:
        need(**changes)
    assert str(error.value) == message
    assert [problem.path for problem in error.value.problems] == [path]

"""The need: how many people the plan reckons with, exactly."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from content_strategies import needs
from finsam import share
from finsam.errors import PlanError
from finsam.need import Need
from names import NAMES

FINNVEDEN = {"Gislaved": 17_399, "Gnosjö": 5_795, "Värnamo": 19_465}


@settings(max_examples=50)
@given(needs())
def test_repr_builds_the_need_again(need: Need) -> None:
    """What is shown is Python that gives the same need."""
    assert eval(repr(need), NAMES) == need


@settings(max_examples=50)
@given(needs())
def test_the_need_is_a_part_of_the_inhabitants(need: Need) -> None:
    """All of them at most, and nobody at least."""
    assert 0 <= need.number <= need.inhabitants == sum(need.population.values())


@settings(max_examples=50)
@given(needs())
def test_the_need_of_the_municipalities_adds_up(need: Need) -> None:
    """The need of all is the sum of each one's."""
    each = [evolve(need, population={name: heads}).number for name, heads in need.population.items()]
    assert sum(each) == need.number


def test_five_per_cent_of_finnveden() -> None:
    """42 659 inhabitants of those ages are a need of 2 132,95."""
    need = Need(population=FINNVEDEN, share=share("5 %"), stated=2_100)
    assert (need.inhabitants, need.number, need.stated) == (42_659, Fraction(213_295, 100), 2_100)


def test_the_need_keeps_its_own_copy_of_the_population() -> None:
    """What is changed afterwards in the dictionary that was given changes no need."""
    heads = dict(FINNVEDEN)
    need = Need(population=heads, share=share("5 %"))
    heads.clear()
    assert need.population == FINNVEDEN


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"share": Fraction(101, 100)}, "a share of the population is from 0 % to 100 %, not 101 %"),
        ({"share": Fraction(-1, 20)}, "a share of the population is from 0 % to 100 %, not -5 %"),
        ({"population": {}}, "5 % of whom? write the population by municipality"),
        ({"population": {"Gnosjö": -1}}, "the population of Gnosjö is -1; write nought or more"),
        ({"youngest": -1}, "an age of the population is -1; write whole years from 0 to 120"),
        ({"oldest": 121}, "an age of the population is 121; write whole years from 0 to 120"),
        ({"youngest": 65, "oldest": 16}, "the population ends at 16, before it begins at 65"),
    ],
)
def test_a_need_that_cannot_be_is_refused(changes: Mapping[str, Any], message: str) -> None:
    """A share is of somebody and not above all of them."""
    with pytest.raises(PlanError) as error:
        evolve(Need(population=FINNVEDEN, share=share("5 %")), **changes)
    assert str(error.value) == message

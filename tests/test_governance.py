"""Governance: the board, the charter, the auditors and the staff."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings

from content_strategies import boards, charters, governances
from finsam import Governance
from finsam.errors import PlanError
from finsam.governance import Board, Charter, Presence, Seats
from finsam.law import CHARTER_ITEMS
from names import NAMES


@settings(max_examples=25)
@given(governances(members=["Habo", "Försäkringskassan"]))
def test_repr_builds_the_governance_again(governance: Governance) -> None:
    """What is shown is Python that gives the same governance."""
    assert eval(repr(governance), NAMES) == governance


@settings(max_examples=25)
@given(charters())
def test_a_charter_tells_of_every_item_of_the_act(charter: Charter) -> None:
    """What is not said of an item of 9 § is that it is unknown."""
    assert [*charter.items] == [*CHARTER_ITEMS] == [*range(1, 19)]
    assert Charter(items={}) == Charter()
    assert {*Charter().items.values()} == {Presence.UNKNOWN}


@settings(max_examples=25)
@given(charters())
def test_to_say_that_an_item_is_unknown_is_to_say_nothing(charter: Charter) -> None:
    """A charter is the same without what nobody knows."""
    known = {number: presence for number, presence in charter.items.items() if presence is not Presence.UNKNOWN}
    assert Charter(items=known, revised=charter.revised) == charter


@settings(max_examples=25)
@given(boards(members=["Habo", "Mullsjö"]))
def test_the_term_of_a_board_does_not_end_before_it_starts(board: Board) -> None:
    """Where both days are said."""
    assert board.term_start is None or board.term_end is None or board.term_start <= board.term_end


def test_what_a_plan_does_not_say_is_not_nought() -> None:
    """No board, no auditors known; and a board of which nothing is said but that there is one."""
    silent = Governance()
    assert (silent.board, silent.auditors, silent.staff) == (None, None, ())
    assert (Board().seats, Board().deputies) == (None, None)


def test_a_charter_keeps_its_own_copy_of_the_items() -> None:
    """What is changed afterwards in the dictionary that was given changes no charter."""
    items = {1: Presence.PRESENT}
    charter = Charter(items=items)
    items[1] = Presence.ABSENT
    assert charter.items[1] is Presence.PRESENT


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Seats(members=("Habo", "Mullsjö"), seats=-1),
            "the seats of Habo, Mullsjö are -1; write nought or more",
        ),
        (lambda: Seats(members=("Habo",), seats=1, deputies=-2), "the seats of Habo are -2; write nought or more"),
        (lambda: Board(seats=-1), "a number of the board is -1; write nought or more"),
        (lambda: Board(deputies=-2), "a number of the board is -2; write nought or more"),
        (lambda: Board(term_years=-4), "a number of the board is -4; write nought or more"),
        (
            lambda: Board(term_start=date(2023, 4, 1), term_end=date(2023, 3, 31)),
            "the board's term cannot end on 2023-03-31, before it starts on 2023-04-01",
        ),
        (lambda: Charter(items={19: Presence.PRESENT}), "there is no item 19 in 9 §; write a number from 1 to 18"),
        (lambda: Charter(items={0: Presence.ABSENT}), "there is no item 0 in 9 §; write a number from 1 to 18"),
    ],
)
def test_governance_that_cannot_be_is_refused(make: Callable[[], object], message: str) -> None:
    """Seats are counted from nought, a term ends after it starts, and the act has eighteen items."""
    with pytest.raises(PlanError) as error:
        make()
    assert str(error.value) == message

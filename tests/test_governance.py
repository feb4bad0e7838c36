"""Governance: the board, the charter, the auditors and the staff."""

from collections.abc import Callable
from datetime import date
from functools import reduce

import pytest
from hypothesis import given

from content_strategies import boards, charters, governances
from finsam import Governance
from finsam.errors import PlanError
from finsam.governance import Auditor, Board, Charter, Presence, Seats, named_members
from finsam.law import CHARTER
from finsam.place import inside
from names import NAMES
from strategies import tries

ITEMS = len(CHARTER.latest)


@tries(25)
@given(governances(members=["Habo", "Försäkringskassan"]))
def test_repr_builds_the_governance_again(governance: Governance) -> None:
    """What is shown is Python that gives the same governance."""
    assert eval(repr(governance), NAMES) == governance


@tries(25)
@given(charters())
def test_a_charter_tells_of_every_item_of_the_act(charter: Charter) -> None:
    """Of the eighteen of 9 §, those it is said to have, those it is said to lack, and that the others are unknown."""
    told = charter.items(ITEMS)
    assert [*told] == [*range(1, 19)]
    assert {number for number, item in told.items() if item is Presence.PRESENT} == {*charter.present}
    assert {number for number, item in told.items() if item is Presence.ABSENT} == {*charter.absent}
    assert {*Charter().items(ITEMS).values()} == {Presence.UNKNOWN}


@tries(25)
@given(charters())
def test_to_name_the_items_in_another_order_is_to_say_the_same(charter: Charter) -> None:
    """A charter tells of its items in the order of the act."""
    turned = Charter(present=charter.present[::-1], absent=charter.absent[::-1], revised=charter.revised)
    assert [*turned.items(ITEMS).items()] == [*charter.items(ITEMS).items()]


@tries(25)
@given(boards(members=["Habo", "Mullsjö"]))
def test_the_term_of_a_board_does_not_end_before_it_starts(board: Board) -> None:
    """Where both days are said."""
    assert board.term_start is None or board.term_end is None or board.term_start <= board.term_end


@tries(25)
@given(governances(members=["Habo", "Försäkringskassan"]))
def test_whoever_is_named_stands_where_it_is_said(governance: Governance) -> None:
    """The place that comes with each name leads to that name, so that a message can show where it is written."""
    within: object = governance
    for path, name in named_members(governance):
        assert reduce(inside, path, within) == name


def test_everyone_who_sits_presides_or_audits_is_named() -> None:
    """In a board with seats that two share, a chair and a vice chair, and with an auditor; and nobody in none."""
    board = Board(shares=(Seats(members=("Habo", "Mullsjö"), seats=1),), chair="Aneby", vice_chairs=("Eksjö",))
    governance = Governance(board=board, auditors=(Auditor(for_members=("Nässjö",)),))
    assert [name for _, name in named_members(governance)] == ["Nässjö", "Aneby", "Eksjö", "Habo", "Mullsjö"]
    assert [*named_members(None)] == [*named_members(Governance())] == []


def test_what_a_plan_does_not_say_is_not_zero() -> None:
    """No board, no auditors known; and a board of which nothing is said but that there is one."""
    silent = Governance()
    assert (silent.board, silent.auditors, silent.staff) == (None, None, ())
    assert (Board().seats, Board().deputies) == (None, None)


def test_what_a_charter_tells_of_its_items_cannot_be_changed() -> None:
    """What is tried with the answer changes no charter."""
    told = Charter(present=(1,)).items(ITEMS)
    with pytest.raises(TypeError) as error:
        told[1] = Presence.ABSENT  # type: ignore[index]  # as type checkers say too
    assert str(error.value) == "this cannot be changed; make a new one, as {**old, key: value}"


@pytest.mark.parametrize(
    ("make", "at", "en", "sv"),
    [
        (
            lambda: Seats(members=("Habo", "Mullsjö"), seats=-1),
            ("seats",),
            "a number of the board is -1; write zero or more",
            "ett antal i styrelsen är -1; skriv noll eller mer",
        ),
        (
            lambda: Seats(members=("Habo",), seats=1, deputies=-2),
            ("deputies",),
            "a number of the board is -2; write zero or more",
            "ett antal i styrelsen är -2; skriv noll eller mer",
        ),
        (
            lambda: Board(seats=-1),
            ("seats",),
            "a number of the board is -1; write zero or more",
            "ett antal i styrelsen är -1; skriv noll eller mer",
        ),
        (
            lambda: Board(deputies=-2),
            ("deputies",),
            "a number of the board is -2; write zero or more",
            "ett antal i styrelsen är -2; skriv noll eller mer",
        ),
        (
            lambda: Board(term_years=-4),
            ("term_years",),
            "a number of the board is -4; write zero or more",
            "ett antal i styrelsen är -4; skriv noll eller mer",
        ),
        (
            lambda: Board(term_start=date(2023, 4, 1), term_end=date(2023, 3, 31)),
            ("term_end",),
            "the board's term cannot end on 2023-03-31, before it starts on 2023-04-01",
            "styrelsens mandattid kan inte sluta 2023-03-31, innan den börjar 2023-04-01",
        ),
        (
            lambda: Charter(present=(1, 19)),
            ("present", 1),
            "there is no item 19 in 9 §; write a number from 1 to 18",
            "det finns ingen punkt 19 i 9 §; skriv ett nummer från 1 till 18",
        ),
        (
            lambda: Charter(absent=(0,)),
            ("absent", 0),
            "there is no item 0 in 9 §; write a number from 1 to 18",
            "det finns ingen punkt 0 i 9 §; skriv ett nummer från 1 till 18",
        ),
        (
            lambda: Charter(present=(1, 3), absent=(2, 3)),
            ("present", 1),
            "item 3 is both present and absent; write it under one of them",
            "punkt 3 både finns och saknas; skriv den under ett av dem",
        ),
        (
            lambda: Charter(absent=(4, 3, 4)),
            ("absent", 2),
            "item 4 is named twice; write it once",
            "punkt 4 anges två gånger; skriv den en gång",
        ),
    ],
)
def test_governance_that_cannot_be_is_refused(
    make: Callable[[], object], at: tuple[str | int, ...], en: str, sv: str
) -> None:
    """Seats are counted from zero, a term ends after it starts, and the act has eighteen items, each there or not."""
    with pytest.raises(PlanError) as error:
        make()
    [problem] = error.value.problems
    assert (problem.path, str(error.value), error.value.text("sv")) == (at, en, sv)


def test_an_annual_report_is_drawn_up_when_its_year_has_ended() -> None:
    """1 January is the first day on which it can be."""
    assert Governance(annual_reports={2026: date(2027, 1, 1)}).annual_reports[2026] == date(2027, 1, 1)
    with pytest.raises(PlanError) as caught:
        Governance(annual_reports={2026: date(2026, 12, 31)})
    assert [problem.path for problem in caught.value.problems] == [("annual_reports", "2026")]
    assert caught.value.text("en") == (
        "the annual report for 2026 cannot be drawn up on 2026-12-31, before the year has ended"
    )
    assert caught.value.text("sv") == ("årsredovisningen för 2026 kan inte upprättas 2026-12-31, innan året är slut")

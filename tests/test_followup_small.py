"""Small counts: what is hidden cannot be worked out from what is shown, even by one who knows how it is hidden."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.followup import LEAST, Answers, Counted, Done, Measured, Range, gives_away, hidden_parts

counts = st.lists(st.integers(0, 9), min_size=1, max_size=4)


def hidden(parts: dict[int, int], whole: int, least: int) -> frozenset[int]:
    """Which parts of a whole are hidden; the whole itself is hidden too where it is small."""
    return hidden_parts(Range.exactly(whole), {name: Range.exactly(count) for name, count in parts.items()}, least)


def possible(parts: dict[int, int], whole: int, least: int) -> Iterator[dict[int, int]]:
    """Every table that would be shown in the same way, as far as a reader can know."""
    secret = hidden(parts, whole, least)
    wholes = range(1, least) if 0 < whole < least else [whole]
    for guess in product(range(max(whole, least) + 1), repeat=len(secret)):
        table = parts | dict(zip(sorted(secret), guess, strict=True))
        if sum(table.values()) in wholes and hidden(table, sum(table.values()), least) == secret:
            yield table


@given(counts)
def test_nothing_that_is_hidden_can_be_worked_out(given_counts: list[int]) -> None:
    """The reader knows the whole, the parts that are shown, and the rule by which the others are hidden."""
    parts = dict(enumerate(given_counts))
    whole, least = sum(given_counts), 5
    tables = [*possible(parts, whole, least)]
    for name in hidden(parts, whole, least):
        assert len({table[name] for table in tables}) > 1


@given(counts, st.integers(0, 9))
def test_every_small_part_is_hidden_and_nobody_is_shown(given_counts: list[int], least: int) -> None:
    """Zero is nobody, whom nothing needs to protect."""
    parts = dict(enumerate(given_counts))
    secret = hidden(parts, sum(given_counts), least)
    assert {name for name, count in parts.items() if 0 < count < least} <= secret
    if not 0 < sum(given_counts) < least:  # of which not even that is shown
        assert not {name for name, count in parts.items() if count == 0} & secret


@given(counts)
def test_where_no_part_is_small_all_are_shown(given_counts: list[int]) -> None:
    assert hidden({name: count + LEAST for name, count in enumerate(given_counts)}, 99, LEAST) == frozenset()
    assert hidden(dict(enumerate(given_counts)), sum(given_counts), 0) == frozenset()


@pytest.mark.parametrize(
    ("value", "is_given_away"),
    [
        (Counted(count=4), True),
        (Counted(count=5), False),
        (Counted(count=0), False),
        (Counted(count=3, out_of=40), True),
        (Counted(count=38, out_of=40), True),  # of two it is not so
        (Counted(count=40, out_of=40), False),
        (Counted(count=20, out_of=40), False),
        (Counted(count="ca 20", out_of=40), False),
        (Counted(share="95 %", out_of=40), True),  # which is 38
        (Counted(share="95 %"), False),  # of nobody knows how many
        (Answers(answers={"ja": 30, "nej": 3}, top=1), True),
        (Answers(answers={"ja": 30, "nej": 13}, top=1), False),
        (Done(done=2), False),
        (None, False),
    ],
)
def test_a_value_gives_away_a_few_or_all_but_a_few(value: Measured | None, is_given_away: bool) -> None:
    assert gives_away(value, 5) is is_given_away
    assert gives_away(value, 0) is False

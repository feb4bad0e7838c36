"""
Every amount and share of the five published plans moved by one krona, zero, year or column, one at a time.

What is moved is refused or found by a rule, or it is of a kind that no rule can see, and why stands below. The table
in docs/checks.md is what `table` gives; `python tests/test_moved_figures.py` writes it anew.
"""

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from finsam import FinsamError, example, examples, from_dict, to_dict
from finsam.rows import Column

PAGE = Path(__file__).parent.parent / "docs" / "checks.md"
BEGIN, END = "<!-- moved figures -->\n", "<!-- /moved figures -->\n"

Steps = tuple[str | int, ...]
Kind = tuple[str, str]
"""How a figure is moved, and what kind of figure it is."""

MONEY = ("funding", "equity", "income", "costs", "stated")
SHARE = re.compile(r"\D*\d+(,\d+)? %")
AMOUNT = re.compile(r"\D*\d[\d ]*(,\d+)? (kr|tkr|mkr)")
FIGURE = re.compile(r"(\d[\d ]*\d|\d)(?:,(\d+))?")

NOTHING_ELSE = "stands once in the document, and nothing else there follows from it"
UNSEEN: dict[Kind, str] = {
    ("krona", "share of a post"): NOTHING_ELSE,
    ("zero", "share of a post"): f"{NOTHING_ELSE}; a share above 100 % is several posts",
    ("krona", "share that is a target"): "a target is what the board wants",
    ("zero", "share that is a target"): "a target is what the board wants, and this one is not above 100 % then either",
    ("krona", "unit"): "every part is a whole number of this unit too",
    ("zero", "unit"): "every part is a whole number of this unit too",
    ("column", "amount of a row"): "a cost of zero changes no sum, and its year has few rows",
    ("column", "stated ceiling"): "the ceiling is of the year's contributions, which are the same in every column",
    ("year", "stated total"): "the total of the neighbouring year is the same",
}
"""The kinds of which some are missed, and why no rule can see those."""


KINDS = {
    "funding unit": "unit",
    "funding split": "agreed share",
    "funding region_split": "agreed share",
    "funding": "amount that the contributions start from",
    "equity ceiling": "ceiling of the equity",
    "equity": "opening equity",
    "costs": "amount of a row",
    "income": "amount of a row",
    "stated contributions": "printed contribution",
    "stated parties": "printed contribution",
    "stated shares": "stated share of the costs",
    "stated ceiling": "stated ceiling",
    "stated": "stated total",
    "need": "share in need",
    "goals": "share that is a target",
}
"""What kind of figure stands where, by the first keys that lead there."""


def kind_of(steps: Steps) -> str:
    """What kind of figure stands there, in words."""
    table, *rest = [step for step in steps if isinstance(step, str)]
    return KINDS.get(f"{table} {rest[0]}" if rest else table) or KINDS.get(table, "share of a post")


def figures(tree: Any, steps: Steps = ()) -> Iterator[tuple[Steps, int | str]]:
    """Every amount and every share in the tables of a plan, with the way to it."""
    if isinstance(tree, dict | list):
        for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from figures(value, (*steps, key))
    elif (steps[0] in MONEY and (type(tree) is int or AMOUNT.fullmatch(str(tree)))) or (
        isinstance(tree, str) and SHARE.fullmatch(tree)
    ):
        yield steps, tree


def larger(figure: int | str, *, tenfold: bool) -> int | str:
    """One more of the last figure, or ten times as much."""
    if isinstance(figure, int):
        return figure * 10 if tenfold else figure + 1
    found = FIGURE.search(figure)
    assert found is not None
    decimals = len(found[2] or "")
    number = int(found[1].replace(" ", "") + (found[2] or ""))
    digits = str(number * 10 if tenfold else number + 1).rjust(decimals + 1, "0")
    text = f"{digits[: len(digits) - decimals]},{digits[len(digits) - decimals :]}" if decimals else digits
    return figure[: found.start()] + text + figure[found.end() :]


def inside(tree: Any, steps: Steps) -> Any:
    """What stands there; tables that are missing on the way are added."""
    for step in steps:
        tree = tree[step] if isinstance(step, int) else tree.setdefault(step, {})
    return tree


def with_figure(tree: Any, steps: Steps, figure: int | str) -> Any:
    """The same tables with another figure there."""
    changed = deepcopy(tree)
    inside(changed, steps[:-1])[steps[-1]] = figure
    return changed


def at_another_place(tree: Any, steps: Steps, place: int, step: str) -> Any:
    """The same tables with the figure moved one step of the way aside; None where one stands there."""
    to = (*steps[:place], step, *steps[place + 1 :])
    changed = deepcopy(tree)
    figure = inside(changed, steps[:-1]).pop(steps[-1])
    if to[-1] in (row := inside(changed, to[:-1])):
        return None
    row[to[-1]] = figure
    return changed


def moves(tree: Any, steps: Steps, figure: int | str) -> Iterator[tuple[str, Any]]:
    """Every way in which the figure can be moved, and the tables then."""
    yield "krona", with_figure(tree, steps, larger(figure, tenfold=False))
    if figure != 0:
        yield "zero", with_figure(tree, steps, larger(figure, tenfold=True))
    for place, step in enumerate(steps):
        if re.fullmatch(r"\d{4}", str(step)):
            for year in (int(step) - 1, int(step) + 1):
                yield "year", at_another_place(tree, steps, place, str(year))
        if step in list(Column):
            for column in Column:
                if column != step:
                    yield "column", at_another_place(tree, steps, place, column.value)


def heard(tree: Any) -> object:
    """What finsam says of the plan in the tables."""
    try:
        return [(each.id, each.place, str(each.message)) for each in from_dict(tree).check()]
    except FinsamError:
        return None


@cache
def outcome() -> tuple[Counter[Kind], Counter[Kind]]:
    """How many figures of each kind are moved in each way, and how many of those moves are missed."""
    moved, missed = Counter[Kind](), Counter[Kind]()
    for name in examples():
        tree = to_dict(example(name))
        before = heard(tree)
        for steps, figure in figures(tree):
            for way, changed in moves(tree, steps, figure):
                if changed is not None:
                    moved[way, kind_of(steps)] += 1
                    missed[way, kind_of(steps)] += heard(changed) == before
    return moved, missed


def table() -> str:
    """The table in the documentation."""
    moved, missed = outcome()
    ways = ("krona", "zero", "year", "column")
    lines = [
        "| figure | one krona or decimal | one zero | one year | one column |",
        "|---|---|---|---|---|",
    ]
    for kind in dict.fromkeys(kind for _, kind in moved):
        cells = [
            f"{moved[way, kind] - missed[way, kind]} of {moved[way, kind]}" if moved[way, kind] else "" for way in ways
        ]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    total = [
        f"**{sum(n - missed[key] for key, n in moved.items() if key[0] == way)}** of "
        f"**{sum(n for key, n in moved.items() if key[0] == way)}**"
        for way in ways
    ]
    lines += [f"| **all** | {' | '.join(total)} |", "", "Not noticed, and why:", ""]
    lines += [f"- {kind}, one {way}: {missed[way, kind]}; {why}." for (way, kind), why in UNSEEN.items()]
    return "\n".join(lines) + "\n"


def test_what_is_missed_is_of_a_kind_that_no_rule_can_see() -> None:
    """And every kind that is said to be missed is."""
    _, missed = outcome()
    assert {key for key, count in missed.items() if count} == {*UNSEEN}


@pytest.mark.parametrize("way", ["krona", "zero", "year", "column"])
def test_an_amount_of_the_plan_that_is_moved_is_noticed(way: str) -> None:
    """But for one in a hundred."""
    moved, missed = outcome()
    of_money = [key for key in moved if key[0] == way and key[1] not in ("share of a post", "share that is a target")]
    assert 100 * sum(missed[key] for key in of_money) <= sum(moved[key] for key in of_money)


def test_the_documentation_shows_the_table() -> None:
    """As it is today."""
    page = PAGE.read_text("utf-8")
    assert page[page.index(BEGIN) + len(BEGIN) : page.index(END)].strip() == table().strip()


if __name__ == "__main__":
    text = PAGE.read_text("utf-8")
    PAGE.write_text(text[: text.index(BEGIN) + len(BEGIN)] + f"\n{table()}\n" + text[text.index(END) :], "utf-8")

"""What a report is made of: sections, items and tables, as values, without a language and without a width."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import frozen

from finsam.language import Text
from finsam.money import ExactMoney, Money

__all__ = [
    "LABELLED",
    "UNKNOWN",
    "Block",
    "Content",
    "Facts",
    "Item",
    "Report",
    "Row",
    "Section",
    "Table",
    "in_cell",
    "labelled",
    "section",
]

Content = Money | Fraction | int | Text | str | None
"""What stands in a cell: an amount, a share, a number or words; None where there is nothing to know."""

UNKNOWN = Text(en="?", sv="?")
"""What stands in a cell where there is something that is not known."""


@frozen(kw_only=True)
class Item:
    """A line of words: how deep it stands, and whether it is one of a list."""

    words: Text | str
    depth: int = 0
    listed: bool = False


@frozen(kw_only=True)
class Row:
    """A row: its label, a cell for each heading, whether it is one of a list, and whether it is a sum."""

    label: Text | str
    cells: tuple[Content, ...]
    listed: bool = False
    sum: bool = False


@frozen(kw_only=True)
class Table:
    """
    A table: its title, a heading a column, and rows.

    `str` gives it as text, with the labels to the left and the figures to the right.

    >>> print(Table(title="Costs, kr", headings=("budget 2027",), rows=(Row(label="Board", cells=(kr(70_000),)),)))
    Costs, kr       budget
                      2027
    Board           70 000
    """

    title: Text | str
    headings: tuple[Text | str, ...]
    rows: tuple[Row, ...]

    def __str__(self) -> str:
        return _text(self)


@frozen(kw_only=True)
class Section:
    """A section: its title, if it has one, and what stands in it."""

    blocks: "tuple[Block, ...]"
    title: Text | None = None

    def __str__(self) -> str:
        return _text(self)


Block = Item | Table | Section


@frozen(kw_only=True)
class Report:
    """A report (*rapport*): its title and its sections."""

    title: Text
    sections: tuple[Section, ...]

    def __str__(self) -> str:
        return _text(self)


Facts = Iterable[tuple[Text, object]]
"""What is said of something: a label a fact, and nothing where nothing is said."""


LABELLED = Text(en="{label}: {said}", sv="{label}: {said}")
"""A fact, after what it is."""


def in_cell(amount: ExactMoney | None) -> Content:
    """The amount in a cell, to the nearest öre for the eye; `?` where it is not known."""
    if amount is None or isinstance(amount, Money):
        return UNKNOWN if amount is None else amount
    return str(amount).removesuffix(" kr")


def labelled(of: Facts, depth: int = 0) -> Iterator[Item]:
    """A line for each fact that is said."""
    for label, said in of:
        if said not in (None, (), ""):
            yield Item(words=LABELLED(label=label, said=said), depth=depth)


def section(title: Text | None, items: Iterable[Item]) -> Section | None:
    """The section, where it has anything to say."""
    blocks = tuple(items)
    return Section(title=title, blocks=blocks) if blocks else None


def _text(part: Table | Section | Report) -> str:
    """The part as text, in English."""
    from finsam.reports.terminal import text  # here, because it is made of what stands in this module

    return text(part)

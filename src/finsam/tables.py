"""Tables for people: a title, headings, and rows of text, rendered for a terminal of 80 columns."""

import re
import textwrap
from collections.abc import Sequence

from attrs import frozen

__all__ = ["Row", "Table", "wrapped"]

WIDTH = 80
NARROWEST_LABEL = 16


@frozen(kw_only=True)
class Row:
    """A row: its label, a cell for each heading, and whether it is a sum, before which a rule is drawn."""

    label: str
    cells: tuple[str, ...]
    sum: bool = False


@frozen(kw_only=True)
class Table:
    """
    A table; `str` gives it as text, with the labels to the left and the figures to the right.

    >>> print(Table(title="Kostnader, kr", headings=("budget 2023",), rows=(Row(label="Styrelse", cells=("70 000",)),)))
    Kostnader, kr   budget
                      2023
    Styrelse        70 000
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    def __str__(self) -> str:
        headings = [heading.split() for heading in self.headings]
        cells = [[row.cells[index] for row in self.rows] for index in range(len(headings))]
        widths = [max(map(len, [*above, *below])) for above, below in zip(headings, cells, strict=True)]
        longest = max(map(len, [self.title, *(row.label for row in self.rows)]))
        return "\n\n".join(self._text(columns, headings, widths, longest) for columns in _blocks(widths))

    def _text(self, columns: range, headings: list[list[str]], widths: list[int], longest: int) -> str:
        """The table with those of its columns, which are as many as a terminal has room for."""
        wide = [widths[index] for index in columns]
        label = min(max(longest, NARROWEST_LABEL - 2), max(NARROWEST_LABEL, WIDTH - sum(width + 2 for width in wide)))
        height = max((len(headings[index]) for index in columns), default=1)
        above = [
            tuple(([""] * (height - len(headings[index])) + headings[index])[line] for index in columns)
            for line in range(height)
        ]
        lines = _lines(self.title, above, label, wide)
        for row in self.rows:
            if row.sum:
                lines.append("-" * (label + sum(width + 2 for width in wide)))
            lines += _lines(row.label, [tuple(row.cells[index] for index in columns)], label, wide)
        return "\n".join(lines)


def _blocks(widths: Sequence[int]) -> list[range]:
    """The columns, so many at a time as there is room for beside the labels."""
    blocks = [range(0)]
    for index, width in enumerate(widths):
        block = blocks[-1]
        taken = sum(widths[each] + 2 for each in block)
        if block and NARROWEST_LABEL + taken + width + 2 > WIDTH:
            blocks.append(range(index, index + 1))
        else:
            blocks[-1] = range(block.start, index + 1)
    return blocks


def _lines(text: str, cells: Sequence[tuple[str, ...]], label: int, widths: Sequence[int]) -> list[str]:
    """
    A label, over as many lines as it needs, with its cells from the last line or the heading's lines from the
    first.
    """
    labels = textwrap.wrap(text, label, subsequent_indent="  ") or [""]
    height = max(len(labels), len(cells))
    empty = ("",) * len(widths)
    labels += [""] * (height - len(labels))
    padded = [empty] * (height - len(cells)) + list(cells)
    return [_line(each, row, label, widths) for each, row in zip(labels, padded, strict=True)]


def _line(text: str, cells: tuple[str, ...], label: int, widths: Sequence[int]) -> str:
    figures = "".join(cell.rjust(width + 2) for cell, width in zip(cells, widths, strict=True))
    return (text.ljust(label) + figures).rstrip()


def wrapped(text: str, *, indent: str = "", hanging: str = "    ") -> list[str]:
    """A line over as many lines of 80 columns as it needs; an amount or a percentage stays on one of them."""
    together = re.sub(r"(?<=\d) (?=\d{3}|kr|%)", "\u00a0", text)
    lines = textwrap.wrap(
        together, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}{hanging}", break_on_hyphens=False
    )
    return [each.replace("\u00a0", " ") for each in lines]

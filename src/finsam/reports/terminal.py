"""A report as text: for a terminal of 80 columns, with the figures to the right."""

import re
import textwrap
from collections.abc import Sequence
from fractions import Fraction

from finsam.language import Language, Text, shown, whole
from finsam.money import Money
from finsam.reports.parts import Content, Item, Report, Row, Section, Table
from finsam.shares import percent

__all__ = ["text", "wrapped"]

WIDTH = 80
NARROWEST_LABEL = 16


def text(part: Report | Section | Table, language: Language = "en") -> str:
    """A report or a part of one as text in that language."""
    if isinstance(part, Report):
        title = "\n".join(wrapped(part.title.to(language)))
        return "\n\n".join([title, *(text(section, language) for section in part.sections)])
    if isinstance(part, Table):
        return _table(part, language)
    lines = [] if part.title is None else wrapped(part.title.to(language))
    for block in part.blocks:
        if isinstance(block, Item):
            lines += _item(block, language)
        else:
            lines += [*([""] if lines else []), text(block, language)]
    return "\n".join(lines)


def _item(item: Item, language: Language) -> list[str]:
    words = shown(item.words, language)
    return wrapped(f"- {words}" if item.listed else words, indent="  " * item.depth)


def wrapped(text: str, *, indent: str = "", hanging: str = "  ") -> list[str]:
    """A line over as many lines of 80 columns as it needs; an amount or a percentage stays on one of them."""
    together = re.sub(r"(?<=\d) (?=\d{3}|kr|%)", "\u00a0", text)
    lines = textwrap.wrap(
        together, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}{hanging}", break_on_hyphens=False
    )
    return [each.replace("\u00a0", " ") for each in lines]


def _cell(cell: Content, language: Language) -> str:
    """What stands in a cell, as text."""
    if cell is None:
        return ""
    if isinstance(cell, Money):
        return cell.figures()
    if isinstance(cell, Fraction):
        exact, rounded = percent(cell), percent(cell, decimals=2)
        return exact if len(exact) <= len(rounded) and exact.endswith("%") else f"~{rounded}"
    return whole(cell) if isinstance(cell, int) else shown(cell, language)


def _table(table: Table, language: Language) -> str:
    """The table, over as many blocks of columns as it needs."""
    title = shown(table.title, language)
    headings = [shown(heading, language).split() for heading in table.headings]
    labels = [_label(row, language) for row in table.rows]
    cells = [[_cell(cell, language) for cell in row.cells] for row in table.rows]
    widths = [max(map(len, [*words, *(row[at] for row in cells)])) for at, words in enumerate(headings)]
    longest = max(map(len, [title, *labels]))
    blocks = []
    for columns in _fitting(widths):
        wide = [widths[at] for at in columns]
        label = min(max(longest, NARROWEST_LABEL - 2), max(NARROWEST_LABEL, WIDTH - sum(width + 2 for width in wide)))
        lines = _lines(title, _stacked([headings[at] for at in columns]), label, wide)
        for row, name, figures in zip(table.rows, labels, cells, strict=True):
            if row.sum:
                lines.append("-" * (label + sum(width + 2 for width in wide)))
            lines += _lines(name, [[figures[at] for at in columns]], label, wide)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _label(row: Row, language: Language) -> str:
    label = shown(row.label, language)
    return f"- {label}" if row.listed else label[:1].upper() + label[1:] if isinstance(row.label, Text) else label


def _fitting(widths: Sequence[int]) -> list[list[int]]:
    """The columns, so many at a time as there is room for beside the labels."""
    blocks: list[list[int]] = [[]]
    for at, width in enumerate(widths):
        taken = sum(widths[each] + 2 for each in blocks[-1])
        if blocks[-1] and NARROWEST_LABEL + taken + width + 2 > WIDTH:
            blocks.append([])
        blocks[-1].append(at)
    return blocks


def _stacked(headings: Sequence[Sequence[str]]) -> list[list[str]]:
    """The headings over one another, a word a line, so that all end on the last line."""
    height = max(map(len, headings), default=1)
    padded = [[""] * (height - len(words)) + list(words) for words in headings]
    return [[words[line] for words in padded] for line in range(height)]


def _lines(label: str, cells: Sequence[Sequence[str]], width: int, widths: Sequence[int]) -> list[str]:
    """A label and its lines of cells; the cells begin on the last line of the label, or the label on their first."""
    labels = textwrap.wrap(label, width, subsequent_indent="  ") or [""]
    height = max(len(labels), len(cells))
    labels += [""] * (height - len(labels))
    padded = [[""] * len(widths)] * (height - len(cells)) + [*cells]
    return [
        (name.ljust(width) + "".join(cell.rjust(wide + 2) for cell, wide in zip(row, widths, strict=True))).rstrip()
        for name, row in zip(labels, padded, strict=True)
    ]

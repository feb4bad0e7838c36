"""On which line of a TOML file its values stand, which the standard library's reader does not tell."""

import re
import tomllib
from typing import NamedTuple

from finsam.place import Path

__all__ = ["Lines", "line_of", "lines"]

_TOKEN = re.compile(
    r"""
    (?P<quoted> \"{3}(?:[^\\]|\\.)*?\"{3,5}(?!\") | '{3}.*?'{3,5}(?!') | "(?:[^"\\\n]|\\.)*" | '[^'\n]*')
    | (?P<mark> [\[\]{},=.\n]) | (?P<bare> [^\s\[\]{},=."'\#]+) | \#[^\n]*
    """,
    re.VERBOSE | re.DOTALL,
)


class Lines(dict[str | int, "Lines"]):
    """The line of a value, and the lines of what is in it, by key or by index."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class _Token(NamedTuple):
    text: str
    line: int


def line_of(path: Path, within: Lines) -> int | None:
    """The line of what stands there, or else of the nearest table or list around it; None where that is the file."""
    line = None
    for step in path:
        if step not in within:
            break
        within = within[step]
        line = within.line
    return line


def lines(text: str) -> Lines:
    """
    The lines of everything in a TOML text, which has been read as TOML before.

    >>> line_of(("costs", 0, "id"), lines('format = 1\\n\\n[[costs]]\\nid = "kansli"\\n'))
    4
    """
    tokens = _tokens(text)
    root = table = Lines(1)
    while tokens:
        mark, line = tokens.pop()
        if mark == "\n":
            continue
        if mark != "[":
            tokens.append(_Token(mark, line))
            _pair(tokens, table)
            continue
        is_row = tokens[-1].text == "["
        *above, last = _keys(tokens, "]")
        table = root
        for key in above:
            table = _last_row(table.setdefault(key, Lines(line)))
        if is_row:
            rows = table.setdefault(last, Lines(line))
            table = rows[len(rows)] = Lines(line)
        else:
            table = table.setdefault(last, Lines(line))
            table.line = line
    return root


def _tokens(text: str) -> list[_Token]:
    """The tokens of the text, the last first, without spaces and comments."""
    found, line, end = [], 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", end, match.start())
        end = match.start()
        if match.lastgroup is not None:
            found.append(_Token(match[0], line))
    return found[::-1]


def _pair(tokens: list[_Token], table: Lines) -> None:
    """A key and its value."""
    line = tokens[-1].line
    *above, last = _keys(tokens, "=")
    for key in above:
        table = table.setdefault(key, Lines(line))
    table[last] = Lines(line)
    _value(tokens, table[last])


def _keys(tokens: list[_Token], end: str) -> list[str]:
    """The keys with dots between, through the mark that ends them."""
    keys = []
    while (token := tokens.pop().text) != end:
        if token not in (".", "["):
            keys.append(tomllib.loads(f"key = {token}")["key"] if token[0] in "\"'" else token)
    while end == "]" and tokens and tokens[-1].text == "]":
        tokens.pop()
    return keys


def _value(tokens: list[_Token], held: Lines) -> None:
    """What stands behind a key or in a list, through its end."""
    opening = tokens.pop().text
    if opening not in "[{":
        while tokens and tokens[-1].text not in (",", "]", "}", "\n"):
            tokens.pop()
        return
    while (mark := tokens[-1].text) not in "]}":
        if mark in (",", "\n"):
            tokens.pop()
        elif opening == "{":
            _pair(tokens, held)
        else:
            row = held[len(held)] = Lines(tokens[-1].line)
            _value(tokens, row)
    tokens.pop()


def _last_row(table: Lines) -> Lines:
    """The table itself, or the last of its rows where it is a list."""
    return table.get(len(table) - 1, table)

"""TOML text to tables and back: what is refused before it is read, the usual slips, and how a file is laid out."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from finsam.errors import Problem
from finsam.files.headings import begun, unquoted
from finsam.files.slips import slip
from finsam.language import Text

__all__ = ["LARGEST", "TOO_LARGE", "in_quotes", "parsed", "text_of"]

# What no plan comes near, so that a wrong file is refused at once: a published plan is some 5 kB.
LARGEST = 250_000  # bytes
LONGEST_LINE = 5_000  # characters
MOST_DOTS = 40  # in a line
MOST_ENTRIES = 400  # in a table or a list; there are 290 municipalities
DEEPEST = 12  # tables and lists in one another

_WIDE = 120  # characters, from which a value is written over several lines
_DOT = re.compile(r"\.[ \t]*[^ \t.]")  # as in a dotted key; not the row of dots that a table of contents has


def parsed(text: str) -> dict[str, Any] | Problem:
    """The tables of the text, or why it has none that can be read."""
    if len(text) > LARGEST or len(text.encode(errors="replace")) > LARGEST:
        return TOO_LARGE
    lines = text.split("\n")
    if "\r" in text and "\n" not in text:
        return _OLD_ENDS
    if (problem := _outsized_line(lines) or _running_text(lines)) is not None:
        return problem
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _not_toml(str(error), lines)
    except RecursionError:
        return _TOO_DEEP
    except ValueError:
        return _LONG_NUMBER
    return _outsized(tree) or tree


def _outsized_line(lines: list[str]) -> Problem | None:
    """The first line that would take long to read as TOML."""
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            return Problem(message=_LONG_LINE(most=LONGEST_LINE), line=number)
        if line.count(".") > MOST_DOTS and len(_DOT.findall(line)) > MOST_DOTS:
            return Problem(message=_DOTS(most=MOST_DOTS), line=number)
    return None


def _running_text(lines: list[str]) -> Problem | None:
    """A document saved as text: more words than a key has, and nothing of a plan, on its first line."""
    for number, line in enumerate(lines, 1):
        if (plain := unquoted(line)).strip():
            is_text = len(plain.split()) > 3 and not re.search(r"[=\[]", plain) and begun(line) is None
            return Problem(message=_RUNNING_TEXT, line=number) if is_text else None
    return None


def _outsized(tree: Mapping[str, Any]) -> Problem | None:
    """What is too large or too deep of the tables."""
    level: list[Any] = [tree]
    for _ in range(DEEPEST):
        if any(len(each) > MOST_ENTRIES for each in level):
            return Problem(message=_MANY_ROWS(most=MOST_ENTRIES))
        inside = [child for each in level for child in (each.values() if isinstance(each, dict) else each)]
        level = [child for child in inside if isinstance(child, dict | list)]
    return _TOO_DEEP if level else None


def _not_toml(message: str, lines: list[str]) -> Problem:
    """What is wrong and where, and what to write where it is one of the usual slips."""
    found = re.fullmatch(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", message)
    what = found["what"] if found else message
    last = max((number for number, text in enumerate(lines, 1) if text.strip()), default=1)
    line, column = last, len(lines[last - 1]) + 1
    if found and found["line"]:
        line, column = int(found["line"]), int(found["column"])
    if (usual := slip(what, lines, line, column)) is not None:
        said, line = usual
        return Problem(message=said, line=line)
    rest = lines[line - 1][column - 1 :].strip()
    return Problem(message=_NO_TOML(column=column, rest=rest[:30]) if rest else _NO_TOML_AT_END, line=line)


def text_of(tree: Mapping[str, Any]) -> str:
    """The tree as TOML: what is in no table first, then each table with a line a key."""
    lines = [f"{key} = {_inline(value)}" for key, value in tree.items() if not _is_table(value)]
    for key, value in tree.items():
        for table in (value if isinstance(value, list) else [value]) if _is_table(value) else ():
            lines += ["", f"[[{key}]]" if isinstance(value, list) else f"[{key}]"]
            lines += [line for name, each in table.items() for line in _entries(_key(name), each)]
    return "\n".join(lines) + "\n"


def _entries(key: str, value: object) -> Iterator[str]:
    """A line for the key; where that would be wide, and the value is a table, a line for each of its keys."""
    line = f"{key} = {_inline(value)}"
    if isinstance(value, dict) and value and max(map(len, line.split("\n"))) > _WIDE:
        for name, each in value.items():
            yield from _entries(f"{key}.{_key(name)}", each)
    else:
        yield line


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value))


def _inline(value: object) -> str:
    """A value on one line, but for a list of tables or a wide list, which has a line for each, and a long text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return f"{value:_}" if abs(value) >= 10_000 else str(value)
    if isinstance(value, date):
        return str(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_inline(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        each_inline = [*map(_inline, value)]
        if _is_table(value) or sum(map(len, each_inline)) > _WIDE:
            return "[\n" + "".join(f"    {each},\n" for each in each_inline) + "]"
        return "[" + ", ".join(each_inline) + "]"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    """Text in quotes; a long one over several lines, which TOML joins, so that no line is refused as too long."""
    if len(text) <= 2 * _WIDE and text.count(".") <= 5:
        return in_quotes(text)
    pieces = re.findall(r".{1,80}\Z|.{1,79} (?! )|.{1,80}", text, re.DOTALL)
    return '"""\\\n' + "\\\n".join(re.sub("^ ", r"\\u0020", _escaped(piece)) for piece in pieces) + '"""'


def in_quotes(text: str) -> str:
    """Text in quotes on one line."""
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    """The text without what TOML does not have between quotes."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    """The key, in quotes where TOML wants them."""
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else in_quotes(key)


TOO_LARGE = Problem(
    message=Text(
        en="is larger than {most} kB, which no plan is; look whether it is the right file",
        sv="är större än {most} kB, vilket ingen plan är; se efter om det är rätt fil",
    )(most=LARGEST // 1000)
)
_TOO_DEEP = Problem(
    message=Text(
        en="has tables more than {most} deep in one another, which no plan has; look whether it is the right file",
        sv="har tabeller mer än {most} djupt i varandra, vilket ingen plan har; se efter om det är rätt fil",
    )(most=DEEPEST)
)
_LONG_NUMBER = Problem(
    message=Text(
        en="has a number of thousands of digits, which no plan has; look whether it is the right file",
        sv="har ett tal med tusentals siffror, vilket ingen plan har; se efter om det är rätt fil",
    )
)
_OLD_ENDS = Problem(
    message=Text(
        en="the lines end with CR alone, as on an old Macintosh; save it with lines that end with LF or CR/LF",
        sv="raderna slutar bara med CR, som på en äldre Macintosh; spara den med rader som slutar med LF eller CR/LF",
    )
)
_RUNNING_TEXT = Text(
    en="this is running text and no plan; a plan is plain text in TOML, as finsam new writes it",
    sv="detta är löpande text och ingen plan; en plan är ren text i TOML, som finsam new skriver den",
)
_LONG_LINE = Text(
    en="has more than {most} characters, which no plan has; look whether it is the right file",
    sv="har mer än {most} tecken, vilket ingen plan har; se efter om det är rätt fil",
)
_DOTS = Text(
    en="has more than {most} dots, which no plan has; look whether it is the right file",
    sv="har mer än {most} punkter, vilket ingen plan har; se efter om det är rätt fil",
)
_MANY_ROWS = Text(
    en="has a table or a list of more than {most} rows, which no plan has; look whether it is the right file",
    sv="har en tabell eller lista med mer än {most} rader, vilket ingen plan har; se efter om det är rätt fil",
)
_NO_TOML = Text(
    en="column {column}, {rest}: this cannot be read; look whether a quote, a comma, a bracket or a brace is missing",
    sv="kolumn {column}, {rest}: detta kan inte läsas; se efter om ett citattecken, komma eller en parentes saknas",
)
_NO_TOML_AT_END = Text(
    en="the line cannot be read; look whether a quote, a comma, a bracket or a brace is missing",
    sv="raden kan inte läsas; se efter om ett citattecken, komma eller en parentes saknas",
)

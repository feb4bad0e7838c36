"""Slips in the headings of a file, and what stands there twice: what to write instead."""

import re

from finsam.errors import WRITE
from finsam.files.shape import tables_of
from finsam.files.swedish import english
from finsam.followup.document import FollowUp
from finsam.language import Text
from finsam.national.document import National
from finsam.plan import OperationalPlan

__all__ = ["COMMENT", "begun", "plain_row", "twice", "unquoted"]

_TABLES = {**tables_of(National), **tables_of(FollowUp), **tables_of(OperationalPlan)}
"""Every heading of any kind of file."""
_UNDER = {table.rpartition(".")[2]: table for table in sorted(_TABLES, key=lambda table: -table.count("."))}
"""Where a table stands, by the last of its keys; the outermost, where there are several."""


def unquoted(line: str) -> str:
    """The line without its comment, with points for what is in quotes."""
    masked = re.sub(r'"(?:[^"\\]|\\.)*"', lambda quoted: f'"{"·" * (len(quoted[0]) - 2)}"', line)
    return masked.partition("#")[0].rstrip()


def begun(line: str) -> Text | None:
    """What is wrong with a comment on a line of its own, or with a heading."""
    if mark := re.match(r"\s*(;|//|--|/\*|<!--)", line):
        return COMMENT(given=mark[1])
    given = unquoted(line).strip()
    if not re.fullmatch(r"[\[(][^=]*|[\w.]+(\]+|\s*:)", given) or '"' in given or "," in given:
        return None
    name = given.strip("[]() :")
    better = ".".join(_better(word) for word in name.split("."))
    if (table := _UNDER.get(better, better)) != name:
        return WRITE(given=name, better=table)
    is_row = given.count("[") > 1 or given.count("]") > 1 or ("[" not in given and _is_list(name))
    heading = f"[[{name}]]" if is_row else f"[{name}]"
    return None if given == heading else WRITE(given=given, better=heading)


def _better(word: str) -> str:
    """The word of a heading as it should be."""
    better = english(word) or word.strip().replace(" ", "_")
    return better if better.isascii() else f'"{better}"'


def _is_list(name: str) -> bool:
    return name in _TABLES and _TABLES[name].is_list


def plain_row(lines: list[str], number: int) -> tuple[Text, int] | None:
    """The plain heading, and its line, of a table that has more rows under headings of their own, one of them there."""
    if (heading := re.fullmatch(r"\s*\[{1,2}([^\[\]]+)\]{1,2}", unquoted(lines[number - 1]))) is None:
        return None
    name = heading[1].strip()
    plain = [place for place, line in enumerate(lines, 1) if unquoted(line).strip() == f"[{name}]"]
    is_list = any(unquoted(line).strip() == f"[[{name}]]" for line in lines)
    return (WRITE(given=f"[{name}]", better=f"[[{name}]]"), plain[0]) if is_list and len(plain) == 1 else None


def twice(what: str, lines: list[str], number: int) -> Text | None:
    """A table or a key that stands twice."""
    if key := re.match("Duplicate inline table key '(.*)'", what):
        return _KEY_TWICE(key=key[1])
    if "twice" not in what and "overwrite" not in what:
        return None
    heading, line = re.compile(r"\s*(\[+)\s*([^\]]+?)\s*(\]+)"), lines[number - 1]
    if (table := heading.match(line)) and len(table[1]) == len(table[3]):
        return (_ROW_TWICE if _is_list(table[2]) else _TABLE_TWICE)(table=table[2])
    if table:
        return None
    name = line.partition("=")[0].strip()
    above = next(filter(None, map(heading.match, lines[number - 1 :: -1])), None)
    return _KEY_TWICE_IN_ROW(key=name, table=above[2]) if above and above[1] == "[[" else _KEY_TWICE(key=name)


COMMENT = Text(en="a comment begins with #, not with {given}", sv="en kommentar börjar med #, inte med {given}")
_ROW_TWICE = Text(
    en="[{table}] stands twice; write [[{table}]] before each",
    sv="[{table}] står två gånger; skriv [[{table}]] före var och en",
)
_TABLE_TWICE = Text(
    en="[{table}] stands twice; write all its keys under one",
    sv="[{table}] står två gånger; skriv alla dess nycklar under en",
)
_KEY_TWICE = Text(
    en="{key} stands twice in the same table; keep one", sv="{key} står två gånger i samma tabell; behåll en"
)
_KEY_TWICE_IN_ROW = Text(
    en="{key} stands twice in the same table; keep one, or write [[{table}]] between them if they are two",
    sv="{key} står två gånger i samma tabell; behåll en, eller skriv [[{table}]] emellan om de är två",
)

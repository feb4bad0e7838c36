"""
The usual slips of those who write TOML for the first time: what stands there, and what to write instead.

The reader of the standard library says where a text ceases to be TOML, in words for programmers. Most of it is one of a
few slips, which are looked for on that line and answered with what to write.
"""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from finsam.errors import WRITE
from finsam.files.days import DAYS, MONTH
from finsam.files.headings import COMMENT, begun, plain_row, twice, unquoted
from finsam.files.scalars import NO_YEAR
from finsam.files.swedish import english
from finsam.language import Text
from finsam.period import NO_DAY
from finsam.shares import percent

__all__ = ["slip"]

_GROUPED = r"\d{1,3}(?:[ \u00a0_.]\d{3})+"
_NUMBER = rf"{_GROUPED}(?:,\d+)?|\d+(?:[.,]\d+)?"
_UNIT = r"kr|kronor|sek|tkr|kkr|tsek|mkr|mnkr|msek|milj(?:oner)?(?: kr(?:onor)?)?|%|procent"
_TRUE, _FALSE = ("ja", "sant", "true", "yes"), ("nej", "falskt", "false", "no")

_CURLY = Text(en='the quotes are curly; write "{text}"', sv='citattecknen är krökta; skriv "{text}"')
_MINUS = Text(en="the minus is a dash; write -{number}", sv="minustecknet är ett tankstreck; skriv -{number}")
_QUOTE = Text(en='{given} needs quotes; write "{given}"', sv='{given} behöver citattecken; skriv "{given}"')
_QUOTE_KEY = Text(
    en='the key {given} needs quotes; write "{given}"', sv='nyckeln {given} behöver citattecken; skriv "{given}"'
)
_COMMA = Text(en="a comma is missing before {before}", sv="ett komma saknas före {before}")
_CLOSE = Text(en="{mark} is missing; write it where it ends", sv="{mark} saknas; skriv det där det slutar")
_BEGIN = Text(en="{mark} is missing; write it where it begins", sv="{mark} saknas; skriv det där det börjar")
_INSTEAD = Text(
    en="{given} stands where {wanted} should; write {better}", sv="{given} står där {wanted} ska stå; skriv {better}"
)
_EQUALS = Text(en="= is missing; write {better}", sv="= saknas; skriv {better}")
_AFTER = Text(
    en="{given} stands after the value; remove it, or write it after # or on a line of its own",
    sv="{given} står efter värdet; ta bort det, eller skriv det efter # eller på en egen rad",
)
_ALONE = Text(
    en="{given} stands alone; write = and a value after it, [ and ] around it if it is a heading, "
    "or # before it if it is a comment",
    sv="{given} står ensamt; skriv = och ett värde efter det, [ och ] omkring det om det är en rubrik, "
    "eller # före det om det är en kommentar",
)
_VALUELESS = Text(en="{key} has no value; write one after =", sv="{key} saknar värde; skriv ett efter =")
_NO_VALUE = Text(
    en="{given} is no value; write a number, or text in quotes",
    sv="{given} är inget värde; skriv ett tal, eller text inom citattecken",
)
_TOO_MANY = Text(en=", stands before {mark}; remove it", sv=", står före {mark}; ta bort det")
_ON_ONE_LINE = Text(
    en="a table between { and } stands on one line; write all of it on this one",
    sv="en tabell mellan { och } står på en rad; skriv hela på denna",
)
_SEVERAL_LINES = Text(
    en='the text does not end on its line; write """ before and after one on several lines',
    sv='texten slutar inte på sin rad; skriv """ före och efter en på flera rader',
)
_INSIDE = Text(
    en='the text ends before {word}; write quotes inside a text as \\"',
    sv='texten slutar före {word}; skriv citattecken inne i en text som \\"',
)
_NO_BREAK = Text(
    en="a no-break space stands outside quotes; write an ordinary space",
    sv="ett hårt mellanslag står utanför citattecken; skriv ett vanligt mellanslag",
)
_HIDDEN = Text(
    en="an invisible character ({code}) stands before {before}; remove it",
    sv="ett osynligt tecken ({code}) står före {before}; ta bort det",
)
_TWO_MARKS = Text(en="{mark} stands twice; write one", sv="{mark} står två gånger; skriv ett")
_ODD_QUOTES = Text(
    en='a quote is missing or one too many; write " before and after each text',
    sv='ett citattecken saknas eller är ett för mycket; skriv " före och efter varje text',
)
_TWO_NUMBERS = Text(en="{given} is two numbers; write one", sv="{given} är två tal; skriv ett")


def slip(what: str, lines: list[str], number: int, column: int) -> tuple[Text, int] | None:
    """
    What to write instead, and on which line, where the reader says what is wrong there, from line and column 1.

    None where it is no usual slip.
    """
    line = lines[number - 1]
    is_next = not line[: column - 1].strip() and re.match(r"[\w.]+\s*=", line[column - 1 :])
    if what.startswith(("Unclosed", "Unterminated", "Illegal character '\\n'")) or (
        what == "Invalid value" and is_next
    ):
        return _unclosed(what, lines, number, column)
    if (plain := plain_row(lines, number)) is not None:
        return plain
    said = twice(what, lines, number) or begun(line) or _doubled(line) or _on_the_line(line)
    said = said or _unseen(line)
    if said is None:
        for words, look in _BY_WHAT.items():
            if what.startswith(words):
                said = look(line, column - 1)
    if said is None and unquoted(line).count('"') % 2:
        said = _ODD_QUOTES
    return None if said is None else (said, number)


def _on_the_line(line: str) -> Text | None:
    """The likeliest slip on the line, if there is any, outside quotes and comments."""
    masked = unquoted(line)
    if re.search(r"=\s*\w+\s*=", masked) and (mark := _closed(line)) is not None:
        return _BEGIN(mark=mark)
    for pattern, answer in _SLIPS:
        for found in re.finditer(pattern, masked, re.IGNORECASE):
            spans = [found.span(group) for group in range(1, 1 + found.re.groups)]
            if (said := answer(*(None if start < 0 else line[start:end] for start, end in spans))) is not None:
                return said
    return None


def _unseen(line: str) -> Text | None:
    """What stands outside quotes and cannot be seen, as what is copied from a page or a document has."""
    plain = unquoted(line)
    if "\u00a0" in plain:
        return _NO_BREAK
    hidden = re.search("([\u00ad\u200b-\u200f\u2060\ufeff])\\s*(\\w+|\\S)?", plain)
    return None if hidden is None else _HIDDEN(code=f"U+{ord(hidden[1]):04X}", before=hidden[2] or "=")


def _doubled(line: str) -> Text | None:
    """A mark that stands twice."""
    if re.search(r'(?:[=\[{,]|^)\s*""[^\W\d]|[^\W\d]""', line):
        return _TWO_MARKS(mark='"')
    plain = unquoted(line)
    for mark, closing in (("{", "}"), ("[", "]"), (",", "")):
        if re.search(rf"\{mark}\s*\{mark}", plain) and plain.count(mark) > (plain.count(closing) if closing else 1):
            return _TWO_MARKS(mark=mark)
    return None


def _unclosed(what: str, lines: list[str], number: int, column: int) -> tuple[Text, int] | None:
    """What is not closed, on the last line above on which something is opened and not closed."""
    before, rest = lines[number - 1][: column - 1], lines[number - 1][column - 1 :]
    if what.startswith(("Unclosed", "Illegal")) and (said := _doubled(lines[number - 1])) is not None:
        return said, number
    if what.startswith("Unclosed") and before.strip() and (said := _on_the_line(lines[number - 1])) is not None:
        return said, number
    if rest.startswith(";"):
        return _INSTEAD(given=";", wanted=",", better=","), number
    if what == "Unclosed array" and (row := re.match(r'"[^"]*"|\{', rest)):
        return _COMMA(before=row[0]), number
    for above in range(number, 0, -1):
        if (mark := _opened(lines[above - 1])) is not None:
            return _open(mark, lines, above), above
    return None


def _open(mark: str, lines: list[str], number: int) -> Text:
    """What to say of a line on which something is opened and not closed."""
    if mark != '"':
        return _on_the_line(lines[number - 1]) or _CLOSE(mark=mark)
    if curly := re.search(r'"([^“”„»«"]+)[“”„»«][^"]*$', lines[number - 1]):
        return _CURLY(text=curly[1])
    return _SEVERAL_LINES if _opened("".join(lines[number : number + 1])) == '"' else _CLOSE(mark=mark)


def _opened(line: str) -> str | None:
    """What closes that which is opened on the line and not closed."""
    plain = unquoted(line)
    if plain.count('"') % 2:
        return '"'
    return next((closing for opening, closing in ("{}", "[]") if plain.count(opening) > plain.count(closing)), None)


def _closed(line: str) -> str | None:
    """What opens that which is closed on the line and not opened."""
    plain = unquoted(line)
    return next((opening for opening, closing in ("{}", "[]") if plain.count(opening) < plain.count(closing)), None)


def _after_the_value(line: str, at: int) -> Text | None:
    """What stands after a value that is whole."""
    if (missing := _closed(line)) is not None:
        return _BEGIN(mark=missing)
    rest = line[at:].strip()
    if line[at - 1] == '"' and (word := re.match(r"\w+", rest)) and '"' in rest:
        return _INSIDE(word=word[0])
    if (mark := re.match(r"(;|//|--|/\*)\s*\w", rest)) is not None:
        return COMMENT(given=mark[1])
    return _AFTER(given=rest.partition(" #")[0])


def _no_equals(line: str, at: int) -> Text | None:
    """What stands after a key that is not followed by an equals sign."""
    key = re.split(r"[{,\[]", line[:at])[-1].strip()
    rest = line[at:].strip()
    if mark := re.match(r":=?", rest):
        value = rest[mark.end() :].strip() if "{" not in line[:at] else re.split("[,}]", rest[mark.end() :])[0].strip()
        return _INSTEAD(given=mark[0], wanted="=", better=f"{key} = {value}")
    if unquoted(line).count('"') % 2:
        return _ODD_QUOTES
    if key and (value := re.match(r'"[^"]*"|\d[\w.-]*|true|false|\[[^\]]*\]', rest)):
        return _EQUALS(better=f"{key} = {value[0]}")
    if key and rest.startswith("{"):
        return _EQUALS(better=f"{key} = {{")
    if rest.startswith(",") and "{" in line and "=" not in line.partition("{")[2]:
        return _INSTEAD(given="{", wanted="[", better="[")
    return None if "=" in line else _ALONE(given=line.strip())


def _no_value(line: str, at: int) -> Text | None:
    """What stands where there should be a value."""
    before, rest = line[:at].rstrip(), line[at:].strip()
    if rest.startswith("=") and before.endswith("="):
        return _INSTEAD(given="==", wanted="=", better=f"{before[:-1].strip()} = {rest[1:].strip()}")
    if before.endswith("=") and (not rest or rest[0] in "#},"):
        return _VALUELESS(key=re.split(r"[{,]", before[:-1])[-1].strip())
    if rest.startswith("("):
        return _INSTEAD(given="(", wanted=(wanted := "{" if "=" in rest else "["), better=wanted)
    if word := re.match(r"[^\W\d][^\"',\[\]{}=#]*", rest):
        return _QUOTE(given=word[0].strip())
    if mark := re.match(r"[^\s,\]}]+", rest):
        return _NO_VALUE(given=mark[0])
    return None


def _no_key(line: str, at: int) -> Text | None:
    """What stands where there should be a key."""
    before, rest = line[:at].rstrip(), line[at:].strip()
    if not rest and before.endswith(("{", ",")):
        return _ON_ONE_LINE
    return _TOO_MANY(mark=rest[0]) if rest[:1] in ("}", "]") and before.endswith(",") else None


def _no_escape(line: str, at: int) -> Text:
    """A backslash in a text."""
    return WRITE(given="\\", better="\\\\")


_BY_WHAT: Mapping[str, Callable[[str, int], Text | None]] = {
    "Expected newline": _after_the_value,
    "Expected '='": _no_equals,
    "Invalid value": _no_value,
    "Invalid initial character": _no_key,
    "Unescaped": _no_escape,
    "Invalid hex value": _no_escape,
}
"""What is looked at, by what the reader says; it says where, too."""


def _quoted(given: str, number: str, unit: str) -> Text:
    return WRITE(given=given, better=f'"{number.replace("_", " ")} {"%" if unit.lower() == "procent" else unit}"')


def _underscored(given: str, number: str) -> Text:
    return WRITE(given=given, better=re.sub(r"[^\d]", "_", number.strip()))


def _percent(given: str) -> Text:
    """A share written as a part of one."""
    return WRITE(given=given, better=f'"{percent(Fraction(given.replace(",", ".")))}"')


def _truth(word: str) -> Text | None:
    if word in ("true", "false"):
        return None
    return WRITE(given=word, better="true" if word.lower() in _TRUE else "false")


def _value(text: str) -> Text | None:
    text = text.strip()
    return None if text in ("true", "false") else _QUOTE(given=text)


def _key(key: str) -> Text | None:
    key = key.strip()
    if (better := english(key) or key) != key:
        return WRITE(given=key, better=better)
    if year := re.fullmatch(r"(\S+) (\d{4})", key):
        return WRITE(given=key, better=year[2] if year[1].casefold() == "år" else f"{year[1]}.{year[2]}")
    return None if key.isascii() and " " not in key else _QUOTE_KEY(given=key)


Answer = Callable[..., Text | None]

_SLIPS: tuple[tuple[str, Answer], ...] = (
    (r'[“”„»«]([^“”„»«"]*)[“”„»«"]?', lambda text: _CURLY(text=text) if text else None),
    (r"[‘’]([^‘’']*)[‘’]", lambda text: _CURLY(text=text)),
    (r"((?:`|´|'')([^`´']+)(?:`|´|''))", lambda given, text: WRITE(given=given, better=f'"{text}"')),
    (r"^\s*(?:year|år)\s*=\s*(\d{4} ?[-–−/] ?\d{2,4})(?![-\w])", lambda given: NO_YEAR(given=given)),
    *DAYS,
    (rf"= ?((?:{MONTH}) \d{{4}}|\d{{4}}-\d{{2}})(?![-\w])", lambda given: NO_DAY(given=given)),
    (r"= ?(\d+[-–]\d+)(?![-\w])", lambda given: _TWO_NUMBERS(given=given)),
    (r"[−–—] ?(\d[\d_ ]*)", lambda number: _MINUS(number=number.strip().replace(" ", "_"))),
    (rf"(?<![\w\".])(({_NUMBER}) ?({_UNIT}))(?!\w)", _quoted),
    (rf"(?<![\w.])(({_GROUPED}|\d+) ?:-)", _underscored),
    (rf"(?<![\w.])({_GROUPED},\d+)(?!\d)", lambda number: WRITE(given=number, better=f'"{number}"')),
    (r"(?<![\w.,])((\d{1,3}(?:[ \u00a0.']\d{3})+))(?![\d.])(?!,\d)", _underscored),
    (r"= ?((\d{1,3}(?:,\d{3})+))(?!,?\d)", _underscored),
    (r"= ?(0+(\d[\d_]*))(?![\d.,-])", lambda given, number: WRITE(given=given, better=number)),
    (r"\b(?:shares?|ceiling|weight)\s*=.*?(?<![\d,])(0,\d+)(?!\d)", _percent),
    (r"= ?(\d[\d_]*,\d{1,2})(?=\s*(?:[,}\]]|$))", lambda number: WRITE(given=number, better=f'"{number}"')),
    (r"= ?((\d+) år)(?!\w)", lambda given, number: WRITE(given=given, better=number)),
    (rf"= ?({'|'.join((*_TRUE, *_FALSE))})\b", _truth),
    (r"(?:^|[{,])\s*([^\W\d][\wåäö -]*?)\s*=", _key),
    (r"[{[][^{}\[\]]*[\w\"](;)\s", lambda given: _INSTEAD(given=given, wanted=",", better=",")),
    (r"\{[^{}]*=\s*[^,={}\[\]]*?[^\s,={}\[\]]\s+(\"·*\"|[\w-]+)\s*=", lambda key: _COMMA(before=key)),
    (r"\[[^\]]*\"·*\"\s+(\"·*\")", lambda text: _COMMA(before=text)),
    (r"=\s*([^\W\d_][^\"'#,\]}=]*)", _value),
    (r"[\[,]\s*([^\W\d_][^\"'#,\[\]{}=]*?)\s*(?=[,\]])", _value),
)
"""What is looked for on the line, outside quotes, the likeliest first, and what is said of it."""

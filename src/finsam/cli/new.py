"""A plan to begin with: a commented file for an association that is given by its municipalities."""

import re
import sys
import textwrap
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve, frozen

from finsam.errors import FileError, FinsamError
from finsam.files import FORMAT, loads
from finsam.files.scalars import NO_YEAR
from finsam.files.toml import in_quotes
from finsam.language import Language, Text
from finsam.law import PLAN_YEARS, READ_THROUGH
from finsam.money import Money, kr
from finsam.organisations import AGENCIES, Municipality, listed, municipality, region

__all__ = ["Beginning", "begun", "skeleton"]

_WIDE = 100


@frozen(kw_only=True)
class Beginning:
    """What a new plan starts from: the association's name and municipalities, the budget year, the contributions."""

    name: str
    municipalities: tuple[Municipality, ...]
    year: int
    total: Money


@frozen
class _Question:
    """What is asked for: the field of a `Beginning` and the option that it is, its words, and how it is read."""

    field: str
    words: Text
    read: Callable[[str], Any]


def begun(options: Namespace, language: Language) -> Beginning:
    """What was given; what was not is asked for in a terminal, and asked again where the answer cannot be used."""
    beginning = Beginning(name="?", municipalities=(), year=READ_THROUGH.year, total=kr(0))
    for question in _QUESTIONS:
        beginning = _answered(question, beginning, getattr(options, question.field), language)
    return beginning


def _answered(question: _Question, beginning: Beginning, given: object, language: Language) -> Beginning:
    """The same with what was given, or else with the first answer that makes a plan."""
    while True:
        answer = _asked(question, language) if given is None else str(given)
        try:
            if not answer.strip() or (read := question.read(answer)) == ():
                raise FinsamError(_GIVE(question=question.words if given is None else _named(question)))
            return _tried(evolve(beginning, **{question.field: read}))
        except FinsamError as error:
            if given is not None:
                raise
            print(f"finsam: {error.text(language)}", file=sys.stderr)


def _asked(question: _Question, language: Language) -> str:
    """The answer of whoever sits at the terminal."""
    if not sys.stdin or not sys.stdin.isatty():
        raise FinsamError(_GIVE(question=_named(question)))
    print(f"{question.words.to(language)}: ", end="", file=sys.stderr, flush=True)
    if not (answer := sys.stdin.readline()):
        print(file=sys.stderr)
        raise FinsamError(_GIVE(question=_named(question)))
    return answer.strip()


def _tried(beginning: Beginning) -> Beginning:
    """The same, if its file can be read."""
    try:
        loads(skeleton(beginning, "en"))
    except FileError as error:
        raise FinsamError(error.message) from None
    return beginning


def _named(question: _Question) -> Text:
    """What is asked for, and the option that gives it."""
    return _BY_OPTION(question=question.words, option=f"--{question.field}")


def _name(answer: str) -> str:
    if any("\ud800" <= each <= "\udfff" for each in answer):
        raise FinsamError(_NO_UTF_8(name=answer))
    return answer


def _year(answer: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", answer):
        raise FinsamError(NO_YEAR(given=answer))
    return int(answer)


def skeleton(of: Beginning, language: Language) -> str:
    """A plan's file: the association, equal contributions, a row for each kind of cost, and what else there can be."""
    return "".join(f"{line}\n" for part in _parts(of) for line in _lines(part, language))


def _lines(part: Text | str, language: Language) -> list[str]:
    """A comment over as many lines as it needs, or a line of the file."""
    if isinstance(part, str):
        return [part]
    return textwrap.wrap(part.to(language), _WIDE, initial_indent="# ", subsequent_indent="# ")


def _parts(of: Beginning) -> Iterator[Text | str]:
    """The comments and the lines, in order."""
    years = range(of.year, of.year + PLAN_YEARS.known_in(of.year))
    codes = dict.fromkeys(each.region_code for each in of.municipalities if each.region_code)
    members = len(of.municipalities) + len(codes) + len(AGENCIES)
    yield from (_TITLE(name=of.name, year=of.year), _HOW, "")
    yield from (f"format = {FORMAT}", f"year = {of.year}", _CHAPTERS)
    yield from ('chapters = ["governance", "funding", "budget", "interventions", "goals"]', "", _WORDS)
    yield from ('# vision = "..."', '# purpose = "..."', "")
    yield from ("[association]", f"name = {in_quotes(of.name)}")
    yield f"municipalities = {_list([each.name for each in of.municipalities])}"
    yield f"regions = {_list([region(code).name for code in codes])}"
    yield from (_MEMBERS, "", "[governance.adoption]", _ADOPTION)
    yield from (f"# on = {of.year - 1}-11-20", "# consulted = true", "", "[governance.board]", _BOARD)
    yield from (f"# seats = {members}", f"# deputies = {members}", "", "[funding]", _TOTAL)
    yield f"total = {_by_year(years, _amount(of.total))}"
    yield from ("unit = 1", "")
    if len(of.municipalities) > 1:
        yield from (_SPLIT, "[[funding.split]]", "equal = true", _SHARES, f"# shares = {_even(of.municipalities)}", "")
    yield from (_EQUITY, "[equity]", f"opening = {{ budget = {{ {of.year} = 0 }} }}", "", _COSTS)
    for row, name, category in _ROWS:
        yield from ("[[costs]]", f'id = "{row}"', f'name = "{name}"', f'category = "{category}"')
        yield from (f"budget = {_by_year(years, '0')}", "")
    yield from (
        _INTERVENTIONS,
        "# [[interventions]]",
        '# id = "stod"',
        '# name = "..."',
        '# orientation = "individual"',
    )
    yield from ('# parties = ["Försäkringskassan", "Arbetsförmedlingen", "region", "municipality"]', "", _GOALS)
    yield from ("# [[goals]]", '# id = "arbete"', '# text = "..."', '# level = "individual"')
    yield '# targets = [{ share = "40 %", of = "...", to = "..." }]'


def _by_year(years: Iterable[int], amount: str) -> str:
    return f"{{ {', '.join(f'{year} = {amount}' for year in years)} }}"


def _even(municipalities: Sequence[Municipality]) -> str:
    """Whole per cent for each, as even as they can be, that add up to a hundred."""
    each, over = divmod(100, len(municipalities))
    first_over = len(municipalities) - over
    shares = (f'{in_quotes(one.name)} = "{each + (at >= first_over)} %"' for at, one in enumerate(municipalities))
    return f"{{ {', '.join(shares)} }}"


def _amount(amount: Money) -> str:
    return f"{amount.ore // 100:_}" if amount.ore % 100 == 0 else in_quotes(amount.figures())


def _list(names: Sequence[str]) -> str:
    return f"[{', '.join(map(in_quotes, names))}]"


_QUESTIONS = (
    _Question("name", Text(en="the association's name", sv="förbundets namn"), _name),
    _Question(
        "municipalities",
        Text(en="its municipalities, with commas between", sv="dess kommuner, med komma emellan"),
        lambda answer: tuple(map(municipality, listed(answer))),
    ),
    _Question("year", Text(en="the budget year", sv="budgetåret"), _year),
    _Question(
        "total",
        Text(en="what all contribute together each year", sv="vad alla tillsammans bidrar med varje år"),
        kr,
    ),
)
_BY_OPTION = Text(en="{question} ({option})", sv="{question} ({option})")
_GIVE = Text(en="give {question}", sv="ange {question}")
_NO_UTF_8 = Text(
    en='"{name}" has a character that is not UTF-8; write it again',
    sv='"{name}" har ett tecken som inte är UTF-8; skriv det igen',
)

_ROWS = (
    ("insatser", "Individinriktade insatser", "individual"),
    ("strukturella", "Strukturövergripande insatser", "structural"),
    ("kansli", "Kansli", "administration"),
    ("styrelse", "Styrelse", "board"),
    ("revision", "Revision", "audit"),
    ("ny-verksamhet", "Ny verksamhet", "new"),
)

_TITLE = Text(en="{name}: operational plan {year}", sv="{name}: verksamhetsplan {year}")
_HOW = Text(
    en="A line that begins with # is a comment; take the # away to use it. Look at the plan with: finsam report FILE",
    sv="En rad som börjar med # är en kommentar; ta bort # för att använda den. Titta på planen med: finsam report FIL",
)
_CHAPTERS = Text(
    en="The parts of the plan that this file holds, so that what is missing in them is found; take out what is not.",
    sv="De delar av planen som finns i denna fil, så att det som saknas i dem hittas; ta bort det som inte finns här.",
)
_WORDS = Text(en="What the plan is for, in its own words.", sv="Vad planen är till för, med egna ord.")
_MEMBERS = Text(
    en="Försäkringskassan and Arbetsförmedlingen are members without being written.",
    sv="Försäkringskassan och Arbetsförmedlingen är medlemmar utan att skrivas.",
)
_ADOPTION = Text(
    en="The day on which the board adopts the plan, and whether the members were consulted before.",
    sv="Dagen då styrelsen fastställer planen (on), och om samråd skett före (consulted).",
)
_BOARD = Text(
    en="How many seats and deputies the board has.",
    sv="Hur många ledamöter (seats) och ersättare (deputies) styrelsen har.",
)
_TOTAL = Text(
    en="What all members contribute together each year, in kronor; the parties' parts follow from the act.",
    sv="Vad alla medlemmar tillsammans bidrar med varje år, i kronor; parternas delar följer av lagen.",
)
_SPLIT = Text(
    en="How the municipalities share their part: equally, or by agreed shares (shares), population or amounts.",
    sv="Hur kommunerna fördelar sin del: lika (equal), eller efter överenskomna andelar (shares), folkmängd "
    "(population) eller belopp (amounts).",
)
_SHARES = Text(
    en="Agreed shares are written instead of the line equal = true:",
    sv="Överenskomna andelar skrivs i stället för raden equal = true:",
)
_EQUITY = Text(
    en="The equity with which the budget year begins; it is carried on from year to year.",
    sv="Det egna kapital som budgetåret börjar med; det förs vidare från år till år.",
)
_COSTS = Text(
    en="A row of costs a table, a column a year. Write 0 where there is no cost, and add rows as they are needed.",
    sv="En kostnadsrad per tabell, en kolumn per år. Skriv 0 där det inte finns någon kostnad, och lägg till rader.",
)
_INTERVENTIONS = Text(
    en='What is financed and for whom; a row of costs names it with intervention = "stod".',
    sv='Vad som finansieras och för vem; en kostnadsrad pekar ut insatsen med intervention = "stod".',
)
_GOALS = Text(
    en="What is to be reached, with targets that can be followed up.",
    sv="Vad som ska uppnås, med mål som går att följa upp.",
)

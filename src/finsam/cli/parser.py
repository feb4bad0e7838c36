"""The command's words: what can be written after `finsam`, in Swedish and English."""

import re
import sys
import textwrap
from argparse import SUPPRESS, Action, ArgumentParser, HelpFormatter, Namespace, _MutuallyExclusiveGroup
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NoReturn

from attrs import frozen

from finsam import __version__
from finsam.cli.options import AMOUNT, OPTIONS
from finsam.errors import AmountError, suggestion
from finsam.funding import Basis
from finsam.language import LANGUAGES, Language, Text
from finsam.money import kr

__all__ = ["ALWAYS", "FINE", "UNREADABLE", "Command", "Parser", "language_of", "parser", "translated"]

FINE, UNREADABLE = 0, 2
ALWAYS = Text(
    en="Exit status 0; 2 when what was given cannot be read.", sv="Slutstatus 0; 2 när det som angetts inte kan läsas."
)

Run = Callable[[Namespace], int]


@frozen(kw_only=True)
class Command:
    """A command: its name, what it does, when its exit status is what, and what it is given."""

    name: str
    run: Run
    what: Text
    status: Text = ALWAYS
    given: tuple[str, ...] = ()


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language that the command is to speak: what `--lang` says, else that of the environment, else English."""
    for place, argument in reversed([*enumerate(arguments)]):
        name, given, asked = argument.partition("=")
        if name in ("--lang", _SPRAK):
            asked = asked if given else "".join(arguments[place + 1 : place + 2])
            for language in LANGUAGES:
                if asked == language:
                    return language
    locale = next(filter(None, (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "sv" if locale.lower().startswith("sv") else "en"


def parser(commands: Iterable[Command], language: Language) -> "Parser":
    """The parser of the command's words."""
    top = Parser(language=language, prog="finsam", description=_WHAT.to(language))
    top.add_argument("--version", action="version", version=f"finsam {__version__}", help=_VERSION.to(language))
    _option(top, "--lang", language)
    subparsers = top.add_subparsers(title=_COMMANDS.to(language), metavar=_COMMAND.to(language), dest="command")
    for command in commands:
        what, status = command.what.to(language), command.status.to(language)
        description = f"{what[:1].upper()}{what[1:]}. {status}"
        sub = subparsers.add_parser(command.name, help=what, description=description, language=language)
        sub.set_defaults(run=command.run, words=sub)
        for name in ("--lang", "--json", *command.given):
            _option(sub, name, language)
    return top


def _option(parser: ArgumentParser, name: str, language: Language) -> None:
    """Add what can be given under that name."""
    if name == "start":
        group = parser.add_mutually_exclusive_group()
        for basis in Basis:
            words = _START(basis=basis).to(language)
            group.add_argument(
                f"--{basis.value.replace('_', '-')}", dest=basis.value, metavar=AMOUNT.to(language), help=words
            )
        return
    text, more = OPTIONS[name]
    if "metavar" in more:
        more = {**more, "metavar": more["metavar"].to(language)}
    parser.add_argument(name, help=text.to(language), **more)


class Parser(ArgumentParser):
    """A parser that speaks the language; argparse has only its own."""

    def __init__(self, *, language: Language, **settings: Any) -> None:
        def formatter(prog: str) -> HelpFormatter:
            return _Formatter(language, prog)

        super().__init__(add_help=False, allow_abbrev=False, formatter_class=formatter, **settings)
        self.language: Language = language
        self._positionals.title = _POSITIONALS.to(language)
        self._optionals.title = _OPTIONALS.to(language)
        self.add_argument("-h", "--help", action="help", default=SUPPRESS, help=_HELP.to(language))

    def read(self, given: Sequence[str]) -> Namespace:
        """What was given; ends the program where something cannot be, after how the command is used."""
        if any(each.partition("=")[0] == _SPRAK for each in given):
            self._refuse(_LANG_IS_MEANT.to(self.language))
        options, rest = self.parse_known_args(given)
        words: Parser = getattr(options, "words", self)
        if (torn := words._torn(given)) is not None:
            words._refuse(_QUOTES(quoted=torn).to(self.language))
        optional = any(each.startswith("-") for each in rest)
        several = getattr(options, "plans", getattr(options, "sources", None))
        if rest and several is not None and not optional:
            several += rest  # which stand after an option
        elif rest:
            words._refuse((_NOT_HERE if optional else _NOT_HERE_EITHER)(given=" ".join(rest)).to(self.language))
        return options

    def _torn(self, given: Sequence[str]) -> str | None:
        """An amount that was given as several words, as `--total 7 mkr`, in the quotes that it needs."""
        amount_of = [each for each in self._actions if each.metavar == AMOUNT.to(self.language)]
        options = {option for each in amount_of for option in each.option_strings}
        words = [part for each in given for part in (each.split("=", 1) if each.startswith("--") else [each])]
        for place, option in enumerate(words):
            for end in range(len(words), place + 2, -1) if option in options else ():
                amount = " ".join(words[place + 1 : end])
                with suppress(AmountError):
                    kr(amount)
                    return f'{option} "{amount}"'
        return None

    def error(self, message: str) -> NoReturn:
        """End the program with what argparse says is wrong, in the language."""
        self._refuse(translated(message, self.language))

    def _refuse(self, why: str) -> NoReturn:
        """End the program with how the command is used, and what is wrong."""
        self.print_usage(sys.stderr)
        self.exit(2, f"finsam: {why}\n")


class _Formatter(HelpFormatter):
    """argparse's help with its one word of its own in the language."""

    def __init__(self, language: Language, prog: str) -> None:
        super().__init__(prog, width=80)
        self._language: Language = language

    def _format_usage(self, *given: Any) -> str:
        usage = super()._format_usage(*given)
        indent = " " * next((len(line) - len(line.lstrip()) for line in usage.splitlines()[1:]), 0)
        return "\n".join(
            part
            for line in usage.split("\n")
            for part in (
                textwrap.wrap(
                    line.replace(" | ", "\u2007| ")
                    .replace(" AMOUNT", "\u2007AMOUNT")
                    .replace(" BELOPP", "\u2007BELOPP"),
                    80,
                    subsequent_indent=indent,
                    break_on_hyphens=False,
                )
                or [""]
            )
        ).replace("\u2007", " ")

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[_MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _USAGE.to(self._language) if prefix is None else prefix)


def translated(message: str, language: Language) -> str:
    """What argparse says is wrong."""
    for pattern, text in _ERRORS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            said = found.groupdict()
            if "known" in said:
                known = re.findall(r"[\w-]+", said.pop("known"))
                said["near"] = suggestion(said["given"].strip("'"), known).to(language)
            return text(
                **{name: re.sub(r"(?s)^'(.*)'$|^\"(.*)\"$", r'"\1\2"', each) for name, each in said.items()}
            ).to(language)
    return message


_ERRORS = (
    (
        r"the following arguments are required: PLAN(?:, PLAN)?",
        Text(
            en="say which plan: its file, or the name of an example",
            sv="ange vilken plan: dess fil, eller namnet på ett exempel",
        ),
    ),
    (
        r"the following arguments are required: (?:ALLOCATION|FÖRDELNING)",
        Text(
            en="say which national allocation: its file, or the name of an example",
            sv="ange vilken nationell fördelning: dess fil, eller namnet på ett exempel",
        ),
    ),
    (
        r"the following arguments are required: (?:FOLDER|MAPP)",
        Text(
            en="say which plans: a folder, their files, or the names of examples",
            sv="ange vilka planer: en mapp, deras filer, eller namn på exempel",
        ),
    ),
    (
        r"the following arguments are required: (?:RULE|REGEL)",
        Text(en="say which rule, as F201", sv="ange vilken regel, som F201"),
    ),
    (
        r"argument (?:COMMAND|KOMMANDO): invalid choice: (?P<given>.*?) \(choose from (?P<known>.*)\)",
        Text(en="there is no command {given}{near}", sv="det finns inget kommando {given}{near}"),
    ),
    (
        r"argument (?P<name>.*?): invalid choice: (?P<given>.*?) \(choose from (?P<known>.*)\)",
        Text(en="{name}: there is no {given}{near}", sv="{name}: det finns inget {given}{near}"),
    ),
    (
        r"argument (?P<name>.*?): invalid (?:int|_year) value: (?P<given>.*)",
        Text(en="{name}: {given} is not a whole number", sv="{name}: {given} är inget heltal"),
    ),
    (
        r"argument (?P<name>.*?): ignored explicit argument (?P<given>.*)",
        Text(
            en="{name} takes no value, and was given {given}",
            sv="{name} tar inget värde, men fick {given}",
        ),
    ),
    (
        r"argument (?P<name>.*?): expected .*argument.*",
        Text(en="{name}: write what it is to be", sv="{name}: skriv vad det ska vara"),
    ),
    (
        r"argument (?P<name>.*?): not allowed with argument (?P<other>.*)",
        Text(
            en="{name} does not go with {other}; write one of them",
            sv="{name} går inte ihop med {other}; skriv ett av dem",
        ),
    ),
)

_SPRAK = "--språk"
_LANG_IS_MEANT = Text(
    en=f'{_SPRAK} cannot be given; did you mean "--lang"?', sv=f'{_SPRAK} kan inte anges; menades "--lang"?'
)
_QUOTES = Text(en="put quotes around the amount: {quoted}", sv="sätt citattecken om beloppet: {quoted}")
_NOT_HERE = Text(en="{given} cannot be given here; see --help", sv="{given} kan inte anges här; se --help")
_NOT_HERE_EITHER = Text(
    en="{given} cannot be given here; put quotes around what has spaces in it, and see --help",
    sv="{given} kan inte anges här; sätt citattecken om det som innehåller mellanslag, och se --help",
)

_WHAT = Text(
    en="Operational plans of coordination associations (samordningsförbund): who pays, what is left, what is wrong.",
    sv="Verksamhetsplaner för samordningsförbund: vem som betalar, vad som blir kvar och vad som är fel.",
)
_USAGE = Text(en="usage: ", sv="användning: ")
_COMMANDS = Text(en="commands", sv="kommandon")
_COMMAND = Text(en="COMMAND", sv="KOMMANDO")
_POSITIONALS = Text(en="what is given", sv="vad som anges")
_OPTIONALS = Text(en="options", sv="val")
_HELP = Text(en="show this and stop", sv="visa detta och sluta")
_VERSION = Text(en="show the version and stop", sv="visa versionen och sluta")
_START = Text(en="start from this amount: {basis}", sv="utgå från detta belopp: {basis}")

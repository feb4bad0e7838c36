"""The command `finsam`: the common jobs without code."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

from finsam.cli.answer import complain, print_json
from finsam.cli.commands import COMMANDS, FINE, UNREADABLE
from finsam.cli.parser import language_of, parser
from finsam.errors import FileError, FinsamError
from finsam.files.disk import reason
from finsam.language import Language, Text
from finsam.reports import records

__all__ = ["main"]

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command and give its exit status: 0 fine, 1 findings of severity error, 2 what was given cannot be read.
    """
    given = sys.argv[1:] if arguments is None else arguments
    language = language_of(given, os.environ)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without å shows an escape, not a traceback
    try:
        return _run(given, language)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        _give_up_printing()
        if isinstance(error, BrokenPipeError):
            return FINE  # whoever read it has read enough
        complain(f"finsam: {_CANNOT_WRITE(why=reason(error)).to(language)}")
    return UNREADABLE


def _run(given: Sequence[str], language: Language) -> int:
    words = parser(COMMANDS, language)
    options = words.read(given)
    if options.command is None:
        words.print_help()
        return UNREADABLE
    options.lang = language
    options.colour = bool(sys.stdout and sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    try:
        status = int(options.run(options))
    except FinsamError as error:
        status = UNREADABLE
        _refuse(error, options)
    if sys.stdout:
        sys.stdout.flush()
    return status


def _refuse(error: FinsamError, options: Namespace) -> None:
    """Say what is wrong: to people where errors are shown, to machines in place of what they asked for."""
    if options.json:
        file = error.file if isinstance(error, FileError) else getattr(options, "plan", None)
        print_json(records.refusal(file, error, options.lang))
    elif isinstance(error, FileError):
        complain(error.text(options.lang))
    else:
        complain(f"finsam: {error.text(options.lang)}")


def _give_up_printing() -> None:
    """Let what is left to print go nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_CANNOT_WRITE = Text(en="cannot write: {why}", sv="kan inte skriva: {why}")

"""What the command answers: text for people, with colours where a terminal wants them, or JSON for machines."""

import json
import re
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from finsam import reports
from finsam.finding import Severity
from finsam.followup.evaluation import Verdict
from finsam.language import OBEYED, Choice
from finsam.reports.parts import Report, Section, Table
from finsam.work import Progress

__all__ = ["complain", "print_json", "print_text", "progress", "write"]

Part = Report | Section | Table


def write(options: Namespace, record: Callable[[], object], part: Callable[[], Part]) -> None:
    """Print the record as JSON, or the part of a report as text; only that which is asked for is made."""
    if options.json:
        print_json(record())
    else:
        print_text(part(), options)


def print_json(record: object) -> None:
    """Print JSON that any terminal can show: characters that it has not, and such as it would obey, as escapes."""
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    text = json.dumps(record, ensure_ascii=not encoding.startswith("utf"), indent=2)
    print(OBEYED.sub(lambda match: match[0] if match[0] == "\n" else json.dumps(match[0])[1:-1], text))


def print_text(part: Part, options: Namespace) -> None:
    """Print the part, its severities and verdicts in colour for a terminal that wants it; the words say the same."""
    text = reports.text(part, options.lang)
    for choice, colour in _COLOURS.items() if options.colour else ():
        word = re.escape(choice.label.to(options.lang))
        before, light = (r"F\d{3} ", "") if isinstance(choice, Severity) else (" {4}(?=[^:]*: )", "● ")
        text = re.sub(rf"(?m)^({before})({word})\b", rf"\1\033[{colour}m{light}\2\033[0m", text)
    print(text)


def progress() -> Progress | None:
    """What shows how far long work has come: on stderr, where that is a terminal and tqdm is installed."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    try:
        from tqdm import tqdm  # here, because it is an extra
    except ImportError:
        return None
    return partial(tqdm, file=sys.stderr, leave=False, delay=PATIENCE)


PATIENCE = 1.0  # seconds of work, before anything is shown of how far it has come


def complain(text: str) -> None:
    """Say what is wrong, where there is somewhere to say it."""
    if sys.stderr is None:
        return  # where print would print it as if it had been asked for
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)


_RED, _GREEN, _YELLOW, _MAGENTA, _CYAN = "31", "32", "33", "35", "36"
_COLOURS: Mapping[Choice, str] = {
    Severity.ERROR: _RED,
    Severity.WARNING: _YELLOW,
    Severity.NOTE: _CYAN,
    Severity.UNKNOWN: _MAGENTA,
    Verdict.MET: _GREEN,
    Verdict.ON_TRACK: _GREEN,
    Verdict.NEAR: _YELLOW,
    Verdict.BEHIND: _YELLOW,
    Verdict.NOT_MET: _RED,
    Verdict.CANNOT_TELL: _MAGENTA,
    Verdict.NOT_MEASURED: _MAGENTA,
}

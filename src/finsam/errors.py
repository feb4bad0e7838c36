"""
What is raised when something is impossible or cannot be read.

What is merely unlawful is never raised: it is a finding of `finsam.check`.

    FinsamError
    ├── WrongTypeError           not of the type that is asked for
    ├── AmountError              not an amount of money
    ├── ShareError               not a share
    ├── PrintedError             not a figure that a document prints
    ├── AllocationError          cannot be split
    ├── ColumnError              not a column of whole numbers, or not as long as another
    ├── PeriodError              not a period, a year or a part of one
    ├── LawError                 no rule that has been read applies on that day
    ├── UnknownNameError         no such municipality, region, member, rule, ...
    ├── OrganisationNumberError  not an organisation number
    ├── MembershipError          members that cannot be, or not members that year
    ├── FundingError             contributions that cannot be worked out
    │   └── SplitError           a split key that does not fit what it splits
    ├── BudgetError              a row that cannot be, or a year without a budget
    ├── TargetError              a target that cannot be
    ├── PlanError                a plan that cannot be
    ├── FollowUpError            a follow-up that cannot be, or that is not of the plan
    ├── ScenarioError            a what-if that cannot be, or that does not fit the plan
    ├── NationalError            a national allocation that cannot be worked out
    ├── FileError                a file that cannot be read or written
    └── MissingPackageError      a package that is not installed

Each is also the built-in error that it resembles: `ValueError`, `KeyError`, `TypeError` or `ImportError`. `str` gives
an error in English, and `text` in either language.
"""

from collections.abc import Collection

from attrs import field, frozen

from finsam.language import NOTHING, Language, Text, visible
from finsam.place import Path

__all__ = [
    "AllocationError",
    "AmountError",
    "BudgetError",
    "ColumnError",
    "FileError",
    "FinsamError",
    "FollowUpError",
    "FundingError",
    "LawError",
    "MembershipError",
    "MissingPackageError",
    "NOT_INSTALLED",
    "NationalError",
    "OrganisationNumberError",
    "PeriodError",
    "PlanError",
    "PrintedError",
    "Problem",
    "ScenarioError",
    "ShareError",
    "SplitError",
    "TargetError",
    "WRITE",
    "UnknownNameError",
    "WrongTypeError",
    "at",
    "suggested",
    "suggestion",
    "where",
    "written",
]


@frozen(kw_only=True)
class Problem:
    """
    One thing that is wrong: what it is and what to write, and where.

    `path` are the steps to the place from what was made or read, `place` the same as people read it, and `line` the
    line of the file, from 1; None where there is no file or no such line. `rests_on` are the tables that it would not
    be wrong without.
    """

    message: Text
    path: Path = ()
    place: str = ""
    line: int | None = None
    rests_on: tuple[str, ...] = field(default=(), eq=False)

    def text(self, language: Language) -> str:
        """The place, and what is wrong there."""
        place = where(self.place, self.line).to(language)
        return f"{place}: {self.message.to(language)}" if place else self.message.to(language)

    def __str__(self) -> str:
        return self.text("en")


def at(message: Text, *path: str | int) -> Problem:
    """What is wrong, at that place of what was made."""
    return Problem(message=message, path=path)


def where(place: str, line: int | None) -> Text:
    """A place and its line in the file, where it has one."""
    if line is None:
        return Text(en="{place}", sv="{place}")(place=place)
    return (_LINE_AND_PLACE if place else _LINE)(line=str(line), **({"place": place} if place else {}))


_LINE = Text(en="line {line}", sv="rad {line}")
_LINE_AND_PLACE = Text(en="line {line}, {place}", sv="rad {line}, {place}")


class FinsamError(Exception):
    """Anything that finsam raises on purpose; `problems` are the reasons, one or more."""

    def __init__(self, *reasons: Text | Problem) -> None:
        self.problems = tuple(Problem(message=each) if isinstance(each, Text) else each for each in reasons)

    @property
    def message(self) -> Text:
        """What is wrong, without the places."""
        return self.problems[0].message

    def text(self, language: Language) -> str:
        """The error in that language."""
        return "; ".join(problem.text(language) for problem in self.problems)

    def __str__(self) -> str:
        return self.text("en")


class WrongTypeError(FinsamError, TypeError):
    """What was given from Python is not of the type that is asked for."""


class AmountError(FinsamError, ValueError):
    """What was given is not an amount of money in whole öre."""


class ShareError(FinsamError, ValueError):
    """What was given is not an exact share."""


class PrintedError(FinsamError, ValueError):
    """What was given is no figure as a document prints it."""


class AllocationError(FinsamError, ValueError):
    """The amount cannot be split with these weights and this unit."""


class ColumnError(FinsamError, ValueError):
    """What was given is not a column of whole numbers, is not as long as another, or holds what 64 bits do not."""


class PeriodError(FinsamError, ValueError):
    """The days do not make a period, or what was given is no year and no part of one."""


class LawError(FinsamError, ValueError):
    """No wording of the rule that has been read applies on that day."""


class UnknownNameError(FinsamError, KeyError):
    """There is nothing of that name: what was looked for, in words with its `{name}`, and the names that there are."""

    def __init__(self, what: Text, name: object, known: Collection[str]) -> None:
        super().__init__(_UNKNOWN(what=what(name=name), near=suggestion(str(name), known)))
        self.args = (what, name, tuple(known))


_UNKNOWN = Text(en="{what}{near}", sv="{what}{near}")


class OrganisationNumberError(FinsamError, ValueError):
    """The ten digits are not an organisation number (*organisationsnummer*)."""


class MembershipError(FinsamError, ValueError):
    """The members cannot be members of one association, or were not in that year."""


class FundingError(FinsamError, ValueError):
    """The contributions cannot be worked out from what was given."""


class SplitError(FundingError):
    """The split key cannot be, or does not fit the members and the amount that it is to split."""


class BudgetError(FinsamError, ValueError):
    """The row cannot be, or the plan has no such budget, forecast or outcome."""


class TargetError(FinsamError, ValueError):
    """The figures and words do not make a target."""


class PlanError(FinsamError, ValueError):
    """The parts do not make a plan."""


class FollowUpError(FinsamError, ValueError):
    """The parts do not make a follow-up, or it is not that of the plan."""


class ScenarioError(FinsamError, ValueError):
    """The change says nothing that can be, or does not fit the plan."""


class NationalError(FinsamError, ValueError):
    """The national allocation cannot be, or cannot be worked out from what is given and chosen."""


class FileError(FinsamError, ValueError):
    """
    The file cannot be read as what it should be, or what was to be written cannot be read again.

    `file` is its name and `problems` everything that is wrong with it, in the order of the file.
    """

    def __init__(self, file: str, *problems: Problem | Text) -> None:
        super().__init__(*problems)
        self.file = file
        self.args = (file, *problems)

    def text(self, language: Language) -> str:
        """A line a problem."""
        file = visible(self.file) or '""'
        return "\n".join(f"{file}: {problem.text(language)}" for problem in self.problems)


class MissingPackageError(FinsamError, ImportError):
    """A package is not installed that this part of finsam needs; the message says what to install."""


NOT_INSTALLED = Text(
    en='{what} needs {package}; write pip install "finsam[{extra}]"',
    sv='{what} behöver {package}; skriv pip install "finsam[{extra}]"',
)
"""That a package is missing, and the extra with which it is installed."""


def written(value: object) -> Text:
    """A value as it stands in a file, shortened."""
    if isinstance(value, dict):
        return _TABLE
    if isinstance(value, list | tuple):
        return _LIST
    if isinstance(value, int) and value.bit_length() > 100:
        return _HUGE
    text = str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)
    text = visible(text if len(text) <= 60 else text[:57] + "...")
    return Text(en=text, sv=text)


_TABLE = Text(en="a table", sv="en tabell")
_LIST = Text(en="a list", sv="en lista")
_HUGE = Text(en="a number of more than thirty digits", sv="ett tal med mer än trettio siffror")


WRITE = Text(en="{given}: write {better}", sv="{given}: skriv {better}")
"""What to write instead of what is given."""


def suggestion(name: str, known: Collection[str]) -> Text:
    """The end of a message about a name that is not known: the nearest that is, or the first few."""
    from difflib import get_close_matches  # here, because most runs make no mistake

    for form in (_stem, str.casefold):
        forms: dict[str, list[str]] = {}
        for each in known:
            forms.setdefault(form(each), []).append(each)
        for near in get_close_matches(form(name), forms, n=1, cutoff=_NEAR):
            accented = {_words(each): each for each in reversed(forms[near])}
            [best] = get_close_matches(_words(name), accented, n=1, cutoff=0)
            return _DID_YOU_MEAN(nearest=accented[best])
    if 0 < len(known) <= 15:
        return _THERE_IS(names=tuple(f'"{each}"' for each in known))
    return NOTHING


def suggested(message: Text) -> object:
    """The name that a message with a `suggestion` suggests; None where it suggests none."""
    inner = (suggested(value) for value in message.values.values() if isinstance(value, Text))
    return message.values.get("nearest") or next(filter(None, inner), None)


_NEAR = 0.75
_SAME = str.maketrans("åäöéüw", "aaoeuv")
_KINDS = {"kommun", "stad", "region", "lan", "landsting", "landstinget", "i"}


def _stem(name: str) -> str:
    """The name without accents, and without the words that say what kind of place it is."""
    return _words(name.casefold().translate(_SAME))


def _words(name: str) -> str:
    """The name without the words that say what kind of place it is."""
    words = name.casefold().split()
    return " ".join([word for word in words if word.translate(_SAME) not in _KINDS] or words)


_DID_YOU_MEAN = Text(en='; did you mean "{nearest}"?', sv='; menades "{nearest}"?')
_THERE_IS = Text(en="; there is {names}", sv="; det finns {names}")

"""
What is raised when something is impossible or cannot be read.

What is merely unlawful is never raised: it is a finding of `finsam.check`.

    FinsamError
    ├── AmountError              not an amount of money
    ├── ShareError               not a share
    ├── AllocationError          cannot be split
    ├── PeriodError              not a period or a year
    ├── LawError                 no rule that has been read applies on that day
    ├── UnknownNameError         no such municipality, region, member, rule, ...
    ├── OrganisationNumberError  not an organisation number
    ├── MembershipError          members that cannot be, or not members that year
    ├── FundingError             contributions that cannot be worked out
    │   └── SplitError           a split key that does not fit what it splits
    ├── BudgetError              a budget that cannot be
    ├── TargetError              a target that cannot be
    ├── PlanError                a plan that cannot be
    └── PlanFileError            a file that is not a plan; lists every problem

Each is also the built-in error that it resembles, `ValueError` or `LookupError`.
"""

from collections.abc import Iterable, Sequence

from attrs import frozen

__all__ = [
    "AllocationError",
    "AmountError",
    "BudgetError",
    "FinsamError",
    "FundingError",
    "LawError",
    "MembershipError",
    "OrganisationNumberError",
    "PeriodError",
    "PlanError",
    "PlanFileError",
    "Problem",
    "ShareError",
    "SplitError",
    "TargetError",
    "UnknownNameError",
    "shown",
    "suggestion",
]


class FinsamError(Exception):
    """Anything that finsam raises on purpose."""


class AmountError(FinsamError, ValueError):
    """What was given is not an amount of money in whole öre."""


class ShareError(FinsamError, ValueError):
    """What was given is not an exact share."""


class AllocationError(FinsamError, ValueError):
    """The amount cannot be split with these weights and this unit."""


class PeriodError(FinsamError, ValueError):
    """The days do not make a period, or the number is not a year."""


class LawError(FinsamError, ValueError):
    """No wording of the rule that has been read applies on that day."""


class UnknownNameError(FinsamError, LookupError):
    """There is nothing of that name."""

    def __init__(self, kind: str, name: object, known: Iterable[str]) -> None:
        super().__init__(f"there is no {kind} {name!r}{suggestion(str(name), list(known))}")


class OrganisationNumberError(FinsamError, ValueError):
    """The ten digits are not an organisation number (*organisationsnummer*)."""


class MembershipError(FinsamError, ValueError):
    """The members cannot be members of one association, or were not in that year."""


class FundingError(FinsamError, ValueError):
    """The contributions cannot be worked out from what was given."""


class SplitError(FundingError):
    """The split key cannot be, or does not fit the members and the amount that it is to split."""


class BudgetError(FinsamError, ValueError):
    """The lines do not make a budget."""


class TargetError(FinsamError, ValueError):
    """The figures and words do not make a target."""


class PlanError(FinsamError, ValueError):
    """The parts do not make a plan; `problems` are the reasons, one or more."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


@frozen(kw_only=True)
class Problem:
    """One thing that is wrong in a file: where it stands, and what is wrong and what to write."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class PlanFileError(FinsamError, ValueError):
    """
    The file is not a plan.

    `file` is its name and `problems` everything that is wrong with it: what cannot be read, in the order of the file,
    and then what does not fit together.
    """

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        self.file = file
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{file}: {problem}" for problem in self.problems))


def shown(value: object) -> str:
    """A value as it stands in a file, shortened."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    if isinstance(value, int) and value.bit_length() > 100:
        return "a number of more than thirty digits"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def suggestion(name: str, known: Sequence[str]) -> str:
    """The end of a message about a name that is not known: the nearest that is, or the first few."""
    from difflib import get_close_matches  # here, because most runs make no mistake

    by_folded = {each.casefold(): each for each in known}
    near = [by_folded[folded] for folded in get_close_matches(name.casefold(), by_folded, n=1)]
    if near:
        return f"; did you mean {near[0]!r}?"
    if 0 < len(known) <= 8:
        return f"; there is {', '.join(repr(each) for each in known)}"
    return ""

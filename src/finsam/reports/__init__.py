"""
Reports for people (*rapporter*), in Swedish or English: the plan in words, its money in tables, and the findings.

A report is made of parts, which `text` renders; `str` gives each in English.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from finsam.derivation import Contributions
from finsam.errors import UnknownNameError
from finsam.finding import Finding
from finsam.language import Text
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.reports import money, words
from finsam.reports.balances import liquidity, payments
from finsam.reports.checked import counted, findings, rule, rules
from finsam.reports.comparison import compared
from finsam.reports.decided import decisions
from finsam.reports.deviation import deviation, expectation
from finsam.reports.duties import calendar
from finsam.reports.equity import equity
from finsam.reports.followup import follow_up
from finsam.reports.money import budget, contributions, who_pays
from finsam.reports.parts import Block, Item, Report, Section, Table
from finsam.reports.revisions import revisions
from finsam.reports.terminal import text
from finsam.typed import expect

__all__ = [
    "PARTS",
    "Report",
    "Section",
    "Table",
    "budget",
    "calendar",
    "check",
    "compared",
    "contributions",
    "decisions",
    "derivation",
    "deviation",
    "equity",
    "expectation",
    "findings",
    "follow_up",
    "liquidity",
    "payments",
    "report",
    "revisions",
    "rule",
    "rules",
    "summary",
    "text",
    "title",
    "who_pays",
]

Make = Callable[[OperationalPlan], Section | Table | None]


def summary(plan: OperationalPlan) -> Section:
    """What comes in, goes out and is left in the budget year and after it, and how much was found."""
    table = money.in_short(plan)
    found = Item(words=counted(plan.check()))
    return Section(blocks=(found,) if table is None else (table, found))


def _money(plan: OperationalPlan) -> Section | None:
    """Who pays, each year's budget, and how it was revised."""
    parts: tuple[Block | None, ...] = (contributions(plan), budget(plan), revisions(plan))
    said = tuple(each for each in parts if each is not None)
    return Section(blocks=said) if said else None


PARTS: Mapping[str, Make] = ReadOnly(
    {
        "summary": summary,
        **words.PARTS,
        "money": _money,
        "payments": payments,
        "decisions": decisions,
        "findings": lambda plan: findings(plan.check()),
    }
)
"""The parts of a plan's report, in order, each with the function that makes it; None where the plan says nothing."""


def report(
    plan: OperationalPlan, parts: Collection[str] = tuple(PARTS), *, found: Sequence[Finding] | None = None
) -> Report:
    """
    The whole plan on a few screens: a summary, what it wants and for whom, who pays, each year's money, and what the
    checks find; or only those of its `parts`, by their names in `PARTS`.

    `found` are the findings to show, as with the lines of a file; those of `plan.check()` where they are not given.

    Raises `UnknownNameError` for a part that there is not.
    """
    expect(plan, OperationalPlan, "report")
    known(parts)
    makers = PARTS if found is None else {**PARTS, "findings": lambda _: findings(found)}
    return Report(
        title=title(plan), sections=tuple(_sections(plan, {part: makers[part] for part in PARTS if part in parts}))
    )


def known(parts: Collection[str]) -> None:
    """Raise `UnknownNameError` for a part that there is not."""
    for part in parts:
        if part not in PARTS:
            raise UnknownNameError(_NO_PART, part, tuple(PARTS))


def _sections(plan: OperationalPlan, makers: Mapping[str, Make]) -> Iterator[Section]:
    """The parts about which the plan says something, in their order."""
    for make in makers.values():
        made = make(plan)
        if made is not None:
            yield Section(blocks=(made,)) if isinstance(made, Table) else made


def title(plan: OperationalPlan) -> Text:
    """Whose plan it is, and for which year."""
    return _TITLE(association=plan.association.name, year=plan.year)


def check(plan: OperationalPlan, found: Sequence[Finding], *, file: str | None = None) -> Report:
    """What the checks have found in the plan; headed by the `file` too where it is given, as beside that of another."""
    heading = title(plan) if file is None else _IN_FILE(file=file, title=title(plan))
    return Report(title=heading, sections=(findings(found),))


def derivation(due: Contributions, member: str) -> Section:
    """How what a member pays comes about, step by step; raises as `Contributions.derivation` does."""
    heading, *steps = due.derivation(member)
    numbered = (Item(words=_STEP(number=number, step=step)) for number, step in enumerate(steps, 1))
    return Section(title=heading, blocks=tuple(numbered))


_TITLE = Text(en="{association}: operational plan {year}", sv="{association}: verksamhetsplan {year}")
_IN_FILE = Text(en="{file}: {title}", sv="{file}: {title}")
_NO_PART = Text(en='the report has no part "{name}"', sv='rapporten har ingen del "{name}"')
_STEP = Text(en="{number}. {step}", sv="{number}. {step}")

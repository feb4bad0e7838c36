"""Many plans together (*samlad översikt*): read one at a time, kept in short, and set out in tables."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from typing import Any

from attrs import field, frozen

from finsam.budget import Category
from finsam.errors import PlanError, Problem, at
from finsam.followup.document import FollowUp
from finsam.language import NOTHING, Text
from finsam.organisations import Party, by_member
from finsam.overview.amounts import AmountTable, contributions, costs
from finsam.overview.outcomes import FindingTable, InterventionTable, findings, interventions
from finsam.overview.reading import (
    Found,
    PassedOver,
    Source,
    Stored,
    boiled,
    each_of,
    held_against,
    kept,
    listed,
    placed,
)
from finsam.overview.saved import EquityTable, equity
from finsam.overview.summary import PlanSummary
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.rows import Column
from finsam.typed import expect
from finsam.work import Progress, expect_executor, metered

__all__ = ["Portfolio"]

Key = tuple[str, int]
"""An association, however its capitals, and a budget year."""


def _heads(inhabitants: Mapping[str, int]) -> Mapping[str, int]:
    for name, heads in inhabitants.items():
        expect(heads, int, f"inhabitants {name}")
        if heads < 0:
            raise PlanError(at(_NEGATIVE(name=name, heads=heads), "inhabitants", name))
    return by_member(inhabitants)


@frozen(kw_only=True)
class Portfolio:
    """
    Many plans together (*samlad översikt*), made by `Portfolio.of`.

    `plans` are in the order of the associations' names and the budget years. `unread` are the files that could not be
    read, and `left_out` those that were read and count in no table: a plan that is there already, and a follow-up
    without its plan. `inhabitants` are the caller's own, by municipality.

    Each table is of one year, and of one column where there are columns, so that a budget is never added to an outcome.
    In each an association speaks once: by the plan whose budget year it is, or else by the latest that says something
    of it.
    """

    plans: tuple[PlanSummary, ...]
    unread: tuple[PassedOver, ...] = ()
    left_out: tuple[PassedOver, ...] = ()
    inhabitants: Mapping[str, int] = field(factory=ReadOnly, converter=_heads)

    @classmethod
    def of(
        cls,
        given: Source | Iterable[Source],
        *,
        executor: Executor | None = None,
        progress: Progress | None = None,
        inhabitants: Mapping[str, int] | None = None,
    ) -> "Portfolio":
        """
        The plans and follow-ups in a folder, or of a list or a generator of files, folders, plans and follow-ups.

        They are read one at a time, by the `executor` where one is given, and of each plan only what the tables need is
        kept. A follow-up belongs to the plan of its association and year; follow-ups of earlier years serve its trends.
        Of a folder the files whose names end with `.toml` are read; those of scenarios are passed over. `progress` is
        told of every document, as `tqdm.tqdm` is. `inhabitants` by municipality stand in place of those that the plans
        give.

        Raises `FileError` where what is given is one folder or file that is not there, or a folder without files,
        `WrongTypeError` for what is none of these, and `PlanError` for fewer inhabitants than none.
        """
        expect_executor(executor)
        documents, total = listed(given)
        read = _Read()
        with metered(progress, total) as meter:
            for source, made in _each(documents, executor):
                read.take(source, made)
                meter.update(1)
        plans = read.plans_once()
        jobs = [*read.pairs(plans)]
        if jobs:
            with metered(progress, len(jobs)) as meter:
                for (_, found, _), made in each_of(held_against, jobs, executor):
                    read.follow(plans, found, made)
                    meter.update(1)
        return cls(
            plans=tuple(plans[key] for key in sorted(plans)),
            unread=tuple(sorted(read.unread, key=lambda each: each.file)),
            left_out=tuple(sorted(read.left_out, key=lambda each: each.file)),
            inhabitants={} if inhabitants is None else inhabitants,
        )

    @property
    def associations(self) -> tuple[str, ...]:
        """The names of the associations, each once."""
        return tuple({each.association.casefold(): each.association for each in self.plans}.values())

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which some plan says what the parties contribute, in order."""
        said = {year for plan in self.plans for year, each in plan.years.items() if each.parties is not None}
        return tuple(sorted(said))

    @property
    def cells(self) -> tuple[tuple[Column, int], ...]:
        """The columns and years in which some plan has accounts of a whole year, or money for an intervention."""
        said = {(year, column) for plan in self.plans for year, of in plan.years.items() for column in of.accounts}
        paid = {cell for plan in self.plans for each in plan.interventions for cell in each.money}
        said |= {(year, column) for column, year in paid if isinstance(year, int)}
        columns = [*Column]
        return tuple((column, year) for year, column in sorted(said, key=lambda of: (of[0], columns.index(of[1]))))

    def contributions(self, year: int) -> AmountTable[Party]:
        """What the parties contribute in a year, see `finsam.overview.amounts.contributions`."""
        return contributions(self.plans, year, self.inhabitants)

    def costs(self, year: int, column: Column) -> AmountTable[Category]:
        """What a year costs by category, see `finsam.overview.amounts.costs`."""
        return costs(self.plans, year, column, self.inhabitants)

    def equity(self, year: int, column: Column) -> EquityTable:
        """What is saved at the end of a year, see `finsam.overview.saved.equity`."""
        return equity(self.plans, year, column)

    def interventions(self, year: int, column: Column) -> InterventionTable:
        """The interventions of a year, see `finsam.overview.outcomes.interventions`."""
        return interventions(self.plans, year, column)

    def findings(self, year: int | None = None) -> FindingTable:
        """What the checks find, by rule, in all plans or in those of one budget year."""
        return findings(self.plans, year)


def _each(documents: Iterable[Source | PassedOver], executor: Executor | None) -> Iterator[tuple[Any, Any]]:
    """What comes of each document, in their order."""
    for (source,), made in each_of(_boiled, ((each,) for each in documents), executor):
        yield source, made


def _boiled(source: Source | PassedOver) -> Any:
    return source if isinstance(source, PassedOver) else boiled(source)


class _Read:
    """What has been read so far: plans in short, where they can be had again, and follow-ups."""

    def __init__(self) -> None:
        self.plans: list[tuple[PlanSummary, Stored]] = []
        self.stored: dict[Key, Stored] = {}
        self.found: list[Found] = []
        self.unread: list[PassedOver] = []
        self.left_out: list[PassedOver] = []

    def take(self, source: Any, made: Any) -> None:
        """Put what came of a document where it belongs."""
        if isinstance(made, PlanSummary):
            self.plans.append((made, kept(source)))
        elif isinstance(made, Found):
            self.found.append(made)
        elif isinstance(made, Text):
            self.unread.append(PassedOver(file=_name(source), problems=(Problem(message=made),)))
        elif made is not None:
            self.unread.append(made)

    def plans_once(self) -> dict[Key, PlanSummary]:
        """Each plan once, whatever the order in which they came."""
        plans: dict[Key, PlanSummary] = {}
        for plan, stored in sorted(self.plans, key=_order):
            first = plans.setdefault(plan.key, plan)
            if first is plan:
                self.stored[plan.key] = stored
            else:
                message = _SAME(association=plan.association, year=plan.year, other=_called(first))
                self._leave_out(_called(plan), plan.file, message)
        return plans

    def pairs(self, plans: Mapping[Key, PlanSummary]) -> Iterator[tuple[Stored, Found, tuple[Stored, ...]]]:
        """Each plan that is followed up with the latest follow-up of it, and with those of earlier years."""
        latest: dict[Key, Found] = {}
        for each in sorted(self.found, key=lambda each: (each.day, each.name, each.stored)):
            if (before := latest.get(each.key)) is not None:
                self._leave_out(before.name, before.file, _LATER(other=each.name, day=each.day))
            latest[each.key] = each
        for key, each in latest.items():
            if key not in plans:
                known = tuple(year for name, year in sorted(plans) if name == key[0])
                near = _THERE_IS(years=known) if known else NOTHING
                message = _NO_PLAN(association=each.association, year=each.year, near=near)
                self._leave_out(each.name, each.file, message)
            else:
                earlier = (other for (name, year), other in sorted(latest.items()) if name == key[0] and year < key[1])
                yield self.stored[key], each, tuple(other.stored for other in earlier)

    def follow(self, plans: dict[Key, PlanSummary], found: Found, made: Any) -> None:
        """Put the plan with its follow-up in place of the plan, or tell why that cannot be done."""
        if isinstance(made, PlanSummary):
            plans[found.key] = made
        elif isinstance(made, Text):
            self.unread.append(PassedOver(file=found.name, problems=(Problem(message=made),)))
        else:
            self.unread.append(made)

    def _leave_out(self, name: str, file: str | None, message: Text) -> None:
        self.left_out.append(PassedOver(file=name, problems=(placed(at(message, "year"), file),)))


def _order(read: tuple[PlanSummary, Stored]) -> tuple[str, str]:
    """By which plans that are the same are sorted: the file, or all of it where there is none."""
    plan = read[0]
    return ("", repr(plan)) if plan.file is None else (plan.file, "")


def _called(plan: PlanSummary) -> str:
    """What messages call a plan."""
    return plan.file or f"{plan.association} {plan.year}"


def _name(source: Source) -> str:
    """What messages call what was given."""
    if isinstance(source, OperationalPlan):
        return f"{source.association.name} {source.year}"
    return f"{source.association} {source.year}" if isinstance(source, FollowUp) else str(source)


_NEGATIVE = Text(
    en="the inhabitants of {name} are {heads}; write zero or more",
    sv="invånarna i {name} är {heads}; skriv noll eller fler",
)
_SAME = Text(
    en="the plan of {association} for {year} is also in {other}, and is counted once, from there; remove one of them",
    sv="planen för {association} för {year} finns också i {other}, och räknas en gång, därifrån; ta bort en av dem",
)
_LATER = Text(
    en="the same plan is followed up through {day} in {other}, which is what counts; remove one of them, or nothing",
    sv="samma plan följs upp t.o.m. {day} i {other}, och det är den som räknas; ta bort en av dem, eller ingen",
)
_NO_PLAN = Text(
    en="there is no plan of {association} for {year} here, so it counts in no table{near}; add the plan, or correct "
    "the year",
    sv="det finns ingen plan för {association} för {year} här, så den räknas inte i någon tabell{near}; lägg till "
    "planen, eller rätta året",
)
_THERE_IS = Text(en="; there is one for {years}", sv="; det finns en för {years}")

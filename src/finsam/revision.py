"""How a budget lives (*budgetens läge*): drafted, consulted on, adopted, and what each revision of it changed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from attrs import evolve, field, frozen

from finsam.budget import Cost, Income
from finsam.errors import PlanError, Problem, at
from finsam.governance import Adoption
from finsam.ids import leads_nowhere
from finsam.language import Choice, Text
from finsam.money import Money
from finsam.period import Time, by_time, time_key
from finsam.place import Path
from finsam.readonly import ReadOnly
from finsam.typed import typed

__all__ = ["Change", "Revisable", "Revision", "Status", "before", "misplaced", "status", "undone"]

R = TypeVar("R", Cost, Income)


class Status(Choice):
    """How far a budget has come on a day (*läge*)."""

    DRAFT = "draft", "draft", "utkast"
    CONSULTED = "consulted", "consulted on", "samrådd"
    ADOPTED = "adopted", "adopted", "fastställd"
    REVISED = "revised", "revised", "reviderad"


def _by_row(before: Mapping[str, Any]) -> Mapping[str, Any]:
    """The times of each row, none of them twice."""
    return {row: by_time(cells) if isinstance(cells, Mapping) else cells for row, cells in before.items()}


class Revisable(Protocol):
    """A plan, as far as its budget can be revised."""

    @property
    def costs(self) -> tuple[Cost, ...]:
        """Its rows of costs."""

    @property
    def income(self) -> tuple[Income, ...]:
        """Its rows of income."""

    @property
    def revisions(self) -> "tuple[Revision, ...]":
        """What has been revised."""


@frozen(kw_only=True)
class Change:
    """What a revision changed in the budget of a row (*ändring*), in one year or part of one."""

    row: Cost | Income
    time: Time
    before: Money
    after: Money

    @property
    def difference(self) -> Money:
        """By how much the amount was raised; below zero where it was lowered."""
        return self.after - self.before


@frozen(kw_only=True, field_transformer=typed)
class Revision:
    """
    A revision of the budget (*revidering*): its day, and what the budget of the rows that it changed was before.

    `before` is by the id of the row, and then by year or part of one; of a row that the revision added it is zero.
    """

    on: date
    note: str | None = None
    before: Mapping[str, Mapping[Time, Money]] = field(factory=ReadOnly, converter=_by_row)

    def changes(self, plan: Revisable) -> tuple[Change, ...]:
        """
        What it changed in the budget, row by row as the plan has them, whatever later revisions have changed since.

        Raises `PlanError` for a plan that has no such revision.
        """
        later = _from(plan.revisions, self)[1:]
        rows: tuple[Cost | Income, ...] = (*undone(plan.costs, later), *undone(plan.income, later))
        return tuple(
            Change(row=row, time=time, before=amount, after=row.budget[time])
            for row in rows
            for time, amount in self.before.get(row.id, {}).items()
        )


def status(adoption: Adoption, revisions: Collection[Revision], on: date) -> Status | None:
    """
    How far a budget had come on a day (*läge*), by the days that are known; None before the first of them.

    >>> adoption = Adoption(drafted=date(2026, 9, 15), on=date(2026, 11, 27))
    >>> print(status(adoption, (), date(2026, 10, 1)), status(adoption, (), date(2027, 1, 1)))
    draft adopted
    """
    days = [
        (Status.DRAFT, adoption.drafted),
        (Status.CONSULTED, adoption.consulted_on),
        (Status.ADOPTED, adoption.on),
    ]
    days += [(Status.REVISED, each.on) for each in revisions]
    return next((said for said, day in reversed(days) if day is not None and day <= on), None)


def undone(rows: tuple[R, ...], revisions: Sequence[Revision]) -> tuple[R, ...]:
    """The rows with the budget that they had before the first of those revisions, given in the order of their days."""
    for revision in reversed(revisions):
        rows = tuple(
            evolve(row, budget={**row.budget, **revision.before[row.id]}) if row.id in revision.before else row
            for row in rows
        )
    return rows


def before(plan: Revisable, revision: Revision) -> dict[str, Any]:
    """
    The rows and the revisions of a plan as they were before that revision, by the plan's own names for them.

    Raises `PlanError` for a plan that has no such revision.
    """
    later = _from(plan.revisions, revision)
    return {
        "costs": undone(plan.costs, later),
        "income": undone(plan.income, later),
        "revisions": tuple(each for each in plan.revisions if each not in later),
    }


def _from(revisions: tuple[Revision, ...], revision: Revision) -> list[Revision]:
    """That revision and those after it, by their days; those of one day are in the order in which they stand."""
    every = sorted(revisions, key=lambda each: each.on)
    if revision not in every:
        raise PlanError(at(_NO_REVISION(day=revision.on), "revisions"))
    return every[every.index(revision) :]


def misplaced(plan: Revisable) -> Iterator[Problem]:
    """What the revisions name that is no row, or no budget of one, or either of two rows."""
    costs, income = ({row.id: row for row in rows} for rows in (plan.costs, plan.income))
    for index, revision in enumerate(plan.revisions):
        for name, cells in revision.before.items():
            path = ("revisions", index, "before", name)
            row = costs.get(name, income.get(name))
            if row is None:
                yield evolve(leads_nowhere(path, "rows", name, [*costs, *income]), rests_on=("costs", "income"))
            elif name in costs and name in income:
                yield Problem(message=_TWO_ROWS(id=name), path=path, rests_on=("costs", "income"))
            else:
                yield from _without_budget(path, row, cells)


def _without_budget(path: Path, row: Cost | Income, cells: Collection[Time]) -> Iterator[Problem]:
    """The times in which the row has no budget that could have been revised."""
    for time in cells:
        if time not in row.budget:
            message = _NO_BUDGET(name=row.name, time=time_key(time))
            yield Problem(message=message, path=(*path, time_key(time)), rests_on=("costs", "income"))


_NO_REVISION = Text(
    en="the plan has no such revision of {day}; write one of its revisions",
    sv="planen har ingen sådan revidering {day}; ange en av dess revideringar",
)
_TWO_ROWS = Text(
    en='the id "{id}" is both a cost and an income; give each an id of its own',
    sv='id "{id}" är både en kostnad och en intäkt; ge var och en ett eget',
)
_NO_BUDGET = Text(
    en="{name} has no budget for {time}, which is what a revision changes; write it in the row, as 0 if it was removed",
    sv="{name} har ingen budget för {time}, som är vad en revidering ändrar; skriv den i raden, som 0 om den togs bort",
)

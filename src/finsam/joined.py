"""What the parts of a plan must have in common to be parts of one: ids that are used once and lead somewhere."""

from collections.abc import Collection, Iterator
from typing import Any

from finsam import decisions, payments
from finsam.errors import Problem, at
from finsam.goals import Activity, placed, references
from finsam.governance import named_members
from finsam.ids import leads_nowhere, rings, used_twice
from finsam.language import Text
from finsam.place import Path
from finsam.revision import misplaced
from finsam.rows import Cell, Column

__all__ = ["misfits"]


def misfits(plan: Any, cells: Collection[Cell]) -> Iterator[Problem]:
    """Why the parts of a plan cannot be parts of one; `cells` are the columns and times in which it has amounts."""
    for key in ("longest_intervention", "least_parties"):
        if (number := getattr(plan, key)) is not None and number < 1:
            yield at(_TOO_FEW(number=number), key)
    for index, year in enumerate(plan.preliminary):
        if (Column.OUTCOME, year) not in cells:
            rests_on = ("costs", "income", "funding", "equity")
            yield Problem(message=_NO_OUTCOME(year=year), path=("preliminary", index), rests_on=rests_on)
    of_goals = [(("goals", *path), each) for path, each in placed(plan.goals)]
    for table in ("target_groups", "interventions", "goals", "income", "costs"):
        yield from used_twice(((table, index), each.id) for index, each in enumerate(getattr(plan, table)))
    for kind in ("indicators", "targets"):
        yield from used_twice((path, each.id) for path, each in of_goals if path[2] == kind)
    activities = [*((("activities", index), each) for index, each in enumerate(plan.activities)), *of_goals]
    yield from used_twice((path, each.id) for path, each in activities if isinstance(each, Activity))
    yield from decisions.misfits(plan.decisions)
    yield from rings("target_groups", plan.target_groups)
    yield from rings("goals", plan.goals)
    tables = ("target_groups", "interventions", "goals", "indicators", "costs", "decisions")
    named = {table: dict.fromkeys(each.id for each in getattr(plan, table)) for table in tables}
    named["association"] = dict.fromkeys(member.name for member in plan.association.members)
    yield from misplaced(plan)
    rows = {table: [each.id for each in getattr(plan, table)] for table in ("costs", "income")}
    yield from payments.misfits(plan.payments, members=named["association"], **rows)
    for path, table, name in _references(plan):
        if name is not None and name not in named[table]:
            yield leads_nowhere(path, table, name, [*named[table]])


def _references(plan: Any) -> Iterator[tuple[Path, str, str | None]]:
    """Everything that names something else in the plan: where, in which table that should be, and its name."""
    for index, group in enumerate(plan.target_groups):
        yield ("target_groups", index, "part_of"), "target_groups", group.part_of
    for index, intervention in enumerate(plan.interventions):
        for number, name in enumerate(intervention.target_groups):
            yield ("interventions", index, "target_groups", number), "target_groups", name
    for path, table, goal in references(plan.goals):
        yield ("goals", *path), table, goal
    for path, table, named in decisions.references(plan.decisions):
        yield ("decisions", *path), table, named
    for path, member in named_members(plan.governance):
        yield ("governance", *path), "association", member
    for index, stated in enumerate(plan.stated):
        for name in stated.contributions:
            yield ("stated", index, "contributions", name), "association", name


_TOO_FEW = Text(en="{number} is too few; write 1 or more", sv="{number} är för få; skriv 1 eller fler")
_NO_OUTCOME = Text(en="there is no outcome for {year}", sv="det finns inget utfall för {year}")

"""What the parts of a plan must have in common to be parts of one: ids that are used once and lead somewhere."""

from collections.abc import Collection, Iterator
from itertools import chain, islice
from typing import Any

from finsam import decisions, payments
from finsam.errors import Problem, at
from finsam.goals import placed, references
from finsam.governance import named_members
from finsam.ids import leads_nowhere, places, rings, used_twice
from finsam.language import Text, folded
from finsam.place import Path
from finsam.revision import misplaced
from finsam.rows import Cell, Column

__all__ = ["misfits"]

_TABLES = ("target_groups", "interventions", "goals", "income", "costs")


def misfits(plan: Any, cells: Collection[Cell]) -> Iterator[Problem]:
    """Why the parts of a plan cannot be parts of one; `cells` are the columns and times in which it has amounts."""
    for key in ("longest_intervention", "least_parties"):
        if (number := getattr(plan, key)) is not None and number < 1:
            yield at(_TOO_FEW(number=number), key)
    for index, year in enumerate(plan.preliminary):
        if (Column.OUTCOME, year) not in cells:
            rests_on = ("costs", "income", "funding", "equity")
            yield Problem(message=_NO_OUTCOME(year=year), path=("preliminary", index), rests_on=rests_on)
    ids = {table: [each.id for each in getattr(plan, table)] for table in (*_TABLES, "indicators", "decisions")}
    for table in _TABLES:
        yield from used_twice(ids[table], places(table))
    yield from _used_twice_in_goals(plan)
    yield from _projects_twice(plan)
    yield from decisions.misfits(plan.decisions)
    yield from rings("target_groups", plan.target_groups)
    yield from rings("goals", plan.goals)
    named = {table: dict.fromkeys(each) for table, each in ids.items()}
    named["association"] = dict.fromkeys(member.name for member in plan.association.members)
    yield from misplaced(plan)
    yield from payments.misfits(plan.payments, members=named["association"], costs=ids["costs"], income=ids["income"])
    for path, table, name in _references(plan):
        if name is not None and name not in named[table]:
            yield leads_nowhere(path, table, name, [*named[table]])


def _used_twice_in_goals(plan: Any) -> Iterator[Problem]:
    """The ids that are used twice among what the goals have, and among the activities of no one goal."""
    for kind in ("indicators", "targets", "activities"):
        loose = plan.activities if kind == "activities" else ()
        ids = [each.id for each in loose] + [each.id for goal in plan.goals for each in getattr(goal, kind)]
        of_goals = (("goals", *path) for path, _ in placed(plan.goals) if path[1] == kind)
        yield from used_twice(ids, chain(islice(places(kind), len(loose)), of_goals))


def _projects_twice(plan: Any) -> Iterator[Problem]:
    """The shared projects that are more than one intervention of the plan, at every place but the first."""
    seen: set[str] = set()
    for index, each in enumerate(plan.interventions):
        if each.project is not None and folded(each.project) in seen:
            yield at(_PROJECT_TWICE(project=each.project), "interventions", index, "project")
        elif each.project is not None:
            seen.add(folded(each.project))


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
_PROJECT_TWICE = Text(
    en='the shared project "{project}" is two interventions of the plan; give it to one of them',
    sv='det gemensamma projektet "{project}" är två insatser i planen; ange det för en av dem',
)

"""The revisions of a budget, in words (*revideringar*): when each was made, and what it changed."""

from finsam.language import Text
from finsam.period import time_label
from finsam.plan import OperationalPlan
from finsam.reports.parts import LABELLED, Item, Section, section

__all__ = ["revisions"]


def revisions(plan: OperationalPlan) -> Section | None:
    """Each revision with its day, its note and what it changed, in the order of their days; None without any."""
    items: list[Item] = []
    for revision in sorted(plan.revisions, key=lambda each: each.on):
        words = Text(en=str(revision.on), sv=str(revision.on))
        said = words if revision.note is None else LABELLED(label=words, said=revision.note)
        items.append(Item(words=said, depth=1, listed=True))
        for each in revision.changes(plan):
            change = _CHANGE(name=each.row.name, time=time_label(each.time), before=each.before, after=each.after)
            items.append(Item(words=change, depth=2))
    return section(_TITLE, items)


_TITLE = Text(en="Revisions of the budget", sv="Revideringar av budgeten")
_CHANGE = Text(en="{name} {time}: from {before} to {after}", sv="{name} {time}: från {before} till {after}")

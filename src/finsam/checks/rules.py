"""What a check is: `Rule`, the decorator that makes one of a function, and the `Breach` that the function yields."""

from collections.abc import Callable, Iterable, Iterator
from types import UnionType
from typing import Any

from attrs import frozen

from finsam.finding import Chapter, Finding, Ground, Severity
from finsam.followup.document import FollowUp
from finsam.followup.review import Review
from finsam.language import Text
from finsam.place import Path, place
from finsam.plan import OperationalPlan
from finsam.statute import Dated

__all__ = ["OWN_FIGURES", "OWN_FIGURES_OF_FOLLOW_UP", "Breach", "Checked", "Rule", "numbered"]

OWN_FIGURES = Text(en="the plan's own figures", sv="planens egna uppgifter")
OWN_FIGURES_OF_FOLLOW_UP = Text(en="the follow-up's own figures", sv="uppföljningens egna uppgifter")

Checked = OperationalPlan | FollowUp | Review
"""What can be checked: a plan, a follow-up, or a follow-up held against its plan."""


@frozen(kw_only=True)
class Breach:
    """
    What a rule found in one place: what is and what should be, and what to do; `unknown` where it could not tell.

    `path` are the steps to the place in the plan or the follow-up, which are those in its file. `silent` says that
    nothing is wrong but that something is not said: that is only known of a chapter that the plan says it holds.
    """

    path: Path
    message: Text
    remedy: Text
    unknown: bool = False
    silent: bool = False


Find = Callable[[Any], Iterable[Breach]]


@frozen(kw_only=True)
class Rule:
    """
    A numbered rule (*regel*): what it holds, on what ground, and the function that looks for breaches.

    `reason` is the rule in a sentence or two, for people, and `chapter` the part of the document that it is about, if
    it asks for what can be missing. `about` is what it is a rule about: a plan, a follow-up, or one held against its
    plan. The hundreds are the families: 1 members, 2 funding, 3 budget, 4 goals, interventions and follow-ups, 5
    dates. Numbers from 50 in a family are practice, not law.
    """

    id: str
    severity: Severity
    ground: Dated[Any] | Text
    reason: Text
    find: Find
    chapter: Chapter | None = None
    about: type | UnionType = OperationalPlan

    @property
    def present(self) -> Ground:
        """The ground as it is now: where the rule stands, or the practice in words."""
        return self.ground.provision if isinstance(self.ground, Dated) else self.ground

    def findings(self, of: Checked) -> Iterator[Finding]:
        """What the rule finds in a plan or in a follow-up; nothing in what it is not about."""
        if isinstance(of, self.about):
            yield from self._found(of)
        elif isinstance(of, Review):
            yield from self.findings(of.followup)

    def _found(self, of: Checked) -> Iterator[Finding]:
        document = of.followup if isinstance(of, Review) else of
        chapters = of.chapters if isinstance(of, OperationalPlan) else None
        wording = self.ground.began(document.year) if isinstance(self.ground, Dated) else None
        held = chapters is not None and self.chapter in chapters
        for breach in self.find(of):
            unsaid = breach.unknown or breach.silent
            if unsaid and chapters is not None and self.chapter is not None and not held:
                continue
            unknown = breach.unknown or (breach.silent and not held)
            yield Finding(
                id=self.id,
                severity=Severity.UNKNOWN if unknown else self.severity,
                path=breach.path,
                place=place(breach.path, document),
                message=breach.message,
                ground=wording.provision if wording is not None else self.present,
                remedy=breach.remedy,
                inferred=None if wording is None else wording.inferred,
            )


def numbered(
    id: str,
    severity: Severity,
    ground: Dated[Any] | Text,
    reason: Text,
    *,
    chapter: Chapter | None = None,
    about: type | UnionType = OperationalPlan,
) -> Callable[[Find], Rule]:
    """Make a rule of the function that looks for its breaches; `reason` is what `finsam explain` shows."""

    def rule(find: Find) -> Rule:
        return Rule(id=id, severity=severity, ground=ground, reason=reason, find=find, chapter=chapter, about=about)

    return rule

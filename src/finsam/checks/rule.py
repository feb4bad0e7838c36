"""What a check is: `Rule`, the decorator that makes one of a function, and the `Breach` that the function yields."""

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from finsam.finding import Basis, Finding, Severity
from finsam.language import Text
from finsam.plan import OperationalPlan

__all__ = ["OWN_FIGURES", "Breach", "Rule", "check"]

OWN_FIGURES = Text(en="the plan's own figures", sv="planens egna uppgifter")


@frozen(kw_only=True)
class Breach:
    """What a rule found in one place: what is and what should be, and what to do; `unknown` where it could not tell."""

    place: str
    message: Text
    remedy: Text
    unknown: bool = False


@frozen(kw_only=True)
class Rule:
    """
    A numbered rule (*regel*): what it holds, on what ground, and the function that looks for breaches.

    `reason` is the rule in a sentence or two, for people. The hundreds are the families: 1 members, 2 funding, 3
    budget, 4 goals and interventions, 5 dates. Numbers from 50 in a family are practice, not law.
    """

    id: str
    severity: Severity
    basis: Basis
    reason: Text
    find: Callable[[OperationalPlan], Iterable[Breach]]

    def findings(self, plan: OperationalPlan) -> Iterator[Finding]:
        """What the rule finds in a plan."""
        for breach in self.find(plan):
            yield Finding(
                id=self.id,
                severity=Severity.UNKNOWN if breach.unknown else self.severity,
                place=breach.place,
                message=breach.message,
                basis=self.basis,
                remedy=breach.remedy,
            )


def check(
    id: str, severity: Severity, *, basis: Basis, sv: str
) -> Callable[[Callable[[OperationalPlan], Iterable[Breach]]], Rule]:
    """Make a rule of a function: its docstring is the reason in English, `sv` the same in Swedish."""

    def rule(find: Callable[[OperationalPlan], Iterable[Breach]]) -> Rule:
        reason = " ".join((find.__doc__ or "").split())
        return Rule(id=id, severity=severity, basis=basis, reason=Text(en=reason, sv=sv), find=find)

    return rule

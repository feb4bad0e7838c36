"""What the checks find, in words (*iakttagelse*): counted, and told once a rule where a rule speaks many times."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from finsam.checks import RULES, Rule
from finsam.finding import Finding, Severity, ground_text
from finsam.language import Text
from finsam.reports.parts import Item, Section

__all__ = ["counted", "findings", "rule", "rules"]

MANY = 3  # findings of one rule, from which they are told together


def counted(found: Iterable[Finding]) -> Text:
    """How many findings there are of each severity."""
    counts = Counter(finding.severity for finding in found)
    return _COUNTED(counts=tuple(each.counted(counts[each]) for each in Severity if counts[each]) or _NOTHING)


def findings(found: Sequence[Finding]) -> Section:
    """The findings in words, under a line that counts them."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for each in found:
        groups.setdefault((each.id, each.severity, each.ground, each.inferred), []).append(each)
    blocks = [block for group in groups.values() for block in _group(group)]
    return Section(title=counted(found), blocks=tuple(blocks))


def _group(group: Sequence[Finding]) -> Iterator[Section]:
    """The findings of one rule: each by itself, or together with what they have in common said once."""
    if len(group) < MANY:
        yield from map(_finding, group)
        return
    first = group[0]
    places = [Item(words=_AT(place=each.where, message=each.message), depth=1, listed=True) for each in group]
    remedies = dict.fromkeys(each.remedy for each in group)
    said = [Item(words=_ground(first), depth=2), *(Item(words=each, depth=2) for each in remedies)]
    head = _HEAD(id=first.id, severity=first.severity, count=len(group))
    yield Section(blocks=(Item(words=head), *places, *said))


def _finding(found: Finding) -> Section:
    head = _FINDING(id=found.id, severity=found.severity, place=found.where, message=found.message)
    said = Item(words=_ground(found), depth=2), Item(words=found.remedy, depth=2)
    return Section(blocks=(Item(words=head), *said))


def _ground(found: Finding) -> Text:
    return ground_text(found.ground, found.inferred)


def rule(found: Rule) -> Section:
    """A rule: how much a breach of it matters, its reason and its ground."""
    head = _RULE(id=found.id, severity=found.severity)
    return Section(blocks=(Item(words=head), Item(words=found.reason), Item(words=ground_text(found.present))))


def rules() -> Section:
    """Every rule with its reason."""
    return Section(
        blocks=tuple(Item(words=_RULE_LINE(id=each.id, severity=each.severity, reason=each.reason)) for each in RULES)
    )


_COUNTED = Text(en="Findings: {counts}", sv="Iakttagelser: {counts}")
_NOTHING = Text(en="none", sv="inga")
_FINDING = Text(en="{id} {severity}: {place}: {message}", sv="{id} {severity}: {place}: {message}")
_HEAD = Text(en="{id} {severity}, {count} times:", sv="{id} {severity}, {count} gånger:")
_AT = Text(en="{place}: {message}", sv="{place}: {message}")
_RULE = Text(en="{id} {severity}", sv="{id} {severity}")
_RULE_LINE = Text(en="{id} {severity}: {reason}", sv="{id} {severity}: {reason}")

"""4xx: a follow-up held against its plan: that it speaks of what the plan has, and of all that is to be shown."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from finsam.checks.parted import whole_values_of
from finsam.checks.rules import OWN_FIGURES_OF_FOLLOW_UP, Breach, Rule, numbered
from finsam.errors import suggestion
from finsam.finding import Severity
from finsam.followup.document import FollowUp
from finsam.followup.measurement import Measurement
from finsam.followup.participation import Participation
from finsam.followup.ranges import Range, Unit
from finsam.followup.review import Evaluated, Review, target_names
from finsam.followup.values import Value
from finsam.goals import Activity, placed
from finsam.ids import leads_nowhere
from finsam.language import Text
from finsam.period import in_order, time_label
from finsam.place import Path
from finsam.plan import OperationalPlan
from finsam.targets import CountTarget, Milestone

__all__ = ["RULES"]


@numbered(
    "F410",
    Severity.ERROR,
    OWN_FIGURES_OF_FOLLOW_UP,
    Text(
        en="What the follow-up speaks of is in the plan, or is an indicator of its own.",
        sv="Det som uppföljningen avser finns i planen, eller är en egen indikator.",
    ),
    about=FollowUp | Review,
)
def _speaks_of_what_there_is(of: FollowUp | Review) -> Iterator[Breach]:
    if isinstance(of, FollowUp):
        yield from () if of.plan is not None else _indicators_of_its_own(of)
        return
    known = _known(of)
    for path, table, name in _named(of.followup):
        if name is not None and name not in known[table]:
            yield _leads_nowhere(of.plan, path, table, name, known[table])


def _named(followup: FollowUp) -> Iterator[tuple[Path, str, str | None]]:
    """What the follow-up names: where, in which table of the plan that should be, and its name."""
    for index, row in enumerate(followup.measurements):
        yield ("measurements", index, "target"), "targets", row.target
        yield ("measurements", index, "indicator"), "indicators", row.indicator
        yield ("measurements", index, "activity"), "activities", row.activity
        for group in row.groups:
            yield ("measurements", index, "groups", group), "target_groups", group
    for index, took_part in enumerate(followup.participation):
        yield ("participation", index, "intervention"), "interventions", took_part.intervention
        yield ("participation", index, "target"), "targets", took_part.target
    for index, paid in enumerate(followup.livelihood):
        yield ("livelihood", index, "target"), "targets", paid.target
        yield ("livelihood", index, "indicator"), "indicators", paid.indicator
    for table in ("gains", "costs"):
        for index, each in enumerate(getattr(followup, table)):
            yield (table, index, "intervention"), "interventions", each.intervention


def _known(review: Review) -> Mapping[str, Collection[str]]:
    """The names that there are, by table."""
    plan = review.plan
    activities = [*plan.activities, *(each for _, each in placed(plan.goals) if isinstance(each, Activity))]
    return {
        "targets": [*target_names(plan)],
        "indicators": [each.id for each in (*plan.indicators, *review.followup.indicators)],
        "activities": [each.id for each in activities if each.id is not None],
        "target_groups": [each.id for each in plan.target_groups],
        "interventions": [each.id for each in plan.interventions],
    }


def _leads_nowhere(plan: OperationalPlan, path: Path, table: str, name: str, known: Collection[str]) -> Breach:
    several = {goal.id: len(goal.targets) for goal in plan.goals if len(goal.targets) > 1}
    if table == "targets" and name in several:
        return Breach(path=path, message=_WHICH_TARGET(goal=name, count=several[name]), remedy=_GIVE_IT_AN_ID)
    return Breach(path=path, message=leads_nowhere(path, table, name, known).message, remedy=_WRITE_ID)


def _indicators_of_its_own(followup: FollowUp) -> Iterator[Breach]:
    """Where there is no plan, an indicator can only be the follow-up's own."""
    known = [each.id for each in followup.indicators]
    for path, table, name in _named(followup):
        if table == "indicators" and name is not None and name not in known:
            message = _NO_INDICATOR(name=name, near=suggestion(name, known))
            yield Breach(path=path, message=message, remedy=_ADD_INDICATOR)


_WHICH_TARGET = Text(
    en='the goal "{goal}" has {count} targets, and this does not say which of them',
    sv='målet "{goal}" har {count} målvärden, och det framgår inte vilket av dem det gäller',
)
_GIVE_IT_AN_ID = Text(
    en="give the target an id in the plan, and write that", sv="ge målvärdet ett id i planen, och skriv det"
)
_WRITE_ID = Text(en="write the id that it has in the plan", sv="skriv det id som det har i planen")
_NO_INDICATOR = Text(
    en='the follow-up has no indicator "{name}"{near}', sv='uppföljningen har ingen indikator "{name}"{near}'
)
_ADD_INDICATOR = Text(
    en="add the indicator, or name the plan that has it", sv="lägg till indikatorn, eller ange den plan som har den"
)


@numbered(
    "F460",
    Severity.WARNING,
    Text(
        en="practice: a target is followed up when its period is over",
        sv="praxis: ett målvärde följs upp när dess period är slut",
    ),
    Text(
        en="Every target that can be judged has been measured for its period when that is over.",
        sv="Varje målvärde som går att bedöma har mätts för sin period när den är slut.",
    ),
    about=Review,
)
def _targets_are_measured(review: Review) -> Iterator[Breach]:
    # What has nothing to be judged by is found in the plan, by F455.
    for each in review.evaluations:
        found = each.evaluation
        is_over = (found.period.last or date.max) <= review.day
        if is_over and found.reading is None and found.target.can_be_judged:
            message = _NOT_MEASURED(target=found.target.aim.text, period=str(found.period))
            yield Breach(path=("measurements",), message=message, remedy=_measure(each))


def _measure(found: Evaluated) -> Text:
    goal, name = found.goal, found.evaluation.target.id
    if name is None and goal is not None and len(goal.targets) == 1:
        name = goal.id
    return _MEASURE_BY_ID if name is None else _MEASURE(target=name)


_NOT_MEASURED = Text(
    en='"{target}" has not been measured for {period}, which is over',
    sv='"{target}" har inte mätts för {period}, som är slut',
)
_MEASURE = Text(
    en='write a measurement with target = "{target}"', sv='skriv en mätning (measurements) med target = "{target}"'
)
_MEASURE_BY_ID = Text(
    en="give the target an id in the plan, and write a measurement of it",
    sv="ge målvärdet ett id i planen, och skriv en mätning (measurements) av det",
)


@numbered(
    "F461",
    Severity.WARNING,
    Text(
        en="practice: Uppföljning Finsam counts women and men", sv="praxis: Uppföljning Finsam räknar kvinnor och män"
    ),
    Text(
        en="What is to be shown for women and men has been measured for both.",
        sv="Det som ska redovisas för kvinnor och män har mätts för båda.",
    ),
    about=FollowUp | Review,
)
def _women_and_men_are_shown(of: FollowUp | Review) -> Iterator[Breach]:
    by_sex = _by_sex(of)
    for path, row in _rows(of):
        if (row.women is None or row.men is None) and (of_what := _of_what(row)) in by_sex:
            yield Breach(path=path, message=_NOT_BY_SEX(name=of_what[1]), remedy=_WRITE_BOTH)


def _rows(of: FollowUp | Review) -> Iterator[tuple[Path, Measurement | Participation]]:
    followup = of.followup if isinstance(of, Review) else of
    for table in ("measurements", "participation"):
        for index, row in enumerate(getattr(followup, table)):
            yield (table, index), row


def _of_what(row: Measurement | Participation) -> tuple[str, str | None]:
    """The target or the indicator that it is of."""
    if isinstance(row, Measurement) and row.indicator is not None:
        return "indicator", row.indicator
    return "target", row.target


def _by_sex(of: FollowUp | Review) -> Collection[tuple[str, str | None]]:
    """The targets and the indicators that are to be shown for women and men."""
    own = of.followup if isinstance(of, Review) else of
    planned, targets = (of.plan.indicators, target_names(of.plan)) if isinstance(of, Review) else ((), {})
    indicators = {each.id for each in (*planned, *own.indicators) if each.by_sex}
    names = {name for name, each in targets.items() if each.by_sex or each.indicator in indicators}
    return {("indicator", each) for each in indicators} | {("target", each) for each in names}


_NOT_BY_SEX = Text(
    en='"{name}" is to be shown for women and men, who are not there',
    sv='"{name}" ska redovisas för kvinnor och män, som inte finns med',
)
_WRITE_BOTH = Text(en="write women and men, each by themselves", sv="skriv kvinnor och män var för sig (women och men)")


@numbered(
    "F462",
    Severity.WARNING,
    Text(en="practice: a share is of a known number", sv="praxis: en andel är av ett känt antal"),
    Text(
        en="A share says of how many it is, where the target is a number or women and men are to be shown.",
        sv="En andel säger av hur många den är, där målet är ett antal eller kvinnor och män ska redovisas.",
    ),
    about=FollowUp | Review,
)
def _shares_say_of_how_many(of: FollowUp | Review) -> Iterator[Breach]:
    by_sex = _by_sex(of)
    counts = _counts(of.plan) if isinstance(of, Review) else ()
    for path, row in _rows(of):
        if not isinstance(row, Measurement):
            continue
        why = _IS_A_NUMBER if row.target in counts else _FOR_BOTH if _of_what(row) in by_sex else None
        for steps, value in whole_values_of(row):
            if why is not None and _is_of_unknown(value):
                message = _OF_HOW_MANY(value=value.text, why=why)
                yield Breach(path=(*path, *steps), message=message, remedy=_WRITE_OUT_OF)


def _counts(plan: OperationalPlan) -> Collection[str]:
    """The names of the targets that are numbers."""
    return {name for name, each in target_names(plan).items() if isinstance(each.aim, CountTarget | Milestone)}


def _is_of_unknown(value: Value) -> bool:
    return value.counted is None and value.part is not None


_OF_HOW_MANY = Text(en="{value} of how many? {why}", sv="{value} av hur många? {why}")
_IS_A_NUMBER = Text(en="the target is a number", sv="målet är ett antal")
_FOR_BOTH = Text(
    en="without that, women and men cannot be added up", sv="utan det kan kvinnor och män inte läggas ihop"
)
_WRITE_OUT_OF = Text(
    en="write under out_of how many there are, or the number under count",
    sv="skriv hur många de är under out_of, eller antalet under count",
)


@numbered(
    "F463",
    Severity.NOTE,
    Text(en="practice: shares of the same group can be compared", sv="praxis: andelar av samma grupp går att jämföra"),
    Text(
        en="What is measured again is out of less than twice as many, and of more than half as many, as the last time.",
        sv="Det som mäts igen är av färre än dubbelt så många, och av fler än hälften så många, som förra gången.",
    ),
    about=FollowUp,
)
def _of_the_same_group(followup: FollowUp) -> Iterator[Breach]:
    last: dict[object, tuple[Text, Range]] = {}
    rows = sorted(enumerate(followup.measurements), key=lambda each: in_order(followup.time_of(each[1])))
    for index, row in rows:
        time, now = followup.time_of(row), row.together.base
        if now is None:
            continue
        same = (row.target, row.indicator, row.activity, row.of, *((day.month, day.day) for day in in_order(time)))
        if same in last and _is_twice(now, last[same][1]):
            before, then = last[same]
            sizes = {"now": now.text(Unit.COUNT), "then": then.text(Unit.COUNT)}
            message = _OTHER_SIZE(**sizes, time=time_label(time), before=before)
            yield Breach(path=("measurements", index), message=message, remedy=_WHICH_GROUP)
        last[same] = time_label(time), now


def _is_twice(one: Range, other: Range) -> bool:
    """Whether one of them is at least twice the other, whatever they stand for; of nobody there is no share."""
    pairs = ((one, other), (other, one))
    return any(less.high and more.is_at_least(2 * less.high) is True for more, less in pairs)


_OTHER_SIZE = Text(
    en="it is out of {now} ({time}), but the last time it was out of {then} ({before})",
    sv="det är av {now} ({time}), men förra gången var det av {then} ({before})",
)
_WHICH_GROUP = Text(
    en="see whether the same group was measured; if not, write which under of",
    sv="se efter om samma grupp har mätts; skriv annars vilken under of",
)

RULES: tuple[Rule, ...] = (
    _speaks_of_what_there_is,
    _targets_are_measured,
    _women_and_men_are_shown,
    _shares_say_of_how_many,
    _of_the_same_group,
)

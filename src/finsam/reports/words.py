"""The plan in words (*planen i ord*): what it wants, for whom, by what means, and who decides."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import floor

from finsam.goals import Activity, Goal, Level
from finsam.interventions import Intervention, Need
from finsam.language import Text, whole
from finsam.period import Period, time_label
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.reports.governance import governance
from finsam.reports.parts import Item, Section, labelled, section
from finsam.shares import percent

__all__ = [
    "FIELDS",
    "PARTS",
    "activities",
    "association",
    "calendar",
    "common_goals",
    "direction",
    "goals",
    "governance",
    "interventions",
    "need",
    "target_groups",
]

_WITH = Text(en="{name} ({traits})", sv="{name} ({traits})")


def _with(name: Text | str, traits: Sequence[Text | Period]) -> Text | str:
    """The name, with its traits in brackets."""
    return _WITH(name=name, traits=tuple(traits)) if traits else name


def association(plan: OperationalPlan) -> Section | None:
    """Who it is: when it was formed, its number, and its members in the budget year."""
    of = plan.association
    members = tuple(member.name for member in of.members_in(plan.year))
    facts = (
        (_FORMED, of.formed),
        (_FORMED_FROM, of.formed_from),
        (_NUMBER, of.organisation_number),
        (_MEMBERS, members),
    )
    return section(None, [*labelled(facts), *(Item(words=each, depth=1) for each in _comings_and_goings(plan))])


def _comings_and_goings(plan: OperationalPlan) -> Iterator[Text]:
    """Who joins and who leaves in the budget year or later, with the day of the notice."""
    for member in plan.association.members:
        if member.joined is not None and member.joined.year >= plan.year:
            yield _JOINED(name=member.name, day=member.joined)
        if member.left is None or member.left.year >= plan.year:
            yield from () if member.notice is None else (_GAVE_NOTICE(name=member.name, day=member.notice),)
            yield from () if member.left is None else (_LEFT(name=member.name, day=member.left),)


_FORMED = Text(en="Formed", sv="Bildat")
_FORMED_FROM = Text(en="Formed from", sv="Bildat av")
_NUMBER = Text(en="Organisation number", sv="Organisationsnummer")
_MEMBERS = Text(en="Members", sv="Medlemmar")
_JOINED = Text(en="{name}: from {day}", sv="{name}: från och med {day}")
_GAVE_NOTICE = Text(en="{name}: gave notice on {day}", sv="{name}: sade upp sig {day}")
_LEFT = Text(en="{name}: through {day}", sv="{name}: till och med {day}")


def direction(plan: OperationalPlan) -> Section | None:
    """What the plan wants: vision, purpose, orientation and tasks; None where it says nothing."""
    items = [*labelled(((_VISION, plan.vision), (_PURPOSE, plan.purpose)))]
    for label, sentences in ((_ORIENTATION, plan.orientation), (_TASKS, plan.tasks)):
        items += [Item(words=label)] if sentences else []
        items += [Item(words=sentence, depth=1, listed=True) for sentence in sentences]
    if plan.longest_intervention is not None:
        items.append(Item(words=_LONGEST(years=plan.longest_intervention)))
    return section(None, [*items, *labelled(((_FEWEST, plan.least_parties),))])


_VISION = Text(en="Vision", sv="Vision")
_PURPOSE = Text(en="Purpose", sv="Syfte")
_ORIENTATION = Text(en="Orientation", sv="Inriktning")
_TASKS = Text(en="Tasks", sv="Uppgifter")
_LONGEST = Text(en="Longest intervention: {years} years", sv="Längsta insatstid: {years} år")
_FEWEST = Text(en="Fewest parties served", sv="Minsta antal medverkande parter")


def need(plan: OperationalPlan) -> Section | None:
    """How many people the plan reckons with; None where it does not say."""
    if plan.need is None:
        return None
    reckoned, stated = _reckoned(plan.need), plan.need.stated
    if reckoned is None:
        return section(None, [Item(words=_ONLY_STATED(stated=str(stated)))])
    text = reckoned if stated is None else _NEED_STATED(need=reckoned, stated=str(stated))
    return section(None, [Item(words=text)])


def _reckoned(need: Need) -> Text | None:
    """What the plan says besides the number, and what comes of it; None where it says nothing else."""
    if need.number is not None and need.share is not None and need.inhabitants is not None:
        about = whole(floor(need.number + Fraction(1, 2)))
        return _NEED(share=percent(need.share), inhabitants=whole(need.inhabitants), about=about)
    if need.share is not None:
        return _NEED_OF_ALL(share=percent(need.share))
    return None if need.inhabitants is None else _NEED_AMONG(inhabitants=whole(need.inhabitants))


_NEED = Text(
    en="Need: {share} of {inhabitants} inhabitants, about {about} people",
    sv="Behov: {share} av {inhabitants} invånare, omkring {about} personer",
)
_NEED_OF_ALL = Text(en="Need: {share} of the inhabitants", sv="Behov: {share} av invånarna")
_NEED_AMONG = Text(en="Need: among {inhabitants} inhabitants", sv="Behov: bland {inhabitants} invånare")
_NEED_STATED = Text(en="{need}; the plan says {stated}", sv="{need}; planen anger {stated}")
_ONLY_STATED = Text(en="Need: the plan says {stated}", sv="Behov: planen anger {stated}")


def target_groups(plan: OperationalPlan) -> Section | None:
    """For whom the plan is: each group with its ages; None where it says nothing."""
    items: list[Item] = []
    for group in plan.target_groups:
        traits = [] if group.ages is None else [_AGES(ages=group.ages)]
        traits += [_PRIORITY] if group.priority else []
        traits += [_PART_OF(whole=plan.target_group(group.part_of).name)] if group.part_of else []
        items.append(Item(words=_with(group.name, traits), depth=1, listed=True))
        facts = ((_CONDITIONS, group.conditions), (_LIVELIHOOD, group.livelihood), (_LIVE_IN, group.residents_of))
        items += labelled(facts, 2)
    return section(_TARGET_GROUPS, items)


_TARGET_GROUPS = Text(en="Target groups", sv="Målgrupper")
_AGES = Text(en="ages {ages}", sv="{ages}")
_PRIORITY = Text(en="given priority", sv="prioriterad")
_PART_OF = Text(en="part of {whole}", sv="del av {whole}")
_CONDITIONS = Text(en="in common", sv="gemensamt")
_LIVELIHOOD = Text(en="livelihood", sv="försörjning")
_LIVE_IN = Text(en="residents of", sv="bosatta i")


def interventions(plan: OperationalPlan) -> Section | None:
    """What the association finances, each intervention with its facts, its money and its goals; None without any."""
    return section(_INTERVENTIONS, (item for each in plan.interventions for item in _intervention(each, plan)))


def _intervention(of: Intervention, plan: OperationalPlan) -> Iterator[Item]:
    traits = [of.orientation.label, *([_LONG_TERM] if of.long_term else []), *([_ESF] if of.esf else [])]
    yield Item(words=_with(of.name, traits), depth=1, listed=True)
    paid = plan.financing_of(of.id)
    days = f"{of.start or ''}–{of.end or ''}" if of.start or of.end else None
    facts = (
        (_PROJECT, of.project),
        (_PARTIES, of.parties),
        (_FOR, tuple(plan.target_group(group).name for group in of.target_groups)),
        (_CARRIED_OUT_BY, of.carried_out_by),
        (_METHOD, of.methods),
        (_WHEN, tuple(filter(None, [days, of.timing]))),
        (_STAFFING, of.staffing),
        (_OTHERS, of.other_financing),
        (_STEERING, of.steering_group),
        (_EVALUATION, of.evaluation),
        (_AFTERWARDS, of.afterwards),
        (
            _FINANCING,
            tuple(_PAID(column=column, time=time_label(time), amount=paid[column, time]) for column, time in paid),
        ),
    )
    yield from labelled(facts, 2)
    for goal in plan.goals_of(of.id):
        yield from _goal(goal, 2)


_INTERVENTIONS = Text(en="Interventions", sv="Insatser")
_LONG_TERM = Text(en="long-term", sv="långsiktig")
_ESF = Text(en="with ESF financing", sv="med ESF-finansiering")
_PROJECT = Text(en="shared project", sv="gemensamt projekt")
_PARTIES = Text(en="cooperating parties", sv="medverkande parter")
_FOR = Text(en="for", sv="för")
_CARRIED_OUT_BY = Text(en="carried out by", sv="utförs av")
_METHOD = Text(en="method", sv="metod")
_WHEN = Text(en="when", sv="när")
_STAFFING = Text(en="staffing", sv="bemanning")
_OTHERS = Text(en="others finance", sv="andra finansierar")
_STEERING = Text(en="steering group", sv="styrgrupp")
_EVALUATION = Text(en="evaluation", sv="utvärdering")
_AFTERWARDS = Text(en="after the end", sv="efter avslut")
_FINANCING = Text(en="financing", sv="finansiering")
_PAID = Text(en="{column} {time} {amount}", sv="{column} {time} {amount}")


def goals(plan: OperationalPlan) -> Section | None:
    """What the plan is to reach, level by level, with what it is measured by; None where there is no goal."""
    return section(_GOALS, _by_level(plan.goals))


def common_goals(plan: OperationalPlan) -> Section | None:
    """The goals that are not those of one intervention; None where there is none."""
    return section(_GOALS, _by_level([goal for goal in plan.goals if goal.intervention is None]))


def _by_level(chosen: Sequence[Goal]) -> Iterator[Item]:
    for level in Level:
        of_level = [goal for goal in chosen if goal.level is level]
        if of_level:
            yield Item(words=_capital(level.label), depth=1)
        for goal in of_level:
            yield from _goal(goal, 1)


def _goal(goal: Goal, depth: int) -> Iterator[Item]:
    yield Item(words=goal.text, depth=depth, listed=True)
    for target in goal.targets:
        traits = (*((target.period,) if target.period else ()), *((_BY_SEX,) if target.by_sex else ()))
        yield from labelled(((_TARGET, _with(target.aim.text, traits)),), depth + 1)
    yield from labelled(((_INDICATOR, indicator.text) for indicator in goal.indicators), depth + 1)
    yield from labelled(((_ACTIVITY, _activity(activity)) for activity in goal.activities), depth + 1)


def _capital(text: Text) -> Text:
    return Text(en=text.en.capitalize(), sv=text.sv.capitalize())


_GOALS = Text(en="Goals", sv="Mål")
_TARGET = Text(en="target", sv="mål")
_INDICATOR = Text(en="indicator", sv="indikator")
_ACTIVITY = Text(en="activity", sv="aktivitet")
_BY_SEX = Text(en="women and men apart", sv="könsuppdelat")


def activities(plan: OperationalPlan) -> Section | None:
    """What is to be done that belongs to no one goal; None where there is nothing."""
    items = (Item(words=_activity(activity), depth=1, listed=True) for activity in plan.activities)
    return section(_ACTIVITIES, items)


def _activity(activity: Activity) -> str:
    """The activity in the words of the plan."""
    times = "" if activity.times is None else f"{activity.times} × "
    period = str(activity.period) if activity.period else ""
    about = ", ".join(filter(None, [period, activity.timing, activity.responsible]))
    posts = "".join(f", {post}" for post in activity.staffing)
    return f"{times}{activity.text}{posts}" + (f" ({about})" if about else "")


_ACTIVITIES = Text(en="Activities", sv="Aktiviteter")


def calendar(plan: OperationalPlan) -> Section | None:
    """What happens on which day, in order; None where the plan gives no days."""
    events = sorted(plan.calendar, key=lambda event: event.on)
    return section(_CALENDAR, (Item(words=f"{event.on} {event.text}", depth=1) for event in events))


_CALENDAR = Text(en="Important days", sv="Viktiga datum")

PARTS: Mapping[str, Callable[[OperationalPlan], Section | None]] = ReadOnly(
    {
        "association": association,
        "direction": direction,
        "governance": governance,
        "need": need,
        "target_groups": target_groups,
        "interventions": interventions,
        "goals": common_goals,
        "activities": activities,
        "calendar": calendar,
    }
)
"""The sections of a report that are in words, in order, each with its name."""

FIELDS: Mapping[str, Text] = ReadOnly(
    {
        "association.formed": _FORMED,
        "association.organisation_number": _NUMBER,
        "vision": _VISION,
        "purpose": _PURPOSE,
        "orientation": _ORIENTATION,
        "tasks": _TASKS,
        "least_parties": _FEWEST,
        "target_groups.conditions": _CONDITIONS,
        "target_groups.livelihood": _LIVELIHOOD,
        "target_groups.residents_of": _LIVE_IN,
        "interventions.parties": _PARTIES,
        "interventions.target_groups": _FOR,
        "interventions.carried_out_by": _CARRIED_OUT_BY,
        "interventions.methods": _METHOD,
        "interventions.timing": _WHEN,
        "interventions.staffing": _STAFFING,
        "interventions.other_financing": _OTHERS,
        "interventions.steering_group": _STEERING,
        "interventions.evaluation": _EVALUATION,
        "interventions.afterwards": _AFTERWARDS,
        "goals.targets": _TARGET,
        "goals.indicators": _INDICATOR,
        "goals.indicators.text": _INDICATOR,
        "goals.activities": _ACTIVITY,
        "goals.activities.text": _ACTIVITY,
    }
)
"""The labels of what the sections say by one, by the keys of the plan."""

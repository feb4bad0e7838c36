"""
The plan in words (*planen i ord*): what it wants, for whom, by what means, and who decides; a board member's
reading.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from finsam.budget import Column
from finsam.goals import Activity, Goal, Level
from finsam.governance import Adoption, Board, Governance, Presence, Seats
from finsam.interventions import Intervention
from finsam.language import Language, Text
from finsam.money import Money, whole
from finsam.plan import OperationalPlan
from finsam.shares import percent
from finsam.tables import wrapped

__all__ = [
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

Line = tuple[int, Text | str]
"""How far in a line stands, and what it says."""


def association(plan: OperationalPlan, language: Language = "en") -> str:
    """Who it is: when it was formed, its number, and its members in the budget year."""
    of, members = plan.association, plan.association.members_in(plan.year)
    lines: list[Line] = []
    for label, said in (
        (_FORMED, str(of.formed) if of.formed else ""),
        (_NUMBER, str(of.number) if of.number else ""),
        (_MEMBERS, ", ".join(member.name for member in members)),
    ):
        if said:
            lines.append((0, _said(label, said)))
    return _rendered(lines, language)


def calendar(plan: OperationalPlan, language: Language = "en") -> str:
    """What happens on which day, in order; empty where the plan gives no days."""
    lines: list[Line] = [(0, Text(en="Days", sv="Dagar"))]
    lines += [(1, f"{event.on} {event.text}") for event in sorted(plan.calendar, key=lambda event: event.on)]
    return _rendered(lines, language) if plan.calendar else ""


def direction(plan: OperationalPlan, language: Language = "en") -> str:
    """What the plan wants: vision, purpose, orientation and tasks; empty where it says nothing."""
    lines: list[Line] = []
    for label, said in ((_VISION, plan.vision), (_PURPOSE, plan.purpose)):
        if said is not None:
            lines.append((0, _said(label, said)))
    for label, each in ((_ORIENTATION, plan.orientation), (_TASKS, plan.tasks)):
        if each:
            lines.append((0, label))
            lines += [(1, f"- {sentence}") for sentence in each]
    if plan.longest_intervention is not None:
        years = plan.longest_intervention
        lines.append((0, Text(en=f"Longest intervention: {years} years", sv=f"Längsta insats: {years} år")))
    if plan.least_parties is not None:
        least = plan.least_parties
        lines.append((0, Text(en=f"Fewest parties served: {least}", sv=f"Minsta antal berörda parter: {least}")))
    return _rendered(lines, language)


def target_groups(plan: OperationalPlan, language: Language = "en") -> str:
    """For whom the plan is: each group with its ages; empty where it says nothing."""
    lines: list[Line] = [(0, Text(en="Target groups", sv="Målgrupper"))]
    for group in plan.target_groups:
        ages = group.ages
        extra = [Text(en=f"ages {ages.en}", sv=ages.sv)] if ages else []
        if group.priority:
            extra.append(Text(en="given priority", sv="prioriterad"))
        if group.part_of:
            whole = plan.target_group(group.part_of).name
            extra.append(Text(en=f"part of {whole}", sv=f"del av {whole}"))
        lines.append((1, _with(f"- {group.name}", extra)))
        for label, said in (
            (_CONDITIONS, group.conditions),
            (_LIVELIHOOD, group.livelihood),
            (_LIVE_IN, group.residents_of),
        ):
            if said:
                lines.append((2, _said(label, ", ".join(said))))
    return _rendered(lines, language) if plan.target_groups else ""


def need(plan: OperationalPlan, language: Language = "en") -> str:
    """How many people the plan reckons with; empty where it does not say."""
    if plan.need is None:
        return ""
    share, heads = percent(plan.need.share), whole(plan.need.inhabitants)
    about = whole((2 * plan.need.number.numerator + plan.need.number.denominator) // (2 * plan.need.number.denominator))
    said = plan.need.stated
    printed = Text(en="", sv="")
    if said is not None:
        printed = Text(en=f"; the plan says {whole(said)}", sv=f"; planen säger {whole(said)}")
    line = Text(
        en=f"Need: {share} of {heads} inhabitants, about {about} people{printed.en}",
        sv=f"Behov: {share} av {heads} invånare, omkring {about} personer{printed.sv}",
    )
    return _rendered([(0, line)], language)


def interventions(plan: OperationalPlan, language: Language = "en") -> str:
    """
    What the association finances, each intervention with its facts, its money and its goals; empty where there is
    none.
    """
    lines: list[Line] = [(0, Text(en="Interventions", sv="Insatser"))]
    for each in plan.interventions:
        lines += _intervention(each, plan)
    return _rendered(lines, language) if plan.interventions else ""


def _intervention(each: Intervention, plan: OperationalPlan) -> Iterator[Line]:
    traits = [each.orientation.label]
    if each.long_term:
        traits.append(Text(en="long-term", sv="långsiktig"))
    if each.esf:
        traits.append(Text(en="with ESF financing", sv="med ESF-finansiering"))
    yield 1, _with(f"- {each.name}", traits)
    if each.parties:
        labels = [party.label for party in each.parties]
        en, sv = ", ".join(label.en for label in labels), ", ".join(label.sv for label in labels)
        yield 2, Text(en=f"{_SERVES.en}: {en}", sv=f"{_SERVES.sv}: {sv}")
    groups = [plan.target_group(group).name for group in each.target_groups]
    days = "" if each.start is None and each.end is None else f"{each.start or ''}--{each.end or ''}"
    for label, said in (
        (_FOR, ", ".join(groups)),
        (_CARRIED_OUT_BY, ", ".join(each.carried_out_by)),
        (_METHOD, ", ".join(each.methods)),
        (_WHEN, ", ".join(filter(None, [days, each.timing]))),
        (_STAFFING, ", ".join(map(str, each.staffing))),
        (_OTHERS, ", ".join(each.other_financing)),
        (_STEERING, each.steering_group),
        (_EVALUATION, each.evaluation),
        (_AFTERWARDS, each.afterwards),
    ):
        if said:
            yield 2, _said(label, said)
    paid = plan.financing_of(each.id)
    if paid:
        yield 2, Text(en=f"financing: {_paid(paid, 'en')}", sv=f"finansiering: {_paid(paid, 'sv')}")
    for goal in plan.goals_of(each.id):
        yield from _goal(goal, 2)


def _paid(paid: Mapping[tuple[Column, int], Money], language: Language) -> str:
    """What is paid for it, by column and year."""
    return "; ".join(f"{column.label.to(language)} {year} {amount}" for (column, year), amount in paid.items())


def goals(plan: OperationalPlan, language: Language = "en") -> str:
    """What the plan is to reach, level by level, with what it is measured by; empty where there is no goal."""
    return _by_level(plan.goals, language)


def common_goals(plan: OperationalPlan, language: Language = "en") -> str:
    """The goals that are not those of one intervention; empty where there is none."""
    return _by_level([goal for goal in plan.goals if goal.intervention is None], language)


def _by_level(chosen: Sequence[Goal], language: Language) -> str:
    lines: list[Line] = [(0, Text(en="Goals", sv="Mål"))]
    for level in Level:
        of_level = [goal for goal in chosen if goal.level is level]
        if of_level:
            lines.append((1, _capital(level.label)))
        for goal in of_level:
            lines += _goal(goal, 1)
    return _rendered(lines, language) if chosen else ""


def _goal(goal: Goal, depth: int) -> Iterator[Line]:
    yield depth, f"- {goal.text}"
    for target in goal.targets:
        period = Text(en=f" ({target.period})", sv=f" ({target.period})") if target.period else Text(en="", sv="")
        sex = Text(en=", women and men apart", sv=", könsuppdelat") if target.by_sex else Text(en="", sv="")
        aim = target.aim.text
        yield (
            depth + 1,
            Text(en=f"target: {aim.en}{period.en}{sex.en}", sv=f"målvärde: {aim.sv}{period.sv}{sex.sv}"),
        )
    for indicator in goal.indicators:
        yield depth + 1, Text(en=f"indicator: {indicator.text}", sv=f"indikator: {indicator.text}")
    for activity in goal.activities:
        said = _activity(activity)
        yield depth + 1, Text(en=f"activity: {said}", sv=f"aktivitet: {said}")


def activities(plan: OperationalPlan, language: Language = "en") -> str:
    """What is to be done that belongs to no one goal; empty where there is nothing."""
    lines: list[Line] = [(0, Text(en="Activities", sv="Aktiviteter"))]
    lines += [(1, f"- {_activity(activity)}") for activity in plan.activities]
    return _rendered(lines, language) if plan.activities else ""


def _activity(activity: Activity) -> str:
    """The activity in the words of the plan."""
    times = "" if activity.times is None else f"{activity.times} × "
    period = str(activity.period) if activity.period else ""
    about = ", ".join(filter(None, [period, activity.timing, activity.responsible]))
    posts = "".join(f", {post}" for post in activity.staffing)
    return f"{times}{activity.text}{posts}" + (f" ({about})" if about else "")


def governance(plan: OperationalPlan, language: Language = "en") -> str:
    """Who decides, prepares, works and audits, and how the plan was adopted; empty where the plan says nothing."""
    if plan.governance is None:
        return ""
    lines: list[Line] = [(0, Text(en="Governance", sv="Styrning"))]
    lines += [(1, line) for line in _governance(plan.governance)]
    return _rendered(lines, language)


def _adoption(of: Adoption) -> Iterator[Text]:
    if of.on:
        yield Text(en=f"adopted on {of.on}", sv=f"fastställd {of.on}")
    if of.to_be_replaced_on:
        yield Text(
            en=f"to be replaced by a decision on {of.to_be_replaced_on}", sv=f"ersätts av beslut {of.to_be_replaced_on}"
        )
    if of.consulted is not None:
        yield Text(
            en=f"the members were {'' if of.consulted else 'not '}consulted before",
            sv=f"samråd skedde {'' if of.consulted else 'inte '}före beslutet",
        )
    if of.note:
        yield Text(en=f"note: {of.note}", sv=f"anmärkning: {of.note}")


def _board(of: Board) -> Iterator[Text]:
    if of.seats is not None:
        deputies = of.deputies
        also = (
            Text(en=f", {deputies} deputies", sv=f", {deputies} ersättare")
            if deputies is not None
            else Text(en="", sv="")
        )
        personal = of.personal_deputies
        own = Text(en=", personal deputies", sv=", personliga ersättare") if personal else Text(en="", sv="")
        yield Text(
            en=f"board: {of.seats} seats{also.en}{own.en}",
            sv=f"styrelse: {of.seats} ledamöter{also.sv}{own.sv}",
        )
    if of.term_end is not None:
        yield Text(en=f"the board is elected through {of.term_end}", sv=f"styrelsen är vald t.o.m. {of.term_end}")
    if of.term_start is not None:
        yield Text(en=f"the board's term began on {of.term_start}", sv=f"styrelsens mandattid började {of.term_start}")
    if of.term_years is not None:
        yield Text(en=f"the board's term: {of.term_years} years", sv=f"styrelsens mandattid: {of.term_years} år")
    for label, names in ((_SEATS, map(_seats, of.shares)), (_CHAIR, filter(None, [of.chair])), (_VICE, of.vice_chairs)):
        if said := ", ".join(names):
            yield _said(label, said)


def _seats(of: Seats) -> str:
    """Whose the seats are, and how many seats and deputies, as `Bollnäs & Gävle 1+1`."""
    deputies = "" if of.deputies is None else f"+{of.deputies}"
    return f"{' & '.join(of.members)} {of.seats}{deputies}"


def _governance(of: Governance) -> Iterable[Text]:
    if of.adoption:
        yield from _adoption(of.adoption)
    if of.board:
        yield from _board(of.board)
    for label, said in (
        (_COMMITTEE, of.working_committee),
        (_PREPARATORY, of.preparatory_group),
        (_STAFF, ", ".join(map(str, of.staff))),
        (_SERVICES, ", ".join(of.services_from)),
        (_ARCHIVE, of.archive_authority),
        (_CASE, of.case_number),
    ):
        if said:
            yield _said(label, said)
    for trade in of.trades:
        sold = Text(en="sold to", sv="säljs till") if trade.sold else Text(en="bought from", sv="köps av")
        yield Text(en=f"{trade.post}, {sold.en} {trade.counterpart}", sv=f"{trade.post}, {sold.sv} {trade.counterpart}")
    for auditor in of.auditors or ():
        names = ", ".join(auditor.for_members)
        yield Text(en=f"auditor for {names}", sv=f"revisor för {names}")
    if of.charter:
        present = sum(presence is Presence.PRESENT for presence in of.charter.items.values())
        revised = of.charter.revised
        when = Text(en=f", revised {revised}", sv=f", reviderad {revised}") if revised else Text(en="", sv="")
        count = f"{present}/{len(of.charter.items)}"
        yield Text(
            en=f"charter: {count} items known to be there{when.en}",
            sv=f"förbundsordning: {count} punkter finns såvitt känt{when.sv}",
        )


_SEATS = Text(en="seats+deputies", sv="ledamöter+ersättare")
_CHAIR = Text(en="chair from", sv="ordförande från")
_VICE = Text(en="vice chairs from", sv="vice ordförande från")
_FORMED = Text(en="Formed", sv="Bildat")
_NUMBER = Text(en="Organisation number", sv="Organisationsnummer")
_MEMBERS = Text(en="Members", sv="Medlemmar")
_VISION = Text(en="Vision", sv="Vision")
_PURPOSE = Text(en="Purpose", sv="Syfte")
_ORIENTATION = Text(en="Orientation", sv="Inriktning")
_TASKS = Text(en="Tasks", sv="Uppgifter")
_CONDITIONS = Text(en="conditions", sv="förutsättningar")
_LIVELIHOOD = Text(en="livelihood", sv="försörjning")
_LIVE_IN = Text(en="residents of", sv="bosatta i")
_FOR = Text(en="for", sv="för")
_SERVES = Text(en="serves", sv="berör")
_CARRIED_OUT_BY = Text(en="carried out by", sv="utförs av")
_METHOD = Text(en="method", sv="metod")
_WHEN = Text(en="when", sv="när")
_STAFFING = Text(en="staffing", sv="bemanning")
_OTHERS = Text(en="others finance", sv="andra finansierar")
_STEERING = Text(en="steering group", sv="styrgrupp")
_EVALUATION = Text(en="evaluation", sv="utvärdering")
_AFTERWARDS = Text(en="afterwards", sv="därefter")
_COMMITTEE = Text(en="working committee", sv="arbetsutskott")
_PREPARATORY = Text(en="preparatory group", sv="beredningsgrupp")
_STAFF = Text(en="staff", sv="personal")
_SERVICES = Text(en="services from", sv="tjänster från")
_ARCHIVE = Text(en="archive", sv="arkiv")
_CASE = Text(en="case number", sv="diarienummer")


def _said(label: Text, said: str) -> Text:
    return Text(en=f"{label.en}: {said}", sv=f"{label.sv}: {said}")


def _with(name: str, traits: list[Text]) -> Text:
    """The name, with its traits in brackets."""
    en, sv = ", ".join(each.en for each in traits), ", ".join(each.sv for each in traits)
    return Text(en=f"{name} ({en})" if traits else name, sv=f"{name} ({sv})" if traits else name)


def _capital(text: Text) -> Text:
    return Text(en=text.en.capitalize(), sv=text.sv.capitalize())


def _rendered(lines: Iterable[Line], language: Language) -> str:
    """The lines as text of 80 columns."""
    out: list[str] = []
    for depth, said in lines:
        words = said.to(language) if isinstance(said, Text) else said
        out += wrapped(words, indent="  " * depth, hanging="  ")
    return "\n".join(out)

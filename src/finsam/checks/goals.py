"""4xx: interventions, target groups and goals."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil, floor

from dateutil.relativedelta import relativedelta

from finsam.checks.rules import OWN_FIGURES, Breach, Rule, numbered
from finsam.errors import suggestion
from finsam.finding import Chapter, Severity
from finsam.interventions import Intervention, TargetGroup
from finsam.language import Text
from finsam.period import Period, calendar_year
from finsam.plan import OperationalPlan
from finsam.rows import Column
from finsam.shares import in_figures, percent

__all__ = ["RULES"]

YOUNGEST, ADULT, ELDEST = 16, 20, 64
PARTIES = 2


@numbered(
    "F401",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="The intervention that a row of costs names is in the plan.",
        sv="Den insats som en kostnadsrad anger finns i planen.",
    ),
)
def _rows_lead_to_interventions(plan: OperationalPlan) -> Iterator[Breach]:
    known = [each.id for each in plan.interventions]
    for index, row in enumerate(plan.costs):
        if row.intervention is not None and row.intervention not in known:
            yield Breach(
                path=("costs", index, "intervention"),
                message=_NO_INTERVENTION(name=row.intervention, near=suggestion(row.intervention, known)),
                remedy=_WRITE_ID,
            )


_NO_INTERVENTION = Text(en='there is no intervention "{name}"{near}', sv='det finns ingen insats "{name}"{near}')
_WRITE_ID = Text(
    en="write the id of an intervention, or add the intervention", sv="skriv id för en insats, eller lägg till insatsen"
)


@numbered(
    "F402",
    Severity.WARNING,
    OWN_FIGURES,
    Text(
        en="Every intervention that goes on in the budget year has a row of costs in its budget.",
        sv="Varje insats som pågår under budgetåret har en kostnadsrad i dess budget.",
    ),
    chapter=Chapter.BUDGET,
)
def _interventions_have_a_row(plan: OperationalPlan) -> Iterator[Breach]:
    year = calendar_year(plan.year)
    going_on = [
        (index, each)
        for index, each in enumerate(plan.interventions)
        if Period(first=each.start or date.min, last=each.end or date.max).overlaps(year)
    ]
    if plan.year not in {budget.time for budget in plan.budgets}:
        if going_on:
            yield Breach(path=("interventions",), message=_NO_BUDGET(year=plan.year), remedy=_ADD_ROWS, unknown=True)
        return
    paid_for = {row.intervention for row in plan.costs if row.figure(Column.BUDGET, plan.year) is not None}
    for index, each in going_on:
        if each.id not in paid_for:
            yield Breach(
                path=("interventions", index),
                message=_NOT_PAID_FOR(year=plan.year, name=each.name),
                remedy=_WRITE_IN_ROW(id=each.id),
                silent=True,
            )


_NO_BUDGET = Text(en="there is no budget for {year}", sv="det finns ingen budget för {year}")
_ADD_ROWS = Text(en="add the rows that pay for them", sv="lägg till de rader som betalar för dem")
_NOT_PAID_FOR = Text(en="no row of costs for {year} names {name}", sv="ingen kostnadsrad för {year} avser {name}")
_WRITE_IN_ROW = Text(
    en='write intervention = "{id}" in the row that pays for it',
    sv='skriv intervention = "{id}" i den rad som betalar för den',
)


@numbered(
    "F403",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="The number in need that the document states is its share of its population.",
        sv="Det antal med behov som dokumentet anger är dess andel av dess befolkning.",
    ),
)
def _need_is_its_share(plan: OperationalPlan) -> Iterator[Breach]:
    need = plan.need
    if need is None or need.stated is None or need.share is None or (number := need.number) is None:
        return
    near = [Fraction(each) for each in (floor(number), ceil(number)) if abs(each - number) <= Fraction(1, 2)]
    if not any(need.stated.agrees_with(each) for each in (number, *near)):
        share, exactly = percent(need.share), in_figures(number)
        message = _OTHER_NUMBER(stated=need.stated, share=share, inhabitants=need.inhabitants, number=exactly)
        yield Breach(path=("need", "stated"), message=message, remedy=_CORRECT_NEED)


_OTHER_NUMBER = Text(
    en="stated {stated}, but {share} of {inhabitants} is {number}",
    sv="anges till {stated}, men {share} av {inhabitants} är {number}",
)
_CORRECT_NEED = Text(
    en="correct the number, the share or the population", sv="rätta antalet, andelen eller befolkningen"
)

_AGES = Text(
    en="practice: the preparatory works speak of working age, mainly {adult}–{eldest}; the National Council recommends "
    "from {youngest}",
    sv="praxis: förarbetena talar om arbetsför ålder, främst {adult}–{eldest} år; Nationella rådet rekommenderar från "
    "{youngest} år",
)(adult=ADULT, eldest=ELDEST, youngest=YOUNGEST)


@numbered(
    "F450",
    Severity.ERROR,
    _AGES,
    Text(en="No target group is younger than {youngest}.", sv="Ingen målgrupp är yngre än {youngest} år.")(
        youngest=YOUNGEST
    ),
)
def _of_working_age(plan: OperationalPlan) -> Iterator[Breach]:
    for index, group in enumerate(plan.target_groups):
        if group.youngest is not None and group.youngest < YOUNGEST:
            yield _begins_early(index, group, YOUNGEST, _BEGIN_LATER(age=YOUNGEST))


@numbered(
    "F451",
    Severity.WARNING,
    _AGES,
    Text(
        en="A target group that begins between {youngest} and {adult} counts only those who are of working age and "
        "have left upper-secondary school; the young without it are the municipality's duty.",
        sv="En målgrupp som börjar mellan {youngest} och {adult} år räknar bara dem som är i arbetsför ålder och inte "
        "i gymnasieskolan; yngre utan gymnasieutbildning är kommunens ansvar enligt skollagen.",
    )(youngest=YOUNGEST, adult=ADULT),
)
def _the_youngest(plan: OperationalPlan) -> Iterator[Breach]:
    for index, group in enumerate(plan.target_groups):
        if group.youngest is not None and YOUNGEST <= group.youngest < ADULT:
            yield _begins_early(index, group, ADULT, _NOT_IN_SCHOOL(age=ADULT))


def _begins_early(index: int, group: TargetGroup, age: int, remedy: Text) -> Breach:
    return Breach(
        path=("target_groups", index, "youngest"),
        message=_BEGINS_EARLY(name=group.name, youngest=group.youngest, age=age),
        remedy=remedy,
    )


_BEGINS_EARLY = Text(en="{name} begins at {youngest}, below {age}", sv="{name} börjar vid {youngest} år, under {age}")
_BEGIN_LATER = Text(en="begin at {age} or later", sv="börja vid {age} år eller senare")
_NOT_IN_SCHOOL = Text(
    en="make sure that those below {age} are of working age and have left upper-secondary school",
    sv="se till att de som är under {age} är i arbetsför ålder och inte i gymnasieskolan",
)


@numbered(
    "F452",
    Severity.WARNING,
    Text(en="practice: local rules ask for at least two parties", sv="praxis: lokala regler kräver minst två parter"),
    Text(
        en="Every intervention serves at least two of the cooperating parties, or as many as the plan itself asks for.",
        sv="Varje insats har minst två medverkande parter, eller så många som planen själv kräver.",
    ),
    chapter=Chapter.INTERVENTIONS,
)
def _serve_two_parties(plan: OperationalPlan) -> Iterator[Breach]:
    least = PARTIES if plan.least_parties is None else plan.least_parties
    for index, each in enumerate(plan.interventions):
        path = ("interventions", index, "parties")
        if each.parties is None:
            yield Breach(path=path, message=_WHICH_PARTIES, remedy=_WRITE_PARTIES, unknown=True)
        elif (count := len(set(each.parties))) < least:
            message = _TOO_FEW_PARTIES(name=each.name, count=count, least=least)
            yield Breach(path=path, message=message, remedy=_MORE_PARTIES)


_WHICH_PARTIES = Text(
    en="the plan does not say which parties it serves", sv="det framgår inte av planen vilka parter som medverkar"
)
_WRITE_PARTIES = Text(en="write every party that it serves", sv="skriv alla medverkande parter (parties)")
_TOO_FEW_PARTIES = Text(
    en="{name} serves {count}, not {least} or more, of the parties",
    sv="{name} har {count} medverkande parter, inte {least} eller fler",
)
_MORE_PARTIES = Text(
    en="write every party that it serves, or let one party pay for it",
    sv="skriv alla medverkande parter (parties), eller låt en part betala för den",
)


@numbered(
    "F453",
    Severity.WARNING,
    Text(
        en="practice: what works goes on in a party's ordinary activity",
        sv="praxis: det som fungerar drivs vidare i en parts ordinarie verksamhet",
    ),
    Text(
        en="An intervention with an end has a plan for what happens after it.",
        sv="En insats med slutdatum har en plan för vad som händer sedan.",
    ),
    chapter=Chapter.INTERVENTIONS,
)
def _a_sequel(plan: OperationalPlan) -> Iterator[Breach]:
    for index, each in enumerate(plan.interventions):
        if each.end is not None and each.afterwards is None:
            yield Breach(
                path=("interventions", index, "afterwards"),
                message=_WHAT_THEN(name=each.name, end=each.end),
                remedy=_WRITE_AFTERWARDS,
                silent=True,
            )


_WHAT_THEN = Text(
    en="{name} ends on {end}, and the plan does not say what happens then",
    sv="{name} slutar {end}, och det framgår inte av planen vad som händer sedan",
)
_WRITE_AFTERWARDS = Text(en="write it under afterwards", sv="skriv det under afterwards")


@numbered(
    "F454",
    Severity.WARNING,
    Text(en="practice: the limit that the plan itself sets", sv="praxis: den gräns som planen själv sätter"),
    Text(
        en="No time-limited intervention goes on for longer than the plan's own limit.",
        sv="Ingen tidsbegränsad insats pågår längre än planens egen gräns.",
    ),
    chapter=Chapter.INTERVENTIONS,
)
def _within_the_limit(plan: OperationalPlan) -> Iterator[Breach]:
    limit = plan.longest_intervention
    for index, each in enumerate(plan.interventions if limit is not None else ()):
        if each.long_term:
            continue
        path = ("interventions", index)
        if each.start is None or each.end is None:
            yield Breach(path=path, message=_WHICH_DAYS(name=each.name, limit=limit), remedy=_WRITE_DAYS, unknown=True)
        elif relativedelta(each.end, each.start).years >= (limit or 0):
            yield Breach(path=path, message=_too_long(each, limit), remedy=_END_EARLIER)


def _too_long(each: Intervention, limit: int | None) -> Text:
    period = Period(first=each.start or date.min, last=each.end)
    return _TOO_LONG(name=each.name, period=period, limit=limit)


_WHICH_DAYS = Text(
    en="the plan does not say on which days {name} starts and ends; its limit is {limit} years",
    sv="det framgår inte av planen vilka dagar {name} börjar och slutar; dess gräns är {limit} år",
)
_WRITE_DAYS = Text(
    en="write start and end, or long_term = true",
    sv="skriv första och sista dag (start och end), eller long_term = true för en långsiktig insats",
)
_TOO_LONG = Text(
    en="{name}, {period}, is longer than the plan's limit of {limit} years",
    sv="{name}, {period}, är längre än planens gräns på {limit} år",
)
_END_EARLIER = Text(en="end it earlier, or make it long-term", sv="avsluta den tidigare, eller gör den långsiktig")


@numbered(
    "F455",
    Severity.WARNING,
    Text(en="practice: a target can be judged", sv="praxis: ett mål går att bedöma"),
    Text(
        en="Every target has an indicator, or something to be compared with.",
        sv="Varje målvärde har en indikator eller något att jämföra med.",
    ),
)
def _targets_can_be_judged(plan: OperationalPlan) -> Iterator[Breach]:
    for index, goal in enumerate(plan.goals):
        for number, target in enumerate(goal.targets):
            if not target.can_be_judged:
                yield Breach(
                    path=("goals", index, "targets", number),
                    message=_NO_MEASURE(target=target.aim.text),
                    remedy=_WRITE_MEASURE,
                )


_NO_MEASURE = Text(
    en='"{target}" has neither an indicator nor a baseline', sv='"{target}" har varken indikator eller utgångsvärde'
)
_WRITE_MEASURE = Text(
    en="write what measures it under indicator, or from where it starts under baseline",
    sv="skriv vad som mäter det under indicator, eller var det börjar under baseline",
)


@numbered(
    "F456",
    Severity.WARNING,
    Text(en="practice: a goal can be followed up", sv="praxis: ett mål går att följa upp"),
    Text(
        en="Every goal has at least an indicator, a target or an activity, or is spelt out in other goals.",
        sv="Varje mål har åtminstone en indikator, ett målvärde eller en aktivitet, eller utvecklas i andra mål.",
    ),
)
def _goals_can_be_followed_up(plan: OperationalPlan) -> Iterator[Breach]:
    spelt_out = {goal.part_of for goal in plan.goals}
    for index, goal in enumerate(plan.goals):
        if not goal.can_be_followed_up and goal.id not in spelt_out:
            yield Breach(path=("goals", index), message=_NOTHING_TELLS(goal=goal.text), remedy=_ADD_SOMETHING)


_NOTHING_TELLS = Text(en='nothing tells how it goes with "{goal}"', sv='inget visar hur det går med "{goal}"')
_ADD_SOMETHING = Text(
    en="add an indicator, a target or an activity", sv="lägg till en indikator, ett målvärde eller en aktivitet"
)

RULES: tuple[Rule, ...] = (
    _rows_lead_to_interventions,
    _interventions_have_a_row,
    _need_is_its_share,
    _of_working_age,
    _the_youngest,
    _serve_two_parties,
    _a_sequel,
    _within_the_limit,
    _targets_can_be_judged,
    _goals_can_be_followed_up,
)

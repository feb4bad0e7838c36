"""4xx: interventions, target groups and goals."""

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from finsam.checks.rule import OWN_FIGURES, Breach, Rule, check
from finsam.errors import suggestion
from finsam.finding import Severity
from finsam.language import Text
from finsam.period import Period, Year
from finsam.plan import OperationalPlan

__all__ = ["RULES"]

YOUNGEST, ADULT = 16, 20


@check(
    "F401",
    Severity.ERROR,
    basis=OWN_FIGURES,
    sv="Den insats som en kostnadsrad anger finns i planen.",
)
def cost_lines_lead_to_interventions(plan: OperationalPlan) -> Iterator[Breach]:
    """The intervention that a cost line names is in the plan."""
    known = [each.id for each in plan.interventions]
    lines = {(line.id, line.intervention) for accounts in plan.accounts for line in accounts.costs if line.intervention}
    for line, intervention in sorted(lines):
        if intervention not in known:
            near = suggestion(intervention, known)
            nara = near.replace("did you mean", "menades").replace("there is", "det finns")
            yield Breach(
                place=f'costs "{line}".intervention',
                message=Text(
                    en=f"there is no intervention {intervention!r}{near}",
                    sv=f"det finns ingen insats {intervention!r}{nara}",
                ),
                remedy=Text(
                    en="write the id of an intervention, or add the intervention",
                    sv="skriv id för en insats, eller lägg till insatsen",
                ),
            )


@check(
    "F402",
    Severity.WARNING,
    basis=OWN_FIGURES,
    sv="Varje insats som pågår under budgetåret har en kostnadsrad i dess budget.",
)
def interventions_have_a_budget_line(plan: OperationalPlan) -> Iterator[Breach]:
    """Every intervention that goes on in the budget year has a cost line in its budget."""
    year = Year(plan.year).period
    going_on = [
        each for each in plan.interventions if Period(first=each.start or date.min, last=each.end).overlaps(year)
    ]
    budget = next((each for each in plan.budgets if each.year == plan.year), None)
    if budget is None:
        if going_on:
            none = Text(en=f"there is no budget for {plan.year}", sv=f"det finns ingen budget för {plan.year}")
            remedy = Text(en="add the lines that pay for them", sv="lägg till de rader som betalar för dem")
            yield Breach(place="interventions", message=none, remedy=remedy, unknown=True)
        return
    paid_for = {line.intervention for line in budget.costs}
    for each in going_on:
        if each.id not in paid_for:
            yield Breach(
                place=f'interventions "{each.id}"',
                message=Text(
                    en=f"no cost line of {plan.year} names {each.name}",
                    sv=f"ingen kostnadsrad för {plan.year} avser {each.name}",
                ),
                remedy=Text(
                    en=f'write intervention = "{each.id}" in the line that pays for it',
                    sv=f'skriv intervention = "{each.id}" i den rad som betalar för den',
                ),
            )


_AGES = Text(
    en="practice: the preparatory works speak of working age, mainly 20-64; the National Council recommends from 16",
    sv="praxis: förarbetena talar om arbetsför ålder, främst 20-64; Nationella rådet rekommenderar från 16",
)


@check(
    "F450",
    Severity.ERROR,
    basis=_AGES,
    sv="Ingen målgrupp är yngre än 16 år.",
)
def target_groups_are_of_working_age(plan: OperationalPlan) -> Iterator[Breach]:
    """No target group is younger than 16."""
    for group in plan.target_groups:
        if group.youngest is not None and group.youngest < YOUNGEST:
            yield Breach(
                place=f'target_groups "{group.id}".youngest',
                message=Text(
                    en=f"{group.name} begins at {group.youngest}, below {YOUNGEST}",
                    sv=f"{group.name} börjar vid {group.youngest} år, under {YOUNGEST}",
                ),
                remedy=Text(en=f"begin at {YOUNGEST} or later", sv=f"börja vid {YOUNGEST} år eller senare"),
            )


@check(
    "F451",
    Severity.WARNING,
    basis=_AGES,
    sv="En målgrupp som börjar vid 16-19 år räknar bara dem som är arbetsaktiva; "
    "yngre utan gymnasieutbildning är kommunens ansvar enligt skollagen.",
)
def the_youngest_are_work_active(plan: OperationalPlan) -> Iterator[Breach]:
    """
    A target group that begins at 16-19 counts those who are work-active only; the young without upper-secondary
    school are the municipality's duty.
    """
    for group in plan.target_groups:
        if group.youngest is not None and YOUNGEST <= group.youngest < ADULT:
            yield Breach(
                place=f'target_groups "{group.id}".youngest',
                message=Text(
                    en=f"{group.name} begins at {group.youngest}, below {ADULT}",
                    sv=f"{group.name} börjar vid {group.youngest} år, under {ADULT}",
                ),
                remedy=Text(
                    en="make sure that those below 20 are work-active and not the school's to help",
                    sv="se till att de som är under 20 är arbetsaktiva och inte skolans ansvar",
                ),
            )


@check(
    "F452",
    Severity.WARNING,
    basis=Text(
        en="practice: local rules ask for at least two parties", sv="praxis: lokala regler kräver minst två parter"
    ),
    sv="Varje insats är till för minst två av de samverkande parterna.",
)
def interventions_serve_two_parties(plan: OperationalPlan) -> Iterator[Breach]:
    """Every intervention serves at least two of the cooperating parties."""
    least = 2 if plan.least_parties is None else plan.least_parties
    for each in plan.interventions:
        count = None if each.parties is None else len(set(each.parties))
        if count is not None and count >= least:
            continue
        message = Text(
            en=f"{each.name} serves {count}, not {least} or more, of the parties",
            sv=f"{each.name} är till för {count}, inte {least} eller fler, av parterna",
        )
        remedy = Text(
            en="write every party that it serves, or let one party pay for it",
            sv="skriv alla parter som den är till för, eller låt en part betala för den",
        )
        if count is None:
            message = Text(
                en="the plan does not say which parties it serves", sv="planen säger inte vilka parter den är till för"
            )
            remedy = Text(en="write every party that it serves", sv="skriv alla parter som den är till för")
        yield Breach(place=f'interventions "{each.id}".parties', message=message, remedy=remedy, unknown=count is None)


@check(
    "F453",
    Severity.WARNING,
    basis=Text(
        en="practice: what works goes on in a party's ordinary activity",
        sv="praxis: det som fungerar drivs vidare i en parts ordinarie verksamhet",
    ),
    sv="En insats med slutdatum har en plan för vad som händer sedan.",
)
def what_ends_has_a_sequel(plan: OperationalPlan) -> Iterator[Breach]:
    """An intervention with an end has a plan for what happens after it."""
    for each in plan.interventions:
        if each.end is not None and each.afterwards is None:
            yield Breach(
                place=f'interventions "{each.id}".afterwards',
                message=Text(
                    en=f"{each.name} ends on {each.end}, and the plan does not say what happens then",
                    sv=f"{each.name} slutar {each.end}, och planen säger inte vad som händer sedan",
                ),
                remedy=Text(en="write it under afterwards", sv="skriv det under afterwards"),
            )


@check(
    "F454",
    Severity.WARNING,
    basis=Text(en="practice: the limit that the plan itself sets", sv="praxis: den gräns som planen själv sätter"),
    sv="Ingen tidsbegränsad insats pågår längre än planens egen gräns.",
)
def interventions_keep_within_the_plans_limit(plan: OperationalPlan) -> Iterator[Breach]:
    """No time-limited intervention goes on for longer than the plan's own limit."""
    limit = plan.longest_intervention
    if limit is None:
        return
    for each in plan.interventions:
        if each.long_term:
            continue
        if each.start is None or each.end is None:
            yield Breach(
                place=f'interventions "{each.id}"',
                message=Text(
                    en=f"the plan does not say on which days {each.name} starts and ends; its limit is {limit} years",
                    sv=f"planen säger inte vilka dagar {each.name} börjar och slutar; dess gräns är {limit} år",
                ),
                remedy=Text(
                    en="write start and end, or long_term = true", sv="skriv start och end, eller long_term = true"
                ),
                unknown=True,
            )
        elif relativedelta(each.end, each.start).years >= limit:
            yield Breach(
                place=f'interventions "{each.id}"',
                message=Text(
                    en=f"{each.name}, {each.start}--{each.end}, is longer than the plan's limit of {limit} years",
                    sv=f"{each.name}, {each.start}--{each.end}, är längre än planens gräns på {limit} år",
                ),
                remedy=Text(
                    en="end it earlier, or make it long-term", sv="avsluta den tidigare, eller gör den långsiktig"
                ),
            )


@check(
    "F455",
    Severity.WARNING,
    basis=Text(en="practice: a target can be judged", sv="praxis: ett mål går att bedöma"),
    sv="Varje målvärde har en indikator eller något att jämföra med.",
)
def targets_can_be_judged(plan: OperationalPlan) -> Iterator[Breach]:
    """Every target has an indicator, or something to be compared with."""
    for goal in plan.goals:
        for target in goal.targets:
            if not target.can_be_judged:
                words = target.aim.text
                yield Breach(
                    place=f'goals "{goal.id}".targets',
                    message=Text(
                        en=f'"{words.en}" has neither an indicator nor a baseline',
                        sv=f'"{words.sv}" har varken indikator eller utgångsvärde',
                    ),
                    remedy=Text(
                        en="write what measures it under indicator, or from where it starts under baseline",
                        sv="skriv vad som mäter det under indicator, eller var det börjar under baseline",
                    ),
                )


@check(
    "F456",
    Severity.WARNING,
    basis=Text(en="practice: a goal can be followed up", sv="praxis: ett mål går att följa upp"),
    sv="Varje mål har åtminstone en indikator, ett målvärde eller en aktivitet, eller utvecklas i andra mål.",
)
def goals_can_be_followed_up(plan: OperationalPlan) -> Iterator[Breach]:
    """Every goal has at least an indicator, a target or an activity, or is spelt out in other goals."""
    for goal in plan.goals:
        spelt_out = any(each.part_of == goal.id for each in plan.goals)
        if not goal.can_be_followed_up and not spelt_out:
            yield Breach(
                place=f'goals "{goal.id}"',
                message=Text(
                    en=f'nothing tells how it goes with "{goal.text}"', sv=f'inget visar hur det går med "{goal.text}"'
                ),
                remedy=Text(
                    en="add an indicator, a target or an activity",
                    sv="lägg till en indikator, ett målvärde eller en aktivitet",
                ),
            )


RULES: tuple[Rule, ...] = (
    cost_lines_lead_to_interventions,
    interventions_have_a_budget_line,
    target_groups_are_of_working_age,
    the_youngest_are_work_active,
    interventions_serve_two_parties,
    what_ends_has_a_sequel,
    interventions_keep_within_the_plans_limit,
    targets_can_be_judged,
    goals_can_be_followed_up,
)

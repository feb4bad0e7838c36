"""Höglandet's plan for 2023, fact by fact: what the published text says, and how the loaded plan says it."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest

from finsam import (
    AllOrNone,
    Category,
    Milestone,
    OperationalPlan,
    Party,
    Period,
    Stated,
    Trend,
    example,
    from_dict,
    kr,
    share,
)
from finsam.finding import Chapter
from finsam.governance import Adoption, Board, Governance, Presence
from finsam.printed import Printed
from finsam.rows import Cell, Column
from finsam.targets import Direction
from published import Say, accounts, figures, forms, leaves, tree

Fact = tuple[str, object, Say]

NAME = "hoglandet-2023"
PLAN = example(NAME)
YEARS = (2022, 2023, 2024, 2025)
MUNICIPALITIES = ("Aneby", "Eksjö", "Nässjö", "Sävsjö", "Tranås", "Vetlanda")

# Section 9, row by row: 2022, 2023, 2024, 2025.
CONTRIBUTIONS = {
    "Aneby": (120_810, 120_810, 120_810, 120_810),
    "Eksjö": (302_025, 302_025, 302_025, 302_025),
    "Nässjö": (563_780, 563_780, 563_780, 563_780),
    "Sävsjö": (201_350, 201_350, 201_350, 201_350),
    "Tranås": (342_295, 342_295, 342_295, 342_295),
    "Vetlanda": (483_240, 483_240, 483_240, 483_240),
    "Region Jönköpings län": (2_013_500, 2_013_500, 2_013_500, 2_013_500),
    "Försäkringskassan": (4_027_000, 4_027_000, 4_027_000, 4_027_000),  # "Staten (FK+AF)"
}
COSTS = {
    "SE-Höglandet": (3_800_000, 3_860_000, 3_860_000, 3_860_000),
    "IT-spåret": (1_150_000, 600_000, 600_000, 600_000),
    "Inspirationsdag": (100_000, 100_000, 100_000, 100_000),
    "Framtida projekt": (0, 420_000, 420_000, 420_000),
    "Insatskatalogen": (24_000, 48_000, 48_000, 48_000),
    "Samverkanskoordinator - LIV": (1_750_000, 1_800_000, 1_800_000, 1_800_000),
    "Psykiatriveckan": (30_000, 30_000, 30_000, 30_000),
    "Tjänsteperson": (860_000, 850_000, 850_000, 850_000),
    "Styrelse": (60_000, 70_000, 70_000, 70_000),
    "Kompetensutveckling styrelse/beredningsgrupp": (16_000, 30_000, 30_000, 30_000),
    "Ekonomihantering": (94_254, 95_000, 95_000, 95_000),
    "Revision": (55_500, 55_500, 55_500, 55_500),
    "Övrig administration": (90_000, 95_500, 95_500, 95_500),
    "Marknadsföring": (0, 0, 0, 0),
    "Inköp material och varor": (25_000, 0, 0, 0),
}
TOTALS = {
    "income": (8_054_000, 8_054_000, 8_054_000, 8_054_000),
    "costs": (8_054_754, 8_054_000, 8_054_000, 8_054_000),
    "result": (-754, 0, 0, 0),
    "closing": (427_055, 427_055, 427_055, 427_055),
}


def cell(year: int) -> Cell:
    """The column of the year: 2022 is a forecast, and the others are budgets."""
    return (Column.FORECAST if year == 2022 else Column.BUDGET), year


def stated(plan: OperationalPlan, where: str) -> Stated:
    [found] = [each for each in plan.stated if each.where.startswith(where)]
    return found


def pays(member: str, year: int) -> Say:
    return lambda plan: plan.contributions(year)[member]


def said_to_pay(member: str, year: int) -> Say:
    return lambda plan: stated(plan, "9.").contributions[member].figure(*cell(year))


def cost(name: str, year: int) -> Say:
    return lambda plan: {line.name: line.amount for line in accounts(plan, cell(year)).costs}[name]


def total(what: str, year: int) -> Say:
    """What the lines come to."""
    return lambda plan: getattr(accounts(plan, cell(year)), {"costs": "total_costs"}.get(what, what))


def said_total(what: str, year: int) -> Say:
    return lambda plan: getattr(stated(plan, "9."), what).figure(*cell(year))


def table() -> Iterator[Fact]:
    """The table of section 9: every figure, as computed from the lines and as the document states it."""
    for number, year in enumerate(YEARS):
        for member, row in CONTRIBUTIONS.items():
            printed = Printed.amount(row[number])
            yield f"9, income: {member} pays in {year}", kr(row[number]), pays(member, year)
            yield f"9, income: {member} is said to pay in {year}", printed, said_to_pay(member, year)
        for name, row in COSTS.items():
            yield f"9, costs: {name} in {year}", kr(row[number]), cost(name, year)
        for what, row in TOTALS.items():
            printed = Printed.amount(row[number])
            yield f"9, totals: the {what} of {year}", kr(row[number]), total(what, year)
            yield f"9, totals: the stated {what} of {year}", printed, said_total(what, year)


def governance(plan: OperationalPlan) -> Governance:
    assert plan.governance is not None
    return plan.governance


def board(plan: OperationalPlan) -> Board:
    found = governance(plan).board
    assert found is not None
    return found


def adoption(plan: OperationalPlan) -> Adoption:
    found = governance(plan).adoption
    assert found is not None
    return found


def charter_items(plan: OperationalPlan) -> list[int]:
    """The items that it is known to have."""
    found = governance(plan).charter
    assert found is not None
    return [item for item, presence in found.items(18).items() if presence is Presence.PRESENT]


def ages(group: str) -> Say:
    return lambda plan: (plan.target_group(group).youngest, plan.target_group(group).oldest)


def post(intervention: str, municipality: str) -> Say:
    return lambda plan: {each.employer: each.share for each in plan.intervention(intervention).staffing}[municipality]


def times(goal: str, activity: str) -> Say:
    return lambda plan: {each.text: each.times for each in plan.goal(goal).activities}[activity]


def when(goal: str, activity: str) -> Say:
    return lambda plan: {each.text: each.period for each in plan.goal(goal).activities}[activity]


def day_of(event: str) -> Say:
    """The day in the calendar of what begins with those words."""
    return lambda plan: next(each.on for each in plan.calendar if each.text.startswith(event))


def printed(category: Category) -> Say:
    return lambda plan: stated(plan, "6.").shares.budget[2023][category]


def of_quarter(municipality: str) -> Say:
    def said(plan: OperationalPlan) -> Fraction:
        due = plan.contributions(2023)
        return due[municipality] / due.by_party[Party.MUNICIPALITIES]

    return said


def one_day(day: date) -> Period:
    return Period(first=day, last=day)


REPORT = "skriftlig rapport"

FACTS: list[Fact] = [
    # The title page and 1.
    ("title: the plan is for", 2023, lambda plan: plan.year),
    ("text: all of the document is here", {*Chapter}, lambda plan: {*(plan.chapters or ())}),
    ("title: the budget is for 2023-2025, beside the forecast of 2022", YEARS, lambda plan: plan.years),
    ("1: formed on", date(2011, 4, 1), lambda plan: plan.association.formed),
    (
        "1: the members",
        {*MUNICIPALITIES, "Region Jönköpings län", "Försäkringskassan", "Arbetsförmedlingen"},
        lambda plan: {member.name for member in plan.association.members},
    ),
    ("1: how many members", 9, lambda plan: len(plan.association.members)),
    ("1: how many tasks", 2, lambda plan: len(plan.tasks)),
    # 2 and 3.
    ("2: the vision", "Samverkan för allas delaktighet i samhället", lambda plan: plan.vision),
    ("3: the main target group is between 18 and 64", (18, 64), ages("huvudmalgrupp")),
    (
        "3: it needs at least 2 parties",
        ("behov av samordnade rehabiliteringsinsatser från minst 2 parter",),
        lambda plan: plan.target_group("huvudmalgrupp").conditions,
    ),
    ("3: its livelihood, or the risk of it", 2, lambda plan: len(plan.target_group("huvudmalgrupp").livelihood)),
    ("3: the young who come first are between 18 and 29", (18, 29), ages("unga")),
    ("3: they come first", True, lambda plan: plan.target_group("unga").priority),
    # 4.
    ("4: statistics show women and men", True, lambda plan: plan.indicator("jamstalldhet-statistik").by_sex),
    (
        "4: the action plan is revised at the first meeting of the year",
        "årets första styrelsesammanträde",
        lambda plan: plan.goal("jamstalldhet").activities[-1].timing,
    ),
    # 5 and 8.
    ("5: nine seats on the board", 9, lambda plan: board(plan).seats),
    ("5: with personal deputies", True, lambda plan: board(plan).personal_deputies),
    ("5: the number of deputies is not said by itself", None, lambda plan: board(plan).deputies),
    ("5: the manager works 100 %", share("100 %"), lambda plan: governance(plan).staff[0].share),
    ("5: no one else is said to work in the office", 1, lambda plan: len(governance(plan).staff)),
    ("5 and 8.2: the charter governs the seats, and the archive", [3, 18], charter_items),
    (
        "8.1: services from three others",
        ["Region Jönköpings län", "Höglandsförbundet", "Comfact"],
        lambda plan: [each.partition(" (")[0] for each in governance(plan).services_from],
    ),
    ("8.2: who keeps the archive", "Tranås kommun", lambda plan: governance(plan).archive_authority),
    ("8.1: a new manager was employed", date(2022, 8, 15), day_of("Ny förbundschef")),
    ("8.1: the earlier manager left", date(2022, 8, 31), day_of("Den tidigare")),
    ("text: it has no day of adoption", None, lambda plan: adoption(plan).on),
    ("text: it does not say who audits", None, lambda plan: governance(plan).auditors),
    # 6.
    ("6: a budget of", Printed.amount(8_054_000), lambda plan: stated(plan, "6.").income.budget[2023]),
    ("6: a cost budget of", Printed.amount(8_073_500), lambda plan: stated(plan, "6.").costs.budget[2023]),
    ("6: individual-oriented", Printed.share("54,5 %"), printed(Category.INDIVIDUAL)),
    ("6: structural", Printed.share("24,3 %"), printed(Category.STRUCTURAL)),
    ("6: administration", Printed.share("14,4 %"), printed(Category.ADMINISTRATION)),
    ("6: new activities", Printed.share("6,8 %"), printed(Category.NEW)),
    ("6: how many financial goals", 3, lambda plan: sum(goal.level.value == "financial" for goal in plan.goals)),
    # 7.1.1
    ("7.1.1: SE-Höglandet is LIV", True, lambda plan: plan.intervention("SE-Höglandet").long_term),
    ("7.1.1: its method", ("Supported Employment",), lambda plan: plan.intervention("SE-Höglandet").methods),
    ("7.1.1: it serves all four parties", 4, lambda plan: len(plan.intervention("SE-Höglandet").parties or ())),
    ("7.1.1: three reasons for its group", 3, lambda plan: len(plan.target_group("se-hoglandet").conditions)),
    ("7.1.1: the young are 19-29", (19, 29), ages("se-unga")),
    ("7.1.1: they come first", True, lambda plan: plan.target_group("se-unga").priority),
    ("7.1.1: Aneby", share("75 %"), post("SE-Höglandet", "Aneby")),
    ("7.1.1: Eksjö", share("150 %"), post("SE-Höglandet", "Eksjö")),
    ("7.1.1: Nässjö", share("180 %"), post("SE-Höglandet", "Nässjö")),
    ("7.1.1: Sävsjö", share("150 %"), post("SE-Höglandet", "Sävsjö")),
    ("7.1.1: Tranås", share("100 %"), post("SE-Höglandet", "Tranås")),
    ("7.1.1: Vetlanda", share("150 %"), post("SE-Höglandet", "Vetlanda")),
    ("7.1.1: statistics twice a year", 2, times("se-anstallning", "statistik tas fram")),
    ("7.1.1: they show women and men", True, lambda plan: plan.indicator("se-statistik").by_sex),
    ("7.1.1: the indicators once a year", 1, times("se-anstallning", "indikatorerna redovisas")),
    ("7.1.1: they show women and men too", True, lambda plan: plan.indicator("se-nojdhet").by_sex),
    ("7.1.1: fidelity to the method once a year", 1, times("se-anstallning", "metodtroheten mäts")),
    (
        "7.1.1: SUS is replaced during 2023",
        Period(first=date(2023, 1, 1), last=date(2023, 12, 31)),
        when("se-anstallning", "Uppföljning Finsam ersätter SUS; alla coacher erbjuds utbildning"),
    ),
    (
        "7.1.1: the coaches meet about four times a term",
        "ca 4 gånger per termin",
        lambda plan: plan.goal("se-anstallning").activities[1].timing,
    ),
    # 7.1.2
    ("7.1.2: who else pays", 3, lambda plan: len(plan.intervention("IT-spåret").other_financing)),
    (
        "7.1.2: when it starts",
        "ambitionen är utbildningsstart i januari 2023",
        lambda plan: plan.intervention("IT-spåret").timing,
    ),
    ("7.1.2: three things are measured", 3, lambda plan: len(plan.goal("it-sysselsattning").indicators)),
    (
        "7.1.2: the working group worked during 2022",
        Period(first=date(2022, 1, 1), last=date(2022, 12, 31)),
        when("it-sysselsattning", "arbetsgrupp om finansiering, placering och försörjning"),
    ),
    # 7.2.1
    ("7.2.1: the day when the wish was raised", date(2019, 8, 29), day_of("Arbetsdag")),
    ("7.2.1: the coordinators are LIV", True, lambda plan: plan.intervention("Samverkanskoordinator").long_term),
    *((f"7.2.1: half a post, {name}", share("50 %"), post("Samverkanskoordinator", name)) for name in MUNICIPALITIES),
    ("7.2.1: between the four parties", 4, lambda plan: len(plan.intervention("Samverkanskoordinator").parties or ())),
    ("7.2.1: individuals between 16 and 64", (16, 64), ages("samverkan")),
    ("7.2.1: four goals", 4, lambda plan: len(plan.goals_of("samverkanskoordinator"))),
    ("7.2.1: five tasks, and the report", 5 + 1, lambda plan: len(plan.goal("samarbete").activities)),
    ("7.2.1: reports twice a year", 2, times("samarbete", REPORT)),
    ("7.2.1: which follow up the second goal", 2, times("effektiv-rehabilitering", REPORT)),
    ("7.2.1: and the third", 2, times("samverkanssystem", REPORT)),
    ("7.2.1: and the fourth", 2, times("kannedom", REPORT)),
    (
        "7.2.1: cooperation is to increase",
        Trend(direction=Direction.INCREASE, of="samarbetet mellan myndigheterna/vården inom de sex kommunområdena"),
        lambda plan: plan.goal("samarbete").targets[0].aim,
    ),
    (
        "7.2.1: all staff is to know how it works",
        AllOrNone(
            every=True, of="personalen på alla nivåer inom myndigheterna", to="god kännedom om hur samverkan fungerar"
        ),
        lambda plan: plan.goal("kannedom").targets[0].aim,
    ),
    # 7.2.2 and 7.2.3
    ("7.2.2: four target groups", 4, lambda plan: len(plan.intervention("Psykiatriveckan").target_groups)),
    ("7.2.2: always in week 46", "alltid under vecka 46", lambda plan: plan.intervention("Psykiatriveckan").timing),
    (
        "7.2.2: which is, in 2023",
        Period(first=date.fromisocalendar(2023, 46, 1), last=date.fromisocalendar(2023, 46, 7)),
        when("psykiatri-kunskap", "Psykiatriveckan"),
    ),
    ("7.2.2: one week", 1, times("psykiatri-kunskap", "Psykiatriveckan")),
    ("7.2.2: what is measured", "antal besökare", lambda plan: plan.indicator("psykiatri-besokare").text),
    ("7.2.3: two things are measured", 2, lambda plan: len(plan.goal("inspiration").indicators)),
    # 7.2.4
    ("7.2.4: the joint day of 2022", date(2022, 9, 1), day_of("Gemensam planerings")),
    ("7.2.4: the members' consultation of 2022", date(2022, 2, 25), day_of("Digitalt medlemssamråd")),
    (
        "7.2.4: the board is introduced on",
        one_day(date(2023, 1, 26)),
        when("utbildning", "introduktionsutbildning för styrelsen vid årets första styrelsemöte"),
    ),
    ("7.2.4: the members are consulted on", one_day(date(2023, 2, 24)), when("utbildning", "medlemssamråd")),
    ("7.2.4: the host", "Vaggeryds kommun (värd)", lambda plan: plan.goal("utbildning").activities[1].responsible),
    (
        "7.2.4: a joint day of work in 2023",
        "i början av hösten 2023",
        lambda plan: plan.goal("utbildning").activities[2].timing,
    ),
    # 7.3
    (
        "7.3: the association joins Insatskatalogen",
        Milestone(what="förbundet ansluter till Insatskatalogen"),
        lambda plan: plan.goal("soka-insatser").targets[0].aim,
    ),
    (
        "7.3: during 2023",
        Period(first=date(2023, 1, 1), last=date(2023, 12, 31)),
        lambda plan: plan.goal("soka-insatser").targets[0].period,
    ),
    ("7.3: it costs 48 000 a year", kr(48_000), lambda plan: plan.financing_of("insatskatalogen")[Column.BUDGET, 2023]),
    # 7 as a whole
    (
        "7.1: the individual-oriented interventions",
        ["SE-Höglandet", "IT-spåret"],
        lambda plan: [each.name for each in plan.interventions if each.orientation == "individual"],
    ),
    (
        "7.2 and 7.3: how many structural ones",
        5,
        lambda plan: sum(each.orientation == "structural" for each in plan.interventions),
    ),
    # 9, and what figures.md has worked out of it
    *table(),
    ("9: the result accumulated from 2021", kr(427_809), lambda plan: plan.forecast(2022).opening),
    ("9: Aneby's share of the quarter", share("6 %"), of_quarter("Aneby")),
    ("9: Eksjö's", share("15 %"), of_quarter("Eksjö")),
    ("9: Nässjö's", share("28 %"), of_quarter("Nässjö")),
    ("9: Sävsjö's", share("10 %"), of_quarter("Sävsjö")),
    ("9: Tranås's", share("17 %"), of_quarter("Tranås")),
    ("9: Vetlanda's", share("24 %"), of_quarter("Vetlanda")),
    ("9: individual-oriented in 2023", kr(4_460_000), lambda plan: plan.budget(2023).by_category[Category.INDIVIDUAL]),
    ("9: structural in 2023", kr(1_978_000), lambda plan: plan.budget(2023).by_category[Category.STRUCTURAL]),
    ("9: new in 2023", kr(420_000), lambda plan: plan.budget(2023).by_category[Category.NEW]),
]


@pytest.mark.parametrize(("value", "says"), [pytest.param(value, says, id=what) for what, value, says in FACTS])
def test_the_plan_says_what_the_published_text_says(value: object, says: Say) -> None:
    """Every figure and dated fact of the text, typed from the text, is what the loaded plan says."""
    assert says(PLAN) == value


def test_every_key_of_the_file_is_known() -> None:
    """Nothing is in the file that the format does not have."""
    assert from_dict(tree(NAME)) == PLAN


def test_everything_in_the_file_is_in_the_plan() -> None:
    """Whatever is written in the file is held by the plan: as text, number, day, amount, share or printed figure."""
    held = {*leaves(PLAN)}
    written = [each for key, value in tree(NAME).items() if key != "format" for each in leaves(value)]
    assert [each for each in written if not any(form in held for form in forms(each))] == []


def test_every_figure_in_the_plan_is_in_the_published_text() -> None:
    """The plan holds no amount, printed figure, share, number or day that is not in the list of facts."""
    published = figures([value for _, value, _ in FACTS]) | {kr("0.01")}  # and a unit that rounds nothing
    assert figures(PLAN) - published == set()


def test_every_amount_in_the_lines_stands_in_the_published_table() -> None:
    """The plan's cost lines are the published rows, column by column, and no more."""
    lines = {(line.name, each.cell): line.amount for each in PLAN.accounts for line in each.costs}
    assert lines == {
        (name, cell(year)): kr(amount) for name, row in COSTS.items() for year, amount in zip(YEARS, row, strict=True)
    }

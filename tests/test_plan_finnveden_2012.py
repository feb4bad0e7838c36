"""
Finnveden's operational plan of 2012, fact by fact, as it was published.

Each claim begins with the place in the text; the values are typed from the text and from its table, never from what
the library prints.
"""

from datetime import date
from fractions import Fraction

import pytest

from finsam import (
    ByPopulation,
    Category,
    Cost,
    Fixed,
    Money,
    OperationalPlan,
    Party,
    Period,
    ToBeSplit,
    Trend,
    example,
    kr,
    share,
)
from finsam.budget import Line
from finsam.errors import FundingError
from finsam.finding import Chapter
from finsam.goals import Goal, Level
from finsam.governance import Adoption, Event, Seats
from finsam.interventions import Need, Orientation
from finsam.organisations import OrganisationNumber
from finsam.printed import Printed
from finsam.rows import Column
from finsam.staffing import Post
from finsam.targets import Direction
from published import Say, accounts, figures

PLAN = example("finnveden-2012")
YEAR_2012 = Period(first=date(2012, 1, 1), last=date(2012, 12, 31))
MEMBERS = {
    "Försäkringskassan",
    "Landstinget i Jönköpings län",
    "Arbetsförmedlingen",
    "Gislaved",
    "Gnosjö",
    "Värnamo",
}


def cost(plan: OperationalPlan, column: Column, year: int, id: str) -> Line[Cost]:
    [line] = [line for line in accounts(plan, (column, year)).costs if line.id == id]
    return line


def spent(plan: OperationalPlan, column: Column, year: int, id: str) -> tuple[Money, Category]:
    line = cost(plan, column, year, id)
    return line.amount, line.row.category


def stated(plan: OperationalPlan, column: Column, year: int) -> dict[str, object]:
    """What the document prints in that column: its totals, and what members and parties pay."""
    [said] = plan.stated
    totals = {key: getattr(said, key) for key in ("income", "available", "ceiling", "costs", "result", "closing")}
    rows = {**totals, **said.contributions, **{str(party): row for party, row in said.parties.items()}}
    figures = {key: row.figure(column, year) for key, row in rows.items()}
    return {key: figure for key, figure in figures.items() if figure is not None}


def need(plan: OperationalPlan) -> Need:
    assert plan.need
    return plan.need


def need_is_as_printed(plan: OperationalPlan) -> bool:
    printed, number = need(plan).stated, need(plan).number
    return printed is not None and number is not None and printed.agrees_with(number)


def adoption(plan: OperationalPlan) -> Adoption:
    assert plan.governance
    assert plan.governance.adoption
    return plan.governance.adoption


def ages(plan: OperationalPlan, group: str) -> tuple[int | None, int | None]:
    return plan.target_group(group).youngest, plan.target_group(group).oldest


def board_shares(plan: OperationalPlan) -> tuple[Seats, ...]:
    assert plan.governance
    assert plan.governance.board
    return plan.governance.board.shares


def board_counts(plan: OperationalPlan) -> tuple[int | None, int | None]:
    assert plan.governance
    assert plan.governance.board
    return plan.governance.board.seats, plan.governance.board.deputies


def individual(plan: OperationalPlan) -> Goal:
    return plan.goal("den-enskilde")


FACTS: list[tuple[str, object, Say]] = [
    # The covering letter and the title.
    ("title: the plan is for 2012", 2012, lambda plan: plan.year),
    ("text: all of the document is here", {*Chapter}, lambda plan: {*(plan.chapters or ())}),
    ("title: whose it is", "Finnvedens samordningsförbund", lambda plan: plan.association.name),
    (
        "letter: adopted on 2011-12-15, without asking the members first; a new budget on 22 March",
        (date(2011, 12, 15), False, date(2012, 3, 22)),
        lambda plan: (adoption(plan).on, adoption(plan).consulted, adoption(plan).to_be_replaced_on),
    ),
    (
        "letter: why, and what the new budget waits for",
        (
            "för snäv tid för samråd med huvudmännen; deras representanter i styrelsen deltog; "
            "ny budget efter bokslutet för 2011"
        ),
        lambda plan: adoption(plan).note,
    ),
    (
        "letter: sent to the members on 2012-02-15",
        Event(on=date(2012, 2, 15), text="Planen översänds till huvudmännen för kännedom och hantering"),
        lambda plan: plan.calendar[0],
    ),
    (
        "minutes: the county council's delegation, 2012-03-20, § 44, LJ2012/290",
        Event(
            on=date(2012, 3, 20),
            text="Landstingets planeringsdelegation föreslår att plan och budget godkänns (§ 44, dnr LJ2012/290)",
        ),
        lambda plan: plan.calendar[1],
    ),
    ("letter and minutes: no other dated facts", 2, lambda plan: len(plan.calendar)),
    # 1. Inledning.
    ("1: formed on 30 November 2010", date(2010, 11, 30), lambda plan: plan.association.formed),
    ("1: organisation number", OrganisationNumber("222000-2873"), lambda plan: plan.association.organisation_number),
    ("1: six members", 6, lambda plan: len(plan.association.members)),
    ("1: who they are", MEMBERS, lambda plan: {member.name for member in plan.association.members}),
    ("1: members all of 2012", MEMBERS, lambda plan: {member.name for member in plan.association.members_in(2012)}),
    # 2. Övergripande mål, syfte och centrala begrepp.
    (
        "2: the overall goal",
        (
            (
                "Samhällets resurser används på ett bättre sätt och till större nytta för den enskilde invånaren i "
                "Gislaveds, Gnosjö och Värnamo kommun"
            ),
            Level.OVERALL,
        ),
        lambda plan: (plan.goal("overgripande").text, plan.goal("overgripande").level),
    ),
    (
        "2: the purpose",
        (
            "Att förhindra eller förkorta sjukskrivningar och arbetslöshet, bland annat genom tidigt stöd och "
            "förebyggande insatser"
        ),
        lambda plan: plan.purpose,
    ),
    (
        "2: most of it is for individuals, but development can be financed",
        "Huvuddelen av det som finansieras är insatser till individer; även utvecklingsinsatser kan finansieras",
        lambda plan: plan.orientation[0],
    ),
    # 3. Målgrupper.
    ("3: in general 5 % need cooperation", share("5 %"), lambda plan: need(plan).share),
    ("3: of working age, from 16", 16, lambda plan: need(plan).youngest),
    ("3: of working age, to 64", 64, lambda plan: need(plan).oldest),
    ("3: counted on 2011-07-31", date(2011, 7, 31), lambda plan: need(plan).on),
    ("3: Gislaved has 17 399 of those ages", 17_399, lambda plan: need(plan).population["Gislaved"]),
    ("3: Gnosjö has 5 795", 5_795, lambda plan: need(plan).population["Gnosjö"]),
    ("3: Värnamo has 19 465", 19_465, lambda plan: need(plan).population["Värnamo"]),
    ("3: the three have 42 659 together", 42_659, lambda plan: need(plan).inhabitants),
    ("3: about 2100 people, as printed", Printed.number("ca 2100"), lambda plan: need(plan).stated),
    ("3: which is what 2 132,95 is about", True, need_is_as_printed),
    ("3: 5 % is 2 133, to the nearest person", 2_133, lambda plan: round(need(plan).number or 0)),
    ("3: the young are those up to 29", (None, 29), lambda plan: ages(plan, "unga")),
    (
        "3: the young are outside the labour market",
        "Ungdomar upp till 29 år som står utanför arbetsmarknaden",
        lambda plan: plan.target_group("unga").name,
    ),
    (
        "3: the young have no income of their own by work or studies",
        ("saknar inkomst genom eget arbete eller studier",),
        lambda plan: plan.target_group("unga").livelihood,
    ),
    (
        "3: the young are given the highest priority, and nobody else",
        ["unga"],
        lambda plan: [group.id for group in plan.target_groups if group.priority],
    ),
    (
        "3: the ill are to become ready for rehabilitation",
        "De som på grund av sjukdom behöver förrehabiliterande insatser",
        lambda plan: plan.target_group("sjukdom").name,
    ),
    (
        "3: among the ill are those whose days of benefit have ended",
        ("De vars ersättningsdagar på grund av sjukdom är slut", "sjukdom"),
        lambda plan: (
            plan.target_group("slut-pa-ersattningsdagar").name,
            plan.target_group("slut-pa-ersattningsdagar").part_of,
        ),
    ),
    (
        "3: and those in need for other reasons",
        "De som av andra skäl behöver förrehabiliterande insatser",
        lambda plan: plan.target_group("andra-skal").name,
    ),
    (
        "3: three groups",
        ["unga", "sjukdom", "andra-skal"],
        lambda plan: [group.id for group in plan.target_groups if group.part_of is None],
    ),
    # 4. Inriktning i samverkansarbetet.
    ("4: three years at most", 3, lambda plan: plan.longest_intervention),
    ("4: groups of two parties at least", 2, lambda plan: plan.least_parties),
    (
        "4: an intervention that is good goes on in ordinary activity",
        "Insatser som efter utvärdering konstateras vara bra drivs vidare av medlemmarna i ordinarie verksamhet",
        lambda plan: plan.orientation[4],
    ),
    (
        "4: a plan for evaluation with every application",
        {"utvärderingsplan bifogas ansökan"},
        lambda plan: {each.evaluation for each in plan.interventions},
    ),
    (
        "4: fitted to women and men",
        "Alla insatser anpassas till kvinnors och mäns förutsättningar",
        lambda plan: plan.orientation[8],
    ),
    # 5. Organisation.
    (
        "5: one seat and one deputy for each member",
        {Seats(members=(name,), seats=1, deputies=1) for name in MEMBERS},
        lambda plan: set(board_shares(plan)),
    ),
    ("5: which makes six and six", (6, 6), board_counts),
    (
        "5: the board is elected through 31 December 2014",
        date(2014, 12, 31),
        lambda plan: plan.governance and plan.governance.board and plan.governance.board.term_end,
    ),
    ("5: six tasks", 6, lambda plan: len(plan.tasks)),
    ("5: the last of them", "upprätta budget och årsredovisning", lambda plan: plan.tasks[5]),
    (
        "5: one official from each member prepares",
        "en tjänsteman från varje medlem",
        lambda plan: plan.governance and plan.governance.preparatory_group,
    ),
    (
        "5: led by an official on half time",
        (Post(role="ansvarig tjänsteman", share=Fraction(1, 2)),),
        lambda plan: plan.governance and plan.governance.staff,
    ),
    (
        "5: Gnosjö keeps the archive",
        "Gnosjö kommun",
        lambda plan: plan.governance and plan.governance.archive_authority,
    ),
    # 6. Aktiviteter under 2012.
    ("6: six activities are planned", 6, lambda plan: len(plan.activities)),
    (
        "6: all of them during 2012",
        {YEAR_2012},
        lambda plan: {activity.period for activity in plan.activities},
    ),
    (
        "6: the first is to finance, with young adults first",
        "finansiering eller delfinansiering av aktiviteter för målgruppen, med prioritering av unga vuxna",
        lambda plan: plan.activities[0].text,
    ),
    (
        "6: the last is to follow up and evaluate",
        "uppföljning och utvärdering av förbundets verksamhet och gjorda insatser",
        lambda plan: plan.activities[5].text,
    ),
    (
        "6: two interventions are expected to start",
        [
            ("Jobbcoachning: utbildning och implementering av coacher", "start våren 2012"),
            ("Utbildning inom KUR-projektet", "start hösten 2012"),
        ],
        lambda plan: [(each.name, each.timing) for each in plan.interventions],
    ),
    (
        "6: coaching by Supported Employment/IPS",
        ("Supported Employment", "IPS"),
        lambda plan: plan.intervention("jobbcoachning").methods,
    ),
    (
        "6: coaching is for individuals, training in a project is structural",
        [Orientation.INDIVIDUAL, Orientation.STRUCTURAL],
        lambda plan: [each.orientation for each in plan.interventions],
    ),
    (
        "6: no application has come in, so that no line pays for them",
        set(),
        lambda plan: {line.row.intervention for line in plan.budget(2012).costs} - {None},
    ),
    # 7. Målsättning.
    (
        "7: what those who complete an intervention are to reach",
        [
            Trend(direction=Direction.INCREASE, of="egen försörjning"),
            Trend(direction=Direction.DECREASE, of="sjukfrånvaro"),
            Trend(direction=Direction.INCREASE, of="egenupplevd hälsa"),
            Trend(direction=Direction.INCREASE, of="arbetsförmåga"),
        ],
        lambda plan: [target.aim for target in individual(plan).targets],
    ),
    ("7: which is the individual's", Level.INDIVIDUAL, lambda plan: individual(plan).level),
    # 8. Budget 2012: income.
    ("8: Gislaved, budget 2011", kr(172_900), lambda plan: plan.contributions(2011)["Gislaved"]),
    ("8: Gnosjö, budget 2011", kr(56_600), lambda plan: plan.contributions(2011)["Gnosjö"]),
    ("8: Värnamo, budget 2011", kr(194_500), lambda plan: plan.contributions(2011)["Värnamo"]),
    (
        "8: the three are fixed amounts",
        Fixed({"Gislaved": 172_900, "Gnosjö": 56_600, "Värnamo": 194_500}),
        lambda plan: plan.terms(2011).split,
    ),
    (
        "8: the municipalities, budget 2011, 424 000 by its sum",
        kr(424_000),
        lambda plan: plan.contributions(2011).by_party[Party.MUNICIPALITIES],
    ),
    (
        "8: Landstinget, budget 2011",
        kr(424_000),
        lambda plan: plan.contributions(2011)["Landstinget i Jönköpings län"],
    ),
    ("8: FK and AF, budget 2011", kr(848_000), lambda plan: plan.contributions(2011).by_party[Party.STATE]),
    ("8: available in the budget of 2011", kr(1_696_000), lambda plan: plan.contributions(2011).total),
    (
        "8: the municipalities, budget 2012",
        kr(423_200),
        lambda plan: plan.contributions(2012).by_party[Party.MUNICIPALITIES],
    ),
    (
        "8: to be split by population on 2011-11-30",
        ToBeSplit(by="population", on=date(2011, 11, 30)),
        lambda plan: plan.terms(2012).split,
    ),
    (
        "8: and not yet split",
        {Party.MUNICIPALITIES: kr(423_200)},
        lambda plan: plan.contributions(2012).unsplit,
    ),
    (
        "8: Landstinget, budget 2012",
        kr(423_200),
        lambda plan: plan.contributions(2012)["Landstinget i Jönköpings län"],
    ),
    ("8: FK and AF, budget 2012", kr(846_400), lambda plan: plan.contributions(2012).by_party[Party.STATE]),
    ("8: contributions of 2012, by their sum", kr(1_692_800), lambda plan: plan.budget(2012).contributions),
    ("8: forecast surplus of 2011, with which 2012 opens", kr(1_356_000), lambda plan: plan.budget(2012).opening),
    ("8: with which 2011 closes", kr(1_356_000), lambda plan: plan.closing_equity(2011)),
    ("8: 2011 has its contributions alone, and opens with nothing", kr(0), lambda plan: plan.forecast(2011).opening),
    ("8: available in 2012", kr(3_048_800), lambda plan: plan.budget(2012).available),
    # 8. Budget 2012: costs.
    (
        "8: activities 2012, not yet allocated",
        (kr(2_408_800), Category.NEW),
        lambda plan: spent(plan, Column.BUDGET, 2012, "verksamhet"),
    ),
    (
        "8: office 2011",
        (kr(250_000), Category.ADMINISTRATION),
        lambda plan: spent(plan, Column.FORECAST, 2011, "kansli"),
    ),
    (
        "8: office 2012",
        (kr(410_000), Category.ADMINISTRATION),
        lambda plan: spent(plan, Column.BUDGET, 2012, "kansli"),
    ),
    ("8: office 2011 excludes VAT", True, lambda plan: cost(plan, Column.FORECAST, 2011, "kansli").row.excluding_vat),
    ("8: office 2012 excludes VAT", True, lambda plan: cost(plan, Column.BUDGET, 2012, "kansli").row.excluding_vat),
    (
        "8: nothing else says so",
        {"kansli"},
        lambda plan: {line.id for accounts in plan.accounts for line in accounts.costs if line.row.excluding_vat},
    ),
    ("8: board 2011", (kr(30_000), Category.BOARD), lambda plan: spent(plan, Column.FORECAST, 2011, "styrelse")),
    ("8: board 2012", (kr(35_000), Category.BOARD), lambda plan: spent(plan, Column.BUDGET, 2012, "styrelse")),
    (
        "8: information 2011",
        (kr(20_000), Category.ADMINISTRATION),
        lambda plan: spent(plan, Column.FORECAST, 2011, "information"),
    ),
    (
        "8: information 2012",
        (kr(35_000), Category.ADMINISTRATION),
        lambda plan: spent(plan, Column.BUDGET, 2012, "information"),
    ),
    (
        "8: financial administration 2012",
        (kr(60_000), Category.ADMINISTRATION),
        lambda plan: spent(plan, Column.BUDGET, 2012, "ekonomiadministration"),
    ),
    ("8: audit 2012", (kr(40_000), Category.AUDIT), lambda plan: spent(plan, Column.BUDGET, 2012, "revision")),
    (
        "8: courses and conferences 2011",
        (kr(40_000), Category.ADMINISTRATION),
        lambda plan: spent(plan, Column.FORECAST, 2011, "kurser"),
    ),
    (
        "8: courses and conferences 2012",
        (kr(60_000), Category.ADMINISTRATION),
        lambda plan: spent(plan, Column.BUDGET, 2012, "kurser"),
    ),
    ("8: total costs 2011", kr(340_000), lambda plan: plan.forecast(2011).total_costs),
    ("8: total costs 2012", kr(3_048_800), lambda plan: plan.budget(2012).total_costs),
    ("8: the year draws on the surplus", kr(-1_356_000), lambda plan: plan.budget(2012).result),
    ("8: to the krona", kr(0), lambda plan: plan.budget(2012).closing),
    ("8: four rows have a figure for 2011", 4, lambda plan: len(plan.forecast(2011).costs)),
    ("8: seven rows have one for 2012", 7, lambda plan: len(plan.budget(2012).costs)),
    ("8: its years", (2011, 2012), lambda plan: plan.years),
    # 8. Budget 2012: its totals, as they are printed.
    ("8: its heading", {"8. Budget 2012"}, lambda plan: {each.where for each in plan.stated}),
    (
        'printed under "Budget 2011"',
        {
            "Gislaved": Printed.amount(172_900),
            "Gnosjö": Printed.amount(56_600),
            "Värnamo": Printed.amount(194_500),
            "Landstinget i Jönköpings län": Printed.amount(424_000),
            "state": Printed.amount(848_000),
            "available": Printed.amount(1_696_000),
        },
        lambda plan: stated(plan, Column.BUDGET, 2011),
    ),
    (
        'printed for 2011 without "budget", here as its forecast',
        {"costs": Printed.amount(340_000), "closing": Printed.amount(1_356_000)},
        lambda plan: stated(plan, Column.FORECAST, 2011),
    ),
    (
        'printed under "Budget 2012"',
        {
            "municipalities": Printed.amount(423_200),
            "Landstinget i Jönköpings län": Printed.amount(423_200),
            "state": Printed.amount(846_400),
            "available": Printed.amount(3_048_800),
            "costs": Printed.amount(3_048_800),
        },
        lambda plan: stated(plan, Column.BUDGET, 2012),
    ),
]


@pytest.mark.parametrize(("claim", "published", "said"), FACTS, ids=[claim for claim, _, _ in FACTS])
def test_the_plan_says_what_was_published(claim: str, published: object, said: Say) -> None:
    assert said(PLAN) == published, claim


def test_the_plan_has_no_figure_that_was_not_published() -> None:
    """The other direction: every amount, printed figure, number, share and day in the plan is one of the facts."""
    published = figures([value for _, value, _ in FACTS]) | {kr("0.01")}  # a unit that rounds nothing
    assert figures(PLAN) - published == set()


def test_no_amount_stands_in_a_line_that_was_not_published() -> None:
    """Every amount in a line, an opening or a basis of the funding is one of the published ones."""
    published = {value for value in figures([value for _, value, _ in FACTS]) if isinstance(value, Money)}
    lines = {line.amount for accounts in PLAN.accounts for line in accounts.costs}
    openings = {accounts.opening for accounts in PLAN.accounts if accounts.opening is not None}
    bases = {PLAN.terms(year).amount for year in PLAN.funding.years}
    assert lines | openings | bases <= published
    assert (PLAN.income, [*PLAN.funding.received.cells()]) == ((), [])


@pytest.mark.parametrize("municipality", ["Gislaved", "Gnosjö", "Värnamo"])
def test_no_municipality_knows_its_part_of_2012(municipality: str) -> None:
    """The population of 2011-11-30 is not in the text, and that of 2011-07-31 is not used in its place."""
    with pytest.raises(FundingError) as raised:
        PLAN.contributions(2012)[municipality]
    assert str(raised.value) == (
        f"the part of {municipality} is not known: 423 200 kr is to be split by population on 2011-11-30, "
        "and not yet split"
    )


def test_the_fixed_amounts_of_2011_are_not_the_split_of_the_same_page() -> None:
    """By the population of section 3 the municipal quarter of 2011 would be 172 934, 57 598 and 193 468 kronor."""
    assert need(PLAN).population == ByPopulation({"Gislaved": 17_399, "Gnosjö": 5_795, "Värnamo": 19_465}).population
    by_population = [round(424_000 * Fraction(heads, 42_659)) for heads in need(PLAN).population.values()]
    assert by_population == [172_934, 57_598, 193_468]

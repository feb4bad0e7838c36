"""Södra Vätterbygden's plan for 2018, fact by fact: what the published text says, and how the loaded plan says it."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction

import pytest

from finsam import AllOrNone, OperationalPlan, Party, Period, ShareTarget, Stated, Trend, example, from_dict, kr, share
from finsam.decisions import Years
from finsam.finding import Chapter
from finsam.governance import Adoption, Board, Governance, Trade
from finsam.interventions import CooperatingParty
from finsam.printed import Printed
from finsam.rows import Cell, Column
from finsam.targets import Aim, Bound, Direction
from published import Say, accounts, figures, forms, leaves, tree

Fact = tuple[str, object, Say]

NAME = "sodra-vatterbygden-2018"
PLAN = example(NAME)
MUNICIPALITIES = ("Habo", "Jönköping", "Mullsjö", "Vaggeryd")
MEMBERS = (*MUNICIPALITIES, "Region Jönköpings län", "Försäkringskassan", "Arbetsförmedlingen")

# The table of section 9: budget 2017, preliminary outcome 2017, budget 2018, 2019 and 2020.
OUTCOME = (Column.OUTCOME, 2017)
CELLS = ((Column.BUDGET, 2017), OUTCOME, (Column.BUDGET, 2018), (Column.BUDGET, 2019), (Column.BUDGET, 2020))
CONTRIBUTIONS = {
    "Habo": (93_840, 93_840, 103_224, 113_550, 124_900),
    "Jönköping": (1_113_660, 1_113_660, 1_225_026, 1_347_530, 1_482_280),
    "Mullsjö": (60_720, 60_720, 66_792, 73_470, 80_820),
    "Vaggeryd": (111_780, 111_780, 122_958, 135_250, 148_780),
    "Region Jönköpings län": (1_380_000, 1_380_000, 1_518_000, 1_669_800, 1_836_780),
    "Försäkringskassan": (2_760_000, 2_760_000, 3_036_000, 3_339_600, 3_673_560),  # "Staten"
}
COSTS = {
    "Enter": (2_960_000, 2_654_140, 2_990_000, 3_005_340, 3_031_730),
    "FIA": (559_040, 522_500, 572_840, 0, 0),
    "IT-spåret": (600_000, 600_000, 400_000, 400_000, 400_000),
    "Projektgemensamt": (5_000, 6_000, 15_000, 15_000, 15_000),
    "Tillgängligt nya projekt": (913_400, 0, 1_900_000, 1_450_000, 2_700_000),
    "IPS i psykosvården": (386_600, 370_000, 652_420, 652_420, 0),
    "Efterstöd": (150_000, 123_050, 0, 0, 0),
    "Kompetensutveckling": (200_000, 190_000, 200_000, 200_000, 200_000),
    "Kansli": (840_000, 775_600, 870_000, 900_000, 930_000),
    "Information": (15_000, 20_400, 25_000, 20_000, 20_000),
    "Styrelse": (3_000, 2_600, 3_000, 3_000, 3_000),
    "Ekonomihantering": (68_000, 68_400, 70_250, 72_150, 74_050),
}
OPENING = (1_246_600, 1_529_032, 1_716_342, 89_832, 51_122)  # "Balanserat resultat föreg år (prel)"
AVAILABLE = (6_766_600, 7_049_032, 7_788_342, 6_769_032, 7_398_242)  # "Summa intäkter"
TOTAL_COSTS = (6_700_040, 5_332_690, 7_698_510, 6_717_910, 7_373_780)
CLOSING = (None, 1_716_342, 89_832, 51_122, 24_462)  # "Prel balanserat resultat"


def stated(plan: OperationalPlan, where: str = "9. Budget 2018-2020") -> Stated:
    [found] = [each for each in plan.stated if each.where == where]
    return found


def pays(member: str, year: int) -> Say:
    return lambda plan: plan.contributions(year)[member]


def said_to_pay(member: str, cell: Cell) -> Say:
    return lambda plan: stated(plan).contributions[member].figure(*cell)


def cost(name: str, cell: Cell) -> Say:
    return lambda plan: {line.name: line.amount for line in accounts(plan, cell).costs}[name]


def total(what: str, cell: Cell) -> Say:
    """What the lines come to."""
    return lambda plan: getattr(accounts(plan, cell), {"costs": "total_costs"}.get(what, what))


def said_total(what: str, cell: Cell) -> Say:
    return lambda plan: getattr(stated(plan), what).figure(*cell)


def table() -> Iterator[Fact]:
    """The table of section 9: every figure, as computed from the lines and as the document states it."""
    for number, (kind, year) in enumerate(CELLS):
        cell, column = (kind, year), f"{kind.label} {year}"
        for member, row in CONTRIBUTIONS.items():
            yield f"9, {column}: {member} pays", kr(row[number]), pays(member, year)
            yield f"9, {column}: {member} is said to pay", Printed.amount(row[number]), said_to_pay(member, cell)
        for name, row in COSTS.items():
            yield f"9, {column}: {name}", kr(row[number]), cost(name, cell)
        yield f"9, {column}: the balance carried in", kr(OPENING[number]), total("opening", cell)
        closing = CLOSING[number]
        for what, amount in (("available", AVAILABLE[number]), ("costs", TOTAL_COSTS[number]), ("closing", closing)):
            printed = None if amount is None else Printed.amount(amount)
            yield f"9, {column}: {what}, as stated", printed, said_total(what, cell)
            if amount is not None:
                yield f"9, {column}: {what}, as the lines come to", kr(amount), total(what, cell)


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


def seats_of(member: str) -> Say:
    """The seats and deputies of a member."""
    return lambda plan: {each.members: (each.seats, each.deputies) for each in board(plan).shares}[(member,)]


def post(role: str) -> Say:
    return lambda plan: {each.role: each.share for each in governance(plan).staff}[role]


def sold(role: str) -> Say:
    """How much of the post is sold, and to whom."""

    def said(plan: OperationalPlan) -> object:
        trade: Trade = next(each for each in governance(plan).trades if each.post.role == role and each.sold)
        return trade.post.share, trade.counterpart

    return said


def ages(group: str) -> Say:
    return lambda plan: (plan.target_group(group).youngest, plan.target_group(group).oldest)


def comes_first(group: str) -> Say:
    return lambda plan: plan.target_group(group).priority


def aims(goal: str) -> Callable[[OperationalPlan], list[Aim]]:
    return lambda plan: [target.aim for target in plan.goal(goal).targets]


def goals(level: str, intervention: str | None = None) -> Say:
    """How many goals there are of the level."""
    return lambda plan: sum((each.level, each.intervention) == (level, intervention) for each in plan.goals)


def of_quarter(municipality: str, year: int) -> Say:
    def said(plan: OperationalPlan) -> Fraction:
        due = plan.contributions(year)
        return due[municipality] / due.by_party[Party.MUNICIPALITIES]

    return said


def contributed(year: int) -> Say:
    return lambda plan: plan.contributions(year).total


def unit_of(year: int) -> Say:
    return lambda plan: plan.terms(year).unit


def parties(intervention: str) -> Say:
    return lambda plan: set(plan.intervention(intervention).parties or ())


def part_of_2018(party: Party) -> Say:
    return lambda plan: plan.contributions(2018).by_party[party] / plan.contributions(2018).total


def growth(year: int) -> Say:
    return lambda plan: plan.contributions(year).total / plan.contributions(year - 1).total - 1


def note(name: str) -> Say:
    """What the line's note begins with."""
    return lambda plan: next((line.row.note or "")[:5] for line in plan.budget(2018).costs if line.name == name)


DECREASE, INCREASE = Direction.DECREASE, Direction.INCREASE

FACTS: list[Fact] = [
    # 1-3.
    ("title: the plan is for", 2018, lambda plan: plan.year),
    ("text: all of the document is here", {*Chapter}, lambda plan: {*(plan.chapters or ())}),
    ("title: the budget is for 2018-2020, beside 2017", (2017, 2018, 2019, 2020), lambda plan: plan.years),
    ("1: the members", {*MEMBERS}, lambda plan: {member.name for member in plan.association.members}),
    ("1: how many members", 7, lambda plan: len(plan.association.members)),
    ("2: the vision", "Livskvalitet och egen försörjning för alla!", lambda plan: plan.vision),
    ("3: six tasks by law", 6, lambda plan: len(plan.tasks)),
    # 4.
    ("4: young adults are 18-29", (18, 29), ages("unga-vuxna")),
    ("4: they come first", True, comes_first("unga-vuxna")),
    ("4: newcomers come first too", True, comes_first("nyanlanda")),
    ("4: no ages are said of all", (None, None), ages("overgripande")),
    ("4: what all live on", ("offentlig försörjning",), lambda plan: plan.target_group("overgripande").livelihood),
    # 5 and 6.
    ("5: the groups are found with at least two parties", 2, lambda plan: plan.least_parties),
    ("5: no limit in years is said", None, lambda plan: plan.longest_intervention),
    *((f"6: a seat and a deputy for {member}", (1, 1), seats_of(member)) for member in MEMBERS),
    ("6: which is seven seats", 7, lambda plan: board(plan).seats),
    ("6: and seven deputies", 7, lambda plan: board(plan).deputies),
    (
        "6: the chair and the vice chair prepare the meetings",
        "ordföranden och vice ordföranden; förbereder styrelsens möten",
        lambda plan: governance(plan).working_committee,
    ),
    (
        "6: all are in the preparatory group",
        "representation från alla huvudmännen",
        lambda plan: (governance(plan).preparatory_group or "").partition(";")[0],
    ),
    ("6: an office of two", 2, lambda plan: len(governance(plan).staff)),
    ("9: the manager works full time", share("100 %"), post("förbundschef")),
    ("9: the assistant too", share("100 %"), post("assistent")),
    ("9: Finnveden buys 45 % of the manager", (share("45 %"), "Finnvedens samordningsförbund"), sold("förbundschef")),
    ("9: and 25 % of the assistant", (share("25 %"), "Finnvedens samordningsförbund"), sold("assistent")),
    # 7, overall and individual.
    ("7: overall goals", 4, goals("overall")),
    ("7: fewer outside", [Trend(direction=DECREASE, of="personer i utanförskap")], aims("positiva-effekter")),
    (
        "7: all members are to find that the association takes part",
        [AllOrNone(every=True, of="medlemsorganisationer", to="upplever att förbundet aktivt medverkar till målet")],
        aims("medlemmarna"),
    ),
    ("7: försörjningsmåttet measures one of them", 1, lambda plan: len(plan.goal("forsorjning").indicators)),
    (
        "7: more self-support, better health",
        [INCREASE, INCREASE],
        lambda plan: [each.direction for each in aims("individmal")(plan) if isinstance(each, Trend)],
    ),
    (
        "7: every intervention has a goal of its own",
        [AllOrNone(every=True, of="verksamheter som får förbundets stöd", to="målsättning i linje med förbundets mål")],
        aims("egen-malsattning"),
    ),
    # 7, Enter.
    ("7, Enter: ages", (18, 64), ages("enter")),
    ("7, Enter: the young", (18, 29), ages("enter-unga")),
    ("7, Enter: they come first", True, comes_first("enter-unga")),
    ("7, Enter: goes on", True, lambda plan: plan.intervention("Enter").long_term),
    ("7, Enter: staff of all four parties", {*CooperatingParty}, parties("Enter")),
    ("7, Enter: three goals", 3, goals("individual", "enter")),
    (
        "7, Enter: 40 % to work or studies",
        [ShareTarget(share=share("40 %"), of="deltagarna som bedöms ha arbetsförmåga", to="arbete eller studier")],
        aims("enter-arbete"),
    ),
    (
        "7, Enter: the others are supported",
        [AllOrNone(every=True, of="övriga deltagare", to="stöd i att komma till rätt försörjning")],
        aims("enter-forsorjning"),
    ),
    (
        "7, Enter: 75 % feel better",
        [ShareTarget(share=share("75 %"), of="deltagarna", to="bättre egen hälsa och/eller livskvalitet")],
        aims("enter-halsa"),
    ),
    # 7, FIA.
    ("7, FIA: ages", (20, 64), ages("fia")),
    ("7, FIA: the young are shown apart", "fia", lambda plan: plan.target_group("fia-unga").part_of),
    ("7, FIA: three of the parties", 3, lambda plan: len(plan.intervention("fia").parties or ())),
    ("7, FIA: and one more carries it out", 4, lambda plan: len(plan.intervention("fia").carried_out_by)),
    (
        "7, FIA: 30 % to work or traineeship",
        [ShareTarget(share=share("30 %"), of="deltagarna", to="arbete eller praktik")],
        aims("fia-arbete"),
    ),
    # 7, IT-spåret.
    ("7, IT-spåret: goes on", True, lambda plan: plan.intervention("it-sparet").long_term),
    ("7, IT-spåret: the whole county", ("hela länet",), lambda plan: plan.target_group("it-sparet").residents_of),
    ("7, IT-spåret: who else pays", 2, lambda plan: len(plan.intervention("it-sparet").other_financing)),
    (
        "7, IT-spåret: less dependence, fewer outside",
        [DECREASE, DECREASE],
        lambda plan: [each.direction for each in aims("it-utanforskap")(plan) if isinstance(each, Trend)],
    ),
    (
        "7, IT-spåret: at least 90 % complete it",
        ShareTarget(
            share=share("90 %"),
            of="de antagna studenterna",
            to="genomför utbildningen med godkända betyg",
            bound=Bound.AT_LEAST,
        ),
        lambda plan: aims("it-utbildning")(plan)[0],
    ),
    (
        "7, IT-spåret: all (100 %) practise in modules 2 and 3",
        AllOrNone(every=True, of="studenterna i modul 2 och modul 3", to="får pröva på att praktisera med uppdrag"),
        lambda plan: aims("it-utbildning")(plan)[1],
    ),
    (
        "7, IT-spåret: 70 % go on to work or studies",
        ShareTarget(share=share("70 %"), of="dem som fullföljer utbildningen", to="arbete eller reguljära studier"),
        lambda plan: aims("it-utbildning")(plan)[2],
    ),
    # 7, IPS.
    ("7, IPS: the young", (18, 29), ages("ips-unga")),
    ("7, IPS: they come first", True, comes_first("ips-unga")),
    ("7, IPS: four municipalities", {*MUNICIPALITIES}, lambda plan: {*plan.target_group("ips").residents_of}),
    ("7, IPS: its method", ("IPS (Individual Placement and Support)",), lambda plan: plan.intervention("ips").methods),
    (
        "7, IPS: 30 % to employment of at least 25 %",
        [
            ShareTarget(
                share=share("30 %"),
                of="personerna som får IPS-stöd",
                to="anställning eller studier till arbete på minst 25 %",
            )
        ],
        aims("ips-anstallning"),
    ),
    (
        "7, IPS: during 2018",
        Period(first=date(2018, 1, 1), last=date(2018, 12, 31)),
        lambda plan: plan.goal("ips-anstallning").targets[0].period,
    ),
    # 7, financial, and 8.
    ("7: financial goals", 3, goals("financial")),
    ("8: five new or strengthened undertakings", 5, lambda plan: len(plan.goal("nytt-2018").activities)),
    (
        "8: during 2018",
        {Period(first=date(2018, 1, 1), last=date(2018, 12, 31))},
        lambda plan: {each.period for each in plan.goal("nytt-2018").activities},
    ),
    ("8: nine that go on", 9, lambda plan: len(plan.goal("pagaende").activities)),
    # 9, the text.
    ("9: at most 20 % should be saved", share("20 %"), lambda plan: plan.equity.ceiling),
    (
        "9: which is 1,1 milj kr",
        Printed.amount("1,1 mkr"),
        lambda plan: stated(plan, "9. Budget 2018-2020, the National Council's advice").ceiling.figure(*OUTCOME),
    ),
    ("9: the outcome of 2017 is preliminary", True, lambda plan: plan.outcome(2017).preliminary),
    ("9: the state pays 50 %", share("50 %"), part_of_2018(Party.STATE)),
    ("9: the region pays 25 %", share("25 %"), part_of_2018(Party.REGIONS)),
    ("9: the municipalities pay 25 %", share("25 %"), part_of_2018(Party.MUNICIPALITIES)),
    *((f"9: the contributions grow by 10 % to {year}", share("10 %"), growth(year)) for year in (2018, 2019, 2020)),
    # 9, the table, its notes, and what figures.md has worked out of it.
    *table(),
    *(
        (f"9: the contributions of {year}", kr(amount), contributed(year))
        for year, amount in ((2017, 5_520_000), (2018, 6_072_000), (2019, 6_679_200), (2020, 7_347_120))
    ),
    ("9: the balance of the budget for 2017, not printed", kr(66_560), lambda plan: plan.budget(2017).closing),
    *(
        (f"9: {name}'s share of the quarter in {year}", share(part), of_quarter(name, year))
        for year in (2017, 2018)
        for name, part in zip(MUNICIPALITIES, ("6,8 %", "80,7 %", "4,4 %", "8,1 %"), strict=True)
    ),
    (
        "9: the shares behind 2019 and 2020",
        {"Habo": share("6,8 %"), "Jönköping": share("80,7 %"), "Mullsjö": share("4,4 %"), "Vaggeryd": share("8,1 %")},
        lambda plan: dict(getattr(plan.terms(2020).split, "shares", {})),
    ),
    *(
        (f"9: the unit of {year}", kr(unit), unit_of(year))
        for year, unit in ((2017, 1), (2018, 1), (2019, 10), (2020, 10))
    ),
    ("9, note b: Enter", "not b", note("Enter")),
    ("9, note c: FIA", "not c", note("FIA")),
    ("9, note d: Projektgemensamt", "not d", note("Projektgemensamt")),
    ("9, note e: Efterstöd", "not e", note("Efterstöd")),
    ("9: HISS is not in the budget", "HISS,", note("Tillgängligt nya projekt")),
    ("9: one decision on money", ["hiss"], lambda plan: [each.id for each in plan.decisions]),
    (
        "9: HISS would take about 1 milj kr a year in 2018-2020",
        {Years.read(year): Printed.amount("ca 1 mkr") for year in (2018, 2019, 2020)},
        lambda plan: dict(plan.decisions[0].applied),
    ),
    ("9: HISS was applied for by Jönköping", "Jönköpings kommun", lambda plan: plan.decisions[0].to),
    ("text: how much HISS was granted is not said", {}, lambda plan: dict(plan.decisions[0].granted)),
    ("text: when HISS was decided is not said", None, lambda plan: plan.decisions[0].on),
    ("9: adopted on", date(2017, 11, 24), lambda plan: adoption(plan).on),
    ("text: whether the members were consulted is not said", None, lambda plan: adoption(plan).consulted),
    ("text: who audits is not said", None, lambda plan: governance(plan).auditors),
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
    published = figures([value for _, value, _ in FACTS])
    assert figures(PLAN) - published == set()


def test_every_amount_in_the_lines_stands_in_the_published_table() -> None:
    """The plan's cost lines are the published rows, column by column, and no more."""
    lines = {(line.name, each.cell): line.amount for each in PLAN.accounts for line in each.costs}
    assert lines == {
        (name, cell): kr(amount) for name, row in COSTS.items() for cell, amount in zip(CELLS, row, strict=True)
    }

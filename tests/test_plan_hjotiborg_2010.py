"""
HjoTiBorg's operational plan of 2010, fact by fact, as it was published.

Each claim begins with the place in the text; the values are typed from the text, never from what the library prints.
"""

from datetime import date

import pytest

from finsam import AllOrNone, CountTarget, Equity, Funding, OperationalPlan, Period, Trend, example, kr
from finsam.finding import Chapter
from finsam.goals import Level, Perspective
from finsam.governance import Event
from finsam.interventions import Orientation
from finsam.staffing import Post
from finsam.targets import Aim, Bound, Direction
from published import Say, figures

PLAN = example("hjotiborg-2010")
YEAR_2010 = Period(first=date(2010, 1, 1), last=date(2010, 12, 31))
MEMBERS = {"Hjo", "Tibro", "Karlsborg", "Försäkringskassan", "Arbetsförmedlingen", "Västra Götalandsregionen"}


def aims(plan: OperationalPlan, goal: str) -> list[Aim]:
    return [target.aim for target in plan.goal(goal).targets]


def increase(*of: str) -> list[Trend]:
    return [Trend(direction=Direction.INCREASE, of=each) for each in of]


def fourth_wednesday_of_august(year: int) -> date:
    wednesdays = [day for number in range(1, 32) if (day := date(year, 8, number)).isoweekday() == 3]
    return wednesdays[3]


FACTS: list[tuple[str, object, Say]] = [
    # The head of the page and the introduction.
    ("title: for the year 2010", 2010, lambda plan: plan.year),
    (
        "text: it has no budget",
        {Chapter.GOVERNANCE, Chapter.INTERVENTIONS, Chapter.GOALS},
        lambda plan: {*(plan.chapters or ())},
    ),
    (
        "head: dated 2009-11-20",
        Event(on=date(2009, 11, 20), text="Verksamhetsplanen är daterad"),
        lambda plan: plan.calendar[0],
    ),
    ("head: case number", "2009-00009", lambda plan: plan.governance and plan.governance.case_number),
    ("introduction: the name", "Samordningsförbundet i HjoTiBorg", lambda plan: plan.association.name),
    ("introduction: formed on 1 April 2007", date(2007, 4, 1), lambda plan: plan.association.formed),
    ("introduction: the members", MEMBERS, lambda plan: {member.name for member in plan.association.members}),
    ("introduction: six of them", 6, lambda plan: len(plan.association.members)),
    (
        "introduction: the purpose",
        (
            "De samordnade resurserna används för att den enskilde ska uppnå eller förbättra sin förmåga att komma in "
            "på arbetsmarknaden"
        ),
        lambda plan: plan.purpose,
    ),
    (
        "introduction: local managers and a part-time official prepare, and steer SAR, FYREN and SAK",
        (
            "lokala chefstjänstemän från medlemmarna och en deltidsanställd ansvarig tjänsteman; styrgrupp för "
            "handläggarsamverkan i SAR, FYREN och SAK"
        ),
        lambda plan: plan.governance and plan.governance.preparatory_group,
    ),
    (
        "introduction: towards work",
        "Aktiviteterna har för den enskilde en tydlig inriktning mot arbetslinjen",
        lambda plan: plan.orientation[2],
    ),
    (
        "introduction: the day of the associations is the fourth Wednesday of August",
        (fourth_wednesday_of_august(2010), "den fjärde helgfria onsdagen i augusti"),
        lambda plan: (plan.calendar[1].on, plan.calendar[1].text.partition("årligen ")[2]),
    ),
    ("introduction: no other dated facts", 2, lambda plan: len(plan.calendar)),
    (
        "introduction: the association has evaluations made, who carries out follows up",
        {"förbundet initierar utvärderingen; uppdragstagaren svarar för uppföljningen"},
        lambda plan: {each.evaluation for each in plan.interventions},
    ),
    # Mål för samordningsförbundet.
    (
        "goals: four levels",
        {Level.OVERALL, Level.ACTIVITY, Level.FINANCIAL, Level.INDIVIDUAL},
        lambda plan: {goal.level for goal in plan.goals},
    ),
    (
        "overall: the goal",
        "Samhällets resurser används på ett effektivt sätt och till större nytta för den enskilde",
        lambda plan: plan.goal("overgripande").text,
    ),
    (
        "overall: from two perspectives",
        [None, Perspective.INDIVIDUAL, Perspective.SOCIETY],
        lambda plan: [goal.perspective for goal in plan.goals if goal.level is Level.OVERALL],
    ),
    (
        "overall, individual: what is expected",
        increase("möjligheter till egen försörjning", "hälsa", "livskvalitet"),
        lambda plan: aims(plan, "individperspektiv"),
    ),
    (
        "overall, individual: for persons in need of coordinated rehabilitation",
        {"samordnad-rehabilitering"},
        lambda plan: {target.group for target in plan.goal("individperspektiv").targets},
    ),
    (
        "overall, society: what is expected",
        increase("effektivitet", "resurser som frigörs till rehabiliteringsinsatser för målgruppen"),
        lambda plan: aims(plan, "samhallsperspektiv"),
    ),
    (
        "activity goals: three",
        ["samverkan", "sjalvforsorjning", "anstallningsbarhet"],
        lambda plan: [goal.id for goal in plan.goals if goal.level is Level.ACTIVITY],
    ),
    (
        "activity goals: cooperation is to increase",
        increase("samverkan mellan samverkansparterna"),
        lambda plan: aims(plan, "samverkan"),
    ),
    (
        "activity goals: self-support is to increase",
        increase("självförsörjningen"),
        lambda plan: aims(plan, "sjalvforsorjning"),
    ),
    (
        "activity goals: employability is to increase",
        increase("anställningsbarheten"),
        lambda plan: aims(plan, "anstallningsbarhet"),
    ),
    (
        "financial goal: effective use, and striving for a balanced budget",
        ("Medlen används effektivt och ansvarsfullt, och en balanserad budget eftersträvas", Level.FINANCIAL),
        lambda plan: (plan.goal("finansiellt").text, plan.goal("finansiellt").level),
    ),
    # Förbundets aktiviteter med målbeskrivning.
    ("activities: four", 4, lambda plan: len(plan.interventions)),
    (
        "activities: all for individuals",
        {Orientation.INDIVIDUAL},
        lambda plan: {each.orientation for each in plan.interventions},
    ),
    (
        "start-up: in each municipality",
        "Uppstarts- och utredningsresurser i respektive kommun",
        lambda plan: plan.intervention("uppstart").name,
    ),
    (
        "start-up: lasting support for every participant",
        AllOrNone(every=True, of="deltagarna", to="uppnår en långsiktig försörjning"),
        lambda plan: aims(plan, "uppstart")[0],
    ),
    (
        "start-up: none ends without a planned next step",
        AllOrNone(every=False, of="deltagarna", to="avslutas utan att ett nästa steg är planerat"),
        lambda plan: aims(plan, "uppstart")[1],
    ),
    (
        "start-up: a flow of 140 individuals",
        CountTarget(count=140, bound=Bound.ABOUT, to="individer i beräknat flöde genom uppdraget"),
        lambda plan: aims(plan, "uppstart")[2],
    ),
    (
        "start-up: the result is a return, or rehabilitation that has begun",
        [
            "återgång i arbete, utbildning eller annan sysselsättningsskapande åtgärd",
            "påbörjad arbetslivsinriktad rehabilitering",
        ],
        lambda plan: [each.text for each in plan.goal("uppstart").indicators],
    ),
    (
        "young: 10 to work or studies",
        [CountTarget(count=10, to="till arbete alternativt studier")],
        lambda plan: aims(plan, "unga"),
    ),
    (
        "young: with activity compensation",
        ("Unga med aktivitetsersättning", ("aktivitetsersättning",)),
        lambda plan: (
            plan.target_group("unga-med-aktivitetsersattning").name,
            plan.target_group("unga-med-aktivitetsersattning").livelihood,
        ),
    ),
    (
        "sickness: with sickness or activity compensation",
        ("sjukersättning", "aktivitetsersättning"),
        lambda plan: plan.target_group("sjuk-och-aktivitetsersattning").livelihood,
    ),
    (
        "sickness: mapped and matched during the year",
        [("kartläggning och matchning mot arbetsmarknaden", YEAR_2010)],
        lambda plan: [(each.text, each.period) for each in plan.goal("sjuk-och-aktivitetsersattning").activities],
    ),
    (
        "sickness: 100 out of 500 identified",
        CountTarget(count=100, out_of=500, to="identifieras med förmågan att gå ut i arbete alternativt utbildning"),
        lambda plan: aims(plan, "sjuk-och-aktivitetsersattning")[0],
    ),
    (
        "sickness: 20 handed on",
        CountTarget(
            count=20, to="slussas vidare till handlingsplanssamverkan mellan Försäkringskassan och Arbetsförmedlingen"
        ),
        lambda plan: aims(plan, "sjuk-och-aktivitetsersattning")[1],
    ),
    (
        "sickness: the 20 during the year",
        [None, YEAR_2010],
        lambda plan: [target.period for target in plan.goal("sjuk-och-aktivitetsersattning").targets],
    ),
    (
        "youth centre: the first 90 days",
        "Ungdomscenter - aktivitet de första 90 dagarna",
        lambda plan: plan.intervention("ungdomscenter").name,
    ),
    (
        "youth centre: with social assistance",
        ("försörjningsstöd",),
        lambda plan: plan.target_group("ungdomar-med-forsorjningsstod").livelihood,
    ),
    (
        "youth centre: everyone has a plan or is assessed",
        AllOrNone(
            every=True,
            of="ungdomar som uppbär försörjningsstöd",
            to="har en aktiv handlingsplan eller är utredda efter genomgången aktivitet",
        ),
        lambda plan: aims(plan, "ungdomscenter")[0],
    ),
    (
        "youth centre: what is not solved after 90 days is handed on",
        AllOrNone(
            every=True,
            of="de vars situation inte är löst efter 90 dagar",
            to="erbjuds Arbetsförmedlingens ungdomsgaranti",
        ),
        lambda plan: aims(plan, "ungdomscenter")[1],
    ),
    (
        "youth centre: a flow of 60 individuals",
        CountTarget(count=60, bound=Bound.ABOUT, to="individer i beräknat flöde genom uppdraget"),
        lambda plan: aims(plan, "ungdomscenter")[2],
    ),
    (
        "activities: each has its goal",
        {"uppstart": 1, "unga": 1, "sjuk-och-aktivitetsersattning": 1, "ungdomscenter": 1},
        lambda plan: {each.id: len(plan.goals_of(each.id)) for each in plan.interventions},
    ),
]


@pytest.mark.parametrize(("claim", "published", "said"), FACTS, ids=[claim for claim, _, _ in FACTS])
def test_the_plan_says_what_was_published(claim: str, published: object, said: Say) -> None:
    assert said(PLAN) == published, claim


def test_the_plan_has_no_figure_that_was_not_published() -> None:
    """The other direction: every amount, printed figure, number, share and day in the plan is one of the facts."""
    published = figures([value for _, value, _ in FACTS]) | {kr("0.01")}  # a unit that rounds nothing
    assert figures(PLAN) - published == set()


def test_the_plan_has_no_amounts() -> None:
    """The text has no budget: there is no funding, no line, no equity and no total to be held against them."""
    assert (PLAN.funding, PLAN.equity) == (Funding(), Equity())
    assert (PLAN.income, PLAN.costs, PLAN.stated, PLAN.accounts) == ((), (), (), ())


def test_what_the_text_leaves_out_is_not_known() -> None:
    """No board, charter, auditors or day of adoption, and no reckoning of the need; a post without its size."""
    governance = PLAN.governance
    assert governance is not None
    assert (governance.board, governance.charter, governance.auditors, governance.adoption) == (None, None, None, None)
    assert (governance.staff, PLAN.need, PLAN.vision) == ((Post(role="ansvarig tjänsteman"),), None, None)

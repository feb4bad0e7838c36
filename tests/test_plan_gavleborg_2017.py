"""
Gävleborg's operational plan of 2017, fact by fact, as it was published.

Each claim begins with the place in the text; the values are typed from the text, never from what the library prints.
"""

from datetime import date

import pytest

from finsam import AllOrNone, Equity, Funding, OperationalPlan, Period, example, kr, share
from finsam.finding import Chapter
from finsam.goals import Activity, Level
from finsam.governance import Adoption, Board, Charter, Event, Governance, Presence, Seats
from finsam.interventions import CooperatingParty, Orientation
from finsam.staffing import Post
from published import Say, figures

PLAN = example("gavleborg-2017")
YEAR_2017 = Period(first=date(2017, 1, 1), last=date(2017, 12, 31))
MUNICIPALITIES = (
    "Bollnäs",
    "Gävle",
    "Hofors",
    "Hudiksvall",
    "Ljusdal",
    "Nordanstig",
    "Ockelbo",
    "Ovanåker",
    "Sandviken",
    "Söderhamn",
)


def governance(plan: OperationalPlan) -> Governance:
    assert plan.governance
    return plan.governance


def board(plan: OperationalPlan) -> Board:
    board = governance(plan).board
    assert board
    return board


def charter(plan: OperationalPlan) -> Charter:
    charter = governance(plan).charter
    assert charter
    return charter


def activity(plan: OperationalPlan, goal: int, number: int) -> Activity:
    return plan.goal(str(goal)).activities[number - 1]


def posts(plan: OperationalPlan) -> list[Post]:
    """The posts that the activities pay for."""
    return [post for goal in plan.goals for each in goal.activities for post in each.staffing]


FACTS: list[tuple[str, object, Say]] = [
    # The title page.
    ("title: the plan is for 2017", 2017, lambda plan: plan.year),
    (
        "text: the budget is an annex that is not here",
        {Chapter.GOVERNANCE, Chapter.INTERVENTIONS, Chapter.GOALS},
        lambda plan: {*(plan.chapters or ())},
    ),
    ("title: whose it is", "Samordningsförbund Gävleborg", lambda plan: plan.association.name),
    (
        "title: the board decided on 2016-11-25; whether the members were asked is not said",
        Adoption(on=date(2016, 11, 25)),
        lambda plan: governance(plan).adoption,
    ),
    # Inledning.
    ("introduction: formed on 2014-12-15", date(2014, 12, 15), lambda plan: plan.association.formed),
    (
        "introduction: the members",
        [*MUNICIPALITIES, "Region Gävleborg", "Försäkringskassan", "Arbetsförmedlingen"],
        lambda plan: [member.name for member in plan.association.members],
    ),
    ("introduction: thirteen of them", 13, lambda plan: len(plan.association.members_in(2017))),
    # Syfte, Uppgifter.
    (
        "purpose: after 4 § of the charter",
        (
            "Att genom samverkan underlätta och förbättra möjligheterna till egen försörjning för individer i behov av "
            "samordnade rehabiliteringsinsatser, och att arbeta med samordnade förebyggande insatser"
        ),
        lambda plan: plan.purpose,
    ),
    ("tasks: seven, after 6 § of the charter", 7, lambda plan: len(plan.tasks)),
    (
        "tasks: the first",
        "besluta om mål och riktlinjer för den finansiella samordningen",
        lambda plan: plan.tasks[0],
    ),
    (
        "tasks: the last",
        "finansiera insatser för individer som behöver samordnade rehabiliteringsinsatser",
        lambda plan: plan.tasks[6],
    ),
    # Organisation.
    ("board: eight members", 8, lambda plan: board(plan).seats),
    ("board: eight deputies", 8, lambda plan: board(plan).deputies),
    (
        "board: Arbetsförmedlingen has one of each",
        Seats(members=("Arbetsförmedlingen",), seats=1, deputies=1),
        lambda plan: board(plan).shares[0],
    ),
    (
        "board: Försäkringskassan has one of each",
        Seats(members=("Försäkringskassan",), seats=1, deputies=1),
        lambda plan: board(plan).shares[1],
    ),
    (
        "board: Region Gävleborg has one of each",
        Seats(members=("Region Gävleborg",), seats=1, deputies=1),
        lambda plan: board(plan).shares[2],
    ),
    (
        "board: the municipalities have five of each together",
        Seats(members=MUNICIPALITIES, seats=5, deputies=5),
        lambda plan: board(plan).shares[3],
    ),
    (
        "board: the shares are all of it",
        (8, 8),
        lambda plan: (
            sum(each.seats for each in board(plan).shares),
            sum(each.deputies or 0 for each in board(plan).shares),
        ),
    ),
    ("board: the charter was revised on 2016-06-01", date(2016, 6, 1), lambda plan: charter(plan).revised),
    (
        "board and tasks: the charter has the seats and the tasks, items 3 and 4 of 9 §",
        {3, 4},
        lambda plan: {number for number, item in charter(plan).items(18).items() if item is Presence.PRESENT},
    ),
    (
        "working committee: who is in it",
        "ordförande, vice ordförande, Arbetsförmedlingens och Försäkringskassans ordinarie ledamöter samt förbundschef",
        lambda plan: governance(plan).working_committee,
    ),
    (
        "manager, developer, and an administrator of 40 % of a post",
        (
            Post(role="förbundschef"),
            Post(role="verksamhetsutvecklare"),
            Post(role="administratör", share=share("40 %")),
        ),
        lambda plan: governance(plan).staff,
    ),
    (
        "administrator: employed from 2016-02-01, bought from Region Gävleborg in 2015",
        (
            Event(
                on=date(2016, 2, 1),
                text="Förbundet har en egen administratör; 2015 köptes administrativt stöd av Region Gävleborg",
            ),
        ),
        lambda plan: plan.calendar,
    ),
    (
        "preparatory group: that of 2016, and what is meant for 2017",
        (
            "2016 arbetsutskottet med förbundschef och verksamhetsutvecklare; målet för 2017 är tjänstemän med bred "
            "representation"
        ),
        lambda plan: governance(plan).preparatory_group,
    ),
    (
        "auditors: appointed by Försäkringskassan and Region Gävleborg",
        [("Försäkringskassan",), ("Region Gävleborg",)],
        lambda plan: [auditor.for_members for auditor in governance(plan).auditors or ()],
    ),
    # Inriktning 2017-2018.
    (
        "orientation: Trisam and ASF are long-term",
        ["trisam", "asf"],
        lambda plan: [each.id for each in plan.interventions if each.long_term],
    ),
    (
        "orientation: they go on through 2018 at least",
        ["åtminstone till och med 2018", "åtminstone till och med 2018"],
        lambda plan: [plan.intervention("trisam").timing, plan.intervention("asf").timing],
    ),
    (
        "orientation: which is a sentence of its own",
        (
            "Trisam och arbetsintegrerande sociala företag är långsiktiga satsningar som fortsätter åtminstone till "
            "och med 2018"
        ),
        lambda plan: plan.orientation[0],
    ),
    (
        "orientation: a lasting structure is built",
        "En hållbar struktur för samverkan byggs både lokalt och regionalt",
        lambda plan: plan.orientation[2],
    ),
    (
        "interventions: structural, all three",
        {"mysam": Orientation.STRUCTURAL, "trisam": Orientation.STRUCTURAL, "asf": Orientation.STRUCTURAL},
        lambda plan: {each.id: each.orientation for each in plan.interventions},
    ),
    (
        "goal 2: Mysam is cooperation of all four parties",
        set(CooperatingParty),
        lambda plan: set(plan.intervention("mysam").parties or ()),
    ),
    # Övergripande mål.
    (
        "overall goals: three",
        [
            (
                "Att verka för att medborgare vid behov ska få stöd och rehabilitering som ger dem möjlighet att "
                "försörja sig själva"
            ),
            "Att finansiera förebyggande insatser, såväl strukturellt som individinriktat",
            "Att verka för en långsiktigt hållbar samverkan mellan förbundets parter",
        ],
        lambda plan: [goal.text for goal in plan.goals if goal.level is Level.OVERALL],
    ),
    # Målgrupper.
    ("target groups: from 16", 16, lambda plan: plan.target_group("alla").youngest),
    ("target groups: to 64", 64, lambda plan: plan.target_group("alla").oldest),
    ("target groups: in the county", ("Gävleborgs län",), lambda plan: plan.target_group("alla").residents_of),
    (
        "target groups: three have priority",
        ["Unga utanför studier eller arbete", "Personer med psykisk ohälsa", "Nyanlända"],
        lambda plan: [group.name for group in plan.target_groups if group.priority],
    ),
    (
        "target groups: two more are considered in particular",
        ["Unga med aktivitetsersättning", "Långtidssjukskrivna"],
        lambda plan: [group.name for group in plan.target_groups if group.part_of and not group.priority],
    ),
    (
        "target groups: all are of the ages 16-64",
        {"alla"},
        lambda plan: {group.part_of for group in plan.target_groups if group.id != "alla"},
    ),
    # Mål och aktiviteter 2017.
    ("goals: seven", 7, lambda plan: len([goal for goal in plan.goals if goal.level is Level.ACTIVITY])),
    ("goals: 23 activities", 23, lambda plan: sum(len(goal.activities) for goal in plan.goals)),
    (
        "goals: how many activities each has",
        [4, 3, 3, 4, 4, 3, 2],
        lambda plan: [len(plan.goal(str(number)).activities) for number in range(1, 8)],
    ),
    (
        "goals: the interventions of 2, 4 and 5",
        [None, "mysam", None, "trisam", "asf", None, None],
        lambda plan: [plan.goal(str(number)).intervention for number in range(1, 8)],
    ),
    (
        "goal 1: its words",
        "Länets aktörer känner till samordningsförbundets roll och uppdrag i länet",
        lambda plan: plan.goal("1").text,
    ),
    (
        "goal 1: information by the plan for communication",
        Activity(text="informationsinsatser enligt beslutad kommunikationsplan"),
        lambda plan: activity(plan, 1, 1),
    ),
    (
        "goal 1: the site is kept up all the time, and its visits are looked at",
        Activity(text="underhålla hemsidan och ta del av besöksstatistik", timing="kontinuerligt"),
        lambda plan: activity(plan, 1, 2),
    ),
    (
        "goal 1: meetings with every leadership during 2017",
        Activity(
            text="informations- och dialogmöten med samtliga kommunledningar och regionledningen", period=YEAR_2017
        ),
        lambda plan: activity(plan, 1, 3),
    ),
    (
        "goal 1: two owner consultations",
        Activity(text="ägarsamråd", times=2),
        lambda plan: activity(plan, 1, 4),
    ),
    (
        "goal 2: its words",
        "Mysamgrupperna är en tydlig och känd organisering för fyrpartsamverkan på lokal nivå",
        lambda plan: plan.goal("2").text,
    ),
    (
        "goal 2: administration, 25 % of a post in all",
        Activity(
            text="finansiera administrativt stöd till Mysamgrupperna i länet",
            staffing=(Post(role="administrativt stöd", share=share("25 %")),),
        ),
        lambda plan: activity(plan, 2, 1),
    ),
    (
        "goal 2: four work conferences",
        Activity(text="arbetskonferenser på lokal nivå, i samarbete med Mysamgrupper", times=4),
        lambda plan: activity(plan, 2, 2),
    ),
    (
        "goal 2: applications are encouraged",
        Activity(text="stimulera till ansökningar om samverkansmedel för lokalt utvecklingsarbete"),
        lambda plan: activity(plan, 2, 3),
    ),
    (
        "goal 3 and its footnote: a study of 2016-2017, again in three years",
        (
            "Baslinjemätningen (2016-2017, ska upprepas om tre år) identifierar samverkansområden med behov av "
            "fortsatt utveckling"
        ),
        lambda plan: plan.goal("3").text,
    ),
    (
        "goal 3: four workshops in the spring of 2017",
        Activity(
            text="workshops i länet, i samarbete med FoU Välfärd Region Gävleborg, NNS och Örebro universitet",
            times=4,
            timing="våren 2017",
        ),
        lambda plan: activity(plan, 3, 1),
    ),
    (
        "goal 3: the report in the autumn of 2017",
        Activity(text="sprida slutrapporten från baslinjemätningen till berörda parter", timing="hösten 2017"),
        lambda plan: activity(plan, 3, 2),
    ),
    (
        "goal 3: the result to each Mysam group",
        Activity(text="återkoppla resultatet av baslinjemätningen till respektive Mysamgrupp i länet"),
        lambda plan: activity(plan, 3, 3),
    ),
    (
        "goal 4: Trisam teams in every municipality",
        ("Trisam-team är etablerade i samtliga kommuner i länet", Level.ACTIVITY),
        lambda plan: (plan.goal("4").text, plan.goal("4").level),
    ),
    (
        "goal 4: which is all or none",
        [AllOrNone(every=True, of="kommunerna i länet", to="har etablerade Trisam-team")],
        lambda plan: [target.aim for target in plan.goal("4").targets],
    ),
    (
        "goal 4: a process leader, 80 %",
        Activity(
            text="finansiera en processledare för stöd och utveckling av Trisam-team",
            staffing=(Post(role="processledare Trisam", share=share("80 %")),),
        ),
        lambda plan: activity(plan, 4, 1),
    ),
    (
        "goal 4: training for the teams",
        Activity(text="erbjuda och finansiera utbildningsinsatser till Trisam-team"),
        lambda plan: activity(plan, 4, 2),
    ),
    (
        "goal 4: training for coordinators of rehabilitation",
        Activity(
            text="erbjuda och finansiera utbildningsinsatser för rehabkoordinatorer, i samarbete med projekt Bra "
            "sjukskrivning, Region Gävleborg"
        ),
        lambda plan: activity(plan, 4, 3),
    ),
    (
        "goal 4: one conference in the autumn of 2017",
        Activity(text="Trisam-konferens, i samarbete med Region Gävleborg", times=1, timing="hösten 2017"),
        lambda plan: activity(plan, 4, 4),
    ),
    (
        "goal 5: its words",
        "Det finns ett strukturellt stöd för utveckling av arbetsintegrerande sociala företag (ASF) i länet",
        lambda plan: plan.goal("5").text,
    ),
    (
        "goal 5: a process leader, 100 %",
        Activity(
            text="finansiera en processledare för information och kunskapsspridning om ASF",
            staffing=(Post(role="processledare ASF", share=share("100 %")),),
        ),
        lambda plan: activity(plan, 5, 1),
    ),
    (
        "goal 5: a structure of support for the region",
        Activity(
            text="initiera och samordna insatser för en regionövergripande stödstruktur för befintliga ASF och för "
            "etablering av nya"
        ),
        lambda plan: activity(plan, 5, 2),
    ),
    (
        "goal 5: one fair in the spring of 2017",
        Activity(text="ASF-mässa i länet", times=1, timing="våren 2017"),
        lambda plan: activity(plan, 5, 3),
    ),
    (
        "goal 5: part of what the parties buy, for a limited time",
        Activity(
            text="erbjuda delfinansiering av parternas köp av individinriktade insatser hos ASF i länet",
            timing="tidsbegränsat",
        ),
        lambda plan: activity(plan, 5, 4),
    ),
    (
        "goal 6: its words",
        "Styrelse och tjänstemän är uppdaterade på händelser och trender regionalt, nationellt och internationellt",
        lambda plan: plan.goal("6").text,
    ),
    (
        "goal 6: national conferences",
        Activity(text="omvärldsbevakning genom att styrelse och tjänstemän deltar i nationella konferenser"),
        lambda plan: activity(plan, 6, 1),
    ),
    (
        "goal 6: networks",
        Activity(text="styrelse och tjänstemän ingår i olika nätverk på läns- och nationell nivå"),
        lambda plan: activity(plan, 6, 2),
    ),
    (
        "goal 6: what is learnt is passed on",
        Activity(text="sprida information och kunskap vidare vid Mysammöten, konferenser och andra arrangemang"),
        lambda plan: activity(plan, 6, 3),
    ),
    (
        "goal 7: its words",
        "Arbetet för att säkra uppföljning och utvärdering har utvecklats i relation till mål och syfte",
        lambda plan: plan.goal("7").text,
    ),
    (
        "goal 7: the national indicators",
        Activity(text="implementera indikatorerna enligt det nationella Indikatorsprojektet, i nära samarbete med NNS"),
        lambda plan: activity(plan, 7, 1),
    ),
    (
        "goal 7: the follow-up system SUS",
        Activity(text="utveckla tillämpningen av SUS för uppföljning av insatser och aktiviteter"),
        lambda plan: activity(plan, 7, 2),
    ),
    (
        "goals: the posts that are paid for are 25, 80 and 100 %",
        [share("25 %"), share("80 %"), share("100 %")],
        lambda plan: [post.share for post in posts(plan)],
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
    """The budget is an annex that is not in the text: no funding, no line, no equity, no total to be held against."""
    assert (PLAN.funding, PLAN.equity) == (Funding(), Equity())
    assert (PLAN.income, PLAN.costs, PLAN.stated, PLAN.accounts) == ((), (), (), ())


def test_what_the_text_leaves_out_is_not_known() -> None:
    """No chair by member, no term of the board, no archive authority, no case number, no reckoning of the need."""
    assert (board(PLAN).chair, board(PLAN).vice_chairs, board(PLAN).term_start, board(PLAN).term_end) == (
        None,
        (),
        None,
        None,
    )
    assert (governance(PLAN).archive_authority, governance(PLAN).case_number) == (None, None)
    assert (PLAN.need, PLAN.vision) == (None, None)

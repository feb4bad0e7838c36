"""The plan in words: nothing that it says is left out, in Swedish or English."""

from datetime import date
from itertools import chain

import pytest
from attrs import evolve
from hypothesis import given, settings

from content_strategies import whole_plans
from finsam import Association, Member, OperationalPlan, loads, outline
from finsam.governance import Board, Governance, Seats
from finsam.language import LANGUAGES, Language
from finsam.need import Need
from finsam.organisations import Region
from finsam.registry import municipality
from finsam.shares import share

PLAN = loads("""\
format = 1
year = 2027
vision = "Alla i arbete"
purpose = "Samordnad rehabilitering"
orientation = ["tidiga insatser", "lärande"]
tasks = ["stödja samverkan"]
longest_intervention = 3
least_parties = 2

[association]
name = "Exempelbygden"
formed = 2010-11-30
organisation_number = "222000-2873"
region = "Region Jönköpings län"
municipalities = ["Habo", { name = "Mullsjö", left = 2020-12-31 }]

[governance]
preparatory_group = "beredningen"
working_committee = "arbetsutskottet"
archive_authority = "Habo kommun"
case_number = "12/2026"
services_from = ["Habo kommun"]
staff = [{ role = "samordnare", share = "80 %" }]
auditors = [{ for_members = ["Habo"] }, { for_members = ["Försäkringskassan", "Arbetsförmedlingen"] }]
trades = [
    { post = { role = "chef", share = "45 %" }, counterpart = "Finnveden", sold = true },
    { post = { role = "ekonom" }, counterpart = "Höglandet", sold = false },
]
[governance.adoption]
on = 2026-11-20
consulted = true
note = "enhälligt"
to_be_replaced_on = 2027-02-01
[governance.board]
seats = 5
deputies = 5
personal_deputies = true
term_end = 2027-03-31
[governance.charter]
present = [1, 2, 3]
absent = [18]
revised = 2019-06-01

[need]
population = { "Habo" = 7_000, "Mullsjö" = 3_010 }
share = "5 %"
stated = 500

[[target_groups]]
id = "alla"
name = "Alla"
youngest = 16
oldest = 64

[[target_groups]]
id = "unga"
name = "Unga vuxna"
priority = true
part_of = "alla"
conditions = ["psykisk ohälsa", "låg utbildning"]
livelihood = ["försörjningsstöd"]
residents_of = ["Habo"]

[[interventions]]
id = "stod"
name = "Stöd"
orientation = "individual"
long_term = true
esf = true
parties = ["region", "municipality"]
target_groups = ["alla", "unga"]
carried_out_by = ["Habo"]
methods = ["IPS"]
start = 2026-01-01
timing = "hela perioden"
staffing = [{ role = "coach", share = "150 %" }]
other_financing = ["ESF"]
steering_group = "cheferna"
evaluation = "varje år"
afterwards = "egen drift"

[[interventions]]
id = "natverk"
name = "Nätverk"
orientation = "structural"
end = 2027-12-31

[[goals]]
id = "sjalvforsorjning"
text = "Ökad självförsörjning"
level = "overall"
targets = [
    { share = "40 %", of = "deltagarna", to = "arbete", year = 2027, by_sex = true },
    { trend = "increase", of = "hälsa" },
]
indicators = [{ id = "arbete", text = "antal i arbete" }]
activities = [
    { text = "ägarsamråd", times = 2, period = { first = 2027-01-01, last = 2027-06-30 }, responsible = "styrelsen" },
    { text = "konferens", staffing = [{ role = "lots", share = "50 %" }] },
]

[[goals]]
id = "steg"
text = "Steg framåt"
level = "individual"
intervention = "stod"

[[activities]]
text = "Webbplats"
timing = "under våren"

[[calendar]]
on = 2027-05-01
text = "bokslut"

[[calendar]]
on = 2026-09-30
text = "samråd"

[[costs]]
id = "stod"
name = "Stöd"
category = "individual"
intervention = "stod"
budget = { 2027 = 1_000_000, 2028 = 1_100_000 }
forecast = { 2026 = 900_000 }
""")
SILENT = OperationalPlan(association=Association(name="Tyst", members=()), year=2027)
PARTS = [getattr(outline, name) for name in outline.__all__]


def squeezed(text: str) -> str:
    """The text without its spaces and line breaks."""
    return "".join(text.split())


# Laws


@settings(max_examples=10)
@given(whole_plans())
def test_no_line_is_wider_than_a_terminal(plan: OperationalPlan) -> None:
    """Whatever the plan says, in either language."""
    said = [part(plan, language) for part in PARTS for language in LANGUAGES]
    assert max(map(len, chain.from_iterable(each.splitlines() for each in said)), default=0) <= 80


@settings(max_examples=10)
@given(whole_plans())
def test_no_goal_is_left_out_and_none_is_told_twice(plan: OperationalPlan) -> None:
    """Those of an intervention stand with it, and the others by themselves."""
    every, common = outline.goals(plan), outline.common_goals(plan)
    with_means = outline.interventions(plan)
    for goal in plan.goals:
        assert squeezed(f"- {goal.text}") in squeezed(every)
        assert squeezed(f"- {goal.text}") in squeezed(common if goal.intervention is None else with_means)
        for aim in (target.aim for target in goal.targets):
            assert squeezed(str(aim)) in squeezed(every)
        texts = [each.text for each in goal.indicators] + [each.text for each in goal.activities]
        assert all(squeezed(text) in squeezed(every) for text in texts)


@settings(max_examples=10)
@given(whole_plans())
def test_no_word_of_the_plan_is_left_out(plan: OperationalPlan) -> None:
    """What it wants, for whom and by what means is there in its own words."""
    said = squeezed("\n".join(part(plan) for part in PARTS))
    words = [plan.vision or "", plan.purpose or "", *plan.orientation, *plan.tasks]
    words += [each.name for each in plan.target_groups] + [each.name for each in plan.interventions]
    words += [each.text for each in plan.activities] + [each.text for each in plan.calendar]
    assert [each for each in words if squeezed(each) not in said] == []


@pytest.mark.parametrize("part", [part for part in PARTS if part is not outline.association])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_of_what_the_plan_does_not_say(part: object, language: Language) -> None:
    """No heading without anything under it."""
    assert callable(part)
    assert part(SILENT, language) == ""


def test_an_association_of_which_nothing_is_known_has_no_lines() -> None:
    """Not even a heading."""
    assert outline.association(SILENT) == ""


# Examples


def test_the_association() -> None:
    """Who it is in the budget year, which is after Mullsjö left."""
    assert outline.association(PLAN).splitlines() == [
        "Formed: 2010-11-30",
        "Organisation number: 222000-2873",
        "Members: Habo, Region Jönköpings län, Försäkringskassan, Arbetsförmedlingen",
    ]
    assert outline.association(PLAN, "sv").splitlines() == [
        "Bildat: 2010-11-30",
        "Organisationsnummer: 222000-2873",
        "Medlemmar: Habo, Region Jönköpings län, Försäkringskassan, Arbetsförmedlingen",
    ]


def test_the_days_come_in_their_order() -> None:
    """Whatever their order in the file."""
    assert outline.calendar(PLAN).splitlines() == ["Days", "  2026-09-30 samråd", "  2027-05-01 bokslut"]
    assert outline.calendar(PLAN, "sv").splitlines()[0] == "Dagar"


def test_what_the_plan_wants() -> None:
    """Vision, purpose, orientation and tasks, and the limits that it sets itself."""
    assert outline.direction(PLAN).splitlines() == [
        "Vision: Alla i arbete",
        "Purpose: Samordnad rehabilitering",
        "Orientation",
        "  - tidiga insatser",
        "  - lärande",
        "Tasks",
        "  - stödja samverkan",
        "Longest intervention: 3 years",
        "Fewest parties served: 2",
    ]
    assert outline.direction(PLAN, "sv").splitlines()[-3:] == [
        "  - stödja samverkan",
        "Längsta insats: 3 år",
        "Minsta antal berörda parter: 2",
    ]


def test_who_decides() -> None:
    """Three of eighteen items are known to be in the charter; one is known not to be."""
    assert outline.governance(PLAN).splitlines() == [
        "Governance",
        "  adopted on 2026-11-20",
        "  to be replaced by a decision on 2027-02-01",
        "  the members were consulted before",
        "  note: enhälligt",
        "  board: 5 seats, 5 deputies, personal deputies",
        "  the board is elected through 2027-03-31",
        "  working committee: arbetsutskottet",
        "  preparatory group: beredningen",
        "  staff: samordnare 80 %",
        "  services from: Habo kommun",
        "  archive: Habo kommun",
        "  case number: 12/2026",
        "  chef 45 %, sold to Finnveden",
        "  ekonom, bought from Höglandet",
        "  auditor for Habo",
        "  auditor for Försäkringskassan, Arbetsförmedlingen",
        "  charter: 3/18 items known to be there, revised 2019-06-01",
    ]
    assert outline.governance(PLAN, "sv").splitlines() == [
        "Styrning",
        "  fastställd 2026-11-20",
        "  ersätts av beslut 2027-02-01",
        "  samråd skedde före beslutet",
        "  anmärkning: enhälligt",
        "  styrelse: 5 ledamöter, 5 ersättare, personliga ersättare",
        "  styrelsen är vald t.o.m. 2027-03-31",
        "  arbetsutskott: arbetsutskottet",
        "  beredningsgrupp: beredningen",
        "  personal: samordnare 80 %",
        "  tjänster från: Habo kommun",
        "  arkiv: Habo kommun",
        "  diarienummer: 12/2026",
        "  chef 45 %, säljs till Finnveden",
        "  ekonom, köps av Höglandet",
        "  revisor för Habo",
        "  revisor för Försäkringskassan, Arbetsförmedlingen",
        "  förbundsordning: 3/18 punkter finns såvitt känt, reviderad 2019-06-01",
    ]


def governed(text: str) -> list[str]:
    """What is said of that governance, under its heading."""
    head = 'format = 1\nyear = 2027\n[association]\nname = "Exempelbygden"\n[governance]\n'
    return outline.governance(loads(head + text)).splitlines()[1:]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("board = { seats = 5 }", ["  board: 5 seats"]),
        ("board = { deputies = 5 }", []),
        ("adoption = { consulted = false }", ["  the members were not consulted before"]),
        ("adoption = {}", []),
        ("charter = {}", ["  charter: 0/18 items known to be there"]),
        ("auditors = []", []),
    ],
)
def test_only_what_is_known_of_the_governance_is_said(text: str, said: list[str]) -> None:
    """A number that is not given is not nought."""
    assert governed(text) == said


def test_whose_the_seats_are_and_who_presides() -> None:
    """Each member's seats and deputies, those who share theirs together; the offices by member, and the term."""
    board = Board(
        shares=(Seats(members=("Habo", "Mullsjö"), seats=1, deputies=1), Seats(members=("Region X",), seats=2)),
        chair="Habo",
        vice_chairs=("Mullsjö", "Region X"),
        term_start=date(2027, 4, 1),
        term_years=3,
    )
    association = Association(
        name="Bygden",
        members=(
            Member(organisation=municipality("Habo")),
            Member(organisation=municipality("Mullsjö")),
            Member(organisation=Region(code="06", name="Region X")),
        ),
    )
    plan = OperationalPlan(association=association, year=2027, governance=Governance(board=board))
    assert outline.governance(plan).splitlines()[1:] == [
        "  the board's term began on 2027-04-01",
        "  the board's term: 3 years",
        "  seats+deputies: Habo & Mullsjö 1+1, Region X 2",
        "  chair from: Habo",
        "  vice chairs from: Mullsjö, Region X",
    ]
    assert outline.governance(plan, "sv").splitlines()[1:] == [
        "  styrelsens mandattid började 2027-04-01",
        "  styrelsens mandattid: 3 år",
        "  ledamöter+ersättare: Habo & Mullsjö 1+1, Region X 2",
        "  ordförande från: Habo",
        "  vice ordförande från: Mullsjö, Region X",
    ]


def test_governance_of_which_nothing_is_said_is_its_heading() -> None:
    """The plan has the part, with nothing in it."""
    assert outline.governance(evolve(SILENT, governance=Governance())) == "Governance"


def test_the_need_is_in_whole_people() -> None:
    """5 % of 10 010 is 500,5; the half goes up."""
    assert outline.need(PLAN) == "Need: 5 % of 10 010 inhabitants, about 501 people; the plan says 500"
    assert outline.need(PLAN, "sv") == "Behov: 5 % av 10 010 invånare, omkring 501 personer; planen säger 500"
    silent = Need(population={"Habo": 1_000}, share=share("5 %"))
    assert outline.need(evolve(PLAN, need=silent)) == "Need: 5 % of 1 000 inhabitants, about 50 people"


def test_for_whom_the_plan_is() -> None:
    """Each group with its ages, what it is part of, and what its members have in common."""
    assert outline.target_groups(PLAN).splitlines() == [
        "Target groups",
        "  - Alla (ages 16-64)",
        "  - Unga vuxna (given priority, part of Alla)",
        "    conditions: psykisk ohälsa, låg utbildning",
        "    livelihood: försörjningsstöd",
        "    residents of: Habo",
    ]
    assert outline.target_groups(PLAN, "sv").splitlines() == [
        "Målgrupper",
        "  - Alla (16-64 år)",
        "  - Unga vuxna (prioriterad, del av Alla)",
        "    förutsättningar: psykisk ohälsa, låg utbildning",
        "    försörjning: försörjningsstöd",
        "    bosatta i: Habo",
    ]


def test_by_what_means() -> None:
    """Each intervention with its facts, its money and its goals."""
    assert outline.interventions(PLAN).splitlines() == [
        "Interventions",
        "  - Stöd (individual-oriented, long-term, with ESF financing)",
        "    serves: region, municipality",
        "    for: Alla, Unga vuxna",
        "    carried out by: Habo",
        "    method: IPS",
        "    when: 2026-01-01--, hela perioden",
        "    staffing: coach 150 %",
        "    others finance: ESF",
        "    steering group: cheferna",
        "    evaluation: varje år",
        "    afterwards: egen drift",
        "    financing: forecast 2026 900 000 kr; budget 2027 1 000 000 kr; budget 2028",
        "      1 100 000 kr",
        "    - Steg framåt",
        "  - Nätverk (structural)",
        "    when: --2027-12-31",
    ]
    assert outline.interventions(PLAN, "sv").splitlines()[:4] == [
        "Insatser",
        "  - Stöd (individinriktad, långsiktig, med ESF-finansiering)",
        "    berör: region, kommun",
        "    för: Alla, Unga vuxna",
    ]


def test_what_the_plan_is_to_reach() -> None:
    """Level by level, each goal with its targets, indicators and activities."""
    assert outline.goals(PLAN).splitlines() == [
        "Goals",
        "  Overall goals",
        "  - Ökad självförsörjning",
        "    target: at least 40 % of deltagarna: arbete (2027-01-01--2027-12-31), women",
        "      and men apart",
        "    target: increase: hälsa",
        "    indicator: antal i arbete",
        "    activity: 2 × ägarsamråd (2027-01-01--2027-06-30, styrelsen)",
        "    activity: konferens, lots 50 %",
        "  Individual goals",
        "  - Steg framåt",
    ]
    assert outline.goals(PLAN, "sv").splitlines() == [
        "Mål",
        "  Övergripande mål",
        "  - Ökad självförsörjning",
        "    målvärde: minst 40 % av deltagarna: arbete (2027-01-01--2027-12-31),",
        "      könsuppdelat",
        "    målvärde: öka: hälsa",
        "    indikator: antal i arbete",
        "    aktivitet: 2 × ägarsamråd (2027-01-01--2027-06-30, styrelsen)",
        "    aktivitet: konferens, lots 50 %",
        "  Individmål",
        "  - Steg framåt",
    ]


def test_what_belongs_to_no_one_goal() -> None:
    """When, in the words of the plan."""
    assert outline.activities(PLAN).splitlines() == ["Activities", "  - Webbplats (under våren)"]
    assert outline.activities(PLAN, "sv").splitlines()[0] == "Aktiviteter"

"""The plan in words: nothing that it says is left out, in Swedish or English."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from content_strategies import whole_plans
from finsam import Association, Governance, OperationalPlan, loads, share
from finsam.governance import Board, Seats
from finsam.interventions import Need
from finsam.language import LANGUAGES, Language
from finsam.reports import Section, text, words
from strategies import tries

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
    { share = "40 %", of = "deltagarna", to = "arbete", period = 2027, by_sex = true },
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
SILENT = OperationalPlan(association=Association(name="Tyst", agencies=()), year=2027)

Part = Callable[[OperationalPlan], Section | None]
PARTS: list[Part] = [*words.PARTS.values(), words.goals]


def lines(part: Section | None, language: Language = "en") -> list[str]:
    """The lines of the part; none where there is nothing to say."""
    return [] if part is None else text(part, language).splitlines()


def squeezed(said: str) -> str:
    """The text without its spaces and line breaks."""
    return "".join(said.split())


# Laws


@tries(10)
@given(whole_plans())
def test_no_line_is_wider_than_a_terminal(plan: OperationalPlan) -> None:
    """Whatever the plan says, in either language."""
    for part in PARTS:
        for language in LANGUAGES:
            assert all(len(line) <= 80 for line in lines(part(plan), language))


@tries(10)
@given(whole_plans())
def test_no_goal_is_left_out_and_none_is_told_twice(plan: OperationalPlan) -> None:
    """Those of an intervention stand with it, and the others by themselves; each aim in both languages."""
    for language in LANGUAGES:
        every = squeezed("".join(lines(words.goals(plan), language)))
        common = squeezed("".join(lines(words.common_goals(plan), language)))
        with_means = squeezed("".join(lines(words.interventions(plan), language)))
        for goal in plan.goals:
            assert squeezed(f"- {goal.text}") in every
            assert squeezed(f"- {goal.text}") in (common if goal.intervention is None else with_means)
            for target in goal.targets:
                assert squeezed(target.aim.text.to(language)) in every
            texts = [each.text for each in goal.indicators] + [each.text for each in goal.activities]
            assert all(squeezed(each) in every for each in texts)


@tries(10)
@given(whole_plans())
def test_no_word_of_the_plan_is_left_out(plan: OperationalPlan) -> None:
    """What it wants, for whom and by what means is there in its own words."""
    said = squeezed("".join("".join(lines(part(plan))) for part in PARTS))
    own = [plan.vision or "", plan.purpose or "", *plan.orientation, *plan.tasks]
    own += [each.name for each in plan.target_groups] + [each.name for each in plan.interventions]
    own += [each.text for each in plan.activities] + [each.text for each in plan.calendar]
    assert [each for each in own if squeezed(each) not in said] == []


@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_said_of_what_the_plan_does_not_say(part: Part) -> None:
    """No heading without anything under it, not even of an association of which nothing is known."""
    assert part(SILENT) is None


# Examples


def test_the_association() -> None:
    """Who it is in the budget year, which is after Mullsjö left."""
    assert lines(words.association(PLAN)) == [
        "Formed: 2010-11-30",
        "Organisation number: 222000-2873",
        "Members: Habo, Region Jönköpings län, Försäkringskassan, Arbetsförmedlingen",
    ]
    assert lines(words.association(PLAN), "sv") == [
        "Bildat: 2010-11-30",
        "Organisationsnummer: 222000-2873",
        "Medlemmar: Habo, Region Jönköpings län, Försäkringskassan, Arbetsförmedlingen",
    ]


def test_the_days_come_in_their_order() -> None:
    """Whatever their order in the file."""
    assert lines(words.calendar(PLAN)) == [
        "Important days",
        "  2026-09-30 samråd",
        "  2027-05-01 bokslut",
    ]
    assert lines(words.calendar(PLAN), "sv")[0] == "Viktiga datum"


def test_what_the_plan_wants() -> None:
    """Vision, purpose, orientation and tasks, and the limits that it sets itself."""
    assert lines(words.direction(PLAN)) == [
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
    assert lines(words.direction(PLAN), "sv")[-3:] == [
        "  - stödja samverkan",
        "Längsta insatstid: 3 år",
        "Minsta antal medverkande parter: 2",
    ]


def test_who_decides() -> None:
    """Three of eighteen items are known to be in the charter."""
    assert lines(words.governance(PLAN)) == [
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
        "  auditor for: Habo",
        "  auditor for: Försäkringskassan, Arbetsförmedlingen",
        "  charter: 3 of 18 items are there, revised 2019-06-01",
    ]
    assert lines(words.governance(PLAN), "sv") == [
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
        "  revisor för: Habo",
        "  revisor för: Försäkringskassan, Arbetsförmedlingen",
        "  förbundsordning: 3 av 18 punkter finns, reviderad 2019-06-01",
    ]


HEAD = 'format = 1\nyear = 2027\n[association]\nname = "Exempelbygden"\nmunicipalities = ["Habo", "Mullsjö"]\n'


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("board = { seats = 5 }", ["  board: 5 seats"]),
        ("board = { seats = 0 }", ["  board: 0 seats"]),
        ("adoption = { consulted = false }", ["  the members were not consulted before"]),
        ("adoption = { public = true }", ["  the meeting was public"]),
        (
            "adoption = { public = false, announced_on = 2026-11-06 }",
            ["  the meeting was not public", "  the meeting was announced on 2026-11-06"],
        ),
        (
            "annual_reports = { 2026 = 2027-03-20, 2025 = 2026-03-21 }",
            ["  annual reports drawn up: 2025 on 2026-03-21, 2026 on 2027-03-20"],
        ),
        ("charter = {}", ["  charter: 0 of 18 items are there"]),
        ('auditors = [{ for_members = ["Habo"] }]', ["  auditor for: Habo"]),
    ],
)
def test_only_what_is_known_of_the_governance_is_said(said: str, shown: list[str]) -> None:
    """A number that is not given is not zero."""
    assert lines(words.governance(loads(f"{HEAD}[governance]\n{said}\n"))) == ["Governance", *shown]


@pytest.mark.parametrize("said", ["", "board = { deputies = 5 }", "adoption = {}", "auditors = []"])
def test_governance_of_which_nothing_can_be_said_has_no_heading(said: str) -> None:
    """The plan has the part, with nothing in it that makes a sentence."""
    assert words.governance(loads(f"{HEAD}[governance]\n{said}\n")) is None


def test_whose_the_seats_are_and_who_presides() -> None:
    """Each member's seats and deputies, those who share theirs together; the offices by member, and the term."""
    board = Board(
        shares=(Seats(members=("Habo", "Mullsjö"), seats=1, deputies=1), Seats(members=("Region Halland",), seats=2)),
        chair="Habo",
        vice_chairs=("Mullsjö", "Region Halland"),
        term_start=date(2027, 4, 1),
        term_years=3,
    )
    association = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Halland")
    plan = OperationalPlan(association=association, year=2027, governance=Governance(board=board))
    assert lines(words.governance(plan))[1:] == [
        "  the board's term began on 2027-04-01",
        "  the board's term: 3 years",
        "  seats+deputies: Habo & Mullsjö 1+1, Region Halland 2",
        "  chair from: Habo",
        "  vice chairs from: Mullsjö, Region Halland",
    ]
    assert lines(words.governance(plan), "sv")[1:] == [
        "  styrelsens mandattid började 2027-04-01",
        "  styrelsens mandattid: 3 år",
        "  ledamöter+ersättare: Habo & Mullsjö 1+1, Region Halland 2",
        "  ordförande från: Habo",
        "  vice ordförande från: Mullsjö, Region Halland",
    ]


def test_the_need_is_in_whole_people() -> None:
    """5 % of 10 010 is 500,5; the half goes up."""
    assert lines(words.need(PLAN)) == ["Need: 5 % of 10 010 inhabitants, about 501 people; the plan says 500"]
    assert lines(words.need(PLAN), "sv") == ["Behov: 5 % av 10 010 invånare, omkring 501 personer; planen anger 500"]
    need = Need(population={"Habo": 1_000}, share=share("5 %"))
    assert lines(words.need(evolve(PLAN, need=need))) == ["Need: 5 % of 1 000 inhabitants, about 50 people"]
    printed = evolve(need, stated="ca 2 100")
    assert lines(words.need(evolve(PLAN, need=printed))) == [
        "Need: 5 % of 1 000 inhabitants, about 50 people; the plan says ca 2 100"
    ]


@pytest.mark.parametrize(
    ("said", "english", "swedish"),
    [
        (
            {"stated": "2 000–2 500"},
            "Need: the plan says 2 000–2 500",
            "Behov: planen anger 2 000–2 500",
        ),
        (
            {"share": share("5 %"), "stated": 500},
            "Need: 5 % of the inhabitants; the plan says 500",
            "Behov: 5 % av invånarna; planen anger 500",
        ),
        ({"share": share("5 %")}, "Need: 5 % of the inhabitants", "Behov: 5 % av invånarna"),
        (
            {"population": {"Habo": 10_010}},
            "Need: among 10 010 inhabitants",
            "Behov: bland 10 010 invånare",
        ),
    ],
)
def test_a_need_of_which_less_is_said_is_told_as_far_as_it_goes(said: Any, english: str, swedish: str) -> None:
    """Nothing is worked out where the population or the share is missing."""
    plan = evolve(PLAN, need=Need(**said))
    assert (lines(words.need(plan)), lines(words.need(plan), "sv")) == ([english], [swedish])


def test_for_whom_the_plan_is() -> None:
    """Each group with its ages, what it is part of, and what its members have in common."""
    assert lines(words.target_groups(PLAN)) == [
        "Target groups",
        "  - Alla (ages 16–64)",
        "  - Unga vuxna (given priority, part of Alla)",
        "    in common: psykisk ohälsa, låg utbildning",
        "    livelihood: försörjningsstöd",
        "    residents of: Habo",
    ]
    assert lines(words.target_groups(PLAN), "sv") == [
        "Målgrupper",
        "  - Alla (16–64 år)",
        "  - Unga vuxna (prioriterad, del av Alla)",
        "    gemensamt: psykisk ohälsa, låg utbildning",
        "    försörjning: försörjningsstöd",
        "    bosatta i: Habo",
    ]


def test_by_what_means() -> None:
    """Each intervention with its facts, its money and its goals."""
    assert lines(words.interventions(PLAN)) == [
        "Interventions",
        "  - Stöd (individual-oriented, long-term, with ESF financing)",
        "    cooperating parties: region, municipality",
        "    for: Alla, Unga vuxna",
        "    carried out by: Habo",
        "    method: IPS",
        "    when: 2026-01-01–, hela perioden",
        "    staffing: coach 150 %",
        "    others finance: ESF",
        "    steering group: cheferna",
        "    evaluation: varje år",
        "    after the end: egen drift",
        "    financing: forecast 2026 900 000 kr, budget 2027 1 000 000 kr, budget 2028",
        "      1 100 000 kr",
        "    - Steg framåt",
        "  - Nätverk (structural)",
        "    when: –2027-12-31",
    ]
    assert lines(words.interventions(PLAN), "sv")[:4] == [
        "Insatser",
        "  - Stöd (individinriktad, långsiktig, med ESF-finansiering)",
        "    medverkande parter: region, kommun",
        "    för: Alla, Unga vuxna",
    ]


def test_what_the_plan_is_to_reach() -> None:
    """Level by level, each goal with its targets, indicators and activities."""
    assert lines(words.goals(PLAN)) == [
        "Goals",
        "  Overall goals",
        "  - Ökad självförsörjning",
        "    target: at least 40 % of deltagarna: arbete (2027, women and men apart)",
        "    target: increase: hälsa",
        "    indicator: antal i arbete",
        "    activity: 2 × ägarsamråd (2027-H1, styrelsen)",
        "    activity: konferens, lots 50 %",
        "  Individual goals",
        "  - Steg framåt",
    ]
    assert lines(words.goals(PLAN), "sv") == [
        "Mål",
        "  Övergripande mål",
        "  - Ökad självförsörjning",
        "    mål: minst 40 % av deltagarna: arbete (2027, könsuppdelat)",
        "    mål: hälsa ska öka",
        "    indikator: antal i arbete",
        "    aktivitet: 2 × ägarsamråd (2027-H1, styrelsen)",
        "    aktivitet: konferens, lots 50 %",
        "  Individmål",
        "  - Steg framåt",
    ]


def test_what_belongs_to_no_one_goal() -> None:
    """When, in the words of the plan."""
    assert lines(words.activities(PLAN)) == ["Activities", "  - Webbplats (under våren)"]
    assert lines(words.activities(PLAN), "sv")[0] == "Aktiviteter"

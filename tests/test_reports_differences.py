"""What differs between two plans, as people and machines get to see it: whole, in both languages, in 80 columns."""

import json
import re
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import finsam
from command import refused, run
from finsam import Agreement, Category, Cost, Equal, Funding, Income, OperationalPlan, Shares, kr, share
from finsam.goals import Activity, Goal, Indicator, Level
from finsam.governance import Governance
from finsam.interventions import Orientation
from finsam.language import LANGUAGES, Language, shown
from finsam.payments import PaymentRule
from finsam.pending import NotAgreed, PartlyKnown
from finsam.reports import difference_records, text
from finsam.reports.differences import plans_compared
from finsam.reports.values import called, said
from finsam.rows import Columns
from finsam.scenarios import compared
from finsam.staffing import Post
from finsam.targets import Direction, Milestone, Target, Trend
from plan_pairs import AFTER, BEFORE, last_year, pairs, this_year
from strategies import tries

REPORT = {
    "en": """\
Exempelbygden: operational plan 2027, compared with 2026

In short
Members: 1 new
Rows: 1 new, 1 gone, 3 changed
Target groups: 1 changed
Interventions: 1 new, 1 gone, 1 changed
Goals: 1 new, 1 changed
Findings: 3 new, 3 gone

2026, kr           budget
                   before
Income          4 010 000
Total costs     4 000 000
Result             10 000
Closing equity    110 000

2027, kr           budget     budget
                   before      after  difference        %
Income          4 000 000  4 810 000     810 000  20,25 %
Total costs     4 000 000  4 750 000     750 000  18,75 %
Result                  0     60 000      60 000
Closing equity    110 000    170 000      60 000

Who pays

Contributions 2026, kr     before
Habo                      600 000
Mullsjö                   400 000
Region Jönköpings län   1 000 000
Försäkringskassan       2 000 000
Arbetsförmedlingen              0
---------------------------------
Total                   4 000 000

Contributions 2027, kr     before      after  difference      %
Mullsjö                   400 000    360 000     -40 000  -10 %
Vaggeryd                             240 000
Region Jönköpings län   1 000 000  1 200 000     200 000   20 %
Försäkringskassan       2 000 000  2 400 000     400 000   20 %
---------------------------------------------------------------
Total                   4 000 000  4 800 000     800 000   20 %

  - funding.total.2026: gone: 4 000 000 kr
  - funding.total.2027: from 4 000 000 kr to 4 800 000 kr
  - funding.split[1].shares.Habo: from 60 % to 50 %
  - funding.split[1].shares."Mullsjö": from 40 % to 30 %
  - funding.split[1].shares.Vaggeryd: new: 20 %

Rows

Costs, budget 2026, kr     before
Stöd till arbete        3 000 000
Kansli                    900 000
Kurser                    100 000

Costs, budget 2027, kr     before      after  difference    %
Stöd till arbete        3 000 000  3 150 000     150 000  5 %
Kurser                    100 000
Spåret                               700 000

Other income, budget 2026, kr  before
Ränta                          10 000

Other income, budget 2027, kr   after
Ränta                          10 000

  - gone: Kurser
  - new: Spåret
    category: individual-oriented interventions
    intervention: "spar"
  - Ränta
    kind: new: interest
  - costs: in another order

Goals and interventions

Target groups
  - Unga vuxna
    name: from "Unga" to "Unga vuxna"
    youngest: new: 18

Interventions
  - Stöd till arbete
    carried out by: new: "Habo kommun"
  - gone: Kurser
  - new: Spåret
    orientation: individual-oriented
    method: "SE"

Goals
  - Fler arbetar
    target: from at least 40 % of deltagarna: arbete eller studier to at least
      45 % of deltagarna: arbete eller studier
    activity: gone: nätverksträff
  - new: Fler mår bra
    level: individual goals
    indicator: självskattad hälsa

Members and the rest

Members
  - new: Vaggeryd
    joined: 2027-01-01

  - year: from 2026 to 2027
  - Tasks: gone: "stödja samverkan"
  - Tasks: new: "följa upp"
  - governance.board.seats: from 5 to 6
  - equity.opening.budget.2026: gone: 100 000 kr
  - equity.opening.budget.2027: new: 110 000 kr

Findings

New: 1 warning, 2 unknown

F307 unknown: costs: there is no budget for 2028, 2029
    11 kap. 6 § kommunallagen (2017:725), see 21 § lagen (2003:1210)
    add a column for each year

F451 warning: target_groups[1] "unga".youngest: Unga vuxna begins at 18, below
  20
    practice: the preparatory works speak of working age, mainly 20–64; the
      National Council recommends from 16
    make sure that those below 20 are of working age and have left
      upper-secondary school

F452 unknown: interventions[1] "spar".parties: the plan does not say which
  parties it serves
    practice: local rules ask for at least two parties
    write every party that it serves

Gone: 3 unknown
  F307 unknown: costs: there is no budget for 2028
  F359 unknown: income[1] "ranta": it is not said what kind of income Ränta is
  F452 unknown: interventions[2] "kurs".parties: the plan does not say which
    parties it serves

Findings by rule  before  after  difference
F359                   1      0          -1
F451                   0      1           1
""",
    "sv": """\
Exempelbygden: verksamhetsplan 2027, jämförd med 2026

I korthet
Medlemmar: 1 tillkommer
Rader: 1 tillkommer, 1 utgår, 3 ändras
Målgrupper: 1 ändras
Insatser: 1 tillkommer, 1 utgår, 1 ändras
Mål: 1 tillkommer, 1 ändras
Iakttagelser: 3 tillkommer, 3 utgår

2026, kr                  budget
                            före
Intäkter               4 010 000
Summa kostnader        4 000 000
Resultat                  10 000
Utgående eget kapital    110 000

2027, kr                  budget     budget
                            före      efter  skillnad        %
Intäkter               4 000 000  4 810 000   810 000  20,25 %
Summa kostnader        4 000 000  4 750 000   750 000  18,75 %
Resultat                       0     60 000    60 000
Utgående eget kapital    110 000    170 000    60 000

Vem som betalar

Bidrag från medlemmarna 2026, kr       före
Habo                                600 000
Mullsjö                             400 000
Region Jönköpings län             1 000 000
Försäkringskassan                 2 000 000
Arbetsförmedlingen                        0
-------------------------------------------
Summa                             4 000 000

Bidrag från medlemmarna 2027, kr       före      efter  skillnad      %
Mullsjö                             400 000    360 000   -40 000  -10 %
Vaggeryd                                       240 000
Region Jönköpings län             1 000 000  1 200 000   200 000   20 %
Försäkringskassan                 2 000 000  2 400 000   400 000   20 %
-----------------------------------------------------------------------
Summa                             4 000 000  4 800 000   800 000   20 %

  - funding.total.2026: utgår: 4 000 000 kr
  - funding.total.2027: från 4 000 000 kr till 4 800 000 kr
  - funding.split[1].shares.Habo: från 60 % till 50 %
  - funding.split[1].shares."Mullsjö": från 40 % till 30 %
  - funding.split[1].shares.Vaggeryd: tillkommer: 20 %

Rader

Kostnader, budget 2026, kr       före
Stöd till arbete            3 000 000
Kansli                        900 000
Kurser                        100 000

Kostnader, budget 2027, kr       före      efter  skillnad    %
Stöd till arbete            3 000 000  3 150 000   150 000  5 %
Kurser                        100 000
Spåret                                   700 000

Övriga intäkter, budget 2026, kr    före
Ränta                             10 000

Övriga intäkter, budget 2027, kr   efter
Ränta                             10 000

  - utgår: Kurser
  - tillkommer: Spåret
    category: individinriktade insatser
    intervention: "spar"
  - Ränta
    kind: tillkommer: ränta
  - costs: i en annan ordning

Mål och insatser

Målgrupper
  - Unga vuxna
    name: från "Unga" till "Unga vuxna"
    youngest: tillkommer: 18

Insatser
  - Stöd till arbete
    utförs av: tillkommer: "Habo kommun"
  - utgår: Kurser
  - tillkommer: Spåret
    orientation: individinriktad
    metod: "SE"

Mål
  - Fler arbetar
    mål: från minst 40 % av deltagarna: arbete eller studier till minst 45 % av
      deltagarna: arbete eller studier
    aktivitet: utgår: nätverksträff
  - tillkommer: Fler mår bra
    level: individmål
    indikator: självskattad hälsa

Medlemmar och övrigt

Medlemmar
  - tillkommer: Vaggeryd
    joined: 2027-01-01

  - year: från 2026 till 2027
  - Uppgifter: utgår: "stödja samverkan"
  - Uppgifter: tillkommer: "följa upp"
  - governance.board.seats: från 5 till 6
  - equity.opening.budget.2026: utgår: 100 000 kr
  - equity.opening.budget.2027: tillkommer: 110 000 kr

Iakttagelser

Tillkommer: 1 varning, 2 uppgifter saknas

F307 uppgift saknas: costs: budget saknas för 2028, 2029
    11 kap. 6 § kommunallagen (2017:725), jfr 21 § lagen (2003:1210)
    lägg till en kolumn för varje år

F451 varning: target_groups[1] "unga".youngest: Unga vuxna börjar vid 18 år,
  under 20
    praxis: förarbetena talar om arbetsför ålder, främst 20–64 år; Nationella
      rådet rekommenderar från 16 år
    se till att de som är under 20 är i arbetsför ålder och inte i
      gymnasieskolan

F452 uppgift saknas: interventions[1] "spar".parties: det framgår inte av planen
  vilka parter som medverkar
    praxis: lokala regler kräver minst två parter
    skriv alla medverkande parter (parties)

Utgår: 3 uppgifter saknas
  F307 uppgift saknas: costs: budget saknas för 2028
  F359 uppgift saknas: income[1] "ranta": det framgår inte vilket slag av intäkt
    Ränta är
  F452 uppgift saknas: interventions[2] "kurs".parties: det framgår inte av
    planen vilka parter som medverkar

Iakttagelser per regel  före  efter  skillnad
F359                       1      0        -1
F451                       0      1         1
""",
}
"""Exempelbygden's plan for 2027 beside the one for 2026; the figures were worked out by hand."""

BYGDEN = last_year()
Two = tuple[OperationalPlan, OperationalPlan]


def lines(before: OperationalPlan, after: OperationalPlan, language: Language = "en") -> list[str]:
    """What is said of two plans, a line a line."""
    return text(plans_compared(compared(before, after)), language).splitlines()


def block(title: str, before: OperationalPlan, after: OperationalPlan) -> list[str]:
    """What stands from a line through the next that is empty."""
    every = lines(before, after)
    start = next(index for index, line in enumerate(every) if line.startswith(title))
    return every[start : every.index("", start) if "" in every[start:] else None]


# As people see it


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_plans_are_told_whole(language: Language) -> None:
    """What it comes to, who pays, the rows, what it is for, the members and the rest, and the findings."""
    assert text(plans_compared(compared(last_year(), this_year())), language) + "\n" == REPORT[language]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Exempelbygden: operational plan 2026, before and after\n\nthe two plans are the same"),
        ("sv", "Exempelbygden: verksamhetsplan 2026, före och efter\n\nde två planerna är lika"),
    ],
)
def test_two_equal_plans_give_a_sentence(language: Language, said: str) -> None:
    """There is nothing to tell, and that is told."""
    assert text(plans_compared(compared(last_year(), last_year())), language) == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("before", finsam.examples())
@pytest.mark.parametrize("after", finsam.examples())
def test_the_published_plans_can_be_held_beside_one_another(before: str, after: str, language: Language) -> None:
    """They have nothing in common; both associations are named, and every line fits in a terminal."""
    one, other = finsam.example(before), finsam.example(after)
    said = lines(one, other, language)
    assert [line for line in said if len(line) > 80] == []
    title = " ".join(" ".join(said[:2]).split())
    assert one.association.name in title
    assert other.association.name in title


def test_a_long_title_goes_on_on_the_next_line() -> None:
    """The associations are named with what came after first, and no empty line between."""
    one, other = finsam.example("finnveden-2012"), finsam.example("gavleborg-2017")
    assert lines(one, other)[:3] == [
        "Samordningsförbund Gävleborg: operational plan 2017, compared with Finnvedens",
        "  samordningsförbund: operational plan 2012",
        "",
    ]


@tries(25)
@given(pairs())
def test_any_two_plans_can_be_told(two: Two) -> None:
    """In both languages and as JSON; the sentence that they are the same is there only if they are."""
    for language in LANGUAGES:
        said = lines(*two, language)
        assert ({"en": "the two plans are the same", "sv": "de två planerna är lika"}[language] in said) == (
            two[0] == two[1]
        )
    record = difference_records.comparison(compared(*two))
    assert json.loads(json.dumps(record)) == record
    assert (record["differences"] == []) == (two[0] == two[1])


def test_an_amount_that_should_be_known_is_a_question_mark() -> None:
    """Where the split is no longer agreed a member's part is not known; a row that is not there has nothing to know."""
    funding = evolve(BYGDEN.funding, split=(Agreement(key=NotAgreed()),))
    assert block("Contributions 2026", BYGDEN, evolve(BYGDEN, funding=funding)) == [
        "Contributions 2026, kr     before      after  difference    %",
        "Habo                      600 000          ?",
        "Mullsjö                   400 000          ?",
        "-------------------------------------------------------------",
        "Total                   4 000 000  4 000 000           0  0 %",
    ]


def test_only_the_total_is_told_where_no_one_pays_another_amount() -> None:
    """Whoever is not known to pay anything before or after is not told as one who pays more."""

    def unsplit(total: int) -> OperationalPlan:
        return evolve(BYGDEN, funding=Funding(total={2026: kr(total)}))

    said = lines(unsplit(4_000_000), unsplit(4_400_000))
    assert said[said.index("Who pays") + 2 :][:3] == [
        "Contributions 2026, kr     before      after  difference     %",
        "--------------------------------------------------------------",
        "Total                   4 000 000  4 400 000     400 000  10 %",
    ]


def test_a_year_is_named_with_what_is_known_of_it() -> None:
    """Last year's budget stands beside the outcome that this year's plan has."""
    outcome = (Cost(id="stod", name="Stöd", category=Category.INDIVIDUAL, outcome={2026: kr(3_600_000)}),)
    after = evolve(BYGDEN, costs=outcome, income=())
    assert block("2026, kr", BYGDEN, after) == [
        "2026, kr           budget    outcome",
        "                   before      after  difference         %",
        "Income          4 010 000  4 000 000     -10 000  ~-0,25 %",
        "Total costs     4 000 000  3 600 000    -400 000     -10 %",
        "Result             10 000    400 000     390 000",
        "Closing equity    110 000          ?",
    ]


def test_what_else_differs_is_told_by_its_place() -> None:
    """As it is written in the file, with everything that it says."""
    plan = evolve(BYGDEN, governance=None, equity=evolve(BYGDEN.equity, ceiling=share("20 %")))
    later = evolve(BYGDEN, association=evolve(BYGDEN.association, organisation_number=None, formed=date(2024, 2, 1)))
    assert block("Members and the rest", BYGDEN, plan)[1:] == []
    assert lines(BYGDEN, plan)[-3:] == [
        "",
        "  - governance: gone: board (seats 5)",
        "  - equity.ceiling: new: 20 %",
    ]
    assert lines(BYGDEN, later, "sv")[-1] == "  - Bildat: tillkommer: 2024-02-01"


def test_goals_in_another_order_are_told_once() -> None:
    """Not as goals that are gone and new."""
    goals = (*BYGDEN.goals, Goal(id="halsa", text="Fler mår bra", level=Level.OVERALL))
    one = evolve(BYGDEN, goals=goals)
    assert lines(one, evolve(one, goals=goals[::-1]))[2:] == [
        "Goals and interventions",
        "",
        "Goals",
        "  - goals: in another order",
    ]


@pytest.mark.parametrize(
    ("value", "en", "sv"),
    [
        (True, "yes", "ja"),
        (False, "no", "nej"),
        (Orientation.STRUCTURAL, "structural", "strukturövergripande"),
        ("Kansli", '"Kansli"', '"Kansli"'),
        (Fraction(17, 250), "6,8 %", "6,8 %"),
        (2027, "2027", "2027"),
        (kr(12_000), "12 000 kr", "12 000 kr"),
        (date(2027, 5, 1), "2027-05-01", "2027-05-01"),
        ((), "nothing", "inget"),
        ({}, "nothing", "inget"),
        (("a", "b"), '"a", "b"', '"a", "b"'),
        ({2027: kr(1), 2028: kr(2)}, "2027 1 kr, 2028 2 kr", "2027 1 kr, 2028 2 kr"),
        ({Category.BOARD: kr(1)}, "board 1 kr", "styrelse 1 kr"),
        (Post(role="coach", share=share("50 %")), "coach 50 %", "coach 50 %"),
        (PaymentRule("daily"), "every day", "varje dag"),
        (Shares({"Habo": "50 %"}), "shares (Habo 50 %)", "shares (Habo 50 %)"),
        (Equal(), "nothing", "inget"),
        (
            NotAgreed(),
            "not split, since the members have not agreed",
            "är inte fördelat, eftersom medlemmarna inte är överens",
        ),
        (PartlyKnown({"Habo": kr(5)}), "known (Habo 5 kr)", "known (Habo 5 kr)"),
        (Trend(direction=Direction.INCREASE, of="hälsan"), "increase: hälsan", "hälsan ska öka"),
        (
            Target(aim=Milestone(what="träff", times=2), id="t", by_sex=True),
            "2 × träff (by_sex yes)",
            "2 × träff (by_sex ja)",
        ),
        (Indicator(id="i", text="enkät"), "enkät", "enkät"),
        (Governance(), "nothing", "inget"),
        (Activity(text="möte", staffing=(Post(role="coach"),)), "möte (staffing (coach))", "möte (staffing (coach))"),
        (
            Income(id="r", name="Ränta", budget={"2027-T2": kr(1)}),
            "Ränta (budget (2027-T2 1 kr))",
            "Ränta (budget (2027-T2 1 kr))",
        ),
        (Columns(budget={2027: kr(1)}), "budget (2027 1 kr)", "budget (2027 1 kr)"),
    ],
)
def test_any_value_can_be_said(value: Any, en: str, sv: str) -> None:
    """In words, with everything that it holds."""
    assert (shown(said(value), "en"), shown(said(value), "sv")) == (en, sv)


def test_what_an_item_is_called_is_its_text_or_its_name_or_its_id() -> None:
    """What is no item is called nothing."""
    assert [called(each) for each in (BYGDEN.costs[0], BYGDEN.goals[0], Governance(), "text")] == [
        "Stöd till arbete",
        "Fler arbetar",
        None,
        None,
    ]


# As machines see it

RECORD = difference_records.comparison(compared(last_year(), this_year()))


def test_the_record_names_both_plans_and_every_part() -> None:
    """Each part stands under a name of its own, in the order of the report."""
    assert RECORD["before"] == {"association": "Exempelbygden", "year": 2026}
    assert RECORD["after"] == {"association": "Exempelbygden", "year": 2027}
    assert {name: len(of) for name, of in RECORD.items() if name not in ("before", "after", "findings")} == {
        "years": 2,
        "contributions": 2,
        "costs": 4,
        "income": 1,
        "members": 1,
        "target_groups": 1,
        "interventions": 3,
        "goals": 2,
        "indicators": 1,
        "targets": 1,
        "activities": 1,
        "differences": 29,
    }


def test_what_finsam_works_out_is_in_ore_with_exact_shares() -> None:
    """Null is what is not there or not known."""
    assert RECORD["years"][1] == {
        "year": 2027,
        "column_before": "budget",
        "column_after": "budget",
        "income": {
            "before_ore": 400_000_000,
            "after_ore": 481_000_000,
            "difference_ore": 81_000_000,
            "share": "81/400",
        },
        "costs": {"before_ore": 400_000_000, "after_ore": 475_000_000, "difference_ore": 75_000_000, "share": "3/16"},
        "result": {"before_ore": 0, "after_ore": 6_000_000, "difference_ore": 6_000_000, "share": None},
        "closing": {"before_ore": 11_000_000, "after_ore": 17_000_000, "difference_ore": 6_000_000, "share": "6/11"},
    }
    assert RECORD["years"][0]["column_after"] is None
    assert RECORD["contributions"][1]["members"]["Mullsjö"] == {
        "before_ore": 40_000_000,
        "after_ore": 36_000_000,
        "difference_ore": -4_000_000,
        "share": "-1/10",
    }


def test_what_the_plans_say_is_as_in_their_files() -> None:
    """Amounts in kronor and days as text."""
    kurs = RECORD["costs"][2]
    assert (kurs["id"], kurs["path"], kurs["after"], kurs["differences"]) == ("kurs", ["costs", 2], None, [])
    assert kurs["before"] == {
        "id": "kurs",
        "name": "Kurser",
        "category": "structural",
        "intervention": "kurs",
        "budget": {"2026": 100_000, "2027": 100_000},
    }
    assert kurs["cells"][1] == {
        "column": "budget",
        "time": "2027",
        "before_ore": 10_000_000,
        "after_ore": None,
        "difference_ore": None,
        "share": None,
    }
    assert RECORD["members"][0]["after"] == {"name": "Vaggeryd", "joined": "2027-01-01"}
    assert RECORD["goals"][0]["differences"][0] == {
        "path": ["targets", 0],
        "place": "targets[1]",
        "before": {"share": "40 %", "of": "deltagarna", "to": "arbete eller studier"},
        "after": {"share": "45 %", "of": "deltagarna", "to": "arbete eller studier"},
    }


def test_the_findings_are_those_of_one_plan_alone() -> None:
    """As finsam check gives them, with how often each rule speaks."""
    findings = RECORD["findings"]
    assert [each["id"] for each in findings["new"]] == ["F307", "F451", "F452"]
    assert [each["place"] for each in findings["gone"]][1] == 'income[1] "ranta"'
    assert findings["counts"]["F359"] == {"before": 1, "after": 0}


# The command


@pytest.fixture
def files(tmp_path: Any) -> tuple[str, str]:
    """The two plans in files."""
    for name, toml in (("2026.toml", BEFORE), ("2027.toml", AFTER)):
        (tmp_path / name).write_text(toml, "utf-8")
    return str(tmp_path / "2026.toml"), str(tmp_path / "2027.toml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_compares_two_files(files: tuple[str, str], language: Language) -> None:
    """The report, with the lines of the findings in the file in which each is."""
    status, out, err = run("compare", *files, "--lang", language)
    assert (status, err) == (0, "")
    word = {"en": "line", "sv": "rad"}[language]
    told, plain = " ".join(out.split()), " ".join(REPORT[language].split())
    assert re.sub(rf"\b{word} \d+, ", "", told) == plain
    youngest = AFTER.splitlines().index("youngest = 18") + 1
    ranta = BEFORE.splitlines().index("[[income]]") + 1
    assert f'{word} {youngest}, target_groups[1] "unga".youngest:' in told
    assert f'{word} {ranta}, income[1] "ranta":' in told


def test_the_command_compares_examples() -> None:
    """By their names, without lines; nothing differs between a plan and itself."""
    one, other = finsam.example("finnveden-2012"), finsam.example("gavleborg-2017")
    assert run("compare", "finnveden-2012", "gavleborg-2017").out == f"{plans_compared(compared(one, other))}\n"
    assert run("compare", "finnveden-2012", "finnveden-2012").out.splitlines()[-1] == "the two plans are the same"


def test_the_command_writes_json(files: tuple[str, str]) -> None:
    """The record, with the lines of the findings."""
    status, out, err = run("compare", *files, "--json")
    assert (status, err) == (0, "")
    told = json.loads(out)
    assert {**told, "findings": {}} == {**RECORD, "findings": {}}
    assert [each["line"] for each in told["findings"]["gone"]][1] == BEFORE.splitlines().index("[[income]]") + 1


def test_a_follow_up_is_told_as_what_it_is(files: tuple[str, str], tmp_path: Any) -> None:
    """It is no plan, whichever of the two it is given as."""
    (tmp_path / "f.toml").write_text('format = 1\nkind = "follow-up"\nyear = 2026\nassociation = "X"\n', "utf-8")
    said = "this is a follow-up and not a plan; finsam.followup.load reads it, and finsam follow-up prints it"
    for two in ((files[0], tmp_path / "f.toml"), (tmp_path / "f.toml", files[0])):
        assert said in " ".join(refused("compare", *two).split())


@pytest.mark.parametrize("words", [(), ("hoglandet-2023",)])
def test_both_plans_are_asked_for(words: tuple[str, ...]) -> None:
    """One is not enough."""
    assert refused("compare", *words).splitlines()[-1] == (
        "finsam: say which plan: its file, or the name of an example"
    )

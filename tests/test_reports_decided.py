"""The decisions on money of a plan for people and for machines, and the command that prints them."""

import json
from datetime import date

from hypothesis import given

from command import refused, run
from content_strategies import whole_plans
from finsam import OperationalPlan, example, loads, reports
from finsam.language import LANGUAGES
from finsam.reports import decided, decided_records
from finsam.reports import text as rendered
from strategies import tries

# 4 000 000 kr and 100 000 kr in equity are available in 2027, of which the budget uses 1 200 000 kr; 2 900 000 kr and
# 4 000 000 kr are available in 2028. HISS has 3 000 000 kr over three years, at most 1 200 000 kr in 2027, and then
# 1 500 000 kr for 2028, which may replace what it had of the 3 000 000 kr in that year.
PLAN = """\
format = 1
year = 2027

[association]
name = "Bygden"
region = "Region Jönköpings län"
municipalities = ["Habo"]

[funding]
total = { 2027 = 4_000_000, 2028 = 4_000_000 }

[equity]
opening = { budget = { 2027 = 100_000 } }

[[interventions]]
id = "hiss"
name = "HISS"
orientation = "individual"

[[costs]]
id = "ledare"
name = "Projektledare"
category = "individual"
intervention = "hiss"
budget = { 2027 = 1_000_000, 2028 = 1_000_000 }

[[costs]]
id = "kansli"
name = "Kansli"
category = "administration"
budget = { 2027 = 200_000, 2028 = 200_000 }

[[decisions]]
id = "hiss-mer"
on = 2027-05-01
number = "§ 12"
intervention = "hiss"
granted = { 2028 = 1_500_000 }
financing = "sparade medel"

[[decisions]]
id = "hiss"
on = 2026-11-20
number = "§ 45"
intervention = "hiss"
to = "Habo kommun"
applied = { 2027-2029 = "ca 3 mkr" }
granted = { 2027-2029 = 3_000_000 }
at_most = { 2027 = 1_200_000 }
conditions = ["egen projektledare", "uppföljning varje halvår"]

[[decisions]]
id = "kansli"
row = "kansli"
granted = { 2027 = 100_000 }

[[decisions]]
id = "kansli-igen"
row = "kansli"
granted = { 2027 = 50_000 }
adds_to = "kansli"
note = "enligt ordföranden"

[[decisions]]
id = "annat"
"""

# 2027: at most 1 200 000 of HISS and 150 000 of the office, so 4 100 000 less 150 000 and 1 350 000 is free.
# 2028: 1 500 000, or 3 000 000 more; available are 4 100 000 - 1 200 000 + 4 000 000 = 6 900 000.
# Together: 1 500 000 + 150 000, and 3 000 000 more if hiss-mer adds to hiss; else all of that can have been of 2028.
REPORT = """\
Decisions on money
  - annat
    granted: not said how much
  - kansli
    for: Kansli
    granted: 2027 100 000 kr
  - kansli-igen
    for: Kansli
    granted: 2027 50 000 kr
    adds to: kansli
    note: enligt ordföranden
  - hiss (§ 45, 2026-11-20)
    for: HISS
    to: Habo kommun
    applied for: 2027–2029 ca 3 mkr
    granted: 2027–2029 3 000 000 kr
    at most: 2027 1 200 000 kr
    conditions: egen projektledare, uppföljning varje halvår
  - hiss-mer (§ 12, 2027-05-01)
    for: HISS
    granted: 2028 1 500 000 kr
    financed by: sparade medel

Committed, kr                         2027                   2028           2029
HISS                         0 – 1 200 000  1 500 000 – 4 500 000  0 – 3 000 000
Without an
  intervention                     150 000
--------------------------------------------------------------------------------
Committed              150 000 – 1 350 000  1 500 000 – 4 500 000  0 – 3 000 000
Income and opening
  equity                         4 100 000              6 900 000              ?
Free                 2 750 000 – 3 950 000  2 400 000 – 5 400 000              ?

Committed, kr                           together
HISS                       1 500 000 – 4 500 000
Without an intervention                  150 000
------------------------------------------------
Committed                  1 650 000 – 4 650 000
Income and opening equity
Free

Can be read in two ways
  - 2028: 1 500 000 kr to 4 500 000 kr if hiss-mer adds to hiss, 1 500 000 kr if
    it replaces it"""

RAPPORT = """\
Beslut om medel
  - annat
    beviljat: inte angivet hur mycket
  - kansli
    avser: Kansli
    beviljat: 2027 100 000 kr
  - kansli-igen
    avser: Kansli
    beviljat: 2027 50 000 kr
    lägger till: kansli
    anmärkning: enligt ordföranden
  - hiss (§ 45, 2026-11-20)
    avser: HISS
    till: Habo kommun
    sökt: 2027–2029 ca 3 mkr
    beviljat: 2027–2029 3 000 000 kr
    högst: 2027 1 200 000 kr
    villkor: egen projektledare, uppföljning varje halvår

Bundna medel, kr                      2027                   2028           2029
HISS                         0 – 1 200 000          0 – 3 000 000  0 – 3 000 000
Utan insats                        150 000
--------------------------------------------------------------------------------
Bundet                 150 000 – 1 350 000          0 – 3 000 000  0 – 3 000 000
Intäkter och
  ingående kapital               4 100 000              6 900 000              ?
Fritt                2 750 000 – 3 950 000  3 900 000 – 6 900 000              ?

Bundna medel, kr               tillsammans
HISS                             3 000 000
Utan insats                        150 000
------------------------------------------
Bundet                           3 150 000
Intäkter och ingående kapital
Fritt"""


def test_the_decisions_are_told_with_what_they_commit() -> None:
    """By their days, those without one first; what can be read in two ways is told in both."""
    assert str(decided.decisions(loads(PLAN))) == REPORT


def test_a_decision_that_is_not_yet_taken_is_not_told() -> None:
    """On a day, in Swedish."""
    section = decided.decisions(loads(PLAN), on=date(2027, 4, 30))
    assert section is not None
    assert rendered(section, "sv") == RAPPORT


def test_a_plan_without_decisions_says_nothing_of_them() -> None:
    """Neither in words nor in its report."""
    assert decided.decisions(example("hoglandet-2023")) is None
    assert "Decisions on money" not in str(reports.report(example("hoglandet-2023")))
    assert "Decisions on money" in str(reports.report(loads(PLAN)))


def test_decisions_that_are_about_no_year_have_no_table() -> None:
    """They are told all the same."""
    plan = loads(PLAN[: PLAN.index("[[decisions]]")] + '[[decisions]]\nid = "annat"\n')
    assert decided.committed(plan) is None
    assert str(decided.decisions(plan)) == "Decisions on money\n  - annat\n    granted: not said how much"


def test_one_year_needs_no_sum() -> None:
    """What is committed together is the same."""
    plan = loads(PLAN[: PLAN.index("[[decisions]]")] + '[[decisions]]\nid = "annat"\ngranted = { 2027 = 7 }\n')
    assert str(decided.committed(plan)) == (
        "Committed, kr                   2027\n"
        "Without an intervention            7\n"
        "------------------------------------\n"
        "Committed                          7\n"
        "Income and opening equity  4 100 000\n"
        "Free                       4 099 993"
    )


def test_what_has_no_end_is_told_from_what_it_is_at_least() -> None:
    """7 kr, and a decision that does not say how much."""
    unsaid = '[[decisions]]\nid = "annat"\ngranted = { 2027 = 7 }\n\n[[decisions]]\nid = "b"\napplied = { 2027 = 9 }\n'
    plan = loads(PLAN[: PLAN.index("[[decisions]]")] + unsaid)
    assert "\nCommitted                     from 7\n" in str(decided.committed(plan))
    assert str(decided.committed(plan)).endswith("\nFree                               ?")


def test_the_published_decision_is_told_as_far_as_its_text_goes() -> None:
    """Södra Vätterbygden 2018, section 9: "Styrelsen beslutade avsatta medel", and not how much."""
    assert str(decided.committed(example("sodra-vatterbygden-2018"))) == (
        "Committed, kr                   2018       2019       2020  together\n"
        "Without an intervention            ?          ?          ?         ?\n"
        "--------------------------------------------------------------------\n"
        "Committed                          ?          ?          ?         ?\n"
        "Income and opening equity  7 788 342  6 769 032  7 398 242\n"
        "Free                               ?          ?          ?"
    )


@tries(10)
@given(whole_plans())
def test_every_plan_can_be_told_and_no_decision_is_left_out(plan: OperationalPlan) -> None:
    """In both languages, and for machines."""
    section, record = decided.decisions(plan), decided_records.decisions(plan)
    assert (section is None) == (plan.decisions == ())
    for language in LANGUAGES:
        told = "" if section is None else rendered(section, language)
        assert all(f"\n  - {each.id}" in told for each in plan.decisions)
    assert [each["id"] for each in record["decisions"]] == [each.id for each in plan.decisions]
    assert json.loads(json.dumps(record)) == record


def test_the_record_says_what_each_decision_says() -> None:
    """Amounts in öre by the years of the file, printed ones as text, and null for what is not said."""
    record = decided_records.decisions(loads(PLAN))
    assert record["decisions"][1] == {
        "id": "hiss",
        "on": "2026-11-20",
        "number": "§ 45",
        "intervention": "hiss",
        "row": None,
        "to": "Habo kommun",
        "applied": {"2027-2029": "ca 3 mkr"},
        "granted_ore": {"2027-2029": 300_000_000},
        "at_most_ore": {"2027": 120_000_000},
        "conditions": ["egen projektledare", "uppföljning varje halvår"],
        "adds_to": None,
        "replaces": None,
        "financing": None,
        "note": None,
    }
    assert record["committed"][1] == {
        "year": 2028,
        "committed_ore": {"low": 150_000_000, "high": 450_000_000},
        "available_ore": 690_000_000,
        "free_ore": {"low": 240_000_000, "high": 540_000_000},
        "interventions": [{"intervention": "hiss", "committed_ore": {"low": 150_000_000, "high": 450_000_000}}],
        "readings": [
            {
                "earlier": "hiss",
                "later": "hiss-mer",
                "added_ore": {"low": 150_000_000, "high": 450_000_000},
                "replaced_ore": {"low": 150_000_000, "high": 150_000_000},
            }
        ],
    }
    assert record["committed"][2]["available_ore"] is None
    assert record["committed"][2]["free_ore"] is None
    assert record["together_ore"] == {"low": 165_000_000, "high": 465_000_000}


# The command


def test_the_command_prints_the_section_or_the_record() -> None:
    """On a day, too."""
    plan = example("sodra-vatterbygden-2018")
    assert run("decisions", "sodra-vatterbygden-2018") == (0, f"{decided.decisions(plan)}\n", "")
    status, out, _ = run("decisions", "sodra-vatterbygden-2018", "--json", "--on", "2017-12-31")
    assert (status, json.loads(out)) == (0, decided_records.decisions(plan, on=date(2017, 12, 31)))


def test_the_command_says_that_there_are_none() -> None:
    """In both languages."""
    assert run("decisions", "hoglandet-2023") == (0, "the plan has no decisions\n", "")
    assert run("decisions", "hoglandet-2023", "--lang", "sv") == (0, "planen har inga beslut\n", "")


def test_a_day_that_is_none_is_refused() -> None:
    """With what to write."""
    assert refused("decisions", "hoglandet-2023", "--on", "igår") == (
        'finsam: "igår" is not a day; write year-month-day, as 2011-04-01\n'
    )

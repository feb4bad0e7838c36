"""The report of a follow-up: what it says, what it hides, and that the record for machines hides the same."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from command import refused, run
from finsam import example, followup, loads, reports
from finsam.checks import rule
from finsam.errors import FollowUpError
from finsam.followup import FollowUp, Review, registered
from finsam.language import LANGUAGES, Text
from finsam.printed import Printed
from finsam.reports import followup_records
from finsam.reports.comparison import national
from finsam.reports.followup import discreet
from follow_ups import FOLLOW_UP, PLAN

# 20 of 40 women and 18 of 60 men are 38 of 100, 95 % of the 40 % that were to be; women 50 % and men 30 %.
# 2 800 000 kr for 100 participants is 28 000 kr each, and for 20 + 10 results 93 333 kr each.
# (30·4 + 20·3 + 5·2 + 5·1) of 60 answers is 195/60 = 3,25; 60 of 80 answered.
REPORT = """\
Exempelbygden: follow-up 2027

By what was known on 2028-02-15

Targets: met 2, not met 2, not measured 1
  - Fler kommer i arbete
    not met: at least 40 % of deltagarna: arbete eller studier
      38 % (38 of 100) is not at least 40 %: 2 percentage points short (95 % of
        the target)
      women: 50 % (20 of 40), met
      men: 30 % (18 of 60), not met
      women 20 percentage points above men
  - Parterna möts
    not met: 4 × nätverksträffar
      done 3 times, and the target is 4 times (75 % of the target)
    met: at least 80 % of de som svarat: något av de två högsta
      83,3 % (50 of 60) is at least 80 %
    not measured: increase: kunskapen
  - Activities
    met: 2 × skriftlig rapport
      done 2 times, and the target is 2 times

Participants 2027  all  women  men  new  ended
Stödet             100     40   60   70     50

Those who ended went to, 2027                 seeking
                               work  studies     work  other
Stödet                           20       10       ..     ..

  - Stödet 2027
    reckoned with: 110
    by municipality: Habo: .., Mullsjö: 37, Jönköping: ..
    by activity, one person can take several: kurs: 60, samtal: 80
  - Nätverket 2027
    reached: ca 30
    held, times: 3
    note: Tre av fyra träffar blev av.

Cost 2027, kr; a result is one who went to work                      per     per
  or studies                                        outcome  participant  result
Stödet                                            2 800 000       28 000  93 333

Measured, time by time
  - at least 40 % of deltagarna: arbete eller studier
    2027: 38 % (38 of 100)
      Unga vuxna: ..
      Habo: ..
      Mullsjö: 9
      Jönköping: ..
  - at least 80 % of de som svarat: något av de två högsta
    2027-H1: 80 % (40 of 50) chose one of the top 2
      response rate: 50 %
    2027-Q4: 83,3 % (50 of 60) chose one of the top 2
      mean: 3,25 of 4
      response rate: 75 %
  - känner sig trygga
    2027: 3,4
  - skriftlig rapport
    2027: done 2 times

The livelihood measure, full-year equivalents   2026   2027
Ill health                                     100,5   90,5
- sickness benefit                             100,5   90,5
Economic assistance                               40     45
- social assistance                               40     45
-----------------------------------------------------------
All                                            140,5  135,5

Socioeconomic gain, no part of the accounts
  - 1,2 mkr over fem år, by SEE-modellen
    to the gain of: staten, kommunerna

Budget, kr                            budget    outcome
                                        2027       2027
Opening equity                       100 000    120 000
Contributions                      4 000 000  4 000 000
Individual-oriented interventions  3 000 000  2 800 000
- Stödet                           3 000 000  2 800 000
Administration                       900 000    950 000
- Kansli                             900 000    950 000
-------------------------------------------------------
Total costs                        3 900 000  3 750 000
Result                               100 000    250 000
Closing equity                       200 000    370 000

Findings: none"""


@pytest.fixture(scope="module")
def review() -> Review:
    plan = loads(PLAN)
    return followup.loads(FOLLOW_UP, plan).review(plan)


def test_the_report_says_what_came_of_the_year(review: Review) -> None:
    """Every figure above is worked out in the head from the two files."""
    assert str(reports.follow_up(review)) == REPORT


def test_the_report_is_in_swedish_too(review: Review) -> None:
    said = reports.text(reports.follow_up(review), "sv")
    assert (
        """\
Måluppfyllelse: uppnått 2, ej uppnått 2, inte mätt 1
  - Fler kommer i arbete
    ej uppnått: minst 40 % av deltagarna: arbete eller studier
      38 % (38 av 100) mot målet minst 40 %: 2 procentenheter under målet (95 %
        av målet)
      kvinnor: 50 % (20 av 40), uppnått
      män: 30 % (18 av 60), ej uppnått
      kvinnor 20 procentenheter över män
"""
        in said
    )
    assert (
        """\
De som avslutades gick till, 2027                    söker
                                   arbete  studier  arbete  annat
Stödet                                 20       10      ..     ..
"""
        in said
    )


def test_small_counts_are_shown_where_that_is_asked_for(review: Review) -> None:
    """Zero as the least hides nothing: 3 of 30 young, 25 + 9 + 4 by municipality, 16 and 4 elsewhere."""
    said = str(reports.follow_up(review, least=0))
    assert ".." not in said
    assert "Stödet                           20       10       16      4" in said
    assert "Unga vuxna: 10 % (3 of 30)\n      Habo: 25\n      Mullsjö: 9\n      Jönköping: 4" in said


def test_small_groups_of_women_and_men_are_both_hidden() -> None:
    """Thirty-eight of all less thirty-five women would give three men away."""
    text = FOLLOW_UP.replace("count = 20, out_of = 40", "count = 35, out_of = 40")
    plan = loads(PLAN)
    review = followup.loads(text.replace("count = 18, out_of = 60", "count = 3, out_of = 60"), plan).review(plan)
    assert """\
      38 % (38 of 100) is not at least 40 %: 2 percentage points short (95 % of
        the target)
      women and men are not shown: fewer than 5 of either
""" in str(reports.follow_up(review))
    [first, *_] = followup_records.follow_up(review)["evaluations"]
    assert (first["women"], first["men"], first["hidden"]) == (None, None, False)


def test_what_was_measured_of_few_is_not_shown(review: Review) -> None:
    """With ninety-five as the least, thirty-eight of a hundred are few, and there is no sentence about them."""
    said = str(reports.follow_up(review, least=39))
    assert "arbete eller studier\n      not shown: fewer than 39, or all but fewer than 39" in said
    assert "38 % (38 of 100)" not in said


def test_a_follow_up_without_a_plan_says_what_was_measured() -> None:
    """It has no targets, and the rows of its money are what there is of it."""
    alone = followup.loads(FOLLOW_UP.replace('plan = "plan.toml"\n', ""))
    said = str(reports.follow_up(alone))
    assert "Targets" not in said
    assert "  - arbete\n    2027: 38 % (38 of 100)\n" in said
    assert "Participants 2027  all  women  men  new  ended\nstod               100     40   60   70     50\n" in said
    assert said.endswith(
        """
Money, kr         outcome
                     2027
stod            2 800 000
kansli            950 000

Findings: none"""
    )


def test_an_invented_follow_up_says_that_it_is() -> None:
    """So that nobody takes an example for what happened."""
    plan = loads(PLAN)
    invented = followup.loads(FOLLOW_UP.replace("year = 2027\n", "year = 2027\ninvented = true\n", 1), plan)
    for language, words in (("en", "The figures are made up: this is an example."), ("sv", "Siffrorna är påhittade")):
        assert words in reports.text(reports.follow_up(invented.review(plan)), language)  # type: ignore[arg-type]


# The record


def test_the_record_has_what_the_report_has(review: Review) -> None:
    """The same verdicts and figures, exact; what is hidden is null."""
    record = followup_records.follow_up(review)
    assert json.loads(json.dumps(record)) == record
    first = record["evaluations"][0]
    assert first | {"reason": None, "women": None, "men": None} == {
        "goal": "arbete",
        "path": ["goals", 0, "targets", 0],
        "target": "at least 40 % of deltagarna: arbete eller studier",
        "time": "2027",
        "verdict": "not met",
        "reason": None,
        "value": {"unit": "share", "low": "19/50", "high": "19/50"},
        "gap": {"unit": "share", "low": "-1/50", "high": "-1/50"},
        "attained": {"unit": "share", "low": "19/20", "high": "19/20"},
        "hidden": False,
        "women": None,
        "men": None,
    }
    assert (first["women"]["verdict"], first["men"]["verdict"]) == ("met", "not met")
    [of_one, of_other] = record["participation"]
    assert of_one["went_to"] == {
        "other": None,
        "seeking": None,
        "studies": {"unit": "count", "low": "10", "high": "10"},
        "work": {"unit": "count", "low": "20", "high": "20"},
    }
    assert of_one["municipalities"]["Jönköping"] is None
    assert (of_one["cost_ore"], of_other["cost_ore"]) == (280_000_000, None)
    assert record["measured"][0]["groups"] == {"unga": None}


def test_nothing_that_the_report_hides_stands_in_the_record(review: Review) -> None:
    """Three young, four from Jönköping and sixteen who seek work stand nowhere."""
    hidden = json.dumps(followup_records.follow_up(review)["participation"][0])
    assert '"16"' not in hidden
    assert json.dumps(followup_records.follow_up(review, least=0)["participation"][0]).count('"16"') == 2


# What is registered nationally


def test_what_is_registered_nationally(review: Review) -> None:
    """The contributions, the equity at the end, administration, and each intervention; sex for individual ones only."""
    assert (
        str(national(registered(review)))
        == """\
Exempelbygden: to the national follow-up 2027
allocated funds, the contributions: 4 000 000 kr
equity at the end of the year: 370 000 kr
administration, budget: 900 000 kr
administration, outcome: 950 000 kr

Interventions, kr and                                reckoned
  participants                    budget    outcome      with    all  women  men
Stödet (individual-oriented)   3 000 000  2 800 000       110    100     40   60
Nätverket (structural)                                         25–35"""
    )
    record = followup_records.national(registered(review))
    assert (record["allocated_ore"], record["equity_ore"]) == (400_000_000, 37_000_000)
    one, two = record["interventions"]
    assert (one["budget_ore"], one["outcome_ore"]) == (300_000_000, 280_000_000)
    assert one["women"] == {"unit": "count", "low": "40", "high": "40"}
    assert (two["women"], two["men"], two["budget_ore"]) == (None, None, None)
    assert two["participants"] == {"unit": "count", "low": "25", "high": "35"}


def test_women_and_men_of_whom_there_are_few_are_not_registered_in_what_is_shown() -> None:
    plan = loads(PLAN)
    text = FOLLOW_UP.replace("women = 40\nmen = 60", "participants = 60\nwomen = 3\nmen = 57")
    rows = registered(followup.loads(text, plan).review(plan))
    assert str(national(rows)).splitlines()[-2].endswith("110     60     ..   ..")
    assert followup_records.national(rows)["interventions"][0]["men"] is None


# Beside one another


def test_years_and_associations_stand_beside_one_another() -> None:
    """A column a time for one association, and with its name for several."""
    one = followup.loads(FOLLOW_UP)
    other = followup.from_dict(followup.to_dict(one) | {"association": "Grannbygden"})
    assert (
        str(reports.compared(one))
        == """\
Measured           2027-H1  2027  2027-Q4
arbete                      38 %
traffar                        3
nojd                  80 %         83,3 %
känner sig trygga            3,4
rapport                        2"""
    )
    table = reports.compared(one, other)
    assert table is not None
    assert [str(each) for each in table.headings[::3]] == ["Exempelbygden 2027-H1", "Grannbygden 2027-H1"]
    assert reports.compared(FollowUp(association="Bygden", year=2027)) is None


# The command


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "plan.toml").write_text(PLAN, "utf-8")
    (tmp_path / "uppfoljning.toml").write_text(FOLLOW_UP, "utf-8")
    return tmp_path / "plan.toml", tmp_path / "uppfoljning.toml"


def test_the_command_prints_the_report(files: tuple[Path, Path], review: Review) -> None:
    """With the plan before it, or alone where it says which its plan is."""
    plan, of_it = files
    for language in LANGUAGES:
        wanted = f"{reports.text(reports.follow_up(review), language)}\n"
        assert run("follow-up", plan, of_it, "--lang", language) == (0, wanted, "")
        assert run("follow-up", of_it, "--lang", language) == (0, wanted, "")


def test_the_command_takes_what_decides(files: tuple[Path, Path]) -> None:
    """Near, the day, the least count, and only what is registered."""
    plan, of_it = files
    assert "near: at least 40 %" in run("follow-up", plan, of_it, "--near", "2 %").out
    assert "80 % (40 of 50) is at least 80 %" in run("follow-up", plan, of_it, "--on", "2027-08-31").out
    assert ".." not in run("follow-up", plan, of_it, "--least", "0").out
    assert run("follow-up", of_it, "--national").out.startswith("Exempelbygden: to the national follow-up 2027\n")


def test_the_command_writes_json(files: tuple[Path, Path], review: Review) -> None:
    plan, of_it = files
    said: Any = json.loads(run("follow-up", plan, of_it, "--json").out)
    assert said == followup_records.follow_up(review)
    assert json.loads(run("follow-up", of_it, "--json", "--national").out) == said["national"]


def test_the_earlier_year_is_what_a_trend_is_held_against(files: tuple[Path, Path], tmp_path: Path) -> None:
    """Forty per cent knew it the year before, and fifty now."""
    of_it = files[1]
    measured = '\n[[measurements]]\ntarget = "obesvarad"\ncount = {count}\nout_of = 20\n'
    of_it.write_text(FOLLOW_UP + measured.format(count=10), "utf-8")
    before = tmp_path / "forra.toml"
    head = 'format = 1\nkind = "follow-up"\nassociation = "Exempelbygden"\nyear = 2026\n'
    before.write_text(head + measured.format(count=8), "utf-8")
    assert "nothing was measured before, and the target has no baseline" in run("follow-up", of_it).out
    said = run("follow-up", of_it, "--earlier", before).out
    assert "met: increase: kunskapen\n      50 % (10 of 20) is more than 40 % (8 of 20) for 2026\n" in said


def test_the_command_says_what_it_lacks(files: tuple[Path, Path], tmp_path: Path) -> None:
    """A plan without its follow-up, a follow-up that names no plan, and each in place of the other."""
    plan, of_it = files
    assert refused("follow-up", plan) == f"finsam: say which follow-up of {plan}: write its file after it\n"
    assert refused("follow-up", "finnveden-2012") == (
        "finsam: say which follow-up of finnveden-2012: write its file after it\n"
    )
    assert refused("follow-up", plan, "--lang", "sv") == (
        f"finsam: ange vilken uppföljning av {plan}: skriv dess fil efter den\n"
    )
    alone = tmp_path / "ensam.toml"
    alone.write_text(FOLLOW_UP.replace('plan = "plan.toml"\n', ""), "utf-8")
    assert refused("follow-up", alone, "--near", "2 %") == (
        f"finsam: {alone} names no plan to be held against; write the plan before it\n"
    )
    assert refused("report", of_it) == (
        f"{of_it}: line 2, kind: this is a follow-up and not a plan; finsam.followup.load reads it, and finsam "
        "follow-up prints it\n"
    )
    assert refused("follow-up", of_it, plan) == refused("report", of_it)
    rows = ", ".join(f'"{row.id}"' for row in example("hoglandet-2023").costs)
    other = '"Exempelbygden" is not "Höglandets samordningsförbund", whose plan it is'
    new = f", and a new one needs name, category too; there is {rows}"
    assert refused("follow-up", "hoglandet-2023", of_it).splitlines() == [
        f"{of_it}: line 3, association: {other}; write that name, or name another plan",
        f"{of_it}: line 4, year: the plan is for 2023; write that year, or name the plan for 2027",
        f'{of_it}: line 83, costs[1] "stod".id: the plan has no row "stod"{new}',
        f'{of_it}: line 87, costs[2] "kansli".id: the plan has no row "kansli"{new}',
    ]


def test_a_follow_up_without_a_plan_is_told_to_machines_too(files: tuple[Path, Path]) -> None:
    """What was measured and who took part, and nothing that a plan would be needed for."""
    alone = files[1].with_name("ensam.toml")
    alone.write_text(FOLLOW_UP.replace('plan = "plan.toml"\n', ""), "utf-8")
    said: Any = json.loads(run("follow-up", alone, "--json").out)
    assert said == followup_records.follow_up(followup.load(alone))
    assert {"evaluations", "national"}.isdisjoint(said)
    assert said["participation"][0]["cost_ore"] is None


def test_a_follow_up_alone_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    """Not that its plan is missing."""
    bad = tmp_path / "fel.toml"
    bad.write_text('format = 1\nkind = "follow-up"\nassociation = "Bygden"\nyear = "i fjol"\n', "utf-8")
    assert refused("follow-up", bad) == f'{bad}: line 4, year: "i fjol" is not a year; write four digits, as 2027\n'


# What is rare


def told(more: str, plan: str = PLAN, least: int = 5) -> str:
    """The report of a small follow-up with that in it."""
    head = 'format = 1\nkind = "follow-up"\nassociation = "Exempelbygden"\nyear = 2027\n'
    held = loads(plan)
    return str(reports.follow_up(followup.loads(head + more, held).review(held), least=least))


def test_a_plan_without_targets_has_none_to_evaluate() -> None:
    plan = PLAN[: PLAN.index("[[goals]]")] + PLAN[PLAN.index("[funding]") :]
    assert "Targets" not in told("", plan)


def test_a_target_that_is_measured_for_another_time_says_so() -> None:
    said = told('[[measurements]]\ntarget = "arbete"\nperiod = "2027-T2"\ncount = 20\nout_of = 50\n')
    assert "not measured" in said
    assert (
        "    cannot be told: at least 40 % of deltagarna: arbete eller studier\n"
        "      measured for 2027-T2, but the target is for 2027\n"
    ) in said


def test_an_open_count_is_shown_in_words_and_its_cost_as_the_least() -> None:
    """2 800 000 kr for 40 or more is at most 70 000 kr each; for at most 40 it is at least that."""
    costs = '\n[[costs]]\nid = "stod"\noutcome = { 2027 = 2_800_000 }\n'
    more = told('[[participation]]\nintervention = "stod"\nparticipants = "minst 40"\n' + costs)
    assert "Stödet             at least 40\n" in more
    assert "at most 70 000" in " ".join(more.split())
    fewer = told('[[participation]]\nintervention = "stod"\nparticipants = "högst 40"\n' + costs)
    assert "at least 70 000" in " ".join(fewer.split())


def test_a_time_with_only_a_note_has_no_table_of_participants() -> None:
    said = told('[[participation]]\nintervention = "natverk"\nheld = 3\n')
    assert "Participants" not in said
    assert "held, times: 3" in said


def test_an_open_livelihood_measure_is_shown_in_words() -> None:
    said = told('[[livelihood]]\nmunicipality = "Habo"\nyear = 2027\namounts = { social-assistance = "minst 2 mkr" }\n')
    assert "- social assistance         at least 2 000 000 kr\n" in said


def test_answers_without_the_asked_have_no_response_rate() -> None:
    text = '[[measurements]]\nindicator = "moten"\nanswers = { "ja" = 30, "nej" = 20 }\ntop = 1\n'
    said = told(text)
    assert "    2027: 60 % (30 of 50) chose the highest\n      mean: 1,6 of 2\n" in said
    assert "response rate" not in said


def test_a_follow_up_without_money_and_without_a_plan_has_no_table_of_it() -> None:
    alone = FollowUp(association="Bygden", year=2027)
    assert str(reports.follow_up(alone)) == (
        "Bygden: follow-up 2027\n\nBy what was known on 2027-12-31\n\nFindings: none"
    )


def test_a_finding_about_few_says_what_the_rule_holds() -> None:
    """Three women of two would tell of three women; with zero as the least it does."""
    more = '[[participation]]\nintervention = "stod"\nparticipants = 2\nwomen = 3\n'
    assert "No part is more than the whole" in told(more)
    assert "3 is more than all, who are 2" in told(more, least=0)


def test_a_count_in_a_text_in_a_finding_is_hidden_too() -> None:
    more = '[[measurements]]\ntarget = "arbete"\ncount = 10\nout_of = 20\nwomen = { count = 4, out_of = 10 }\n'
    more += "men = { count = 3, out_of = 10 }\n"
    said = told(more)
    assert "F413" in said
    assert "Women and men add up to all" in said
    assert "4 women" not in said


def test_a_printed_number_of_few_in_a_finding_is_hidden_too() -> None:
    """Whether it stands in the message as a number, as it was printed, or in a text."""
    held = loads(PLAN)
    [found, *_] = followup.loads(FOLLOW_UP.split("[[measurements]]")[0], held).review(held).check()
    sentence = Text(en="{count} of them", sv="{count} av dem")
    for few in (Printed.number(3), 3, "3", sentence(count=3)):
        assert discreet(evolve(found, message=sentence(count=few))).message == rule(found.id).reason
    for many in (Printed.number(5), Printed.share("3 %"), 5, "5 kr", sentence(count=0)):
        assert discreet(evolve(found, message=sentence(count=many))).message == sentence(count=many)


def test_what_is_compared_hides_few_too() -> None:
    one = followup.loads(FOLLOW_UP.replace("count = 20, out_of = 40", "count = 1, out_of = 40"))
    few = followup.from_dict(followup.to_dict(one) | {"measurements": [{"target": "arbete", "count": 3}]})
    assert str(reports.compared(few)).splitlines()[1].split() == ["arbete", ".."]
    record = followup_records.follow_up(few)
    assert record["measured"][0]["value"] is None


def test_an_intervention_that_the_plan_has_not_has_no_cost() -> None:
    """It is found, and the report goes on."""
    said = told('[[participation]]\nintervention = "okand"\nparticipants = 12\n')
    assert "okand" in said
    assert "F410" in said


def test_participants_of_women_and_men_are_the_outcome_of_a_target() -> None:
    """Thirty women and twenty-five men are fifty-five, of fifty that were to be."""
    plan = PLAN.replace(
        'targets = [{ share = "40 %", of = "deltagarna", to = "arbete eller studier" }]',
        'targets = [{ count = 50, to = "deltar" }]',
    )
    said = told('[[participation]]\nintervention = "stod"\nwomen = 30\nmen = 25\ntarget = "arbete"\n', plan)
    assert "    met: at least 50: deltar\n      55 is at least 50\n      women: 30\n      men: 25\n" in said


def test_a_row_of_income_that_the_plan_has_not_is_added() -> None:
    said = told('[[income]]\nid = "ranta"\nname = "Ränta"\nkind = "interest"\noutcome = { 2027 = 12_000 }\n')
    assert "- Ränta                                          12 000\n" in said


def test_a_follow_up_of_another_association_is_no_review() -> None:
    other = FollowUp(association="Grannbygden", year=2026)
    with pytest.raises(FollowUpError) as raised:
        other.review(loads(PLAN))
    assert str(raised.value) == (
        '"Grannbygden" is not "Exempelbygden", whose plan it is; write that name, or name another plan; '
        "the plan is for 2027; write that year, or name the plan for 2026"
    )


def test_an_evaluation_is_told_by_itself(review: Review) -> None:
    """For a notebook, and for `print`."""
    [first, *_] = review.evaluations
    reason = "38 % (38 of 100) is not at least 40 %: 2 percentage points short"
    assert str(first.evaluation) == f"not met: {reason}"
    assert str(first) == f"at least 40 % of deltagarna: arbete eller studier: not met: {reason}"


def test_a_follow_up_is_written_to_a_file(tmp_path: Path) -> None:
    """Whole, and read again as the same."""
    path = tmp_path / "uppfoljning.toml"
    followup.dump(followup.loads(FOLLOW_UP), path)
    assert followup.load(path) == followup.loads(FOLLOW_UP)

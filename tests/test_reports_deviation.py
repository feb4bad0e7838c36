"""The tables of deviations, forecasts, equity and revisions, and what the commands print and write of them."""

import json
from pathlib import Path

import pytest

from command import refused, run
from finsam import loads, reports

PLAN = """\
format = 1
year = 2027

[association]
name = "Bygden"
region = "Region Jönköpings län"
municipalities = ["Habo"]

[governance.adoption]
drafted = 2026-09-15
consulted_on = 2026-10-20
on = 2026-11-27

[funding]
total = { 2027 = 3_650_000, 2028 = 3_650_000 }
standing = { 2028 = "reserved" }

[equity]
opening = { budget = { 2027 = 100_000 }, outcome = { 2027-08-31 = 100_000 } }

[[equity.ladder]]
up_to = 3_700_000
share = "3 %"

[[income]]
id = "ranta"
name = "Ränta"
kind = "interest"
budget = { 2027 = 3_650, 2028 = 0 }
outcome = { 2027-08-31 = 2_530 }

[[costs]]
id = "kansli"
name = "Kansli"
category = "administration"
budget = { 2027 = 730_000, 2028 = 730_000 }
outcome = { 2027-08-31 = 500_000 }

[[costs]]
id = "stod"
name = "Stöd"
category = "individual"
excluding_vat = true
budget = { 2027 = 2_900_000, 2028 = 2_900_000 }
outcome = { 2027-08-31 = 1_900_000 }

[[costs]]
id = "ny"
name = "Nytt"
category = "new"
budget = { 2027 = 0, 2028 = 0 }

[[revisions]]
on = 2027-03-12
note = "hyran höjdes"
before = { kansli = { 2027 = 700_000 } }
"""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A plan's file, with an outcome through August."""
    (tmp_path / "plan.toml").write_text(PLAN, "utf-8")
    return tmp_path / "plan.toml"


def test_the_year_so_far_is_held_against_its_days(plan_file: Path) -> None:
    """243 of 365 days of 730 000 kr are 486 000; both forecasts stand below, each with its method."""
    english, swedish = (run("deviation", plan_file, "--lang", language).out for language in ("en", "sv"))
    rows = {" ".join(line.split()) for line in english.splitlines()}
    assert {
        "- Kansli 486 000 500 000 14 000 2,9 %",
        "- Ränta 2 430 2 530 100 4,1 %",
        "Contributions 2 430 000 ? ?",
        "Held against a part of the year's budget, by days: 66,6 % of it.",
        "Without a budget or without a figure, and counted as nothing there: Nytt.",
        "Total costs 3 613 315,07",
        "Total costs 3 604 938,27",
    } <= rows
    assert "Jämfört med en del av årets budget, efter dagar: 66,6 % av den." in swedish
    assert "Saknar budget eller saknar belopp, och räknas där som inget: Nytt." in swedish


def test_the_deviation_of_a_whole_year_is_shown_alone() -> None:
    """Södra Vätterbygden's outcome of 2017, as is said where no time is."""
    said = run("deviation", "sodra-vatterbygden-2018")
    assert said == run("deviation", "sodra-vatterbygden-2018", "--through", "2017")
    assert said.out.splitlines()[-1] == "Held against the year's budget."


def test_a_plan_without_an_outcome_says_what_to_write() -> None:
    """In both languages."""
    assert refused("deviation", "hjotiborg-2010") == (
        "finsam: the plan for 2010 has no outcome to be held against the budget; write one in the rows of its costs\n"
    )
    assert refused("deviation", "hjotiborg-2010", "--lang", "sv") == (
        "finsam: planen för 2010 har inget utfall att jämföra med budgeten; skriv det i kostnadernas rader\n"
    )


def test_equity_is_shown_with_what_may_be_saved(plan_file: Path) -> None:
    """100 000 + 3 653 650 - 3 630 000 kr; 3 % of 3 650 000 is 109 500."""
    assert (
        run("equity", plan_file).out
        == """\
Equity, kr                   budget   budget
                               2027     2028
Opening equity              100 000  123 650
Result                       23 650   20 000
--------------------------------------------
Closing equity              123 650  143 650
The most that may be saved  109 500  109 500
Above it                     14 150   34 150
"""
    )


def test_equity_without_a_ceiling_says_nothing_of_one() -> None:
    """Finnveden's plan states none; HjoTiBorg's has no accounts."""
    assert "saved" not in run("equity", "finnveden-2012").out
    assert run("equity", "hjotiborg-2010", "--lang", "sv").out == "planen har ingen budget, prognos eller utfall\n"


def test_machines_get_the_same(plan_file: Path) -> None:
    """In öre, and as text where they are not whole."""
    of = json.loads(run("deviation", plan_file, "--json").out)
    assert (of["column"], of["time"], of["against"], of["part"]) == ("outcome", "2027-08-31", "days", "243/365")
    assert of["costs"]["kansli"] == {
        "budget_ore": 48_600_000,
        "actual_ore": 50_000_000,
        "difference_ore": 1_400_000,
        "share": "7/243",
    }
    assert of["one_sided"] == ["ny"]
    assert [each["method"] for each in of["expected"]] == ["budget left", "pace"]
    assert of["expected"][1]["costs_by_row_ore"]["kansli"] == str(f"{50_000_000 * 365}/243")
    first, _ = json.loads(run("equity", plan_file, "--json").out)
    assert first == {
        "year": 2027,
        "column": "budget",
        "preliminary": False,
        "opening_ore": 10_000_000,
        "result_ore": 2_365_000,
        "closing_ore": 12_365_000,
        "most_ore": 10_950_000,
        "excess_ore": 1_415_000,
    }


def test_the_report_shows_standing_vat_days_and_revisions() -> None:
    """Each where it belongs, in both languages."""
    plan = loads(PLAN)
    english, swedish = (reports.text(reports.report(plan, ["money", "governance"]), each) for each in ("en", "sv"))
    for said in (
        "2028\n                            2027   reserved",
        "- Stöd (excluding VAT)",
        "Total costs (partly excluding VAT)",
        "Revisions of the budget\n  - 2027-03-12: hyran höjdes\n    Kansli 2027: from 700 000 kr to 730 000 kr",
        "  drafted on 2026-09-15\n  adopted on 2026-11-27\n  the members were consulted on 2026-10-20",
    ):
        assert said in english
    for said in (
        "reserverade",
        "- Stöd (exkl. moms)",
        "Summa kostnader (delvis exkl. moms)",
        "Revideringar av budgeten\n  - 2027-03-12: hyran höjdes\n    Kansli 2027: från 700 000 kr till 730 000 kr",
        "  framtagen 2026-09-15\n  fastställd 2026-11-27\n  samråd med medlemmarna 2026-10-20",
    ):
        assert said in swedish

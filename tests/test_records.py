"""Records: what the command writes as JSON."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from content_strategies import whole_plans
from finsam import (
    Association,
    Budget,
    Funding,
    Goal,
    Governance,
    IncomeLine,
    OperationalPlan,
    Period,
    ShareTarget,
    Target,
    contributions,
    example,
    examples,
    kr,
    records,
    share,
)
from finsam.checks import rule
from finsam.funding import Basis
from finsam.goals import Level
from finsam.governance import Charter
from finsam.language import LANGUAGES, Language
from finsam.split import ToBeSplit

BYGDEN = Association.of("Exempelbygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")


def written(record: object) -> Any:
    """The record as it is read again."""
    return json.loads(json.dumps(record))


@pytest.mark.parametrize("name", examples())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_survives_json(name: str, language: Language) -> None:
    """A record holds nothing that JSON does not."""
    record = records.report(example(name), language)
    assert written(record) == record


def test_a_report_holds_the_plan() -> None:
    """Höglandet 2023: 120 810 kr from Aneby, a forecast loss of 754 kr, and a contradiction in section 6."""
    record = written(records.report(example("hoglandet-2023")))
    years = {year["year"]: year for year in record["contributions"]}
    accounts = {each["year"]: each for each in record["accounts"]}
    assert (record["association"], record["year"]) == ("Höglandets samordningsförbund", 2023)
    assert years[2023]["members_ore"]["Aneby"] == 12_081_000
    assert accounts[2022] | {"costs": [], "other_income": []} == {
        "column": "forecast",
        "year": 2022,
        "preliminary": False,
        "opening_ore": 42_780_900,
        "contributions_ore": 805_400_000,
        "income_ore": 805_400_000,
        "costs_ore": 805_475_400,
        "result_ore": -75_400,
        "closing_ore": 42_705_500,
        "other_income": [],
        "costs": [],
    }
    assert accounts[2022]["costs"][0] == {
        "id": "se-hoglandet",
        "name": "SE-Höglandet",
        "category": "individual",
        "intervention": "se-hoglandet",
        "amount_ore": 380_000_000,
    }


@settings(max_examples=10)
@given(whole_plans())
def test_the_report_of_any_plan_survives_json(plan: OperationalPlan) -> None:
    """Its goals and its governance too, whatever they are."""
    record = records.report(plan)
    assert written(record) == record


def test_an_aim_is_told_with_its_kind() -> None:
    """A share is text, a day is text, and what the plan does not say is null."""
    aim = ShareTarget(share=share("40 %"), of="deltagarna", to="arbete")
    target = Target(aim=aim, period=Period(first=date(2027, 1, 1)))
    goal = Goal(id="mal", text="Fler i arbete", level=Level.OVERALL, targets=(target,))
    plan = OperationalPlan(association=BYGDEN, year=2027, goals=(goal,), governance=Governance(charter=Charter()))
    record = written(records.report(plan))
    assert record["goals"] == [
        {
            "id": "mal",
            "text": "Fler i arbete",
            "level": "overall",
            "perspective": None,
            "intervention": None,
            "part_of": None,
            "indicators": [],
            "targets": [
                {
                    "aim": {
                        "kind": "ShareTarget",
                        "share": "2/5",
                        "of": "deltagarna",
                        "to": "arbete",
                        "bound": "at least",
                        "baseline": None,
                    },
                    "period": {"first": "2027-01-01", "last": None},
                    "group": None,
                    "indicator": None,
                    "by_sex": False,
                }
            ],
            "activities": [],
        }
    ]
    assert record["governance"]["charter"]["items"] == {str(number): "unknown" for number in range(1, 19)}
    assert (record["need"], record["calendar"]) == (None, [])


def test_contributions_are_exact_in_ore() -> None:
    """6,8 % of 1 669 800 kr is 113 546,40 kr, which tens of kronor round up by 3,60 kr (Habo 2019)."""
    record = written(records.contributions(example("sodra-vatterbygden-2018").contributions(2019)))
    assert (record["year"], record["unit_ore"], record["total_ore"]) == (2019, 1_000, 667_920_000)
    assert record["parties_ore"] == {"state": 333_960_000, "regions": 166_980_000, "municipalities": 166_980_000}
    assert record["not_yet_split_ore"] == {}
    [habo] = [part for part in record["parts"] if part["member"] == "Habo"]
    assert habo == {
        "member": "Habo",
        "party": "municipalities",
        "share": "17/250",
        "quota_ore": "11354640",
        "rounding_ore": "360",
        "amount_ore": 11_355_000,
    }
    assert Fraction(habo["quota_ore"]) + Fraction(habo["rounding_ore"]) == habo["amount_ore"]


def test_what_is_yet_to_be_split_is_with_its_party() -> None:
    """A quarter of four million waits for its split, and the municipalities are in no amount."""
    due = contributions(BYGDEN, year=2027, total=kr(4_000_000), split=ToBeSplit(by="population"))
    record = records.contributions(due)
    assert record["not_yet_split_ore"] == {"municipalities": 100_000_000}
    assert record["members_ore"] == {
        "Region Jönköpings län": 100_000_000,
        "Försäkringskassan": 200_000_000,
        "Arbetsförmedlingen": 0,
    }


def test_a_year_that_cannot_be_worked_out_says_why() -> None:
    """An error is told in its year, and the other years are there."""
    plan = OperationalPlan(
        association=BYGDEN, year=2027, funding=(Funding(year=2027, basis=Basis.TOTAL, amount=kr(4_000_000)),)
    )
    assert records.report(plan)["contributions"] == [
        {
            "year": 2027,
            "error": "Habo, Mullsjö share 1 000 000 kr as they agree (5 §); say how, as split=Shares({...})",
        }
    ]


def test_what_is_not_known_is_null() -> None:
    """A budget without contributions has no result, and nought is another thing."""
    budget = Budget(year=2027, other_income=(IncomeLine(id="ranta", name="Ränta", amount=kr("0,50")),))
    [accounts] = written(records.report(OperationalPlan(association=BYGDEN, year=2027, budgets=(budget,))))["accounts"]
    assert accounts == {
        "column": "budget",
        "year": 2027,
        "preliminary": False,
        "opening_ore": None,
        "contributions_ore": None,
        "income_ore": None,
        "costs_ore": 0,
        "result_ore": None,
        "closing_ore": None,
        "other_income": [{"id": "ranta", "name": "Ränta", "amount_ore": 50}],
        "costs": [],
    }


def test_findings_name_their_provision_or_their_practice() -> None:
    """A finding rests on a provision or on something else, in the language asked for."""
    found = {finding.id: finding for finding in example("sodra-vatterbygden-2018").check()}
    law, practice = records.findings([found["F302"], found["F350"]], "sv")
    assert law == {
        "id": "F302",
        "severity": "warning",
        "place": "budget 2018",
        "message": "kostnaderna 7 698 510 kr är 1 626 510 kr högre än intäkterna 6 072 000 kr; "
        "eget kapital på 1 716 342 kr täcker det",
        "provision": "11 kap. 5 § andra stycket kommunallagen (2017:725) genom 21 § lag (2003:1210)",
        "practice": None,
        "remedy": "sänk kostnaderna eller höj intäkterna; ska tidigare överskott användas, skriv det i planen",
    }
    assert isinstance(practice, dict)
    assert practice["provision"] is None
    assert practice["practice"] == "praxis: det tak som planen själv anger, efter Nationella rådets rekommendation"


def test_a_rule_has_its_reason() -> None:
    """A rule is its number, severity, reason and ground."""
    assert records.rule(rule("F101"), "sv") == {
        "id": "F101",
        "severity": "error",
        "reason": rule("F101").reason.sv,
        "provision": "3 § lag (2003:1210)",
        "practice": None,
    }

"""Records: what the command writes as JSON."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given

from content_strategies import whole_plans
from finsam import (
    Association,
    FileError,
    Funding,
    Goal,
    Governance,
    Income,
    OperationalPlan,
    Period,
    ShareTarget,
    Target,
    ToBeSplit,
    contributions,
    example,
    examples,
    from_dict,
    kr,
    loads,
    share,
    to_dict,
)
from finsam.checks import RULES, rule
from finsam.goals import Level
from finsam.governance import Charter
from finsam.language import LANGUAGES, Language, Text
from finsam.reports import records
from strategies import tries

BYGDEN = Association.of("Exempelbygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")


def written(record: object) -> Any:
    """The record as it is read again."""
    return json.loads(json.dumps(record))


# The report


@pytest.mark.parametrize("name", examples())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_survives_json(name: str, language: Language) -> None:
    """A record holds nothing that JSON does not."""
    record = records.report(example(name), language)
    assert written(record) == record


@tries(10)
@given(whole_plans())
def test_the_report_of_any_plan_holds_the_plan_and_survives_json(plan: OperationalPlan) -> None:
    """Its file's tables, from which it can be made again, and what comes of it; whatever it is."""
    record = records.report(plan)
    assert written(record) == record
    assert list(record) == ["plan", "contributions", "accounts", "findings"]
    assert from_dict(record["plan"]) == plan
    assert [each["year"] for each in record["contributions"]] == list(plan.funding.years)
    assert len(record["accounts"]) == len(plan.accounts)
    assert len(record["findings"]) == len(plan.check())


def test_a_report_holds_what_comes_of_the_plan() -> None:
    """Höglandet 2023: 120 810 kr from Aneby, a forecast loss of 754 kr, and a contradiction in section 6."""
    record = written(records.report(example("hoglandet-2023")))
    years = {year["year"]: year for year in record["contributions"]}
    accounts = {each["time"]: each for each in record["accounts"]}
    assert record["plan"] == to_dict(example("hoglandet-2023"))
    assert (record["plan"]["association"]["name"], record["plan"]["year"]) == ("Höglandets samordningsförbund", 2023)
    assert years[2023]["members_ore"]["Aneby"] == 12_081_000
    assert accounts["2022"] | {"by_category_ore": {}} == {
        "column": "forecast",
        "time": "2022",
        "preliminary": False,
        "opening_ore": 42_780_900,
        "contributions_ore": 805_400_000,
        "income_ore": 805_400_000,
        "costs_ore": 805_475_400,
        "result_ore": -75_400,
        "closing_ore": 42_705_500,
        "by_category_ore": {},
    }
    # Section 9 of the document: individual 4 460 000, structural 1 978 000, new 420 000, and 1 196 000 for the rest.
    by_category = accounts["2023"]["by_category_ore"]
    assert (by_category["individual"], by_category["structural"], by_category["new"]) == (
        446_000_000,
        197_800_000,
        42_000_000,
    )
    assert sum(by_category[each] for each in ("administration", "board", "audit")) == 119_600_000
    assert "F304" in {finding["id"] for finding in record["findings"]}


def test_what_the_plan_says_is_as_in_its_file() -> None:
    """A share is text, a day is text, and what the plan does not say is not there."""
    aim = ShareTarget(share=share("40 %"), of="deltagarna", to="arbete")
    target = Target(aim=aim, period=Period(first=date(2027, 1, 1)))
    goal = Goal(id="mal", text="Fler i arbete", level=Level.OVERALL, targets=(target,))
    plan = OperationalPlan(association=BYGDEN, year=2027, goals=(goal,), governance=Governance(charter=Charter()))
    assert written(records.report(plan))["plan"] == {
        "format": 1,
        "year": 2027,
        "association": {
            "name": "Exempelbygden",
            "municipalities": ["Habo", "Mullsjö"],
            "regions": ["Region Jönköpings län"],
        },
        "governance": {"charter": {}},
        "goals": [
            {
                "id": "mal",
                "text": "Fler i arbete",
                "level": "overall",
                "targets": [{"share": "40 %", "of": "deltagarna", "to": "arbete", "period": {"first": "2027-01-01"}}],
            }
        ],
    }


# Who pays, and the money


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


@pytest.mark.parametrize(
    ("language", "error"),
    [
        ("en", "Habo, Mullsjö share 1 000 000 kr as they agree (5 §); say how under split"),
        ("sv", "Habo, Mullsjö delar 1 000 000 kr som de kommer överens om (5 §); skriv hur under split"),
    ],
)
def test_a_year_that_cannot_be_worked_out_says_why(language: Language, error: str) -> None:
    """An error is told in its year, in the language asked for, and the other years are there."""
    plan = OperationalPlan(association=BYGDEN, year=2027, funding=Funding(total={2027: kr(4_000_000)}))
    assert records.report(plan, language)["contributions"] == [{"year": 2027, "error": error}]


def test_what_is_not_known_is_null() -> None:
    """A budget without contributions has no result, and zero is another thing."""
    income = Income(id="ranta", name="Ränta", budget={2027: kr("0,50")}, outcome={"2026-08-31": kr(1)})
    plan = OperationalPlan(association=BYGDEN, year=2027, income=(income,))
    unknown: dict[str, object] = {
        "preliminary": False,
        "opening_ore": None,
        "contributions_ore": None,
        "income_ore": None,
        "costs_ore": None,
        "result_ore": None,
        "closing_ore": None,
        "by_category_ore": {},
    }
    assert written(records.report(plan))["accounts"] == [
        {"column": "outcome", "time": "2026-08-31", **unknown},
        {"column": "budget", "time": "2027", **unknown},
    ]


# Findings, rules and problems


def test_findings_name_their_provision_or_their_practice() -> None:
    """A finding rests on a provision or on something else, in the language asked for; its amounts are in öre."""
    found = {finding.id: finding for finding in example("sodra-vatterbygden-2018").check()}
    law, practice = records.findings([found["F302"], evolve(found["F350"], line=7)], "sv")
    assert law == {
        "id": "F302",
        "severity": "warning",
        "path": ["costs"],
        "place": "costs",
        "line": None,
        "message": "kostnaderna 7 698 510 kr för 2018 är 1 626 510 kr högre än intäkterna 6 072 000 kr; "
        "eget kapital på 1 716 342 kr täcker det",
        "values": {
            "year": 2018,
            "opening_ore": 171_634_200,
            "costs_ore": 769_851_000,
            "deficit_ore": 162_651_000,
            "income_ore": 607_200_000,
            "cover": "eget kapital på 1 716 342 kr täcker det",
        },
        "provision": "11 kap. 5 § andra stycket kommunallagen (2017:725), jfr 21 § lagen (2003:1210)",
        "practice": None,
        "inferred": "följer av SOU 2015:24, 21.7",
        "remedy": "sänk kostnaderna eller höj intäkterna; ska tidigare överskott användas, skriv det i planen",
    }
    assert (practice["provision"], practice["inferred"], practice["line"]) == (None, None, 7)
    assert practice["practice"] == "praxis: det tak som planen själv anger, efter Nationella rådets rekommendation"


@pytest.mark.parametrize("name", examples())
def test_a_finding_has_the_steps_to_its_place(name: str) -> None:
    """From the top of the plan's tables: keys and numbers of rows; what they lead to may be missing."""
    record = written(records.report(example(name)))
    tables = {field.name for field in attrs.fields(OperationalPlan)}
    for finding in record["findings"]:
        assert finding["path"][0] in tables
        within = record["plan"]
        for step in finding["path"]:
            if isinstance(step, int):
                within = within[step]  # a row that is named is there
            else:
                within = within.get(step, {})


def test_a_value_is_an_amount_a_number_or_text() -> None:
    """Amounts are whole öre under a name that says so; a share and a day are text, and words are in the language."""
    said = Text(en="{amount} {count} {share} {word} {years} {names}", sv="")(
        amount=kr("0,50"),
        count=12_345,
        share="6,8 %",
        word=Text(en="board", sv="styrelse"),
        years=(2026, 2027),
        names=("Habo", Text(en="the state", sv="staten")),
    )
    assert written(records.values(said.values, "sv")) == {
        "amount_ore": 50,
        "count": 12_345,
        "share": "6,8 %",
        "word": "styrelse",
        "years": [2026, 2027],
        "names": ["Habo", "staten"],
    }


def test_a_rule_has_its_reason() -> None:
    """A rule is its number, severity, reason and ground."""
    assert records.rule(rule("F101"), "sv") == {
        "id": "F101",
        "severity": "error",
        "reason": rule("F101").reason.to("sv"),
        "provision": "3 § lagen (2003:1210)",
        "practice": None,
    }
    assert written(records.rules("sv")) == [records.rule(each, "sv") for each in RULES]


def test_the_problems_of_a_file_have_their_lines() -> None:
    """A form can put each message beside its field."""
    with pytest.raises(FileError) as caught:
        loads('format = 1\nyear = 2003\n\n[association]\nname = "Bygden"\nnme = 1\n')
    assert written(records.problems(caught.value, "sv")) == [
        {
            "path": ["year"],
            "place": "year",
            "line": 2,
            "message": "2003 är inget år från 2004, då lagen trädde i kraft, till 2100",
            "values": {"year": "2003", "first": 2004, "last": 2100},
        },
        {
            "path": ["association", "nme"],
            "place": "association.nme",
            "line": 6,
            "message": 'det finns ingen sådan nyckel; menades "name"?',
            "values": {"nearest": "name", "near": '; menades "name"?'},
        },
    ]

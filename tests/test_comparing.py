"""A plan beside its scenarios: what each pays, the year that is shown, and scenarios that do not fit."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import finsam
from finsam import Equal, OperationalPlan, kr
from finsam.errors import ScenarioError, UnknownNameError, WrongTypeError
from finsam.scenarios import (
    Comparison,
    FundingChange,
    Leaving,
    PlanChange,
    RowChange,
    Scenario,
    ScenarioSet,
    apply,
    compare,
    example,
)
from what_if_strategies import YEARS, changeable_plans

HOGLANDET = finsam.example("hoglandet-2023")


@given(plan=changeable_plans())
def test_every_difference_is_what_the_plans_give(plan: OperationalPlan) -> None:
    change = FundingChange(split=Equal(), unit=kr(1), years=[2028])
    scenarios: dict[str, list[PlanChange]] = {"lika": [change], "dyrare": [RowChange("stod", plus=kr(1_000))]}
    of = compare(plan, scenarios, year=2028)
    equal = of.case("lika")
    assert equal.plan == apply(plan, change)
    for name in of.members:
        before, after = plan.contributions(2028)[name], equal.plan.contributions(2028)[name]
        paid = equal.paid(2028)[name]
        assert (paid.before, paid.after, paid.difference) == (before, after, after - before)
    assert of.years == tuple(year for year in YEARS if year >= plan.year)
    assert [case.name for case in of.cases] == ["lika", "dyrare"]


def test_the_year_is_the_first_that_is_otherwise() -> None:
    assert compare(HOGLANDET, example("hoglandet-2023")).year == 2024
    assert compare(HOGLANDET, {"rad": RowChange("revision", more="3 %", since=2025)}).year == 2023  # none is
    assert compare(HOGLANDET, {"mer": FundingChange(more="3 %")}, year=2025).year == 2025


def test_scenarios_are_given_by_name_in_a_list_or_as_from_a_file() -> None:
    change = FundingChange(more="3 %", since=2024)
    scenario = Scenario(name="mer", changes=(change,))
    every: list[Comparison] = [
        compare(HOGLANDET, {"mer": change}),
        compare(HOGLANDET, {"mer": [change]}),
        compare(HOGLANDET, [scenario]),
        compare(HOGLANDET, ScenarioSet(scenarios=(scenario,))),
    ]
    assert all(each == every[0] for each in every)


def test_one_who_has_left_pays_nothing_that_is_told() -> None:
    of = compare(HOGLANDET, {"utan": Leaving("Tranås", since=2024)})
    assert of.year == 2024
    gone = of.cases[0].paid(2024)["Tranås"]
    assert (gone.before, gone.after) == (kr(342_295), None)  # 17 % of 2 013 500
    assert "Tranås" in of.members
    assert {each.before for each in of.cases[0].paid(2019).values()} == {None}  # of which the plan says nothing


def test_findings_that_come_and_go() -> None:
    """With a krona more the result is no longer zero; what the document states is held against no scenario."""
    of = compare(HOGLANDET, {"mer": FundingChange(total=kr(8_054_001), years=[2023])})
    found = of.cases[0].beside.findings
    assert [each.id for each in found.gone] == ["F303"]
    assert [each.id for each in found.new] == []
    assert of.plan == evolve(HOGLANDET, stated=())


def test_two_plans_are_compared_too() -> None:
    of = compare(HOGLANDET, apply(HOGLANDET, RowChange("revision", more="3 %")))
    assert [each.item.id for each in of.costs] == ["revision"]


def test_every_scenario_that_does_not_fit_is_told() -> None:
    given: dict[str, Any] = {
        "a": RowChange("revisionen", more="3 %"),
        "b": FundingChange(more="3 %"),
        "c": Leaving("Tranås kommun", since=2031),
        "d": Leaving("Trans", since=2024),
    }
    with pytest.raises(ScenarioError) as error:
        compare(HOGLANDET, given)
    assert [(each.path, each.message.to("sv")) for each in error.value.problems] == [
        (
            ("scenario", 0),
            'a: revisionen +3 %: det finns ingen rad "revisionen"; menades "revision"?',
        ),
        (
            ("scenario", 3),
            (
                "d: Trans lämnar, med 2023-12-31 som sista dag; de övriga fördelar i de proportioner som de "
                'har sinsemellan: det finns ingen medlem "Trans"; menades "Tranås"?'
            ),
        ),
    ]


def test_nothing_to_compare_with_is_told() -> None:
    with pytest.raises(ScenarioError) as error:
        compare(HOGLANDET, {})
    assert error.value.text("en") == "there is no scenario to compare with; give one"
    assert error.value.text("sv") == "det finns inget scenario att jämföra med; ange ett"
    wrong: Any = ["3 %"]
    with pytest.raises(WrongTypeError):
        compare(HOGLANDET, wrong)


def test_a_scenario_is_found_by_its_name() -> None:
    with pytest.raises(UnknownNameError) as error:
        compare(HOGLANDET, example("hoglandet-2023")).case("Tranås lamnar")
    assert error.value.text("en") == 'there is no scenario "Tranås lamnar"; did you mean "Tranås lämnar"?'

"""What is needed is enough, and a unit less is not; what cannot be reached says what stands in the way."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import finsam
from finsam import Equity, Money, OperationalPlan, kr
from finsam.errors import ScenarioError, UnknownNameError
from finsam.rows import Column, Columns
from finsam.scenarios import (
    FundingChange,
    OpeningChange,
    RowChange,
    apply,
    changed,
    least_cut,
    least_total,
)
from strategies import tries
from what_if_strategies import YEARS, changeable_plans

HOGLANDET = finsam.example("hoglandet-2023")
ASKED = st.integers(-1_000_000, 5_000_000).map(kr) | st.fractions(0, Fraction(9, 10), max_denominator=20)


def closing(plan: OperationalPlan, year: int) -> Money:
    found = plan.closing_equity(year)
    assert found is not None
    return found


def is_enough(plan: OperationalPlan, asked: Any, *years: int) -> bool:
    """Whether the equity is what is asked, or more, at the end of each year."""
    for year in years:
        contributions = plan.budget(year).contributions
        assert contributions is not None
        least = asked.ore if isinstance(asked, Money) else asked * contributions.ore
        if closing(plan, year).ore < least:
            return False
    return True


@given(
    plan=changeable_plans(),
    asked=ASKED,
    by=st.sampled_from(YEARS[1:]),
    every_year=st.booleans(),
    unit=st.sampled_from([None, kr(1_000)]),
)
@tries(25)
def test_the_least_total_is_enough_and_a_unit_less_is_not(
    plan: OperationalPlan, asked: Any, by: int, every_year: bool, unit: Money | None
) -> None:
    found = least_total(plan, by=by, at_least=asked, since=plan.year, every_year=every_year, unit=unit)
    years = tuple(year for year in YEARS if plan.year <= year <= by)
    judged = years if every_year else (by,)
    step = kr(1) if unit is None else unit
    assert found.change == FundingChange(total=found.amount, years=years)
    assert is_enough(changed(plan, [found.change]), asked, *judged)
    assert {*found.closing} == {*judged}
    assert all(closing(changed(plan, [found.change]), year) == amount for year, amount in found.closing.items())
    assert (found.amount.ore % step.ore, found.amount >= kr(0)) == (0, True)
    if found.amount > kr(0):
        less = FundingChange(total=found.amount - step, years=years)
        assert not is_enough(changed(plan, [less]), asked, *judged)


@given(plan=changeable_plans(), asked=ASKED, by=st.sampled_from(YEARS[1:]), every_year=st.booleans())
@tries(25)
def test_the_least_cut_is_enough_and_a_krona_less_is_not(
    plan: OperationalPlan, asked: Any, by: int, every_year: bool
) -> None:
    years = tuple(year for year in YEARS if plan.year <= year <= by)
    judged = years if every_year else (by,)
    row = plan.costs[0]
    most = min(row.budget[year] for year in years)
    try:
        found = least_cut(plan, "stod", by=by, at_least=asked, every_year=every_year)
    except ScenarioError:  # since the row has not so much
        assert not is_enough(changed(plan, [RowChange("stod", plus=-most, years=years)]), asked, *judged)
        return
    assert found.amount <= most
    assert is_enough(changed(plan, [found.change]), asked, *judged)
    if found.amount > kr(0):
        less = RowChange("stod", plus=kr(1) - found.amount, years=years)
        assert not is_enough(changed(plan, [less]), asked, *judged)


def test_the_question_of_the_members_meeting() -> None:
    """
    427 055 kr are there at the end of 2023, and the costs are 8 054 000 kr a year: 427 055 + 2 T - 16 108 000 is to be
    0,2 T, so that T is 15 680 945 / 1,8 = 8 711 636,11.
    """
    found = least_total(HOGLANDET, by=2025, at_least="20 %", since=2024)
    assert (found.amount, found.closing) == (kr(8_711_637), {2025: kr(427_055 + 2 * 8_711_637 - 16_108_000)})
    assert [step.to("en") for step in found.reason] == [
        (
            "a total of 8 711 637 kr a year is needed for the equity at the end of 2025 to be at least 20 % of its "
            "contributions"
        ),
        (
            "at 0 kr a year the equity at the end of 2025 (budget) would be -15 680 945 kr, and each krona a year "
            "adds 2 kr"
        ),
        "what is asked for would then be 0 kr, and each krona a year adds 0,2 kr to it",
        "so 8 711 636,11 kr is enough: in units of 1 kr that is 8 711 637 kr",
        "the equity at the end of 2025 is then 1 742 329 kr",
    ]
    assert [step.to("sv") for step in found.reason] == [
        (
            "ett totalbelopp på 8 711 637 kr per år behövs för att det egna kapitalet vid slutet av 2025 ska vara "
            "minst 20 % av "
            "årets bidrag"
        ),
        (
            "vid 0 kr per år skulle det egna kapitalet vid slutet av 2025 (budget) vara -15 680 945 kr, och "
            "varje krona per "
            "år ger 2 kr till"
        ),
        "det som krävs skulle då vara 0 kr, och varje krona per år lägger till 0,2 kr",
        "alltså räcker 8 711 636,11 kr: i enheter om 1 kr blir det 8 711 637 kr",
        "då är det egna kapitalet vid slutet av 2025 1 742 329 kr",
    ]
    assert str(found) == "\n".join(map(str, found.reason))


def test_the_least_cut_of_a_row() -> None:
    """To a million at the end of 2025: 572 945 kr more in two years are 286 472,50 a year."""
    found = least_cut(HOGLANDET, "SE-Höglandet", by=2025, at_least="1 000 000", since=2024)
    assert (found.amount, found.closing) == (kr(286_473), {2025: kr(1_000_001)})
    assert found.reason[0].to("sv") == (
        "en minskning av SE-Höglandet på 286 473 kr per år behövs för att det egna kapitalet vid slutet av "
        "2025 ska vara "
        "minst 1 000 000 kr"
    )
    assert apply(HOGLANDET, found.change).closing_equity(2025) == kr(1_000_001)


def test_what_is_enough_already_needs_nothing() -> None:
    found = least_cut(HOGLANDET, "revision", by=2025)
    assert (found.amount, found.closing) == (kr(0), {2025: kr(427_055)})
    assert found.reason[0].to("en") == "nothing is needed for the equity at the end of 2025 to be at least 0 kr"
    assert found.reason[0].to("sv") == "inget behövs för att det egna kapitalet vid slutet av 2025 ska vara minst 0 kr"


def test_the_years_have_their_own_units() -> None:
    """A total that is a whole number of each year's unit, and of kronor."""
    plan = apply(HOGLANDET, FundingChange(unit=kr(1_000), years=[2025]))
    assert least_total(plan, by=2025, at_least="20 %", since=2024).amount == kr(8_712_000)


@pytest.mark.parametrize(
    ("ask", "en", "sv"),
    [
        (
            lambda: least_total(HOGLANDET, by=2023, at_least="150 %"),
            (
                "a total is not enough, however large, for an equity of at least 150 % of its contributions: "
                "at 0 kr a year "
                "the equity at the end of 2023 (budget) would be -7 626 945 kr, and each krona a year adds 1 "
                "kr, what is "
                "asked for would then be 0 kr, and each krona a year adds 1,5 kr to it"
            ),
            (
                "ett totalbelopp räcker inte, oavsett storlek, för ett eget kapital på minst 150 % av årets "
                "bidrag: vid 0 kr per "
                "år skulle det egna kapitalet vid slutet av 2023 (budget) vara -7 626 945 kr, och varje krona "
                "per år ger 1 "
                "kr till, det som krävs skulle då vara 0 kr, och varje krona per år lägger till 1,5 kr"
            ),
        ),
        (
            lambda: least_cut(HOGLANDET, "inkop", by=2025, at_least=kr(1_000_000), since=2024),
            (
                "Inköp material och varor has 0 kr in 2024, and a cut of 286 473 kr a year would be needed; "
                "cut other rows "
                "too"
            ),
            (
                "Inköp material och varor har 0 kr 2024, och en minskning med 286 473 kr per år skulle "
                "behövas; minska andra "
                "rader också"
            ),
        ),
        (
            lambda: least_total(HOGLANDET, by=2030),
            "there is nothing to change from 2023 through 2030; there is 2022, 2023, 2024, 2025",
            "det finns inget att ändra från 2023 till och med 2030; det finns 2022, 2023, 2024, 2025",
        ),
        (
            lambda: least_cut(apply(HOGLANDET, RowChange("inkop", removed=True)), "inkop", by=2025),
            "there is nothing to change from 2023 through 2025; there is nothing",
            "det finns inget att ändra från 2023 till och med 2025; det finns inget",
        ),
        (
            lambda: least_total(evolve(HOGLANDET, equity=Equity()), by=2025),
            "the equity at the end of 2025 is not known: the plan lacks costs, contributions or what it opened with",
            (
                "det egna kapitalet vid slutet av 2025 är inte känt: planen saknar kostnader, bidrag eller "
                "ingående kapital"
            ),
        ),
    ],
)
def test_what_cannot_be_reached_says_what_stands_in_the_way(ask: Any, en: str, sv: str) -> None:
    with pytest.raises(ScenarioError) as error:
        ask()
    assert (error.value.text("en"), error.value.text("sv")) == (en, sv)


def test_what_is_known_otherwise_does_not_move() -> None:
    """By the forecast the budget's row makes no difference, and by an opening that is stated not what came before."""
    rows = (RowChange(row.id, amount=kr(600_000), column=Column.FORECAST, years=[2023]) for row in HOGLANDET.costs)
    forecast = apply(HOGLANDET, *rows)
    with pytest.raises(ScenarioError) as error:
        least_cut(forecast, "se-hoglandet", by=2023, at_least=kr(1_000_000))
    assert error.value.text("en") == (
        "a cut of SE-Höglandet is not enough, however large, for an equity of at least 1 000 000 kr: at 0 kr a "
        "year the "
        "equity at the end of 2023 (forecast) would be -518 945 kr, and each krona a year adds 0 kr"
    )  # 427 055 + 8 054 000 - 15 * 600 000
    opened = apply(HOGLANDET, OpeningChange(kr(0), since=2025))
    assert least_total(opened, by=2025, since=2024).amount == kr(8_054_000)


def test_a_row_that_there_is_not_is_told() -> None:
    with pytest.raises(UnknownNameError) as error:
        least_cut(HOGLANDET, "inkopp", by=2025)
    assert error.value.text("en") == 'there is no row of costs "inkopp"; did you mean "inkop"?'
    assert error.value.text("sv") == 'det finns ingen kostnadsrad "inkopp"; menades "inkop"?'


def test_a_plan_without_any_accounts_of_a_year_is_told() -> None:
    plan = evolve(HOGLANDET, costs=(), income=(), equity=Equity(opening=Columns()))
    with pytest.raises(ScenarioError) as error:
        least_total(plan, by=2024)
    assert str(error.value).startswith("the equity at the end of 2024 is not known")
    assert least_total(HOGLANDET, by=2024, at_least=Fraction(0)).amount == kr(
        7_840_473
    )  # (2 * 8 054 000 - 427 055) / 2

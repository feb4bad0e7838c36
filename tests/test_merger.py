"""Associations that become one, and one that is wound up: equity and members whole, and not an öre more or less."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import finsam
from finsam import Association, Category, Cost, Equal, Equity, Funding, Income, Member, OperationalPlan, Shares, kr
from finsam import contributions as due_of
from finsam.errors import BudgetError, FundingError, SplitError
from finsam.merger import merged
from finsam.money import Money
from finsam.organisations import municipality
from finsam.rows import Columns
from finsam.winding_up import contributed, shortfall_calls, wind_up
from plan_strategies import money, sound_plans
from strategies import tries

JONKOPING = "Region Jönköpings län"
HOGLANDET = finsam.example("hoglandet-2023")
BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region=JONKOPING)
DUE = due_of(BYGDEN, 2027, total=kr(4_000), split=Shares({"Habo": "60 %", "Mullsjö": "40 %"}))


def neighbour(**changes: Any) -> OperationalPlan:
    """An invented association beside Höglandet, with a row whose id is one of Höglandet's."""
    parts: dict[str, Any] = {
        "association": BYGDEN,
        "year": 2023,
        "funding": Funding(total=dict.fromkeys((2023, 2024), kr(2_000_000)), split=Equal()),
        "equity": Equity(opening=Columns(budget={2023: kr(100_000)})),
        "income": (Income(id="ranta", name="Ränta", budget={2024: kr(5_000)}),),
        "costs": (
            Cost(
                id=HOGLANDET.costs[0].id,
                name="Stöd",
                category=Category.INDIVIDUAL,
                budget=dict.fromkeys((2023, 2024), kr(1_950_000)),
            ),
        ),
    }
    return OperationalPlan(**parts | changes)


# Laws


@tries(25)
@given(st.lists(sound_plans(first=2026), min_size=1, max_size=3))
def test_equity_is_conserved_through_a_merger(plans: list[OperationalPlan]) -> None:
    """At the end of the year before, and of every year after it."""
    one = merged("Alla", *plans, year=2027)
    assert one.planned_years == (2027, 2028)
    for year in one.planned_years:
        closings = [closing for plan in plans if (closing := plan.budget(year).closing) is not None]
        assert one.closing_equity(year) == sum(closings, kr(0))
    openings = [opening for plan in plans if (opening := plan.budget(2027).opening) is not None]
    assert one.budget(2027).opening == sum(openings, kr(0))


@given(money(), money())
def test_a_winding_up_shares_out_everything_and_nothing_more(assets: Money, debts: Money) -> None:
    """What is left, or what is called."""
    closed = wind_up(DUE, assets=assets, debts=debts, contributed=DUE)
    assert sum(closed.parts.values(), kr(0)) == closed.remainder == assets - debts
    assert all((part >= kr(0)) == (closed.remainder >= kr(0)) or part == kr(0) for part in closed.parts.values())


@given(money())
def test_a_shortfall_is_called_by_the_shares_of_the_act(shortfall: Money) -> None:
    """22 §: half from the state, a quarter from the region, and 60 and 40 % of a quarter; no öre from its quota."""
    calls = shortfall_calls(DUE, shortfall)
    exact = {"Försäkringskassan": 50, JONKOPING: 25, "Habo": 15, "Mullsjö": 10, "Arbetsförmedlingen": 0}
    assert sum(calls.values(), kr(0)) == shortfall
    assert all(abs(100 * calls[name].ore - exact[name] * shortfall.ore) < 100 for name in exact)


# A merger


def test_hoglandet_and_an_invented_neighbour_merge() -> None:
    """Members and equity whole: 427 055 kr as published, and 150 000 kr; 8 054 000 kr and 2 000 000 kr a year."""
    one = merged("Höglandet och Bygden", HOGLANDET, neighbour(), year=2024)
    assert [member.name for member in one.association.municipalities] == [
        "Aneby",
        "Eksjö",
        "Nässjö",
        "Sävsjö",
        "Tranås",
        "Vetlanda",
        "Habo",
        "Mullsjö",
    ]
    assert [member.name for member in one.association.regions] == [JONKOPING]
    assert one.budget(2024).opening == kr(427_055 + 150_000)
    assert one.contributions(2024).total == kr(8_054_000 + 2_000_000)
    assert one.closing_equity(2024) == kr(427_055 + 150_000 + 55_000)
    assert one.planned_years == (2024,)  # the neighbour has no 2025
    assert one.association.formed == date(2024, 1, 1)
    assert len(one.costs) == len([row for row in HOGLANDET.costs if 2024 in row.budget]) + 1
    assert one.costs[-1].id == f"{HOGLANDET.costs[0].id}-2"


def test_a_member_keeps_the_day_on_which_it_leaves_or_joins() -> None:
    """One that left before is not a member; of one that is a member of both, the longer membership."""
    habo = Member(organisation=municipality("Habo"), left=date(2024, 6, 30))
    gone = Member(organisation=municipality("Mullsjö"), left=date(2023, 12, 31))
    late = Member(organisation=municipality("Vaggeryd"), joined=date(2025, 1, 1))
    one = neighbour(association=Association.of("A", municipalities=[habo, gone, late], region=JONKOPING))
    other = neighbour(association=Association.of("B", municipalities=["Aneby", habo], region=JONKOPING))
    both = merged("C", one, other, year=2024)
    days = {member.name: (member.joined, member.left) for member in both.association.municipalities}
    assert days == {"Habo": (None, date(2024, 6, 30)), "Vaggeryd": (date(2025, 1, 1), None), "Aneby": (None, None)}


def test_a_row_without_a_figure_from_then_on_is_left_behind() -> None:
    """What cost or gave something only in a year before the merger."""
    rows = neighbour()
    before = {2023: kr(1)}
    old = Cost(id="forr", name="Förr", category=Category.INDIVIDUAL, budget=before)
    gift = Income(id="gava", name="Gåva", budget=before)
    one = merged("C", neighbour(costs=(*rows.costs, old), income=(*rows.income, gift)), HOGLANDET, year=2024)
    assert [row.id for row in one.costs if row.id in ("forr", rows.costs[0].id)] == [rows.costs[0].id]
    assert [row.id for row in one.income if row.id in ("gava", "ranta")] == ["ranta"]


def test_a_row_keeps_what_it_says_of_its_amounts() -> None:
    """Its note and that it excludes VAT, so that it is not added in silence to those that include it."""
    rows = neighbour().costs
    row = Cost(
        id="ny",
        name="Ny",
        category=Category.NEW,
        note="enligt avtal",
        excluding_vat=True,
        budget={2024: kr(1)},
    )
    one = merged("C", HOGLANDET, neighbour(costs=(*rows, row)), year=2024)
    assert one.costs[-1] == row


def test_equity_that_is_not_known_cannot_be_carried() -> None:
    with pytest.raises(BudgetError) as error:
        merged("Alla", HOGLANDET, neighbour(equity=Equity()), year=2024)
    assert str(error.value) == (
        "the equity of Bygden at the end of 2024 is not known; write what the year gets, uses and opens with"
    )
    assert error.value.text("sv") == (
        "eget kapital för Bygden vid slutet av 2024 är inte känt; skriv vad året får, använder och börjar med"
    )


# A winding-up


def test_what_is_left_goes_by_what_each_has_contributed_or_as_the_charter_says() -> None:
    """Höglandet has contributed by the same shares every year: 24 % of a quarter for Vetlanda."""
    paid = contributed(HOGLANDET, through=2023)
    assert paid["Vetlanda"] == kr(2 * 483_240)
    closed = wind_up(HOGLANDET.contributions(2023), assets=kr(500_000), debts=kr(100_000), contributed=paid)
    assert (closed.parts["Vetlanda"], closed.parts["Försäkringskassan"]) == (kr(24_000), kr(200_000))
    names = ("Habo", "Mullsjö", JONKOPING, "Försäkringskassan", "Arbetsförmedlingen")
    equal = wind_up(DUE, assets=kr(500), debts=kr(0), contributed=DUE, split=Equal())
    assert dict(equal.parts) == dict.fromkeys(names, kr(100))


@pytest.mark.parametrize(
    ("given", "en", "sv"),
    [
        (
            {"assets": kr(-1), "debts": kr(0)},
            "the assets are -1 kr and the debts 0 kr; write both as zero or more",
            "tillgångarna är -1 kr och skulderna 0 kr; skriv båda som noll eller mer",
        ),
        (
            {"assets": kr(1), "debts": kr(0), "contributed": {"Haboo": kr(1)}},
            'the split names "Haboo", who does not share; did you mean "Habo"?',
            'fördelningen nämner "Haboo", som inte är med och delar; menades "Habo"?',
        ),
    ],
)
def test_what_cannot_be_wound_up_says_why(given: dict[str, Any], en: str, sv: str) -> None:
    with pytest.raises((FundingError, SplitError)) as error:
        wind_up(DUE, **{"contributed": DUE} | given)
    assert (str(error.value), error.value.text("sv")) == (en, sv)


def test_a_shortfall_below_zero_and_one_whose_shares_are_not_known_cannot_be_called() -> None:
    with pytest.raises(FundingError) as error:
        shortfall_calls(DUE, kr(-1))
    assert (str(error.value), error.value.text("sv")) == (
        "the shortfall is -1 kr; write zero or more",
        "bristen är -1 kr; skriv noll eller mer",
    )
    with pytest.raises(FundingError) as error:
        shortfall_calls(due_of(BYGDEN, 2027, total=kr(4), split=finsam.ToBeSplit(by="population")), kr(1))
    assert (str(error.value), error.value.text("sv")) == (
        "how the municipalities share is not known; write the split",
        "det är inte känt hur kommunerna delar; skriv fördelningen",
    )

"""What a plan is with its changes: nothing else changes, the order does not matter, and what does not fit is told."""

from copy import deepcopy
from datetime import date
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import finsam
from finsam import (
    Association,
    ByPopulation,
    Category,
    Cost,
    Equal,
    Equity,
    Fixed,
    Forecast,
    Funding,
    Income,
    Mixture,
    OperationalPlan,
    Shares,
    contributions,
    kr,
)
from finsam.errors import FundingError, MembershipError, ScenarioError
from finsam.funding import Basis, PartYear
from finsam.matching import matching
from finsam.membership import among, leaves
from finsam.pending import NotAgreed
from finsam.period import as_time
from finsam.rows import Column, Columns
from finsam.scenarios import (
    FundingChange,
    Joining,
    Leaving,
    Limits,
    NewRow,
    OpeningChange,
    PlanChange,
    PopulationChange,
    RowChange,
    Scenario,
    apply,
    changed,
)
from finsam.scenarios.applying import as_a_start
from finsam.scenarios.years import scaled
from strategies import tries
from what_if_strategies import (
    AMOUNTS,
    LIMITS,
    MUNICIPALITIES,
    SHARES,
    SINCE,
    YEARS,
    changeable_plans,
    funding_starts,
    keys,
    one_of_each,
    population_changes,
    row_changes,
)

JONKOPING = "Region Jönköpings län"
HOGLANDET = finsam.example("hoglandet-2023")
PLAN = OperationalPlan(
    association=Association.of("Bygden", municipalities=MUNICIPALITIES, region=JONKOPING),
    year=2027,
    funding=Funding(total=dict.fromkeys(YEARS, kr(4_000_000)), split=SHARES),
    equity=Equity(opening=Columns(budget={2026: kr(100_000)})),
    costs=(
        Cost(id="stod", name="Stöd", category=Category.INDIVIDUAL, budget=dict.fromkeys(YEARS, kr(3_500_000))),
        Cost(
            id="kansli",
            name="Kansli",
            category=Category.ADMINISTRATION,
            budget=dict.fromkeys(YEARS, kr(500_000)),
            outcome={"2026-08-31": kr(300_000)},
        ),
    ),
    income=(Income(id="ranta", name="Ränta", budget={2027: kr(1_000)}),),
)


# Nothing else


@given(plan=changeable_plans())
def test_nothing_changed_is_the_plan(plan: OperationalPlan) -> None:
    assert apply(plan) is plan
    assert changed(plan, []) is plan


@given(plan=changeable_plans(), changes=one_of_each(), data=st.data())
@tries(60)
def test_changes_of_different_things_commute(
    plan: OperationalPlan, changes: list[PlanChange], data: st.DataObject
) -> None:
    assert changed(plan, data.draw(st.permutations(changes))) == changed(plan, changes)


def test_each_kind_of_change_can_come_before_each_other() -> None:
    """Also those that others rest on: who is a member, by which key, and from what a year starts."""
    changes: list[PlanChange] = [
        Joining("Gnosjö", since=2028),
        Leaving("Vaggeryd", since=2028),
        FundingChange(split=ByPopulation({"Habo": 12_000, "Mullsjö": 7_000, "Vaggeryd": 14_000}), years=[2027]),
        PopulationChange(population={"Habo": 13_000}, years=[2027]),
        Limits(ceilings={"Habo": kr(300_000)}, years=[2027]),
    ]
    first = changed(PLAN, changes)
    assert all(changed(PLAN, each) == first for each in permutations(changes))


@given(plan=changeable_plans(), changes=one_of_each())
def test_the_plan_that_it_starts_from_stays_as_it_is(plan: OperationalPlan, changes: list[PlanChange]) -> None:
    before = deepcopy(plan)
    changed(plan, changes)
    assert plan == before


def test_what_is_given_can_be_changed_afterwards() -> None:
    """A change holds what it was given, whatever becomes of the dict."""
    heads, totals = {"Habo": 12_000}, {2027: kr(4_100_000)}
    population, funding = PopulationChange(population=heads), FundingChange(total=totals)
    heads["Habo"], totals[2027] = 1, kr(1)
    assert population.population == {"Habo": 12_000}
    assert funding.total == {2027: kr(4_100_000)}


@given(plan=changeable_plans(), change=funding_starts() | population_changes())
def test_years_before_it_and_everything_else_stay(
    plan: OperationalPlan, change: FundingChange | PopulationChange
) -> None:
    try:
        after = changed(plan, [change])
    except ScenarioError:
        assume(False)  # which is not by population
    first = plan.year if change.since is None else change.since
    assert all(after.terms(year) == plan.terms(year) for year in YEARS if year < first)
    assert evolve(after, funding=plan.funding) == plan


@given(plan=changeable_plans(), change=row_changes("kansli"))
def test_other_rows_stay(plan: OperationalPlan, change: RowChange) -> None:
    after = changed(plan, [change])
    assert [each for each in after.costs if each.id != "kansli"] == [each for each in plan.costs if each.id != "kansli"]
    assert evolve(after, costs=plan.costs) == plan


def test_what_the_document_states_is_about_the_plan_as_it_was() -> None:
    assert HOGLANDET.stated
    assert apply(HOGLANDET, FundingChange(more="3 %")).stated == ()
    assert apply(HOGLANDET).stated == HOGLANDET.stated


# The contributions


@given(plan=changeable_plans(), total=AMOUNTS, split=keys(), since=SINCE)
def test_another_total_and_key_are_as_if_they_had_been_the_terms(
    plan: OperationalPlan, total: finsam.Money, split: Any, since: int | None
) -> None:
    after = changed(plan, [FundingChange(total=4 * total, split=split, since=since)])
    for year in YEARS:
        terms = plan.terms(year)
        if year >= (since or plan.year):
            expected = contributions(plan.association, year, total=4 * total, split=split, unit=terms.unit)
        else:
            expected = contributions(plan.association, year, total=terms.amount, split=terms.split, unit=terms.unit)
        assert dict(after.contributions(year)) == dict(expected)


@given(plan=changeable_plans(), change=funding_starts())
def test_a_start_is_of_one_party_or_of_all(plan: OperationalPlan, change: FundingChange) -> None:
    after = changed(plan, [change])
    year = YEARS[-1]
    if change.start is not None:
        basis, amount = change.start
        due = after.contributions(year)
        assert amount == (due.total if basis is Basis.TOTAL else due.by_party[finsam.Party(basis)])
    else:
        exact = plan.terms(year).amount.ore * (1 + (change.more or Fraction(0)))
        assert abs(after.terms(year).amount.ore - exact) <= Fraction(100, 2)
        assert after.terms(year).amount.ore % 100 == 0


def test_years_that_have_no_amount_can_be_given_one() -> None:
    """By naming them, also with a key and a unit."""
    after = apply(PLAN, FundingChange(total={2030: kr(4_400_000)}), FundingChange(split=Equal(), years=[2030]))
    assert after.contributions(2030)["Habo"] == kr("366_666,67".replace("_", " "))
    after = apply(PLAN, FundingChange(state=2_200_000, split=SHARES, unit=10, years=[2030]))
    assert (after.total(2030), after.terms(2030).unit) == (kr(4_400_000), kr(10))


def test_what_was_received_is_not_told_of_a_year_that_starts_otherwise() -> None:
    received: Columns[finsam.Money] = Columns(
        budget={2027: kr(3_900_000), 2028: kr(3_900_000)}, outcome={"2027-08-31": kr(2_000_000)}
    )
    plan = evolve(PLAN, funding=evolve(PLAN.funding, received=received))
    after = apply(plan, FundingChange(total=kr(4_200_000), years=[2027]))
    assert after.funding.received == Columns(budget={2028: kr(3_900_000)}, outcome={"2027-08-31": kr(2_000_000)})
    assert (after.budget(2027).contributions, after.budget(2028).contributions) == (kr(4_200_000), kr(3_900_000))


def test_a_unit_is_of_its_years() -> None:
    after = apply(PLAN, FundingChange(unit=10, years=[2028]))
    ore = finsam.Money(ore=1)
    assert after.funding.unit == {2026: ore, 2027: ore, 2028: kr(10), 2029: ore}
    assert apply(after, FundingChange(unit=10, years=[2026, 2027, 2029])).funding.unit == kr(10)


def test_a_part_of_a_year_is_agreed_for_all_years() -> None:
    joined = apply(PLAN, Joining("Gnosjö", on=date(2028, 7, 1), split=Equal()))
    assert joined.contributions(2028).unsplit
    assert apply(joined, FundingChange(part_year=PartYear.BY_DAYS)).funding.part_year is PartYear.BY_DAYS


def test_a_population_changes_where_the_members_share_by_it() -> None:
    """Also within a mixture; its day and source are those of the change, and heads that are not named stay."""
    heads = ByPopulation({"Habo": 12_000, "Mullsjö": 7_000, "Vaggeryd": 14_000}, on=date(2025, 12, 31))
    plan = apply(PLAN, FundingChange(split=Mixture([("50 %", heads), ("50 %", Equal())]), since=2028))
    after = apply(
        plan, PopulationChange(population={"Mullsjö": 8_000}, on=date(2026, 12, 31), source="SCB", since=2028)
    )
    new = ByPopulation({"Habo": 12_000, "Mullsjö": 8_000, "Vaggeryd": 14_000}, on=date(2026, 12, 31), source="SCB")
    assert after.terms(2028).split == Mixture([("50 %", new), ("50 %", Equal())])
    assert after.terms(2027).split == SHARES


def test_a_key_by_population_of_others_stays() -> None:
    """Of a municipality outside every region the two keys are each by their own members."""
    gotland = OperationalPlan(
        association=Association.of("Bygden", municipalities=["Gotland", "Habo"], region=JONKOPING),
        year=2027,
        funding=Funding(
            total={2027: kr(4_000_000)},
            split=ByPopulation({"Gotland": 60_000, "Habo": 12_000}),
            region_split=ByPopulation({"Gotland": 60_000, JONKOPING: 370_000}),
        ),
    )
    after = apply(gotland, PopulationChange(population={"Habo": 13_000}))
    assert after.terms(2027).split == ByPopulation({"Gotland": 60_000, "Habo": 13_000})
    assert after.terms(2027).region_split == gotland.terms(2027).region_split
    other = apply(gotland, FundingChange(region_split=Equal()))
    assert (other.terms(2027).region_split, other.terms(2027).split) == (Equal(), gotland.terms(2027).split)


def test_limits_give_the_most_that_can_be_matched_year_by_year() -> None:
    after = apply(PLAN, LIMITS)
    found = matching(
        PLAN.association, 2027, offers={finsam.Party.STATE: kr(2_000_000)}, ceilings={"Habo": kr(300_000)}, split=SHARES
    )
    assert after.total(2027) == found.contributions.total == kr(2_000_000)  # Habo's 60 % of a quarter is 15 %
    rising = apply(PLAN, Limits(ceilings={"Habo": Fraction(1, 10)}))
    assert [rising.contributions(year)["Habo"] for year in YEARS] == [
        kr(600_000), kr(660_000), kr(726_000), kr(798_600),
    ]  # fmt: skip


# Members


def test_those_who_remain_share_in_the_proportions_that_they_have() -> None:
    after = apply(PLAN, Leaving("Vaggeryd", since=2028))
    assert after.association.member("Vaggeryd").left == date(2027, 12, 31)
    assert after.contributions(2027) == PLAN.contributions(2027)
    due = after.contributions(2028)
    assert (due["Habo"], due["Mullsjö"], due.total) == (kr("666 666,67"), kr("333 333,33"), kr(4_000_000))  # 60 to 30
    assert "Vaggeryd" not in due


@pytest.mark.parametrize("split", [Equal(), SHARES, NotAgreed(), None])
def test_one_leaves_with_notice_and_the_others_agree(split: Any) -> None:
    after = apply(PLAN, Leaving("Vaggeryd", notice=date(2026, 1, 1), split=split))
    assert after.association.member("Vaggeryd").left == date(2029, 1, 1)
    assert after.terms(2029).split == SHARES


def test_by_fixed_amounts_those_who_remain_have_not_agreed() -> None:
    fixed = Fixed({"Habo": 500_000, "Mullsjö": 300_000, "Vaggeryd": 200_000})
    after = apply(apply(PLAN, FundingChange(split=fixed)), Leaving("Vaggeryd", since=2028))
    assert after.terms(2028).split == NotAgreed()


def test_a_region_leaves_and_the_municipalities_share_as_they_did() -> None:
    plan = evolve(
        PLAN,
        association=Association.of("Bygden", municipalities=MUNICIPALITIES, regions=[JONKOPING, "Region Halland"]),
        funding=evolve(PLAN.funding, region_split=Equal()),
    )
    after = apply(plan, Leaving("Region Halland", since=2028))
    assert (after.terms(2028).split, after.terms(2028).region_split) == (SHARES, Equal())
    assert after.contributions(2028)[JONKOPING] == kr(1_000_000)
    other = apply(plan, Leaving("Region Halland", since=2028, region_split=NotAgreed()))
    assert other.terms(2028).region_split == NotAgreed()


def test_one_joins_by_the_key_that_takes_it_in() -> None:
    heads = ByPopulation({"Habo": 12_000, "Mullsjö": 7_000, "Vaggeryd": 14_000}, source="SCB")
    by_heads = apply(apply(PLAN, FundingChange(split=heads)), Joining("Gnosjö", since=2028, heads=9_000))
    assert by_heads.terms(2028).split == ByPopulation({**heads.population, "Gnosjö": 9_000}, source="SCB")
    assert by_heads.terms(2027).split == heads
    equal = apply(apply(PLAN, FundingChange(split=Equal())), Joining("Gnosjö", since=2028))
    assert equal.contributions(2028)["Gnosjö"] == kr(250_000)
    unknown = apply(PLAN, Joining("Gnosjö", since=2028))
    assert unknown.terms(2028).split == NotAgreed()
    agreed = apply(PLAN, Joining("Gnosjö", since=2028, split=Equal()))
    assert agreed.contributions(2028)["Gnosjö"] == kr(250_000)
    assert by_heads.association.member("Gnosjö").joined == date(2028, 1, 1)


# Rows and equity


@given(amount=st.integers(-10_000_000, 10_000_000), factor=st.fractions(0, 3, max_denominator=1_000))
def test_a_scaled_amount_is_the_nearest(amount: int, factor: Fraction) -> None:
    """Half a unit from the exact amount at most, in whole kronor where it was."""
    money = finsam.Money(ore=amount)
    step = 100 if amount % 100 == 0 else 1
    found = scaled(money, factor)
    assert found.ore % step == 0
    assert 2 * abs(found.ore - amount * factor) <= step


@pytest.mark.parametrize(
    ("change", "amounts"),
    [
        (RowChange("kansli", amount=kr(400_000)), (500_000, 400_000, 400_000, 400_000)),
        (RowChange("Kansli", amount=kr(400_000), since=2029), (500_000, 500_000, 500_000, 400_000)),
        (RowChange("kansli", amount={2026: 1, 2029: 2}), (1, 500_000, 500_000, 2)),
        (RowChange("kansli", plus=-50_000, years=[2027]), (500_000, 450_000, 500_000, 500_000)),
        (RowChange("kansli", plus={2027: 1}), (500_000, 500_001, 500_000, 500_000)),
        (RowChange("kansli", more="3 %"), (500_000, 515_000, 515_000, 515_000)),
        (RowChange("kansli", more="-100 %"), (500_000, 0, 0, 0)),
        (RowChange("kansli", yearly="10 %"), (500_000, 550_000, 605_000, 665_500)),
        (RowChange("kansli", yearly="10 %", years=[2029, 2027]), (500_000, 550_000, 500_000, 665_500)),
        (RowChange("kansli", removed=True, since=2028), (500_000, 500_000, None, None)),
    ],
)
def test_a_row_changes_in_its_years(change: RowChange, amounts: tuple[int | None, ...]) -> None:
    [row] = [each for each in apply(PLAN, change).costs if each.id == "kansli"]
    assert [row.budget.get(year) for year in YEARS] == [None if each is None else kr(each) for each in amounts]
    assert row.outcome == {as_time("2026-08-31"): kr(300_000)}


def test_a_row_without_any_amount_is_gone() -> None:
    assert [each.id for each in apply(PLAN, RowChange("stod", removed=True, since=2026)).costs] == ["kansli"]
    assert apply(PLAN, RowChange("ranta", removed=True)).income == ()


def test_another_column_can_change() -> None:
    after = apply(PLAN, RowChange("stod", amount=kr(3_400_000), column=Column.FORECAST, years=[2027]))
    assert isinstance(after.best_known(2027), Forecast | finsam.Budget)
    assert after.forecast(2027).total_costs == kr(3_400_000)


@pytest.mark.parametrize(
    "new",
    [
        NewRow(cost=Cost(id="ny", name="Ny", category=Category.NEW, budget={2027: kr(10_000)})),
        NewRow(income=Income(id="ny", name="Ny", budget={2027: kr(-10_000)})),
    ],
)
def test_a_new_row_counts(new: NewRow) -> None:
    after = apply(PLAN, new)
    assert PLAN.budget(2027).result == kr(1_000)
    assert after.budget(2027).result == kr(-9_000)


def test_equity_opens_in_every_column_of_the_year() -> None:
    plan = apply(PLAN, RowChange("stod", amount=kr(3_400_000), column=Column.FORECAST, years=[2027]))
    after = apply(plan, OpeningChange(50_000))
    assert (after.budget(2027).opening, after.forecast(2027).opening) == (kr(50_000), kr(50_000))
    later = apply(PLAN, OpeningChange({2028: kr(1), 2029: kr(2)}))
    assert [later.budget(year).opening for year in YEARS] == [kr(100_000), kr(100_000), kr(1), kr(2)]


def test_a_scenario_is_its_changes() -> None:
    changes = FundingChange(more="3 %"), RowChange("kansli", more="3 %")
    assert apply(PLAN, Scenario(name="mer", changes=changes)) == apply(PLAN, *changes)


def test_what_a_year_left_is_carried_in_a_scenario_too() -> None:
    """Though the plan says it again as the opening of the next, also of a part of it; another opening stays."""
    left = PLAN.closing_equity(2027)
    assert left == kr(101_000)  # 100 000 and a krona of interest a thousand
    opening: Columns[finsam.Money] = Columns(budget={2026: kr(100_000), 2028: left, 2029: kr(7)})
    plan = evolve(PLAN, equity=evolve(PLAN.equity, opening=opening))
    after = apply(plan, RowChange("kansli", plus=-1_000, years=[2027]))
    assert [after.budget(year).opening for year in YEARS] == [kr(100_000), kr(100_000), kr(102_000), kr(7)]
    assert as_a_start(PLAN) is PLAN


# What does not fit


@pytest.mark.parametrize(
    ("change", "en", "sv"),
    [
        (
            RowChange("kansliet", more="3 %"),
            'kansliet +3 %: there is no row "kansliet"; did you mean "kansli"?',
            'kansliet +3 %: det finns ingen rad "kansliet"; menades "kansli"?',
        ),
        (
            FundingChange(total=kr(4_000_000)),
            "total 4 000 000 kr: this changes nothing, since it is so already",
            "totalt 4 000 000 kr: detta ändrar inget, eftersom det redan är så",
        ),
        (
            FundingChange(more="3 %", years=[2030]),
            "contributions 3 % more in 2030: there is nothing to change in 2030; there is 2026, 2027, 2028, 2029",
            "bidragen 3 % mer 2030: det finns inget att ändra 2030; det finns 2026, 2027, 2028, 2029",
        ),
        (
            FundingChange(total=kr(1), since=2030),
            "total 1 kr from 2030: there is nothing to change from 2030 on; there is 2026, 2027, 2028, 2029",
            "totalt 1 kr från 2030: det finns inget att ändra från 2030; det finns 2026, 2027, 2028, 2029",
        ),
        (
            RowChange("ranta", more="3 %", since=2028),
            "ranta +3 % from 2028: there is nothing to change from 2028 on; there is 2027",
            "ranta +3 % från 2028: det finns inget att ändra från 2028; det finns 2027",
        ),
        (
            RowChange("ranta", more="3 %", column=Column.FORECAST),
            "ranta (forecast) +3 %: there is nothing to change from 2027 on; there is nothing",
            "ranta (prognos) +3 %: det finns inget att ändra från 2027; det finns inget",
        ),
        (
            RowChange("ranta", more="3 %", column=Column.FORECAST, years=[2027]),
            "ranta (forecast) +3 % in 2027: there is nothing to change in 2027; there is nothing",
            "ranta (prognos) +3 % 2027: det finns inget att ändra 2027; det finns inget",
        ),
        (
            PopulationChange(population={"Habo": 13_000}, since=2028),
            (
                "inhabitants Habo 13 000 from 2028: the members do not share by population in 2028, 2029; give a key "
                "by population as split first"
            ),
            (
                "invånare Habo 13 000 från 2028: medlemmarna fördelar inte efter befolkning 2028, 2029; ange först en "
                "nyckel efter befolkning som split"
            ),
        ),
        (
            Leaving("Vagerryd", since=2028),
            (
                "Vagerryd leaves, with 2027-12-31 as its last day; the others share in the proportions that they have: "
                'there is no member "Vagerryd"; did you mean "Vaggeryd"?'
            ),
            (
                "Vagerryd lämnar, med 2027-12-31 som sista dag; de övriga fördelar i de proportioner som de har "
                'sinsemellan: det finns ingen medlem "Vagerryd"; menades "Vaggeryd"?'
            ),
        ),
        (
            Joining("Habo", since=2028),
            "Habo joins on 2028-01-01: Habo is a member of Bygden twice; write it once",
            "Habo går med 2028-01-01: Habo är medlem i Bygden två gånger; skriv den en gång",
        ),
        (
            OpeningChange(1, since=2031),
            (
                "opening equity 1 kr in 2031: there is no budget, forecast or outcome for 2031; there is 2026, 2027, "
                "2028, 2029"
            ),
            (
                "ingående eget kapital 1 kr 2031: det finns ingen budget, prognos eller utfall för 2031; det "
                "finns 2026, 2027, 2028, 2029"
            ),
        ),
        (
            NewRow(cost=PLAN.costs[0]),
            'new cost Stöd: the id "stod" is used twice; give each an id of its own',
            'ny kostnad Stöd: id "stod" används två gånger; ge var och en ett eget',
        ),
        (
            Limits(ceilings={"Aneby": kr(1)}),
            (
                "the most that can be matched: Aneby at most 1 kr: "
                '"Aneby" is not a member that year; there is "Habo", "Mullsjö", "Vaggeryd", '
                '"Region Jönköpings län", "Försäkringskassan", "Arbetsförmedlingen"'
            ),
            (
                "det mesta som kan matchas: Aneby högst 1 kr: "
                '"Aneby" är inte medlem det året; det finns "Habo", "Mullsjö", "Vaggeryd", "Region '
                'Jönköpings län", "Försäkringskassan", "Arbetsförmedlingen"'
            ),
        ),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, PlanChange) else "",
)
def test_a_change_that_does_not_fit_is_told(change: PlanChange, en: str, sv: str) -> None:
    with pytest.raises(ScenarioError) as error:
        apply(PLAN, change)
    assert (error.value.text("en"), error.value.text("sv")) == (en, sv)


def test_what_is_no_change_is_told() -> None:
    given: Any = "3 % more"
    with pytest.raises(ScenarioError) as error:
        apply(PLAN, given)
    assert str(error.value) == (
        '"3 % more" is no change; write one of Joining, Leaving, FundingChange, PopulationChange, Limits, NewRow, '
        "RowChange, OpeningChange"
    )


def test_a_row_that_is_both_a_cost_and_an_income_is_told() -> None:
    plan = evolve(PLAN, income=(Income(id="stod", name="Stöd", budget={2027: kr(1)}),))
    with pytest.raises(ScenarioError) as error:
        apply(plan, RowChange("stod", more="3 %"))
    assert error.value.text("en") == 'stod +3 %: "stod" is both a cost and an income; give each an id of its own'
    assert error.value.text("sv") == 'stod +3 %: "stod" är både en kostnad och en intäkt; ge var och en ett eget id'


def test_heads_that_no_key_takes_are_told() -> None:
    with pytest.raises(ScenarioError) as error:
        apply(PLAN, Joining("Gnosjö", since=2028, heads=9_000))
    assert error.value.text("en") == (
        "Gnosjö joins on 2028-01-01 with 9000 inhabitants: Gnosjö is given heads, but the municipalities do not share "
        "by population in 2028, 2029; give split instead"
    )
    assert error.value.text("sv").endswith(
        "Gnosjö får ett invånarantal, men kommunerna fördelar inte efter befolkning 2028, 2029; ange split i stället"
    )


def test_a_name_that_no_key_by_population_has_is_told() -> None:
    plan = apply(PLAN, FundingChange(split=ByPopulation({"Habo": 1, "Mullsjö": 1, "Vaggeryd": 1})))
    with pytest.raises(ScenarioError) as error:
        apply(plan, PopulationChange(population={"Aneby": 6_900}))
    assert error.value.text("en") == (
        'inhabitants Aneby 6900: the key by population has no inhabitants of "Aneby"; there is "Habo", "Mullsjö", '
        '"Vaggeryd"'
    )


def test_a_member_leaves_on_some_day() -> None:
    with pytest.raises(MembershipError) as error:
        leaves(PLAN, "Habo")
    assert error.value.text("en") == "say when Habo leaves: the day of its notice, or its last day"
    assert error.value.text("sv") == "ange när Habo lämnar: dagen för uppsägningen, eller den sista dagen"


def test_those_whose_shares_are_nothing_together_keep_them() -> None:
    """Then nothing can be split by them, which the checks say."""
    rest = among(Shares({"Habo": "100 %", "Mullsjö": "0 %"}), ["Mullsjö"])
    assert rest == Shares({"Mullsjö": "0 %"})


# The quickest of them


def test_a_plan_answers_what_if_at_once() -> None:
    assert HOGLANDET.contributions(2024, total=kr(8_500_000))["Aneby"] == kr(127_500)  # 6 % of a quarter
    assert HOGLANDET.contributions(2024, split=Equal())["Aneby"] == kr("335 583,34")  # a sixth of 2 013 500
    assert HOGLANDET.contributions(2024, state=kr(4_250_000), unit=kr(10)).total == kr(8_500_000)
    assert HOGLANDET.contributions(2024) == HOGLANDET.contributions(2024, unit=finsam.Money(ore=1))
    assert HOGLANDET.contributions(2030, total=kr(8_500_000))["Aneby"] == kr(127_500)


def test_a_plan_answers_from_one_amount() -> None:
    with pytest.raises(FundingError) as error:
        HOGLANDET.contributions(2024, total=kr(1), state=kr(1))
    assert str(error.value) == (
        "one amount is the start, not total, state; give one of total, state, regions, municipalities, per_inhabitant"
    )

"""Equity over the years, and the most that may be saved."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import Category, Cost, Equity, FileError, Funding, Money, OperationalPlan, example, kr, loads, share
from finsam.checks import rule
from finsam.equity import equity_over_time
from finsam.errors import BudgetError
from finsam.ladder import Step
from finsam.rows import Column, Columns
from plan_strategies import money, plans
from strategies import tries
from test_deviation import BYGDEN

FIVE = "5 000 000 kr"
TALL = Equity(ladder=(Step(up_to=kr(5_000_000), share=share("20 %")), Step(up_to=kr(6_000_000), amount=kr(1_100_000))))


# Laws


@tries(25)
@given(plans())
def test_a_year_closes_with_what_it_opened_with_and_its_result(plan: OperationalPlan) -> None:
    """And is above the most that may be saved by so much as its closing equity is, or by nothing."""
    for each in equity_over_time(plan):
        if each.closing is not None and each.opening is not None and each.result is not None:
            assert each.closing == each.opening + each.result
        if each.excess is not None and each.closing is not None and each.most is not None:
            assert each.excess.ore == max(0, each.closing.ore - each.most.ore)


@given(st.lists(st.tuples(st.sampled_from(Column), money(), money()), min_size=1, max_size=10), money(-1_000_000))
def test_equity_is_conserved_over_any_sequence_of_years(
    years: list[tuple[Column, Money, Money]], opening: Money
) -> None:
    """What is there at the end is what was there at first, all that came in, and not what went out."""
    costs: dict[str, Any] = {each.value: {} for each in Column}
    received: dict[str, dict[int, Money]] = {each.value: {} for each in Column}
    for year, (column, came, went) in enumerate(years, 2020):
        costs[column.value][year], received[column.value][year] = went, came
    row = Cost(id="a", name="A", category=Category.NEW, **costs)
    first: Columns[Money] = Columns(**{years[0][0].value: {2020: opening}})
    of = equity_over_time(
        OperationalPlan(
            association=BYGDEN,
            year=2020,
            funding=Funding(received=Columns(**received)),
            equity=Equity(opening=first),
            costs=(row,),
        )
    )
    assert [each.accounts.column for each in of] == [column for column, _, _ in years]
    assert of[-1].closing == sum((came - went for _, came, went in years), opening)


# Published figures


def test_sodra_vatterbygden_is_carried_through_its_columns_to_the_krona() -> None:
    """Section 9 of its plan for 2018: what each year opens and closes with, and 1 716 342 kr above 1 104 000."""
    plan = example("sodra-vatterbygden-2018")
    of = [(each.year, str(each.accounts.column), each.opening, each.closing) for each in equity_over_time(plan)]
    assert of == [
        (2017, "outcome", kr(1_529_032), kr(1_716_342)),
        (2018, "budget", kr(1_716_342), kr(89_832)),
        (2019, "budget", kr(89_832), kr(51_122)),
        (2020, "budget", kr(51_122), kr(24_462)),
    ]
    assert plan.budget(2017).closing == kr(6_766_600 - 6_700_040)
    first = equity_over_time(plan)[0]
    assert (first.most, first.excess) == (kr(1_104_000), kr(1_716_342 - 1_104_000))


def test_hoglandet_keeps_427_055_kr_through_its_columns() -> None:
    """The accumulated result in its plan for 2023: 427 809 kr at the end of 2021, and 754 kr less a year later."""
    of = [(each.year, str(each.accounts.column), each.closing) for each in equity_over_time(example("hoglandet-2023"))]
    budgets = [(year, "budget", kr(427_055)) for year in (2023, 2024, 2025)]
    assert of == [(2022, "forecast", kr(427_055)), *budgets]


def test_finnveden_draws_its_surplus_down_to_exactly_zero() -> None:
    """1 356 000 kr at the end of 2011, and costs of 3 048 800 kr against contributions of 1 692 800 in 2012."""
    first, second = equity_over_time(example("finnveden-2012"))
    assert (first.closing, second.opening) == (kr(1_356_000), kr(1_356_000))
    assert (second.result, second.closing) == (kr(1_692_800 - 3_048_800), kr(0))
    assert (second.most, second.excess) == (None, None)


# The ladder


def test_a_step_is_for_contributions_up_to_and_with_its_amount() -> None:
    """The first that reaches them; above the last of them nothing is said."""
    assert TALL.most(kr(5_000_000)) == kr(1_000_000)
    assert TALL.most(kr("5000000,01")) == kr(1_100_000)
    assert TALL.most(kr(6_000_001)) is None
    assert Equity().most(kr(1)) is None


@given(money(), st.fractions(0, 1, max_denominator=100))
def test_a_ladder_of_one_step_is_a_ceiling(contributions: Money, part: Fraction) -> None:
    """The same share of the same contributions."""
    assert Equity(ladder=(Step(share=part),)).most(contributions) == Equity(ceiling=part).most(contributions)


@pytest.mark.parametrize(
    ("ladder", "place", "en", "sv"),
    [
        (
            "ladder = [{ up_to = 5_000_000, share = '20 %' }, { up_to = 5_000_000, share = '10 %' }]",
            "equity.ladder[2].up_to",
            f"the step goes up to {FIVE}, not above the {FIVE} of the step before it; write the steps from the lowest",
            f"trappsteget gäller till {FIVE}, inte över föregående stegs {FIVE}; skriv stegen från det lägsta",
        ),
        (
            "ladder = [{ share = '20 %' }, { amount = 1 }]",
            "equity.ladder[1]",
            "only the last step of the ladder is without up_to; write the contributions up to which this one is",
            "bara trappans sista steg saknar up_to; skriv till vilka bidrag detta steg gäller",
        ),
        (
            "ladder = [{ share = '20 %', amount = 1 }]",
            "equity.ladder[1]",
            "a step of the ladder has a share or an amount; write one of them",
            "ett trappsteg har en andel (share) eller ett belopp (amount); skriv ett av dem",
        ),
        (
            "ladder = [{ amount = -1 }]",
            "equity.ladder[1].amount",
            "a step of the ladder has -1 kr; write zero or more",
            "ett trappsteg har -1 kr; skriv noll eller mer",
        ),
        (
            "ladder = [{ amount = 1 }]\nceiling = '20 %'",
            "equity.ceiling",
            "the most that may be saved is both a share and a ladder; write one of them",
            "taket för sparat kapital är både en andel (ceiling) och en trappa (ladder); skriv en av dem",
        ),
    ],
)
def test_a_ladder_that_cannot_be_climbed_is_refused(ladder: str, place: str, en: str, sv: str) -> None:
    """With its line and its place, and what to write."""
    text = f'format = 1\nyear = 2027\n\n[association]\nname = "Bygden"\n\n[equity]\n{ladder}\n'
    with pytest.raises(FileError) as error:
        loads(text, name="plan.toml")
    line = 9 if place == "equity.ceiling" else 8
    assert error.value.text("en") == f"plan.toml: line {line}, {place}: {en}"
    assert error.value.text("sv") == f"plan.toml: rad {line}, {place}: {sv}"


def test_what_is_wrong_with_a_step_is_said_in_python_too() -> None:
    """Neither a share nor an amount is no step."""
    with pytest.raises(BudgetError) as error:
        Step(up_to=kr(1))
    assert str(error.value) == "a step of the ladder has a share or an amount; write one of them"


def saved(closing: int, contributions: int) -> list[str]:
    """What is found of a year that closes with so much, by the ladder."""
    row = Cost(id="a", name="A", category=Category.NEW, budget={2027: kr(contributions)})
    opening: Columns[Money] = Columns(budget={2027: kr(closing)})
    plan = OperationalPlan(
        association=BYGDEN,
        year=2027,
        costs=(row,),
        funding=Funding(total={2027: kr(contributions)}),
        equity=Equity(opening=opening, ladder=TALL.ladder),
    )
    return [each.text("en") for each in rule("F350").findings(plan)]


def test_what_is_saved_above_the_step_is_found() -> None:
    """F350: 1 100 001 kr where contributions of 5 520 000 kr allow 1 100 000; where no step is, nobody knows."""
    ground = "practice: the ceiling that the plan itself states, after the National Council's recommendation"
    assert saved(1_100_000, 5_520_000) == []
    [above] = saved(1_100_001, 5_520_000)
    assert above == (
        "F350 warning: equity.ladder: 1 100 001 kr at the end of 2027 (budget) is 1 kr above the 1 100 000 kr that "
        f"the ladder allows for contributions of 5 520 000 kr\n    {ground}\n"
        "    plan how the surplus is used; it can lower the state's next grant"
    )
    [unknown] = saved(1, 6_000_001)
    assert unknown == (
        "F350 unknown: equity.ladder: the ladder has no step for the contributions of 6 000 001 kr in 2027 (budget)"
        f"\n    {ground}\n    add a step for larger contributions, or one without up_to"
    )

"""Many plans together: the tables over all of them, by year and column."""

import pickle
import statistics
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import (
    Category,
    FinsamError,
    Money,
    OperationalPlan,
    Party,
    Severity,
    example,
    examples,
    followup,
    kr,
    loads,
)
from finsam.followup import Range
from finsam.funding import Standing
from finsam.interventions import Orientation
from finsam.organisations import municipalities, regions
from finsam.overview import Portfolio, Spread
from finsam.overview.outcomes import NO_GROUP, SEVERAL_GROUPS
from finsam.overview.summary import summary
from finsam.rows import Column
from invented_country import ASSOCIATIONS, associations, follow_up_text, plan_text
from plan_strategies import plans
from strategies import tries

BUDGET, FORECAST, OUTCOME = Column.BUDGET, Column.FORECAST, Column.OUTCOME


def published(*names: str) -> Portfolio:
    return Portfolio.of([example(name) for name in names or examples()])


def invented(*numbers: int, **others: Any) -> Portfolio:
    return Portfolio.of([loads(plan_text(number)) for number in numbers], **others)


def several(of: st.SearchStrategy[OperationalPlan]) -> st.SearchStrategy[list[OperationalPlan]]:
    return st.lists(of, max_size=4)


def tables(of: Portfolio) -> list[Any]:
    """Every table that has a row an association."""
    found: list[Any] = [of.contributions(year) for year in of.years]
    for column, year in of.cells:
        found += [of.costs(year, column), of.equity(year, column), of.interventions(year, column)]
    return found


# Laws


@tries(15)
@given(several(plans()), st.randoms(use_true_random=False))
def test_no_table_depends_on_the_order_of_the_plans(drawn: list[OperationalPlan], random: Any) -> None:
    """Not even where two are of the same association and year, of which one counts."""
    others = [*drawn]
    random.shuffle(others)
    assert Portfolio.of(drawn) == Portfolio.of(others)


@tries(15)
@given(several(plans()))
def test_the_parts_of_a_table_add_up_to_its_sums(drawn: list[OperationalPlan]) -> None:
    """By row and by column, in all and by region, to the öre."""
    of = Portfolio.of(drawn)
    for year in of.years:
        paid = of.contributions(year)
        assert paid.total == added(paid.sums.values()) == added(row.total for row in paid.rows)
        assert paid.total == added(amount for sums in paid.regions.values() for amount in sums.values())
    for column, year in of.cells:
        costs, done = of.costs(year, column), of.interventions(year, column)
        assert costs.total == added(costs.sums.values()) == added(row.total for row in costs.rows)
        assert done.total.money == added(each.money for each in done.by_orientation.values())
        assert done.total.money == added(each.money for each in done.by_association)
        for orientation, together in done.by_orientation.items():
            groups = done.by_group(orientation)
            assert together.money == added(each.money for each in groups)
            assert together.count == sum(each.count for each in groups)
    found = of.findings()
    assert sum(found.sums.values()) == sum(found.by_plan.values()) == sum(len(plan.check()) for plan in once(drawn))


def added(amounts: Iterable[Money]) -> Money:
    return sum(amounts, kr(0))


def once(drawn: Sequence[OperationalPlan]) -> list[OperationalPlan]:
    """The plans that count: one of each association and year, the one whose summary comes first."""
    chosen: dict[tuple[str, int], OperationalPlan] = {}
    for plan in sorted(drawn, key=lambda each: repr(summary(each))):
        chosen.setdefault((plan.association.name.casefold(), plan.year), plan)
    return [*chosen.values()]


@tries(15)
@given(several(plans()), plans())
def test_another_plan_changes_only_its_own_rows_and_the_sums(
    drawn: list[OperationalPlan], new: OperationalPlan
) -> None:
    """The sums grow by what its row has."""
    drawn = [each for each in drawn if each.association.name.casefold() != new.association.name.casefold()]
    before, after = Portfolio.of(drawn), Portfolio.of([*drawn, new])
    for year in after.years:
        rows = {row.association: row for row in after.contributions(year).rows}
        own = rows.pop(new.association.name, None)
        assert tuple(rows.values()) == before.contributions(year).rows
        grown = kr(0) if own is None else own.total
        assert after.contributions(year).total == before.contributions(year).total + grown
    for column, year in after.cells:
        equity = tuple(row for row in after.equity(year, column).rows if row.association != new.association.name)
        assert equity == before.equity(year, column).rows
        costs = tuple(row for row in after.costs(year, column).rows if row.association != new.association.name)
        assert costs == before.costs(year, column).rows


@tries(15)
@given(several(plans()))
def test_every_association_is_in_a_table_or_said_to_be_left_out(drawn: list[OperationalPlan]) -> None:
    """Once."""
    of = Portfolio.of(drawn)
    for table in tables(of):
        rows = [*table.rows, *table.left_out]
        assert sorted(row.association.casefold() for row in rows) == sorted(name.casefold() for name in of.associations)


@tries(15)
@given(plans())
def test_a_plan_in_short_is_the_same_after_a_journey(plan: OperationalPlan) -> None:
    """So that another process can make it; and says what the plan says."""
    in_short = summary(plan, file="plan.toml")
    assert pickle.loads(pickle.dumps(in_short)) == in_short
    for each in plan.accounts:
        if each in plan.of_whole_year(each.year):
            told = in_short.years[each.year].accounts[each.column]
            assert (told.closing, told.contributions, told.costs) == (
                each.closing,
                each.contributions,
                each.by_category,
            )


fractions = st.fractions(min_value=-1_000, max_value=1_000, max_denominator=1_000)


@given(st.lists(fractions, min_size=2, max_size=30))
def test_the_spread_is_that_of_the_standard_library(figures: list[Fraction]) -> None:
    """The quartiles with the ends counted, and the median, exactly."""
    spread = Spread.of({str(number): each for number, each in enumerate(figures)})
    assert spread is not None
    lower, median, upper = statistics.quantiles(figures, n=4, method="inclusive")
    assert (spread.lower, spread.median, spread.upper) == (lower, median, upper)
    assert spread.median == statistics.median(figures)
    assert (spread.least, spread.most, spread.count) == (min(figures), max(figures), len(figures))


@given(st.dictionaries(st.text(max_size=3), fractions, max_size=20))
def test_who_stands_out_is_outside_the_fences(figures: dict[str, Fraction]) -> None:
    """And nobody does among fewer than eight."""
    spread = Spread.of(figures)
    if spread is None:
        assert not figures
        return
    reach = (spread.upper - spread.lower) * 3 / 2
    outside = {name for name, each in figures.items() if each > spread.upper + reach or each < spread.lower - reach}
    assert {*spread.outside} == (outside if len(figures) >= 8 else set())


# The published plans


def test_the_tables_have_the_published_figures() -> None:
    """Höglandet 2023: income, costs, what each party pays and the closing equity, as the document prints them."""
    of = published()
    assert of.contributions(2023).total == kr(8_054_000)
    assert of.contributions(2023).sums == {
        Party.STATE: kr(4_027_000),
        Party.REGIONS: kr(2_013_500),
        Party.MUNICIPALITIES: kr(2_013_500),
    }
    assert of.costs(2023, BUDGET).total == kr(8_054_000)
    assert of.costs(2022, FORECAST).total == kr(8_054_754)
    assert of.equity(2023, BUDGET).closing == kr(427_055)
    assert of.equity(2023, BUDGET).share == Fraction(427_055, 8_054_000)


def test_a_plan_of_another_year_is_left_out_and_said() -> None:
    """Of the five only Höglandet says something of 2023."""
    of = published()
    table = of.costs(2023, BUDGET)
    assert [row.association for row in table.rows] == ["Höglandets samordningsförbund"]
    assert len(table.left_out) == 4
    assert {str(each.why) for each in table.left_out} == {"nothing is said of 2023"}
    assert {str(each.why) for each in of.contributions(2023).left_out} == {
        "what the parties contribute in 2023 is not said"
    }
    assert [str(each.why) for each in of.interventions(2023, BUDGET).left_out][:1] == [
        "there are no interventions for 2023, with money in that column or in a plan for that year"
    ]


def test_a_region_stands_under_the_name_that_it_has_now() -> None:
    """Finnveden's plan for 2012 has Landstinget i Jönköpings län."""
    assert [*published().contributions(2012).regions] == ["Region Jönköpings län"]


def test_a_budget_is_never_added_to_an_outcome() -> None:
    """Södra Vätterbygden says both of 2017, in two tables, and the outcome is preliminary."""
    of = published()
    budget, outcome = of.costs(2017, BUDGET), of.costs(2017, OUTCOME)
    assert [row.association for row in budget.rows] == [row.association for row in outcome.rows]
    assert (budget.total, outcome.total) == (kr(6_700_040), kr(5_332_690))
    assert [row.preliminary for row in outcome.rows] == [True]
    assert (OUTCOME, 2017) in of.cells
    assert (FORECAST, 2017) not in of.cells


# What cannot be added

SMALL = """\
format = 1
year = {year}

[association]
name = "{name}"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]
"""


def plan(text: str = "", *, name: str = "Bygden", year: int = 2027) -> OperationalPlan:
    return loads(SMALL.format(name=name, year=year) + text)


ROW = """
[[costs]]
id = "{id}"
name = "Rad"
category = "administration"
{columns}
"""


def row(columns: str, name: str = "a") -> str:
    return ROW.format(columns=columns, id=name)


@pytest.mark.parametrize(
    ("text", "en", "sv"),
    [
        (
            row('outcome = { "2027-T2" = 100 }'),
            "the outcome of 2027 is only for a part of the year",
            "utfall 2027 gäller bara en del av året",
        ),
        (
            row("budget = { 2027 = 100 }"),
            "there is no outcome for 2027",
            "det finns ingen uppgift i kolumnen utfall för 2027",
        ),
        (
            "".join(row("budget = { 2027 = 100 }", name) for name in "bcde") + row("outcome = { 2027 = 100 }"),
            "the outcome of 2027 has less than half as many rows of costs as another column",
            "utfall 2027 har mindre än hälften så många kostnadsrader som en annan kolumn",
        ),
        (row("outcome = { 2026 = 100 }"), "there is no outcome for 2027", None),
    ],
)
def test_why_costs_cannot_be_added_is_said(text: str, en: str, sv: str | None) -> None:
    """Part-years, other columns, and a column that is not whole."""
    table = Portfolio.of(plan(text)).costs(2027, OUTCOME)
    [left_out] = table.left_out
    assert (table.rows, left_out.association, left_out.why.to("en")) == ((), "Bygden", en)
    assert sv is None or left_out.why.to("sv") == sv


@pytest.mark.parametrize(
    ("text", "en", "sv"),
    [
        (
            row("budget = { 2027 = 100 }"),
            "the equity at the end of 2027 is not known in the budget",
            "det egna kapitalet vid slutet av 2027 är inte känt i kolumnen budget",
        ),
        (
            "[funding]\ntotal = { 2027 = 0 }\n[equity]\nopening = { budget = { 2027 = 200 } }\n"
            + row("budget = { 2027 = 100 }"),
            "nothing is contributed in 2027 in the budget",
            "inget bidrag lämnas 2027 i kolumnen budget",
        ),
        ("", "there is no budget for 2027", "det finns ingen uppgift i kolumnen budget för 2027"),
    ],
)
def test_why_equity_is_no_share_is_said(text: str, en: str, sv: str) -> None:
    """Where it is not known, and where there is nothing for it to be a share of."""
    table = Portfolio.of(plan(text)).equity(2027, BUDGET)
    [left_out] = table.left_out
    assert (table.rows, table.share, table.spread) == ((), None, None)
    assert (left_out.why.to("en"), left_out.why.to("sv")) == (en, sv)


def test_a_category_without_a_row_is_not_zero() -> None:
    """Board and audit are often within administration."""
    [only] = Portfolio.of(plan(row("budget = { 2027 = 0 }"))).costs(2027, BUDGET).rows
    assert only.parts == {Category.ADMINISTRATION: kr(0)}
    assert only.share(Category.BOARD) is None
    assert only.share(Category.ADMINISTRATION) is None  # of nothing


# Which plan speaks


def test_an_association_speaks_by_the_plan_of_the_year_and_else_by_the_latest() -> None:
    """The budget of 2027 is that of the plan for 2027, whatever those before and after it say of that year."""
    early = plan("[funding]\ntotal = { 2026 = 100, 2027 = 200, 2029 = 210 }", year=2026)
    own = plan("[funding]\ntotal = { 2027 = 300, 2028 = 310 }", year=2027)
    late = plan("[funding]\ntotal = { 2027 = 400, 2028 = 500 }", year=2028)
    of = Portfolio.of([late, own, early])
    totals = {year: of.contributions(year).total for year in of.years}
    assert totals == {2026: kr(100), 2027: kr(300), 2028: kr(500), 2029: kr(210)}
    assert [row.plan_year for row in of.contributions(2029).rows] == [2026]
    assert of.associations == ("Bygden",)


def test_contributions_that_are_not_decided_say_so() -> None:
    """As the plan does."""
    offered = plan('[funding]\ntotal = { 2027 = 100 }\nstanding = { 2027 = "offered" }')
    assert [row.standing for row in Portfolio.of(offered).contributions(2027).rows] == [Standing.OFFERED]


def test_an_association_of_several_regions_stands_by_itself() -> None:
    """So does one without any; Gotland is outside every region."""
    funding = "[funding]\ntotal = { 2027 = 100 }\n"
    two = loads(
        SMALL.format(name="Två", year=2027).replace(
            'region = "Region Jönköpings län"', 'regions = ["Region Jönköpings län", "Region Skåne"]'
        )
        + funding
    )
    island = loads('format = 1\nyear = 2027\n[association]\nname = "Ön"\nmunicipalities = ["Gotland"]\n' + funding)
    nobody = loads('format = 1\nyear = 2027\n[association]\nname = "Ingen"\n')
    of = Portfolio.of([two, island, nobody, plan(funding)])
    assert [*map(str, of.contributions(2027).regions)] == ["Gotland", "Region Jönköpings län", "several regions"]
    assert str(summary(nobody).years[2027].region) == "no region"


# Inhabitants

POPULATION = """
[funding]
total = { 2027 = 1_000 }
[[funding.split]]
population = { "Habo" = 20, "Mullsjö" = 10 }
on = 2025-12-31
"""
MIXED = POPULATION.replace(
    'population = { "Habo" = 20, "Mullsjö" = 10 }\non = 2025-12-31',
    'mixture = [{ weight = "30 %", equal = true }, { weight = "70 %", population = { "Habo" = 20, "Mullsjö" = 10 } }]',
)


def test_what_is_paid_per_inhabitant_is_exact() -> None:
    """By the inhabitants of the plan's own key, with their day."""
    [only] = Portfolio.of(plan(POPULATION)).contributions(2027).rows
    assert (only.inhabitants, only.counted_on) == (30, date(2025, 12, 31))
    assert only.per_inhabitant is not None
    assert only.per_inhabitant.ore == Fraction(100_000, 30)


def test_the_inhabitants_of_a_mixture_count() -> None:
    """Its first key by population; one that has none says nothing of inhabitants."""
    [only] = Portfolio.of(plan(MIXED)).contributions(2027).rows
    assert (only.inhabitants, only.counted_on) == (30, None)
    [other] = (
        Portfolio.of(plan("[funding]\ntotal = { 2027 = 100 }\nsplit = [{ equal = true }]")).contributions(2027).rows
    )
    assert (other.inhabitants, other.per_inhabitant) == (None, None)


@pytest.mark.parametrize(
    ("given", "known"), [({"Habo kommun": 5, "Mullsjö": 6}, 11), ({"Habo": 5}, None), ({"Malmö": 5}, None)]
)
def test_inhabitants_that_are_given_stand_in_place_of_the_plans(given: Mapping[str, int], known: int | None) -> None:
    """Where each municipality has some; the plan's own are then not mixed with them."""
    [only] = Portfolio.of(plan(POPULATION), inhabitants=given).contributions(2027).rows
    assert (only.inhabitants, only.counted_on) == (known, None)


def test_nobody_lives_there_and_nothing_is_divided() -> None:
    """Zero inhabitants give no quotient."""
    of = Portfolio.of(plan(POPULATION), inhabitants={"Habo": 0, "Mullsjö": 0})
    assert [row.per_inhabitant for row in of.contributions(2027).rows] == [None]
    assert of.contributions(2027).spread_per_inhabitant is None


@pytest.mark.parametrize(
    ("heads", "en", "sv"),
    [
        (
            -1,
            "the inhabitants of Habo are -1; write zero or more",
            "invånarna i Habo är -1; skriv noll eller fler",
        ),
        (1.5, "inhabitants Habo takes a whole number, not 1.5", "inhabitants Habo ska vara ett heltal, inte 1.5"),
    ],
)
def test_inhabitants_are_whole_and_not_below_zero(heads: Any, en: str, sv: str) -> None:
    """No float is divided by."""
    with pytest.raises(FinsamError) as error:
        Portfolio.of(plan(), inhabitants={"Habo": heads})
    assert (error.value.text("en"), error.value.text("sv")) == (en, sv)


# What the money is for


def followed(*numbers: int) -> Portfolio:
    return Portfolio.of(
        [*(loads(plan_text(each)) for each in numbers), *(followup.loads(follow_up_text(each)) for each in numbers)]
    )


def test_a_follow_up_brings_participants_targets_and_money() -> None:
    """Of association 5: 30 participants of at least 35, and 20 of 50 in work, which is 40 %."""
    of = followed(5).interventions(2027, OUTCOME)
    individual = of.by_orientation[Orientation.INDIVIDUAL]
    assert individual.participants == Range.exactly(30)
    assert (individual.told, individual.money) == (1, kr(1_005_000))
    assert (individual.targets.met, individual.targets.not_met, individual.targets.not_told) == (1, 1, 0)
    assert (of.beside.met, of.beside.not_met, of.beside.not_told) == (0, 0, 1)
    assert [(row.is_followed_up, row.invented) for row in of.rows] == [(True, True)]
    assert of.total.participants is None


def test_participants_are_a_range_of_persons() -> None:
    """From those of the largest intervention to all together, since one can take part in several."""
    individual = followed(5, 20).interventions(2027, OUTCOME).by_orientation[Orientation.INDIVIDUAL]
    assert individual.participants == Range(low=Fraction(45), high=Fraction(75))


def test_participants_without_an_upper_end_are_at_least_so_many() -> None:
    """A document that says at least 40 says no more of all together."""
    text = follow_up_text(5).replace("participants = 30", 'participants = "minst 40"')
    of = Portfolio.of([loads(plan_text(5)), followup.loads(text)]).interventions(2027, OUTCOME)
    assert of.by_orientation[Orientation.INDIVIDUAL].participants == Range(low=Fraction(40), high=None)


def test_who_takes_part_in_one_year_is_not_told_of_another() -> None:
    """The plan says what 2028 costs, and the follow-up who took part in 2027."""
    of = followed(5).interventions(2028, BUDGET)
    individual = of.by_orientation[Orientation.INDIVIDUAL]
    assert (individual.count, individual.paid_for, individual.told, individual.participants) == (1, 1, 0, None)
    assert [row.is_followed_up for row in of.rows] == [False]


def test_an_intervention_for_several_groups_is_counted_for_none_of_them_alone() -> None:
    """Höglandet's SE serves two, IT-spåret one; what serves both is told beside, and added once."""
    of = published("hoglandet-2023").interventions(2023, BUDGET)
    groups = {str(each.label): each for each in of.by_group(Orientation.INDIVIDUAL)}
    own, shared = groups["Studerande vid IT-spåret"], groups["Unga med aktivitetsersättning eller risk för den"]
    assert (own.money, own.also) == (kr(600_000), kr(0))
    assert (shared.money, shared.also, shared.count) == (kr(0), kr(3_860_000), 0)
    assert groups[str(SEVERAL_GROUPS)].money == kr(3_860_000)
    structural = {str(each.label): each.count for each in of.by_group(Orientation.STRUCTURAL)}
    assert structural[str(NO_GROUP)] == 3


def test_money_for_interventions_is_spread_over_those_who_have_any() -> None:
    """Gävleborg's interventions have none."""
    spread = published("gavleborg-2017", "sodra-vatterbygden-2018").interventions(2017, BUDGET).spread
    assert spread is not None
    assert (spread.count, spread.median) == (1, Fraction(485_564_000))


# Findings


def test_findings_are_counted_by_rule() -> None:
    """As the checks of each plan count them, by severity."""
    of = published()
    checked = [each for name in examples() for each in example(name).check()]
    for rule in of.findings().rows:
        own = [each for each in checked if each.id == rule.rule]
        assert rule.counts == {s: n for s in Severity if (n := sum(each.severity is s for each in own))}
        assert rule.plans == sum(any(e.id == rule.rule for e in example(name).check()) for name in examples())
    assert [*of.findings(2023).by_plan] == [("Höglandets samordningsförbund", 2023)]
    assert of.findings(1999).spread is None


def test_findings_of_a_follow_up_are_counted_too() -> None:
    """It has not measured one of its targets, F460."""
    assert [(each.rule, each.plans) for each in followed(5).findings().rows] == [("F460", 1)]


# The invented country


def test_the_invented_country_has_every_municipality_once() -> None:
    """In seventy-five associations, of one region each."""
    members = [one.code for _, several in associations() for one in several]
    assert sorted(members) == [each.code for each in municipalities()]
    assert len(associations()) == ASSOCIATIONS
    assert {region.code for region, _ in associations() if region} == {each.code for each in regions()}


def test_the_invented_plans_are_lawful_and_say_that_they_are_invented() -> None:
    """Nothing at all is found in them."""
    assert [loads(plan_text(number)).check() for number in range(ASSOCIATIONS)] == [()] * ASSOCIATIONS
    assert all(plan_text(number).startswith("# Invented") for number in range(ASSOCIATIONS))


def test_who_pays_much_per_inhabitant_stands_out() -> None:
    """Eight pay alike, and one ten times as much."""
    pay = plan(POPULATION)
    alike = [evolve(pay, association=evolve(pay.association, name=f"Lika {number}")) for number in range(8)]
    much = plan(POPULATION.replace("1_000", "10_000"), name="Mycket")
    spread = Portfolio.of([*alike, much]).contributions(2027).spread_per_inhabitant
    assert spread is not None
    assert spread.outside == ("Mycket",)
    fewer = Portfolio.of([*alike[:6], much]).contributions(2027).spread_per_inhabitant
    assert fewer is not None
    assert fewer.outside == ()


def test_a_share_of_the_costs_is_spread_by_category() -> None:
    """Only over those who have the category."""
    half = row("budget = { 2027 = 50 }") + row("budget = { 2027 = 50 }", "b").replace("administration", "board")
    of = Portfolio.of([plan(half), plan(row("budget = { 2027 = 70 }"), name="Andra")]).costs(2027, BUDGET)
    board, office = of.spread_of_share(Category.BOARD), of.spread_of_share(Category.ADMINISTRATION)
    assert board is not None
    assert office is not None
    assert (board.count, board.median) == (1, Fraction(1, 2))
    assert (office.count, office.median) == (2, Fraction(3, 4))
    assert of.spread is not None
    assert of.spread.median == Fraction(8_500)

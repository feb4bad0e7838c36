"""
The two plans that ship with finsam, figure by figure as published.

Typed from the tables of `figures.md` (how the published plans read, checked by their sums), sections "Höglandet 2023"
and "Södra Vätterbygden 2018"; whole kronor. What issue 2 says must be shown is shown here.
"""

import pytest

from finsam import Category, OperationalPlan, Outcome, Party, Severity, Shares, contributions, example, kr
from finsam.checks import rule
from finsam.rows import Column
from published import accounts

HOGLANDET = example("hoglandet-2023")
VATTERBYGDEN = example("sodra-vatterbygden-2018")
REGION = "Region Jönköpings län"
FK, AF = "Försäkringskassan", "Arbetsförmedlingen"


def findings(plan: OperationalPlan) -> list[tuple[str, Severity, str, str]]:
    """What is found in the plan's finances; test_published_findings.py has the rest."""
    found = [each for each in plan.check() if each.id.startswith(("F2", "F3"))]
    return [(each.id, each.severity, each.place, str(each.message)) for each in found]


# Höglandet 2023


def test_hoglandet_has_six_municipalities_a_region_and_two_agencies() -> None:
    """Formed 2011-04-01 (figures.md, "Höglandet 2023"); the budget year is 2023."""
    names = [member.name for member in HOGLANDET.association.members]
    assert names == ["Aneby", "Eksjö", "Nässjö", "Sävsjö", "Tranås", "Vetlanda", REGION, FK, AF]
    assert (str(HOGLANDET.association.formed), HOGLANDET.year) == ("2011-04-01", 2023)


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025])
def test_hoglandets_contributions(year: int) -> None:
    """figures.md, "Höglandet 2023", the table of income: the same in 2022 and in each year 2023-2025."""
    due = HOGLANDET.contributions(year)
    assert due.amounts == {
        "Aneby": kr(120_810),
        "Eksjö": kr(302_025),
        "Nässjö": kr(563_780),
        "Sävsjö": kr(201_350),
        "Tranås": kr(342_295),
        "Vetlanda": kr(483_240),
        REGION: kr(2_013_500),
        FK: kr(4_027_000),
        AF: kr(0),
    }
    assert due.total == kr(8_054_000)
    assert due.by_party == {
        Party.STATE: kr(4_027_000),
        Party.REGIONS: kr(2_013_500),
        Party.MUNICIPALITIES: kr(2_013_500),
    }
    assert {part.rounding for part in due.parts} == {0}


def test_hoglandets_shares_are_whole_per_cent() -> None:
    """figures.md, "Höglandet 2023", "share of the municipal quarter"."""
    shares = {"Aneby": "6 %", "Eksjö": "15 %", "Nässjö": "28 %", "Sävsjö": "10 %", "Tranås": "17 %", "Vetlanda": "24 %"}
    assert {HOGLANDET.terms(year).split for year in HOGLANDET.years} == {Shares(shares)}


@pytest.mark.parametrize(
    ("column", "year", "costs", "result", "closing"),
    [
        (Column.FORECAST, 2022, 8_054_754, -754, 427_055),
        (Column.BUDGET, 2023, 8_054_000, 0, 427_055),
        (Column.BUDGET, 2024, 8_054_000, 0, 427_055),
        (Column.BUDGET, 2025, 8_054_000, 0, 427_055),
    ],
)
def test_hoglandets_costs_and_equity(column: Column, year: int, costs: int, result: int, closing: int) -> None:
    """figures.md, "Höglandet 2023": costs, results and equity of all four years; 427 809 at the end of 2021."""
    found = accounts(HOGLANDET, (column, year))
    assert (found.income, found.total_costs, found.result) == (kr(8_054_000), kr(costs), kr(result))
    assert found.available == kr(8_054_000 + 427_809 if year == 2022 else 8_054_000 + 427_055)
    assert found.closing == kr(closing)
    assert HOGLANDET.closing_equity(year) == kr(closing)


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_hoglandets_costs_by_category(year: int) -> None:
    """figures.md, "Höglandet 2023": what the table's 2023 column comes to; board and audit are administration there."""
    costs = HOGLANDET.budget(year).by_category
    assert costs[Category.INDIVIDUAL] == kr(4_460_000)
    assert costs[Category.STRUCTURAL] == kr(1_978_000)
    assert costs[Category.ADMINISTRATION] + costs[Category.BOARD] + costs[Category.AUDIT] == kr(1_196_000)
    assert costs[Category.NEW] == kr(420_000)


def test_hoglandets_text_contradicts_its_table() -> None:
    """
    figures.md, "Höglandet 2023": the text says 8 073 500, the table sums to 8 054 000, which is 19 500 less; the text's
    percentages are not the table's 55,38, 24,56, 14,85 and 5,21. A result of zero is a note.
    """
    text = 'stated[1] "6. Ekonomi"'
    assert findings(HOGLANDET) == [
        (
            "F303",
            Severity.NOTE,
            "costs",
            "income and costs for 2023 are both 8 054 000 kr: the result is exactly zero",
        ),
        (
            "F304",
            Severity.ERROR,
            f"{text}.costs.budget.2023",
            "the costs (budget 2023): stated 8 073 500 kr, 19 500 kr more than the 8 054 000 kr of the rows",
        ),
        (
            "F305",
            Severity.ERROR,
            f"{text}.shares.budget.2023.individual",
            (
                "individual-oriented interventions (budget 2023): stated 54,5 %, "
                "but the rows are 4 460 000 kr of 8 054 000 kr, about 55,38 %"
            ),
        ),
        (
            "F305",
            Severity.ERROR,
            f"{text}.shares.budget.2023.structural",
            (
                "structural interventions (budget 2023): stated 24,3 %, "
                "but the rows are 1 978 000 kr of 8 054 000 kr, about 24,56 %"
            ),
        ),
        (
            "F305",
            Severity.ERROR,
            f"{text}.shares.budget.2023.administration",
            (
                "administration (budget 2023): stated 14,4 %, "
                "but the rows are 1 196 000 kr of 8 054 000 kr, about 14,85 %"
            ),
        ),
        (
            "F305",
            Severity.ERROR,
            f"{text}.shares.budget.2023.new",
            ("new activities (budget 2023): stated 6,8 %, but the rows are 420 000 kr of 8 054 000 kr, about 5,21 %"),
        ),
    ]


# Södra Vätterbygden 2018


def test_vatterbygden_has_four_municipalities_a_region_and_two_agencies() -> None:
    """figures.md, "Södra Vätterbygden 2018"; the budget year is 2018."""
    names = [member.name for member in VATTERBYGDEN.association.members]
    assert names == ["Habo", "Jönköping", "Mullsjö", "Vaggeryd", REGION, FK, AF]
    assert VATTERBYGDEN.year == 2018


@pytest.mark.parametrize(
    ("year", "habo", "jonkoping", "mullsjo", "vaggeryd", "region", "state"),
    [
        (2017, 93_840, 1_113_660, 60_720, 111_780, 1_380_000, 2_760_000),
        (2018, 103_224, 1_225_026, 66_792, 122_958, 1_518_000, 3_036_000),
        (2019, 113_550, 1_347_530, 73_470, 135_250, 1_669_800, 3_339_600),
        (2020, 124_900, 1_482_280, 80_820, 148_780, 1_836_780, 3_673_560),
    ],
)
def test_vatterbygdens_contributions(
    year: int, habo: int, jonkoping: int, mullsjo: int, vaggeryd: int, region: int, state: int
) -> None:
    """figures.md, "Södra Vätterbygden 2018", the table of income; in 2017 budget and outcome are the same."""
    due = VATTERBYGDEN.contributions(year)
    assert due.amounts == {
        "Habo": kr(habo),
        "Jönköping": kr(jonkoping),
        "Mullsjö": kr(mullsjo),
        "Vaggeryd": kr(vaggeryd),
        REGION: kr(region),
        FK: kr(state),
        AF: kr(0),
    }


@pytest.mark.parametrize(("year", "unit"), [(2017, 1), (2018, 1), (2019, 10), (2020, 10)])
def test_vatterbygdens_shares_are_the_same_every_year(year: int, unit: int) -> None:
    """
    figures.md, "Södra Vätterbygden 2018": 6,8, 80,7, 4,4 and 8,1 % to the krona in 2017 and 2018, and in units of 10 kr
    in 2019 and 2020; each from the state's amount alone.
    """
    key = Shares({"Habo": "6,8 %", "Jönköping": "80,7 %", "Mullsjö": "4,4 %", "Vaggeryd": "8,1 %"})
    state = {2017: 2_760_000, 2018: 3_036_000, 2019: 3_339_600, 2020: 3_673_560}[year]
    due = contributions(VATTERBYGDEN.association, year=year, state=kr(state), split=key, unit=kr(unit))
    assert due.amounts == VATTERBYGDEN.contributions(year).amounts
    assert ({part.rounding for part in due.parts} == {0}) == (unit == 1)


COSTS = {
    # cost: budget 2017, preliminary outcome 2017, budget 2018, budget 2019, budget 2020
    "Enter": (2_960_000, 2_654_140, 2_990_000, 3_005_340, 3_031_730),
    "FIA": (559_040, 522_500, 572_840, 0, 0),
    "IT-spåret": (600_000, 600_000, 400_000, 400_000, 400_000),
    "Projektgemensamt": (5_000, 6_000, 15_000, 15_000, 15_000),
    "Tillgängligt nya projekt": (913_400, 0, 1_900_000, 1_450_000, 2_700_000),
    "IPS i psykosvården": (386_600, 370_000, 652_420, 652_420, 0),
    "Efterstöd": (150_000, 123_050, 0, 0, 0),
    "Kompetensutveckling": (200_000, 190_000, 200_000, 200_000, 200_000),
    "Kansli": (840_000, 775_600, 870_000, 900_000, 930_000),
    "Information": (15_000, 20_400, 25_000, 20_000, 20_000),
    "Styrelse": (3_000, 2_600, 3_000, 3_000, 3_000),
    "Ekonomihantering": (68_000, 68_400, 70_250, 72_150, 74_050),
}
COLUMNS = [
    (0, Column.BUDGET, 2017, 1_246_600, 6_766_600, 6_700_040, 66_560),
    (1, Column.OUTCOME, 2017, 1_529_032, 7_049_032, 5_332_690, 1_716_342),
    (2, Column.BUDGET, 2018, 1_716_342, 7_788_342, 7_698_510, 89_832),
    (3, Column.BUDGET, 2019, 89_832, 6_769_032, 6_717_910, 51_122),
    (4, Column.BUDGET, 2020, 51_122, 7_398_242, 7_373_780, 24_462),
]


@pytest.mark.parametrize(("number", "column", "year", "opening", "available", "costs", "closing"), COLUMNS)
def test_vatterbygdens_table(
    number: int, column: Column, year: int, opening: int, available: int, costs: int, closing: int
) -> None:
    """figures.md, "Södra Vätterbygden 2018", the table of costs, its totals and balances, column by column."""
    found = accounts(VATTERBYGDEN, (column, year))
    assert {line.name: line.amount for line in found.costs} == {name: kr(row[number]) for name, row in COSTS.items()}
    assert (found.opening, found.available) == (kr(opening), kr(available))
    assert (found.total_costs, found.closing) == (kr(costs), kr(closing))


def test_vatterbygdens_outcome_is_preliminary_and_counts() -> None:
    """The outcome of 2017 was known in September; 2018 opens with it, not with what was budgeted."""
    assert isinstance(VATTERBYGDEN.outcome(2017), Outcome)
    assert VATTERBYGDEN.outcome(2017).preliminary
    assert VATTERBYGDEN.closing_equity(2017) == kr(1_716_342)


def test_what_is_found_in_vatterbygdens_plan() -> None:
    """
    figures.md, "Södra Vätterbygden 2018": 7 698 510 less 6 072 000 is 1 626 510, which 1 716 342 covers; 1 716 342 is
    612 342 above 20 % of 5 520 000, which is 1 104 000. 6 717 910 less 6 679 200 is 38 710, and 7 373 780 less
    7 347 120 is 26 660, both covered.
    """
    assert findings(VATTERBYGDEN) == [
        (
            "F302",
            Severity.WARNING,
            "costs",
            (
                "the costs of 7 698 510 kr for 2018 are 1 626 510 kr above the income of 6 072 000 kr; "
                "equity of 1 716 342 kr covers it"
            ),
        ),
        ("F329", Severity.UNKNOWN, 'decisions[1] "hiss"', "it is not said how much hiss grants"),
        (
            "F350",
            Severity.WARNING,
            "equity.ceiling",
            (
                "1 716 342 kr at the end of 2017 (outcome) is 612 342 kr above 20 % of the contributions of "
                "5 520 000 kr, which is 1 104 000 kr"
            ),
        ),
        (
            "F352",
            Severity.NOTE,
            "costs",
            (
                "the costs of 6 717 910 kr for 2019 are 38 710 kr above the income of 6 679 200 kr; "
                "equity of 89 832 kr covers it"
            ),
        ),
        (
            "F352",
            Severity.NOTE,
            "costs",
            (
                "the costs of 7 373 780 kr for 2020 are 26 660 kr above the income of 7 347 120 kr; "
                "equity of 51 122 kr covers it"
            ),
        ),
    ]


@pytest.mark.parametrize("plan", [HOGLANDET, VATTERBYGDEN], ids=["hoglandet", "vatterbygden"])
def test_every_published_contribution_is_held_against_the_computed_one(plan: OperationalPlan) -> None:
    """Both documents print every member's amount in every column, and all of them are right."""
    printed = {
        (name, column, time)
        for stated in plan.stated
        for name, row in stated.contributions.items()
        for column, time, _ in row.cells()
    }
    payers = {member.name for member in plan.association.members} - {AF}
    assert printed == {(name, *each.cell) for name in payers for each in plan.accounts}
    assert not [finding for number in ("F201", "F202", "F203") for finding in rule(number).findings(plan)]

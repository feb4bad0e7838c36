"""Reading plans: the published examples, to the krona, and every form that the file's tables may take."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import (
    ByPopulation,
    Category,
    CostLine,
    Equal,
    Fixed,
    IncomeLine,
    Mixture,
    Money,
    OrganisationNumber,
    Party,
    PlanFileError,
    Shares,
    example,
    examples,
    kr,
    load,
    loads,
)
from finsam.budget import Column
from finsam.errors import UnknownNameError
from finsam.shares import PrintedShare
from finsam.split import ToBeSplit

# The published tables, in kronor. Höglandets samordningsförbund, verksamhetsplan 2023, section 9: the forecast for 2022
# and the budgets for 2023-2025. Samordningsförbundet Södra Vätterbygden, verksamhetsplan 2018: the budget and the
# preliminary outcome for 2017, and the budgets for 2018-2020.
HOGLANDET = {
    "Aneby": 120_810,
    "Eksjö": 302_025,
    "Nässjö": 563_780,
    "Sävsjö": 201_350,
    "Tranås": 342_295,
    "Vetlanda": 483_240,
    "Region Jönköpings län": 2_013_500,
    "Försäkringskassan": 4_027_000,
    "Arbetsförmedlingen": 0,
}
VATTERBYGDEN = {
    "Habo": (93_840, 103_224, 113_550, 124_900),
    "Jönköping": (1_113_660, 1_225_026, 1_347_530, 1_482_280),
    "Mullsjö": (60_720, 66_792, 73_470, 80_820),
    "Vaggeryd": (111_780, 122_958, 135_250, 148_780),
    "Region Jönköpings län": (1_380_000, 1_518_000, 1_669_800, 1_836_780),
    "Försäkringskassan": (2_760_000, 3_036_000, 3_339_600, 3_673_560),
    "Arbetsförmedlingen": (0, 0, 0, 0),
}
VATTERBYGDEN_COSTS = {
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

PLAN = """\
format = 1
year = 2027

[association]
name = "Exempelbygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]

[funding]
total = { 2027 = 4_000_000, 2028 = 4_000_000 }
"""


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025])
def test_hoglandet_pays_what_its_plan_prints(year: int) -> None:
    """Every member's contribution is the published one, in every year."""
    due = example("hoglandet-2023").contributions(year)
    assert dict(due.amounts) == {name: kr(amount) for name, amount in HOGLANDET.items()}


def test_hoglandet_ends_its_years_as_its_plan_prints() -> None:
    """Costs, result and closing equity of all four years are the published ones."""
    plan = example("hoglandet-2023")
    years = [(each.column, each.total_costs, each.result, each.closing) for each in plan.accounts]
    assert years == [
        (Column.FORECAST, kr(8_054_754), kr(-754), kr(427_055)),
        (Column.BUDGET, kr(8_054_000), kr(0), kr(427_055)),
        (Column.BUDGET, kr(8_054_000), kr(0), kr(427_055)),
        (Column.BUDGET, kr(8_054_000), kr(0), kr(427_055)),
    ]


def test_hoglandet_divides_its_budget_as_its_table_does() -> None:
    """Individual 4 460 000, structural 1 978 000, administration with board and audit 1 196 000, new 420 000."""
    by_category = example("hoglandet-2023").budget(2023).by_category
    office = [Category.ADMINISTRATION, Category.BOARD, Category.AUDIT]
    assert by_category[Category.INDIVIDUAL] == kr(4_460_000)
    assert by_category[Category.STRUCTURAL] == kr(1_978_000)
    assert sum((by_category[each] for each in office), kr(0)) == kr(1_196_000)
    assert by_category[Category.NEW] == kr(420_000)


@pytest.mark.parametrize("index", range(4))
def test_vatterbygden_pays_what_its_plan_prints(index: int) -> None:
    """Every member's contribution is the published one: to the krona at first, in tens of kronor from 2019."""
    due = example("sodra-vatterbygden-2018").contributions(2017 + index)
    assert dict(due.amounts) == {name: kr(amounts[index]) for name, amounts in VATTERBYGDEN.items()}


def test_vatterbygden_costs_what_its_plan_prints() -> None:
    """Every cost of all five columns is the published one."""
    plan = example("sodra-vatterbygden-2018")
    costs = [{line.name: line.amount for line in each.costs} for each in plan.accounts]
    assert costs == [{name: kr(row[index]) for name, row in VATTERBYGDEN_COSTS.items()} for index in range(5)]


def test_vatterbygden_ends_its_years_as_its_plan_prints() -> None:
    """Total costs and closing equity of all five columns are the published ones, or what they come to."""
    plan = example("sodra-vatterbygden-2018")
    assert [each.total_costs for each in plan.accounts] == [
        kr(6_700_040), kr(5_332_690), kr(7_698_510), kr(6_717_910), kr(7_373_780),
    ]  # fmt: skip
    assert [each.closing for each in plan.accounts] == [
        kr(66_560), kr(1_716_342), kr(89_832), kr(51_122), kr(24_462),
    ]  # fmt: skip
    assert plan.outcome(2017).preliminary


@pytest.mark.parametrize("name", examples())
def test_examples_are_read_by_name_or_from_their_files(name: str, tmp_path: Path) -> None:
    """An example is a file like any other."""
    text = (Path(load.__code__.co_filename).parent / "examples" / f"{name}.toml").read_text("utf-8")
    (tmp_path / "plan.toml").write_text(text, "utf-8")
    assert loads(text) == example(name) == load(tmp_path / "plan.toml") == load(str(tmp_path / "plan.toml"))


def test_an_unknown_example_is_answered_with_the_nearest() -> None:
    """A slip in an example's name is suggested."""
    with pytest.raises(UnknownNameError) as caught:
        example("hoglandet-2032")
    assert str(caught.value) == "there is no example 'hoglandet-2032'; did you mean 'hoglandet-2023'?"


def test_a_file_may_begin_with_the_mark_of_utf_8(tmp_path: Path) -> None:
    """Some editors on Windows write a byte order mark, and end lines as Windows does."""
    (tmp_path / "plan.toml").write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    assert load(tmp_path / "plan.toml") == loads(PLAN)


def test_the_least_plan_is_an_association_and_a_year() -> None:
    """A plan without amounts is a plan; what is not known is not nought."""
    plan = loads('format = 1\nyear = 2010\n[association]\nname = "HjoTiBorg"\n')
    assert [member.name for member in plan.association.members] == ["Försäkringskassan", "Arbetsförmedlingen"]
    assert (plan.years, plan.closing_equity(2010)) == ((), None)


def test_the_members_have_days_and_the_association_a_number() -> None:
    """A member is a name, or a table with the days of its membership."""
    plan = loads("""\
format = 1
year = 2012

[association]
name = "Finnveden"
formed = 2010-11-30
organisation_number = "222000-2873"
municipalities = ["Gislaved", { name = "Gnosjö", joined = 2011-01-01, left = 2013-12-31 }]
region = { name = "Landstinget i Jönköpings län", joined = "2010-12-01" }
regions = ["Region Halland"]
agencies = ["Försäkringskassan", { name = "Arbetsförmedlingen", left = 2020-12-31 }]
""")
    assert (plan.association.formed, plan.association.number) == (date(2010, 11, 30), OrganisationNumber("222000-2873"))
    assert [(member.name, member.joined, member.left) for member in plan.association.members] == [
        ("Gislaved", None, None),
        ("Gnosjö", date(2011, 1, 1), date(2013, 12, 31)),
        ("Landstinget i Jönköpings län", date(2010, 12, 1), None),
        ("Region Halland", None, None),
        ("Försäkringskassan", None, None),
        ("Arbetsförmedlingen", None, date(2020, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("key", "split"),
    [
        ('shares = { "Habo" = "60 %", "Mullsjö" = "2/5" }', Shares({"Habo": "60 %", "Mullsjö": "40 %"})),
        (
            'population = { "Habo" = 3, "Mullsjö" = 2 }\non = 2026-11-01\nsource = "SCB"',
            ByPopulation({"Habo": 3, "Mullsjö": 2}, on=date(2026, 11, 1), source="SCB"),
        ),
        ("equal = true", Equal()),
        ('amounts = { "Habo" = "600 tkr", "Mullsjö" = 400_000 }', Fixed({"Habo": 600_000, "Mullsjö": 400_000})),
        (
            'mixture = [{weight = "3/4", equal = true }, { weight = "1/4", population = { Habo = 1, "Mullsjö" = 1 } }]',
            Mixture([("75 %", Equal()), ("25 %", ByPopulation({"Habo": 1, "Mullsjö": 1}))]),
        ),
        ('to_be_split_by = "population"\non = 2026-11-30', ToBeSplit(by="population", on=date(2026, 11, 30))),
    ],
)
def test_a_split_is_any_of_the_keys(key: str, split: object) -> None:
    """Each key of the file is a key of the library."""
    plan = loads(f"{PLAN}\n[[funding.split]]\n{key}\n")
    assert [plan.terms(year).split for year in (2027, 2028)] == [split, split]


def test_a_split_without_years_is_for_the_years_that_no_other_names() -> None:
    """A year's own split goes before the one for all years, whichever is written first."""
    plan = loads(f"{PLAN}\n[[funding.split]]\nequal = true\n\n[[funding.split]]\nyears = [2028]\n{SIXTY_FORTY}")
    assert (plan.terms(2027).split, plan.terms(2028).split) == (Equal(), Shares({"Habo": "60 %", "Mullsjö": "40 %"}))


SIXTY_FORTY = 'shares = { "Habo" = "60 %", "Mullsjö" = "40 %" }\n'


def test_several_regions_share_their_quarter_by_a_split_of_their_own() -> None:
    """A quarter of four million is one million: three fifths and two fifths of it to the regions."""
    plan = loads("""\
format = 1
year = 2027

[association]
name = "Exempelbygden"
regions = ["Region Jönköpings län", "Region Halland"]
municipalities = ["Habo"]

[funding]
regions = { 2027 = "1 mkr" }
unit = { 2027 = 1_000 }

[[funding.region_split]]
shares = { "Region Jönköpings län" = "60 %", "Region Halland" = "40 %" }
""")
    due = plan.contributions(2027)
    assert (due.total, due["Region Halland"], due["Habo"]) == (kr(4_000_000), kr(400_000), kr(1_000_000))
    assert plan.terms(2027).unit == kr(1_000)


def test_terms_that_are_only_unlawful_are_read() -> None:
    """A plan in breach of the act loads, so that it can be mended; the checks find what is wrong."""
    plan = loads(PLAN.replace('region = "Region Jönköpings län"\n', "") + f"\n[[funding.split]]\n{SIXTY_FORTY}")
    assert {finding.id for finding in plan.check()} >= {"F101"}


def test_the_rows_fill_the_columns() -> None:
    """A row has a budget, a forecast and an outcome column; equity and received contributions stand in them too."""
    plan = loads(
        f"""\
{PLAN}
received = {{ outcome = {{ 2025 = 3_900_000 }} }}

[[funding.split]]
{SIXTY_FORTY}
[equity]
opening = {{ outcome = {{ 2025 = "-1 234,50" }} }}
ceiling = "20 %"

[[income]]
id = "ranta"
name = "Ränta"
outcome = {{ 2025 = "0,50" }}

[[costs]]
id = "kansli"
name = "Kansli"
category = "administration"
intervention = "stod"
note = "exkl. moms"
outcome = {{ 2025 = 1_000 }}
forecast = {{ 2026 = 2_000 }}
budget = {{ 2027 = 3_000 }}
""".replace("{ 2027 = 4_000_000, 2028", "{ 2027 = 4_000_000, 2026")
    )
    outcome = plan.outcome(2025)
    assert (outcome.opening, outcome.contributions, plan.equity_ceiling) == (
        kr("-1 234,50"),
        kr(3_900_000),
        Fraction(1, 5),
    )
    assert outcome.other_income == (IncomeLine(id="ranta", name="Ränta", amount=Money(ore=50)),)
    assert outcome.costs == (
        CostLine(
            id="kansli",
            name="Kansli",
            amount=kr(1_000),
            category=Category.ADMINISTRATION,
            intervention="stod",
            note="exkl. moms",
        ),
    )
    assert (plan.forecast(2026).total_costs, plan.budget(2027).total_costs) == (kr(2_000), kr(3_000))
    # -1 234,50 + 3 900 000 + 0,50 - 1 000, then + 4 000 000 - 2 000, then + 4 000 000 - 3 000
    assert [each.closing for each in plan.accounts] == [kr(3_897_766), kr(7_895_766), kr(11_892_766)]


def test_what_the_document_states_is_kept_by_column_and_year() -> None:
    """Each place of a document says something of some columns and years."""
    plan = loads(f"""\
{PLAN}
[[stated]]
where = "4. Budget"
income = {{ budget = {{ 2027 = 1 }} }}
available = {{ budget = {{ 2027 = 2 }} }}
costs = {{ budget = {{ 2027 = 3 }} }}
result = {{ budget = {{ 2027 = 4 }} }}
closing = {{ forecast = {{ 2026 = 5 }}, budget = {{ 2027 = 6 }} }}
parties = {{ municipalities = {{ budget = {{ 2027 = 7 }} }} }}
contributions = {{ "Habo" = {{ budget = {{ 2027 = 8 }} }} }}
shares = {{ budget = {{ 2027 = {{ new = "6,80 %" }} }} }}
""")
    forecast, budget = sorted(plan.stated, key=lambda stated: stated.year)
    assert (forecast.where, forecast.column, forecast.year, forecast.closing) == (
        "4. Budget",
        Column.FORECAST,
        2026,
        kr(5),
    )
    totals = (budget.income, budget.available, budget.costs, budget.result, budget.closing)
    assert totals == (kr(1), kr(2), kr(3), kr(4), kr(6))
    assert budget.parties == {Party.MUNICIPALITIES: kr(7)}
    assert budget.contributions == {"Habo": kr(8)}
    assert budget.shares == {Category.NEW: PrintedShare(share=Fraction(68, 1_000), decimals=2)}


@given(st.text())
def test_any_text_is_a_plan_or_refused(text: str) -> None:
    """Whatever is given, nothing but a `PlanFileError` is raised, and it says something."""
    with pytest.raises(PlanFileError) as caught:
        loads(text)
    assert caught.value.problems


VALUES = st.recursive(
    st.sampled_from(["1", "-1", "0.5", "nan", "true", '"x"', '"6 %"', '"1 000"', "2027-01-01", "10:00:00"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["2027", "name", "budget", "weight"]), inner, max_size=2).map(
            lambda items: "{ " + ", ".join(f"{key} = {value}" for key, value in items.items()) + " }"
        ),
    ),
    max_leaves=4,
)
KEYS = [
    "year", "preliminary", "income", "costs", "stated", "equity.opening", "equity.ceiling", "association.name",
    "association.municipalities", "association.regions", "association.agencies", "association.formed",
    "funding.total", "funding.split", "funding.unit", "funding.received", "costs.x",
]  # fmt: skip


@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_any_values_are_a_plan_or_refused(values: dict[str, str]) -> None:
    """Whatever stands where, a file is a plan or is refused with its place."""
    text = "format = 1\n" + "".join(f"{key} = {value}\n" for key, value in values.items())
    try:
        loads(text)
    except PlanFileError as error:
        refused = error
    else:
        return
    assert all(problem.message for problem in refused.problems)

"""Reading plans: the published examples, to the krona, and every form that the file's tables may take."""

import json
import tomllib
from copy import deepcopy
from datetime import date
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example as tried
from hypothesis import given
from hypothesis import strategies as st

from content_strategies import whole_plans
from finsam import (
    Agreement,
    ByPopulation,
    Category,
    Cost,
    Equal,
    FileError,
    Fixed,
    Income,
    Mixture,
    Money,
    OperationalPlan,
    Party,
    Period,
    Shares,
    Stated,
    ToBeSplit,
    dumps,
    example,
    examples,
    from_dict,
    kr,
    load,
    loads,
    to_dict,
)
from finsam.budget import IncomeKind
from finsam.errors import Problem, UnknownNameError
from finsam.files import with_lines
from finsam.files.problems import Kept, problems_of
from finsam.files.reading import read
from finsam.files.toml import text_of
from finsam.funding import Basis, Terms
from finsam.keys import ByFigures
from finsam.language import LANGUAGES
from finsam.organisations import OrganisationNumber
from finsam.pending import NotAgreed, PartlyKnown, Unpublished
from finsam.period import as_time, calendar_year
from finsam.rows import Column, Columns
from strategies import tries

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
    text = files("finsam").joinpath("examples", f"{name}.toml").read_text("utf-8")
    (tmp_path / "plan.toml").write_text(text, "utf-8")
    assert loads(text) == example(name) == load(tmp_path / "plan.toml") == load(str(tmp_path / "plan.toml"))


def test_an_unknown_example_is_answered_with_the_nearest() -> None:
    """A slip in an example's name is suggested."""
    with pytest.raises(UnknownNameError) as caught:
        example("hoglandet-2032")
    assert str(caught.value) == 'there is no example "hoglandet-2032"; did you mean "hoglandet-2023"?'


def test_a_file_may_begin_with_the_mark_of_utf_8(tmp_path: Path) -> None:
    """Some editors on Windows write a byte order mark, and end lines as Windows does."""
    (tmp_path / "plan.toml").write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    assert load(tmp_path / "plan.toml") == loads(PLAN)


def test_findings_in_a_file_have_their_lines(tmp_path: Path) -> None:
    """The line of the place, or of the table around it; none where the file does not have that either."""
    text = f"{PLAN}\n[[funding.split]]\n{SIXTY_FORTY.replace('40', '30')}"
    (tmp_path / "plan.toml").write_text(text, "utf-8")
    found = loads(text).check()
    lines = {finding.place: finding.line for finding in with_lines(found, tmp_path / "plan.toml")}
    assert (lines["funding.split"], lines["governance.auditors"]) == (12, None)
    assert [evolve(each, line=None) for each in with_lines(found, tmp_path / "plan.toml")] == list(found)


def test_the_least_plan_is_an_association_and_a_year() -> None:
    """A plan without amounts is a plan; what is not known is not zero."""
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
    number = OrganisationNumber("222000-2873")
    assert (plan.association.formed, plan.association.organisation_number) == (date(2010, 11, 30), number)
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
        (
            'figures = { "Habo" = 7_120, "Mullsjö" = "4 050,5" }\nof = "invånare 16-64 år"\nunit = "personer"',
            ByFigures({"Habo": 7_120, "Mullsjö": "4050,5"}, of="invånare 16-64 år", unit="personer"),
        ),
        ('to_be_split_by = "population"\non = 2026-11-30', ToBeSplit(by="population", on=date(2026, 11, 30))),
        ("unpublished = true", Unpublished()),
        ("not_agreed = true", NotAgreed()),
        ('known = { "Habo" = "93 840 kr" }', PartlyKnown({"Habo": 93_840})),
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


def test_a_year_starts_from_any_one_amount() -> None:
    """From the total, from what one party pays, or from what the municipalities pay for each inhabitant."""
    plan = loads("""\
format = 1
year = 2027

[association]
name = "Exempelbygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]

[funding]
total = { 2025 = 4_000_000 }
state = { 2026 = 2_000_000 }
regions = { 2027 = 1_000_000 }
municipalities = { 2028 = 1_000_000 }
per_inhabitant = { 2029 = "12,50" }
unit = 100
split = [{ population = { "Habo" = 50_000, "Mullsjö" = 30_000 } }]
""")
    assert [plan.contributions(year).total for year in range(2025, 2030)] == [kr(4_000_000)] * 5
    key = ByPopulation({"Habo": 50_000, "Mullsjö": 30_000})
    terms = Terms(year=2029, basis=Basis.PER_INHABITANT, amount=kr("12,50"), split=key, unit=kr(100))
    assert (plan.terms(2029), plan.funding.split) == (terms, (Agreement(key=key),))


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
kind = "interest"
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
    assert (outcome.opening, outcome.contributions, plan.equity.ceiling) == (
        kr("-1 234,50"),
        kr(3_900_000),
        Fraction(1, 5),
    )
    assert plan.income == (Income(id="ranta", name="Ränta", kind=IncomeKind.INTEREST, outcome={2025: Money(ore=50)}),)
    assert plan.costs == (
        Cost(
            id="kansli",
            name="Kansli",
            category=Category.ADMINISTRATION,
            intervention="stod",
            note="exkl. moms",
            outcome={2025: kr(1_000)},
            forecast={2026: kr(2_000)},
            budget={2027: kr(3_000)},
        ),
    )
    assert (plan.forecast(2026).total_costs, plan.budget(2027).total_costs) == (kr(2_000), kr(3_000))
    # -1 234,50 + 3 900 000 + 0,50 - 1 000, then + 4 000 000 - 2 000, then + 4 000 000 - 3 000
    assert [each.closing for each in plan.accounts] == [kr(3_897_766), kr(7_895_766), kr(11_892_766)]


def test_a_column_is_of_a_year_or_of_a_part_of_one() -> None:
    """Half-years, tertials, quarters, and through a day; a whole year is a year however it is written."""
    columns = '2026-12-31 = 1, 2027-H1 = 2, 2027-T2 = 3, 2027-Q4 = 4, 2027-08-31 = 5, "2028" = 6'
    plan = loads(f'{PLAN}\n[[income]]\nid = "a"\nname = "A"\nbudget = {{ {columns} }}\n')
    assert plan.income[0].budget == {
        2026: kr(1),
        Period(first=date(2027, 1, 1), last=date(2027, 6, 30)): kr(2),
        Period(first=date(2027, 5, 1), last=date(2027, 8, 31)): kr(3),
        Period(first=date(2027, 10, 1), last=date(2027, 12, 31)): kr(4),
        Period(first=date(2027, 1, 1), last=date(2027, 8, 31)): kr(5),
        2028: kr(6),
    }


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2018", calendar_year(2018)),
        ('"2018"', calendar_year(2018)),
        ("2018-05-01", Period(first=date(2018, 5, 1), last=date(2018, 5, 1))),
        ('"2018-05-01"', Period(first=date(2018, 5, 1), last=date(2018, 5, 1))),
        ('"2018-T2"', as_time("2018-T2")),
        ("{ first = 2018-03-15 }", Period(first=date(2018, 3, 15))),
        ("{ first = 2018-03-15, last = 2019-03-14 }", Period(first=date(2018, 3, 15), last=date(2019, 3, 14))),
    ],
)
def test_a_period_is_as_short_as_it_can_be(written: str, period: Period) -> None:
    """A year, a day, a part of a year, or a table with its first day; it is written as it is read."""
    plan = loads(f'{PLAN}\n[[activities]]\ntext = "samråd"\nperiod = {written}\n')
    assert plan.activities[0].period == period
    assert f"period = {written.strip(chr(34)) if written[1:5] == '2018' and len(written) != 9 else written}" in dumps(
        plan
    )


def test_what_the_document_states_is_kept_by_column_and_time_as_it_is_printed() -> None:
    """Each place of a document says something of some columns and times."""
    plan = loads(f"""\
{PLAN}
[[stated]]
where = "4. Budget"
income = {{ budget = {{ 2027 = 1 }} }}
available = {{ budget = {{ 2027 = 2 }} }}
ceiling = {{ budget = {{ 2027 = "högst 1 mkr" }} }}
costs = {{ budget = {{ 2027 = "ca 3 tkr" }} }}
result = {{ budget = {{ 2027 = "-4,0 mkr" }} }}
closing = {{ forecast = {{ 2026 = 5 }}, budget = {{ 2027 = 6, 2027-H1 = 9 }} }}
parties = {{ municipalities = {{ budget = {{ 2027 = 7 }} }} }}
contributions = {{ "Habo" = {{ budget = {{ 2027 = 8 }} }} }}
shares = {{ budget = {{ 2027 = {{ new = "6,80 %" }} }} }}
""")
    assert plan.stated == (
        Stated(
            where="4. Budget",
            income=Columns(budget={2027: 1}),
            available=Columns(budget={2027: 2}),
            ceiling=Columns(budget={2027: "högst 1 mkr"}),
            costs=Columns(budget={2027: "ca 3 tkr"}),
            result=Columns(budget={2027: "-4,0 mkr"}),
            closing=Columns(forecast={2026: 5}, budget={2027: 6, "2027-H1": 9}),
            parties={Party.MUNICIPALITIES: Columns(budget={2027: 7})},
            contributions={"Habo": Columns(budget={2027: 8})},
            shares=Columns(budget={2027: {Category.NEW: "6,80 %"}}),
        ),
    )
    assert str(plan.stated[0].costs.budget[2027]) == "ca 3 tkr"


# The same tables in Python


def test_the_tables_of_a_file_are_a_plan_with_days_as_days_or_as_text() -> None:
    """TOML has days, and JSON has them as text."""
    text = PLAN.replace("region =", "formed = 2011-04-01\nregion =")
    tables = tomllib.loads(text)
    as_text = json.loads(json.dumps(tables, default=str))
    assert from_dict(tables) == from_dict(as_text) == loads(text)
    assert as_text["association"]["formed"] == "2011-04-01"


def test_what_is_wrong_in_the_tables_has_a_place_and_no_line() -> None:
    """Tables have no lines; the problems stand in the order of their keys."""
    tables = {"format": 1, "colour": "red", "association": {"nme": "Bygden"}, "year": 2027.0}
    with pytest.raises(FileError) as caught:
        from_dict(tables, name="the request")
    assert str(caught.value).splitlines() == [
        "the request: colour: there is no such key",
        'the request: association.nme: there is no such key; did you mean "name"?',
        "the request: year: 2027.0 is not a year; write four digits, as 2027",
    ]
    assert [problem.line for problem in caught.value.problems] == [None] * 3


def test_reading_changes_nothing_in_the_tables() -> None:
    """They are the caller's, in order or not."""
    for spoil in ({}, {"colour": [{"a": 1}]}, {"association": {"name": 1, "regions": [3]}}):
        tables = {**tomllib.loads(PLAN), **spoil}
        before = deepcopy(tables)
        try:
            from_dict(tables)
        except FileError:
            assert spoil
        assert tables == before


# Whatever is given


@given(st.text())
def test_any_text_is_a_plan_or_refused(text: str) -> None:
    """Whatever is given, nothing but a `FileError` is raised, and it says something."""
    with pytest.raises(FileError) as caught:
        loads(text)
    assert caught.value.problems


TYPED = st.text("{}[]()\"'=,.;:#/-\u2013\u2212% \n1a\u00e5\u00ad\u200b\u00a0\ufeff\u201d\x00\x1b", max_size=2)
"""What slips in when people type or paste."""


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    """A page of a published plan's file in which something is put in, left out or put in place of something."""
    whole = (files("finsam") / "examples" / f"{draw(st.sampled_from(examples()))}.toml").read_text("utf-8")
    start = draw(st.integers(0, len(whole)))
    text = "format = 1\nyear = 2018\n" + whole[start : start + 800]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(TYPED) + text[at + draw(st.integers(0, 2)) :]
    return text


@tries(300)
@given(mistyped())
@tried("a, b = 1")
@tried("\xad{")
def test_what_is_mistyped_is_refused_in_words(text: str) -> None:
    """Most pages are no plan; what is wrong is said in each language, and no other error is raised."""
    said = ["a plan"]
    try:
        loads(text)
    except FileError as error:
        said = [error.text(language) for language in LANGUAGES]
    assert all(said)


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
    "association.municipalities", "association.region", "association.regions", "association.agencies",
    "association.formed", "funding.total", "funding.split", "funding.unit", "funding.received", "costs.x",
]  # fmt: skip


@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_any_values_are_a_plan_or_refused(values: dict[str, str]) -> None:
    """Whatever stands where, a file is a plan or is refused with its place."""
    text = "format = 1\n" + "".join(f"{key} = {value}\n" for key, value in values.items())
    try:
        loads(text)
    except FileError as error:
        refused = error
    else:
        return
    assert all(str(problem.message) for problem in refused.problems)


Place = tuple[str | int, ...]


def places(tree: Any, above: Place = ()) -> list[Place]:
    """Every place in the tables."""
    steps = list(tree) if isinstance(tree, dict) else list(range(len(tree))) if isinstance(tree, list) else []
    return [*([above] if above else []), *(each for step in steps for each in places(tree[step], (*above, step)))]


GONE = object()
IN_PLACE = st.sampled_from(
    [
        *(GONE, True, 0, -1, 2027, 10**40, "", " ", "x", "1/0", "40 %", "2027-H1", date(2027, 1, 1)),
        *([], ["x"], [[1]], {}, {"2027": 1}, {"name": "x"}, {"": 1}, {"x": {"budget": {"2027": "4e6"}}}),
    ]
)
BESIDES_TOML = st.sampled_from([None, 1.5, float("nan"), b"x", "\ud800", (), {1: 2}, object()])


@st.composite
def spoilt_tables(draw: st.DrawFn, values: st.SearchStrategy[object]) -> dict[str, Any]:
    """The tables of a plan in which one thing or two are gone, are something else, or have another key."""
    tables = to_dict(draw(whole_plans()))
    for _ in range(draw(st.integers(1, 2))):
        *above, last = draw(st.sampled_from(places(tables)))
        holder: Any = tables
        for step in above:
            holder = holder[step]
        value = draw(values)
        if value is GONE:
            del holder[last]
        elif isinstance(last, str) and draw(st.booleans()):
            holder[draw(st.sampled_from(["x", "years", "2027", "2027-06-30", "name", "id"]))] = holder.pop(last)
        else:
            holder[last] = value
    return tables


def are_rows(value: object) -> bool:
    """Whether a list has only tables, or none, as [[ ]] wants it."""
    return not isinstance(value, list) or len({isinstance(each, dict) for each in value}) < 2


@tries(25)
@given(spoilt_tables(IN_PLACE).filter(lambda tables: all(map(are_rows, tables.values()))))
def test_what_is_spoilt_is_a_plan_or_is_refused_with_its_lines_in_order(tables: dict[str, Any]) -> None:
    """Every problem has its line, but for what is missing from the file itself; they stand in the order of the file."""
    text = text_of(tables)
    try:
        loads(text)
        problems: tuple[Problem, ...] = ()
    except FileError as error:
        problems = error.problems
    numbers = [problem.line or 0 for problem in problems]
    assert numbers == sorted(numbers)
    assert all(number <= text.count("\n") for number in numbers)
    assert all(problem.line or problem.path[0] not in tables for problem in problems)


@tries(25)
@given(spoilt_tables(IN_PLACE | BESIDES_TOML))
def test_any_tables_are_a_plan_or_refused(tables: dict[str, Any]) -> None:
    """What JSON has and TOML does not is refused as well, and what neither has."""
    try:
        said = [repr(from_dict(tables))]
    except FileError as error:
        said = [*map(str, error.problems)]
    assert all(said)


def test_a_mistake_of_the_librarys_own_is_not_told_as_one_of_the_files() -> None:
    """What is no error of finsam's is left as it is, so that it is found."""
    with pytest.raises(ZeroDivisionError):
        list(problems_of(ZeroDivisionError(), (), Kept(OperationalPlan, {})))


def test_what_is_wrong_with_a_row_does_not_hide_the_others() -> None:
    """Of a row of which nothing is right each thing is told, and what is wrong elsewhere is found all the same."""
    wrong = (
        "format = 1\nyear = 2027\n[[target_groups]]\nx = 1\n[[target_groups]]\nid = 5\nname = 5\n[need]\nshare = 1\n"
    )
    with pytest.raises(FileError) as caught:
        loads(wrong)
    assert [problem.path for problem in caught.value.problems] == [
        ("association",),
        ("target_groups", 0, "id"),
        ("target_groups", 0, "name"),
        ("target_groups", 0, "x"),
        ("target_groups", 1, "id"),
        ("target_groups", 1, "name"),
        ("need", "share"),
    ]


def test_what_must_be_there_and_has_nothing_in_its_place_ends_the_reading() -> None:
    """Nothing can be left out of it so that the rest is read."""
    plan, problems = read({}, OperationalPlan, {})
    assert (plan, [problem.path for problem in problems]) == (None, [("year",), ("association",)])

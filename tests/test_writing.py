"""Plans as their files: what is written is read as the same plan, and a file is written whole or not at all."""

import json
import os
import re
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content_strategies import whole_plans
from fields import missed
from finsam import (
    Agreement,
    Association,
    ByPopulation,
    Category,
    Cost,
    Equal,
    Equity,
    FileError,
    Fixed,
    Funding,
    Governance,
    Member,
    Mixture,
    Money,
    OperationalPlan,
    Party,
    Period,
    Shares,
    Stated,
    ToBeSplit,
    dump,
    dumps,
    example,
    examples,
    from_dict,
    kr,
    load,
    loads,
    share,
    to_dict,
)
from finsam.goals import Activity
from finsam.governance import Adoption, Charter
from finsam.interventions import Need
from finsam.keys import ByFigures
from finsam.language import visible
from finsam.organisations import ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN, Municipality, municipality
from finsam.pending import NotAgreed, PartlyKnown, Unpublished
from finsam.period import calendar_year
from finsam.rows import Columns
from finsam.split import SplitKey
from names import NAMES
from strategies import tries

BYGDEN = Association.of("Exempelbygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")


def plan(**parts: Any) -> OperationalPlan:
    return evolve(OperationalPlan(association=BYGDEN, year=2027), **parts)


def written(plan: OperationalPlan) -> list[str]:
    """The lines of its file, which is that plan."""
    text = dumps(plan)
    assert loads(text) == plan
    return text.splitlines()


# Laws


@tries(30)
@given(whole_plans())
def test_what_is_written_is_read_as_the_same_plan(plan: OperationalPlan) -> None:
    """Every plan survives its file, and its tables as JSON: money, goals, interventions, governance and days."""
    assert loads(dumps(plan)) == plan
    assert from_dict(json.loads(json.dumps(to_dict(plan)))) == plan


@tries(10)
@given(whole_plans())
def test_what_is_read_is_written_as_it_was(plan: OperationalPlan) -> None:
    """To save a file that finsam wrote changes nothing in it."""
    text = dumps(plan)
    assert dumps(loads(text)) == text


@tries(10)
@given(whole_plans())
def test_repr_builds_the_whole_plan_again(plan: OperationalPlan) -> None:
    """What is shown is Python, in the names of finsam and of the standard library, that gives the same plan again."""
    assert eval(repr(plan), NAMES) == plan


def test_every_field_of_every_part_of_a_plan_is_drawn() -> None:
    """So that what is added to a plan cannot be forgotten by its file: the laws above are then about it too."""
    assert missed(OperationalPlan, whole_plans()) == set()


@pytest.mark.parametrize("name", examples())
def test_the_published_plans_are_written_as_they_are_read(name: str) -> None:
    """All five, and no line of theirs is wider than a screen."""
    published = example(name)
    assert max(map(len, written(published))) <= 250


LETTERS = st.characters(exclude_categories=["Cs"])
LONG = st.text(LETTERS, min_size=1, max_size=300) | st.text(' a."\\\n\t', min_size=1, max_size=600)


@tries(100)
@given(LONG.filter(str.strip), st.text(LETTERS, min_size=1).filter(str.strip))
def test_every_text_is_read_as_it_was_written(text: str, name: str) -> None:
    """Quotes, control characters, line breaks, spaces at either end and rows of dots among them."""
    need = Need(population={name: 1}, share=share("5 %"))
    of = plan(vision=text, orientation=(text, text), need=need)
    assert loads(dumps(of)) == of


# Rows


def costs(*ids: str) -> tuple[Cost, ...]:
    return tuple(Cost(id=each, name=each.upper(), category=Category.NEW) for each in ids)


@given(st.permutations("abcd"))
def test_rows_stand_in_their_order(ids: list[str]) -> None:
    """Whether they have figures or not."""
    of = written(plan(costs=costs(*ids)))
    assert [line for line in of if line.startswith("id")] == [f'id = "{each}"' for each in ids]


def test_amounts_are_written_as_people_write_them() -> None:
    """Whole kronor as digits, and öre in quotes."""
    first, second = costs("a", "b")
    rows = (evolve(first, outcome={2026: kr(1_234_567)}), evolve(second, outcome={2026: Money(ore=-50)}))
    of = written(plan(costs=rows, equity=Equity(opening=Columns(outcome={2026: kr(-1_000)})), preliminary=(2026,)))
    assert "preliminary = [2026]" in of
    assert "opening = { outcome = { 2026 = -1000 } }" in of
    assert [line for line in of if line.startswith("outcome")] == [
        "outcome = { 2026 = 1_234_567 }",
        'outcome = { 2026 = "-0,50" }',
    ]


def test_parts_of_years_are_written_as_they_are_called() -> None:
    """A half-year, a tertial, a quarter, and 1 January through a day."""
    columns = {"2027-08-31": kr(4), 2027: kr(5), "2027-H1": kr(1), "2027-T2": kr(2), "2027-Q4": kr(3)}
    [row] = costs("a")
    of = written(plan(costs=(evolve(row, budget=columns),)))
    assert "budget = { 2027-08-31 = 4, 2027 = 5, 2027-H1 = 1, 2027-T2 = 2, 2027-Q4 = 3 }" in of


def test_received_contributions_stand_by_column_and_year() -> None:
    """What came in is not what was to come in."""
    received: Columns[Money] = Columns(outcome={2026: kr(4)}, budget={2027: kr(5)})
    assert "received = { budget = { 2027 = 5 }, outcome = { 2026 = 4 } }" in written(
        plan(funding=Funding(received=received))
    )


@pytest.mark.parametrize(
    ("period", "line"),
    [
        (calendar_year(2027), "period = 2027"),
        (Period(first=date(2027, 5, 1), last=date(2027, 5, 1)), "period = 2027-05-01"),
        (Period(first=date(2027, 5, 1), last=date(2027, 8, 31)), 'period = "2027-T2"'),
        (Period(first=date(2027, 5, 1), last=date(2027, 9, 30)), "period = { first = 2027-05-01, last = 2027-09-30 }"),
        (Period(first=date(2027, 1, 1), last=date(2027, 5, 2)), "period = { first = 2027-01-01, last = 2027-05-02 }"),
        (Period(first=date(2027, 5, 1)), "period = { first = 2027-05-01 }"),
    ],
)
def test_a_period_is_written_as_shortly_as_it_can_be(period: Period, line: str) -> None:
    """A day, a year or a part of one, and otherwise its first and its last day."""
    assert line in written(plan(activities=(Activity(text="samråd", period=period),)))


# Who


def test_the_two_agencies_are_members_unless_the_file_says_otherwise() -> None:
    """None, one alone, and one that has left, are written; both are not."""
    state, labour = Member(organisation=FORSAKRINGSKASSAN), Member(organisation=ARBETSFORMEDLINGEN)
    left = evolve(labour, left=date(2020, 12, 31))

    def agencies(*agencies: Member[Any]) -> list[str]:
        of = written(plan(association=evolve(BYGDEN, agencies=agencies)))
        return [line for line in of if "agenc" in line]

    assert [agencies(state, labour), agencies(), agencies(state), agencies(state, left)] == [
        [],
        ["agencies = []"],
        ['agencies = ["Försäkringskassan"]'],
        ["agencies = ["],
    ]


def test_a_member_with_days_is_a_table() -> None:
    """Only the day that is known."""
    joined = Member(organisation=municipality("Habo"), joined=date(2011, 1, 1))
    of = plan(association=Association.of("Bygden", municipalities=[joined, "Mullsjö"]))
    assert '    { name = "Habo", joined = 2011-01-01 },' in written(of)
    assert '    "Mullsjö",' in written(of)


# Splits


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (Shares({"Habo": "60 %", "Mullsjö": "2/5"}), 'shares = { Habo = "60 %", "Mullsjö" = "40 %" }'),
        (Shares({"Habo": "1/3", "Mullsjö": "2/3"}), 'shares = { Habo = "1/3", "Mullsjö" = "2/3" }'),
        (
            ByPopulation({"Habo": 3, "Mullsjö": 2}, on=date(2026, 11, 1), source="SCB"),
            'population = { Habo = 3, "Mullsjö" = 2 }, on = 2026-11-01, source = "SCB"',
        ),
        (ByPopulation({"Habo": 3, "Mullsjö": 2}), 'population = { Habo = 3, "Mullsjö" = 2 }'),
        (
            ByFigures({"Habo": 7_120, "Mullsjö": Decimal("4050.50")}, of="barn", unit="st", source="SCB"),
            'figures = { Habo = 7120, "Mullsjö" = "4050,50" }, of = "barn", unit = "st", source = "SCB"',
        ),
        (Equal(), "equal = true"),
        (Fixed({"Habo": 600, "Mullsjö": 400}), 'amounts = { Habo = 600, "Mullsjö" = 400 }'),
        (ToBeSplit(by="population", on=date(2026, 11, 30)), 'to_be_split_by = "population", on = 2026-11-30'),
        (ToBeSplit(by="population"), 'to_be_split_by = "population"'),
        (Unpublished(), "unpublished = true"),
        (NotAgreed(), "not_agreed = true"),
        (PartlyKnown({"Habo": 93_840}), "known = { Habo = 93_840 }"),
    ],
    ids=str,
)
def test_a_split_is_written_as_its_key_with_its_years(key: SplitKey, line: str) -> None:
    """The key of some years names them, and the key of all other years names none."""
    total = {2027: kr(4_000), 2028: kr(4_000)}
    of = written(plan(funding=Funding(total=total, split=[Agreement(key=key, years=(2027, 2028))])))
    assert f"    {{ {line}, years = [2027, 2028] }}," in of
    assert f"    {{ {line} }}," in written(plan(funding=Funding(total=total, split=key)))


def test_a_mixture_is_written_as_its_parts() -> None:
    """A line for each, with its weight; other years have other keys."""
    mixture = Mixture([("75 %", Equal()), ("25 %", ByPopulation({"Habo": 1, "Mullsjö": 1}))])
    funding = Funding(
        total={2027: kr(4_000), 2028: kr(4_000)},
        split=[Agreement(key=mixture), Agreement(key=Equal(), years=(2028,))],
        unit={2027: kr(100)},
    )
    of = written(plan(funding=funding))
    assert '    { weight = "75 %", equal = true },' in of
    assert '    { weight = "25 %", population = { Habo = 1, "Mullsjö" = 1 } },' in of
    assert "    { equal = true, years = [2028] }," in of
    assert "unit = { 2027 = 100 }" in of


@pytest.mark.parametrize("key", [Equal(), ToBeSplit(by="population"), Shares({"Habo": "1/9"})])
@pytest.mark.parametrize("years", [None, (), (2027,)])
def test_no_years_are_not_all_years(key: SplitKey, years: tuple[int, ...] | None) -> None:
    """An agreement of no year, one of some, and one of every year that no other names, are three things."""
    funding = Funding(total={2027: kr(4_000)}, split=[Agreement(key=key, years=years)])
    assert loads(dumps(plan(funding=funding))).funding == funding


# What the document states


def test_what_the_document_states_is_a_table_a_place() -> None:
    """Its columns and times side by side, as in the document, and its figures as they are printed."""
    budget = Stated(
        where="4. Budget",
        contributions={"Habo": Columns(budget={2027: "8,5 tkr"})},
        parties={Party.STATE: Columns(budget={2027: 7})},
        closing=Columns(budget={2027: "6 000"}, forecast={2026: kr("5,50")}),
        shares=Columns(budget={2027: {Category.NEW: "6,80 %"}}),
    )
    of = written(plan(stated=(Stated(where="Bilaga", costs=Columns(budget={2027: "ca 627 tkr"})), budget)))
    assert of[-10:] == [
        "[[stated]]",
        'where = "Bilaga"',
        'costs = { budget = { 2027 = "ca 627 tkr" } }',
        "",
        "[[stated]]",
        'where = "4. Budget"',
        'contributions = { Habo = { budget = { 2027 = "8,5 tkr" } } }',
        "parties = { state = { budget = { 2027 = 7 } } }",
        'closing = { budget = { 2027 = 6000 }, forecast = { 2026 = "5,50" } }',
        'shares = { budget = { 2027 = { new = "6,80 %" } } }',
    ]


def test_two_tables_of_one_place_stay_two() -> None:
    """A document can state the same thing twice on one page, and not alike."""
    first = Stated(where="4. Budget", costs=Columns(budget={2027: 1}))
    of = plan(stated=(first, evolve(first, costs=Columns(budget={2027: 2})), first))
    assert loads(dumps(of)).stated == of.stated
    assert from_dict(to_dict(of)).stated == of.stated


# What is long


def test_a_long_text_stands_on_several_lines() -> None:
    """A vision of two hundred sentences is read again; TOML joins what ends with a backslash."""
    of = written(plan(vision="Alla ska ha ett arbete. " * 200))
    assert of[2] == 'vision = """\\'
    assert max(map(len, of)) <= 120


def test_a_long_list_has_a_line_for_each_of_its_texts() -> None:
    """A short one has one line."""
    of = written(plan(orientation=tuple(f"Mening nummer {number}." for number in range(100)), tasks=("en", "två")))
    assert "orientation = [" in of
    assert '    "Mening nummer 99.",' in of
    assert 'tasks = ["en", "två"]' in of


def test_a_wide_table_has_a_line_for_each_of_its_keys() -> None:
    """The population of a hundred municipalities is no line of thousands of characters."""
    population = {f"Kommun {number}": 1_000 for number in range(100)}
    of = written(plan(need=Need(population=population, share=share("5 %"))))
    assert 'population."Kommun 99" = 1000' in of


# Nothing is not zero


@pytest.mark.parametrize(
    "said",
    [
        {"governance": Governance()},
        {"governance": Governance(auditors=(), charter=Charter(), adoption=Adoption())},
        {"governance": Governance(charter=Charter(absent=(1,)), adoption=Adoption(consulted=False))},
        {"longest_intervention": 1, "least_parties": 1},
        {"chapters": ()},
        {"equity": Equity(opening=Columns(outcome={2026: kr(0)}), ceiling=Fraction(0))},
        {"funding": Funding(total={2027: kr(0)}, unit={})},
        {"stated": (Stated(where="Bilaga"),)},
        {"costs": costs("a")},
    ],
    ids=str,
)
def test_what_is_there_and_says_nothing_is_still_there(said: dict[str, Any]) -> None:
    """An empty list of auditors is not an unknown one, no is not silence, and zero kronor are an amount."""
    assert loads(dumps(plan(**said))) == plan(**said)


def test_the_least_plan_is_a_few_lines() -> None:
    """Nothing is written of what nothing is said of."""
    assert re.sub(r"\n+", "\n", dumps(plan())) == (
        "format = 1\n"
        "year = 2027\n"
        "[association]\n"
        'name = "Exempelbygden"\n'
        'municipalities = ["Habo", "Mullsjö"]\n'
        'regions = ["Region Jönköpings län"]\n'
    )


def test_the_tables_of_a_plan_are_as_json_has_them() -> None:
    """Kronor are numbers; öre, shares and days are text."""
    [row] = costs("a")
    of = plan(
        association=evolve(BYGDEN, formed=date(2011, 4, 1)),
        equity=Equity(ceiling=Fraction(1, 5)),
        costs=(evolve(row, budget={2027: kr(10_000), "2027-08-31": kr("0,50")}),),
    )
    assert to_dict(of) == {
        "format": 1,
        "year": 2027,
        "association": {
            "name": "Exempelbygden",
            "formed": "2011-04-01",
            "municipalities": ["Habo", "Mullsjö"],
            "regions": ["Region Jönköpings län"],
        },
        "equity": {"ceiling": "20 %"},
        "costs": [{"id": "a", "name": "A", "category": "new", "budget": {"2027": 10_000, "2027-08-31": "0,50"}}],
    }


# What no file can hold


def refusal(of: OperationalPlan) -> str:
    with pytest.raises(FileError) as caught:
        dumps(of)
    assert caught.value.file == "plan"
    assert all(problem.line is None for problem in caught.value.problems)
    return str(caught.value)


ELSEWHERE = Municipality(code="9999", name="Bygden", official_name="Bygdens kommun", region_code="06")
RIGHT_FILE = "look whether it is the right file"


def row(**figures: Any) -> dict[str, Any]:
    """A plan's costs of one row with those figures."""
    return {"costs": (Cost(id="a", name="A", category=Category.NEW, **figures),)}


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"association": evolve(BYGDEN, name="")}, 'association.name: "" is not text; write it in quotes'),
        ({"year": 1}, "year: 1 is not a year; write four digits, as 2027"),
        ({"year": 2101}, "year: 2101 is not a year from 2004, when the act came into force, to 2100"),
        (
            row(budget={2101: kr(1)}),
            'costs[1] "a".budget.2101: 2101 is not a year from 2004, when the act came into force, to 2100',
        ),
        (
            row(budget={2027: kr(10**31)}),
            (
                'costs[1] "a".budget.2027: a number of more than thirty digits is not an amount; '
                'write whole kronor as 120_810, and öre as "120 810,50"'
            ),
        ),
        (
            {"equity": Equity(ceiling=Fraction(1, 3**20))},
            'equity.ceiling: "1/3486784401" has more than nine digits after /; write per cent as "6,8 %"',
        ),
        (
            {"association": Association(name="Bygden", municipalities=(Member(organisation=ELSEWHERE),))},
            'association.municipalities[1]: there is no municipality "Bygden"',
        ),
        (
            {"need": Need(population={"": 1}, share=share("5 %"))},
            'need.population."": "" is not text; write it in quotes',
        ),
        (
            {"tasks": tuple(f"uppgift {number}" for number in range(500))},
            f"has a table or a list of more than 400 rows, which no plan has; {RIGHT_FILE}",
        ),
        ({"tasks": ("x" * 700,) * 390}, f"is larger than 250 kB, which no plan is; {RIGHT_FILE}"),
    ],
)
def test_what_no_file_can_hold_is_refused_with_its_place(parts: dict[str, Any], message: str) -> None:
    """A file that could not be read again is not written."""
    assert refusal(plan(**parts)) == f"plan: {message}"


def test_a_file_is_measured_in_bytes() -> None:
    """A letter with a ring or dots takes two: what `dumps` gives, `load` reads."""
    assert refusal(plan(vision="å" * 130_000)) == f"plan: is larger than 250 kB, which no plan is; {RIGHT_FILE}"
    assert len(dumps(plan(vision="a" * 130_000)).encode()) < 250_000


@pytest.mark.parametrize(
    ("parts", "place"),
    [({"vision": "Alla\ud800"}, "vision"), ({"tasks": ("Alla", "i", "\udfffarbete")}, "tasks[3]")],
)
def test_half_a_character_is_no_text(parts: dict[str, Any], place: str) -> None:
    """A lone surrogate, as a broken conversion leaves one, is in no UTF-8."""
    assert refusal(plan(**parts)).startswith(f"plan: {place}: ")


def test_another_municipality_of_a_known_name_is_not_taken_for_it() -> None:
    """What would be read as something else is refused."""
    habo = Association(name="Bygden", municipalities=(Member(organisation=evolve(ELSEWHERE, name="Habo")),))
    assert refusal(plan(association=habo)) == "plan: would not be the same when it is read again"


@pytest.mark.parametrize(
    "parts",
    [
        {"year": 2004},
        {"year": 2100},
        row(budget={2027: kr(10**30 - 1), 2028: kr(1 - 10**30)}),
        row(budget={2027: Money(ore=10**25 + 1)}),
        {"equity": Equity(ceiling=Fraction(1, 999_999_999))},
        {"equity": Equity(ceiling=Fraction(1, 10**60))},
        {"tasks": tuple(f"uppgift {number}" for number in range(400))},
        {"tasks": ("x" * 600,) * 390},
        {"vision": "\0\x1b\x7f\ufeff\U0001f600\r\n\u2028"},
        {"association": Association(name=" ab ")},
    ],
    ids=lambda parts: str(parts)[:40],
)
def test_nothing_else_is_refused(parts: dict[str, Any]) -> None:
    """What is at the edge of what a file can hold is held."""
    assert loads(dumps(plan(**parts))) == plan(**parts)


# On the disk


OLD, NEW = plan(vision="Den gamla"), plan(vision="Den nya")


def unwritable(of: OperationalPlan, path: Path | str) -> str:
    """Why the plan cannot be written there, after the name of the file."""
    with pytest.raises(FileError) as caught:
        dump(of, path)
    assert caught.value.file == str(path)
    return str(caught.value).removeprefix(f"{visible(str(path))}: ")


def names_in(folder: Path) -> list[str]:
    """Everything that is in the folder."""
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with the old plan, alone in its folder."""
    path = tmp_path / "plan.toml"
    dump(OLD, path)
    return path


def test_a_new_file_is_written_and_read(tmp_path: Path) -> None:
    """By its path or by its name; nothing else is left in the folder."""
    dump(NEW, tmp_path / "plan.toml")
    dump(NEW, str(tmp_path / "other.toml"))
    assert load(tmp_path / "plan.toml") == load(tmp_path / "other.toml") == NEW
    assert names_in(tmp_path) == ["other.toml", "plan.toml"]
    assert (tmp_path / "plan.toml").read_bytes() == dumps(NEW).encode()


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(of=whole_plans())
def test_what_is_written_to_a_file_is_loaded_from_it(tmp_path: Path, of: OperationalPlan) -> None:
    """As from text."""
    dump(of, tmp_path / "plan.toml")
    assert load(tmp_path / "plan.toml") == of


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o664])
def test_a_file_keeps_its_mode(path: Path, mode: int) -> None:
    """Who may read the plan is for its owner to say."""
    path.chmod(mode)
    dump(NEW, path)
    assert (load(path), stat.S_IMODE(path.stat().st_mode), names_in(path.parent)) == (NEW, mode, [path.name])


def test_a_link_goes_on_leading_to_the_file(path: Path, tmp_path: Path) -> None:
    """The file is written, wherever it is, and the link is left alone; also where there is no file yet."""
    for name, target in (("old.toml", path), ("new.toml", path.with_name("not-yet.toml"))):
        link = tmp_path / "links" / name
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(os.path.relpath(target, link.parent))
        dump(NEW, link)
        assert (link.is_symlink(), link.resolve(), load(target)) == (True, target, NEW)
    assert names_in(tmp_path / "links") == ["new.toml", "old.toml"]
    assert names_in(tmp_path) == ["links", "not-yet.toml", "plan.toml"]


def test_what_cannot_be_held_leaves_the_file_as_it_was(path: Path) -> None:
    """A plan that no file can hold is refused before anything is written."""
    with pytest.raises(FileError) as caught:
        dump(plan(year=1), path)
    assert str(caught.value) == "plan: year: 1 is not a year; write four digits, as 2027"
    assert (load(path), names_in(path.parent)) == (OLD, [path.name])


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of an administrator, for whom no folder is closed."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_folder_that_cannot_be_written_is_told() -> None:
    """The file in it is as it was."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.toml"
        dump(OLD, path)
        path.parent.chmod(0o555)
        with as_nobody():
            assert unwritable(NEW, path) == "cannot be written: permission is denied"
        assert (load(path), names_in(path.parent)) == (OLD, [path.name])


def test_where_there_is_no_folder_nothing_is_written(path: Path) -> None:
    """Neither in a folder that is not there nor in a file."""
    assert unwritable(NEW, path.parent / "none" / "plan.toml") == "cannot be written: there is no such folder"
    assert unwritable(NEW, path / "plan.toml") == "cannot be written: its path goes through what is not a folder"
    assert (load(path), names_in(path.parent)) == (OLD, [path.name])


def test_a_name_that_cannot_be_is_refused() -> None:
    """No file has a zero byte in its name."""
    assert unwritable(NEW, "pl\0an") == "is not the name of a file"


def test_only_a_file_is_replaced(tmp_path: Path) -> None:
    """A device is not, nor a folder, nor a pipe."""
    os.mkfifo(tmp_path / "pipe")
    ends = os.openpty()  # a device beside which no file can be made, should it not be refused
    for path in (Path(os.ttyname(ends[1])), tmp_path, tmp_path / "pipe"):
        kind = stat.S_IFMT(path.stat().st_mode)
        assert unwritable(NEW, path) == "is not a file that can be written"
        assert stat.S_IFMT(path.stat().st_mode) == kind
    assert names_in(tmp_path) == ["pipe"]
    for end in ends:
        os.close(end)


def in_another_process(path: Path, before: str) -> subprocess.CompletedProcess[str]:
    """What comes of it when another process writes the new plan, in which something is done before."""
    program = f"""
import os, resource, signal, sys
from finsam import FileError, dump, load
from attrs import evolve
plan = evolve(load(sys.argv[1]), vision="Den nya")
{before}
try:
    dump(plan, sys.argv[1])
except FileError as error:
    print(error)
"""
    return subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False)


def test_on_a_full_disk_the_old_file_is_whole(path: Path) -> None:
    """What there is no room for takes no file's place."""
    done = in_another_process(path, "resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))")
    assert (done.returncode, done.stdout) == (0, f"{path}: cannot be written: File too large\n")
    assert (load(path), names_in(path.parent)) == (OLD, [path.name])


@pytest.mark.parametrize(
    "death",
    [
        "os.fsync = lambda file: os.kill(os.getpid(), signal.SIGKILL)",
        "os.replace = os.rename = lambda *names: os.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_killed_in_the_middle_the_old_file_is_whole(path: Path, death: str) -> None:
    """The new one takes its place when all of it is on the disk, and not before; the next writing is not in the way."""
    assert in_another_process(path, death).returncode == -9
    assert load(path) == OLD
    dump(NEW, path)
    assert load(path) == NEW


def test_an_interrupt_leaves_nothing_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever presses Ctrl-C has the old file and no other."""

    def interrupt(file: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        dump(NEW, path)
    assert (load(path), names_in(path.parent)) == (OLD, [path.name])

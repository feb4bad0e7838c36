"""Many plans together as people and machines see them: the report, its record, and `finsam overview`."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from command import refused, run
from finsam import example, examples, followup, loads, reports
from finsam.errors import Problem
from finsam.followup import Range
from finsam.interventions import Orientation
from finsam.language import LANGUAGES, Language
from finsam.money import Money
from finsam.overview import PassedOver, Portfolio
from finsam.reports import overview_records
from finsam.reports.overview import overview
from finsam.rows import Column
from invented_country import follow_up_text, plan_text, write_plans
from plan_strategies import plans
from strategies import tries
from test_overview import POPULATION, plan

BROKEN = "format = \n"


def text(of: Portfolio, language: Language = "en", **asked: Any) -> str:
    return reports.text(overview(of, **asked), language)


def lines(of: Portfolio, language: Language = "en", **asked: Any) -> list[list[str]]:
    return [line.split() for line in text(of, language, **asked).splitlines()]


def followed(count: int, participants: int = 30) -> Portfolio:
    """Plans with a follow-up each, all with so many participants."""
    told = [
        follow_up_text(number).replace(f"participants = {25 + number % 40}", f"participants = {participants}")
        for number in range(count)
    ]
    return Portfolio.of([*(loads(plan_text(number)) for number in range(count)), *map(followup.loads, told)])


@tries(10)
@given(plans())
def test_every_portfolio_has_a_report_and_a_record(drawn: Any) -> None:
    """In both languages, over the years and for each of them, within a terminal; the record is JSON."""
    of = Portfolio.of([drawn])
    for year in (None, drawn.year, drawn.year + 1):
        for language in LANGUAGES:
            shown = text(of, language, year=year)
            assert max(map(len, shown.splitlines())) <= 80
            assert json.loads(json.dumps(overview_records.overview(of, language, year=year)))


def test_over_the_years_each_column_stands_by_itself() -> None:
    """Södra Vätterbygden's budget and outcome of 2017, and what is left out of each year."""
    of = Portfolio.of(map(example, examples()))
    shown = lines(of, column=Column.OUTCOME)
    assert ["Total", "5", "332", "690"] in shown
    assert ["Left", "out", "4"] in shown
    assert ["Total", "6", "700", "040"] not in shown
    assert ["Uppföljt", "2018"] not in lines(of, "sv")


def test_a_year_is_told_association_by_association() -> None:
    """With its sum, who stands out, and who is left out."""
    of = Portfolio.of(
        [plan(POPULATION.replace("1_000", str(1_000 + number)), name=f"F{number}") for number in range(8)]
    )
    much = Portfolio.of(
        [
            *(plan(POPULATION.replace("1_000", str(1_000 + number)), name=f"F{number}") for number in range(8)),
            plan(POPULATION.replace("1_000", "99_000"), name="Mycket"),
            plan(name="Tyst"),
        ]
    )
    assert "Stands out" not in text(of, year=2027)
    shown = " ".join(text(much, year=2027).split())
    assert "Stands out, contributions per inhabitant: Mycket" in shown
    assert (
        "Left out of Contributions by the terms 2027, kr: Tyst: what the parties contribute in 2027 is not said"
        in shown
    )
    assert "Inhabitants by the plans, on: 2025-12-31" in shown
    swedish = " ".join(text(much, "sv", year=2027).split())
    assert "Sticker ut, bidrag per invånare: Mycket" in swedish
    assert "Invånare enligt planerna, den: 2025-12-31" in swedish


def test_what_is_not_decided_and_what_is_preliminary_is_said() -> None:
    """Under the table in which it stands."""
    offered = plan('[funding]\ntotal = { 2027 = 100 }\nstanding = { 2027 = "offered" }')
    assert "Offered or reserved, not decided: Bygden" in text(Portfolio.of(offered), year=2027)
    shown = " ".join(text(Portfolio.of(example("sodra-vatterbygden-2018")), year=2017).split())
    assert "Preliminary: Samordningsförbundet Södra Vätterbygden" in shown


def test_what_is_not_read_stands_first(tmp_path: Path) -> None:
    """Each problem with its file; the same of many files once, with the first few of them."""
    same = plan("", name="X").check()[0].message
    passed = [PassedOver(file=f"{number}.toml", problems=(Problem(message=same),)) for number in range(5)]
    of = Portfolio(plans=(), unread=tuple(passed), left_out=tuple(passed[:1]))
    assert text(of).splitlines()[:3] == ["Overview (plans: 0, associations: 0)", "", "Not read: 5"]
    shown = " ".join(text(of).split())
    assert f"- 0.toml, 1.toml, 2.toml and 2 more: {same}" in shown
    assert f"Read, but in no table: 1 - 0.toml: {same}" in shown
    assert "0.toml, 1.toml, 2.toml och 2 till:" in " ".join(text(of, "sv").split())


def test_counts_of_a_few_people_are_hidden() -> None:
    """In the tables and in the record; with `least` zero they are shown."""
    few = followed(1, participants=3)
    for year in (None, 2027):
        assert ["Individual-oriented", "1", "1", "..", "0", "2", "0"] in lines(few, year=year)
        assert ["Individual-oriented", "1", "1", "3", "0", "2", "0"] in lines(few, year=year, least=0)
    assert ["Unga", "vuxna", "1", "1", "..", "0", "2", "0"] in lines(few, year=2027)
    record = overview_records.overview(few, column=Column.OUTCOME)["interventions"][-1]["orientations"][0]
    assert (record["participants"], record["groups"][0]["participants"]) == (None, None)
    shown = overview_records.overview(few, column=Column.OUTCOME, least=0)["interventions"][-1]["orientations"][0]
    assert shown["participants"] == {"low": 3, "high": 3}


def test_a_hidden_count_cannot_be_worked_out_of_the_others() -> None:
    """Of two groups with 3 and 26, the second is hidden too, since together they are at most 29."""
    texts = [follow_up_text(0).replace("participants = 25", "participants = 3"), follow_up_text(1)]
    of = Portfolio.of([*(loads(plan_text(n)) for n in range(2)), *map(followup.loads, texts)])
    together = of.interventions(2027, Column.OUTCOME).by_orientation[Orientation.INDIVIDUAL]
    assert together.participants == Range(low=Range.exactly(26).low, high=Range.exactly(29).high)
    groups = overview_records.overview(of, column=Column.OUTCOME)["interventions"][-1]["orientations"][0]["groups"]
    assert [each["participants"] for each in groups] == [None, None]


def test_an_invented_follow_up_is_said_to_be_one() -> None:
    """In both languages."""
    assert "Plans with a follow-up: 2, of which 2 are invented" in text(followed(2))
    assert "Planer med uppföljning: 2, varav 2 är påhittade" in text(followed(2), "sv")


def test_the_record_has_whole_ore_and_exact_shares() -> None:
    """What does not come out even is text."""
    of = Portfolio.of([plan(POPULATION), example("hoglandet-2023")])
    record = overview_records.overview(of, year=2027)
    [paid] = record["contributions"]
    assert paid["rows"][0]["per_inhabitant_ore"] == "10000/3"
    assert paid["sums_ore"] == {"state": 50_000, "regions": 25_000, "municipalities": 25_000}
    assert record["costs"] == []
    every = overview_records.overview(of, column=Column.BUDGET)
    assert [(each["year"], each["column"], each["share"]) for each in every["equity"]] == [
        (year, "budget", "85411/1610800") for year in (2023, 2024, 2025)
    ]
    assert every["findings"]["plans"] == 2
    ends = Portfolio.of(plan(POPULATION)).contributions(2027).spread
    assert ends is not None
    assert paid["spread_ore"]["median"] == ends.median == Money(ore=100_000).ore


def test_participants_without_an_end_are_null_there() -> None:
    """At least 40 is from 40 on."""
    told = follow_up_text(5).replace("participants = 30", 'participants = "minst 40"')
    of = Portfolio.of([loads(plan_text(5)), followup.loads(told)])
    record = overview_records.overview(of, column=Column.OUTCOME)["interventions"][-1]["orientations"][0]
    assert record["participants"] == {"low": 40, "high": None}


# The command


def test_the_command_reads_a_folder(tmp_path: Path) -> None:
    """And prints what the report says, in either language."""
    [*write_plans(tmp_path, 3)]
    of = Portfolio.of(tmp_path)
    for language in LANGUAGES:
        assert run("overview", tmp_path, "--lang", language) == (0, f"{text(of, language)}\n", "")
    said = run("overview", tmp_path, "--year", "2028", "--column", "budget")
    assert said.out == f"{text(of, year=2028, column=Column.BUDGET)}\n"
    record = json.loads(run("overview", tmp_path, "--json", "--year", "2028").out)
    assert record == json.loads(json.dumps(overview_records.overview(of, year=2028)))


def test_the_command_reads_several_files_and_examples(tmp_path: Path) -> None:
    """Also those that stand after an option."""
    [file, _] = write_plans(tmp_path, 2)
    said = run("overview", file, "--year", "2023", "hoglandet-2023")
    assert said.status == 0
    assert said.out.startswith("Overview (plans: 2, associations: 2)\n")


def test_the_command_tells_what_it_cannot_read_and_prints_the_rest(tmp_path: Path) -> None:
    """The exit status is 2."""
    [file] = write_plans(tmp_path, 1)
    (tmp_path / "trasig.toml").write_text(BROKEN, "utf-8")
    said = run("overview", tmp_path)
    assert said.status == 2
    assert said.out.startswith("Overview (plans: 1, associations: 1)\n\nNot read: 1\n")
    assert json.loads(run("overview", tmp_path, "--json").out)["unread"][0]["problems"][0]["line"] == 1
    assert run("overview", file, tmp_path / "ingen").status == 2


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("en", "there is no such folder and no such file; look at how it is written\n"),
        ("sv", "det finns ingen sådan mapp och ingen sådan fil; se efter hur den är skriven\n"),
    ],
)
def test_the_command_refuses_a_folder_that_is_not_there(language: str, end: str, tmp_path: Path) -> None:
    """It prints nothing else."""
    assert refused("overview", tmp_path / "ingen", "--lang", language) == f"{tmp_path / 'ingen'}: {end}"


def test_the_command_asks_for_a_folder() -> None:
    """Where nothing is given."""
    assert refused("overview").endswith("finsam: say which plans: a folder, their files, or the names of examples\n")
    assert refused("overview", "--lang", "sv").endswith(
        "finsam: ange vilka planer: en mapp, deras filer, eller namn på exempel\n"
    )

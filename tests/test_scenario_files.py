"""A file of scenarios: what it holds is what is read from it, and what is wrong in it is told whole, with its line."""

import copy
import json
import pickle
import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given

from fields import missed
from finsam import FileError, followup, loads, scenarios
from finsam.files.shape import all_keys_of, tables_of
from finsam.files.swedish import english
from finsam.language import LANGUAGES
from finsam.scenarios import PlanChange, Scenario, ScenarioSet
from names import NAMES
from scenario_strategies import changes, scenario_sets
from strategies import tries

# Laws


@tries(30)
@given(scenario_sets())
def test_what_is_written_is_read_as_the_same_scenarios(of: ScenarioSet) -> None:
    """Every set of scenarios survives its file, and its tables as JSON."""
    assert scenarios.loads(scenarios.dumps(of)) == of
    assert scenarios.from_dict(scenarios.to_dict(of)) == of
    assert scenarios.from_dict(json.loads(json.dumps(scenarios.to_dict(of)))) == of


@tries(10)
@given(scenario_sets())
def test_what_is_read_is_written_as_it_was(of: ScenarioSet) -> None:
    """To save a file that finsam wrote changes nothing in it."""
    text = scenarios.dumps(of)
    assert scenarios.dumps(scenarios.loads(text)) == text


@tries(50)
@given(changes())
def test_repr_builds_the_change_again(change: PlanChange) -> None:
    """What is shown is Python, in the names of finsam and of the standard library, that gives the same again."""
    assert eval(repr(change), NAMES) == change


@tries(20)
@given(scenario_sets())
def test_scenarios_can_be_shown_pickled_and_copied(of: ScenarioSet) -> None:
    """And are then the same, and as good a key."""
    assert eval(repr(of), NAMES) == of
    for other in (pickle.loads(pickle.dumps(of)), copy.copy(of), copy.deepcopy(of)):
        assert (other, hash(other)) == (of, hash(of))


@tries(50)
@given(changes())
def test_a_change_can_be_told_in_both_languages(change: PlanChange) -> None:
    """A sentence without anything that is Python's."""
    for language in LANGUAGES:
        said = change.text.to(language)
        assert said
        assert not re.search(r"None|Fraction|Text\(", said.replace(getattr(change, "row", ""), ""))


def test_every_field_of_every_change_is_drawn() -> None:
    """So that what is added to a change cannot be forgotten by its file: the laws above are then about it too."""
    assert missed(ScenarioSet, scenario_sets()) == set()


# What is wrong

HEADING = 'format = 1\nkind = "scenarios"\n\n'
FILE = f"""{HEADING}[[scenario]]
name = "mer"
changes = [{{ total = 4_100_000, from = 2028 }}]
"""
KINDS = "total, state, regions, municipalities, per_inhabitant, more, split, region_split, unit, part_year"
CHANGES = f"{KINDS}, population, row, new_cost, new_income, opening, joins, leaves, offers, ceilings"


def refusal(text: str) -> tuple[list[str], list[str]]:
    """All that is said of a text that holds no scenarios, in English and in Swedish, a line a problem."""
    with pytest.raises(FileError) as caught:
        scenarios.loads(text, name="s.toml")
    return caught.value.text("en").splitlines(), caught.value.text("sv").splitlines()


def said(line: int | None, place: str, en: str, sv: str) -> tuple[list[str], list[str]]:
    """One problem, in both languages."""
    where, var = ("", "") if line is None else (f"line {line}, ", f"rad {line}, ")
    return [f"s.toml: {where}{place}: {en}"], [f"s.toml: {var}{place}: {sv}"]


def changed(change: str) -> tuple[list[str], list[str]]:
    """What is said of the file with that for its only change, which stands on line 6."""
    return refusal(f'{HEADING}[[scenario]]\nname = "mer"\nchanges = [{{ {change} }}]\n')


def test_the_file_that_the_others_spoil_is_in_order() -> None:
    """Nothing but what is said is wrong in what follows."""
    assert len(scenarios.loads(FILE)) == 1
    assert len(scenarios.loads(HEADING)) == 0


@pytest.mark.parametrize(
    ("heading", "line", "place", "en", "sv"),
    [
        (
            "",
            None,
            "format",
            "is missing; write format = 1 on the first line",
            "saknas; skriv format = 1 på första raden",
        ),
        (
            'format = 2\nkind = "scenarios"\n',
            1,
            "format",
            "2 is later than 1, the latest that this finsam reads; install a later finsam",
            "2 är senare än 1, det senaste som denna finsam läser; installera en senare finsam",
        ),
        (
            'format = "1"\nkind = "scenarios"\n',
            1,
            "format",
            '"1" is not a format; write format = 1',
            '"1" är inget format; skriv format = 1',
        ),
        (
            "format = 1\n",
            None,
            "kind",
            'is missing; write kind = "scenarios" under format, if that is what it is',
            'saknas; skriv kind = "scenarios" under format, om det är vad det är',
        ),
        (
            'format = 1\nkind = "scenarier"\n',
            2,
            "kind",
            '"scenarier" is no kind of file; write kind = "scenarios"',
            '"scenarier" är inget slags fil; skriv kind = "scenarios"',
        ),
        (
            "format = 1\nkind = 5\n",
            2,
            "kind",
            '5 is no kind of file; write kind = "scenarios"',
            '5 är inget slags fil; skriv kind = "scenarios"',
        ),
        (
            'format = 1\nkind = "plan"\n',
            2,
            "kind",
            "this is a plan and not a file of scenarios; finsam.load reads it, and finsam report prints it",
            "detta är en plan och inte en fil med scenarier; finsam.load läser den, och finsam report skriver ut den",
        ),
        (
            'format = 1\nkind = "follow-up"\n',
            2,
            "kind",
            (
                "this is a follow-up and not a file of scenarios; finsam.followup.load reads it, and finsam follow-up "
                "prints it"
            ),
            (
                "detta är en uppföljning och inte en fil med scenarier; finsam.followup.load läser den, och finsam "
                "follow-up skriver ut den"
            ),
        ),
    ],
)
def test_another_kind_of_file_is_told(heading: str, line: int | None, place: str, en: str, sv: str) -> None:
    """What it is, and what reads it."""
    assert refusal(heading) == said(line, place, en, sv)


def test_scenarios_are_no_plan_and_no_follow_up() -> None:
    """Who reads a plan or a follow-up is told what reads this."""
    for load, kind, slag in ((loads, "a plan", "en plan"), (followup.loads, "a follow-up", "en uppföljning")):
        with pytest.raises(FileError) as caught:
            load(FILE, name="s.toml")
        assert (caught.value.text("en"), caught.value.text("sv")) == (
            (
                f"s.toml: line 2, kind: this is a file of scenarios and not {kind}; "
                f"finsam.scenarios.load reads it, and "
                "finsam what-if after its plan prints it"
            ),
            (
                f"s.toml: rad 2, kind: detta är en fil med scenarier och inte {slag}; "
                f"finsam.scenarios.load läser den, och "
                "finsam what-if efter planen skriver ut den"
            ),
        )


@pytest.mark.parametrize(
    ("tables", "line", "place", "en", "sv"),
    [
        (
            '[[scenarios]]\nname = "mer"\n',
            4,
            "scenarios",
            'there is no such key; did you mean "scenario"?',
            'det finns ingen sådan nyckel; menades "scenario"?',
        ),
        (
            '[[scenarier]]\nnamn = "mer"\n',
            4,
            "scenarier",
            'there is no such key; did you mean "scenario"?',
            'det finns ingen sådan nyckel; menades "scenario"?',
        ),
        (
            '[scenario]\nname = "mer"\nchanges = [{ total = 5 }]\n',
            4,
            "scenario",
            "a table is not a list; write its heading as [[scenario]], or [ and ] around { }",
            "en tabell är ingen lista; skriv rubriken som [[scenario]], eller [ och ] omkring { }",
        ),
        (
            "year = 2027\n",
            4,
            "year",
            'there is no such key; there is "plan", "scenario"',
            'det finns ingen sådan nyckel; det finns "plan", "scenario"',
        ),
        ("plan = 5\n", 4, "plan", "5 is not text; write it in quotes", "5 är ingen text; skriv den inom citattecken"),
        (
            '[[scenario]]\nname = "mer"\n',
            4,
            'scenario[1] "mer".changes',
            "is missing; write changes = [{ total = 4_100_000 }]",
            "saknas; skriv changes = [{ total = 4_100_000 }]",
        ),
        (
            "[[scenario]]\nchanges = [{ total = 5 }]\n",
            4,
            "scenario[1].name",
            'is missing; write name = "..."',
            'saknas; skriv name = "..."',
        ),
        (
            '[[scenario]]\nname = "mer"\nchanges = []\n',
            6,
            'scenario[1] "mer".changes',
            'the scenario "mer" changes nothing; write what is to be otherwise',
            'scenariot "mer" ändrar inget; skriv vad som ska vara annorlunda',
        ),
        (
            '[[scenario]]\nname = "mer"\nchange = [{ total = 5 }]\n',
            6,
            'scenario[1] "mer".change',
            'there is no such key; did you mean "changes"?',
            'det finns ingen sådan nyckel; menades "changes"?',
        ),
        (
            '[[scenario]]\nname = "mer"\nändringar = [{ total = 5 }]\n',
            6,
            "ändringar",
            "write changes",
            "skriv changes",
        ),
        (
            '[[scenario]]\nname = "mer"\nchanges = { total = 5 }\n',
            6,
            'scenario[1] "mer".changes',
            "a table is not a list; write its heading as [[scenario.changes]], or [ and ] around { }",
            "en tabell är ingen lista; skriv rubriken som [[scenario.changes]], eller [ och ] omkring { }",
        ),
        (
            '[[scenario]]\nname = "mer"\nchanges = ["Habo lämnar"]\n',
            6,
            'scenario[1] "mer".changes[1]',
            '"Habo lämnar" is not a table; write keys and values between { and }',
            '"Habo lämnar" är ingen tabell; skriv nycklar och värden mellan { och }',
        ),
        (
            '[[scenario]]\nname = "mer"\nchanges = [[]]\n',
            6,
            'scenario[1] "mer".changes[1]',
            "a list is not a table; write keys and values between { and }",
            "en lista är ingen tabell; skriv nycklar och värden mellan { och }",
        ),
        (
            '[[scenario]]\nname = "mer"\nnote = 5\nchanges = [{ total = 5 }]\n',
            6,
            'scenario[1] "mer".note',
            "5 is not text; write it in quotes",
            "5 är ingen text; skriv den inom citattecken",
        ),
        (
            '[[scenario]]\nname = "mer"\n[[scenario.changes]]\ntotal = 5\n[[scenario.changes]]\ntotl = 5\n',
            9,
            'scenario[1] "mer".changes[2].totl',
            'there is no such key; did you mean "total"?',
            'det finns ingen sådan nyckel; menades "total"?',
        ),
        (
            '[[scenario]]\nname = "mer"\nchanges = [{ total = 5 }]\n' * 2,
            8,
            'scenario[2] "mer".name',
            'there are two scenarios "mer"; give each a name of its own',
            'det finns två scenarier "mer"; ge vart och ett ett eget namn',
        ),
    ],
)
def test_a_slip_in_the_tables_is_told(tables: str, line: int, place: str, en: str, sv: str) -> None:
    """With its line and its place, and what to write."""
    if place == "ändringar":  # a key without quotes is no TOML
        assert refusal(HEADING + tables) == (
            [f"s.toml: line {line}: {place}: {en}"],
            [f"s.toml: rad {line}: {place}: {sv}"],
        )
    else:
        assert refusal(HEADING + tables) == said(line, place, en, sv)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    """In the order of the lines."""
    text = f"""{HEADING}[[scenario]]
name = "mer"
changes = [{{ totl = 5 }}, {{ row = "kansli" }}, {{ total = 5.5 }}]

[[scenario]]
namn = "mindre"
changes = [{{ total = 5 }}]
"""
    en, sv = refusal(text)
    assert en == [
        's.toml: line 6, scenario[1] "mer".changes[1].totl: there is no such key; did you mean "total"?',
        (
            's.toml: line 6, scenario[1] "mer".changes[2]: it is not said how the row is changed; write one of amount, '
            "plus, more, yearly, removed"
        ),
        (
            's.toml: line 6, scenario[1] "mer".changes[3].total: 5.5 is not an amount; write whole '
            "kronor as 120_810, and "
            'öre as "120 810,50"'
        ),
        's.toml: line 9, scenario[2].namn: there is no such key; did you mean "name"?',
    ]
    assert len(sv) == 4


NO_AMOUNT = (
    'is not an amount; write whole kronor as 120_810, and öre as "120 810,50"',
    'är inget belopp; skriv hela kronor som 120_810, och ören som "120 810,50"',
)


def no_key(meant: str) -> tuple[str, str]:
    return f'there is no such key; did you mean "{meant}"?', f'det finns ingen sådan nyckel; menades "{meant}"?'


def goes_with(key: str, tag: str) -> tuple[str, str]:
    return f"{key} goes with {tag}; write {tag} too", f"{key} hör till {tag}; skriv {tag} också"


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        # Keys
        ("totl = 5", ".totl", no_key("total")),
        ("total = 5, form = 2028", ".form", no_key("from")),
        ('total = 5, "från" = 2028', '."från"', no_key("from")),
        ('"lämnar" = "Habo", from = 2028', '."lämnar"', no_key("leaves")),
        ('row = "kansli", ammount = 5', ".ammount", no_key("amount")),
        ('row = "kansli", belopp = 5', ".belopp", no_key("amount")),
        ('split = { share = { Habo = "60 %" } }', ".split.share", no_key("shares")),
        ("bidrag = 5", "", (f"write one of {CHANGES}, not none", f"skriv ett av {CHANGES}, inte inget")),
        ("from = 2028", "", (f"write one of {CHANGES}, not none", f"skriv ett av {CHANGES}, inte inget")),
        ("", "", (f"write one of {CHANGES}, not none", f"skriv ett av {CHANGES}, inte inget")),
        ("amount = 5, from = 2028", "", goes_with("amount, from", "row")),
        ('yearly = "3 %"', "", goes_with("yearly", "row")),
        ("heads = 5", "", goes_with("heads", "joins")),
        ("notice = 2027-05-01", "", goes_with("notice", "leaves")),
        ('source = "SCB"', "", goes_with("source", "population")),
        (
            'total = 5, row = "kansli", plus = 5',
            "",
            (
                "total, row are a change each; write each between { and } of its own",
                "total, row är var sin ändring; skriv var och en mellan egna { och }",
            ),
        ),
        (
            'leaves = "Habo", from = 2028, heads = 5',
            ".heads",
            (
                "heads does not go with leaves; beside it can stand from, notice, split, region_split",
                "heads hör inte ihop med leaves; bredvid kan stå from, notice, split, region_split",
            ),
        ),
        (
            "opening = 5, years = [2028]",
            ".years",
            (
                "years does not go with opening; beside it can stand from",
                "years hör inte ihop med opening; bredvid kan stå from",
            ),
        ),
        # Amounts and parts
        ("total = 5.5", ".total", (f"5.5 {NO_AMOUNT[0]}", f"5.5 {NO_AMOUNT[1]}")),
        ("total = nan", ".total", (f"nan {NO_AMOUNT[0]}", f"nan {NO_AMOUNT[1]}")),
        ("total = inf", ".total", (f"inf {NO_AMOUNT[0]}", f"inf {NO_AMOUNT[1]}")),
        ("total = true", ".total", (f"true {NO_AMOUNT[0]}", f"true {NO_AMOUNT[1]}")),
        ("total = [5]", ".total", (f"a list {NO_AMOUNT[0]}", f"en lista {NO_AMOUNT[1]}")),
        (
            "total = {}",
            "",
            (
                "there is no year and no amount; write for example { 2027 = 4_100_000 }",
                "det finns inget år och inget belopp; skriv till exempel { 2027 = 4_100_000 }",
            ),
        ),
        (
            'total = "fem"',
            ".total",
            (
                '"fem" is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"',
                '"fem" är inte ett belopp; skriv till exempel "8 054 000", "1 234,50" eller "1,2 mkr"',
            ),
        ),
        (
            "total = { 28 = 5 }",
            ".total.28",
            ('"28" is not a year; write four digits, as 2027', '"28" är inget år; skriv fyra siffror, som 2027'),
        ),
        (
            "total = { 2028 = 5.5 }",
            ".total.2028",
            (f"5.5 {NO_AMOUNT[0]}", f"5.5 {NO_AMOUNT[1]}"),
        ),
        ("more = 3", ".more", ('3: write "3 %"', '3: skriv "3 %"')),
        ("more = 0.03", ".more", ('0.03: write "3 %"', '0.03: skriv "3 %"')),
        (
            "more = nan",
            ".more",
            (
                'nan is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"',
                'nan är ingen andel; skriv procent inom citattecken som "6,8 %", eller en kvot som "17/250"',
            ),
        ),
        (
            'more = "-tre %"',
            ".more",
            (
                '"tre %" is not a share; write per cent as "6,8 %" or a ratio as "17/250"',
                '"tre %" är ingen andel; skriv procent som "6,8 %" eller en kvot som "17/250"',
            ),
        ),
        ("ceilings = { Habo = 5.5 }", ".ceilings.Habo", (f"5.5 {NO_AMOUNT[0]}", f"5.5 {NO_AMOUNT[1]}")),
        (
            'ceilings = { Habo = "fem %" }',
            ".ceilings.Habo",
            (
                '"fem %" is not a share; write per cent as "6,8 %" or a ratio as "17/250"',
                '"fem %" är ingen andel; skriv procent som "6,8 %" eller en kvot som "17/250"',
            ),
        ),
        (
            "offers = { staten = 5 }",
            ".offers.staten",
            ('"staten" is not a party; did you mean "state"?', '"staten" är ingen part; menades "state"?'),
        ),
        (
            "offers = {}",
            "",
            (
                "there is no limit; write offers by party, or ceilings by member",
                "det finns ingen gräns; skriv offers per part, eller ceilings per medlem",
            ),
        ),
        # Years and days
        (
            "total = 5, from = 0",
            ".from",
            ("0 is not a year; write four digits, as 2027", "0 är inget år; skriv fyra siffror, som 2027"),
        ),
        (
            "total = 5, from = 1999",
            ".from",
            (
                "1999 is not a year from 2004, when the act came into force, to 2100",
                "1999 är inget år från 2004, då lagen trädde i kraft, till 2100",
            ),
        ),
        (
            "total = 5, years = [2101]",
            ".years[1]",
            (
                "2101 is not a year from 2004, when the act came into force, to 2100",
                "2101 är inget år från 2004, då lagen trädde i kraft, till 2100",
            ),
        ),
        ("total = 5, years = 2028", ".years", ("2028: write [2028]", "2028: skriv [2028]")),
        (
            "total = 5, from = 2027, years = [2028]",
            ".years",
            (
                "a change is from a year on or of some years, not both; remove one of them",
                "en ändring gäller från ett år eller för vissa år, inte båda; ta bort ett av dem",
            ),
        ),
        (
            'row = "kansli", plus = { 2028 = 5 }, from = 2028',
            ".from",
            (
                "amounts by year say the years themselves; remove this",
                "belopp per år anger själva åren; ta bort detta",
            ),
        ),
        (
            "opening = { 2028 = 5 }, from = 2028",
            ".from",
            (
                "amounts by year say the years themselves; remove this",
                "belopp per år anger själva åren; ta bort detta",
            ),
        ),
        (
            "population = { Habo = 5 }, on = 2027",
            ".on",
            (
                "2027 is not a day; write year-month-day, as 2011-04-01",
                "2027 är inte en dag; skriv år-månad-dag, som 2011-04-01",
            ),
        ),
        # What a change needs, and one thing in two ways
        (
            "total = 5, state = 6",
            "",
            (
                "a year starts from one amount, not from total, state; write one of them",
                "ett år utgår från ett belopp, inte från total, state; skriv ett av dem",
            ),
        ),
        (
            'row = "kansli", plus = 5, more = "3 %"',
            "",
            (
                "a row is changed in one way, not by plus, more; write one of them",
                "en rad ändras på ett sätt, inte med plus, more; skriv ett av dem",
            ),
        ),
        (
            'row = "kansli", removed = "ja"',
            ".removed",
            (
                '"ja" is neither true nor false; write true or false',
                '"ja" är varken sant eller falskt; skriv true eller false',
            ),
        ),
        (
            'row = "kansli", more = "3 %", column = "prognos"',
            ".column",
            ('"prognos" is not a column; did you mean "forecast"?', '"prognos" är ingen kolumn; menades "forecast"?'),
        ),
        (
            "row = 5, plus = 5",
            ".row",
            ("5 is not text; write it in quotes", "5 är ingen text; skriv den inom citattecken"),
        ),
        (
            'leaves = "Habo"',
            "",
            (
                "say when in one way: from a year on, as 2027, or a day under notice, as 2027-05-01",
                "ange när på ett sätt: från ett år, som 2027, eller en dag under notice, som 2027-05-01",
            ),
        ),
        (
            'joins = "Hapo", from = 2028',
            "",
            (
                'there is no municipality "Hapo"; did you mean "Habo"?',
                'det finns ingen kommun "Hapo"; menades "Habo"?',
            ),
        ),
        (
            "population = {}",
            ".population",
            (
                "nobody is named; write how many live in a member",
                "ingen nämns; skriv hur många som bor i en medlem",
            ),
        ),
        (
            "population = { Habo = 1.5 }",
            ".population.Habo",
            (
                "1.5 is not a whole number; write digits without quotes",
                "1.5 är inget heltal; skriv siffror utan citattecken",
            ),
        ),
        (
            'split = "equal"',
            ".split",
            (
                '"equal" is not a table; write keys and values between { and }',
                '"equal" är ingen tabell; skriv nycklar och värden mellan { och }',
            ),
        ),
        (
            "region_split = { not_agreed = false }",
            ".region_split.not_agreed",
            (
                "false is not true; write not_agreed = true, or another key",
                "false är inte true; skriv not_agreed = true, eller en annan nyckel",
            ),
        ),
        (
            'new_cost = { id = "a", name = "A", category = "styrelse" }',
            ".new_cost.category",
            (
                '"styrelse" is not a category; did you mean "board"?',
                '"styrelse" är inget kostnadsslag; menades "board"?',
            ),
        ),
        (
            'new_cost = { id = "a", name = "A", category = "board", budget = { 2028 = 5.5 } }',
            ".new_cost.budget.2028",
            (f"5.5 {NO_AMOUNT[0]}", f"5.5 {NO_AMOUNT[1]}"),
        ),
        (
            'new_income = { id = "a" }',
            ".new_income.name",
            ('is missing; write name = "..."', 'saknas; skriv name = "..."'),
        ),
    ],
)
def test_a_slip_in_a_change_is_told(change: str, place: str, message: tuple[str, str]) -> None:
    """With its line and its place, and what to write."""
    assert changed(change) == said(6, f'scenario[1] "mer".changes[1]{place}', *message)


def test_tables_in_tables_without_end_are_refused() -> None:
    """Before they are read."""
    assert refusal(f'{HEADING}[[scenario]]\nname = "mer"\nchanges = {"[" * 200}{"]" * 200}\n') == (
        ["s.toml: has tables more than 12 deep in one another, which no plan has; look whether it is the right file"],
        ["s.toml: har tabeller mer än 12 djupt i varandra, vilket ingen plan har; se efter om det är rätt fil"],
    )


def test_what_no_file_can_hold_is_refused_with_its_place() -> None:
    """A blank text is no name to a file."""
    of = ScenarioSet(scenarios=(Scenario(name=" ", changes=scenarios.loads(FILE).scenarios[0].changes),))
    with pytest.raises(FileError) as caught:
        scenarios.dumps(of)
    assert str(caught.value) == 'scenarios: scenario[1] " ".name: " " is not text; write it in quotes'


def test_tables_without_lines_are_refused_with_their_place() -> None:
    """What comes from JSON has none."""
    tables = {"format": 1, "kind": "scenarios", "scenario": [{"name": "mer", "changes": [{"totl": 5}]}]}
    with pytest.raises(FileError) as caught:
        scenarios.from_dict(tables)
    assert str(caught.value) == (
        'scenarios: scenario[1] "mer".changes[1].totl: there is no such key; did you mean "total"?'
    )


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """As a plan's is."""
    with pytest.raises(FileError) as caught:
        scenarios.load(tmp_path / "s.toml")
    assert str(caught.value) == f"{tmp_path / 's.toml'}: there is no such file"


def test_no_key_of_scenarios_is_taken_for_a_swedish_word() -> None:
    """Without its marks, no Swedish word is a key that means something else."""
    kinds = (ScenarioSet, *(each.kind for each in tables_of(ScenarioSet).values()), *get_args(PlanChange))
    keys = {key for kind in kinds for key in all_keys_of(kind)}
    assert {key for key in keys if english(key) not in (None, key)} == set()

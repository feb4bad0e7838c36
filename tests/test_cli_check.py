"""`finsam check`: what is found in one plan or several, on which line, for people and for machines."""

import json
from collections.abc import Callable, Sequence
from contextlib import chdir
from pathlib import Path

import pytest

from command import SMALL, refused, run
from finsam import example, examples, reports
from finsam.finding import Severity
from finsam.language import LANGUAGES, Language
from finsam.reports import records

# One row spends 4 100 000 kr of 4 000 000, and nothing was saved: F301, an error, on line 15 where the costs begin.
OVERSPENT = f"""{SMALL}
[[costs]]
id = "stod"
name = "Stöd"
category = "individual"
budget = {{ 2027 = 4_100_000 }}

[equity]
opening = {{ budget = {{ 2027 = 0 }} }}
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file with that text, under that name."""

    def write(text: str, name: str = "plan.toml") -> Path:
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path / name

    return write


# The exit status


def test_check_is_1_with_errors_and_0_without() -> None:
    """Höglandet's text contradicts its table; Södra Vätterbygden has warnings and notes only."""
    for name, status in (("hoglandet-2023", 1), ("sodra-vatterbygden-2018", 0)):
        found = example(name).check()
        assert any(each.severity is Severity.ERROR for each in found) == bool(status)
        for language in LANGUAGES:
            told = reports.text(reports.check(example(name), found), language)
            assert run("check", name, "--lang", language) == (status, f"{told}\n", "")


def test_check_is_2_where_a_file_cannot_be_read(write: Write) -> None:
    """What cannot be read goes before what is wrong, whatever else is found."""
    bad = write("year = 2027")
    assert run("check", bad).status == run("check", bad, "hoglandet-2023").status == 2
    assert run("check", "hoglandet-2023", bad).status == run("check", bad, "sodra-vatterbygden-2018").status == 2


# What is told


def test_a_finding_has_its_line(write: Write) -> None:
    """The place that is told is that of the file, with the line on which it stands."""
    status, out, err = run("check", write(OVERSPENT), "--only", "errors")
    assert (status, err) == (1, "")
    assert (
        out
        == """\
Exempelbygden: operational plan 2027

Findings: 1 error

F301 error: line 15, costs: the costs of 4 100 000 kr for 2027 are 100 000 kr
  above the income of 4 000 000 kr; equity of 0 kr does not cover it, 100 000 kr
  is missing
    11 kap. 5 § second paragraph kommunallagen (2017:725), see 21 § lagen
      (2003:1210)
    lower the costs or raise the income; where earlier surplus is to be used,
      say so in the plan
"""
    )


def test_a_finding_has_its_line_in_swedish_too(write: Write) -> None:
    """The amounts, the place and the line are the same, and the words Swedish."""
    status, out, err = run("check", write(OVERSPENT), "--select", "F301", "--lang", "sv")
    assert (status, err) == (1, "")
    assert (
        out
        == """\
Exempelbygden: verksamhetsplan 2027

Iakttagelser: 1 fel

F301 fel: rad 15, costs: kostnaderna 4 100 000 kr för 2027 är 100 000 kr högre
  än intäkterna 4 000 000 kr; eget kapital på 0 kr täcker det inte, 100 000 kr
  saknas
    11 kap. 5 § andra stycket kommunallagen (2017:725), jfr 21 § lagen
      (2003:1210)
    sänk kostnaderna eller höj intäkterna; ska tidigare överskott användas,
      skriv det i planen
"""
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Exempelbygden: operational plan 2027\n\nFindings: none\n"),
        ("sv", "Exempelbygden: verksamhetsplan 2027\n\nIakttagelser: inga\n"),
    ],
)
def test_nothing_found_is_said(write: Write, language: str, said: str) -> None:
    """No findings are told as none."""
    assert run("check", write(SMALL), "--only", "errors", "--lang", language) == (0, said, "")


def test_every_problem_of_a_file_is_printed(write: Write) -> None:
    """A line a problem, in the order of the file, with its name, the line and the place, and never a traceback."""
    bad = write(SMALL.replace("4_000_000", "4e6").replace('"Habo",', '"Habbo",'))
    assert refused("check", bad) == (
        f'{bad}: line 7, association.municipalities[1]: there is no municipality "Habbo"; did you mean "Habo"?\n'
        f"{bad}: line 10, funding.total.2027: 4000000.0 is not an amount; "
        'write whole kronor as 120_810, and öre as "120 810,50"\n'
    )
    assert refused("check", bad, "--lang", "sv") == (
        f'{bad}: rad 7, association.municipalities[1]: det finns ingen kommun "Habbo"; menades "Habo"?\n'
        f"{bad}: rad 10, funding.total.2027: 4000000.0 är inget belopp; "
        'skriv hela kronor som 120_810, och ören som "120 810,50"\n'
    )


# Several plans


def one(plan: str | Path, *options: str) -> str:
    """What is told of one plan beside others: the same as of it alone, headed by its file."""
    return f"{plan}: {run('check', plan, *options).out}"


def test_versions_of_a_plan_are_told_apart(write: Write) -> None:
    """Whose plan it is and of which year is the same in both; the file is not."""
    with chdir(write(SMALL, "a.toml").parent):
        write(OVERSPENT, "b.toml")
        assert run("check", "a.toml", "b.toml", "--only", "notes") == (
            0,
            """\
a.toml: Exempelbygden: operational plan 2027

Findings: none

b.toml: Exempelbygden: operational plan 2027

Findings: none
""",
            "",
        )
        assert run("check", "a.toml", "b.toml", "--only", "notes", "--lang", "sv") == (
            0,
            """\
a.toml: Exempelbygden: verksamhetsplan 2027

Iakttagelser: inga

b.toml: Exempelbygden: verksamhetsplan 2027

Iakttagelser: inga
""",
            "",
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_plans_are_told_one_after_another(write: Write, language: Language) -> None:
    """With an empty line between, in the order in which they are given, one of them twice."""
    plans = ("gavleborg-2017", write(OVERSPENT).name, "gavleborg-2017")
    options = ("--only", "errors", "--lang", language)
    with chdir(write(OVERSPENT).parent):
        told = "\n".join(one(plan, *options) for plan in plans)
        assert run("check", *plans, *options) == run("check", *options, *plans) == (1, told, "")


def test_options_may_stand_between_the_plans(write: Write) -> None:
    """Where a plan stands does not matter."""
    first, second = write(SMALL, "first.toml"), write(OVERSPENT, "second.toml")
    together = run("check", first, second, "--only", "errors")
    assert run("check", first, "--only", "errors", second) == together


def test_what_cannot_be_read_does_not_hide_the_others(write: Write) -> None:
    """The others are checked all the same, and no empty line is left where nothing was told."""
    bad = write("format = 1\nyear = 2027\n", "bad.toml")
    problem = f"{bad}: association: is missing; write [association] and its keys under it\n"
    told = one("gavleborg-2017")
    assert run("check", bad, "gavleborg-2017") == run("check", "gavleborg-2017", bad) == (2, told, problem)


def test_an_example_that_there_is_not_is_told_among_the_others() -> None:
    """A slip in a name hides nothing of the rest."""
    assert run("check", "gavleborg-2018", "gavleborg-2017") == (
        2,
        one("gavleborg-2017"),
        'gavleborg-2018: there is no such file and no such example; did you mean "gavleborg-2017"?\n',
    )


# What is looked at


def ids(*options: str) -> list[str]:
    """The rules that find something in Höglandet's plan, by their numbers."""
    [told] = json.loads(run("check", "hoglandet-2023", "--json", *options).out)
    return [each["id"] for each in told["findings"]]


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ((), lambda rule: True),
        (("--select", "F304"), lambda rule: rule == "F304"),
        (("--select", "f3"), lambda rule: rule.startswith("F3")),
        (("--select", "F3,F451"), lambda rule: rule.startswith("F3") or rule == "F451"),
        (("--select", "F3 F451"), lambda rule: rule.startswith("F3") or rule == "F451"),
        (("--select=F",), lambda rule: True),
        (("--select", "", "--ignore="), lambda rule: True),
        (("--select", "F3", "--select", "F4"), lambda rule: rule[:2] in ("F3", "F4")),
        (("--select", "F303", "--select", "F304,F451"), lambda rule: rule in ("F303", "F304", "F451")),
        (("--ignore", "F3", "--ignore", "F106"), lambda rule: rule != "F106" and not rule.startswith("F3")),
        (("--ignore", "F3"), lambda rule: not rule.startswith("F3")),
        (("--ignore", "F1,F304"), lambda rule: rule != "F304" and not rule.startswith("F1")),
        (("--select", "F3", "--ignore", "F304"), lambda rule: rule.startswith("F3") and rule != "F304"),
        (("--ignore", "F304", "--select", "F304"), lambda rule: False),
    ],
)
def test_rules_and_families_are_selected_and_ignored(options: Sequence[str], kept: Callable[[str], bool]) -> None:
    """By number or the beginning of one, whatever the capitals; what is ignored is not told, though it is selected."""
    every = [each.id for each in example("hoglandet-2023").check()]
    assert ids(*options) == [rule for rule in every if kept(rule)]


@pytest.mark.parametrize(
    ("only", "severity"),
    [
        ("errors", Severity.ERROR),
        ("warnings", Severity.WARNING),
        ("notes", Severity.NOTE),
        ("unknown", Severity.UNKNOWN),
    ],
)
def test_one_severity_is_told(only: str, severity: Severity) -> None:
    """`--only` leaves the other severities out, and goes together with the rules that are selected."""
    found = [each.id for each in example("hoglandet-2023").check() if each.severity is severity]
    assert ids("--only", only) == found
    assert ids("--only", only, "--select", "F3") == [rule for rule in found if rule.startswith("F3")]


def test_several_severities_are_told() -> None:
    """Each that is given adds to those before it."""
    both = [each.id for each in example("hoglandet-2023").check() if each.severity in (Severity.ERROR, Severity.NOTE)]
    assert ids("--only", "errors", "--only", "notes") == ids("--only", "notes", "--only=errors") == both


def test_the_exit_status_is_that_of_what_is_told() -> None:
    """An error that is ignored, or not asked for, is none."""
    assert run("check", "hoglandet-2023", "--select", "F304").status == 1
    assert run("check", "hoglandet-2023", "--only", "warnings").status == 0
    assert run("check", "hoglandet-2023", "--select", "F451").status == 0
    errors = {each.id for each in example("hoglandet-2023").check() if each.severity is Severity.ERROR}
    assert run("check", "hoglandet-2023", "--ignore", ",".join(errors)).status == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("given", "name", "near"),
    [
        ("F9", "F9", ""),
        ("304", "304", "F304"),
        ("F304,F3044", "F3044", "F304"),
        ("errors", "errors", ""),
    ],
)
def test_a_rule_that_there_is_not_cannot_be_selected(option: str, given: str, name: str, near: str) -> None:
    """A slip in a number is not taken for a plan in which nothing is wrong."""
    en = f'; did you mean "{near}"?' if near else "; finsam rules shows them all"
    sv = f'; menades "{near}"?' if near else "; finsam rules visar alla"
    assert refused("check", "hoglandet-2023", option, given) == f'finsam: there is no rule "{name}"{en}\n'
    assert refused("check", "hoglandet-2023", option, given, "--lang", "sv") == (
        f'finsam: det finns ingen regel "{name}"{sv}\n'
    )


# For machines


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", examples())
def test_json_has_every_finding(name: str, language: Language) -> None:
    """A list with what is found in each plan, in the language, with the same exit status as the text."""
    status, out, err = run("check", name, "--json", "--lang", language)
    found = records.findings(example(name).check(), language)
    assert (json.loads(out), err) == ([{"file": name, "problems": [], "findings": found}], "")
    assert status == run("check", name).status


def test_json_has_the_lines_and_the_figures(write: Write) -> None:
    """Of a file each finding has its line, and the amounts of its message in öre."""
    file = write(OVERSPENT)
    status, out, err = run("check", file, "--select", "F301", "--json", "--lang", "sv")
    [told] = json.loads(out)
    [found] = told["findings"]
    assert (status, told["file"], told["problems"], err) == (1, str(file), [], "")
    assert (found["id"], found["severity"], found["line"], found["path"]) == ("F301", "error", 15, ["costs"])
    assert found["message"] == (
        "kostnaderna 4 100 000 kr för 2027 är 100 000 kr högre än intäkterna 4 000 000 kr; eget kapital på 0 kr täcker "
        "det inte, 100 000 kr saknas"
    )
    amounts = {name: value for name, value in found["values"].items() if name.endswith("_ore")}
    assert amounts == {
        "costs_ore": 410_000_000,
        "income_ore": 400_000_000,
        "deficit_ore": 10_000_000,
        "opening_ore": 0,
        "missing_ore": 10_000_000,
    }


def test_json_has_the_problems_of_what_cannot_be_read(write: Write) -> None:
    """A machine is told what is wrong where it looks for it, with the steps, the line and the values."""
    bad = write(SMALL.replace('"Habo",', '"Habbo",').replace("4_000_000", "-4"))
    status, out, err = run("check", bad, "gavleborg-2017", "no-plan.toml", "--json", "--select", "F104")
    first, second, third = json.loads(out)
    assert (status, err) == (2, "")
    assert first == {
        "file": str(bad),
        "problems": [
            {
                "path": ["association", "municipalities", 0],
                "place": "association.municipalities[1]",
                "line": 7,
                "message": 'there is no municipality "Habbo"; did you mean "Habo"?',
                "values": {
                    "name": "Habbo",
                    "nearest": "Habo",
                    "what": 'there is no municipality "Habbo"',
                    "near": '; did you mean "Habo"?',
                },
            },
            {
                "path": ["funding", "total", "2027"],
                "place": "funding.total.2027",
                "line": 10,
                "message": "the contributions start from total = -4 kr; write zero or more",
                "values": {"basis": "total", "amount_ore": -400},
            },
        ],
        "findings": [],
    }
    assert (second["file"], second["problems"]) == ("gavleborg-2017", [])
    assert {each["id"] for each in second["findings"]} == {"F104"}
    problem: dict[str, object] = {
        "path": [],
        "place": "",
        "line": None,
        "message": "there is no such file",
        "values": {},
    }
    assert third == {"file": "no-plan.toml", "problems": [problem], "findings": []}


def test_json_has_the_problems_in_swedish_too(write: Write) -> None:
    """What stands in the message is in the language, and the steps to the place are those of the file."""
    [told] = json.loads(run("check", write(SMALL.replace("4_000_000", "true")), "--json", "--lang", "sv").out)
    [problem] = told["problems"]
    assert (problem["line"], problem["place"], problem["message"]) == (
        10,
        "funding.total.2027",
        'true är inget belopp; skriv hela kronor som 120_810, och ören som "120 810,50"',
    )

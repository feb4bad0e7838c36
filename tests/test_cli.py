"""The command `finsam`: what it prints, and its exit status."""

import io
import json
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from finsam import example, examples, outline, reports
from finsam.checks import RULES, rule
from finsam.cli import main
from finsam.language import LANGUAGES, Language

PLAN = """\
format = 1
year = 2027

[association]
name = "Exempelbygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]

[funding]
total = { 2027 = 4_000_000 }

[[funding.split]]
shares = { "Habo" = "60 %", "Mullsjö" = "40 %" }
"""

Printed = pytest.CaptureFixture[str]


def run(printed: Printed, *arguments: str) -> tuple[int, str, str]:
    """The exit status, and what is printed for people and of errors."""
    status = main(arguments)
    return status, *printed.readouterr()


def refused(printed: Printed, *arguments: str) -> str:
    """What is said of arguments that cannot be read; nothing else is printed."""
    status, out, err = run(printed, *arguments)
    assert (status, out) == (2, "")
    return err


@pytest.fixture
def plan_file(tmp_path: Path) -> str:
    """A plan's file."""
    (tmp_path / "plan.toml").write_text(PLAN, "utf-8")
    return str(tmp_path / "plan.toml")


@pytest.mark.parametrize("name", examples())
@pytest.mark.parametrize("language", LANGUAGES)
def test_report_prints_the_report(printed: Printed, name: str, language: str) -> None:
    """`finsam report` prints the plan's report, whatever the checks find."""
    assert run(printed, "report", name, "--lang", language) == (
        0,
        reports.report(example(name), "sv" if language == "sv" else "en") + "\n",
        "",
    )


def test_report_reads_a_file(printed: Printed, plan_file: str) -> None:
    """A plan is a file, or the name of an example."""
    status, out, err = run(printed, "report", plan_file)
    assert (status, out.splitlines()[0], err) == (0, "Exempelbygden: operational plan 2027", "")


def test_a_file_goes_before_the_example_of_its_name(
    printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands in the folder is meant."""
    monkeypatch.chdir(tmp_path)
    Path("hoglandet-2023").write_text(PLAN, "utf-8")
    assert run(printed, "report", "hoglandet-2023")[1].splitlines()[0] == "Exempelbygden: operational plan 2027"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_goals_and_interventions_are_printed_by_themselves(printed: Printed, language: Language) -> None:
    """`finsam goals` and `finsam interventions` print those parts of a plan, for people or for machines."""
    plan = example("hjotiborg-2010")
    for command, part, things in (
        ("goals", outline.goals, plan.goals),
        ("interventions", outline.interventions, plan.interventions),
    ):
        assert run(printed, command, "hjotiborg-2010", "--lang", language) == (0, part(plan, language) + "\n", "")
        status, out, _ = run(printed, command, "hjotiborg-2010", "--json")
        assert (status, [each["id"] for each in json.loads(out)]) == (0, [each.id for each in things])


def test_a_plan_without_goals_or_interventions_says_so(printed: Printed, plan_file: str) -> None:
    """Nothing is not printed as nothing."""
    assert run(printed, "goals", plan_file)[1] == "the plan has no goals\n"
    assert run(printed, "interventions", plan_file, "--lang", "sv")[1] == "planen har inga insatser\n"


def test_check_is_1_with_errors_and_0_without(printed: Printed) -> None:
    """Höglandet's text contradicts its table; Södra Vätterbygden has warnings and notes only."""
    status, out, err = run(printed, "check", "hoglandet-2023")
    assert (status, err) == (1, "")
    assert out == (
        "Höglandets samordningsförbund: operational plan 2023\n\n"
        + reports.findings(example("hoglandet-2023").check())
        + "\n"
    )
    status, out, err = run(printed, "check", "sodra-vatterbygden-2018", "--lang", "sv")
    assert (status, err) == (0, "")
    assert out.startswith("Samordningsförbundet Södra Vätterbygden: verksamhetsplan 2018\n\nIakttagelser: ")


def test_json_is_json_with_whole_ore(printed: Printed) -> None:
    """`--json` writes each part for a machine: amounts in öre, and the same exit status."""
    status, out, _ = run(printed, "contributions", "hoglandet-2023", "--json")
    assert (status, json.loads(out)["members_ore"]["Aneby"]) == (0, 12_081_000)
    status, out, _ = run(printed, "report", "hoglandet-2023", "--json")
    assert (status, json.loads(out)["accounts"][0]["closing_ore"]) == (0, 42_705_500)
    status, out, _ = run(printed, "check", "hoglandet-2023", "--json", "--lang", "sv")
    [found] = [finding["message"] for finding in json.loads(out) if finding["id"] == "F304"]
    assert (status, found) == (1, "kostnaderna: anges till 8 073 500 kr, 19 500 kr mer än radernas 8 054 000 kr")
    status, out, _ = run(printed, "explain", "F201", "--json")
    assert (status, json.loads(out)["provision"]) == (0, "5 § lag (2003:1210)")
    status, out, _ = run(printed, "examples", "--json")
    assert (status, json.loads(out)) == (0, list(examples()))
    status, out, _ = run(printed, "contributions", "hoglandet-2023", "--explain", "Aneby", "--json")
    assert (status, json.loads(out)["derivation"][0]) == (0, "Aneby 2023: 120 810 kr")


def test_contributions_are_the_budget_years(printed: Printed, plan_file: str) -> None:
    """Without a year, `finsam contributions` prints the budget year."""
    assert run(printed, "contributions", plan_file, "--lang", "sv") == (
        0,
        """\
Bidrag 2027            andel         kr
Försäkringskassan      100 %  2 000 000
---------------------------------------
staten                   1/2  2 000 000
Region Jönköpings län  100 %  1 000 000
---------------------------------------
regionerna               1/4  1 000 000
Habo                    60 %    600 000
Mullsjö                 40 %    400 000
---------------------------------------
kommunerna               1/4  1 000 000
---------------------------------------
Summa                         4 000 000
""",
        "",
    )


@pytest.mark.parametrize(
    ("start", "total"),
    [
        (("--total", "9 000 000"), 9_000_000),
        (("--state", "4,5 mkr"), 9_000_000),
        (("--regions", "2 250 tkr"), 9_000_000),
        (("--municipalities", "2 250 000 kr"), 9_000_000),
        ((), 8_054_000),
    ],
)
def test_contributions_start_from_any_amount(printed: Printed, start: tuple[str, ...], total: int) -> None:
    """The total, half of it, or a quarter of it."""
    _, out, _ = run(printed, "contributions", "hoglandet-2023", "--year", "2024", "--json", *start)
    assert (json.loads(out)["year"], json.loads(out)["total_ore"]) == (2024, 100 * total)


def test_contributions_come_in_whole_units(printed: Printed) -> None:
    """6,8 % of 1 669 800 kr is 113 546,40 kr: 113 550 in tens of kronor, 113 500 in hundreds."""
    plan = ("contributions", "sodra-vatterbygden-2018", "--year", "2019", "--json")
    _, tens, _ = run(printed, *plan)
    _, hundreds, _ = run(printed, *plan, "--total", "6 679 200", "--unit", "100 kr")
    assert json.loads(tens)["members_ore"]["Habo"] == 11_355_000
    assert json.loads(hundreds)["members_ore"]["Habo"] == 11_350_000


def test_a_contribution_is_explained_step_by_step(printed: Printed) -> None:
    """The derivation has the provisions, and no line is wider than a terminal."""
    arguments = ("contributions", "hoglandet-2023", "--explain", "Aneby", "--lang", "sv")
    assert run(printed, *arguments) == (
        0,
        """\
Aneby 2023: 120 810 kr
1. givet: alla betalar tillsammans 8 054 000 kr
2. kommunerna tillsammans: 1/4 av 8 054 000 kr är 2 013 500 kr (5 § lag
    (2003:1210))
3. överenskommen andel för Aneby är 6 %, av 2 013 500 kr: 120 810 kr (enligt
    överenskommelse, 5 § andra stycket lag (2003:1210))
""",
        "",
    )


def test_explain_prints_the_reason_and_the_ground(printed: Printed) -> None:
    """A rule is told by its number, in either language and whatever the capitals."""
    assert run(printed, "explain", "f307") == (
        0,
        """\
F307 error
The plan is for three years, of which the budget year is the first.
11 kap. 6 § kommunallagen (2017:725) through 21 § lag (2003:1210)
""",
        "",
    )
    assert run(printed, "explain", "F350", "--lang", "sv") == (
        0,
        """\
F350 varning
Det sparade kapitalet är inte större än det tak som planen själv anger, i andel
    av årets bidrag.
praxis: det tak som planen själv anger, efter Nationella rådets rekommendation
""",
        "",
    )


@pytest.mark.parametrize("number", [each.id for each in RULES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_explanation_is_wider_than_a_terminal(printed: Printed, number: str, language: str) -> None:
    """Every rule can be explained in 80 columns."""
    status, out, _ = run(printed, "explain", number, "--lang", language)
    assert (status, out.split()[0]) == (0, rule(number).id)
    assert max(map(len, out.splitlines())) <= 80


def test_examples_are_listed(printed: Printed) -> None:
    """One name a line."""
    status, out, _ = run(printed, "examples")
    assert (status, out.splitlines()) == (0, list(examples()))


# What cannot be read


def test_a_slip_in_a_name_is_suggested(printed: Printed) -> None:
    """A plan that is neither a file nor an example, and a rule that is not."""
    assert refused(printed, "report", "hoglandet-2032") == (
        "hoglandet-2032: there is no such file and no such example; did you mean 'hoglandet-2023'?\n"
    )
    assert refused(printed, "check", "no-plan.toml") == "no-plan.toml: there is no such file\n"
    assert refused(printed, "explain", "F3077") == "finsam: there is no rule 'F3077'; did you mean 'F307'?\n"


def test_a_folder_is_no_plan(printed: Printed, tmp_path: Path) -> None:
    """A folder is refused as one."""
    assert refused(printed, "report", str(tmp_path)) == f"{tmp_path}: is a folder, not a file\n"


def test_every_problem_of_a_file_is_printed(printed: Printed, plan_file: str) -> None:
    """A line a problem, with the file and the place, and never a traceback."""
    Path(plan_file).write_text(PLAN.replace("4_000_000", "4e6").replace('"Habo",', '"Habbo",'), "utf-8")
    assert refused(printed, "check", plan_file) == (
        f"{plan_file}: association.municipalities[1]: there is no municipality 'Habbo'; did you mean 'Habo'?\n"
        f"{plan_file}: funding.total.2027: 4000000.0 is not an amount; "
        'write whole kronor as 120_810, and öre as "120 810,50"\n'
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--year", "2031"), "there is no funding for 2031; the plan has 2022, 2023, 2024, 2025"),
        (("--total", "4e6"), """'4e6' is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr\""""),
        (("--total=-1",), "the contributions start from total = -1 kr; write nought or more"),
        (("--unit", "0"), "the unit is 0 kr; write an amount above nought, as kr(1)"),
        (("--unit", "3"), "8 054 000 kr is not a whole number of units of 3 kr; choose a unit that divides it"),
        (("--explain", "Anebyy"), "there is no member in 2023 'Anebyy'; did you mean 'Aneby'?"),
    ],
)
def test_what_cannot_be_worked_out_is_said(printed: Printed, arguments: tuple[str, ...], message: str) -> None:
    """An amount, a year, a unit or a member that cannot be is refused in a line."""
    assert refused(printed, "contributions", "hoglandet-2023", *arguments) == f"finsam: {message}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "finsam: error: the following arguments are required: COMMAND"),
        (("contributions",), "finsam contributions: error: the following arguments are required: PLAN"),
        (
            ("contributions", "hoglandet-2023", "--year", "next"),
            "finsam contributions: error: argument --year: invalid int value: 'next'",
        ),
        (
            ("contributions", "hoglandet-2023", "--state", "1", "--total", "2"),
            "finsam contributions: error: argument --total: not allowed with argument --state",
        ),
    ],
)
def test_wrong_words_are_2(printed: Printed, arguments: tuple[str, ...], message: str) -> None:
    """What the command does not know is refused with status 2."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert printed.readouterr().err.splitlines()[-1] == message


# Where it is printed


def test_a_terminal_without_swedish_letters_shows_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter that cannot be shown is no reason to stop."""
    terminal = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(terminal, encoding="ascii"))
    assert main(["contributions", "hoglandet-2023"]) == 0
    assert rb"F\xf6rs\xe4kringskassan" in terminal.getvalue()


class Closed(io.StringIO):
    """A place to print that takes nothing, whose number is that of a file of its own."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error
        self.file = tempfile.TemporaryFile()  # noqa: SIM115, closed with the test

    def write(self, _: str) -> int:
        raise self.error

    def fileno(self) -> int:
        return self.file.fileno()


def test_a_reader_that_has_read_enough_is_no_error(printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """`finsam report PLAN | head` ends in silence."""
    closed = Closed(BrokenPipeError())
    monkeypatch.setattr(sys, "stdout", closed)
    with closed.file:
        assert main(["report", "hoglandet-2023"]) == 0
    assert printed.readouterr().err == ""


def test_a_full_disk_is_said(printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be written is not taken for done."""
    closed = Closed(OSError(28, "No space left on device"))
    monkeypatch.setattr(sys, "stdout", closed)
    with closed.file:
        assert main(["report", "hoglandet-2023"]) == 2
    assert printed.readouterr().err == "finsam: cannot write: No space left on device\n"


def test_the_module_is_the_command() -> None:
    """`python -m finsam` is `finsam`, with its exit status, also where nobody reads what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "finsam", "check", "hoglandet-2023"], capture_output=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stdout.splitlines()[2][:18], done.stderr) == (1, "Findings: 5 errors", "")
    with subprocess.Popen(
        [sys.executable, "-m", "finsam", "report", "hoglandet-2023"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_the_module_runs_in_this_process_too(printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """`__main__` leaves with the status of the command."""

    monkeypatch.setattr(sys, "argv", ["finsam", "examples"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("finsam", run_name="__main__")
    assert (caught.value.code, printed.readouterr().out.splitlines()) == (0, list(examples()))


@pytest.fixture
def printed(capsys: Printed) -> Printed:
    """What the command prints."""
    return capsys

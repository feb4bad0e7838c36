"""`finsam new`: a plan to begin with, which can be read and checked as it stands."""

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import finished, process, refused, run
from finsam import OperationalPlan, kr, loads
from finsam.files import to_dict
from finsam.language import LANGUAGES, Language
from finsam.organisations import municipalities

GIVEN = {"--name": "Exempelbygden", "--municipalities": "Habo, Mullsjö", "--year": "2027", "--total": "4 mkr"}
MUNICIPALITIES = [each.name for each in municipalities()]


def words(**changed: str | None) -> list[str]:
    """All that is given to `finsam new`, with what is changed in it, or left out."""
    all_given = GIVEN | {f"--{name}": value for name, value in changed.items()}
    return [word for name, value in all_given.items() if value is not None for word in (name, value)]


def begun(*more: str, **changed: str) -> OperationalPlan:
    """The plan that `finsam new` prints."""
    status, out, err = run("new", *words(**changed), *more)
    assert (status, err) == (0, "")
    return loads(out)


# The plan


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_plan_is_the_one_that_was_asked_for(language: Language) -> None:
    """The members with their region, three years, the contributions of each, and rows that await their amounts."""
    plan = begun("--lang", language)
    assert (plan.association.name, plan.year) == ("Exempelbygden", 2027)
    assert [each.name for each in plan.association.members] == [
        "Habo",
        "Mullsjö",
        "Region Jönköpings län",
        "Försäkringskassan",
        "Arbetsförmedlingen",
    ]
    assert plan.planned_years == (2027, 2028, 2029)
    for year in plan.planned_years:
        assert dict(plan.contributions(year).amounts) == {
            "Habo": kr(500_000),
            "Mullsjö": kr(500_000),
            "Region Jönköpings län": kr(1_000_000),
            "Försäkringskassan": kr(2_000_000),
            "Arbetsförmedlingen": kr(0),
        }
        assert {line.amount for line in plan.budget(year).costs} == {kr(0)}
    assert plan.budget(2027).opening == kr(0)


def test_both_languages_give_the_same_plan() -> None:
    """The language is that of the comments alone."""
    english, swedish = run("new", *words()).out, run("new", *words(), "--lang", "sv").out
    assert english != swedish
    assert loads(english) == loads(swedish)
    plain = [[line for line in text.splitlines() if line and line[0] != "#"] for text in (english, swedish)]
    assert plain[0] == plain[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_a_new_plan_is_wider_than_a_page(language: Language) -> None:
    """So that it can be read in any editor."""
    assert max(map(len, run("new", *words(), "--lang", language).out.splitlines())) <= 100


@given(
    municipalities=st.lists(st.sampled_from(MUNICIPALITIES), min_size=1, max_size=6, unique=True),
    name=st.text(min_size=1, max_size=30).filter(str.strip),
    year=st.integers(2004, 2098),
    ore=st.integers(0, 10**12),
    language=st.sampled_from(LANGUAGES),
)
def test_what_is_begun_can_be_read(
    municipalities: list[str], name: str, year: int, ore: int, language: Language
) -> None:
    """Whatever the association is called, wherever it lies and whatever it has, its file is read as it was meant."""
    total = f"{ore // 100},{ore % 100:02}"
    given = ["--name=" + name, "--municipalities", ", ".join(municipalities), "--total", total]
    status, out, err = run("new", *given, "--year", str(year), "--lang", language)
    assert (status, err) == (0, "")
    plan = loads(out)
    assert plan.association.name == normalize("NFC", name)
    assert [each.name for each in plan.association.municipalities] == municipalities
    assert dict(plan.funding.total) == {each: kr(total) for each in range(year, year + 3)}


@pytest.mark.parametrize(
    ("municipalities", "regions"),
    [
        ("Habo", ["Region Jönköpings län"]),
        ("Habo, Vara", ["Region Jönköpings län", "Västra Götalandsregionen"]),
        ("Gotland", []),
        ("habo kommun,  MULLSJÖ ,", ["Region Jönköpings län"]),
        ("0643, 0642", ["Region Jönköpings län"]),
        ("Habo; Vara och Mullsjö", ["Region Jönköpings län", "Västra Götalandsregionen"]),
        ("Habo and Vara", ["Region Jönköpings län", "Västra Götalandsregionen"]),
    ],
)
def test_the_regions_are_those_of_the_municipalities(municipalities: str, regions: list[str]) -> None:
    """Each once; Gotland lies in none."""
    assert [each.name for each in begun(municipalities=municipalities).association.regions] == regions


def test_a_new_plan_has_no_errors() -> None:
    """What is found in it is what remains to be written."""
    assert {each.severity.value for each in begun().check()} <= {"warning", "note", "unknown"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_commented_out_can_be_used(language: Language) -> None:
    """With the # taken away before every key and heading, the file is still read."""
    text = run("new", *words(), "--lang", language).out
    text = text.replace("equal = true\n", "")  # in place of which the shares are written
    plan = loads(re.sub(r"(?m)^# (?=\[\[|\w+ = )", "", text))
    assert plan.contributions(2027)["Habo"] == kr(500_000)
    assert (plan.vision, plan.purpose) == ("...", "...")
    assert plan.governance is not None
    assert plan.governance.board is not None
    assert plan.governance.adoption is not None
    assert (plan.governance.board.seats, plan.governance.adoption.consulted) == (5, True)
    assert [each.id for each in plan.interventions] == ["stod"]
    assert [len(each.targets) for each in plan.goals] == [1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("municipalities", "shares"),
    [
        ("Habo, Mullsjö", ["50 %", "50 %"]),
        ("Nässjö, Eksjö och Aneby", ["33 %", "33 %", "34 %"]),
        ("Habo, Mullsjö, Nässjö, Eksjö, Aneby, Vetlanda", ["16 %", "16 %", "17 %", "17 %", "17 %", "17 %"]),
    ],
)
def test_the_shares_are_those_of_all_municipalities(
    municipalities: str, shares: Sequence[str], language: Language
) -> None:
    """The line can take the place of that which splits equally, as the comment above it says."""
    text = run("new", *words(municipalities=municipalities), "--lang", language).out
    equal, comment, line = text.partition("[[funding.split]]\n")[2].splitlines()[:3]
    assert (equal, comment) == (
        "equal = true",
        "# Agreed shares are written instead of the line equal = true:"
        if language == "en"
        else "# Överenskomna andelar skrivs i stället för raden equal = true:",
    )
    assert re.findall(r"\d+ %", line) == shares
    plan = loads(text.replace(f"{equal}\n{comment}\n# ", ""))
    assert sum(plan.contributions(2027).values(), kr(0)) == kr("4 mkr")


# Where it is written


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", 'wrote {file}; look at it with: finsam report "{file}"\n'),
        ("sv", 'skrev {file}; titta på den med: finsam report "{file}" --lang sv\n'),
    ],
)
def test_a_new_plan_is_written_to_a_file(tmp_path: Path, language: str, said: str) -> None:
    """What would be printed is written, and it is said where; what it says to run next works."""
    file = tmp_path / "min plan.toml"
    assert run("new", *words(), file, "--lang", language) == (0, said.format(file=file), "")
    assert file.read_text("utf-8") == run("new", *words(), "--lang", language).out
    assert run("report", file, "--lang", language).status == 0
    assert run("check", file, "--lang", language).status == 0
    assert [each.name for each in tmp_path.iterdir()] == ["min plan.toml"]


def test_what_it_says_to_run_answers_in_the_same_language(tmp_path: Path) -> None:
    """The language is given again where the environment asks for another, and not where it does not."""
    swedish, english = tmp_path / "a.toml", tmp_path / "b.toml"
    said = f'skrev {swedish}; titta på den med: finsam report "{swedish}"\n'
    assert run("new", *words(), swedish, LANG="sv_SE.UTF-8") == (0, said, "")
    said = f'wrote {english}; look at it with: finsam report "{english}" --lang en\n'
    assert run("new", *words(), english, "--lang", "en", LANG="sv_SE.UTF-8") == (0, said, "")


def test_a_file_is_not_written_over(tmp_path: Path) -> None:
    """What is there already is left as it was."""
    file = tmp_path / "plan.toml"
    file.write_text("mine", "utf-8")
    assert refused("new", *words(), file) == f"{file}: is there already; give another name, or remove it\n"
    assert refused("new", *words(), file, "--lang", "sv") == (
        f"{file}: finns redan; ange ett annat namn, eller ta bort den\n"
    )
    assert file.read_text("utf-8") == "mine"


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A folder that is not there."""
    file = tmp_path / "no" / "plan.toml"
    assert refused("new", *words(), file) == f"{file}: cannot be written: there is no such folder\n"
    assert refused("new", *words(), file, "--lang", "sv") == f"{file}: kan inte skrivas: det finns ingen sådan mapp\n"


# What cannot be


@pytest.mark.parametrize(
    ("changed", "en", "sv"),
    [
        (
            {"municipalities": "Habo, Mulsjö"},
            'there is no municipality "Mulsjö"; did you mean "Mullsjö"?',
            'det finns ingen kommun "Mulsjö"; menades "Mullsjö"?',
        ),
        (
            {"municipalities": "Habo, habo kommun"},
            "Habo is a member of Exempelbygden twice; write it once",
            "Habo är medlem i Exempelbygden två gånger; skriv den en gång",
        ),
        (
            {"municipalities": " , "},
            "give its municipalities, with commas between (--municipalities)",
            "ange dess kommuner, med komma emellan (--municipalities)",
        ),
        ({"name": " "}, "give the association's name (--name)", "ange förbundets namn (--name)"),
        (
            {"year": "27"},
            "27 is not a year; write four digits, as 2027",
            "27 är inget år; skriv fyra siffror, som 2027",
        ),
        (
            {"year": "2003"},
            "2003 is not a year from 2004, when the act came into force, to 2100",
            "2003 är inget år från 2004, då lagen trädde i kraft, till 2100",
        ),
        (
            {"year": "2100"},
            "2101 is not a year from 2004, when the act came into force, to 2100",
            "2101 är inget år från 2004, då lagen trädde i kraft, till 2100",
        ),
        (
            {"total": "4 dollar"},
            '"4 dollar" has the unit "dollar"; write kr, tkr or mkr',
            '"4 dollar" har enheten "dollar"; skriv kr, tkr eller mkr',
        ),
        (
            {"total": "-4 mkr"},
            "the contributions start from total = -4 000 000 kr; write zero or more",
            "bidragen utgår från total = -4 000 000 kr; skriv noll eller mer",
        ),
    ],
)
def test_what_makes_no_plan_is_refused(changed: dict[str, str], en: str, sv: str, tmp_path: Path) -> None:
    """In a line, and nothing is printed or written that cannot be read."""
    file = tmp_path / "plan.toml"
    for more in ((), (str(file),)):
        assert refused("new", *words(**changed), *more) == f"finsam: {en}\n"
        assert refused("new", *words(**changed), *more, "--lang", "sv") == f"finsam: {sv}\n"
    assert not file.exists()


ASKED = (
    ("name", "the association's name", "förbundets namn"),
    ("municipalities", "its municipalities, with commas between", "dess kommuner, med komma emellan"),
    ("year", "the budget year", "budgetåret"),
    ("total", "what all contribute together each year", "vad alla tillsammans bidrar med varje år"),
)


@pytest.mark.parametrize(("left_out", "en", "sv"), ASKED)
def test_what_is_not_given_is_asked_for(left_out: str, en: str, sv: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody can answer, it is told what to give."""
    monkeypatch.setattr("sys.stdin", None)
    given = words(**{left_out: None})
    assert refused("new", *given) == f"finsam: give {en} (--{left_out})\n"
    assert refused("new", *given, "--lang", "sv") == f"finsam: ange {sv} (--{left_out})\n"


# In a terminal


def in_a_terminal(*arguments: str | Path, typed: str, **streams: Any) -> tuple[int, str, str]:
    """The exit status, and what the command shows, to somebody who types that."""
    keyboard, terminal = os.openpty()
    started = process("new", *arguments, stdin=terminal, **{"stdout": terminal, "stderr": terminal} | streams)
    os.close(terminal)
    os.write(keyboard, typed.encode())
    shown = b""
    try:
        while more := os.read(keyboard, 10_000):
            shown += more
    except OSError:
        pass  # how a terminal says that nobody writes to it any more
    finally:
        os.close(keyboard)
    status, out, _ = finished(started)
    return status, shown.decode().replace("\r\n", "\n"), out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_terminal_is_asked(tmp_path: Path, language: Language) -> None:
    """The questions come one at a time, and the answers make the plan that the options make."""
    file = tmp_path / "plan.toml"
    status, shown, _ = in_a_terminal(file, "--lang", language, typed="\n".join([*GIVEN.values(), ""]))
    assert status == 0
    at = [shown.index(f"{en if language == 'en' else sv}: ") for _, en, sv in ASKED]
    assert at == sorted(at)
    assert file.read_text("utf-8") == run("new", *words(), "--lang", language).out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "give the association's name",
                'there is no municipality "Mulsjö"; did you mean "Mullsjö"?',
                "Habo is a member of Exempelbygden twice; write it once",
                "27 is not a year; write four digits, as 2027",
                "2101 is not a year from 2004, when the act came into force, to 2100",
                '"4 dollar" has the unit "dollar"; write kr, tkr or mkr',
            ],
        ),
        (
            "sv",
            [
                "ange förbundets namn",
                'det finns ingen kommun "Mulsjö"; menades "Mullsjö"?',
                "Habo är medlem i Exempelbygden två gånger; skriv den en gång",
                "27 är inget år; skriv fyra siffror, som 2027",
                "2101 är inget år från 2004, då lagen trädde i kraft, till 2100",
                '"4 dollar" har enheten "dollar"; skriv kr, tkr eller mkr',
            ],
        ),
    ],
)
def test_an_answer_that_cannot_be_used_is_asked_for_again(tmp_path: Path, language: str, said: list[str]) -> None:
    """At once, with what is wrong; nothing that was answered before is lost."""
    file = tmp_path / "plan.toml"
    answers = [" ", "Exempelbygden", "Habo och Mulsjö", "Habo, Habo", "Habo och Mullsjö", "27", "2100", "2027"]
    status, shown, _ = in_a_terminal(file, "--lang", language, typed="\n".join([*answers, "4 dollar", "4 mkr", ""]))
    assert status == 0
    assert re.findall(r"(?m)finsam: (.*)$", shown)[: len(said)] == said
    assert file.read_text("utf-8") == run("new", *words(), "--lang", language).out


def test_only_what_is_not_given_is_asked_for(tmp_path: Path) -> None:
    """One question, where all but one is given."""
    file = tmp_path / "plan.toml"
    status, shown, _ = in_a_terminal(*words(total=None), file, typed="4 mkr\n")
    assert (status, file.read_text("utf-8")) == (0, run("new", *words()).out)
    assert [en for _, en, _ in ASKED if en in shown] == ["what all contribute together each year"]


def test_questions_are_not_written_into_the_file() -> None:
    """`finsam new > plan.toml` asks in the terminal, and the file has the plan alone."""
    status, shown, out = in_a_terminal(*words(total=None), typed="4 mkr\n", stdout=-1)
    assert (status, out) == (0, run("new", *words()).out)
    assert "what all contribute together each year: " in shown


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "finsam: give the association's name (--name)"),
        (("--lang", "sv"), "finsam: ange förbundets namn (--name)"),
    ],
)
def test_an_answer_that_does_not_come_is_told(more: Sequence[str], said: str) -> None:
    """Ctrl-D in place of an answer is no reason for a traceback."""
    status, shown, _ = in_a_terminal(*more, typed="\x04")
    assert (status, shown.splitlines()[-1]) == (2, said)


# Odd names


def test_a_name_cannot_spoil_the_file() -> None:
    """Quotes, backslashes, a new line, and what a terminal obeys stand in the file as text."""
    name = 'A "B" \\ C # D\nformat = 7 \x1b[31m\x7f'
    assert begun(name=name).association.name == name


def test_a_name_in_no_encoding_is_refused(tmp_path: Path) -> None:
    """A byte that is no letter is no reason for a traceback."""
    file = tmp_path / "plan.toml"
    for more in ((), (str(file),)):
        assert refused("new", *words(name="F\udcf6rbund"), *more) == (
            'finsam: "F\\udcf6rbund" has a character that is not UTF-8; write it again\n'
        )
    assert not file.exists()


def test_a_new_plan_is_begun_for_machines_too(tmp_path: Path) -> None:
    """`--json` writes the tables of the same plan, also where it is written to a file."""
    for more in ((), (tmp_path / "plan.toml",)):
        status, out, err = run("new", *words(), *more, "--json", "--lang", "sv")
        assert (status, json.loads(out), err) == (0, to_dict(begun()), "")
    assert loads((tmp_path / "plan.toml").read_text("utf-8")) == begun()

"""The command `finsam`: what can be written after it, in which language it answers, and its exit status."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from command import SMALL, refused, run
from finsam import __version__, example, examples, reports
from finsam.checks import RULES, rule
from finsam.cli.commands import COMMANDS
from finsam.cli.parser import translated
from finsam.files import to_dict
from finsam.language import LANGUAGES, Language
from finsam.reports import records
from finsam.reports.words import goals, interventions

ONE_OF_EACH = (
    ("report", "hoglandet-2023"),
    ("check", "hoglandet-2023"),
    ("follow-up", "hjotiborg-2010"),
    ("goals", "hjotiborg-2010"),
    ("interventions", "hjotiborg-2010"),
    ("contributions", "hoglandet-2023"),
    ("contributions", "hoglandet-2023", "--explain", "Aneby"),
    ("deviation", "sodra-vatterbygden-2018"),
    ("equity", "sodra-vatterbygden-2018"),
    ("liquidity", "hoglandet-2023", "--others", "daily"),
    ("calendar", "hoglandet-2023", "--on", "2023-04-01"),
    ("match", "hoglandet-2023", "--ceiling", "3 %"),
    ("what-if", "hoglandet-2023", "--total", "9 mkr", "--from", "2024"),
    ("needed", "hoglandet-2023", "--equity", "20 %"),
    ("new", "--name", "Exempelbygden", "--municipalities", "Habo", "--year", "2027", "--total", "4 mkr"),
    ("decisions", "sodra-vatterbygden-2018"),
    ("compare", "finnveden-2012", "gavleborg-2017"),
    ("national", "exempellandet-2027"),
    ("overview", "hoglandet-2023", "gavleborg-2017"),
    ("explain", "F201"),
    ("rules",),
)
"""A use of every command whose answer depends on the language."""

EXAMPLES = '"finnveden-2012", "gavleborg-2017", "hjotiborg-2010", "hoglandet-2023", "sodra-vatterbygden-2018"'
PARTS = (
    '"summary", "association", "direction", "governance", "need", "target_groups", "interventions", "goals", '
    '"activities", "calendar", "money", "payments", "decisions", "findings"'
)


WHICH_PLAN = (
    "say which plan: its file, or the name of an example",
    "ange vilken plan: dess fil, eller namnet på ett exempel",
)
RAPPORT = 'det finns inget kommando "rapport"; menades "report"?'


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A plan's file."""
    (tmp_path / "plan.toml").write_text(SMALL, "utf-8")
    return tmp_path / "plan.toml"


# In which language


def test_a_use_of_every_command_is_tried() -> None:
    """The names of examples are the same in both languages."""
    assert {each[0] for each in ONE_OF_EACH} | {"examples"} == {each.name for each in COMMANDS}


@pytest.mark.parametrize("words", ONE_OF_EACH, ids=" ".join)
def test_the_language_is_given_before_or_after_the_command(words: Sequence[str]) -> None:
    """`--lang` stands anywhere, and the answer is the same; without it the command speaks English."""
    english, swedish = run(*words, "--lang", "en"), run(*words, "--lang", "sv")
    assert english == run(*words) != swedish
    assert swedish == run("--lang", "sv", *words) == run("--lang=sv", *words) == run(words[0], "--lang=sv", *words[1:])


@pytest.mark.parametrize("words", ONE_OF_EACH, ids=" ".join)
def test_the_environment_says_the_language(words: Sequence[str]) -> None:
    """A Swedish environment is answered in Swedish, and what is asked for goes before it."""
    assert run(*words, LANG="sv_SE.UTF-8") == run(*words, "--lang", "sv")
    assert run(*words, "--lang", "en", LANG="sv_SE.UTF-8") == run(*words)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "sv"}, "sv"),
        ({"LANG": "SV_FI.ISO-8859-1"}, "sv"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_MESSAGES": "sv_SE.UTF-8", "LANG": "en_GB.UTF-8"}, "sv"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "sv_SE.UTF-8"}, "en"),
        ({"LC_ALL": "sv_SE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "sv"),
        ({"LC_ALL": "C", "LANG": "sv_SE.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "sv_SE.UTF-8"}, "sv"),
    ],
)
def test_the_environment_is_read_as_other_programs_read_it(environment: dict[str, str], language: Language) -> None:
    """`LC_ALL` goes before `LC_MESSAGES`, that before `LANG`, and what is empty says nothing."""
    assert run("explain", "F201", **environment) == run("explain", "F201", "--lang", language)


def test_the_last_language_that_is_given_is_spoken() -> None:
    """There is one answer, so what is given again takes the place of what was given."""
    assert run("--lang", "sv", "explain", "F201", "--lang", "en") == run("explain", "F201")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_option_is_written_whole(language: Language) -> None:
    """A part of `--lang` is refused, and not taken for a language that is then not spoken."""
    said = {"en": "--lan sv cannot be given here; see --help", "sv": "--lan sv kan inte anges här; se --help"}
    assert refused("examples", "--lan", "sv", "--lang", language).splitlines()[-1] == f"finsam: {said[language]}"


# Help

HELP = {
    "en": """\
usage: finsam [-h] [--version] [--lang {sv,en}] COMMAND ...

Operational plans of coordination associations (samordningsförbund): who pays,
what is left, what is wrong.

options:
  -h, --help      show this and stop
  --version       show the version and stop
  --lang {sv,en}  Swedish or English

commands:
  COMMAND
    report        print a plan: in short, what it is for, who pays, each year's
                  money, and the findings
    check         print what is unlawful, contradictory or worth knowing in
                  plans
    follow-up     print whether the targets of a plan were met, who took part
                  and what it cost
    goals         print the goals of a plan, with what they are measured by
    interventions
                  print the interventions of a plan, with their money and their
                  goals
    contributions
                  print what each member pays in the budget year, or in another
    deviation     print how far an outcome is from the budget, and what the year
                  is heading for
    equity        print the equity of each year, and what is above the most that
                  may be saved
    liquidity     print whether the money lasts the year: the balance by month,
                  the lowest point and what cannot be paid
    calendar      print what the act asks for in a year, what is done and what
                  is late
    match         print the most that the members can match of what is offered
                  for a year
    decisions     print the decisions on money of a plan, what they commit by
                  year and what is free
    what-if       print what each member would pay and what would be left, if
                  something were otherwise
    needed        print the least total, or the least cut of a row, that leaves
                  so much equity
    compare       print what differs between two plans, as last year's and this
                  year's
    national      print how the state's funds are divided among the associations
    overview      print what many plans come to together, by year and column,
                  and who stands out
    new           write a plan to begin with
    explain       print a rule with its reason and its provision
    rules         print every rule
    examples      print the names of the published plans that come with finsam
""",
    "sv": """\
användning: finsam [-h] [--version] [--lang {sv,en}] KOMMANDO ...

Verksamhetsplaner för samordningsförbund: vem som betalar, vad som blir kvar och
vad som är fel.

val:
  -h, --help      visa detta och sluta
  --version       visa versionen och sluta
  --lang {sv,en}  svenska eller engelska

kommandon:
  KOMMANDO
    report        skriv ut en plan: i korthet, vad den är till för, vem som
                  betalar, varje års pengar och iakttagelserna
    check         skriv ut vad som strider mot lag, motsäger sig eller är värt
                  att veta i planer
    follow-up     skriv ut om en plans mål nåddes, vilka som deltog och vad det
                  kostade
    goals         skriv ut en plans mål, med vad de mäts med
    interventions
                  skriv ut en plans insatser, med deras pengar och mål
    contributions
                  skriv ut vad varje medlem betalar budgetåret, eller ett annat
                  år
    deviation     skriv ut hur ett utfall avviker från budgeten, och vart året
                  är på väg
    equity        skriv ut varje års eget kapital, och vad som är över taket för
                  sparat kapital
    liquidity     skriv ut om pengarna räcker året: saldot per månad, den lägsta
                  punkten och vad som inte kan betalas
    calendar      skriv ut vad lagen kräver under ett år, vad som är gjort och
                  vad som är försenat
    match         skriv ut det mesta som medlemmarna kan matcha av det som
                  erbjuds för ett år
    decisions     skriv ut en plans beslut om medel, vad de binder per år och
                  vad som är fritt
    what-if       skriv ut vad varje medlem skulle betala och vad som skulle bli
                  kvar, om något vore annorlunda
    needed        skriv ut det minsta totalbelopp, eller den minsta minskning av
                  en rad, som ger så mycket eget kapital
    compare       skriv ut vad som skiljer två planer åt, som förra årets och
                  årets
    national      skriv ut hur statens medel fördelas mellan förbunden
    overview      skriv ut vad många planer blir tillsammans, per år och kolumn,
                  och vilka som sticker ut
    new           skriv en plan att börja med
    explain       skriv ut en regel med dess skäl och lagrum
    rules         skriv ut alla regler
    examples      skriv ut namnen på de publicerade planer som följer med finsam
""",
}
HELP_OF_CHECK = {
    "en": """\
usage: finsam check [-h] [--lang {sv,en}] [--json] [--select RULES]
                    [--ignore RULES] [--only {errors,warnings,notes,unknown}]
                    PLAN [PLAN ...]

Print what is unlawful, contradictory or worth knowing in plans. Exit status 0
without findings of severity error, 1 with any, 2 when a file cannot be read.

what is given:
  PLAN                  plans' files, or the names of examples

options:
  -h, --help            show this and stop
  --lang {sv,en}        Swedish or English
  --json                write JSON for a machine
  --select RULES        only these rules or families, as F3,F501, can be given
                        again
  --ignore RULES        not these rules or families, can be given again
  --only {errors,warnings,notes,unknown}
                        only findings of this severity, can be given again
""",
    "sv": """\
användning: finsam check [-h] [--lang {sv,en}] [--json] [--select REGLER]
                         [--ignore REGLER]
                         [--only {errors,warnings,notes,unknown}]
                         PLAN [PLAN ...]

Skriv ut vad som strider mot lag, motsäger sig eller är värt att veta i planer.
Slutstatus 0 utan iakttagelser som är fel, 1 med någon, 2 när en fil inte kan
läsas.

vad som anges:
  PLAN                  planers filer, eller namn på exempel

val:
  -h, --help            visa detta och sluta
  --lang {sv,en}        svenska eller engelska
  --json                skriv JSON för en maskin
  --select REGLER       bara dessa regler eller familjer, som F3,F501, kan anges
                        flera gånger
  --ignore REGLER       inte dessa regler eller familjer, kan anges flera gånger
  --only {errors,warnings,notes,unknown}
                        bara iakttagelser av denna allvarlighet, kan anges flera
                        gånger
""",
}


def words_of(*arguments: str) -> tuple[int, list[str], str]:
    """What the command says, without its columns, which are narrower in some Pythons."""
    said = run(*arguments)
    return said.status, said.out.split(), said.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_in_the_language(language: Language) -> None:
    """The help of the command, and of one of its commands, stands here whole."""
    assert (
        words_of("--help", "--lang", language) == words_of("--lang", language, "-h") == (0, HELP[language].split(), "")
    )
    assert words_of("check", "--help", "--lang", language) == (0, HELP_OF_CHECK[language].split(), "")
    assert all(len(line) <= 80 for line in run("--help", "--lang", language).out.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_alone_shows_its_help(language: Language) -> None:
    """It has done nothing, which the exit status says."""
    assert words_of("--lang", language) == (2, HELP[language].split(), "")


STATUS = {
    "en": "Exit status 0; 2 when what was given cannot be read.",
    "sv": "Slutstatus 0; 2 när det som angetts inte kan läsas.",
}


@pytest.mark.parametrize("name", [each.name for each in COMMANDS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_its_help(name: str, language: Language) -> None:
    """It says what the command does, in the words of the list of commands, and when its exit status is what."""
    status, out, err = run(name, "--help", "--lang", language)
    assert (status, err) == (0, "")
    assert out.startswith(f"{ {'en': 'usage', 'sv': 'användning'}[language] }: finsam {name} ")
    said = " ".join(out.split())
    [what] = [each.what.to(language) for each in COMMANDS if each.name == name]
    assert f"{what[:1].upper()}{what[1:]}. " in said
    assert (STATUS[language] in said) == (name != "check")


@pytest.mark.parametrize("name", ["", *(each.name for each in COMMANDS)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_help_is_wider_than_a_terminal(name: str, language: Language) -> None:
    """All help fits in 80 columns."""
    _, out, _ = run(*filter(None, [name]), "--help", "--lang", language)
    assert [line for line in out.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("name", [each.name for each in COMMANDS])
def test_no_english_is_left_in_the_swedish_help(name: str) -> None:
    """What argparse says of its own accord is said in Swedish too."""
    _, out, _ = run(name, "--help", "--lang", "sv")
    english = ("usage", "options", "positional", "arguments", "show this", "exit", "default", "AMOUNT", "YEAR", "FILE")
    assert [word for word in english if word in out] == []


def test_the_version_is_shown() -> None:
    """`finsam --version` names the program and its version."""
    assert run("--version") == run("--lang", "sv", "--version") == (0, f"finsam {__version__}\n", "")


# What cannot be given


@pytest.mark.parametrize(
    ("arguments", "usage", "en", "sv"),
    [
        (
            ("chek", "plan.toml"),
            "",
            'there is no command "chek"; did you mean "check"?',
            'det finns inget kommando "chek"; menades "check"?',
        ),
        (("rapport",), "", 'there is no command "rapport"; did you mean "report"?', RAPPORT),
        (("contributions",), "contributions", *WHICH_PLAN),
        (("check",), "check", *WHICH_PLAN),
        (("explain",), "explain", "say which rule, as F201", "ange vilken regel, som F201"),
        (
            ("contributions", "hoglandet-2023", "--year", "next"),
            "contributions",
            '--year: "next" is not a whole number',
            '--year: "next" är inget heltal',
        ),
        (
            ("contributions", "hoglandet-2023", "--state", "1", "--total", "2"),
            "contributions",
            "--total does not go with --state; write one of them",
            "--total går inte ihop med --state; skriv ett av dem",
        ),
        (
            ("contributions", "hoglandet-2023", "--unit"),
            "contributions",
            "--unit: write what it is to be",
            "--unit: skriv vad det ska vara",
        ),
        (
            ("check", "hoglandet-2023", "--only", "erors"),
            "check",
            '--only: there is no "erors"; did you mean "errors"?',
            '--only: det finns inget "erors"; menades "errors"?',
        ),
        (
            ("check", "hoglandet-2023", "--only", "fatal"),
            "check",
            '--only: there is no "fatal"; there is "errors", "warnings", "notes", "unknown"',
            '--only: det finns inget "fatal"; det finns "errors", "warnings", "notes", "unknown"',
        ),
        (
            ("report", "hoglandet-2023", "gavleborg-2017"),
            "report",
            "gavleborg-2017 cannot be given here; put quotes around what has spaces in it, and see --help",
            "gavleborg-2017 kan inte anges här; sätt citattecken om det som innehåller mellanslag, och se --help",
        ),
        (
            ("report", "hoglandet-2023", "--tables"),
            "report",
            "--tables cannot be given here; see --help",
            "--tables kan inte anges här; se --help",
        ),
        (
            ("--tables", "examples"),
            "examples",
            "--tables cannot be given here; see --help",
            "--tables kan inte anges här; se --help",
        ),
        (
            ("report", "hoglandet-2023", "--språk"),
            "",
            '--språk cannot be given; did you mean "--lang"?',
            '--språk kan inte anges; menades "--lang"?',
        ),
        (
            ("report", "hoglandet-2023", "--json=1"),
            "report",
            '--json takes no value, and was given "1"',
            '--json tar inget värde, men fick "1"',
        ),
    ],
)
def test_wrong_words_are_refused(arguments: Sequence[str], usage: str, en: str, sv: str) -> None:
    """What the command does not know is refused with status 2, in the language, after how the command is used."""
    for language, message, word in (("en", en, "usage"), ("sv", sv, "användning")):
        said = refused("--lang", language, *arguments).splitlines()
        assert said[0].startswith(f"{word}: {' '.join(['finsam', *usage.split()])} [-h]")
        assert said[-1] == f"finsam: {message}"


@pytest.mark.parametrize(
    ("arguments", "quoted"),
    [
        (("contributions", "hoglandet-2023", "--total", "7", "mkr"), '--total "7 mkr"'),
        (("contributions", "--total", "7", "mkr", "hoglandet-2023"), '--total "7 mkr"'),
        (("contributions", "--total", "7", "mkr"), '--total "7 mkr"'),
        (("contributions", "hoglandet-2023", "--state=7", "000", "000", "--json"), '--state "7 000 000"'),
        (("contributions", "hoglandet-2023", "--unit", "10", "kr"), '--unit "10 kr"'),
        (
            ("new", "--name", "A", "--municipalities", "Habo", "--year", "2027", "--total", "7", "mkr"),
            '--total "7 mkr"',
        ),
    ],
    ids=" ".join,
)
def test_an_amount_without_its_quotes_is_told_with_them(arguments: Sequence[str], quoted: str) -> None:
    """A shell makes several words of it; the last of them is taken neither for a plan nor for a file to write."""
    assert refused(*arguments) == usage_of(arguments[0], "en") + f"finsam: put quotes around the amount: {quoted}\n"
    assert refused(*arguments, "--lang", "sv") == (
        usage_of(arguments[0], "sv") + f"finsam: sätt citattecken om beloppet: {quoted}\n"
    )


def usage_of(command: str, language: Language) -> str:
    """How the command is used, as its help begins."""
    return run(command, "--help", "--lang", language).out.split("\n\n")[0] + "\n"


@pytest.mark.parametrize("words", [("report", "hoglandet-2023", "--språk", "sv"), ("--språk=sv", "examples")])
def test_whoever_asks_for_swedish_in_swedish_is_answered_in_it(words: Sequence[str]) -> None:
    """And told what the option is called."""
    assert refused(*words) == (
        "användning: finsam [-h] [--version] [--lang {sv,en}] KOMMANDO ...\n"
        'finsam: --språk kan inte anges; menades "--lang"?\n'
    )


def test_an_unknown_language_is_refused() -> None:
    """In English, for nothing else has been asked for."""
    for words in (("--lang", "de", "examples"), ("examples", "--lang=de")):
        assert refused(*words).splitlines()[-1] == 'finsam: --lang: there is no "de"; there is "sv", "en"'


@pytest.mark.parametrize(
    ("arguments", "en", "sv"),
    [
        (
            ("report", "hoglandet-2032"),
            'hoglandet-2032: there is no such file and no such example; did you mean "hoglandet-2023"?',
            'hoglandet-2032: det finns ingen sådan fil och inget sådant exempel; menades "hoglandet-2023"?',
        ),
        (("goals", "no-plan.toml"), "no-plan.toml: there is no such file", "no-plan.toml: det finns ingen sådan fil"),
        (("interventions", "."), ".: is a folder, not a file", ".: är en mapp, inte en fil"),
        (
            ("contributions", f"{'x' * 300}.toml"),
            f"{'x' * 300}.toml: cannot be read: the name is too long",
            f"{'x' * 300}.toml: kan inte läsas: namnet är för långt",
        ),
        (
            ("contributions", "x" * 300),
            f"{'x' * 300}: there is no such file and no such example; there is {EXAMPLES}",
            f"{'x' * 300}: det finns ingen sådan fil och inget sådant exempel; det finns {EXAMPLES}",
        ),
        (
            ("report", "pl\0an.toml"),
            "pl\\x00an.toml: is not the name of a file",
            "pl\\x00an.toml: är inte namnet på en fil",
        ),
        (
            ("explain", "F3077"),
            'finsam: there is no rule "F3077"; did you mean "F307"?',
            'finsam: det finns ingen regel "F3077"; menades "F307"?',
        ),
        (
            ("explain", "Q999"),
            'finsam: there is no rule "Q999"; finsam rules shows them all',
            'finsam: det finns ingen regel "Q999"; finsam rules visar alla',
        ),
        (
            ("report", "hoglandet-2023", "--part", "summry"),
            'finsam: the report has no part "summry"; did you mean "summary"?',
            'finsam: rapporten har ingen del "summry"; menades "summary"?',
        ),
        (
            ("report", "hoglandet-2023", "--part", "pengar"),
            f'finsam: the report has no part "pengar"; there is {PARTS}',
            f'finsam: rapporten har ingen del "pengar"; det finns {PARTS}',
        ),
    ],
)
def test_what_there_is_not_is_said(arguments: Sequence[str], en: str, sv: str) -> None:
    """A file, an example, a rule or a part is refused in a line, with the nearest that there is, or where to look."""
    assert refused(*arguments) == f"{en}\n"
    assert refused(*arguments, "--lang", "sv") == f"{sv}\n"


@pytest.mark.parametrize(
    ("arguments", "en", "sv"),
    [
        (
            ("--year", "2031"),
            "there is no funding for 2031; the plan has 2022, 2023, 2024, 2025",
            "det finns ingen finansiering för 2031; planen har 2022, 2023, 2024, 2025",
        ),
        (
            ("--total", "4e6"),
            '"4e6" is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"',
            '"4e6" är inte ett belopp; skriv till exempel "8 054 000", "1 234,50" eller "1,2 mkr"',
        ),
        (
            ("--total=-1",),
            "the contributions start from total = -1 kr; write zero or more",
            "bidragen utgår från total = -1 kr; skriv noll eller mer",
        ),
        (
            ("--total", "-1"),
            "the contributions start from total = -1 kr; write zero or more",
            "bidragen utgår från total = -1 kr; skriv noll eller mer",
        ),
        (
            ("--unit", "0"),
            "the unit is 0 kr; write an amount above zero, as 1 kr",
            "enheten är 0 kr; skriv ett belopp över noll, som 1 kr",
        ),
        (
            ("--unit", "3"),
            "8 054 000 kr is not a whole number of units of 3 kr; choose a unit that divides it",
            "8 054 000 kr är inte ett helt antal enheter om 3 kr; välj en enhet som går jämnt upp",
        ),
        (
            ("--per-inhabitant", "60"),
            "so much per inhabitant is known for 2023 only where the municipalities split by population",
            "så mycket per invånare är känt för 2023 bara där kommunerna fördelar efter befolkning",
        ),
        (
            ("--explain", "Anebyy"),
            'there is no member "Anebyy" that year; did you mean "Aneby"?',
            'det finns ingen medlem "Anebyy" det året; menades "Aneby"?',
        ),
    ],
)
def test_what_cannot_be_worked_out_is_said(arguments: Sequence[str], en: str, sv: str) -> None:
    """An amount, a year, a unit or a member that cannot be is refused in a line, before or after the plan."""
    for order in ((*arguments, "hoglandet-2023"), ("hoglandet-2023", *arguments)):
        assert refused("contributions", *order) == f"finsam: {en}\n"
        assert refused("contributions", *order, "--lang", "sv") == f"finsam: {sv}\n"


def test_a_file_is_meant_that_is_called_so_but_for_its_ending(plan_file: Path) -> None:
    """`finsam check plan` beside plan.toml, or with its folder."""
    given = plan_file.with_suffix("")
    assert refused("check", given) == (
        f'{given}: there is no such file and no such example; did you mean "{plan_file}"?\n'
    )
    assert refused("report", given, "--lang", "sv") == (
        f'{given}: det finns ingen sådan fil och inget sådant exempel; menades "{plan_file}"?\n'
    )


# The plan


@pytest.mark.parametrize("name", examples())
@pytest.mark.parametrize("language", LANGUAGES)
def test_report_prints_the_report(name: str, language: Language) -> None:
    """`finsam report` prints the plan's report, whatever the checks find."""
    assert run("report", name, "--lang", language) == (
        0,
        reports.text(reports.report(example(name)), language) + "\n",
        "",
    )


def test_report_reads_a_file(plan_file: Path) -> None:
    """A plan is a file, or the name of an example."""
    status, out, err = run("report", plan_file)
    assert (status, out.splitlines()[0], err) == (0, "Exempelbygden: operational plan 2027", "")


def test_a_file_goes_before_the_example_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the folder is meant."""
    monkeypatch.chdir(tmp_path)
    Path("hoglandet-2023").write_text(SMALL, "utf-8")
    assert run("report", "hoglandet-2023").out.splitlines()[0] == "Exempelbygden: operational plan 2027"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_of_the_report_is_that_part_alone(language: Language) -> None:
    """`--part` is given before or after the plan, once or again, and the parts come in the order of the report."""
    plan = example("hoglandet-2023")
    for part in reports.PARTS:
        expected = reports.text(reports.report(plan, [part]), language) + "\n"
        assert run("report", "hoglandet-2023", "--part", part, "--lang", language).out == expected
    both = reports.text(reports.report(plan, ["direction", "money"]), language) + "\n"
    asked = ("--part", "money", "--part", "direction", "--lang", language)
    assert run("report", *asked, "hoglandet-2023") == run("report", "hoglandet-2023", *asked) == (0, both, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_goals_and_interventions_are_printed_by_themselves(language: Language) -> None:
    """`finsam goals` and `finsam interventions` print those parts of a plan, for people or for machines."""
    plan = example("hjotiborg-2010")
    for command, part in (("goals", goals(plan)), ("interventions", interventions(plan))):
        assert part is not None
        assert run(command, "hjotiborg-2010", "--lang", language) == (0, reports.text(part, language) + "\n", "")
        for order in ((command, "--json", "hjotiborg-2010"), (command, "hjotiborg-2010", "--json")):
            status, out, err = run(*order, "--lang", language)
            assert (status, json.loads(out), err) == (0, to_dict(plan)[command], "")


@pytest.mark.parametrize(
    ("command", "language", "said"),
    [
        ("goals", "en", "the plan has no goals"),
        ("goals", "sv", "planen har inga mål"),
        ("interventions", "en", "the plan has no interventions"),
        ("interventions", "sv", "planen har inga insatser"),
    ],
)
def test_a_plan_without_goals_or_interventions_says_so(plan_file: Path, command: str, language: str, said: str) -> None:
    """Nothing is not printed as nothing, but for machines."""
    assert run(command, plan_file, "--lang", language) == (0, f"{said}\n", "")
    assert run(command, plan_file, "--lang", language, "--json") == (0, "[]\n", "")


# The contributions


def test_contributions_are_the_budget_years(plan_file: Path) -> None:
    """Without a year, `finsam contributions` prints the budget year, half and two quarters."""
    assert run("contributions", plan_file, "--lang", "sv") == (
        0,
        """\
Bidrag från medlemmarna 2027  andel         kr
Försäkringskassan             100 %  2 000 000
----------------------------------------------
Staten                          1/2  2 000 000
Region Jönköpings län         100 %  1 000 000
----------------------------------------------
Regionerna                      1/4  1 000 000
Habo                           60 %    600 000
Mullsjö                        40 %    400 000
----------------------------------------------
Kommunerna                      1/4  1 000 000
----------------------------------------------
Summa                                4 000 000
""",
        "",
    )


@pytest.mark.parametrize(
    ("amount", "total"),
    [
        (("--total", "9 000 000"), 9_000_000),
        (("--state", "1 mkr"), 2_000_000),
        (("--regions", "1 mkr"), 4_000_000),
        (("--municipalities=1 000 tkr",), 4_000_000),
    ],
)
def test_contributions_start_from_another_amount(amount: Sequence[str], total: int) -> None:
    """The state pays a half and the municipalities a quarter, so each tells what all pay, in whole öre."""
    for order in ((*amount, "hoglandet-2023"), ("hoglandet-2023", *amount)):
        status, out, _ = run("contributions", *order, "--year", "2024", "--json")
        paid = json.loads(out)
        assert (status, paid["year"], paid["total_ore"]) == (0, 2024, 100 * total)


def test_contributions_start_from_an_amount_per_inhabitant(tmp_path: Path) -> None:
    """20 000 inhabitants at 50 kr are a million, a quarter of what all pay."""
    split = 'population = { "Habo" = 12_000, "Mullsjö" = 8_000 }'
    text = SMALL.replace('shares = { "Habo" = "60 %", "Mullsjö" = "40 %" }', split)
    (tmp_path / "plan.toml").write_text(text, "utf-8")
    paid = json.loads(run("contributions", tmp_path / "plan.toml", "--per-inhabitant", "50", "--json").out)
    assert paid["total_ore"] == 400_000_000
    assert {name: paid["members_ore"][name] for name in ("Habo", "Mullsjö")} == {
        "Habo": 60_000_000,
        "Mullsjö": 40_000_000,
    }


def test_contributions_come_in_whole_units() -> None:
    """6,8 % of 1 669 800 kr is 113 546,40 kr: 113 550 in tens of kronor, 113 500 in hundreds."""
    plan = ("contributions", "sodra-vatterbygden-2018", "--year", "2019", "--json")
    tens, hundreds = run(*plan), run(*plan, "--total", "6 679 200", "--unit", "100 kr")
    assert json.loads(tens.out)["members_ore"]["Habo"] == 11_355_000
    assert json.loads(hundreds.out)["members_ore"]["Habo"] == 11_350_000


def test_a_contribution_is_explained_step_by_step() -> None:
    """6 % of a quarter of 8 054 000 kr, with the provisions; no line is wider than a terminal."""
    arguments = ("contributions", "hoglandet-2023", "--explain", "Aneby")
    assert run(*arguments) == (
        0,
        """\
Aneby 2023: 120 810 kr
1. given: all pay 8 054 000 kr together
2. the municipalities' part: 1/4 of 8 054 000 kr is 2 013 500 kr (5 § lagen
  (2003:1210))
3. Aneby's agreed share is 6 %; of 2 013 500 kr that is 120 810 kr (as agreed, 5
  § second paragraph lagen (2003:1210))
""",
        "",
    )
    assert run(*arguments, "--lang", "sv") == (
        0,
        """\
Aneby 2023: 120 810 kr
1. utgångspunkt: medlemmarna betalar tillsammans 8 054 000 kr
2. kommunernas del: 1/4 av 8 054 000 kr är 2 013 500 kr (5 § lagen (2003:1210))
3. Anebys överenskomna andel är 6 %; av 2 013 500 kr blir det 120 810 kr (enligt
  överenskommelse, 5 § andra stycket lagen (2003:1210))
""",
        "",
    )


# The rules and the examples


def test_explain_prints_the_reason_and_the_ground() -> None:
    """A rule is told by its number, in either language and whatever the capitals."""
    assert run("explain", "f307") == (
        0,
        """\
F307 error
The plan is for 3 years, of which the budget year is the first.
11 kap. 6 § kommunallagen (2017:725), see 21 § lagen (2003:1210)
""",
        "",
    )
    assert run("explain", "F350", "--lang", "sv") == (
        0,
        """\
F350 varning
Det sparade kapitalet är inte större än det tak som planen själv anger, efter
  årets bidrag.
praxis: det tak som planen själv anger, efter Nationella rådets rekommendation
""",
        "",
    )


@pytest.mark.parametrize("number", [each.id for each in RULES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_explanation_is_wider_than_a_terminal(number: str, language: Language) -> None:
    """Every rule can be explained in 80 columns."""
    status, out, _ = run("explain", number, "--lang", language)
    assert (status, out.split()[0]) == (0, rule(number).id)
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_prints_every_rule(language: Language) -> None:
    """In the order of their numbers, each with its reason, and no line wider than a terminal."""
    status, out, err = run("rules", "--lang", language)
    told = [line.split()[0] for line in out.splitlines() if not line.startswith(" ")]
    assert (status, told, err) == (0, sorted(each.id for each in RULES), "")
    assert max(map(len, out.splitlines())) <= 80
    said = " ".join(out.split())
    assert [each.id for each in RULES if each.reason.to(language) not in said] == []


def test_examples_are_listed() -> None:
    """One name a line, in either language."""
    assert run("examples") == run("examples", "--lang", "sv") == (0, "".join(f"{each}\n" for each in examples()), "")


# For machines


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_is_the_record_of_what_is_asked_for(language: Language) -> None:
    """`--json` writes the records, before or after the plan; what is said in words is said in the language."""
    plan = example("hoglandet-2023")
    due = plan.contributions(2023)
    for arguments, record in (
        (("report", "hoglandet-2023"), records.report(plan, language)),
        (("contributions", "hoglandet-2023"), records.contributions(due)),
        (
            ("contributions", "hoglandet-2023", "--explain", "Aneby"),
            {"derivation": [step.to(language) for step in due.derivation("Aneby")]},
        ),
        (("explain", "F201"), records.rule(rule("F201"), language)),
        (("rules",), records.rules(language)),
        (("examples",), list(examples())),
    ):
        for words in ((*arguments, "--json"), (arguments[0], "--json", *arguments[1:])):
            status, out, err = run(*words, "--lang", language)
            assert (status, json.loads(out), err) == (0, record, "")


def refusal(file: object, message: str, path: Sequence[str] = (), **values: object) -> dict[str, object]:
    """What JSON has in place of what was asked for."""
    problem = {"path": [*path], "place": "", "line": None, "message": message, "values": values}
    return {"file": file, "problems": [problem]}


@pytest.mark.parametrize(
    ("arguments", "en", "sv"),
    [
        *(
            (
                (command, "no.toml"),
                refusal("no.toml", "there is no such file"),
                refusal("no.toml", "det finns ingen sådan fil"),
            )
            for command in ("report", "goals", "interventions", "contributions")
        ),
        (
            ("contributions", "hoglandet-2023", "--year", "2031"),
            refusal(
                "hoglandet-2023",
                "there is no funding for 2031; the plan has 2022, 2023, 2024, 2025",
                ["funding"],
                year=2031,
                known="; the plan has 2022, 2023, 2024, 2025",
                times=[2022, 2023, 2024, 2025],
            ),
            refusal(
                "hoglandet-2023",
                "det finns ingen finansiering för 2031; planen har 2022, 2023, 2024, 2025",
                ["funding"],
                year=2031,
                known="; planen har 2022, 2023, 2024, 2025",
                times=[2022, 2023, 2024, 2025],
            ),
        ),
        (
            ("contributions", "hoglandet-2023", "--explain", "Anebyy"),
            refusal(
                "hoglandet-2023",
                'there is no member "Anebyy" that year; did you mean "Aneby"?',
                name="Anebyy",
                nearest="Aneby",
                what='there is no member "Anebyy" that year',
                near='; did you mean "Aneby"?',
            ),
            refusal(
                "hoglandet-2023",
                'det finns ingen medlem "Anebyy" det året; menades "Aneby"?',
                name="Anebyy",
                nearest="Aneby",
                what='det finns ingen medlem "Anebyy" det året',
                near='; menades "Aneby"?',
            ),
        ),
        (
            ("report", "hoglandet-2023", "--part", "summry"),
            refusal(
                "hoglandet-2023",
                'the report has no part "summry"; did you mean "summary"?',
                name="summry",
                nearest="summary",
                what='the report has no part "summry"',
                near='; did you mean "summary"?',
            ),
            refusal(
                "hoglandet-2023",
                'rapporten har ingen del "summry"; menades "summary"?',
                name="summry",
                nearest="summary",
                what='rapporten har ingen del "summry"',
                near='; menades "summary"?',
            ),
        ),
        *(
            (
                words,
                refusal(
                    None,
                    'there is no rule "F3077"; did you mean "F307"?',
                    name="F3077",
                    nearest="F307",
                    what='there is no rule "F3077"',
                    near='; did you mean "F307"?',
                ),
                refusal(
                    None,
                    'det finns ingen regel "F3077"; menades "F307"?',
                    name="F3077",
                    nearest="F307",
                    what='det finns ingen regel "F3077"',
                    near='; menades "F307"?',
                ),
            )
            for words in (("explain", "F3077"), ("check", "hoglandet-2023", "--select", "F3077"))
        ),
        (
            ("new", "--name", "A", "--municipalities", "Habo", "--year", "27", "--total", "1"),
            refusal(None, "27 is not a year; write four digits, as 2027", given="27"),
            refusal(None, "27 är inget år; skriv fyra siffror, som 2027", given="27"),
        ),
        (
            ("new", ".", "--name", "A", "--municipalities", "Habo", "--year", "2027", "--total", "1"),
            refusal(".", "is there already; give another name, or remove it"),
            refusal(".", "finns redan; ange ett annat namn, eller ta bort den"),
        ),
    ],
)
def test_json_says_why_there_is_nothing_else(arguments: Sequence[str], en: object, sv: object) -> None:
    """What is wrong stands where a machine looks for what it asked for, and the exit status is still 2."""
    for language, record in (("en", en), ("sv", sv)):
        status, out, err = run(*arguments, "--json", "--lang", language)
        assert (status, json.loads(out), err) == (2, record, "")


def test_json_has_whole_ore() -> None:
    """Aneby pays 120 810 kr of Höglandet's 8 054 000 kr, and 2023 closes with 427 055 kr."""
    paid = json.loads(run("contributions", "hoglandet-2023", "--json").out)
    assert (paid["members_ore"]["Aneby"], paid["total_ore"]) == (12_081_000, 805_400_000)
    accounts = json.loads(run("report", "hoglandet-2023", "--json").out)["accounts"]
    assert [each["closing_ore"] for each in accounts if each["time"] == "2023"] == [42_705_500]
    assert json.loads(run("explain", "F201", "--json").out)["provision"] == "5 § lagen (2003:1210)"


def test_what_argparse_says_in_other_words_is_passed_on() -> None:
    """A later Python may have a sentence for which there is no Swedish yet; in English it is better than nothing."""
    assert translated("something else is wrong", "sv") == "something else is wrong"

"""Where the command prints: pipes that close, full disks, terminals of every kind, and text that would command them."""

import errno
import io
import json
import os
import re
import runpy
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from command import SMALL, Said, finished, process, refused, run
from finsam import examples, load
from finsam.cli import main
from finsam.followup import Verdict
from finsam.language import LANGUAGES, Language

SELECTED = ("check", "hoglandet-2023", "--select", "F303,F304,F452")
"""A note, an error, and what is unknown several times."""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A plan's file."""
    (tmp_path / "plan.toml").write_text(SMALL, "utf-8")
    return tmp_path / "plan.toml"


# As a module


def test_the_module_is_the_command() -> None:
    """`python -m finsam` is `finsam`, with its exit status."""
    assert finished(process("check", "hoglandet-2023")) == run("check", "hoglandet-2023")


def test_nothing_is_lost_without_docstrings() -> None:
    """With `python -OO` a rule has its reason, and the help its words."""
    for arguments in (("explain", "F301"), ("--help",)):
        assert finished(process(*arguments, python=("-OO",))) == run(*arguments)


def test_the_module_runs_in_this_process_too(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """`__main__` leaves with the status of the command."""
    monkeypatch.setattr(sys, "argv", ["finsam", "examples"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("finsam", run_name="__main__")
    assert (caught.value.code, capsys.readouterr().out.splitlines()) == (0, list(examples()))


# Where nothing can be written


def test_a_reader_that_reads_nothing_is_no_error() -> None:
    """`finsam report PLAN | head -0` ends in silence."""
    with process("report", "hoglandet-2023") as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert started.stderr.read() == ""
    assert started.returncode == 0


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "finsam: cannot write: the disk is full\n"),
        ("sv", "finsam: kan inte skriva: disken är full\n"),
    ],
)
def test_a_full_disk_is_said(language: str, said: str) -> None:
    """What could not be written is not taken for done."""
    with Path("/dev/full").open("w") as full:
        assert finished(process("report", "hoglandet-2023", "--lang", language, stdout=full)) == (2, "", said)


def test_a_full_disk_for_errors_changes_no_status(tmp_path: Path) -> None:
    """2 says that a file could not be read, also where that cannot be told; 1 would say that something was found."""
    with Path("/dev/full").open("w") as full:
        assert finished(process("check", tmp_path / "no-plan.toml", stderr=full)).status == 2
        assert finished(process("check", stderr=full)).status == 2


@pytest.mark.parametrize(
    ("arguments", "status", "err"),
    [
        (("check", "hoglandet-2023"), 1, ""),
        (("report", "hoglandet-2023"), 0, ""),
        (("check", "hoglandet-2023", "--json"), 1, ""),
        (("check", "no-plan.toml"), 2, "no-plan.toml: there is no such file\n"),
        (("check", "no-plan.toml", "hoglandet-2023"), 2, "no-plan.toml: there is no such file\n"),
    ],
)
def test_nowhere_to_print_is_no_error(arguments: Sequence[str], status: int, err: str) -> None:
    """`finsam check PLAN >&-` says by its status what it found, and otherwise only what cannot be read."""
    started = process(*arguments, stdout=None, preexec_fn=lambda: os.close(1))
    assert finished(started) == (status, "", err)


def test_nowhere_to_print_errors_is_no_error() -> None:
    """`finsam check PLAN 2>&-` says by its status that there is no such plan."""
    started = process("check", "no-plan.toml", stderr=None, preexec_fn=lambda: os.close(2))
    assert finished(started) == (2, "", "")


# Ctrl-C


def read_from(fifo: Path, started: Any) -> int:
    """The end of the pipe to write to, when the process has opened the other."""
    for _ in range(600):
        with suppress(OSError):
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        assert started.poll() is None
        time.sleep(0.05)
    raise AssertionError("nobody reads")


def test_ctrl_c_stops_in_silence(tmp_path: Path) -> None:
    """Whoever stops the command is not shown where it was: the status is that of any program that was interrupted."""
    os.mkfifo(tmp_path / "plan.toml")
    started = process("check", tmp_path / "plan.toml")
    writer = read_from(tmp_path / "plan.toml", started)
    started.send_signal(signal.SIGINT)
    said = finished(started)
    os.close(writer)
    assert said == (130, "", "")


def test_ctrl_c_is_no_traceback_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the command is when it is stopped."""

    def stopped(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("finsam.files.kinds.read_text", stopped)
    assert run("check", "plan.toml") == (130, "", "")


# Pipes to read from


def test_a_pipe_is_read(plan_file: Path) -> None:
    """`finsam check <(cat plan.toml)` is `finsam check plan.toml`, but for the name and the lines of a file."""
    for arguments in (("report",), ("contributions",), ("goals", "--json")):
        reading, writing = os.pipe()
        os.write(writing, plan_file.read_bytes())
        os.close(writing)
        assert run(*arguments, f"/dev/fd/{reading}") == run(*arguments, plan_file)
        os.close(reading)


def test_a_pipe_into_which_somebody_writes_slowly_is_read_whole(tmp_path: Path, plan_file: Path) -> None:
    """What comes late is waited for."""
    os.mkfifo(tmp_path / "pipe")
    started = process("report", tmp_path / "pipe")
    writer = read_from(tmp_path / "pipe", started)
    for line in plan_file.read_bytes().splitlines(keepends=True)[:3]:
        os.write(writer, line)
        time.sleep(0.2)
    os.write(writer, b"".join(plan_file.read_bytes().splitlines(keepends=True)[3:]))
    os.close(writer)
    assert finished(started) == run("report", plan_file)


def test_what_a_pipe_has_said_before_it_fell_silent_is_read(
    tmp_path: Path, plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody holds it open and says no more."""
    monkeypatch.setattr("finsam.files.disk.SILENCE", 0.2)
    os.mkfifo(tmp_path / "pipe")
    silent = os.open(tmp_path / "pipe", os.O_RDWR)
    os.write(silent, plan_file.read_bytes())
    assert run("report", tmp_path / "pipe") == run("report", plan_file)
    os.close(silent)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "cannot be read: nothing is written to it"),
        ("sv", "kan inte läsas: ingenting skrivs till den"),
    ],
)
def test_a_pipe_that_never_speaks_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    """Whether somebody holds it open in silence or nobody does, it is given up after some seconds."""
    monkeypatch.setattr("finsam.files.disk.SILENCE", 0.2)
    pipe = tmp_path / "plan.toml"
    os.mkfifo(pipe)
    assert refused("check", pipe, "--lang", language) == f"{pipe}: {said}\n"
    silent = os.open(pipe, os.O_RDWR)
    assert refused("check", pipe, "--lang", language) == f"{pipe}: {said}\n"
    os.close(silent)


def test_a_device_without_an_end_is_no_plan() -> None:
    """It is cut where no plan reaches."""
    assert refused("check", "/dev/zero") == (
        "/dev/zero: is larger than 250 kB, which no plan is; look whether it is the right file\n"
    )


# Letters that a terminal has not


def test_a_terminal_without_swedish_letters_shows_escapes() -> None:
    """A letter that cannot be shown is no reason to stop."""
    status, out, err = run("contributions", "hoglandet-2023", encoding="ascii")
    assert (status, err) == (0, "")
    assert r"F\xf6rs\xe4kringskassan" in out
    assert run("check", "f\xf6rbund.toml", encoding="ascii").err == "f\\xf6rbund.toml: there is no such file\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8", "utf-16"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "hoglandet-2023"),
        ("check", "hoglandet-2023", "no-plan-f\xf6r-\u03b1.toml"),
        ("contributions", "hoglandet-2023"),
        ("goals", "hoglandet-2023"),
        ("interventions", "hoglandet-2023"),
        ("rules",),
        ("explain", "F201"),
    ],
    ids=" ".join,
)
def test_json_is_json_in_any_encoding(encoding: str, arguments: Sequence[str]) -> None:
    """A letter that cannot be written is written as JSON writes it, and is read as the same letter."""
    told, plain = (run(*arguments, "--json", "--lang", "sv", encoding=each) for each in (encoding, "utf-8"))
    assert json.loads(told.out) == json.loads(plain.out)
    assert told.status == plain.status


def test_json_is_json_in_an_ascii_environment() -> None:
    """As it is where nobody has set a language: `PYTHONIOENCODING=ascii finsam report PLAN --json | jq .`."""
    plain = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    status, out, err = finished(process("report", "hoglandet-2023", "--json", environment=plain))
    assert (status, json.loads(out), err) == (0, json.loads(run("report", "hoglandet-2023", "--json").out), "")
    assert out.isascii()


# Colours


def on_a_terminal(*arguments: str | Path, **environment: str) -> Said:
    """What the command shows on a terminal, where it sends its errors elsewhere."""
    screen, terminal = os.openpty()
    started = process(*arguments, stdout=terminal, environment={"NO_COLOR": "", "TERM": "xterm"} | environment)
    os.close(terminal)
    shown = b""
    with suppress(OSError):  # how a terminal says that nobody writes to it any more
        while more := os.read(screen, 10_000):
            shown += more
    os.close(screen)
    status, _, err = finished(started)
    return Said(status, shown.decode().replace("\r\n", "\n"), err)


COLOURS = {
    "en": {"note": 36, "error": 31, "unknown": 35},
    "sv": {"notering": 36, "fel": 31, "uppgift saknas": 35},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_severities_have_colours_on_a_terminal(language: Language) -> None:
    """Each severity at the head of its findings, and nothing else: without the colours the text is the same."""
    told = on_a_terminal(*SELECTED, "--lang", language)
    heads = re.findall(r"^F\d{3} \x1b\[(\d+)m([\w ]+)\x1b\[0m", told.out, re.MULTILINE)
    assert {word: int(colour) for colour, word in heads} == COLOURS[language]
    assert told._replace(out=re.sub(r"\x1b\[\d+m", "", told.out)) == run(*SELECTED, "--lang", language)
    assert told.out.count("\x1b[") == 2 * len(heads) == 6


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (SELECTED, {"NO_COLOR": "1"}),
        (SELECTED, {"NO_COLOR": "0"}),
        ((*SELECTED, "--json"), {}),
        (("contributions", "hoglandet-2023"), {}),
    ],
    ids=str,
)
def test_no_colours_are_no_colours(arguments: Sequence[str], environment: dict[str, str]) -> None:
    """Not where `NO_COLOR` says so, whatever it is; not in JSON; and not where there are no findings."""
    assert on_a_terminal(*arguments, **environment) == run(*arguments)


def test_a_pipe_has_no_colours() -> None:
    """What is read by another program is not coloured."""
    assert finished(process(*SELECTED)) == run(*SELECTED)


# Text that would command the terminal

OBEYED = {
    "a colour": "\x1b[31m",
    "a title": "\x1b]0;owned\x07",
    "a bell": "\a",
    "backspace": "\b",
    "delete": "\x7f",
    "C1": "\x9b31m",
    "right to left": "\u202e",
    "a right-to-left mark": "\u200f",
    "an Arabic letter mark": "\u061c",
    "an isolate": "\u2067",
    "zero width": "\u200b",
    "a word joiner": "\u2060",
    "a byte order mark": "\ufeff",
    "a line separator": "\u2028",
    "a next line": "\x85",
    "a tag": "\U000e0041",
}
BROKEN = {"a new line": "\n", "a return": "\r", "a tab": "\t", "a form feed": "\f"}
ODD = {**OBEYED, **BROKEN}


def in_toml(text: str) -> str:
    """The text between quotes, in escapes."""
    return '"' + "".join(each if each.isalnum() or each in " -." else f"\\U{ord(each):08x}" for each in text) + '"'


def odd_plan(odd: str) -> str:
    """A plan with that in everything that can be called something."""
    name = in_toml(f"A{odd}B")
    return f"""\
format = 1
year = 2027
vision = {name}
orientation = [{name}]

[association]
name = {name}
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]

[funding]
total = {{ 2027 = 4_000_000, 2028 = 4_000_000 }}

[[funding.split]]
figures = {{ "Habo" = 1, "Mullsjö" = 3 }}
of = {name}

[[costs]]
id = {name}
name = {name}
category = "individual"
intervention = "such"
note = {name}
budget = {{ 2027 = -1, 2028 = 0 }}

[[target_groups]]
id = {name}
name = {name}
youngest = 16
conditions = [{name}]

[[interventions]]
id = {name}
name = {name}
orientation = "individual"
target_groups = [{name}]
methods = [{name}]
end = 2028-12-31

[[goals]]
id = {name}
text = {name}
level = "individual"
targets = [{{ trend = "increase", of = {name} }}]

[[calendar]]
on = 2027-01-01
text = {name}

[[stated]]
where = {name}
costs = {{ budget = {{ 2027 = 2 }} }}
"""


WORDS: tuple[tuple[str, ...], ...] = (
    ("report",),
    ("check",),
    ("goals",),
    ("interventions",),
    ("contributions",),
    ("contributions", "--explain", "Habo"),
)


@pytest.fixture
def odd_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes the text of a plan with that in its names."""

    def write(text: str, name: str = "plan.toml") -> Path:
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path / name

    return write


def test_the_odd_plan_is_in_order(odd_file: Callable[..., Path]) -> None:
    """It is a plan in which what is odd is the names alone, and they are read as they are."""
    plan = load(odd_file(odd_plan("\x1b")))
    assert (plan.association.name, plan.goals[0].text, plan.costs[0].id) == ("A\x1bB", "A\x1bB", "A\x1bB")


@pytest.mark.parametrize("odd", OBEYED.values(), ids=OBEYED)
def test_what_a_terminal_would_obey_is_shown(odd_file: Callable[..., Path], odd: str) -> None:
    """Control characters, and marks that turn or hide text, stand in all that is printed as escapes."""
    file = odd_file(odd_plan(odd))
    for words in WORDS:
        for language in LANGUAGES:
            for machine in ((), ("--json",)):
                _, out, err = run(*words, file, "--lang", language, *machine)
                assert (printable(out), out != "", err) == (out, True, "")


@pytest.mark.parametrize("odd", BROKEN.values(), ids=BROKEN)
def test_what_breaks_a_line_is_shown_as_a_space(odd_file: Callable[..., Path], odd: str) -> None:
    """So that it begins no line of its own."""
    broken, plain = odd_file(odd_plan(odd), "broken.toml"), odd_file(odd_plan(" "), "plain.toml")
    for words in WORDS:
        assert run(*words, broken) == run(*words, plain)


def test_a_name_forges_no_line(odd_file: Callable[..., Path]) -> None:
    """A name with "Findings: none" on a line of its own does not say that nothing was found."""
    file = odd_file(odd_plan("\n\nFindings: none\n"))
    for words in (("check",), ("report",)):
        lines = run(*words, file).out.splitlines()
        assert [line for line in lines if line.startswith("Findings:")] == [
            line for line in lines if re.match(r"Findings: \d", line)
        ]


def test_json_has_the_names_as_they_are(odd_file: Callable[..., Path]) -> None:
    """Escapes of JSON, which a machine reads as what was written."""
    for odd in ODD.values():
        told = json.loads(run("report", odd_file(odd_plan(odd)), "--json").out)
        assert told["plan"]["association"]["name"] == f"A{odd}B"


def printable(text: str) -> str:
    """The text without what a terminal obeys."""
    return "".join(each for each in text if each == "\n" or each.isprintable() or each == "\u00a0")


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize(
    "spoilt",
    [
        lambda name: SMALL.replace('"Habo",', f"{name},"),
        lambda name: SMALL.replace("[association]", f"{name} = 1\n[association]"),
        lambda name: SMALL.replace('"60 %"', name),
        lambda name: SMALL.replace("4_000_000", name),
        lambda name: SMALL.replace("2027 =", f"{name} =", 1),
        lambda name: SMALL.replace("year = 2027", f"year = 2027\nchapters = [{name}]"),
        lambda name: f"{SMALL}[[stated]]\nwhere = {name}\ncontributions = {{ {name} = {{ budget = {{ 2027 = 1 }} }} }}",
        lambda name: f"{SMALL}[[costs]]\nid = {name}\n",
    ],
    ids=["name", "key", "share", "amount", "time", "chapter", "member", "row"],
)
def test_what_is_refused_is_shown_and_not_obeyed(
    odd_file: Callable[..., Path], odd: str, spoilt: Callable[[str], str]
) -> None:
    """A key, a name or a value that cannot be is told on a line of its own, for people and for machines."""
    file = odd_file(spoilt(in_toml(f"A{odd}B")))
    status, out, err = run("check", file)
    assert (status, out, printable(err)) == (2, "", err)
    assert [line for line in err.splitlines() if not line.startswith(f"{file}: line ")] == []
    told = run("check", file, "--json")
    assert (told.status, printable(told.out), told.err) == (2, told.out, "")
    assert [each["file"] for each in json.loads(told.out)] == [str(file)]


TYPED: tuple[Callable[[str], tuple[str, ...]], ...] = (
    lambda name: ("check", f"{name}.toml"),
    lambda name: ("check", name),
    lambda name: ("explain", name),
    lambda name: ("contributions", "hoglandet-2023", "--explain", name),
    lambda name: ("contributions", "hoglandet-2023", "--unit", name),
    lambda name: ("report", "hoglandet-2023", "--part", name),
    lambda name: ("new", "--name", "A", "--municipalities", name, "--year", "2027", "--total", "1"),
)
MISTYPED: tuple[Callable[[str], tuple[str, ...]], ...] = (
    lambda name: (name,),
    lambda name: ("report", "hoglandet-2023", name),
    lambda name: ("report", "hoglandet-2023", f"--{name}"),
    lambda name: ("check", "hoglandet-2023", "--only", name),
    lambda name: ("contributions", "hoglandet-2023", "--year", name),
    lambda name: ("examples", "--lang", name),
)


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_what_is_typed_is_shown_and_not_obeyed(odd: str) -> None:
    """A file, a rule, a member or an amount that is not there is told in one line of text."""
    for words in TYPED:
        err = refused(*words(f"A{odd}B"))
        assert (printable(err), err.count("\n")) == (err, 1)


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_what_is_mistyped_is_shown_and_not_obeyed(odd: str) -> None:
    """A command or an option that is not there is told in one line of text, after how the command is used."""
    for words in MISTYPED:
        err = refused(*words(f"A{odd}B"))
        assert printable(err) == err
        assert [line for line in err.splitlines() if not re.match(r"usage: | {8}|finsam: ", line)] == []


def test_the_name_of_a_file_is_shown_and_not_obeyed(odd_file: Callable[..., Path]) -> None:
    """A file that is there, and cannot be read."""
    for odd in ODD.values():
        err = refused("check", odd_file("year = 1", f"A{odd}B.toml"))
        assert (printable(err), err.count("\n")) == (err, 1)


def test_the_name_of_a_new_file_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    """Also where all is well."""
    words = ("--name", "A", "--municipalities", "Habo", "--year", "2027", "--total", "1")
    status, out, err = run("new", *words, tmp_path / "a\x1b[31m.toml")
    assert (status, out, err) == (0, out, "")
    assert (printable(out), out.count("\n")) == (out, 1)


def test_main_reads_what_was_typed(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """Without arguments it takes those of the program."""
    monkeypatch.setattr(sys, "argv", ["finsam", "examples"])
    assert main() == 0
    assert capsys.readouterr().out.splitlines() == list(examples())


# The same in this process, with streams that are told what to do


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


class Full(io.StringIO):
    """A stream of which no more can be written."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, _: str) -> int:
        raise self.error


def with_streams(*arguments: str, **streams: Any) -> int:
    """The exit status with those streams."""
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        return main(arguments)


def test_what_cannot_be_printed_is_said_and_what_is_not_read_is_not(capsys: Any) -> None:
    """A full disk is an error; somebody who has read enough is not."""
    assert with_streams("rules", stdout=Full(OSError(28, "No space left on device"))) == 2
    assert capsys.readouterr().err == "finsam: cannot write: the disk is full\n"
    assert with_streams("rules", stdout=Full(BrokenPipeError())) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("error", "en", "sv"),
    [
        (OSError(errno.ENOENT, "No such file or directory"), "there is no such folder", "det finns ingen sådan mapp"),
        (OSError(errno.EACCES, "Permission denied"), "permission is denied", "åtkomst nekas"),
        (OSError(errno.EPERM, "Operation not permitted"), "permission is denied", "åtkomst nekas"),
        (OSError(errno.EISDIR, "Is a directory"), "it is a folder", "det är en mapp"),
        (
            OSError(errno.ENOTDIR, "Not a directory"),
            "its path goes through what is not a folder",
            "sökvägen går genom något som inte är en mapp",
        ),
        (OSError(errno.EROFS, "Read-only file system"), "the disk can only be read", "disken går bara att läsa"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "the name is too long", "namnet är för långt"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error", "Input/output error"),
        (OSError("out of ink"), "out of ink", "out of ink"),
    ],
)
def test_the_usual_reasons_are_in_the_language(error: OSError, en: str, sv: str, capsys: Any) -> None:
    """What else the system says is passed on as it says it."""
    assert with_streams("rules", "--lang", "en", stdout=Full(error)) == 2
    assert capsys.readouterr().err == f"finsam: cannot write: {en}\n"
    assert with_streams("rules", "--lang", "sv", stdout=Full(error)) == 2
    assert capsys.readouterr().err == f"finsam: kan inte skriva: {sv}\n"


def test_where_a_stream_is_missing_the_other_says_its_part(capsys: Any) -> None:
    """As in a program without a window of its own: nothing is printed elsewhere instead."""
    assert with_streams("check", "no.toml", "hoglandet-2023", stdout=None) == 2
    assert capsys.readouterr() == ("", "no.toml: there is no such file\n")
    assert with_streams("check", "no.toml", stderr=None) == with_streams("report", "no.toml", stderr=None) == 2
    assert capsys.readouterr() == ("", "")


def test_a_terminal_has_colours_here_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """31 is red."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    screen = Terminal()
    assert with_streams("check", "hoglandet-2023", "--select", "F304", stdout=screen) == 1
    assert "\nF304 \x1b[31merror\x1b[0m: " in screen.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_verdicts_have_lights_on_a_terminal(monkeypatch: pytest.MonkeyPatch, language: Language) -> None:
    """Green where it is met, yellow near, red not met: the words are the same without the lights."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    screen = Terminal()
    arguments = ("follow-up", "sodra-vatterbygden-2018", "--lang", language)
    assert with_streams(*arguments, stdout=screen) == 0
    lights = set(re.findall(r"(?m)^ {4}\x1b\[(\d+)m● ([\w ]+)\x1b\[0m: ", screen.getvalue()))
    assert lights == {
        (colour, verdict.label.to(language))
        for verdict, colour in (
            (Verdict.MET, "32"),
            (Verdict.NEAR, "33"),
            (Verdict.NOT_MET, "31"),
            (Verdict.NOT_MEASURED, "35"),
            (Verdict.CANNOT_TELL, "35"),
        )
    }
    plain = re.sub(r"\x1b\[\d+m(● )?", "", screen.getvalue())
    assert plain == run(*arguments).out


def test_a_terminal_is_asked_and_an_end_is_no_answer(tmp_path: Path, capsys: Any) -> None:
    """Each question is put where errors are, so that what is printed can be kept."""
    file = tmp_path / "new.toml"
    given = ("new", str(file), "--municipalities", "Habo", "--year", "2027", "--total", "4 mkr")
    assert with_streams(*given, stdin=Terminal("Bygden\n")) == 0
    assert load(file).association.name == "Bygden"
    assert capsys.readouterr().err == "the association's name: "
    file.unlink()
    assert with_streams(*given, stdin=Terminal(" \nBygden\n")) == 0
    assert capsys.readouterr().err == (
        "the association's name: finsam: give the association's name\nthe association's name: "
    )
    file.unlink()
    assert with_streams(*given, stdin=Terminal()) == 2
    assert not file.exists()

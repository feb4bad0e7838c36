"""The command as the tests run it, in this process or in one of its own, and a small plan to give it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from finsam.cli import main

__all__ = ["SMALL", "Said", "finished", "process", "refused", "run"]

SMALL = """\
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
"""A plan's file in which nothing is wrong, and much not said."""

LANGUAGE = ("LC_ALL", "LC_MESSAGES", "LANG")


class Said(NamedTuple):
    """The exit status, and what is printed for people and of errors."""

    status: int
    out: str
    err: str


def run(*arguments: str | Path, encoding: str = "utf-8", **environment: str) -> Said:
    """What the command says in this process, in an environment that asks for no language but what is given here."""
    out, err = TextIOWrapper(BytesIO(), encoding), TextIOWrapper(BytesIO(), encoding)
    with patch.dict(os.environ, environment), redirect_stdout(out), redirect_stderr(err):
        for name in LANGUAGE:
            if name not in environment:
                os.environ.pop(name, None)
        try:
            status: Any = main([*map(str, arguments)])
        except SystemExit as stop:
            status = stop.code
    return Said(status, _text(out), _text(err))


def _text(stream: TextIOWrapper) -> str:
    """What has been written to it."""
    stream.seek(0)
    return stream.read()


def refused(*arguments: str | Path, **environment: str) -> str:
    """What is said of that which cannot be read; the exit status is 2, and nothing else is printed."""
    status, out, err = run(*arguments, **environment)
    assert status == 2, f"the exit status is {status}"
    assert out == "", f"printed {out[:80]!r}"
    return err


def process(
    *arguments: str | Path, python: tuple[str, ...] = (), environment: Mapping[str, str] | None = None, **streams: Any
) -> "subprocess.Popen[str]":
    """The command in a process of its own, reading from nothing and with pipes to read from, unless told otherwise."""
    plain = {name: value for name, value in os.environ.items() if name not in LANGUAGE}
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(
        [sys.executable, *python, "-m", "finsam", *map(str, arguments)],
        env=plain | {"PYTHONUTF8": "1"} | dict(environment or {}),
        encoding="utf-8",
        **(pipes | streams),
    )


def finished(started: "subprocess.Popen[str]") -> Said:
    """What a process has said when it has ended, which takes it less than a minute."""
    with started:
        out, err = started.communicate(timeout=60)
    return Said(started.returncode, out or "", err or "")

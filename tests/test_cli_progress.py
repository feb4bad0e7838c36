"""How far long work has come is shown on stderr, where that is a terminal and tqdm is there."""

import sys
from io import StringIO

import pytest

from command import run
from finsam.cli import answer


class Terminal(StringIO):
    """What people look at."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_shown_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is left there when it is done."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(answer, "PATIENCE", 0.0)
    progress = answer.progress()
    assert progress is not None
    meter = progress(total=3)
    meter.update(1)
    meter.close()
    assert "0/3" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")


def test_a_file_and_a_command_without_tqdm_are_shown_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", StringIO())
    assert answer.progress() is None
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert answer.progress() is None
    monkeypatch.setattr(sys, "stderr", None)
    assert answer.progress() is None


def test_what_is_printed_is_the_same() -> None:
    said = run("what-if", "hoglandet-2023", "hoglandet-2023")
    assert (said.status, said.err) == (0, "")

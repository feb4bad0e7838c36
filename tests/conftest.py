"""
Runs what the documentation shows: README.md, docs/*.md and every docstring of the installed package.

In a page, which runs in an empty folder of its own and whose blocks share their names:

- ```` ```python ```` blocks are run; those that start with `>>>` are doctests, compared exactly.
- ```` ```console ```` blocks hold commands after `$ ` and what they print, errors included, compared exactly.
  The shell runs them, and `finsam` is the one installed beside this Python.
- a ```` ```toml ```` block (or any but those two) after `<!-- file: my-plan.toml -->` is written to that file; after
  `<!-- append: my-plan.toml -->` it is added at the file's end. Later blocks of the page can read it.
- `<!-- skip: next -->` leaves the next block out.

A docstring is a doctest on its own: it sees the public names of finsam and those of its module, and nothing that
another docstring made.

All of it is collected by a plain `pytest`; `pytest -k tutorial.md` or `pytest -k money.py` picks one page or module.
"""

import contextlib
import difflib
import functools
import os
import re
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sybil import Document, Example, Region, Sybil
from sybil.document import PythonDocStringDocument
from sybil.example import NotEvaluated
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser
from sybil.python import import_path

import finsam

# A slow or busy machine is no reason to fail; `ci` finds the same on every run, and `deep` looks further.
settings.register_profile("default", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, max_examples=25)
settings.register_profile("quick", settings.get_profile("ci"), max_examples=10)
settings.register_profile("few", settings.get_profile("ci"), max_examples=3)
settings.register_profile("deep", settings.get_profile("default"), max_examples=1_000)
settings.load_profile(os.environ.get("FINSAM_TESTS") or ("ci" if "CI" in os.environ else "default"))

CHECKOUT = Path(__file__).parent.parent
PACKAGE = Path(finsam.__file__).parent

COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n", re.MULTILINE)
FILE = re.compile(r"^<!-- (file|append): (\S+) -->\n+(`{3,})\w+\n(.*?)^\3$", re.MULTILINE | re.DOTALL)

ENVIRONMENT = {
    **os.environ,
    "PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]]),
    "PYTHONUTF8": "1",
    "COLUMNS": "80",
}


def output(command: str) -> str:
    done = subprocess.run(
        command,
        shell=True,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=ENVIRONMENT,
    )
    return done.stdout


def run_console(example: Example) -> str | None:
    shown: str = example.parsed
    printed = "".join(f"$ {command}\n{output(command)}" for command in COMMAND.findall(shown))
    if printed == shown:
        return None
    return "\n".join(difflib.unified_diff(shown.splitlines(), printed.splitlines(), "shown", "printed", lineterm=""))


def find_files(document: Document) -> Iterator[Region]:
    for match in FILE.finditer(document.text):
        yield Region(match.start(), match.end(), parsed=match.group(1, 2, 4), evaluator=write_file)


def write_file(example: Example) -> None:
    action, name, text = example.parsed
    with Path(name).open("a" if action == "append" else "w", encoding="utf-8") as file:
        file.write(text)


def open_page(namespace: dict[str, Any]) -> None:
    namespace["__folder__"] = folder = contextlib.ExitStack()
    folder.enter_context(contextlib.chdir(folder.enter_context(tempfile.TemporaryDirectory())))


def close_page(namespace: dict[str, Any]) -> None:
    namespace["__folder__"].close()


class Docstrings(PythonDocStringDocument):
    """A module's docstrings; Sybil would let one see the names that another made."""

    def __init__(self, text: str, path: str) -> None:
        super().__init__(text, path)
        self.evaluators = [self.start_afresh]
        self.current = -1

    @functools.cached_property
    def starts(self) -> list[int]:
        return [start for start, _, _ in self.extract_docstrings(self.text)]

    def start_afresh(self, example: Example) -> None:
        docstring = max(start for start in self.starts if start <= example.start)
        if docstring != self.current:
            self.current = docstring
            self.namespace.clear()
            self.namespace.update({name: getattr(finsam, name) for name in finsam.__all__})
            self.namespace.update(vars(import_path(Path(self.path))))
        raise NotEvaluated


pages = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser("console", run_console), find_files, SkipParser()],
    path=str(CHECKOUT),
    patterns=["README.md", "docs/*.md"],
    setup=open_page,
    teardown=close_page,
)
docstrings = Sybil(
    parsers=[DocTestParser()],
    path=str(PACKAGE),
    patterns=["*.py"],
    document_types={".py": Docstrings},
)


class Documentation:
    # A plugin, because the hooks of this file itself are asked only about files under tests/.
    pytest_collect_file = staticmethod((pages + docstrings).pytest())


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Documentation())
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        config.args.append(str(PACKAGE))  # wherever it is installed, so that no path can name it beforehand

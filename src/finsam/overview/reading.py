"""How many plans and follow-ups are read: one at a time, each boiled down and put away."""

import os
import pickle
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from finsam.errors import FileError, FinsamError, Problem, WrongTypeError, written
from finsam.files.disk import read_text
from finsam.files.kinds import FOLLOW_UP, PLAN, SCENARIOS
from finsam.files.lines import line_of, lines
from finsam.files.toml import parsed
from finsam.followup.document import FollowUp
from finsam.language import Text
from finsam.overview.summary import PlanSummary, summary
from finsam.place import place
from finsam.plan import OperationalPlan

__all__ = ["Found", "PassedOver", "Source", "boiled", "each_of", "held_against", "kept", "listed", "plans_in"]

Source = str | os.PathLike[str] | OperationalPlan | FollowUp
"""A folder, a file, a plan or a follow-up."""

Stored = str | bytes
"""Where a document can be had again: its file, or what was given, pickled and packed."""

AHEAD = 64  # documents that an executor is given before the first of them is asked for


@frozen(kw_only=True)
class PassedOver:
    """
    What is in no table, and why: a file by its name, and everything that is wrong with it.

    `file` is the association and the year of what was given without a file.
    """

    file: str
    problems: tuple[Problem, ...]


@frozen(kw_only=True)
class Found:
    """A follow-up that was found: of which association and year, by what was known on which day, and where it is."""

    association: str
    year: int
    day: date
    stored: Stored
    file: str | None = None

    @property
    def key(self) -> tuple[str, int]:
        """By what its plan is known."""
        return self.association.casefold(), self.year

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.file or f"{self.association} {self.year}"


def listed(given: Source | Iterable[Source]) -> tuple[Iterable[Source | PassedOver], int | None]:
    """
    Every document that is given, folders opened, and how many they are; None where that is not known before the end.

    Raises `FileError` for one folder or file alone that is not there, and for one that has no file of a plan in it.
    """
    if isinstance(given, str | os.PathLike):
        alone = _inside(given)
        return alone, len(alone)
    if isinstance(given, OperationalPlan | FollowUp):
        return [given], 1
    if not isinstance(given, Iterable):
        raise WrongTypeError(_NO_SOURCE(given=written(given)))
    opened = _opened(given)
    if not isinstance(given, Sequence):
        return opened, None
    documents = [*opened]
    return documents, len(documents)


def _opened(given: Iterable[Source]) -> Iterator[Source | PassedOver]:
    """The same with the files of folders in place of them, and each file once."""
    seen: set[str] = set()
    for each in given:
        if isinstance(each, OperationalPlan | FollowUp):
            yield each
            continue
        if not isinstance(each, str | os.PathLike):
            raise WrongTypeError(_NO_SOURCE(given=written(each)))
        try:
            names = _inside(each)
        except FileError as error:
            yield PassedOver(file=error.file, problems=error.problems)
            continue
        yield from (name for name in names if name not in seen)
        seen.update(names)


def _inside(given: str | os.PathLike[str]) -> list[str]:
    """The file, or those of the folder whose name ends with .toml."""
    path = Path(given)
    if not os.path.exists(path):  # noqa: PTH110  # Path raises for what is too long
        raise FileError(os.fspath(given), _NOT_THERE)
    if not path.is_dir():
        return [str(path)]
    found = sorted(str(each) for each in path.iterdir() if each.suffix == ".toml" and each.is_file())
    if not found:
        raise FileError(os.fspath(given), _EMPTY)
    return found


def plans_in(given: Source | Iterable[Source]) -> tuple[tuple[OperationalPlan, ...], tuple[PassedOver, ...]]:
    """
    The plans of what is given, whole, and what could not be read; follow-ups and scenarios are passed over.

    Raises as `Portfolio.of` does.
    """
    plans: list[OperationalPlan] = []
    unread: list[PassedOver] = []
    for source in listed(given)[0]:
        try:
            document = source if isinstance(source, PassedOver) else _document(source)
        except FileError as error:
            document = PassedOver(file=error.file, problems=error.problems)
        if isinstance(document, PassedOver):
            unread.append(document)
        elif isinstance(document, OperationalPlan):
            plans.append(document)
    return tuple(plans), tuple(unread)


def boiled(source: Source) -> PlanSummary | Found | PassedOver | None:
    """The plan in short, or which follow-up it is; None for scenarios. What cannot be read is told, and not raised."""
    file = None if isinstance(source, OperationalPlan | FollowUp) else os.fspath(source)
    try:
        document = _document(source)
        if isinstance(document, OperationalPlan):
            return summary(document, file=file)
    except FileError as error:
        return PassedOver(file=error.file, problems=error.problems)
    if document is None:
        return None
    stored = kept(source)
    return Found(association=document.association, year=document.year, day=document.day, stored=stored, file=file)


def _document(source: Source) -> OperationalPlan | FollowUp | None:
    """What is in the file, by its kind; None for scenarios."""
    if isinstance(source, OperationalPlan | FollowUp):
        return source
    text, name = read_text(source), os.fspath(source)
    tables = parsed(text)
    if isinstance(tables, Problem):
        raise FileError(name, tables)
    kind = tables.get("kind")
    if kind == SCENARIOS.word:
        return None
    return (FOLLOW_UP if kind == FOLLOW_UP.word else PLAN).held(tables, name, lambda: lines(text))


def kept(source: Source) -> Stored:
    """The file, or what was given, small enough to be kept."""
    if isinstance(source, OperationalPlan | FollowUp):
        return zlib.compress(pickle.dumps(source), 1)
    return os.fspath(source)


def _again(stored: Stored) -> Any:
    """The document, once more."""
    return _document(stored) if isinstance(stored, str) else pickle.loads(zlib.decompress(stored))


def held_against(plan: Stored, found: Found, earlier: tuple[Stored, ...]) -> PlanSummary | PassedOver:
    """The plan in short with what its follow-up says; or why the follow-up is not the plan's."""
    file = plan if isinstance(plan, str) else None
    try:
        of, followup = _again(plan), _again(found.stored)
        review = followup.review(of, earlier=[_again(each) for each in earlier])
    except FinsamError as error:
        return PassedOver(file=found.name, problems=tuple(placed(each, found.file) for each in error.problems))
    return summary(of, review, file=file)


def placed(problem: Problem, file: str | None) -> Problem:
    """The problem with its place in words, and its line where it is in a file."""
    text = "" if file is None else read_text(file)
    line = None if file is None else line_of(problem.path, lines(text))
    return evolve(problem, place=place(problem.path, parsed(text)), line=line)


Work = Callable[..., PlanSummary | Found | PassedOver | None]


def each_of(
    work: Work, jobs: Iterable[tuple[Any, ...]], executor: Executor | None
) -> Iterator[tuple[tuple[Any, ...], PlanSummary | Found | PassedOver | Text | None]]:
    """
    What the work gives of each job, in their order, by the executor where there is one; no more than a few are begun
    before they are asked for. Where the executor has died, that is what stands in place of what it should give.
    """
    if executor is None:
        yield from ((job, work(*job)) for job in jobs)
        return
    begun: deque[tuple[tuple[Any, ...], Future[Any] | Text]] = deque()
    for job in jobs:
        begun.append((job, _begun(executor, work, job)))
        if len(begun) >= AHEAD:
            first, future = begun.popleft()
            yield first, _result(future)
    for job, future in begun:
        yield job, _result(future)


def _begun(executor: Executor, work: Work, job: tuple[Any, ...]) -> Future[Any] | Text:
    try:
        return executor.submit(work, *job)
    except RuntimeError as error:  # which it raises when it has been shut down, and when it is broken
        return _DIED(why=str(error))


def _result(future: Future[Any] | Text) -> Any:
    try:
        return future if isinstance(future, Text) else future.result()
    except (BrokenExecutor, CancelledError) as error:
        return _DIED(why=str(error) or type(error).__name__)


_NO_SOURCE = Text(
    en="Portfolio.of takes folders, files, plans and follow-ups, not {given}",
    sv="Portfolio.of ska ha mappar, filer, planer och uppföljningar, inte {given}",
)
_NOT_THERE = Text(
    en="there is no such folder and no such file; look at how it is written",
    sv="det finns ingen sådan mapp och ingen sådan fil; se efter hur den är skriven",
)
_EMPTY = Text(
    en="has no plan in it: no file whose name ends with .toml; give another folder, or finsam new writes a plan",
    sv="innehåller ingen plan: ingen fil vars namn slutar på .toml; ange en annan mapp, eller skriv en plan med "
    "finsam new",
)
_DIED = Text(
    en="was not read, because the executor stopped ({why}); read it without an executor, or with fewer workers",
    sv="lästes inte, eftersom exekutorn stannade ({why}); läs den utan exekutor, eller med färre processer",
)

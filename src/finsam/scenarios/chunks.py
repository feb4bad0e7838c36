"""How a sweep is shared out: a chunk of scenarios at a time is sent to an executor, and figures come back."""

import pickle
import zlib
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import lru_cache
from math import ceil
from time import perf_counter
from traceback import format_exception, format_exception_only

from finsam.errors import FinsamError, ScenarioError
from finsam.language import NOTHING, Text
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.scenarios.applying import changed
from finsam.scenarios.changes import PlanChange

__all__ = ["Found", "Measure", "found", "one_by_one"]

Measure = Callable[[OperationalPlan], object]
"""What is measured of a plan: a function that gives one figure, or several by name."""

Found = Mapping[str, object] | FinsamError
"""What came of a scenario: its figures by name, or what went wrong."""

Changes = tuple[PlanChange, ...]

SECONDS = 0.05  # of work in a chunk: to send one takes a hundredth of that
FEW = 5  # scenarios are measured here, to see how long one takes; only one that takes longer than a chunk
LEAST = 64  # chunks, so that every worker has some of what is quick; what is slow is sent one by one
MOST = 300  # characters of a message that is told


def one_by_one(
    plan: OperationalPlan, every: Sequence[Changes], measure: Measure, executor: Executor | None
) -> Generator[Found, None, None]:
    """
    What comes of each scenario, in the order given.

    Raises `ScenarioError` where the executor does not do all of it. What is pending is cancelled when the iterator is
    closed.
    """
    if executor is None:
        for changes in every:
            yield found(plan, changes, measure)
        return
    times: list[float] = []
    while len(times) < min(FEW, len(every)) and sum(times) < SECONDS:
        start = perf_counter()
        yield found(plan, every[len(times)], measure)
        times.append(perf_counter() - start)
    rest = every[len(times) :]
    usual = sorted(times)[len(times) // 2]
    size = max(1, min(int(SECONDS / usual), ceil(len(rest) / LEAST)))
    chunks = [pickle.dumps(rest[first : first + size]) for first in range(0, len(rest), size)]
    yield from _from_executor(executor, zlib.compress(pickle.dumps(plan)), chunks, measure)


def _from_executor(
    executor: Executor, plan: bytes, chunks: Sequence[bytes], measure: Measure
) -> Generator[Found, None, None]:
    futures: list[Future[bytes]] = []
    try:
        for chunk in chunks:
            futures.append(executor.submit(_chunk, plan, chunk, measure))  # noqa: PERF401  # one may be refused
        for future in futures:
            yield from _opened(future.result())
    except FinsamError:
        raise
    except Exception as error:
        raise ScenarioError(_why(error, measure)) from error
    finally:
        for future in futures:
            future.cancel()


def _chunk(plan: bytes, chunk: bytes, measure: Measure) -> bytes:
    """What a worker does; the measure is sent as the executor sends functions, which can be from a notebook."""
    whole = _received(plan)
    done = [found(whole, changes, measure) for changes in pickle.loads(chunk)]
    try:
        return pickle.dumps(done)  # here, because some executors wait for ever for what cannot be sent
    except Exception as error:  # noqa: BLE001  # it is told
        raise ScenarioError(_NOT_SENT_BACK(said=_said(error))) from None


def _opened(sent: bytes) -> list[Found]:
    try:
        done: list[Found] = pickle.loads(sent)
    except Exception as error:
        raise ScenarioError(_NOT_SENT_BACK(said=_said(error))) from error
    return done


@lru_cache(maxsize=4)
def _received(plan: bytes) -> OperationalPlan:
    """The plan, kept by what was sent, since the next chunk is of the same one."""
    received: OperationalPlan = pickle.loads(zlib.decompress(plan))
    return received


def found(plan: OperationalPlan, changes: Changes, measure: Measure) -> Found:
    """What comes of one scenario: its figures by name, or what the changes or the measure raised."""
    try:
        figures = measure(changed(plan, changes))
        return ReadOnly(figures if isinstance(figures, Mapping) else {_name_of(measure): figures})
    except FinsamError as error:
        error.__traceback__ = error.__context__ = error.__cause__ = None  # which would keep the changed plan
        return error
    except Exception as error:  # noqa: BLE001  # told with its scenario, so that the others are not lost
        told = ScenarioError(_RAISED(said=_said(error)))
        told.add_note("".join(format_exception(error)).rstrip())
        return told


def _name_of(measure: Measure) -> str:
    """What a single figure is called: as the function that gives it, where that has a name."""
    name = getattr(measure, "__name__", "")
    return name if name.isidentifier() else "figure"


def _said(error: BaseException) -> str:
    """The kind of an error and its message, which with some executors is all that was sent."""
    said = format_exception_only(error)[-1].strip().rstrip(".")
    return said if len(said) <= MOST else said[: MOST - 3] + "..."


def _why(error: Exception, measure: Measure) -> Text:
    """Why an executor did not do all of it; what a scenario raises is among what it found."""
    if isinstance(error, pickle.PicklingError | AttributeError | TypeError):
        return _NOT_SENT(said=_said(error))
    notebook = isinstance(error, BrokenExecutor) and getattr(measure, "__module__", None) == "__main__"
    return _STOPPED(said=_said(error), hint=_IN_A_NOTEBOOK if notebook else NOTHING)


_RAISED = Text(en="the measure raised {said}", sv="måttet gav felet {said}")
_NOT_SENT = Text(
    en="the measure cannot be sent to another process: {said}; write it as a function at the top of a module",
    sv="måttet kan inte skickas till en annan process: {said}; skriv det som en funktion överst i en modul",
)
_NOT_SENT_BACK = Text(
    en="the figures cannot be sent back by a worker: {said}; let the measure give numbers, amounts and text",
    sv="värdena kan inte skickas tillbaka: {said}; låt måttet ge tal, belopp och text",
)
_STOPPED = Text(
    en="the executor stopped before every scenario had been measured: {said}; nothing of the sweep is kept{hint}",
    sv="exekutorn stannade innan alla scenarier hade räknats: {said}; inget av svepet sparas{hint}",
)
_IN_A_NOTEBOOK = Text(
    en=", and a measure that is written in a notebook cannot be found by another process: write it as a function at "
    "the top of a module",
    sv=", och ett mått som är skrivet i en notebook hittas inte av en annan process: skriv det som en funktion överst "
    "i en modul",
)

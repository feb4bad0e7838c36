"""Long work (*långa körningar*): who does it, and how far it has come."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Protocol

from finsam.errors import WrongTypeError, written
from finsam.language import Text

__all__ = ["Meter", "Progress", "expect_executor", "metered"]


class Meter(Protocol):
    """What shows how far the work has come, as `tqdm` makes it."""

    def update(self, n: int, /) -> object:
        """So many more are done."""

    def close(self) -> object:
        """All is done, or given up."""


class Progress(Protocol):
    """What makes a meter of work of so many parts, None where their number is not known; as `tqdm`."""

    def __call__(self, *, total: int | None) -> Meter:
        """The meter."""


class _Still:
    """A meter that shows nothing."""

    def update(self, n: int, /) -> None:
        """Show nothing."""

    def close(self) -> None:
        """Show nothing."""


@contextmanager
def metered(progress: Progress | None, total: int | None) -> Iterator[Meter]:
    """
    The meter, closed when the work is done or given up; one that shows nothing where there is no progress.

    Raises `WrongTypeError` for what makes no meter.
    """
    meter = _Still() if progress is None else progress(total=total) if callable(progress) else None
    if not hasattr(meter, "update") or not hasattr(meter, "close"):
        raise WrongTypeError(_NO_PROGRESS(given=written(progress)))
    try:
        yield meter
    finally:
        meter.close()


def expect_executor(executor: object) -> None:
    """Raise `WrongTypeError` for anything but an executor, or None."""
    if executor is None or isinstance(executor, Executor):
        return
    if hasattr(executor, "get_executor"):  # a client of Dask, which need not be installed
        raise WrongTypeError(_A_CLIENT)
    raise WrongTypeError(_NO_EXECUTOR(given=written(executor)))


_NO_PROGRESS = Text(
    en="progress takes tqdm, or what is called as it is, not {given}; write progress=tqdm",
    sv="progress ska vara tqdm, eller något som anropas som tqdm, inte {given}; skriv progress=tqdm",
)
_A_CLIENT = Text(
    en="executor takes an Executor of concurrent.futures, not a client of Dask; write executor=client.get_executor()",
    sv="executor ska vara en Executor i concurrent.futures, inte en klient i Dask; "
    "skriv executor=client.get_executor()",
)
_NO_EXECUTOR = Text(
    en="executor takes an Executor of concurrent.futures, not {given}; write executor=ProcessPoolExecutor()",
    sv="executor ska vara en Executor i concurrent.futures, inte {given}; skriv executor=ProcessPoolExecutor()",
)

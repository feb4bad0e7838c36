"""Many what-ifs of a plan: in the order given, whoever measures them, and none lost where one fails."""

import multiprocessing
import pickle
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from itertools import count, product
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tqdm import tqdm

from finsam import FinsamError, Money, OperationalPlan, example, kr
from finsam.errors import FundingError, PlanError, ScenarioError, WrongTypeError, written
from finsam.language import Text
from finsam.scenarios import FundingChange, Scenario, Sweep, SweepRow, chunks, sweep
from finsam.scenarios.applying import changed
from finsam.scenarios.sweeping import WhatIf
from measures import broken, dies, due_and_equity, equity, locked, quick, slow, strict
from names import NAMES
from strategies import tries

PLAN = example("hoglandet-2023")


def of(kronor: int) -> FundingChange:
    return FundingChange(total=kr(kronor), since=2024)


MORE = of(8_500_000)
SOME = tuple(of(8_000_000 + number) for number in range(20))
SEVEN, EIGHT, TEN = of(7_000_000), of(8_000_000), of(10_000_000)
CHANGES = st.integers(5_000_000, 12_000_000).map(of)


def texts(error: FinsamError) -> tuple[str, str]:
    return error.text("en"), error.text("sv")


# What is swept, and in which order


@given(over=st.lists(CHANGES | st.lists(CHANGES, max_size=2), min_size=1, max_size=5))
def test_a_sweep_is_the_loop_that_one_would_write(over: list[FundingChange | list[FundingChange]]) -> None:
    listed = [each if isinstance(each, list) else [each] for each in over]
    expected = [due_and_equity(changed(PLAN, each)) for each in listed]
    swept = sweep(PLAN, over, due_and_equity)
    assert [row.figures for row in swept] == expected
    assert [row.changes for row in swept] == [tuple(each) for each in listed]
    assert [row.labels for row in swept] == [{"scenario": number + 1} for number in range(len(over))]
    assert (len(swept), swept.failed) == (len(over), ())


@given(first=st.lists(CHANGES, min_size=1, max_size=3), second=st.lists(CHANGES, min_size=1, max_size=3))
def test_axes_are_combined_the_last_varying_first(first: list[FundingChange], second: list[FundingChange]) -> None:
    """And what is changed along the last is changed last."""
    swept = sweep(PLAN, {"first": dict(enumerate(first, 1)), "second": second}, equity)
    points = [*product(range(len(first)), range(len(second)))]
    assert [row.labels for row in swept] == [{"first": one + 1, "second": two + 1} for one, two in points]
    assert [row.changes for row in swept] == [(first[one], second[two]) for one, two in points]
    assert [row.figures["equity"] for row in swept] == [equity(changed(PLAN, [second[two]])) for _, two in points]


def test_a_what_if_is_called_by_its_label_its_name_or_its_number() -> None:
    more = Scenario(name="more", changes=(MORE,))
    every: list[WhatIf] = [more, MORE, ()]
    assert [row.labels for row in sweep(PLAN, iter(every), quick)] == [
        {"scenario": "more"},
        {"scenario": 2},
        {"scenario": 3},
    ]
    axes = {"total": {kr(8_500_000): MORE, "as it is": ()}, "then": [more, EIGHT]}
    swept = sweep(PLAN, axes, quick)
    assert [row.name for row in swept] == [
        'total 8 500 000 kr, then "more"',
        "total 8 500 000 kr, then 2",
        'total "as it is", then "more"',
        'total "as it is", then 2',
    ]
    assert [row.changes for row in swept] == [(MORE, MORE), (MORE, EIGHT), (MORE,), (EIGHT,)]


def test_a_label_in_a_dict_is_what_a_scenario_is_called_there() -> None:
    [row] = sweep(PLAN, {"total": {"8,5 mkr": Scenario(name="more", changes=(MORE,))}}, quick)
    assert (row.labels, row.changes) == ({"total": "8,5 mkr"}, (MORE,))


def test_what_is_so_today_can_be_among_them() -> None:
    """Höglandet has 8 054 000 kr in every year, and closes 2025 with 427 055 kr (figures.md)."""
    swept = sweep(PLAN, [(), of(8_054_000), MORE], equity)
    assert [row.figures["equity"] for row in swept] == [kr(427_055), kr(427_055), kr(427_055 + 2 * 446_000)]
    assert example("hoglandet-2023") == PLAN


@pytest.mark.parametrize(
    ("measure", "figures"),
    [
        (equity, {"equity": kr(427_055)}),
        (lambda plan: plan.closing_equity(2025), {"figure": kr(427_055)}),
        (partial(OperationalPlan.closing_equity, year=2025), {"figure": kr(427_055)}),
        (due_and_equity, {"due": kr(8_054_000), "equity": kr(427_055)}),
        (lambda plan: {}, {}),
    ],
)
def test_one_figure_is_called_as_the_function_that_gives_it(
    measure: Callable[[OperationalPlan], object], figures: dict[str, Money]
) -> None:
    [row] = sweep(PLAN, [()], measure)
    assert row.figures == figures
    with pytest.raises(TypeError):
        row.figures["more"] = 1  # type: ignore[index]


# As a table


def test_a_sweep_is_a_table() -> None:
    """A column an axis and a column a figure, with amounts as they are."""
    table = pd.DataFrame(sweep(PLAN, {"total": {"8,0": EIGHT, "8,5": MORE}, "again": [()]}, due_and_equity).records())
    assert table.to_dict("list") == {
        "total": ["8,0", "8,5"],
        "again": [1, 1],
        "due": [kr(8_000_000), kr(8_500_000)],
        "equity": [kr(427_055 - 2 * 54_000), kr(427_055 + 2 * 446_000)],
    }


def test_one_that_failed_is_in_the_table_with_its_error() -> None:
    """And has no figure there."""
    swept = sweep(PLAN, [EIGHT, TEN], strict)
    [fine, wrong] = swept.records()
    assert fine == {"scenario": 1, "strict": kr(0)}
    assert wrong == {"scenario": 2, "error": swept.failed[0].error}
    assert pd.DataFrame([fine, wrong])["error"].map(str).tolist()[1] == str(swept.failed[0].error)


@pytest.mark.parametrize("name", ["total", "error"])
def test_a_figure_cannot_have_the_name_of_another_column(name: str) -> None:
    swept = sweep(PLAN, {"total": [()]}, lambda plan: {name: 1})
    assert swept.rows[0].figures == {name: 1}
    with pytest.raises(ScenarioError) as raised:
        swept.records()
    assert texts(raised.value) == (
        f'"{name}" is both a figure and another column; call the figure or the axis something else',
        f'"{name}" är både ett värde och en annan kolumn; kalla värdet eller axeln något annat',
    )


@pytest.mark.parametrize("over", [[EIGHT, MORE], [EIGHT, SEVEN, TEN]])
def test_a_sweep_is_a_value(over: list[FundingChange]) -> None:
    swept = sweep(PLAN, over, strict)
    assert eval(repr(swept), {**NAMES, "Sweep": Sweep, "SweepRow": SweepRow}) == swept
    assert pickle.loads(pickle.dumps(swept)) == swept
    assert swept != sweep(PLAN, [EIGHT], strict)
    assert hash(sweep(PLAN, over, strict)) == hash(swept)


# One that fails


def test_one_that_fails_names_itself_and_the_others_are_not_lost() -> None:
    more = Scenario(name="10 mkr", changes=(TEN,))
    swept = sweep(PLAN, [EIGHT, more, EIGHT], strict)
    assert [row.error is None for row in swept] == [True, False, True]
    [failed] = swept.failed
    assert isinstance(failed.error, PlanError)
    assert failed.measured is None
    with pytest.raises(ScenarioError) as raised:
        failed.figures  # noqa: B018  # asked for
    assert raised.value.problems[0].path == ("funding",)
    assert texts(raised.value) == (
        'scenario "10 mkr" has no figures: there is no funding for 2031; the plan has 2022, 2023, 2024, 2025',
        'scenario "10 mkr" har inga värden: det finns ingen finansiering för 2031; planen har 2022, 2023, 2024, 2025',
    )


def test_what_a_measure_raises_is_told_with_its_kind_and_where() -> None:
    """It is a mistake in the measure, and is not to be hidden."""
    [failed] = sweep(PLAN, {"total": {"7,0": SEVEN}, "again": [()]}, strict)
    assert isinstance(failed.error, ScenarioError)
    assert texts(failed.error) == (
        "the measure raised ZeroDivisionError: integer division or modulo by zero",
        "måttet gav felet ZeroDivisionError: integer division or modulo by zero",
    )
    for _ in range(2):
        with pytest.raises(ScenarioError) as raised:
            failed.figures  # noqa: B018  # asked for
        assert texts(raised.value) == (
            (
                'total "7,0", again 1 has no figures: '
                "the measure raised ZeroDivisionError: integer division or modulo by zero"
            ),
            (
                'total "7,0", again 1 har inga värden: '
                "måttet gav felet ZeroDivisionError: integer division or modulo by zero"
            ),
        )
        [note] = raised.value.__notes__
        assert "measures.py" in note
        assert "return kr(1 // (total.ore - 700_000_000))" in note


def test_what_a_change_raises_is_the_error_of_that_what_if(monkeypatch: pytest.MonkeyPatch) -> None:
    """And it does not keep the plan that was being changed."""
    problem = Text(en="it cannot be", sv="det går inte")

    def refused(plan: OperationalPlan, changes: tuple[FundingChange, ...]) -> OperationalPlan:
        raise FundingError(problem)

    monkeypatch.setattr(chunks, "changed", refused)
    [failed] = sweep(PLAN, [MORE], equity)
    assert isinstance(failed.error, FundingError)
    assert failed.error.message == problem
    assert [failed.error.__traceback__, failed.error.__context__, failed.error.__cause__] == [None, None, None]


# Whoever measures it


@pytest.fixture(scope="module")
def executors() -> Iterator[dict[str, Executor | None]]:
    with ExitStack() as stack:
        pools: dict[str, Executor | None] = {
            method: stack.enter_context(ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)))
            for method in {"fork", "spawn"} & {*multiprocessing.get_all_start_methods()}
        }
        yield {**pools, "threads": stack.enter_context(ThreadPoolExecutor(2)), "none": None}


# Python warns of a fork beside threads, which pytest's and others' are; the children do nothing but measure.
FORKS = pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")


@FORKS
@tries(10)
@given(over=st.lists(CHANGES | st.sampled_from([SEVEN, TEN, ()]), min_size=1, max_size=30))
def test_any_executor_gives_the_same_in_the_same_order(
    over: list[FundingChange | tuple[()]], executors: dict[str, Executor | None]
) -> None:
    """Figures and errors alike."""
    alone = sweep(PLAN, over, strict)
    for executor in executors.values():
        swept = sweep(PLAN, over, strict, executor=executor)
        assert swept == alone
        assert [row.error and texts(row.error) for row in swept] == [row.error and texts(row.error) for row in alone]
        assert [type(row.error) for row in swept] == [type(row.error) for row in alone]


class Here(Executor):
    """Does at once what it is given, and keeps what that was."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.sent.append(pickle.dumps(args))
        future: Future[Any] = Future()
        try:
            future.set_result(work(*args, **kwargs))
        except FinsamError as error:
            future.set_exception(error)
        return future


def test_what_is_sent_is_small() -> None:
    """The plan by itself, however much has been worked out of it: its file is 20 kB."""
    plan, executor = example("hoglandet-2023"), Here()
    due_and_equity(plan), plan.check()
    sweep(plan, SOME, equity, executor=executor)
    assert executor.sent
    assert max(map(len, executor.sent)) < 10_000


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """By which every what-if takes 8 ms, however busy the machine is."""
    ticks = count()
    monkeypatch.setattr(chunks, "perf_counter", lambda: next(ticks) / 128)


@pytest.mark.usefixtures("clock")
def test_what_is_quick_is_sent_in_chunks_of_which_every_worker_gets_some() -> None:
    executor = Here()
    sweep(PLAN, [()] * (chunks.FEW + 3 * chunks.LEAST), quick, executor=executor)
    assert len(executor.sent) == chunks.LEAST


def test_what_is_slow_is_sent_one_by_one() -> None:
    """And only the first is measured here."""
    executor = Here()
    sweep(PLAN, [()] * 4, slow, executor=executor)
    assert len(executor.sent) == 3


@pytest.mark.usefixtures("clock")
def test_a_chunk_is_a_twentieth_of_a_second() -> None:
    """Where one takes 8 ms, six are sent at a time."""
    executor = Here()
    sweep(PLAN, [()] * (chunks.FEW + 1_200), quick, executor=executor)
    assert len(executor.sent) == 200


# An executor that does not do all of it


def stopped(executor: Executor, measure: Callable[[OperationalPlan], object] = equity) -> ScenarioError:
    """The error of a sweep that is more than what is measured first."""
    with pytest.raises(ScenarioError) as raised:
        sweep(PLAN, SOME, measure, executor=executor)
    return raised.value


@FORKS
@pytest.mark.parametrize("method", sorted({"fork", "spawn"} & {*multiprocessing.get_all_start_methods()}))
def test_a_worker_that_dies_is_told_and_nothing_is_given(method: str) -> None:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as executor:
        error = stopped(executor, dies)
    assert isinstance(error.__cause__, BrokenExecutor)
    said = "concurrent.futures.process.BrokenProcessPool: " + str(error.__cause__).removesuffix(".")
    assert texts(error) == (
        f"the executor stopped before every scenario had been measured: {said}; nothing of the sweep is kept",
        f"exekutorn stannade innan alla scenarier hade räknats: {said}; inget av svepet sparas",
    )


def test_an_executor_that_is_shut_is_told() -> None:
    with ThreadPoolExecutor(1) as executor:
        pass
    said = "RuntimeError: cannot schedule new futures after shutdown"
    assert texts(stopped(executor)) == (
        f"the executor stopped before every scenario had been measured: {said}; nothing of the sweep is kept",
        f"exekutorn stannade innan alla scenarier hade räknats: {said}; inget av svepet sparas",
    )


class Stopping(Executor):
    """Does the first chunk; what is then given is pending, but for the second, of which something comes."""

    def __init__(self, error: BaseException | None) -> None:
        self.error, self.futures = error, list[Future[Any]]()

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.futures.append(future)
        if len(self.futures) == 1:
            future.set_result(work(*args, **kwargs))
        elif len(self.futures) == 2 and self.error is None:
            future.cancel()
        elif len(self.futures) == 2:
            future.set_exception(self.error)
        return future

    @property
    def pending(self) -> list[Future[Any]]:
        return [future for future in self.futures[2:] if not future.cancelled()]


@pytest.mark.usefixtures("clock")
def test_what_was_cancelled_is_told() -> None:
    """As when another shuts the executor; what is left of it is not waited for."""
    executor = Stopping(None)
    said = "concurrent.futures._base.CancelledError"
    assert texts(stopped(executor)) == (
        f"the executor stopped before every scenario had been measured: {said}; nothing of the sweep is kept",
        f"exekutorn stannade innan alla scenarier hade räknats: {said}; inget av svepet sparas",
    )
    assert (len(executor.futures), executor.pending) == (len(SOME) - chunks.FEW, [])


def test_a_worker_that_does_not_find_what_a_notebook_has_is_helped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "__module__", "__main__")
    error = stopped(Stopping(BrokenExecutor("a worker was lost.")), quick)
    assert texts(error) == (
        (
            "the executor stopped before every scenario had been measured: concurrent.futures._base.BrokenExecutor: "
            "a worker was lost; nothing of the sweep is kept, and a measure that is written in a notebook cannot be "
            "found by another process: write it as a function at the top of a module"
        ),
        (
            "exekutorn stannade innan alla scenarier hade räknats: concurrent.futures._base.BrokenExecutor: "
            "a worker was lost; inget av svepet sparas, och ett mått som är skrivet i en notebook hittas inte av en "
            "annan process: skriv det som en funktion överst i en modul"
        ),
    )


@FORKS
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_measure_that_cannot_be_sent_is_told_what_it_should_be(
    method: str, executors: dict[str, Executor | None]
) -> None:
    executor = executors.get(method)
    if executor is None:
        pytest.skip(f"there is no {method} here")
    error = stopped(executor, lambda plan: 1)
    assert isinstance(error.__cause__, pickle.PicklingError | AttributeError)
    assert "<lambda>" in str(error)
    kind = "AttributeError" if isinstance(error.__cause__, AttributeError) else "_pickle.PicklingError"
    said = f"{kind}: {error.__cause__}"
    assert texts(error) == (
        f"the measure cannot be sent to another process: {said}; write it as a function at the top of a module",
        f"måttet kan inte skickas till en annan process: {said}; skriv det som en funktion överst i en modul",
    )


@FORKS
@pytest.mark.parametrize("which", ["fork", "spawn", "threads"])
@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (locked, "TypeError: cannot pickle '_thread.lock' object"),
        (broken, "ValueError: invalid literal for int() with base 10: 'one'"),
    ],
)
def test_figures_that_cannot_be_sent_are_told(
    which: str, measure: Callable[[OperationalPlan], object], said: str, executors: dict[str, Executor | None]
) -> None:
    executor = executors.get(which)
    if executor is None:
        pytest.skip(f"there is no {which} here")
    assert texts(stopped(executor, measure)) == (
        f"the figures cannot be sent back by a worker: {said}; let the measure give numbers, amounts and text",
        f"värdena kan inte skickas tillbaka: {said}; låt måttet ge tal, belopp och text",
    )


@pytest.mark.usefixtures("clock")
def test_an_interrupt_cancels_what_is_pending() -> None:
    """Wherever it comes: while a worker is waited for, or when it is shown how far it has come."""
    executor = Stopping(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        sweep(PLAN, SOME, equity, executor=executor)
    assert (len(executor.futures), executor.pending) == (len(SOME) - chunks.FEW, [])
    executor = Stopping(None)
    with pytest.raises(KeyboardInterrupt):
        sweep(PLAN, SOME, equity, executor=executor, progress=Bar(interrupted_after=chunks.FEW + 1))
    assert (len(executor.futures), executor.pending) == (len(SOME) - chunks.FEW, [])


# How far it has come


class Bar:
    """What shows how far it has come, and notes what it is told."""

    def __init__(self, interrupted_after: int | None = None) -> None:
        self.told: list[str] = []
        self.done, self.interrupted_after = 0, interrupted_after

    def __call__(self, *, total: int | None) -> "Bar":
        self.told.append(f"{total} to do")
        return self

    def update(self, number: int) -> None:
        self.done += number
        if self.done == self.interrupted_after:
            raise KeyboardInterrupt

    def close(self) -> None:
        self.told.append(f"closed at {self.done}")


def test_it_is_shown_how_far_it_has_come(executors: dict[str, Executor | None]) -> None:
    """One that fails is done too."""
    for executor in (None, executors["threads"]):
        bar = Bar()
        sweep(PLAN, [*SOME, SEVEN], strict, executor=executor, progress=bar)
        assert bar.told == ["21 to do", "closed at 21"]


@pytest.mark.usefixtures("clock")
def test_the_bar_is_closed_whatever_happens() -> None:
    bar = Bar(interrupted_after=3)
    with pytest.raises(KeyboardInterrupt):
        sweep(PLAN, SOME, equity, progress=bar)
    assert bar.told == ["20 to do", "closed at 3"]
    bar = Bar()
    with pytest.raises(ScenarioError):
        sweep(PLAN, SOME, equity, executor=Stopping(None), progress=bar)
    assert bar.told == ["20 to do", f"closed at {chunks.FEW + 1}"]


def test_tqdm_shows_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The class as it is, and with more arguments of its own."""
    sweep(PLAN, SOME, quick, progress=tqdm)
    assert "20/20" in capsys.readouterr().err
    sweep(PLAN, SOME, quick, progress=partial(tqdm, file=sys.stdout, desc="totals"))
    said = capsys.readouterr()
    assert (said.err, "totals: 100%" in said.out) == ("", True)


# What was given is not what it should be


class Client:
    """What a client of Dask looks like, and is no executor."""

    def get_executor(self) -> Executor:
        return Here()


LIST = "[FundingChange(total=kr(8_500_000), since=2027)]"
EXECUTOR = "Executor of concurrent.futures"


@pytest.mark.parametrize(
    ("over", "given", "en", "sv"),
    [
        (
            MORE,
            {},
            f"over takes a list of changes or a dict, not {written(MORE)}; write {LIST}",
            f"over ska vara en lista av ändringar eller en dict, inte {written(MORE)}; skriv {LIST}",
        ),
        (
            "3 %",
            {},
            f'over takes a list of changes or a dict, not "3 %"; write {LIST}',
            f'over ska vara en lista av ändringar eller en dict, inte "3 %"; skriv {LIST}',
        ),
        (
            {"total": [()], "split": None},
            {},
            f'over["split"] takes a list of changes or a dict, not None; write {LIST}',
            f'over["split"] ska vara en lista av ändringar eller en dict, inte None; skriv {LIST}',
        ),
        (
            [MORE, 3],
            {},
            f"over[1] takes a change, a list of changes or a Scenario, not 3; write {LIST[1:-1]}",
            f"over[1] ska vara en ändring, en lista av ändringar eller ett Scenario, inte 3; skriv {LIST[1:-1]}",
        ),
        (
            {"total": {"high": [MORE, "3 %"]}},
            {},
            f'over["total"]["high"] takes a change, a list of changes or a Scenario, not "3 %"; write {LIST[1:-1]}',
            (
                'over["total"]["high"] ska vara en ändring, en lista av ändringar eller ett Scenario, inte "3 %"; '
                f"skriv {LIST[1:-1]}"
            ),
        ),
        (
            {"total": [{"high": MORE}]},
            {},
            f'over["total"][0] takes a change, a list of changes or a Scenario, not a table; write {LIST[1:-1]}',
            (
                'over["total"][0] ska vara en ändring, en lista av ändringar eller ett Scenario, inte en tabell; '
                f"skriv {LIST[1:-1]}"
            ),
        ),
        (
            [MORE],
            {"measure": 2025},
            "measure takes a function of a plan, not 2025; write lambda plan: plan.closing_equity(2027)",
            "measure ska vara en funktion av en plan, inte 2025; skriv lambda plan: plan.closing_equity(2027)",
        ),
        (
            [MORE],
            {"plan": "hoglandet-2023"},
            'plan takes a plan, as load("plan.toml") gives it, not "hoglandet-2023"',
            'plan ska vara en plan, som load("plan.toml") ger den, inte "hoglandet-2023"',
        ),
        (
            [MORE],
            {"executor": Client()},
            f"executor takes an {EXECUTOR}, not a client of Dask; write executor=client.get_executor()",
            (
                "executor ska vara en Executor i concurrent.futures, inte en klient i Dask; "
                "skriv executor=client.get_executor()"
            ),
        ),
        (
            [MORE],
            {"executor": 4},
            f"executor takes an {EXECUTOR}, not 4; write executor=ProcessPoolExecutor()",
            "executor ska vara en Executor i concurrent.futures, inte 4; skriv executor=ProcessPoolExecutor()",
        ),
        (
            [MORE],
            {"progress": True},
            "progress takes tqdm, or what is called as it is, not true; write progress=tqdm",
            "progress ska vara tqdm, eller något som anropas som tqdm, inte true; skriv progress=tqdm",
        ),
        (
            [MORE],
            {"progress": dict},
            "progress takes tqdm, or what is called as it is, not <class 'dict'>; write progress=tqdm",
            "progress ska vara tqdm, eller något som anropas som tqdm, inte <class 'dict'>; skriv progress=tqdm",
        ),
    ],
)
def test_what_is_of_another_kind_is_refused(over: Any, given: dict[str, Any], en: str, sv: str) -> None:
    with pytest.raises(WrongTypeError) as raised:
        sweep(**{"plan": PLAN, "over": over, "measure": equity, **given})
    assert texts(raised.value) == (en, sv)


@pytest.mark.parametrize(
    ("over", "place"), [([], "over"), ({}, "over"), ({"total": [()], "split": {}}, 'over["split"]')]
)
def test_a_sweep_of_nothing_is_refused(over: Any, place: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        sweep(PLAN, over, equity)
    assert texts(raised.value) == (
        f"{place} has nothing to sweep; write at least one change, or () for the plan as it is",
        f"{place} har inget att svepa över; skriv minst en ändring, eller () för planen som den är",
    )

"""A sweep on a cluster of Dask: two workers on this machine, each a process of its own, as they are elsewhere."""

from collections.abc import Callable, Iterator
from typing import Any

import dask
import pytest
from distributed import Client, LocalCluster

from finsam import OperationalPlan, example, kr
from finsam.errors import ScenarioError, WrongTypeError
from finsam.scenarios import FundingChange, chunks, sweep
from measures import dies, locked, strict

PLAN = example("hoglandet-2023")
TOTALS = [FundingChange(total=kr(6_900_000 + 100_000 * number), since=2024) for number in range(30)]


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """A task is given up when the first worker dies of it, so that a test need not wait for four to be started."""
    settings = {"distributed.scheduler.allowed-failures": 0}
    with (
        dask.config.set(settings),
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0") as cluster,
        Client(cluster) as connected,
    ):
        yield connected


def test_workers_of_dask_give_the_same_in_the_same_order(client: Client) -> None:
    """Figures and errors alike."""
    swept, alone = sweep(PLAN, TOTALS, strict, executor=client.get_executor()), sweep(PLAN, TOTALS, strict)
    assert swept == alone
    assert [type(row.error) for row in swept] == [type(row.error) for row in alone]
    assert {type(row.error).__name__ for row in swept} == {"NoneType", "PlanError", "ScenarioError"}


def test_dask_sends_a_measure_that_a_notebook_has(client: Client) -> None:
    """Which processes by themselves cannot."""
    later = 2025
    swept = sweep(PLAN, TOTALS, lambda plan: plan.total(later), executor=client.get_executor())
    assert [row.figures["figure"] for row in swept] == [change.total for change in TOTALS]


def test_a_client_is_told_from_its_executor(client: Client) -> None:
    no_executor: Any = client
    with pytest.raises(WrongTypeError) as raised:
        sweep(PLAN, TOTALS, strict, executor=no_executor)
    assert str(raised.value) == (
        "executor takes an Executor of concurrent.futures, not a client of Dask; write executor=client.get_executor()"
    )


def stopped(client: Client, measure: Callable[[OperationalPlan], object]) -> ScenarioError:
    with pytest.raises(ScenarioError) as raised:
        sweep(PLAN, TOTALS, measure, executor=client.get_executor())
    return raised.value


def test_figures_that_cannot_be_sent_are_told(client: Client) -> None:
    """Dask by itself would wait for them for ever."""
    assert str(stopped(client, locked)) == (
        "the figures cannot be sent back by a worker: TypeError: cannot pickle '_thread.lock' object; "
        "let the measure give numbers, amounts and text"
    )


def test_a_worker_that_is_lost_is_told_and_the_cluster_goes_on(client: Client) -> None:
    error = stopped(client, dies)
    said = f"distributed.scheduler.KilledWorker: {error.__cause__}"[: chunks.MOST - 3] + "..."
    assert error.text("sv") == f"exekutorn stannade innan alla scenarier hade räknats: {said}; inget av svepet sparas"
    client.restart()  # since a chunk that was cancelled can still kill a worker
    assert len(sweep(PLAN, TOTALS, strict, executor=client.get_executor())) == len(TOTALS)


def test_a_client_that_is_closed_is_told(client: Client) -> None:
    """In Dask's own words, which are not the same in every version, and can be long."""
    with Client(client.cluster) as second:
        executor = second.get_executor()
    with pytest.raises(ScenarioError) as raised:
        sweep(PLAN, TOTALS, strict, executor=executor)
    en = str(raised.value)
    before, after = "the executor stopped before every scenario had been measured: ", "; nothing of the sweep is kept"
    assert (en.startswith(before), en.endswith(after)) == (True, True)
    assert len(en) <= len(before + after) + chunks.MOST

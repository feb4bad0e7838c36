"""What is measured of a plan in the tests of sweeps, where other processes find it by its module."""

import multiprocessing
import os
import threading
import time

from finsam import Money, OperationalPlan, kr

__all__ = ["broken", "dies", "due_and_equity", "equity", "locked", "quick", "slow", "strict"]


def equity(plan: OperationalPlan) -> Money | None:
    return plan.closing_equity(2025)


def due_and_equity(plan: OperationalPlan) -> dict[str, Money | None]:
    return {"due": plan.contributions(2025).total, "equity": plan.closing_equity(2025)}


def strict(plan: OperationalPlan) -> Money:
    """Fails in two ways: it knows nothing above nine million kronor, and nothing at all of seven."""
    total = plan.contributions(2025).total
    if total > kr(9_000_000):
        return plan.contributions(2031).total
    return kr(1 // (total.ore - 700_000_000))


def quick(plan: OperationalPlan) -> int:
    return 1


def slow(plan: OperationalPlan) -> int:
    time.sleep(0.06)
    return 1


def in_a_worker() -> bool:
    return multiprocessing.parent_process() is not None


def dies(plan: OperationalPlan) -> int:
    """Ends the process that measures it, where that is not the one that sweeps."""
    if in_a_worker():
        os._exit(1)
    return 1


def locked(plan: OperationalPlan) -> object:
    """No figure, and nothing that can be sent."""
    return threading.Lock()


def broken(plan: OperationalPlan) -> object:
    """What can be sent and not be received."""
    return Unreceived()


class Unreceived:
    def __reduce__(self) -> tuple[object, ...]:
        return int, ("one",)

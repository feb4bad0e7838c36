"""
How long ten thousand what-ifs of a plan take, beside the loop that one would write, and with two processes.

The total of Höglandet from 2024 on is varied by a krona at a time; measured are who pays in a year and the closing
equity of a later one. Held against: at most 1.2 times the loop, and at least 1.6 times as fast with two processes,
which are there already. Each is run once in turn, as often as `--times` says, and the shortest of each is compared.

Run by hand: `python tests/benchmarks/sweep.py --times 3`.
"""

from argparse import ArgumentParser
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from time import perf_counter

from finsam import Money, OperationalPlan, example, kr
from finsam.scenarios import FundingChange, sweep
from finsam.scenarios.applying import changed

NUMBER = 10_000
CHANGES = [FundingChange(total=kr(8_000_000 + number), since=2024) for number in range(NUMBER)]


def measure(plan: OperationalPlan) -> dict[str, Money | None]:
    """What Aneby pays in 2025, and the equity at the end of it."""
    return {"aneby": plan.contributions(2025)["Aneby"], "equity": plan.closing_equity(2025)}


def seconds(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def main() -> None:
    parser = ArgumentParser(description="ten thousand what-ifs")
    parser.add_argument("--times", type=int, default=1)
    times, plan = parser.parse_args().times, example("hoglandet-2023")
    with ProcessPoolExecutor(2) as executor:
        list(executor.map(abs, range(2)))  # the processes are started
        runs: dict[str, Callable[[], object]] = {
            "the loop": lambda: [measure(changed(plan, (change,))) for change in CHANGES],
            "sweep": lambda: sweep(plan, CHANGES, measure),
            "sweep with two processes": lambda: sweep(plan, CHANGES, measure, executor=executor),
        }
        taken: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(times):
            for name, run in runs.items():
                taken[name].append(seconds(run))
                print(f"{name}: {taken[name][-1]:.2f} s", flush=True)
    loop, alone, two = (min(each) for each in taken.values())
    print(f"sweep takes {alone / loop:.2f} times the loop (at most 1.2)")
    print(f"two processes are {alone / two:.2f} times as fast (at least 1.6)")


if __name__ == "__main__":
    main()

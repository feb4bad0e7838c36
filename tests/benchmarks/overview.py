"""
How long an overview of an invented country takes, and how much memory a thousand plans.

Seventy-five associations, which are invented (`invented_country`), each with a file of a plan for three years: they are
loaded, checked and set out in every table, in one process. Processor time; held against: below 2 s. The memory is the
most that Python has at once for a thousand such plans, by tracemalloc, and what is left of it when all is read, which
should grow with the number of plans only as their tables do. Held against: below 500 MB at once.

Run by hand: `python tests/benchmarks/overview.py --rigorous`.
"""

import sys
import tempfile
import tracemalloc
from pathlib import Path
from time import process_time

import pyperf

sys.path.insert(0, str(Path(__file__).parent.parent))

from finsam.overview import Portfolio
from finsam.reports import overview_records
from finsam.reports.overview import overview
from invented_country import ASSOCIATIONS, write_plans  # from the folder of the tests

MANY = 1_000


def tabulated(loops: int, folder: str) -> float:
    """
    The seconds of processor time that every table of the plans in the folder takes so many times, as text over the
    years and for one year, and for machines.
    """
    start = process_time()
    for _ in range(loops):
        of = Portfolio.of(folder)
        assert len(of.plans) == ASSOCIATIONS
        assert str(overview(of))
        assert str(overview(of, year=2027))
        assert overview_records.overview(of)
    return process_time() - start


def memory(count: int) -> tuple[int, int]:
    """The most that is had at once while so many plans are read, and what is left of it, in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        files = [*write_plans(Path(folder), count)]
        tracemalloc.start()
        of = Portfolio.of(files)
        assert len(of.plans) == count
        left, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most, left


def main() -> None:
    runner = pyperf.Runner(values=3, warmups=1)
    with tempfile.TemporaryDirectory() as folder:
        for _ in write_plans(Path(folder)):
            pass
        whole = runner.bench_time_func("an overview of 75 associations", tabulated, folder)
    if whole and not runner.args.worker:
        print(f"75 associations are loaded, checked and tabulated in {min(whole.get_values()):.2f} s (below 2)")
        for count in (MANY // 4, MANY):
            most, left = memory(count)
            print(f"{count} plans: {most / 1e6:.0f} MB at once, {left / 1e6:.1f} MB in the end (below 500)")


if __name__ == "__main__":
    main()

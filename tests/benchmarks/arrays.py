"""
How long it takes to split a million totals, and to carry ten thousand draws of a four-year plan.

A million totals about 8 054 000 kr among the six municipalities of Höglandets samordningsförbund by population on 31
December 2022 (SCB). Held against: at most 1.3 times the same in bare NumPy, a chunk of rows and a column at a time,
with the same rule for ties and nothing else; and 50 times faster than a loop of Python over the bare integer split,
of which a hundredth is measured. Ten thousand draws of the costs and the state's money of Höglandet's four years, with
what each member pays in every year and how often equity is below zero: below 1 s.

Run by hand: `python tests/benchmarks/arrays.py`.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyperf

from finsam import OperationalPlan, arrays, example

POPULATION = {"Aneby": 6_824, "Eksjö": 17_858, "Nässjö": 31_944, "Sävsjö": 11_771, "Tranås": 18_804, "Vetlanda": 27_673}
ROWS, LOOPED, DRAWS = 1_000_000, 10_000, 10_000


def kernel(totals: Any, weights: Sequence[int], chunk: int = 16_384) -> Any:
    """The largest remainders of columns, ties to the larger weight and then to the one that comes first."""
    order = sorted(range(len(weights)), key=lambda index: (-weights[index], index))
    weight_sum = sum(weights)
    parts = np.empty((len(weights), len(totals)), dtype=np.int64)
    for start in range(0, len(totals), chunk):
        rows = slice(start, start + chunk)
        left, remainders = totals[rows].copy(), []
        for index in order:
            product = totals[rows] * weights[index]
            floor = product // weight_sum
            parts[index, rows] = floor
            left -= floor
            remainders.append(product - floor * weight_sum)
        places = np.zeros((len(order), len(left)), dtype=np.int8)
        for one in range(len(order)):
            for other in range(one + 1, len(order)):
                first = remainders[one] >= remainders[other]
                places[other] += first
                places[one] += ~first
        for index, place in zip(order, places, strict=True):
            parts[index, rows] += place < left
    return parts.T


def bare(total: int, weights: Sequence[int], weight_sum: int) -> list[int]:
    """The largest remainders in integers, with no check and no rule for ties."""
    parts, remainders = [], []
    for weight in weights:
        part, remainder = divmod(total * weight, weight_sum)
        parts.append(part)
        remainders.append(remainder)
    left = total - sum(parts)
    for index in sorted(range(len(weights)), key=remainders.__getitem__, reverse=True)[:left]:
        parts[index] += 1
    return parts


def looped(totals: Sequence[int], weights: Sequence[int]) -> list[list[int]]:
    """One total after another."""
    weight_sum = sum(weights)
    return [bare(total, weights, weight_sum) for total in totals]


def ahead(plan: OperationalPlan, costs: Any, state: Any) -> list[Any]:
    """How often equity falls below zero, and between which amounts each member pays."""
    of_all = arrays.outlook(plan, costs=costs, state=state)
    return [of_all.below_zero, of_all.closing.within("90 %")] + [
        of_all.contributions(year).within("90 %") for year in of_all.years
    ]


def shortest(benchmark: pyperf.Benchmark) -> float:
    """The time of the run that was disturbed least."""
    return float(min(benchmark.get_values()))


def main() -> None:
    draw = np.random.default_rng(2024)
    totals, weights = draw.integers(700_000_000, 900_000_000, ROWS), [*POPULATION.values()]
    some = totals[:LOOPED].tolist()
    split = arrays.allocate(totals, POPULATION)
    assert np.array_equal(split, kernel(totals, weights))
    assert split[:LOOPED].tolist() == looped(some, weights)  # none of these tie

    plan = example("hoglandet-2023")
    costs = {year: draw.integers(780_000_000, 830_000_000, DRAWS) for year in plan.years}
    state = {year: draw.integers(390_000_000, 410_000_000, DRAWS) for year in plan.years}

    runner = pyperf.Runner()
    ours = runner.bench_func("arrays.allocate", arrays.allocate, totals, POPULATION)
    hand = runner.bench_func("bare NumPy", kernel, totals, weights)
    loop = runner.bench_func("a hundredth of the totals in Python", looped, some, weights)
    four = runner.bench_func("ten thousand draws of four years", ahead, plan, costs, state)
    if ours and hand and loop and four and not runner.args.worker:
        times = shortest(loop) * (ROWS // LOOPED) / shortest(ours)
        print(f"arrays.allocate takes {shortest(ours) / shortest(hand):.2f} of bare NumPy (at most 1.3)")
        print(f"arrays.allocate is {times:.0f} times faster than the loop (at least 50)")
        print(f"ten thousand draws of four years take {1000 * shortest(four):.0f} ms (below 1000)")


if __name__ == "__main__":
    main()

"""
How long `allocate` takes, beside the bare arithmetic and beside a plain version in `Decimal`.

8 054 000 kr, what the members of Höglandets samordningsförbund pay together, among its six municipalities by
population on 31 December 2022 (SCB). Held against: at most twice the bare loop, and faster than the decimals.

Run by hand: `python tests/benchmarks/allocate.py --rigorous`.
"""

from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal

import pyperf

from finsam import allocate, kr

POPULATION = {"Aneby": 6_824, "Eksjö": 17_858, "Nässjö": 31_944, "Sävsjö": 11_771, "Tranås": 18_804, "Vetlanda": 27_673}
TOTAL = kr(8_054_000)


def bare(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """The largest remainders in integers, with no check, no rule for ties and no record."""
    weight_sum = sum(weights.values())
    parts: dict[str, int] = {}
    remainders: dict[str, int] = {}
    for key, weight in weights.items():
        parts[key], remainders[key] = divmod(total * weight, weight_sum)
    left = total - sum(parts.values())
    for key in sorted(remainders, key=remainders.__getitem__, reverse=True)[:left]:
        parts[key] += 1
    return parts


def decimals(total: Decimal, weights: Mapping[str, int]) -> dict[str, Decimal]:
    """The largest remainders in `Decimal`, as one would write them from the textbook."""
    ore = Decimal("0.01")
    weight_sum = sum(weights.values())
    quotas = {key: total * weight / weight_sum for key, weight in weights.items()}
    parts = {key: quota.quantize(ore, ROUND_DOWN) for key, quota in quotas.items()}
    left = int((total - sum(parts.values())) / ore)
    for key in sorted(quotas, key=lambda key: quotas[key] - parts[key], reverse=True)[:left]:
        parts[key] += ore
    return parts


def shortest(benchmark: pyperf.Benchmark) -> float:
    """The time of the run that was disturbed least."""
    return float(min(benchmark.get_values()))


def main() -> None:
    split = allocate(TOTAL, POPULATION)
    assert {key: part.ore for key, part in split.items()} == bare(TOTAL.ore, POPULATION)
    assert {key: part.kronor for key, part in split.items()} == decimals(TOTAL.kronor, POPULATION)

    runner = pyperf.Runner()
    loop = runner.bench_func("bare integer loop", bare, TOTAL.ore, POPULATION)
    ours = runner.bench_func("finsam.allocate", allocate, TOTAL, POPULATION)
    plain = runner.bench_func("plain Decimal", decimals, TOTAL.kronor, POPULATION)
    if loop and ours and plain and not runner.args.worker:
        print(f"allocate takes {shortest(ours) / shortest(loop):.2f} of the bare loop (at most 2)")
        print(f"allocate takes {shortest(ours) / shortest(plain):.2f} of the plain Decimal version (below 1)")


if __name__ == "__main__":
    main()

"""
How long it takes to allocate the state's funds among 75 associations, with the record of how.

The invented country that ships with finsam: 75 associations in 314 areas, with a floor, deductions and what is
declined. Held against: below 5 ms with its record, which is every split with its weights and quotas, and what each
adjustment did. What is made of the record on demand is measured by itself: the parts of each association, every
rounding, and how all of them come about, in words.

Run by hand: `python tests/benchmarks/national.py --rigorous`.
"""

import pyperf
from attrs import evolve

from finsam.national import Choices, National, NationalAllocation, Recipient, divided, example


def plain(national: National) -> National:
    """The same by the base amount and the keys alone."""
    associations = tuple(Recipient(name=each.name, areas=each.areas) for each in national.associations)
    return evolve(national, associations=associations, choices=Choices())


def record(found: NationalAllocation) -> int:
    """Every part and every rounding."""
    return len(found.parts) + len(found.roundings)


def words(found: NationalAllocation) -> int:
    """How what each gets comes about, in Swedish."""
    return sum(len(found.explain(name, "sv")) for name in found)


def main() -> None:
    national = example("exempellandet-2027")
    found = divided(national)
    runner = pyperf.Runner()
    whole = runner.bench_func("75 associations, with every adjustment", divided, national)
    runner.bench_func("75 associations, by the keys alone", divided, plain(national))
    runner.bench_func("the parts and the roundings", record, found)
    runner.bench_func("the reasons in Swedish", words, found)
    if whole and not runner.args.worker:
        print(f"75 associations are allocated in {min(whole.get_values()) * 1_000:.1f} ms (below 5)")


if __name__ == "__main__":
    main()

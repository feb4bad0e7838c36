"""
How long it takes to read a plan, to check it, to work out who pays, and to do it all to the largest plan there is.

Reading is held against `tomllib`, which only makes dicts of the same text. Who pays what in a plan that has just been
made anew is held against the bare split of the municipalities' quarter in integers: at most 30 times that, without the
making, which is shown beside it. The largest plan has 399 rows of costs over 50 years. Held against: 2 seconds for it
to be loaded, checked and reported.

Run by hand: `python tests/benchmarks/plan.py --rigorous`.
"""

import tomllib
from importlib.resources import files
from time import perf_counter

import pyperf
from allocate import bare, shortest
from attrs import evolve

from finsam import FileError, OperationalPlan, Shares, example, examples, kr, loads, reports

NAME = "hoglandet-2023"
TEXT = (files("finsam") / "examples" / f"{NAME}.toml").read_text("utf-8")
YEARS = range(2004, 2054)


def by_year(amount: int) -> str:
    """The same amount in every year."""
    return "{" + ",".join(f"{year}={amount}" for year in YEARS) + "}"


def largest() -> str:
    """A plan with as many rows as a file may have, each with an amount in fifty years."""
    head = 'format = 1\nyear = 2020\n[association]\nname = "Bygden"\nregion = "06"\nmunicipalities = ["Habo"]\n'
    money = f"[funding]\ntotal = {by_year(4_000_000)}\n[equity]\nopening = {{ budget = {{ 2004 = 0 }} }}\n"
    row = '[[costs]]\nid = "r{0}"\nname = "R{0}"\ncategory = "individual"\nbudget = {1}\n'
    return head + money + "".join(row.format(number, by_year(100 + number)) for number in range(399))


def all_of(text: str) -> str:
    """What `finsam report` does with a file."""
    return reports.text(reports.report(loads(text)))


def misspelt() -> str:
    """A plan whose two hundred municipalities are all misspelt."""
    names = ", \n".join(f'"Hbo{number}"' for number in range(200))
    return f'format = 1\nyear = 2027\n[association]\nname = "Bygden"\nregion = "06"\nmunicipalities = [{names}]\n'


def refused(text: str) -> str:
    """What is wrong with the text."""
    try:
        loads(text)
    except FileError as error:
        return str(error)
    raise AssertionError("is a plan")


def check_all(plans: list[OperationalPlan]) -> int:
    """Check plans of which nothing has been worked out yet; how much is found."""
    return sum(len(evolve(plan).check()) for plan in plans)


def due(loops: int, plan: OperationalPlan) -> float:
    """How long it takes to work out who pays what, in so many plans that have been made anew."""
    plans = [evolve(plan) for _ in range(loops)]
    begun = perf_counter()
    for each in plans:
        each.contributions(2023)
    return perf_counter() - begun


def main() -> None:
    plan, plans, largest_text = loads(TEXT), [example(name) for name in examples()], largest()
    split = plan.terms(2023).split
    assert isinstance(split, Shares)
    quarter, per_cent = kr(2_013_500), {name: int(share * 100) for name, share in split.shares.items()}
    assert {name: plan.contributions(2023)[name].ore for name in per_cent} == bare(quarter.ore, per_cent)
    runner = pyperf.Runner()
    toml = runner.bench_func("tomllib.loads", tomllib.loads, TEXT)
    load = runner.bench_func("finsam.loads", loads, TEXT)
    runner.bench_func("check of the five plans", check_all, plans)
    loop = runner.bench_func("bare split of a quarter", bare, quarter.ore, per_cent)
    anew = runner.bench_func("a plan made anew", evolve, plan)
    pay = runner.bench_time_func("plan.contributions", due, plan)
    whole = runner.bench_func("the largest plan", all_of, largest_text)
    runner.bench_func("two hundred misspelt names", refused, misspelt())
    if toml and load and loop and anew and pay and whole and not runner.args.worker:
        print(f"a plan is read in {shortest(load) / shortest(toml):.2f} times what tomllib takes")
        print(f"contributions take {shortest(pay) / shortest(loop):.1f} times the bare split of a quarter (at most 30)")
        print(f"a plan is made anew in {shortest(anew) / shortest(loop):.1f} times that split")
        print(f"the largest plan takes {shortest(whole):.2f} s (below 2)")


if __name__ == "__main__":
    main()

"""
How long it takes to read a plan, to check it, to work out who pays, and to do it all to the largest plan there is.

Reading is held against `tomllib`, which only makes dicts of the same text; contributions against one `allocate`. The
largest plan has 399 rows of costs over 50 years. Held against: 2 seconds for it to be loaded, checked and reported.

Run by hand: `python tests/benchmarks/plan.py --rigorous`.
"""

import tomllib
from importlib.resources import files

import pyperf
from attrs import evolve

from finsam import FileError, OperationalPlan, Shares, allocate, example, examples, kr, loads, reports

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


def due(plan: OperationalPlan) -> object:
    """Who pays what in a plan of which nothing has been worked out yet."""
    return evolve(plan).contributions(2023)


def main() -> None:
    plan, plans, largest_text = loads(TEXT), [example(name) for name in examples()], largest()
    split = plan.terms(2023).split
    assert isinstance(split, Shares)
    runner = pyperf.Runner()
    toml = runner.bench_func("tomllib.loads", tomllib.loads, TEXT)
    load = runner.bench_func("finsam.loads", loads, TEXT)
    runner.bench_func("check of the five plans", check_all, plans)
    bare = runner.bench_func("allocate of a quarter", allocate, kr(2_013_500), split.shares)
    pay = runner.bench_func("plan.contributions", due, plan)
    whole = runner.bench_func("the largest plan", all_of, largest_text)
    runner.bench_func("two hundred misspelt names", refused, misspelt())
    if toml and load and bare and pay and whole and not runner.args.worker:
        print(f"a plan is read in {min(load.get_values()) / min(toml.get_values()):.2f} times what tomllib takes")
        print(f"contributions take {min(pay.get_values()) / min(bare.get_values()):.1f} times one allocate")
        print(f"the largest plan takes {min(whole.get_values()):.2f} s (below 2)")


if __name__ == "__main__":
    main()

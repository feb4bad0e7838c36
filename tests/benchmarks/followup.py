"""
How long it takes to evaluate a thousand targets of a plan, by what a follow-up says of each.

Shares, counts, directions, deeds and all or none, each two hundred times, measured this year and the year before; what
is of a group is measured for women and men, and evaluated three times. Held against: below 50 ms, where nothing has
been worked out yet. The reasons are words, and are only made when somebody reads them: they are measured by themselves,
and so is one target.

Run by hand: `python tests/benchmarks/followup.py --rigorous`.
"""

from fractions import Fraction
from time import perf_counter

import pyperf
from attrs import evolve

from finsam import (
    AllOrNone,
    Association,
    CountTarget,
    Goal,
    Milestone,
    OperationalPlan,
    ShareTarget,
    Target,
    Trend,
    share,
)
from finsam.followup import Counted, Done, FollowUp, Measurement, Review, evaluate
from finsam.goals import Level
from finsam.targets import Aim, Direction

NUMBER = 1_000
YEAR = 2027
AIMS: tuple[Aim, ...] = (
    ShareTarget(share=share("40 %"), of="deltagarna", to="arbete eller studier"),
    CountTarget(count=100, to="deltagare"),
    Trend(direction=Direction.INCREASE, of="i arbete"),
    Milestone(what="ägarsamråd", times=2),
    AllOrNone(every=True, of="deltagarna", to="planering"),
)


def aim(number: int) -> Aim:
    return AIMS[number % len(AIMS)]


def plan() -> OperationalPlan:
    """A plan of ten targets a goal."""
    targets = [Target(aim=aim(number), id=f"t{number}") for number in range(NUMBER)]
    goals = [
        Goal(id=f"m{first}", text="Fler i arbete", level=Level.OVERALL, targets=tuple(targets[first : first + 10]))
        for first in range(0, NUMBER, 10)
    ]
    return OperationalPlan(association=Association(name="Bygden"), year=YEAR, goals=tuple(goals))


def measured(number: int, year: int) -> Measurement:
    """What came of a target: more than enough of every other."""
    if isinstance(aim(number), Milestone):
        return Measurement(target=f"t{number}", period=year, value=Done(done=number % 4))
    women, men = (Counted(count=30 + (number + of) % 30, out_of=80) for of in (0, 7))
    if isinstance(aim(number), CountTarget | Trend):
        return Measurement(target=f"t{number}", period=year, value=women)
    return Measurement(target=f"t{number}", period=year, women=women, men=men)


def follow_up() -> FollowUp:
    rows = [measured(number, year) for number in range(NUMBER) for year in (YEAR - 1, YEAR)]
    return FollowUp(association="Bygden", year=YEAR, near=Fraction(1, 50), measurements=tuple(rows))


def evaluated(loops: int, of: OperationalPlan, by: FollowUp) -> float:
    """The seconds that it takes to evaluate every target so many times, each of a follow-up made anew."""
    reviews = [Review(followup=evolve(by), plan=of) for _ in range(loops)]
    start = perf_counter()
    for review in reviews:
        assert len(review.evaluations) == NUMBER
    return perf_counter() - start


def reasons(review: Review) -> int:
    """Every reason in words."""
    return sum(len(each.evaluation.reason.to("sv")) for each in review.evaluations)


def main() -> None:
    of, by = plan(), follow_up()
    review, one = by.review(of), measured(0, YEAR)
    runner = pyperf.Runner()
    whole = runner.bench_time_func("a thousand targets", evaluated, of, by)
    runner.bench_func("their reasons in Swedish", reasons, review)
    runner.bench_func("evaluate of one share", lambda: evaluate(aim(0), one, year=YEAR))
    runner.bench_func("a follow-up of two thousand measurements", follow_up)
    if whole and not runner.args.worker:
        print(f"a thousand targets are evaluated in {min(whole.get_values()) * 1_000:.1f} ms (below 50)")


if __name__ == "__main__":
    main()

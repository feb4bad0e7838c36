"""
Every target of the five published plans: what would count as met, and what the plan leaves open.

The tables in docs/targets.md are what `tables` gives; `python tests/test_targets_page.py` writes them anew.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from finsam import AllOrNone, CountTarget, Milestone, OperationalPlan, ShareTarget, Trend, example, examples
from finsam.goals import Goal
from finsam.printed import Printed
from finsam.shares import percent
from finsam.targets import Aim, Bound, Direction, Target

PAGE = Path(__file__).parent.parent / "docs" / "targets.md"
BEGIN, END = "<!-- targets -->\n", "<!-- /targets -->\n"

KINDS = ("share", "count", "all", "none", "trend", "milestone")


def kind_of(aim: Aim) -> str:
    """What type of target it is."""
    if isinstance(aim, AllOrNone):
        return "all" if aim.every else "none"
    return {ShareTarget: "share", CountTarget: "count", Trend: "trend", Milestone: "milestone"}[type(aim)]


def met_when(target: Target) -> str:
    """What would count as met."""
    match aim := target.aim:
        case ShareTarget():
            return f"{percent(aim.share)} of them or {'less' if aim.bound is Bound.AT_MOST else 'more'}"
        case CountTarget(bound=Bound.ABOUT):
            about = Printed.number(f"ca {aim.count}")
            return f"from {about.low} to {about.high}, which a document would print as ca {aim.count}"
        case CountTarget():
            return f"{aim.count} or {'fewer' if aim.bound is Bound.AT_MOST else 'more'}"
        case AllOrNone():
            return "every one of them" if aim.every else "not one of them"
        case Trend():
            more = "more" if aim.direction is Direction.INCREASE else "less"
            return f"{more} than {aim.baseline or 'in an earlier time'}"
    times = "once" if aim.times is None else f"{aim.times} times"
    return f"done {times}{f' by {aim.by}' if aim.by else f' in {target.period}' if target.period else ''}"


def measured_by(goal: Goal, target: Target, plan: OperationalPlan) -> str:
    """The indicator of the target, or those of its goal."""
    if target.indicator is not None:
        return plan.indicator(target.indicator).text
    return "; ".join(each.text for each in goal.indicators)


def left_open(goal: Goal, target: Target) -> Iterator[str]:
    """What the plan does not say, so that who follows it up has to."""
    if target.indicator is None and not isinstance(target.aim, Milestone):
        yield "which of these" if goal.indicators else "by what it is measured"
    if isinstance(target.aim, Trend) and target.aim.baseline is None:
        yield "from what"
    if target.period is None and getattr(target.aim, "by", None) is None:
        yield "when"


def rows(plan: OperationalPlan) -> Iterator[tuple[str, ...]]:
    """The targets of a plan: their names, what they are, and the rest."""
    for goal in plan.goals:
        for number, target in enumerate(goal.targets):
            yield (
                f"`{target.id or goal.id}`",
                goal.text if number == 0 else "the same",
                kind_of(target.aim),
                target.aim.text.to("en"),
                met_when(target),
                measured_by(goal, target, plan),
                "; ".join(left_open(goal, target)),
            )


def line(*cells: object) -> str:
    """A row of a table."""
    return f"| {' | '.join(map(str, cells))} |"


def tables() -> str:
    """The tables in the documentation: how many of each type, and then the targets of each plan."""
    plans = {name: example(name) for name in examples()}
    counts = {name: Counter(row[2] for row in rows(plan)) for name, plan in plans.items()}
    lines = [line("plan", *KINDS, "all together"), line(*["---"] * (len(KINDS) + 2))]
    lines += [line(f"`{name}`", *(count[kind] for kind in KINDS), count.total()) for name, count in counts.items()]
    together = sum(counts.values(), Counter[str]())
    lines.append(line("**all five**", *(together[kind] for kind in KINDS), together.total()))
    heads = ("name", "goal", "type", "target", "met when it is", "measured by", "left open")
    for name, plan in plans.items():
        lines += ["", f"## `{name}`: {plan.association.name}", "", line(*heads), line(*["---"] * len(heads))]
        lines += [line(*row) for row in rows(plan)]
    return "\n".join(lines) + "\n"


def test_the_page_shows_every_target() -> None:
    """As the plans have them today."""
    page = PAGE.read_text("utf-8")
    assert page[page.index(BEGIN) + len(BEGIN) : page.index(END)].strip() == tables().strip()


def test_every_target_has_a_name_of_its_own() -> None:
    """A goal with several targets gives each an id, so that a follow-up can speak of every target of the five plans."""
    for plan in map(example, examples()):
        names = [name for name, *_ in rows(plan)]
        assert len({*names}) == len(names)


if __name__ == "__main__":
    text = PAGE.read_text("utf-8")
    PAGE.write_text(text[: text.index(BEGIN) + len(BEGIN)] + f"\n{tables()}\n" + text[text.index(END) :], "utf-8")

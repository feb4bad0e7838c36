"""What-ifs of who is a member: one that joins, and one that leaves."""

from typing import Literal

from attrs import evolve

from finsam import membership
from finsam.errors import ScenarioError
from finsam.keys import ByPopulation, Equal
from finsam.language import Text
from finsam.plan import OperationalPlan
from finsam.scenarios.changes import Joining, Leaving
from finsam.scenarios.funded import rekeyed
from finsam.split import ProportionalKey, SplitKey

__all__ = ["joined", "left"]


def joined(plan: OperationalPlan, change: Joining) -> OperationalPlan:
    """The plan with one more municipality, and the key that takes it in, where there is one."""
    after = membership.joins(plan, change.joins, on=change.day, split=change.split, region_split=change.region_split)
    name = after.association.municipalities[-1].name

    def with_it(key: ProportionalKey) -> SplitKey | None:
        if isinstance(key, ByPopulation) and change.heads is not None:
            return evolve(key, population={**key.population, name: change.heads})
        return key if isinstance(key, Equal) else None

    if change.split is not None:
        return after
    years = [year for year in plan.funding.years if after.terms(year).split != plan.terms(year).split]
    if change.heads is not None and not any(isinstance(plan.terms(year).split, ByPopulation) for year in years):
        raise ScenarioError(_NOT_BY_POPULATION(name=name, years=tuple(years)))
    return evolve(after, funding=rekeyed(plan, after.funding, years, with_it, ["split"]))


def left(plan: OperationalPlan, change: Leaving) -> OperationalPlan:
    """The plan without the member from some day on; those who remain share as they did among themselves."""
    after = membership.leaves(
        plan,
        change.leaves,
        notice=change.notice,
        last=change.last,
        split=change.split,
        region_split=change.region_split,
    )
    gone = after.association.member(change.leaves)
    others = [each.name for each in plan.association.members if each.name != gone.name]
    kinds: list[Literal["split", "region_split"]] = [
        kind for kind in ("split", "region_split") if getattr(change, kind) is None
    ]
    years = [year for year in plan.funding.years if gone.left is not None and year > gone.left.year]
    return evolve(after, funding=rekeyed(plan, after.funding, years, lambda key: membership.among(key, others), kinds))


_NOT_BY_POPULATION = Text(
    en="{name} is given heads, but the municipalities do not share by population in {years}; give split instead",
    sv="{name} får ett invånarantal, men kommunerna fördelar inte efter befolkning {years}; ange split i stället",
)

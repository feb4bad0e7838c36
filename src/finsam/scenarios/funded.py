"""What-ifs of the contributions: another start, key, unit or population, and the most that can be matched."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Literal

from attrs import evolve

from finsam.allocation import ORE
from finsam.derivation import Contributions
from finsam.errors import ScenarioError, UnknownNameError
from finsam.funding import Basis, Funding
from finsam.keys import ByPopulation
from finsam.language import Text
from finsam.matching import matching
from finsam.money import Money
from finsam.plan import OperationalPlan
from finsam.rows import Column, Columns
from finsam.scenarios.changes import FundingChange, Limits, PopulationChange
from finsam.scenarios.years import by_year, chosen, scaled
from finsam.split import Mixture, ProportionalKey, SplitKey, Weighted

__all__ = ["funded", "limited", "populated", "rekeyed"]

Kind = Literal["split", "region_split"]


def funded(plan: OperationalPlan, change: FundingChange) -> OperationalPlan:
    """The plan with another start, key or unit; the start changes first, so that a new year can have a key."""
    funding = plan.funding
    if change.start is not None:
        basis, amounts = change.start
        funding = _started(funding, basis, by_year(amounts, change, funding.years, plan.year))
    if change.more is not None:
        for year in chosen(change, funding.years, plan.year):
            terms = plan.terms(year)
            funding = _started(funding, terms.basis, {year: scaled(terms.amount, 1 + change.more, terms.unit)})
    if change.split is not None:
        funding = funding.agreed("split", change.split, chosen(change, funding.years, plan.year))
    if change.region_split is not None:
        funding = funding.agreed("region_split", change.region_split, chosen(change, funding.years, plan.year))
    if change.unit is not None:
        funding = _in_units(funding, dict.fromkeys(chosen(change, funding.years, plan.year), change.unit))
    if change.part_year is not None:
        funding = evolve(funding, part_year=change.part_year)
    return evolve(plan, funding=funding)


def _started(funding: Funding, basis: Basis, amounts: Mapping[int, Money]) -> Funding:
    """The funding where those years start from those amounts, and nothing else is known to have been received."""
    starts: Any = {
        each.value: {year: amount for year, amount in getattr(funding, each).items() if year not in amounts}
        for each in Basis
    }
    starts[basis.value] = dict(sorted({**starts[basis.value], **amounts}.items()))
    return evolve(funding, received=_without(funding.received, amounts), **starts)


def _without(row: Columns[Money], years: Collection[int]) -> Columns[Money]:
    """The row without those whole years, in any column."""
    kept: Any = {
        column.value: {time: amount for time, amount in getattr(row, column).items() if time not in years}
        for column in Column
    }
    return evolve(row, **kept)


def _in_units(funding: Funding, units: Mapping[int, Money]) -> Funding:
    """The funding with those units in those years; one for all where all have the same."""
    before = funding.unit
    every = {
        year: units.get(year, before if isinstance(before, Money) else before.get(year, ORE)) for year in funding.years
    }
    one = {*every.values()}
    return evolve(funding, unit=one.pop() if len(one) == 1 else every)


def populated(plan: OperationalPlan, change: PopulationChange) -> OperationalPlan:
    """The plan with other inhabitants in the keys by population, also where they are part of a mixture."""
    years = chosen(change, plan.funding.years, plan.year)
    keys = [key for year in years for kind in ("split", "region_split") for key in _by_population(plan, year, kind)]
    if not keys:
        raise ScenarioError(_NOT_BY_POPULATION(years=years))
    known = {name for key in keys for name in key.population}
    for name in change.population:
        if name not in known:
            raise UnknownNameError(_NO_HEADS, name, sorted(known))
    return evolve(plan, funding=rekeyed(plan, plan.funding, years, lambda key: _with_heads(key, change)))


def _by_population(plan: OperationalPlan, year: int, kind: str) -> list[ByPopulation]:
    """The keys by population of a year."""
    key = getattr(plan.terms(year), kind)
    parts = [part.key for part in key.mixture] if isinstance(key, Mixture) else [key]
    return [each for each in parts if isinstance(each, ByPopulation)]


def _with_heads(key: ProportionalKey, change: PopulationChange) -> ProportionalKey:
    """The key with the inhabitants of the change for the members that it has."""
    if isinstance(key, Mixture):
        return Mixture([Weighted(weight=part.weight, key=_with_heads(part.key, change)) for part in key.mixture])
    own = {name: heads for name, heads in change.population.items() if name in getattr(key, "population", ())}
    if not isinstance(key, ByPopulation) or not own:
        return key
    return ByPopulation({**key.population, **own}, on=change.on, source=change.source)


def rekeyed(
    plan: OperationalPlan,
    funding: Funding,
    years: Iterable[int],
    other: Callable[[ProportionalKey], SplitKey | None],
    kinds: Collection[Kind] = ("split", "region_split"),
) -> Funding:
    """
    The funding with what the function makes of each key that the plan has in those years and that splits any amount;
    where that is None, or the funding has it already, the funding's own stays.
    """
    every = tuple(years)
    for kind in kinds:
        keys: dict[SplitKey, list[int]] = {}
        for year in every:
            key = getattr(plan.terms(year), kind)
            new = other(key) if isinstance(key, ProportionalKey) else None
            if new is not None and new != getattr(funding.terms(year), kind):
                keys.setdefault(new, []).append(year)
        for new, its_years in keys.items():
            funding = funding.agreed(kind, new, its_years)
    return funding


def limited(plan: OperationalPlan, change: Limits) -> OperationalPlan:
    """The plan where each year starts from the most that can be matched, by what was paid the year before."""
    for year in chosen(change, plan.funding.years, plan.year):
        terms, before = plan.terms(year), plan.contributions_or_error(year - 1)
        found = matching(
            plan.association,
            year,
            offers=change.offers,
            ceilings=change.ceilings,
            last_year=before.amounts if isinstance(before, Contributions) else {},
            split=terms.split,
            region_split=terms.region_split,
            unit=terms.unit,
            part_year=terms.part_year,
        )
        plan = evolve(plan, funding=_started(plan.funding, Basis.TOTAL, {year: found.contributions.total}))
    return plan


_NOT_BY_POPULATION = Text(
    en="the members do not share by population in {years}; give a key by population as split first",
    sv="medlemmarna fördelar inte efter befolkning {years}; ange först en nyckel efter befolkning som split",
)
_NO_HEADS = Text(
    en='the key by population has no inhabitants of "{name}"',
    sv='nyckeln efter befolkning har inga invånare för "{name}"',
)

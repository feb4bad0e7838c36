"""Hypothesis strategies for national allocations: the whole domain, whether or not they can be worked out."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from content_strategies import maybe
from finsam import Money, kr, share
from finsam.ladder import Step
from finsam.national import Adjustment, Area, Choices, Freed, National, NationalKey, Proportion, Recipient
from plan_strategies import texts

__all__ = ["areas", "choices", "every_choice", "nationals", "recipients", "simple"]

YEAR = 2025


def kronor(most: int = 3_000_000) -> SearchStrategy[Money]:
    return st.integers(0, most).map(kr)


def figures() -> SearchStrategy[Mapping[int, Decimal]]:
    """The figure of the year, and perhaps that of the year before; with decimals or without."""
    numbers = st.integers(0, 100_000).map(Decimal) | st.decimals(0, 1_000, places=1)
    return st.fixed_dictionaries({YEAR: numbers}, optional={YEAR - 1: numbers})


def areas(name: str) -> SearchStrategy[Area]:
    return st.builds(Area, name=st.just(name), livelihood=figures(), inhabitants=figures())


def recipients(number: int) -> SearchStrategy[Recipient]:
    """An association with everything that can be said of one."""
    return st.builds(
        Recipient,
        name=st.just(f"Finsam {number}"),
        areas=st.tuples(areas(f"{number} a")) | st.tuples(areas(f"{number} a"), areas(f"{number} b")),
        last_year=maybe(kronor()),
        at_most=maybe(st.integers(0, 300_000_000).map(lambda ore: Money(ore=ore))),
        equity=maybe(st.integers(-100_000, 900_000).map(kr)),
        equity_limit=maybe(kronor(600_000)),
        contributions=maybe(kronor()),
        protected=st.none() | st.booleans(),
        note=maybe(texts()),
    ).map(_consistent)


def _consistent(of: Recipient) -> Recipient:
    """The same, where it is not called protected though its equity or a ladder may say otherwise."""
    return evolve(of, protected=None) if of.protected else of


def parts() -> SearchStrategy[Any]:
    return st.sampled_from([share("0 %"), share("10 %"), share("50 %"), share("1/3"), share("100 %")])


def choices() -> SearchStrategy[Choices]:
    """Choices, made or not."""
    return st.builds(
        Choices,
        order=st.just(()) | orders(),
        proportion=maybe(st.sampled_from(Proportion)),
        declined=maybe(st.sampled_from(Freed)),
        deducted=maybe(st.sampled_from(Freed)),
        deduction=maybe(parts()),
    )


def every_choice() -> SearchStrategy[Choices]:
    """Choices that are all made."""
    return st.builds(
        Choices,
        order=orders(),
        proportion=st.sampled_from(Proportion),
        declined=st.sampled_from(Freed),
        deducted=st.sampled_from(Freed),
        deduction=parts(),
    )


def orders() -> SearchStrategy[Any]:
    return st.permutations([*Adjustment]).map(tuple)


def keys() -> SearchStrategy[NationalKey]:
    return st.builds(NationalKey, year=st.just(YEAR), of=maybe(texts()), source=maybe(texts()))


@st.composite
def nationals(draw: DrawFn, chosen: SearchStrategy[Choices] | None = None, *, known: bool = False) -> National:
    """A national allocation; `known` where the equity of every association is."""
    associations = [draw(recipients(number)) for number in range(draw(st.integers(1, 6)))]
    if known:
        associations = [
            evolve(each, equity=draw(kronor(900_000)), equity_limit=draw(kronor(600_000))) for each in associations
        ]
    first = associations[0]
    [area, *others] = first.areas
    some = evolve(area, livelihood={YEAR: 5}, inhabitants={YEAR: 7})
    weight = draw(parts())
    return National(
        year=draw(st.sampled_from([2016, 2017, 2023, 2027])),
        appropriation=draw(kronor() | st.integers(6_000_000, 30_000_000).map(kr)),
        base=draw(kronor(400_000)),
        floor=draw(parts()),
        invented=draw(st.booleans()),
        note=draw(maybe(texts())),
        livelihood=evolve(draw(keys()), weight=weight),
        inhabitants=evolve(draw(keys()), weight=1 - weight),
        associations=(evolve(first, areas=(some, *others)), *associations[1:]),
        choices=draw(choices() if chosen is None else chosen),
        ladder=draw(st.just(()) | st.tuples(st.builds(Step, share=parts()))),
    )


def simple(*given: Recipient, **further: Any) -> National:
    """A national allocation of 2027 with whatever stands beside the associations."""
    return National(
        year=2027,
        livelihood=NationalKey(year=YEAR),
        inhabitants=NationalKey(year=YEAR),
        associations=given,
        **{"appropriation": kr(10_000_000), **further},
    )

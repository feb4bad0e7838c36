"""What the tests of printed figures share: how documents print amounts, and who can get the units left over."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from finsam import Money
from finsam.money import ORE_IN, MoneyUnit
from finsam.printed import Printed

__all__ = ["as_printed", "placings", "roundings"]

MOST_DECIMALS: Mapping[MoneyUnit, int] = {"kr": 2, "tkr": 5, "mkr": 8}


def as_printed(steps: int, decimals: int, unit: str) -> str:
    """So many of the last decimal, in that unit: `as_printed(40, 1, "mkr")` is `4,0 mkr`."""
    digits = f"{abs(steps):0{decimals + 1}d}"
    text = f"{digits[: len(digits) - decimals]},{digits[len(digits) - decimals :]}".rstrip(",")
    return f"{'-' if steps < 0 else ''}{text} {unit}"


@st.composite
def roundings(draw: DrawFn, amount: Money) -> Printed:
    """An amount as a document prints it: in kronor, thousands or millions, to some decimals; a half goes either way."""
    unit = draw(st.sampled_from(list(MOST_DECIMALS)))
    decimals = draw(st.integers(0, MOST_DECIMALS[unit]))
    steps = Fraction(amount.ore, ORE_IN[unit]) * 10**decimals
    nearest = {floor(steps + Fraction(1, 2)), ceil(steps - Fraction(1, 2))}
    word = draw(st.sampled_from(["", "", "ca "]))
    return Printed.amount(word + as_printed(draw(st.sampled_from(sorted(nearest))), decimals, unit))


@st.composite
def placings(draw: DrawFn, units: int, shares: Mapping[str, Fraction]) -> Mapping[str, int]:
    """So many units by share, in whole units: those left over go to any who would have had a part of one."""
    quotas = {key: units * share for key, share in shares.items()}
    placed = {key: floor(quota) for key, quota in quotas.items()}
    broken = draw(st.permutations([key for key, quota in quotas.items() if quota != placed[key]]))
    for key in broken[: units - sum(placed.values())]:
        placed[key] += 1
    return placed

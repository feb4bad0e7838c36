"""
How the state's funds are divided (*medelsfördelning*): the base amounts, the keys, and the adjustments as chosen.

Everything is in whole kronor after each step, rounded by the largest remainder, so that every row and every column of
the result adds up.
"""

from collections.abc import Iterator

from finsam.allocation import Allocation, allocate
from finsam.errors import NationalError, Problem, at
from finsam.language import Text
from finsam.money import Money
from finsam.national.adjusting import KRONA, adjusted
from finsam.national.allocation import NationalAllocation, Settled
from finsam.national.choices import AllocationKey
from finsam.national.document import National
from finsam.national.practice import APPROPRIATION, BASE_AMOUNT, KEY_WEIGHTS, MOST_DECREASE
from finsam.readonly import ReadOnly

__all__ = ["divided", "impossible"]


def divided(national: National) -> NationalAllocation:
    """
    What each association gets of the state's funds (*medelsfördelning*), to the krona; the amounts and what nobody gets
    add up to what there is.

    Each has the base amount, and the rest is allocated by the two keys with their weights. Then come the adjustments,
    those that change anything: a floor under the decrease from last year, a deduction for too much equity, and what is
    declined. Floors hold when the last of them has been made, whatever the order.

    Raises `NationalError` for what is neither known of the year nor given, for base amounts or floors that add up to
    more than there is, for a choice that has not been made and that something depends on, and where an association's
    equity decides something and is not known.

    >>> from finsam.national import example
    >>> given = divided(example("exempellandet-2027"))
    >>> sum(given.values()) == given.appropriation == mkr(339)
    True
    """
    settled = _settled(national)
    base, total = settled.base.value, settled.appropriation.value
    bases = base * len(national.associations)
    if bases > total:
        given = (name for name in ("base", "appropriation") if getattr(national, name) is not None)
        raise NationalError(at(_TOO_LARGE(bases=bases, total=total), next(given, "year")))
    weights = {key: weight.value for key, weight in settled.weights.items()}
    pots = allocate(total - bases, weights, unit=KRONA)
    by_key = ReadOnly({key: _by_key(national, key, pots[key]) for key in AllocationKey})
    amounts = {each.name: sum((split[each.name] for split in by_key.values()), base) for each in national.associations}
    steps = adjusted(national, settled, amounts)
    final = steps[-1].after if steps else amounts
    return NationalAllocation(final, national=national, settled=settled, pots=pots, by_key=by_key, steps=steps)


def impossible(national: National) -> Iterator[Problem]:
    """Why it cannot be divided, with the places in its file; nothing where it can."""
    try:
        divided(national)
    except NationalError as error:
        yield from error.problems


def _settled(national: National) -> Settled:
    """The parameters, as they are given or known of the year."""
    year = national.year
    has_last_year = any(each.last_year is not None for each in national.associations)
    return Settled(
        appropriation=APPROPRIATION.grounded(national.appropriation, year, "appropriation"),
        base=BASE_AMOUNT.grounded(national.base, year, "base"),
        weights=ReadOnly(
            {
                key: KEY_WEIGHTS[key].grounded(national.key(key).weight, year, key.value, "weight")
                for key in AllocationKey
            }
        ),
        floor=MOST_DECREASE.grounded(national.floor, year, "floor") if has_last_year else None,
    )


def _by_key(national: National, key: AllocationKey, pot: Money) -> Allocation[str]:
    """What each association has by a key."""
    year = national.key(key).year
    return allocate(pot, {each.name: each.figure(key, year) for each in national.associations}, unit=KRONA)


_TOO_LARGE = Text(
    en="the base amounts add up to {bases}, and there is {total}; write a smaller base amount",
    sv="grundbeloppen är tillsammans {bases}, och det finns {total}; skriv ett mindre grundbelopp",
)

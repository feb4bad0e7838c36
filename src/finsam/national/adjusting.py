"""The adjustments of a national allocation (*justeringar*): floors, deductions and what is declined, as chosen."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from attrs import frozen

from finsam.allocation import Allocation, allocate
from finsam.errors import NationalError, Problem, at
from finsam.language import Text
from finsam.money import Money, kr
from finsam.national.allocation import Adjusted, Settled
from finsam.national.choices import Adjustment, Choices, Freed, Proportion, unchosen
from finsam.national.document import National
from finsam.national.levelling import Levelled, Moved, lowered, raised
from finsam.readonly import ReadOnly

__all__ = ["KRONA", "adjusted"]

C = TypeVar("C")

KRONA = kr(1)
Amounts = Mapping[str, Money]


@frozen(kw_only=True)
class _Standing:
    """
    How an association stands: the most that it takes, in öre, its floor or that where it is less, whether the floor is
    for it, None where that is not known, and what is deducted.
    """

    name: str
    most: int | None
    floor: int
    is_protected: bool | None
    deduction: int


@frozen(kw_only=True)
class _Ground:
    """What adjustments are made by: the choices, the base amount in öre, how each stands, and where floors are said."""

    choices: Choices
    base: int
    standings: tuple[_Standing, ...]
    floor_at: str


def adjusted(national: National, settled: Settled, amounts: Amounts) -> tuple[Adjusted, ...]:
    """
    The adjustments that change something, one after another in the order that is chosen; raises `NationalError` as
    `divided` does.
    """
    ground = _Ground(
        choices=national.choices,
        base=settled.base.value.ore,
        standings=tuple(_standings(national, settled)),
        floor_at="appropriation" if national.floor is None else "floor",
    )
    steps: list[Adjusted] = []
    for adjustment in _in_order(national.choices, _needed(ground, amounts)):
        step = _MAKERS[adjustment](ground, amounts)
        if step.after != step.before:
            steps.append(step)
            amounts = step.after
    return tuple(steps)


def _standings(national: National, settled: Settled) -> Iterator[_Standing]:
    """How each association stands; raises `NationalError` for a deduction that is not chosen or not known."""
    excess = {each.name: each.excess(national.ladder) for each in national.associations}
    share = national.choices.deduction
    if share is None and any(excess.values()):
        raise NationalError(unchosen("deduction", _SAVED(names=tuple(name for name in excess if excess[name]))))
    if share and (unknown := [at_ for at_, name in enumerate(excess) if excess[name] is None]):
        raise NationalError(*(at(_NO_EQUITY, "associations", at_) for at_ in unknown))
    for each in national.associations:
        own, most = excess[each.name], None if each.most is None else each.most.ore
        floor = 0 if settled.floor is None else each.least(settled.floor.value).ore
        yield _Standing(
            name=each.name,
            most=most,
            floor=floor if most is None else min(floor, most),
            is_protected=each.protected if each.protected is not None or own is None else not own,
            deduction=int(share * own / 100) * 100 if share and own else 0,
        )


def _needed(ground: _Ground, amounts: Amounts) -> tuple[Adjustment, ...]:
    """The adjustments that there is something for in what the keys give; the others never make any necessary."""
    stand = [(each, amounts[each.name].ore) for each in ground.standings]
    is_needed = {
        Adjustment.FLOOR: any(amount < each.floor and each.is_protected is not False for each, amount in stand),
        Adjustment.DEDUCTION: any(each.deduction for each, _ in stand),
        Adjustment.DECLINED: any(each.most is not None and amount > each.most for each, amount in stand),
    }
    return tuple(adjustment for adjustment, is_one in is_needed.items() if is_one)


def _in_order(choices: Choices, needed: tuple[Adjustment, ...]) -> tuple[Adjustment, ...]:
    """Those adjustments in the order that is chosen, which it need not be for one alone."""
    if len(needed) > 1 and not choices.order:
        raise NationalError(unchosen("order", _SEVERAL(adjustments=needed)))
    return tuple(each for each in choices.order if each in needed) or needed


def _chosen(choice: C | None, key: str, why: Text) -> C:
    """The choice; raises `NationalError`, which says what can be chosen, where it is not made."""
    if choice is None:
        raise NationalError(unchosen(key, why))
    return choice


def _floor(ground: _Ground, before: Amounts) -> Adjusted:
    """Those below their floors are raised to them, and the others lowered, none of them below its own."""
    if unknown := [*_unprotected(ground.standings)]:
        raise NationalError(*unknown)
    proportion = _chosen(ground.choices.proportion, "proportion", _BORNE)
    floors = [each.floor if each.is_protected else 0 for each in ground.standings]
    rows = []
    for amount, floor in zip(before.values(), floors, strict=True):
        kept = _kept(proportion, ground, amount)
        rows.append(Moved(amount.ore, kept, max(kept, floor)))
    total, least = sum(row.amount for row in rows), sum(row.bound or 0 for row in rows)
    if least > total:
        message = _TOO_HIGH[proportion](floors=Money(ore=least), total=Money(ore=total))
        raise NationalError(at(message, ground.floor_at))
    found = lowered(rows, total)
    split = _split(before, found)
    held = zip(before, floors, rows, found.held, strict=True)
    own = {name: split[name] for name, floor, row, is_held in held if is_held and row.bound == floor}
    return _step(Adjustment.FLOOR, before, split, own, split)


def _unprotected(standings: tuple[_Standing, ...]) -> Iterator[Problem]:
    """Those of which it is not known whether their floor is for them."""
    for index, each in enumerate(standings):
        if each.floor and each.is_protected is None:
            yield at(_NO_EQUITY, "associations", index)


def _deduction(ground: _Ground, before: Amounts) -> Adjusted:
    """Those who have saved too much get less."""
    choice = _chosen(ground.choices.deducted, "deducted", _DEDUCTED)
    own = {each.name: min(before[each.name].ore, each.deduction) for each in ground.standings if each.deduction}
    return _freeing(Adjustment.DEDUCTION, choice, own, ground, before)


def _declining(ground: _Ground, before: Amounts) -> Adjusted:
    """Nobody gets more than it takes."""
    choice = _chosen(ground.choices.declined, "declined", _DECLINED)
    over = {each.name: before[each.name].ore - each.most for each in ground.standings if each.most is not None}
    own = {name: more for name, more in over.items() if more > 0}
    return _freeing(Adjustment.DECLINED, choice, own, ground, before)


def _freeing(
    adjustment: Adjustment, choice: Freed, own: Mapping[str, int], ground: _Ground, before: Amounts
) -> Adjusted:
    """The amounts without what is freed, which is shared among the others where that is chosen."""
    left = {name: Money(ore=amount.ore - own[name]) if name in own else amount for name, amount in before.items()}
    after: Amounts = left
    split = None
    if choice is Freed.SHARED and own:
        found = _shared(ground, left, sum(own.values()), _chosen(ground.choices.proportion, "proportion", _TO_OTHERS))
        if found.total > sum(amount.ore for amount in left.values()):
            after = split = _split(left, found)
    return _step(adjustment, before, after, {name: Money(ore=ore) for name, ore in own.items()}, split)


def _shared(ground: _Ground, left: Amounts, freed: int, proportion: Proportion) -> Levelled:
    """
    What is left with what is freed shared among the others: nobody gets more than it takes, and nothing more of whom
    something is deducted.
    """
    rows = []
    for each, amount in zip(ground.standings, left.values(), strict=True):
        bound = amount.ore if each.deduction else None if each.most is None else max(each.most, amount.ore)
        rows.append(Moved(amount.ore, _kept(proportion, ground, amount), bound))
    return raised(rows, sum(row.amount for row in rows) + freed)


def _step(
    adjustment: Adjustment, before: Amounts, after: Amounts, own: Amounts, split: Allocation[str] | None
) -> Adjusted:
    """The adjustment as it was made."""
    returned = sum(amount.ore for amount in before.values()) - sum(amount.ore for amount in after.values())
    return Adjusted(
        adjustment=adjustment,
        before=before,
        after=ReadOnly(after),
        own=ReadOnly(own),
        returned=Money(ore=returned),
        split=split,
    )


def _kept(proportion: Proportion, ground: _Ground, amount: Money) -> int:
    """What of an amount stays as it is when the rest is moved, in öre."""
    return 0 if proportion is Proportion.AMOUNT else min(amount.ore, ground.base)


def _split(names: Amounts, found: Levelled) -> Allocation[str]:
    """The amounts that were moved, in whole kronor."""
    return allocate(Money(ore=found.total), dict(zip(names, found.weights, strict=True)), unit=KRONA)


_MAKERS: Mapping[Adjustment, Callable[[_Ground, Amounts], Adjusted]] = {
    Adjustment.FLOOR: _floor,
    Adjustment.DEDUCTION: _deduction,
    Adjustment.DECLINED: _declining,
}

_SEVERAL = Text(en="there is {adjustments} to be made", sv="det finns {adjustments} att göra")
_BORNE = Text(en="others bear what raises some to their floors", sv="andra bär det som höjer några till deras golv")
_TO_OTHERS = Text(en="what is freed is shared among the others", sv="det som frigörs fördelas bland de andra")
_SAVED = Text(en="these have saved more than they may: {names}", sv="dessa har sparat mer än de får: {names}")
_DEDUCTED = Text(en="something is deducted", sv="något dras av")
_DECLINED = Text(en="something is declined", sv="något avstås")
_NO_EQUITY = Text(
    en="its equity, or the most that it may have saved, is not known; "
    "write equity and equity_limit, or protected = true or false for the floor alone",
    sv="dess kapital, eller det mesta som det får ha sparat, är inte känt; "
    "skriv equity och equity_limit, eller protected = true eller false för bara golvet",
)
_TOO_HIGH = {
    Proportion.AMOUNT: Text(
        en="the floors add up to {floors}, and there is {total}; write a larger decrease under floor, or more funds",
        sv="golven är tillsammans {floors}, och det finns {total}; skriv en större minskning under floor, "
        "eller mer medel",
    ),
    Proportion.ABOVE_BASE: Text(
        en="the floors, and the base amounts of the others, add up to {floors}, and there is {total}; write a larger "
        'decrease under floor, more funds, or proportion = "amount", which lowers the base amounts too',
        sv="golven, och de andras grundbelopp, är tillsammans {floors}, och det finns {total}; skriv en större "
        'minskning under floor, mer medel, eller proportion = "amount", som sänker också grundbeloppen',
    ),
}

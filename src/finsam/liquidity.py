"""Whether the money lasts (*likviditet*): the balance day by day, its lowest point, and what cannot be paid."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate

from attrs import field, frozen

from finsam.allocation import allocate
from finsam.budget import Accounts, Budget, Cost, Forecast, Income, Line, Outcome
from finsam.derivation import Contributions
from finsam.errors import BudgetError
from finsam.language import Text
from finsam.money import Money, kr
from finsam.payments import Flow, Payee, PaymentPlan, PaymentRule
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.typed import expect

__all__ = ["Entry", "Liquidity", "Month", "Unplaced", "liquidity"]


@frozen(kw_only=True)
class Entry:
    """What comes in on a day, or goes out where the amount is below zero (*inbetalning*, *utbetalning*)."""

    day: date
    what: Text | str
    amount: Money


@frozen(kw_only=True)
class Unplaced:
    """
    What is not in the balance, and why: nobody has said when it is paid, or what it comes to (*inte inlagt*).

    `amount` is below zero for what goes out, and None where it is not known; `payment` is the place in the plan's
    payments of a rule that never falls in the year.
    """

    what: Text | str
    amount: Money | None
    why: Text
    payment: int | None = None


@frozen(kw_only=True)
class Month:
    """A month: what comes in and goes out, its lowest balance and the last (*månad*); `first` is its first day."""

    first: date
    incoming: Money
    outgoing: Money
    lowest: Money
    closing: Money


@frozen(kw_only=True, slots=False)
class Liquidity:
    """
    The liquidity of a year (*likviditet*): `opening` is what there is to pay with when it begins, `entries` what is
    paid on which day, in order, and `unplaced` what is not among them.

    What comes in and goes out on one day is one sum, so that the balance is that of the day's end.
    """

    accounts: Budget | Forecast | Outcome
    opening: Money
    entries: tuple[Entry, ...]
    unplaced: tuple[Unplaced, ...] = field(default=())

    @property
    def year(self) -> int:
        """The year."""
        return self.accounts.year

    @cached_property
    def balances(self) -> Mapping[date, Money]:
        """The balance at the end of every day of the year (*saldo*)."""
        changes: dict[date, int] = {}
        for entry in self.entries:
            changes[entry.day] = changes.get(entry.day, 0) + entry.amount.ore
        days = [*_days_of(self.year)]
        sums = accumulate((changes.get(day, 0) for day in days), initial=self.opening.ore)
        next(sums)
        return ReadOnly(zip(days, (Money(ore=ore) for ore in sums), strict=True))

    @property
    def closing(self) -> Money:
        """The balance when the year ends; the closing equity, where nothing is unplaced and it opens with equity."""
        return self.balances[date(self.year, 12, 31)]

    @property
    def lowest(self) -> tuple[date, Money]:
        """The first day on which the balance is the lowest of the year, and that balance."""
        return min(self.balances.items(), key=lambda each: each[1].ore)

    @property
    def fails_on(self) -> date | None:
        """The first day on which a payment could not be made; None where all can, so far as is known."""
        return next((day for day, balance in self.balances.items() if balance < kr(0)), None)

    @property
    def months(self) -> tuple[Month, ...]:
        """The year month by month."""
        return tuple(self._month(number) for number in range(1, 13))

    def _month(self, number: int) -> Month:
        amounts = [entry.amount for entry in self.entries if entry.day.month == number]
        balances = [balance for day, balance in self.balances.items() if day.month == number]
        return Month(
            first=date(self.year, number, 1),
            incoming=_sum([amount for amount in amounts if amount > kr(0)]),
            outgoing=-_sum([amount for amount in amounts if amount < kr(0)]),
            lowest=min(balances),
            closing=balances[-1],
        )


def liquidity(
    plan: OperationalPlan, year: int, *, opening: Money | None = None, others: PaymentRule | str | None = None
) -> Liquidity:
    """
    Whether the money lasts the year (*likviditet*): what is best known of it, paid as the plan's `payments` say.

    Every amount of the year is paid in the year, split over its days by `allocate`. What no payment is about is
    `unplaced`; nothing is assumed of it, but `others` can be a rule for all of that. `opening` is what there is to pay
    with on 1 January, or else the equity that the year opens with. Raises `BudgetError` for a year without accounts and
    where no opening is known, and `PlanError` for what is no rule.

    >>> from finsam import example
    >>> of = liquidity(example("hoglandet-2023"), 2023, others="last weekday of the month")
    >>> of.opening, of.closing, of.fails_on
    (kr(427_055), kr(427_055), None)
    """
    expect(plan, OperationalPlan, "plan")
    accounts = plan.best_known(year) or plan.budget(year)
    begins = accounts.opening if opening is None else opening
    if begins is None:
        raise BudgetError(_NO_OPENING(year=year))
    expect(begins, Money, "opening")
    rules = _by_payee(plan.payments, year)
    if others is not None:
        rules.setdefault(None, [(None, PaymentPlan(rule=others))])
    placed = [_placed(item, rules, year) for item in _items(plan, accounts)]
    entries = (entry for each in placed if not isinstance(each, Unplaced) for entry in each)
    return Liquidity(
        accounts=accounts,
        opening=begins,
        entries=tuple(sorted(entries, key=lambda entry: entry.day)),
        unplaced=tuple(each for each in placed if isinstance(each, Unplaced)),
    )


@frozen
class _Item:
    """
    An amount to be paid, who or what it is by the closest name first, and what is within it whose parts are not known.
    """

    what: Text | str
    amount: Money | None
    payees: tuple[Payee, ...]
    within: tuple[Payee, ...] = ()


Rules = dict[Payee, list[tuple[int | None, PaymentPlan]]]


def _by_payee(payments: Sequence[PaymentPlan], year: int) -> Rules:
    """The payments that are about the year, by what they name, each with its place."""
    rules: Rules = {}
    for index, each in enumerate(payments):
        if each.is_for(year):
            rules.setdefault(each.payee, []).append((index, each))
    return rules


def _items(plan: OperationalPlan, accounts: Accounts) -> Iterator[_Item]:
    """What comes in and goes out in the year; what is zero is not paid."""
    every = (
        *_contributed(plan, accounts),
        *(_row(line, "income", line.amount) for line in accounts.other_income),
        *(_row(line, "cost", -line.amount, ("category", line.row.category.value)) for line in accounts.costs),
    )
    return (item for item in every if item.amount is None or item.amount != kr(0))


def _row(line: Line[Cost] | Line[Income], key: str, amount: Money, *kinds: Payee) -> _Item:
    """A row of costs or income."""
    flow = Flow.COSTS if key == "cost" else Flow.INCOME
    return _Item(line.name, amount, ((key, line.id), *kinds, ("of", flow.value), None))


def _contributed(plan: OperationalPlan, accounts: Accounts) -> Iterator[_Item]:
    """What each member pays; or a party, or all together, where no more is known."""
    due = plan.contributions_or_error(accounts.year)
    whole: tuple[Payee, ...] = (("of", Flow.CONTRIBUTIONS.value), None)
    if not isinstance(due, Contributions) or due.total != accounts.contributions:
        members = plan.association.members_in(accounts.year)
        within = (*(("party", each.party.value) for each in members), *(("member", each.name) for each in members))
        yield _Item(Flow.CONTRIBUTIONS.label, accounts.contributions, whole, within)
        return
    for pool in due.pools:
        of = (("party", pool.party.value), *whole)
        if pool.split is None:
            yield _Item(pool.party.label, pool.amount, of, tuple(("member", member) for member in pool.members))
        for part in pool.parts:
            yield _Item(part.member, part.amount, (("member", part.member), *of))


def _placed(item: _Item, rules: Rules, year: int) -> list[Entry] | Unplaced:
    """The amount on its days, or why it has none."""
    if item.amount is None:
        return Unplaced(what=item.what, amount=None, why=_HOW_MUCH)
    if any(payee in rules for payee in item.within):
        return Unplaced(what=item.what, amount=item.amount, why=_OF_EACH)
    found = next((rules[payee] for payee in item.payees if payee in rules), None)
    if found is None:
        return Unplaced(what=item.what, amount=item.amount, why=_WHEN)
    days = sorted({day for _, each in found for day in each.days_in(year)})
    if not days:
        return Unplaced(what=item.what, amount=item.amount, why=_NEVER(year=year), payment=found[0][0])
    parts = allocate(item.amount, dict.fromkeys(days, 1))
    return [Entry(day=day, what=item.what, amount=amount) for day, amount in parts.items()]


def _days_of(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    return (first + timedelta(days=number) for number in range((date(year, 12, 31) - first).days + 1))


def _sum(amounts: Sequence[Money]) -> Money:
    return Money(ore=sum(amount.ore for amount in amounts))


_NO_OPENING = Text(
    en="it is not known what {year} opens with; write it under [equity] (opening), or give opening",
    sv="det är inte känt vad {year} börjar med; skriv det under [equity] (opening), eller ange opening",
)
_HOW_MUCH = Text(en="the amount is not known", sv="beloppet inte är känt")
_OF_EACH = Text(
    en="it is not known what each pays, and they do not pay on the same days",
    sv="det inte är känt vad var och en betalar, och de inte betalar samma dagar",
)
_WHEN = Text(en="it is not said when it is paid", sv="det inte sägs när det betalas")
_NEVER = Text(en="its rule never falls in {year}", sv="dess regel infaller aldrig {year}")

"""The end of an association (*likvidation*): debts are paid, what is left is shared out, what is lacking is called."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from finsam.allocation import ORE, Allocation, allocate
from finsam.derivation import Contributions
from finsam.errors import FundingError, SplitError, at, suggestion
from finsam.keys import ANOTHER
from finsam.language import Text
from finsam.money import Money, kr
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.shares import ShareLike
from finsam.split import ProportionalKey

__all__ = ["WindingUp", "contributed", "shortfall_calls", "wind_up"]


@frozen(kw_only=True)
class WindingUp:
    """
    What a winding-up comes to (*skifte*): what there was and what was owed, and what each member gets of the rest.

    Where the assets do not cover the debts, `parts` is what each member pays in, below zero. They add up to assets
    less debts.
    """

    assets: Money
    debts: Money
    parts: Allocation[str]

    @property
    def remainder(self) -> Money:
        """Assets less debts; below zero where there is a shortfall."""
        return self.assets - self.debts


def wind_up(
    due: Contributions,
    *,
    assets: Money,
    debts: Money,
    contributed: Mapping[str, Money],
    split: ProportionalKey | None = None,
    unit: Money = ORE,
) -> WindingUp:
    """
    Share out what is left when the debts are paid: in proportion to what each member has `contributed`, or by `split`
    where the charter says how. A shortfall is called by the shares of `due`, the last year's contributions, under 22 §.

    Raises `SplitError` for what is another's, `FundingError` for amounts below zero and as `shortfall_calls` does, and
    `AllocationError` where nobody has contributed.

    >>> bygden = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
    >>> due = contributions(bygden, year=2027, total=kr(4_000), split=Shares({"Habo": "60 %", "Mullsjö": "40 %"}))
    >>> closed = wind_up(due, assets=kr(900), debts=kr(100), contributed=due)
    >>> closed.parts["Habo"], closed.parts["Försäkringskassan"]
    (kr(120), kr(400))
    """
    if assets < kr(0) or debts < kr(0):
        raise FundingError(_NEGATIVE(assets=assets, debts=debts))
    rest = assets - debts
    if rest < kr(0):
        calls = shortfall_calls(due, -rest, unit=unit)
        return WindingUp(assets=assets, debts=debts, parts=allocate(rest, calls.weights, unit=unit))
    for name in contributed:
        if name not in due.members:
            raise SplitError(at(ANOTHER(name=name, near=suggestion(name, due.members)), "contributed", name))
    weights: Mapping[str, ShareLike] = {name: amount.ore for name, amount in contributed.items()}
    if split is not None:
        weights = split.weights(due.members, rest)
    return WindingUp(assets=assets, debts=debts, parts=allocate(rest, weights, unit=unit))


def shortfall_calls(due: Contributions, shortfall: Money, *, unit: Money = ORE) -> Allocation[str]:
    """
    What each member pays in when the association cannot pay a debt (*brist*), under 22 §.

    In proportion to what the member contributes under 5 §, exactly; the parts add up to the shortfall. Raises
    `FundingError` for a shortfall below zero and where a party's members do not know their parts.

    >>> bygden = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
    >>> shortfall_calls(contributions(bygden, year=2027, total=kr(4_000)), kr(1_000))["Region Jönköpings län"]
    kr(250)
    """
    if shortfall < kr(0):
        raise FundingError(_NO_SHORTFALL(shortfall=shortfall))
    shares = dict.fromkeys(due.members, Fraction(0))
    for pool in due.pools:
        if pool.split is None:
            raise FundingError(_NOT_SHARED(party=pool.party))
        for member in pool.members:
            shares[member] += pool.share * pool.split.share(member)
    return allocate(shortfall, shares, unit=unit)


def contributed(plan: OperationalPlan, through: int) -> Mapping[str, Money]:
    """
    What those who are members in a year have contributed until its end (*inbetalt*), in the years of which the plan has
    the funding.

    Raises as `OperationalPlan.contributions` does, and `FundingError` where a part is not known.
    """
    paid = {member.name: kr(0) for member in plan.association.members_in(through)}
    for year in plan.funding.years:
        if year <= through:
            due = plan.contributions(year)
            for name in paid:
                paid[name] += due[name] if name in due.members else kr(0)
    return ReadOnly(paid)


_NEGATIVE = Text(
    en="the assets are {assets} and the debts {debts}; write both as zero or more",
    sv="tillgångarna är {assets} och skulderna {debts}; skriv båda som noll eller mer",
)
_NO_SHORTFALL = Text(
    en="the shortfall is {shortfall}; write zero or more", sv="bristen är {shortfall}; skriv noll eller mer"
)
_NOT_SHARED = Text(
    en="how {party} share is not known; write the split", sv="det är inte känt hur {party} delar; skriv fördelningen"
)

"""What the command is given of offers and ceilings, as `state 5 520 000`, `Habo 103 224` and `10 %`."""

from collections.abc import Iterable, Mapping

from finsam.derivation import Contributions
from finsam.errors import FinsamError, suggestion, written
from finsam.language import Text
from finsam.matching import Ceiling
from finsam.money import Money, kr
from finsam.organisations import Party
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.shares import share

__all__ = ["given_limits", "last_year"]


def given_limits(
    plan: OperationalPlan, year: int, *, offers: Iterable[str], ceilings: Iterable[str]
) -> tuple[Mapping[Party, Money], Mapping[str, Ceiling]]:
    """The offers by party and the ceilings by member; one without a name is that of every municipality."""
    by_party = dict(_offer(each) for each in offers)
    municipalities = [
        member.name for member in plan.association.members_in(year) if member.party is Party.MUNICIPALITIES
    ]
    by_member: dict[str, Ceiling] = {}
    for each in ceilings:
        name, ceiling = _named(each)
        if name and name not in ("municipalities", "kommunerna"):
            by_member[plan.association.member(name).name] = ceiling
        else:
            by_member |= {one: ceiling for one in municipalities if one not in by_member}
    return by_party, by_member


def _offer(given: str) -> tuple[Party, Money]:
    name, offer = _named(given)
    for party in Party:
        if name in (party.value, party.label.to("sv")) and isinstance(offer, Money):
            return party, offer
    raise FinsamError(_NO_OFFER(given=written(given), near=suggestion(name, [each.value for each in Party])))


def _named(given: str) -> tuple[str, Ceiling]:
    """The name before the first digit, and the amount or the share after it."""
    start = next((place for place, character in enumerate(given) if character.isdigit()), len(given))
    amount = given[start:].strip()
    if not amount:
        raise FinsamError(_NO_AMOUNT(given=written(given)))
    return given[:start].strip(" =:"), share(amount) if amount.endswith("%") else kr(amount)


def last_year(plan: OperationalPlan, year: int) -> Mapping[str, Money]:
    """What each member paid in the year before; nothing where the plan does not say."""
    due = plan.contributions_or_error(year - 1)
    return due.amounts if isinstance(due, Contributions) else ReadOnly()


_NO_OFFER = Text(
    en='{given} is no offer; write a party and an amount, as "state 5 520 000"{near}',
    sv='{given} är inget erbjudande; skriv en part och ett belopp, som "staten 5 520 000"{near}',
)
_NO_AMOUNT = Text(
    en='{given} has no amount; write as "Habo 103 224" or "10 %"',
    sv='{given} har inget belopp; skriv som "Habo 103 224" eller "10 %"',
)

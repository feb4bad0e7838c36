"""
Matching (*matchning*): what one party offers is worth only what the others match, since the shares of 5 § are fixed.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import lcm

from attrs import evolve, field, frozen

from finsam.allocation import ORE
from finsam.association import Association
from finsam.derivation import Contributions
from finsam.errors import FundingError, at, suggestion
from finsam.formula import contributions_on, payers_in
from finsam.funding import Basis, PartYear, Terms
from finsam.keys import Fixed
from finsam.language import Text
from finsam.money import Money, Unrounded, kr
from finsam.organisations import Party, by_member
from finsam.readonly import ReadOnly
from finsam.shares import percent
from finsam.split import SplitKey

__all__ = ["Ceiling", "Limit", "Match", "matching"]

Ceiling = Money | Fraction
"""The most that a member can pay (*tak*): an amount, or so large a part more than last year."""


@frozen(kw_only=True)
class Limit:
    """
    What a ceiling or an offer allows by itself (*gräns*): whose it is, the amount, its exact share of the total, and
    the total that it allows before anything is rounded, in öre.
    """

    of: str | Party
    amount: Money
    share: Fraction
    total: Fraction

    @property
    def text(self) -> Text:
        """The limit in words."""
        total = Unrounded(self.total)
        return _ALLOWS(of=self.of, amount=self.amount, share=percent(self.share, decimals=2), total=total)


@frozen(kw_only=True)
class Match:
    """
    The largest contributions within every ceiling and offer (*matchning*), made by `matching`.

    `limits` are all the ceilings and offers, the tightest first.
    """

    contributions: Contributions
    limits: tuple[Limit, ...]
    offers: Mapping[Party, Money] = field(factory=ReadOnly)

    @property
    def binds(self) -> tuple[Limit, ...]:
        """The limits that decide the total: those that by themselves allow the least."""
        return tuple(each for each in self.limits if each.total == self.limits[0].total)

    @property
    def lost(self) -> Mapping[Party, Money]:
        """What part of each offer nobody matches."""
        by_party = self.contributions.by_party
        return ReadOnly({party: offer - by_party[party] for party, offer in self.offers.items()})


def matching(
    association: Association,
    year: int,
    *,
    offers: Mapping[Party, Money] | None = None,
    ceilings: Mapping[str, Ceiling] | None = None,
    last_year: Mapping[str, Money] | None = None,
    split: SplitKey | None = None,
    region_split: SplitKey | None = None,
    unit: Money = ORE,
    part_year: PartYear | None = None,
) -> Match:
    """
    The largest total of a year at which no party pays more than it offers and no member more than its ceiling; and what
    each then pays. Each party's part is its exact share of the total, in whole units.

    A ceiling is an amount, or a share: at most so much more than what the member paid in `last_year`. The keys and the
    unit are as those of `contributions`.

    Raises `FundingError` without any ceiling or offer, for one that is below zero or of another, for a share without
    last year's amount, and for a key that does not split any amount; otherwise as `contributions` does.

    >>> bygden = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
    >>> found = matching(
    ...     bygden,
    ...     2027,
    ...     offers={Party.STATE: kr(4_000)},
    ...     ceilings={"Habo": kr(900)},
    ...     split=Shares({"Habo": "60 %", "Mullsjö": "40 %"}),
    ... )
    >>> found.contributions.total, found.lost[Party.STATE]
    (kr(6_000), kr(1_000))
    """
    terms = Terms(
        year=year,
        basis=Basis.TOTAL,
        amount=4 * unit,
        split=split,
        region_split=region_split,
        unit=unit,
        part_year=part_year,
    )
    first = contributions_on(association, terms)
    limits = tuple(sorted(_limits(first, offers or {}, _amounts(first, ceilings or {}, last_year or {})), key=_least))
    if not limits:
        raise FundingError(_NO_LIMIT)
    found = _largest(association, terms, limits)
    return Match(contributions=found, limits=limits, offers=ReadOnly(offers or {}))


def _least(limit: Limit) -> Fraction:
    return limit.total


def _amounts(
    due: Contributions, ceilings: Mapping[str, Ceiling], last_year: Mapping[str, Money]
) -> Mapping[str, Money]:
    """The most that each member can pay, as an amount in whole öre."""
    before = by_member(last_year)
    amounts: dict[str, Money] = {}
    for name, ceiling in by_member(ceilings).items():
        if name not in due.members:
            raise FundingError(at(_NO_MEMBER(name=name, near=suggestion(name, due.members)), "ceilings", name))
        if isinstance(ceiling, Money):
            amounts[name] = ceiling
        elif name in before:
            amounts[name] = Money(ore=int(before[name].ore * (1 + ceiling)))
        else:
            raise FundingError(at(_NOT_KNOWN(name=name), "ceilings", name))
    return amounts


def _limits(due: Contributions, offers: Mapping[Party, Money], ceilings: Mapping[str, Money]) -> Iterator[Limit]:
    """Each ceiling and offer with the total that it allows; those of one that pays nothing allow any."""
    for pool in due.pools:
        if pool.split is None or isinstance(pool.key, Fixed):
            raise FundingError(_NOT_ANY_AMOUNT(party=pool.party))
    shares: dict[str | Party, Fraction] = {pool.party: pool.share for pool in due.pools}
    for part in due.parts:
        shares[part.member] = shares.get(part.member, Fraction(0)) + shares[part.party] * part.share
    every: list[tuple[str | Party, Money]] = [*offers.items(), *ceilings.items()]
    for of, amount in every:
        if amount < kr(0):
            raise FundingError(_NEGATIVE(of=of, amount=amount))
        if isinstance(of, Party) and of not in shares:
            raise FundingError(at(_NO_PARTY(party=of), "offers", of.value))
        if share := shares.get(of, Fraction(0)):
            yield Limit(of=of, amount=amount, share=share, total=amount.ore / share)


def _largest(association: Association, terms: Terms, limits: tuple[Limit, ...]) -> Contributions:
    """
    The contributions of the largest total that is within every limit.

    A part is never a whole unit from its quota, and a member has two at most: so no total is within the limits that
    gives somebody a quota of two units above its limit. From there each is tried downwards, since a smaller total can
    give a larger part.
    """
    step = terms.unit * lcm(*(share.denominator for share in _party_shares(association, terms)))
    most = min((each.amount.ore + 2 * terms.unit.ore) / each.share for each in limits)
    for steps in range(int(most // step.ore), -1, -1):
        due = contributions_on(association, evolve(terms, amount=step * steps))
        if all(_paid(due, each.of) <= each.amount for each in limits):
            return due
    raise AssertionError  # pragma: no cover  # of nothing each pays nothing


def _party_shares(association: Association, terms: Terms) -> Iterator[Fraction]:
    """The statutory shares of the parties."""
    return (statute.in_year(terms.year) for statute, _ in payers_in(association, terms.year).values())


def _paid(due: Contributions, of: str | Party) -> Money:
    return due.by_party[of] if isinstance(of, Party) else due[of]


_ALLOWS = Text(
    en="{of} can pay {amount}, which is {share} of all: that allows {total}",
    sv="{of} kan betala {amount}, vilket är {share} av allt: det räcker till {total}",
)
_NO_LIMIT = Text(
    en="nothing says how much there can be; give an offer or a ceiling",
    sv="inget säger hur mycket det kan bli; ange ett erbjudande eller ett tak",
)
_NO_MEMBER = Text(en='"{name}" is not a member that year{near}', sv='"{name}" är inte medlem det året{near}')
_NO_PARTY = Text(
    en="no part of {party} is paid that year; leave the offer out",
    sv="{party} deltar inte det året; utelämna erbjudandet",
)
_NOT_KNOWN = Text(
    en="what {name} paid last year is not known; write its ceiling as an amount",
    sv="vad {name} betalade förra året är inte känt; skriv taket som ett belopp",
)
_NEGATIVE = Text(
    en="the ceiling or offer of {of} is {amount}; write zero or more",
    sv="taket eller erbjudandet för {of} är {amount}; skriv noll eller mer",
)
_NOT_ANY_AMOUNT = Text(
    en="how {party} share any amount is not known; give shares, inhabitants, figures or equal parts",
    sv="det är inte känt hur {party} delar vilket belopp som helst; ange andelar, invånare, nyckeltal eller lika delar",
)

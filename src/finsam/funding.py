"""
Who pays what (*finansiering*): the statutory parts first, then the split within each, with the reason for every
öre.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from attrs import frozen

from finsam import law
from finsam.allocation import ORE, Allocation, allocate
from finsam.association import Association, Member
from finsam.errors import AllocationError, FundingError, LawError, MembershipError, UnknownNameError
from finsam.language import Choice, Language, Text
from finsam.law import Dated
from finsam.money import Money, kr
from finsam.organisations import FORSAKRINGSKASSAN, Municipality, Party
from finsam.period import Year
from finsam.pool import Part, Pool
from finsam.readonly import ReadOnly
from finsam.split import SplitKey, ToBeSplit

__all__ = ["Basis", "Contributions", "Funding", "contributions"]


class Basis(Choice):
    """What the contributions are worked out from: the total, or the amount of one of the parties."""

    TOTAL = "total"
    STATE = "state"
    REGIONS = "regions"
    MUNICIPALITIES = "municipalities"


@frozen(kw_only=True)
class Funding:
    """
    The terms of a year's funding (*finansiering*): one amount to start from, and how the quarters are split.

    `amount` is that of `basis`. `split` is among the municipalities and `region_split` among the regions; neither is
    needed where there is only one. Every contribution is a whole number of `unit`.

    Raises `FundingError` for an amount below nought and `PeriodError` for what is not a year.
    """

    year: int
    basis: Basis
    amount: Money
    split: SplitKey | None = None
    region_split: SplitKey | None = None
    unit: Money = ORE

    def __attrs_post_init__(self) -> None:
        Year(self.year)
        if self.amount < kr(0):
            raise FundingError(f"the contributions start from {self.basis} = {self.amount}; write nought or more")


@frozen(kw_only=True)
class Contributions:
    """
    What each member pays in a year (*bidrag*), exactly, and why; made by `contributions`.

    A read-only collection of amounts by member. A member whose part is yet to be split is not in it; what its party
    pays is in `unsplit`.
    """

    funding: Funding
    parties: Allocation[Party]
    pools: tuple[Pool, ...]
    members: tuple[str, ...]

    @property
    def year(self) -> int:
        """The year that they are for."""
        return self.funding.year

    @property
    def total(self) -> Money:
        """What all pay together."""
        return self.parties.total

    @property
    def by_party(self) -> Mapping[Party, Money]:
        """What each party pays together; a party that does not take part is not there."""
        return self.parties.parts

    @property
    def unsplit(self) -> Mapping[Party, Money]:
        """What the parties pay whose members do not know their parts yet."""
        return ReadOnly({pool.party: pool.amount for pool in self.pools if pool.split is None})

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part, with its quota and its rounding; a municipality that is also treated as a region has two."""
        return tuple(part for pool in self.pools for part in pool.parts)

    @property
    def amounts(self) -> Mapping[str, Money]:
        """What each member pays, in the order of the members; nought for one that pays nothing of its own."""
        waiting = {member for pool in self.pools if pool.split is None for member in pool.members}
        amounts = {member: kr(0) for member in self.members if member not in waiting}
        for split in (pool.split for pool in self.pools if pool.split is not None):
            for member, amount in split.parts.items():
                if member in amounts:
                    amounts[member] += amount
        return ReadOnly(amounts)

    def explain(self, member: str, language: Language = "en") -> str:
        """
        The derivation of what the member pays, step by step, each with its provision.

        Raises `UnknownNameError` for one that is not a member in the year.
        """
        self._known(member)
        amount = self.amounts.get(member)
        own = [pool for pool in self.pools if member in pool.members]
        steps = [_first_step(self), *(step for pool in own for step in pool.steps(member))] if own else [_NOTHING]
        if len(own) > 1 and amount is not None:
            steps.append(Text(en=f"together {amount}", sv=f"tillsammans {amount}"))
        heading = _NOT_KNOWN.to(language) if amount is None else amount
        return "\n".join(
            [f"{member} {self.year}: {heading}", *(f"{n}. {step.to(language)}" for n, step in enumerate(steps, 1))]
        )

    def _known(self, member: str) -> None:
        """Refuse one that is not a member in the year."""
        if member not in self.members:
            raise UnknownNameError(f"member in {self.year}", member, self.members)

    def __getitem__(self, member: str) -> Money:
        self._known(member)
        for pool in self.pools:
            if isinstance(pool.key, ToBeSplit) and member in pool.members:
                raise FundingError(f"the part of {member} is not known: {pool.amount} is {pool.key.reason(member)}")
        return self.amounts[member]

    def __iter__(self) -> Iterator[str]:
        return iter(self.amounts)

    def __len__(self) -> int:
        return len(self.amounts)


_NOT_KNOWN = Text(en="not known yet", sv="ännu inte känt")
_NOTHING = Text(
    en=f"pays nothing of its own: {FORSAKRINGSKASSAN.name} pays the state's half ({law.STATE_SHARE.provision.text.en})",
    sv=f"betalar inget eget: {FORSAKRINGSKASSAN.name} betalar statens hälft ({law.STATE_SHARE.provision.text.sv})",
)


def _first_step(due: Contributions) -> Text:
    """What the contributions are worked out from."""
    basis, amount = due.funding.basis, due.funding.amount
    for pool in due.pools:
        if str(pool.party) == str(basis):
            party, place = pool.party.title, pool.provision.text
            return Text(
                en=f"given: {amount} from {party.en}, which is {pool.share} of {due.total} ({place.en})",
                sv=f"givet: {amount} från {party.sv}, vilket är {pool.share} av {due.total} ({place.sv})",
            )
    return Text(en=f"given: all pay {amount} together", sv=f"givet: alla betalar tillsammans {amount}")


def contributions(
    association: Association,
    *,
    year: int,
    total: Money | None = None,
    state: Money | None = None,
    regions: Money | None = None,
    municipalities: Money | None = None,
    split: SplitKey | None = None,
    region_split: SplitKey | None = None,
    unit: Money = ORE,
) -> Contributions:
    """
    What each member pays (*bidrag*) in a year, from any one of the total and the parties' amounts, under 5 and 5 a §§.

    The act's stages are kept: first the parties, then the members within each, so that the reason for every öre can
    be shown. `split` is the municipalities' key and `region_split` the regions'; every amount is a whole number of
    `unit`.

    Raises `FundingError` where it cannot be worked out, `MembershipError` for a year without members, `LawError` for a
    year for which no wording of the act has been read, and `AllocationError` for an amount that is not a whole number
    of units and for weights that sum to nought.

    >>> bygden = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
    >>> due = contributions(bygden, year=2027, state=kr(2_760_000), split=Shares({"Habo": "60 %", "Mullsjö": "40 %"}))
    >>> due["Habo"], due["Region Jönköpings län"], due.total
    (kr(828_000), kr(1_380_000), kr(5_520_000))
    """
    given = {
        basis: amount
        for basis, amount in zip(Basis, (total, state, regions, municipalities), strict=True)
        if amount is not None
    }
    if len(given) != 1:
        named = " and ".join(given) or "nothing"
        raise FundingError(
            f"one amount is the start, not {named}; write one of {', '.join(f'{each}=' for each in Basis)}"
        )
    [(basis, amount)] = given.items()
    funding = Funding(year=year, basis=basis, amount=amount, split=split, region_split=region_split, unit=unit)
    return contributions_on(association, funding)


def contributions_on(association: Association, funding: Funding) -> Contributions:
    """What each member pays on those terms; raises as `contributions` does."""
    year = Year(funding.year)
    on = year.period.last or year.period.first
    law.PARTIES.on(on)
    members = association.members_in(funding.year)
    if not members:
        formed = f"; it was formed on {association.formed}" if association.formed else ""
        raise MembershipError(f"{association.name} has no members in {year}{formed}")
    payers = _payers(members, on)
    shares = {party: statute.on(on) for party, (statute, _) in payers.items()}
    if funding.basis is Basis.TOTAL:
        total = funding.amount
    elif (own := shares.get(Party(funding.basis))) is not None:
        total = funding.amount * (1 / own)
    else:
        raise FundingError(f"no {funding.basis} take part in {year}; start from the total or from another party")
    parties = allocate(total, shares, unit=funding.unit)
    if funding.basis is not Basis.TOTAL and parties[Party(funding.basis)] != funding.amount:
        raise AllocationError(
            f"{funding.amount} is not a whole number of units of {funding.unit}; choose a unit that divides it"
        )
    return Contributions(
        funding=funding,
        parties=parties,
        pools=tuple(_pool(party, names, statute, parties, funding) for party, (statute, names) in payers.items()),
        members=tuple(member.name for member in members),
    )


Payers = dict[Party, tuple[Dated[Fraction], tuple[str, ...]]]


def _payers(members: tuple[Member, ...], on: date) -> Payers:
    """The parties that pay, each with its statutory share and its members, under 5 and 5 a §§."""
    if not any(member.organisation == FORSAKRINGSKASSAN for member in members):
        raise FundingError(
            f"{FORSAKRINGSKASSAN.name} is not a member in {on.year}, and nobody else pays the state's part "
            f"({law.STATE_SHARE.provision.section})"
        )
    regions = tuple(member.name for member in members if member.party is Party.REGIONS)
    municipalities = tuple(member.name for member in members if member.party is Party.MUNICIPALITIES)
    regionless = tuple(member.name for member in members if _is_regionless(member))
    if not municipalities:
        raise FundingError(_on_nobody("municipality", on.year, law.MUNICIPALITIES_SHARE))
    payers: Payers = {Party.STATE: (law.STATE_SHARE, (FORSAKRINGSKASSAN.name,))}
    if not regions:
        if municipalities != regionless:
            raise FundingError(_on_nobody("region", on.year, law.REGIONS_SHARE))
        return payers | {Party.MUNICIPALITIES: (law.REGIONLESS_ALONE_SHARE, municipalities)}
    if regionless:
        law.REGIONLESS_BESIDE_REGION.on(on)
    if len(regions) > 1 and not law.SEVERAL_REGIONS.on(on):
        since, place = law.SEVERAL_REGIONS.wordings[-1][0], law.SEVERAL_REGIONS.provision.section
        raise LawError(
            f"{len(regions)} regions are members in {on.year}; before {since} only one could take part ({place})"
        )
    payers[Party.REGIONS] = (law.REGIONS_SHARE, regions + regionless)
    payers[Party.MUNICIPALITIES] = (law.MUNICIPALITIES_SHARE, municipalities)
    return payers


def _on_nobody(kind: str, year: int, statute: Dated[Fraction]) -> str:
    """That a party has no members."""
    return f"no {kind} is a member in {year}, and its quarter falls on nobody ({statute.provision.section})"


def _is_regionless(member: Member) -> bool:
    """Whether it is a municipality outside every region."""
    return isinstance(member.organisation, Municipality) and member.organisation.region_code is None


def _pool(
    party: Party, members: tuple[str, ...], statute: Dated[Fraction], parties: Allocation[Party], funding: Funding
) -> Pool:
    """What the party pays, split among its members."""
    amount = parties[party]
    agreement = (law.REGIONS_AGREE if party is Party.REGIONS else law.MUNICIPALITIES_AGREE).provision
    key = {Party.REGIONS: funding.region_split, Party.MUNICIPALITIES: funding.split}.get(party)
    if len(members) == 1 and isinstance(key, ToBeSplit):
        key = None
    if len(members) > 1 and key is None:
        argument = "region_split" if party is Party.REGIONS else "split"
        raise FundingError(
            f"{', '.join(members)} share {amount} as they agree ({agreement.section}); "
            f"say how, as {argument}=Shares({{...}})"
        )
    split = None
    if not isinstance(key, ToBeSplit):
        split = allocate(amount, key.weights(members, amount) if key else dict.fromkeys(members, 1), unit=funding.unit)
    return Pool(
        party=party,
        total=parties.total,
        share=parties.share(party),
        quota=parties.quota(party),
        provision=statute.provision,
        agreement=agreement,
        amount=amount,
        members=members,
        key=key,
        split=split,
    )

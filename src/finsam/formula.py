"""The statutory funding formula: the parties first, then the members within each."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from fractions import Fraction

from attrs import evolve

from finsam import law
from finsam.allocation import NOT_WHOLE_UNITS, ORE, Allocation, allocate
from finsam.association import Association, Member
from finsam.derivation import Contributions, Pool
from finsam.errors import AllocationError, FundingError, LawError, MembershipError, SplitError, at
from finsam.funding import Basis, PartYear, Terms
from finsam.keys import WEIGHTLESS, ByPopulation, Fixed
from finsam.language import NOTHING, Text
from finsam.money import Money, kr
from finsam.organisations import FORSAKRINGSKASSAN, Municipality, Organisation, Party, Region
from finsam.pending import OpenKey, PartlyKnown
from finsam.readonly import ReadOnly
from finsam.split import SplitKey
from finsam.statute import Dated, Provision
from finsam.typed import expect

__all__ = ["Payers", "contributions", "contributions_on", "one_start", "parties_on", "payers_in"]

Payers = Mapping[Party, tuple[Dated[Fraction], tuple[str, ...]]]
"""The parties that pay, each with its statutory share and its members."""

_AGREED = {Party.REGIONS: "region_split", Party.MUNICIPALITIES: "split"}
_AMOUNTS = Fixed | OpenKey


def contributions(
    association: Association,
    year: int,
    *,
    total: Money | None = None,
    state: Money | None = None,
    regions: Money | None = None,
    municipalities: Money | None = None,
    per_inhabitant: Money | None = None,
    split: SplitKey | None = None,
    region_split: SplitKey | None = None,
    unit: Money = ORE,
    part_year: PartYear | None = None,
) -> Contributions:
    """
    What each member pays (*bidrag*) in a year, from any one of the total, the parties' amounts, and what the
    municipalities pay for each of the inhabitants by whom they split, under 5 and 5 a §§.

    The act's stages are kept: first the parties, then the members within each, so that the reason for every öre can
    be shown. `split` is the municipalities' key and `region_split` the regions'; every amount is a whole number of
    `unit`. `part_year` is what is agreed for those who are members for a part of the year only; where nothing is, the
    parts of their party's members are not known.

    Raises `FundingError` where it cannot be worked out, `MembershipError` for a year without members, `LawError` for a
    year for which no wording of the act has been read, and `AllocationError` for an amount that is not a whole number
    of units and for weights that sum to zero.

    >>> bygden = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
    >>> due = contributions(bygden, year=2027, state=kr(2_760_000), split=Shares({"Habo": "60 %", "Mullsjö": "40 %"}))
    >>> due["Habo"], due["Region Jönköpings län"], due.total
    (kr(828_000), kr(1_380_000), kr(5_520_000))
    """
    expect(association, Association, "association")
    if (start := one_start(total, state, regions, municipalities, per_inhabitant)) is None:
        raise FundingError(_ONE_START(given=_NOTHING, bases=tuple(map(str, Basis))))
    basis, amount = start
    expect(unit, Money, "unit")
    terms = Terms(
        year=year,
        basis=basis,
        amount=amount,
        split=split,
        region_split=region_split,
        unit=unit,
        part_year=part_year,
    )
    return contributions_on(association, terms)


def one_start(*amounts: Money | None) -> tuple[Basis, Money] | None:
    """
    The one amount that is given, in the order of `Basis`, and what it is the amount of; None where none is.

    Raises `FundingError` for several, and `WrongTypeError` for what is no amount.
    """
    given = {basis: amount for basis, amount in zip(Basis, amounts, strict=True) if amount is not None}
    if len(given) > 1:
        raise FundingError(_ONE_START(given=tuple(map(str, given)), bases=tuple(map(str, Basis))))
    for basis, amount in given.items():
        expect(amount, Money, basis.value)
        return basis, amount
    return None


def contributions_on(association: Association, terms: Terms) -> Contributions:
    """What each member pays on those terms; raises as `contributions` does."""
    payers = payers_in(association, terms.year)
    parties = parties_on(payers, terms)
    return Contributions(
        terms=terms,
        parties=parties,
        pools=tuple(_pool(party, payers, parties, terms, association) for party in payers),
        members=tuple(member.name for member in association.members_in(terms.year)),
    )


def parties_on(payers: Payers, terms: Terms) -> Allocation[Party]:
    """What each party pays together on those terms; raises as `contributions` does."""
    shares = {party: statute.in_year(terms.year) for party, (statute, _) in payers.items()}
    start, amount = _start(terms, shares)
    parties = allocate(amount if start is None else amount * (1 / shares[start]), shares, unit=terms.unit)
    if start is not None and parties[start] != amount:
        raise AllocationError(NOT_WHOLE_UNITS(amount=amount, unit=terms.unit))
    return parties


def _start(terms: Terms, parties: Collection[Party]) -> tuple[Party | None, Money]:
    """The party that the contributions start from and what it pays; None and the total where they start from that."""
    if terms.basis is Basis.TOTAL:
        return None, terms.amount
    party, amount = Party.MUNICIPALITIES, terms.amount
    if terms.basis is not Basis.PER_INHABITANT:
        party = Party(terms.basis)
    elif isinstance(terms.split, ByPopulation):
        amount *= terms.split.heads
    else:
        raise FundingError(at(_NO_INHABITANTS(year=terms.year), terms.basis, str(terms.year)))
    if party not in parties:
        raise FundingError(at(_NO_SUCH_PARTY(party=party, year=terms.year), terms.basis, str(terms.year)))
    return party, amount


def payers_in(association: Association, year: int) -> Payers:
    """
    The parties that pay in a year, each with its statutory share and its members, under 5 and 5 a §§; raises as
    `contributions` does.
    """
    members = _members_in(association, year)
    regions, municipalities = _names(members, Region), _names(members, Municipality)
    regionless = tuple(member.name for member in members if member.is_regionless)
    if not municipalities:
        raise FundingError(_on_nobody(_NO_MUNICIPALITY, year, law.MUNICIPALITIES_SHARE))
    state = (law.STATE_SHARE, (FORSAKRINGSKASSAN.name,))
    if not regions:
        if municipalities != regionless:
            raise FundingError(_on_nobody(_NO_REGION, year, law.REGIONS_SHARE))
        return {Party.STATE: state, Party.MUNICIPALITIES: (law.REGIONLESS_ALONE_SHARE, municipalities)}
    if regionless:
        law.REGIONLESS_BESIDE_REGION.in_year(year)
    most = law.MOST_REGIONS.in_year(year)
    if most is not None and len(regions) > most:
        section = law.MOST_REGIONS.provision_in(year).section
        raise LawError(_TOO_MANY_REGIONS(number=len(regions), year=year, most=most, section=section))
    return {
        Party.STATE: state,
        Party.REGIONS: (law.REGIONS_SHARE, regions + regionless),
        Party.MUNICIPALITIES: (law.MUNICIPALITIES_SHARE, municipalities),
    }


def _members_in(association: Association, year: int) -> tuple[Member[Organisation], ...]:
    """Those who are members in a year of which the law is known; the one who pays for the state is among them."""
    law.PARTIES.in_year(year)
    members = association.members_in(year)
    if not members:
        formed = NOTHING if association.formed is None else _FORMED(day=association.formed)
        raise MembershipError(_NO_MEMBERS(association=association.name, year=year, formed=formed))
    if FORSAKRINGSKASSAN not in [member.organisation for member in members]:
        raise FundingError(_on_nobody(_NO_AGENCY, year, law.STATE_SHARE))
    return members


def _names(members: Iterable[Member[Organisation]], kind: type[Organisation]) -> tuple[str, ...]:
    """Those of the members that are municipalities, or regions."""
    return tuple(member.name for member in members if isinstance(member.organisation, kind))


def _on_nobody(missing: Text, year: int, statute: Dated[Fraction]) -> Text:
    """That a party has no members."""
    return missing(year=year, share=str(statute.in_year(year)), section=statute.provision_in(year).section)


def _pool(party: Party, payers: Payers, parties: Allocation[Party], terms: Terms, association: Association) -> Pool:
    """What the party pays, split among its members."""
    statute, members = payers[party]
    amount = parties[party]
    kind = _AGREED.get(party)
    key: SplitKey | None = None if kind is None else getattr(terms, kind)
    parts: Mapping[str, Fraction] = {}
    if not isinstance(key, _AMOUNTS):  # by which each pays what it says
        members, parts = _by_the_agreement(members, terms, association)
    agreement = _agreement(party, payers, terms.year)
    if len(members) == 1 and isinstance(key, OpenKey):
        key = None
    if len(members) > 1 and key is None:
        raise FundingError(_SAY_HOW(names=members, amount=amount, section=agreement.section, key=kind))
    unsaid = bool(parts) and terms.part_year is None
    split = None
    if key is None:
        split = Allocation({members[0]: amount}, total=amount, unit=terms.unit, weights=ReadOnly({members[0]: 1}))
    elif not unsaid:
        split = _split(key, kind, members, amount, terms.unit, parts)
    return Pool(
        party=party,
        parties=parties,
        provision=statute.provision_in(terms.year),
        agreement=agreement,
        members=members,
        key=key,
        split=split,
        parts_of_year=ReadOnly(parts),
    )


def _by_the_agreement(
    members: tuple[str, ...], terms: Terms, association: Association
) -> tuple[tuple[str, ...], Mapping[str, Fraction]]:
    """Those who share, and how much of the year counts for each of whom not all of it does."""
    of = association.movers
    parts = {name: association.part_of(terms.year, of[name]) for name in members if name in of}
    parts = {name: part for name, part in parts.items() if part != 1}
    if not parts or (len(parts) == len(members) and len({*parts.values()}) == 1):
        return members, {}
    if terms.part_year is PartYear.NEXT_YEAR:
        late = [name for name in parts if _joins_in(terms.year, of[name], association)]
        return tuple(name for name in members if name not in late) or members, {}
    return members, {} if terms.part_year is PartYear.WHOLE_YEAR else parts


def _joins_in(year: int, member: Member[Organisation], association: Association) -> bool:
    """Whether somebody joins within the year, after the association was there."""
    return member.joined is not None and member.joined > max(date(year, 1, 1), association.formed or date.min)


def _split(
    key: SplitKey,
    kind: str | None,
    members: tuple[str, ...],
    amount: Money,
    unit: Money,
    parts: Mapping[str, Fraction],
) -> Allocation[str] | None:
    """What the key gives each; None where that is not known. What does not fit is told under that key of the terms."""
    try:
        if isinstance(key, PartlyKnown):
            key.require(members, amount)
        if isinstance(key, OpenKey):
            return None
        weights = key.weights(members, amount)
        if parts:
            weights = {name: parts.get(name, Fraction(1)) * weight for name, weight in weights.items()}
        if not any(weights.values()):
            if amount != kr(0):
                raise SplitError(WEIGHTLESS(names=members))
            weights = dict.fromkeys(members, 1)  # of nothing each pays nothing
        return allocate(amount, weights, unit=unit)
    except SplitError as error:
        raise SplitError(*(evolve(each, path=(kind, *each.path)) for each in error.problems if kind)) from None


def _agreement(party: Party, payers: Payers, year: int) -> Provision:
    """Where the act lets them share as they agree: also with a municipality that is treated as a region."""
    if party is not Party.REGIONS:
        return law.MUNICIPALITIES_AGREE.provision_in(year)
    in_both = {*payers[Party.REGIONS][1]} & {*payers[Party.MUNICIPALITIES][1]}
    return (law.REGIONLESS_BESIDE_REGION if in_both else law.REGIONS_AGREE).provision_in(year)


_ONE_START = Text(
    en="one amount is the start, not {given}; give one of {bases}",
    sv="ett belopp är utgångspunkten, inte {given}; ange ett av {bases}",
)
_NOTHING = Text(en="nothing", sv="inget")
_NO_MEMBERS = Text(
    en="{association} has no members in {year}{formed}", sv="{association} har inga medlemmar {year}{formed}"
)
_FORMED = Text(en="; it was formed on {day}", sv="; det bildades {day}")
_NO_SUCH_PARTY = Text(
    en="no part of {party} is paid in {year}; start from the total or from another party",
    sv="{party} deltar inte {year}; utgå från totalen eller från en annan part",
)
_NO_INHABITANTS = Text(
    en="so much per inhabitant is known for {year} only where the municipalities split by population",
    sv="så mycket per invånare är känt för {year} bara där kommunerna fördelar efter befolkning",
)
_NO_AGENCY = Text(
    en="Försäkringskassan is not a member in {year}, and nobody else pays the state's {share} ({section})",
    sv="Försäkringskassan är inte medlem {year}, och ingen annan betalar statens {share} ({section})",
)
_NO_MUNICIPALITY = Text(
    en="no municipality is a member in {year}, and its {share} falls on nobody ({section})",
    sv="ingen kommun är medlem {year}, och ingen annan betalar dess {share} ({section})",
)
_NO_REGION = Text(
    en="no region is a member in {year}, and its {share} falls on nobody ({section})",
    sv="ingen region är medlem {year}, och ingen annan betalar dess {share} ({section})",
)
_TOO_MANY_REGIONS = Text(
    en="{number} regions are members in {year}, when only {most} could take part ({section})",
    sv="{number} regioner är medlemmar {year}, då bara {most} kunde delta ({section})",
)
_SAY_HOW = Text(
    en="{names} share {amount} as they agree ({section}); say how under {key}",
    sv="{names} delar {amount} som de kommer överens om ({section}); skriv hur under {key}",
)

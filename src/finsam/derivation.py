"""What each member pays (*bidrag*), and how it comes about (*härledning*): every stage, quota and rounding."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, TypeVar

from attrs import frozen

from finsam.allocation import Allocation
from finsam.errors import FundingError, UnknownNameError
from finsam.funding import Basis, Terms
from finsam.keys import ByPopulation
from finsam.language import Language, Text
from finsam.money import Money, Unrounded, kr
from finsam.organisations import AGENCIES, FORSAKRINGSKASSAN, Party, member_name
from finsam.pending import OpenKey, PartlyKnown
from finsam.readonly import ReadOnly
from finsam.split import SplitKey
from finsam.statute import Provision

__all__ = ["Contributions", "Part", "Pool", "before_rounding", "rounded"]

K = TypeVar("K")


@frozen(kw_only=True)
class Part:
    """
    A member's part of what its party pays: the exact share of that, the quota, and what rounding added to the quota.

    `quota` and `rounding` are in öre; their sum is the amount.
    """

    member: str
    party: Party
    share: Fraction
    quota: Fraction
    rounding: Fraction
    amount: Money


@frozen(kw_only=True)
class Pool:
    """
    What a party's members pay together (*pott*), and how they share it.

    `parties` is the split in which it is one, `share` the party's statutory share, `quota` what that is in öre before
    any rounding, and `provision` where it stands; `agreement` is where the act lets them share as they agree. `key` is
    None where one member pays it all, and `split` is None where it is yet to be split. `parts_of_year` is how
    much of the year counts for each who is not a member for all of it, as agreed.
    """

    party: Party
    parties: Allocation[Party]
    provision: Provision
    agreement: Provision
    members: tuple[str, ...]
    key: SplitKey | None
    split: Allocation[str] | None
    parts_of_year: Mapping[str, Fraction] = ReadOnly()

    @property
    def total(self) -> Money:
        """What all parties pay."""
        return self.parties.total

    @property
    def amount(self) -> Money:
        """What the party pays."""
        return self.parties[self.party]

    @property
    def share(self) -> Fraction:
        """The party's statutory share of the total."""
        return self.parties.share(self.party)

    @property
    def quota(self) -> Fraction:
        """What the party would pay if nothing were rounded, in öre."""
        return self.parties.quota(self.party)

    @property
    def why(self) -> Text | None:
        """Why the members' parts are not known; None where they are."""
        if isinstance(self.key, OpenKey):
            return self.key.why
        return _PART_OF_YEAR(names=tuple(self.parts_of_year)) if self.split is None else None

    @property
    def known(self) -> Mapping[str, Money]:
        """What members pay whose part is known though those of the others are not."""
        return self.key.known if isinstance(self.key, PartlyKnown) else ReadOnly()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The members' parts; none where it is yet to be split."""
        if (split := self.split) is None:
            return ()
        return tuple(
            Part(
                member=member,
                party=self.party,
                share=split.share(member),
                quota=split.quota(member),
                rounding=split.rounding(member),
                amount=amount,
            )
            for member, amount in split.items()
        )

    def steps(self, member: str) -> list[Text]:
        """How the party's amount comes about, and the member's part of it, a sentence a step."""
        place, quota = self.provision.text, before_rounding(self.quota)
        steps = [_TOGETHER[self.party](share=str(self.share), total=self.total, quota=quota, provision=place)]
        if self.amount.ore != self.quota:
            steps.append(rounded(self.parties, self.party))
        if self.key is not None:
            steps += self._member_steps(member, self.key)
        return steps

    def _member_steps(self, member: str, key: SplitKey) -> list[Text]:
        """The member's part of the amount."""
        if (known := self.known.get(member)) is not None:
            return [_KNOWN(member=member, known=known, amount=self.amount, provision=self.agreement.text)]
        if self.split is None or isinstance(key, OpenKey):
            return [_WAITING(amount=self.amount, why=self.why or _NOT_KNOWN)]
        reason = key.reason(member)
        if self.parts_of_year:
            counted = tuple(_COUNTED(name=name, part=str(part)) for name, part in self.parts_of_year.items())
            reason = _BY_DAYS(why=reason, counted=counted)
        quota = self.split.quota(member)
        steps = [_PART(why=reason, amount=self.amount, quota=before_rounding(quota), provision=self.agreement.text)]
        if self.split[member].ore != quota:
            steps.append(rounded(self.split, member))
        return steps


def before_rounding(quota: Fraction) -> Text | Unrounded:
    """A quota in öre, and that it is before rounding where the words cannot show all of it."""
    return Unrounded(quota) if quota.denominator == 1 else _NEARLY(quota=Unrounded(quota))


def rounded(split: Allocation[K], key: K) -> Text:
    """What the rounding did, and what decided that."""
    up = abs(split[key].ore) > abs(split.quota(key))
    return _ROUNDED[up, split.tie(key)](unit=split.unit, amount=split[key])


@frozen(kw_only=True, slots=False, init=False, repr=False, eq=False)
class Contributions(ReadOnly[str, Money]):
    """
    What each member pays in a year (*bidrag*), exactly, and why; made by `contributions`.

    A dict of amounts by member, in the order of the members, which cannot be changed; zero for one that pays nothing
    of its own. A member whose part is yet to be split is not in it; what its party pays is in `unsplit`.
    """

    terms: Terms
    parties: Allocation[Party]
    pools: tuple[Pool, ...]
    members: tuple[str, ...]

    def __init__(
        self,
        amounts: Mapping[str, Money] | None = None,
        *,
        terms: Terms,
        parties: Allocation[Party],
        pools: tuple[Pool, ...],
        members: tuple[str, ...],
    ) -> None:
        super().__init__(_amounts(pools, members) if amounts is None else amounts)
        self.__attrs_init__(terms=terms, parties=parties, pools=pools, members=members)

    @property
    def amounts(self) -> Mapping[str, Money]:
        """What each member pays, and nothing else."""
        return ReadOnly(self)

    @property
    def year(self) -> int:
        """The year that they are for."""
        return self.terms.year

    @property
    def total(self) -> Money:
        """What all pay together."""
        return self.parties.total

    @property
    def by_party(self) -> Mapping[Party, Money]:
        """What each party pays together; a party that does not take part is not there."""
        return self.parties

    @property
    def unsplit(self) -> Mapping[Party, Money]:
        """What the parties pay whose members do not know their parts yet."""
        return ReadOnly({pool.party: pool.amount for pool in self.pools if pool.split is None})

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part, with its quota and its rounding; a municipality that is also treated as a region has two."""
        return tuple(part for pool in self.pools for part in pool.parts)

    def derivation(self, member: str) -> tuple[Text, ...]:
        """
        How what the member pays comes about, step by step, each with its provision.

        Raises `UnknownNameError` for one that is not a member in the year.
        """
        member = self._known(member)
        amount = self.get(member)
        own = [pool for pool in self.pools if member in pool.members]
        heading = _HEADING(member=member, year=self.year, amount=_NOT_KNOWN if amount is None else amount)
        if not own and member not in [each.name for each in AGENCIES]:
            return heading, _NOT_YET(year=self.year + 1)
        if not own:
            [state] = [pool for pool in self.pools if pool.party is Party.STATE]
            return heading, _PAYS_NOTHING(payer=FORSAKRINGSKASSAN.name, provision=state.provision.text)
        steps = [heading, _start(self), *(step for pool in own for step in pool.steps(member))]
        if len(own) > 1 and amount is not None:
            steps.append(_IN_ALL(amount=amount))
        return tuple(steps)

    def explain(self, member: str, language: Language = "en") -> str:
        """The derivation as text, a line a step; raises as `derivation` does."""
        heading, *steps = [step.to(language) for step in self.derivation(member)]
        return "\n".join([heading, *(f"{number}. {step}" for number, step in enumerate(steps, 1))])

    def _known(self, member: str) -> str:
        """The member's name as it stands here; refuse one that is not a member in the year."""
        name = member if member in self.members else member_name(str(member))
        if name not in self.members:
            raise UnknownNameError(_NO_MEMBER, member, self.members)
        return name

    def __missing__(self, member: str) -> Money:
        known = self._known(member)
        for pool in self.pools:
            if pool.why is not None and known in pool.members and known not in pool.known:
                raise FundingError(_NOT_SPLIT(member=known, amount=pool.amount, why=pool.why))
        return self[known]

    def get(self, member: str, default: Any = None) -> Any:
        """What the member pays; the default for one that is no member or whose part is not known."""
        return super().get(member if super().__contains__(member) else member_name(str(member)), default)

    def __contains__(self, member: object) -> bool:
        return super().__contains__(member) or (isinstance(member, str) and super().__contains__(member_name(member)))


def _amounts(pools: Iterable[Pool], members: Iterable[str]) -> dict[str, Money]:
    """What each member pays in all, without those whose part is yet to be split."""
    waiting = {member for pool in pools if pool.split is None for member in pool.members if member not in pool.known}
    amounts = dict.fromkeys((member for member in members if member not in waiting), kr(0))
    for pool in pools:
        for member, amount in (pool.known if pool.split is None else pool.split).items():
            if member in amounts:
                amounts[member] += amount
    return amounts


def _start(due: Contributions) -> Text:
    """What the contributions are worked out from."""
    basis, amount = due.terms.basis, due.terms.amount
    for pool in due.pools:
        given = {"share": str(pool.share), "total": due.total, "provision": pool.provision.text}
        if pool.party.value == basis.value:
            return _FROM_PARTY(amount=amount, party=pool.party, **given)
        if basis is Basis.PER_INHABITANT and pool.party is Party.MUNICIPALITIES and isinstance(pool.key, ByPopulation):
            return _PER_HEAD(amount=amount, heads=pool.key.heads, together=pool.amount, **given)
    return _FROM_ALL(amount=amount)


_TOGETHER = {
    Party.STATE: Text(
        en="the state's part: {share} of {total} is {quota} ({provision})",
        sv="statens del: {share} av {total} är {quota} ({provision})",
    ),
    Party.REGIONS: Text(
        en="the regions' part: {share} of {total} is {quota} ({provision})",
        sv="regionernas del: {share} av {total} är {quota} ({provision})",
    ),
    Party.MUNICIPALITIES: Text(
        en="the municipalities' part: {share} of {total} is {quota} ({provision})",
        sv="kommunernas del: {share} av {total} är {quota} ({provision})",
    ),
}
_NEARLY = Text(en="{quota} before rounding", sv="{quota} före avrundning")
_WAITING = Text(en="{amount} is {why}", sv="{amount} {why}")
_KNOWN = Text(
    en="of {amount} {member} pays {known} (as agreed, {provision})",
    sv="av {amount} betalar {member} {known} (enligt överenskommelse, {provision})",
)
_PART = Text(
    en="{why}; of {amount} that is {quota} (as agreed, {provision})",
    sv="{why}; av {amount} blir det {quota} (enligt överenskommelse, {provision})",
)
_ROUNDED = {
    (True, None): Text(
        en="rounded up to {amount}: what is left over goes, {unit} each, to the largest remainders",
        sv="avrundas uppåt till {amount}: det som blir över går, {unit} var, till dem med störst rest",
    ),
    (False, None): Text(
        en="rounded down to {amount}: what is left over goes, {unit} each, to those with a larger remainder",
        sv="avrundas nedåt till {amount}: det som blir över går, {unit} var, till dem med större rest",
    ),
    (True, "weight"): Text(
        en="rounded up to {amount}: the remainder is as large as another's, and {unit} goes to the larger share",
        sv="avrundas uppåt till {amount}: resten är lika stor som en annans, och {unit} går till den större andelen",
    ),
    (False, "weight"): Text(
        en="rounded down to {amount}: the remainder is as large as another's, and {unit} goes to the larger share",
        sv="avrundas nedåt till {amount}: resten är lika stor som en annans, och {unit} går till den större andelen",
    ),
    (True, "order"): Text(
        en="rounded up to {amount}: remainder and share are as large as another's, and {unit} goes by the alphabet",
        sv="avrundas uppåt till {amount}: rest och andel är lika stora som en annans, och {unit} ges i bokstavsordning",
    ),
    (False, "order"): Text(
        en="rounded down to {amount}: remainder and share are as large as another's, and {unit} goes by the alphabet",
        sv="avrundas nedåt till {amount}: rest och andel är lika stora som en annans, och {unit} ges i bokstavsordning",
    ),
}
_PART_OF_YEAR = Text(
    en="not split, since it is not said what {names} pay for a part of the year",
    sv="är inte fördelat, eftersom det inte framgår vad {names} betalar för en del av året",
)
_COUNTED = Text(en="{name} {part}", sv="{name} {part}")
_BY_DAYS = Text(
    en="{why}; by days, of the year there count: {counted}", sv="{why}; efter antal dagar räknas av året: {counted}"
)
_NOT_YET = Text(
    en="joins within the year, and pays from {year} (as agreed)",
    sv="går med under året, och betalar från {year} (enligt överenskommelse)",
)
_HEADING = Text(en="{member} {year}: {amount}", sv="{member} {year}: {amount}")
_NOT_KNOWN = Text(en="not known yet", sv="ännu inte känt")
_PAYS_NOTHING = Text(
    en="pays nothing of its own: {payer} pays the whole part of the state ({provision})",
    sv="betalar inget eget: {payer} betalar hela statens del ({provision})",
)
_IN_ALL = Text(en="together {amount}", sv="tillsammans {amount}")
_NO_MEMBER = Text(en='there is no member "{name}" that year', sv='det finns ingen medlem "{name}" det året')
_NOT_SPLIT = Text(
    en="the part of {member} is not known: {amount} is {why}", sv="det {member} betalar är inte känt: {amount} {why}"
)
_FROM_PARTY = Text(
    en="given: {amount} from {party}, which is {share} of {total} ({provision})",
    sv="utgångspunkt: {amount} från {party}, vilket är {share} av {total} ({provision})",
)
_PER_HEAD = Text(
    en="given: {amount} for each of {heads} inhabitants, which is {together} from the municipalities, "
    "{share} of {total} ({provision})",
    sv="utgångspunkt: {amount} för var och en av {heads} invånare, vilket är {together} från kommunerna, "
    "{share} av {total} ({provision})",
)
_FROM_ALL = Text(en="given: all pay {amount} together", sv="utgångspunkt: medlemmarna betalar tillsammans {amount}")

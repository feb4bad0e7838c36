"""The coordination association (*samordningsförbund*) and its members."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Generic, TypeVar

from attrs import frozen

from finsam.errors import MembershipError, Problem, UnknownNameError, at
from finsam.language import Text, folded
from finsam.organisations import (
    AGENCIES,
    Agency,
    Municipality,
    Organisation,
    OrganisationNumber,
    Party,
    Region,
    member_name,
    municipality,
)
from finsam.organisations import region as region_named
from finsam.period import calendar_year
from finsam.place import Path
from finsam.readonly import ReadOnly
from finsam.typed import typed

__all__ = ["KINDS", "Association", "Member"]

O = TypeVar("O", Agency, Municipality, Region)  # noqa: E741
O_co = TypeVar("O_co", bound=Organisation, covariant=True)

KINDS: Mapping[str, type[Organisation]] = ReadOnly(
    {"municipalities": Municipality, "regions": Region, "agencies": Agency}
)
"""The kinds of members, by the field of an association, each with what its organisations are."""


@frozen(kw_only=True, field_transformer=typed)
class Member(Generic[O_co]):
    """
    A member (*medlem*): an organisation, with the day it joined and the last day it was a member.

    `joined` is None for a member since the formation, and `left` for one that has not left. `notice` is the day on
    which it gave notice that it leaves. Raises `MembershipError` for one that left or gave notice before it joined, and
    for one that gave notice after it left.
    """

    organisation: O_co
    joined: date | None = None
    left: date | None = None
    notice: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.joined and self.left and self.left < self.joined:
            raise MembershipError(_LEFT_FIRST(name=self.name, left=self.left, joined=self.joined))
        if self.joined and self.notice and self.notice < self.joined:
            raise MembershipError(at(_TOO_EARLY(name=self.name, notice=self.notice, joined=self.joined), "notice"))
        if self.left and self.notice and self.left < self.notice:
            raise MembershipError(at(_TOO_LATE(name=self.name, notice=self.notice, left=self.left), "notice"))

    @property
    def name(self) -> str:
        """The organisation's name."""
        return self.organisation.name

    @property
    def party(self) -> Party:
        """The party to which it belongs."""
        return self.organisation.party

    @property
    def is_regionless(self) -> bool:
        """Whether it is a municipality outside every region."""
        return isinstance(self.organisation, Municipality) and self.organisation.region_code is None


_BOTH_AGENCIES = tuple(Member(organisation=each) for each in AGENCIES)


@frozen(kw_only=True, field_transformer=typed)
class Association:
    """
    A coordination association (*samordningsförbund*): a legal person under lagen (2003:1210), and its members over
    time.

    `formed` is the day it was formed; None where it is not known. `formed_from` are the names of the associations that
    it was formed from (*bildat av*), and whose years it keeps; none for a new one. Raises `MembershipError` for two
    members of one name, for one who joined or left before the formation, for one that is formed from itself or from the
    same twice, and for one that is formed from others without the day. That a party is missing is unlawful, not
    impossible: `finsam.check` finds it.
    """

    name: str
    formed: date | None = None
    formed_from: tuple[str, ...] = ()
    organisation_number: OrganisationNumber | None = None
    municipalities: tuple[Member[Municipality], ...] = ()
    regions: tuple[Member[Region], ...] = ()
    agencies: tuple[Member[Agency], ...] = _BOTH_AGENCIES

    def __attrs_post_init__(self) -> None:
        if problems := tuple(_misfits(self)):
            raise MembershipError(*problems)

    @classmethod
    def of(
        cls,
        name: str,
        *,
        municipalities: str | Municipality | Member[Municipality] | Iterable[str | Municipality | Member[Municipality]],
        region: str | Region | Member[Region] | None = None,
        regions: Iterable[str | Region | Member[Region]] = (),
        formed: date | None = None,
        formed_from: Iterable[str] = (),
        organisation_number: str | None = None,
    ) -> "Association":
        """
        An association of those municipalities and regions, by name, code or value, and of the two agencies of the
        state.

        Raises `UnknownNameError` for a name that is in no register.

        >>> bygden = Association.of("Exempelbygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
        >>> [member.name for member in bygden.members_in(2027)]
        ['Habo', 'Mullsjö', 'Region Jönköpings län', 'Försäkringskassan', 'Arbetsförmedlingen']
        """
        several = [municipalities] if isinstance(municipalities, str | Municipality | Member) else municipalities
        return cls(
            name=name,
            formed=formed,
            formed_from=formed_from,  # type: ignore[arg-type]  # which a list of becomes a tuple, and text is refused
            organisation_number=None if organisation_number is None else OrganisationNumber(organisation_number),
            municipalities=tuple(_member(each, municipality) for each in several),
            regions=tuple(_member(each, region_named) for each in (*(() if region is None else (region,)), *regions)),
        )

    @property
    def members(self) -> tuple[Member[Organisation], ...]:
        """Everyone who is or was a member: the municipalities, the regions and the agencies."""
        return (*self.municipalities, *self.regions, *self.agencies)

    @cached_property
    def movers(self) -> Mapping[str, Member[Organisation]]:
        """Those who joined after the formation or have left, by their names."""
        return ReadOnly({member.name: member for member in self.members if member.joined or member.left})

    def members_in(self, year: int) -> tuple[Member[Organisation], ...]:
        """Those who are members on some day of the year."""
        calendar_year(year)  # which refuses what is none
        first, last, formed = date(year, 1, 1), date(year, 12, 31), self.formed or date.min
        return tuple(
            member
            for member in self.members
            if (member.joined or formed) <= last and (member.left or date.max) >= first
        )

    def members_on(self, day: date) -> tuple[Member[Organisation], ...]:
        """Those who are members on a day."""
        formed = self.formed or date.min
        return tuple(member for member in self.members if (member.joined or formed) <= day <= (member.left or date.max))

    def part_of(self, year: int, member: Member[Organisation]) -> Fraction:
        """For how much of a year, or of the part of it in which there is an association, somebody is a member."""
        first, last = max(date(year, 1, 1), self.formed or date.min), date(year, 12, 31)
        days = (min(member.left or last, last) - max(member.joined or first, first)).days + 1
        return Fraction(max(days, 0), (last - first).days + 1)

    def member(self, name: str) -> Member[Organisation]:
        """The member of that name, however it is written; raises `UnknownNameError`, which suggests the nearest."""
        known = member_name(name)
        for member in self.members:
            if member.name == known or member.name.casefold() == name.casefold():
                return member
        raise UnknownNameError(_NO_MEMBER, name, [member.name for member in self.members])


def _member(given: str | O | Member[O], named: Callable[[str], O]) -> Member[O]:
    """The member that was meant."""
    if isinstance(given, Member):
        return given
    return Member(organisation=given if isinstance(given, Organisation) else named(given))


def _misfits(association: Association) -> Iterator[Problem]:
    """Why they cannot be the members of one association, or it not be formed from those."""
    yield from _impossibly_formed(association)
    named: set[str] = set()
    for path, member in _placed(association):
        if member.name in named:
            yield at(_TWICE(name=member.name, association=association.name), *path)
        named.add(member.name)
        for day, verb in ((member.joined, _JOIN), (member.left, _LEAVE), (member.notice, _GIVE_NOTICE)):
            if association.formed and day and day < association.formed:
                values = {"name": member.name, "association": association.name, "formed": association.formed}
                yield at(verb(day=day, **values), *path)


def _impossibly_formed(association: Association) -> Iterator[Problem]:
    """Why it cannot be formed from the associations that it names."""
    if association.formed_from and association.formed is None:
        yield at(_ON_WHICH_DAY(association=association.name), "formed_from")
    seen: set[str] = set()
    for index, name in enumerate(association.formed_from):
        if folded(name) == folded(association.name):
            yield at(_FROM_ITSELF(association=association.name), "formed_from", index)
        elif folded(name) in seen:
            yield at(_FROM_TWICE(name=name), "formed_from", index)
        seen.add(folded(name))


def _placed(association: Association) -> Iterator[tuple[Path, Member[Organisation]]]:
    """Every member, each with its place."""
    for kind in KINDS:
        for index, member in enumerate(getattr(association, kind)):
            yield (kind, index), member


_NO_MEMBER = Text(en='there is no member "{name}"', sv='det finns ingen medlem "{name}"')
_LEFT_FIRST = Text(
    en="{name} cannot leave on {left}, before it joined on {joined}",
    sv="{name} kan inte lämna {left}, innan den gick med {joined}",
)
_TOO_EARLY = Text(
    en="{name} cannot give notice on {notice}, before it joined on {joined}",
    sv="{name} kan inte säga upp sig {notice}, innan den gick med {joined}",
)
_TOO_LATE = Text(
    en="{name} cannot give notice on {notice}, after it left on {left}",
    sv="{name} kan inte säga upp sig {notice}, efter att den lämnade {left}",
)
_TWICE = Text(
    en="{name} is a member of {association} twice; write it once",
    sv="{name} är medlem i {association} två gånger; skriv den en gång",
)
_JOIN = Text(
    en="{name} cannot join on {day}, before {association} was formed on {formed}",
    sv="{name} kan inte gå med {day}, innan {association} bildades {formed}",
)
_LEAVE = Text(
    en="{name} cannot leave on {day}, before {association} was formed on {formed}",
    sv="{name} kan inte lämna {day}, innan {association} bildades {formed}",
)
_GIVE_NOTICE = Text(
    en="{name} cannot give notice on {day}, before {association} was formed on {formed}",
    sv="{name} kan inte säga upp sig {day}, innan {association} bildades {formed}",
)
_ON_WHICH_DAY = Text(
    en="{association} is formed from others; write under formed on which day",
    sv="{association} är bildat av andra; skriv under formed vilken dag",
)
_FROM_ITSELF = Text(
    en="{association} cannot be formed from itself; write the names that the others had",
    sv="{association} kan inte vara bildat av sig självt; skriv de namn som de andra hade",
)
_FROM_TWICE = Text(en="{name} stands here twice; write it once", sv="{name} står här två gånger; skriv det en gång")

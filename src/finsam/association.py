"""The coordination association (*samordningsförbund*) and its members."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from finsam.errors import MembershipError, UnknownNameError
from finsam.organisations import (
    ARBETSFORMEDLINGEN,
    FORSAKRINGSKASSAN,
    Municipality,
    Organisation,
    OrganisationNumber,
    Party,
    Region,
)
from finsam.period import Period, Year
from finsam.registry import municipality, region

__all__ = ["Association", "Member"]


@frozen(kw_only=True)
class Member:
    """
    A member (*medlem*): an organisation, with the day it joined and the last day it was a member.

    `joined` is None for a member since the formation, and `left` for one that has not left.
    """

    organisation: Organisation
    joined: date | None = None
    left: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.joined and self.left and self.left < self.joined:
            raise MembershipError(f"{self.name} cannot leave on {self.left}, before it joined on {self.joined}")

    @property
    def name(self) -> str:
        """The organisation's name."""
        return self.organisation.name

    @property
    def party(self) -> Party:
        """The party to which it belongs."""
        return self.organisation.party


@frozen(kw_only=True)
class Association:
    """
    A coordination association (*samordningsförbund*): a legal person under lag (2003:1210), and its members over time.

    `formed` is the day it was formed; None where it is not known. Raises `MembershipError` for two members of one
    name and for one who joined or left before the formation. That a party is missing is unlawful, not impossible:
    `finsam.check` finds it.
    """

    name: str
    members: tuple[Member, ...]
    formed: date | None = None
    number: OrganisationNumber | None = None

    def __attrs_post_init__(self) -> None:
        names = [member.name for member in self.members]
        for name in names:
            if names.count(name) > 1:
                raise MembershipError(f"{name} is a member of {self.name} twice; write it once")
        for member in self.members:
            if self.formed and member.joined and member.joined < self.formed:
                raise MembershipError(
                    f"{member.name} cannot join on {member.joined}, before {self.name} was formed on {self.formed}"
                )
            if self.formed and member.left and member.left < self.formed:
                raise MembershipError(
                    f"{member.name} cannot leave on {member.left}, before {self.name} was formed on {self.formed}"
                )

    @classmethod
    def of(
        cls,
        name: str,
        *,
        municipalities: Iterable[str | Municipality | Member],
        region: str | Region | Member | None = None,
        regions: Iterable[str | Region | Member] = (),
        formed: date | None = None,
        number: str | None = None,
    ) -> "Association":
        """
        An association of those municipalities and regions, by name, code or value, and of the two agencies of the
        state.

        Raises `UnknownNameError` for a name that is in no register.

        >>> bygden = Association.of("Exempelbygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
        >>> [member.name for member in bygden.members_in(2027)]
        ['Habo', 'Mullsjö', 'Region Jönköpings län', 'Försäkringskassan', 'Arbetsförmedlingen']
        """
        every_region = [*([region] if region is not None else []), *regions]
        return cls(
            name=name,
            members=(
                *(_municipality(each) for each in municipalities),
                *(_region(each) for each in every_region),
                Member(organisation=FORSAKRINGSKASSAN),
                Member(organisation=ARBETSFORMEDLINGEN),
            ),
            formed=formed,
            number=None if number is None else OrganisationNumber(number),
        )

    def members_in(self, year: int) -> tuple[Member, ...]:
        """Those who are members on some day of the year."""
        within = Year(year).period
        formed = self.formed or date.min
        return tuple(
            member
            for member in self.members
            if Period(first=member.joined or formed, last=member.left).overlaps(within)
        )

    def member(self, name: str) -> Member:
        """The member of that name; raises `UnknownNameError`, which suggests the nearest."""
        for member in self.members:
            if member.name.casefold() == name.casefold():
                return member
        raise UnknownNameError(f"member of {self.name}", name, [member.name for member in self.members])


def _municipality(given: str | Municipality | Member) -> Member:
    """The member that was meant."""
    if isinstance(given, Member):
        return given
    return Member(organisation=given if isinstance(given, Municipality) else municipality(given))


def _region(given: str | Region | Member) -> Member:
    """The member that was meant."""
    if isinstance(given, Member):
        return given
    return Member(organisation=given if isinstance(given, Region) else region(given))

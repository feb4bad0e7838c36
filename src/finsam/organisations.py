"""The organisations that can be members: two agencies of the state, regions and municipalities."""

from attrs import frozen

from finsam.errors import OrganisationNumberError
from finsam.language import Choice, Text

__all__ = [
    "ARBETSFORMEDLINGEN",
    "FORSAKRINGSKASSAN",
    "Agency",
    "Municipality",
    "Organisation",
    "OrganisationNumber",
    "Party",
    "Region",
]


class Party(Choice):
    """
    Who pays together (*part*) under 5 §: the state, the regions, and the municipalities.

    The act has four parties; of the two agencies Försäkringskassan pays the state's half for both.
    """

    STATE = "state"
    REGIONS = "regions"
    MUNICIPALITIES = "municipalities"

    @property
    def title(self) -> Text:  # type: ignore[override]  # a party's name, not str.title
        """The party's name in running text."""
        return _TITLES[self]


_TITLES = {
    Party.STATE: Text(en="the state", sv="staten"),
    Party.REGIONS: Text(en="the regions", sv="regionerna"),
    Party.MUNICIPALITIES: Text(en="the municipalities", sv="kommunerna"),
}


@frozen
class Agency:
    """An agency of the state (*statlig myndighet*): Försäkringskassan or Arbetsförmedlingen."""

    name: str

    @property
    def party(self) -> Party:
        """The state."""
        return Party.STATE


FORSAKRINGSKASSAN = Agency("Försäkringskassan")
ARBETSFORMEDLINGEN = Agency("Arbetsförmedlingen")


@frozen(kw_only=True)
class Region:
    """
    A region (*region*, before 2020 often *landsting*), with its two-digit code; `name` is the name it is known by
    here.
    """

    code: str
    name: str

    @property
    def party(self) -> Party:
        """The regions."""
        return Party.REGIONS


@frozen(kw_only=True)
class Municipality:
    """A municipality (*kommun*), with its four-digit code and the code of its region; none for Gotland."""

    code: str
    name: str
    official_name: str
    region_code: str | None

    @property
    def party(self) -> Party:
        """The municipalities."""
        return Party.MUNICIPALITIES


Organisation = Agency | Region | Municipality


@frozen
class OrganisationNumber:
    """
    An organisation number (*organisationsnummer*), as `222000-2873`: ten digits, of which the last is a checksum.

    Raises `OrganisationNumberError` for anything else.
    """

    number: str

    def __attrs_post_init__(self) -> None:
        digits = self.number.replace("-", "", 1) if isinstance(self.number, str) else ""
        if len(digits) != 10 or not (digits.isascii() and digits.isdecimal()) or self.number[6:7] != "-":
            raise OrganisationNumberError(
                f"{self.number!r} is not an organisation number; write six digits, a hyphen and four, as 222000-2873"
            )
        if (expected := _check_digit(digits[:9])) != digits[9]:
            raise OrganisationNumberError(
                f"{self.number} has the check digit {digits[9]}, where its first nine digits give {expected}; "
                "look for a digit that is wrong or two that have changed places"
            )

    def __str__(self) -> str:
        return self.number


def _check_digit(digits: str) -> str:
    """The Luhn check digit: every other digit doubled, from the first."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return str(-sum(number // 10 + number % 10 for number in doubled) % 10)

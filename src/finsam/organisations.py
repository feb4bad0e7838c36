"""
The organisations that can be members: two agencies of the state, the 20 regions and the 290 municipalities, by code or
by name.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeVar
from unicodedata import normalize

from attrs import frozen

from finsam.errors import MembershipError, OrganisationNumberError, UnknownNameError, at, written
from finsam.language import Choice, Text, folded
from finsam.readonly import ReadOnly

__all__ = [
    "AGENCIES",
    "ARBETSFORMEDLINGEN",
    "FORSAKRINGSKASSAN",
    "Agency",
    "Municipality",
    "Organisation",
    "OrganisationNumber",
    "Party",
    "Region",
    "agency",
    "by_member",
    "listed",
    "member_name",
    "municipalities",
    "municipality",
    "region",
    "regions",
]


T = TypeVar("T")


class Party(Choice):
    """
    Who pays together (*part*) under 5 §: the state, the regions, and the municipalities.

    The act has four parties; of the two agencies Försäkringskassan pays the state's half for both.
    """

    STATE = "state", "the state", "staten"
    REGIONS = "regions", "the regions", "regionerna"
    MUNICIPALITIES = "municipalities", "the municipalities", "kommunerna"


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
AGENCIES = (FORSAKRINGSKASSAN, ARBETSFORMEDLINGEN)


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
            raise OrganisationNumberError(_NO_NUMBER(given=written(self.number)))
        if (expected := _check_digit(digits[:9])) != digits[9]:
            raise OrganisationNumberError(_CHECK_DIGIT(number=self.number, digit=digits[9], expected=expected))

    def __str__(self) -> str:
        return self.number


def _check_digit(digits: str) -> str:
    """The Luhn check digit: every other digit doubled, from the first."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return str(-sum(number // 10 + number % 10 for number in doubled) % 10)


_NO_NUMBER = Text(
    en="{given} is not an organisation number; write six digits, a hyphen and four, as 222000-2873",
    sv="{given} är inte ett organisationsnummer; skriv sex siffror, bindestreck och fyra, som 222000-2873",
)
_CHECK_DIGIT = Text(
    en="{number} has the check digit {digit}, where its first nine digits give {expected}; look for a digit that is "
    "wrong or two that have changed places",
    sv="{number} har kontrollsiffran {digit}, där de nio första siffrorna ger {expected}; leta efter en siffra som är "
    "fel eller två som har bytt plats",
)


def agency(name: str) -> Agency:
    """The agency of that name, whatever the capitals; raises `UnknownNameError`, which suggests the nearest."""
    for each in AGENCIES:
        if folded(each.name) == folded(name):
            return each
    raise UnknownNameError(_NO_AGENCY, name, [each.name for each in AGENCIES])


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Every municipality, in the order of the codes; names and codes of 2024."""
    return tuple(
        Municipality(
            code=row["code"],
            name=row["name"],
            official_name=row["official_name"],
            region_code=row["region_code"] or None,
        )
        for row in _rows("municipalities")
    )


@cache
def regions() -> tuple[Region, ...]:
    """Every region, in the order of the codes, by the name it has now."""
    return tuple(Region(code=row["code"], name=row["name"]) for row in _rows("regions"))


def municipality(name: str) -> Municipality:
    """
    The municipality with that code or name, as it or others write it, whatever the capitals.

    Raises `UnknownNameError`, which suggests the nearest name.

    >>> {municipality(name).name for name in ("1280", "Malmö", "malmö stad", "Malmö kommun")}
    {'Malmö'}
    """
    found = _municipalities_by_name().get(folded(name))
    _require_no_agency(name)
    if found is None and folded(name) in _regions_by_name():
        raise UnknownNameError(_NO_MUNICIPALITY_BUT_A_REGION, name, ())
    if found is None:
        raise UnknownNameError(_NO_MUNICIPALITY, name, [each.name for each in municipalities()])
    return found


def region(name: str) -> Region:
    """
    The region with that code or name, as it or others write it, or with a name that it had as a county council, by the
    name of the time.

    Raises `UnknownNameError`, which suggests the nearest name.

    >>> region("06") == region("Jönköpings län")
    True
    >>> region("Landstinget i Jönköpings län")
    Region(code='06', name='Landstinget i Jönköpings län')
    """
    if folded(name) in _municipalities_outside():
        raise UnknownNameError(_NO_REGION_BUT_A_MUNICIPALITY_OUTSIDE, name, ())
    found = _regions_by_name().get(folded(name))
    _require_no_agency(name)
    if found is None and folded(name) in _municipalities_by_name():
        raise UnknownNameError(_NO_REGION_BUT_A_MUNICIPALITY, name, ())
    if found is None:
        raise UnknownNameError(_NO_REGION, name, [each.name for each in _regions_by_name().values()])
    return found


def _require_no_agency(name: str) -> None:
    """Raise `UnknownNameError` for the name of an agency where that of another member should stand."""
    if folded(name) in [folded(each.name) for each in AGENCIES]:
        raise UnknownNameError(_BUT_AN_AGENCY, name, ())


def listed(text: str) -> tuple[str, ...]:
    """
    The names in a text that lists them.

    >>> listed("Habo, Mullsjö och Vaggeryd")
    ('Habo', 'Mullsjö', 'Vaggeryd')
    """
    return tuple(filter(None, re.split(r"\s*[,;]\s*|\s+(?:och|and)\s+", text.strip(" ,;"))))


def member_name(name: str) -> str:
    """
    The name of a member as it stands here, from however it is written; a name that is in no register as it is.

    >>> member_name("Malmö stad"), member_name("jönköpings län"), member_name("Bygden")
    ('Malmö', 'Region Jönköpings län', 'Bygden')
    """
    key = folded(name)
    found = _municipalities_by_name().get(key) or _regions_by_name().get(key)
    return normalize("NFC", name) if found is None else found.name


def by_member(given: Mapping[str, T]) -> ReadOnly[str, T]:
    """The same by the members' names as they stand here; raises `MembershipError` for one that is written twice."""
    named: dict[str, T] = {}
    for written_name, value in given.items():
        name = member_name(written_name)
        if name in named:
            raise MembershipError(at(_TWICE(name=name), written_name))
        named[name] = value
    return ReadOnly(named)


_TWICE = Text(
    en="{name} is written twice, in different ways; write it once",
    sv="{name} skrivs två gånger, på olika sätt; skriv den en gång",
)


def _spellings(name: str) -> list[str]:
    """How people write the name of a municipality."""
    genitive = name if name[-1] in "sxz" else f"{name}s"
    return [name, *(f"{each} {kind}" for each in (name, genitive) for kind in ("kommun", "stad"))]


def _regional_spellings(name: str) -> list[str]:
    """How people write the name of a region."""
    if not name.startswith("Region "):
        return [name]
    within = name.removeprefix("Region ")
    place = within.removesuffix(" län")
    return [name, within, f"Region {place}", place, place.removesuffix("s"), f"Region {place.removesuffix('s')}"]


def _rows(file: str) -> list[dict[str, str]]:
    """The rows of a file in the package."""
    import csv  # both here, because importing them takes longer than reading the rows
    from importlib.resources import files

    return list(csv.DictReader(files("finsam").joinpath("data", f"{file}.csv").read_text("utf-8").splitlines()))


@cache
def _municipalities_by_name() -> Mapping[str, Municipality]:
    """Every municipality by each of its names, folded."""
    named = {
        folded(spelling): each
        for each in municipalities()
        for spelling in (each.code, each.official_name, *_spellings(each.name))
    }
    return ReadOnly(named | {folded(f"Region {each.name}"): each for each in municipalities() if not each.region_code})


@cache
def _municipalities_outside() -> frozenset[str]:
    """The names of the municipalities outside every region, folded."""
    return frozenset(name for name, each in _municipalities_by_name().items() if not each.region_code)


@cache
def _regions_by_name() -> Mapping[str, Region]:
    """Every region by its code and by each name it has had, folded, under the name of the time."""
    named = {folded(each): of for of in regions() for each in (of.code, *_regional_spellings(of.name))}
    for row in _rows("regions"):
        for former in filter(None, row["former_names"].split(";")):
            named[folded(former)] = Region(code=row["code"], name=former)
    western = next(each for each in regions() if each.code == "14")
    return ReadOnly(named | {folded(each): western for each in ("VGR", "Västra Götaland", "Region Västra Götaland")})


_NO_AGENCY = Text(en='there is no agency "{name}"', sv='det finns ingen myndighet "{name}"')
_NO_MUNICIPALITY = Text(en='there is no municipality "{name}"', sv='det finns ingen kommun "{name}"')
_NO_REGION = Text(en='there is no region "{name}"', sv='det finns ingen region "{name}"')
_NO_MUNICIPALITY_BUT_A_REGION = Text(
    en='"{name}" is a region; write it under region, not among the municipalities',
    sv='"{name}" är en region; skriv den under region, inte bland kommunerna',
)
_NO_REGION_BUT_A_MUNICIPALITY = Text(
    en='"{name}" is a municipality; write it among the municipalities',
    sv='"{name}" är en kommun; skriv den bland kommunerna',
)
_BUT_AN_AGENCY = Text(
    en='"{name}" is an agency; both agencies are members already, so leave it out',
    sv='"{name}" är en myndighet; båda myndigheterna är redan medlemmar, så ta bort den',
)
_NO_REGION_BUT_A_MUNICIPALITY_OUTSIDE = Text(
    en='"{name}" is a municipality outside every region; write it among the municipalities',
    sv='"{name}" är en kommun utanför alla regioner; skriv den bland kommunerna',
)

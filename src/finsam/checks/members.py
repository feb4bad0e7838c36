"""1xx: who must take part."""

from collections.abc import Iterator

from finsam import law
from finsam.checks.rules import Breach, Rule, numbered
from finsam.finding import Severity
from finsam.language import Text
from finsam.organisations import AGENCIES, Municipality, Party, Region, region
from finsam.plan import OperationalPlan

__all__ = ["RULES"]


def _years(plan: OperationalPlan) -> list[int]:
    """The budget year, and the years after it about which the plan has figures; none before the act."""
    return [year for year in plan.planned_years if year >= law.PARTIES.first.year]


@numbered(
    "F101",
    Severity.ERROR,
    law.PARTIES,
    Text(
        en="Försäkringskassan, Arbetsförmedlingen, at least one region and at least one municipality take part; no "
        "region is needed where the municipality belongs to none.",
        sv="Försäkringskassan, Arbetsförmedlingen, minst en region och minst en kommun deltar; en region behövs inte "
        "där kommunen inte hör till någon region.",
    ),
)
def _every_party(plan: OperationalPlan) -> Iterator[Breach]:
    years: dict[Text | str, list[int]] = {}
    for year in _years(plan):
        for party in _missing(plan, year):
            years.setdefault(party, []).append(year)
    for party, of in years.items():
        message = _MISSING(party=party, years=tuple(of))
        yield Breach(path=("association",), message=message, remedy=_ADD_PARTY(party=party))


def _missing(plan: OperationalPlan, year: int) -> list[Text | str]:
    """The parties without a member in the year."""
    organisations = [member.organisation for member in plan.association.members_in(year)]
    municipalities = [each for each in organisations if isinstance(each, Municipality)]
    missing: list[Text | str] = [agency.name for agency in AGENCIES if agency not in organisations]
    if not municipalities:
        missing.append(_A_MUNICIPALITY)
    belongs = any(each.region_code for each in municipalities) or not municipalities
    if belongs and not any(isinstance(each, Region) for each in organisations):
        missing.append(_A_REGION)
    return missing


_A_MUNICIPALITY = Text(en="a municipality", sv="en kommun")
_A_REGION = Text(en="a region", sv="en region")
_MISSING = Text(en="{party} is missing among the members in {years}", sv="{party} saknas bland medlemmarna {years}")
_ADD_PARTY = Text(
    en="add {party} to the members, or correct the days of membership",
    sv="lägg till {party} bland medlemmarna, eller rätta medlemskapets datum",
)


@numbered(
    "F102",
    Severity.ERROR,
    law.PARTIES,
    Text(
        en="For every part of the coordination area both the municipality and its region take part, if it belongs to "
        "one.",
        sv="För varje del av samordningsområdet deltar både kommunen och dess region, om kommunen hör till en.",
    ),
)
def _every_region(plan: OperationalPlan) -> Iterator[Breach]:
    found: dict[str, tuple[list[str], list[int]]] = {}
    for year in _years(plan):
        members = plan.association.members_in(year)
        regions = {each.organisation.code for each in members if isinstance(each.organisation, Region)}
        for each in (member.organisation for member in members if regions):
            if isinstance(each, Municipality) and each.region_code and each.region_code not in regions:
                names, years = found.setdefault(region(each.region_code).name, ([], []))
                names += [each.name] if each.name not in names else []
                years += [year] if year not in years else []
    for own, (names, years) in found.items():
        message = _OWN_REGION(names=tuple(names), region=own, years=tuple(years))
        yield Breach(path=("association",), message=message, remedy=_ADD_REGION(region=own))


_OWN_REGION = Text(
    en="{names}: the region is {region}, which does not take part in {years}",
    sv="{names}: regionen är {region}, som inte deltar {years}",
)
_ADD_REGION = Text(en="add {region} to the members", sv="lägg till {region} bland medlemmarna")


@numbered(
    "F103",
    Severity.ERROR,
    law.MOST_REGIONS,
    Text(
        en="Before {since} only one county council could take part.", sv="Före {since} kunde bara ett landsting delta."
    )(since=law.MOST_REGIONS.present.since),
)
def _one_region(plan: OperationalPlan) -> Iterator[Breach]:
    for year in _years(plan):
        regions = [member.name for member in plan.association.members_in(year) if member.party is Party.REGIONS]
        most = law.MOST_REGIONS.in_year(year)
        if most is not None and len(regions) > most:
            yield Breach(
                path=("association", "regions"),
                message=_SEVERAL_REGIONS(regions=tuple(regions), year=year),
                remedy=_KEEP_ONE,
            )


_SEVERAL_REGIONS = Text(
    en="several regions take part in {year}: {regions}", sv="flera regioner deltar {year}: {regions}"
)
_KEEP_ONE = Text(en="keep one of them", sv="behåll en av dem")

RULES: tuple[Rule, ...] = (_every_party, _every_region, _one_region)

"""1xx: who must take part."""

from collections.abc import Iterator
from datetime import date

from finsam import law, registry
from finsam.checks.rule import Breach, Rule, check
from finsam.finding import Severity
from finsam.language import Text
from finsam.organisations import ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN, Municipality, Party, Region
from finsam.plan import OperationalPlan

__all__ = ["RULES"]


def _years(plan: OperationalPlan) -> list[int]:
    """The budget year, and the years after it about which the plan has figures; none before the act."""
    years = {plan.year, *(year for year in plan.years if year > plan.year)}
    return sorted(year for year in years if year >= law.PARTIES.wordings[0][0].year)


@check(
    "F101",
    Severity.ERROR,
    basis=law.PARTIES.provision,
    sv="Försäkringskassan, Arbetsförmedlingen, minst en region och minst en kommun deltar; en region behövs inte där "
    "kommunen inte hör till någon region.",
)
def every_party_takes_part(plan: OperationalPlan) -> Iterator[Breach]:
    """
    Försäkringskassan, Arbetsförmedlingen, at least one region and at least one municipality take part; no region is
    needed where the municipality belongs to none.
    """
    for year in _years(plan):
        members = plan.association.members_in(year)
        organisations = [member.organisation for member in members]
        municipalities = [each for each in organisations if isinstance(each, Municipality)]
        missing = [
            Text(en=agency.name, sv=agency.name)
            for agency in (FORSAKRINGSKASSAN, ARBETSFORMEDLINGEN)
            if agency not in organisations
        ]
        if not municipalities:
            missing.append(Text(en="a municipality", sv="en kommun"))
        belongs = any(each.region_code for each in municipalities) or not municipalities
        if belongs and not any(isinstance(each, Region) for each in organisations):
            missing.append(Text(en="a region", sv="en region"))
        for party in missing:
            yield Breach(
                place=f"association, {year}",
                message=Text(en=f"{party.en} is missing among the members", sv=f"{party.sv} saknas bland medlemmarna"),
                remedy=Text(
                    en=f"add {party.en} to the members, or correct the days of membership",
                    sv=f"lägg till {party.sv} bland medlemmarna, eller rätta medlemskapets datum",
                ),
            )


@check(
    "F102",
    Severity.ERROR,
    basis=law.PARTIES.provision,
    sv="För varje del av samordningsområdet deltar både kommunen och dess region, om kommunen hör till en.",
)
def every_municipality_has_its_region(plan: OperationalPlan) -> Iterator[Breach]:
    """For every part of the coordination area both the municipality and its region take part, if it belongs to one."""
    for year in _years(plan):
        organisations = [member.organisation for member in plan.association.members_in(year)]
        regions = {each.code for each in organisations if isinstance(each, Region)}
        for each in organisations if regions else []:
            if isinstance(each, Municipality) and each.region_code and each.region_code not in regions:
                own = registry.region(each.region_code).name
                yield Breach(
                    place=f"association, {year}",
                    message=Text(
                        en=f"{each.name} belongs to {own}, which does not take part",
                        sv=f"{each.name} hör till {own}, som inte deltar",
                    ),
                    remedy=Text(en=f"add {own} to the members", sv=f"lägg till {own} bland medlemmarna"),
                )


@check(
    "F103",
    Severity.ERROR,
    basis=law.SEVERAL_REGIONS.provision,
    sv="Före den 1 juli 2010 kunde bara ett landsting delta.",
)
def several_regions_only_since_2010(plan: OperationalPlan) -> Iterator[Breach]:
    """Before 1 July 2010 only one county council could take part."""
    for year in _years(plan):
        regions = [member.name for member in plan.association.members_in(year) if member.party is Party.REGIONS]
        if len(regions) > 1 and not law.SEVERAL_REGIONS.on(date(year, 12, 31)):
            names = ", ".join(regions)
            yield Breach(
                place=f"association, {year}",
                message=Text(en=f"several regions take part: {names}", sv=f"flera regioner deltar: {names}"),
                remedy=Text(en="keep one of them", sv="behåll en av dem"),
            )


RULES: tuple[Rule, ...] = (every_party_takes_part, every_municipality_has_its_region, several_regions_only_since_2010)

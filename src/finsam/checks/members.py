"""1xx: who must take part, and who leaves."""

from collections.abc import Iterator
from datetime import timedelta

from finsam import law
from finsam.checks.rules import Breach, Rule, numbered
from finsam.finding import Severity
from finsam.language import Text
from finsam.membership import Departure, departures, missing, notice_months
from finsam.organisations import Municipality, Party, Region, region
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
        for party in missing(member.organisation for member in plan.association.members_in(year)):
            years.setdefault(party, []).append(year)
    for party, of in years.items():
        message = _MISSING(party=party, years=tuple(of))
        yield Breach(path=("association",), message=message, remedy=_ADD_PARTY(party=party))


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


@numbered(
    "F110",
    Severity.ERROR,
    law.NOTICE_YEARS,
    Text(
        en="The notice that the charter states is at most {years} years.",
        sv="Den uppsägningstid som förbundsordningen anger är högst {years} år.",
    )(years=law.NOTICE_YEARS.latest),
)
def _notice_is_not_too_long(plan: OperationalPlan) -> Iterator[Breach]:
    charter = plan.governance.charter if plan.governance else None
    longest = law.NOTICE_YEARS.known_in(plan.year)
    if charter is not None and charter.notice_months is not None and charter.notice_months > 12 * longest:
        message = _TOO_LONG(months=charter.notice_months, years=longest)
        yield Breach(path=("governance", "charter", "notice_months"), message=message, remedy=_SHORTEN)


_TOO_LONG = Text(
    en="the charter states a notice of {months} months, and {years} years is the longest",
    sv="förbundsordningen anger {months} månaders uppsägningstid, och {years} år är den längsta",
)
_SHORTEN = Text(
    en="change the charter, which needs all members; until then the longest that the act allows is counted",
    sv="ändra förbundsordningen, vilket kräver alla medlemmar; till dess räknas den längsta tid som lagen medger",
)


@numbered(
    "F111",
    Severity.WARNING,
    law.PARTIES,
    Text(
        en="When a member that has given notice is gone, every party still takes part; otherwise the association is "
        "wound up.",
        sv="När en medlem som sagt upp sig är borta deltar fortfarande alla parter; annars ska förbundet avvecklas.",
    ),
)
def _goes_on(plan: OperationalPlan) -> Iterator[Breach]:
    for each in _departures(plan):
        after = each.last + timedelta(days=1)
        there = [member.organisation for member in plan.association.members_on(after) if member is not each.member]
        before = missing(member.organisation for member in plan.association.members_on(each.last))
        if lacking := tuple(party for party in missing(there) if party not in before):
            message = _WOUND_UP(name=each.member.name, last=each.last, parties=lacking)
            yield Breach(path=each.path, message=message, remedy=_DECIDE)


def _departures(plan: OperationalPlan) -> tuple[Departure, ...]:
    """Those who have given notice; none where one did before the act."""
    days = [each.notice for each in plan.association.members if each.notice is not None]
    return departures(plan) if all(map(law.NOTICE_YEARS.is_known, days)) else ()


_WOUND_UP = Text(
    en="when {name} leaves on {last}, {parties} is missing among the members, and the association cannot go on",
    sv="när {name} lämnar {last} saknas {parties} bland medlemmarna, och förbundet kan inte fortsätta",
)
_DECIDE = Text(
    en="let another take its place before that day, or wind the association up",
    sv="låt någon annan gå med före den dagen, eller avveckla förbundet",
)


@numbered(
    "F112",
    Severity.ERROR,
    law.NOTICE_YEARS,
    Text(
        en="A member that has given notice is a member through the last day of the notice: {years} years, or what the "
        "charter states.",
        sv="En medlem som har sagt upp sig är medlem till och med uppsägningstidens sista dag: {years} år, eller vad "
        "förbundsordningen anger.",
    )(years=law.NOTICE_YEARS.latest),
)
def _through_the_notice(plan: OperationalPlan) -> Iterator[Breach]:
    for each in _departures(plan):
        if each.member.left != each.last:
            left = _NO_END if each.member.left is None else _THROUGH(day=each.member.left)
            values = {"name": each.member.name, "notice": each.notice, "last": each.last, "left": left}
            message = _OTHER_DAY(months=notice_months(plan, each.notice), **values)
            yield Breach(path=each.path, message=message, remedy=_WRITE_LEFT(last=each.last))


_OTHER_DAY = Text(
    en="{name} gave notice on {notice}, and {months} months end on {last}; here it is a member {left}",
    sv="{name} sade upp sig {notice}, och {months} månader slutar {last}; här är den medlem {left}",
)
_NO_END = Text(en="without an end", sv="utan slut")
_THROUGH = Text(en="through {day}", sv="till och med {day}")
_WRITE_LEFT = Text(
    en="write left = {last}, or the notice that the charter states as notice_months under [governance.charter]",
    sv="skriv left = {last}, eller den uppsägningstid som förbundsordningen anger som notice_months under "
    "[governance.charter]",
)

RULES: tuple[Rule, ...] = (
    _every_party,
    _every_region,
    _one_region,
    _notice_is_not_too_long,
    _goes_on,
    _through_the_notice,
)

"""2xx: who pays what."""

from collections.abc import Iterator

from finsam import law
from finsam.checks.printed import breaches_of
from finsam.checks.rules import OWN_FIGURES, Breach, Rule, numbered
from finsam.derivation import Contributions
from finsam.errors import SplitError
from finsam.finding import Chapter, Severity
from finsam.language import Text
from finsam.organisations import Party
from finsam.pending import OpenKey
from finsam.plan import OperationalPlan

__all__ = ["RULES"]


@numbered(
    "F201",
    Severity.ERROR,
    law.STATE_SHARE,
    Text(
        en="The state pays {state}, the regions together {regions} and the municipalities together {municipalities}; "
        "{section} applies to a municipality outside every region. Who gets an odd unit is not said.",
        sv="Staten betalar {state}, regionerna tillsammans {regions} och kommunerna tillsammans {municipalities}; "
        "{section} gäller för en kommun utanför alla regioner. Vem som får en udda enhet sägs inte.",
    )(
        state=law.STATE_SHARE.latest,
        regions=law.REGIONS_SHARE.latest,
        municipalities=law.MUNICIPALITIES_SHARE.latest,
        section=law.REGIONLESS_ALONE_SHARE.provision.section,
    ),
    chapter=Chapter.FUNDING,
)
def _statutory_shares(plan: OperationalPlan) -> Iterator[Breach]:
    yield from breaches_of("F201", plan)


@numbered(
    "F202",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="The amount that the plan prints for a member is what the member's share gives, however it is rounded.",
        sv="Det belopp som planen anger för en medlem är det som medlemmens andel ger, hur det än är avrundat.",
    ),
    chapter=Chapter.FUNDING,
)
def _by_the_split(plan: OperationalPlan) -> Iterator[Breach]:
    yield from breaches_of("F202", plan)


@numbered(
    "F203",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="The contributions that the plan prints for the members add up to what their party pays, and the plan's "
        "total is that of the printed contributions.",
        sv="De bidrag som planen anger för medlemmarna uppgår tillsammans till det som deras part betalar, och planens "
        "totalbelopp är de angivna bidragens.",
    ),
    chapter=Chapter.FUNDING,
)
def _add_up(plan: OperationalPlan) -> Iterator[Breach]:
    yield from breaches_of("F203", plan)


@numbered(
    "F204",
    Severity.UNKNOWN,
    law.MUNICIPALITIES_AGREE,
    Text(
        en="What each member pays can be worked out for the budget year and the plan years.",
        sv="Varje medlems bidrag går att räkna fram för budgetåret och planåren.",
    ),
    chapter=Chapter.FUNDING,
)
def _known(plan: OperationalPlan) -> Iterator[Breach]:
    unfunded = tuple(year for year in plan.planned_years if year not in plan.funding.years)
    if unfunded:
        yield Breach(path=("funding",), message=_NO_FUNDING(years=unfunded), remedy=_WRITE_FUNDING, unknown=True)
    why: dict[str, tuple[Text, list[int]]] = {}
    for year in plan.planned_years:
        due = plan.contributions_or_error(year)
        if isinstance(due, Contributions):
            for pool in due.pools:
                if pool.why is not None and isinstance(pool.key, OpenKey):  # else F252 says why
                    message = _NOT_SPLIT(amount=pool.amount, party=pool.party, year=year, why=pool.why)
                    kind = "region_split" if pool.party is Party.REGIONS else "split"
                    yield Breach(path=("funding", kind), message=message, remedy=_WRITE_SPLIT, unknown=True)
        elif year not in unfunded and not isinstance(due, SplitError):
            why.setdefault(due.message.en, (due.message, []))[1].append(year)
    for first, years in why.values():
        message = _CANNOT(years=tuple(years), why=first)
        yield Breach(path=("funding",), message=message, remedy=_WRITE_FUNDING, unknown=True)


_NO_FUNDING = Text(en="the plan has no funding for {years}", sv="finansiering för {years} framgår inte av planen")
_CANNOT = Text(
    en="the contributions of {years} cannot be worked out: {why}", sv="bidragen för {years} kan inte räknas fram: {why}"
)
_NOT_SPLIT = Text(en="the {amount} of {party} for {year}: {why}", sv="{amount} från {party} {year}: {why}")
_WRITE_FUNDING = Text(
    en="write the total and how the members share it under [funding]",
    sv="skriv totalbeloppet (total) och hur medlemmarna fördelar det (split) under [funding]",
)
_WRITE_SPLIT = Text(en="write the split when it is known", sv="skriv fördelningen när den är känd")


@numbered(
    "F205",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="A split key names everybody who shares in its years, and nobody else, and adds up to what is split.",
        sv="En fördelningsnyckel nämner alla som delar under dess år, inga andra, och går ihop med det som fördelas.",
    ),
    chapter=Chapter.FUNDING,
)
def _keys_fit(plan: OperationalPlan) -> Iterator[Breach]:
    years: dict[tuple[str | int, Text], list[int]] = {}
    for year in plan.funding.years:
        due = plan.contributions_or_error(year)
        if isinstance(due, SplitError):
            years.setdefault((due.problems[0].path[0], due.message), []).append(year)
    for (kind, message), of in years.items():
        yield Breach(path=("funding", kind), message=_FOR(years=tuple(of), why=message), remedy=_MEND_KEY)


_FOR = Text(en="for {years}: {why}", sv="för {years}: {why}")
_MEND_KEY = Text(en="correct the split, or the days of membership", sv="rätta fördelningen, eller medlemskapets datum")


@numbered(
    "F250",
    Severity.NOTE,
    Text(en="practice: the parties' parts in whole units", sv="praxis: parternas delar i hela enheter"),
    Text(
        en="The total can be divided into the parties' parts in whole units.",
        sv="Totalbeloppet går att dela i parternas delar i hela enheter.",
    ),
)
def _goes_evenly(plan: OperationalPlan) -> Iterator[Breach]:
    for year in plan.planned_years:
        parties = plan.parties(year)
        uneven = [] if parties is None else [party for party in parties if parties.rounding(party)]
        if parties is not None and uneven:
            message = _UNEVEN(
                year=year,
                total=parties.total,
                unit=parties.unit,
                parties=tuple(_PART(party=party, amount=parties[party]) for party in uneven),
            )
            yield Breach(path=("funding",), message=message, remedy=_OTHER_TOTAL)


_UNEVEN = Text(
    en="{total} for {year} does not go evenly in units of {unit}: {parties}; the act does not say who gets the odd one",
    sv="{total} för {year} går inte jämnt upp i enheter om {unit}: {parties}; lagen säger inte vem som får den udda",
)
_PART = Text(en="{party} {amount}", sv="{party} {amount}")
_OTHER_TOTAL = Text(
    en="choose a total that goes evenly, or agree on who pays the odd unit",
    sv="välj ett totalbelopp som går jämnt upp, eller kom överens om vem som betalar den udda enheten",
)

RULES: tuple[Rule, ...] = (_statutory_shares, _by_the_split, _add_up, _known, _keys_fit, _goes_evenly)

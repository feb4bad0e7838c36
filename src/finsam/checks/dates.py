"""5xx: days and terms."""

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from finsam import law
from finsam.checks.rules import Breach, Rule, numbered
from finsam.duties import annual_report_by
from finsam.finding import Chapter, Severity
from finsam.language import Text
from finsam.period import Period
from finsam.plan import OperationalPlan

__all__ = ["RULES"]

_ADOPTION = ("governance", "adoption")
_BOARD = ("governance", "board")


def _deadline(plan: OperationalPlan) -> date | None:
    """
    The last day to adopt the budget; None before the act, and for an association formed no earlier, whose members
    adopt it at the formation.
    """
    before = plan.year - 1
    if before < law.BUDGET_ADOPTION.first.year:
        return None
    deadline = law.BUDGET_ADOPTION.in_year(before).of(before)
    formed = plan.association.formed
    return None if formed is not None and formed >= deadline else deadline


@numbered(
    "F501",
    Severity.ERROR,
    law.BUDGET_ADOPTION,
    Text(
        en="The board adopts the budget by {day} of the year before the budget year.",
        sv="Styrelsen fastställer budgeten senast den {day} året före budgetåret.",
    )(day=law.BUDGET_ADOPTION.latest.text),
    chapter=Chapter.GOVERNANCE,
)
def _adopted_in_time(plan: OperationalPlan) -> Iterator[Breach]:
    deadline = _deadline(plan)
    adopted = plan.adoption.on
    path = (*_ADOPTION, "on")
    if deadline is None:
        return
    if adopted is None:
        yield Breach(path=path, message=_WHEN, remedy=_WRITE_DAY, unknown=True)
    elif adopted > deadline:
        yield Breach(path=path, message=_LATE(day=adopted, deadline=deadline), remedy=_EARLIER)


_WHEN = Text(en="the plan does not say when it was adopted", sv="det framgår inte av planen när den fastställdes")
_WRITE_DAY = Text(en="write the day under [governance.adoption]", sv="skriv dagen (on) under [governance.adoption]")
_LATE = Text(en="the plan was adopted on {day}, after {deadline}", sv="planen fastställdes {day}, efter {deadline}")
_EARLIER = Text(en="adopt the next budget earlier", sv="fastställ nästa budget tidigare")


@numbered(
    "F502",
    Severity.ERROR,
    law.BUDGET_ADOPTION,
    Text(
        en="The board consults the members before it adopts the budget.",
        sv="Styrelsen samråder med medlemmarna innan den fastställer budgeten.",
    ),
    chapter=Chapter.GOVERNANCE,
)
def _consulted_first(plan: OperationalPlan) -> Iterator[Breach]:
    adoption = plan.adoption
    consulted = adoption.was_consulted
    path = (*_ADOPTION, "consulted")
    if _deadline(plan) is None:
        return
    if adoption.on and adoption.consulted_on and adoption.consulted_on >= adoption.on:
        message = _CONSULTED_LATE(day=adoption.consulted_on, adopted=adoption.on)
        yield Breach(path=(*_ADOPTION, "consulted_on"), message=message, remedy=_SEND)
        return
    if consulted:
        return
    if consulted is None:
        yield Breach(path=path, message=_WHETHER, remedy=_WRITE_CONSULTED, unknown=True)
    else:
        yield Breach(path=path, message=_NOT_CONSULTED, remedy=_SEND)


_WHETHER = Text(
    en="the plan does not say whether the members were consulted",
    sv="det framgår inte av planen om samråd med medlemmarna har skett",
)
_WRITE_CONSULTED = Text(
    en="write consulted under [governance.adoption]",
    sv="skriv om samråd har skett (consulted = true eller false) under [governance.adoption]",
)
_NOT_CONSULTED = Text(
    en="the members were not consulted before the plan was adopted",
    sv="samråd med medlemmarna skedde inte innan planen fastställdes",
)
_CONSULTED_LATE = Text(
    en="the members were consulted on {day}, not before the plan was adopted on {adopted}",
    sv="samråd med medlemmarna skedde {day}, inte innan planen fastställdes {adopted}",
)
_SEND = Text(
    en="send the next proposal to every member before the board adopts it",
    sv="skicka nästa förslag till alla medlemmar innan styrelsen fastställer det",
)


@numbered(
    "F503",
    Severity.WARNING,
    law.BOARD_TERM,
    Text(
        en="The board's term has not ended when the budget year begins.",
        sv="Styrelsens mandattid har inte gått ut när budgetåret börjar.",
    ),
    chapter=Chapter.GOVERNANCE,
)
def _term_has_not_ended(plan: OperationalPlan) -> Iterator[Breach]:
    board = plan.governance.board if plan.governance else None
    if board and board.term_end is not None and board.term_end < date(plan.year, 1, 1):
        message = _ENDED(end=board.term_end, year=plan.year)
        yield Breach(path=(*_BOARD, "term_end"), message=message, remedy=_ELECT)


_ENDED = Text(
    en="the board is elected through {end}, before the budget year {year} begins",
    sv="styrelsen är vald till och med {end}, innan budgetåret {year} börjar",
)
_ELECT = Text(
    en="ask the members to elect a board, or correct the day", sv="be medlemmarna välja styrelse, eller rätta dagen"
)


@numbered(
    "F504",
    Severity.ERROR,
    law.BOARD_TERM,
    Text(
        en="The board's term is {years} years, or shorter where the charter says so.",
        sv="Styrelsens mandattid är {years} år, eller kortare om förbundsordningen säger det.",
    )(years=law.BOARD_TERM.latest),
    chapter=Chapter.GOVERNANCE,
)
def _term_is_not_too_long(plan: OperationalPlan) -> Iterator[Breach]:
    board = plan.governance.board if plan.governance else None
    if board is None or plan.year < law.BOARD_TERM.first.year:
        return
    longest = law.BOARD_TERM.in_year(plan.year)
    start, end, years = board.term_start, board.term_end, board.term_years
    if start and end and relativedelta(end, start).years >= longest:
        yield _too_long("term_end", Period(first=start, last=end), longest)
    if years is not None and years > longest:
        yield _too_long("term_years", _YEARS(years=years), longest)


def _too_long(key: str, term: Period | Text, longest: int) -> Breach:
    return Breach(path=(*_BOARD, key), message=_TOO_LONG(term=term, longest=longest), remedy=_SHORTER(longest=longest))


_YEARS = Text(en="{years} years", sv="{years} år")
_TOO_LONG = Text(
    en="the board's term, {term}, is longer than {longest} years",
    sv="styrelsens mandattid, {term}, är längre än {longest} år",
)
_SHORTER = Text(en="let the term be {longest} years or shorter", sv="låt mandattiden vara {longest} år eller kortare")


@numbered(
    "F510",
    Severity.ERROR,
    law.ANNUAL_REPORT_MONTHS,
    Text(
        en="The annual report is drawn up within {months} months of the end of its year.",
        sv="Årsredovisningen upprättas inom {months} månader från årets slut.",
    )(months=law.ANNUAL_REPORT_MONTHS.latest),
    chapter=Chapter.GOVERNANCE,
)
def _reported_in_time(plan: OperationalPlan) -> Iterator[Breach]:
    for year, day in plan.governance.annual_reports.items() if plan.governance else ():
        by = annual_report_by(year)
        if by is not None and day > by:
            message = _LATE_REPORT(year=year, day=day, by=by)
            yield Breach(path=("governance", "annual_reports", str(year)), message=message, remedy=_REPORT_EARLIER)


_LATE_REPORT = Text(
    en="the annual report for {year} was drawn up on {day}, after {by}",
    sv="årsredovisningen för {year} upprättades {day}, efter {by}",
)
_REPORT_EARLIER = Text(
    en="draw up the next annual report earlier, or correct the day",
    sv="upprätta nästa årsredovisning tidigare, eller rätta dagen",
)


@numbered(
    "F511",
    Severity.ERROR,
    law.PUBLIC_MEETING,
    Text(
        en="The meeting at which the board adopts the budget is public, and announced before.",
        sv="Sammanträdet där styrelsen fastställer budgeten är offentligt, och tillkännages före.",
    ),
    chapter=Chapter.GOVERNANCE,
)
def _public_meeting(plan: OperationalPlan) -> Iterator[Breach]:
    adoption = plan.adoption
    if law.PUBLIC_MEETING.first.year >= plan.year:
        return
    if adoption.public is False:
        yield Breach(path=(*_ADOPTION, "public"), message=_CLOSED, remedy=_OPEN)
    announced, adopted = adoption.announced_on, adoption.on
    if announced is not None and adopted is not None and announced > adopted:
        message = _ANNOUNCED_LATE(announced=announced, adopted=adopted)
        yield Breach(path=(*_ADOPTION, "announced_on"), message=message, remedy=_ANNOUNCE)


_CLOSED = Text(
    en="the plan was adopted at a meeting that was not public",
    sv="planen fastställdes vid ett sammanträde som inte var offentligt",
)
_OPEN = Text(
    en="adopt the budget at a public meeting, announced as the charter says",
    sv="fastställ budgeten vid ett offentligt sammanträde, som tillkännages enligt förbundsordningen",
)
_ANNOUNCED_LATE = Text(
    en="the meeting was announced on {announced}, after it was held on {adopted}",
    sv="sammanträdet tillkännagavs {announced}, efter att det hölls {adopted}",
)
_ANNOUNCE = Text(
    en="announce the next meeting before it is held, or correct the day",
    sv="tillkännage nästa sammanträde innan det hålls, eller rätta dagen",
)

RULES: tuple[Rule, ...] = (
    _adopted_in_time,
    _consulted_first,
    _term_has_not_ended,
    _term_is_not_too_long,
    _reported_in_time,
    _public_meeting,
)

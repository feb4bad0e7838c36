"""Who decides, in words (*styrning*): how the plan was adopted, the board, the auditors, the charter and the rest."""

from collections.abc import Iterator

from finsam.governance import Adoption, Board, Charter, Governance, Seats, Trade
from finsam.language import Text
from finsam.law import CHARTER
from finsam.plan import OperationalPlan
from finsam.reports.labels import NOTE
from finsam.reports.parts import LABELLED, Facts, Item, Section, labelled, section

__all__ = ["governance"]


def governance(plan: OperationalPlan) -> Section | None:
    """Who decides, prepares, works and audits, and how the plan was adopted; None where the plan says nothing."""
    of = plan.governance
    if of is None:
        return None
    board = of.board
    said: list[Text] = [
        *(_adoption(of.adoption) if of.adoption else ()),
        *(_board(board) if board else ()),
    ]
    items = [
        *(Item(words=each, depth=1) for each in said),
        *labelled(_seating(board) if board else (), 1),
        *labelled(_organisation(of), 1),
        *(Item(words=_trade(trade), depth=1) for trade in of.trades),
        *labelled(((_AUDITOR, auditor.for_members) for auditor in of.auditors or ()), 1),
    ]
    if of.charter:
        items.append(Item(words=_charter(of.charter, plan), depth=1))
    return section(_GOVERNANCE, items)


def _adoption(of: Adoption) -> Iterator[Text]:
    if of.drafted:
        yield _DRAFTED(day=of.drafted)
    if of.on:
        yield _ADOPTED(day=of.on)
    if of.to_be_replaced_on:
        yield _REPLACED(day=of.to_be_replaced_on)
    if of.consulted_on:
        yield _CONSULTED_ON(day=of.consulted_on)
    if of.consulted is not None and not (of.consulted and of.consulted_on):
        yield _CONSULTED if of.consulted else _NOT_CONSULTED
    if of.public is not None:
        yield _PUBLIC if of.public else _CLOSED
    if of.announced_on:
        yield _ANNOUNCED(day=of.announced_on)
    if of.note:
        yield LABELLED(label=NOTE, said=of.note)


def _board(of: Board) -> Iterator[Text]:
    if of.seats is not None:
        counts = [_SEATS(count=of.seats)]
        counts += [] if of.deputies is None else [_DEPUTIES(count=of.deputies)]
        counts += [_PERSONAL] if of.personal_deputies else []
        yield LABELLED(label=_BOARD, said=tuple(counts))
    if of.term_end is not None:
        yield _ELECTED(day=of.term_end)
    if of.term_start is not None:
        yield _BEGAN(day=of.term_start)
    if of.term_years is not None:
        yield _TERM(years=of.term_years)


def _seating(of: Board) -> Facts:
    """Whose the seats are and who presides."""
    return (_WHOSE, tuple(map(_seats, of.shares))), (_CHAIR, of.chair), (_VICE, of.vice_chairs)


def _seats(of: Seats) -> str:
    """Whose the seats are, and how many seats and deputies, as `Bollnäs & Gävle 1+1`."""
    return f"{' & '.join(of.members)} {of.seats}{'' if of.deputies is None else f'+{of.deputies}'}"


def _organisation(of: Governance) -> Facts:
    return (
        (_COMMITTEE, of.working_committee),
        (_PREPARATORY, of.preparatory_group),
        (_STAFF, of.staff),
        (_SERVICES, of.services_from),
        (_ARCHIVE, of.archive_authority),
        (_CASE, of.case_number),
        (_REPORTS, tuple(_OF_YEAR(year=year, day=day) for year, day in sorted(of.annual_reports.items()))),
    )


def _trade(of: Trade) -> Text:
    return (_SOLD if of.sold else _BOUGHT)(post=of.post, counterpart=of.counterpart)


def _charter(of: Charter, plan: OperationalPlan) -> Text:
    """How many of the items of the time it has, so far as is known."""
    text = _ITEMS(present=len(of.present), items=len(CHARTER.began(plan.year).value))
    if of.revised is not None:
        text = _REVISED(charter=text, day=of.revised)
    return text if of.notice_months is None else _NOTICE(charter=text, months=of.notice_months)


_GOVERNANCE = Text(en="Governance", sv="Styrning")
_ADOPTED = Text(en="adopted on {day}", sv="fastställd {day}")
_REPLACED = Text(en="to be replaced by a decision on {day}", sv="ersätts av beslut {day}")
_CONSULTED = Text(en="the members were consulted before", sv="samråd skedde före beslutet")
_NOT_CONSULTED = Text(en="the members were not consulted before", sv="samråd skedde inte före beslutet")
_DRAFTED = Text(en="drafted on {day}", sv="framtagen {day}")
_CONSULTED_ON = Text(en="the members were consulted on {day}", sv="samråd med medlemmarna {day}")
_PUBLIC = Text(en="the meeting was public", sv="sammanträdet var offentligt")
_CLOSED = Text(en="the meeting was not public", sv="sammanträdet var inte offentligt")
_ANNOUNCED = Text(en="the meeting was announced on {day}", sv="sammanträdet tillkännagavs {day}")
_BOARD = Text(en="board", sv="styrelse")
_SEATS = Text(en="{count} seats", sv="{count} ledamöter")
_DEPUTIES = Text(en="{count} deputies", sv="{count} ersättare")
_PERSONAL = Text(en="personal deputies", sv="personliga ersättare")
_ELECTED = Text(en="the board is elected through {day}", sv="styrelsen är vald t.o.m. {day}")
_BEGAN = Text(en="the board's term began on {day}", sv="styrelsens mandattid började {day}")
_TERM = Text(en="the board's term: {years} years", sv="styrelsens mandattid: {years} år")
_WHOSE = Text(en="seats+deputies", sv="ledamöter+ersättare")
_CHAIR = Text(en="chair from", sv="ordförande från")
_VICE = Text(en="vice chairs from", sv="vice ordförande från")
_COMMITTEE = Text(en="working committee", sv="arbetsutskott")
_PREPARATORY = Text(en="preparatory group", sv="beredningsgrupp")
_STAFF = Text(en="staff", sv="personal")
_SERVICES = Text(en="services from", sv="tjänster från")
_ARCHIVE = Text(en="archive", sv="arkiv")
_CASE = Text(en="case number", sv="diarienummer")
_REPORTS = Text(en="annual reports drawn up", sv="årsredovisningar upprättade")
_OF_YEAR = Text(en="{year} on {day}", sv="{year} den {day}")
_SOLD = Text(en="{post}, sold to {counterpart}", sv="{post}, säljs till {counterpart}")
_BOUGHT = Text(en="{post}, bought from {counterpart}", sv="{post}, köps av {counterpart}")
_AUDITOR = Text(en="auditor for", sv="revisor för")
_ITEMS = Text(
    en="charter: {present} of {items} items are there", sv="förbundsordning: {present} av {items} punkter finns"
)
_NOTICE = Text(en="{charter}, notice of {months} months", sv="{charter}, uppsägningstid {months} månader")
_REVISED = Text(en="{charter}, revised {day}", sv="{charter}, reviderad {day}")

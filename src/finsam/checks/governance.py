"""1xx, continued: who decides, by what charter, and who audits."""

from collections.abc import Iterator
from datetime import date

from finsam import law
from finsam.checks.rule import Breach, Rule, check
from finsam.finding import Severity
from finsam.governance import Board, Presence
from finsam.language import Text
from finsam.organisations import ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN
from finsam.plan import OperationalPlan

__all__ = ["RULES"]

_READING_CORRECTED = 2022


@check(
    "F104",
    Severity.ERROR,
    basis=law.ONE_MEMBER_ONE_SEAT.provision,
    sv="Varje medlem har minst en ledamot och en ersättare i styrelsen, och ersättarna är lika många som ledamöterna.",
)
def every_member_has_a_seat_and_a_deputy(plan: OperationalPlan) -> Iterator[Breach]:
    """Every member has at least one seat and one deputy on the board, and there are as many deputies as seats."""
    if not law.ONE_MEMBER_ONE_SEAT.is_known(date(plan.year, 12, 31)):
        return
    board = plan.governance.board if plan.governance else None
    if board is None or board.seats is None:
        yield _not_said(_SEATS)
        return
    deputies = board.seats if board.personal_deputies and board.deputies is None else board.deputies
    yield from _enough(_SEATS, board.seats, plan)
    if deputies is None:
        yield _not_said(_DEPUTIES)
    else:
        yield from _enough(_DEPUTIES, deputies, plan)
        if deputies != board.seats:
            yield _seats(
                Text(
                    en=f"there are {deputies} deputies for {board.seats} seats",
                    sv=f"det finns {deputies} ersättare för {board.seats} platser",
                )
            )
    yield from _whose(board, plan)


_SEATS = Text(en="seats", sv="platser")
_DEPUTIES = Text(en="deputies", sv="ersättare")


def _asked(members: int, year: int) -> int:
    """How many seats, and deputies, the act asks for."""
    return members * law.ONE_MEMBER_ONE_SEAT.on(date(year, 12, 31))


def _enough(what: Text, count: int, plan: OperationalPlan) -> Iterator[Breach]:
    """That there are fewer than the members, and how it was read before the correction."""
    members = len(plan.association.members_in(plan.year))
    if count >= _asked(members, plan.year):
        return
    en = sv = ""
    if plan.year <= _READING_CORRECTED:  # the plan of that year was adopted before it
        en = "; until the reading was corrected in 2022 municipalities were often thought to be able to share"
        sv = "; fram till att tolkningen rättades 2022 ansågs kommuner ofta kunna dela"
    yield _seats(
        Text(
            en=f"there are {count} {what.en} for {members} members{en}",
            sv=f"det finns {count} {what.sv} för {members} medlemmar{sv}",
        )
    )


def _whose(board: Board, plan: OperationalPlan) -> Iterator[Breach]:
    """Where there are enough in all, those whose seats or deputies are fewer than they are."""
    members = [member.name for member in plan.association.members_in(plan.year)]
    for shared in board.shares:
        named = [name for name in shared.members if name in members]
        for what, all_of, own in ((_SEATS, board.seats, shared.seats), (_DEPUTIES, board.deputies, shared.deputies)):
            enough_in_all = all_of is not None and all_of >= _asked(len(members), plan.year)
            if enough_in_all and own is not None and own < _asked(len(named), plan.year):
                yield _seats(
                    Text(
                        en=f"{what.en} of {', '.join(named)}: {own}, which is fewer than one each",
                        sv=f"{what.sv} för {', '.join(named)}: {own}, vilket är färre än en var",
                    )
                )


def _not_said(what: Text) -> Breach:
    message = Text(
        en=f"the plan does not say how many {what.en} the board has",
        sv=f"planen säger inte hur många {what.sv} styrelsen har",
    )
    return _seats(message, unknown=True)


def _seats(message: Text, *, unknown: bool = False) -> Breach:
    charter = law.CHARTER.provision.section
    remedy = Text(
        en=f"give every member a seat and a deputy, in the charter ({charter}) and under [governance.board]",
        sv=f"ge varje medlem en plats och en ersättare, i förbundsordningen ({charter}) och under [governance.board]",
    )
    if unknown:
        remedy = Text(
            en="write seats and deputies under [governance.board]",
            sv="skriv seats och deputies under [governance.board]",
        )
    return Breach(place="governance.board", message=message, remedy=remedy, unknown=unknown)


@check(
    "F105",
    Severity.ERROR,
    basis=law.AUDITORS.provision,
    sv="Det finns en revisor för varje medlem; Försäkringskassan utser en gemensam för sig och Arbetsförmedlingen.",
)
def every_member_has_an_auditor(plan: OperationalPlan) -> Iterator[Breach]:
    """There is an auditor for each member; Försäkringskassan appoints a joint one for itself and Arbetsförmedlingen."""
    auditors = plan.governance.auditors if plan.governance else None
    remedy = Text(
        en="see to it that every member has an auditor, alone or jointly, and write it under [[governance.auditors]]",
        sv="se till att varje medlem har en revisor, egen eller gemensam, och skriv det under [[governance.auditors]]",
    )
    if auditors is None:
        message = Text(en="the plan does not say who audits", sv="planen säger inte vem som reviderar")
        yield Breach(place="governance.auditors", message=message, remedy=remedy, unknown=True)
        return
    audited = {member for auditor in auditors for member in auditor.for_members}
    if FORSAKRINGSKASSAN.name in audited:
        audited.add(ARBETSFORMEDLINGEN.name)
    missing = [member.name for member in plan.association.members_in(plan.year) if member.name not in audited]
    if missing:
        names, unread = ", ".join(missing), not law.AUDITORS.is_known(date(plan.year, 12, 31))
        yield Breach(
            place="governance.auditors",
            message=Text(
                en=f"no auditor is named for {names}" + (_UNREAD.en if unread else ""),
                sv=f"ingen revisor anges för {names}" + (_UNREAD.sv if unread else ""),
            ),
            remedy=remedy,
            unknown=unread,
        )


_UNREAD = Text(
    en="; the wording that applied before 2020 has not been read",
    sv="; lydelsen som gällde före 2020 har inte lästs",
)


@check(
    "F106",
    Severity.ERROR,
    basis=law.CHARTER.provision,
    sv="Förbundsordningen har alla de punkter som paragrafen räknar upp.",
)
def charter_has_every_item(plan: OperationalPlan) -> Iterator[Breach]:
    """The charter has every item that the section lists."""
    charter = plan.governance.charter if plan.governance else None
    remedy = Text(
        en="write what the charter has and lacks under [governance.charter]; a change needs all members",
        sv="skriv vad förbundsordningen har och saknar under [governance.charter]; en ändring kräver alla medlemmar",
    )
    unread = not law.CHARTER.is_known(date(plan.year, 12, 31))
    items = charter.items if charter else dict.fromkeys(law.CHARTER_ITEMS, Presence.UNKNOWN)
    for number, presence in items.items():
        if presence is Presence.ABSENT:
            item = law.CHARTER_ITEMS[number]
            yield Breach(
                place="governance.charter",
                message=Text(
                    en=f"item {number} is absent: {item.en}" + (_UNREAD.en if unread else ""),
                    sv=f"punkt {number} saknas: {item.sv}" + (_UNREAD.sv if unread else ""),
                ),
                remedy=remedy,
                unknown=unread,
            )
    unknown = [number for number, presence in items.items() if presence is Presence.UNKNOWN]
    if unknown:
        yield Breach(
            place="governance.charter",
            message=Text(
                en=f"for {len(unknown)} of the {len(items)} items it is not known whether the charter has them",
                sv=f"för {len(unknown)} av de {len(items)} punkterna är det inte känt om förbundsordningen har dem",
            ),
            remedy=remedy,
            unknown=True,
        )


RULES: tuple[Rule, ...] = (every_member_has_a_seat_and_a_deputy, every_member_has_an_auditor, charter_has_every_item)

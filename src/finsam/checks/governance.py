"""1xx, continued: who decides, by what charter, and who audits."""

from collections.abc import Iterator

from finsam import law
from finsam.checks.rules import Breach, Rule, numbered
from finsam.finding import Chapter, Severity
from finsam.governance import Board, Charter, Presence
from finsam.language import Text
from finsam.organisations import ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN
from finsam.plan import OperationalPlan

__all__ = ["RULES"]

_BOARD = ("governance", "board")
_AUDITORS = ("governance", "auditors")
_CHARTER = ("governance", "charter")


@numbered(
    "F104",
    Severity.ERROR,
    law.ONE_MEMBER_ONE_SEAT,
    Text(
        en="Every member has at least {number} seat and {number} deputy on the board, and there are as many deputies "
        "as seats.",
        sv="Varje medlem har minst {number} ledamot och {number} ersättare i styrelsen, och ersättarna är lika många "
        "som ledamöterna.",
    )(number=law.ONE_MEMBER_ONE_SEAT.latest),
    chapter=Chapter.GOVERNANCE,
)
def _a_seat_and_a_deputy(plan: OperationalPlan) -> Iterator[Breach]:
    if law.ONE_MEMBER_ONE_SEAT.first.year > plan.year:
        return
    board = plan.governance.board if plan.governance else None
    if board is None or board.seats is None:
        yield _not_said(_SEATS)
        return
    deputies = board.seats if board.personal_deputies and board.deputies is None else board.deputies
    too_few = [*_too_few(board.seats, deputies, plan)]
    yield from too_few
    if deputies is None:
        yield _not_said(_DEPUTIES)
    elif deputies != board.seats and not too_few:
        message = _NOT_AS_MANY(deputies=deputies, seats=board.seats)
        yield Breach(path=_BOARD, message=message, remedy=_A_SEAT_EACH)
    yield from _whose(board, plan)


def _too_few(seats: int, deputies: int | None, plan: OperationalPlan) -> Iterator[Breach]:
    """That there are fewer than the members of a plan year, and how it was read before the correction."""
    for year in plan.planned_years:
        members = len(plan.association.members_in(year))
        asked = members * law.ONE_MEMBER_ONE_SEAT.in_year(year)
        few = [
            _COUNTED(count=count, what=what)
            for count, what in ((seats, _SEATS), (deputies, _DEPUTIES))
            if count is not None and count < asked
        ]
        if few:
            count = _BOTH(one=few[0], other=few[1]) if len(few) > 1 else few[0]
            message = _TOO_FEW(count=count, members=members, year=year)
            if plan.year <= law.SEATS_SHARED_UNTIL:  # the plan of that year was adopted before the correction
                message = _AS_THEN_READ(message=message, year=law.SEATS_SHARED_UNTIL)
            yield Breach(path=_BOARD, message=message, remedy=_A_SEAT_EACH)
            return


def _whose(board: Board, plan: OperationalPlan) -> Iterator[Breach]:
    """Where there are enough in all, those whose seats or deputies are fewer than they are."""
    asked = law.ONE_MEMBER_ONE_SEAT.in_year(plan.year)
    members = [member.name for member in plan.association.members_in(plan.year)]
    for index, shared in enumerate(board.shares):
        named = [name for name in shared.members if name in members]
        for what, all_of, own in ((_SEATS, board.seats, shared.seats), (_DEPUTIES, board.deputies, shared.deputies)):
            enough_in_all = all_of is not None and all_of >= len(members) * asked
            if enough_in_all and own is not None and own < len(named) * asked:
                yield Breach(
                    path=(*_BOARD, "shares", index),
                    message=_FEWER_THAN_THEY_ARE(what=what, names=tuple(named), own=own, each=asked),
                    remedy=_A_SEAT_EACH,
                )


def _not_said(what: Text) -> Breach:
    return Breach(path=_BOARD, message=_HOW_MANY(what=what), remedy=_WRITE_SEATS, unknown=True)


_SEATS = Text(en="seats", sv="ledamöter")
_DEPUTIES = Text(en="deputies", sv="ersättare")
_NOT_AS_MANY = Text(
    en="there are {deputies} deputies for {seats} seats", sv="det finns {deputies} ersättare för {seats} ledamöter"
)
_COUNTED = Text(en="{count} {what}", sv="{count} {what}")
_BOTH = Text(en="{one} and {other}", sv="{one} och {other}")
_TOO_FEW = Text(
    en="there are {count} for {members} members in {year}",
    sv="det finns {count} för {members} medlemmar {year}",
)
_AS_THEN_READ = Text(
    en="{message}; until the reading was corrected in {year} municipalities were often thought to be able to share",
    sv="{message}; fram till att tolkningen rättades {year} ansågs kommuner ofta kunna dela",
)
_FEWER_THAN_THEY_ARE = Text(
    en="{what} of {names}: {own}, which is fewer than {each} each",
    sv="{what} för {names}: {own}, vilket är färre än {each} var",
)
_HOW_MANY = Text(
    en="the plan does not say how many {what} the board has",
    sv="det framgår inte av planen hur många {what} styrelsen har",
)
_A_SEAT_EACH = Text(
    en="give every member a seat and a deputy, in the charter and under [governance.board]",
    sv="ge varje medlem en ledamot och en ersättare, i förbundsordningen och under [governance.board]",
)
_WRITE_SEATS = Text(
    en="write seats and deputies under [governance.board]",
    sv="skriv antalet ledamöter (seats) och ersättare (deputies) under [governance.board]",
)


@numbered(
    "F105",
    Severity.ERROR,
    law.AUDITORS,
    Text(
        en="There is an auditor for each member; Försäkringskassan appoints a joint one for itself and "
        "Arbetsförmedlingen.",
        sv="Det finns en revisor för varje medlem; Försäkringskassan utser en gemensam för sig och Arbetsförmedlingen.",
    ),
    chapter=Chapter.GOVERNANCE,
)
def _an_auditor(plan: OperationalPlan) -> Iterator[Breach]:
    auditors = plan.governance.auditors if plan.governance else None
    if auditors is None:
        yield Breach(path=_AUDITORS, message=_WHO_AUDITS, remedy=_AN_AUDITOR_EACH, unknown=True)
        return
    audited = {member for auditor in auditors for member in auditor.for_members}
    if FORSAKRINGSKASSAN.name in audited:
        audited.add(ARBETSFORMEDLINGEN.name)
    for year in plan.planned_years:
        members = plan.association.members_in(year)
        missing = tuple(member.name for member in members if member.name not in audited)
        audited |= {*missing}  # told once
        if missing:
            unread = law.AUDITORS.is_unread(year)
            message = _NO_AUDITOR(names=missing, year=year)
            yield Breach(
                path=_AUDITORS,
                message=_UNREAD(message=message, year=law.AUDITORS.first.year) if unread else message,
                remedy=_AN_AUDITOR_EACH,
                unknown=unread,
            )


_WHO_AUDITS = Text(en="the plan does not say who audits", sv="det framgår inte av planen vem som är revisor")
_NO_AUDITOR = Text(en="no auditor is named for {names} in {year}", sv="ingen revisor anges för {names} {year}")
_AN_AUDITOR_EACH = Text(
    en="see to it that every member has an auditor, alone or jointly, and write it under [[governance.auditors]]",
    sv="se till att varje medlem har en revisor, egen eller gemensam, och skriv det under [[governance.auditors]]",
)
_UNREAD = Text(
    en="{message}; the wording that applied before {year} has not been read",
    sv="{message}; lydelsen som gällde före {year} har inte lästs",
)


@numbered(
    "F106",
    Severity.ERROR,
    law.CHARTER,
    Text(
        en="The charter has every item that the section lists.",
        sv="Förbundsordningen har alla de punkter som paragrafen räknar upp.",
    ),
    chapter=Chapter.GOVERNANCE,
)
def _every_item(plan: OperationalPlan) -> Iterator[Breach]:
    charter = plan.governance.charter if plan.governance and plan.governance.charter else Charter()
    wording = law.CHARTER.began(plan.year)
    texts = wording.value
    items = charter.items(len(texts))
    for number, presence in items.items():
        if presence is Presence.ABSENT:
            message = _ABSENT(number=number, item=texts[number - 1])
            yield Breach(path=(*_CHARTER, "absent"), message=message, remedy=_WRITE_ITEMS)
    if unknown := sum(presence is Presence.UNKNOWN for presence in items.values()):
        message = _NOT_KNOWN(unknown=unknown, items=len(items), section=wording.provision.section)
        yield Breach(path=_CHARTER, message=message, remedy=_WRITE_ITEMS, unknown=True)


_ABSENT = Text(en="item {number} is absent: {item}", sv="punkt {number} saknas: {item}")
_NOT_KNOWN = Text(
    en="for {unknown} of the {items} items of {section} it is not known whether the charter has them",
    sv="för {unknown} av de {items} punkterna i {section} framgår det inte om förbundsordningen har dem",
)
_WRITE_ITEMS = Text(
    en="write what the charter has and lacks under [governance.charter]; a change needs all members",
    sv="skriv vad förbundsordningen har (present) och saknar (absent) under [governance.charter]; en ändring kräver "
    "alla medlemmar",
)

RULES: tuple[Rule, ...] = (_a_seat_and_a_deputy, _an_auditor, _every_item)

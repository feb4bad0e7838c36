"""Governance (*styrning*): the board, the charter, the auditors, the staff, and how the plan was adopted."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import field, frozen

from finsam import law
from finsam.errors import PlanError, at
from finsam.language import Choice, Text
from finsam.organisations import member_name
from finsam.period import Year
from finsam.place import Path
from finsam.readonly import ReadOnly
from finsam.staffing import Post
from finsam.typed import typed

__all__ = [
    "Adoption",
    "Auditor",
    "Board",
    "Charter",
    "Event",
    "Governance",
    "Presence",
    "Seats",
    "Trade",
    "named_members",
]


def _name(member: str | None) -> str | None:
    return member_name(member) if isinstance(member, str) else member


def _names(members: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(member_name, members))


@frozen(kw_only=True, field_transformer=typed)
class Event:
    """Something that happened or is to happen on a day (*händelse*), in the words of the plan; no person is named."""

    on: date
    text: str


@frozen(kw_only=True, field_transformer=typed)
class Seats:
    """
    Seats and deputies (*ledamöter och ersättare*) of one member, or of several who share them; None where not said.

    Raises `PlanError` for numbers below zero.
    """

    members: tuple[str, ...] = field(converter=_names)
    seats: int
    deputies: int | None = None

    def __attrs_post_init__(self) -> None:
        _none_below_zero(self, "seats", "deputies")


@frozen(kw_only=True, field_transformer=typed)
class Board:
    """
    The board (*styrelse*): how many seats and deputies, whose they are, and until when it is elected.

    `chair` and `vice_chairs` are the members whose representatives hold the office, never persons. None where the
    plan does not say. `term_years` is what the charter says, if it is not the act's. Raises `PlanError` for numbers
    below zero, and for a term that ends before it starts.
    """

    seats: int | None = None
    deputies: int | None = None
    personal_deputies: bool = False
    shares: tuple[Seats, ...] = ()
    chair: str | None = field(default=None, converter=_name)
    vice_chairs: tuple[str, ...] = field(default=(), converter=_names)
    term_start: date | None = None
    term_end: date | None = None
    term_years: int | None = None

    def __attrs_post_init__(self) -> None:
        _none_below_zero(self, "seats", "deputies", "term_years")
        if self.term_start and self.term_end and self.term_end < self.term_start:
            raise PlanError(at(_TERM(start=self.term_start, end=self.term_end), "term_end"))


class Presence(Choice):
    """Whether the charter has an item; `unknown` where nobody has looked."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@frozen(kw_only=True, field_transformer=typed)
class Charter:
    """
    The charter (*förbundsordning*): the numbers of the items of 9 § that it has, and of those that it does not have,
    and when it was last revised.

    An item that is in neither is unknown. `notice_months` is the notice that it states for a member who leaves, in
    whole months; None where it states none. Raises `PlanError` for a number that is not an item's, for one that is
    named twice, and for a notice below zero.
    """

    present: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    revised: date | None = None
    notice_months: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.notice_months is not None and self.notice_months < 0:
            raise PlanError(at(_NO_NOTICE(months=self.notice_months), "notice_months"))
        last = max(map(len, law.CHARTER.values))
        for kind in ("present", "absent"):
            for index, number in enumerate(getattr(self, kind)):
                if not 1 <= number <= last:
                    section = law.CHARTER.provision.section
                    raise PlanError(at(_NO_ITEM(number=number, section=section, last=last), kind, index))
                if number in self.present and number in self.absent:
                    raise PlanError(at(_BOTH(number=number), kind, index))
                if number in getattr(self, kind)[:index]:
                    raise PlanError(at(_TWICE(number=number), kind, index))

    def items(self, number_of_items: int) -> Mapping[int, Presence]:
        """Whether it has each of so many items, by their number."""
        numbers = range(1, number_of_items + 1)
        known = dict.fromkeys(self.present, Presence.PRESENT) | dict.fromkeys(self.absent, Presence.ABSENT)
        return ReadOnly({number: known.get(number, Presence.UNKNOWN) for number in numbers})


@frozen(kw_only=True, field_transformer=typed)
class Auditor:
    """An auditor (*revisor*), by the members on whose behalf it audits; never a person."""

    for_members: tuple[str, ...] = field(converter=_names)


@frozen(kw_only=True, field_transformer=typed)
class Trade:
    """A part of a post that the association sells to another, or buys from it (*köp och försäljning av tjänst*)."""

    post: Post
    counterpart: str
    sold: bool


@frozen(kw_only=True, field_transformer=typed)
class Adoption:
    """
    How the plan was adopted (*fastställd*): the day, and whether the members were consulted before (*samråd*).

    None where the plan does not say. `drafted` is the day of the draft that the members were consulted on, and
    `consulted_on` the day on which they had been consulted. `note` is what the plan says about it, and
    `to_be_replaced_on` the day of a decision that is to replace it. `public` is whether the meeting was open to all,
    and `announced_on` the day on which it was announced (*tillkännagivande*).
    """

    on: date | None = None
    consulted: bool | None = None
    note: str | None = None
    to_be_replaced_on: date | None = None
    drafted: date | None = None
    consulted_on: date | None = None
    public: bool | None = None
    announced_on: date | None = None

    @property
    def was_consulted(self) -> bool | None:
        """Whether the members were consulted (*samråd*), which a day says too; None where nothing says it."""
        return True if self.consulted is None and self.consulted_on is not None else self.consulted


@frozen(kw_only=True, field_transformer=typed)
class Governance:
    """
    Who decides, who prepares, who works and who audits; what the plan does not say is None or empty.

    `annual_reports` are the days on which the annual report of each year was drawn up. Raises `PlanError` for one that
    was drawn up before its year had ended.
    """

    adoption: Adoption | None = None
    board: Board | None = None
    charter: Charter | None = None
    auditors: tuple[Auditor, ...] | None = None
    staff: tuple[Post, ...] = ()
    trades: tuple[Trade, ...] = ()
    services_from: tuple[str, ...] = ()
    preparatory_group: str | None = None
    working_committee: str | None = None
    archive_authority: str | None = None
    case_number: str | None = None
    annual_reports: Mapping[Year, date] = field(factory=ReadOnly)

    def __attrs_post_init__(self) -> None:
        for year, day in self.annual_reports.items():
            if day.year <= year:
                raise PlanError(at(_TOO_EARLY(year=year, day=day), "annual_reports", str(year)))


def named_members(governance: Governance | None) -> Iterator[tuple[Path, str | None]]:
    """Everyone who is named as a member, each with the place; None where nobody is."""
    board = governance.board if governance else None
    auditors = (governance.auditors if governance else None) or ()
    for index, auditor in enumerate(auditors):
        for number, name in enumerate(auditor.for_members):
            yield ("auditors", index, "for_members", number), name
    if board is None:
        return
    yield ("board", "chair"), board.chair
    for index, name in enumerate(board.vice_chairs):
        yield ("board", "vice_chairs", index), name
    for index, seats in enumerate(board.shares):
        for number, name in enumerate(seats.members):
            yield ("board", "shares", index, "members", number), name


def _none_below_zero(of: Seats | Board, *numbers: str) -> None:
    """Refuse a number below zero."""
    for name in numbers:
        if (number := getattr(of, name)) is not None and number < 0:
            raise PlanError(at(_NEGATIVE(number=number), name))


_NEGATIVE = Text(
    en="a number of the board is {number}; write zero or more",
    sv="ett antal i styrelsen är {number}; skriv noll eller mer",
)
_TERM = Text(
    en="the board's term cannot end on {end}, before it starts on {start}",
    sv="styrelsens mandattid kan inte sluta {end}, innan den börjar {start}",
)
_TOO_EARLY = Text(
    en="the annual report for {year} cannot be drawn up on {day}, before the year has ended",
    sv="årsredovisningen för {year} kan inte upprättas {day}, innan året är slut",
)
_NO_ITEM = Text(
    en="there is no item {number} in {section}; write a number from 1 to {last}",
    sv="det finns ingen punkt {number} i {section}; skriv ett nummer från 1 till {last}",
)
_NO_NOTICE = Text(
    en="the notice is {months} months; write zero or more",
    sv="uppsägningstiden är {months} månader; skriv noll eller mer",
)
_TWICE = Text(en="item {number} is named twice; write it once", sv="punkt {number} anges två gånger; skriv den en gång")
_BOTH = Text(
    en="item {number} is both present and absent; write it under one of them",
    sv="punkt {number} både finns och saknas; skriv den under ett av dem",
)

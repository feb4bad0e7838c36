"""Governance (*styrning*): the board, the charter, the auditors, the staff, and how the plan was adopted."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from finsam import law
from finsam.errors import PlanError
from finsam.language import Choice
from finsam.readonly import ReadOnly
from finsam.staffing import Post

__all__ = ["Adoption", "Auditor", "Board", "Charter", "Event", "Governance", "Presence", "Seats", "Trade"]


@frozen(kw_only=True)
class Event:
    """Something that happened or is to happen on a day (*händelse*), in the words of the plan; no person is named."""

    on: date
    text: str


@frozen(kw_only=True)
class Seats:
    """Seats and deputies (*platser och ersättare*) of one member, or of several who share them; None where not said."""

    members: tuple[str, ...]
    seats: int
    deputies: int | None = None

    def __attrs_post_init__(self) -> None:
        for count in (self.seats, self.deputies):
            if count is not None and count < 0:
                raise PlanError(f"the seats of {', '.join(self.members)} are {count}; write nought or more")


@frozen(kw_only=True)
class Board:
    """
    The board (*styrelse*): how many seats and deputies, whose they are, and until when it is elected.

    `chair` and `vice_chairs` are the members whose representatives hold the office, never persons. None where the
    plan does not say. `term_years` is what the charter says, if it is not the act's. Raises `PlanError` for numbers
    below nought.
    """

    seats: int | None = None
    deputies: int | None = None
    personal_deputies: bool = False
    shares: tuple[Seats, ...] = ()
    chair: str | None = None
    vice_chairs: tuple[str, ...] = ()
    term_start: date | None = None
    term_end: date | None = None
    term_years: int | None = None

    def __attrs_post_init__(self) -> None:
        for count in (self.seats, self.deputies, self.term_years):
            if count is not None and count < 0:
                raise PlanError(f"a number of the board is {count}; write nought or more")
        if self.term_start and self.term_end and self.term_end < self.term_start:
            raise PlanError(f"the board's term cannot end on {self.term_end}, before it starts on {self.term_start}")


class Presence(Choice):
    """Whether the charter has an item; `unknown` where nobody has looked."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"


def _items(items: Mapping[int, Presence]) -> Mapping[int, Presence]:
    return ReadOnly({number: items.get(number, Presence.UNKNOWN) for number in (*law.CHARTER_ITEMS, *items)})


@frozen(kw_only=True)
class Charter:
    """
    The charter (*förbundsordning*): which of the items of 9 § it has, by their number, and when it was last revised.

    An item that is not given is unknown. Raises `PlanError` for a number that is not an item's.
    """

    items: Mapping[int, Presence] = field(factory=dict, converter=_items)
    revised: date | None = None

    def __attrs_post_init__(self) -> None:
        for number in self.items:
            if number not in law.CHARTER_ITEMS:
                place, last = law.CHARTER.provision.section, len(law.CHARTER_ITEMS)
                raise PlanError(f"there is no item {number} in {place}; write a number from 1 to {last}")


@frozen(kw_only=True)
class Auditor:
    """An auditor (*revisor*), by the members on whose behalf it audits; never a person."""

    for_members: tuple[str, ...]


@frozen(kw_only=True)
class Trade:
    """A part of a post that the association sells to another, or buys from it (*köp och försäljning av tjänst*)."""

    post: Post
    counterpart: str
    sold: bool


@frozen(kw_only=True)
class Adoption:
    """
    How the plan was adopted (*fastställd*): the day, and whether the members were consulted before (*samråd*).

    None where the plan does not say. `note` is what it says about it, and `to_be_replaced_on` the day of a decision
    that is to replace it.
    """

    on: date | None = None
    consulted: bool | None = None
    note: str | None = None
    to_be_replaced_on: date | None = None


@frozen(kw_only=True)
class Governance:
    """Who decides, who prepares, who works and who audits; what the plan does not say is None or empty."""

    board: Board | None = None
    charter: Charter | None = None
    auditors: tuple[Auditor, ...] | None = None
    adoption: Adoption | None = None
    staff: tuple[Post, ...] = ()
    trades: tuple[Trade, ...] = ()
    services_from: tuple[str, ...] = ()
    preparatory_group: str | None = None
    working_committee: str | None = None
    archive_authority: str | None = None
    case_number: str | None = None

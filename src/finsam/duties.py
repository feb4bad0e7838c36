"""The duties of a year (*årets skyldigheter*): what the act asks for by which day, and what is done or late."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeVar

from attrs import frozen
from dateutil.relativedelta import relativedelta

from finsam import law
from finsam.association import Association
from finsam.governance import Adoption, Board, Governance
from finsam.language import Choice, Text
from finsam.membership import notice_months
from finsam.organisations import ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN
from finsam.period import calendar_year
from finsam.plan import OperationalPlan
from finsam.statute import Dated, Provision
from finsam.typed import expect

__all__ = ["Duty", "DutyStatus", "annual_report_by", "duties"]

T = TypeVar("T")


class DutyStatus(Choice):
    """What has become of a duty on a day (*läge*); `unknown` where its day has passed and nobody has said."""

    DONE = "done", "done", "gjort"
    LATE = "late", "late", "försenat"
    TO_COME = "to come", "to come", "kommer"
    UNKNOWN = "unknown", "unknown", "uppgift saknas"


@frozen(kw_only=True)
class Duty:
    """
    Something that the act asks for (*skyldighet*): its last day, where that stands, and what has become of it.

    `done_on` is the day on which it was or is to be done; None where that is not said.
    """

    what: Text
    day: date
    provision: Provision
    status: DutyStatus
    done_on: date | None = None


def duties(of: OperationalPlan | Association, year: int, *, on: date | None = None) -> tuple[Duty, ...]:
    """
    What the act asks for in a calendar year (*årets skyldigheter*), in the order of its days.

    In a year the budget of the next is consulted on and adopted, and the annual report of the one before drawn up.
    `on` is the day on which it is asked what is done and what is late; without it everything that is said of the year
    has happened. Of an association alone nothing is said. Raises `PeriodError` for what is no year.

    >>> bygden = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
    >>> for duty in duties(bygden, 2027, on=date(2027, 4, 1)):
    ...     print(duty.day, duty.status, duty.what, duty.provision.section, sep="; ")
    2027-01-01; unknown; every member has an auditor; 25 §
    2027-03-31; unknown; the annual report for 2026 is drawn up; 24 §
    2027-11-30; to come; the members are consulted on the budget for 2028; 23 §
    2027-11-30; to come; the budget for 2028 is adopted; 23 §
    2027-11-30; to come; the meeting that adopts it is public, and announced before; 19 §
    """
    if not isinstance(of, Association):
        expect(of, OperationalPlan, "duties")
    calendar_year(year)
    plan = None if isinstance(of, Association) else of
    association = of if isinstance(of, Association) else of.association
    if not association.members_in(year):
        return ()
    asked = _Asked(association, plan, year, on or date.max)
    found = (*_auditors(asked), *_report(asked), *_board(asked), *_members(asked), *_budget(asked))
    return tuple(sorted(found, key=lambda duty: duty.day))


@frozen
class _Asked:
    """Of whom, for which year, and on which day."""

    association: Association
    plan: OperationalPlan | None
    year: int
    on: date

    @property
    def governance(self) -> Governance:
        """Who decides, so far as is known."""
        return (self.plan and self.plan.governance) or Governance()

    def duty(
        self,
        what: Text,
        by: date,
        law: Dated[T],
        *,
        done_on: date | None = None,
        done: bool | None = None,
    ) -> Duty:
        """A duty, with what has become of it; `done` says whether it is where that is known without a day."""
        return Duty(
            what=what,
            day=by,
            provision=law.provision_in(self.year),
            done_on=done_on,
            status=self._status(by, done_on=done_on, done=done),
        )

    def _status(self, by: date, *, done_on: date | None, done: bool | None) -> DutyStatus:
        if done_on is not None:
            if done_on <= self.on:
                return DutyStatus.DONE if done_on <= by else DutyStatus.LATE
            return DutyStatus.LATE if by < self.on else DutyStatus.TO_COME
        if done and self.on >= by:
            return DutyStatus.DONE
        if self.on <= by:
            return DutyStatus.TO_COME
        return DutyStatus.UNKNOWN if done is None else DutyStatus.LATE


def _auditors(of: _Asked) -> Iterator[Duty]:
    """That every member has an auditor when the year or its membership begins."""
    auditors = of.governance.auditors
    audited = {name for auditor in auditors or () for name in auditor.for_members}
    if FORSAKRINGSKASSAN.name in audited:
        audited.add(ARBETSFORMEDLINGEN.name)
    members = of.association.members_in(of.year)
    done = None if auditors is None else all(member.name in audited for member in members)
    first = max(date(of.year, 1, 1), of.association.formed or date.min)
    if law.AUDITORS.is_known(first):
        yield of.duty(_AUDITORS, first, law.AUDITORS, done=done)


def _report(of: _Asked) -> Iterator[Duty]:
    """The annual report of the year before, if the association was there in it."""
    before = of.year - 1
    by = annual_report_by(before)
    if by is None or not of.association.members_in(before):
        return
    yield of.duty(_REPORT(year=before), by, law.ANNUAL_REPORT_MONTHS, done_on=of.governance.annual_reports.get(before))


def annual_report_by(year: int) -> date | None:
    """The last day to draw up the annual report (*årsredovisning*) for a year; None where the law has not been read."""
    if law.ANNUAL_REPORT_MONTHS.is_unread(year + 1):
        return None
    months = law.ANNUAL_REPORT_MONTHS.in_year(year + 1)
    return date(year + 1, 1, 1) + relativedelta(months=months) - timedelta(days=1)


def _board(of: _Asked) -> Iterator[Duty]:
    """That a board is elected when the term of this one ends."""
    end = _term_end(of.governance.board)
    if end is not None and end.year == of.year:
        yield of.duty(_BOARD, end, law.BOARD_TERM)


def _term_end(board: Board | None) -> date | None:
    """The last day for which the board is elected: as it is said, or the whole term from its first day."""
    if board is None or board.term_end is not None or board.term_start is None:
        return None if board is None else board.term_end
    if not law.BOARD_TERM.is_known(board.term_start):
        return None
    years = law.BOARD_TERM.on(board.term_start) if board.term_years is None else board.term_years
    return board.term_start + relativedelta(years=years) - timedelta(days=1)


def _members(of: _Asked) -> Iterator[Duty]:
    """For those who leave, the last day to give notice, and the last of their membership."""
    for member in of.association.members:
        if member.left is None or not law.NOTICE_YEARS.is_known(member.left):
            continue
        notice = member.left - relativedelta(months=notice_months(of.plan, member.left))
        if notice.year == of.year:
            what = _NOTICE(name=member.name, left=member.left)
            yield of.duty(what, notice, law.NOTICE_YEARS, done_on=member.notice)
        if member.left.year == of.year:
            yield of.duty(_LEAVES(name=member.name), member.left, law.NOTICE_YEARS, done_on=member.left)


def _budget(of: _Asked) -> Iterator[Duty]:
    """What is to be done about the budget of the next year; at a formation after the last day the members adopt it."""
    if law.BUDGET_ADOPTION.is_unread(of.year):
        return
    by, after = law.BUDGET_ADOPTION.in_year(of.year).of(of.year), of.year + 1
    adoption = _adoption(of.plan, after)
    if of.association.formed is not None and by <= of.association.formed:
        yield of.duty(_ADOPTED_BY_MEMBERS(year=after), of.association.formed, law.BUDGET_ADOPTION, done_on=adoption.on)
        return
    yield of.duty(
        _CONSULTED(year=after),
        min(by, adoption.on or by),
        law.BUDGET_ADOPTION,
        done_on=adoption.consulted_on,
        done=adoption.consulted,
    )
    yield of.duty(_ADOPTED(year=after), by, law.BUDGET_ADOPTION, done_on=adoption.on)
    yield _meeting(of, adoption, adoption.on or by)


def _meeting(of: _Asked, adoption: Adoption, held: date) -> Duty:
    """That the meeting is public; one that is not cannot be announced in time."""
    announced = None if adoption.public is False else adoption.announced_on
    return of.duty(_PUBLIC, held, law.PUBLIC_MEETING, done_on=announced, done=adoption.public)


def _adoption(plan: OperationalPlan | None, year: int) -> Adoption:
    """How the budget of the year was adopted, so far as the plan is that of the year and says so."""
    return plan.adoption if plan and plan.year == year else Adoption()


_AUDITORS = Text(en="every member has an auditor", sv="varje medlem har en revisor")
_REPORT = Text(en="the annual report for {year} is drawn up", sv="årsredovisningen för {year} upprättas")
_BOARD = Text(
    en="the board's term ends; the members elect a new one", sv="styrelsens mandattid går ut; medlemmarna väljer ny"
)
_NOTICE = Text(
    en="{name} gives notice, to leave on {left}",
    sv="{name} säger upp sitt medlemskap, för att lämna {left}",
)
_LEAVES = Text(en="{name} is a member for the last day", sv="{name} är medlem sista dagen")
_CONSULTED = Text(
    en="the members are consulted on the budget for {year}", sv="samråd med medlemmarna om budgeten för {year}"
)
_ADOPTED = Text(en="the budget for {year} is adopted", sv="budgeten för {year} fastställs")
_ADOPTED_BY_MEMBERS = Text(
    en="the members adopt the budget for {year} when they form the association",
    sv="medlemmarna fastställer budgeten för {year} när de bildar förbundet",
)
_PUBLIC = Text(
    en="the meeting that adopts it is public, and announced before",
    sv="sammanträdet som fastställer den är offentligt, och tillkännages före",
)

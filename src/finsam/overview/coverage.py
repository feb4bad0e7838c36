"""Which municipalities the associations cover (*täckning*): on a day all 290, and in a year those in several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations

from attrs import field, frozen

from finsam.errors import Problem
from finsam.language import Text
from finsam.organisations import Municipality, Region, municipalities, municipality, regions
from finsam.overview.histories import History, histories
from finsam.period import Period, calendar_year
from finsam.place import place
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.typed import expect

__all__ = ["Coverage", "Covered", "MemberDays", "Overlap", "RegionCoverage", "coverage", "overlaps"]


@frozen(kw_only=True)
class Covered:
    """
    A municipality, and the associations of which it is a member on a day (*täckt kommun*).

    `unsure` are those of which the plans do not say whether it is one: it has no day on which it joined, or two plans
    for one year say different things.
    """

    municipality: Municipality
    associations: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


@frozen(kw_only=True)
class RegionCoverage:
    """
    How many of a region's municipalities are members of none, one or several associations (*täckning i en region*), and
    of how many it is not known. `region` is None for the municipality outside every region.
    """

    region: Region | None
    none: int
    one: int
    several: int
    unsure: int

    @property
    def total(self) -> int:
        """All of its municipalities."""
        return self.none + self.one + self.several + self.unsure


@frozen(kw_only=True)
class Coverage:
    """
    Every municipality on a day, with the associations of which it is a member (*täckning*), in the order of the codes.

    None means none of those whose plans are given. `known_by` is the year of the plan by which each association is
    known, by its name; `problems` are what is wrong with the plans, taken together.
    """

    on: date
    rows: tuple[Covered, ...]
    known_by: Mapping[str, int] = field(factory=ReadOnly)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def none(self) -> tuple[Municipality, ...]:
        """Those that are members of none of the associations."""
        return self._of(0)

    @cached_property
    def one(self) -> tuple[Municipality, ...]:
        """Those that are members of one of them."""
        return self._of(1)

    @cached_property
    def several(self) -> tuple[Municipality, ...]:
        """Those that are members of two or more."""
        return tuple(each.municipality for each in self.rows if not each.unsure and len(each.associations) > 1)

    @cached_property
    def unsure(self) -> tuple[Municipality, ...]:
        """Those of which it is not known of how many they are members."""
        return tuple(each.municipality for each in self.rows if each.unsure)

    def _of(self, count: int) -> tuple[Municipality, ...]:
        return tuple(each.municipality for each in self.rows if not each.unsure and len(each.associations) == count)

    def of(self, name: str) -> Covered:
        """The row of the municipality with that code or name; raises `UnknownNameError`, which suggests the nearest."""
        wanted = municipality(name)
        return next(each for each in self.rows if each.municipality == wanted)

    @cached_property
    def by_region(self) -> tuple[RegionCoverage, ...]:
        """How many in each region, in the order of the codes, and last outside every region."""
        return tuple(self._in(region) for region in (*regions(), None))

    def _in(self, region: Region | None) -> RegionCoverage:
        code = None if region is None else region.code
        none, one, several, unsure = (
            sum(each.region_code == code for each in group)
            for group in (self.none, self.one, self.several, self.unsure)
        )
        return RegionCoverage(region=region, none=none, one=one, several=several, unsure=unsure)


@frozen(kw_only=True)
class MemberDays:
    """The days of a year on which a municipality is a member of an association (*medlemsdagar*)."""

    association: str
    period: Period


@frozen(kw_only=True)
class Overlap:
    """
    A municipality that is a member of several associations in a year (*flera förbund*), of each with its days.

    An association and those that it was formed from count as one. Parts of a municipality can lawfully belong to
    different associations.
    """

    municipality: Municipality
    memberships: tuple[MemberDays, ...]

    @property
    def at_once(self) -> bool:
        """Whether it is a member of several on some day."""
        return any(one.period.overlaps(other.period) for one, other in combinations(self.memberships, 2))


def coverage(plans: Iterable[OperationalPlan], *, on: date) -> Coverage:
    """
    Every municipality on a day with the associations of which it is a member (*täckning*), as far as the plans say.

    An association is known by its last plan for that year or an earlier one, or else by its first; who is a member
    stays one until it is said that it has left. What became part of another association is not counted from the day on
    which that was formed. Raises `WrongTypeError` for what are no plans, and for what is no day.

    >>> from datetime import date
    >>> of = coverage([example("hoglandet-2023"), example("gavleborg-2017")], on=date(2023, 6, 1))
    >>> of.of("Eksjö").associations, len(of.none), len(of.one), len(of.several)
    (('Höglandets samordningsförbund',), 274, 16, 0)
    """
    expect(on, date, "on")
    day = date(on.year, on.month, on.day)
    of = histories(plans)
    told = {each.name: _days(each, on.year) for each in of}
    known_by = {each.name: _chosen(each, on.year)[0].year for each in of}
    return Coverage(
        on=day,
        rows=tuple(_covered(each, told, day) for each in municipalities()),
        known_by=ReadOnly(known_by),
        problems=(*(problem for each in of for problem in each.problems), *_strangers(of)),
    )


def overlaps(plans: Iterable[OperationalPlan], year: int) -> tuple[Overlap, ...]:
    """
    The municipalities that are members of several associations in a year, in the order of the codes, with their days.

    The days are those that the plans say, otherwise as `coverage`. Raises `PeriodError` for what is no year, and
    `WrongTypeError` for what are no plans.
    """
    calendar_year(year)
    of = histories(plans)
    told = {each.name: _days(each, year) for each in of}
    ancestors = {each.name: each.ancestors for each in of}
    found = (Overlap(municipality=each, memberships=tuple(_sure_days(each, told))) for each in municipalities())
    return tuple(each for each in found if _is_several(each, ancestors))


@frozen(kw_only=True)
class _Days:
    """The days of a year on which a municipality is a member for sure, and on which it may be."""

    sure: Period | None
    possible: tuple[Period, ...]


def _is_several(of: Overlap, ancestors: Mapping[str, Mapping[str, History]]) -> bool:
    """Whether two of them are not one association before and after its formation."""
    names = [each.association for each in of.memberships]
    return any(one not in ancestors[other] and other not in ancestors[one] for one, other in combinations(names, 2))


def _covered(of: Municipality, told: Mapping[str, Mapping[str, _Days]], day: date) -> Covered:
    days = {name: members[of.code] for name, members in told.items() if of.code in members}
    sure = tuple(name for name, each in days.items() if each.sure is not None and day in each.sure)
    unsure = (name for name, each in days.items() if name not in sure and any(day in may for may in each.possible))
    return Covered(municipality=of, associations=sure, unsure=tuple(unsure))


def _sure_days(of: Municipality, told: Mapping[str, Mapping[str, _Days]]) -> Iterator[MemberDays]:
    for name, members in told.items():
        if of.code in members and (sure := members[of.code].sure) is not None:
            yield MemberDays(association=name, period=sure)


def _chosen(of: History, year: int) -> Sequence[OperationalPlan]:
    """The plans by which an association is known in a year: for one year, and one unless there are several for it."""
    earlier = [each for each in of.by_year if each <= year]
    return of.by_year[max(earlier, default=min(of.by_year))]


def _days(of: History, year: int) -> Mapping[str, _Days]:
    """The days of a year on which municipalities are members, by their codes."""
    each = [_days_by(plan, of, year) for plan in _chosen(of, year)]
    codes = dict.fromkeys(code for members in each for code in members)
    return {code: _together([members.get(code) for members in each]) for code in codes}


def _days_by(plan: OperationalPlan, of: History, year: int) -> Mapping[str, _Days]:
    """The same by one plan."""
    members: dict[str, _Days] = {}
    for member in plan.association.municipalities:
        began = member.joined or plan.association.formed or of.formed
        first, last = max(began or date.min, date(year, 1, 1)), min(member.left or date.max, date(year, 12, 31))
        if of.succeeded_on is not None:
            if of.succeeded_on <= first:
                continue
            last = min(last, of.succeeded_on - timedelta(days=1))
        if first <= last:
            days = Period(first=first, last=last)
            is_sure = began is not None or plan.year <= year
            members[member.organisation.code] = _Days(sure=days if is_sure else None, possible=(days,))
    return members


def _together(of: Sequence[_Days | None]) -> _Days:
    """What several plans say: for sure what all of them say, and possibly what any of them says."""
    said = [each for each in of if each is not None]
    sure = [each.sure for each in said if each.sure is not None]
    possible = tuple(may for each in said for may in each.possible)
    first, last = max(each.first for each in possible), min(each.last or date.max for each in possible)
    is_sure = len(sure) == len(of) and first <= last
    return _Days(sure=Period(first=first, last=last) if is_sure else None, possible=possible)


def _strangers(of: Iterable[History]) -> Iterator[Problem]:
    """The members that are in no register, and are counted nowhere."""
    known = {each.code for each in municipalities()}
    for plan in (plan for each in of for plan in each.plans):
        for index, member in enumerate(plan.association.municipalities):
            if member.organisation.code not in known:
                path = ("association", "municipalities", index)
                message = _STRANGER(name=member.name, code=member.organisation.code)
                where = f"{plan.association.name} {plan.year}: {place(path, plan)}"
                yield Problem(message=message, path=path, place=where)


_STRANGER = Text(
    en="{name} with the code {code} is in no register, and counted nowhere; give the municipality by its present name",
    sv="{name} med koden {code} finns inte i registret, och räknas inte med; ange kommunen med dess nuvarande namn",
)

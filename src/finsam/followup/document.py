"""The follow-up (*uppföljning*): what was measured in a year or a part of one, who took part, and what it cost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, field, frozen
from attrs.converters import optional

from finsam.budget import Category, IncomeKind
from finsam.errors import FollowUpError, Problem, at
from finsam.finding import Finding
from finsam.followup.evaluation import MEASURED_TWICE, Profile, Reading, read
from finsam.followup.livelihood import Livelihood, by_year
from finsam.followup.measurement import Measurement
from finsam.followup.participation import Participation
from finsam.followup.values import Both, Counted, Value
from finsam.goals import Indicator
from finsam.ids import places, used_twice
from finsam.language import Text
from finsam.money import Money
from finsam.period import Time, Year, as_time, calendar_year, in_order, time_key, time_label
from finsam.place import Path
from finsam.plan import OperationalPlan
from finsam.printed import PrintedAmount, as_amount
from finsam.readonly import ReadOnly
from finsam.rows import Columns
from finsam.shares import percent
from finsam.typed import typed

if TYPE_CHECKING:
    from finsam.followup.review import Evaluated, Review

__all__ = ["CostEntry", "FollowUp", "Gain", "IncomeEntry"]

R = TypeVar("R", bound=Columns[Money])


@frozen(kw_only=True, field_transformer=typed)
class Gain:
    """
    A socioeconomic gain (*samhällsekonomisk vinst*) as it was published: never a part of the accounts.

    `period` is over what time it is reckoned, in words; `model` is by what it was reckoned, and `gains` whose it is.
    """

    amount: PrintedAmount = field(converter=as_amount)
    period: str
    model: str
    gains: tuple[str, ...] = ()
    intervention: str | None = None
    note: str | None = None


@frozen(kw_only=True, field_transformer=typed)
class CostEntry(Columns[Money]):
    """
    What a row of costs came to (*utfall*), by the id of the plan's row; with a name and a category for a row that the
    plan has not.
    """

    id: str
    name: str | None = None
    category: Category | None = None
    intervention: str | None = None
    note: str | None = None


@frozen(kw_only=True, field_transformer=typed)
class IncomeEntry(Columns[Money]):
    """What a row of income came to (*utfall*), by the id of the plan's row; with a name where the plan has none."""

    id: str
    name: str | None = None
    kind: IncomeKind | None = None


@frozen(kw_only=True, field_transformer=typed)
class FollowUp:
    """
    A follow-up (*uppföljning*) of a plan, or of a year without one: measurements, participation and money.

    The fields are those of its file, in its order. `year` is the budget year of the plan that it follows up, and
    `plan` the plan's file or the name of an example. `period` is that of everything that does not say another, the year
    where it is left out; and `on` the day of the follow-up, the last of that period where it is left out. `invented`
    says that the figures are made up, as an example. `near` and `profile` are as for `evaluate`. `indicators` are those
    that the plan has not.

    Raises `PeriodError` for a year or a period that is none, and `FollowUpError` for a `near` and a profile that are
    not from 0 % to 100 %, for a profile that falls, for what is measured twice for the same time, for periods that
    overlap without one being a part of the other, for what was measured after the day, and for an id that is used
    twice.
    """

    association: str
    year: Year
    plan: str | None = None
    period: Time | None = field(default=None, converter=optional(as_time))
    on: date | None = None
    invented: bool = False
    near: Fraction | None = None
    note: str | None = None
    profile: Profile = field(factory=ReadOnly)
    indicators: tuple[Indicator, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    participation: tuple[Participation, ...] = ()
    livelihood: tuple[Livelihood, ...] = ()
    gains: tuple[Gain, ...] = ()
    received: Columns[Money] = field(factory=Columns)
    opening: Columns[Money] = field(factory=Columns)
    income: tuple[IncomeEntry, ...] = ()
    costs: tuple[CostEntry, ...] = ()

    def __attrs_post_init__(self) -> None:
        calendar_year(self.year)
        if problems := tuple(_misfits(self)):
            raise FollowUpError(*problems)

    @property
    def day(self) -> date:
        """The day of the follow-up: by what was known then, its targets are evaluated."""
        return self.on or in_order(self.period or self.year)[1]

    def time_of(self, row: Measurement | Participation) -> Time:
        """The year, or the part of one, that a row is for."""
        return row.period or self.period or self.year

    def until(self, day: date) -> "FollowUp":
        """What of it was known on a day: without what was measured and paid after that."""
        return evolve(
            self,
            on=day,
            measurements=tuple(row for row in self.measurements if in_order(self.time_of(row))[1] <= day),
            participation=tuple(row for row in self.participation if in_order(self.time_of(row))[1] <= day),
            livelihood=tuple(row for row in self.livelihood if in_order(row.year)[1] <= day),
            received=_known(self.received, day),
            income=tuple(_known(row, day) for row in self.income),
            costs=tuple(_known(row, day) for row in self.costs),
        )

    @property
    def times(self) -> tuple[Time, ...]:
        """Every year and part of one that something was measured for, in order."""
        rows: list[Measurement | Participation] = [*self.measurements, *self.participation]
        times = {self.time_of(row) for row in rows} | {row.year for row in self.livelihood}
        return tuple(sorted(times, key=in_order))

    def review(
        self,
        plan: OperationalPlan,
        *,
        earlier: "Iterable[FollowUp]" = (),
        on: date | None = None,
        near: Fraction | None = None,
    ) -> "Review":
        """The follow-up held against its plan, see `Review`; raises `FollowUpError` where it is not the plan's."""
        from finsam.followup.review import Review  # here, because a review is of a follow-up

        return Review(followup=self, plan=plan, earlier=tuple(earlier), on=on, near=near)

    def check(self) -> tuple[Finding, ...]:
        """What is contradictory or worth knowing in the follow-up by itself; see `finsam.checks`."""
        from finsam.checks import check  # here, because the checks are of follow-ups

        return check(self)

    def evaluate(
        self, plan: OperationalPlan, *, on: date | None = None, near: Fraction | None = None
    ) -> "tuple[Evaluated, ...]":
        """Every target of the plan, evaluated; as `review`."""
        return self.review(plan, on=on, near=near).evaluations

    def participation_in(self, intervention: str) -> tuple[Participation, ...]:
        """Who took part in the intervention of that id, in the order of the times."""
        of_it = [row for row in self.participation if row.intervention == intervention]
        return tuple(sorted(of_it, key=lambda row: in_order(self.time_of(row))))

    def readings(self, *, target: str | None = None, indicator: str | None = None) -> tuple[Reading, ...]:
        """What was measured of the target or the indicator of that id, in the order of the times."""
        found = (*self._readings.get(("target", target), ()), *self._readings.get(("indicator", indicator), ()))
        return tuple(sorted(found, key=lambda each: each.ends))

    def activity(self, id: str) -> tuple[Reading, ...]:
        """What was done of the activity of that id, in the order of the times."""
        return tuple(sorted(self._readings.get(("activity", id), ()), key=lambda each: each.ends))

    @cached_property
    def _readings(self) -> Mapping[tuple[str, str | None], Sequence[Reading]]:
        """What was measured of each target, indicator and activity, by its id."""
        by_name: dict[tuple[str, str | None], list[Reading]] = {}
        paid: dict[tuple[str, str | None], list[Livelihood]] = {}
        for row in self.measurements:
            by_name.setdefault((row.kind, row.name), []).append(self.read(row))
        for took_part in self.participation:
            if took_part.target is not None:
                by_name.setdefault(("target", took_part.target), []).append(self._took_part(took_part))
        for of_year in self.livelihood:
            for kind, name in (("target", of_year.target), ("indicator", of_year.indicator)):
                if name is not None:
                    paid.setdefault((kind, name), []).append(of_year)
        for key, rows in paid.items():
            by_name.setdefault(key, []).extend(Reading(time=each.year, value=each) for each in by_year(rows))
        return by_name

    def read(self, row: Measurement) -> Reading:
        """What a measurement says, with the time that it is for."""
        return read(row, self.time_of(row))

    def _took_part(self, row: Participation) -> Reading:
        heads = [None if of is None else of.participants for of in (row, row.women, row.men)]
        of_all, women, men = (None if each is None else Counted(count=each) for each in heads)
        value: Value | Both | None = of_all
        if value is None and women is not None and men is not None:
            value = Both(women=women, men=men)
        assert value is not None  # which `Participation` sees to
        return Reading(time=self.time_of(row), value=value, women=women, men=men)


def _known(row: R, day: date) -> R:
    """The row without outcomes of a time that ends after the day."""
    return evolve(row, outcome={time: each for time, each in row.outcome.items() if in_order(time)[1] <= day})


def _misfits(of: FollowUp) -> Iterator[Problem]:
    """Why the parts cannot be parts of one follow-up."""
    if of.near is not None and not 0 <= of.near <= 1:
        yield at(_NO_PART(share=percent(of.near)), "near")
    yield from _unlikely(of.profile)
    yield from used_twice([each.id for each in of.indicators], places("indicators"))
    for table in ("income", "costs"):
        yield from used_twice([each.id for each in getattr(of, table)], places(table))
    yield from _outcomes_after(of)
    yield from _same_time(of, "measurements", ((row.target, row.indicator, row.activity) for row in of.measurements))
    yield from _same_time(of, "participation", (row.intervention for row in of.participation))
    yield from _two_outcomes(of)
    seen: dict[tuple[str, int], int] = {}
    for index, row in enumerate(of.livelihood):
        if (row.municipality, row.year) in seen:
            yield at(_LIVELIHOOD_TWICE(municipality=row.municipality, year=row.year), "livelihood", index)
        seen.setdefault((row.municipality, row.year), index)


def _unlikely(profile: Profile) -> Iterator[Problem]:
    """What of the profile is no share of all, or less than the day before it has."""
    before = Fraction(0)
    for day, share in sorted(profile.items()):
        if not 0 <= share <= 1:
            yield at(_NO_PART(share=percent(share)), "profile", str(day))
        elif share < before:
            yield at(_FALLS(share=percent(share), day=day, before=percent(before)), "profile", str(day))
        before = max(before, share)


def _outcomes_after(of: FollowUp) -> Iterator[Problem]:
    """The outcomes of a time that ends after the day of the follow-up."""
    rows: list[tuple[Path, Columns[Money]]] = [(("received",), of.received)]
    for table in ("income", "costs"):
        rows += [((table, index), row) for index, row in enumerate(getattr(of, table))]
    for path, row in rows:
        for time in row.outcome:
            if in_order(time)[1] > of.day:
                message = _LATER(time=time_label(time), day=of.day)
                where = (*path, "outcome", time_key(time))
                yield Problem(message=message, path=where, rests_on=("on", "period", "year"))


def _same_time(of: FollowUp, table: str, names: Iterable[Any]) -> Iterator[Problem]:
    """The rows of a table that are of the same thing, and of times that do not go together; and those after the day."""
    before: dict[Any, list[Time]] = {}
    rows: tuple[Measurement | Participation, ...] = getattr(of, table)
    for index, (row, name) in enumerate(zip(rows, names, strict=True)):
        time = of.time_of(row)
        place: Path = (table, index) if row.period is None else (table, index, "period")
        (first, last), day = in_order(time), of.day
        if last > day:
            yield Problem(message=_LATER(time=time_label(time), day=day), path=place, rests_on=("on", "period", "year"))
        for other in before.setdefault(name, []):
            start, end = in_order(other)
            if (start, end) == (first, last):
                yield Problem(message=MEASURED_TWICE(time=time_label(time)), path=place, rests_on=("period", "year"))
            elif (
                first <= end and start <= last and not (start <= first <= last <= end or first <= start <= end <= last)
            ):
                message = _OVERLAP(time=time_label(time), other=time_label(other))
                yield Problem(message=message, path=place, rests_on=("period", "year"))
        before[name].append(time)


def _two_outcomes(of: FollowUp) -> Iterator[Problem]:
    """The rows of which a target has another outcome already, for the same time."""
    known = {(row.target, of.time_of(row)) for row in of.measurements if row.target is not None}
    took_part = [(row.target, of.time_of(row)) for row in of.participation]
    for index, named in enumerate(took_part):
        if named in known or (named[0] is not None and named in took_part[:index]):
            yield _two(named, "participation", index)
    known.update((target, time) for target, time in took_part if target is not None)
    for index, row in enumerate(of.livelihood):
        if row.target is not None and (row.target, row.year) in known:
            yield _two((row.target, row.year), "livelihood", index)


def _two(named: tuple[str | None, Time], table: str, index: int) -> Problem:
    target, time = named
    message = _TWO(target=target, time=time_label(time))
    return Problem(message=message, path=(table, index, "target"), rests_on=("measurements", "period", "year"))


_TWO = Text(
    en='"{target}" has another outcome for {time}; keep one, and name the target there only',
    sv='"{target}" har ett annat utfall för {time}; behåll ett, och ange målvärdet bara där',
)
_NO_PART = Text(en="write from 0 % to 100 %, not {share}", sv="skriv från 0 % till 100 %, inte {share}")
_FALLS = Text(
    en="{share} by {day} is less than {before} before it; a count does not fall",
    sv="{share} till och med {day} är mindre än {before} dessförinnan; ett antal minskar inte",
)
_LATER = Text(
    en="{time} ends after {day}, the day of the follow-up; write a later day under on, or another period",
    sv="{time} slutar efter {day}, uppföljningens dag; skriv en senare dag under on, eller en annan period",
)
_OVERLAP = Text(
    en="{time} and {other} overlap, and neither is a part of the other; write periods that do not",
    sv="{time} och {other} överlappar, och ingen är en del av den andra; skriv perioder som inte gör det",
)
_LIVELIHOOD_TWICE = Text(
    en="{municipality} has {year} twice; keep one", sv="{municipality} har {year} två gånger; behåll en"
)

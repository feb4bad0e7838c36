"""Which municipalities the associations cover (*täckning*), in tables and for machines."""

from collections.abc import Iterable, Sequence
from typing import Any

from finsam.errors import FinsamError
from finsam.language import Language, Text
from finsam.organisations import Municipality
from finsam.overview.coverage import Coverage, Covered, Overlap, RegionCoverage
from finsam.reports import records
from finsam.reports.labels import TOTAL, WRONG_IN_PLANS
from finsam.reports.parts import LABELLED, Item, Report, Row, Section, Table, section

__all__ = ["coverage_record", "coverage_report", "overlap_record", "overlap_section"]

Record = dict[str, Any]


def coverage_report(of: Coverage) -> Report:
    """
    How many municipalities of each region are members of none, one or several of the associations whose plans are
    given, which are members of several and of which it is not known, by which plans that is known, and what is wrong
    with the plans.
    """
    known = (_BY_PLAN(name=name, year=year) for name, year in of.known_by.items())
    parts = (
        section(
            _SEVERAL_TITLE, _listed(_with(each, each.associations) for each in of.rows if len(each.associations) > 1)
        ),
        section(_UNSURE_TITLE, _listed(_with(each, each.unsure) for each in of.rows if each.unsure)),
        section(_NONE_TITLE, _named(of.none)),
        section(_KNOWN, _listed(known)),
        section(WRONG_IN_PLANS, _listed(LABELLED(label=each.place, said=each.message) for each in of.problems)),
    )
    first = Section(blocks=(Item(words=_OF_THE_GIVEN), _table(of)))
    return Report(title=_TITLE(day=of.on), sections=(first, *(each for each in parts if each is not None)))


def _table(of: Coverage) -> Table:
    """A row a region, and a sum."""
    total = RegionCoverage(
        region=None, none=len(of.none), one=len(of.one), several=len(of.several), unsure=len(of.unsure)
    )
    rows = (
        Row(label=_OUTSIDE if each.region is None else each.region.name, cells=_cells(each)) for each in of.by_region
    )
    return Table(
        title=_COUNTED,
        headings=(_IN_NONE, _IN_ONE, _IN_SEVERAL, _NOT_KNOWN, TOTAL),
        rows=(*rows, Row(label=TOTAL, cells=_cells(total), sum=True)),
    )


def _cells(of: RegionCoverage) -> tuple[int, ...]:
    return of.none, of.one, of.several, of.unsure, of.total


def _with(of: Covered, names: tuple[str, ...]) -> Text:
    return LABELLED(label=of.municipality.name, said=names)


def _named(of: Sequence[Municipality]) -> tuple[Item, ...]:
    """The names, in one line; nothing where there is none."""
    return (Item(words=", ".join(each.name for each in of)),) if of else ()


def _listed(of: Iterable[Text]) -> tuple[Item, ...]:
    return tuple(Item(words=each, depth=1, listed=True) for each in of)


def overlap_section(of: Sequence[Overlap], year: int) -> Section:
    """The municipalities that are members of several associations in the year, each with its days."""
    lines = [
        (_AT_ONCE if each.at_once else _IN_TURN)(
            name=each.municipality.name,
            days=tuple(
                _DAYS(association=days.association, first=days.period.first, last=days.period.last)
                for days in each.memberships
            ),
        )
        for each in of
    ]
    return Section(title=_OVERLAPS(year=year), blocks=_listed(lines) or (Item(words=_NO_OVERLAP),))


def coverage_record(of: Coverage, language: Language = "en") -> Record:
    """The same as a dictionary, with every municipality by its code."""
    return {
        "on": str(of.on),
        "known_by": dict(of.known_by),
        "municipalities": [
            {
                "code": each.municipality.code,
                "name": each.municipality.name,
                "associations": list(each.associations),
                "unsure": list(each.unsure),
            }
            for each in of.rows
        ],
        "regions": [
            {
                "code": None if each.region is None else each.region.code,
                "none": each.none,
                "one": each.one,
                "several": each.several,
                "unsure": each.unsure,
            }
            for each in of.by_region
        ],
        "problems": records.problems(FinsamError(*of.problems), language),
    }


def overlap_record(of: Iterable[Overlap]) -> list[Record]:
    """The municipalities in several associations, with the first and the last day in each."""
    return [
        {
            "code": each.municipality.code,
            "name": each.municipality.name,
            "at_once": each.at_once,
            "memberships": [
                {"association": days.association, "first": str(days.period.first), "last": str(days.period.last)}
                for days in each.memberships
            ],
        }
        for each in of
    ]


_TITLE = Text(en="Coverage on {day}", sv="Täckning den {day}")
_OF_THE_GIVEN = Text(
    en="None means none of the associations whose plans are given; others may cover the municipality.",
    sv="Inget betyder inget av de förbund vars planer är angivna; andra kan täcka kommunen.",
)
_COUNTED = Text(en="Municipalities in associations", sv="Kommuner i förbund")
_IN_NONE = Text(en="in none", sv="i inget")
_IN_ONE = Text(en="in one", sv="i ett")
_IN_SEVERAL = Text(en="in several", sv="i flera")
_NOT_KNOWN = Text(en="not known", sv="okänt")
_OUTSIDE = Text(en="outside every region", sv="utanför alla regioner")
_SEVERAL_TITLE = Text(en="In several associations", sv="I flera förbund")
_UNSURE_TITLE = Text(en="Not known whether a member", sv="Okänt om kommunen är medlem")
_NONE_TITLE = Text(en="In none of the given associations", sv="I inget av de angivna förbunden")
_KNOWN = Text(en="Known by", sv="Känt genom")
_BY_PLAN = Text(en="{name}: its plan for {year}", sv="{name}: dess plan för {year}")
_OVERLAPS = Text(en="In several associations in {year}", sv="I flera förbund {year}")
_AT_ONCE = Text(en="{name}, at once: {days}", sv="{name}, samtidigt: {days}")
_IN_TURN = Text(en="{name}, in turn: {days}", sv="{name}, efter varandra: {days}")
_DAYS = Text(en="{association} {first}–{last}", sv="{association} {first}–{last}")
_NO_OVERLAP = Text(en="No municipality, by the given plans", sv="Ingen kommun, enligt de angivna planerna")

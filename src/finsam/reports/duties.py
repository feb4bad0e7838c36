"""What the act asks for in a year, day by day (*årets kalender*), in words and for machines."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from finsam.duties import Duty, duties
from finsam.language import Language, Text
from finsam.plan import OperationalPlan
from finsam.reports.parts import Item, Section

__all__ = ["calendar", "record"]

Record = dict[str, Any]


def calendar(plan: OperationalPlan, year: int, *, on: date | None = None) -> Section:
    """What the act asks for in the year, what has become of it on a day, and the plan's own days of that year."""
    asked = duties(plan, year, on=on)
    title = _TITLE(year=year) if on is None else _TITLE_ON(year=year, on=on)
    return Section(title=title, blocks=tuple(Item(words=words, depth=1) for words in _lines(plan, asked, year)))


def _lines(plan: OperationalPlan, asked: tuple[Duty, ...], year: int) -> Iterator[Text]:
    """Every duty and every day of the plan, in the order of the days."""
    events = [(event.on, _EVENT(day=event.on, text=event.text)) for event in plan.calendar if event.on.year == year]
    told = sorted([*((duty.day, _told(duty)) for duty in asked), *events], key=lambda each: each[0])
    return (words for _, words in told) if told else iter((_NOTHING_ASKED,))


def _told(of: Duty) -> Text:
    what = of.what if of.done_on in (None, of.day) else _ON(what=of.what, day=of.done_on)
    return _DUTY(day=of.day, status=of.status, what=what, section=of.provision.section)


def record(plan: OperationalPlan, year: int, language: Language = "en", *, on: date | None = None) -> Record:
    """The same for a machine."""
    return {
        "year": year,
        "on": None if on is None else str(on),
        "duties": [
            {
                "day": str(each.day),
                "status": each.status.value,
                "what": each.what.to(language),
                "done_on": None if each.done_on is None else str(each.done_on),
                "provision": each.provision.text.to(language),
            }
            for each in duties(plan, year, on=on)
        ],
        "events": [{"day": str(each.on), "what": each.text} for each in plan.calendar if each.on.year == year],
    }


_TITLE = Text(en="Calendar {year}", sv="Kalender {year}")
_TITLE_ON = Text(en="Calendar {year}, on {on}", sv="Kalender {year}, den {on}")
_DUTY = Text(en="{day} {status}: {what} ({section})", sv="{day} {status}: {what} ({section})")
_ON = Text(en="{what}, on {day}", sv="{what}, {day}")
_EVENT = Text(en="{day} {text}", sv="{day} {text}")
_NOTHING_ASKED = Text(
    en="nothing: the association has no members this year", sv="inget: förbundet har inga medlemmar detta år"
)

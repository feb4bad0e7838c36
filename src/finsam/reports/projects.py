"""Shared projects (*gemensamma projekt*), each with who pays what and what the plans say of it differently."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from finsam.errors import FinsamError
from finsam.language import Language, Text, shown
from finsam.overview.projects import ProjectDecision, ProjectPart, Replaced, SharedProject
from finsam.period import time_key, time_label
from finsam.reports import records
from finsam.reports.labels import TOTAL, WITH_TIME, WRONG_IN_PLANS
from finsam.reports.parts import LABELLED, UNKNOWN, Content, Item, Report, Row, Section, Table, labelled, section
from finsam.rows import Cell

__all__ = ["project_report", "project_section", "projects_record"]

Record = dict[str, Any]


def project_report(of: Iterable[SharedProject]) -> Report:
    """Every shared project that the given plans name, a section each."""
    sections = tuple(map(project_section, of)) or (Section(blocks=(Item(words=_NONE),)),)
    return Report(title=_TITLE, sections=sections)


def project_section(of: SharedProject) -> Section:
    """
    A shared project: who takes part, what each pays and all together by column and time, the decisions on it, what is
    said of it differently, what is not counted, and what is wrong with the plans.
    """
    associations = tuple(part.association for part in of.parts)
    facts = ((_ASSOCIATIONS, associations), (_MEMBERS, of.members))
    items = [*labelled(facts)]
    items += [Item(words=_ONLY_ONE)] if len(associations) == 1 else []
    tables = [_table(of)] if of.silent else []
    return Section(title=_NAMED(name=of.name, id=of.id), blocks=(*items, *tables, *_lists(of)))


def _table(of: SharedProject) -> Table:
    """What each pays, and all together."""
    cells = tuple(of.silent)
    return Table(
        title=_PAID,
        headings=tuple(WITH_TIME(name=column, time=time_label(time)) for column, time in cells),
        rows=(
            *(Row(label=part.association, cells=tuple(_cell(of, part, cell) for cell in cells)) for part in of.parts),
            Row(label=TOTAL, cells=tuple(_whole(of, cell) for cell in cells), sum=True),
        ),
    )


def _cell(of: SharedProject, part: ProjectPart, cell: Cell) -> Content:
    return UNKNOWN if part.association in of.silent[cell] else part.financing.get(cell)


def _whole(of: SharedProject, cell: Cell) -> Content:
    whole = of.whole[cell]
    return whole.text if whole.exact is None else whole.exact


def _lists(of: SharedProject) -> Iterator[Section]:
    """What does not fit in a table, under a title each."""
    replaced = (_replaced(part, each) for part in of.parts for each in part.replaced)
    said: Iterable[tuple[Text, Iterable[Text]]] = (
        (_DECISIONS, map(_decision, of.decisions)),
        (_DIFFERENCES, (each.text for each in of.differences)),
        (_NOT_COUNTED, replaced),
        (
            WRONG_IN_PLANS,
            (LABELLED(label=each.place, said=each.message) for part in of.parts for each in part.problems),
        ),
    )
    for title, lines in said:
        made = section(title, (Item(words=words, depth=1, listed=True) for words in lines))
        yield from () if made is None else (made,)


def _decision(of: ProjectDecision) -> Text:
    granted = of.decision.granted_in(*of.decision.years).text
    values = {"association": of.association, "id": of.decision.id, "granted": granted}
    return _DECIDED(**values) if of.decision.on is None else _DECIDED_ON(day=of.decision.on, **values)


def _replaced(part: ProjectPart, of: Replaced) -> Text:
    column, time = of.cell
    return _REPLACED(
        association=part.association,
        year=of.year,
        column=column,
        time=time_label(time),
        amount=of.amount,
        by=of.by,
    )


def projects_record(of: Iterable[SharedProject], language: Language = "en") -> list[Record]:
    """The same as dictionaries; amounts in öre, and null for what is not known."""
    return [
        {
            "id": each.id,
            "name": each.name,
            "members": list(each.members),
            "parts": [_part(part, language) for part in each.parts],
            "whole": [
                {**_at(cell), "low_ore": amount.low.ore, "high_ore": None if amount.high is None else amount.high.ore}
                for cell, amount in each.whole.items()
            ],
            "silent": [{**_at(cell), "associations": list(names)} for cell, names in each.silent.items() if names],
            "differences": [
                {
                    "what": difference.what.to(language),
                    "said": [
                        {
                            "association": said.association,
                            "year": said.year,
                            "path": list(said.path),
                            "place": said.place,
                            "said": shown(said.said, language),
                        }
                        for said in difference.said
                    ],
                }
                for difference in each.differences
            ],
        }
        for each in of
    ]


def _part(of: ProjectPart, language: Language) -> Record:
    return {
        "association": of.association,
        "year": of.year,
        "intervention": of.intervention.id,
        "members": list(of.members),
        "financing": [{**_at(cell), "amount_ore": amount.ore} for cell, amount in of.financing.items()],
        "decisions": [each.id for each in of.decisions],
        "replaced": [
            {**_at(each.cell), "amount_ore": each.amount.ore, "year": each.year, "by": each.by.to(language)}
            for each in of.replaced
        ],
        "problems": records.problems(FinsamError(*of.problems), language),
    }


def _at(cell: Cell) -> Mapping[str, str]:
    column, time = cell
    return {"column": column.value, "time": time_key(time)}


_TITLE = Text(en="Shared projects in the given plans", sv="Gemensamma projekt i de angivna planerna")
_NONE = Text(en="None of the given plans names one", sv="Ingen av de angivna planerna anger något")
_NAMED = Text(en="{name} ({id})", sv="{name} ({id})")
_ASSOCIATIONS = Text(en="Associations", sv="Förbund")
_MEMBERS = Text(en="Members", sv="Medlemmar")
_ONLY_ONE = Text(
    en="Only one of the given associations names it; the others must have written the same id",
    sv="Bara ett av de angivna förbunden anger det; de andra måste ha skrivit samma id",
)
_PAID = Text(en="Financing, kr", sv="Finansiering, kr")
_DECISIONS = Text(en="Decisions", sv="Beslut")
_DIFFERENCES = Text(en="Said differently", sv="Olika uppgifter")
_NOT_COUNTED = Text(en="Not counted", sv="Räknas inte")
_DECIDED = Text(en="{association}: {id}: {granted}", sv="{association}: {id}: {granted}")
_DECIDED_ON = Text(en="{day} {association}: {id}: {granted}", sv="{day} {association}: {id}: {granted}")
_REPLACED = Text(
    en="{association} {year}: {column} {time} {amount}, replaced by {by}",
    sv="{association} {year}: {column} {time} {amount}, ersatt av {by}",
)

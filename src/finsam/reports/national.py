"""The national allocation (*nationell fördelning*), for people and for machines."""

from collections.abc import Iterator, Mapping
from typing import Any

from finsam.language import Language, Text
from finsam.money import Money, kr
from finsam.national.allocation import Allocated, NationalAllocation
from finsam.national.choices import AllocationKey
from finsam.reports.parts import LABELLED, Content, Item, Row, Section, Table
from finsam.shares import percent

__all__ = ["allocated", "allocation_changed", "changed_record", "how_allocated", "record"]


def allocated(found: NationalAllocation) -> Section:
    """What there is, by which parameters and choices it is allocated, and what each association gets, part by part."""
    items = tuple(Item(words=words) for words in _grounds(found))
    return Section(title=_title(found), blocks=(*items, _table(found)))


def how_allocated(found: NationalAllocation, name: str) -> Section:
    """How what an association gets comes about, step by step; raises as `NationalAllocation.derivation` does."""
    heading, *steps = found.derivation(name)
    numbered = (Item(words=_STEP(number=number, step=step)) for number, step in enumerate(steps, 1))
    return Section(title=heading, blocks=tuple(numbered))


def allocation_changed(before: NationalAllocation, after: NationalAllocation) -> Section:
    """What each association gets before and after a figure was changed, of those for which that is not the same."""
    rows = [
        Row(label=name, cells=(before[name], amount, amount - before[name]))
        for name, amount in after.items()
        if amount != before[name]
    ]
    if others := len(after) - len(rows):
        rows.append(Row(label=_OTHERS(number=others), cells=(None, None, None)))
    table = Table(title=_AMOUNTS, headings=(_BEFORE, _AFTER, _DIFFERENCE), rows=tuple(rows))
    return Section(title=_title(after), blocks=(*_invented(after), table))


def _title(found: NationalAllocation) -> Text:
    return _TITLE(year=found.national.year, total=found.appropriation)


def _invented(found: NationalAllocation) -> tuple[Item, ...]:
    return (Item(words=_INVENTED),) if found.national.invented else ()


def _grounds(found: NationalAllocation) -> Iterator[Text]:
    """What the allocation rests on, a line each."""
    settled, choices = found.settled, found.national.choices
    yield from (item.words for item in _invented(found) if isinstance(item.words, Text))
    yield _FUNDS(total=found.appropriation, ground=settled.appropriation.ground)
    yield _BASE(base=settled.base.value, ground=settled.base.ground)
    for key, weight in settled.weights.items():
        source = found.national.key(key)
        yield _WEIGHT(key=key, weight=percent(weight.value), ground=weight.ground, year=source.year)
    if settled.floor is not None:
        yield _FLOOR(share=percent(settled.floor.value), ground=settled.floor.ground)
    facts = (
        (_MADE, tuple(step.adjustment for step in found.steps)),
        (_OTHERS_MOVE, choices.proportion),
        (_DEDUCTION, None if choices.deduction is None else percent(choices.deduction)),
        (_OF_DEDUCTED, choices.deducted),
        (_OF_DECLINED, choices.declined),
    )
    yield from (LABELLED(label=label, said=said) for label, said in facts if said)


def _table(found: NationalAllocation) -> Table:
    """What each association gets and got last year, and the parts of it; what nobody gets, and the sums."""
    parts, nothing = found.parts, (None,) * (len(AllocationKey) + 1)
    rows = [Row(label=each.name, cells=(*_amounts(each), *_parts(each))) for each in parts]
    if found.returned != kr(0):
        by_step = (step.returned for step in found.steps)
        rows.append(Row(label=_RETURNED, cells=(found.returned, None, None, *nothing, *by_step)))
    columns = zip(*(row.cells for row in rows), strict=True)
    sums = [sum((cell for cell in column if isinstance(cell, Money)), kr(0)) for column in columns]
    is_whole = all(each.last_year is not None for each in parts)
    rows.append(Row(label=_ALL, cells=(sums[0], sums[1] if is_whole else None, None, *sums[3:]), sum=True))
    steps = (step.adjustment.label for step in found.steps)
    headings = (_TOTAL, _LAST_YEAR, _CHANGE, _BASE_AMOUNT, *(key.label for key in AllocationKey), *steps)
    return Table(title=_AMOUNTS, headings=headings, rows=tuple(rows))


def _amounts(each: Allocated) -> tuple[Content, ...]:
    """What it gets, what it got last year, and how large a part more that is."""
    if each.last_year is None or each.last_year == kr(0):
        return each.amount, each.last_year, None
    return each.amount, each.last_year, each.amount / each.last_year - 1


def _parts(each: Allocated) -> tuple[Money, ...]:
    return each.base, *each.by_key.values(), *each.adjustments.values()


def record(found: NationalAllocation, language: Language = "en") -> Mapping[str, Any]:
    """The same as a dictionary; amounts in öre, quotas and weights exact, as text."""
    settled = found.settled
    return {
        "year": found.national.year,
        "invented": found.national.invented,
        "appropriation_ore": found.appropriation.ore,
        "returned_ore": found.returned.ore,
        "base_ore": settled.base.value.ore,
        "weights": {key.value: str(weight.value) for key, weight in settled.weights.items()},
        "floor": None if settled.floor is None else str(settled.floor.value),
        "rests_on": [words.to(language) for words in _grounds(found)],
        "adjustments": [step.adjustment.value for step in found.steps],
        "associations": [
            {
                "name": each.name,
                "amount_ore": each.amount.ore,
                "base_ore": each.base.ore,
                "by_key_ore": {key.value: amount.ore for key, amount in each.by_key.items()},
                "adjustments_ore": {key.value: amount.ore for key, amount in each.adjustments.items()},
                "last_year_ore": None if each.last_year is None else each.last_year.ore,
            }
            for each in found.parts
        ],
        "roundings": [
            {"name": each.name, "of": each.of.value, "quota_ore": str(each.quota), "rounding_ore": str(each.rounding)}
            for each in found.roundings
        ],
    }


def changed_record(before: NationalAllocation, after: NationalAllocation) -> Mapping[str, Any]:
    """What each association gets before and after, as a dictionary; amounts in öre."""
    return {
        "year": after.national.year,
        "appropriation_ore": after.appropriation.ore,
        "associations": [
            {"name": name, "before_ore": before[name].ore, "after_ore": amount.ore} for name, amount in after.items()
        ],
    }


_TITLE = Text(en="The state's funds in {year}: {total}", sv="Statens medel {year}: {total}")
_INVENTED = Text(en="the associations and their figures are invented", sv="förbunden och deras siffror är påhittade")
_FUNDS = Text(en="funds: {total} ({ground})", sv="medel: {total} ({ground})")
_BASE = Text(en="base amount: {base} each ({ground})", sv="grundbelopp: {base} var ({ground})")
_WEIGHT = Text(
    en="{key}: {weight} of the rest ({ground}), by figures of {year}",
    sv="{key}: {weight} av resten ({ground}), efter siffror för {year}",
)
_FLOOR = Text(
    en="floor: at most {share} less than last year ({ground})", sv="golv: högst {share} mindre än förra året ({ground})"
)
_MADE = Text(en="adjusted, in this order", sv="justeras, i denna ordning")
_OTHERS_MOVE = Text(en="the others bear and share, as chosen", sv="de andra bär och delar, enligt val")
_DEDUCTION = Text(
    en="deducted of equity above the limit, as chosen", sv="dras av det kapital som är över taket, enligt val"
)
_OF_DEDUCTED = Text(en="what is deducted, as chosen", sv="det som dras av, enligt val")
_OF_DECLINED = Text(en="what is declined, as chosen", sv="det som avstås, enligt val")
_AMOUNTS = Text(en="Allocated, kr", sv="Tilldelat, kr")
_BASE_AMOUNT = Text(en="base amount", sv="grundbelopp")
_TOTAL = Text(en="total", sv="summa")
_LAST_YEAR = Text(en="last year", sv="förra året")
_CHANGE = Text(en="change", sv="ändring")
_RETURNED = Text(en="Returned to the state", sv="Går tillbaka till staten")
_ALL = Text(en="Total", sv="Summa")
_BEFORE = Text(en="before", sv="före")
_AFTER = Text(en="after", sv="efter")
_DIFFERENCE = Text(en="difference", sv="skillnad")
_OTHERS = Text(en="{number} more, as before", sv="ytterligare {number}, som förut")
_STEP = Text(en="{number}. {step}", sv="{number}. {step}")

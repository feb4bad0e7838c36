"""3xx: decisions on money, and what they commit."""

from collections.abc import Iterator

from finsam import law
from finsam.checks.rules import OWN_FIGURES, Breach, Rule, numbered
from finsam.commitments import committed
from finsam.decisions import Decision, Years, years_of
from finsam.finding import Chapter, Severity
from finsam.language import Text
from finsam.money import Money, kr
from finsam.plan import OperationalPlan

__all__ = ["RULES"]


def _in_order(plan: OperationalPlan) -> list[tuple[int, Decision]]:
    """The decisions by their days, each with its place in the file; those without a day first."""
    return sorted(enumerate(plan.decisions), key=lambda each: each[1].turn)


@numbered(
    "F325",
    Severity.ERROR,
    law.SPENDING_IS_FINANCED,
    Text(
        en="A decision on spending in the year in which it is taken says how it is financed.",
        sv="Ett beslut om utgifter under det år då det fattas anger hur de ska finansieras.",
    ),
    chapter=Chapter.BUDGET,
)
def _spending_during_the_year_is_financed(plan: OperationalPlan) -> Iterator[Breach]:
    for index, each in enumerate(plan.decisions):
        if each.on is not None and each.on.year in each.years and each.financing is None:
            message = _NOT_FINANCED(id=each.id, day=each.on, year=each.on.year)
            yield Breach(path=("decisions", index), message=message, remedy=_SAY_FINANCING, silent=True)


_NOT_FINANCED = Text(
    en="{id} of {day} grants money for {year}, and it is not said how that is financed",
    sv="{id} av {day} beviljar medel för {year}, och det framgår inte hur de finansieras",
)
_SAY_FINANCING = Text(
    en="write under financing where the money comes from, as a row of the budget or earlier surplus",
    sv="skriv under financing varifrån pengarna tas, till exempel en budgetrad eller tidigare överskott",
)


@numbered(
    "F326",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="No decision grants more than what earlier decisions have left of the year's income and equity.",
        sv="Inget beslut beviljar mer än vad tidigare beslut har lämnat kvar av årets intäkter och eget kapital.",
    ),
    chapter=Chapter.BUDGET,
)
def _grants_are_within_what_is_left(plan: OperationalPlan) -> Iterator[Breach]:
    unknown: list[int] = []
    for years in _stretches(plan):
        available = _available(plan, years)
        if available is None:
            unknown += years if len(years) == 1 else ()
        elif committed(plan.decisions, *years).low > available:
            yield from _above_what_is_left(plan, years, available)
        elif _all_together(plan, years) > available:
            total = committed(plan.decisions, *years).text
            message = _MAY_BE_ABOVE(committed=total, years=str(years), available=available)
            yield Breach(path=("decisions",), message=message, remedy=_SAY_WHICH_OF_ALL, unknown=True)
    if unknown:
        message = _NOT_AVAILABLE(years=tuple(unknown))
        yield Breach(path=("decisions",), message=message, remedy=_SAY_AVAILABLE, unknown=True)


def _stretches(plan: OperationalPlan) -> list[Years]:
    """Every year for which anything is granted, and all years for which an amount is not split."""
    spans = {span for each in plan.decisions for span in each.granted}
    return sorted(
        spans | {Years.read(year) for year in years_of(plan.decisions)}, key=lambda each: (each.first, each.last)
    )


def _available(plan: OperationalPlan, years: Years) -> Money | None:
    """What there is for those years: the first one's income and equity, and the income of the others."""
    first, *others = (plan.best_known(year) for year in years)
    amounts = [None if first is None else first.available, *(None if each is None else each.income for each in others)]
    known = [each for each in amounts if each is not None]
    return sum(known, kr(0)) if len(known) == len(amounts) else None


def _all_together(plan: OperationalPlan, years: Years) -> Money:
    """What is granted at least in those years, if every decision that is silent about it adds to the earlier ones."""
    standing = {year: {each.id for each in plan.committed(year).standing} for year in years}
    parts = (each.granted_in(*(year for year in years if each.id in standing[year])) for each in plan.decisions)
    return sum((part.low for part in parts), kr(0))


def _above_what_is_left(plan: OperationalPlan, years: Years, available: Money) -> Iterator[Breach]:
    """The decisions that take the years above what is available, one after the other as they were taken."""
    taken: list[Decision] = []
    before = kr(0)
    for index, each in _in_order(plan):
        taken.append(each)
        after = committed(taken, *years).low
        if after > available and after > before:
            left = max(available - before, kr(0))
            granted = each.granted_in(*years).text
            message = _ABOVE(id=each.id, granted=granted, years=str(years), left=left, available=available)
            yield Breach(path=("decisions", index), message=message, remedy=_LOWER)
        before = after


_ABOVE = Text(
    en="{id} grants {granted} for {years}, when {left} was left of {available}",
    sv="{id} beviljar {granted} för {years}, när {left} var kvar av {available}",
)
_LOWER = Text(
    en="lower the grant or another, raise the income, or write which decision it replaces",
    sv="sänk de beviljade medlen eller några andra, höj intäkterna, eller skriv vilket beslut det ersätter",
)
_MAY_BE_ABOVE = Text(
    en="what is committed for {years} can be more than the {available} that there is: {committed}",
    sv="det som är bundet för {years} kan vara mer än de {available} som finns: {committed}",
)
_SAY_WHICH_OF_ALL = Text(
    en="write which decision adds to or replaces which",
    sv="skriv vilket beslut som lägger till eller ersätter vilket",
)
_NOT_AVAILABLE = Text(
    en="money is granted for {years}, and what is available then is not known",
    sv="medel beviljas för {years}, och vad som finns tillgängligt då är inte känt",
)
_SAY_AVAILABLE = Text(
    en="write the contributions under [funding] and the rows of the budget, so that equity can be carried there",
    sv="skriv bidragen under [funding] och budgetens rader, så att eget kapital kan föras dit",
)


@numbered(
    "F327",
    Severity.WARNING,
    OWN_FIGURES,
    Text(
        en="A later decision about the same thing and year says whether it adds to the earlier one or replaces it.",
        sv="Ett senare beslut om samma sak och år anger om det lägger till det tidigare eller ersätter det.",
    ),
)
def _adds_to_or_replaces(plan: OperationalPlan) -> Iterator[Breach]:
    places = {each.id: index for index, each in enumerate(plan.decisions)}
    for year in years_of(plan.decisions):
        told: set[frozenset[str]] = set()
        for pair in plan.committed(year).readings:
            ids = frozenset((pair.earlier.id, pair.later.id))
            if ids not in told:
                yield Breach(
                    path=("decisions", places[pair.later.id]),
                    message=_TWO_READINGS(
                        later=pair.later.id,
                        earlier=pair.earlier.id,
                        year=year,
                        added=pair.added.text,
                        replaced=pair.replaced.text,
                    ),
                    remedy=_SAY_WHICH(earlier=pair.earlier.id),
                )
            told.add(ids)


_TWO_READINGS = Text(
    en="{later} adds to {earlier} or replaces it: {added} or {replaced} for {year}",
    sv="{later} lägger till {earlier} eller ersätter det: {added} eller {replaced} för {year}",
)
_SAY_WHICH = Text(
    en='write adds_to = "{earlier}" or replaces = "{earlier}"',
    sv='skriv adds_to = "{earlier}" eller replaces = "{earlier}"',
)


@numbered(
    "F328",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="A decision adds to or replaces one that was not taken after it.",
        sv="Ett beslut lägger till eller ersätter ett beslut som inte har fattats efter det.",
    ),
)
def _changes_an_earlier_one(plan: OperationalPlan) -> Iterator[Breach]:
    known = {each.id: each for each in plan.decisions}
    for index, each in enumerate(plan.decisions):
        earlier = known[each.earlier] if each.earlier is not None else None
        if earlier is not None and each.on is not None and earlier.on is not None and earlier.on > each.on:
            message = _TAKEN_LATER(id=each.id, day=each.on, earlier=earlier.id, other=earlier.on)
            key = "adds_to" if each.replaces is None else "replaces"
            yield Breach(path=("decisions", index, key), message=message, remedy=_CORRECT_DAY)


_TAKEN_LATER = Text(
    en="{id} of {day} changes {earlier}, which was taken later, on {other}",
    sv="{id} av {day} ändrar {earlier}, som fattades senare, {other}",
)
_CORRECT_DAY = Text(
    en="correct one of the days, or name the decision that was taken before",
    sv="rätta ett av datumen, eller ange det beslut som fattades före",
)


@numbered(
    "F329",
    Severity.UNKNOWN,
    OWN_FIGURES,
    Text(
        en="It is said of every decision how much it grants, so that it can be told what is committed.",
        sv="För varje beslut anges hur mycket det beviljar, så att det går att säga vad som är bundet.",
    ),
)
def _amounts_are_said(plan: OperationalPlan) -> Iterator[Breach]:
    for index, each in enumerate(plan.decisions):
        if not each.is_said:
            message = _HOW_MUCH(id=each.id)
            yield Breach(path=("decisions", index), message=message, remedy=_WRITE_GRANTED, unknown=True)


_HOW_MUCH = Text(en="it is not said how much {id} grants", sv="det framgår inte hur mycket {id} beviljar")
_WRITE_GRANTED = Text(
    en='write granted or at_most, by year or as "2027-2029" for years that are not split',
    sv='skriv granted eller at_most, per år eller som "2027-2029" för år som inte delas upp',
)


RULES: tuple[Rule, ...] = (
    _spending_during_the_year_is_financed,
    _grants_are_within_what_is_left,
    _adds_to_or_replaces,
    _changes_an_earlier_one,
    _amounts_are_said,
)

"""3xx, continued: what the document states, held against its own rows."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from finsam.budget import Accounts, Category, Equity
from finsam.checks.rules import OWN_FIGURES, Breach, Rule, numbered
from finsam.checks.tables import by_how_much
from finsam.finding import Chapter, Severity
from finsam.language import Text
from finsam.money import Money, Unrounded, kr
from finsam.period import time_key, time_label
from finsam.plan import OperationalPlan
from finsam.printed import Printed
from finsam.rows import Cell
from finsam.shares import percent

__all__ = ["RULES"]


def _sums(of: Accounts, equity: Equity) -> Mapping[str, Money | Fraction | None]:
    """The sum of the rows, for each total that a document can state, by its key in the file; öre for the ceiling."""
    contributed = of.contributions if of.is_whole_year else None
    most = None if contributed is None else equity.most(contributed)
    return {
        "income": of.income,
        "available": of.available,
        "ceiling": None if most is None else Fraction(most.ore),
        "costs": of.total_costs,
        "result": of.result,
        "closing": of.closing,
    }


_TOTALS = {
    "income": Text(en="the income", sv="intäkterna"),
    "available": Text(en="what is available", sv="tillgängliga medel"),
    "ceiling": Text(en="the most that is to be saved", sv="taket för sparat kapital"),
    "costs": Text(en="the costs", sv="kostnaderna"),
    "result": Text(en="the result", sv="resultatet"),
    "closing": Text(en="the closing equity", sv="utgående eget kapital"),
}


@numbered(
    "F304",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="Every total that the document states is the sum of its rows, as far as it is printed.",
        sv="Varje summa som dokumentet anger är radernas summa, så noga som den anges.",
    ),
    chapter=Chapter.BUDGET,
)
def _totals_are_sums(plan: OperationalPlan) -> Iterator[Breach]:
    sums = {each.cell: _sums(each, plan.equity) for each in plan.accounts}
    for index, stated in enumerate(plan.stated):
        for key, name in _TOTALS.items():
            for column, time, said in getattr(stated, key).cells():
                computed = sums.get((column, time), {}).get(key)
                path = ("stated", index, key, column, time_key(time))
                what = _NAMED(name=name, column=column, time=time_label(time))
                if computed is None:
                    has_rows = sums.get((column, time), {}).get("costs") is not None
                    remedy = (
                        _SAY.get(key, _SAY_CONTRIBUTIONS) if has_rows or key in ("income", "ceiling") else _ADD_ROWS
                    )
                    yield Breach(path=path, message=_NO_ROWS(what=what, stated=said), remedy=remedy, unknown=True)
                elif not said.agrees_with(computed):
                    yield Breach(path=path, message=_differs(what, said, computed), remedy=_CORRECT)


def _differs(what: Text, said: Printed, computed: Money | Fraction) -> Text:
    """By how much what is stated must differ from the sum of the rows."""
    rows = Unrounded(Fraction(computed.ore if isinstance(computed, Money) else computed))
    text = _LESS if said.difference(computed) < 0 else _MORE
    return text(what=what, stated=said, **by_how_much(said, computed), rows=rows)


_NAMED = Text(en="{name} ({column} {time})", sv="{name} ({column} {time})")
_MORE = Text(
    en="{what}: stated {stated}, {at_least}{difference} more than the {rows} of the rows",
    sv="{what} anges till {stated}, {at_least}{difference} mer än radernas summa {rows}",
)
_LESS = Text(
    en="{what}: stated {stated}, {at_least}{difference} less than the {rows} of the rows",
    sv="{what} anges till {stated}, {at_least}{difference} mindre än radernas summa {rows}",
)
_NO_ROWS = Text(
    en="{what}: stated {stated}, which cannot be worked out from the plan",
    sv="{what} anges till {stated}, vilket inte går att räkna fram ur planen",
)
_CORRECT = Text(en="correct the text, or the row that is wrong", sv="rätta texten, eller den rad som är fel")
_ADD_ROWS = Text(en="add the rows of that year and column", sv="lägg till årets rader i den kolumnen")


_SAY_CONTRIBUTIONS = Text(
    en="write what is contributed that year under [funding]", sv="skriv årets bidrag under [funding]"
)
_SAY_BOTH = Text(
    en="write what is contributed that year under [funding], and the opening equity under [equity]",
    sv="skriv årets bidrag under [funding], och ingående eget kapital under [equity]",
)
_SAY_CEILING = Text(
    en="write the ceiling as a share of the contributions under [equity] (ceiling), and what is contributed under "
    "[funding]",
    sv="skriv taket som en andel av bidragen under [equity] (ceiling), och bidragen under [funding]",
)
_SAY = {"available": _SAY_BOTH, "closing": _SAY_BOTH, "ceiling": _SAY_CEILING}


@numbered(
    "F305",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="Every share of the costs that the document states is that of the rows, to as many decimals as it is given.",
        sv="Varje andel av kostnaderna som dokumentet anger är radernas, med så många decimaler som anges.",
    ),
    chapter=Chapter.BUDGET,
)
def _shares_are_those_of_the_rows(plan: OperationalPlan) -> Iterator[Breach]:
    accounts: dict[Cell, Accounts] = {each.cell: each for each in plan.accounts}
    for index, stated in enumerate(plan.stated):
        for column, time, shares in stated.shares.cells():
            of = accounts.get((column, time))
            for category, said in shares.items():
                path = ("stated", index, "shares", column, time_key(time), category)
                what = _NAMED(name=category, column=column, time=time_label(time))
                costs = None if of is None else of.total_costs
                if of is None or costs is None or costs == kr(0):
                    yield Breach(path=path, message=_NO_ROWS(what=what, stated=said), remedy=_ADD_ROWS, unknown=True)
                elif not said.agrees_with(share := (amount := _costs_of(category, of, shares)) / costs):
                    about = percent(share, decimals=2)
                    message = _ANOTHER_SHARE(what=what, stated=said, amount=amount, total=costs, about=about)
                    yield Breach(path=path, message=message, remedy=_CORRECT_PER_CENT)


def _costs_of(category: Category, of: Accounts, named: Mapping[Category, Printed]) -> Money:
    """What the category costs; board and audit count as administration where they are not named themselves."""
    counted = [category]
    if category is Category.ADMINISTRATION:
        counted += [each for each in (Category.BOARD, Category.AUDIT) if each not in named]
    return sum((of.by_category.get(each, kr(0)) for each in counted), kr(0))


_ANOTHER_SHARE = Text(
    en="{what}: stated {stated}, but the rows are {amount} of {total}, about {about}",
    sv="{what} anges till {stated}, men raderna ger {amount} av {total}, ungefär {about}",
)
_CORRECT_PER_CENT = Text(en="correct the percentages in the text", sv="rätta procenttalen i texten")

RULES: tuple[Rule, ...] = (_totals_are_sums, _shares_are_those_of_the_rows)

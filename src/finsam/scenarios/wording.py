"""What all changes have in common: amounts by year, which years they are of, and how they are said."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Protocol

from attrs import fields

from finsam.errors import ScenarioError, at
from finsam.keys import ByFigures, ByPopulation, Equal, Fixed, Shares
from finsam.language import NOTHING, Text
from finsam.money import Money, MoneyLike, kr
from finsam.pending import OpenKey
from finsam.period import Year, calendar_year
from finsam.readonly import ReadOnly
from finsam.shares import percent
from finsam.split import Mixture, SplitKey

__all__ = [
    "Amounts",
    "InYears",
    "amounts_in_words",
    "amounts_of",
    "in_their_years",
    "in_years",
    "keys_in_words",
    "one_after_another",
    "require_one_day",
    "require_one_time",
    "said_by",
    "signed",
    "years_in_order",
]


Amounts = Money | Mapping[Year, Money]
"""An amount for every year that a change is of, or one by year."""


def amounts_of(given: Mapping[Year, MoneyLike] | MoneyLike) -> Amounts:
    """The amounts, exactly; raises `AmountError` for what is none, and `ScenarioError` for none by year."""
    if not isinstance(given, Mapping):
        return kr(given)
    if not given:
        raise ScenarioError(_NO_YEARS)
    return ReadOnly({year: kr(amount) for year, amount in given.items()})


def years_in_order(given: Iterable[Year]) -> tuple[Year, ...]:
    """The years in order; what is no list of them is left as it is, to be refused by its type."""
    years: Any = given
    return tuple(sorted(given)) if isinstance(given, list | tuple | range | set) else years  # which is refused in words


class InYears(Protocol):
    """A change of some years."""

    @property
    def since(self) -> int | None:
        """From which year on; None where that is not said."""

    @property
    def years(self) -> tuple[int, ...]:
        """Its own years; none where it is from a year on."""


def said_by(change: Any) -> list[str]:
    """What a change says, but for when."""
    own = [each for each in fields(type(change)) if each.name not in ("since", "years")]
    return [each.name for each in own if getattr(change, each.name) != each.default]


def require_one_time(change: InYears, amounts: Amounts | None = None) -> None:
    """
    Raise `ScenarioError` for a change that is both from a year on and of some years, or that says its years beside
    amounts by year, and for what is no year.
    """
    if change.since is not None and change.years:
        raise ScenarioError(at(_TWO_TIMES, "years"))
    if isinstance(amounts, Mapping) and (change.since is not None or change.years):
        raise ScenarioError(at(_YEARS_TWICE, "years" if change.years else "from"))  # as a file has them
    for year in change.years if change.since is None else (change.since,):
        calendar_year(year)


def require_one_day(since: int | None, day: date | None, name: str) -> None:
    """Raise `ScenarioError` unless one of them is given."""
    if (since is None) == (day is None):
        raise ScenarioError(_WHEN(word=name))
    if since is not None:
        calendar_year(since)


def amounts_in_words(amounts: Amounts, shown: Callable[[Money], object] = lambda amount: amount) -> object:
    """An amount, or one by year."""
    if isinstance(amounts, Money):
        return shown(amounts)
    return tuple(_AMOUNT_IN(year=str(year), amount=shown(amount)) for year, amount in amounts.items())


def signed(more: Money | Fraction) -> str:
    """So much more, with a sign before it."""
    text = str(more) if isinstance(more, Money) else percent(more)
    return text if text.startswith("-") else f"+{text}"


def in_their_years(parts: list[Any], change: InYears) -> Text:
    """What a change says, and from when."""
    if change.since is None:
        return in_years(parts, change.years)
    return _SAID(parts=tuple(parts), when=_SINCE(year=str(change.since)))


def in_years(parts: list[Any], years: tuple[int, ...]) -> Text:
    """What is said of some years; of none in particular where there are none."""
    return _SAID(parts=tuple(parts), when=_IN(years=tuple(map(str, years))) if years else NOTHING)


def one_after_another(parts: list[Text]) -> Text:
    """Sentences after one another."""
    said, *others = parts
    for each in others:
        said = _AND_THEN(said=said, then=each)
    return said


def keys_in_words(split: SplitKey | None, region_split: SplitKey | None) -> list[Text]:
    """The keys that are given, in words."""
    keys = ((_SPLIT, split), (_REGION_SPLIT, region_split))
    return [text(key=_key_in_words(key)) for text, key in keys if key is not None]


def _key_in_words(key: SplitKey) -> Text:
    """A key in words."""
    if isinstance(key, OpenKey):
        return _OPEN(why=key.why)
    return _KEYS[type(key)] if not isinstance(key, ByFigures) else _BY_FIGURES(of=key.of)


_SAID = Text(en="{parts}{when}", sv="{parts}{when}")
_AND_THEN = Text(en="{said}; {then}", sv="{said}; {then}")
_SINCE = Text(en=" from {year}", sv=" från {year}")
_IN = Text(en=" in {years}", sv=" {years}")
_AMOUNT_IN = Text(en="{amount} in {year}", sv="{amount} {year}")
_SPLIT = Text(en="the municipalities share {key}", sv="kommunerna fördelar {key}")
_REGION_SPLIT = Text(en="the regions share {key}", sv="regionerna fördelar {key}")
_KEYS = {
    Shares: Text(en="by agreed shares", sv="efter överenskomna andelar"),
    ByPopulation: Text(en="by population", sv="efter befolkning"),
    Equal: Text(en="in equal parts", sv="i lika delar"),
    Fixed: Text(en="by fixed amounts", sv="efter fasta belopp"),
    Mixture: Text(en="by a mixture of keys", sv="efter en blandning av nycklar"),
}
_BY_FIGURES = Text(en="by {of}", sv="efter {of}")
_OPEN = Text(en="in a way that is not known: {why}", sv="på ett sätt som inte är känt: {why}")
_NO_YEARS = Text(
    en="there is no year and no amount; write for example { 2027 = 4_100_000 }",
    sv="det finns inget år och inget belopp; skriv till exempel { 2027 = 4_100_000 }",
)
_TWO_TIMES = Text(
    en="a change is from a year on or of some years, not both; remove one of them",
    sv="en ändring gäller från ett år eller för vissa år, inte båda; ta bort ett av dem",
)
_YEARS_TWICE = Text(
    en="amounts by year say the years themselves; remove this",
    sv="belopp per år anger själva åren; ta bort detta",
)
_WHEN = Text(
    en="say when in one way: from a year on, as 2027, or a day under {word}, as 2027-05-01",
    sv="ange när på ett sätt: från ett år, som 2027, eller en dag under {word}, som 2027-05-01",
)

"""What a single value of a file is: how each kind is read, and how it is written."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from unicodedata import normalize

from attrs import frozen

from finsam.budget import Category, IncomeKind
from finsam.decisions import Years
from finsam.errors import WRITE, FinsamError, PeriodError, PlanError, at, suggestion, written
from finsam.files.days import day_in
from finsam.finding import Chapter
from finsam.followup.livelihood import Payment
from finsam.followup.participation import Destination
from finsam.funding import PartYear, Standing
from finsam.goals import Level, Perspective
from finsam.interventions import CooperatingParty, Orientation
from finsam.language import Choice, Text, whole
from finsam.law import IN_FORCE
from finsam.matching import Ceiling
from finsam.money import Money, kr
from finsam.national.choices import Adjustment, Freed, Proportion
from finsam.organisations import (
    Agency,
    Municipality,
    OrganisationNumber,
    Party,
    Region,
    agency,
    municipality,
    region,
)
from finsam.payments import Flow, PaymentRule
from finsam.period import NO_DAY, Period, Time, Year, as_time, calendar_year, day, time_key, year_of
from finsam.printed import Printed, PrintedAmount, PrintedNumber, PrintedShare
from finsam.rows import Column
from finsam.shares import Rise, percent, rise, share
from finsam.targets import Bound, Direction

__all__ = ["NO_KEY", "NO_YEAR", "SCALARS", "Scalar"]

_HALF = re.compile("[\ud800-\udfff]")
_BITS = 100  # of a whole number, which is thirty digits
LAST_YEAR = 2100


@frozen
class Scalar:
    """A kind of value: the type of it in Python, how it is read from a file and written to one, and an example."""

    kind: Any
    read: Callable[[Any], object]
    write: Callable[[Any], object] = lambda value: value
    example: str = '"..."'


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PlanError(_NO_TEXT(given=written(value)))
    if _HALF.search(value):
        raise PlanError(_HALF_A_CHARACTER(given=written(value)))
    return normalize("NFC", value)


def _whole(value: object) -> int:
    if type(value) is not int or value.bit_length() > _BITS:
        raise PlanError(_NO_NUMBER(given=written(value)))
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise PlanError(_NEITHER(given=written(value)))
    return value


def _time(value: object) -> Time:
    if isinstance(value, dict):
        value = _period(value)
    if type(value) is date:
        value = str(value)
    read = as_time(value if isinstance(value, str | Period) else _whole(value))
    _in_force(year_of(read))
    return read


def _year(value: object) -> int:
    number = int(value) if isinstance(value, str) and re.fullmatch("[0-9]{4}", value) else value
    if type(number) is not int or not 1_000 <= number <= 9_999:
        raise PlanError(NO_YEAR(given=written(value)))
    return _in_force(number)


def _in_force(year: int) -> int:
    """The year, if it is one that a file can be about."""
    if not IN_FORCE.year <= year <= LAST_YEAR:
        raise PlanError(_OUTSIDE(year=str(year), first=IN_FORCE.year, last=LAST_YEAR))
    return year


def _day(value: object) -> date:
    if type(value) is not date and not isinstance(value, str):
        raise PlanError(NO_DAY(given=written(value)))
    if isinstance(value, str) and (said := day_in(value.strip())) is not None:
        raise PlanError(said)
    return day(value)


def _years(value: object) -> Years:
    years = Years.read(value if isinstance(value, str) else _whole(value))
    for year in (years.first, years.last):
        _in_force(year)
    return years


def _period(value: object) -> Period:
    if isinstance(value, dict):
        for key in [key for key in value if key not in ("first", "last")]:
            raise PeriodError(at(NO_KEY(near=suggestion(key, ("first", "last"))), key))
        if "first" not in value:
            raise PeriodError(at(_NO_FIRST, "first"))
        days = {}
        for key in value:
            try:
                days[key] = _day(value[key])
            except FinsamError as error:
                raise PeriodError(at(error.message, key)) from None
        return Period(**days)
    with suppress(FinsamError):
        return Period(first=_day(value), last=_day(value))
    read = _time(value)
    return read if isinstance(read, Period) else calendar_year(read)


def _written_period(period: Period) -> object:
    if period.first == period.last:
        return period.first
    with suppress(FinsamError):
        if not isinstance(short := as_time(period), Period):
            return short
        if time_key(short) == str(short):
            return str(short)
    return {"first": period.first} | ({} if period.last is None else {"last": period.last})


def _amount(value: object) -> Money:
    if not isinstance(value, str) and (type(value) is not int or value.bit_length() > _BITS):
        raise PlanError(_NO_AMOUNT(given=written(value)))
    return kr(value)


def _written_amount(amount: Money) -> int | str:
    return amount.ore // 100 if amount.ore % 100 == 0 else amount.figures()


def _printed(read: Callable[[Any], Printed]) -> Callable[[object], Printed]:
    """The reader of a figure as it is printed: a whole number, or text."""
    return lambda value: read(value if isinstance(value, str) else _whole(value))


def _written_printed(printed: Printed) -> int | str:
    plain = printed.value / (100 if printed.kind == "amount" else 1)
    is_whole = printed.kind != "share" and plain.denominator == 1 and whole(plain.numerator) == printed.text
    return plain.numerator if is_whole else printed.text


def _share(value: object) -> Fraction:
    if (meant := _share_in(value)) is not None:
        raise PlanError(WRITE(given=written(value), better=f'"{percent(meant)}"'))
    if not isinstance(value, str):
        raise PlanError(_NO_SHARE(given=written(value)))
    if len(value.partition("/")[2].strip()) > 9:
        raise PlanError(_LONG_SHARE(given=written(value)))
    return share(value)


def _rise(value: object) -> Fraction:
    """How large a part more, with a sign before it or not."""
    signed = value.strip() if isinstance(value, str) else ""
    return rise(signed) if signed[:1] in ("-", "+", "\u2212") else _share(value)


def _ceiling(value: object) -> Ceiling:
    """An amount, or a share."""
    return _share(value) if isinstance(value, str) and value.strip().endswith("%") else _amount(value)


def _share_in(value: object) -> Fraction | None:
    """The share that is meant by a number without its per cent: a part of one, or of a hundred."""
    text = str(value).replace(",", ".")
    number = Fraction(text) if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,9})?", text) else Fraction(0)
    if 0 < number < 1:
        return number
    return number / 100 if 1 < number <= 100 else None


def _decimal(value: object) -> Decimal:
    text = value.replace("\u00a0", " ").replace(" ", "") if isinstance(value, str) else ""
    if type(value) is int and value.bit_length() <= _BITS:
        text = str(value)
    if not re.fullmatch(r"-?[0-9]{1,30}([.,][0-9]{1,9})?", text):
        raise PlanError(_NO_DECIMAL(given=written(value)))
    return Decimal(text.replace(",", "."))


def _written_decimal(value: Decimal) -> int | str:
    return (
        int(value)
        if value == value.to_integral_value() and value.as_tuple().exponent == 0
        else f"{value:f}".replace(".", ",")
    )


def _orientation(value: object) -> Choice:
    if isinstance(value, list):
        raise PlanError(_BOTH)
    return _choice(Orientation)(value)


def _choice(kind: type[Choice]) -> Callable[[object], Choice]:
    """The reader of one of a few words."""

    def read(value: object) -> Choice:
        known = [each.value for each in kind]
        if not isinstance(value, str) or value not in known:
            word = value if isinstance(value, str) else ""
            near = suggestion(next((each.value for each in kind if _is_label(word, each)), word), known)
            raise PlanError(_NO_CHOICE[kind](given=written(value), near=near))
        return kind(value)

    return read


def _is_label(word: str, choice: Choice) -> bool:
    """Whether the word is what people call it, or the first of several."""
    labels = (choice.label.en.casefold(), choice.label.sv.casefold())
    return any(label == word.casefold() or label.startswith(f"{word.casefold()} ") for label in labels if word) or (
        len(word) > 3 and any(label.startswith(word.casefold()) for label in labels)
    )


_NO_CHOICE: Mapping[type[Choice], Text] = {
    Destination: Text(
        en="{given} is nothing that people go to{near}", sv="{given} är inget som man avslutas till{near}"
    ),
    Payment: Text(en="{given} is no payment{near}", sv="{given} är ingen ersättning{near}"),
    Bound: Text(en="{given} is not a bound{near}", sv="{given} är ingen gräns{near}"),
    Chapter: Text(en="{given} is not a chapter{near}", sv="{given} är inget kapitel{near}"),
    IncomeKind: Text(en="{given} is not a kind of income{near}", sv="{given} är inget intäktsslag{near}"),
    Flow: Text(en="{given} is nothing that is paid{near}", sv="{given} är inget som betalas{near}"),
    Column: Text(en="{given} is not a column{near}", sv="{given} är ingen kolumn{near}"),
    Category: Text(en="{given} is not a category{near}", sv="{given} är inget kostnadsslag{near}"),
    CooperatingParty: Text(en="{given} is not a cooperating party{near}", sv="{given} är ingen samverkande part{near}"),
    Direction: Text(en="{given} is not a direction{near}", sv="{given} är ingen riktning{near}"),
    Level: Text(en="{given} is not a level{near}", sv="{given} är ingen målnivå{near}"),
    Orientation: Text(en="{given} is not an orientation{near}", sv="{given} är ingen inriktning{near}"),
    Party: Text(en="{given} is not a party{near}", sv="{given} är ingen part{near}"),
    Standing: Text(en="{given} is not a standing{near}", sv="{given} är inget läge{near}"),
    PartYear: Text(en="{given} is no rule for a part of a year{near}", sv="{given} är ingen regel för del av år{near}"),
    Perspective: Text(en="{given} is not a perspective{near}", sv="{given} är inget perspektiv{near}"),
    Adjustment: Text(en="{given} is not an adjustment{near}", sv="{given} är ingen justering{near}"),
    Freed: Text(en="{given} is nothing to do with money{near}", sv="{given} är inget att göra med pengar{near}"),
    Proportion: Text(en="{given} is not a proportion{near}", sv="{given} är ingen proportion{near}"),
}


def _named(found: Callable[[str], object]) -> Callable[[object], object]:
    """The reader of the name of an organisation."""
    return lambda value: found(_text(value))


def _name(value: Agency | Municipality | Region) -> str:
    return value.name


SCALARS = (
    Scalar(str, _text),
    Scalar(int, _whole, example="1"),
    Scalar(bool, _flag, example="true"),
    Scalar(date, _day, example="2027-05-01"),
    Scalar(Year, _year, example="2027"),
    Scalar(Time | None, _time, example="2027"),
    Scalar(Time, _time, lambda value: value if isinstance(value, int) else time_key(value)),
    Scalar(Period, _period, _written_period),
    Scalar(Years, _years, lambda years: years.key, "2027"),
    Scalar(Money, _amount, _written_amount, "150_000"),
    Scalar(Fraction, _share, percent, '"6,8 %"'),
    Scalar(Rise, _rise, percent, '"3 %"'),
    Scalar(Ceiling, _ceiling, example="150_000"),
    Scalar(Decimal, _decimal, _written_decimal),
    Scalar(PrintedAmount, _printed(Printed.amount), example="150_000"),
    Scalar(PrintedShare, _printed(Printed.share), example='"54,5 %"'),
    Scalar(PrintedNumber, _printed(Printed.number), example="140"),
    Scalar(Printed, _text, _written_printed),
    Scalar(OrganisationNumber, lambda value: OrganisationNumber(_text(value)), str, '"222000-2873"'),
    Scalar(PaymentRule, lambda value: PaymentRule(_text(value)), str, '"quarterly in advance"'),
    Scalar(Agency, _named(agency), _name),
    Scalar(Municipality, _named(municipality), _name),
    Scalar(Region, _named(region), _name),
    *(
        Scalar(
            kind,
            _orientation if kind is Orientation else _choice(kind),
            lambda value: value.value,
            f'"{next(iter(kind)).value}"',
        )
        for kind in _NO_CHOICE
    ),
)
"""Every kind of value; what is not here is a table, a list, or one of several tables (`finsam.files.shape`)."""


_NO_TEXT = Text(en="{given} is not text; write it in quotes", sv="{given} är ingen text; skriv den inom citattecken")
_HALF_A_CHARACTER = Text(
    en="{given} has half a character, which no file can hold; write it anew",
    sv="{given} innehåller ett halvt tecken, som ingen fil kan hålla; skriv om det",
)
_NO_NUMBER = Text(
    en="{given} is not a whole number; write digits without quotes",
    sv="{given} är inget heltal; skriv siffror utan citattecken",
)
_NEITHER = Text(
    en="{given} is neither true nor false; write true or false",
    sv="{given} är varken sant eller falskt; skriv true eller false",
)
_OUTSIDE = Text(
    en="{year} is not a year from {first}, when the act came into force, to {last}",
    sv="{year} är inget år från {first}, då lagen trädde i kraft, till {last}",
)
NO_YEAR = Text(
    en="{given} is not a year; write four digits, as 2027", sv="{given} är inget år; skriv fyra siffror, som 2027"
)
NO_KEY = Text(en="there is no such key{near}", sv="det finns ingen sådan nyckel{near}")
_NO_FIRST = Text(en="is missing; write it", sv="saknas; skriv det")
_NO_AMOUNT = Text(
    en='{given} is not an amount; write whole kronor as 120_810, and öre as "120 810,50"',
    sv='{given} är inget belopp; skriv hela kronor som 120_810, och ören som "120 810,50"',
)
_NO_DECIMAL = Text(
    en='{given} is not a number; write digits as 7_120, or with a decimal comma in quotes as "7 120,5"',
    sv='{given} är inget tal; skriv siffror som 7_120, eller med decimalkomma inom citattecken som "7 120,5"',
)
_NO_SHARE = Text(
    en='{given} is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"',
    sv='{given} är ingen andel; skriv procent inom citattecken som "6,8 %", eller en kvot som "17/250"',
)
_LONG_SHARE = Text(
    en='{given} has more than nine digits after /; write per cent as "6,8 %"',
    sv='{given} har mer än nio siffror efter /; skriv procent som "6,8 %"',
)
_BOTH = Text(
    en="an intervention is individual or structural, not both; register a mixed one as two",
    sv="en insats är individinriktad eller strukturövergripande, inte båda; registrera en blandad som två",
)

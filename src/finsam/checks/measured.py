"""4xx: the follow-up's own figures: parts and their whole, women and men, and shares of what they are out of."""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from finsam.checks.parted import HEADS, parted, values_of
from finsam.checks.rules import OWN_FIGURES_OF_FOLLOW_UP, Breach, Rule, numbered
from finsam.finding import Severity
from finsam.followup.document import FollowUp
from finsam.followup.participation import Heads, Participation, counted
from finsam.followup.ranges import Range, Unit
from finsam.followup.values import Amount, Both, Counted, Done, Mean, Value
from finsam.language import Text
from finsam.period import Time, in_order, time_label
from finsam.place import Path
from finsam.printed import Printed
from finsam.shares import percent

__all__ = ["RULES"]


@numbered(
    "F411",
    Severity.ERROR,
    OWN_FIGURES_OF_FOLLOW_UP,
    Text(
        en="No part is more than the whole: women, men, a group, a municipality or an activity than all.",
        sv="Ingen del är större än det hela: kvinnor, män, en grupp, en kommun eller en aktivitet än alla.",
    ),
    about=FollowUp,
)
def _no_part_is_above_all(followup: FollowUp) -> Iterator[Breach]:
    for each in parted(followup):
        for path, part, whole in each.above():
            message = _ABOVE[each.kind](part=_said(part), whole=_said(whole))
            yield Breach(path=path, message=message, remedy=_CORRECT_ONE)


def _said(number: Range) -> Text:
    return number.text(Unit.COUNT)


_ABOVE = {
    "count": Text(en="{part} is more than all, who are {whole}", sv="{part} är fler än alla, som är {whole}"),
    "base": Text(en="it is out of {part}, but all are out of {whole}", sv="det är av {part}, men alla är av {whole}"),
}
_CORRECT_ONE = Text(en="correct one of them", sv="rätta det ena")


@numbered(
    "F412",
    Severity.ERROR,
    OWN_FIGURES_OF_FOLLOW_UP,
    Text(
        en="Those who are new and those who ended took part, and those who went on to something ended.",
        sv="De som är nya och de som avslutades har deltagit, och de som gick vidare till något har avslutats.",
    ),
    about=FollowUp,
)
def _only_those_who_took_part(followup: FollowUp) -> Iterator[Breach]:
    for index, row in enumerate(followup.participation):
        path: Path = ("participation", index)
        sexes = [("women", row.women), ("men", row.men)]
        apart = [each for sex, of in sexes if of is not None for each in _more_than_took_part((*path, sex), of)]
        yield from apart or _more_than_took_part(path, row)


def _more_than_took_part(path: Path, row: Heads) -> Iterator[Breach]:
    took_part, ended = _heads(row, "participants"), _heads(row, "ended")
    for key, message in (("new", _NEW), ("ended", _ENDED)):
        number = _heads(row, key)
        if number is not None and took_part is not None and number.is_above(took_part) is True:
            said = message(number=_said(number), participants=_said(took_part))
            yield Breach(path=(*path, key), message=said, remedy=_CORRECT_ONE)
    went = sum((whole for each in row.went_to.values() if (whole := counted(each)) is not None), Range.exactly(0))
    whole, words = (took_part, _WENT_OF_ALL) if ended is None else (ended, _WENT)
    if whole is not None and went.is_above(whole) is True:
        said = words(number=_said(went), to=tuple(row.went_to), whole=_said(whole))
        yield Breach(path=(*path, "went_to"), message=said, remedy=_CORRECT_ONE)


def _heads(row: Heads, key: str) -> Range | None:
    return row.all(key) if isinstance(row, Participation) else row.of(key)


_NEW = Text(
    en="{number} are new, but only {participants} took part", sv="{number} är nya, men bara {participants} deltog"
)
_ENDED = Text(
    en="{number} ended, but only {participants} took part", sv="{number} avslutades, men bara {participants} deltog"
)
_WENT = Text(
    en="{number} went to {to}, but only {whole} ended", sv="{number} gick till {to}, men bara {whole} avslutades"
)
_WENT_OF_ALL = Text(
    en="{number} went to {to}, but only {whole} took part", sv="{number} gick till {to}, men bara {whole} deltog"
)


@numbered(
    "F413",
    Severity.ERROR,
    OWN_FIGURES_OF_FOLLOW_UP,
    Text(
        en="Women and men add up to all, and so do the numbers that they are out of.",
        sv="Kvinnor och män är tillsammans lika många som alla, och det gäller även de antal som de är av.",
    ),
    about=FollowUp,
)
def _women_and_men_are_all(followup: FollowUp) -> Iterator[Breach]:
    for each in parted(followup):
        women, men = each.of("women"), each.of("men")
        if each.whole is None or not women or not men or [*each.above()]:
            continue
        together = women[0] + men[0]
        if not together.meets(each.whole):
            numbers = {"women": women[0], "men": men[0], "together": together, "whole": each.whole}
            said = {name: _said(number) for name, number in numbers.items()}
            yield Breach(path=each.path, message=_NOT_ALL[each.kind](**said), remedy=_CORRECT_SUM)
    yield from _amounts_that_do_not_add_up(followup)


def _amounts_that_do_not_add_up(followup: FollowUp) -> Iterator[Breach]:
    for index, row in enumerate(followup.measurements):
        if isinstance(row.value, Amount) and isinstance(row.women, Amount) and isinstance(row.men, Amount):
            whole, women, men = (value.size[0] for value in (row.value, row.women, row.men))
            if not (women + men).meets(whole):
                message = _NOT_ALL_PAID(women=row.women.text, men=row.men.text, whole=row.value.text)
                yield Breach(path=("measurements", index), message=message, remedy=_CORRECT_SUM)


_NOT_ALL = {
    "count": Text(
        en="{women} women and {men} men are {together}, not {whole}",
        sv="{women} kvinnor och {men} män är {together}, inte {whole}",
    ),
    "base": Text(
        en="it is out of {women} women and {men} men, who are {together}, not {whole}",
        sv="det är av {women} kvinnor och {men} män, som är {together}, inte {whole}",
    ),
}
_NOT_ALL_PAID = Text(
    en="{women} for women and {men} for men are not {whole} together",
    sv="{women} för kvinnor och {men} för män är inte {whole} tillsammans",
)
_CORRECT_SUM = Text(en="correct the women, the men or the whole", sv="rätta kvinnorna, männen eller alla")


@numbered(
    "F414",
    Severity.ERROR,
    OWN_FIGURES_OF_FOLLOW_UP,
    Text(
        en="A share or a mean of all lies between that of women and that of men.",
        sv="En andel eller ett medelvärde för alla ligger mellan kvinnornas och männens.",
    ),
    about=FollowUp,
)
def _all_lie_between_women_and_men(followup: FollowUp) -> Iterator[Breach]:
    for index, row in enumerate(followup.measurements):
        if row.value is None or row.women is None or row.men is None:
            continue
        values = (row.value, row.women, row.men)
        if all(value.counted is not None for value in values):
            continue  # which add up or do not: F413
        whole, women, men = map(_level, values)
        if whole is not None and women is not None and men is not None and _is_outside(whole, women, men):
            said = {"whole": row.value.text, "women": row.women.text, "men": row.men.text}
            yield Breach(path=("measurements", index), message=_OUTSIDE(**said), remedy=_CORRECT_SUM)


def _level(value: Value) -> Range | None:
    return value.size[0] if isinstance(value, Mean) else value.part


def _is_outside(whole: Range, women: Range, men: Range) -> bool:
    """Whether all of the whole lies above both, or below both."""
    is_above = all(whole.is_above(each) is True for each in (women, men))
    return is_above or all(each.is_above(whole) is True for each in (women, men))


_OUTSIDE = Text(
    en="{whole} for all does not lie between {women} for women and {men} for men",
    sv="{whole} för alla ligger inte mellan {women} för kvinnor och {men} för män",
)


@numbered(
    "F415",
    Severity.WARNING,
    OWN_FIGURES_OF_FOLLOW_UP,
    Text(
        en="The municipalities are together no more than all; only one who moves is counted in two.",
        sv="Kommunerna är tillsammans inte fler än alla; bara den som flyttar räknas i två.",
    ),
    about=FollowUp,
)
def _municipalities_are_no_more_than_all(followup: FollowUp) -> Iterator[Breach]:
    for each in parted(followup):
        together = sum(each.of("municipalities"), Range.exactly(0))
        if each.whole is not None and together.is_above(each.whole) is True and not [*each.above()]:
            message = _MORE_TOGETHER[each.kind](together=_said(together), whole=_said(each.whole))
            row = each.path[:2]
            yield Breach(path=(*row, "municipalities"), message=message, remedy=_CORRECT_MUNICIPALITIES)


_MORE_TOGETHER = {
    "count": Text(
        en="the municipalities are {together} together, but all are {whole}",
        sv="kommunerna är tillsammans {together}, men alla är {whole}",
    ),
    "base": Text(
        en="the municipalities are out of {together} together, but all are out of {whole}",
        sv="kommunerna är tillsammans av {together}, men alla är av {whole}",
    ),
}
_CORRECT_MUNICIPALITIES = Text(
    en="correct one of them, or look at who is counted in two municipalities",
    sv="rätta en av dem, eller se efter vilka som räknas i två kommuner",
)


@numbered(
    "F416",
    Severity.WARNING,
    OWN_FIGURES_OF_FOLLOW_UP,
    Text(
        en="What is counted in a part of a time is no more than what is counted in all of it.",
        sv="Det som räknas under en del av en tid är inte fler än det som räknas under hela.",
    ),
    about=FollowUp,
)
def _no_part_of_a_time_is_above_it(followup: FollowUp) -> Iterator[Breach]:
    tallies = [*_tallies(followup)]
    same: dict[object, list[tuple[Time, Range]]] = {}
    for name, time, _, number in tallies:
        same.setdefault(name, []).append((time, number))
    for name, time, path, number in tallies:
        for whole_time, whole in same[name]:
            if _is_a_part(time, whole_time) and number.is_above(whole) is True:
                facts = {"number": _said(number), "time": time_label(time)}
                message = _MORE_BEFORE(**facts, whole=_said(whole), whole_time=time_label(whole_time))
                yield Breach(path=path, message=message, remedy=_CORRECT_ONE)


def _tallies(followup: FollowUp) -> Iterator[tuple[object, Time, Path, Range]]:
    """What is counted from one time to another: what, when, where and how many. A share can go up and down."""
    for index, row in enumerate(followup.measurements):
        number = row.together.counted
        if number is not None and _is_a_tally(row.together):
            what = (row.target, row.indicator, row.activity, row.of)
            yield what, followup.time_of(row), ("measurements", index), number
    for index, each in enumerate(followup.participation):
        for key in HEADS:
            if (number := each.all(key)) is not None:
                yield (each.intervention, key), followup.time_of(each), ("participation", index, key), number


def _is_a_tally(value: Value | Both) -> bool:
    if isinstance(value, Both):
        return _is_a_tally(value.women) and _is_a_tally(value.men)
    return isinstance(value, Done) or (isinstance(value, Counted) and value.out_of is None and value.share is None)


def _is_a_part(time: Time, whole: Time) -> bool:
    (first, last), (start, end) = in_order(time), in_order(whole)
    return (first, last) != (start, end) and start <= first and last <= end


_MORE_BEFORE = Text(
    en="{number} ({time}) is more than {whole} ({whole_time}), though the time is a part of that",
    sv="{number} ({time}) är fler än {whole} ({whole_time}), fast den tiden är en del av den andra",
)


@numbered(
    "F417",
    Severity.ERROR,
    OWN_FIGURES_OF_FOLLOW_UP,
    Text(
        en="A printed share is that of its numbers, or of some whole number out of so many.",
        sv="En angiven andel stämmer med sina antal, eller med något heltal av så många.",
    ),
    about=FollowUp,
)
def _shares_are_of_their_numbers(followup: FollowUp) -> Iterator[Breach]:
    for index, row in enumerate(followup.measurements):
        for steps, value in values_of(row):
            if isinstance(value, Counted) and value.share is not None and not value.agrees:
                path = ("measurements", index, *steps)
                yield Breach(path=path, message=_other_share(value, value.share), remedy=_CORRECT_SHARE)


def _other_share(value: Counted, share: Printed) -> Text:
    """What the share is instead, or what the nearest is that it can be."""
    assert value.out_of is not None
    if value.count is not None:
        assert value.part is not None
        exact = value.part.exact
        is_instead = value.part.text(Unit.SHARE) if exact is None else _rounded(exact, share)
        return _IS_INSTEAD(count=value.count, out_of=value.out_of, share=is_instead, given=share)
    whole = int(value.out_of.value)
    near = floor(share.value * whole + Fraction(1, 2))
    return _NO_NUMBER(out_of=value.out_of, given=share, count=near, share=_rounded(Fraction(near, whole), share))


def _rounded(exact: Fraction, like: Printed) -> str:
    """A share with as many decimals as one that is printed."""
    return percent(exact, decimals=len(str((like.step * 100).denominator)) - 1)


_IS_INSTEAD = Text(en="{count} of {out_of} is {share}, not {given}", sv="{count} av {out_of} är {share}, inte {given}")
_NO_NUMBER = Text(
    en="no number out of {out_of} is {given}; the nearest is {count}, which is {share}",
    sv="inget antal av {out_of} är {given}; närmast är {count}, som är {share}",
)
_CORRECT_SHARE = Text(en="correct the share or the numbers", sv="rätta andelen eller antalen")

RULES: tuple[Rule, ...] = (
    _no_part_is_above_all,
    _only_those_who_took_part,
    _women_and_men_are_all,
    _all_lie_between_women_and_men,
    _municipalities_are_no_more_than_all,
    _no_part_of_a_time_is_above_it,
    _shares_are_of_their_numbers,
)

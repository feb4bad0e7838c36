"""The command about the state's funds: what each association gets, why, and what it would get if a figure changed."""

from argparse import Namespace
from collections.abc import Sequence
from fractions import Fraction

from finsam.cli.answer import write
from finsam.cli.given import divisible
from finsam.cli.parser import FINE, Command
from finsam.errors import FinsamError, written
from finsam.language import Text
from finsam.national.changes import Figure, next_year, with_figure
from finsam.national.choices import AllocationKey
from finsam.national.document import National
from finsam.reports import national as reports
from finsam.shares import share

__all__ = ["COMMANDS"]


def _national(options: Namespace) -> int:
    """The allocation; of one association how it comes about; and where something is changed, what that changes."""
    national = divisible(options.allocation)
    if options.next:
        national = next_year(national)
    before, after = national.allocation, _changed(national, options.change).allocation
    if options.association is not None:
        steps = [step.to(options.lang) for step in after.derivation(options.association)]
        write(options, lambda: {"derivation": steps}, lambda: reports.how_allocated(after, options.association))
    elif options.change:
        write(
            options,
            lambda: reports.changed_record(before, after),
            lambda: reports.allocation_changed(before, after),
        )
    else:
        write(options, lambda: reports.record(after, options.lang), lambda: reports.allocated(after))
    return FINE


def _changed(national: National, changes: Sequence[str]) -> National:
    """The same with the figures that are given, one after another."""
    for given in changes:
        area, key, figure = _change(given)
        national = with_figure(national, area, key, figure)
    return national


def _change(given: str) -> tuple[str, AllocationKey, Figure]:
    """An area, a key and a figure, or how large a part more, as `Norby livelihood 5 %`."""
    words = given.split()
    for place, word in enumerate(words):
        if (key := _KEYS.get(word.casefold())) and place and (figure := " ".join(words[place + 1 :])):
            return " ".join(words[:place]), key, _part(figure) if figure.endswith("%") else figure
    raise FinsamError(_NO_CHANGE(given=written(given)))


def _part(figure: str) -> Fraction:
    """How large a part more, or less."""
    part = share(figure.lstrip("+-− "))
    return -part if figure[0] in "-−" else part


_KEYS = {
    "livelihood": AllocationKey.LIVELIHOOD,
    "försörjningsmått": AllocationKey.LIVELIHOOD,
    "inhabitants": AllocationKey.INHABITANTS,
    "invånare": AllocationKey.INHABITANTS,
}

_NO_CHANGE = Text(
    en="{given} is no change; write an area, a key and a figure, "
    'as "Norby livelihood 5 %" or "Norby inhabitants 8 110"',
    sv="{given} är ingen ändring; skriv ett område, en nyckel och en siffra, "
    'som "Norby försörjningsmått 5 %" eller "Norby invånare 8 110"',
)

COMMANDS: Sequence[Command] = (
    Command(
        name="national",
        run=_national,
        what=Text(
            en="print how the state's funds are divided among the associations",
            sv="skriv ut hur statens medel fördelas mellan förbunden",
        ),
        given=("allocation", "--association", "--next", "--change"),
    ),
)

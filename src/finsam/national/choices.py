"""
The choices (*vägval*) that no source makes: in which order the adjustments come, who bears them, and what becomes of
what is freed.

None of them has a default, since each moves money between associations: whoever works out the allocation has to choose,
and is told what each word means. One that nothing depends on need not be made.
"""

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from finsam.errors import NationalError, Problem, at
from finsam.language import Choice, Text
from finsam.readonly import ReadOnly
from finsam.shares import percent
from finsam.typed import typed

__all__ = ["MEANINGS", "Adjustment", "AllocationKey", "Choices", "Freed", "Proportion", "unchosen"]


class AllocationKey(Choice):
    """A key by which what is above the base amounts is allocated (*fördelningsnyckel*)."""

    LIVELIHOOD = "livelihood", "livelihood measure", "försörjningsmått"
    INHABITANTS = "inhabitants", "inhabitants 16–64", "invånare 16–64 år"


class Adjustment(Choice):
    """What is adjusted of what the keys give (*justering*)."""

    FLOOR = "floor", "floor", "golv"
    DEDUCTION = "deduction", "deduction", "avdrag"
    DECLINED = "declined", "declined", "avstått"


class Freed(Choice):
    """What becomes of money that is declined or deducted (*frigjorda medel*)."""

    SHARED = "shared", "shared among the others", "fördelas bland de andra"
    RETURNED = "returned", "returned to the state", "går tillbaka till staten"


class Proportion(Choice):
    """In proportion to what the others bear a floor, and share what is freed (*i proportion till*)."""

    AMOUNT = "amount", "in proportion to their whole amounts", "i proportion till deras hela belopp"
    ABOVE_BASE = (
        "above-base",
        "in proportion to what they have above the base amount",
        "i proportion till det som är över grundbeloppet",
    )


@frozen(kw_only=True, field_transformer=typed)
class Choices:
    """
    The choices (*vägval*) that the caller makes; None, or no `order`, where one is not made.

    `order` is that of the three adjustments; `proportion` by what the others bear a floor and share what is freed;
    `declined` and `deducted` what becomes of what is; and `deduction` how much is deducted of the equity above the most
    that may be saved, as a share of it: zero where an association only loses its floor.

    Raises `NationalError` for an order that does not have each of the three once, and for a deduction that is not from
    0 % to 100 %.
    """

    order: tuple[Adjustment, ...] = ()
    proportion: Proportion | None = None
    declined: Freed | None = None
    deducted: Freed | None = None
    deduction: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        if self.order and sorted(self.order) != sorted(Adjustment):
            raise NationalError(at(_NO_ORDER(given=self.order, known=_quoted(Adjustment)), "order"))
        if self.deduction is not None and not 0 <= self.deduction <= 1:
            raise NationalError(at(_NO_PART(share=percent(self.deduction)), "deduction"))


MEANINGS: Mapping[str, Mapping[str, Text]] = ReadOnly(
    {
        "order": ReadOnly(
            {
                Adjustment.FLOOR.value: Text(
                    en="those below their floor are raised to it, and the others lowered",
                    sv="de som är under sitt golv höjs till det, och de andra sänks",
                ),
                Adjustment.DEDUCTION.value: Text(
                    en="those who have saved too much get less", sv="de som har sparat för mycket får mindre"
                ),
                Adjustment.DECLINED.value: Text(
                    en="nobody gets more than it takes", sv="ingen får mer än den tar emot"
                ),
            }
        ),
        "proportion": ReadOnly({each.value: each.label for each in Proportion}),
        "declined": ReadOnly({each.value: each.label for each in Freed}),
        "deducted": ReadOnly({each.value: each.label for each in Freed}),
        "deduction": ReadOnly(
            {
                "100 %": Text(en="all that is too much", sv="allt som är för mycket"),
                "50 %": Text(en="half of it", sv="hälften av det"),
                "0 %": Text(en="only the floor is lost", sv="bara golvet förloras"),
            }
        ),
    }
)
"""What each choice can be, and what it means."""


def unchosen(key: str, why: Text) -> Problem:
    """That a choice is missing which something depends on: why, and what can be chosen."""
    known = tuple(_MEANS(word=word, meaning=meaning) for word, meaning in MEANINGS[key].items())
    return at((_IN_ORDER if key == "order" else _ONE_OF)(why=why, key=key, known=known), "choices", key)


def _quoted(kind: type[Choice]) -> tuple[str, ...]:
    return tuple(f'"{each.value}"' for each in kind)


_MEANS = Text(en='"{word}" ({meaning})', sv='"{word}" ({meaning})')
_ONE_OF = Text(
    en="{why}, and no source says how; choose: {key} = one of {known}",
    sv="{why}, och ingen källa säger hur; välj: {key} = något av {known}",
)
_IN_ORDER = Text(
    en="{why}, and no source says in which order; choose: {key} = [...] with {known} as they come",
    sv="{why}, och ingen källa säger i vilken ordning; välj: {key} = [...] med {known} som de kommer",
)
_NO_ORDER = Text(
    en="the order is {given}; write each of {known} once",
    sv="ordningen är {given}; skriv vart och ett av {known} en gång",
)
_NO_PART = Text(en="write from 0 % to 100 %, not {share}", sv="skriv från 0 % till 100 %, inte {share}")

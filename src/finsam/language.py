"""Text for people, in Swedish and in English: a sentence, and the values that stand in it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Literal, get_args
from unicodedata import normalize

from attrs import evolve, field, frozen

from finsam.readonly import ReadOnly

__all__ = [
    "CATALOGUES",
    "LANGUAGES",
    "Choice",
    "NOTHING",
    "Language",
    "Text",
    "folded",
    "possessive",
    "shown",
    "visible",
    "whole",
]

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

CATALOGUES: Mapping[str, Mapping[str, str]] = ReadOnly()
"""The sentences of any further language, by their English; Swedish stands beside the English where it is used."""


def _read_only(values: Mapping[str, object]) -> Mapping[str, object]:
    return ReadOnly(values)


@frozen(kw_only=True)
class Text:
    """
    The same sentence in both languages, with the values that stand in it; which one is shown is chosen where it is
    shown.

    A sentence with names in braces is called with their values. `values` holds them as they are, for machines; a value
    that is itself a text is shown in the language of the sentence. Raises `TypeError` for other names than the
    sentence has.

    >>> text = Text(en="{name} pays {amount}", sv="{name} betalar {amount}")
    >>> said = text(name="Habo", amount=kr(93_840))
    >>> str(said), said.to("sv"), said.values["amount"]
    ('Habo pays 93 840 kr', 'Habo betalar 93 840 kr', kr(93_840))
    """

    en: str
    sv: str
    values: Mapping[str, object] = field(factory=ReadOnly, converter=_read_only)

    def __call__(self, **values: object) -> "Text":
        """The sentence with those values in it."""
        if values.keys() != self.names:
            raise TypeError(f"{self.en!r} has {sorted(self.names)}, not {sorted(values)}")
        return evolve(self, values=values)

    @property
    def names(self) -> frozenset[str]:
        """The names in braces."""
        return _names(self.en)

    def to(self, language: Language) -> str:
        """The sentence in that language."""
        sentence = self.sv if language == "sv" else CATALOGUES.get(language, {}).get(self.en, self.en)
        if not self.values:
            return sentence
        return sentence.format_map({name: shown(value, language) for name, value in self.values.items()})

    def __str__(self) -> str:
        return self.to("en")


NOTHING = Text(en="", sv="")
"""What stands in a sentence where there is nothing to say."""


@cache
def _names(sentence: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(re.findall(r"{(\w+)}", sentence))


class Choice(StrEnum):
    """
    One of a few fixed words: as it stands in a file, and its `label` as people read it, in English and in Swedish.

    Its `repr` is the Python that gives it again.

    >>> class Level(Choice):
    ...     OVERALL = "overall", "overall goals", "övergripande mål"
    >>> Level("overall"), Level.OVERALL.label.to("sv")
    (Level.OVERALL, 'övergripande mål')
    """

    label: Text

    def __new__(cls, word: str, en: str = "", sv: str = "") -> "Choice":
        """The word, with its labels where they are not the word."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.label = Text(en=en or word, sv=sv or word)
        return member

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


def shown(value: object, language: Language) -> str:
    """
    A value as it stands in a sentence: several with commas between, a text in the language, a number with spaces.

    >>> shown((Text(en="the state", sv="staten"), "Habo", 42_659), "sv")
    'staten, Habo, 42 659'
    """
    if isinstance(value, tuple):
        return ", ".join(shown(each, language) for each in value)
    if isinstance(value, Choice):
        value = value.label
    if isinstance(value, Text):
        return value.to(language)
    if type(value) is int and abs(value) >= 10_000:  # four digits can be a year
        return whole(value)
    return visible(str(value))


OBEYED = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\xad\\u061c\\u180e\\ud800-\\udfff\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e0fff]"
)


def visible(text: str) -> str:
    """
    The text with a space for a line break or a tab, and an escape for what a terminal would obey rather than show.

    >>> visible("Habo\\nMullsjö \\x1b[31m")
    'Habo Mullsjö \\\\x1b[31m'
    """
    return OBEYED.sub(lambda found: " " if found[0] in "\t\n\r\v\f" else repr(found[0])[1:-1], text)


def folded(name: object) -> str:
    """
    The name whatever its capitals, its spaces and the way in which its letters are put together.

    >>> folded("Samordningsförbundet  Södra Vätterbygden")
    'samordningsförbundet södra vätterbygden'
    """
    return " ".join(normalize("NFC", str(name)).casefold().split())


def possessive(name: str) -> Text:
    """
    The name of whom something belongs to.

    >>> possessive("Habo").to("sv"), possessive("Borås").to("sv"), str(possessive("Habo"))
    ('Habos', 'Borås', "Habo's")
    """
    return Text(en="{name}'s", sv="{name}" if name.endswith(("s", "x", "z")) else "{name}s")(name=name)


def whole(number: int) -> str:
    """A whole number in Swedish figures: `whole(42_659)` is `42 659`."""
    return f"{number:,}".replace(",", " ")

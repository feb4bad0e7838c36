"""Text for people, in Swedish and in English."""

from enum import StrEnum
from typing import Literal, get_args

from attrs import frozen

__all__ = ["LANGUAGES", "Choice", "Language", "Text"]

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Choice(StrEnum):
    """One of a few fixed words, as they stand in a file; its `repr` is the Python that gives it again."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


@frozen(kw_only=True)
class Text:
    """
    The same sentence in both languages; which one is shown is chosen where it is shown.

    >>> text = Text(en="the budget year", sv="budgetåret")
    >>> str(text), text.to("sv")
    ('the budget year', 'budgetåret')
    """

    en: str
    sv: str

    def to(self, language: Language) -> str:
        """The sentence in that language."""
        return self.sv if language == "sv" else self.en

    def __str__(self) -> str:
        return self.en

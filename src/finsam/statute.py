"""What a rule of law is made of (*lagrum*, *lydelse*): where it stands, its wordings, their days, how each is known."""

from datetime import date
from typing import Generic, TypeVar

from attrs import field, frozen

from finsam.errors import LawError
from finsam.language import Text

__all__ = ["Dated", "Provision", "Requirement", "Wording"]

T_co = TypeVar("T_co", covariant=True)

_ACTS = {
    "1991:900": "kommunallagen (1991:900)",
    "2017:725": "kommunallagen (2017:725)",
}
_PARAGRAPHS = {
    1: Text(en="first paragraph", sv="första stycket"),
    2: Text(en="second paragraph", sv="andra stycket"),
    3: Text(en="third paragraph", sv="tredje stycket"),
}


@frozen
class Provision:
    """
    A place in a statute (*lagrum*): the statute's number, the section, the paragraph where it matters, and `through`
    which provision the statute comes to apply.

    >>> print(Provision("2017:725", "11 kap. 5 §", paragraph=2, through=Provision("2003:1210", "21 §")))
    11 kap. 5 § second paragraph kommunallagen (2017:725), see 21 § lagen (2003:1210)
    """

    act: str
    section: str
    paragraph: int | None = field(default=None, kw_only=True)
    through: "Provision | None" = field(default=None, kw_only=True)

    @property
    def text(self) -> Text:
        """The place as people cite it, in both languages."""
        act = _ACTS.get(self.act, f"lagen ({self.act})")
        section = Text(en=self.section, sv=self.section)
        if self.paragraph is not None:
            section = _PARAGRAPH(section=section, paragraph=_PARAGRAPHS[self.paragraph])
        if self.through is None:
            return _CITED(section=section, act=act)
        return _CITED_THROUGH(section=section, act=act, through=self.through.text)

    def __str__(self) -> str:
        return self.text.to("en")


_PARAGRAPH = Text(en="{section} {paragraph}", sv="{section} {paragraph}")
_CITED = Text(en="{section} {act}", sv="{section} {act}")
_CITED_THROUGH = Text(en="{section} {act}, see {through}", sv="{section} {act}, jfr {through}")


@frozen
class Wording(Generic[T_co]):
    """
    A wording of a rule (*lydelse*): the day from which it applied, what it gave, where it stood, and from what it is
    inferred where the words themselves have not been read.
    """

    since: date
    value: T_co
    provision: Provision
    inferred: Text | None = field(default=None, kw_only=True)


@frozen
class Dated(Generic[T_co]):
    """A rule of law over time: what it is about, and its wordings, the earliest first; before it nothing is known."""

    name: Text
    wordings: tuple[Wording[T_co], ...]

    @property
    def first(self) -> date:
        """The day from which it is known."""
        return self.wordings[0].since

    @property
    def values(self) -> tuple[T_co, ...]:
        """What every wording gave, the earliest first."""
        return tuple(wording.value for wording in self.wordings)

    @property
    def present(self) -> Wording[T_co]:
        """The wording that was the last to come into force."""
        return self.wordings[-1]

    @property
    def latest(self) -> T_co:
        """What the wording that was the last to come into force gives."""
        return self.present.value

    @property
    def provision(self) -> Provision:
        """Where it stands now."""
        return self.present.provision

    def is_known(self, day: date) -> bool:
        """Whether it is known what applied on a day."""
        return self.first <= day

    def is_unread(self, year: int) -> bool:
        """Whether it is not known what applied when a calendar year began."""
        return not self.is_known(date(year, 1, 1))

    def wording(self, day: date) -> Wording[T_co]:
        """The wording in force on a day; raises `LawError` for a day before the first that is known."""
        for wording in reversed(self.wordings):
            if wording.since <= day:
                return wording
        raise LawError(_NOT_READ(name=self.name, provision=self.provision.text, first=self.first, day=day))

    def on(self, day: date) -> T_co:
        """
        What was in force on a day; raises `LawError` for a day before the first wording that is known.

        >>> from finsam.law import STATE_SHARE
        >>> STATE_SHARE.on(date(2023, 12, 31))
        Fraction(1, 2)
        """
        return self.wording(day).value

    def in_year(self, year: int) -> T_co:
        """What was in force at the end of a calendar year; raises `LawError` as `on` does."""
        return self.on(date(year, 12, 31))

    def provision_in(self, year: int) -> Provision:
        """Where it stood at the end of a calendar year, or where it first did if nothing is known of that."""
        return self._ended(year).provision

    def known_in(self, year: int) -> T_co:
        """What was in force at the end of a calendar year, or what is first known where that is not."""
        return self._ended(year).value

    def _ended(self, year: int) -> Wording[T_co]:
        """The wording in force when a calendar year ended, or the first that is known where that is not."""
        return self.wording(max(self.first, date(year, 12, 31)))

    def began(self, year: int) -> Wording[T_co]:
        """The wording in force when a calendar year began, or the first that is known where that is not."""
        return self.wording(max(self.first, date(year, 1, 1)))


_NOT_READ = Text(
    en="{name}, {provision}: what applied on {day} has not been read, only what applies from {first}",
    sv="{name}, {provision}: vad som gällde {day} är inte läst, bara vad som gäller från {first}",
)

Requirement = Dated[None]
"""A rule that gives no figure: something that must be so, or may be, from a day."""

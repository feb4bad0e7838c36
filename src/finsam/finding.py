"""What a check finds in a plan: `Finding`, and how much it matters."""

from collections.abc import Mapping

from attrs import frozen

from finsam.errors import where
from finsam.language import Choice, Language, Text
from finsam.place import Path
from finsam.statute import Provision

__all__ = ["Chapter", "Finding", "Ground", "Severity", "ground_text"]

Ground = Provision | Text
"""The provision behind a rule, or in words the practice or the plan's own figures."""


class Severity(Choice):
    """How much a finding matters (*allvarlighet*), and whether it could be looked for at all."""

    ERROR = "error", "error", "fel"
    """Against the act, or the plan contradicts itself: mend it before the board adopts it."""
    WARNING = "warning", "warning", "varning"
    """Lawful, or not against the law as read, but somebody must decide about it."""
    NOTE = "note", "note", "notering"
    """Good to know."""
    UNKNOWN = "unknown", "unknown", "uppgift saknas"
    """What the rule asks for cannot be known from the plan: neither passed nor failed."""

    def counted(self, count: int) -> Text:
        """So many findings of that severity, in words."""
        return (_ONE if count == 1 else _SEVERAL)[self](count=count)


_ONE = {
    Severity.ERROR: Text(en="{count} error", sv="{count} fel"),
    Severity.WARNING: Text(en="{count} warning", sv="{count} varning"),
    Severity.NOTE: Text(en="{count} note", sv="{count} notering"),
    Severity.UNKNOWN: Text(en="{count} unknown", sv="{count} uppgift saknas"),
}
_SEVERAL = {
    Severity.ERROR: Text(en="{count} errors", sv="{count} fel"),
    Severity.WARNING: Text(en="{count} warnings", sv="{count} varningar"),
    Severity.NOTE: Text(en="{count} notes", sv="{count} noteringar"),
    Severity.UNKNOWN: Text(en="{count} unknown", sv="{count} uppgifter saknas"),
}


class Chapter(Choice):
    """
    A part of the document that a plan can hold (*kapitel*), so that what is not there is known to be said nowhere.
    """

    GOVERNANCE = "governance", "governance", "styrning"
    FUNDING = "funding", "funding", "finansiering"
    BUDGET = "budget", "budget", "budget"
    INTERVENTIONS = "interventions", "interventions", "insatser"
    GOALS = "goals", "goals", "mål"


@frozen(kw_only=True)
class Finding:
    """
    What is wrong, or worth knowing, in a plan or in a follow-up (*iakttagelse*).

    `path` are the steps to the place in it and in its file, and `place` the same as people read it; `ground` is
    the provision of the time, or the practice in words, behind the rule, and `inferred` from what that is inferred,
    where its words have not been read. `line` is that of the file, where there is one. `str` gives it in English;
    `text` in either language.
    """

    id: str
    severity: Severity
    path: Path
    place: str
    message: Text
    ground: Ground
    remedy: Text
    inferred: Text | None = None
    line: int | None = None

    @property
    def provision(self) -> Provision | None:
        """The provision behind the rule; None for practice and for contradictions."""
        return self.ground if isinstance(self.ground, Provision) else None

    @property
    def where(self) -> Text:
        """The place, and its line in the file where that is known."""
        return where(self.place, self.line)

    @property
    def values(self) -> Mapping[str, object]:
        """The figures and names in the message, by name, as they are."""
        return self.message.values

    def text(self, language: Language) -> str:
        """The finding in three lines: what, on what ground, and what to do."""
        return (
            f"{self.id} {self.severity.label.to(language)}: {self.where.to(language)}: {self.message.to(language)}\n"
            f"    {ground_text(self.ground, self.inferred).to(language)}\n"
            f"    {self.remedy.to(language)}"
        )

    def __str__(self) -> str:
        return self.text("en")


def ground_text(ground: Ground, inferred: Text | None = None) -> Text:
    """The ground in words, and from what it is inferred."""
    text = ground.text if isinstance(ground, Provision) else ground
    return text if inferred is None else _INFERRED(ground=text, inferred=inferred)


_INFERRED = Text(
    en="{ground} (the words of the time have not been read; {inferred})",
    sv="{ground} (den tidens ord är inte lästa; {inferred})",
)

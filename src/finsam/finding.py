"""What a check finds in a plan: `Finding`, and how much it matters."""

from attrs import frozen

from finsam.language import Choice, Language, Text
from finsam.law import Provision

__all__ = ["Basis", "Finding", "Severity"]

Basis = Provision | Text
"""The provision behind a rule, or in words the practice or the plan's own figures."""


class Severity(Choice):
    """How much a finding matters, and whether it could be looked for at all."""

    ERROR = "error"
    """Against the act, or the plan contradicts itself: mend it before the board adopts it."""
    WARNING = "warning"
    """Lawful, or not against the law as read, but somebody must decide about it."""
    NOTE = "note"
    """Good to know."""
    UNKNOWN = "unknown"
    """What the rule asks for cannot be known from the plan: neither passed nor failed."""

    @property
    def label(self) -> Text:
        """The word for it in running text."""
        return _LABELS[self]

    def counted(self, count: int) -> Text:
        """So many findings of that severity, in words."""
        several = _SEVERAL[self] if count != 1 else self.label
        return Text(en=f"{count} {several.en}", sv=f"{count} {several.sv}")


_LABELS = {
    Severity.ERROR: Text(en="error", sv="fel"),
    Severity.WARNING: Text(en="warning", sv="varning"),
    Severity.NOTE: Text(en="note", sv="notering"),
    Severity.UNKNOWN: Text(en="unknown", sv="okänt"),
}
_SEVERAL = {
    Severity.ERROR: Text(en="errors", sv="fel"),
    Severity.WARNING: Text(en="warnings", sv="varningar"),
    Severity.NOTE: Text(en="notes", sv="noteringar"),
    Severity.UNKNOWN: Text(en="unknown", sv="okända"),
}


@frozen(kw_only=True)
class Finding:
    """
    What is wrong, or worth knowing, in a plan (*iakttagelse*).

    `place` is where in the plan's file to look; `basis` is the provision, or the practice in words, behind the rule.

    `str` gives it in English; `text` in either language.
    """

    id: str
    severity: Severity
    place: str
    message: Text
    basis: Basis
    remedy: Text

    @property
    def provision(self) -> Provision | None:
        """The provision behind the rule; None for practice and for contradictions."""
        return self.basis if isinstance(self.basis, Provision) else None

    def text(self, language: Language) -> str:
        """The finding in three lines: what, on what ground, and what to do."""
        basis = self.basis.text if isinstance(self.basis, Provision) else self.basis
        return (
            f"{self.id} {self.severity.label.to(language)}: {self.place}: {self.message.to(language)}\n"
            f"    {basis.to(language)}\n"
            f"    {self.remedy.to(language)}"
        )

    def __str__(self) -> str:
        return self.text("en")

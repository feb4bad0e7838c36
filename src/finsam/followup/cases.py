"""A target that is to be judged, and by what."""

from datetime import date
from fractions import Fraction

from attrs import frozen

from finsam.followup.evaluation import Asked, Evaluation, Profile, Reading, Verdict
from finsam.language import Text
from finsam.period import Period
from finsam.targets import Target

__all__ = ["Case", "Decided"]

Decided = tuple[Verdict, Text]
"""What is decided, and the sentence that says why."""


@frozen(kw_only=True)
class Case:
    """A target, and by what it is judged."""

    target: Target
    period: Period
    on: date
    near: Fraction | None
    profile: Profile | None

    def told(
        self,
        told: Text,
        reading: Reading | None = None,
        asked: Asked | None = None,
        *,
        verdict: Verdict = Verdict.CANNOT_TELL,
        before: Reading | None = None,
    ) -> Evaluation:
        """What is said of the target."""
        return Evaluation(
            target=self.target,
            verdict=verdict,
            told=told,
            period=self.period,
            on=self.on,
            near=self.near,
            profile=self.profile,
            reading=reading,
            asked=asked,
            before=before,
        )

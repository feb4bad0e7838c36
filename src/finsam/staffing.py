"""Staffing (*bemanning*): posts and parts of posts."""

from fractions import Fraction

from attrs import frozen

from finsam.errors import PlanError, at
from finsam.language import Text
from finsam.shares import percent
from finsam.typed import typed

__all__ = ["Post"]


@frozen(kw_only=True, field_transformer=typed)
class Post:
    """
    A post or part of one (*tjänst*), in shares of full time; above one it is several posts.

    `share` is None where the plan does not say how much. `employer` is who employs, or the municipality that it is
    for. No person is named. Raises `PlanError` for a share that is not above zero.

    >>> print(Post(role="SE-coach", share=share("150 %"), employer="Eksjö"))
    SE-coach 150 % (Eksjö)
    """

    role: str
    share: Fraction | None = None
    employer: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.share is not None and self.share <= 0:
            raise PlanError(at(_TOO_SMALL(role=self.role, share=percent(self.share)), "share"))

    def __str__(self) -> str:
        size = "" if self.share is None else f" {percent(self.share)}"
        return f"{self.role}{size}" + (f" ({self.employer})" if self.employer else "")


_TOO_SMALL = Text(
    en="the post {role} is {share} of full time; write more than zero",
    sv="tjänsten {role} är {share} av heltid; skriv mer än noll",
)

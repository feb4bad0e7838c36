"""Staffing (*bemanning*): posts and parts of posts."""

from fractions import Fraction

from attrs import frozen

from finsam.errors import PlanError
from finsam.shares import percent

__all__ = ["Post"]


@frozen(kw_only=True)
class Post:
    """
    A post or part of one (*tjänst*), in shares of full time; above one it is several posts.

    `share` is None where the plan does not say how much. `employer` is who employs, or the municipality that it is
    for. No person is named. Raises `PlanError` for a share that is not above nought.

    >>> print(Post(role="SE-coach", share=share("150 %"), employer="Eksjö"))
    SE-coach 150 % (Eksjö)
    """

    role: str
    share: Fraction | None = None
    employer: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.share is not None and self.share <= 0:
            raise PlanError(f"the post {self.role} is {percent(self.share)} of full time; write more than nought")

    def __str__(self) -> str:
        size = "" if self.share is None else f" {percent(self.share)}"
        return f"{self.role}{size}" + (f" ({self.employer})" if self.employer else "")

"""Plans beside one another (*jämförelse av planer*): last year's and this year's, the draft and what was adopted."""

from finsam.scenarios.differences import Difference, differences
from finsam.scenarios.plan_comparison import (
    BeforeAfter,
    ContributionsBeside,
    FindingsBeside,
    Pair,
    PlanComparison,
    YearBeside,
    cells_beside,
    compared,
)

__all__ = [
    "BeforeAfter",
    "ContributionsBeside",
    "Difference",
    "FindingsBeside",
    "Pair",
    "PlanComparison",
    "YearBeside",
    "cells_beside",
    "compared",
    "differences",
]

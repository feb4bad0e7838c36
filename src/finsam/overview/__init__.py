"""
Many plans together (*samlad översikt*): what all of them come to, by year and column, and who stands out.

>>> import finsam
>>> plans = Portfolio.of(finsam.example(name) for name in finsam.examples())
>>> plans.years
(2011, 2012, 2017, 2018, 2019, 2020, 2022, 2023, 2024, 2025)
>>> plans.contributions(2023).total
kr(8_054_000)
"""

from finsam.overview.amounts import AmountTable, AssociationAmounts
from finsam.overview.coverage import Coverage, Covered, MemberDays, Overlap, RegionCoverage, coverage, overlaps
from finsam.overview.histories import History, histories
from finsam.overview.outcomes import (
    AssociationInterventions,
    FindingCount,
    FindingTable,
    InterventionTable,
    Undertaken,
)
from finsam.overview.portfolio import Portfolio
from finsam.overview.projects import (
    ProjectDecision,
    ProjectDifference,
    ProjectPart,
    Replaced,
    Said,
    SharedProject,
    shared_projects,
)
from finsam.overview.reading import PassedOver, plans_in
from finsam.overview.saved import AssociationEquity, EquityTable
from finsam.overview.speaking import LeftOut
from finsam.overview.spread import Spread
from finsam.overview.summary import PlanSummary, TargetCounts

__all__ = [
    "AmountTable",
    "AssociationAmounts",
    "AssociationEquity",
    "AssociationInterventions",
    "Coverage",
    "Covered",
    "EquityTable",
    "FindingCount",
    "FindingTable",
    "History",
    "InterventionTable",
    "LeftOut",
    "MemberDays",
    "Overlap",
    "PassedOver",
    "PlanSummary",
    "Portfolio",
    "ProjectDecision",
    "ProjectDifference",
    "ProjectPart",
    "RegionCoverage",
    "Replaced",
    "Said",
    "SharedProject",
    "Spread",
    "TargetCounts",
    "Undertaken",
    "coverage",
    "histories",
    "overlaps",
    "plans_in",
    "shared_projects",
]

# What `__init__.py` gives, for type checkers; a test holds the two together.

from finsam import reports as reports
from finsam.money import Money as Money, kr as kr, mkr as mkr, tkr as tkr
from finsam.shares import share as share
from finsam.allocation import Allocation as Allocation, allocate as allocate
from finsam.period import Period as Period, Year as Year
from finsam.organisations import OrganisationNumber as OrganisationNumber, Party as Party
from finsam.association import Association as Association, Member as Member
from finsam.split import (
    ByPopulation as ByPopulation,
    Equal as Equal,
    Fixed as Fixed,
    Mixture as Mixture,
    Shares as Shares,
)
from finsam.funding import Contributions as Contributions, Funding as Funding, contributions as contributions
from finsam.budget import (
    Budget as Budget,
    Category as Category,
    CostLine as CostLine,
    Forecast as Forecast,
    IncomeLine as IncomeLine,
    Outcome as Outcome,
)
from finsam.interventions import Intervention as Intervention, TargetGroup as TargetGroup
from finsam.targets import (
    AllOrNone as AllOrNone,
    CountTarget as CountTarget,
    Milestone as Milestone,
    ShareTarget as ShareTarget,
    Target as Target,
    Trend as Trend,
)
from finsam.goals import Goal as Goal, Indicator as Indicator
from finsam.governance import Governance as Governance
from finsam.plan import OperationalPlan as OperationalPlan
from finsam.finding import Finding as Finding, Severity as Severity
from finsam.checks import check as check
from finsam.io import example as example, examples as examples, load as load, loads as loads
from finsam.writing import dumps as dumps
from finsam.errors import FinsamError as FinsamError, PlanFileError as PlanFileError

__version__: str
__all__: list[str]

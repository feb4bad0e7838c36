# What `__init__.py` gives, for type checkers; a test holds the two together.

from finsam import followup as followup, national as national, reports as reports, scenarios as scenarios
from finsam.money import Money as Money, kr as kr, mkr as mkr, tkr as tkr
from finsam.shares import share as share
from finsam.allocation import Allocation as Allocation, allocate as allocate
from finsam.period import Period as Period
from finsam.organisations import Party as Party
from finsam.association import Association as Association, Member as Member
from finsam.keys import ByPopulation as ByPopulation, Equal as Equal, Fixed as Fixed, Shares as Shares
from finsam.pending import ToBeSplit as ToBeSplit
from finsam.split import Agreement as Agreement, Mixture as Mixture
from finsam.funding import Funding as Funding
from finsam.derivation import Contributions as Contributions
from finsam.formula import contributions as contributions
from finsam.budget import (
    Budget as Budget,
    Category as Category,
    Cost as Cost,
    Equity as Equity,
    Forecast as Forecast,
    Income as Income,
    Outcome as Outcome,
    Stated as Stated,
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
from finsam.files import (
    dump as dump,
    dumps as dumps,
    example as example,
    examples as examples,
    from_dict as from_dict,
    load as load,
    loads as loads,
    to_dict as to_dict,
)
from finsam.errors import FileError as FileError, FinsamError as FinsamError

__version__: str
__all__: list[str]

"""Pairs of plans to be held beside one another: a small one of last year and this year, and such as are drawn."""

from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from content_strategies import contents, whole_plans
from finsam import OperationalPlan, loads

__all__ = ["AFTER", "BEFORE", "last_year", "pairs", "this_year"]

BEFORE = """\
format = 1
year = 2026
vision = "Alla har en plats"
tasks = ["stödja samverkan", "finansiera insatser"]

[association]
name = "Exempelbygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]

[governance]
board = { seats = 5 }

[[target_groups]]
id = "unga"
name = "Unga"
oldest = 29

[[interventions]]
id = "stod"
name = "Stöd till arbete"
orientation = "individual"
long_term = true

[[interventions]]
id = "kurs"
name = "Kurser"
orientation = "structural"

[[goals]]
id = "arbete"
text = "Fler arbetar"
level = "activity"

[[goals.targets]]
share = "40 %"
of = "deltagarna"
to = "arbete eller studier"

[[goals.activities]]
text = "nätverksträff"
times = 2

[funding]
total = { 2026 = 4_000_000, 2027 = 4_000_000 }

[[funding.split]]
shares = { "Habo" = "60 %", "Mullsjö" = "40 %" }

[equity]
opening = { budget = { 2026 = 100_000 } }

[[income]]
id = "ranta"
name = "Ränta"
budget = { 2026 = 10_000 }

[[costs]]
id = "stod"
name = "Stöd till arbete"
category = "individual"
intervention = "stod"
budget = { 2026 = 3_000_000, 2027 = 3_000_000 }

[[costs]]
id = "kansli"
name = "Kansli"
category = "administration"
budget = { 2026 = 900_000, 2027 = 900_000 }

[[costs]]
id = "kurs"
name = "Kurser"
category = "structural"
intervention = "kurs"
budget = { 2026 = 100_000, 2027 = 100_000 }
"""

AFTER = """\
format = 1
year = 2027
vision = "Alla har en plats"
tasks = ["finansiera insatser", "följa upp"]

[association]
name = "Exempelbygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö", { name = "Vaggeryd", joined = 2027-01-01 }]

[governance]
board = { seats = 6 }

[[target_groups]]
id = "unga"
name = "Unga vuxna"
youngest = 18
oldest = 29

[[interventions]]
id = "spar"
name = "Spåret"
orientation = "individual"
methods = ["SE"]

[[interventions]]
id = "stod"
name = "Stöd till arbete"
orientation = "individual"
long_term = true
carried_out_by = ["Habo kommun"]

[[goals]]
id = "arbete"
text = "Fler arbetar"
level = "activity"

[[goals.targets]]
share = "45 %"
of = "deltagarna"
to = "arbete eller studier"

[[goals]]
id = "halsa"
text = "Fler mår bra"
level = "individual"

[[goals.indicators]]
id = "enkat"
text = "självskattad hälsa"

[funding]
total = { 2027 = 4_800_000 }

[[funding.split]]
shares = { "Habo" = "50 %", "Mullsjö" = "30 %", "Vaggeryd" = "20 %" }

[equity]
opening = { budget = { 2027 = 110_000 } }

[[income]]
id = "ranta"
name = "Ränta"
kind = "interest"
budget = { 2027 = 10_000 }

[[costs]]
id = "kansli"
name = "Kansli"
category = "administration"
budget = { 2027 = 900_000 }

[[costs]]
id = "stod"
name = "Stöd till arbete"
category = "individual"
intervention = "stod"
budget = { 2027 = 3_150_000 }

[[costs]]
id = "spar"
name = "Spåret"
category = "individual"
intervention = "spar"
budget = { 2027 = 700_000 }
"""


def last_year() -> OperationalPlan:
    """Exempelbygden's plan for 2026."""
    return loads(BEFORE)


def this_year() -> OperationalPlan:
    """Exempelbygden's plan for 2027, when Vaggeryd has joined."""
    return loads(AFTER)


@st.composite
def _edited(draw: DrawFn) -> tuple[OperationalPlan, OperationalPlan]:
    """A plan, and the same with other words about what it is for, or the same in another order."""
    plan = draw(whole_plans())
    members, rows = [each.name for each in plan.association.members], [each.id for each in plan.costs]
    said: dict[str, Any] = draw(contents(members=members, rows=rows))
    turned = evolve(plan, costs=tuple(draw(st.permutations(plan.costs))), goals=plan.goals[::-1])
    return plan, draw(st.sampled_from([evolve(plan, **said), turned, evolve(plan)]))


def pairs() -> SearchStrategy[tuple[OperationalPlan, OperationalPlan]]:
    """Two plans that may have nothing, much or all in common."""
    return _edited() | st.tuples(whole_plans(), whole_plans())

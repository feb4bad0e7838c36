"""
An invented country: coordination associations that cover every registered municipality, each with a lawful plan of
three years.

The municipalities and the regions are those of the register; the associations, and every figure, are made up. Each
file says so. What is made up follows from the number of the association and from the year, so that it is the same on
every run.
"""

from collections.abc import Iterator
from pathlib import Path

from finsam.organisations import Municipality, Region, municipalities, regions

__all__ = ["ASSOCIATIONS", "associations", "follow_up_text", "members_of", "plan_text", "write_plans"]

ASSOCIATIONS = 75
"""How many there are, about as many as there have been."""


def associations(count: int = ASSOCIATIONS) -> tuple[tuple[Region | None, tuple[Municipality, ...]], ...]:
    """
    The members of each of so many associations: every municipality in one of them, and none across a region.

    A region has at least one; Gotland, which is outside every region, has one of its own.
    """
    within = {each.code: [one for one in municipalities() if one.region_code == each.code] for each in regions()}
    alone = [one for one in municipalities() if one.region_code is None]
    parts = dict.fromkeys(within, 1)
    while sum(parts.values()) + len(alone) < count:
        crowded = max(parts, key=lambda code: (len(within[code]) / parts[code], code))
        parts[crowded] += 1
    split = [
        (region, tuple(within[region.code][number :: parts[region.code]]))
        for region in regions()
        for number in range(parts[region.code])
    ]
    return (*split, *((None, (one,)) for one in alone))


def members_of(number: int) -> tuple[Region | None, tuple[Municipality, ...]]:
    """The members of an association; those after the last are invented once more, with the same members."""
    return associations()[number % ASSOCIATIONS]


def plan_text(number: int, year: int = 2027) -> str:
    """The file of an association's plan for a year and the two after it."""
    region, members = members_of(number)
    names = [each.name for each in members]
    heads = {each.name: 5_000 + 7 * int(each.code) + 131 * number for each in members}
    total = 40 * round(sum(heads.values()) * (40 + number % 25) / 40)
    years = (year, year + 1, year + 2)
    enter, network, office = (total * part // 100 for part in (60, 12, 14))
    board, audit = 40_000 + 1_000 * (number % 7), 20_000 + 500 * (number % 5)
    new = total - enter - network - office - board - audit - 10_000
    group = ("Unga vuxna", "Personer med psykisk ohälsa", "Långtidssjukskrivna")[number % 3]
    within = f'region = "{region.name}"' if region else "regions = []"
    auditors = [*names, *([region.name] if region else []), "Försäkringskassan"]
    quoted = ", ".join(f'"{each}"' for each in names)
    seats = len(names) + 3

    def yearly(amount: int) -> str:
        return "{ " + ", ".join(f"{each} = {amount}" for each in years) + " }"

    return f"""\
# Invented: the association and every figure are made up for a test.
format = 1
year = {year}
chapters = ["governance", "funding", "budget", "interventions", "goals"]
vision = "Påhittad plan"

[association]
name = "Påhittade förbundet {number + 1}"
formed = 2019-01-01
municipalities = [{quoted}]
{within}

[governance]
adoption = {{ on = {year - 1}-11-15, consulted = true }}
board = {{ seats = {seats}, deputies = {seats}, term_start = {year - 1}-04-01, term_end = {year + 3}-03-31 }}
charter = {{ present = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18] }}
auditors = [{{ for_members = [{", ".join(f'"{each}"' for each in auditors)}] }}]

[[target_groups]]
id = "grupp"
name = "{group}"
youngest = 20
oldest = 64

[[target_groups]]
id = "personal"
name = "Personal hos parterna"

[[interventions]]
id = "enter"
name = "Enter {number + 1}"
orientation = "individual"
parties = ["region", "municipality", "Försäkringskassan"]
target_groups = ["grupp"]
start = {year}-01-01
end = {year + 2}-12-31
afterwards = "drivs av kommunerna"

[[interventions]]
id = "natverk"
name = "Nätverk {number + 1}"
orientation = "structural"
parties = ["region", "municipality", "Arbetsförmedlingen"]
target_groups = ["personal"]
long_term = true

[[goals]]
id = "arbete"
text = "Fler kommer i arbete eller studier"
level = "activity"
intervention = "enter"
targets = [
    {{ share = "40 %", of = "de som avslutas", to = "arbete eller studier", id = "arbete-andel" }},
    {{ count = {30 + number % 20}, to = "deltagare", id = "deltagare-antal" }},
]

[[goals]]
id = "samverkan"
text = "Personalen samverkar"
level = "overall"
targets = [{{ milestone = "en gemensam dag", times = 2, period = {year}, id = "dagar" }}]

[funding]
total = {yearly(total)}
unit = 1

[[funding.split]]
population = {{ {", ".join(f'"{name}" = {count}' for name, count in heads.items())} }}
on = {year - 2}-12-31

[equity]
opening = {{ budget = {{ {year} = {total * (5 + number % 9) // 100} }} }}
ceiling = "20 %"

[[costs]]
id = "enter"
name = "Enter, handledare"
category = "individual"
intervention = "enter"
budget = {yearly(enter)}

[[costs]]
id = "natverk"
name = "Nätverk"
category = "structural"
intervention = "natverk"
budget = {yearly(network)}

[[costs]]
id = "kansli"
name = "Kansli"
category = "administration"
budget = {yearly(office)}

[[costs]]
id = "styrelse"
name = "Styrelse"
category = "board"
budget = {yearly(board)}

[[costs]]
id = "revision"
name = "Revision"
category = "audit"
budget = {yearly(audit)}

[[costs]]
id = "nytt"
name = "Nya insatser"
category = "new"
budget = {yearly(new)}
"""


def follow_up_text(number: int, year: int = 2027) -> str:
    """The file of the follow-up of that plan."""
    return f"""\
# Invented, as the plan is.
format = 1
kind = "follow-up"
association = "Påhittade förbundet {number + 1}"
year = {year}
invented = true

[[measurements]]
target = "arbete-andel"
count = {15 + number % 20}
out_of = 50

[[participation]]
intervention = "enter"
participants = {25 + number % 40}
target = "deltagare-antal"

[[costs]]
id = "enter"
outcome = {{ {year} = {1_000_000 + 1_000 * number} }}
"""


def write_plans(folder: Path, count: int = ASSOCIATIONS, *, year: int = 2027) -> Iterator[Path]:
    """Write so many plans to a folder, one association each, and give their files."""
    for number in range(count):
        path = folder / f"plan-{number + 1:04}.toml"
        path.write_text(plan_text(number, year), "utf-8")
        yield path

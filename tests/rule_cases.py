"""
A plan and a follow-up in which there is nothing at all to find, and for every rule the slip of the pen that breaks it.

The plan is a file that says what every chapter asks for. A slip is what stands in that file and what somebody writes
there instead. Two regions at once were against the act only before the plan's year, and have a file of their own. The
follow-up is held against a short plan of its year.
"""

from collections.abc import Mapping

import finsam
from finsam import followup
from finsam.checks import Checked

__all__ = ["CASES", "FOLLOWED", "SOUND", "SOUND_FOLLOW_UP", "checked"]

SOUND = """\
format = 1
year = 2023
chapters = ["governance", "funding", "budget", "interventions", "goals"]
longest_intervention = 6

[association]
name = "Bygden"
municipalities = ["Habo", { name = "Mullsjö", joined = 2021-01-01 }]
regions = ["Region Jönköpings län"]
agencies = [{ name = "Försäkringskassan" }, { name = "Arbetsförmedlingen", joined = 2021-01-01 }]

[governance]
adoption = { on = 2022-11-30, consulted = true }
board = { seats = 5, deputies = 5, term_start = 2019-04-01, term_end = 2023-03-31 }
charter = { present = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18] }
auditors = [{ for_members = ["Habo", "Mullsjö"] }, { for_members = ["Region Jönköpings län", "Försäkringskassan"] }]

[need]
population = { "Habo" = 25_000, "Mullsjö" = 25_000 }
share = "5 %"
stated = "ca 2 500"

[[target_groups]]
id = "unga"
name = "Unga vuxna"
youngest = 20

[[interventions]]
id = "enter"
name = "Enter"
orientation = "individual"
parties = ["region", "municipality"]
start = 2020-01-01
end = 2025-12-31
afterwards = "drivs av kommunerna"

[[goals]]
id = "arbete"
text = "Fler kommer i arbete"
level = "individual"
targets = [{ trend = "increase", of = "egen försörjning", baseline = "40 %" }]

[funding]
total = { 2023 = 4_000_000, 2024 = 4_000_000, 2025 = 4_000_000 }
unit = 1
split = [{ shares = { "Habo" = "60 %", "Mullsjö" = "40 %" } }]

[equity]
opening = { budget = { 2023 = 100_000 } }
ceiling = "20 %"

[[income]]
id = "ranta"
name = "Ränta"
kind = "interest"
budget = { 2023 = 5_000, 2024 = 5_000 }

[[costs]]
id = "enter"
name = "Enter, handledare"
category = "individual"
intervention = "enter"
outcome = { 2020 = 1_700_000, 2021 = 1_800_000 }
budget = { 2023 = 1_900_000, 2024 = 1_900_000, 2025 = 1_900_000 }

[[costs]]
id = "natverk"
name = "Nätverk"
category = "structural"
outcome = { 2020 = 900_000, 2021 = 900_000 }
budget = { 2023 = 1_000_000, 2024 = 1_000_000, 2025 = 1_000_000 }

[[costs]]
id = "kansli"
name = "Kansli"
category = "administration"
outcome = { 2020 = 800_000, 2021 = 800_000 }
budget = { 2023 = 1_000_000, 2024 = 1_000_000, 2025 = 1_000_000 }

[[decisions]]
id = "ett"
on = 2022-10-01
intervention = "enter"
applied = { 2023-2024 = "ca 3 mkr" }
granted = { 2023 = 1_500_000, 2024 = 1_000_000 }

[[decisions]]
id = "tva"
on = 2022-11-01
intervention = "enter"
granted = { 2024 = 100_000 }
adds_to = "ett"

[[decisions]]
id = "tre"
to = "Mullsjö kommun"
granted = { 2024 = 50_000 }

[[stated]]
where = "6. Ekonomi"
costs = { budget = { 2024 = "3,9 mkr" } }
shares = { budget = { 2024 = { administration = "25,6 %" } } }

[stated.contributions]
"Habo" = { budget = { 2023 = 600_000, 2024 = 600_000 } }
"Mullsjö" = { budget = { 2023 = 400_000, 2024 = 400_000 } }

[[stated]]
where = "7. Planår"
parties = { state = { budget = { 2025 = 2_000_000 } }, regions = { budget = { 2025 = "1,0 mkr" } } }
"""

FOLLOWED = finsam.loads(
    """\
format = 1
year = 2018

[association]
name = "Bygden"
municipalities = ["Habo", "Mullsjö"]
region = "Region Jönköpings län"

[[target_groups]]
id = "unga"
name = "Unga vuxna"

[[interventions]]
id = "enter"
name = "Enter"
orientation = "individual"

[[goals]]
id = "framsteg"
text = "Fler kommer i arbete eller studier"
level = "individual"
indicators = [{ id = "halsa", text = "hälsa", by_sex = true }]
activities = [{ id = "natverk", text = "nätverksträff" }]
targets = [
  { count = 20, to = "arbete", id = "arbete", by_sex = true },
  { share = "25 %", of = "de som avslutats", to = "studier", id = "studier" },
]

[[goals]]
id = "nojda"
text = "Deltagarna är nöjda"
level = "individual"
targets = [{ share = "35 %", of = "deltagarna", to = "mycket nöjda" }]

[[activities]]
id = "samrad"
text = "ägarsamråd"
"""
)
"""The plan that the follow-up is of."""

SOUND_FOLLOW_UP = """\
format = 1
kind = "follow-up"
association = "Bygden"
year = 2018

[[measurements]]
target = "arbete"
count = 21
women = 12
men = 9

[[measurements]]
target = "studier"
share = "25 %"
women = { share = "30 %" }
men = { share = "20 %" }

[[measurements]]
target = "nojda"
period = 2017
count = 50
out_of = 150

[[measurements]]
target = "nojda"
count = 68
out_of = 179
share = "38 %"

[[participation]]
intervention = "enter"
period = "2018-H1"
participants = 40

[[participation]]
intervention = "enter"
participants = 60
new = 25
women = 35
men = 25
municipalities = { "Habo" = 30, "Mullsjö" = 30 }
"""

_ACROSS_COUNTIES = """\
format = 1
year = 2010

[association]
name = "Bygden"
municipalities = ["Habo", "Ydre"]
regions = ["Region Jönköpings län", "Region Östergötland"]
"""

_UNPAID = """\
[[interventions]]
id = "nytt"
name = "Nytt"
orientation = "structural"
parties = ["region", "municipality"]
start = 2023-01-01
end = 2025-12-31
afterwards = "drivs av kommunerna"

[[goals]]
"""

_SLIPS = {
    "F101": ('"Arbetsförmedlingen", joined = 2021-01-01', '"Arbetsförmedlingen", left = 2022-12-31'),
    "F102": ("Mullsjö", "Ydre"),
    "F104": ("seats = 5, deputies = 5", "seats = 5, deputies = 6"),
    "F105": ('["Habo", "Mullsjö"]', '["Habo"]'),
    "F106": ("17, 18]", "17], absent = [18]"),
    "F110": ("17, 18] }", "17, 18], notice_months = 48 }"),
    "F111": (
        '["Region Jönköpings län"]',
        '[{ name = "Region Jönköpings län", notice = 2022-12-31, left = 2025-12-31 }]',
    ),
    "F112": ('"Mullsjö", joined = 2021-01-01', '"Mullsjö", joined = 2021-01-01, notice = 2022-12-31'),
    "F201": ("2025 = 2_000_000", "2025 = 2_100_000"),
    "F202": ("2024 = 600_000", "2024 = 610_000"),
    "F203": ("2025 = 4_000_000", "2025 = 4_400_000"),
    "F204": ('shares = { "Habo" = "60 %", "Mullsjö" = "40 %" }', 'to_be_split_by = "population"'),
    "F205": ('"Mullsjö" = "40 %"', '"Mullsjö" = "30 %"'),
    "F250": ("2023 = 4_000_000", "2023 = 4_000_002"),
    "F251": ("total = { 2023", "total = { 2021 = 4_000, 2023"),
    "F252": ('"Mullsjö", joined = 2021-01-01', '"Mullsjö", joined = 2023-03-01'),
    "F253": ("2023 = 400_000, ", ""),
    "F301": ("2023 = 1_900_000", "2023 = 2_900_000"),
    "F302": ("2023 = 1_900_000", "2023 = 2_100_000"),
    "F303": ("2023 = 1_900_000", "2023 = 2_005_000"),
    "F304": ("3,9 mkr", "3,8 mkr"),
    "F305": ("25,6 %", "25,7 %"),
    "F306": ("opening = { budget = { 2023 = 100_000 }", "opening = { budget = { 2023 = 100_000, 2024 = 100_000 }"),
    "F307": ("2025 = 1_", "2022 = 1_"),
    "F310": ("consulted = true", "consulted = true, drafted = 2022-12-01"),
    "F311": (
        '[[stated]]\nwhere = "6',
        '[[revisions]]\non = 2023-03-01\nbefore = { kansli = { 2023 = 1_000_000 } }\n\n[[stated]]\nwhere = "6',
    ),
    "F320": ("[equity]\n", '[[payments]]\nrule = "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6"\n\n[equity]\n'),
    "F325": ("on = 2022-11-01", "on = 2024-11-01"),
    "F326": ("2024 = 50_000", "2024 = 5_000_000"),
    "F327": ('adds_to = "ett"\n', ""),
    "F328": ("on = 2022-11-01", "on = 2022-09-30"),
    "F329": ("granted = { 2024 = 50_000 }\n", ""),
    "F350": ('ceiling = "20 %"', 'ceiling = "5 %"'),
    "F351": ("2025 = 1_900_000", "2025 = 2_900_000"),
    "F352": ("2025 = 1_900_000", "2025 = 2_100_000"),
    "F353": ("outcome = { 2020 = 900_000", "outcome = { 2019 = 900_000, 2020 = 900_000"),
    "F354": ("2020 = 900_000, ", ""),
    "F355": ("outcome = { 2020 = 900_000", "forecast = { 2023 = 900_000 }\noutcome = { 2020 = 900_000"),
    "F356": ("2023 = 5_000", "2023 = -5_000"),
    "F357": ("2024 = 5_000", "2024 = 5"),
    "F358": ('kind = "interest"', 'kind = "gift"'),
    "F359": ('kind = "interest"\n', ""),
    "F360": ("2023 = 5_000, 2024 = 5_000", "2023 = 5, 2024 = 5"),
    "F361": ("start = 2020-01-01", "start = 2021-01-01"),
    "F362": ("unit = 1\n", 'unit = 1\nstanding = { 2023 = "offered" }\n'),
    "F363": ('category = "structural"\n', 'category = "structural"\nexcluding_vat = true\n'),
    "F367": (
        "[equity]\n",
        '[[payments]]\nrule = "daily"\n\n[[payments]]\nof = "contributions"\nrule = "yearly in arrears"\n\n[equity]\n',
    ),
    "F370": ("ca 3 mkr", "ca 1 mkr"),
    "F371": ("2024 = 50_000", "2024 = 1_500_000"),
    "F372": ("granted = { 2023 = 1_500_000", "granted = { 2023 = 1_950_000"),
    "F401": ('category = "structural"\n', 'category = "structural"\nintervention = "entre"\n'),
    "F402": ("[[goals]]\n", _UNPAID),
    "F403": ('stated = "ca 2 500"', 'stated = "ca 3 500"'),
    "F450": ("youngest = 20", "youngest = 15"),
    "F451": ("youngest = 20", "youngest = 16"),
    "F452": ('["region", "municipality"]', '["region"]'),
    "F453": ('afterwards = "drivs av kommunerna"', ""),
    "F454": ("end = 2025-12-31", "end = 2026-01-01"),
    "F455": (', baseline = "40 %"', ""),
    "F456": ('targets = [{ trend = "increase", of = "egen försörjning", baseline = "40 %" }]', ""),
    "F501": ("on = 2022-11-30", "on = 2022-12-01"),
    "F502": ("consulted = true", "consulted = false"),
    "F503": ("term_end = 2023-03-31", "term_end = 2022-12-31"),
    "F504": ("term_end = 2023-03-31", "term_end = 2023-04-01"),
    "F510": ("consulted = true }\n", "consulted = true }\nannual_reports = { 2021 = 2022-04-01 }\n"),
    "F511": ("consulted = true", "consulted = true, public = false"),
}

_SLIPS_OF_FOLLOW_UPS = {
    "F410": ('"enter"\nperiod', '"entre"\nperiod'),
    "F411": ('"Habo" = 30', '"Habo" = 300'),
    "F412": ("new = 25", "new = 65"),
    "F413": ("men = 25", "men = 24"),
    "F414": ('share = "25 %"', 'share = "35 %"'),
    "F415": ('"Habo" = 30', '"Habo" = 31'),
    "F416": ("participants = 40", "participants = 70"),
    "F417": ('share = "38 %"', 'share = "48 %"'),
    "F460": ('target = "nojda"\ncount', 'activity = "samrad"\ncount'),
    "F461": ("men = 9\n", ""),
    "F462": ("women = 12", 'women = { share = "57 %" }'),
    "F463": ("out_of = 150", "out_of = 89"),
}

CASES: Mapping[str, tuple[str, str]] = {
    **{number: (SOUND, SOUND.replace(there, instead)) for number, (there, instead) in _SLIPS.items()},
    **{
        number: (SOUND_FOLLOW_UP, SOUND_FOLLOW_UP.replace(there, instead))
        for number, (there, instead) in _SLIPS_OF_FOLLOW_UPS.items()
    },
    "F103": (_ACROSS_COUNTIES, _ACROSS_COUNTIES.replace("year = 2010", "year = 2009")),
}
"""For every rule a file about which it is silent, and the same file broken."""


def checked(file: str) -> Checked:
    """What is checked of a file: the plan, or the follow-up held against its plan."""
    if 'kind = "follow-up"' in file:
        return followup.loads(file).review(FOLLOWED)
    return finsam.loads(file)

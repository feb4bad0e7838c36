"""A plan and its follow-up with figures that can be worked out in the head, for tests of what is shown of them."""

__all__ = ["FOLLOW_UP", "PLAN"]

PLAN = """\
format = 1
year = 2027

[association]
name = "Exempelbygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]

[[target_groups]]
id = "unga"
name = "Unga vuxna"

[[interventions]]
id = "stod"
name = "Stödet"
orientation = "individual"

[[interventions]]
id = "natverk"
name = "Nätverket"
orientation = "structural"

[[goals]]
id = "arbete"
text = "Fler kommer i arbete"
level = "individual"
targets = [{ share = "40 %", of = "deltagarna", to = "arbete eller studier" }]

[[goals]]
id = "natverk"
text = "Parterna möts"
level = "activity"
indicators = [{ id = "moten", text = "antal möten" }]
targets = [
    { id = "traffar", milestone = "nätverksträffar", times = 4 },
    { id = "nojd", share = "80 %", of = "de som svarat", to = "något av de två högsta" },
    { id = "obesvarad", trend = "increase", of = "kunskapen" },
]

[[activities]]
id = "rapport"
text = "skriftlig rapport"
times = 2

[funding]
total = { 2027 = 4_000_000 }

[[funding.split]]
shares = { "Habo" = "60 %", "Mullsjö" = "40 %" }

[equity]
opening = { budget = { 2027 = 100_000 }, outcome = { 2027 = 120_000 } }

[[costs]]
id = "stod"
name = "Stödet"
category = "individual"
intervention = "stod"
budget = { 2027 = 3_000_000 }

[[costs]]
id = "kansli"
name = "Kansli"
category = "administration"
budget = { 2027 = 900_000 }
"""

FOLLOW_UP = """\
format = 1
kind = "follow-up"
association = "Exempelbygden"
year = 2027
plan = "plan.toml"
on = 2028-02-15

[[indicators]]
id = "trygghet"
text = "känner sig trygga"

[[indicators]]
id = "forsorjning"
text = "försörjningsmåttet"

[[measurements]]
target = "arbete"
women = { count = 20, out_of = 40 }
men = { count = 18, out_of = 60 }
groups = { unga = { count = 3, out_of = 30 } }
municipalities = { "Habo" = 25, "Mullsjö" = 9, "Jönköping" = 4 }

[[measurements]]
target = "traffar"
done = 3

[[measurements]]
target = "nojd"
period = "2027-H1"
answers = { "helt" = 20, "till stor del" = 20, "lite" = 6, "inte alls" = 4 }
asked = 100

[[measurements]]
target = "nojd"
period = "2027-Q4"
answers = { "helt" = 30, "till stor del" = 20, "lite" = 5, "inte alls" = 5 }
asked = 80

[[measurements]]
indicator = "trygghet"
mean = "3,4"

[[measurements]]
activity = "rapport"
done = 2

[[participation]]
intervention = "stod"
budgeted = 110
new = 70
ended = 50
women = 40
men = 60
went_to = { work = 20, studies = 10, seeking = 16, other = 4 }
municipalities = { "Habo" = 60, "Mullsjö" = 37, "Jönköping" = 3 }
activities = { "kurs" = 60, "samtal" = 80 }

[[participation]]
intervention = "natverk"
reached = "ca 30"
held = 3
note = "Tre av fyra träffar blev av."

[[livelihood]]
municipality = "Habo"
year = 2026
indicator = "forsorjning"
equivalents = { sickness-benefit = "100,5", social-assistance = 40 }

[[livelihood]]
municipality = "Habo"
year = 2027
indicator = "forsorjning"
equivalents = { sickness-benefit = "90,5", social-assistance = 45 }

[[gains]]
amount = "1,2 mkr"
period = "fem år"
model = "SEE-modellen"
gains = ["staten", "kommunerna"]

[[costs]]
id = "stod"
outcome = { 2027 = 2_800_000 }

[[costs]]
id = "kansli"
outcome = { 2027 = 950_000 }
"""

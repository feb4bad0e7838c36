"""The labels that several parts of a report have in common, each worded once."""

from finsam.language import Text

__all__ = [
    "ALL",
    "AS_TEXT",
    "BUDGETED",
    "CLOSING",
    "CONTRIBUTIONS",
    "COSTS",
    "MEN",
    "NOTE",
    "OPENING",
    "RESULT",
    "TOTAL",
    "WITH_TIME",
    "WOMEN",
    "WRONG_IN_PLANS",
]

OPENING = Text(en="opening equity", sv="ingående eget kapital")
CONTRIBUTIONS = Text(en="contributions", sv="bidrag från medlemmarna")
COSTS = Text(en="total costs", sv="summa kostnader")
RESULT = Text(en="result", sv="resultat")
TOTAL = Text(en="total", sv="summa")
CLOSING = Text(en="closing equity", sv="utgående eget kapital")

ALL = Text(en="all", sv="alla")
WOMEN = Text(en="women", sv="kvinnor")
MEN = Text(en="men", sv="män")
BUDGETED = Text(en="reckoned with", sv="beräknat antal")

WRONG_IN_PLANS = Text(en="Wrong in the plans", sv="Fel i planerna")
NOTE = Text(en="note", sv="anmärkning")
WITH_TIME = Text(en="{name} {time}", sv="{name} {time}")
AS_TEXT = Text(en="{text}", sv="{text}")

"""Everything that can be given after a command, with what it is and how it is read."""

from argparse import SUPPRESS
from collections.abc import Mapping
from typing import Any

from finsam.finding import Severity
from finsam.followup.small import LEAST
from finsam.language import LANGUAGES, Text
from finsam.reports import PARTS
from finsam.rows import Column

__all__ = ["AMOUNT", "OPTIONS"]

_PLAN = Text(en="PLAN", sv="PLAN")
_NAME = Text(en="NAME", sv="NAMN")
_NAMES = Text(en="NAMES", sv="NAMN")
_FILE = Text(en="FILE", sv="FIL")
_YEAR = Text(en="YEAR", sv="ÅR")
_ROW = Text(en="ROW", sv="RAD")
_MEMBER = Text(en="MEMBER", sv="MEDLEM")
_RULES = Text(en="RULES", sv="REGLER")
AMOUNT = Text(en="AMOUNT", sv="BELOPP")

_AGAIN: Mapping[str, Any] = {"action": "append", "default": []}

OPTIONS: Mapping[str, tuple[Text, Mapping[str, Any]]] = {
    "--lang": (
        Text(en="Swedish or English", sv="svenska eller engelska"),
        {"choices": LANGUAGES, "default": SUPPRESS},
    ),
    "--json": (Text(en="write JSON for a machine", sv="skriv JSON för en maskin"), {"action": "store_true"}),
    "plan": (
        Text(en="a plan's file, or the name of an example", sv="en plans fil, eller namnet på ett exempel"),
        {"metavar": _PLAN},
    ),
    "other": (
        Text(en="the plan that came after it, likewise", sv="planen som kom efter den, på samma sätt"),
        {"metavar": _PLAN},
    ),
    "plans": (
        Text(en="plans' files, or the names of examples", sv="planers filer, eller namn på exempel"),
        {"metavar": _PLAN, "nargs": "+"},
    ),
    "sources": (
        Text(
            en="a folder of plans and follow-ups, their files, or the names of examples",
            sv="en mapp med planer och uppföljningar, deras filer, eller namn på exempel",
        ),
        {"metavar": Text(en="FOLDER", sv="MAPP"), "nargs": "+"},
    ),
    "--projects": (
        Text(
            en="only the projects that several associations pay for, and what their plans say of them differently",
            sv="bara de projekt som flera förbund betalar för, och vad deras planer säger olika om dem",
        ),
        {"action": "store_true"},
    ),
    "--coverage": (
        Text(
            en="only which municipalities are members of none, one or several on this day, as 2027-05-01",
            sv="bara vilka kommuner som är med i inget, ett eller flera förbund denna dag, som 2027-05-01",
        ),
        {"metavar": Text(en="DAY", sv="DAG")},
    ),
    "--column": (
        Text(en="only this column", sv="bara denna kolumn"),
        {"choices": [each.value for each in Column]},
    ),
    "--part": (
        Text(
            en=f"only this part, can be given again: {', '.join(PARTS)}",
            sv=f"bara denna del, kan anges flera gånger: {', '.join(PARTS)}",
        ),
        {"metavar": Text(en="PART", sv="DEL"), **_AGAIN},
    ),
    "--select": (
        Text(
            en="only these rules or families, as F3,F501, can be given again",
            sv="bara dessa regler eller familjer, som F3,F501, kan anges flera gånger",
        ),
        {"metavar": _RULES, **_AGAIN},
    ),
    "--ignore": (
        Text(
            en="not these rules or families, can be given again",
            sv="inte dessa regler eller familjer, kan anges flera gånger",
        ),
        {"metavar": _RULES, **_AGAIN},
    ),
    "--only": (
        Text(
            en="only findings of this severity, can be given again",
            sv="bara iakttagelser av denna allvarlighet, kan anges flera gånger",
        ),
        {
            "choices": [f"{each.value}s" if each is not Severity.UNKNOWN else "unknown" for each in Severity],
            **_AGAIN,
        },
    ),
    "--year": (
        Text(en="the year, as 2027", sv="året, som 2027"),
        {"type": int, "metavar": _YEAR},
    ),
    "scenarios": (
        Text(
            en="a file of scenarios, or the name of an example",
            sv="en fil med scenarier, eller namnet på ett exempel",
        ),
        {"metavar": Text(en="SCENARIOS", sv="SCENARIER"), "nargs": "?"},
    ),
    "--from": (
        Text(en="from this year on; else from the budget year", sv="från och med detta år; annars från budgetåret"),
        {"type": int, "metavar": _YEAR, "dest": "since"},
    ),
    "--by": (
        Text(
            en="at the end of this year; else of the last that is planned",
            sv="vid slutet av detta år; annars av det sista planerade",
        ),
        {"type": int, "metavar": _YEAR},
    ),
    "--every-year": (
        Text(en="at the end of every year until then too", sv="också vid slutet av varje år fram till dess"),
        {"action": "store_true"},
    ),
    "--equity": (
        Text(
            en='the least equity: an amount, or a share of the contributions as "20 %%"; else zero',
            sv='det minsta egna kapitalet: ett belopp, eller en andel av bidragen som "20 %%"; annars noll',
        ),
        {"metavar": AMOUNT, "default": "0"},
    ),
    "--cut": (
        Text(
            en="by how much this row of costs must be cut, rather than the total",
            sv="hur mycket denna kostnadsrad måste minskas, i stället för totalbeloppet",
        ),
        {"metavar": _ROW},
    ),
    "--more": (
        Text(
            en='so much more is contributed, as "3 %%", or less, as "-3 %%"',
            sv='så mycket mer i bidrag, som "3 %%", eller mindre, som "-3 %%"',
        ),
        {"metavar": Text(en="SHARE", sv="ANDEL")},
    ),
    "--split": (
        Text(
            en='how the municipalities share: "Habo 60 %%, Mullsjö 40 %%", or inhabitants as "Habo 12 641, Mullsjö '
            '7 432", or equal',
            sv='hur kommunerna fördelar: "Habo 60 %%, Mullsjö 40 %%", eller invånare som "Habo 12 641, Mullsjö 7 432", '
            "eller lika",
        ),
        {"metavar": Text(en="KEY", sv="NYCKEL")},
    ),
    "--leaves": (
        Text(
            en="a member that leaves at the turn of the year, can be given again",
            sv="en medlem som lämnar vid årsskiftet, kan anges flera gånger",
        ),
        {"metavar": _MEMBER, **_AGAIN},
    ),
    "--joins": (
        Text(
            en="a municipality that joins at the turn of the year, can be given again",
            sv="en kommun som går med vid årsskiftet, kan anges flera gånger",
        ),
        {"metavar": _MEMBER, **_AGAIN},
    ),
    "--row": (
        Text(
            en='a row of the budget with another amount, as "Kansli 700 000", or so much more or less, as '
            '"Kansli +20 000" or "Kansli -3 %%"; can be given again',
            sv='en rad i budgeten med ett annat belopp, som "Kansli 700 000", eller så mycket mer eller mindre, som '
            '"Kansli +20 000" eller "Kansli -3 %%"; kan anges flera gånger',
        ),
        {"metavar": _ROW, **_AGAIN},
    ),
    "--unit": (
        Text(en='a whole number of these, as "10 kr"', sv='ett helt antal av dessa, som "10 kr"'),
        {"metavar": AMOUNT},
    ),
    "--offer": (
        Text(
            en='what a party offers at most, as "state 5 520 000", can be given again',
            sv='vad en part högst erbjuder, som "staten 5 520 000", kan anges flera gånger',
        ),
        {"metavar": Text(en="OFFER", sv="ERBJUDANDE"), **_AGAIN},
    ),
    "--ceiling": (
        Text(
            en='the most that a member can pay, as "Habo 103 224", or so much more than last year, as "Habo 10 %%"; '
            "of every municipality without a name; can be given again",
            sv='det mesta som en medlem kan betala, som "Habo 103 224", eller så mycket mer än förra året, som '
            '"Habo 10 %%"; för alla kommuner utan namn; kan anges flera gånger',
        ),
        {"metavar": Text(en="CEILING", sv="TAK"), **_AGAIN},
    ),
    "--explain": (
        Text(en="how what this member pays comes about", sv="hur det som denna medlem betalar räknas fram"),
        {"metavar": _MEMBER},
    ),
    "rule": (
        Text(en="the number of a rule, as F201", sv="numret på en regel, som F201"),
        {"metavar": Text(en="RULE", sv="REGEL")},
    ),
    "--name": (Text(en="the name of the association", sv="förbundets namn"), {"metavar": _NAME}),
    "--municipalities": (
        Text(en='its municipalities, as "Habo, Mullsjö"', sv='dess kommuner, som "Habo, Mullsjö"'),
        {"metavar": _NAMES},
    ),
    "--total": (
        Text(en="what all contribute together each year", sv="vad alla tillsammans bidrar med varje år"),
        {"metavar": AMOUNT},
    ),
    "followup": (
        Text(
            en="its follow-up's file, or the name of an example; the example's own if left out",
            sv="dess uppföljnings fil, eller namnet på ett exempel; exemplets egen om den utelämnas",
        ),
        {"metavar": Text(en="FOLLOW-UP", sv="UPPFÖLJNING"), "nargs": "?"},
    ),
    "--earlier": (
        Text(
            en="the follow-up of an earlier year, for trends, can be given again",
            sv="uppföljningen av ett tidigare år, för utvecklingen, kan anges flera gånger",
        ),
        {"metavar": Text(en="FOLLOW-UP", sv="UPPFÖLJNING"), **_AGAIN},
    ),
    "--on": (
        Text(en="by what was known on this day, as 2027-08-31", sv="efter vad som var känt denna dag, som 2027-08-31"),
        {"metavar": Text(en="DAY", sv="DAG")},
    ),
    "--near": (
        Text(
            en='so far from a target is near, as "2 %%": percentage points of a share',
            sv='så långt från ett mål är nära, som "2 %%": procentenheter av en andel',
        ),
        {"metavar": Text(en="SHARE", sv="ANDEL")},
    ),
    "--opening": (
        Text(
            en="what there is to pay with on 1 January, if not the equity",
            sv="vad det finns att betala med den 1 januari, om inte det egna kapitalet",
        ),
        {"metavar": AMOUNT},
    ),
    "--others": (
        Text(
            en='a rule for all that the plan says no payment of, as "last weekday of the month"',
            sv='en regel för allt vars betalning planen inte anger, som "last weekday of the month"',
        ),
        {"metavar": Text(en="RULE", sv="REGEL")},
    ),
    "--national": (
        Text(
            en="only what is registered in the national follow-up",
            sv="bara det som registreras i den nationella uppföljningen",
        ),
        {"action": "store_true"},
    ),
    "--least": (
        Text(
            en="the least count of people that is shown; 0 shows all",
            sv="det minsta antal personer som visas; 0 visar alla",
        ),
        {"type": int, "metavar": Text(en="COUNT", sv="ANTAL"), "default": LEAST},
    ),
    "--through": (
        Text(
            en="the outcome through this day, or of this time, as 2027-08-31 or 2027-T2; else the latest",
            sv="utfallet t.o.m. denna dag, eller för denna tid, som 2027-08-31 eller 2027-T2; annars det senaste",
        ),
        {"metavar": Text(en="DAY", sv="DAG")},
    ),
    "allocation": (
        Text(
            en="a national allocation's file, or the name of an example",
            sv="en nationell fördelnings fil, eller namnet på ett exempel",
        ),
        {"metavar": Text(en="ALLOCATION", sv="FÖRDELNING")},
    ),
    "--association": (
        Text(en="how what this association gets comes about", sv="hur det som detta förbund får räknas fram"),
        {"metavar": _NAME},
    ),
    "--next": (
        Text(en="of the year after, if all else stays as it is", sv="för året efter, om allt annat är som det är"),
        {"action": "store_true"},
    ),
    "--change": (
        Text(
            en='what if a figure were another, as "Norby livelihood 5 %%" or "Norby inhabitants 8 110", can be given '
            "again",
            sv='tänk om en siffra vore en annan, som "Norby försörjningsmått 5 %%" eller "Norby invånare 8 110", kan '
            "anges flera gånger",
        ),
        {"metavar": Text(en="CHANGE", sv="ÄNDRING"), **_AGAIN},
    ),
    "file": (
        Text(en="the file to write; printed if left out", sv="filen att skriva; skrivs ut om den utelämnas"),
        {"metavar": _FILE, "nargs": "?"},
    ),
}
"""Everything that can be given, with what it is and how it is read."""

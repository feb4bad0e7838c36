"""2xx, continued: contributions that are probably not what they should be, and where a member seems to be left out."""

from collections import Counter
from collections.abc import Iterator, Mapping

from finsam.budget import Stated
from finsam.checks.misplaced import FULL_TABLES, PROBABLE, SAME_UNIT, WRITE_ZERO
from finsam.checks.rules import Breach, Rule, numbered
from finsam.derivation import Contributions
from finsam.finding import Chapter, Severity
from finsam.funding import PartYear
from finsam.language import Text
from finsam.money import kr
from finsam.organisations import Party
from finsam.period import time_label, year_of
from finsam.plan import OperationalPlan
from finsam.printed import Printed
from finsam.rows import Cell, Columns, cell_order

__all__ = ["RULES"]

LEAST_TOTAL = kr(200_000)
Payer = tuple[str, str]
"""Who pays in a table of what a document prints: the key of its rows, `contributions` or `parties`, and the name."""


@numbered(
    "F251",
    Severity.NOTE,
    PROBABLE,
    Text(
        en="The contributions of a year are those of a whole association, not so many thousands written as kronor.",
        sv="Ett års bidrag är ett helt förbunds, inte så många tusental skrivna som kronor.",
    ),
)
def _enough_for_an_association(plan: OperationalPlan) -> Iterator[Breach]:
    totals = {year: total for year in plan.funding.years if (total := plan.total(year)) is not None}
    little = {year: total for year, total in totals.items() if kr(0) < total < LEAST_TOTAL}
    for year in [*little][:1]:
        path = ("funding", plan.terms(year).basis, str(year))
        message = _VERY_LITTLE(years=tuple(little), totals=tuple(dict.fromkeys(little.values())))
        yield Breach(path=path, message=message, remedy=SAME_UNIT)


_VERY_LITTLE = Text(en="all contribute {totals} together in {years}", sv="alla bidrar tillsammans med {totals} {years}")


@numbered(
    "F252",
    Severity.UNKNOWN,
    Text(
        en="practice: what a member pays for a part of a year is for the agreement to say",
        sv="praxis: vad en medlem betalar för en del av ett år är det överenskommelsen som säger",
    ),
    Text(
        en="What a member pays that joins or leaves within a year is agreed.",
        sv="Vad en medlem betalar som går med eller lämnar under ett år är överenskommet.",
    ),
    chapter=Chapter.FUNDING,
)
def _for_a_part_of_a_year(plan: OperationalPlan) -> Iterator[Breach]:
    for year in plan.funding.years:
        due = plan.contributions_or_error(year)
        pools = due.pools if isinstance(due, Contributions) else ()
        names = {name for pool in pools if pool.split is None for name in pool.parts_of_year}
        for kind in ("municipalities", "regions"):
            for index, member in enumerate(getattr(plan.association, kind)):
                for key, day in (("joined", member.joined), ("left", member.left)):
                    if member.name in names and day is not None and day.year == year:
                        message = (_JOINS if key == "joined" else _LEAVES)(name=member.name, day=day, year=year)
                        path = ("association", kind, index, key)
                        yield Breach(path=path, message=message, remedy=_ASK, unknown=True)


_JOINS = Text(
    en="{name} joins on {day}, and it is not said what it pays for {year}",
    sv="{name} går med {day}, och det framgår inte vad den betalar för {year}",
)
_LEAVES = Text(
    en="{name} leaves on {day}, and it is not said what it pays for {year}",
    sv="{name} lämnar {day}, och det framgår inte vad den betalar för {year}",
)
_ASK = Text(
    en="write what is agreed as part_year under [funding]: {rules}",
    sv="skriv vad som är överenskommet som part_year under [funding]: {rules}",
)(rules=tuple(f'"{each.value}"' for each in PartYear))


@numbered(
    "F253",
    Severity.WARNING,
    FULL_TABLES,
    Text(
        en="A contribution that a table prints for some years is printed for every year in which it prints the others, "
        "as far as it is known.",
        sv="Ett bidrag som en tabell anger för några år anges för varje år där den anger de andras, om det är känt.",
    ),
    chapter=Chapter.FUNDING,
)
def _nobody_is_left_out(plan: OperationalPlan) -> Iterator[Breach]:
    for index, stated in enumerate(plan.stated):
        rows = _contributed(stated)
        party_of = {
            key: Party(key[1]) if key[0] == "parties" else plan.association.member(key[1]).party for key in rows
        }
        by_cell: dict[Cell, list[Payer]] = {}
        for key, cells in rows.items():
            for cell in cells:
                by_cell.setdefault(cell, []).append(key)
        parties = {cell: _whole_parties(keys, party_of) for cell, keys in by_cell.items()}
        full = [cell for cell in by_cell if 2 * len(parties[cell]) >= max(map(len, parties.values()))]
        for key, cells in rows.items():
            missing = [
                _NAMED(column=cell[0], time=time_label(cell[1]))
                for cell in sorted(full, key=cell_order)
                if cell not in cells and _is_asked(plan, key, party_of, cell, by_cell[cell])
            ]
            if cells and missing:
                name = party_of[key] if key[0] == "parties" else key[1]
                message = _LEFT_OUT(name=name, times=tuple(missing))
                yield Breach(path=("stated", index, *key), message=message, remedy=WRITE_ZERO, silent=True)


def _contributed(stated: Stated) -> dict[Payer, list[Cell]]:
    """Where each member and each party has an amount."""
    tables: dict[str, Mapping[str, Columns[Printed]]] = {
        "contributions": stated.contributions,
        "parties": dict(stated.parties.items()),
    }
    return {
        (kind, name): [(column, time) for column, time, _ in row.cells()]
        for kind, table in tables.items()
        for name, row in table.items()
    }


def _whole_parties(there: list[Payer], party_of: Mapping[Payer, Party]) -> set[Party]:
    """The parties of which there is an amount, or those of at least half of its members."""
    members = Counter(party for key, party in party_of.items() if key[0] == "contributions")
    found = Counter(party_of[key] for key in there)
    return {party_of[key] for key in there if key[0] == "parties" or 2 * found[party_of[key]] >= members[party_of[key]]}


def _is_asked(
    plan: OperationalPlan, key: Payer, party_of: Mapping[Payer, Party], cell: Cell, there: list[Payer]
) -> bool:
    """Whether a contribution that is not printed there could be: one that is known, and is in no other that is."""
    of_party = [other for other in there if party_of[other] is party_of[key]]
    if key[0] == "parties" or ("parties", party_of[key].value) in there:
        return not of_party
    year = year_of(cell[1])
    due = plan.contributions_or_error(year)
    is_known = isinstance(due, Contributions) and party_of[key] not in due.unsplit
    is_member = key[1] in [member.name for member in plan.association.members_in(year)]
    return is_member and (is_known or bool(of_party))


_NAMED = Text(en="{column} {time}", sv="{column} {time}")
_LEFT_OUT = Text(
    en="what {name} pays is not printed for {times}, where that of others is",
    sv="vad {name} betalar anges inte för {times}, där andras anges",
)

RULES: tuple[Rule, ...] = (_enough_for_an_association, _for_a_part_of_a_year, _nobody_is_left_out)

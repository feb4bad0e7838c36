"""
What a document prints of the contributions, held against everything else that is known: the total, the other parties,
the sum of the members, the act alone.

One cause is one breach, and where the others agree it names the one that differs.
"""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from itertools import combinations

from finsam.checks.rules import Breach
from finsam.checks.tables import PrintedSum, PrintedTable, by_how_much, printed_tables
from finsam.derivation import Contributions, Pool
from finsam.language import Text
from finsam.money import Money, Unrounded, kr
from finsam.organisations import Party
from finsam.plan import OperationalPlan
from finsam.printed import Printed

__all__ = ["breaches_of"]

Voices = Mapping[Party, PrintedSum]
Numbered = Iterator[tuple[str, Breach]]
"""Breaches, each by the number of its rule."""


def breaches_of(rule: str, plan: OperationalPlan) -> Iterator[Breach]:
    """What that rule finds in the contributions that the document prints."""
    found = plan.remembered(
        "printed contributions", lambda: tuple(each for table in printed_tables(plan) for each in _breaches(table))
    )
    return (breach for number, breach in found if number == rule)


def _breaches(table: PrintedTable) -> Numbered:
    """Everything that does not go together in a table."""
    voices = table.voices()
    if (other := _other_total(table, voices)) is not None:
        message = _OTHER_TOTAL(year=table.year, total=table.total, other=other)
        yield "F203", Breach(path=table.start, message=message, remedy=_CORRECT_TOTAL)
        table = table.of_another_total(other)
    of_members = dict(_members(table))
    of_parties = dict(_parties(table, voices, of_members))
    of_sums = dict(_sums(table, {*of_members}, {*of_parties}))
    yield from (("F202", breach) for breach in of_members.values())
    yield from (("F201", breach) for breach in of_parties.values())
    yield from (("F203", breach) for breach in of_sums.values())
    if not (of_members or of_parties or of_sums):
        yield from _whole(table, voices)


def _other_total(table: PrintedTable, voices: Voices) -> Money | None:
    """The total of which all that is printed is, where none of it is of the plan's own."""
    if table.total is None or len(voices) < 2:
        return None
    if any(_is_share(table, party, voice, Fraction(table.total.ore)) for party, voice in voices.items()):
        return None
    return _agreed_total(table, voices)


def _is_share(table: PrintedTable, party: Party, voice: PrintedSum, total: Fraction) -> bool:
    """Whether it can be the party's share of the total."""
    return voice.can_be(total * table.share(party))


def _agreed_total(table: PrintedTable, voices: Voices) -> Money | None:
    """The total of which each can be its share, as the most exact of them says it; None where there is none."""
    for party in sorted(voices, key=lambda party: voices[party].inexactness):
        total = voices[party].value / table.share(party)
        if (
            total >= 0
            and total.denominator == 1
            and all(_is_share(table, each, voices[each], total) for each in voices)
        ):
            return Money(ore=int(total))
    return None


def _members(table: PrintedTable) -> Iterator[tuple[str, Breach]]:
    """The members whose amounts are not what their shares give."""
    here = [member.name for member in table.plan.association.members_in(table.year)]
    paying = [name for party in table.payers for name in table.payers_of(party)]
    for name, printed in table.members.items():
        path = table.at("contributions", name)
        if name not in here:
            if not printed.agrees_with(kr(0)):
                message = _NO_MEMBER_THEN(member=name, amount=printed, year=table.year)
                yield name, Breach(path=path, message=message, remedy=_TAKE_OUT)
        elif table.payers and name not in paying:
            yield from _unless_due(table, name, printed, kr(0), agrees=printed.agrees_with(kr(0)))
        elif table.due is not None and name in table.due.amounts:
            agrees = _can_pay(table, name, printed, table.due)
            yield from _unless_due(table, name, printed, table.due[name], agrees=agrees)


def _unless_due(
    table: PrintedTable, name: str, printed: Printed, due: Money, *, agrees: bool
) -> Iterator[tuple[str, Breach]]:
    """That a member is printed with another amount than it pays, unless the two agree."""
    if agrees:
        return
    text = _LESS if printed.difference(due) < 0 else _MORE
    message = text(member=name, amount=printed, **by_how_much(printed, due), due=due, year=table.year)
    remedy = _SEE_HOW(due=due, year=table.year, member=name)
    yield name, Breach(path=table.at("contributions", name), message=message, remedy=remedy)


def _can_pay(table: PrintedTable, name: str, printed: Printed, due: Contributions) -> bool:
    """Whether the member can pay what is printed, whoever got the units that did not go evenly."""
    pools = [pool for pool in due.pools if name in pool.members]
    if printed.agrees_with(due[name]) or any(pool.split is None for pool in pools):
        return printed.agrees_with(due[name])
    said = table.summed((printed,), ())
    quota = sum((_quota(pool, name) for pool in pools), Fraction(0))
    return said.can_be(quota, lambda unit: sum(_goes_unevenly(pool, name, unit) for pool in pools))


def _quota(pool: Pool, name: str) -> Fraction:
    """What the member would pay if nothing were rounded, in öre."""
    return Fraction(0) if pool.split is None else pool.quota * pool.split.share(name)


def _goes_unevenly(pool: Pool, name: str, unit: Money) -> int:
    """At how many stages an odd unit can come to the member, or not."""
    stages = [pool.quota]
    if pool.split is not None and len(pool.members) > 1:
        stages += [_quota(pool, name), pool.split.quota(name)]
    uneven = [quota % unit.ore != 0 for quota in stages]
    return uneven[0] + any(uneven[1:])


def _parties(table: PrintedTable, voices: Voices, accused: Collection[str]) -> Iterator[tuple[Party, Breach]]:
    """The parties that are printed with another part than their own."""
    for party, printed in table.by_party.items():
        if table.payers and party not in table.payers and not printed.agrees_with(kr(0)):
            message = _NO_PARTY_THEN(party=party, amount=printed, year=table.year)
            yield party, Breach(path=table.at("parties", party), message=message, remedy=_CORRECT_SHARES)
    if table.total is None:
        yield from _among_themselves(table, voices)
        return
    for party, voice in voices.items():
        names = table.payers_of(party)
        told = party not in table.by_party and (len(names) > 1 or {*names} & {*accused})  # as member, or in the sum
        if not told and not _is_share(table, party, voice, Fraction(table.total.ore)):
            yield party, _not_its_share(table, party, voice, Fraction(table.total.ore))


def _not_its_share(table: PrintedTable, party: Party, voice: PrintedSum, total: Fraction) -> Breach:
    """That the party does not pay its share of what the others, or the plan, say."""
    message = _NOT_ITS_SHARE(
        party=party,
        printed=voice.said,
        share=str(table.share(party)),
        total=Unrounded(total),
        amount=Unrounded(total * table.share(party)),
        year=table.year,
    )
    return Breach(path=voice.path, message=message, remedy=_CORRECT_SHARES)


def _among_themselves(table: PrintedTable, voices: Voices) -> Iterator[tuple[Party, Breach]]:
    """The party that differs from what the others agree on; or, where there is none, that they do not go together."""
    if len(voices) < 2 or _agree(table, voices):
        return
    agreeing = [
        others
        for others in combinations(voices, len(voices) - 1)
        if len(others) > 1 and _agree(table, {party: voices[party] for party in others})
    ]
    if len(agreeing) == 1:
        [others] = agreeing
        [odd] = [party for party in voices if party not in others]
        exact = min(others, key=lambda party: voices[party].inexactness)
        yield odd, _not_its_share(table, odd, voices[odd], voices[exact].value / table.share(exact))
        return
    printed = tuple(_PART(party=party, amount=voice.said) for party, voice in voices.items())
    message = _NOT_TOGETHER(year=table.year, printed=printed)
    yield next(iter(voices)), Breach(path=(*table.path, "parties"), message=message, remedy=_CORRECT_SHARES)


def _agree(table: PrintedTable, voices: Voices) -> bool:
    """Whether the parties can all pay their shares of one and the same total, an odd unit more or less."""
    lows, highs = [], []
    for party, voice in voices.items():
        (low, high), unit = voice.ends(), voice.units[-1].ore
        if low is not None:
            lows.append((low - unit) / table.share(party))
        if high is not None:
            highs.append((high + unit) / table.share(party))
    return not lows or not highs or max(lows) < min(highs)


def _sums(table: PrintedTable, members: set[str], parties: set[Party]) -> Iterator[tuple[Party, Breach]]:
    """The parties whose members do not pay together what the party pays, where neither is wrong already."""
    everyone = [name for party in table.payers for name in table.payers_of(party)]
    for party in table.payers:
        names = table.payers_of(party)
        printed = [table.members[name] for name in names if name in table.members]
        in_two = any(everyone.count(name) > 1 for name in names)
        if not printed or in_two or party in parties or {*names} & members:
            continue
        added = table.summed(printed, (*table.path, "contributions"))
        whole = _not_the_sum(table, party, added, whole=len(printed) == len(names))
        if whole is not None:
            text = _NOT_THE_SUM if len(printed) == len(names) else _ABOVE
            message = text(party=party, year=table.year, added=added.said, whole=whole)
            yield party, Breach(path=added.path, message=message, remedy=_CORRECT_SUM)


def _not_the_sum(table: PrintedTable, party: Party, added: PrintedSum, *, whole: bool) -> Printed | Unrounded | None:
    """What the party pays, where its members' amounts cannot be that, or a part of it if they are not all there."""
    if (own := table.by_party.get(party)) is not None:
        low, high = table.summed((own,), ()).ends()
        return own if not added.reaches(low if whole else None, high) else None
    if table.total is None:
        return None
    quota = table.total.ore * table.share(party)
    low, _ = added.ends()
    above = low is not None and low >= quota + added.units[-1].ore
    return Unrounded(quota) if above or (whole and not added.can_be(quota)) else None


def _whole(table: PrintedTable, voices: Voices) -> Numbered:
    """That all parties do not pay the total together, though each can pay its part."""
    if table.total is None or len(voices) < len(table.payers) or not voices:
        return
    every = table.summed((each for voice in voices.values() for each in voice.amounts), (*table.path, "parties"))
    if not every.reaches(table.total.ore, table.total.ore):
        message = _NOT_THE_TOTAL(year=table.year, added=every.said, total=table.total)
        yield "F203", Breach(path=every.path, message=message, remedy=_CORRECT_SUM)


_NO_MEMBER_THEN = Text(
    en="{amount} is printed for {member}, who is not a member in {year}",
    sv="{amount} anges för {member}, som inte är medlem {year}",
)
_TAKE_OUT = Text(
    en="take the amount out, or correct the days of membership",
    sv="ta bort beloppet, eller rätta medlemskapets datum",
)
_NO_PARTY_THEN = Text(
    en="{amount} is printed for {party}, of whom none is a member in {year}",
    sv="{amount} anges för {party}, av vilka ingen är medlem {year}",
)
_MORE = Text(
    en="{amount} is printed for {member} in {year}, {at_least}{difference} more than the {due} of its share",
    sv="{amount} anges för {member} {year}, {at_least}{difference} mer än andelens {due}",
)
_LESS = Text(
    en="{amount} is printed for {member} in {year}, {at_least}{difference} less than the {due} of its share",
    sv="{amount} anges för {member} {year}, {at_least}{difference} mindre än andelens {due}",
)
_SEE_HOW = Text(
    en='see how {due} comes about with: finsam contributions PLAN --year {year} --explain "{member}"',
    sv='se hur {due} räknas fram med: finsam contributions PLAN --year {year} --explain "{member}" --lang sv',
)
_NOT_ITS_SHARE = Text(
    en="{party}: {printed} is printed for {year}, but {share} of {total} is {amount}",
    sv="{party}: {printed} anges för {year}, men {share} av {total} är {amount}",
)
_NOT_TOGETHER = Text(
    en="what is printed for {year} does not go together: {printed}",
    sv="det som anges för {year} går inte ihop: {printed}",
)
_PART = Text(en="{party} {amount}", sv="{party} {amount}")
_CORRECT_SHARES = Text(
    en="correct the amount, or the total, so that every party pays its share",
    sv="rätta beloppet, eller totalbeloppet, så att varje part betalar sin andel",
)
_OTHER_TOTAL = Text(
    en="the total of {year} is {total}, but the printed contributions are those of {other}",
    sv="totalbeloppet för {year} är {total}, men de angivna bidragen är de för {other}",
)
_CORRECT_TOTAL = Text(en="correct the total, or what is printed", sv="rätta totalbeloppet, eller det som anges")
_NOT_THE_SUM = Text(
    en="the amounts of {party} for {year} add up to {added}, not to {whole}",
    sv="beloppen för {party} {year} uppgår tillsammans till {added}, inte till {whole}",
)
_ABOVE = Text(
    en="the amounts of some of {party} for {year} add up to {added}, which is above the {whole} of all",
    sv="beloppen för några av {party} {year} uppgår tillsammans till {added}, vilket är mer än allas {whole}",
)
_NOT_THE_TOTAL = Text(
    en="the amounts of all parties for {year} add up to {added}, not to {total}",
    sv="alla parters belopp för {year} uppgår tillsammans till {added}, inte till {total}",
)
_CORRECT_SUM = Text(en="correct an amount or the total", sv="rätta ett belopp eller totalbeloppet")

"""2xx: who pays what."""

from collections.abc import Iterator, Mapping

from finsam import law
from finsam.allocation import ORE, allocate
from finsam.checks.rule import OWN_FIGURES, Breach, Rule, check
from finsam.errors import FinsamError
from finsam.finding import Severity
from finsam.funding import Contributions
from finsam.language import Text
from finsam.money import Money, kr
from finsam.organisations import Party
from finsam.plan import OperationalPlan
from finsam.pool import Pool
from finsam.stated import Stated

__all__ = ["RULES"]


def _due(plan: OperationalPlan, year: int) -> Contributions | None:
    """The year's contributions, where they can be worked out."""
    try:
        return plan.contributions(year)
    except FinsamError:
        return None


def _published(plan: OperationalPlan) -> Iterator[tuple[Stated, Contributions]]:
    """Every column in which the document prints contributions, with what they should be."""
    for stated in plan.stated:
        if (stated.contributions or stated.parties) and (due := _due(plan, stated.year)):
            yield stated, due


def _added(pool: Pool, stated: Stated, due: Contributions) -> Money | None:
    """
    What the amounts printed for a party's members add up to; None where one is not printed, or is printed for a
    municipality's part in two parties.
    """
    payers = [member for each in due.pools for member in each.members]
    if any(member not in stated.contributions or payers.count(member) > 1 for member in pool.members):
        return None
    return sum((stated.contributions[member] for member in pool.members), kr(0))


def _paid_by_party(stated: Stated, due: Contributions) -> Mapping[Party, Money]:
    """What the document lets each party pay together, where it prints that or every member's amount."""
    added = {pool.party: _added(pool, stated, due) for pool in due.pools}
    return {party: amount for party, amount in added.items() if amount is not None} | dict(stated.parties)


def _paid_by_all(stated: Stated, due: Contributions) -> Money | None:
    """What the document lets all pay together, where it prints every member's amount or every party's."""
    payers = {member for pool in due.pools for member in pool.members}
    if payers <= stated.contributions.keys():
        return sum((stated.contributions[member] for member in payers), kr(0))
    paid = _paid_by_party(stated, due)
    return sum(paid.values(), kr(0)) if paid.keys() >= due.by_party.keys() else None


def _place(stated: Stated) -> str:
    return f'stated "{stated.where}", contributions, {stated.column} {stated.year}'


@check(
    "F201",
    Severity.ERROR,
    basis=law.STATE_SHARE.provision,
    sv="Staten betalar hälften, regionerna tillsammans en fjärdedel och kommunerna tillsammans en fjärdedel, "
    "på öret när; 5 a § gäller för en kommun utanför alla regioner.",
)
def parties_pay_their_statutory_shares(plan: OperationalPlan) -> Iterator[Breach]:
    """
    The state pays half, the regions together a quarter and the municipalities together a quarter, to the öre; 5 a §
    applies to a municipality outside every region.
    """
    for stated, due in _published(plan):
        paid = _paid_by_party(stated, due)
        if not paid.keys() >= due.by_party.keys():
            continue
        total = sum(paid.values(), kr(0))
        unit = due.funding.unit if total.ore % due.funding.unit.ore == 0 else ORE
        for party, amount in allocate(total, due.parties.weights, unit=unit).parts.items():
            if paid[party] != amount:
                share = due.parties.share(party)
                yield Breach(
                    place=_place(stated),
                    message=Text(
                        en=f"{party.title.en}: {paid[party]} is printed, but {share} of {total} is {amount}",
                        sv=f"{party.title.sv}: {paid[party]} anges, men {share} av {total} är {amount}",
                    ),
                    remedy=Text(
                        en="correct the amounts, or the total, so that every party pays its share",
                        sv="rätta beloppen, eller totalen, så att varje part betalar sin andel",
                    ),
                )


@check(
    "F202",
    Severity.ERROR,
    basis=OWN_FIGURES,
    sv="Det belopp som planen anger för en medlem är det som medlemmens andel ger.",
)
def published_contributions_follow_the_split(plan: OperationalPlan) -> Iterator[Breach]:
    """The amount that the plan prints for a member is what the member's share gives."""
    for stated, due in _published(plan):
        for member, amount in stated.contributions.items():
            if member not in due.members and amount != kr(0):
                yield Breach(
                    place=f"{_place(stated)}, {member}",
                    message=Text(
                        en=f"{member} is printed with {amount}, but is not a member in {due.year}",
                        sv=f"{member} anges med {amount}, men är inte medlem {due.year}",
                    ),
                    remedy=Text(
                        en="take the amount out, or correct the days of membership",
                        sv="ta bort beloppet, eller rätta medlemskapets datum",
                    ),
                )
            elif member in due.amounts and amount != due[member]:
                difference = amount - due[member]
                more = Text(en="more", sv="mer") if difference > kr(0) else Text(en="less", sv="mindre")
                yield Breach(
                    place=f"{_place(stated)}, {member}",
                    message=Text(
                        en=f"{member} is printed with {amount}, {abs(difference)} {more.en} than the "
                        f"{due[member]} of its share",
                        sv=f"{member} anges med {amount}, {abs(difference)} {more.sv} än andelens {due[member]}",
                    ),
                    remedy=Text(
                        en=f"see how the {due[member]} come about with: finsam contributions PLAN --year {due.year} "
                        f'--explain "{member}"',
                        sv=f"se hur {due[member]} räknas fram med: finsam contributions PLAN --year {due.year} "
                        f'--explain "{member}" --lang sv',
                    ),
                )


@check(
    "F203",
    Severity.ERROR,
    basis=OWN_FIGURES,
    sv="De bidrag som planen anger för medlemmarna summerar till hela bidraget.",
)
def published_contributions_add_up(plan: OperationalPlan) -> Iterator[Breach]:
    """The contributions that the plan prints for the members add up to the whole."""
    for stated, due in _published(plan):
        for pool in due.pools:
            added, whole = _added(pool, stated, due), stated.parties.get(pool.party)
            if added is not None and whole is not None and added != whole:
                yield _not_the_sum(_place(stated), pool.party.title, added, whole)
        paid = _paid_by_all(stated, due)
        if paid is not None and paid != due.total:
            yield _not_the_sum(_place(stated), Text(en="all", sv="alla"), paid, due.total)


def _not_the_sum(place: str, of: Text, added: Money, whole: Money) -> Breach:
    return Breach(
        place=place,
        message=Text(
            en=f"the amounts of {of.en} add up to {added}, not to {whole}",
            sv=f"beloppen för {of.sv} summerar till {added}, inte till {whole}",
        ),
        remedy=Text(en="correct an amount or the total", sv="rätta ett belopp eller totalen"),
    )


@check(
    "F204",
    Severity.UNKNOWN,
    basis=law.MUNICIPALITIES_AGREE.provision,
    sv="Varje medlems bidrag går att räkna fram för budgetåret och planåren.",
)
def contributions_are_known(plan: OperationalPlan) -> Iterator[Breach]:
    """What each member pays can be worked out for the budget year and the plan years."""
    remedy = Text(
        en="write the total and how the members share it under [funding]",
        sv="skriv totalen och hur medlemmarna fördelar den under [funding]",
    )
    for year in sorted({plan.year, *(year for year in plan.years if year > plan.year)}):
        place = f"funding, {year}"
        if year not in {terms.year for terms in plan.funding}:
            message = Text(en=f"the plan has no funding for {year}", sv=f"planen har ingen finansiering för {year}")
            yield Breach(place=place, message=message, remedy=remedy, unknown=True)
            continue
        try:
            due = plan.contributions(year)
        except FinsamError as error:
            message = Text(
                en=f"the contributions cannot be worked out: {error}", sv=f"bidragen kan inte räknas fram: {error}"
            )
            yield Breach(place=place, message=message, remedy=remedy, unknown=True)
            continue
        for pool in due.pools:
            if pool.split is None and pool.key is not None:
                reason = pool.key.reason("")
                yield Breach(
                    place=place,
                    message=Text(
                        en=f"the {pool.amount} of {pool.party.title.en}: {reason.en}",
                        sv=f"{pool.amount} från {pool.party.title.sv}: {reason.sv}",
                    ),
                    remedy=Text(en="write the split when it is made", sv="skriv fördelningen när den är gjord"),
                    unknown=True,
                )


RULES: tuple[Rule, ...] = (
    parties_pay_their_statutory_shares,
    published_contributions_follow_the_split,
    published_contributions_add_up,
    contributions_are_known,
)

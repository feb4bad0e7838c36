"""F310, F311, F362, F363, and F502 by its day: how a budget came about, its revisions, and what its sums add."""

from datetime import date

import pytest
from attrs import evolve

from finsam import Category, Cost, Funding, Governance, OperationalPlan, kr
from finsam.checks import rule
from finsam.funding import Standing
from finsam.governance import Adoption
from finsam.revision import Revision
from test_revision import ADOPTED, BYGDEN, KANSLI, plan


def told(of: OperationalPlan, number: str) -> list[str]:
    """What is found, in both languages, without the ground."""
    return [
        line
        for finding in rule(number).findings(of)
        for language in ("en", "sv")
        for line in (finding.text(language).splitlines()[0], finding.text(language).splitlines()[2].strip())
    ]


def test_days_in_their_order_are_fine() -> None:
    """F310: on one day is in order too, and what is not said is not asked for."""
    day = date(2026, 11, 27)
    same = Adoption(drafted=day, consulted_on=day, on=day)
    for adoption in (ADOPTED, same, Adoption(), None):
        assert told(plan(Revision(on=day), adoption=adoption), "F310") == []


def test_a_draft_after_the_adoption_is_found() -> None:
    """F310: one of the days is wrong."""
    of = plan(adoption=Adoption(drafted=date(2026, 12, 1), on=date(2026, 11, 27)))
    assert told(of, "F310") == [
        "F310 error: governance.adoption.drafted: the budget was adopted on 2026-11-27, but drafted on 2026-12-01",
        "correct the day that is wrong",
        "F310 fel: governance.adoption.drafted: budgeten blev fastställd 2026-11-27, men framtagen 2026-12-01",
        "rätta den dag som är fel",
    ]


def test_a_revision_before_the_adoption_and_a_draft_after_the_consultation_are_found() -> None:
    """F310: each at its place."""
    of = plan(
        Revision(on=date(2026, 11, 1)),
        adoption=Adoption(drafted=date(2026, 10, 21), consulted_on=date(2026, 10, 20), on=date(2026, 11, 27)),
    )
    assert told(of, "F310")[::4] == [
        "F310 error: governance.adoption.drafted: the budget was consulted on on 2026-10-20, but drafted on 2026-10-21",
        "F310 error: revisions[1].on: the budget was revised on 2026-11-01, but adopted on 2026-11-27",
    ]


def test_a_revision_that_changes_nothing_in_what_it_names_is_found() -> None:
    """F311: the amount before is the amount after."""
    same = Revision(on=date(2027, 3, 12), before={"kansli": {2027: kr(740_000), 2028: kr(1)}})
    assert told(plan(same), "F311") == [
        (
            "F311 warning: revisions[1].before.kansli.2027: Kansli was 740 000 kr for 2027 before the revision, and is "
            "that after it too"
        ),
        "write what it was before, or leave it out of the revision",
        (
            "F311 varning: revisions[1].before.kansli.2027: Kansli var 740 000 kr för 2027 före revideringen, och "
            "är det även efter den"
        ),
        "skriv vad det var före, eller ta bort det ur revideringen",
    ]


@pytest.mark.parametrize("standing", Standing)
def test_a_budget_adopted_on_contributions_that_are_not_decided_is_found(standing: Standing) -> None:
    """F362: of the budget year, and once it has been adopted."""
    funding = Funding(total={2027: kr(4_000_000)}, standing={2027: standing})
    assert told(plan(adoption=Adoption(), funding=funding), "F362") == []
    found = told(plan(funding=funding), "F362")
    assert found == [
        (
            f"F362 warning: funding.standing.2027: the budget was adopted on 2026-11-27, and the contributions of "
            f"2027 are {standing.label.to('en')}"
        ),
        "say in the budget what depends on them, and write decided when they are",
        (
            f"F362 varning: funding.standing.2027: budgeten fastställdes 2026-11-27, och bidragen för 2027 är "
            f"{standing.label.to('sv')}"
        ),
        "skriv i budgeten vad som beror på dem, och ändra till decided när de är beslutade",
    ] * (standing is not Standing.DECIDED)


def costs(*excluding: bool) -> OperationalPlan:
    """A row of 100 kr for each, which excludes VAT or does not say so."""
    rows = [
        Cost(id=f"r{at}", name="R", category=Category.ADMINISTRATION, excluding_vat=each, budget={2027: kr(100)})
        for at, each in enumerate(excluding)
    ]
    return OperationalPlan(association=BYGDEN, year=2027, costs=tuple(rows))


def test_costs_that_are_counted_alike_are_fine() -> None:
    """F363: all of them with VAT, or all of them without."""
    assert [told(costs(*rows), "F363") for rows in ((), (True,), (True, True), (False, False))] == [[], [], [], []]
    assert costs(True, True).budget(2027).excluding_vat == kr(200)
    assert costs(False).budget(2027).excluding_vat is None


def test_a_total_that_mixes_them_is_found() -> None:
    """F363: how much of it excludes VAT."""
    assert told(costs(False, True, False), "F363") == [
        (
            'F363 warning: costs[2] "r1".excluding_vat: the totals add R, without VAT, to costs that are not said to '
            "be without it: 100 kr of 300 kr (budget 2027)"
        ),
        "write all costs alike, or excluding_vat = true in each row that excludes VAT",
        (
            'F363 varning: costs[2] "r1".excluding_vat: summorna lägger ihop R, exklusive moms, med kostnader som '
            "inte anges vara det: 100 kr av 300 kr (budget 2027)"
        ),
        "skriv alla kostnader lika, eller excluding_vat = true i varje rad som är exklusive moms",
    ]


def test_mixed_totals_are_found_once() -> None:
    """F363: in the budget year, where it is one of them."""
    rows = tuple(evolve(row, budget={2026: kr(1), 2027: kr(100)}) for row in costs(True, False).costs)
    [finding] = rule("F363").findings(evolve(costs(), costs=rows))
    assert finding.values["total"] == kr(200)


def test_a_consultation_on_or_after_the_day_of_adoption_was_not_before_it() -> None:
    """F502: by 23 § it comes first; a day before is enough, and says that there was one."""
    late = Governance(adoption=Adoption(consulted_on=date(2026, 11, 27), on=date(2026, 11, 27)))
    of = OperationalPlan(association=BYGDEN, year=2027, governance=late, costs=(KANSLI,))
    assert told(of, "F502") == [
        (
            "F502 error: governance.adoption.consulted_on: the members were consulted on 2026-11-27, not before the "
            "plan was adopted on 2026-11-27"
        ),
        "send the next proposal to every member before the board adopts it",
        (
            "F502 fel: governance.adoption.consulted_on: samråd med medlemmarna skedde 2026-11-27, inte innan "
            "planen fastställdes 2026-11-27"
        ),
        "skicka nästa förslag till alla medlemmar innan styrelsen fastställer det",
    ]
    assert told(plan(), "F502") == []

"""F204, F205 and F250: what each member pays can be worked out, by keys that fit, and goes evenly."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import (
    Agreement,
    Association,
    ByPopulation,
    Category,
    Cost,
    Finding,
    Fixed,
    Funding,
    OperationalPlan,
    Severity,
    Shares,
    ToBeSplit,
    kr,
)
from finsam.checks import rule
from finsam.pending import NotAgreed, PartlyKnown, Unpublished
from finsam.split import SplitKey
from plan_strategies import ALONE, BESIDE, ORDINARY, funded_plans

JONKOPING = "Region Jönköpings län"
SHARES = Shares({"Habo": "60 %", "Mullsjö": "40 %"})
BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region=JONKOPING)


def plan(split: SplitKey | None = SHARES, *, total: int = 4_000, unit: int | str = 1) -> OperationalPlan:
    """Of 4 000 kr the state pays 2 000 kr, and the region and the municipalities 1 000 kr each."""
    funding = Funding(total={2027: kr(total)}, split=() if split is None else split, unit=kr(unit))
    return OperationalPlan(association=BYGDEN, year=2027, funding=funding)


def found(plan: OperationalPlan, id: str) -> list[Finding]:
    return [*rule(id).findings(plan)]


def messages(plan: OperationalPlan, id: str) -> list[str]:
    return [str(finding.message) for finding in found(plan, id)]


# F204


@given(funded_plans())
def test_contributions_that_can_be_worked_out_are_known(plan: OperationalPlan) -> None:
    """F204 and F205 are silent where every member can be told what it pays."""
    assert found(plan, "F204") == found(plan, "F205") == []


def test_a_year_without_funding_is_unknown() -> None:
    """F204: for the budget year and for every plan year after it, but not for one before it."""
    office = Cost(
        id="kansli", name="Kansli", category=Category.ADMINISTRATION, budget=dict.fromkeys((2026, 2027, 2028), kr(5))
    )
    [finding] = found(OperationalPlan(association=BYGDEN, year=2027, costs=(office,)), "F204")
    assert finding.text("en") == (
        "F204 unknown: funding: the plan has no funding for 2027, 2028\n"
        "    5 § second paragraph lagen (2003:1210)\n"
        "    write the total and how the members share it under [funding]"
    )
    assert finding.text("sv") == (
        "F204 uppgift saknas: funding: finansiering för 2027, 2028 framgår inte av planen\n"
        "    5 § andra stycket lagen (2003:1210)\n"
        "    skriv totalbeloppet (total) och hur medlemmarna fördelar det (split) under [funding]"
    )


def test_contributions_that_cannot_be_worked_out_are_unknown_and_why() -> None:
    """F204: the municipalities have not said how they share."""
    [finding] = found(plan(None), "F204")
    assert finding.text("en") == (
        "F204 unknown: funding: the contributions of 2027 cannot be worked out: "
        "Habo, Mullsjö share 1 000 kr as they agree (5 §); say how under split\n"
        "    5 § second paragraph lagen (2003:1210)\n"
        "    write the total and how the members share it under [funding]"
    )
    assert finding.text("sv") == (
        "F204 uppgift saknas: funding: bidragen för 2027 kan inte räknas fram: "
        "Habo, Mullsjö delar 1 000 kr som de kommer överens om (5 §); skriv hur under split\n"
        "    5 § andra stycket lagen (2003:1210)\n"
        "    skriv totalbeloppet (total) och hur medlemmarna fördelar det (split) under [funding]"
    )


def test_a_split_that_is_to_come_is_unknown() -> None:
    """F204: what the municipalities pay together is known, and each part is not yet."""
    [finding] = found(plan(ToBeSplit(by="population", on=date(2026, 11, 30))), "F204")
    assert finding.severity is Severity.UNKNOWN
    assert finding.text("en") == (
        "F204 unknown: funding.split: the 1 000 kr of the municipalities for 2027: "
        "to be split by population on 2026-11-30, and not yet split\n"
        "    5 § second paragraph lagen (2003:1210)\n"
        "    write the split when it is known"
    )
    assert finding.text("sv") == (
        "F204 uppgift saknas: funding.split: 1 000 kr från kommunerna 2027: "
        "ska fördelas efter befolkning 2026-11-30 och är ännu inte fördelat\n"
        "    5 § andra stycket lagen (2003:1210)\n"
        "    skriv fördelningen när den är känd"
    )


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (Unpublished(), "split as agreed, but the figures are not published"),
        (NotAgreed(), "not split, since the members have not agreed"),
        (PartlyKnown({"Habo": 600}), "known in part only, for Habo"),
    ],
)
def test_why_a_part_is_not_known_is_said(key: SplitKey, why: str) -> None:
    """F204: agreed and unpublished, not agreed, and partly known are three things."""
    assert messages(plan(key), "F204") == [f"the 1 000 kr of the municipalities for 2027: {why}"]


def test_the_split_of_the_regions_that_is_to_come_is_unknown() -> None:
    """F204: two regions pay 1 000 kr together."""
    regions = Association.of("Bygden", municipalities=["Habo", "Ydre"], regions=[JONKOPING, "Region Östergötland"])
    funding = Funding(total={2027: kr(4_000)}, split=Shares({"Habo": 1, "Ydre": 0}), region_split=Unpublished())
    [finding] = found(OperationalPlan(association=regions, year=2027, funding=funding), "F204")
    assert (finding.place, str(finding.message)) == (
        "funding.region_split",
        "the 1 000 kr of the regions for 2027: split as agreed, but the figures are not published",
    )


# F205


@given(st.integers(10, 990), st.integers(-2, 2))
def test_agreed_shares_that_do_not_sum_to_one_are_found(tenths: int, off: int) -> None:
    """F205: in tenths of a per cent, as a document prints them; that nobody can be told its part is not said twice."""
    shares = Shares({"Habo": Fraction(tenths, 1_000), "Mullsjö": Fraction(1_000 - tenths + off, 1_000)})
    assert bool(found(plan(shares), "F205")) == (off != 0)
    assert found(plan(shares), "F204") == []


def test_shares_that_are_rounded_do_not_add_up() -> None:
    """F205: 60,1 % and 40 % are 100,1 %, in every year of the agreement."""
    odd = Shares({"Habo": "60,1 %", "Mullsjö": "40 %"})
    both = evolve(plan(), funding=Funding(total={2027: kr(4_000), 2028: kr(8_000)}, split=odd))
    [finding] = found(both, "F205")
    assert finding.text("en") == (
        "F205 error: funding.split: for 2027, 2028: the shares of Habo, Mullsjö sum to 100,1 %; change them so that "
        "they sum to 100 %\n"
        "    the plan's own figures\n"
        "    correct the split, or the days of membership"
    )
    assert finding.text("sv") == (
        "F205 fel: funding.split: för 2027, 2028: andelarna för Habo, Mullsjö är tillsammans 100,1 %; ändra dem så "
        "att de blir 100 %\n"
        "    planens egna uppgifter\n"
        "    rätta fördelningen, eller medlemskapets datum"
    )


WRONG_KEYS: Mapping[str, tuple[SplitKey, str]] = {
    "a krona less": (
        Fixed({"Habo": 600, "Mullsjö": 399}),
        "for 2027: the fixed amounts add up to 999 kr; change them so that they add up to 1 000 kr",
    ),
    "somebody else": (
        ByPopulation({"Habo": 12, "Mullsjö": 7, "Vaggeryd": 14}),
        'for 2027: the split names "Vaggeryd", who does not share; there is "Habo", "Mullsjö"',
    ),
    "nobody for Mullsjö": (ByPopulation({"Habo": 12}), "for 2027: the split has nothing for Mullsjö; write it"),
    "more than the whole": (
        PartlyKnown({"Habo": 1_001}),
        "for 2027: the known amounts add up to 1 001 kr, which is not a part of 1 000 kr; correct them",
    ),
}


@pytest.mark.parametrize("wrong", WRONG_KEYS)
def test_a_key_that_does_not_fit_is_found_and_why(wrong: str) -> None:
    """F205: it names those who share in the year, and adds up to what they share."""
    key, message = WRONG_KEYS[wrong]
    assert messages(plan(key), "F205") == [message]
    assert messages(plan(key), "F204") == []


def test_two_keys_that_do_not_fit_are_found_in_their_years() -> None:
    """F205: each agreement for itself."""
    agreements = [
        Agreement(key=Shares({"Habo": "60 %", "Mullsjö": "39 %"}), years=(2027,)),
        Agreement(key=ByPopulation({"Habo": 12}), years=(2028,)),
    ]
    funding = Funding(total=dict.fromkeys((2027, 2028), kr(4_000)), split=agreements)
    assert messages(evolve(plan(), funding=funding), "F205") == [
        "for 2027: the shares of Habo, Mullsjö sum to 99 %; change them so that they sum to 100 %",
        "for 2028: the split has nothing for Mullsjö; write it",
    ]


def test_a_key_of_the_regions_that_does_not_fit_is_found_where_it_stands() -> None:
    """F205: it is the split of the regions that sums to 101 %, and not that of the municipalities."""
    regions = Association.of("Bygden", municipalities=["Habo"], regions=[JONKOPING, "Region Östergötland"])
    odd = Shares({JONKOPING: "60 %", "Region Östergötland": "41 %"})
    funding = Funding(total={2027: kr(4_000)}, region_split=odd)
    [finding] = found(OperationalPlan(association=regions, year=2027, funding=funding), "F205")
    assert (finding.place, str(finding.message)) == (
        "funding.region_split",
        (
            "for 2027: the shares of Region Jönköpings län, Region Östergötland sum to 101 %; change them so that they "
            "sum to 100 %"
        ),
    )


# F250


@pytest.mark.parametrize(("kind", "least"), [(ORDINARY, 4), (BESIDE, 4), (ALONE, 2)])
@given(data=st.data())
def test_a_total_goes_evenly_where_the_halves_and_quarters_are_whole_units(
    kind: str, least: int, data: st.DataObject
) -> None:
    """F250: four units where there are quarters, and two where Gotland alone pays the other half."""
    plan = data.draw(funded_plans(kinds=[kind]))
    total, unit = plan.contributions(plan.year).total, plan.terms(plan.year).unit
    assert bool(found(plan, "F250")) == (total.ore % (least * unit.ore) != 0)


def test_a_total_that_does_not_go_evenly_is_noted_with_the_parts() -> None:
    """F250: a quarter of 4 002 kr is 1 000,50 kr, and the unit is a krona."""
    [finding] = found(plan(total=4_002), "F250")
    assert finding.severity is Severity.NOTE
    assert finding.text("en") == (
        "F250 note: funding: 4 002 kr for 2027 does not go evenly in units of 1 kr: the regions 1 000 kr, "
        "the municipalities 1 001 kr; the act does not say who gets the odd one\n"
        "    practice: the parties' parts in whole units\n"
        "    choose a total that goes evenly, or agree on who pays the odd unit"
    )
    assert finding.text("sv") == (
        "F250 notering: funding: 4 002 kr för 2027 går inte jämnt upp i enheter om 1 kr: regionerna 1 000 kr, "
        "kommunerna 1 001 kr; lagen säger inte vem som får den udda\n"
        "    praxis: parternas delar i hela enheter\n"
        "    välj ett totalbelopp som går jämnt upp, eller kom överens om vem som betalar den udda enheten"
    )


def test_in_ore_the_same_total_goes_evenly() -> None:
    """F250: 1 000,50 kr is a whole number of öre."""
    assert found(plan(total=4_002, unit="0,01"), "F250") == []


@pytest.mark.parametrize("split", [ToBeSplit(by="population"), Unpublished(), NotAgreed(), None])
def test_whether_a_total_goes_evenly_does_not_rest_on_the_split(split: SplitKey | None) -> None:
    """F250: the parties come before their members."""
    assert len(found(plan(split, total=4_002), "F250")) == 1
    assert found(plan(split), "F250") == []


def test_only_years_to_come_are_noted() -> None:
    """F250: what was paid in 2026 cannot be chosen any more."""
    funding: dict[str, Any] = {"total": {2026: kr(4_002), 2027: kr(4_000)}, "split": SHARES, "unit": kr(1)}
    assert found(evolve(plan(), funding=Funding(**funding)), "F250") == []

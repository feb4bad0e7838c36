"""Who pays what: the act's fractions first, then the split within each party."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import (
    Association,
    ByPopulation,
    Equal,
    Fixed,
    Member,
    Money,
    OperationalPlan,
    Party,
    Shares,
    ToBeSplit,
    allocate,
    contributions,
    kr,
)
from finsam.errors import (
    AllocationError,
    FinsamError,
    FundingError,
    LawError,
    MembershipError,
    SplitError,
    UnknownNameError,
)
from finsam.formula import contributions_on
from finsam.funding import Basis, PartYear, Terms
from finsam.organisations import municipality
from finsam.pending import NotAgreed, OpenKey, PartlyKnown, Unpublished
from names import NAMES
from plan_strategies import ALONE, BESIDE, ORDINARY, funded_plans, populations
from strategies import amounts, tries

JONKOPING = "Region Jönköpings län"
OSTERGOTLAND = "Region Östergötland"
FK = "Försäkringskassan"
AF = "Arbetsförmedlingen"
SHARES = Shares({"Habo": "60 %", "Mullsjö": "40 %"})

HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)


def bygden(**more: Any) -> Association:
    return Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region=JONKOPING, **more)


def gotland(*regions: str) -> Association:
    return Association.of("Gotland", municipalities=["Gotland"], regions=regions)


# Laws


@tries(50)
@given(funded_plans(kinds=[ORDINARY, BESIDE]))
def test_the_parties_parts_are_the_acts_fractions_to_the_unit(plan: OperationalPlan) -> None:
    """The state pays half, the regions and the municipalities a quarter each (5 §), and no party is a unit from it."""
    due, unit = plan.contributions(plan.year), plan.terms(plan.year).unit
    fractions = {Party.STATE: HALF, Party.REGIONS: QUARTER, Party.MUNICIPALITIES: QUARTER}
    assert due.by_party.keys() == fractions.keys()
    for party, fraction in fractions.items():
        assert abs(due.by_party[party].ore - due.total.ore * fraction) < unit.ore


@tries(50)
@given(funded_plans(kinds=[ALONE]))
def test_a_municipality_outside_every_region_pays_half_where_no_region_takes_part(plan: OperationalPlan) -> None:
    """Gotland alone pays what the state pays (5 a § first paragraph)."""
    due, unit = plan.contributions(plan.year), plan.terms(plan.year).unit
    assert due.by_party.keys() == {Party.STATE, Party.MUNICIPALITIES}
    assert abs(due["Gotland"].ore - due.total.ore * HALF) < unit.ore
    assert due["Gotland"] + due[FK] == due.total


@tries(50)
@given(funded_plans(kinds=[BESIDE]))
def test_beside_a_region_it_shares_in_both_quarters(plan: OperationalPlan) -> None:
    """Gotland beside a region shares as a municipality and as a region (5 a § second paragraph)."""
    due = plan.contributions(plan.year)
    parts = {part.party: part.amount for part in due.parts if part.member == "Gotland"}
    assert parts.keys() == {Party.REGIONS, Party.MUNICIPALITIES}
    assert due["Gotland"] == sum(parts.values(), kr(0))


@tries(50)
@given(funded_plans())
def test_the_members_parts_add_up_to_their_partys(plan: OperationalPlan) -> None:
    """No öre is lost or found in a split, nor among the members together."""
    due = plan.contributions(plan.year)
    for party, amount in due.by_party.items():
        assert sum((part.amount for part in due.parts if part.party is party), kr(0)) == amount
    assert sum(due.amounts.values(), kr(0)) == due.total


@tries(50)
@given(funded_plans())
def test_no_part_is_a_whole_unit_from_its_quota(plan: OperationalPlan) -> None:
    """Rounding moves less than one unit, and every part is whole units."""
    due, unit = plan.contributions(plan.year), plan.terms(plan.year).unit
    for part in due.parts:
        assert abs(part.rounding) < unit.ore
        assert part.quota + part.rounding == part.amount.ore
        assert part.amount.ore % unit.ore == 0


@tries(50)
@given(funded_plans(), st.data())
def test_the_order_of_the_members_does_not_matter(plan: OperationalPlan, data: st.DataObject) -> None:
    """Who is written first in the charter pays not an öre more or less."""
    of = plan.association
    shuffled = evolve(
        of,
        municipalities=tuple(data.draw(st.permutations(of.municipalities))),
        regions=tuple(data.draw(st.permutations(of.regions))),
        agencies=tuple(data.draw(st.permutations(of.agencies))),
    )
    assert evolve(plan, association=shuffled).contributions(plan.year).amounts == plan.contributions(plan.year).amounts


@tries(50)
@given(funded_plans())
def test_any_partys_amount_gives_the_same_contributions_as_the_total(plan: OperationalPlan) -> None:
    """The fractions fix all amounts as soon as one is known."""
    terms, due = plan.terms(plan.year), plan.contributions(plan.year)
    from_total = contributions_on(plan.association, evolve(terms, basis=Basis.TOTAL, amount=due.total))
    assert from_total.amounts == due.amounts
    if terms.basis is not Basis.TOTAL:
        assert due.by_party[Party(terms.basis)] == terms.amount


@tries(50)
@given(populations(("Habo", "Mullsjö")), amounts(smallest=kr(0), largest=kr(1_000)))
def test_so_much_per_inhabitant_is_what_the_municipalities_pay_together(key: ByPopulation, each: Money) -> None:
    """Each inhabitant is paid for once, and each municipality pays for its own."""
    due = contributions(bygden(), year=2027, per_inhabitant=each, split=key)
    assert due.by_party[Party.MUNICIPALITIES] == each * sum(key.population.values())
    assert {name: due[name] for name in key.population} == {
        name: each * heads for name, heads in key.population.items()
    }
    assert due.total == due.by_party[Party.MUNICIPALITIES] * 4


@tries(50)
@given(funded_plans())
def test_it_can_be_asked_for_with_the_laws_words_alone(plan: OperationalPlan) -> None:
    """`contributions` needs no plan, and gives the same."""
    terms = plan.terms(plan.year)
    basis: dict[str, Any] = {str(terms.basis): terms.amount}
    assert plan.contributions(plan.year) == contributions(
        plan.association,
        year=terms.year,
        split=terms.split,
        region_split=terms.region_split,
        unit=terms.unit,
        **basis,
    )


@tries(50)
@given(funded_plans())
def test_arbetsformedlingen_pays_nothing_of_its_own(plan: OperationalPlan) -> None:
    """Försäkringskassan pays the whole of the state's half (5 §)."""
    due = plan.contributions(plan.year)
    assert (due[AF], due[FK]) == (kr(0), due.by_party[Party.STATE])


@tries(50)
@given(funded_plans())
def test_contributions_are_a_mapping_of_amounts_by_member(plan: OperationalPlan) -> None:
    """Every member of the year is there once, in the association's order."""
    due = plan.contributions(plan.year)
    names = [member.name for member in plan.association.members]
    assert (list(due), len(due), due.year) == (names, len(names), plan.year)
    assert dict(due.items()) == due.amounts
    assert all(name in due for name in names)
    assert (due.unsplit, due.terms) == ({}, plan.terms(plan.year))


@tries(50)
@given(funded_plans())
def test_repr_builds_contributions_again(plan: OperationalPlan) -> None:
    """What is shown is Python that gives the same again."""
    due = plan.contributions(plan.year)
    assert eval(repr(due), NAMES) == due


@tries(50)
@given(funded_plans(years=range(2004, 2010), kinds=[ORDINARY]))
def test_before_the_middle_of_2010_only_one_region_could_take_part(plan: OperationalPlan) -> None:
    """Until SFS 2010:350 there was one county council (3 §); the fractions were the same."""
    regions = plan.association.regions
    if len(regions) == 1:
        assert plan.contributions(plan.year).parties.share(Party.REGIONS) == QUARTER
    else:
        with pytest.raises(LawError) as error:
            plan.contributions(plan.year)
        assert str(error.value) == (
            f"{len(regions)} regions are members in {plan.year}, when only 1 could take part (3 §)"
        )


@tries(50)
@given(funded_plans(years=range(1990, 2004)))
def test_before_2004_there_was_no_act(plan: OperationalPlan) -> None:
    """The act came into force on 2004-01-01; a year before it is an error, not a guess."""
    with pytest.raises(LawError) as error:
        plan.contributions(plan.year)
    assert str(error.value) == (
        "the parties that must take part, 3 § lagen (2003:1210): "
        f"what applied on {plan.year}-12-31 has not been read, only what applies from 2004-01-01"
    )


@pytest.mark.parametrize(
    ("association", "message"),
    [
        (
            gotland(),
            (
                "the share of a municipality outside every region, alone, 5 a § first paragraph lagen (2003:1210): "
                "what applied on 2009-12-31 has not been read, only what applies from 2010-07-01"
            ),
        ),
        (
            gotland("Region Stockholm"),
            (
                "what a municipality outside every region pays beside a region, "
                "5 a § second paragraph lagen (2003:1210): "
                "what applied on 2009-12-31 has not been read, only what applies from 2010-07-01"
            ),
        ),
    ],
)
def test_what_gotland_paid_before_5_a_is_unknown(association: Association, message: str) -> None:
    """5 a § came with SFS 2010:350; what applied before it has not been read, and is not guessed."""
    with pytest.raises(LawError) as error:
        contributions(association, year=2009, total=kr(4_000), region_split=Equal())
    assert str(error.value) == message


# Examples


def test_the_state_pays_half_and_the_others_a_quarter_each() -> None:
    """
    5 520 000 kr is 2 760 000 from the state and 1 380 000 from each of the others (law-and-practice.md 1.2), of which
    60 % is 828 000 and 40 % is 552 000.
    """
    due = contributions(bygden(), year=2027, total=kr(5_520_000), split=SHARES)
    assert due.by_party == {
        Party.STATE: kr(2_760_000),
        Party.REGIONS: kr(1_380_000),
        Party.MUNICIPALITIES: kr(1_380_000),
    }
    assert due.amounts == {
        "Habo": kr(828_000),
        "Mullsjö": kr(552_000),
        JONKOPING: kr(1_380_000),
        FK: kr(2_760_000),
        AF: kr(0),
    }


def test_fifty_kronor_per_inhabitant() -> None:
    """Of 12 641 and 7 432 inhabitants: 632 050 kr and 371 600 kr, a quarter of 4 014 600 kr."""
    key = ByPopulation({"Habo": 12_641, "Mullsjö": 7_432})
    due = contributions(bygden(), year=2027, per_inhabitant=kr(50), split=key)
    assert (due["Habo"], due["Mullsjö"], due[JONKOPING]) == (kr(632_050), kr(371_600), kr(1_003_650))
    assert due.total == kr(4_014_600)


def test_a_municipality_alone_can_pay_per_inhabitant_too() -> None:
    """It shares with nobody, and its population says how many there are."""
    alone = Association.of("Bygden", municipalities=["Habo"], region=JONKOPING)
    due = contributions(alone, year=2027, per_inhabitant=kr(50), split=ByPopulation({"Habo": 12_641}))
    assert (due["Habo"], due.total) == (kr(632_050), kr(2_528_200))


def test_several_regions_share_their_quarter_as_they_agree() -> None:
    """5 § third paragraph: of 1 000 kr the regions' 250 kr become 200 and 50."""
    association = Association.of("Bygden", municipalities=["Habo", "Ydre"], regions=[JONKOPING, OSTERGOTLAND])
    due = contributions(
        association,
        year=2010,
        total=kr(1_000),
        split=Equal(),
        region_split=Shares({JONKOPING: "80 %", OSTERGOTLAND: "20 %"}),
    )
    assert (due[JONKOPING], due[OSTERGOTLAND]) == (kr(200), kr(50))


@pytest.mark.parametrize("year", [2010, 2019, 2020, 2027])
def test_gotland_alone_pays_half(year: int) -> None:
    """5 a § first paragraph, the same under the wordings of 2010 and of 2020."""
    due = contributions(gotland(), year=year, state=kr(500))
    assert due.amounts == {"Gotland": kr(500), FK: kr(500), AF: kr(0)}


def test_gotland_beside_a_region_pays_of_both_quarters() -> None:
    """Of 4 000 kr Gotland pays the municipalities' 1 000 kr alone, and 10 % of the regions' 1 000 kr."""
    key = Shares({"Region Stockholm": "90 %", "Gotland": "10 %"})
    due = contributions(gotland("Region Stockholm"), year=2027, total=kr(4_000), region_split=key)
    assert (due["Gotland"], due["Region Stockholm"], due[FK]) == (kr(1_100), kr(900), kr(2_000))


def test_where_the_act_lets_them_share_is_said_of_each_quarter() -> None:
    """5 § second paragraph for municipalities and third for regions; 5 a § second where one of them is outside all."""
    association = Association.of("Bygden", municipalities=["Habo", "Ydre"], regions=[JONKOPING, OSTERGOTLAND])
    due = contributions(association, year=2027, total=kr(4), split=Equal(), region_split=Equal())
    beside = contributions(gotland("Region Stockholm"), year=2027, total=kr(4), region_split=Equal())
    sections = [[str(pool.agreement.text) for pool in each.pools[1:]] for each in (due, beside)]
    assert sections == [
        ["5 § third paragraph lagen (2003:1210)", "5 § second paragraph lagen (2003:1210)"],
        ["5 a § second paragraph lagen (2003:1210)", "5 § second paragraph lagen (2003:1210)"],
    ]


def test_a_member_that_left_pays_for_its_last_year_and_not_for_the_next() -> None:
    """A year's members are those of that year."""
    leaving = Member(organisation=municipality("Mullsjö"), left=date(2025, 6, 30))
    association = Association.of("Bygden", municipalities=["Habo", leaving], region=JONKOPING)
    last = contributions(association, year=2025, total=kr(1_000), split=SHARES, part_year=PartYear.WHOLE_YEAR)
    assert "Mullsjö" in last
    due = contributions(association, year=2026, total=kr(1_000))
    assert list(due) == ["Habo", JONKOPING, FK, AF]
    assert "Mullsjö" not in due
    assert due["Habo"] == kr(250)


def test_of_nothing_each_pays_nothing_whatever_the_split() -> None:
    """Fixed amounts of zero are no shares, and a year of which the total is zero needs none."""
    association = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region=JONKOPING)
    due = contributions(association, 2027, total=kr(0), split=Fixed({"Habo": kr(0), "Mullsjö": kr(0)}))
    assert {*due.values()} == {kr(0)}


def test_a_member_is_found_however_its_name_is_written() -> None:
    """As in an association's own documents."""
    association = Association.of("Bygden", municipalities=["Malmö", "Lund"], region="Region Skåne")
    due = contributions(association, 2027, total=kr(4_000), split=Shares({"Malmö": "60 %", "Lund": "40 %"}))
    assert due["Malmö stad"] == due["malmö"] == due["1280"] == due["Malmö"] == kr(600)


@pytest.mark.parametrize("unit", [kr("0.01"), kr(1), kr(10)])
def test_zero_kronor_are_split_into_zeros(unit: Money) -> None:
    """A year in which nobody pays is a year."""
    terms = Terms(year=2027, basis=Basis.TOTAL, amount=kr(0), split=SHARES, unit=unit)
    assert set(contributions_on(bygden(), terms).amounts.values()) == {kr(0)}


# What is not split


def test_what_is_yet_to_be_split_is_known_for_the_party_alone() -> None:
    """
    Finnveden's plan for 2012 (finnveden-2012.txt, figures.md): the municipalities pay 423 200 kr, to be split by
    population on 2011-11-30; the region's 423 200 and the state's 846 400 are known.
    """
    finnveden = Association.of("Finnveden", municipalities=["Gislaved", "Gnosjö", "Värnamo"], region=JONKOPING)
    key = ToBeSplit(by="population", on=date(2011, 11, 30))
    due = contributions(finnveden, year=2012, state=kr(846_400), split=key)
    assert due.amounts == {JONKOPING: kr(423_200), FK: kr(846_400), AF: kr(0)}
    assert due.unsplit == {Party.MUNICIPALITIES: kr(423_200)}
    assert due.total == kr(1_692_800)
    assert "Gislaved" not in due
    with pytest.raises(FundingError) as error:
        due["Gislaved"]
    assert str(error.value) == (
        "the part of Gislaved is not known: 423 200 kr is to be split by population on 2011-11-30, and not yet split"
    )
    assert error.value.text("sv") == (
        "det Gislaved betalar är inte känt: "
        "423 200 kr ska fördelas efter befolkning 2011-11-30 och är ännu inte fördelat"
    )


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (ToBeSplit(by="population"), "to be split by population, and not yet split"),
        (Unpublished(), "split as agreed, but the figures are not published"),
        (NotAgreed(), "not split, since the members have not agreed"),
        (PartlyKnown({"Habo": 150}), "known in part only, for Habo"),
    ],
)
def test_a_part_that_is_not_known_says_why(key: OpenKey, message: str) -> None:
    """The municipalities' 250 kr of 1 000 kr are known together whatever is known of each."""
    due = contributions(bygden(), year=2027, total=kr(1_000), split=key)
    assert due.unsplit == {Party.MUNICIPALITIES: kr(250)}
    assert (due.total, due[JONKOPING], due[FK]) == (kr(1_000), kr(250), kr(500))
    with pytest.raises(FundingError) as error:
        due["Mullsjö"]
    assert str(error.value) == f"the part of Mullsjö is not known: 250 kr is {message}"


def test_what_is_known_of_some_is_known() -> None:
    """Habo has published its part and Mullsjö has not."""
    due = contributions(bygden(), year=2027, total=kr(1_000), split=PartlyKnown({"Habo": 150}))
    assert due.amounts == {"Habo": kr(150), JONKOPING: kr(250), FK: kr(500), AF: kr(0)}
    assert ("Habo" in due, "Mullsjö" in due) == (True, False)


@pytest.mark.parametrize(
    ("known", "message"),
    [
        ({"Habbo": 150}, 'the split names "Habbo", who does not share; did you mean "Habo"?'),
        ({JONKOPING: 150}, f'the split names "{JONKOPING}", who does not share; there is "Habo", "Mullsjö"'),
    ],
)
def test_what_is_known_is_of_those_who_share(known: dict[str, int], message: str) -> None:
    """Nobody pays of a quarter that is not theirs."""
    with pytest.raises(SplitError) as error:
        contributions(bygden(), year=2027, total=kr(1_000), split=PartlyKnown(known))
    assert str(error.value) == message


@pytest.mark.parametrize("known", [{"Habo": 300}, {"Habo": 200, "Mullsjö": 51}, {"Habo": 200, "Mullsjö": 49}])
def test_what_is_known_is_a_part_of_what_is_split(known: dict[str, int]) -> None:
    """Of 250 kr nobody pays 300 kr, and those who are all known pay all of it."""
    with pytest.raises(SplitError):
        contributions(bygden(), year=2027, total=kr(1_000), split=PartlyKnown(known))


@pytest.mark.parametrize("key", [ToBeSplit(by="population"), Unpublished(), NotAgreed(), PartlyKnown({})])
def test_one_alone_has_nothing_to_split(key: OpenKey) -> None:
    """A key that is still to come changes nothing for a municipality that pays the whole quarter."""
    alone = Association.of("Bygden", municipalities=["Habo"], region=JONKOPING)
    due = contributions(alone, year=2027, total=kr(4_000), split=key)
    assert (due["Habo"], due.unsplit) == (kr(1_000), {})


def test_a_part_that_is_half_known_is_not_known() -> None:
    """Gotland's part of the municipal quarter is known; what it pays is not, until the regions' quarter is split."""
    key = ToBeSplit(by="population")
    due = contributions(gotland("Region Stockholm"), year=2027, total=kr(4_000), region_split=key)
    assert due.amounts == {FK: kr(2_000), AF: kr(0)}
    assert due.explain("Gotland").startswith("Gotland 2027: not known yet\n")
    with pytest.raises(FundingError) as error:
        due["Gotland"]
    assert str(error.value) == (
        "the part of Gotland is not known: 1 000 kr is to be split by population, and not yet split"
    )


# What cannot be worked out


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        (
            lambda: contributions(bygden(), year=2027, split=SHARES),
            FundingError,
            "one amount is the start, not nothing; give one of total, state, regions, municipalities, per_inhabitant",
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(4), state=kr(2), split=SHARES),
            FundingError,
            (
                "one amount is the start, not total, state; "
                "give one of total, state, regions, municipalities, per_inhabitant"
            ),
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(-4), split=SHARES),
            FundingError,
            "the contributions start from total = -4 kr; write zero or more",
        ),
        (
            lambda: contributions(gotland(), year=2027, regions=kr(4)),
            FundingError,
            "no part of the regions is paid in 2027; start from the total or from another party",
        ),
        (
            lambda: contributions(bygden(), year=2027, per_inhabitant=kr(50), split=SHARES),
            FundingError,
            "so much per inhabitant is known for 2027 only where the municipalities split by population",
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(1_000)),
            FundingError,
            "Habo, Mullsjö share 250 kr as they agree (5 §); say how under split",
        ),
        (
            lambda: contributions(gotland("Region Stockholm"), year=2027, total=kr(1_000)),
            FundingError,
            "Region Stockholm, Gotland share 250 kr as they agree (5 a §); say how under region_split",
        ),
        (
            lambda: contributions(bygden(formed=date(2011, 4, 1)), year=2010, total=kr(4), split=SHARES),
            MembershipError,
            "Bygden has no members in 2010; it was formed on 2011-04-01",
        ),
        (
            lambda: contributions(Association(name="Bygden", agencies=()), year=2010, total=kr(4)),
            MembershipError,
            "Bygden has no members in 2010",
        ),
        (
            lambda: contributions(evolve(bygden(), agencies=()), year=2027, total=kr(4), split=SHARES),
            FundingError,
            "Försäkringskassan is not a member in 2027, and nobody else pays the state's 1/2 (5 §)",
        ),
        (
            lambda: contributions(Association.of("Bygden", municipalities=[], region="06"), year=2027, total=kr(4)),
            FundingError,
            "no municipality is a member in 2027, and its 1/4 falls on nobody (5 §)",
        ),
        (
            lambda: contributions(Association.of("Bygden", municipalities=["Habo"]), year=2027, total=kr(4)),
            FundingError,
            "no region is a member in 2027, and its 1/4 falls on nobody (5 §)",
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(15), split=SHARES, unit=kr(10)),
            AllocationError,
            "15 kr is not a whole number of units of 10 kr; choose a unit that divides it",
        ),
        (
            lambda: contributions(bygden(), year=2027, state=kr(5), split=SHARES, unit=kr(10)),
            AllocationError,
            "5 kr is not a whole number of units of 10 kr; choose a unit that divides it",
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(4), split=SHARES, unit=kr(0)),
            AllocationError,
            "the unit is 0 kr; write an amount above zero, as 1 kr",
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(4), split=ByPopulation({"Habo": 0, "Mullsjö": 0})),
            SplitError,
            "the weights of Habo, Mullsjö sum to zero; give at least one above zero",
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(4), split=Shares({"Habo": "60 %", "Mulsjö": "40 %"})),
            SplitError,
            'the split names "Mulsjö", who does not share; did you mean "Mullsjö"?',
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(4), split=Shares({"Habo": "60 %"})),
            SplitError,
            "the split has nothing for Mullsjö; write it",
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(4), split=Shares({"Habo": "60 %", "Mullsjö": "30 %"})),
            SplitError,
            "the shares of Habo, Mullsjö sum to 90 %; change them so that they sum to 100 %",
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(40), split=Fixed({"Habo": 4, "Mullsjö": 5})),
            SplitError,
            "the fixed amounts add up to 9 kr; change them so that they add up to 10 kr",
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(40), split=SHARES)["Habbo"],
            UnknownNameError,
            'there is no member "Habbo" that year; did you mean "Habo"?',
        ),
        (
            lambda: contributions(bygden(), year=2027, total=kr(40), split=SHARES).explain("Habbo"),
            UnknownNameError,
            'there is no member "Habbo" that year; did you mean "Habo"?',
        ),
    ],
)
def test_what_cannot_be_worked_out_is_an_error_that_says_what_to_write(
    make: Callable[[], object], kind: type[FinsamError], message: str
) -> None:
    """Nobody is told to pay what rests on nothing."""
    with pytest.raises(kind) as error:
        make()
    assert str(error.value) == message
    assert type(error.value) is kind


def test_get_gives_none_for_whoever_is_not_in_the_mapping() -> None:
    """Neither one who is no member nor one whose part is not known; `due[...]` says why."""
    due = contributions(bygden(), year=2027, total=kr(40), split=NotAgreed())
    assert "Arvika" not in due
    assert "Habo" not in due
    assert (due.get("Arvika"), due.get("Habo"), due.get("Arvika", kr(0))) == (None, None, kr(0))


@given(amounts().map(abs))
def test_one_that_pays_it_all_is_split_as_allocate_would(total: Money) -> None:
    """The record is the same: the weight, the unit, the share, and that nothing was rounded."""
    due = contributions(bygden(), year=2027, total=total, split=SHARES)
    for pool in due.pools[:2]:
        whole = allocate(pool.amount, {pool.members[0]: 1})
        assert pool.split == whole
        assert pool.split is not None
        assert (pool.split.weights, pool.split.unit, pool.split.total) == (whole.weights, whole.unit, whole.total)
        assert [each.rounding for each in pool.parts] == [0]

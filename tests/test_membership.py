"""Members who come and go: notice and its last day, one that joins, one that leaves, and a part of a year."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import finsam
from finsam import (
    Association,
    ByPopulation,
    Equal,
    Fixed,
    Funding,
    Governance,
    Member,
    Mixture,
    OperationalPlan,
    Shares,
    contributions,
    kr,
)
from finsam.checks import rule
from finsam.errors import FileError, FundingError, LawError, MembershipError, PlanError
from finsam.funding import Basis, PartYear
from finsam.governance import Charter
from finsam.keys import ByFigures
from finsam.membership import Departure, among, departures, joins, last_day, leaves, notice_months
from finsam.organisations import municipalities, municipality
from finsam.pending import NotAgreed
from finsam.rows import Columns
from plan_strategies import ORDINARY, funded_plans, proportional_keys, weights
from strategies import tries

JONKOPING = "Region Jönköpings län"
SHARES = Shares({"Habo": "50 %", "Mullsjö": "30 %", "Vaggeryd": "20 %"})
BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö", "Vaggeryd"], region=JONKOPING)
PLAN = OperationalPlan(
    association=BYGDEN,
    year=2026,
    funding=Funding(total=dict.fromkeys(range(2026, 2031), kr(4_000_000)), split=SHARES),
)
VATTERBYGDEN = finsam.example("sodra-vatterbygden-2018")


def stating(months: int | None, plan: OperationalPlan = PLAN) -> OperationalPlan:
    """The plan of an association whose charter states that notice."""
    return evolve(plan, governance=Governance(charter=Charter(notice_months=months)))


def joining(day: date, rule: PartYear | None, **changes: Any) -> dict[str, Any]:
    """What each pays in 2027, in which Vaggeryd joins on the day, of a total of 4 000 000 kr."""
    vaggeryd = Member(organisation=municipality("Vaggeryd"), joined=day)
    association = Association.of("Bygden", municipalities=["Habo", "Mullsjö", vaggeryd], region=JONKOPING)
    given: dict[str, Any] = {"split": SHARES, "part_year": rule} | changes
    return contributions(association, 2027, total=kr(4_000_000), **given)


# Laws


@tries(25)
@given(funded_plans(kinds=[ORDINARY], years=range(2011, 2036)), st.sampled_from(municipalities()), st.data())
def test_nobody_who_joins_moves_a_krona_between_the_parties(plan: OperationalPlan, name: Any, data: Any) -> None:
    """5 §: only the split within the municipalities' quarter changes, whenever in the year it is."""
    assume(name.name not in [member.name for member in plan.association.members])
    on = data.draw(st.dates(date(plan.year, 1, 1), date(plan.year, 12, 31)))
    grown = joins(plan, name.name, on=on)
    assert grown.contributions(plan.year).by_party == plan.contributions(plan.year).by_party


@given(st.dates(date(2004, 1, 1), date(2035, 12, 31)), st.integers(0, 60))
def test_notice_is_never_longer_than_the_act_allows(notice: date, months: int) -> None:
    """27 §: three years, or a shorter time that the charter states."""
    assert notice_months(stating(months), notice) == min(months, 36)
    assert notice <= last_day(stating(months), notice) <= last_day(PLAN, notice)


@given(weights(3), st.data())
def test_a_key_among_fewer_keeps_their_proportions(heads: list[int], data: Any) -> None:
    """Whatever the key, and whoever is gone."""
    assume(heads[0] and heads[1])
    names = ("Habo", "Mullsjö", "Vaggeryd")
    key = data.draw(
        st.sampled_from(
            [
                Shares({name: Fraction(each, sum(heads)) for name, each in zip(names, heads, strict=True)}),
                ByPopulation(dict(zip(names, heads, strict=True))),
                ByFigures(dict(zip(names, heads, strict=True)), of="helårsekvivalenter"),
            ]
        )
    )
    two = among(key, names[:2]).weights(names[:2], kr(1))
    assert Fraction(two["Habo"]) / Fraction(two["Mullsjö"]) == Fraction(heads[0], heads[1])


@given(proportional_keys(("Habo", "Mullsjö")), st.sampled_from(PartYear))
def test_a_member_of_the_whole_year_is_not_touched_by_what_is_agreed_for_a_part_of_one(key: Any, rule: Any) -> None:
    """Nor is one of which everybody is a member for the same part, as after a formation within the year."""
    whole = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region=JONKOPING)
    formed = evolve(whole, formed=date(2027, 4, 1))
    for association in (whole, formed):
        due = contributions(association, 2027, total=kr(4_000), split=key, part_year=rule)
        assert dict(due) == dict(contributions(whole, 2027, total=kr(4_000), split=key))


# A part of a year


def test_one_that_joins_pays_by_its_days_and_the_others_pay_the_rest_of_the_quarter() -> None:
    """1 July through 31 December are 184 of 365 days: 20 % counts as 20 % × 184/365, of 80 % and that."""
    due = joining(date(2027, 7, 1), PartYear.BY_DAYS)
    weight = Fraction(20, 100) * Fraction(184, 365)
    exact = 100_000_000 * weight / (Fraction(80, 100) + weight)
    assert abs(due["Vaggeryd"].ore - exact) < 1
    assert due["Habo"] + due["Mullsjö"] + due["Vaggeryd"] == kr(1_000_000)
    assert due[JONKOPING] == kr(1_000_000)


def test_one_that_joins_pays_for_the_whole_year_or_from_the_next() -> None:
    """As it is agreed; from the next year the key names those who were there before."""
    assert joining(date(2027, 7, 1), PartYear.WHOLE_YEAR)["Vaggeryd"] == kr(200_000)
    later = joining(date(2027, 7, 1), PartYear.NEXT_YEAR, split=Shares({"Habo": "60 %", "Mullsjö": "40 %"}))
    assert (later["Habo"], later["Mullsjö"], later["Vaggeryd"]) == (kr(600_000), kr(400_000), kr(0))


def test_one_that_leaves_within_the_year_pays_it_out_where_changes_count_from_the_next() -> None:
    """It is a member when the year begins."""
    mullsjo = Member(organisation=municipality("Mullsjö"), left=date(2027, 6, 30))
    association = Association.of("Bygden", municipalities=["Habo", mullsjo], region=JONKOPING)
    due = contributions(association, 2027, total=kr(4_000), split=Equal(), part_year=PartYear.NEXT_YEAR)
    assert due["Mullsjö"] == kr(500)


def test_nothing_is_assumed_where_nothing_is_agreed() -> None:
    """The parties' parts are known, and those of the municipalities are not."""
    due: Any = joining(date(2027, 7, 1), None)
    assert due[JONKOPING] == kr(1_000_000)
    with pytest.raises(FundingError) as error:
        due["Habo"]
    assert error.value.text("en") == (
        "the part of Habo is not known: 1 000 000 kr is not split, since it is not said what Vaggeryd pay for a part "
        "of the year"
    )
    assert error.value.text("sv") == (
        "det Habo betalar är inte känt: 1 000 000 kr är inte fördelat, eftersom det inte framgår vad Vaggeryd betalar "
        "för en del av året"
    )


def test_amounts_that_are_agreed_are_what_each_pays_whatever_the_days() -> None:
    """Whoever writes the amounts has thought of the days."""
    fixed = Fixed({"Habo": 550_000, "Mullsjö": 350_000, "Vaggeryd": 100_000})
    assert joining(date(2027, 7, 1), None, split=fixed)["Vaggeryd"] == kr(100_000)


def test_the_derivation_says_which_part_of_the_year_counts() -> None:
    """And of one that does not pay yet, from when it does."""
    due: Any = joining(date(2027, 7, 1), PartYear.BY_DAYS)
    assert due.explain("Vaggeryd").splitlines()[3] == (
        "3. Vaggeryd's agreed share is 20 %; by days, of the year there count: Vaggeryd 184/365; of 1 000 000 kr that "
        "is 111 922,14 kr before rounding (as agreed, 5 § second paragraph lagen (2003:1210))"
    )
    later: Any = joining(date(2027, 7, 1), PartYear.NEXT_YEAR, split=Shares({"Habo": "60 %", "Mullsjö": "40 %"}))
    assert later.explain("Vaggeryd") == (
        "Vaggeryd 2027: 0 kr\n1. joins within the year, and pays from 2028 (as agreed)"
    )
    assert later.explain("Vaggeryd", "sv") == (
        "Vaggeryd 2027: 0 kr\n1. går med under året, och betalar från 2028 (enligt överenskommelse)"
    )


# Notice


def test_habo_gives_notice_in_2018() -> None:
    """Three years from 2018-06-30, since the plan states no shorter notice; the rest share as they did."""
    split: Any = VATTERBYGDEN.terms(2018).split
    rest = among(split, ["Jönköping", "Mullsjö", "Vaggeryd"])
    longer = evolve(
        VATTERBYGDEN, funding=evolve(VATTERBYGDEN.funding, total={**VATTERBYGDEN.funding.total, 2022: kr(8_000_000)})
    )
    after = leaves(longer, "Habo", notice=date(2018, 6, 30), split=rest)
    [habo] = departures(after)
    assert (habo.last, habo.pays) == (date(2021, 6, 30), (2018, 2019, 2020, 2021))
    assert after.contributions(2018)["Habo"] == kr(103_224)  # as published
    assert after.contributions(2020)["Habo"] == kr(124_900)
    assert "Habo" not in after.contributions(2022)
    assert dict(after.contributions(2022).by_party) == dict(longer.contributions(2022).by_party)
    jonkoping = after.contributions(2022)["Jönköping"]  # 80,7 of the 93,2 that remain
    assert abs(jonkoping.ore - 200_000_000 * Fraction(807, 932)) < longer.terms(2022).unit.ore


def test_the_charter_can_state_a_shorter_notice() -> None:
    """A year from 30 June, and nothing at all."""
    assert last_day(stating(12), date(2026, 6, 30)) == date(2027, 6, 30)
    assert last_day(stating(0), date(2026, 6, 30)) == date(2026, 6, 30)
    assert last_day(PLAN, date(2024, 2, 29)) == date(2027, 2, 28)


def test_how_those_who_remain_share_is_not_agreed_where_it_is_not_said() -> None:
    """Until they have agreed; the years before are as they were."""
    after = leaves(stating(12), "Vaggeryd", notice=date(2026, 12, 31))
    assert after.contributions(2027)["Vaggeryd"] == kr(200_000)
    assert after.terms(2028).split == NotAgreed()
    assert after.contributions(2028).unsplit == {finsam.Party.MUNICIPALITIES: kr(1_000_000)}


def test_a_year_that_has_a_key_of_its_own_gets_the_new_one_too() -> None:
    """The years before keep theirs."""
    named = evolve(PLAN, funding=evolve(PLAN.funding, split=[finsam.Agreement(key=SHARES, years=(2026, 2029))]))
    after = joins(named, "Jönköping", on=date(2027, 1, 1), split=Equal())
    assert after.terms(2026).split == SHARES
    assert {after.terms(year).split for year in (2027, 2028, 2029, 2030)} == {Equal()}
    only = evolve(PLAN, funding=evolve(PLAN.funding, split=[finsam.Agreement(key=SHARES, years=(2029,))]))
    assert len(joins(only, "Jönköping", on=date(2027, 1, 1)).funding.split) == 1


def test_from_the_next_year_the_new_key_is_for_that() -> None:
    """One that joins within 2027 shares from 2028, and one that joins with it from then."""
    later = evolve(PLAN, funding=evolve(PLAN.funding, part_year=PartYear.NEXT_YEAR))
    assert joins(later, "Jönköping", on=date(2027, 7, 1), split=Equal()).terms(2027).split == SHARES
    assert joins(later, "Jönköping", on=date(2027, 1, 1), split=Equal()).terms(2027).split == Equal()
    assert joins(later, "Jönköping", on=date(2035, 1, 1), split=Equal()).funding == later.funding


def test_gotland_beside_a_region_shares_in_both_quarters() -> None:
    """5 a § second paragraph: both keys are to be agreed."""
    after = joins(PLAN, "Gotland", on=date(2027, 1, 1), split=Equal(), region_split=Equal())
    assert after.contributions(2027)["Gotland"] == kr(250_000 + 500_000)


def test_a_region_and_an_agency_can_give_notice() -> None:
    """The regions' key is that of those who remain; for the agencies there is none."""
    two = Association.of("Bygden", municipalities=["Habo", "Ydre"], regions=[JONKOPING, "Region Östergötland"])
    plan = evolve(PLAN, association=two, funding=Funding(total={2030: kr(4_000)}, split=Equal(), region_split=Equal()))
    after = leaves(plan, "Region Östergötland", notice=date(2026, 1, 1))
    assert after.contributions(2030)[JONKOPING] == kr(1_000)
    assert leaves(plan, "Försäkringskassan", notice=date(2026, 1, 1)).funding == plan.funding


def test_every_kind_of_key_is_narrowed() -> None:
    """A mixture in each of its parts, and equal parts are equal."""
    names = ["Habo", "Mullsjö"]
    mixed = among(Mixture([("50 %", SHARES), ("50 %", Equal())]), names)
    assert mixed == Mixture([("50 %", Shares({"Habo": "5/8", "Mullsjö": "3/8"})), ("50 %", Equal())])


# What cannot be


@pytest.mark.parametrize(
    ("days", "en", "sv"),
    [
        (
            {"joined": date(2027, 1, 1), "notice": date(2026, 12, 31)},
            "Habo cannot give notice on 2026-12-31, before it joined on 2027-01-01",
            "Habo kan inte säga upp sig 2026-12-31, innan den gick med 2027-01-01",
        ),
        (
            {"left": date(2027, 1, 1), "notice": date(2027, 1, 2)},
            "Habo cannot give notice on 2027-01-02, after it left on 2027-01-01",
            "Habo kan inte säga upp sig 2027-01-02, efter att den lämnade 2027-01-01",
        ),
    ],
)
def test_notice_lies_within_the_membership(days: dict[str, date], en: str, sv: str) -> None:
    with pytest.raises(MembershipError) as error:
        Member(organisation=municipality("Habo"), **days)
    assert (str(error.value), error.value.text("sv")) == (en, sv)


def test_notice_before_the_formation_cannot_be() -> None:
    habo = Member(organisation=municipality("Habo"), notice=date(2010, 1, 1))
    with pytest.raises(MembershipError) as error:
        Association.of("Bygden", municipalities=[habo], formed=date(2011, 1, 1))
    assert error.value.problems[0].message.to("en") == (
        "Habo cannot give notice on 2010-01-01, before Bygden was formed on 2011-01-01"
    )
    assert error.value.problems[0].message.to("sv") == (
        "Habo kan inte säga upp sig 2010-01-01, innan Bygden bildades 2011-01-01"
    )


def test_a_notice_in_a_file_is_told_with_its_line() -> None:
    text = (
        'format = 1\nyear = 2027\n[association]\nname = "Bygden"\n'
        'municipalities = [{ name = "Habo", joined = 2027-01-01, notice = 2026-12-31 }]\n'
        "[governance.charter]\nnotice_months = -1\n"
        '[funding]\npart_year = "by day"\n'
    )
    with pytest.raises(FileError) as error:
        finsam.loads(text)
    assert str(error.value) == (
        'text: line 5, association.municipalities[1] "Habo".notice: Habo cannot give notice on 2026-12-31, before it '
        "joined on 2027-01-01\n"
        "text: line 7, governance.charter.notice_months: the notice is -1 months; write zero or more\n"
        'text: line 9, funding.part_year: "by day" is no rule for a part of a year; did you mean "by days"?'
    )


def test_a_notice_below_zero_cannot_be() -> None:
    with pytest.raises(PlanError) as error:
        Charter(notice_months=-1)
    assert error.value.text("sv") == "uppsägningstiden är -1 månader; skriv noll eller mer"


def test_before_the_act_the_notice_is_not_known() -> None:
    with pytest.raises(LawError) as error:
        last_day(PLAN, date(2003, 12, 31))
    assert str(error.value) == (
        "the longest notice, in years, 27 § lagen (2003:1210): what applied on 2003-12-31 has not been read, only what "
        "applies from 2004-01-01"
    )


# F110, F111 and F112


def found(id: str, plan: OperationalPlan) -> list[tuple[str, str]]:
    return [(each.text("en"), each.text("sv")) for each in rule(id).findings(plan)]


def test_a_charter_that_states_more_than_three_years_is_found() -> None:
    """F110: to the month."""
    assert found("F110", stating(36)) == found("F110", stating(None)) == found("F110", PLAN) == []
    assert found("F110", stating(37)) == [
        (
            (
                "F110 error: governance.charter.notice_months: the charter states a notice of 37 months, and 3 years "
                "is the longest\n    27 § lagen (2003:1210)\n"
                "    change the charter, which needs all members; until then the longest that the act allows is counted"
            ),
            (
                "F110 fel: governance.charter.notice_months: förbundsordningen anger 37 månaders uppsägningstid, och 3 "
                "år är den längsta\n    27 § lagen (2003:1210)\n"
                "    ändra förbundsordningen, vilket kräver alla medlemmar; till dess räknas den längsta tid som "
                "lagen medger"
            ),
        )
    ]


def test_an_association_that_cannot_go_on_without_the_one_that_leaves_is_found() -> None:
    """F111: the only region; a municipality beside others is none."""
    assert found("F111", leaves(PLAN, "Habo", notice=date(2026, 6, 30))) == []
    assert found("F111", leaves(PLAN, JONKOPING, notice=date(2026, 6, 30))) == [
        (
            (
                'F111 warning: association.regions[1] "Region Jönköpings län": when Region Jönköpings län leaves on '
                "2029-06-30, a region is missing among the members, and the association cannot go on\n"
                "    3 § lagen (2003:1210)\n"
                "    let another take its place before that day, or wind the association up"
            ),
            (
                'F111 varning: association.regions[1] "Region Jönköpings län": när Region Jönköpings län lämnar '
                "2029-06-30 saknas en region bland medlemmarna, och förbundet kan inte fortsätta\n"
                "    3 § lagen (2003:1210)\n"
                "    låt någon annan gå med före den dagen, eller avveckla förbundet"
            ),
        )
    ]


def test_a_member_is_one_through_the_last_day_of_its_notice() -> None:
    """F112: whether another day is written or none; and of a notice before the act nothing is known."""
    sound = leaves(PLAN, "Habo", notice=date(2026, 6, 30))
    habo = sound.association.municipalities[0]
    others = sound.association.municipalities[1:]

    def said(**days: Any) -> list[str]:
        association = evolve(sound.association, municipalities=(evolve(habo, **days), *others))
        return [each[0] for each in found("F112", evolve(sound, association=association))]

    assert said() == said(notice=date(2003, 1, 1)) == []
    assert said(left=date(2029, 6, 29)) == [
        (
            'F112 error: association.municipalities[1] "Habo": Habo gave notice on 2026-06-30, and 36 months end on '
            "2029-06-30; here it is a member through 2029-06-29\n"
            "    27 § lagen (2003:1210)\n"
            "    write left = 2029-06-30, or the notice that the charter states as notice_months under "
            "[governance.charter]"
        )
    ]
    [without] = said(left=None)
    assert without.splitlines()[0].endswith("here it is a member without an end")


def test_a_departure_says_which_member_and_where() -> None:
    [departure] = departures(leaves(PLAN, "Mullsjö", notice=date(2026, 6, 30)))
    assert isinstance(departure, Departure)
    assert (departure.member.name, departure.path) == ("Mullsjö", ("association", "municipalities", 1))


# Gotland


@pytest.mark.parametrize(("region", "pays"), [(None, 2_000_000), ("Region Stockholm", 1_500_000)])
def test_gotland_goes_through_a_full_budget(region: str | None, pays: int) -> None:
    """5 a §: alone it pays half; beside a region (invented) all of one quarter, and half of the other as agreed."""
    own = [] if region is None else ["Region Stockholm"]
    plan = OperationalPlan(
        association=Association.of("Gotland", municipalities=["Gotland"], regions=own),
        year=2027,
        funding=Funding(total={2027: kr(4_000_000)}, region_split=Equal() if own else ()),
        equity=finsam.Equity(opening=Columns(budget={2027: kr(100_000)})),
        costs=(finsam.Cost(id="a", name="A", category=finsam.Category.INDIVIDUAL, budget={2027: kr(3_950_000)}),),
    )
    due = plan.contributions(2027)
    assert (due["Gotland"], due["Försäkringskassan"]) == (kr(pays), kr(2_000_000))
    assert plan.budget(2027).closing == kr(150_000)
    assert [each.id for each in plan.check() if each.severity is finsam.Severity.ERROR] == []
    assert plan.terms(2027).basis is Basis.TOTAL

"""The derivation of what a member pays: every step with its amount, its reason and its provision."""

from datetime import date

import pytest
from hypothesis import given, settings

from finsam import Association, ByPopulation, Equal, Mixture, OperationalPlan, Shares, contributions, example, kr
from finsam.language import LANGUAGES
from finsam.split import ToBeSplit
from plan_strategies import funded_plans

FIFTH = "5 § lag (2003:1210)"


def lines(*of: str) -> str:
    return "\n".join(of)


@settings(max_examples=50)
@given(funded_plans())
def test_every_derivation_begins_with_the_member_and_what_it_pays(plan: OperationalPlan) -> None:
    """Whoever pays can be told why, in either language, and the steps are numbered from one."""
    due = plan.contributions(plan.year)
    for member in due:
        for language in LANGUAGES:
            first, *steps = due.explain(member, language).split("\n")
            assert first == f"{member} {plan.year}: {due[member]}"
            assert [step.split(".")[0] for step in steps] == [str(n) for n in range(1, len(steps) + 1)]


def test_an_agreed_share_of_the_municipal_quarter() -> None:
    """Aneby pays 6 % of the quarter, 120 810 kr (Höglandet 2023, figures.md)."""
    due = example("hoglandet-2023").contributions(2023)
    assert due.explain("Aneby") == lines(
        "Aneby 2023: 120 810 kr",
        "1. given: all pay 8 054 000 kr together",
        f"2. the municipalities together: 1/4 of 8 054 000 kr is 2 013 500 kr ({FIFTH})",
        "3. the agreed share of Aneby is 6 %, of 2 013 500 kr: 120 810 kr "
        "(as agreed, 5 § second paragraph lag (2003:1210))",
    )
    assert due.explain("Aneby", "sv") == lines(
        "Aneby 2023: 120 810 kr",
        "1. givet: alla betalar tillsammans 8 054 000 kr",
        f"2. kommunerna tillsammans: 1/4 av 8 054 000 kr är 2 013 500 kr ({FIFTH})",
        "3. överenskommen andel för Aneby är 6 %, av 2 013 500 kr: 120 810 kr "
        "(enligt överenskommelse, 5 § andra stycket lag (2003:1210))",
    )


def test_a_part_that_is_rounded_up_to_tens_of_kronor() -> None:
    """6,8 % of 1 669 800 kr is 113 546,40 kr, printed as 113 550 (Södra Vätterbygden 2019, figures.md)."""
    due = example("sodra-vatterbygden-2018").contributions(2019)
    assert due.explain("Habo").split("\n")[3:] == [
        (
            "3. the agreed share of Habo is 6,8 %, of 1 669 800 kr: 113 546,40 kr "
            "(as agreed, 5 § second paragraph lag (2003:1210))"
        ),
        (
            "4. in whole units of 10 kr, rounded up to 113 550 kr: "
            "one of the units left over went to one of the largest remainders"
        ),
    ]
    assert due.explain("Habo", "sv").split("\n")[4:] == [
        (
            "4. i hela enheter om 10 kr, avrundat uppåt till 113 550 kr: "
            "en enhet som blev över gick till en av de största resterna"
        ),
    ]


def test_a_part_that_is_rounded_down() -> None:
    """4,4 % of 1 669 800 kr is 73 471,20 kr, printed as 73 470 (Södra Vätterbygden 2019, figures.md)."""
    due = example("sodra-vatterbygden-2018").contributions(2019)
    assert due.explain("Mullsjö").split("\n")[4:] == [
        "4. in whole units of 10 kr, rounded down to 73 470 kr: the units left over went to larger remainders",
    ]
    assert due.explain("Mullsjö", "sv").split("\n")[4:] == [
        "4. i hela enheter om 10 kr, avrundat nedåt till 73 470 kr: de enheter som blev över gick till större rester",
    ]


def test_a_party_whose_part_is_rounded() -> None:
    """A quarter of 5 kr in whole kronor: of 1,25 kr each, nobody gets the krona left over but the state with 2,50."""
    association = Association.of("Bygden", municipalities=["Habo"], region="06")
    due = contributions(association, year=2027, total=kr(5), unit=kr(1))
    assert due.explain("Habo") == lines(
        "Habo 2027: 1 kr",
        "1. given: all pay 5 kr together",
        f"2. the municipalities together: 1/4 of 5 kr is 1,25 kr ({FIFTH})",
        "3. rounded down to 1 kr: the units left over went to larger remainders",
    )
    assert due.explain("Försäkringskassan", "sv") == lines(
        "Försäkringskassan 2027: 3 kr",
        "1. givet: alla betalar tillsammans 5 kr",
        f"2. staten tillsammans: 1/2 av 5 kr är 2,50 kr ({FIFTH})",
        "3. avrundat uppåt till 3 kr: en enhet som blev över gick till en av de största resterna",
    )


def test_a_derivation_starts_from_the_amount_that_was_given() -> None:
    """Whose amount was given, and what part of the whole it is."""
    association = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
    due = contributions(association, year=2027, state=kr(2_760_000))
    assert due.explain("Region Jönköpings län") == lines(
        "Region Jönköpings län 2027: 1 380 000 kr",
        f"1. given: 2 760 000 kr from the state, which is 1/2 of 5 520 000 kr ({FIFTH})",
        f"2. the regions together: 1/4 of 5 520 000 kr is 1 380 000 kr ({FIFTH})",
    )
    assert due.explain("Region Jönköpings län", "sv") == lines(
        "Region Jönköpings län 2027: 1 380 000 kr",
        f"1. givet: 2 760 000 kr från staten, vilket är 1/2 av 5 520 000 kr ({FIFTH})",
        f"2. regionerna tillsammans: 1/4 av 5 520 000 kr är 1 380 000 kr ({FIFTH})",
    )


def test_the_half_of_a_municipality_outside_every_region() -> None:
    """Gotland alone pays under 5 a § first paragraph."""
    gotland = Association.of("Gotland", municipalities=["Gotland"])
    assert contributions(gotland, year=2027, total=kr(1_000)).explain("Gotland") == lines(
        "Gotland 2027: 500 kr",
        "1. given: all pay 1 000 kr together",
        "2. the municipalities together: 1/2 of 1 000 kr is 500 kr (5 a § first paragraph lag (2003:1210))",
    )


def test_two_parts_are_derived_one_after_the_other_and_added() -> None:
    """Gotland beside a region: 10 % of the regions' 1 000 kr and all of the municipalities' 1 000 kr."""
    beside = Association.of("Gotland", municipalities=["Gotland"], region="Region Stockholm")
    key = Shares({"Region Stockholm": "90 %", "Gotland": "10 %"})
    due = contributions(beside, year=2027, total=kr(4_000), region_split=key)
    assert due.explain("Gotland") == lines(
        "Gotland 2027: 1 100 kr",
        "1. given: all pay 4 000 kr together",
        f"2. the regions together: 1/4 of 4 000 kr is 1 000 kr ({FIFTH})",
        "3. the agreed share of Gotland is 10 %, of 1 000 kr: 100 kr (as agreed, 5 § third paragraph lag (2003:1210))",
        f"4. the municipalities together: 1/4 of 4 000 kr is 1 000 kr ({FIFTH})",
        "5. together 1 100 kr",
    )
    assert due.explain("Gotland", "sv").split("\n")[-1] == "5. tillsammans 1 100 kr"


def test_arbetsformedlingen_is_told_who_pays_for_it() -> None:
    """Försäkringskassan pays the state's half for both agencies (5 §)."""
    due = example("hoglandet-2023").contributions(2023)
    assert due.explain("Arbetsförmedlingen") == lines(
        "Arbetsförmedlingen 2023: 0 kr",
        f"1. pays nothing of its own: Försäkringskassan pays the state's half ({FIFTH})",
    )
    assert due.explain("Arbetsförmedlingen", "sv") == lines(
        "Arbetsförmedlingen 2023: 0 kr",
        f"1. betalar inget eget: Försäkringskassan betalar statens hälft ({FIFTH})",
    )


def test_a_part_that_is_not_split_yet_is_not_known() -> None:
    """Finnveden 2012: 423 200 kr, to be split by population on 2011-11-30 (figures.md)."""
    finnveden = Association.of("Finnveden", municipalities=["Gislaved", "Gnosjö", "Värnamo"], region="06")
    key = ToBeSplit(by="population", on=date(2011, 11, 30))
    due = contributions(finnveden, year=2012, total=kr(1_692_800), split=key)
    assert due.explain("Gislaved") == lines(
        "Gislaved 2012: not known yet",
        "1. given: all pay 1 692 800 kr together",
        f"2. the municipalities together: 1/4 of 1 692 800 kr is 423 200 kr ({FIFTH})",
        "3. 423 200 kr is to be split by population on 2011-11-30, and not yet split",
    )
    assert due.explain("Gislaved", "sv") == lines(
        "Gislaved 2012: ännu inte känt",
        "1. givet: alla betalar tillsammans 1 692 800 kr",
        f"2. kommunerna tillsammans: 1/4 av 1 692 800 kr är 423 200 kr ({FIFTH})",
        "3. 423 200 kr ska fördelas efter befolkning den 2011-11-30 och är ännu inte fördelat",
    )


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Equal(), "3. Habo pays an equal part, of 1 000 kr: 500 kr"),
        (ByPopulation({"Habo": 3, "Mullsjö": 1}), "3. Habo has 3 of 4 inhabitants, of 1 000 kr: 750 kr"),
        (
            Mixture([("50 %", Equal()), ("50 %", ByPopulation({"Habo": 3, "Mullsjö": 1}))]),
            "3. 50 % by: Habo pays an equal part; 50 % by: Habo has 3 of 4 inhabitants, of 1 000 kr: 625 kr",
        ),
    ],
)
def test_the_key_is_named_in_the_members_step(key: Equal | ByPopulation | Mixture, step: str) -> None:
    """Half of 1 000 kr, three quarters of it, and the mean of the two."""
    association = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="06")
    due = contributions(association, year=2027, total=kr(4_000), split=key)
    assert due.explain("Habo").split("\n")[3] == f"{step} (as agreed, 5 § second paragraph lag (2003:1210))"

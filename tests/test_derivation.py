"""The derivation of what a member pays: every step with its amount, its reason and its provision."""

from datetime import date

import pytest
from hypothesis import given

from finsam import (
    Association,
    ByPopulation,
    Equal,
    Fixed,
    Mixture,
    OperationalPlan,
    Shares,
    ToBeSplit,
    contributions,
    example,
    kr,
)
from finsam.keys import ByFigures
from finsam.language import LANGUAGES
from finsam.pending import PartlyKnown
from finsam.split import ProportionalKey
from plan_strategies import funded_plans
from strategies import tries

FIFTH = "5 § lagen (2003:1210)"


def lines(*of: str) -> str:
    return "\n".join(of)


@tries(50)
@given(funded_plans())
def test_every_derivation_begins_with_the_member_and_what_it_pays(plan: OperationalPlan) -> None:
    """Whoever pays can be told why, in either language, and the steps are numbered from one."""
    due = plan.contributions(plan.year)
    for member in due:
        for language in LANGUAGES:
            first, *steps = due.explain(member, language).split("\n")
            assert first == f"{member} {plan.year}: {due[member]}"
            assert [step.split(".")[0] for step in steps] == [str(n) for n in range(1, len(steps) + 1)]


@tries(50)
@given(funded_plans())
def test_every_derivation_ends_with_what_the_member_pays(plan: OperationalPlan) -> None:
    """The steps lead to the amount, and not past it."""
    due = plan.contributions(plan.year)
    for member in due:
        for language in LANGUAGES:
            last = due.explain(member, language).split("\n")[-1]
            assert member == "Arbetsförmedlingen" or f"{due[member]}" in last


@tries(50)
@given(funded_plans())
def test_the_derivation_is_a_text_for_each_line(plan: OperationalPlan) -> None:
    """A machine has the steps with their values, and people read them."""
    due = plan.contributions(plan.year)
    for member in due:
        heading, *steps = due.derivation(member)
        assert heading.values == {"member": member, "year": plan.year, "amount": due[member]}
        numbered = [f"{number}. {step}" for number, step in enumerate(steps, 1)]
        assert due.explain(member) == lines(str(heading), *numbered)


def test_an_agreed_share_of_the_municipal_quarter() -> None:
    """Aneby pays 6 % of the quarter, 120 810 kr (Höglandet 2023, figures.md)."""
    due = example("hoglandet-2023").contributions(2023)
    assert due.explain("Aneby") == lines(
        "Aneby 2023: 120 810 kr",
        "1. given: all pay 8 054 000 kr together",
        f"2. the municipalities' part: 1/4 of 8 054 000 kr is 2 013 500 kr ({FIFTH})",
        "3. Aneby's agreed share is 6 %; of 2 013 500 kr that is 120 810 kr "
        "(as agreed, 5 § second paragraph lagen (2003:1210))",
    )
    assert due.explain("Aneby", "sv") == lines(
        "Aneby 2023: 120 810 kr",
        "1. utgångspunkt: medlemmarna betalar tillsammans 8 054 000 kr",
        f"2. kommunernas del: 1/4 av 8 054 000 kr är 2 013 500 kr ({FIFTH})",
        "3. Anebys överenskomna andel är 6 %; av 2 013 500 kr blir det 120 810 kr "
        "(enligt överenskommelse, 5 § andra stycket lagen (2003:1210))",
    )


def test_a_part_that_is_rounded_up_to_tens_of_kronor() -> None:
    """6,8 % of 1 669 800 kr is 113 546,40 kr, printed as 113 550 (Södra Vätterbygden 2019, figures.md)."""
    due = example("sodra-vatterbygden-2018").contributions(2019)
    assert due.explain("Habo").split("\n")[3:] == [
        (
            "3. Habo's agreed share is 6,8 %; of 1 669 800 kr that is 113 546,40 kr "
            "(as agreed, 5 § second paragraph lagen (2003:1210))"
        ),
        ("4. rounded up to 113 550 kr: what is left over goes, 10 kr each, to the largest remainders"),
    ]
    assert due.explain("Habo", "sv").split("\n")[4:] == [
        ("4. avrundas uppåt till 113 550 kr: det som blir över går, 10 kr var, till dem med störst rest"),
    ]


def test_a_part_that_is_rounded_down() -> None:
    """4,4 % of 1 669 800 kr is 73 471,20 kr, printed as 73 470 (Södra Vätterbygden 2019, figures.md)."""
    due = example("sodra-vatterbygden-2018").contributions(2019)
    assert due.explain("Mullsjö").split("\n")[4:] == [
        "4. rounded down to 73 470 kr: what is left over goes, 10 kr each, to those with a larger remainder",
    ]
    assert due.explain("Mullsjö", "sv").split("\n")[4:] == [
        "4. avrundas nedåt till 73 470 kr: det som blir över går, 10 kr var, till dem med större rest",
    ]


def test_a_party_whose_part_is_rounded() -> None:
    """A quarter of 5 kr in whole kronor: of 1,25 kr each, nobody gets the krona left over but the state with 2,50."""
    association = Association.of("Bygden", municipalities=["Habo"], region="06")
    due = contributions(association, year=2027, total=kr(5), unit=kr(1))
    assert due.explain("Habo") == lines(
        "Habo 2027: 1 kr",
        "1. given: all pay 5 kr together",
        f"2. the municipalities' part: 1/4 of 5 kr is 1,25 kr ({FIFTH})",
        "3. rounded down to 1 kr: what is left over goes, 1 kr each, to those with a larger remainder",
    )
    assert due.explain("Försäkringskassan", "sv") == lines(
        "Försäkringskassan 2027: 3 kr",
        "1. utgångspunkt: medlemmarna betalar tillsammans 5 kr",
        f"2. statens del: 1/2 av 5 kr är 2,50 kr ({FIFTH})",
        "3. avrundas uppåt till 3 kr: det som blir över går, 1 kr var, till dem med störst rest",
    )


TIE = "the remainder is as large as another's, and 1 kr goes to the larger share"


@pytest.mark.parametrize(
    ("key", "total", "last"),
    [
        (
            Shares({"Habo": "25 %", "Mullsjö": "75 %"}),
            8,  # of 2 kr 0,50 and 1,50 kr
            {
                "Habo": f"rounded down to 0 kr: {TIE}",
                "Mullsjö": f"rounded up to 2 kr: {TIE}",
            },
        ),
        (
            Equal(),
            12,  # of 3 kr 1,50 kr each
            {
                "Habo": "rounded up to 2 kr: "
                "remainder and share are as large as another's, and 1 kr goes by the alphabet",
                "Mullsjö": "rounded down to 1 kr: "
                "remainder and share are as large as another's, and 1 kr goes by the alphabet",
            },
        ),
        (
            Equal(),
            2,  # 0,50 kr each from the regions and the municipalities
            {
                "Region Jönköpings län": "rounded down to 0 kr: "
                "remainder and share are as large as another's, and 1 kr goes by the alphabet",
            },
        ),
    ],
)
def test_a_tie_is_told_as_a_tie(key: ProportionalKey, total: int, last: dict[str, str]) -> None:
    """A krona between two equal remainders goes to the larger share, and between equal shares by the alphabet."""
    association = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="06")
    due = contributions(association, year=2027, total=kr(total), unit=kr(1), split=key)
    assert {member: str(due.derivation(member)[-1]) for member in last} == last


def test_a_derivation_starts_from_the_amount_that_was_given() -> None:
    """Whose amount was given, and what part of the whole it is."""
    association = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
    due = contributions(association, year=2027, state=kr(2_760_000))
    assert due.explain("Region Jönköpings län") == lines(
        "Region Jönköpings län 2027: 1 380 000 kr",
        f"1. given: 2 760 000 kr from the state, which is 1/2 of 5 520 000 kr ({FIFTH})",
        f"2. the regions' part: 1/4 of 5 520 000 kr is 1 380 000 kr ({FIFTH})",
    )
    assert due.explain("Region Jönköpings län", "sv") == lines(
        "Region Jönköpings län 2027: 1 380 000 kr",
        f"1. utgångspunkt: 2 760 000 kr från staten, vilket är 1/2 av 5 520 000 kr ({FIFTH})",
        f"2. regionernas del: 1/4 av 5 520 000 kr är 1 380 000 kr ({FIFTH})",
    )


def test_the_half_of_a_municipality_outside_every_region() -> None:
    """Gotland alone pays under 5 a § first paragraph."""
    gotland = Association.of("Gotland", municipalities=["Gotland"])
    assert contributions(gotland, year=2027, total=kr(1_000)).explain("Gotland") == lines(
        "Gotland 2027: 500 kr",
        "1. given: all pay 1 000 kr together",
        "2. the municipalities' part: 1/2 of 1 000 kr is 500 kr (5 a § first paragraph lagen (2003:1210))",
    )


def test_two_parts_are_derived_one_after_the_other_and_added() -> None:
    """Gotland beside a region: 10 % of the regions' 1 000 kr and all of the municipalities' 1 000 kr."""
    beside = Association.of("Gotland", municipalities=["Gotland"], region="Region Stockholm")
    key = Shares({"Region Stockholm": "90 %", "Gotland": "10 %"})
    due = contributions(beside, year=2027, total=kr(4_000), region_split=key)
    assert due.explain("Gotland") == lines(
        "Gotland 2027: 1 100 kr",
        "1. given: all pay 4 000 kr together",
        f"2. the regions' part: 1/4 of 4 000 kr is 1 000 kr ({FIFTH})",
        "3. Gotland's agreed share is 10 %; of 1 000 kr that is 100 kr "
        "(as agreed, 5 a § second paragraph lagen (2003:1210))",
        f"4. the municipalities' part: 1/4 of 4 000 kr is 1 000 kr ({FIFTH})",
        "5. together 1 100 kr",
    )
    assert due.explain("Gotland", "sv").split("\n")[-1] == "5. tillsammans 1 100 kr"


def test_arbetsformedlingen_is_told_who_pays_for_it() -> None:
    """Försäkringskassan pays the state's half for both agencies (5 §)."""
    due = example("hoglandet-2023").contributions(2023)
    assert due.explain("Arbetsförmedlingen") == lines(
        "Arbetsförmedlingen 2023: 0 kr",
        f"1. pays nothing of its own: Försäkringskassan pays the whole part of the state ({FIFTH})",
    )
    assert due.explain("Arbetsförmedlingen", "sv") == lines(
        "Arbetsförmedlingen 2023: 0 kr",
        f"1. betalar inget eget: Försäkringskassan betalar hela statens del ({FIFTH})",
    )


def test_a_part_that_is_not_split_yet_is_not_known() -> None:
    """Finnveden 2012: 423 200 kr, to be split by population on 2011-11-30 (figures.md)."""
    finnveden = Association.of("Finnveden", municipalities=["Gislaved", "Gnosjö", "Värnamo"], region="06")
    key = ToBeSplit(by="population", on=date(2011, 11, 30))
    due = contributions(finnveden, year=2012, total=kr(1_692_800), split=key)
    assert due.explain("Gislaved") == lines(
        "Gislaved 2012: not known yet",
        "1. given: all pay 1 692 800 kr together",
        f"2. the municipalities' part: 1/4 of 1 692 800 kr is 423 200 kr ({FIFTH})",
        "3. 423 200 kr is to be split by population on 2011-11-30, and not yet split",
    )
    assert due.explain("Gislaved", "sv") == lines(
        "Gislaved 2012: ännu inte känt",
        "1. utgångspunkt: medlemmarna betalar tillsammans 1 692 800 kr",
        f"2. kommunernas del: 1/4 av 1 692 800 kr är 423 200 kr ({FIFTH})",
        "3. 423 200 kr ska fördelas efter befolkning 2011-11-30 och är ännu inte fördelat",
    )


def test_a_part_that_is_known_when_others_are_not_is_derived_too() -> None:
    """Of the quarter of 250 kr Habo has published that it pays 150 kr."""
    association = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="06")
    due = contributions(association, year=2027, total=kr(1_000), split=PartlyKnown({"Habo": 150}))
    assert due.explain("Habo") == lines(
        "Habo 2027: 150 kr",
        "1. given: all pay 1 000 kr together",
        f"2. the municipalities' part: 1/4 of 1 000 kr is 250 kr ({FIFTH})",
        "3. of 250 kr Habo pays 150 kr (as agreed, 5 § second paragraph lagen (2003:1210))",
    )
    assert due.explain("Mullsjö") == lines(
        "Mullsjö 2027: not known yet",
        "1. given: all pay 1 000 kr together",
        f"2. the municipalities' part: 1/4 of 1 000 kr is 250 kr ({FIFTH})",
        "3. 250 kr is known in part only, for Habo",
    )


def test_a_derivation_starts_from_so_much_per_inhabitant() -> None:
    """50 kr for each of 20 073 inhabitants make 1 003 650 kr from the municipalities and 4 014 600 kr from all."""
    association = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="06")
    key = ByPopulation({"Habo": 12_641, "Mullsjö": 7_432})
    due = contributions(association, year=2027, per_inhabitant=kr(50), split=key)
    assert due.explain("Habo").split("\n")[1:3] == [
        (
            "1. given: 50 kr for each of 20 073 inhabitants, which is 1 003 650 kr from the municipalities, "
            f"1/4 of 4 014 600 kr ({FIFTH})"
        ),
        f"2. the municipalities' part: 1/4 of 4 014 600 kr is 1 003 650 kr ({FIFTH})",
    ]
    assert due.explain("Habo", "sv").split("\n")[1] == (
        "1. utgångspunkt: 50 kr för var och en av 20 073 invånare, vilket är 1 003 650 kr från kommunerna, "
        f"1/4 av 4 014 600 kr ({FIFTH})"
    )


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Equal(), "3. Habo pays an equal part; of 1 000 kr that is 500 kr"),
        (ByPopulation({"Habo": 3, "Mullsjö": 1}), "3. Habo has 3 of 4 inhabitants; of 1 000 kr that is 750 kr"),
        (
            ByFigures({"Habo": "1,5", "Mullsjö": "0,5"}, of="helårsekvivalenter"),
            "3. Habo has 1,5 of 2,0 (helårsekvivalenter); of 1 000 kr that is 750 kr",
        ),
        (Fixed({"Habo": 900, "Mullsjö": 100}), "3. Habo's fixed amount is 900 kr; of 1 000 kr that is 900 kr"),
        (
            Mixture([("50 %", Equal()), ("50 %", ByPopulation({"Habo": 3, "Mullsjö": 1}))]),
            "3. 50 % by: Habo pays an equal part; 50 % by: Habo has 3 of 4 inhabitants; of 1 000 kr that is 625 kr",
        ),
    ],
)
def test_the_key_is_named_in_the_members_step(key: ProportionalKey | Fixed, step: str) -> None:
    """Half of 1 000 kr, three quarters of it, what is fixed, and the mean of the two."""
    association = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="06")
    due = contributions(association, year=2027, total=kr(4_000), split=key)
    assert due.explain("Habo").split("\n")[3] == f"{step} (as agreed, 5 § second paragraph lagen (2003:1210))"

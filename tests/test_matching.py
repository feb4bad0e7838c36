"""Matching: the most that the members can pay of what is offered, who decides it, and what is lost."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import finsam
from command import refused, run
from finsam import Association, Equal, Fixed, Money, Party, Shares, contributions, kr, reports, share
from finsam.errors import FundingError
from finsam.matching import Match, matching
from finsam.pending import NotAgreed
from finsam.reports.matching import matched, record

JONKOPING = "Region Jönköpings län"
NAMES = ("Habo", "Mullsjö", "Vaggeryd")
BYGDEN = Association.of("Bygden", municipalities=NAMES, region=JONKOPING)
VATTERBYGDEN = finsam.example("sodra-vatterbygden-2018")


def shared(weights: list[int]) -> Shares:
    return Shares({name: Fraction(weight, sum(weights)) for name, weight in zip(NAMES, weights, strict=True)})


def within(due: Mapping[str, Money], parties: Mapping[Party, Money], offers: Any, ceilings: Any) -> bool:
    """Whether no party pays more than it offers and no member more than its ceiling."""
    return all(parties[party] <= offer for party, offer in offers.items()) and all(
        due[name] <= ceiling for name, ceiling in ceilings.items()
    )


def sodra(**changes: Any) -> Match:
    """What Södra Vätterbygden could match for 2018: the state offers to double, a municipality can raise by 10 %."""
    given: dict[str, Any] = {
        "offers": {Party.STATE: kr(5_520_000)},
        "ceilings": dict.fromkeys(("Habo", "Jönköping", "Mullsjö", "Vaggeryd"), share("10 %")),
        "last_year": VATTERBYGDEN.contributions(2017),
        "split": VATTERBYGDEN.terms(2018).split,
        "unit": kr(1),
    }
    return matching(VATTERBYGDEN.association, 2018, **given | changes)


# Laws


@given(
    st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any),
    st.dictionaries(st.sampled_from([*NAMES, JONKOPING]), st.integers(0, 30).map(kr)),
    st.dictionaries(st.sampled_from(Party), st.integers(0, 60).map(kr)),
)
def test_what_is_matched_is_within_every_limit_and_no_larger_total_is(
    weights: list[int], ceilings: dict[str, Money], offers: dict[Party, Money]
) -> None:
    """Every total that goes evenly is tried, up to where the state, a region or the heaviest would be above all."""
    key = shared(weights)
    heavy = max(zip(weights, NAMES, strict=True))[1]
    ceilings = {heavy: kr(30), **ceilings}
    feasible = []
    for fours in range(121):
        due = contributions(BYGDEN, 2027, total=kr(4 * fours), split=key, unit=kr(1))
        if within(due, due.by_party, offers, ceilings):
            feasible.append(due.total)
    found = matching(BYGDEN, 2027, offers=offers, ceilings=ceilings, split=key, unit=kr(1))
    assert found.contributions.total == max(feasible)
    assert within(found.contributions, found.contributions.by_party, offers, ceilings)


@given(st.lists(st.integers(1, 9), min_size=3, max_size=3), st.lists(st.integers(1, 100), min_size=3, max_size=3))
def test_those_who_decide_are_those_whose_ceiling_allows_the_least(weights: list[int], ceilings: list[int]) -> None:
    """In proportion to what they pay, exactly."""
    most = dict(zip(NAMES, map(kr, ceilings), strict=True))
    found = matching(BYGDEN, 2027, ceilings=most, split=shared(weights))
    allowed = {name: Fraction(each, weight) for name, each, weight in zip(NAMES, ceilings, weights, strict=True)}
    assert {each.of for each in found.binds} == {name for name in NAMES if allowed[name] == min(allowed.values())}


@given(st.integers(0, 1_000), st.integers(0, 1_000))
def test_what_is_used_and_what_is_lost_is_the_offer(state: int, region: int) -> None:
    """For every party that offers something."""
    offers = {Party.STATE: kr(state), Party.REGIONS: kr(region)}
    found = matching(BYGDEN, 2027, offers=offers, split=Equal())
    assert {party: found.lost[party] + found.contributions.by_party[party] for party in offers} == offers
    assert min(found.lost[Party.STATE], found.lost[Party.REGIONS] * 2) < kr("0,02")


# Södra Vätterbygden 2018


def test_the_state_offers_to_double_and_the_municipalities_can_raise_by_a_tenth() -> None:
    """The published budget of 2018 is what they could match; of what the state offered 2 484 000 kr is lost."""
    found = sodra()
    assert found.contributions.total == kr(6_072_000)
    published = {"Habo": 103_224, "Jönköping": 1_225_026, "Mullsjö": 66_792, "Vaggeryd": 122_958, JONKOPING: 1_518_000}
    assert {name: found.contributions[name] for name in published} == {name: kr(n) for name, n in published.items()}
    assert dict(found.lost) == {Party.STATE: kr(5_520_000 - 3_036_000)}
    assert {each.of for each in found.binds} == {"Habo", "Jönköping", "Mullsjö", "Vaggeryd"}


def test_a_limit_says_in_words_what_it_allows() -> None:
    limit = next(each for each in sodra().limits if each.of is Party.STATE)
    assert str(limit.text) == "the state can pay 5 520 000 kr, which is 50,00 % of all: that allows 11 040 000 kr"
    assert (
        limit.text.to("sv")
        == "staten kan betala 5 520 000 kr, vilket är 50,00 % av allt: det räcker till 11 040 000 kr"
    )


def test_a_member_that_pays_nothing_limits_nothing() -> None:
    """Arbetsförmedlingen's part is paid by Försäkringskassan."""
    found = matching(BYGDEN, 2027, ceilings={"Arbetsförmedlingen": kr(0), "Habo": kr(100)}, split=Equal())
    assert [each.of for each in found.limits] == ["Habo"]


def test_gotland_alone_matches_the_state_krona_for_krona() -> None:
    """5 a § first paragraph."""
    found = matching(Association.of("Gotland", municipalities=["Gotland"]), 2027, offers={Party.STATE: kr(750)})
    assert (found.contributions["Gotland"], found.contributions.total) == (kr(750), kr(1_500))


# What cannot be


@pytest.mark.parametrize(
    ("given", "en", "sv"),
    [
        (
            {"offers": {}, "ceilings": {}},
            "nothing says how much there can be; give an offer or a ceiling",
            "inget säger hur mycket det kan bli; ange ett erbjudande eller ett tak",
        ),
        (
            {"ceilings": {"Haboo": kr(1)}},
            '"Haboo" is not a member that year; did you mean "Habo"?',
            '"Haboo" är inte medlem det året; menades "Habo"?',
        ),
        (
            {"last_year": {}},
            "what Habo paid last year is not known; write its ceiling as an amount",
            "vad Habo betalade förra året är inte känt; skriv taket som ett belopp",
        ),
        (
            {"offers": {Party.STATE: kr(-1)}},
            "the ceiling or offer of the state is -1 kr; write zero or more",
            "taket eller erbjudandet för staten är -1 kr; skriv noll eller mer",
        ),
        (
            {"split": NotAgreed()},
            "how the municipalities share any amount is not known; give shares, inhabitants, figures or equal parts",
            (
                "det är inte känt hur kommunerna delar vilket belopp som helst; ange andelar, invånare, nyckeltal "
                "eller lika delar"
            ),
        ),
    ],
)
def test_what_cannot_be_matched_says_why(given: dict[str, Any], en: str, sv: str) -> None:
    with pytest.raises(FundingError) as error:
        sodra(**given)
    assert (str(error.value), error.value.text("sv")) == (en, sv)


def test_fixed_amounts_and_a_party_that_does_not_take_part_are_refused() -> None:
    """The amounts add up to one total only, and Gotland has no region beside it."""
    alone = Association.of("Gotland", municipalities=["Gotland"])
    with pytest.raises(FundingError) as error:
        matching(alone, 2027, offers={Party.REGIONS: kr(1)})
    assert str(error.value) == "no part of the regions is paid that year; leave the offer out"
    assert error.value.text("sv") == "regionerna deltar inte det året; utelämna erbjudandet"
    with pytest.raises(FundingError) as error:
        matching(alone, 2027, offers={Party.STATE: kr(4)}, split=Fixed({"Gotland": kr("0,02")}))
    assert str(error.value).startswith("how the municipalities share any amount is not known")


# For people and for machines


def test_the_command_matches() -> None:
    """As the function; one ceiling for every municipality, but for one that has its own."""
    given = ("match", "sodra-vatterbygden-2018", "--offer", "state 5 520 000", "--ceiling", "10 %", "--unit", "1 kr")
    assert run(*given).out == f"{matched(sodra())}\n"
    assert run(*given, "--lang", "sv").out == f"{reports.text(matched(sodra()), 'sv')}\n"
    own = ("--ceiling", "Habo 100 000", "--ceiling", "kommunerna 20 %", "--year", "2018", "--json")
    assert '"binds": [\n    "Habo"\n  ]' in run("match", "sodra-vatterbygden-2018", *own).out


def test_the_record_has_whole_ore_and_exact_shares() -> None:
    said = record(sodra())
    assert said["lost_ore"] == {"state": 248_400_000}
    assert said["limits"][-1] == {"of": "state", "amount_ore": 552_000_000, "share": "1/2", "total_ore": "1104000000"}


@pytest.mark.parametrize(
    ("given", "en"),
    [
        (
            ("--offer", "stat 10"),
            '"stat 10" is no offer; write a party and an amount, as "state 5 520 000"; did you mean "state"?',
        ),
        (("--ceiling", "Habo"), '"Habo" has no amount; write as "Habo 103 224" or "10 %"'),
        (
            ("--ceiling", "10 %", "--year", "2017"),
            "what Habo paid last year is not known; write its ceiling as an amount",
        ),
    ],
)
def test_an_offer_or_a_ceiling_that_cannot_be_read_is_told(given: tuple[str, ...], en: str) -> None:
    assert refused("match", "sodra-vatterbygden-2018", *given) == f"finsam: {en}\n"

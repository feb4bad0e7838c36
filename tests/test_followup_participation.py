"""Who took part and what was paid: women and men together, and nothing that is not said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.errors import TargetError
from finsam.followup import (
    Destination,
    Heads,
    Livelihood,
    LivelihoodYear,
    Participation,
    Payment,
    PaymentGroup,
    Range,
    Unit,
    by_year,
)
from followup_strategies import heads, livelihoods, numbers_for, participations
from names import NAMES

COUNTS = st.integers(0, 500)

# Laws


@given(participations() | heads() | livelihoods())
def test_repr_builds_it_again(of: Participation | Heads | Livelihood) -> None:
    """What is shown is Python that gives the same."""
    assert eval(repr(of), NAMES) == of


@given(st.data(), COUNTS, COUNTS)
def test_women_and_men_are_all_where_all_are_not_said(data: st.DataObject, women: int, men: int) -> None:
    """However imprecisely they are printed, and what is said goes before."""
    of_women, of_men = (
        Heads(participants=data.draw(numbers_for(each)), went_to={"work": data.draw(numbers_for(each))})
        for each in (women, men)
    )
    row = Participation(intervention="stod", women=of_women, men=of_men)
    for together in (row.all("participants"), row.went(Destination.WORK)):
        assert together is not None
        assert together.meets(Range.exactly(women + men))
    said = Participation(intervention="stod", participants=7, went_to={"work": 3}, women=of_women, men=of_men)
    assert (said.all("participants"), said.went(Destination.WORK)) == (Range.exactly(7), Range.exactly(3))


@given(COUNTS, COUNTS, COUNTS)
def test_results_are_work_and_studies(work: int, studies: int, other: int) -> None:
    """Not those who seek work or went elsewhere."""
    to = {"work": work, "studies": studies, "seeking": other, "other": other}
    assert Participation(intervention="stod", went_to=to).results == Range.exactly(work + studies)


def test_what_is_not_said_is_not_known() -> None:
    """Neither of one sex alone, nor of one of work and studies."""
    row = Participation(intervention="stod", women=Heads(participants=5, went_to={"work": 2}))
    assert (row.all("participants"), row.went(Destination.WORK), row.results) == (None, None, None)
    both = Participation(intervention="stod", women=Heads(participants=5), men=Heads(new=2))
    assert (both.all("participants"), both.all("new"), both.went(Destination.WORK)) == (None, None, None)


def test_every_count_that_is_none_is_told_at_its_place() -> None:
    """All at once."""
    with pytest.raises(TargetError) as error:
        Heads(participants=-1, went_to={"work": "1,5"})
    assert [(each.path, str(each.message)) for each in error.value.problems] == [
        (("participants",), "a count is a whole number from zero, not -1"),
        (("went_to", "work"), "a count is a whole number from zero, not 1,5"),
    ]


def test_the_destinations_have_names_in_both_languages() -> None:
    """The four groups of SUS."""
    assert [(str(each.label), each.label.to("sv")) for each in Destination] == [
        ("work", "arbete"),
        ("studies", "studier"),
        ("actively seeking work", "aktivt arbetssökande"),
        ("other", "annat"),
    ]


# The livelihood measure

# The seven payments and their three groups: Nationella rådet, försörjningsmåttet,
# https://www.finsam.se/information/forsorjningsmatt
GROUPS = {
    PaymentGroup.ILL_HEALTH: ["sjukpenning", "aktivitetsersättning", "sjukersättning"],
    PaymentGroup.LABOUR_MARKET: ["a-kassa", "aktivitetsstöd", "etableringsersättning"],
    PaymentGroup.ECONOMIC_ASSISTANCE: ["försörjningsstöd"],
}


def test_each_payment_is_in_its_group() -> None:
    """The first three for ill health, the next three for the labour market, and the last by itself."""
    assert {group: [each.label.to("sv") for each in Payment if each.group is group] for group in PaymentGroup} == GROUPS


@given(st.dictionaries(st.sampled_from(Payment), COUNTS, min_size=1))
def test_the_groups_add_up_to_all(paid: dict[Payment, int]) -> None:
    """Each payment is in one of them."""
    year = LivelihoodYear(year=2026, rows=(Livelihood(municipality="Habo", year=2026, equivalents=paid),))
    groups = [year.total(*(each for each in Payment if each.group is group)) for group in PaymentGroup]
    assert sum(each.exact or 0 for each in groups if each is not None) == sum(paid.values())
    assert year.total(*Payment) == year.size[0] == Range.exactly(sum(paid.values()))
    assert [year.total(each) is None for each in Payment] == [each not in paid for each in Payment]


def test_a_year_is_of_all_municipalities_by_equivalents_where_all_have_them() -> None:
    """And otherwise by what was paid; years are in order."""
    habo = Livelihood(municipality="Habo", year=2026, equivalents={"social-assistance": 40})
    paid = Livelihood(municipality="Mullsjö", year=2026, amounts={"social-assistance": "4,0 mkr"})
    both = Livelihood(
        municipality="Mullsjö", year=2026, equivalents={"social-assistance": 12}, amounts={"social-assistance": 1}
    )
    before = Livelihood(municipality="Habo", year=2025, equivalents={"social-assistance": 41})
    assert [each.year for each in by_year([habo, before])] == [2025, 2026]
    whole, part = LivelihoodYear(year=2026, rows=(habo, both)), LivelihoodYear(year=2026, rows=(habo, paid))
    assert (whole.size, str(whole.text), whole.text.to("sv")) == (
        (Range.exactly(52), Unit.MEAN),
        "52 full-year equivalents",
        "52 helårsekvivalenter",
    )
    assert (part.measure, part.size[1], part.text.to("sv")) == (
        "amounts",
        Unit.AMOUNT,
        "från 3 950 000 kr till 4 050 000 kr utbetalt",
    )
    assert whole.of == {("Habo", Payment.SOCIAL_ASSISTANCE), ("Mullsjö", Payment.SOCIAL_ASSISTANCE)}

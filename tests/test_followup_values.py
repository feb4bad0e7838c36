"""What was measured: as exactly as it was published and no more, and nothing that cannot be."""

import copy
import pickle
from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import kr
from finsam.errors import TargetError
from finsam.followup import Amount, Answers, Both, Counted, Done, Mean, Range, Unit, Value
from finsam.followup.measured import Measured
from finsam.language import LANGUAGES
from followup_strategies import answers, counted, numbers_for, parts_for, shares_for, values
from names import NAMES
from strategies import tries


def holds(of: Range | None, number: Fraction | int) -> bool:
    """Whether the number is one that the range can be."""
    assert of is not None
    return of.is_at_least(Fraction(number)) is not False and of.is_at_most(Fraction(number)) is not False


# Laws


@given(values())
def test_repr_builds_the_value_again(value: Value) -> None:
    """What is shown is Python that gives the same value."""
    assert eval(repr(value), NAMES) == value


@given(values())
def test_a_value_can_be_pickled_and_copied(value: Value) -> None:
    """Also when it has been asked what it is."""
    for _ in range(2):
        for other in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
            assert (other, hash(other), other.size) == (value, hash(value), value.size)


@given(values())
def test_a_value_is_told_in_both_languages(value: Value) -> None:
    """And never with a name in braces left in it."""
    assert all(value.text.to(language) and "{" not in value.text.to(language) for language in LANGUAGES)


@given(st.data(), st.integers(1, 1_000))
def test_a_share_out_of_so_many_holds_the_true_count(data: st.DataObject, out_of: int) -> None:
    """Whatever it was rounded to, and however imprecisely the group is known."""
    count = data.draw(st.integers(0, out_of))
    share = data.draw(shares_for(Fraction(count, out_of)))
    exact, about = Counted(share=share, out_of=out_of), Counted(share=share, out_of=data.draw(numbers_for(out_of)))
    assert holds(exact.counted, count)
    assert holds(about.counted, count)
    assert exact.agrees


@given(st.data(), st.integers(1, 1_000))
def test_what_is_printed_of_a_part_holds_what_it_was(data: st.DataObject, out_of: int) -> None:
    """Its share, its count and its group, each where it is known at all; and it agrees with itself."""
    count = data.draw(st.integers(0, out_of))
    said = data.draw(parts_for(count, out_of))
    assert said.part is None or holds(said.part, Fraction(count, out_of))
    assert said.counted is None or holds(said.counted, count)
    assert said.base is None or holds(said.base, out_of)
    assert said.agrees


@given(st.data(), st.integers(1, 500), st.integers(1, 500))
def test_women_and_men_together_hold_what_all_were(data: st.DataObject, women: int, men: int) -> None:
    """The counts add up, and the share is that of all."""
    (some_women, some_men) = (data.draw(st.integers(0, each)) for each in (women, men))
    both = Both(women=data.draw(parts_for(some_women, women)), men=data.draw(parts_for(some_men, men)))
    assert both.counted is None or holds(both.counted, some_women + some_men)
    assert both.part is None or holds(both.part, Fraction(some_women + some_men, women + men))


@given(counted())
def test_a_part_is_from_none_to_all(value: Counted) -> None:
    """And no count is below zero or above what there are."""
    if value.part is not None:
        assert holds(Range(low=Fraction(0), high=Fraction(1)), value.part.low or 0)
        assert value.part.high is not None
        assert value.part.low is not None
        assert 0 <= value.part.low <= value.part.high <= 1
    assert value.counted is None or (value.counted.low is not None and value.counted.low >= 0)


@given(st.dictionaries(st.sampled_from("abcde"), st.integers(0, 200), min_size=2), st.data())
def test_answers_are_counted_from_the_top(chosen: dict[str, int], data: st.DataObject) -> None:
    """The share of the highest, the mean from 1 for the lowest, and the share of those asked, by plain arithmetic."""
    top = data.draw(st.integers(1, len(chosen) - 1))
    answered = sum(chosen.values())
    asked = answered + data.draw(st.integers(0, 100))
    survey = Answers(answers=chosen, asked=asked, top=top)
    assert (survey.base, survey.counted) == (Range.exactly(answered), Range.exactly(sum([*chosen.values()][:top])))
    if answered:
        points = [
            point for each, point in zip(chosen.values(), range(len(chosen), 0, -1), strict=True) for _ in range(each)
        ]
        assert survey.part == Range.exactly(Fraction(sum([*chosen.values()][:top]), answered))
        assert survey.mean == Fraction(sum(points), len(points))
        assert survey.response_rate == Range.exactly(Fraction(answered, asked))


@given(st.data(), st.lists(st.integers(0, 200), min_size=2, max_size=4).filter(any))
def test_answers_that_are_less_precise_hold_the_true_share(data: st.DataObject, chosen: list[int]) -> None:
    """About so many of each alternative."""
    names = "abcd"[: len(chosen)]
    exact = Answers(answers=dict(zip(names, chosen, strict=True)), top=1)
    said = {name: data.draw(numbers_for(each)) for name, each in zip(names, chosen, strict=True)}
    assert holds(Answers(answers=said, top=1).part, exact.part.exact if exact.part and exact.part.exact else 0)


@given(answers())
def test_where_more_chose_the_best_no_smaller_share_did(value: Answers) -> None:
    """However imprecise the counts are."""
    best = value.scale[0]
    more = Answers(answers={**value.answers, best: 9_999}, scale=value.scale, top=value.top)
    assert more.part is not None
    assert value.part is None or (more.part.low or 0) >= (value.part.low or 0)


@given(st.integers(0, 500))
def test_what_was_done_is_a_count(times: int) -> None:
    """Zero is not done."""
    assert Done(done=times).size == (Range.exactly(times), Unit.COUNT)


# In words


@pytest.mark.parametrize(
    ("value", "en", "sv"),
    [
        (Counted(count=271, out_of=705), "38,4 % (271 of 705)", "38,4 % (271 av 705)"),
        (Counted(count="ca 270", out_of=705), "ca 270 of 705", "ca 270 av 705"),
        (Counted(count=271), "271", "271"),
        (Counted(share="38 %"), "38 %", "38 %"),
        (Counted(share="38 %", out_of="ca 700"), "38 % of ca 700", "38 % av ca 700"),
        (Counted(share="38 %", count=271), "38 % (271)", "38 % (271)"),
        (Amount(amount="4,0 mkr"), "4,0 mkr", "4,0 mkr"),
        (Amount(amount=kr(150_000)), "150 000 kr", "150 000 kr"),
        (Mean(mean="3,4"), "3,4", "3,4"),
        (Mean(mean="3,4", answered=95), "3,4 (95 answered)", "3,4 (95 har svarat)"),
        (
            Answers(answers={"ja": 75, "nej": 20}, top=1),
            "78,9 % (75 of 95) chose the highest",
            "78,9 % (75 av 95) valde det högsta",
        ),
        (
            Answers(answers={"mycket": 40, "delvis": 35, "lite": 20}),
            "78,9 % (75 of 95) chose one of the top 2",
            "78,9 % (75 av 95) valde ett av de 2 högsta",
        ),
        (Answers(answers={"ja": 0, "nej": 0}, top=1), "nobody answered", "ingen har svarat"),
        (Done(done=0), "not done", "inte gjort"),
        (Done(done=1), "done", "gjort"),
        (Done(done=1, on=date(2022, 5, 3)), "done on 2022-05-03", "gjort 2022-05-03"),
        (Done(done=3), "done 3 times", "gjort 3 gånger"),
        (
            Done(done=3, on=date(2022, 5, 3)),
            "done 3 times, the last on 2022-05-03",
            "gjort 3 gånger, den sista 2022-05-03",
        ),
        (
            Both(women=Counted(count=30, out_of=50), men=Counted(count=20, out_of=40)),
            "55,6 % (50 of 90)",
            "55,6 % (50 av 90)",
        ),
        (Both(women=Counted(count=30), men=Counted(count=20)), "50", "50"),
        (Both(women=Counted(count=0, out_of=0), men=Counted(count=0, out_of=0)), "0 of 0", "0 av 0"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_value_in_words(value: Value | Both, en: str, sv: str) -> None:
    """As it was printed, and the share that follows from it."""
    assert (value.text.to("en"), value.text.to("sv")) == (en, sv)


# What is known of it


def test_a_share_is_as_exact_as_the_counts_allow() -> None:
    """41 per cent of 96 can only be 39 of them: 38 would be 39,6 per cent and 40 would be 41,7."""
    assert Counted(share="41 %", out_of=96).counted == Range.exactly(39)
    assert Counted(share="41 %", out_of=96).part == Range.exactly(Fraction(39, 96))


def test_a_share_that_no_count_gives_contradicts_itself() -> None:
    """19 per cent of 179 is 34 of them, and not the 27 that the same page prints (Umeåregionen 2022)."""
    assert Counted(share="19 %", out_of=179).counted == Range.exactly(34)
    assert not Counted(count=27, out_of=179, share="19 %").agrees
    assert Counted(count=34, out_of=179, share="19 %").agrees
    assert not Counted(share="50 %", out_of=3).agrees


def test_a_share_beside_a_count_is_known_without_the_group() -> None:
    """A page that prints 38 per cent and 271 says both."""
    both = Counted(count=271, share="38 %")
    assert (both.counted, both.part) == (Range.exactly(271), Range(low=Fraction(3, 8), high=Fraction(77, 200)))


def test_out_of_nobody_there_is_no_share() -> None:
    """None of none is neither all nor nothing."""
    assert Counted(count=0, out_of=0).part is None
    assert Counted(share="40 %", out_of=0).part is None
    assert Answers(answers={"ja": 0, "nej": 0}, top=1).part is None
    assert Answers(answers={"ja": 0, "nej": 0}, top=1).mean is None


def test_a_count_by_itself_is_no_share() -> None:
    """Of how many is not known, and what else is not said is not known either."""
    assert (Counted(count=271).part, Counted(count=271).base, Counted(share="38 %").counted) == (None, None, None)
    assert (Mean(mean=3).part, Mean(mean=3).counted, Mean(mean=3).base, Mean(mean=3).agrees) == (None, None, None, True)
    assert Mean(mean=3, answered=95).base == Range.exactly(95)
    assert Answers(answers={"ja": 1, "nej": 1}, top=1).response_rate is None
    assert Answers(answers={"ja": "ca 20", "nej": 1}, top=1).mean is None


def test_women_and_men_together_are_a_share_where_both_groups_are_known_and_otherwise_a_count() -> None:
    """For what is compared with the year before."""
    known = Both(women=Counted(count=30, out_of=50), men=Counted(count=20, out_of=40))
    assert known.size == (Range.exactly(Fraction(50, 90)), Unit.SHARE)
    assert Both(women=Counted(count=30), men=Counted(count=20, out_of=40)).size == (Range.exactly(50), Unit.COUNT)


def test_an_amount_is_of_nobody_in_particular() -> None:
    """It is no part of a group, and is in öre."""
    paid = Amount(amount="4,0 mkr")
    assert (paid.part, paid.counted, paid.base) == (None, None, None)
    assert paid.size == (Range(low=Fraction(395_000_000), high=Fraction(405_000_000)), Unit.AMOUNT)


def test_what_is_measured_has_a_size_and_words_of_its_own() -> None:
    """A kind of value that forgets them cannot be made."""
    assert Measured.__abstractmethods__ == {"size", "text"}


def test_a_group_that_can_only_be_one_number_is_that_number() -> None:
    """Fewer than two, and somebody, is one; just over one is two."""
    assert Counted(share="100 %", out_of="knappt 2").part == Range.exactly(1)
    assert Counted(share="över 0 %", out_of="mellan 2 och 2").part == Range(low=Fraction(1, 2), high=Fraction(1))


# What cannot be


@pytest.mark.parametrize(
    ("make", "en", "sv"),
    [
        (
            lambda: Counted(out_of=10),
            "write how many it was under count, or the share under share",
            "skriv hur många det var under count, eller andelen under share",
        ),
        (
            lambda: Counted(count=-1),
            "a count is a whole number from zero, not -1",
            "ett antal är ett heltal från noll, inte -1",
        ),
        (
            lambda: Counted(count="4,5"),
            "a count is a whole number from zero, not 4,5",
            "ett antal är ett heltal från noll, inte 4,5",
        ),
        (
            lambda: Counted(count="färre än 0"),
            "a count is a whole number from zero, not färre än 0",
            "ett antal är ett heltal från noll, inte färre än 0",
        ),
        (
            lambda: Counted(count=11, out_of=10),
            "11 out of 10 is more than there are; correct one of them",
            "11 av 10 är fler än det finns; rätta det ena",
        ),
        (
            lambda: Counted(count="över 10", out_of=10),
            "över 10 out of 10 is more than there are; correct one of them",
            "över 10 av 10 är fler än det finns; rätta det ena",
        ),
        (
            lambda: Counted(share="102 %"),
            "a share of a group is from 0 % to 100 %, not 102 %",
            "en andel av en grupp är från 0 % till 100 %, inte 102 %",
        ),
        (
            lambda: Counted(share="över 100 %"),
            "a share of a group is from 0 % to 100 %, not över 100 %",
            "en andel av en grupp är från 0 % till 100 %, inte över 100 %",
        ),
        (
            lambda: Counted(share="under 0 %"),
            "a share of a group is from 0 % to 100 %, not under 0 %",
            "en andel av en grupp är från 0 % till 100 %, inte under 0 %",
        ),
        (
            lambda: Counted(share="-5 %"),
            "a share of a group is from 0 % to 100 %, not -5 %",
            "en andel av en grupp är från 0 % till 100 %, inte -5 %",
        ),
        (
            lambda: Answers(answers={"mycket": 1, "lte": 2}, scale=("mycket", "lite")),
            'the scale has no "lte"; did you mean "lite"?',
            'skalan har inget "lte"; menades "lite"?',
        ),
        (
            lambda: Answers(answers={"ja": 1}, scale=("ja", "nej", "ja")),
            '"ja" is on the scale twice; write it once',
            '"ja" står två gånger; skriv det en gång',
        ),
        (
            lambda: Answers(answers={"ja": 1, "nej": 1}),
            "the top 2 of 2 alternatives tells nothing; write top = 1",
            "de 2 högsta av 2 alternativ säger ingenting; skriv top = 1",
        ),
        (
            lambda: Answers(answers={"ja": 60, "nej": 41}, top=1, asked=100),
            "101 answered, but only 100 were asked; correct one of them",
            "101 har svarat, men bara 100 har fått frågan; rätta det ena",
        ),
        (
            lambda: Done(done=-1),
            "a count is a whole number from zero, not -1",
            "ett antal är ett heltal från noll, inte -1",
        ),
    ],
)
def test_what_cannot_have_been_measured_is_refused(make: Callable[[], object], en: str, sv: str) -> None:
    """With what to write instead."""
    with pytest.raises(TargetError) as error:
        make()
    assert (str(error.value), error.value.text("sv")) == (en, sv)


@tries(100)
@given(st.integers(0, 300), st.integers(0, 300))
def test_a_count_is_refused_where_it_is_more_than_there_are_and_only_there(count: int, out_of: int) -> None:
    """So that nothing possible is refused."""
    refused = False
    try:
        Counted(count=count, out_of=out_of)
    except TargetError:
        refused = True
    assert refused == (count > out_of)

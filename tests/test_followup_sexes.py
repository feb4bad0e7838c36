"""Women and men: the gap between their shares, its direction, and when it says nothing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.followup import Counted, SexGap

people = st.integers(1, 400).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


def gap(women: tuple[int, int], men: tuple[int, int]) -> SexGap:
    (count, base), (other, others) = women, men
    return SexGap(women=Counted(count=count, out_of=base), men=Counted(count=other, out_of=others))


@given(people, people)
def test_the_gap_is_the_one_share_less_the_other(women: tuple[int, int], men: tuple[int, int]) -> None:
    """Exactly, and the other way round with its sign turned."""
    found, mirrored = gap(women, men).gap, gap(men, women).gap
    assert found is not None
    assert mirrored is not None
    assert found.exact == Fraction(*women) - Fraction(*men)
    assert mirrored == found.negative()


@given(people, people)
def test_a_gap_that_one_person_turns_says_nothing(women: tuple[int, int], men: tuple[int, int]) -> None:
    """One person of the smaller group more or less, tried out."""
    sign = Fraction(*women) - Fraction(*men)
    (count, base), (other, others) = women, men
    if base <= others:
        turned = [Fraction(count + step, base) - Fraction(*men) for step in (-1, 1)]
    else:
        turned = [Fraction(*women) - Fraction(other + step, others) for step in (-1, 1)]
    assert gap(women, men).says_something is all(each * sign > 0 for each in turned)


@pytest.mark.parametrize(
    ("women", "men", "en", "sv"),
    [
        (
            Counted(count=30, out_of=50),
            Counted(count=20, out_of=40),
            "women 10 percentage points above men",
            "kvinnor 10 procentenheter över män",
        ),
        (
            Counted(count=20, out_of=40),
            Counted(count=30, out_of=50),
            "men 10 percentage points above women",
            "män 10 procentenheter över kvinnor",
        ),
        (
            Counted(count=5, out_of=10),
            Counted(count=25, out_of=50),
            "the same for women and men",
            "samma för kvinnor och män",
        ),
        (
            Counted(count=5, out_of=10),
            Counted(count=28, out_of=50),
            "one person more or less would turn the gap between women and men: it says nothing",
            "en person mer eller mindre skulle vända skillnaden mellan kvinnor och män: den säger ingenting",
        ),
        (
            Counted(share="60 %"),
            Counted(share="50 %"),
            "women from 9 to 11 percentage points above men",
            "kvinnor från 9 till 11 procentenheter över män",
        ),
        (
            Counted(share="50 %"),
            Counted(share="50 %"),
            "the gap between women and men is too imprecise to tell",
            "skillnaden mellan kvinnor och män är för oprecis för att avgöra",
        ),
    ],
)
def test_the_gap_in_words(women: Counted, men: Counted, en: str, sv: str) -> None:
    text = SexGap(women=women, men=men).text
    assert text is not None
    assert (str(text), text.to("sv")) == (en, sv)


def test_where_there_are_no_shares_there_is_no_gap() -> None:
    """Seven women and five men do not say out of how many."""
    apart = SexGap(women=Counted(count=7), men=Counted(count=5))
    assert (apart.gap, apart.text, apart.says_something) == (None, None, None)

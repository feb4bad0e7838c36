from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.language import LANGUAGES, Choice, Language, Text
from names import NAMES

texts = st.builds(Text, en=st.text(), sv=st.text())


@given(texts)
def test_a_text_is_in_swedish_and_in_english(text: Text) -> None:
    assert [text.to(language) for language in LANGUAGES] == [text.sv, text.en]


@given(texts)
def test_a_text_is_english_unless_told_otherwise(text: Text) -> None:
    """What a developer prints, and what an error says, is English."""
    assert str(text) == text.en


@given(texts)
def test_repr_builds_the_text_again(text: Text) -> None:
    assert eval(repr(text)) == text


def test_there_are_two_languages() -> None:
    assert LANGUAGES == get_args(Language) == ("sv", "en")


@pytest.mark.parametrize("choice", [each for kind in Choice.__subclasses__() for each in kind])
def test_a_choice_is_its_word_and_its_repr_builds_it_again(choice: Choice) -> None:
    """In a file it is the word, in Python the member."""
    assert f"{choice}" == choice.value == choice
    assert eval(repr(choice), NAMES) is choice

import copy
import pickle
import pkgutil
import re
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import finsam
from finsam import language
from finsam.language import LANGUAGES, Choice, Language, Text, shown, visible, whole
from finsam.organisations import Party
from names import NAMES
from strategies import amounts

texts = st.builds(Text, en=st.text(), sv=st.text())
printable = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")))
values = printable | st.integers(-9_999, 9_999) | amounts()

PAYS = Text(en="{name} pays {amount}", sv="{name} betalar {amount}")


def sentences() -> Iterator[Text]:
    """Every sentence that stands in a module of finsam, by itself or in a table."""
    for module in pkgutil.walk_packages(finsam.__path__, "finsam."):
        if "__" not in module.name:
            yield from _texts_in(tuple(vars(import_module(module.name)).values()))


def _texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts_in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts_in(each)


def names_in(sentence: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", sentence))


@given(texts)
def test_a_text_is_in_swedish_and_in_english(text: Text) -> None:
    """A sentence without values is shown as it is, with whatever braces it has."""
    assert [text.to(language) for language in LANGUAGES] == [text.sv, text.en]


@given(texts)
def test_a_text_is_english_unless_told_otherwise(text: Text) -> None:
    """What a developer prints, and what an error says, is English."""
    assert str(text) == text.to("en")


@given(values, values)
def test_a_sentence_is_shown_with_its_values_and_keeps_them(name: object, amount: object) -> None:
    """People read the sentence, and machines the values as they were given."""
    said = PAYS(name=name, amount=amount)
    assert said.to("en") == f"{name} pays {amount}"
    assert said.to("sv") == f"{name} betalar {amount}"
    assert said.values == {"name": name, "amount": amount}


@given(st.lists(texts, min_size=1))
def test_a_text_in_a_sentence_is_in_the_language_of_the_sentence(several: list[Text]) -> None:
    """So no Swedish sentence has an English name in it."""
    said = PAYS(name=several[0], amount=tuple(several))
    assert said.to("en") == f"{several[0].en} pays {', '.join(each.en for each in several)}"
    assert said.to("sv") == f"{several[0].sv} betalar {', '.join(each.sv for each in several)}"


@given(texts | st.builds(PAYS, name=values, amount=texts | values))
def test_repr_builds_the_text_again(text: Text) -> None:
    assert eval(repr(text), NAMES) == text


@given(texts | st.builds(PAYS, name=values, amount=texts | values))
def test_a_text_is_copied_and_sent_as_it_is(text: Text) -> None:
    """To another process, or into a set."""
    assert copy.deepcopy(text) == pickle.loads(pickle.dumps(text)) == text
    assert {copy.copy(text), text} == {text}


def test_every_sentence_has_the_same_values_in_both_languages() -> None:
    """A value that one of them forgets is a message that says less."""
    every = sorted(set(sentences()), key=str)
    assert len(every) > 300
    assert [each for each in every if names_in(each.en) != names_in(each.sv)] == []


@pytest.mark.parametrize(
    ("given_values", "names"), [({}, []), ({"name": "Habo"}, ["name"]), ({"namn": 1, "amount": 2}, ["amount", "namn"])]
)
def test_a_sentence_is_given_the_values_that_it_names_and_no_others(
    given_values: dict[str, object], names: list[str]
) -> None:
    with pytest.raises(TypeError) as error:
        PAYS(**given_values)
    assert str(error.value) == f"'{{name}} pays {{amount}}' has ['amount', 'name'], not {names}"


@pytest.mark.parametrize(
    ("value", "en", "sv"),
    [
        (42_659, "42 659", "42 659"),
        (-42_659, "-42 659", "-42 659"),
        (9_999, "9999", "9999"),
        (2027, "2027", "2027"),
        (True, "True", "True"),
        ("Habo", "Habo", "Habo"),
        (Party.STATE, "the state", "staten"),
        ((Party.STATE, "Habo", 42_659), "the state, Habo, 42 659", "staten, Habo, 42 659"),
        ((), "", ""),
    ],
)
def test_a_value_is_shown_as_it_stands_in_a_sentence(value: object, en: str, sv: str) -> None:
    """A number of four figures can be a year, and has no space."""
    assert (shown(value, "en"), shown(value, "sv")) == (en, sv)


@given(st.text())
def test_a_value_is_shown_and_never_obeyed(text: str) -> None:
    """What somebody wrote in a file breaks no line and moves no cursor."""
    said = shown(text, "sv")
    assert [each for each in said if unicodedata.category(each) in ("Cc", "Zl", "Zp")] == []
    assert visible(said) == said


@given(printable)
def test_what_can_be_printed_is_shown_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Habo\nMullsjö", "Habo Mullsjö"),
        ("Habo\tMullsjö", "Habo Mullsjö"),
        ("Habo\x1b[31m", "Habo\\x1b[31m"),
        ("Habo\u202eöjslluM", "Habo\\u202eöjslluM"),
        ("8\u00a0054 kr", "8\u00a0054 kr"),
    ],
)
def test_what_cannot_be_printed_is_a_space_or_an_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("number", "figures"), [(0, "0"), (999, "999"), (1_000, "1 000"), (-42_659, "-42 659"), (10**9, "1 000 000 000")]
)
def test_a_whole_number_is_written_with_a_space_between_thousands(number: int, figures: str) -> None:
    assert whole(number) == figures


def test_a_further_language_is_a_catalogue_of_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the catalogue does not have is English, and so are the values that it does not have."""
    monkeypatch.setattr(language, "CATALOGUES", {"fi": {PAYS.en: "{name} maksaa {amount}"}})
    finnish: Language = "fi"  # type: ignore[assignment]  # as somebody adds it
    assert PAYS(name="Habo", amount=Party.STATE).to(finnish) == "Habo maksaa the state"
    assert Text(en="{name} left", sv="{name} lämnade")(name="Habo").to(finnish) == "Habo left"


def test_there_are_two_languages() -> None:
    assert LANGUAGES == get_args(Language) == ("sv", "en")


@pytest.mark.parametrize("choice", [each for kind in Choice.__subclasses__() for each in kind])
def test_a_choice_is_its_word_and_its_repr_builds_it_again(choice: Choice) -> None:
    """In a file it is the word, in Python the member."""
    assert f"{choice}" == choice.value == choice
    assert eval(repr(choice), NAMES) is choice
    assert copy.deepcopy(choice) is pickle.loads(pickle.dumps(choice)) is choice


@pytest.mark.parametrize("choice", [each for kind in Choice.__subclasses__() for each in kind])
def test_a_choice_has_a_label_in_both_languages(choice: Choice) -> None:
    """Its word, where that is what people read."""
    assert choice.label.to("en").strip()
    assert choice.label.to("sv").strip()

"""Every sentence that finsam has for people: the same values in both languages, and all of them shown."""

import pkgutil
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from string import Formatter
from types import ModuleType

import attrs
import pytest

import finsam
from finsam.language import LANGUAGES, Choice, Text

MODULES: list[ModuleType] = [
    import_module(each.name)
    for each in pkgutil.walk_packages(finsam.__path__, "finsam.")
    if each.name != "finsam.__main__"
]
LEFT_OVER = re.compile(r"{\w*}")


def texts_in(value: object, seen: set[int]) -> Iterator[Text]:
    """Every text in a value of finsam: in tables and rules, in a choice's words, and in the values of another text."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Text):
        yield value
    for part in _parts(value):
        yield from texts_in(part, seen)


def _parts(value: object) -> tuple[object, ...]:
    if isinstance(value, Mapping):
        return (*value.keys(), *value.values())
    if isinstance(value, tuple | list | set | frozenset):
        return tuple(value)
    if isinstance(value, type):
        own = value.__module__.startswith("finsam") and not value.__module__.startswith("finsam.language")
        return tuple(value) if issubclass(value, Choice) else tuple(vars(value).values()) if own else ()
    if isinstance(value, Choice):
        return (value.label,)
    kind: type = type(value)
    if attrs.has(kind):
        return tuple(getattr(value, each.name) for each in attrs.fields(kind))
    return ()


def _sentences() -> dict[str, list[Text]]:
    """The texts of each module, without those that stand in another before it."""
    seen: set[int] = set()
    return {
        module.__name__: [
            text for name, value in vars(module).items() if not name.startswith("__") for text in texts_in(value, seen)
        ]
        for module in MODULES
    }


SENTENCES = _sentences()
every_module = pytest.mark.parametrize("module", [name for name, texts in SENTENCES.items() if texts])


def names_in(sentence: str) -> set[str]:
    """The values that a sentence names: the single words in braces."""
    return {*re.findall(r"{(\w+)}", sentence)}


def asked_for(sentence: str) -> set[str | None]:
    """What Python asks for, to show a sentence with its values."""
    return {name for _, name, _, _ in Formatter().parse(sentence)} - {None}


def named(text: Text) -> Text:
    """The text with a value in each of its places that can be told from all else."""
    return text(**{name: f"‹{name}›" for name in names_in(text.en)}) if names_in(text.en) else text


def test_the_sentences_of_the_whole_package_are_found() -> None:
    """Messages, labels, headings, the reasons and grounds of the rules, and the names in the law."""
    assert sum(map(len, SENTENCES.values())) > 600
    every = {text for texts in SENTENCES.values() for text in texts}
    assert {finsam.checks.rule("F104").reason, finsam.Severity.ERROR.label, finsam.law.STATE_SHARE.name} <= every


@every_module
def test_both_languages_name_the_same_values(module: str) -> None:
    """A value that one of them forgets is a message that says less."""
    for text in SENTENCES[module]:
        assert names_in(text.en) == names_in(text.sv), text


@every_module
def test_a_sentence_that_has_values_asks_for_nothing_else(module: str) -> None:
    """One that has none is shown as it is, whatever its braces."""
    for text in SENTENCES[module]:
        if names := names_in(text.en):
            assert asked_for(text.en) == asked_for(text.sv) == names, text


@every_module
def test_every_sentence_is_shown_with_all_its_values_and_no_braces_left(module: str) -> None:
    """What is in braces is a value; where a brace is meant, as in what to write in a file, it is one."""
    for text in SENTENCES[module]:
        said = text if text.values else named(text)
        for language in LANGUAGES:
            shown = said.to(language)
            assert LEFT_OVER.search(shown) is None, text
            assert "{{" not in shown, text
            assert "}}" not in shown, text
            if not text.values:
                assert {*re.findall(r"‹(\w+)›", shown)} == names_in(text.en), text


@every_module
def test_a_text_that_has_its_values_has_those_that_it_names(module: str) -> None:
    """And one without names has none."""
    for text in SENTENCES[module]:
        assert text.values.keys() in (names_in(text.en), set()), text


@every_module
def test_a_sentence_has_no_space_too_many(module: str) -> None:
    """Two sentences that are put together in the source have one space between them."""
    for text in SENTENCES[module]:
        for sentence in (text.en, text.sv):
            assert "  " not in sentence, text

import copy
import pickle
import re

import pytest
from attrs import evolve

from finsam import FileError, FinsamError, errors
from finsam.errors import AmountError, FundingError, Problem, UnknownNameError, at, suggestion, written
from finsam.language import Text
from names import NAMES

RAISED = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, FinsamError)]

MISSING = Text(en="{name} is missing; write it", sv="{name} saknas; skriv den")(name="total")
EMPTY = Text(en="is empty", sv="är tom")
NO_MEMBER = Text(en='there is no member "{name}"', sv='det finns ingen medlem "{name}"')


def an(error: type[FinsamError]) -> FinsamError:
    """One of that class, as it is raised."""
    if error is UnknownNameError:
        return UnknownNameError(NO_MEMBER, "Eksjo", ["Aneby", "Eksjö"])
    problem = Problem(message=MISSING, path=("funding", "total"), place="funding.total", line=3, rests_on=("costs",))
    return FileError("plan.toml", problem, EMPTY) if error is FileError else error(problem, EMPTY)


EVERY_KIND = [an(error) for error in RAISED]


@pytest.mark.parametrize("error", RAISED)
def test_every_error_is_one_of_finsam_and_the_built_in_one_that_it_resembles(error: type[FinsamError]) -> None:
    """So `except FinsamError` catches all of them, and `except ValueError` what it is expected to."""
    assert error is FinsamError or issubclass(error, ValueError | LookupError | TypeError | ImportError)


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    drawn = re.findall(r"^    ([ │├└─]*)(\w+Error)\b", errors.__doc__ or "", re.MULTILINE)
    above: dict[int, str] = {}
    parents = {}
    for indent, name in drawn:
        above[len(indent)] = name
        parents[name] = above.get(len(indent) - 4)
    assert parents.pop("FinsamError") is None
    assert parents == {error.__name__: error.__bases__[0].__name__ for error in RAISED if error is not FinsamError}


def test_every_error_is_public() -> None:
    assert {error.__name__ for error in RAISED} <= set(errors.__all__)


# Every error goes where it is sent, whole and in both languages.


def parts(error: FinsamError) -> list[object]:
    """All that somebody can see of an error; two problems are equal whatever they rest on."""
    texts = error.text("en"), error.text("sv"), str(error)
    rests_on = [problem.rests_on for problem in error.problems]
    return [type(error), texts, error.problems, rests_on, error.message, error.args, getattr(error, "file", None)]


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("error", EVERY_KIND, ids=lambda error: type(error).__name__)
def test_every_error_comes_whole_from_another_process(error: FinsamError, protocol: int) -> None:
    """An analyst who checks seventy plans at once learns as much as one who checks one."""
    assert parts(pickle.loads(pickle.dumps(error, protocol))) == parts(error)


@pytest.mark.parametrize("error", EVERY_KIND, ids=lambda error: type(error).__name__)
def test_every_error_can_be_copied(error: FinsamError) -> None:
    assert parts(copy.copy(error)) == parts(error)
    assert parts(copy.deepcopy(error)) == parts(error)


@pytest.mark.parametrize("error", EVERY_KIND, ids=lambda error: type(error).__name__)
def test_every_error_is_english_and_gives_swedish(error: FinsamError) -> None:
    """`str` is for developers; people choose."""
    expected = {
        UnknownNameError: (
            'there is no member "Eksjo"; did you mean "Eksjö"?',
            'det finns ingen medlem "Eksjo"; menades "Eksjö"?',
        ),
        FileError: (
            "plan.toml: line 3, funding.total: total is missing; write it\nplan.toml: is empty",
            "plan.toml: rad 3, funding.total: total saknas; skriv den\nplan.toml: är tom",
        ),
    }
    en, sv = expected.get(
        type(error),
        (
            "line 3, funding.total: total is missing; write it; is empty",
            "rad 3, funding.total: total saknas; skriv den; är tom",
        ),
    )
    assert (str(error), error.text("en"), error.text("sv")) == (en, en, sv)


def test_an_error_has_its_reasons_with_their_places_and_values() -> None:
    """A machine reads what is wrong from the values, and where from the path."""
    error = FundingError(at(MISSING, "total", "2027"), EMPTY)
    assert error.problems == (Problem(message=MISSING, path=("total", "2027")), Problem(message=EMPTY))
    assert (error.message, error.message.values) == (MISSING, {"name": "total"})


# What is wrong, and where.


def test_a_problem_is_written_after_its_place() -> None:
    problem = Problem(message=MISSING, place="funding")
    assert str(problem) == "funding: total is missing; write it"
    assert problem.text("sv") == "funding: total saknas; skriv den"


def test_a_problem_is_written_after_its_line() -> None:
    problem = Problem(message=MISSING, line=3)
    assert (str(problem), problem.text("sv")) == (
        "line 3: total is missing; write it",
        "rad 3: total saknas; skriv den",
    )
    problem = evolve(problem, place="funding", line=10_000)
    assert str(problem) == "line 10000, funding: total is missing; write it"


def test_a_problem_of_the_whole_file_has_no_place() -> None:
    assert str(Problem(message=EMPTY)) == "is empty"


def test_repr_builds_the_problem_again() -> None:
    problem = Problem(message=MISSING, path=("costs", 1), place="costs[2]", line=3, rests_on=("interventions",))
    again = eval(repr(problem), NAMES)
    assert again == problem
    assert again.rests_on == problem.rests_on


def test_a_problem_is_the_same_whatever_it_rests_on() -> None:
    """What it says, and where, is what it is."""
    assert Problem(message=EMPTY, rests_on=("costs",)) == Problem(message=EMPTY)
    assert Problem(message=EMPTY, path=("costs",)) != Problem(message=EMPTY)


def test_a_file_that_is_not_a_plan_says_everything_that_is_wrong_with_it() -> None:
    problems = [Problem(place="year", line=3, message=MISSING), Problem(message=EMPTY)]
    error = FileError("plan.toml", *problems)
    assert str(error) == "plan.toml: line 3, year: total is missing; write it\nplan.toml: is empty"
    assert (error.file, error.problems) == ("plan.toml", tuple(problems))


# What was meant, and what was given.


@pytest.mark.parametrize(
    ("name", "known", "en", "sv"),
    [
        ("Eksjo", ["Aneby", "Eksjö"], '; did you mean "Eksjö"?', '; menades "Eksjö"?'),
        ("EKSJÖ", ["Aneby", "Eksjö"], '; did you mean "Eksjö"?', '; menades "Eksjö"?'),
        ("Lund", ["Aneby", "Eksjö"], '; there is "Aneby", "Eksjö"', '; det finns "Aneby", "Eksjö"'),
        ("Lund", [], "", ""),
        (
            "Lund",
            ["Habo"] * 15,
            "; there is " + ", ".join(['"Habo"'] * 15),
            "; det finns " + ", ".join(['"Habo"'] * 15),
        ),
        ("Lund", ["Habo"] * 16, "", ""),
    ],
)
def test_a_suggestion_is_the_nearest_name_or_the_few_there_are(name: str, known: list[str], en: str, sv: str) -> None:
    """A list of more than fifteen would hide the message."""
    near = suggestion(name, known)
    assert (str(near), near.to("sv")) == (en, sv)
    error = UnknownNameError(NO_MEMBER, name, known)
    assert str(error) == f'there is no member "{name}"{en}'
    assert error.text("sv") == f'det finns ingen medlem "{name}"{sv}'


@pytest.mark.parametrize(
    ("value", "en", "sv"),
    [
        ("Lund", '"Lund"', '"Lund"'),
        (True, "true", "true"),
        (2023, "2023", "2023"),
        (42_659, "42659", "42659"),
        (2**100, "a number of more than thirty digits", "ett tal med mer än trettio siffror"),
        (-(2**100), "a number of more than thirty digits", "ett tal med mer än trettio siffror"),
        ({"a": 1}, "a table", "en tabell"),
        ([1], "a list", "en lista"),
        ((1,), "a list", "en lista"),
        ("x" * 58, f'"{"x" * 58}"', f'"{"x" * 58}"'),
        ("x" * 59, f'"{"x" * 56}...', f'"{"x" * 56}...'),
    ],
)
def test_a_value_is_shown_as_it_stands_in_a_file(value: object, en: str, sv: str) -> None:
    """In TOML's words, and never so long that it hides the message."""
    assert (str(written(value)), written(value).to("sv")) == (en, sv)


def test_what_was_given_is_shown_whatever_braces_it_has() -> None:
    """What somebody wrote is never taken for a part of the sentence."""
    sentence = Text(en="{given} is no amount", sv="{given} är inget belopp")
    assert str(AmountError(sentence(given=written("{name} {0}")))) == '"{name} {0}" is no amount'

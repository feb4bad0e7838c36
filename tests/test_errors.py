import re

import pytest

from finsam import FinsamError, PlanFileError, errors
from finsam.errors import Problem, UnknownNameError, shown, suggestion

RAISED = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, FinsamError)]


@pytest.mark.parametrize("error", RAISED)
def test_every_error_is_one_of_finsam_and_the_built_in_one_that_it_resembles(error: type[FinsamError]) -> None:
    """So `except FinsamError` catches all of them, and `except ValueError` what it is expected to."""
    assert error is FinsamError or issubclass(error, ValueError | LookupError)


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


def test_a_problem_is_written_after_its_place() -> None:
    assert str(Problem(place="funding.total", message="is missing")) == "funding.total: is missing"


def test_a_problem_of_the_whole_file_has_no_place() -> None:
    assert str(Problem(place="", message="is not UTF-8")) == "is not UTF-8"


def test_repr_builds_the_problem_again() -> None:
    problem = Problem(place="year", message="is missing")
    assert eval(repr(problem)) == problem


def test_a_file_that_is_not_a_plan_says_everything_that_is_wrong_with_it() -> None:
    problems = [Problem(place="line 3", message="is not TOML"), Problem(place="", message="is empty")]
    error = PlanFileError("plan.toml", problems)
    assert str(error) == "plan.toml: line 3: is not TOML\nplan.toml: is empty"
    assert (error.file, error.problems) == ("plan.toml", tuple(problems))


@pytest.mark.parametrize(
    ("name", "known", "end"),
    [
        ("Eksjo", ["Aneby", "Eksjö"], "; did you mean 'Eksjö'?"),
        ("EKSJÖ", ["Aneby", "Eksjö"], "; did you mean 'Eksjö'?"),
        ("Lund", ["Aneby", "Eksjö"], "; there is 'Aneby', 'Eksjö'"),
        ("Lund", [], ""),
        ("Lund", ["Habo"] * 9, ""),
    ],
)
def test_a_suggestion_is_the_nearest_name_or_the_few_there_are(name: str, known: list[str], end: str) -> None:
    """A list of more than eight would hide the message."""
    assert suggestion(name, known) == end
    assert str(UnknownNameError("member", name, known)) == f"there is no member {name!r}{end}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Lund", '"Lund"'),
        (True, "true"),
        (2023, "2023"),
        (2**100, "a number of more than thirty digits"),
        (-(2**100), "a number of more than thirty digits"),
        ({"a": 1}, "a table"),
        ([1], "a list"),
        ("x" * 58, f'"{"x" * 58}"'),
        ("x" * 59, f'"{"x" * 56}...'),
    ],
)
def test_a_value_is_shown_as_it_stands_in_a_file(value: object, text: str) -> None:
    """In TOML's words, and never so long that it hides the message."""
    assert shown(value) == text

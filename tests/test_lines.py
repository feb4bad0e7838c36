"""On which line of a file everything stands: what a message is worth in a file of two hundred lines."""

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from content_strategies import whole_plans
from finsam import OperationalPlan, dumps
from finsam.files.lines import line_of, lines
from finsam.files.toml import text_of
from finsam.place import Path
from strategies import tries


def leaves(tree: Any, above: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Everything at the ends of the tables, each with its path."""
    if isinstance(tree, dict | list):
        for step, each in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from leaves(each, (*above, step))
    else:
        yield above, tree


def marked(tree: Any, marks: Iterator[int]) -> Any:
    """The same tables with a mark, which no drawn text has, before each text or in place of any other value."""
    if isinstance(tree, dict):
        return {key: marked(each, marks) for key, each in tree.items()}
    if isinstance(tree, list):
        return [marked(each, marks) for each in tree]
    return f"¤{next(marks)}¤" + (tree if isinstance(tree, str) else "")


def lines_of_marks(text: str) -> dict[str, int]:
    """On which line the value begins that has each mark; text of several lines begins before its first line break."""
    found = re.finditer(r"""(?:\"{3}|'{3})\\?\n(¤\d+¤)|(¤\d+¤)""", text)
    return {each[1] or each[2]: text.count("\n", 0, each.start()) + 1 for each in found}


# Laws


@tries(20)
@given(whole_plans())
def test_every_value_of_a_file_stands_on_its_line(plan: OperationalPlan) -> None:
    """What is before it there is its key, or it is one of a list and stands there itself."""
    text = dumps(plan)
    within, rows = lines(text), text.splitlines()
    for path, value in leaves(tomllib.loads(text)):
        row, last = rows[(line_of(path, within) or 0) - 1], path[-1]
        if isinstance(last, str):
            written = f"{re.escape(last)}|{re.escape(json.dumps(last, ensure_ascii=False))}"
            assert re.search(rf"(?<![^\s.{{])({written}) = ", row)
        elif isinstance(value, str):
            assert json.dumps(value[:30], ensure_ascii=False)[:-1] in row or '"""' in row
        else:
            assert str(value) in row.replace("_", "")


@tries(20)
@given(whole_plans())
def test_no_two_values_are_taken_for_one_another(plan: OperationalPlan) -> None:
    """Each value has a mark, and its line is the one on which the mark stands, however alike the rows are."""
    text = text_of(marked(tomllib.loads(dumps(plan)), iter(range(10_000))))
    within, marks = lines(text), lines_of_marks(text)
    for path, value in leaves(tomllib.loads(text)):
        assert line_of(path, within) == marks[value[: value.index("¤", 1) + 1]]


KEYS = st.sampled_from(["a", "b", "c", "2027", '"a"', "'b'", '"a.b"', '"å = 1"', r'"\""', "'#'"])
TREES = st.recursive(
    st.none(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
)
COMMENTS = st.sampled_from(["", "", "\n", "# [a]\n", '# b = "\n', "  # '''\n"])


def as_value(draw: DrawFn, tree: Any, marks: Iterator[int]) -> str:
    """What stands behind the equals sign."""
    if isinstance(tree, dict):
        pairs = [f"{key} = {as_value(draw, each, marks)}" for key, each in tree.items()]
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(tree, list):
        start, between = draw(st.sampled_from([("", ", "), ("\n", ",\n"), (" # [\n", ", # ]\n\n"), ("", ",\n")]))
        return f"[{start}{between.join(as_value(draw, each, marks) for each in tree)}]"
    quoted = [
        *('"{}"', "'{}'", '"{}, # \\" = ]"', "'{}\\'"),
        *("'''{}\n= \" ]\n'''", "'''\n{}'''''", '"""\n{}\\"""\n"""', '"""\\\n{}"""', '"""{}"""""'),
    ]
    return draw(st.sampled_from(quoted)).format(f"¤{next(marks)}¤")


def as_table(draw: DrawFn, tree: dict[str, Any], marks: Iterator[int], header: str = "") -> str:
    """The lines of a table, and of those that have headers of their own."""
    text, below = "", ""
    for key, each in tree.items():
        text += draw(COMMENTS)
        rows = each if isinstance(each, list) else [each]
        if rows and all(isinstance(row, dict) for row in rows) and draw(st.booleans()):
            for row in rows:
                opening = f"[[{header}{key}]]" if isinstance(each, list) else f"[ {header}{key} ]"
                below += f"{draw(COMMENTS)}{opening}\n{as_table(draw, row, marks, f'{header}{key} . ')}"
        elif isinstance(each, dict) and each and draw(st.booleans()):
            text += "".join(f"{key} . {inner} = {as_value(draw, value, marks)}\n" for inner, value in each.items())
        else:
            text += f"  {key}= {as_value(draw, each, marks)} # of {key}\n"
    return text + below


@st.composite
def texts_of_toml(draw: DrawFn) -> str:
    """TOML as anybody may write it: with tables in brackets, in braces and by dots, and with comments anywhere."""
    return as_table(draw, draw(st.dictionaries(KEYS, TREES, max_size=4)), iter(range(1_000)))


def is_toml(text: str) -> bool:
    """Whether no key stands twice, in quotes and without."""
    try:
        return bool(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        return False


@tries(200)
@given(texts_of_toml().filter(is_toml))
def test_the_lines_are_right_however_the_file_is_written(text: str) -> None:
    """With any quotes, brackets, dots, line breaks and comments that TOML has."""
    within, marks = lines(text), lines_of_marks(text)
    for path, value in leaves(tomllib.loads(text)):
        [mark] = re.findall(r"¤\d+¤", value)
        assert line_of(path, within) == marks[mark]


# Examples

FILE = '''\
# A plan. [not.a.table]
format = 1 # = 2

vision = """
Alla ska ha
ett = "arbete" # och mer
"""
tasks = [ # three of them
    "en", "två",

    # [tre]
    "tre",
]
association.name = 'Bygden'
association . "region" = """Region "Halland\\""""

[[association.municipalities]]
name = "Habo"

[[association.municipalities]] # the second
joined = 2011-04-01
name = "Mullsjö"

["a.b" . c]
"d.e" = { f = [
    1.5, { g = 2027-05-01 10:00:00,  "h i" = [
        true ] } ], j.k = -1_000 }
[[x.y]]
[[x.y]]
[x.y.z]
w = { }
[x]
v = [[], [
  []]]
'''


def test_the_examples_are_a_file() -> None:
    """All of it is TOML."""
    assert tomllib.loads(FILE)["association"]["region"] == 'Region "Halland"'


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("format",), 2),
        (("vision",), 4),
        (("tasks",), 8),
        (("tasks", 0), 9),
        (("tasks", 1), 9),
        (("tasks", 2), 12),
        (("association", "name"), 14),
        (("association", "region"), 15),
        (("association",), 14),
        (("association", "municipalities"), 17),
        (("association", "municipalities", 0), 17),
        (("association", "municipalities", 0, "name"), 18),
        (("association", "municipalities", 1), 20),
        (("association", "municipalities", 1, "joined"), 21),
        (("association", "municipalities", 1, "name"), 22),
        (("a.b",), 24),
        (("a.b", "c"), 24),
        (("a.b", "c", "d.e"), 25),
        (("a.b", "c", "d.e", "f"), 25),
        (("a.b", "c", "d.e", "f", 0), 26),
        (("a.b", "c", "d.e", "f", 1), 26),
        (("a.b", "c", "d.e", "f", 1, "g"), 26),
        (("a.b", "c", "d.e", "f", 1, "h i"), 26),
        (("a.b", "c", "d.e", "f", 1, "h i", 0), 27),
        (("a.b", "c", "d.e", "j"), 27),
        (("a.b", "c", "d.e", "j", "k"), 27),
        (("x", "y"), 28),
        (("x", "y", 0), 28),
        (("x", "y", 1), 29),
        (("x", "y", 1, "z"), 30),
        (("x", "y", 1, "z", "w"), 31),
        (("x",), 32),
        (("x", "v"), 33),
        (("x", "v", 0), 33),
        (("x", "v", 1), 33),
        (("x", "v", 1, 0), 34),
    ],
)
def test_tables_rows_and_values_have_lines(path: Path, line: int) -> None:
    """A table has that of its header, or else of what first names it; a row that of its first sign."""
    assert line_of(path, lines(FILE)) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("year",), None),
        (("association", "formed"), 14),
        (("association", "municipalities", 1, "left"), 20),
        (("association", "municipalities", 7, "name"), 17),
        (("tasks", 2, "name"), 12),
        (("x", "y", 0, "z"), 28),
    ],
)
def test_what_is_missing_has_the_line_of_what_it_is_missing_from(path: Path, line: int | None) -> None:
    """Of the nearest table or list that is there; what is missing from the file itself stands on no line."""
    assert line_of(path, lines(FILE)) == line


def test_lines_end_as_on_windows_or_as_elsewhere() -> None:
    """A carriage return is no line of its own."""
    within = lines(FILE.replace("\n", "\r\n"))
    assert all(line_of(path, within) == line_of(path, lines(FILE)) for path, _ in leaves(tomllib.loads(FILE)))

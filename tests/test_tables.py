"""Tables as text."""

from hypothesis import given
from hypothesis import strategies as st

from finsam.tables import WIDTH, Row, Table

WORDS = st.text("abcdeåäö ", min_size=1, max_size=60).filter(str.strip)
FIGURES = st.integers(-(10**9), 10**9).map(lambda number: f"{number:,}".replace(",", " "))


def tables(columns: int) -> st.SearchStrategy[Table]:
    """Tables of so many columns of amounts up to a thousand million."""
    cells = st.tuples(*[FIGURES] * columns)
    rows = st.lists(st.builds(Row, label=WORDS, cells=cells, sum=st.booleans()), max_size=5).map(tuple)
    return st.builds(Table, title=WORDS, headings=st.just(("budget 2027",) * columns), rows=rows)


def test_a_sum_has_a_rule_before_it() -> None:
    """A rule as wide as the table stands above a sum."""
    table = Table(
        title="Kostnader, kr",
        headings=("budget 2027",),
        rows=(Row(label="Styrelse", cells=("70 000",)), Row(label="Summa", cells=("70 000",), sum=True)),
    )
    assert str(table).splitlines() == [
        "Kostnader, kr   budget",
        "                  2027",
        "Styrelse        70 000",
        "----------------------",
        "Summa           70 000",
    ]


def test_a_long_label_goes_on_below_and_its_figures_stand_last() -> None:
    """A label takes as many lines as it needs where the columns leave too little room."""
    table = Table(
        title="Kostnader, kr",
        headings=("budget",) * 5,
        rows=(Row(label="Kompetensutveckling styrelse", cells=("7 030 000",) * 5),),
    )
    assert str(table).splitlines() == [
        "Kostnader, kr                 budget     budget     budget     budget     budget",
        "Kompetensutveckling",
        "  styrelse                 7 030 000  7 030 000  7 030 000  7 030 000  7 030 000",
    ]


def test_columns_without_room_go_on_below() -> None:
    """Where a terminal has no room for every column, the rest stand below, beside the labels again."""
    row = Row(label="Styrelse", cells=tuple(f"{year}-{year}" for year in range(2021, 2028)))
    table = Table(title="Budget", headings=tuple(map(str, range(2021, 2028))), rows=(row,))
    first, second = str(table).split("\n\n")
    assert first.split() == ["Budget", *map(str, range(2021, 2026)), "Styrelse", *row.cells[:5]]
    assert second.split() == ["Budget", "2026", "2027", "Styrelse", *row.cells[5:]]
    assert max(map(len, str(table).splitlines())) <= 80


def test_a_word_without_room_is_broken() -> None:
    """Where the columns leave no more room, the label keeps sixteen characters."""
    row = Row(label="Kompetensutvecklingsdag", cells=("7 030 000 000",) * 4)
    assert str(Table(title="", headings=("",) * 4, rows=(row,))).splitlines()[1:] == [
        "Kompetensutvecklings",
        "  dag" + " " * 15 + "  7 030 000 000" * 4,
    ]


def test_a_heading_has_a_word_a_line_and_ends_where_the_others_end() -> None:
    """Headings of one and of three words end on the same line, over which the title stands first."""
    table = Table(title="Budget, kr", headings=("2027", "prel. utfall 2026"), rows=())
    assert str(table).splitlines() == [
        "Budget, kr             prel.",
        "                      utfall",
        "                2027    2026",
    ]


def test_a_table_without_columns_is_its_title_and_labels() -> None:
    """Nothing needs a column."""
    assert str(Table(title="Bidrag", headings=(), rows=(Row(label="Habo", cells=()),))) == "Bidrag\nHabo"


@given(st.integers(0, 4).flatmap(tables))
def test_no_table_of_four_years_is_wider_than_a_terminal(table: Table) -> None:
    """A plan's three years and the year before them fit in 80 columns."""
    assert max(map(len, str(table).splitlines())) <= WIDTH == 80


@given(tables(3))
def test_no_figure_is_lost(table: Table) -> None:
    """Every cell of a row stands on one line, in its order."""
    lines = str(table).splitlines()
    for row in table.rows:
        assert any(line.endswith("  ".join(row.cells)) or _in_order(row.cells, line) for line in lines)


def _in_order(cells: tuple[str, ...], line: str) -> bool:
    """Whether the line has the cells one after the other."""
    at = 0
    for cell in cells:
        at = line.find(cell, at) + len(cell)
        if at < len(cell):
            return False
    return True

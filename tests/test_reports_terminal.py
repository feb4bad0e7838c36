"""Reports as text: eighty columns, with the figures to the right."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import kr, share
from finsam.language import LANGUAGES, Language, Text
from finsam.money import Money
from finsam.reports.parts import UNKNOWN, Content, Item, Report, Row, Section, Table
from finsam.reports.terminal import WIDTH, text
from strategies import amounts

WORDS = st.text("abcdeåäö ", min_size=1, max_size=60).filter(str.strip)


def tables(columns: int) -> st.SearchStrategy[Table]:
    """Tables of so many columns of amounts up to a thousand million."""
    cells = st.tuples(*[amounts(smallest=kr(-(10**9)), largest=kr(10**9))] * columns)
    rows = st.lists(st.builds(Row, label=WORDS, cells=cells, listed=st.booleans(), sum=st.booleans()), max_size=5)
    return st.builds(Table, title=WORDS, headings=st.just(("budget 2027",) * columns), rows=rows.map(tuple))


# Tables


@given(st.integers(0, 4).flatmap(tables))
def test_no_table_of_four_years_is_wider_than_a_terminal(table: Table) -> None:
    """A plan's three years and the year before them fit in 80 columns."""
    assert max(map(len, str(table).splitlines())) <= WIDTH == 80


@given(tables(3))
def test_no_figure_is_lost(table: Table) -> None:
    """Every amount of a row stands on one line, in its order."""
    lines = str(table).splitlines()
    for row in table.rows:
        figures = [cell.figures() for cell in row.cells if isinstance(cell, Money)]
        assert len(figures) == 3
        assert any(_in_order(figures, line) for line in lines)


def _in_order(figures: list[str], line: str) -> bool:
    """Whether the line has them one after the other."""
    at = 0
    for figure in figures:
        at = line.find(figure, at) + len(figure)
        if at < len(figure):
            return False
    return True


def test_a_sum_has_a_rule_before_it() -> None:
    """A rule as wide as the table stands above a sum."""
    table = Table(
        title="Kostnader, kr",
        headings=("budget 2027",),
        rows=(
            Row(label="Styrelse", cells=(kr(70_000),)),
            Row(label="Styrelsen", cells=(kr("69 999,50"),), listed=True),
            Row(label="Summa", cells=(kr(70_000),), sum=True),
        ),
    )
    assert str(table).splitlines() == [
        "Kostnader, kr      budget",
        "                     2027",
        "Styrelse           70 000",
        "- Styrelsen     69 999,50",
        "-------------------------",
        "Summa              70 000",
    ]


def test_a_long_label_goes_on_below_and_its_figures_stand_last() -> None:
    """A label takes as many lines as it needs where the columns leave too little room."""
    table = Table(
        title="Kostnader, kr",
        headings=("budget",) * 5,
        rows=(Row(label="Kompetensutveckling styrelse", cells=(kr(7_030_000),) * 5),),
    )
    assert str(table).splitlines() == [
        "Kostnader, kr                 budget     budget     budget     budget     budget",
        "Kompetensutveckling",
        "  styrelse                 7 030 000  7 030 000  7 030 000  7 030 000  7 030 000",
    ]


def test_columns_without_room_go_on_below() -> None:
    """Where a terminal has no room for every column, the rest stand below, beside the labels again."""
    cells = tuple(f"{year}-{year}" for year in range(2021, 2028))
    table = Table(
        title="Budget", headings=tuple(map(str, range(2021, 2028))), rows=(Row(label="Styrelse", cells=cells),)
    )
    first, second = str(table).split("\n\n")
    assert first.split() == ["Budget", *map(str, range(2021, 2026)), "Styrelse", *cells[:5]]
    assert second.split() == ["Budget", "2026", "2027", "Styrelse", *cells[5:]]
    assert max(map(len, str(table).splitlines())) <= 80


def test_a_word_without_room_is_broken() -> None:
    """Where the columns leave no more room, the label keeps twenty characters."""
    row = Row(label="Kompetensutvecklingsdag", cells=(kr(7_030_000_000),) * 4)
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


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (kr(1_234_567), "1 234 567"),
        (kr("-0,50"), "-0,50"),
        (share("17/250"), "6,8 %"),
        (share("1/3"), "~33,33 %"),
        (share("1/800"), "~0,13 %"),
        (Fraction(1), "100 %"),
        (42_659, "42 659"),
        (2_027, "2 027"),
        ("2027", "2027"),
        (UNKNOWN, "?"),
        (Text(en="share", sv="andel"), "share"),
        (None, ""),
    ],
)
def test_a_cell_is_shown_as_what_it_is(cell: Content, shown: str) -> None:
    """Amounts have spaces, a share that is rounded says so, and what there is nothing to know of is empty."""
    table = Table(title="", headings=("",), rows=(Row(label="a", cells=(cell,)),))
    assert str(table).splitlines()[1].removeprefix("a").strip() == shown


def test_words_of_ours_begin_with_a_capital_and_names_are_as_they_are() -> None:
    """The state is ours to write, and a row of the plan is the plan's; a table is in the language it is asked for."""
    ours, theirs = Text(en="the state", sv="staten"), "eget kapital"
    table = Table(
        title=Text(en="Who", sv="Vem"),
        headings=(Text(en="share", sv="andel"),),
        rows=(
            Row(label=ours, cells=(UNKNOWN,)),
            Row(label=theirs, cells=(ours,)),
            Row(label=ours, cells=(None,), listed=True),
        ),
    )
    assert text(table, "sv").splitlines() == [
        "Vem              andel",
        "Staten               ?",
        "eget kapital    staten",
        "- staten",
    ]
    assert str(table).splitlines()[:2] == ["Who                 share", "The state               ?"]


# Words


SENTENCES = st.text("abc åäö-,.", max_size=200) | st.text("0123456789 %kr", max_size=200)


@given(SENTENCES, st.integers(0, 3), st.booleans())
def test_no_word_of_an_item_is_lost(words: str, depth: int, listed: bool) -> None:
    """It takes as many lines as it needs, each at its depth or deeper."""
    said = text(Section(blocks=(Item(words=words, depth=depth, listed=listed),)))
    assert "".join(said.split()) == "".join((f"- {words}" if listed else words).split())
    assert all(len(line) <= WIDTH and line.startswith("  " * depth) for line in said.splitlines())


@pytest.mark.parametrize("amount", ["8 000 000 kr", "54,5 %", "-1 234,50 kr", "4 000"])
@pytest.mark.parametrize("padding", range(60, 80))
def test_an_amount_stays_on_one_line(amount: str, padding: int) -> None:
    """However long the sentence before it, an amount or a percentage is not broken."""
    said = text(Section(blocks=(Item(words=f"{'x' * padding} {amount} of it"),)))
    assert any(amount in line for line in said.splitlines())


def test_what_a_terminal_would_obey_is_shown() -> None:
    """A name in a file is not a way to write on the reader's screen, and a line break in it is no new line."""
    row = Row(label="Habo\n\x1b[2J", cells=("\u202e1",))
    said = str(Section(blocks=(Table(title="\x07", headings=("kr",), rows=(row,)), Item(words="a\tb\x1b]0;c"))))
    assert said.splitlines() == [
        r"\x07                 kr",
        r"Habo \x1b[2J    \u202e1",
        r"a b\x1b]0;c",
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Habo 2027\n\nMoney\n- 1 000 kr\n\n  deep\n\nKr\n\n    a\n\nlast"),
        ("sv", "Håbo 2027\n\nPengar\n- 1 000 kr\n\n  djupt\n\nKr\n\n    a\n\nsist"),
    ],
)
def test_a_report_is_its_sections_and_a_section_its_blocks(language: Language, expected: str) -> None:
    """A blank line stands between sections, and before a section or a table in another."""
    inner = Section(blocks=(Item(words=Text(en="deep", sv="djupt"), depth=1),))
    money = Section(
        title=Text(en="Money", sv="Pengar"),
        blocks=(
            Item(words=Text(en="{amount}", sv="{amount}")(amount=kr(1_000)), listed=True),
            inner,
            Table(title="Kr", headings=(), rows=()),
            Section(blocks=(Item(words="a", depth=2),)),
        ),
    )
    last = Section(blocks=(Item(words=Text(en="last", sv="sist")),))
    report = Report(title=Text(en="Habo {year}", sv="Håbo {year}")(year=2027), sections=(money, last))
    assert text(report, language) == expected
    assert (str(report) == expected) == (language == "en")


def test_every_language_has_a_report() -> None:
    """Swedish and English."""
    assert LANGUAGES == ("sv", "en")

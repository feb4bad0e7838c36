"""
The mistakes that people make in a plan's file: each is told once, in both languages, and mended as the message says.

Where the message gives what to write, the test writes just that; the plan is then the one that was meant.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from attrs import frozen

from finsam import FileError, load, loads
from finsam.files import with_lines
from finsam.language import LANGUAGES, Language
from mistakes import (
    BUDGET,
    CATEGORY,
    END,
    FORMED,
    MISTAKES,
    MUNICIPALITIES,
    NAME,
    OPENING,
    PARTIES,
    PLAN,
    REGION,
    SHARES,
    TARGETS,
    TOTAL,
    YEAR,
    Mistake,
    changed,
    opening,
    several,
    shares,
)


def told(text: str, language: Language) -> str:
    """All that is told of a text that is not a plan."""
    with pytest.raises(FileError) as caught:
        loads(text, name="plan.toml")
    return caught.value.text(language)


def test_nothing_is_wrong_but_the_mistakes() -> None:
    """The plan in which they are made is read, and no rule finds anything in it."""
    assert loads(PLAN).check() == ()


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mistake_is_told_once_and_whole(mistake: Mistake, language: Language) -> None:
    """What stands there, what should and how to write it, on which line; and nothing that follows from it."""
    assert told(mistake.text, language) == mistake.message(language)


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_the_file_mended_as_told_is_the_plan_that_was_meant(mistake: Mistake) -> None:
    """Whoever does as the message says has a file that is read, and read as it was meant."""
    mended = mistake.obeyed() if mistake.mended is None else changed(mistake.right, mistake.mended)
    assert loads(mended) == loads(changed(mistake.right, mistake.meant or mistake.right))


PARSER = re.compile(
    "Unclosed|Unterminated|Unescaped|Illegal|Invalid|Expected|Cannot|Duplicate|key/value|statement|declaration|"
    "inline|array|at line|end of document"
)
"""The words of the standard library's reader, which are for programmers."""

MARKS_OF_TOML = '"={}[],'
WORDS: Mapping[Language, str] = {"en": "line", "sv": "rad"}


@pytest.mark.parametrize("mark", MARKS_OF_TOML)
@pytest.mark.parametrize("times", [0, 2])
def test_every_mark_that_is_lost_or_doubled_is_told_on_its_line(mark: str, times: int) -> None:
    """Wherever it stands in the file, one thing is told, on that line, and not in the words of programmers."""
    for at in (index for index, each in enumerate(PLAN) if each == mark):
        text = PLAN[:at] + mark * times + PLAN[at + 1 :]
        with pytest.raises(tomllib.TOMLDecodeError):
            tomllib.loads(text)
        line = PLAN.count("\n", 0, at) + 1
        for language in LANGUAGES:
            said = told(text, language)
            assert said.startswith(f"plan.toml: {WORDS[language]} {line}: ")
            assert "\n" not in said
            assert not PARSER.search(said)


# What is no mistake

TOLERATED: Mapping[str, tuple[str, str]] = {
    "thousands in quotes": (OPENING, opening('"1100 tkr"')),
    "tsek": (OPENING, opening('"1 100 tsek"')),
    "millions in quotes": (OPENING, opening('"1,1 milj kr"')),
    "points in quotes": (OPENING, opening('"1.100.000"')),
    "SEK": (OPENING, opening('"1 100 000 SEK"')),
    "capitals": (OPENING, opening('"1 100 TKR"')),
    "no-break spaces in quotes": (OPENING, opening('"1\u00a0100\u202f000"')),
    "no underscores": (OPENING, opening("1100000")),
    "a plus": (OPENING, opening("+1_100_000")),
    "a share with a point": (SHARES, shares('"48.0 %"')),
    "a share without a space": (SHARES, shares('"48%"')),
    "a ratio": (SHARES, shares('"12/25"')),
    "a code": (SHARES, SHARES.replace('"Vara"', '"1470"')),
    "codes": (MUNICIPALITIES, 'municipalities = ["1494", "1470", "1471"]'),
    "kommun": (MUNICIPALITIES, 'municipalities = ["Lidköpings kommun", "vara kommun", "GÖTENE"]'),
    "letters in two parts": (MUNICIPALITIES, MUNICIPALITIES.replace("Götene", "Go\u0308tene")),
    "a region by its old name": (REGION, 'region = "Region Västra Götaland"'),
    "a region in short": (REGION, 'region = "VGR"'),
    "regions": (REGION, 'regions = ["Västra Götalandsregionen"]'),
    "a year in quotes": (YEAR, 'year = "2027"'),
    "a day in quotes": (END, 'end = "2029-12-31"'),
    "columns in quotes": (BUDGET, BUDGET.replace("2027", '"2027"')),
    "columns with points": (BUDGET, "budget.2027 = 150_000\nbudget.2028 = 150_000\nbudget.2029 = 150_000"),
    "a key in quotes": (NAME, '"name" = "Styrelse"'),
    "single quotes": (NAME, "name = 'Styrelse'"),
    "spaces and tabs": (NAME, '\t  name="Styrelse"  \t'),
    "a comment": (NAME, 'name = "Styrelse"# ledamöter'),
    "a list on several lines": (PARTIES, several(PARTIES)),
    "a table under its own heading": (
        TARGETS,
        TARGETS.replace("targets = [{ ", "[[goals.targets]]\n").replace(", ", "\n").replace(" }]", ""),
    ),
}


@pytest.mark.parametrize(("right", "written"), TOLERATED.values(), ids=TOLERATED)
def test_what_is_written_otherwise_is_the_same_plan(right: str, written: str) -> None:
    """How people write is no reason to refuse a plan, where it can mean one thing only."""
    assert loads(changed(right, written)) == loads(PLAN)


@pytest.mark.parametrize(
    "content",
    [
        PLAN.encode("utf-8-sig"),
        b"\xef\xbb\xbf" + PLAN.encode("utf-8-sig"),
        PLAN.replace("\n", "\r\n").encode(),
        PLAN.rstrip().encode(),
        f"\n\n{PLAN}\n\n".encode(),
    ],
    ids=["a byte order mark", "two", "Windows", "no last line break", "empty lines"],
)
def test_however_a_file_is_saved_it_is_the_same_plan(tmp_path: Path, content: bytes) -> None:
    """What editors put in a file unasked is no part of it."""
    (tmp_path / "plan.toml").write_bytes(content)
    assert load(tmp_path / "plan.toml") == loads(PLAN)


# Another file

UTF_8 = (
    "save the file as UTF-8, in Notepad under Save as, Encoding",
    "spara filen som UTF-8, i Anteckningar under Spara som, Kodning",
)
TOML = (
    "a plan is plain text in TOML, as finsam new writes it",
    "en plan är ren text i TOML, som finsam new skriver den",
)
FILES: Mapping[str, tuple[bytes, str, str]] = {
    "Excel or Word": (
        b"PK\x03\x04\x14\x00",
        f"is an Excel or Word file, or a zip; {TOML[0]}",
        f"är en Excel- eller Wordfil, eller en zip; {TOML[1]}",
    ),
    "old Excel or Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        f"is an old Excel or Word file; {TOML[0]}",
        f"är en äldre Excel- eller Wordfil; {TOML[1]}",
    ),
    "PDF": (b"%PDF-1.7\n", f"is a PDF; {TOML[0]}", f"är en PDF; {TOML[1]}"),
    "RTF": (
        b"{\\rtf1\\ansi format = 1}",
        f"is RTF, as WordPad writes it; {TOML[0]}",
        f"är RTF, som WordPad skriver; {TOML[1]}",
    ),
    "HTML": (b"<html><body>", f"is a web page; {TOML[0]}", f"är en webbsida; {TOML[1]}"),
    "nothing": (b"", f"is empty; {TOML[0]}", f"är tom; {TOML[1]}"),
    "UTF-16": (PLAN.encode("utf-16"), f"is UTF-16; {UTF_8[0]}", f"är UTF-16; {UTF_8[1]}"),
    "UTF-16 the other way": (
        b"\xfe\xff" + PLAN.encode("utf-16-be"),
        f"is UTF-16; {UTF_8[0]}",
        f"är UTF-16; {UTF_8[1]}",
    ),
    "UTF-16 without a mark": (
        PLAN.encode("utf-16-le"),
        f"line 2: has a letter that is not UTF-8; {UTF_8[0]}",
        f"rad 2: har ett tecken som inte är UTF-8; {UTF_8[1]}",
    ),
    "Latin-1": (
        PLAN.encode("latin-1"),
        f"line 2: has a letter that is not UTF-8; {UTF_8[0]}",
        f"rad 2: har ett tecken som inte är UTF-8; {UTF_8[1]}",
    ),
    "lines of an old Macintosh": (
        PLAN.replace("\n", "\r").encode(),
        "the lines end with CR alone, as on an old Macintosh; save it with lines that end with LF or CR/LF",
        "raderna slutar bara med CR, som på en äldre Macintosh; spara den med rader som slutar med LF eller CR/LF",
    ),
    "an old Macintosh": (
        PLAN.encode("mac-roman"),
        f"line 2: has a letter that is not UTF-8; {UTF_8[0]}",
        f"rad 2: har ett tecken som inte är UTF-8; {UTF_8[1]}",
    ),
}


@pytest.mark.parametrize(("content", "en", "sv"), FILES.values(), ids=FILES)
def test_another_file_is_told_as_what_it_is(tmp_path: Path, content: bytes, en: str, sv: str) -> None:
    """A wrong file, or one in another encoding; saved as UTF-8, the text is the plan."""
    file = tmp_path / "plan.toml"
    file.write_bytes(content)
    with pytest.raises(FileError) as caught:
        load(file)
    assert [caught.value.text(language) for language in ("en", "sv")] == [f"{file}: {en}", f"{file}: {sv}"]


# Invisible marks


@pytest.mark.parametrize(
    ("right", "wrong", "line", "en", "sv"),
    [
        (
            YEAR,
            "year\u00a0= 2027",
            2,
            "a no-break space stands outside quotes; write an ordinary space",
            "ett hårt mellanslag står utanför citattecken; skriv ett vanligt mellanslag",
        ),
        (
            NAME,
            '\u00a0\u00a0name = "Styrelse"',
            36,
            "a no-break space stands outside quotes; write an ordinary space",
            "ett hårt mellanslag står utanför citattecken; skriv ett vanligt mellanslag",
        ),
        (
            YEAR,
            "\u200byear = 2027",
            2,
            "an invisible character (U+200B) stands before year; remove it",
            "ett osynligt tecken (U+200B) står före year; ta bort det",
        ),
    ],
    ids=["no-break space", "no-break spaces first", "zero width"],
)
def test_what_cannot_be_seen_is_told(right: str, wrong: str, line: int, en: str, sv: str) -> None:
    """What comes along when text is copied from a page or a document."""
    assert told(changed(right, wrong), "en") == f"plan.toml: line {line}: {en}"
    assert told(changed(right, wrong), "sv") == f"plan.toml: rad {line}: {sv}"


# Several at once


def spoilt(*names: str) -> tuple[str, list[Mistake]]:
    """The plan with those mistakes in it, and the mistakes in the order of the file."""
    text, made = PLAN, sorted((MISTAKES[name] for name in names), key=lambda each: PLAN.index(each.right))
    for each in made:
        assert text.count(each.right) == 1
        assert each.right.count("\n") == each.wrong.count("\n")
        text = text.replace(each.right, each.wrong)
    return text, made


SEVERAL = {
    "everywhere": (
        "names: a chapter",
        "days: eight figures",
        "names: a municipality",
        "keys: an amount for all years",
        "shares: a number",
        "keys: an amount without its column",
        "names: a category in Swedish",
        "keys: prognos",
        "names: an age in quotes",
        "names: an orientation",
        "names: a party",
        "days: in words and quotes",
        "names: another level",
        "shares: a target as a number",
    ),
    "keys in several tables": (
        "keys: kapitel",
        "keys: bildat",
        "keys: kommuner",
        "keys: totalt",
        "keys: namn",
        "keys: slut",
    ),
    "where the association cannot be read": (
        "names: municipalities in one text",
        "names: a region",
        "shares: a decimal",
        "names: a category with a capital",
    ),
    "where no table can be read": ("keys: an amount for all years", "headings: a plain heading for one row"),
    "where the year cannot be read": ("years: two figures", "keys: an amount for a row"),
}


@pytest.mark.parametrize("names", SEVERAL.values(), ids=SEVERAL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_several_mistakes_are_all_told_in_the_order_of_the_file(names: Sequence[str], language: Language) -> None:
    """Each as it is told alone: none hides another, and none is told because of another."""
    text, made = spoilt(*names)
    assert told(text, language).split("\n") == [each.message(language) for each in made]


def test_nothing_is_told_of_what_names_that_which_cannot_be_read() -> None:
    """Members, interventions and groups that are there, but with a slip, are not also told as missing where named."""
    stated = '\n[[stated]]\nwhere = "6. Ekonomi"\ncontributions = { "Vara" = { budget = { 2027 = 242_000 } } }\n'
    assert loads(PLAN + stated).check() == ()
    for name in (
        "names: a municipality",
        "names: municipalities in one text",
        "keys: kommuner",
        "names: an orientation",
        "names: an age in quotes",
        "headings: a Swedish word that others name",
        "headings: one word",
    ):
        mistake = MISTAKES[name]
        assert told(mistake.text + stated, "en") == mistake.message("en")


def test_a_slip_within_a_slip_is_told_after_it() -> None:
    """A Swedish word without quotes: first the quotes, and then the word."""
    first = changed(CATEGORY, "category = styrelse")
    assert told(first, "en") == 'plan.toml: line 37: styrelse needs quotes; write "styrelse"'
    then = first.replace("= styrelse", '= "styrelse"')
    assert told(then, "en") == MISTAKES["names: a category in Swedish"].message("en")


def test_of_marks_that_cannot_be_read_the_first_is_told() -> None:
    """What stands after it cannot be known before it is mended."""
    names = ("amounts: kr", "marks: a colon", "true: ja")
    text, made = spoilt(*names)
    assert len(made) == 3
    for each in made:
        assert told(text, "sv") == each.message("sv")
        text = text.replace(each.wrong, each.right)
    assert loads(text) == loads(PLAN)


# What only the rules can see


@frozen
class Oversight:
    """What makes a plan of a file, but not the one that was meant: what is found, and what is written instead."""

    right: str
    wrong: str
    en: str
    sv: str
    mended: str


OVERSIGHTS = {
    "shares that do not add up": Oversight(
        SHARES,
        shares('"47 %"'),
        """\
F205 error: line 20, funding.split: for 2027, 2028, 2029: the shares of Lidköping, Vara, Götene sum to 99 %; \
change them so that they sum to 100 %
    the plan's own figures
    correct the split, or the days of membership""",
        """\
F205 fel: rad 20, funding.split: för 2027, 2028, 2029: andelarna för Lidköping, Vara, Götene är tillsammans 99 %; \
ändra dem så att de blir 100 %
    planens egna uppgifter
    rätta fördelningen, eller medlemskapets datum""",
        SHARES,
    ),
    "a name in the split": Oversight(
        SHARES,
        SHARES.replace("Götene", "Gotene"),
        """\
F205 error: line 20, funding.split: for 2027, 2028, 2029: the split names "Gotene", who does not share; did you mean \
"Götene"?
    the plan's own figures
    correct the split, or the days of membership""",
        """\
F205 fel: rad 20, funding.split: för 2027, 2028, 2029: fördelningen nämner "Gotene", som inte är med och delar; \
menades "Götene"?
    planens egna uppgifter
    rätta fördelningen, eller medlemskapets datum""",
        SHARES,
    ),
    "a municipality that is left out of the split": Oversight(
        SHARES,
        SHARES.replace(', "Götene" = "30 %"', ""),
        """\
F205 error: line 20, funding.split: for 2027, 2028, 2029: the split has nothing for Götene; write it
    the plan's own figures
    correct the split, or the days of membership""",
        """\
F205 fel: rad 20, funding.split: för 2027, 2028, 2029: fördelningen saknar Götene; skriv vad som gäller
    planens egna uppgifter
    rätta fördelningen, eller medlemskapets datum""",
        SHARES,
    ),
    "the wrong region": Oversight(
        REGION,
        'region = "Region Halland"',
        """\
F102 error: line 6, association: Lidköping, Vara, Götene: the region is Västra Götalandsregionen, which does not take \
part in 2027, 2028, 2029
    3 § lagen (2003:1210)
    add Västra Götalandsregionen to the members""",
        """\
F102 fel: rad 6, association: Lidköping, Vara, Götene: regionen är Västra Götalandsregionen, som inte deltar \
2027, 2028, 2029
    3 § lagen (2003:1210)
    lägg till Västra Götalandsregionen bland medlemmarna""",
        REGION,
    ),
    "a year that is left out of a row": Oversight(
        BUDGET,
        BUDGET.replace("2028 = 150_000, ", ""),
        """\
F354 warning: line 39, costs[2] "styrelse".budget: Styrelse has no amount in budget 2028, where other rows have one
    practice: every row has a figure in every year of its table, and zero is written
    write the amount, or 0 where there is none, or move one that stands in the wrong year""",
        """\
F354 varning: rad 39, costs[2] "styrelse".budget: Styrelse saknar belopp i budget 2028, där andra rader har ett
    praxis: varje rad har en siffra för varje år i sin tabell, och noll skrivs ut
    skriv beloppet, eller 0 där det inte finns något, eller flytta ett som står på fel år""",
        BUDGET,
    ),
    "a cost below zero": Oversight(
        BUDGET,
        BUDGET.replace("2027 = 1", "2027 = -1"),
        """\
F356 warning: line 39, costs[2] "styrelse".budget.2027: Styrelse is -150 000 kr in budget 2027
    practice: a figure that is probable
    write costs and income without a minus sign; a repaid cost can be an income""",
        """\
F356 varning: rad 39, costs[2] "styrelse".budget.2027: Styrelse är -150 000 kr i budget 2027
    praxis: en rimlig siffra
    skriv kostnader och intäkter utan minustecken; en återbetald kostnad kan vara en intäkt""",
        BUDGET,
    ),
    "thousands among kronor": Oversight(
        BUDGET,
        BUDGET.replace("2027 = 150_000", "2027 = 150"),
        """\
F357 note: line 39, costs[2] "styrelse".budget.2027: Styrelse is 150 kr in budget 2027, which is hundreds of times \
from the row's other amounts
    practice: a figure that is probable
    write every amount in the same unit, or its unit in quotes, as "150 tkr\"""",
        """\
F357 notering: rad 39, costs[2] "styrelse".budget.2027: Styrelse är 150 kr i budget 2027, vilket skiljer sig \
hundrafalt från radens övriga belopp
    praxis: en rimlig siffra
    skriv alla belopp i samma enhet, eller enheten inom citattecken, som "150 tkr\"""",
        BUDGET.replace("2027 = 150_000", '2027 = "150 tkr"'),
    ),
}


def checked(text: str, folder: Path) -> list[tuple[str, str]]:
    """What the rules find in a file, in both languages."""
    (folder / "plan.toml").write_text(text, "utf-8")
    found = with_lines(load(folder / "plan.toml").check(), folder / "plan.toml")
    return [(each.text("en"), each.text("sv")) for each in found]


@pytest.mark.parametrize("oversight", OVERSIGHTS.values(), ids=OVERSIGHTS)
def test_an_oversight_is_found_once_and_whole(oversight: Oversight, tmp_path: Path) -> None:
    """Once for all years and all members, on which line and why; and whoever does as it says has a plan in order."""
    assert checked(changed(oversight.right, oversight.wrong), tmp_path) == [(oversight.en, oversight.sv)]
    assert checked(changed(oversight.right, oversight.mended), tmp_path) == []


FIVE_ROWS = PLAN + "".join(
    f"""
[[costs]]
id = "{name}"
name = "{name}"
category = "administration"
forecast = {{ 2026 = 10_000 }}
budget = {{ 2027 = 10_000, 2028 = 10_000, 2029 = 10_000 }}
"""
    for name in ("kansli", "lokaler", "revision")
)


@pytest.mark.parametrize(
    ("right", "wrong", "line", "en", "sv", "rules"),
    [
        (
            "forecast = { 2026 = 140_000 }",
            "forecast = { 2027 = 140_000 }",
            38,
            'forecast.2027: forecast 2027 has 1 of the table\'s rows ("styrelse"), where another year has 4',
            'forecast.2027: prognos 2027 har 1 av tabellens rader ("styrelse"), där ett annat år har 4',
            ["F353", "F355"],
        ),
        (
            BUDGET,
            BUDGET.replace("2027", "2026"),
            39,
            'budget.2026: budget 2026 has 1 of the table\'s rows ("styrelse"), where another year has 5',
            'budget.2026: budget 2026 har 1 av tabellens rader ("styrelse"), där ett annat år har 5',
            ["F353"],
        ),
    ],
)
def test_an_amount_in_the_wrong_year_is_found(
    right: str, wrong: str, line: int, en: str, sv: str, rules: list[str], tmp_path: Path
) -> None:
    """An amount that the plan would believe is asked about, by each rule once; moved to its year, all is in order."""
    found = checked(FIVE_ROWS.replace(right, wrong), tmp_path)
    assert [said.partition(" ")[0] for said, _ in found] == rules
    assert found[0] == (
        f"""\
F353 warning: line {line}, costs[2] "styrelse".{en}
    practice: every row has a figure in every year of its table, and zero is written
    move the amount to its year, or write the others of that year, zero where it is meant""",
        f"""\
F353 varning: rad {line}, costs[2] "styrelse".{sv}
    praxis: varje rad har en siffra för varje år i sin tabell, och noll skrivs ut
    flytta beloppet till rätt år, eller skriv årets övriga belopp, noll där det är menat""",
    )
    assert checked(FIVE_ROWS, tmp_path) == []


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        (TOTAL, TOTAL.replace("_000", ""), "F251"),
        (FORMED, "formed = 2031-04-01", "F204"),
        (REGION, 'regions = ["Region Halland", "Västra Götalandsregionen"]', "F204"),
    ],
    ids=["thousands for kronor", "formed in the wrong year", "regions that do not say how they share"],
)
def test_what_is_wrong_in_every_year_is_found_once(right: str, wrong: str, rule: str) -> None:
    """One slip is not told once a year."""
    found = [each.id for each in loads(changed(right, wrong)).check()]
    assert found.count(rule) == 1


def test_an_id_that_leads_nowhere_is_found_where_it_stands() -> None:
    """The row that pays for an intervention which is not there, and which is meant."""
    found = loads(
        changed('category = "individual"\nintervention = "steget"', 'category = "individual"\nintervention = "stegett"')
    ).check()
    assert [(str(each.message), each.message.to("sv")) for each in found if each.id == "F401"] == [
        (
            'there is no intervention "stegett"; did you mean "steget"?',
            'det finns ingen insats "stegett"; menades "steget"?',
        )
    ]

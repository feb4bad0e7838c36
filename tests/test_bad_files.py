"""
What is wrong in a file: every message whole, with its line, its place, what is there, what should be and the near miss.
"""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from finsam import FileError, OperationalPlan, load, loads
from finsam.errors import FinsamError, MembershipError, SplitError
from finsam.files.shape import all_keys_of, tables_of
from finsam.files.swedish import english

PLAN = """\
format = 1
year = 2027

[association]
name = "Exempelbygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]

[funding]
total = { 2027 = 4_000_000 }

[[funding.split]]
shares = { "Habo" = "60 %", "Mullsjö" = "40 %" }

[[costs]]
id = "stod"
name = "Stöd"
category = "individual"
budget = { 2027 = 3_900_000 }
"""
OR_TWO = "keep one, or write [[costs]] between them if they are two"
NO_LIST = "a list is not a table; write its heading between [ and ], or keys and values between { and }"
SPLIT = 'shares = { "Habo" = "60 %", "Mullsjö" = "40 %" }'
NO_NAME = 'is missing; write name = "..."'
NO_YEAR = "is missing; write year = 2027"


def refusal(text: str) -> str:
    """All that is said of a text that is not a plan."""
    with pytest.raises(FileError) as caught:
        loads(text, name="plan.toml")
    return str(caught.value)


def changed(old: str, new: str) -> str:
    """What is said of the plan with one thing changed in it."""
    assert PLAN.count(old) == 1
    return refusal(PLAN.replace(old, new))


def said(line: int | None, place: str, message: str) -> str:
    return f"plan.toml: {place}: {message}" if line is None else f"plan.toml: line {line}, {place}: {message}"


def split_by(key: str) -> str:
    """What is said of the plan with another split key, which stands on line 13."""
    return changed(SPLIT, key)


def test_the_plan_that_the_others_spoil_is_in_order() -> None:
    """Nothing but the change is wrong in what follows."""
    assert loads(PLAN).contributions(2027)


# The file


def unreadable(path: Path) -> str:
    """What is said of the file, which is then called plan.toml."""
    with pytest.raises(FileError) as caught:
        load(path)
    assert caught.value.file == str(path)
    return str(caught.value).replace(str(path), "plan.toml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is refused by its name."""
    assert unreadable(tmp_path / "plan.toml") == "plan.toml: there is no such file"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is refused as one."""
    assert unreadable(tmp_path) == "plan.toml: is a folder, not a file"


def test_a_file_inside_a_file_cannot_be_read(tmp_path: Path) -> None:
    """The reason is the system's, in words."""
    (tmp_path / "file").touch()
    message = "cannot be read: its path goes through what is not a folder"
    assert unreadable(tmp_path / "file" / "plan.toml") == f"plan.toml: {message}"


def test_a_name_that_cannot_be_is_refused() -> None:
    """No file has a zero byte in its name."""
    with pytest.raises(FileError) as caught:
        load("pl\0an")
    assert str(caught.value) == r"pl\x00an: is not the name of a file"


def test_other_encodings_are_refused_with_the_line(tmp_path: Path) -> None:
    """A file saved as Latin-1 is refused where its first Swedish letter stands."""
    (tmp_path / "plan.toml").write_bytes(PLAN.encode("latin-1"))
    message = "line 6: has a letter that is not UTF-8; save the file as UTF-8, in Notepad under Save as, Encoding"
    assert unreadable(tmp_path / "plan.toml") == f"plan.toml: {message}"


# TOML


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('"Mullsjö" = "40 %"', 'Mullsjö = "40 %"', 13, "Mullsjö"),
        ("year = 2027", "öre = 2027", 2, "öre"),
        ('"Habo" = "60 %"', 'Örebro kommun = "60 %"', 13, "Örebro kommun"),
    ],
)
def test_swedish_keys_need_quotes(old: str, new: str, line: int, key: str) -> None:
    """A key with å, ä or ö without quotes is shown as it should be written."""
    assert changed(old, new) == f'plan.toml: line {line}: the key {key} needs quotes; write "{key}"'


@pytest.mark.parametrize(
    ("new", "text"),
    [("[Habo, Mullsjö]", "Habo"), ('["Habo", Mullsjö]', "Mullsjö"), ("Habo kommun", "Habo kommun")],
)
def test_text_needs_quotes(new: str, text: str) -> None:
    """Text without quotes is shown as it should be written."""
    assert changed('["Habo", "Mullsjö"]', new) == f'plan.toml: line 7: {text} needs quotes; write "{text}"'


def test_a_number_with_spaces_is_shown_with_underscores() -> None:
    """Amounts as people print them are shown as TOML has them."""
    assert changed("4_000_000", "4 000 000") == "plan.toml: line 10: 4 000 000: write 4_000_000"
    assert changed('"stod"', "4 000") == "plan.toml: line 16: 4 000: write 4_000"


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("year = 2027", "år = 2027", 2, "år: write year"),
        ("[[costs]]", "[[kostnader]\n", 15, "kostnader: write costs"),
        ("[[costs]]", "[[costs]\n", 15, "[[costs]: write [[costs]]"),
        ("[funding]", "[finansiering.års]", 9, 'finansiering.års: write funding."års"'),
        ("year = 2027", "year: 2027", 2, ": stands where = should; write year = 2027"),
        ("year = 2027", "year = 2027 // budgetår", 2, "a comment begins with #, not with //"),
        ("year = 2027", "; budgetår\nyear = 2027", 2, "a comment begins with #, not with ;"),
        ('"Exempelbygden"', "“Exempelbygden”", 5, 'the quotes are curly; write "Exempelbygden"'),
        ('"Exempelbygden"', "”Exempelbygden”", 5, 'the quotes are curly; write "Exempelbygden"'),
        ('"Exempelbygden"', "’Exempelbygden’", 5, 'the quotes are curly; write "Exempelbygden"'),
        ('"Exempelbygden"', "Exempelbygden", 5, 'Exempelbygden needs quotes; write "Exempelbygden"'),
        ('"Habo", "Mullsjö"', '"Habo" "Mullsjö"', 7, 'a comma is missing before "Mullsjö"'),
        ('"Habo" = "60 %", ', '"Habo" = "60 %" ', 13, 'a comma is missing before "Mullsjö"'),
        ("4_000_000", "4 000 000 kr", 10, '4 000 000 kr: write "4 000 000 kr"'),
        ("4_000_000", "4,5 mkr", 10, '4,5 mkr: write "4,5 mkr"'),
        ("4_000_000", "4.000.000", 10, "4.000.000: write 4_000_000"),
        ("4_000_000", "1234,50", 10, '1234,50: write "1234,50"'),
        ("4_000_000", "−5", 10, "the minus is a dash; write -5"),
        ('"60 %"', "60 %", 13, '60 %: write "60 %"'),
        ("region =", "formed = 1/4/2011\nregion =", 6, "1/4/2011: write 2011-04-01"),
        ("region =", "formed = 1 april 2011\nregion =", 6, "1 april 2011: write 2011-04-01"),
        ("region =", "formed = 2011–04–01\nregion =", 6, "2011–04–01: write 2011-04-01"),
        ("region =", "formed = 2011-02-30\nregion =", 6, "there is no such day as 2011-02-30"),
        (SPLIT, "equal = ja", 13, "ja: write true"),
        (SPLIT, "equal = False", 13, "False: write false"),
        ('id = "stod"', 'id = "stöd"\nid = "stöd"', 17, f"id stands twice in the same table; {OR_TWO}"),
        ("[[costs]]", "[funding]", 15, "[funding] stands twice; write all its keys under one"),
        ('"Exempelbygden"', '"Södra Vätterbygden', 5, '" is missing; write it where it ends'),
        ('"Exempelbygden"', '"4 000 Vätterbygden', 5, '" is missing; write it where it ends'),
        ('"Mullsjö"]', '"Mullsjö"', 7, "] is missing; write it where it ends"),
        ("4_000_000 }", "4_000_000", 10, "} is missing; write it where it ends"),
    ],
)
def test_a_usual_slip_is_shown_as_it_should_be_written(old: str, new: str, line: int, message: str) -> None:
    """What people write who have not written TOML before; a hint is given only where it is the cause."""
    assert changed(old, new) == f"plan.toml: line {line}: {message}"


LOOK = "look whether a quote, a comma, a bracket or a brace is missing"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("year = 2027", "year = [}]", f"line 2: column 9, }}]: this cannot be read; {LOOK}"),
        ("3_900_000 }\n", "[1,", f"line 19: the line cannot be read; {LOOK}"),
    ],
)
def test_what_else_is_not_toml_is_said_with_its_place(old: str, new: str, message: str) -> None:
    """Without the words of the standard library's reader, which are for programmers."""
    assert changed(old, new) == f"plan.toml: {message}"


PLAIN = "a plan is plain text in TOML, as finsam new writes it"
UTF_16 = "is UTF-16; save the file as UTF-8, in Notepad under Save as, Encoding"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04...", f"is an Excel or Word file, or a zip; {PLAIN}"),
        (b"\xd0\xcf\x11\xe0", f"is an old Excel or Word file; {PLAIN}"),
        (b"%PDF-1.7", f"is a PDF; {PLAIN}"),
        ("format = 1".encode("utf-16"), UTF_16),
        ("\ufeffformat = 1".encode("utf-16-be"), UTF_16),
    ],
)
def test_a_file_of_another_kind_is_told_as_what_it_is(tmp_path: Path, content: bytes, message: str) -> None:
    """Whoever chooses the wrong file in a folder of documents learns which it was."""
    (tmp_path / "plan.toml").write_bytes(content)
    assert unreadable(tmp_path / "plan.toml") == f"plan.toml: {message}"


# The format


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "is missing; write format = 1 on the first line"),
        ("format = 2", "2 is later than 1, the latest that this finsam reads; install a later finsam"),
        ("format = 0", "0 is not a format; write format = 1"),
        ('format = "1"', '"1" is not a format; write format = 1'),
        ("format = true", "true is not a format; write format = 1"),
        ("format = 1.0", "1.0 is not a format; write format = 1"),
        ("format = [1]", "a list is not a format; write format = 1"),
    ],
)
def test_only_this_format_is_read(line: str, message: str) -> None:
    """The format is the number 1; a later one asks for a later finsam."""
    assert changed("format = 1", line) == said(1 if line else None, "format", message)


def test_of_another_format_nothing_else_is_told() -> None:
    """What its keys should be is not known."""
    assert refusal("[plan]\nformat = 7\n\n[association]\nnme = 1\n") == said(
        None, "format", "is missing; write format = 1 on the first line"
    )


# Keys


def test_unknown_keys_are_refused_with_the_near_miss() -> None:
    """No key is ignored, at any depth; the nearest is suggested, or what there is to choose from."""
    mean = "there is no such key; did you mean"
    assert changed("[association]", "fundin = 1\n[association]") == said(4, "fundin", f'{mean} "funding"?')
    assert changed("region =", "web = 2\nregion =") == said(
        6,
        "association.web",
        'there is no such key; there is "name", "formed", "formed_from", "organisation_number", "municipalities", '
        '"regions", "agencies", "region"',
    )
    assert changed("total = {", "ttal = { 2026 = 1 }\ntotal = {") == said(10, "funding.ttal", f'{mean} "total"?')
    assert changed("budget = {", '"bud get" = 1\nbudget = {') == said(
        19, 'costs[1] "stod"."bud get"', f'{mean} "budget"?'
    )
    assert changed(SPLIT, f"{SPLIT}\nsharez = 1") == said(14, "funding.split[1].sharez", f'{mean} "shares"?')


def test_what_is_missing_is_named() -> None:
    """A row or a table without a key that it needs is refused on its line; the file itself has none."""
    association = "is missing; write [association] and its keys under it"
    assert changed('name = "Stöd"\n', "") == said(15, 'costs[1] "stod".name', NO_NAME)
    assert changed('id = "stod"\nname = "Stöd"\n', "").splitlines() == [
        said(15, "costs[1].id", 'is missing; write id = "..."'),
        said(15, "costs[1].name", NO_NAME),
    ]
    assert changed('id = "stod"\nname = "Stöd"\ncategory = "individual"\n', "").splitlines() == [
        said(15, "costs[1].id", 'is missing; write id = "..."'),
        said(15, "costs[1].name", NO_NAME),
        said(15, "costs[1].category", 'is missing; write category = "individual"'),
    ]
    assert changed("year = 2027\n", "") == said(None, "year", NO_YEAR)
    assert refusal("format = 1\nyear = 2027\n") == said(None, "association", association)
    assert refusal("format = 1\n").splitlines() == [
        said(None, "year", NO_YEAR),
        said(None, "association", association),
    ]


def test_a_swedish_key_is_answered_with_the_english_one() -> None:
    """The keys are English, and the plan is Swedish."""
    assert changed('name = "Exempelbygden"', 'namn = "Exempelbygden"') == said(
        5, "association.namn", 'there is no such key; did you mean "name"?'
    )
    assert changed("[[costs]]", "[[kostnader]]") == said(15, "kostnader", 'there is no such key; did you mean "costs"?')


def test_no_key_is_taken_for_a_swedish_word() -> None:
    """Without its marks, no Swedish word is a key that means something else."""
    keys = {
        key
        for kind in (OperationalPlan, *(each.kind for each in tables_of(OperationalPlan).values()))
        for key in all_keys_of(kind)
    }
    assert {key for key in keys if english(key) not in (None, key)} == set()


def test_a_misspelt_key_is_not_also_missing() -> None:
    """One slip is told once; a key that is nothing like the one that is missing is another slip."""
    assert changed("category =", "categry =") == said(
        18, 'costs[1] "stod".categry', 'there is no such key; did you mean "category"?'
    )
    assert changed("category =", "web =").splitlines() == [
        said(15, 'costs[1] "stod".category', 'is missing; write category = "individual"'),
        said(
            18,
            'costs[1] "stod".web',
            'there is no such key; there is "id", "name", "category", "intervention", "note", "excluding_vat", '
            '"budget", "forecast", "outcome"',
        ),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "place", "message"),
    [
        (
            "[[costs]]",
            "[costs]",
            15,
            "costs",
            "a table is not a list; write its heading as [[costs]], or [ and ] around { }",
        ),
        ("[funding]\n", "[[funding]]\n", 9, "funding", NO_LIST),
        ("{ 2027 = 4_000_000 }", "4", 10, "funding.total", "4 is not a table; write for example { 2027 = 150_000 }"),
        (
            '["Habo", "Mullsjö"]',
            '"Habo"',
            7,
            "association.municipalities",
            '"Habo": write ["Habo"]',
        ),
        ('["Habo", "Mullsjö"]', "[1]", 7, "association.municipalities[1]", "1 is not text; write it in quotes"),
        (
            '["Habo", "Mullsjö"]',
            '[["Habo"]]',
            7,
            "association.municipalities[1]",
            "a list is not text; write it in quotes",
        ),
        ('"Exempelbygden"', "2027-01-01", 5, "association.name", "2027-01-01 is not text; write it in quotes"),
        ('"Exempelbygden"', '" "', 5, "association.name", '" " is not text; write it in quotes'),
        ("year = 2027", "year = 2027\nvision = 5", 3, "vision", "5 is not text; write it in quotes"),
        ("year = 2027", "year = 2027\ntasks = [1]", 3, "tasks[1]", "1 is not text; write it in quotes"),
        (
            "year = 2027",
            'year = 2027\nlongest_intervention = "3"',
            3,
            "longest_intervention",
            '"3" is not a whole number; write digits without quotes',
        ),
        (
            SPLIT,
            "equal = 1",
            13,
            "funding.split[1].equal",
            "1 is not true; write equal = true, or another key",
        ),
        (
            SPLIT,
            "equal = false",
            13,
            "funding.split[1].equal",
            "false is not true; write equal = true, or another key",
        ),
        (
            "region =",
            'formed = "1 april"\nregion =',
            6,
            "association.formed",
            '"1 april" is not a day; write year-month-day, as 2011-04-01',
        ),
        (
            "region =",
            "formed = 2011-04-01T10:00:00\nregion =",
            6,
            "association.formed",
            "2011-04-01 10:00:00 is not a day; write year-month-day, as 2011-04-01",
        ),
        (
            "region =",
            "formed = 2011\nregion =",
            6,
            "association.formed",
            "2011 is not a day; write year-month-day, as 2011-04-01",
        ),
        ('id = "stod"', "id = 3", 16, 'costs[1] "Stöd".id', "3 is not text; write it in quotes"),
    ],
)
def test_values_of_another_kind_are_refused(old: str, new: str, line: int, place: str, message: str) -> None:
    """Text is text, a list a list, a table a table and a day a day."""
    assert changed(old, new) == said(line, place, message)


# Names


def test_misspelt_organisations_are_suggested() -> None:
    """Municipalities, regions and agencies are those of the registers."""
    habo = 'there is no municipality "Habbo"; did you mean "Habo"?'
    assert changed('["Habo"', '["Habbo"') == said(7, "association.municipalities[1]", habo)
    assert changed('["Habo"', '[{ name = "Habbo", joined = 2020-01-01 }') == said(
        7, 'association.municipalities[1] "Habbo".name', habo
    )
    region = 'there is no region "Region Jönköpngs län"; did you mean "Region Jönköpings län"?'
    assert changed('"Region Jönköpings län"', '"Region Jönköpngs län"') == said(6, "association.region", region)
    assert changed('region = "Region Jönköpings län"', 'regions = ["Region Halland", "Region Jönköpngs län"]') == said(
        6, "association.regions[2]", region
    )
    gotland = '"Region Gotland" is a municipality outside every region; write it among the municipalities'
    assert changed('"Region Jönköpings län"', '"Region Gotland"') == said(6, "association.region", gotland)
    assert changed("region =", 'agencies = ["Försäkringkassan", "AF"]\nregion =').splitlines() == [
        said(6, "association.agencies[1]", 'there is no agency "Försäkringkassan"; did you mean "Försäkringskassan"?'),
        said(
            6,
            "association.agencies[2]",
            'there is no agency "AF"; there is "Försäkringskassan", "Arbetsförmedlingen"',
        ),
    ]


@pytest.mark.parametrize(
    ("regions", "line", "place", "message"),
    [
        (
            'region = "Region Skne"\nregions = ["Region Halland"]',
            6,
            "region",
            'there is no region "Region Skne"; did you mean "Region Skåne"?',
        ),
        (
            'region = "Region Skåne"\nregions = ["Region Uppsla"]',
            7,
            "regions[1]",
            'there is no region "Region Uppsla"; did you mean "Region Uppsala"?',
        ),
        (
            'region = "Region Skåne"\nregions = ["Region Halland", "Region Skåne"]',
            7,
            "regions[2]",
            "Region Skåne is a member of Exempelbygden twice; write it once",
        ),
        (
            'region = "Region Skåne"\nregions = "Region Halland"',
            7,
            "regions",
            '"Region Halland": write ["Region Halland"]',
        ),
        (
            'region = "Region Skåne"\nregions = 3',
            7,
            "regions",
            "3 is not a list; write it between [ and ], or each of its tables under [[ ]]",
        ),
        (
            'region = ["Region Skåne"]',
            6,
            "region",
            "a list is not one region; write one in quotes, or regions = [...] for several",
        ),
    ],
)
def test_a_region_may_stand_alone_beside_the_others(regions: str, line: int, place: str, message: str) -> None:
    """Where both keys are there, each is told by its own."""
    assert changed('region = "Region Jönköpings län"', regions) == said(line, f"association.{place}", message)


def test_a_misspelt_member_is_suggested() -> None:
    """A stated contribution names a member."""
    stated = '[[stated]]\nwhere = "4. Budget"\ncontributions = { "Habbo" = { budget = { 2027 = 1 } } }\n'
    assert refusal(PLAN + stated) == said(
        22,
        'stated[1] "4. Budget".contributions.Habbo',
        '"Habbo" is not a member of the association; did you mean "Habo"?',
    )


def test_misspelt_categories_and_parties_are_suggested() -> None:
    """A category is one of six and a party one of three."""
    assert changed('"individual"', '"indvidual"') == said(
        18, 'costs[1] "stod".category', '"indvidual" is not a category; did you mean "individual"?'
    )
    assert changed('"individual"', "3") == said(
        18,
        'costs[1] "stod".category',
        '3 is not a category; there is "individual", "structural", "administration", "board", "audit", "new"',
    )
    stated = '[[stated]]\nwhere = "4. Budget"\nparties = { stat = { budget = { 2027 = 1 } } }\n'
    assert refusal(PLAN + stated) == said(
        22, 'stated[1] "4. Budget".parties.stat', '"stat" is not a party; did you mean "state"?'
    )


def test_an_organisation_number_has_a_checksum() -> None:
    """222000-2873 is Finnveden's; another last digit is a slip."""
    assert changed("region =", 'organisation_number = "222000-2874"\nregion =') == said(
        6,
        "association.organisation_number",
        "222000-2874 has the check digit 4, where its first nine digits give 3; look for a digit that is wrong or two "
        "that have changed places",
    )
    assert changed("region =", "organisation_number = 2220002873\nregion =") == said(
        6, "association.organisation_number", "2220002873 is not text; write it in quotes"
    )


# Amounts, shares and years


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("4_000_000.0", "4000000.0"),
        ("0.1", "0.1"),
        ("4e6", "4000000.0"),
        ("nan", "nan"),
        ("-inf", "-inf"),
        ("true", "true"),
        ("2027-01-01", "2027-01-01"),
        ("[1]", "a list"),
        ("{ kr = 1 }", "a table"),
        ("0x" + "f" * 4_000, "a number of more than thirty digits"),
        ("9" * 4_000, "a number of more than thirty digits"),
    ],
)
def test_only_whole_numbers_and_text_are_amounts(amount: str, shown: str) -> None:
    """Floats, exponents, NaN and booleans are refused wherever an amount stands, with what to write."""
    message = f'{shown} is not an amount; write whole kronor as 120_810, and öre as "120 810,50"'
    assert changed("4_000_000", amount) == said(10, "funding.total.2027", message)
    assert changed("3_900_000", amount) == said(19, 'costs[1] "stod".budget.2027', message)


@pytest.mark.parametrize(
    ("amount", "message"),
    [
        ("4e6", '"4e6" is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"'),
        ("", '"" is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"'),
        ("10 dollar", '"10 dollar" has the unit "dollar"; write kr, tkr or mkr'),
        ("0,001", '"0,001" is not a whole number of öre; write at most two decimals of a krona'),
        ("1.234 tkr", '"1.234 tkr" can be read in two ways; write a decimal comma, or spaces between thousands'),
    ],
)
def test_amounts_in_text_are_swedish(amount: str, message: str) -> None:
    """Text that is no amount is refused with its reason."""
    assert changed("4_000_000", f'"{amount}"') == said(10, "funding.total.2027", message)


@pytest.mark.parametrize("amount", ["-1", '"-1 kr"', '"−1"'])
def test_contributions_are_not_negative(amount: str) -> None:
    """Nobody contributes less than zero."""
    assert changed("4_000_000", amount) == said(
        10, "funding.total.2027", "the contributions start from total = -1 kr; write zero or more"
    )


@pytest.mark.parametrize(
    ("share", "message"),
    [
        ("0.4", '0.4: write "40 %"'),
        ("40", '40: write "40 %"'),
        ("1", '1 is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"'),
        ("101", '101 is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"'),
        ("true", 'true is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"'),
        ("nan", 'nan is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"'),
        ('"40"', '"40": write "40 %"'),
        ('"6,8"', '"6,8": write "6,8 %"'),
        ('"-40 %"', '"-40 %" is not a share; write per cent as "6,8 %" or a ratio as "17/250"'),
        ('"4/0"', '"4/0" is not a share; write per cent as "6,8 %" or a ratio as "17/250"'),
        ('"1/1234567890"', '"1/1234567890" has more than nine digits after /; write per cent as "6,8 %"'),
    ],
)
def test_shares_are_per_cent_or_ratios(share: str, message: str) -> None:
    """A number alone is not a share; which is probably meant is said."""
    assert changed('"40 %"', share) == said(13, 'funding.split[1].shares."Mullsjö"', message)


@pytest.mark.parametrize(
    ("what", "place", "message"),
    [
        (
            'shares = { budget = { 2027 = { new = "4,0" } } }',
            "shares.budget.2027.new",
            '"4,0" is not a share as a document prints it; write per cent in quotes, as "54,5 %" or "drygt 20 %"',
        ),
        (
            'shares = { budget = { 2027 = { new = "1/4" } } }',
            "shares.budget.2027.new",
            '"1/4" is not a share as a document prints it; write per cent in quotes, as "54,5 %" or "drygt 20 %"',
        ),
        (
            'shares = { budget = { 2027 = { ny = "4 %" } } }',
            "shares.budget.2027.ny",
            '"ny" is not a category; did you mean "new"?',
        ),
        (
            'costs = { budget = { 2027 = "4,0 %" } }',
            "costs.budget.2027",
            '"4,0 %" is not an amount as a document prints it; write for example "4,0 mkr", "ca 627 tkr" or 120_810',
        ),
        (
            "costs = { budget = { 2027 = 4.0 } }",
            "costs.budget.2027",
            "4.0 is not a whole number; write digits without quotes",
        ),
        (
            'parties = { state = { outcome = { 2026 = "mycket" } } }',
            "parties.state.outcome.2026",
            '"mycket" is not an amount as a document prints it; write for example "4,0 mkr", "ca 627 tkr" or 120_810',
        ),
    ],
)
def test_what_a_document_prints_is_a_figure(what: str, place: str, message: str) -> None:
    """A document prints its shares of the costs in per cent, and its amounts in kronor, thousands or millions."""
    assert refusal(f'{PLAN}[[stated]]\nwhere = "4. Budget"\n{what}\n') == said(
        22, f'stated[1] "4. Budget".{place}', message
    )


@pytest.mark.parametrize(
    ("year", "message"),
    [
        ("2003", "2003 is not a year from 2004, when the act came into force, to 2100"),
        ("2101", "2101 is not a year from 2004, when the act came into force, to 2100"),
        ("20277", "20277 is not a year; write four digits, as 2027"),
        ("-2027", "-2027 is not a year; write four digits, as 2027"),
        ("-202", "-202 is not a year; write four digits, as 2027"),
        ("2027.0", "2027.0 is not a year; write four digits, as 2027"),
        ("true", "true is not a year; write four digits, as 2027"),
        ('"next"', '"next" is not a year; write four digits, as 2027'),
        ('"2027-H1"', '"2027-H1" is not a year; write four digits, as 2027'),
        ("0x" + "f" * 4_000, "a number of more than thirty digits is not a year; write four digits, as 2027"),
    ],
)
def test_years_have_four_digits_from_2004(year: str, message: str) -> None:
    """The act has applied since 2004."""
    assert changed("year = 2027", f"year = {year}") == said(2, "year", message)


@pytest.mark.parametrize(
    ("time", "message"),
    [
        ("2003", "2003 is not a year from 2004, when the act came into force, to 2100"),
        ("2101-01-31", "2101 is not a year from 2004, when the act came into force, to 2100"),
        (
            "total",
            (
                '"total" is neither a year nor a part of one; write 2027, 2027-H1, 2027-T2, 2027-Q3, or 2027-08-31 for '
                "1 January through that day"
            ),
        ),
        (
            "2027-T4",
            (
                '"2027-T4" is neither a year nor a part of one; '
                "write 2027, 2027-H1, 2027-T2, 2027-Q3, or 2027-08-31 for 1 January through that day"
            ),
        ),
    ],
)
def test_columns_are_years_and_parts_of_years(time: str, message: str) -> None:
    """What stands before an amount is its time."""
    assert changed("{ 2027 = 3", f"{{ {time} = 3") == said(19, f'costs[1] "stod".budget.{time}', message)


@pytest.mark.parametrize(
    ("year", "place", "message"),
    [
        ("2003", "2003", "2003 is not a year from 2004, when the act came into force, to 2100"),
        ("total", "total", '"total" is not a year; write four digits, as 2027'),
        ("2027-H1", "2027-H1", '"2027-H1" is not a year; write four digits, as 2027'),
    ],
)
def test_what_a_contribution_starts_from_is_of_a_whole_year(year: str, place: str, message: str) -> None:
    """The act knows no contributions for a part of a year."""
    assert changed("{ 2027 = 4", f"{{ {year} = 4") == said(10, f"funding.total.{place}", message)


def test_a_time_stands_once_in_a_row() -> None:
    """30 June ends the first half-year: the two are one."""
    assert changed("{ 2027 = 3_900_000 }", "{ 2027-H1 = 1, 2027-06-30 = 2 }") == said(
        19, 'costs[1] "stod".budget', '"2027-H1", "2027-06-30" are the same time; write it once'
    )


# Splits


@pytest.mark.parametrize(
    ("population", "place", "message"),
    [
        (
            '{ "Habo" = -1, "Mullsjö" = 5 }',
            "population.Habo",
            "what Habo has in the split is below zero; write zero or more",
        ),
        (
            '{ "Habo" = 1.5, "Mullsjö" = 5 }',
            "population.Habo",
            "1.5 is not a whole number; write digits without quotes",
        ),
        (
            '{ "Habo" = true, "Mullsjö" = 5 }',
            "population.Habo",
            "true is not a whole number; write digits without quotes",
        ),
        (
            '{ "Habo" = 0x' + "f" * 40 + ', "Mullsjö" = 5 }',
            "population.Habo",
            "a number of more than thirty digits is not a whole number; write digits without quotes",
        ),
    ],
)
def test_a_population_is_of_heads(population: str, place: str, message: str) -> None:
    """Heads are whole numbers from zero."""
    assert split_by(f"population = {population}") == said(13, f"funding.split[1].{place}", message)


KEYS = "shares, population, figures, equal, mixture, amounts, to_be_split_by, unpublished, not_agreed, known"
MIXED = "shares, population, figures, equal, mixture"


@pytest.mark.parametrize(
    ("key", "line", "place", "message"),
    [
        (
            'amounts = { "Habo" = -1, "Mullsjö" = 2 }',
            13,
            ".amounts.Habo",
            "what Habo has in the split is below zero; write zero or more",
        ),
        (
            'known = { "Habo" = -1 }',
            13,
            ".known.Habo",
            "what Habo has in the split is below zero; write zero or more",
        ),
        (
            'figures = { "Habo" = "-1,5", "Mullsjö" = 2 }\nof = "barn"',
            13,
            ".figures.Habo",
            "what Habo has in the split is below zero; write zero or more",
        ),
        (
            'figures = { "Habo" = 1.5, "Mullsjö" = 2 }\nof = "barn"',
            13,
            ".figures.Habo",
            '1.5 is not a number; write digits as 7_120, or with a decimal comma in quotes as "7 120,5"',
        ),
        (
            'figures = { "Habo" = "1e5", "Mullsjö" = 2 }\nof = "barn"',
            13,
            ".figures.Habo",
            '"1e5" is not a number; write digits as 7_120, or with a decimal comma in quotes as "7 120,5"',
        ),
        ('figures = { "Habo" = 1, "Mullsjö" = 2 }', 12, ".of", 'is missing; write of = "..."'),
        (
            'mixture = [{ weight = "50 %", equal = true }]',
            13,
            ".mixture",
            "the weights of the mixture sum to 50 %; change them so that they sum to 100 %",
        ),
        ("mixture = [{ equal = true }]", 13, ".mixture[1].weight", 'is missing; write weight = "6,8 %"'),
        (
            'mixture = [{ weight = "100 %", years = [2027], equal = true }]',
            13,
            ".mixture[1].years",
            'there is no such key; there is "weight", "equal"',
        ),
        (
            'mixture = [{ weight = "100 %", shares = {}, equal = true }]',
            13,
            ".mixture[1]",
            f"write one of {MIXED}, not shares, equal",
        ),
        (
            "equal = true\nto_be_split_by = 'population'",
            12,
            "",
            f"write one of {KEYS}, not equal, to_be_split_by",
        ),
        ("years = [2027]", 12, "", f"write one of {KEYS}, not none"),
        ("equal = true\non = 2026-11-01", 14, ".on", "on does not go with equal; remove it"),
        ('equal = true\nsource = "SCB"', 14, ".source", "source does not go with equal; remove it"),
        ('not_agreed = true\nby = "befolkning"', 14, ".by", 'there is no such key; there is "years", "not_agreed"'),
        (
            'shares = { "Habo" = "100 %" }\nsource = "SCB"',
            14,
            ".source",
            "source does not go with shares; remove it",
        ),
        (
            'to_be_split_by = "population"\nsource = "SCB"',
            14,
            ".source",
            "source does not go with to_be_split_by; beside it can stand on, years",
        ),
        ('equal = true\nweight = "10 %"', 14, ".weight", 'there is no such key; there is "years", "equal"'),
        ("equal = true\nyears = [2027, 2027]", 14, ".years[2]", "2027 already has a split"),
        ("equal = true\nyears = [2027, 2028]", 14, ".years[2]", "the funding has no amount for 2028"),
        ("equal = true\n[[funding.split]]\nequal = true", 14, "", "every other year already has a split"),
    ],
)
def test_a_split_is_one_key(key: str, line: int, place: str, message: str) -> None:
    """Each year has one key, and the key what belongs to it."""
    number = 2 if key.count("[[funding.split]]") else 1
    assert split_by(key) == said(line, f"funding.split[{number}]{place}", message)


def test_a_mixture_is_of_keys_that_split_any_amount() -> None:
    """Fixed amounts cannot be mixed."""
    assert split_by('mixture = [{ weight = "100 %", amounts = { "Habo" = 1 } }]').splitlines() == [
        said(13, "funding.split[1].mixture[1]", f"write one of {MIXED}, not none"),
        said(
            13,
            "funding.split[1].mixture[1].amounts",
            'there is no such key; there is "weight", "shares", "population", "figures", "equal", "mixture"',
        ),
    ]


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (
            'shares = { "Habo" = "60 %", "Mullsjö" = "30 %" }',
            "the shares of Habo, Mullsjö sum to 90 %; change them so that they sum to 100 %",
        ),
        (
            'shares = { "Habbo" = "60 %", "Mullsjö" = "40 %" }',
            'the split names "Habbo", who does not share; did you mean "Habo"?',
        ),
        ('population = { "Habo" = 5 }', "the split has nothing for Mullsjö; write it"),
        (
            'population = { "Habo" = 5, "Mullsjö" = 5, "Aneby" = 5 }',
            'the split names "Aneby", who does not share; there is "Habo", "Mullsjö"',
        ),
        (
            'amounts = { "Habo" = 1, "Mullsjö" = 2 }',
            "the fixed amounts add up to 3 kr; change them so that they add up to 1 000 000 kr",
        ),
        (
            'population = { "Habo" = 0, "Mullsjö" = 0 }',
            "the weights of Habo, Mullsjö sum to zero; give at least one above zero",
        ),
        (
            'mixture = [{ weight = "100 %", population = { "Habo" = 0, "Mullsjö" = 0 } }]',
            "the weights of Habo, Mullsjö sum to zero; give at least one above zero",
        ),
    ],
)
def test_a_split_that_does_not_fit_is_no_fault_of_the_file(key: str, why: str) -> None:
    """It is read as it is published, so that it can be mended: nothing is split by it, and the checks say why."""
    plan = loads(PLAN.replace(SPLIT, key))
    with pytest.raises(SplitError) as caught:
        plan.contributions(2027)
    assert str(caught.value) == why
    assert [str(finding.message) for finding in plan.check() if finding.id == "F205"] == [f"for 2027: {why}"]


def cannot(old: str, new: str) -> tuple[FinsamError | object, list[str]]:
    """Why the contributions of the plan with one thing changed cannot be worked out, and what the checks say of it."""
    assert PLAN.count(old) == 1
    plan = loads(PLAN.replace(old, new))
    return plan.contributions_or_error(2027), [str(each.message) for each in plan.check() if each.id == "F204"]


def test_what_cannot_be_divided_is_found_by_the_checks() -> None:
    """A unit that does not go into the total: a plan can have it until somebody looks."""
    error, found = cannot("total =", "unit = { 2027 = 3 }\ntotal =")
    why = "4 000 000 kr is not a whole number of units of 3 kr; choose a unit that divides it"
    assert isinstance(error, FinsamError)
    assert (str(error), found) == (why, [f"the contributions of 2027 cannot be worked out: {why}"])


@pytest.mark.parametrize(("unit", "place"), [("{ 2027 = 0 }", "funding.unit.2027"), ("-1", "funding.unit")])
def test_a_unit_of_nothing_is_refused(unit: str, place: str) -> None:
    """Nothing is a whole number of zeros, in any year."""
    number = 0 if "0 }" in unit else -1
    assert PLAN.count("total =") == 1
    message = refusal(PLAN.replace("total =", f"unit = {unit}\ntotal ="))
    assert message.endswith(f"{place}: the unit is {number} kr; write an amount above zero, as 1 kr")


def test_a_year_before_the_formation_has_no_contributions() -> None:
    """There is nobody to pay before the association was formed, and the checks say so."""
    error, found = cannot("region =", "formed = 2028-01-01\nregion =")
    why = "Exempelbygden has no members in 2027; it was formed on 2028-01-01"
    assert isinstance(error, MembershipError)
    assert (str(error), found) == (why, [f"the contributions of 2027 cannot be worked out: {why}"])


# What does not fit together


@pytest.mark.parametrize(
    ("start", "place", "message"),
    [
        ("state = { 2027 = 1 }", "funding.state.2027", "2027 starts from total and state; write one of them"),
        ("unit = { 2028 = 1 }", "funding.unit.2028", "the funding has no amount for 2028"),
    ],
)
def test_a_year_is_funded_from_one_amount(start: str, place: str, message: str) -> None:
    """Contributions start from one amount, and a unit is of a year that has one."""
    assert changed("total =", f"{start}\ntotal =") == said(10, place, message)


@pytest.mark.parametrize(
    ("twice", "second"),
    [('"Habo", "Habo"', "[2]"), ('"Habo", "habo kommun"', "[2]"), ('"Habo", { name = "0643" }', '[2] "0643"')],
)
def test_a_member_is_written_once(twice: str, second: str) -> None:
    """Two spellings of one municipality are one member."""
    assert changed('["Habo"', f"[{twice}") == said(
        7, f"association.municipalities{second}", "Habo is a member of Exempelbygden twice; write it once"
    )


def test_members_join_after_the_formation_and_leave_after_they_joined() -> None:
    """The days of membership come in their order."""
    days = '{ name = "Habo", joined = 2020-01-01, left = 2019-12-31 }'
    assert changed('["Habo"', f"[{days}") == said(
        7, 'association.municipalities[1] "Habo"', "Habo cannot leave on 2019-12-31, before it joined on 2020-01-01"
    )
    days = '{ name = "Habo", joined = 2020-01-01 }'
    assert changed('["Habo", "Mullsjö"]', f'[{days}, "Mullsjö"]\nformed = 2021-01-01') == said(
        7,
        'association.municipalities[1] "Habo"',
        "Habo cannot join on 2020-01-01, before Exempelbygden was formed on 2021-01-01",
    )


def test_rows_have_ids_of_their_own() -> None:
    """Two rows of costs have two ids, whatever their columns."""
    row = '[[costs]]\nid = "stod"\nname = "Annat stöd"\ncategory = "new"\noutcome = { 2026 = 1 }\n'
    assert refusal(PLAN + row) == said(
        21, 'costs[2] "stod".id', 'the id "stod" is used twice; give each an id of its own'
    )


def test_only_an_outcome_is_preliminary() -> None:
    """A year without an outcome has no preliminary one."""
    assert changed("year = 2027", "year = 2027\npreliminary = [2026]") == said(
        3, "preliminary[1]", "there is no outcome for 2026"
    )


# Everything at once


def test_every_problem_of_a_file_is_told_in_its_order() -> None:
    """What cannot be read is told in the order in which it is written, whatever the order of the tables."""
    text = """\
format = 1
colour = "red"

[[costs]]
name = "Stöd"
category = "indvidual"
id = "stod"
budget = { 2027 = 4e6, 2003 = 1 }

[funding]
total = { 2027 = true }

[association]
name = "Exempelbygden"
municipalities = ["Hbo", "Mullsjö"]
nme = 1
"""
    amount = 'is not an amount; write whole kronor as 120_810, and öre as "120 810,50"'
    assert refusal(text).splitlines() == [
        said(None, "year", NO_YEAR),
        said(2, "colour", "there is no such key"),
        said(6, 'costs[1] "stod".category', '"indvidual" is not a category; did you mean "individual"?'),
        said(8, 'costs[1] "stod".budget.2027', f"4000000.0 {amount}"),
        said(8, 'costs[1] "stod".budget.2003', "2003 is not a year from 2004, when the act came into force, to 2100"),
        said(11, "funding.total.2027", f"true {amount}"),
        said(15, "association.municipalities[1]", 'there is no municipality "Hbo"; did you mean "Håbo"?'),
        said(16, "association.nme", 'there is no such key; did you mean "name"?'),
    ]


def test_one_wrong_key_in_each_of_several_tables_is_told_at_once() -> None:
    """A slip in one table hides none in another."""
    stated = '\n[[stated]]\nwhere = "4. Budget"\nicome = { budget = { 2027 = 1 } }\n[equity]\ncieling = "20 %"\n'
    text = (
        PLAN.replace("year = 2027", "year = 2027\nvison = 1")
        .replace("region =", "regoin =")
        .replace("total =", "totl =")
        .replace("shares =", "shars =")
        .replace("budget =", "bugdet =")
        + stated
    )
    mean = "there is no such key; did you mean"
    assert refusal(text).splitlines() == [
        said(3, "vison", f'{mean} "vision"?'),
        said(7, "association.regoin", f'{mean} "region"?'),
        said(11, "funding.totl", f'{mean} "total"?'),
        said(14, "funding.split[1].shars", f'{mean} "shares"?'),
        said(20, 'costs[1] "stod".bugdet', f'{mean} "budget"?'),
        said(24, 'stated[1] "4. Budget".icome', f'{mean} "income"?'),
        said(26, "equity.cieling", f'{mean} "ceiling"?'),
    ]


def test_a_wrong_association_hides_nothing_that_is_wrong_elsewhere() -> None:
    """Who the members are is not known, so that nobody is a stranger; everything else is told."""
    stated = '[[stated]]\nwhere = "4. Budget"\ncontributions = { "Hjo" = { budget = { 2027 = 1 } } }\n'
    row = '[[costs]]\nid = "stod"\nname = "Annat stöd"\ncategory = "new"\n'
    text = PLAN.replace('["Habo", "Mullsjö"]', '["Habo", "Habo"]').replace("total =", "unit = { 2028 = 1 }\ntotal =")
    assert refusal(text + stated + row).splitlines() == [
        said(7, "association.municipalities[2]", "Habo is a member of Exempelbygden twice; write it once"),
        said(10, "funding.unit.2028", "the funding has no amount for 2028"),
        said(25, 'costs[2] "stod".id', 'the id "stod" is used twice; give each an id of its own'),
    ]


def test_what_does_not_fit_is_told_beside_what_cannot_be_read() -> None:
    """A table that cannot be read hides nothing that is wrong in the others."""
    text = PLAN.replace(SPLIT, "equal = true\nyears = [2028]").replace("3_900_000", "3e6")
    assert refusal(text).splitlines() == [
        said(14, "funding.split[1].years[1]", "the funding has no amount for 2028"),
        said(
            20,
            'costs[1] "stod".budget.2027',
            '3000000.0 is not an amount; write whole kronor as 120_810, and öre as "120 810,50"',
        ),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "place", "message"),
    [
        (
            "outcome = { 2026 = 1 }",
            "outcome = { 2026 = true }",
            20,
            'costs[1] "stod".outcome.2026',
            'true is not an amount; write whole kronor as 120_810, and öre as "120 810,50"',
        ),
        ('id = "stod"\n', "", 16, 'costs[1] "Stöd".id', 'is missing; write id = "..."'),
        (
            "total = { 2027 = 4_000_000 }",
            "total = { 2027 = true }\nunit = { 2027 = 1 }",
            11,
            "funding.total.2027",
            'true is not an amount; write whole kronor as 120_810, and öre as "120 810,50"',
        ),
    ],
)
def test_what_would_not_be_wrong_but_for_what_cannot_be_read_is_not_told(
    old: str, new: str, line: int, place: str, message: str
) -> None:
    """An outcome that cannot be read is not also missing, nor is the amount of a year."""
    text = PLAN.replace("budget = { 2027 = 3_900_000 }", "outcome = { 2026 = 1 }").replace(
        "year = 2027", "year = 2027\npreliminary = [2026]"
    )
    assert loads(text)
    assert text.count(old) == 1
    assert refusal(text.replace(old, new)) == said(line, place, message)


def test_the_problems_are_values() -> None:
    """A program reads the file, and each place, line and message."""
    with pytest.raises(FileError) as caught:
        loads(f"{PLAN}colour = 1\n", name="plan.toml")
    [problem] = caught.value.problems
    assert caught.value.file == "plan.toml"
    assert (problem.path, problem.place, problem.line) == (("costs", 0, "colour"), 'costs[1] "stod".colour', 20)
    assert str(problem.message) == (
        'there is no such key; there is "id", "name", "category", "intervention", "note", "excluding_vat", "budget", '
        '"forecast", "outcome"'
    )


def test_a_problem_is_told_in_swedish_too() -> None:
    """The line, and what is wrong there."""
    with pytest.raises(FileError) as caught:
        loads(PLAN.replace('"individual"', '"indvidual"').replace("year = 2027\n", ""), name="plan.toml")
    assert caught.value.text("sv").splitlines() == [
        "plan.toml: year: saknas; skriv year = 2027",
        'plan.toml: rad 17, costs[1] "stod".category: "indvidual" är inget kostnadsslag; menades "individual"?',
    ]


# Too much


RIGHT_FILE = "look whether it is the right file"
DEEP = f"plan.toml: has tables more than 12 deep in one another, which no plan has; {RIGHT_FILE}"
DOTS = f"plan.toml: line 3: has more than 40 dots, which no plan has; {RIGHT_FILE}"
LARGE = f"plan.toml: is larger than 250 kB, which no plan is; {RIGHT_FILE}"
LONG = f"plan.toml: line 3: has more than 5000 characters, which no plan has; {RIGHT_FILE}"
MANY = f"plan.toml: has a table or a list of more than 400 rows, which no plan has; {RIGHT_FILE}"
NUMBER = f"plan.toml: has a number of thousands of digits, which no plan has; {RIGHT_FILE}"
START = "format = 1\nyear = 2027\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("x = " + "[" * 1_000 + "]" * 1_000, DEEP, id="a thousand lists in one another"),
        pytest.param("x = " + "[" * 20 + "]" * 20, DEEP, id="twenty lists in one another"),
        pytest.param("x = " + "{ a = " * 700 + "1" + "}" * 700, DEEP, id="seven hundred inline tables in one another"),
        pytest.param("\n".join("[[a" + ".a" * depth + "]]" for depth in range(40)), DEEP, id="tables of tables"),
        pytest.param("x" + ".a" * 2_000 + " = 1", DOTS, id="a key of two thousand"),
        pytest.param("x" + " . a" * 1_000 + " = 1", DOTS, id="a key of a thousand with spaces"),
        pytest.param("x" + '."a"' * 1_000 + " = 1", DOTS, id="a key of a thousand in quotes"),
        pytest.param("\n".join(f"x{i}" + ".a" * 2_000 + " = 1" for i in range(60)), DOTS, id="sixty such keys"),
        pytest.param("x" + ".a" * 100_000 + " = 1", LONG, id="a key of a hundred thousand"),
        pytest.param(
            "[x" + ".a" * 39 + "]\n" + "\n".join(f"k{i} = 1" for i in range(8_000)), DEEP, id="keys in a deep table"
        ),
        pytest.param("[[costs]]\n" * 8_000, MANY, id="eight thousand rows"),
        pytest.param("x = 1\n" * 50_000, LARGE, id="300 kB"),
        pytest.param("x = " + "9" * 4_500, NUMBER, id="a long number"),
    ],
)
def test_what_is_far_too_much_is_refused_at_once(text: str, message: str) -> None:
    """No text takes much room to be refused."""
    assert _in_little_room(lambda: refusal(START + text)) == message


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    """A large file is not read past what a plan can be."""
    path = tmp_path / "plan.toml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert _in_little_room(lambda: unreadable(path)) == LARGE


def test_a_text_of_fifty_megabytes_is_refused_unread() -> None:
    """The same holds for text."""
    text = "x = 1\n" * 8_400_000
    assert refusal(text) == LARGE
    assert _in_little_room(lambda: refusal(text)) == LARGE


def test_two_hundred_misspelt_names_are_each_answered() -> None:
    """Looking for near misses has an end, and the benchmark says how soon."""
    names = ", \n".join(f'"Hbo{number}"' for number in range(200))
    message = changed('"Habo", "Mullsjö"', names)
    assert message.splitlines()[7] == said(
        14, "association.municipalities[8]", 'there is no municipality "Hbo7"; did you mean "Håbo"?'
    )


@pytest.mark.parametrize(
    "row", ['"{}"'.format(r"\"" * 300), "'''{}'''".format("''a" * 200), '"""{}"""'.format('""a\n' * 150)]
)
def test_the_line_is_found_in_the_largest_file(row: str) -> None:
    """Whatever its quotes, of which no rule for reading them may try every way."""
    rows = ",\n".join([row] * 390)
    text = f"{START}orientation = [\n{rows}\n]\n[association]\nnme = 1\n"
    message = 'there is no such key; did you mean "name"?'
    assert refusal(text) == said(text.count("\n"), "association.nme", message)


def _in_little_room(refuse: Callable[[], str]) -> str:
    """The refusal, if it takes no more than ten megabytes."""
    tracemalloc.start()
    try:
        message = refuse()
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
    return message

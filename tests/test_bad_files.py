"""What is wrong in a file: every message whole, with its place, what is there, what should be and the near miss."""

import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from finsam import PlanFileError, load, loads

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
SPLIT = 'shares = { "Habo" = "60 %", "Mullsjö" = "40 %" }'


def refusal(text: str) -> str:
    """All that is said of a text that is not a plan."""
    with pytest.raises(PlanFileError) as caught:
        loads(text, name="plan.toml")
    return str(caught.value)


def changed(old: str, new: str) -> str:
    """What is said of the plan with one thing changed in it."""
    assert PLAN.count(old) == 1
    return refusal(PLAN.replace(old, new))


def said(place: str, message: str) -> str:
    return f"plan.toml: {place}: {message}"


def split_by(key: str) -> str:
    """What is said of the plan with another split key."""
    return changed(SPLIT, key)


def test_the_plan_that_the_others_spoil_is_in_order() -> None:
    """Nothing but the change is wrong in what follows."""
    assert loads(PLAN).year == 2027


# The file


def unreadable(path: Path) -> str:
    """What is said of the file, which is then called plan.toml."""
    with pytest.raises(PlanFileError) as caught:
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
    """What else the system says is passed on."""
    (tmp_path / "file").touch()
    assert unreadable(tmp_path / "file" / "plan.toml") == "plan.toml: cannot be read: Not a directory"


def test_a_name_that_cannot_be_is_refused() -> None:
    """No file has a nought byte in its name."""
    with pytest.raises(PlanFileError) as caught:
        load("pl\0an")
    assert str(caught.value) == "pl\0an: is not the name of a file"


def test_other_encodings_are_refused_with_the_line(tmp_path: Path) -> None:
    """A file saved as Latin-1 is refused where its first Swedish letter stands."""
    (tmp_path / "plan.toml").write_bytes(PLAN.encode("latin-1"))
    message = "plan.toml: line 6: is not UTF-8, byte 0xf6; save the file as UTF-8"
    assert unreadable(tmp_path / "plan.toml") == message


# TOML


@pytest.mark.parametrize(
    ("old", "new", "place", "key"),
    [
        ('"Mullsjö" = "40 %"', 'Mullsjö = "40 %"', "line 13, column 35", "Mullsjö"),
        ("[funding]", "[finansiering.års]", "line 9, column 15", "års"),
        ("year = 2027", "år = 2027", "line 2, column 1", "år"),
        ('"Habo" = "60 %"', 'Örebro kommun = "60 %"', "line 13, column 12", "Örebro kommun"),
    ],
)
def test_swedish_keys_need_quotes(old: str, new: str, place: str, key: str) -> None:
    """A key with å, ä or ö without quotes is shown as it should be written."""
    assert changed(old, new) == said(place, f'the key {key} needs quotes; write "{key}"')


@pytest.mark.parametrize(
    ("new", "column", "text"),
    [("[Habo, Mullsjö]", 19, "Habo"), ('["Habo", Mullsjö]', 27, "Mullsjö"), ("Habo kommun", 18, "Habo kommun")],
)
def test_text_needs_quotes(new: str, column: int, text: str) -> None:
    """Text without quotes is shown as it should be written."""
    assert changed('["Habo", "Mullsjö"]', new) == said(
        f"line 7, column {column}", f'{text} needs quotes; write "{text}"'
    )


def test_a_number_with_spaces_is_shown_with_underscores() -> None:
    """Amounts as people print them are shown as TOML has them."""
    assert changed("4_000_000", "4 000 000") == said("line 10, column 20", "4 000 000 has spaces; write 4_000_000")
    assert changed('"stod"', "4 000") == said("line 16, column 8", "4 000 has spaces; write 4_000")


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("year = 2027", "year = ", "line 2, column 8", "Invalid value"),
        ('"Exempelbygden"', '"Södra Vätterbygden', "line 5, column 27", r"Illegal character '\n'"),
        ('"Exempelbygden"', '"4 000 Vätterbygden', "line 5, column 27", r"Illegal character '\n'"),
        ('id = "stod"', 'id = "stöd"\nid = "stöd"', "line 17, column 12", "Cannot overwrite a value"),
        ("3_900_000 }\n", "[1,", "the end", "Invalid value"),
    ],
)
def test_what_else_is_not_toml_is_said_with_its_place(old: str, new: str, place: str, message: str) -> None:
    """A hint is given only where it is the cause."""
    assert changed(old, new) == said(place, f"is not TOML: {message}")


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
    assert changed("format = 1", line) == said("format", message)


# Keys


def test_unknown_keys_are_refused_with_the_near_miss() -> None:
    """No key is ignored, at any depth; the nearest is suggested, or what there is to choose from."""
    assert changed("[association]", "fundin = 1\n[association]") == said(
        "fundin", "there is no such key; did you mean 'funding'?"
    )
    assert changed("region =", "web = 2\nregion =") == said(
        "association.web",
        "there is no such key; there is 'name', 'municipalities', 'region', 'regions', 'agencies', 'formed', "
        "'organisation_number'",
    )
    assert changed("total = {", "ttal = { 2026 = 1 }\ntotal = {") == said(
        "funding.ttal", "there is no such key; did you mean 'total'?"
    )
    assert changed("budget = {", '"bud get" = 1\nbudget = {') == said(
        'costs[1] "stod"."bud get"', "there is no such key; did you mean 'budget'?"
    )


def test_what_is_missing_is_named() -> None:
    """A row or a table without a key that it needs is refused."""
    assert changed('name = "Stöd"\n', "") == said('costs[1] "stod".name', "is missing; write it")
    assert changed('id = "stod"\nname = "Stöd"\n', "") == "\n".join(
        [said("costs[1].id", "is missing; write it"), said("costs[1].name", "is missing; write it")]
    )
    assert changed("year = 2027\n", "") == said("year", "is missing; write it")
    assert refusal("format = 1\nyear = 2027\n") == said("association", "is missing; write it")


def test_a_misspelt_key_is_both_missing_and_unknown() -> None:
    """What is missing comes before what is written."""
    assert changed("category =", "categry =") == "\n".join(
        [
            said('costs[1] "stod".category', "is missing; write it"),
            said('costs[1] "stod".categry', "there is no such key; did you mean 'category'?"),
        ]
    )


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        (
            "[[costs]]",
            "[costs]",
            "costs",
            "a table is not a list; write it between [ and ], or each of its tables under [[ ]]",
        ),
        ("[funding]\n", "[[funding]]\n", "funding", "a list is not a table; write keys and values between { and }"),
        ("{ 2027 = 4_000_000 }", "4", "funding.total", "4 is not a table; write keys and values between { and }"),
        (
            '["Habo", "Mullsjö"]',
            '"Habo"',
            "association.municipalities",
            '"Habo" is not a list; write it between [ and ], or each of its tables under [[ ]]',
        ),
        ('["Habo", "Mullsjö"]', "[1]", "association.municipalities[1]", "1 is not text; write it in quotes"),
        (
            '["Habo", "Mullsjö"]',
            '[["Habo"]]',
            "association.municipalities[1]",
            "a list is not text; write it in quotes",
        ),
        ('"Exempelbygden"', "2027-01-01", "association.name", "2027-01-01 is not text; write it in quotes"),
        ('"Exempelbygden"', '" "', "association.name", '" " is not text; write it in quotes'),
        (SPLIT, "equal = 1", "funding.split[1].equal", "1 is neither true nor false"),
        (
            "region =",
            'formed = "1 april"\nregion =',
            "association.formed",
            "'1 april' is not a day; write year-month-day, as 2011-04-01",
        ),
        (
            "region =",
            "formed = 2011-04-01T10:00:00\nregion =",
            "association.formed",
            "2011-04-01 10:00:00 is not a day; write year-month-day, as 2011-04-01",
        ),
        ('id = "stod"', "id = 3", "costs[1].id", "3 is not text; write it in quotes"),
    ],
)
def test_values_of_another_kind_are_refused(old: str, new: str, place: str, message: str) -> None:
    """Text is text, a list a list, a table a table and a day a day."""
    assert changed(old, new) == said(place, message)


# Names


def test_misspelt_organisations_are_suggested() -> None:
    """Municipalities, regions and agencies are those of the registers."""
    assert changed('["Habo"', '["Habbo"') == said(
        "association.municipalities[1]", "there is no municipality 'Habbo'; did you mean 'Habo'?"
    )
    assert changed('["Habo"', '[{ name = "Habbo", joined = 2020-01-01 }') == said(
        'association.municipalities[1] "Habbo".name', "there is no municipality 'Habbo'; did you mean 'Habo'?"
    )
    assert changed('"Region Jönköpings län"', '"Region Jönköping"') == said(
        "association.region", "there is no region 'Region Jönköping'; did you mean 'Region Jönköpings län'?"
    )
    assert changed("region =", 'agencies = ["Försäkringkassan", "AF"]\nregion =') == "\n".join(
        [
            said("association.agencies[1]", "\"Försäkringkassan\" is not an agency; did you mean 'Försäkringskassan'?"),
            said(
                "association.agencies[2]",
                "\"AF\" is not an agency; there is 'Försäkringskassan', 'Arbetsförmedlingen'",
            ),
        ]
    )


def test_misspelt_members_are_suggested() -> None:
    """A split and a stated contribution name members."""
    assert changed('{ "Habo"', '{ "Habbo"') == said(
        "funding, 2027", "a share is given for 'Habbo', who does not share; did you mean 'Habo'?"
    )
    stated = '[[stated]]\nwhere = "4. Budget"\ncontributions = { "Habbo" = { budget = { 2027 = 1 } } }\n'
    assert refusal(PLAN + stated) == said(
        'stated "4. Budget".contributions', "'Habbo' is not a member; did you mean 'Habo'?"
    )


def test_misspelt_categories_and_parties_are_suggested() -> None:
    """A category is one of six and a party one of three."""
    assert changed('"individual"', '"indvidual"') == said(
        'costs[1] "stod".category', "\"indvidual\" is not a category; did you mean 'individual'?"
    )
    assert changed('"individual"', "3") == said(
        'costs[1] "stod".category',
        "3 is not a category; there is 'individual', 'structural', 'administration', 'board', 'audit', 'new'",
    )
    stated = '[[stated]]\nwhere = "4. Budget"\nparties = { stat = { budget = { 2027 = 1 } } }\n'
    assert refusal(PLAN + stated) == said(
        'stated[1] "4. Budget".parties.stat', "\"stat\" is not a party; did you mean 'state'?"
    )


def test_an_organisation_number_has_a_checksum() -> None:
    """222000-2873 is Finnveden's; another last digit is a slip."""
    assert changed("region =", 'organisation_number = "222000-2874"\nregion =') == said(
        "association.organisation_number",
        "222000-2874 has the check digit 4, where its first nine digits give 3; look for a digit that is wrong or two "
        "that have changed places",
    )
    assert changed("region =", "organisation_number = 2220002873\nregion =") == said(
        "association.organisation_number", "2220002873 is not text; write it in quotes"
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
    assert changed("4_000_000", amount) == said("funding.total.2027", message)
    assert changed("3_900_000", amount) == said('costs[1] "stod".budget.2027', message)


@pytest.mark.parametrize(
    ("amount", "message"),
    [
        ("4e6", """'4e6' is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr\""""),
        ("", """'' is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr\""""),
        ("10 dollar", "'10 dollar' has the unit 'dollar'; write kr, tkr or mkr"),
        ("0,001", "'0,001' is not a whole number of öre; write at most two decimals of a krona"),
        (
            "1.234 tkr",
            "'1.234 tkr' can be read in two ways; write a decimal comma, or spaces between thousands",
        ),
    ],
)
def test_amounts_in_text_are_swedish(amount: str, message: str) -> None:
    """Text that is no amount is refused with its reason."""
    assert changed("4_000_000", f'"{amount}"') == said("funding.total.2027", message)


@pytest.mark.parametrize("amount", ["-1", '"-1 kr"', '"−1"'])
def test_contributions_are_not_negative(amount: str) -> None:
    """Nobody contributes less than nought."""
    assert changed("4_000_000", amount) == said(
        "funding.total.2027", "the contributions start from total = -1 kr; write nought or more"
    )


@pytest.mark.parametrize(
    ("share", "message"),
    [
        ("0.4", '0.4 is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"'),
        ("40", '40 is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"'),
        ("nan", 'nan is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"'),
        ('"40"', """'40' is not a share; write per cent as "6,8 %" or a ratio as "17/250\""""),
        ('"-40 %"', """'-40 %' is not a share; write per cent as "6,8 %" or a ratio as "17/250\""""),
        ('"4/0"', """'4/0' is not a share; write per cent as "6,8 %" or a ratio as "17/250\""""),
        ('"1/1234567890"', '"1/1234567890" has more than nine digits after /; write per cent as "6,8 %"'),
    ],
)
def test_shares_are_per_cent_or_ratios(share: str, message: str) -> None:
    """A number alone is not a share, for nobody knows of what."""
    assert changed('"40 %"', share) == said('funding.split[1].shares."Mullsjö"', message)


@pytest.mark.parametrize(
    ("share", "message"),
    [
        ("4,0", "'4,0'"),
        ("1/4", "'1/4'"),
    ],
)
def test_printed_shares_are_per_cent(share: str, message: str) -> None:
    """A document prints its shares of the costs in per cent."""
    stated = f'[[stated]]\nwhere = "4. Budget"\nshares = {{ budget = {{ 2027 = {{ new = "{share}" }} }} }}\n'
    assert refusal(PLAN + stated) == said(
        'stated[1] "4. Budget".shares.budget.2027.new',
        f'a printed share is per cent in quotes, as "54,5 %", not {message}',
    )


@pytest.mark.parametrize(
    ("year", "message"),
    [
        ("2003", "2003 is not a year from 2004, when the act came into force, to 2100"),
        ("2101", "2101 is not a year from 2004, when the act came into force, to 2100"),
        ("20277", "20277 is not a year; write four digits, as 2027"),
        ("-2027", "-2027 is not a year; write four digits, as 2027"),
        ("2027.0", "2027.0 is not a year; write four digits, as 2027"),
        ("true", "true is not a year; write four digits, as 2027"),
        ('"next"', '"next" is not a year; write four digits, as 2027'),
        ("0x" + "f" * 4_000, "a number of more than thirty digits is not a year; write four digits, as 2027"),
    ],
)
def test_years_have_four_digits_from_2004(year: str, message: str) -> None:
    """The act has applied since 2004."""
    assert changed("year = 2027", f"year = {year}") == said("year", message)


def test_columns_are_years() -> None:
    """What stands before an amount is its year."""
    assert changed("{ 2027 = 4", "{ 2003 = 4") == said(
        "funding.total.2003", "2003 is not a year from 2004, when the act came into force, to 2100"
    )
    assert changed("{ 2027 = 3", "{ total = 3") == said(
        'costs[1] "stod".budget.total', '"total" is not a year; write four digits, as 2027'
    )


# What does not fit together


def test_shares_sum_to_one() -> None:
    """Shares of the whole are the whole."""
    assert changed('"40 %"', '"30 %"') == said(
        "funding.split[1]", "the shares of Habo, Mullsjö sum to 90 %; change them so that they sum to 100 %"
    )


@pytest.mark.parametrize(
    ("population", "place", "message"),
    [
        ('{ "Habo" = -1, "Mullsjö" = 5 }', "funding.split[1]", "the population of Habo is -1; write nought or more"),
        (
            '{ "Habo" = 1.5, "Mullsjö" = 5 }',
            "funding.split[1].population.Habo",
            "1.5 is not a whole number; write digits without quotes",
        ),
        (
            '{ "Habo" = true, "Mullsjö" = 5 }',
            "funding.split[1].population.Habo",
            "true is not a whole number; write digits without quotes",
        ),
        (
            '{ "Habo" = 0x' + "f" * 40 + ', "Mullsjö" = 5 }',
            "funding.split[1].population.Habo",
            "a number of more than thirty digits is not a whole number; write digits without quotes",
        ),
        ('{ "Habo" = 5 }', "funding, 2027", "no population is given for Mullsjö; write it"),
        (
            '{ "Habo" = 5, "Mullsjö" = 5, "Aneby" = 5 }',
            "funding, 2027",
            "a population is given for 'Aneby', who does not share; there is 'Habo', 'Mullsjö'",
        ),
        (
            '{ "Habo" = 0, "Mullsjö" = 0 }',
            "funding, 2027",
            "the weights of Habo, Mullsjö sum to nought; give at least one of them a weight above nought",
        ),
    ],
)
def test_a_population_is_of_the_members_that_share(population: str, place: str, message: str) -> None:
    """Heads are whole numbers from nought, one for each who shares, and somebody lives somewhere."""
    assert split_by(f"population = {population}") == said(place, message)


@pytest.mark.parametrize(
    ("key", "place", "message"),
    [
        (
            'amounts = { "Habo" = 1, "Mullsjö" = 2 }',
            "funding, 2027",
            "the fixed amounts add up to 3 kr; change them so that they add up to 1 000 000 kr",
        ),
        (
            'amounts = { "Habo" = -1, "Mullsjö" = 2 }',
            "funding.split[1]",
            "the fixed amount of Habo is -1 kr; write nought or more",
        ),
        (
            'mixture = [{ weight = "50 %", equal = true }]',
            "funding.split[1]",
            "the weights of the mixture sum to 50 %; change them so that they sum to 100 %",
        ),
        (
            "mixture = [{ equal = true }]",
            "funding.split[1]",
            'each key in a mixture has a weight and no years; write weight = "50 %"',
        ),
        (
            'mixture = [{ weight = "100 %", years = [2027], equal = true }]',
            "funding.split[1]",
            'each key in a mixture has a weight and no years; write weight = "50 %"',
        ),
        (
            'mixture = [{ weight = "100 %", amounts = { "Habo" = 1 } }]',
            "funding.split[1]",
            "Fixed cannot be part of a mixture; write shares instead",
        ),
        (
            'mixture = [{ weight = "100 %", population = { "Habo" = 0, "Mullsjö" = 0 } }]',
            "funding, 2027",
            "the weights of Habo, Mullsjö sum to nought; give at least one above nought",
        ),
        (
            "equal = true\nto_be_split_by = 'population'",
            "funding.split[1]",
            (
                "a split has one key, not equal and to_be_split_by; write one of shares, population, equal, amounts, "
                "mixture, to_be_split_by"
            ),
        ),
        (
            "equal = false",
            "funding.split[1]",
            "a split has one key, not none; write one of shares, population, equal, amounts, mixture, to_be_split_by",
        ),
        ("equal = true\non = 2026-11-01", "funding.split[1]", "the day 2026-11-01 does not go with equal; remove it"),
        ('equal = true\nsource = "SCB"', "funding.split[1]", "a source does not go with equal; remove it"),
        ('equal = true\nweight = "10 %"', "funding.split[1].weight", "only a key in a mixture has a weight; remove it"),
        ("equal = true\nyears = [2027, 2027]", "funding.split[1].years", "2027 already has a split"),
        ("equal = true\nyears = [2027, 2028]", "funding.split[1].years", "the funding has no amount for 2028"),
    ],
)
def test_a_split_is_one_key_that_fits(key: str, place: str, message: str) -> None:
    """Each year has one key, and the key fits what it splits."""
    assert split_by(key) == said(place, message)


@pytest.mark.parametrize(
    ("line", "place", "message"),
    [
        ("state = { 2027 = 1 }", "funding", "2027 starts from total and state; write one of them"),
        ("unit = { 2028 = 1 }", "funding.unit.2028", "the funding has no amount for 2028"),
        ("unit = { 2027 = 0 }", "funding, 2027", "the unit is 0 kr; write an amount above nought, as kr(1)"),
        (
            "unit = { 2027 = 3 }",
            "funding, 2027",
            "4 000 000 kr is not a whole number of units of 3 kr; choose a unit that divides it",
        ),
    ],
)
def test_a_year_is_funded_from_one_amount_in_whole_units(line: str, place: str, message: str) -> None:
    """Contributions start from one amount, which the unit divides."""
    assert changed("total =", f"{line}\ntotal =") == said(place, message)


@pytest.mark.parametrize("twice", ['"Habo", "Habo"', '"Habo", "habo kommun"', '"Habo", { name = "0643" }'])
def test_a_member_is_written_once(twice: str) -> None:
    """Two spellings of one municipality are one member."""
    assert changed('["Habo"', f"[{twice}") == said(
        "association", "Habo is a member of Exempelbygden twice; write it once"
    )


def test_members_join_after_the_formation_and_leave_after_they_joined() -> None:
    """The days of membership come in their order."""
    days = '{ name = "Habo", joined = 2020-01-01, left = 2019-12-31 }'
    assert changed('["Habo"', f"[{days}") == said(
        "association", "Habo cannot leave on 2019-12-31, before it joined on 2020-01-01"
    )
    days = '{ name = "Habo", joined = 2020-01-01 }'
    assert changed('["Habo", "Mullsjö"]', f'[{days}, "Mullsjö"]\nformed = 2021-01-01') == said(
        "association", "Habo cannot join on 2020-01-01, before Exempelbygden was formed on 2021-01-01"
    )


def test_no_year_lies_outside_the_membership() -> None:
    """There are no contributions before the association was formed."""
    assert changed("region =", "formed = 2028-01-01\nregion =") == said(
        "funding, 2027", "Exempelbygden has no members in 2027; it was formed on 2028-01-01"
    )


def test_rows_have_ids_of_their_own() -> None:
    """Two rows with an amount in one column have two ids."""
    row = '[[costs]]\nid = "stod"\nname = "Annat stöd"\ncategory = "new"\nbudget = { 2027 = 1 }\n'
    assert refusal(PLAN + row) == said(
        "budget 2027", "the id 'stod' is used twice in 2027; give each line an id of its own"
    )


def test_only_an_outcome_is_preliminary() -> None:
    """A year without an outcome has no preliminary one."""
    assert changed("year = 2027", "year = 2027\npreliminary = [2026]") == said(
        "preliminary", "there is no outcome for 2026"
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
    assert refusal(text) == "\n".join(
        [
            said("year", "is missing; write it"),
            said("colour", "there is no such key"),
            said('costs[1] "stod".category', "\"indvidual\" is not a category; did you mean 'individual'?"),
            said(
                'costs[1] "stod".budget.2027',
                '4000000.0 is not an amount; write whole kronor as 120_810, and öre as "120 810,50"',
            ),
            said(
                'costs[1] "stod".budget.2003',
                "2003 is not a year from 2004, when the act came into force, to 2100",
            ),
            said(
                "funding.total.2027",
                'true is not an amount; write whole kronor as 120_810, and öre as "120 810,50"',
            ),
            said("association.municipalities[1]", "there is no municipality 'Hbo'; did you mean 'Håbo'?"),
            said("association.nme", "there is no such key; did you mean 'name'?"),
        ]
    )


def test_what_does_not_fit_is_told_beside_what_cannot_be_read() -> None:
    """A table that cannot be read hides nothing that is wrong in the others."""
    text = PLAN.replace('"40 %"', '"30 %"').replace("3_900_000", "3e6")
    assert refusal(text) == "\n".join(
        [
            said(
                'costs[1] "stod".budget.2027',
                '3000000.0 is not an amount; write whole kronor as 120_810, and öre as "120 810,50"',
            ),
            said("funding.split[1]", "the shares of Habo, Mullsjö sum to 90 %; change them so that they sum to 100 %"),
        ]
    )


def test_the_problems_are_values() -> None:
    """A program reads the file, and each place and message."""
    with pytest.raises(PlanFileError) as caught:
        loads("format = 1\nyear = 2027\n", name="plan.toml")
    [problem] = caught.value.problems
    assert (caught.value.file, problem.place, problem.message) == ("plan.toml", "association", "is missing; write it")


# Too much


RIGHT_FILE = "which no plan has; look whether it is the right file"
DEEP = f"plan.toml: has tables more than 12 deep in one another, {RIGHT_FILE}"
DOTS = f"plan.toml: line 3: has more than 40 dots, {RIGHT_FILE}"
LARGE = f"plan.toml: is of more than 250 kB, {RIGHT_FILE}"
LONG = f"plan.toml: line 3: is of more than 5000 characters, {RIGHT_FILE}"
MANY = f"plan.toml: has a table or a list of more than 400 rows, {RIGHT_FILE}"
NUMBER = f"plan.toml: has a number of thousands of digits, {RIGHT_FILE}"
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
    """No text takes long or much room to be refused."""
    assert _quickly(lambda: refusal(START + text)) == message
    assert _in_little_room(lambda: refusal(START + text)) == message


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    """A large file is not read past what a plan can be."""
    path = tmp_path / "plan.toml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert _quickly(lambda: unreadable(path)) == LARGE
    assert _in_little_room(lambda: unreadable(path)) == LARGE


def test_a_text_of_fifty_megabytes_is_refused_unread() -> None:
    """The same holds for text."""
    text = "x = 1\n" * 8_400_000
    assert _quickly(lambda: refusal(text)) == LARGE
    assert _in_little_room(lambda: refusal(text)) == LARGE


def test_two_hundred_misspelt_names_take_a_moment() -> None:
    """Looking for near misses has an end."""
    names = ", \n".join(f'"Hbo{number}"' for number in range(200))
    message = _quickly(lambda: changed('"Habo", "Mullsjö"', names))
    assert message.splitlines()[7] == said(
        "association.municipalities[8]", "there is no municipality 'Hbo7'; did you mean 'Håbo'?"
    )


def _quickly(refuse: Callable[[], str]) -> str:
    """The refusal, if it takes no more than two seconds of the processor."""
    started = time.process_time()
    message = refuse()
    assert time.process_time() - started < 2
    return message


def _in_little_room(refuse: Callable[[], str]) -> str:
    """The refusal, if it takes no more than ten megabytes."""
    tracemalloc.start()
    try:
        message = refuse()
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
    return message

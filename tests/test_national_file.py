"""The file of a national allocation: everything that can be wrong with it is told with its line, place and remedy."""

from pathlib import Path

import pytest
from attrs import evolve

from finsam import FileError, FinsamError, kr, share
from finsam.errors import NationalError
from finsam.files import loads as load_plan
from finsam.national import (
    AllocationKey,
    Area,
    Choices,
    National,
    NationalKey,
    Recipient,
    dump,
    example,
    examples,
    load,
    loads,
    with_figure,
)

FILE = """\
format = 1
kind = "national"
year = 2027
appropriation = 12_000_000
floor = "10 %"

[livelihood]
year = 2025

[inhabitants]
year = 2025

[[associations]]
name = "Finsam Åsby"
areas = [
    { name = "Åsby", livelihood = { 2025 = 30 }, inhabitants = { 2025 = 30 } },
    { name = "Hult", livelihood = { 2025 = 10 }, inhabitants = { 2025 = 20 } },
]

[[associations]]
name = "Finsam Näs"
areas = [{ name = "Näs", livelihood = { 2025 = 40 }, inhabitants = { 2025 = 50 } }]
"""


def refused(text: str) -> tuple[str, str]:
    """What is said of it, in both languages."""
    with pytest.raises(FileError) as caught:
        loads(text, name="n.toml")
    return caught.value.text("en"), caught.value.text("sv")


def test_a_file_is_read_and_written(tmp_path: Path) -> None:
    """As the same."""
    national = loads(FILE)
    dump(national, tmp_path / "n.toml")
    assert load(tmp_path / "n.toml") == national
    assert dict(national.allocation) == {"Finsam Åsby": kr(6_000_000), "Finsam Näs": kr(6_000_000)}
    assert examples() == ("exempellandet-2027",)


ASBY, NAS = 'name = "Finsam Åsby"\n', 'name = "Finsam Näs"\n'
SAVED = "equity = 300\nequity_limit = 100\n"
FEW_ASSOCIATIONS = FILE[: FILE.index("[[associations]]")]

WRONG = {
    "a figure of another year": (
        ('name = "Hult", livelihood = { 2025 = 10 }', 'name = "Hult", livelihood = { 2024 = 10 }'),
        (
            'line 17, associations[1] "Finsam Åsby".areas[2] "Hult".livelihood: the figure of Hult is of 2024, '
            "and the key "
            "is of 2025; write livelihood = { 2025 = ... }, or the other year under [livelihood] if all have that"
        ),
        (
            'rad 17, associations[1] "Finsam Åsby".areas[2] "Hult".livelihood: siffran för Hult är för 2024, '
            "och nyckeln är "
            "för 2025; skriv livelihood = { 2025 = ... }, eller det andra året under [livelihood] om alla har det"
        ),
    ),
    "no figure for a key": (
        ('name = "Näs", livelihood = { 2025 = 40 }, ', 'name = "Näs", '),
        (
            'line 22, associations[2] "Finsam Näs".areas[1] "Näs": Näs has no figure for livelihood; '
            "write livelihood = { 2025 = ... }"
        ),
        (
            'rad 22, associations[2] "Finsam Näs".areas[1] "Näs": Näs saknar siffra för livelihood; '
            "skriv livelihood = { 2025 = ... }"
        ),
    ),
    "a figure below zero": (
        ("inhabitants = { 2025 = 20 }", "inhabitants = { 2025 = -20 }"),
        (
            'line 17, associations[1] "Finsam Åsby".areas[2] "Hult".inhabitants.2025: -20 is below zero; write '
            "zero or more"
        ),
        (
            'rad 17, associations[1] "Finsam Åsby".areas[2] "Hult".inhabitants.2025: -20 är under noll; '
            "skriv noll eller mer"
        ),
    ),
    "an area twice": (
        ('name = "Näs", ', 'name = "Hult", '),
        (
            'line 22, associations[2] "Finsam Näs".areas[1] "Hult".name: the area "Hult" is in "Finsam Åsby" already; '
            "keep one, or name the parts of a municipality"
        ),
        (
            'rad 22, associations[2] "Finsam Näs".areas[1] "Hult".name: området "Hult" finns redan i "Finsam Åsby"; '
            "behåll ett, eller namnge kommunens delar"
        ),
    ),
    "an association twice": (
        (NAS, ASBY),
        'line 21, associations[2] "Finsam Åsby".name: the association "Finsam Åsby" is there twice; keep one',
        'rad 21, associations[2] "Finsam Åsby".name: förbundet "Finsam Åsby" finns två gånger; behåll ett',
    ),
    "an amount below zero": (
        (NAS, f"{NAS}last_year = -1\n"),
        'line 22, associations[2] "Finsam Näs".last_year: -1 kr is below zero; write zero or more',
        'rad 22, associations[2] "Finsam Näs".last_year: -1 kr är under noll; skriv noll eller mer',
    ),
    "funds in öre": (
        ("12_000_000", '"12 000 000,50"'),
        "line 4, appropriation: 12 000 000,50 kr is not an amount of zero or more in whole kronor; write one",
        "rad 4, appropriation: 12 000 000,50 kr är inget belopp på noll eller mer i hela kronor; skriv ett",
    ),
    "a base amount below zero": (
        ("12_000_000", "12_000_000\nbase = -1"),
        "line 5, base: -1 kr is not an amount of zero or more in whole kronor; write one",
        "rad 5, base: -1 kr är inget belopp på noll eller mer i hela kronor; skriv ett",
    ),
    "a decrease above all": (
        ('"10 %"', '"110 %"'),
        "line 5, floor: write from 0 % to 100 %, not 110 %",
        "rad 5, floor: skriv från 0 % till 100 %, inte 110 %",
    ),
    "a weight above all": (
        ("[livelihood]\nyear = 2025", '[livelihood]\nyear = 2025\nweight = "110 %"'),
        "line 9, livelihood.weight: write from 0 % to 100 %, not 110 %",
        "rad 9, livelihood.weight: skriv från 0 % till 100 %, inte 110 %",
    ),
    "weights that are not all": (
        ("[inhabitants]\nyear = 2025", '[inhabitants]\nyear = 2025\nweight = "30 %"'),
        (
            "line 12, inhabitants.weight: the weights of the keys are 75 %, 30 %, together 105 %; "
            "write weights that sum to 100 %"
        ),
        (
            "rad 12, inhabitants.weight: nycklarnas vikter är 75 %, 30 %, tillsammans 105 %; "
            "skriv vikter som tillsammans är 100 %"
        ),
    ),
    "a deduction above all": (
        ("[[associations]]\n" + ASBY, '[choices]\ndeduction = "110 %"\n\n[[associations]]\n' + ASBY),
        "line 14, choices.deduction: write from 0 % to 100 %, not 110 %",
        "rad 14, choices.deduction: skriv från 0 % till 100 %, inte 110 %",
    ),
    "an order that is not whole": (
        ("[[associations]]\n" + ASBY, '[choices]\norder = ["floor", "declined"]\n\n[[associations]]\n' + ASBY),
        'line 14, choices.order: the order is floor, declined; write each of "floor", "deduction", "declined" once',
        (
            'rad 14, choices.order: ordningen är golv, avstått; skriv vart och ett av "floor", "deduction", "declined" '
            "en gång"
        ),
    ),
    "a word that is no choice": (
        (
            "[[associations]]\n" + ASBY,
            '[choices]\norder = ["flor"]\nproportion = "x"\ndeclined = "?"\n\n[[associations]]\n' + ASBY,
        ),
        (
            'line 14, choices.order[1]: "flor" is not an adjustment; did you mean "floor"?\n'
            'n.toml: line 15, choices.proportion: "x" is not a proportion; there is "amount", "above-base"\n'
            'n.toml: line 16, choices.declined: "?" is nothing to do with money; there is "shared", "returned"'
        ),
        (
            'rad 14, choices.order[1]: "flor" är ingen justering; menades "floor"?\n'
            'n.toml: rad 15, choices.proportion: "x" är ingen proportion; det finns "amount", "above-base"\n'
            'n.toml: rad 16, choices.declined: "?" är inget att göra med pengar; det finns "shared", "returned"'
        ),
    ),
    "base amounts of more than there is": (
        ("12_000_000", "700_000"),
        (
            "line 4, appropriation: the base amounts add up to 800 000 kr, and there is 700 000 kr; "
            "write a smaller base amount"
        ),
        (
            "rad 4, appropriation: grundbeloppen är tillsammans 800 000 kr, och det finns 700 000 kr; "
            "skriv ett mindre grundbelopp"
        ),
    ),
    "a base amount of more than there is": (
        ("12_000_000", "700_000\nbase = 500_000"),
        "line 5, base: the base amounts add up to 1 000 000 kr, and there is 700 000 kr; write a smaller base amount",
        (
            "rad 5, base: grundbeloppen är tillsammans 1 000 000 kr, och det finns 700 000 kr; skriv ett mindre "
            "grundbelopp"
        ),
    ),
    "funds that are not known": (
        ("appropriation = 12_000_000\n", ""),
        (
            "appropriation: the state's funds: nothing is known of 2027, and no source says that it is as before; "
            "write appropriation = ..."
        ),
        (
            "appropriation: statens medel: inget är känt för 2027, och ingen källa säger att det är som förut; "
            "skriv appropriation = ..."
        ),
    ),
    "equity that decides and is not known": (
        (NAS, f"{NAS}last_year = 10_000_000\n"),
        (
            'line 20, associations[2] "Finsam Näs": its equity, or the most that it may have saved, is not known; '
            "write equity and equity_limit, or protected = true or false for the floor alone"
        ),
        (
            'rad 20, associations[2] "Finsam Näs": dess kapital, eller det mesta som det får ha sparat, är inte känt; '
            "skriv equity och equity_limit, eller protected = true eller false för bara golvet"
        ),
    ),
    "who bears the floor": (
        (NAS, f"{NAS}last_year = 10_000_000\nprotected = true\n"),
        (
            "choices.proportion: others bear what raises some to their floors, and no source says how; "
            'choose: proportion = one of "amount" (in proportion to their whole amounts), '
            '"above-base" (in proportion to what they have above the base amount)'
        ),
        (
            "choices.proportion: andra bär det som höjer några till deras golv, och ingen källa säger hur; "
            'välj: proportion = något av "amount" (i proportion till deras hela belopp), '
            '"above-base" (i proportion till det som är över grundbeloppet)'
        ),
    ),
    "what becomes of what is declined": (
        (NAS, f"{NAS}at_most = 1_000_000\n"),
        (
            'choices.declined: something is declined, and no source says how; choose: declined = one of "shared" '
            '(shared among the others), "returned" (returned to the state)'
        ),
        (
            'choices.declined: något avstås, och ingen källa säger hur; välj: declined = något av "shared" '
            '(fördelas bland de andra), "returned" (går tillbaka till staten)'
        ),
    ),
    "how much is deducted": (
        (NAS, NAS + SAVED),
        (
            "choices.deduction: these have saved more than they may: Finsam Näs, and no source says how; "
            "choose: deduction "
            '= one of "100 %" (all that is too much), "50 %" (half of it), "0 %" (only the floor is lost)'
        ),
        (
            "choices.deduction: dessa har sparat mer än de får: Finsam Näs, och ingen källa säger hur; välj: "
            "deduction = "
            'något av "100 %" (allt som är för mycket), "50 %" (hälften av det), "0 %" (bara golvet förloras)'
        ),
    ),
    "protected though it has saved too much": (
        ("[[associations]]\n" + NAS, f"[[associations]]\n{NAS}protected = true\n{SAVED}"),
        (
            'line 22, associations[2] "Finsam Näs".protected: its equity is above the most that it may have saved, '
            "and the floor is not for such; leave protected out"
        ),
        (
            'rad 22, associations[2] "Finsam Näs".protected: dess kapital är över det mesta som det får ha sparat, '
            "och golvet gäller inte då; utelämna protected"
        ),
    ),
    "no areas": (
        (FILE[FILE.index("areas = [{") :], "areas = []\n"),
        (
            'line 22, associations[2] "Finsam Näs".areas: an association has at least one area; '
            "write areas = [{ name = ... }]"
        ),
        'rad 22, associations[2] "Finsam Näs".areas: ett förbund har minst ett område; skriv areas = [{ name = ... }]',
    ),
    "no associations": (
        (FILE, FEW_ASSOCIATIONS.replace("floor", "associations = []\nfloor")),
        "line 5, associations: there is no association to allocate to; write each under [[associations]]",
        "rad 5, associations: det finns inget förbund att fördela till; skriv vart och ett under [[associations]]",
    ),
}


@pytest.mark.parametrize(("change", "en", "sv"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told(change: tuple[str, str], en: str, sv: str) -> None:
    """With the line and the place, and what to write."""
    before, after = change
    assert FILE.count(before) == 1
    text = FILE.replace(before, after)
    if "protected = true\nequity" in text:
        text += '\n[choices]\ndeduction = "0 %"\n'
    assert refused(text) == (f"n.toml: {en}", f"n.toml: {sv}")


def test_figures_that_sum_to_zero_are_told() -> None:
    """At the key, since no association is to blame."""
    text = FILE
    for figure in (30, 10, 40):
        text = text.replace(f"livelihood = {{ 2025 = {figure} }}", "livelihood = { 2025 = 0 }")
    assert refused(text) == (
        (
            "n.toml: line 7, livelihood: the figures for livelihood measure in 2025 sum to zero, and nothing can be "
            "allocated by them; write at least one above zero"
        ),
        (
            "n.toml: rad 7, livelihood: siffrorna för försörjningsmått 2025 är tillsammans noll, och inget kan "
            "fördelas "
            "efter dem; skriv minst en över noll"
        ),
    )


def floors(proportion: str, floor: int) -> str:
    """Both have had 10 million, and there are 12."""
    text = FILE.replace(ASBY, f"{ASBY}last_year = {floor}\nprotected = true\n")
    return text.replace(NAS, f"{NAS}last_year = 7_000_000\nprotected = true\n") + (
        f'\n[choices]\nproportion = "{proportion}"\n'
    )


def test_floors_of_more_than_there_is_are_told() -> None:
    """With what they add up to; and otherwise where the base amounts of the others stand in the way."""
    assert refused(floors("amount", 10_000_000)) == (
        (
            "n.toml: line 5, floor: the floors add up to 15 300 000 kr, and there is 12 000 000 kr; write a "
            "larger decrease "
            "under floor, or more funds"
        ),
        (
            "n.toml: rad 5, floor: golven är tillsammans 15 300 000 kr, och det finns 12 000 000 kr; skriv en större "
            "minskning under floor, eller mer medel"
        ),
    )
    near = floors("above-base", 13_000_000).replace("last_year = 7_000_000\n", "")
    assert refused(near) == (
        (
            "n.toml: line 5, floor: the floors, and the base amounts of the others, add up to 12 100 000 kr, "
            "and there is "
            '12 000 000 kr; write a larger decrease under floor, more funds, or proportion = "amount", which '
            "lowers the "
            "base amounts too"
        ),
        (
            "n.toml: rad 5, floor: golven, och de andras grundbelopp, är tillsammans 12 100 000 kr, och det finns "
            '12 000 000 kr; skriv en större minskning under floor, mer medel, eller proportion = "amount", som sänker '
            "också grundbeloppen"
        ),
    )
    assert dict(loads(near.replace("above-base", "amount")).allocation) == {
        "Finsam Åsby": kr(11_700_000),
        "Finsam Näs": kr(300_000),
    }


def test_what_more_has_to_be_chosen_is_told() -> None:
    """What becomes of what is deducted, among whom it is shared, and the order of two adjustments."""
    text = FILE.replace(NAS, NAS + SAVED).replace(ASBY, f"{ASBY}equity = 0\nequity_limit = 100\n")
    choices = '\n[choices]\ndeduction = "100 %"\n'
    assert refused(text + choices) == (
        (
            "n.toml: line 28, choices.deducted: something is deducted, and no source says how; choose: "
            "deducted = one of "
            '"shared" (shared among the others), "returned" (returned to the state)'
        ),
        (
            "n.toml: rad 28, choices.deducted: något dras av, och ingen källa säger hur; välj: deducted = "
            'något av "shared" '
            '(fördelas bland de andra), "returned" (går tillbaka till staten)'
        ),
    )
    choices += 'deducted = "shared"\n'
    assert refused(text + choices) == (
        (
            "n.toml: line 28, choices.proportion: what is freed is shared among the others, and no source says "
            "how; choose: "
            'proportion = one of "amount" (in proportion to their whole amounts), "above-base" (in proportion '
            "to what they "
            "have above the base amount)"
        ),
        (
            "n.toml: rad 28, choices.proportion: det som frigörs fördelas bland de andra, och ingen källa "
            "säger hur; välj: "
            'proportion = något av "amount" (i proportion till deras hela belopp), "above-base" (i proportion '
            "till det som "
            "är över grundbeloppet)"
        ),
    )
    choices += 'proportion = "amount"\n'
    assert loads(text + choices).allocation["Finsam Näs"] == kr(5_999_800)
    assert refused(text.replace(ASBY, f"{ASBY}at_most = 1\n") + choices) == (
        (
            "n.toml: line 29, choices.order: there is deduction, declined to be made, and no source says in "
            "which order; "
            'choose: order = [...] with "floor" (those below their floor are raised to it, and the others lowered), '
            '"deduction" (those who have saved too much get less), "declined" (nobody gets more than it takes) '
            "as they come"
        ),
        (
            "n.toml: rad 29, choices.order: det finns avdrag, avstått att göra, och ingen källa säger i vilken "
            "ordning; "
            'välj: order = [...] med "floor" (de som är under sitt golv höjs till det, och de andra sänks), '
            '"deduction" (de '
            'som har sparat för mycket får mindre), "declined" (ingen får mer än den tar emot) som de kommer'
        ),
    )


def test_equity_that_a_deduction_needs_is_asked_for() -> None:
    """Of every association, since each may have saved too much."""
    text = FILE.replace(NAS, NAS + SAVED) + '\n[choices]\ndeduction = "100 %"\n'
    assert refused(text)[0] == (
        'n.toml: line 13, associations[1] "Finsam Åsby": its equity, or the most that it may have saved, is not known; '
        "write equity and equity_limit, or protected = true or false for the floor alone"
    )


@pytest.mark.parametrize(
    ("year", "en", "sv"),
    [
        (2018, "the largest decrease from one year to the next", "den största minskningen från ett år till nästa"),
    ],
)
def test_a_floor_that_no_source_says_is_asked_for(year: int, en: str, sv: str) -> None:
    """From 2018, where an association has anything that it could be of."""
    text = FILE.replace("2027", str(year)).replace('floor = "10 %"\n', "").replace(NAS, f"{NAS}last_year = 1\n")
    assert refused(text) == (
        f"n.toml: floor: {en}: nothing is known of {year}, and no source says that it is as before; write floor = ...",
        f"n.toml: floor: {sv}: inget är känt för {year}, och ingen källa säger att det är som förut; skriv floor = ...",
    )


def test_base_amounts_are_told_by_the_year_where_neither_is_given() -> None:
    """What is known of 2016 is not enough for nine hundred associations."""
    area = Area(name="A", livelihood={2014: 1}, inhabitants={2014: 1})
    many = [Recipient(name=str(each), areas=(evolve(area, name=str(each)),)) for each in range(900)]
    national = National(
        year=2016, livelihood=NationalKey(year=2014), inhabitants=NationalKey(year=2014), associations=tuple(many)
    )
    with pytest.raises(NationalError) as caught:
        national.allocation  # noqa: B018  # to ask is enough
    assert [problem.path for problem in caught.value.problems] == [("year",)]


def test_a_file_of_another_kind_is_told() -> None:
    """By what reads and prints it."""
    with pytest.raises(FileError) as caught:
        load_plan(FILE, name="n.toml")
    assert (caught.value.text("en"), caught.value.text("sv")) == (
        (
            "n.toml: line 2, kind: this is a national allocation and not a plan; finsam.national.load reads it, and "
            "finsam national prints it"
        ),
        (
            "n.toml: rad 2, kind: detta är en nationell fördelning och inte en plan; finsam.national.load läser den, "
            "och finsam national skriver ut den"
        ),
    )


@pytest.mark.parametrize(
    ("make", "en", "sv"),
    [
        (
            lambda: Area(name="A", livelihood={2025: 1.5}),
            'the figure is 1.5; write a number as 7_120, or in quotes as "7 120,5"',
            'siffran är 1.5; skriv ett tal som 7_120, eller inom citattecken som "7 120,5"',
        ),
        (
            lambda: with_figure(example("exempellandet-2027"), "Norby", AllocationKey.INHABITANTS, share("1/3")),
            "1/3 more than {now} has more than nine decimals; write the figure itself",
            "1/3 mer än {now} har mer än nio decimaler; skriv siffran själv",
        ),
        (
            lambda: Choices(deduction=share("2/1")),
            "deduction: write from 0 % to 100 %, not 200 %",
            "deduction: skriv från 0 % till 100 %, inte 200 %",
        ),
    ],
)
def test_what_is_wrong_in_python_is_told(make: object, en: str, sv: str) -> None:
    """As in a file."""
    [norby] = [each for of in example("exempellandet-2027").associations for each in of.areas if each.name == "Norby"]
    now = norby.inhabitants[2025]
    with pytest.raises(FinsamError) as caught:
        make()  # type: ignore[operator]  # it can be called
    said = [problem.message for problem in caught.value.problems]
    assert (said[0].to("en"), said[0].to("sv")) == (
        en.format(now=now).removeprefix("deduction: "),
        sv.format(now=now).removeprefix("deduction: "),
    )
